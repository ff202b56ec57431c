// Entries: canonical JSON, its limits, and commitments that hide and bind.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, commitTo, isCommittedTo, type Json, MAX_ENTRY_BYTES, printEntry } from './entry.ts'

test('the example of RFC 8785 3.2.3 is written as there', () => {
  const value = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  )
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('names are sorted by UTF-16 code units, at every depth (RFC 8785 3.2.3)', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  const written = canonicalJson({ deep: Object.fromEntries(names.map((name) => [name, 0])) })
  expect(Object.keys(JSON.parse(written).deep)).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
  expect(written.indexOf('\ud83d\ude00')).toBeLessThan(written.indexOf('\ufb33'))
})

test('the order in which properties were set makes no difference, and the text says the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'small' }), (drawn) => {
      const value = JSON.parse(JSON.stringify(drawn)) as Json
      const turned = JSON.parse(JSON.stringify(value), (_, member) =>
        member && typeof member === 'object' && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).reverse()) : member,
      )
      fc.pre(JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(value)))
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(value)
    }),
  )
})

test('an undefined property is left out, as in JSON', () => {
  expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}')
})

test.each<[string, unknown]>([
  ['NaN', Number.NaN],
  ['infinity', { a: Number.POSITIVE_INFINITY }],
  ['a bigint', 1n],
  ['a function', { a: () => 1 }],
  ['a symbol', [Symbol('a')]],
  ['undefined', undefined],
  ['undefined in a list', [undefined]],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
  ['a hole in a list', [1, , 2]],
  ['a Date', { at: new Date(0) }],
  ['a Map', new Map([['a', 1]])],
  ['bytes', Buffer.from('a')],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate in a name', { '\udc00': 1 }],
])('%s is refused, not written as something else', (_, value) => {
  expect(() => canonicalJson(value as Json)).toThrow(TypeError)
})

test('an entry has at most 65535 bytes, counted in UTF-8', () => {
  expect(printEntry('a'.repeat(MAX_ENTRY_BYTES - 2))).toHaveLength(MAX_ENTRY_BYTES)
  expect(() => printEntry('a'.repeat(MAX_ENTRY_BYTES - 1))).toThrow(RangeError)
  expect(() => printEntry('\u20ac'.repeat(21_845))).toThrow(RangeError)
})

test('a commitment is SHA-256 of the salt and the value', () => {
  // printf '0123456789abcdefsecret' | sha256sum
  expect(commitTo('secret', Buffer.from('0123456789abcdef')).toString('hex')).toBe(
    'c5310e3d1e5823ef77ce3a5804988a72fc60c307a0c8959f3461e202e4a8d814',
  )
})

test('a commitment opens with its own salt and value only', () => {
  const salts = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(salts, salts, fc.string(), fc.string(), (salt, otherSalt, value, otherValue) => {
      fc.pre(value !== otherValue && Buffer.compare(salt, otherSalt) !== 0)
      const commitment = commitTo(value, salt)
      expect(isCommittedTo(commitment, value, salt)).toBe(true)
      expect(isCommittedTo(commitment, Buffer.from(value), salt)).toBe(true)
      expect(isCommittedTo(commitment, otherValue, salt)).toBe(false)
      expect(isCommittedTo(commitment, value, otherSalt)).toBe(false)
      expect(isCommittedTo(commitment.subarray(1), value, salt)).toBe(false)
      expect(isCommittedTo(commitment, value, salt.subarray(1))).toBe(false)
    }),
  )
  expect(() => commitTo('secret', Buffer.alloc(15))).toThrow(RangeError)
})
