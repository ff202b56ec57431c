// The log's stored side: appends leaves in the transaction of their events and reads nodes for proofs. The tree itself is domain/log.
import { and, eq, inArray } from 'drizzle-orm'
import { appendLeaves, type Frontier } from '#domain/log/frontier'
import { leafHash } from '#domain/log/tree'
import { type Db, dialect, insertRows, placeholders, prepared, sql } from './client.ts'
import { events, nodes } from './schema.ts'

const lastLeaf = prepared('log.lastLeaf', (db) =>
  db.select({ at: nodes.at, hash: nodes.hash }).from(nodes).where(eq(nodes.level, 0)).orderBy(sql`${nodes.at} desc`).limit(1),
)

/** Where the peaks of a tree of this size stand: one complete node per bit of the size, the largest first. */
const peaksAt = (size: number): { level: number; at: number }[] => {
  const peaks: { level: number; at: number }[] = []
  let start = 0
  for (let level = 52; level >= 0; level -= 1) {
    const width = 2 ** level
    if (Math.floor(size / width) % 2 === 1) {
      peaks.push({ level, at: start / width })
      start += width
    }
  }
  return peaks
}

// The edges before and after the last append by this process; checked against the stored last leaf, so an append taken back or another's is noticed.
let edges: { frontier: Frontier; last: string }[] = []

/** The number of leaves and the right edge, from the database (≤ 53 point reads, one query) or from the last append. */
export const frontierNow = async (db: Db): Promise<Frontier> => {
  const [last] = await lastLeaf(db).execute()
  if (!last) return { size: 0, peaks: [] }
  const size = last.at + 1
  const known = edges.find((one) => one.frontier.size === size && one.last === last.hash)
  if (known) return known.frontier
  const wanted = peaksAt(size).map((one) => ({ level: one.level, index: one.at }))
  const stored = await nodesAt(db, wanted)
  const frontier = { size, peaks: wanted.map((one) => stored(one.level, one.index)) }
  edges = [{ frontier, last: last.hash }]
  return frontier
}

const insertNode = prepared('log.insertNode', (db) => db.insert(nodes).values(placeholders(nodes)))

/** Appends one leaf per entry after the frontier given and stores every node that they complete. */
export const appendToLog = async (tx: Db, frontier: Frontier, entries: readonly string[]): Promise<void> => {
  const appended = appendLeaves(
    frontier,
    entries.map((entry) => leafHash(Buffer.from(entry))),
  )
  await insertRows(
    tx,
    nodes,
    insertNode,
    appended.nodes.map((one) => ({ level: one.level, at: one.index, hash: one.hash.toString('base64') })),
  )
  const last = appended.nodes.findLast((one) => one.level === 0)
  if (last) edges = [...edges.slice(-1), { frontier: appended.frontier, last: last.hash.toString('base64') }]
}

const nodesOf = prepared('log.nodes', (db) =>
  db
    .select({ level: sql<number>`n.level`, at: sql<number>`n.at`, hash: sql<string>`n.hash` })
    .from(sql`json_each(${sql.placeholder('places')}) as j cross join ${nodes} as n`)
    .where(sql`n.level = j.value ->> 0 and n.at = j.value ->> 1`),
)

/** Loads the nodes that a proof may ask for: for every level the given places. Returns a reader that throws on what was not loaded. */
export const nodesAt = async (
  db: Db,
  places: readonly { level: number; index: number }[],
): Promise<(level: number, index: number) => Buffer> => {
  const found = new Map<string, Buffer>()
  // One statement for all of them: building a query for each level costs more than reading it.
  if (dialect === 'sqlite') {
    const rows = await nodesOf(db).execute({ places: JSON.stringify(places.map(({ level, index }) => [level, index])) })
    for (const row of rows) found.set(`${row.level}/${row.at}`, Buffer.from(row.hash, 'base64'))
  }
  for (const level of dialect === 'sqlite' ? [] : new Set(places.map((one) => one.level))) {
    const wanted = places.filter((one) => one.level === level).map((one) => one.index)
    const rows = await db
      .select()
      .from(nodes)
      .where(and(eq(nodes.level, level), inArray(nodes.at, [...new Set(wanted)])))
    for (const row of rows) found.set(`${level}/${row.at}`, Buffer.from(row.hash, 'base64'))
  }
  return (level, index) => {
    const hash = found.get(`${level}/${index}`)
    if (!hash) throw new Error(`log node ${level}/${index} is missing`)
    return hash
  }
}

/** The public entries of a stretch of the log, in order. */
export const entriesBetween = (db: Db, from: number, to: number) =>
  db
    .select({ position: events.position, entry: events.entry })
    .from(events)
    .where(sql`${events.position} >= ${from} and ${events.position} < ${to}`)
    .orderBy(events.position)
