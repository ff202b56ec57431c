// Tests of the order of versions and of ranges over it, against slow readings of semver 2.0 and of the range itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, coversAll, isInRange, readRange, type VersionRange } from './range.ts'

const rangeOf = (text: string): VersionRange => {
  const range = readRange(text)
  if ('refusal' in range) throw new Error(`${text}: ${range.refusal.code}`)
  return range
}
const refusalOf = (text: string): string | null => {
  const range = readRange(text)
  return 'refusal' in range ? range.refusal.code : null
}
const within = (version: string, range: string): boolean => isInRange(version, rangeOf(range))

type Semver = { numbers: [number, number, number]; pre: (string | number)[] }
const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(2024))
const identifier = fc.oneof(number, fc.constantFrom('alpha', 'beta', 'rc', 'RC', 'a-b', 'x1', '1x'))
const semver: fc.Arbitrary<Semver> = fc.record({ numbers: fc.tuple(number, number, number), pre: fc.array(identifier, { maxLength: 3 }) })
const write = ({ numbers, pre }: Semver): string => numbers.join('.') + (pre.length > 0 ? `-${pre.join('.')}` : '')

/** Semver 2.0, 11, word by word. */
const precedence = (one: Semver, other: Semver): number => {
  for (const index of [0, 1, 2] as const)
    if (one.numbers[index] !== other.numbers[index]) return one.numbers[index] < other.numbers[index] ? -1 : 1
  if (one.pre.length === 0 || other.pre.length === 0)
    return Math.sign(other.pre.length - one.pre.length) * (one.pre.length === 0 && other.pre.length === 0 ? 0 : 1)
  for (let index = 0; index < Math.min(one.pre.length, other.pre.length); index += 1) {
    const [a, b] = [one.pre[index] ?? '', other.pre[index] ?? '']
    if (a === b) continue
    if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : 1
    if (typeof a === 'number') return -1
    if (typeof b === 'number') return 1
    return a < b ? -1 : 1
  }
  return Math.sign(one.pre.length - other.pre.length)
}

const odd = fc.oneof(
  semver.map(write),
  fc.constantFrom(
    '1',
    '1.0',
    'v1.0.0',
    'V2',
    '01.0',
    '1.0+build.5',
    '1.0.0.0',
    '1.0rc1',
    '1.0rc10',
    '1.0-rc10',
    '1.0b',
    '1.0.post1',
    '2024-05-01',
    '2024-5-1',
    '2024.5.1',
    'latest',
    'build-77',
    'blue',
    '',
    '-',
    '...',
    '3.83',
  ),
  fc.string({ maxLength: 8, unit: fc.constantFrom(...'0129.-+vabrcx ') }),
  fc.string({ maxLength: 5 }),
)

describe('order', () => {
  test('semantic versions have the precedence of semver 2.0', () => {
    fc.assert(
      fc.property(semver, semver, (one, other) => {
        expect(compareVersions(write(one), write(other))).toBe(precedence(one, other))
      }),
      { numRuns: 2000 },
    )
  })

  test('any strings at all have a total order: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(odd, odd, odd, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0)
        expect(compareVersions(b, a) + compareVersions(a, b)).toBe(0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
        if (compareVersions(a, b) === 0) expect(compareVersions(a, c)).toBe(compareVersions(b, c))
      }),
      { numRuns: 3000 },
    )
  })

  test('odd versions stand where a person would put them', () => {
    const ascending = [
      '0.9',
      '1.0rc9',
      '1.0rc10',
      '1.0',
      '1.0.post1',
      '1.0.1',
      '1.9',
      '1.10',
      '2',
      '10',
      '2024-05-01',
      '2024-5-2',
      '2024-11-01',
    ]
    for (const [index, version] of ascending.entries()) {
      for (const later of ascending.slice(index + 1)) expect(compareVersions(version, later), `${version} before ${later}`).toBe(-1)
    }
    for (const same of ['1', '1.0', '1.0.0', 'v1', ' 1.0 ', '01.0', '1.0.0+build.7']) expect(compareVersions(same, '1.0.0'), same).toBe(0)
  })

  test('numbers longer than any integer compare by value', () => {
    expect(compareVersions('1.99999999999999999999', '1.100000000000000000000')).toBe(-1)
  })
})

describe('ranges', () => {
  const operators = ['>=', '<=', '>', '<', '='] as const
  const holds: Record<string, (order: number) => boolean> = {
    '>=': (o) => o >= 0,
    '<=': (o) => o <= 0,
    '>': (o) => o > 0,
    '<': (o) => o < 0,
    '=': (o) => o === 0,
  }
  const condition = fc.record({ operator: fc.constantFrom(...operators), bound: semver, space: fc.constantFrom('', ' ') })
  const alternatives = fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

  test('a version is in a range exactly when some alternative has all its conditions hold', () => {
    fc.assert(
      fc.property(alternatives, semver, (parts, version) => {
        const text = parts
          .map((part) => part.map(({ operator, bound, space }) => `${operator}${space}${write(bound)}`).join(' '))
          .join(' || ')
        fc.pre(text.length <= 300)
        const expected = parts.some((part) => part.every(({ operator, bound }) => holds[operator]?.(precedence(version, bound))))
        expect(within(write(version), text)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('the range of the recall screen takes in 2.3.0 to 2.4.1 and what stands before 2.4.2', () => {
    const taken = ['2.3.0', '2.3.9', 'v2.4.1', '2.4.1+build.9', '2.4.2-rc.1', '2.4']
    const left = ['2.2.9', '2.3.0-rc.1', '2.4.2', '2.10.0', '3']
    for (const version of taken) expect(within(version, '>=2.3.0 <2.4.2'), version).toBe(true)
    for (const version of left) expect(within(version, '>=2.3.0 <2.4.2'), version).toBe(false)
  })

  test('one version alone is that version, however it is written', () => {
    expect(within('1.8.0', '1.8')).toBe(true)
    expect(within('1.8.1', '1.8')).toBe(false)
    expect(within('latest', 'latest')).toBe(true)
    expect(within('blue', 'latest')).toBe(false)
    expect(within('1.8', '= 1.8.0')).toBe(true)
  })

  test('a star takes in every version and says so; nothing else does', () => {
    fc.assert(
      fc.property(odd, (version) => {
        expect(within(version, '*')).toBe(true)
      }),
    )
    expect(coversAll(rangeOf('*'))).toBe(true)
    expect(coversAll(rangeOf('1.0 || *'))).toBe(true)
    expect(coversAll(rangeOf('>=0'))).toBe(false)
  })

  test('commas may stand between conditions', () => {
    expect(within('2.4.1', '>=2.3.0, <2.4.2')).toBe(true)
    expect(within('2.4.2', '>=2.3.0,<2.4.2')).toBe(false)
  })

  test('what could be read in two ways is refused', () => {
    expect(refusalOf('')).toBe('range.versionMissing')
    expect(refusalOf('1.0 ||')).toBe('range.versionMissing')
    for (const bad of ['^1.2.3', '~1.2', '1.x', '1.2.*', '1.0 - 2.0', '>=', '>= <2', '=>1', '1 | 2', '* 1'])
      expect(refusalOf(bad), bad).toBe('range.notUnderstood')
    expect(refusalOf('1'.repeat(301))).toBe('range.tooLong')
    expect(refusalOf(Array.from({ length: 41 }, () => '<1').join(' '))).toBe('range.tooLong')
  })

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'<>=|*,. 12xv^~-') })), odd, (text, version) => {
        const range = readRange(text)
        if (!('refusal' in range)) expect(typeof isInRange(version, range)).toBe('boolean')
      }),
    )
  })
})
