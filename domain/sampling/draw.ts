// The draw itself: an order that a seed makes of a list of ids, which anyone can make again with a pocket calculator for hashes.
import { createHash } from 'node:crypto'
import type { Drawn } from './vocabulary.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is told before the draw: SHA-256, in lower-case hex, of the seed as it will be typed. */
export const commitmentOf = (seed: string): string => sha256(seed)

/** The hash that places an id: SHA-256 of the seed followed by the id, nothing between them. */
export const placeOf = (seed: string, id: string): string => sha256(seed + id)

/** The list as it is drawn from: every id once, in ascending order of its characters. */
export const listOf = (ids: readonly string[]): string[] => [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** The first `size` ids in ascending order of their hashes; all of them where there are no more. */
export const drawFrom = (seed: string, ids: readonly string[], size: number): Drawn[] =>
  listOf(ids)
    .map((selftestId) => ({ selftestId, hash: placeOf(seed, selftestId) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, size)

/** Whether a draw is what its seed, its list and its size make, and its seed is the one that was committed to. */
export const isFairDraw = (draw: {
  seedHash: string
  seed: string
  eligible: readonly string[]
  size: number
  drawn: readonly Drawn[]
}): boolean =>
  commitmentOf(draw.seed) === draw.seedHash &&
  JSON.stringify(listOf(draw.eligible)) === JSON.stringify(draw.eligible) &&
  JSON.stringify(drawFrom(draw.seed, draw.eligible, draw.size).map(({ selftestId, hash }) => [selftestId, hash])) ===
    JSON.stringify(draw.drawn.map(({ selftestId, hash }) => [selftestId, hash]))

/** The months of a period, both ends included; empty when it runs backwards. */
export const monthsOf = (fromMonth: string, toMonth: string): string[] => {
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const [from, to] = [numberOf(fromMonth), numberOf(toMonth)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
    const month = from + at
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
