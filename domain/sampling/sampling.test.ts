// The draw is fair and anyone can prove it: sealed before the period ends, opened after it, once, and equal to what a stranger computes.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officer, stage } from '#domain/selftest/cast'
import { commitmentOf, drawFrom, isFairDraw, listOf, monthsOf } from './draw.ts'
import type { Sampling } from './sampling.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const seeds = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 24,
  maxLength: 60,
})
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 })

/** Takes the one with the least hash out of what is left, again and again. */
const bruteDraw = (seed: string, from: readonly string[], size: number): string[] => {
  const left = [...from]
  const taken: string[] = []
  while (left.length > 0 && taken.length < size) {
    let least = 0
    for (let at = 1; at < left.length; at += 1) if (sha256(`${seed}${left[at]}`) < sha256(`${seed}${left[least]}`)) least = at
    taken.push(...left.splice(least, 1))
  }
  return taken
}

test('a draw is what anyone computes from seed and list, in whatever order the list came', () => {
  fc.assert(
    fc.property(seeds, ids, fc.integer({ min: 1, max: 45 }), (seed, list, size) => {
      const drawn = drawFrom(seed, list, size)
      expect(drawn.map((one) => one.selftestId)).toEqual(bruteDraw(seed, list, size))
      expect(drawFrom(seed, [...list].reverse(), size)).toEqual(drawn)
      expect(drawn).toHaveLength(Math.min(size, list.length))
      const draw = { seedHash: commitmentOf(seed), seed, eligible: listOf(list), size, drawn }
      expect(isFairDraw(draw)).toBe(true)
      if (drawn.length > 1) expect(isFairDraw({ ...draw, drawn: [...drawn].reverse() })).toBe(false)
      if (drawn.length > 0) expect(isFairDraw({ ...draw, drawn: drawn.slice(1) })).toBe(false)
      expect(isFairDraw({ ...draw, seed: `${seed}x` })).toBe(false)
    }),
  )
})

test('every id is drawn about as often as any other', () => {
  const list = Array.from({ length: 10 }, (_, at) => `id-${at}`)
  const times = new Map(list.map((id) => [id, 0]))
  for (let n = 0; n < 2000; n += 1)
    for (const one of drawFrom(`seed-${n}`, list, 3)) times.set(one.selftestId, (times.get(one.selftestId) ?? 0) + 1)
  // 600 expected, with a standard deviation of about 20: the seeds are fixed, so this never flickers.
  for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(100)
})

test('months are counted over the turn of the year, and never backwards', () => {
  expect(monthsOf('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsOf('2026-11', '2026-10')).toEqual([])
})

const seed = 'the-seed-of-march-2026-0123456789'
const [one, two] = [officer('one', 'reviewer'), officer('two', 'reviewer')]
const commit = {
  type: 'create',
  region: '110000',
  fromMonth: '2026-03',
  toMonth: '2026-03',
  size: 2,
  seedHash: commitmentOf(seed),
  reason: 'r',
}

test('a seed is sealed before its period ends and opened after it, by another person', () => {
  const s = stage()
  const signed = ['1.0.0', '1.1.0', '1.2.0'].map((version) => s.signed('2026-03-05T09:00:00+08:00', { version }))
  const april = s.signed('2026-04-01T09:00:00+08:00', { version: '1.3.0' })
  expect(s.code(one, 'sampling', null, commit, '2026-04-01T09:00:00+08:00')).toBe('sampling.openPeriodNeeded')
  const { id } = s.ask(one, 'sampling', null, commit, '2026-03-09T09:00:00+08:00')
  expect(s.code(two, 'sampling', id, { type: 'draw', seed }, '2026-03-31T23:00:00+08:00')).toBe('sampling.pastPeriodNeeded')
  const after = '2026-04-01T00:00:00+08:00'
  expect(s.code(one, 'sampling', id, { type: 'draw', seed }, after)).toBe('case.dutyExcluded')
  expect(s.code(two, 'sampling', id, { type: 'draw', seed: `${seed}-other` }, after)).toBe('sampling.committedSeedNeeded')
  expect(s.code(two, 'sampling', id, { type: 'draw', seed }, after)).toBeNull()
  const state = s.w.state<Sampling>(id) as Sampling
  expect(state.eligible).toEqual([...signed].sort())
  expect(state.drawn.map((each) => each.selftestId)).toEqual(bruteDraw(seed, signed, 2))
  expect(isFairDraw({ ...state, seed })).toBe(true)
  for (const selftestId of signed)
    expect(s.w.state(selftestId)?.status).toBe(state.drawn.some((each) => each.selftestId === selftestId) ? 'sampled' : 'signed')
  expect(s.w.state(april)?.status).toBe('signed')
})

test('nobody draws twice for a period, and a seed is given up only while its period runs', () => {
  const s = stage()
  const { id } = s.ask(one, 'sampling', null, commit, '2026-03-09T09:00:00+08:00')
  const wider = { ...commit, toMonth: '2026-05' }
  expect(s.code(two, 'sampling', null, wider, '2026-03-10T09:00:00+08:00')).toBe('sampling.newPeriodNeeded')
  expect(s.code(two, 'sampling', id, { type: 'abandon', reason: 'r' }, '2026-04-01T09:00:00+08:00')).toBe('sampling.openPeriodNeeded')
  expect(s.code(two, 'sampling', id, { type: 'abandon', reason: 'r' }, '2026-03-11T09:00:00+08:00')).toBeNull()
  expect(s.code(two, 'sampling', null, wider, '2026-03-12T09:00:00+08:00')).toBeNull()
})

test('where nothing was signed there is nothing to draw', () => {
  const s = stage()
  const { id } = s.ask(one, 'sampling', null, commit, '2026-03-09T09:00:00+08:00')
  expect(s.code(two, 'sampling', id, { type: 'draw', seed }, '2026-04-02T09:00:00+08:00')).toBe('sampling.eligibleNeeded')
})
