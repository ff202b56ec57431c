// Reads of the transparency log: tiles, entries, inclusion proofs. The log is the same for everybody, so that no read here asks who looks.
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { nodesOfTile, printBundle, printTile, type Tile } from '#domain/log/tile'
import { inclusionProof, type ReadNode } from '#domain/log/tree'
import { read } from '../client.ts'
import { entriesBetween, nodesAt } from '../log.ts'
import { events, nodes } from '../schema.ts'

/** Which nodes a walk over the tree asks for: it is walked once with blank hashes, because a walk depends on sizes alone. */
const placesAsked = (walk: (readNode: ReadNode) => unknown): { level: number; index: number }[] => {
  const places: { level: number; index: number }[] = []
  const blank = Buffer.alloc(32)
  walk((level, index) => {
    places.push({ level, index })
    return blank
  })
  return places
}

/** Inclusion proof of leaf `index` in the tree of `size` leaves (RFC 6962 2.1.1). Throws RangeError unless 0 ≤ index < size, Error where the log has not that many. */
export const inclusionAt = async (index: number, size: number): Promise<Buffer[]> => {
  const stored = await nodesAt(
    read(),
    placesAsked((readNode) => inclusionProof(index, size, readNode)),
  )
  return inclusionProof(index, size, stored)
}

/** The public entry at an index, or null. */
export const entryAt = async (index: number): Promise<string | null> => {
  const [found] = await read().select({ entry: events.entry }).from(events).where(eq(events.position, index)).limit(1)
  return found?.entry ?? null
}

/** The bytes of a tile or of an entry bundle (C2SP tlog-tiles), or null where the log is not that long. */
export const tileBytes = async (tile: Tile): Promise<Buffer | null> => {
  const { level, from, count } = nodesOfTile(tile)
  if (tile.level === 'entries') {
    const found = await entriesBetween(read(), from, from + count)
    return found.length === count ? printBundle(found.map(({ entry }) => Buffer.from(entry))) : null
  }
  const found = await read()
    .select({ hash: nodes.hash })
    .from(nodes)
    .where(and(eq(nodes.level, level), gte(nodes.at, from), lt(nodes.at, from + count)))
    .orderBy(asc(nodes.at))
  return found.length === count ? printTile(found.map(({ hash }) => Buffer.from(hash, 'base64'))) : null
}
