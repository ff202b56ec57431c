// Fills a database with any number of invented filings for measuring: events, leaves, rows, ties, counts and full text by the store's own functions, without asking the rules.
import { fold, type Recorded, stamped, type Typed } from '#domain/case'
import { filing } from '#domain/filing/filing'
import type { Filing } from '#domain/filing/state'
import { canonicalJson, type Json } from '#domain/log/entry'
import { catalogueIn } from '../catalogue.ts'
import { newBytes, newId } from '../chance.ts'
import { type Db, insertRows, placeholders, prepared, sql, write } from '../client.ts'
import { appendToLog, frontierNow } from '../log.ts'
import { tally, writeRow } from '../rows.ts'
import { events, serials } from '../schema.ts'
import { entryOf } from '../store.ts'
import { lifeOf, type Scene, type Step } from './scale-life.ts'

const insertEvent = prepared('scale.event', (db) => db.insert(events).values(placeholders(events)))
/** Cases written in one transaction. */
const groupSize = 500

type Open = { state: Filing; version: number; first: number; last: number; changedAt: string; recorded: Recorded<Typed>[] }

/** Writes one group of lives, their steps in the order of time. */
const writeGroup = async (tx: Db, lives: readonly (readonly Step[])[], numbers: Map<string, number>, at: string): Promise<number> => {
  const catalogue = await catalogueIn(tx, at)
  const frontier = await frontierNow(tx)
  const open = lives.map(
    (): Open => ({ state: { ...filing.initial, id: newId() }, version: 0, first: -1, last: -1, changedAt: '', recorded: [] }),
  )
  const serial = (scope: string) => {
    const n = (numbers.get(scope) ?? 0) + 1
    numbers.set(scope, n)
    return n
  }
  const steps = lives
    .flatMap((life, no) => life.map((step, place) => ({ step, no, place })))
    .sort((a, b) => a.step.at - b.step.at || a.no - b.no || a.place - b.place)
  const rows: (typeof events.$inferInsert)[] = []
  for (const { step, no } of steps) {
    const one = open[no]
    if (!one) continue
    const { role, authorityId, organisationId } = step.post
    const duty = filing.moves[step.post.role === 'approver' ? 'decide' : 'describe'].duty ?? null
    const event = stamped(step.make(one.state, serial), {
      by: step.by,
      role,
      authorityId,
      organisationId,
      duty,
      at: new Date(step.at).toISOString(),
    })
    const body = canonicalJson(event as unknown as Json)
    const recorded = JSON.parse(body)
    one.state = fold(filing, one.state, recorded)
    one.version += 1
    one.last = frontier.size + rows.length
    if (one.first < 0) one.first = one.last
    one.changedAt = recorded.at
    one.recorded.push(recorded)
    const salt = newBytes(16)
    rows.push({
      position: one.last,
      kind: filing.name,
      caseId: one.state.id,
      version: one.version,
      type: recorded.type,
      body,
      salt: salt.toString('base64'),
      entry: entryOf(filing, one.state, one.version, recorded, body, salt),
      at: recorded.at,
      by: recorded.by,
    })
  }
  await insertRows(tx, events, insertEvent, rows)
  await appendToLog(
    tx,
    frontier,
    rows.map((row) => row.entry),
  )
  for (const one of open) {
    const row = await writeRow(
      tx,
      filing,
      null,
      one.state,
      { version: one.version, position: one.last, firstPosition: one.first, changedAt: one.changedAt },
      catalogue,
    )
    for (const event of one.recorded) await tally(tx, filing.name, event, row)
  }
  return rows.length
}

/**
 * Writes `count` filings that began between the two instants. Letters, agents, notices and obligations do not follow: this is volume, not a
 * demonstration. Returns how many events were written.
 */
export const seedScale = async (
  count: number,
  scene: Scene,
  span: { from: number; until: number },
  at: string,
  onProgress?: (done: number) => void,
): Promise<number> => {
  const numbers = new Map<string, number>()
  let written = 0
  for (let from = 0; from < count; from += groupSize) {
    const lives = Array.from({ length: Math.min(groupSize, count - from) }, (_, i) => lifeOf(from + i, count, span, scene).steps)
    written += await write(async (tx) => {
      const made = await writeGroup(tx, lives, numbers, at)
      for (const [scope, n] of numbers)
        await tx
          .insert(serials)
          .values({ scope, n })
          .onConflictDoUpdate({ target: serials.scope, set: { n: sql`excluded.n` } })
      return made
    })
    onProgress?.(Math.min(from + groupSize, count))
  }
  return written
}
