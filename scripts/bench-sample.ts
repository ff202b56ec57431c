// What every measure of the benchmark works with: who looks, which cases, and how a time is taken.

import { read, sql, write } from '#db/client'
import { list } from '#db/reads/list'
import { change } from '#db/store'
import type { Actor } from '#domain/case'
import { kinds } from '#domain/kinds'

export type Measures = Record<string, () => Promise<unknown>>
export const at = new Date().toISOString()
const found = kinds.get('filing')
if (!found) throw new Error('there is no filing')
export const filing = found
const post = { role: 'reviewer' as const, authorityId: 'cac', sectors: ['*'], region: '000000', organisationId: null }
export const officer: Actor = { personId: 'bench', name: { zh: 'bench', en: 'bench' }, posts: [post, { ...post, role: 'intake' }] }
export const local: Actor = { ...officer, posts: [{ ...post, region: '110000', sectors: ['education'] }] }
export const open = (actor: Actor) => list(actor, filing, { isOpen: true, sort: 'dueOn', limit: 50 }, at)

export const us = () => Number(process.hrtime.bigint()) / 1000
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
export const quantile = (values: readonly number[], q: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN
/** Microseconds of each call: the least of three, because the machine has other work too. */
export const timed = async (calls: readonly (() => unknown)[], repeats = 3): Promise<number[]> => {
  const times: number[] = []
  for (const call of calls) {
    let least = Number.POSITIVE_INFINITY
    for (let n = 0; n < repeats; n += 1) {
      const began = us()
      await call()
      least = Math.min(least, us() - began)
    }
    times.push(least)
  }
  return times
}
export const both = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) })

let seed = 1
/** The same questions in every round of a measure, and on both sizes. */
export const from = (start: number) => {
  seed = start
}
export const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
export const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
export const sample = async (count: number, where = sql`1 = 1`) => {
  const [{ top } = { top: 0 }] = await read().rows<{ top: number }>(sql`select max(seq) as top from cases`)
  const found = new Map<string, { id: string; title_zh: string; title_en: string; owner_id: string | null }>()
  for (let tries = 0; found.size < count && tries < count * 5; tries += 1) {
    const [row] = await read().rows<{ id: string; title_zh: string; title_en: string; owner_id: string | null }>(
      sql`select id, title_zh, title_en, owner_id from cases where kind = 'filing' and seq >= ${Math.floor(random() * top)} and ${where} order by seq limit 1`,
    )
    if (row) found.set(row.id, row)
  }
  return [...found.values()]
}
/** Thrown to take a measured change back. */
class Back extends Error {}
export const takenBack = async (fn: () => Promise<unknown>) => {
  try {
    await write(async () => {
      await fn()
      throw new Back()
    })
  } catch (error) {
    if (!(error instanceof Back)) throw error
  }
}
/** Two officers of the demonstration's cast, to hand a case of their province to and fro. */
export const persons = async () =>
  (await read().rows<{ id: string }>(sql`select id from cases where kind = 'person' and title_en in ('Li Wen', 'Wang Jun')`)).map(
    (row) => row.id,
  )
export const inHand = sql`is_open and not is_private and region = '110000' and status in ('submitted', 'accepted', 'under_review')`
type Held = { id: string; owner_id: string | null }
/** Hands a case to the other of the two. `isBack` says that the change is going to be taken back. */
export const handOver = async (held: Held, people: readonly string[], isBack = false): Promise<void> => {
  const ownerId = people.find((one) => one !== held.owner_id) ?? ''
  const answer = await change({ kind: filing, id: held.id, seen: null, command: { type: 'assign', ownerId } as never, actor: officer, at })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  if (!isBack) held.owner_id = ownerId
}
