// The standing that the register gives: gravest first, and nothing is called valid that it cannot vouch for.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGood, isSupersededBy, reachKinds, type StandingFacts, standingOf } from './standing.ts'

const good: StandingFacts = { status: 'filed', isHistory: false, conditions: 0, reaches: [], isSuperseded: false }
const anyFacts = fc.record({
  status: fc.constantFrom('filed', 'suspended', 'revoked', 'cancelled', 'draft', 'anything'),
  isHistory: fc.boolean(),
  conditions: fc.nat(5),
  reaches: fc.array(fc.constantFrom(...reachKinds), { maxLength: 3 }),
  isSuperseded: fc.boolean(),
})

test('a filed item without anything against it is valid, with conditions it says so', () => {
  expect(standingOf(good)).toBe('valid')
  expect(standingOf({ ...good, conditions: 2 })).toBe('conditions')
})

test('a binding recall or an interim stop outranks every status', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom('interimStop', 'voluntary', 'ordered'), (facts, reach) => {
      expect(standingOf({ ...facts, reaches: [...facts.reaches, reach] })).toBe('recalled')
    }),
  )
})

test('a notice alone changes no standing', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(standingOf({ ...facts, reaches: ['notice', ...facts.reaches] })).toBe(standingOf(facts))
    }),
  )
})

test('only a filed item of this register is ever good', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (isGood(standingOf(facts))) expect(facts).toMatchObject({ status: 'filed', isHistory: false })
    }),
  )
})

test('what is neither filed, suspended nor revoked has ended', () => {
  expect(standingOf({ ...good, status: 'cancelled' })).toBe('ended')
  expect(standingOf({ ...good, status: 'revoked' })).toBe('revoked')
  expect(standingOf({ ...good, status: 'suspended', conditions: 3 })).toBe('suspended')
})

test('what a reconsideration opened again is under review: not good, and not ended either', () => {
  for (const status of ['accepted', 'under_review', 'testing', 'sector_concurrence'])
    expect(standingOf({ ...good, status, conditions: 1 })).toBe('underReview')
  expect(isGood('underReview')).toBe(false)
})

test('a row of an older register is historical while filed there', () => {
  expect(standingOf({ ...good, isHistory: true, conditions: 1 })).toBe('historical')
})

test('an item is superseded only by another version that was filed later and still is', () => {
  const item = { versionHash: 'a', decidedAt: '2026-05-01T00:00:00Z', status: 'filed' }
  const later = { versionHash: 'b', decidedAt: '2026-06-01T00:00:00Z', status: 'filed' }
  expect(isSupersededBy(item, [later])).toBe(true)
  expect(isSupersededBy(item, [{ ...later, status: 'revoked' }])).toBe(false)
  expect(isSupersededBy(item, [{ ...later, versionHash: 'a' }])).toBe(false)
  expect(isSupersededBy(later, [item])).toBe(false)
})
