// Tests of the unified social credit code: the worked example, the synthetic codes of the seed, and every slip of one character.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter, checkCreditCode, creditAlphabet, isCreditCode, makeCreditCode, organisationCheck } from './credit-code.ts'

const synthetic = [
  '91990000MA00TE5T24',
  '91990000MA00AGN1X1',
  '91990000MA00AGN281',
  '91990000MA00DEM06U',
  '91990000MA00LAB17G',
  '12990000400000018H',
]
const faultOf = (text: string): string | null => {
  const check = checkCreditCode(text)
  return check.ok ? null : check.fault
}

test('the worked example: organisation check 2, sum 2476, check 4', () => {
  expect(organisationCheck('MA00TE5T')).toBe('2')
  const base = '91990000MA00TE5T2'
  const sum = [...base].reduce(
    (total, character, index) =>
      total + creditAlphabet.indexOf(character) * [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28][index]!,
    0,
  )
  expect(sum).toBe(2476)
  expect(checkCharacter(base)).toBe('4')
  expect(checkCreditCode('91990000MA00TE5T24')).toEqual({
    ok: true,
    parts: { code: '91990000MA00TE5T24', department: '9', category: '1', region: '990000', organisation: 'MA00TE5T2' },
  })
})

test('the synthetic codes of the seed, and the example of the standard, are valid', () => {
  for (const code of [...synthetic, '91350100M000100Y43']) expect(faultOf(code), code).toBeNull()
})

test('the alphabet has 31 characters and none of I, O, S, V, Z', () => {
  expect(new Set(creditAlphabet).size).toBe(31)
  expect(creditAlphabet).not.toMatch(/[IOSVZ]/)
})

test('lower case and space around are accepted, and stored in upper case', () => {
  expect(checkCreditCode(' 91990000ma00te5t24\n')).toMatchObject({ ok: true, parts: { code: '91990000MA00TE5T24' } })
})

test('each fault has its name and its facts', () => {
  expect(checkCreditCode('9199')).toEqual({ ok: false, fault: 'lengthWrong', facts: { length: 4, expected: 18 } })
  expect(checkCreditCode('91990000MA00TE5TO4')).toEqual({ ok: false, fault: 'characterRefused', facts: { character: 'O', position: 17 } })
  expect(checkCreditCode('9199A000MA00TE5T24')).toEqual({ ok: false, fault: 'regionWrong', facts: { region: '99A000' } })
  expect(faultOf('91990000MA00TE5T14')).toBe('organisationCheckWrong')
  expect(faultOf('91990000MA00TE5T25')).toBe('checkWrong')
  for (const letter of 'IOSVZ') expect(faultOf(`91990000MA00TE5T2${letter}`)).toBe('characterRefused')
})

test('letters that full upper-casing would turn into valid ones are refused', () => {
  expect(faultOf('9199000\u017FMA00TE5T24')).toBe('characterRefused')
  expect(faultOf('91990000MA00TE5T2\uFF14')).toBe('characterRefused')
})

const sixteen = fc
  .tuple(
    fc.constantFrom(...creditAlphabet),
    fc.constantFrom(...creditAlphabet),
    fc.stringMatching(/^\d{6}$/),
    fc.string({ unit: fc.constantFrom(...creditAlphabet), minLength: 8, maxLength: 8 }),
  )
  .map((parts) => parts.join(''))

test('what is made is valid and begins as asked', () => {
  fc.assert(
    fc.property(sixteen, (start) => {
      const code = makeCreditCode(start)
      expect(code.startsWith(start)).toBe(true)
      expect(isCreditCode(code)).toBe(true)
    }),
  )
  for (const code of synthetic) expect(makeCreditCode(code.slice(0, 16))).toBe(code)
})

test('every slip of one character is caught: 31 is prime and no weight is a multiple of it', () => {
  fc.assert(
    fc.property(sixteen.map(makeCreditCode), fc.nat(17), fc.constantFrom(...creditAlphabet), (code, at, character) => {
      fc.pre(code[at] !== character)
      expect(isCreditCode(code.slice(0, at) + character + code.slice(at + 1))).toBe(false)
    }),
    { numRuns: 1000 },
  )
  for (const code of synthetic) {
    for (const at of Array.from(code).keys()) {
      for (const character of creditAlphabet) {
        if (character !== code[at])
          expect(isCreditCode(code.slice(0, at) + character + code.slice(at + 1)), `${code} ${at} ${character}`).toBe(false)
      }
    }
  }
})

test('no text makes the check throw, and what has no valid start is not made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(typeof isCreditCode(text)).toBe('boolean')
    }),
  )
  for (const bad of ['', '91990000MA00TE5', '91990000MA00TE5TX', 'O1990000MA00TE5T', '9199A000MA00TE5T'])
    expect(() => makeCreditCode(bad), bad).toThrow()
})
