// Tests of case numbers: printed and read back, and every slip of the pen in one digit.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseNumber, formatNumber, isWellFormed, numberPrefixes, parseNumber, recallClasses } from './number.ts'

const kinds = (Object.keys(numberPrefixes) as (keyof typeof numberPrefixes)[]).filter((kind) => kind !== 'recall')
const year = fc.integer({ min: 2000, max: 2999 })
const ofCase: fc.Arbitrary<CaseNumber> = fc.record({
  kind: fc.constantFrom(...kinds),
  region: fc.stringMatching(/^\d{6}$/),
  scenario: fc.integer({ min: 0, max: 99 }),
  year,
  sequence: fc.integer({ min: 1, max: 999_999 }),
})
const ofRecall: fc.Arbitrary<CaseNumber> = fc.record({
  kind: fc.constant('recall' as const),
  year,
  sequence: fc.integer({ min: 1, max: 9999 }),
  class: fc.constantFrom(...recallClasses),
})

test('each kind has its shape', () => {
  const parts = { region: '110000', scenario: 26, year: 2026, sequence: 417 }
  // Sum of digit × 3^(i−1) mod 31 over 110000262026000417, by hand: 1+3+0+0+0+0+32+102+40+0+50+78+0+0+0+120+28+154 = 608; 31 − 608 mod 31 = 12 → C.
  expect(formatNumber({ kind: 'filing', ...parts })).toBe('AGF-110000-26-2026-000417C')
  expect(formatNumber({ kind: 'deployment', ...parts })).toMatch(/^AGD-110000-26-2026-000417C$/)
  expect(formatNumber({ kind: 'test', ...parts })).toMatch(/^AGT-/)
  expect(formatNumber({ kind: 'incident', ...parts, scenario: 0 })).toMatch(/^AGI-110000-00-2026-000417[0-9A-Y]$/)
  expect(formatNumber({ kind: 'reconsideration', ...parts })).toMatch(/^AGX-/)
  expect(formatNumber({ kind: 'recall', year: 2026, sequence: 42, class: 'I' })).toBe('AGR-2026-0042-I')
})

test('what is printed is well formed and reads back the same', () => {
  fc.assert(
    fc.property(fc.oneof(ofCase, ofRecall), (number) => {
      const text = formatNumber(number)
      expect(parseNumber(text)).toEqual(number)
      expect(isWellFormed(text)).toBe(true)
    }),
  )
})

test('every slip of one digit or of the check character is caught', () => {
  fc.assert(
    fc.property(ofCase, fc.nat(), fc.constantFrom(...'0123456789'), (number, place, digit) => {
      const text = formatNumber(number)
      const at = 4 + (place % (text.length - 4))
      fc.pre(text[at] !== '-' && text[at] !== digit)
      expect(parseNumber(text.slice(0, at) + digit + text.slice(at + 1))).toBeNull()
    }),
    { numRuns: 1000 },
  )
})

test('two neighbouring digits exchanged are caught', () => {
  fc.assert(
    fc.property(ofCase, fc.nat(4), (number, offset) => {
      const text = formatNumber(number)
      const at = text.length - 7 + offset
      fc.pre(text[at] !== text[at + 1])
      expect(parseNumber(`${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`)).toBeNull()
    }),
  )
})

test('a number typed in lower case, full width, with long dashes or spaces is read, but only the printed form is well formed', () => {
  const printed = 'AGF-110000-26-2026-000417C'
  const typed = [
    'agf-110000-26-2026-000417c',
    ' AGF\u2013110000\u201426-2026-000417C ',
    'AGF - 110000 - 26 - 2026 - 000417C',
    '\uFF21\uFF27\uFF26\uFF0D110000-26-2026-000417C',
  ]
  for (const text of typed) {
    expect(parseNumber(text), text).toEqual(parseNumber(printed))
    expect(isWellFormed(text), text).toBe(false)
  }
})

test('what is no number is none', () => {
  for (const text of [
    '',
    'AGF',
    'AGZ-110000-26-2026-000417C',
    'AGF-110000-26-2026-000417',
    'AGF-110000-26-2026-000417D',
    'AGR-2026-0042-IV',
    'AGR-2026-0000-I',
    'AGF-110000-26-1999-000417C',
    `AGF${'0'.repeat(200)}`,
  ]) {
    expect(parseNumber(text), text).toBeNull()
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isWellFormed(text)).toBe(false)
    }),
  )
})

test('a part that does not fit is not printed', () => {
  const parts = { kind: 'filing' as const, region: '110000', scenario: 26, year: 2026, sequence: 1 }
  for (const bad of [
    { region: '11000' },
    { region: 'abcdef' },
    { scenario: 100 },
    { scenario: 1.5 },
    { year: 26 },
    { sequence: 0 },
    { sequence: 1_000_000 },
  ]) {
    expect(() => formatNumber({ ...parts, ...bad }), JSON.stringify(bad)).toThrow()
  }
  expect(() => formatNumber({ kind: 'recall', year: 2026, sequence: 10_000, class: 'I' })).toThrow()
})
