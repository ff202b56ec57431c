// The public record as files: checkpoint, key, tiles and receipts, each no further than the newest signed tree.
import 'server-only'
import { read } from '#db/client'
import { frontierNow } from '#db/log'
import { entryAt, inclusionAt, tileBytes } from '#db/reads/log'
import { parseDecimal } from '#domain/log/line'
import { printProof } from '#domain/log/proof'
import { parseTilePath, TILE_WIDTH, tileWidthAt } from '#domain/log/tile'
import { latestCheckpoint, publishCheckpoint, signer } from './checkpoint.ts'

/** The newest signed tree head, for the foot of pages: its size and when it was signed. Null before the first. */
export const signedHead = async (): Promise<{ size: number; at: string } | null> => {
  const latest = await latestCheckpoint()
  return latest ? { size: latest.size, at: latest.at } : null
}

/** The newest checkpoint as a signed note, or null before the first. */
export const checkpointNote = async (): Promise<string | null> => (await latestCheckpoint())?.note ?? null

/** The log's verifier key (C2SP signed-note), with a newline. */
export const verifierKey = (): string => `${signer().verifierKey}\n`

/** A tile or bundle by its path below the log. Only what lies under a signed head is served; null for anything else. */
export const tileAt = async (path: string): Promise<{ bytes: Buffer; isFull: boolean } | null> => {
  const tile = parseTilePath(path)
  const head = tile && (await latestCheckpoint())
  if (!tile || !head || tile.width > tileWidthAt(tile.level, tile.index, head.size)) return null
  const bytes = await tileBytes(tile)
  return bytes && { bytes, isFull: tile.width === TILE_WIDTH }
}

/**
 * The receipt of an entry (C2SP tlog-proof), with the entry itself inside. An entry that no signed head covers yet gets one first, so that
 * whoever has just filed need not wait. Null where there is no such entry.
 */
export const receiptOf = async (entry: string, at: string): Promise<string | null> => {
  const index = parseDecimal(entry)
  if (index === null) return null
  let head = await latestCheckpoint()
  if (!head || index >= head.size) {
    if (index >= (await frontierNow(read())).size) return null
    await publishCheckpoint(at)
    head = await latestCheckpoint()
  }
  const text = head && index < head.size ? await entryAt(index) : null
  return head && text !== null
    ? printProof({ index, hashes: await inclusionAt(index, head.size), checkpoint: head.note, extra: Buffer.from(text) })
    : null
}
