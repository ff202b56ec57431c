// Verdicts and Wilson's interval against published values and as properties.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Threshold, verdictOf, verdictOfAll, wilson } from './verdict.ts'

// Newcombe (1998), Statistics in Medicine 17, table I, method 3; and the closed forms at no and at all successes.
const published: [passed: number, total: number, lower: number, upper: number][] = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
]

test('the interval has the values that Newcombe published', () => {
  for (const [passed, total, lower, upper] of published) {
    const interval = wilson(passed, total)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  }
})

test('all of ten trials show at least 72.25 %, none of ten at most 27.75 %', () => {
  expect(wilson(10, 10).lower).toBeCloseTo(10 / (10 + 1.959963984540054 ** 2), 12)
  expect(wilson(10, 10).upper).toBe(1)
  expect(wilson(0, 10).upper).toBeCloseTo(1 - 10 / (10 + 1.959963984540054 ** 2), 12)
})

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((total) => fc.record({ total: fc.constant(total), passed: fc.integer({ min: 0, max: total }) }))

test('the interval holds the observed share, lies in 0..1, and mirrors when passes and failures change places', () => {
  fc.assert(
    fc.property(counts, ({ passed, total }) => {
      const { lower, upper } = wilson(passed, total)
      const mirror = wilson(total - passed, total)
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      expect(lower).toBeLessThanOrEqual(passed / total)
      expect(upper).toBeGreaterThanOrEqual(passed / total)
      expect(mirror.lower).toBeCloseTo(1 - upper, 10)
      expect(mirror.upper).toBeCloseTo(1 - lower, 10)
    }),
  )
})

test('counts that are no counts of trials are a fault, not an interval', () => {
  for (const [passed, total] of [
    [1, 0],
    [3, 2],
    [-1, 5],
    [0.5, 5],
    [1, Number.NaN],
  ] as const)
    expect(() => wilson(passed, total)).toThrow(RangeError)
})

const share = (value: number): Threshold => ({ measure: 'pass_rate', op: 'gte', value })
const counted = (passed: number, total: number, seconds: number | null = null) => ({ passed, total, seconds })

test('a share passes only when the whole interval reaches the threshold', () => {
  expect(verdictOf(counted(990, 1000), share(0.95), 100)).toBe('pass')
  expect(verdictOf(counted(96, 100), share(0.95), 100)).toBe('partial')
  expect(verdictOf(counted(94, 100), share(0.95), 100)).toBe('fail')
})

test('where all trials must pass, one failure fails and none passes', () => {
  expect(verdictOf(counted(200, 200), share(1), 200)).toBe('pass')
  expect(verdictOf(counted(199, 200), share(1), 200)).toBe('fail')
})

test('fewer trials than the catalogue asks for never pass', () => {
  fc.assert(
    fc.property(
      counts,
      fc.constantFrom<Threshold>(share(0.5), { measure: 'failures', op: 'lte', value: 3 }, { measure: 'seconds', op: 'lte', value: 5 }),
      ({ passed, total }, threshold) => {
        expect(verdictOf(counted(passed, total, 1), threshold, total + 1)).not.toBe('pass')
      },
    ),
  )
})

test('failures are counted and times compared as they are', () => {
  expect(verdictOf(counted(48, 50), { measure: 'failures', op: 'lte', value: 2 }, 50)).toBe('pass')
  expect(verdictOf(counted(47, 50), { measure: 'failures', op: 'lte', value: 2 }, 50)).toBe('fail')
  expect(verdictOf(counted(20, 20, 4.9), { measure: 'seconds', op: 'lte', value: 5 }, 20)).toBe('pass')
  expect(verdictOf(counted(20, 20, 5.1), { measure: 'seconds', op: 'lte', value: 5 }, 20)).toBe('fail')
  expect(verdictOf(counted(20, 20), { measure: 'seconds', op: 'lte', value: 5 }, 20)).toBe('fail')
})

test('more passes of the same trials never make the verdict worse', () => {
  const rank = { fail: 0, partial: 1, pass: 2 }
  fc.assert(
    fc.property(
      counts,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 2000 }),
      ({ passed, total }, value, sampleSize) => {
        if (passed === total) return
        expect(rank[verdictOf(counted(passed + 1, total), share(value), sampleSize)]).toBeGreaterThanOrEqual(
          rank[verdictOf(counted(passed, total), share(value), sampleSize)],
        )
      },
    ),
  )
})

test('a report is as good as its worst item', () => {
  expect(verdictOfAll(['pass', 'partial', 'fail'])).toBe('fail')
  expect(verdictOfAll(['pass', 'partial'])).toBe('partial')
  expect(verdictOfAll(['pass', 'pass'])).toBe('pass')
  expect(verdictOfAll([])).toBe('partial')
})
