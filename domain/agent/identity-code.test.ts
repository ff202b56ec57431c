// Tests of the agent identity code: the published sample, its parts, and everything that is none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityCodeChecksum, identityCodeParts, identityCodeSchema, isIdentityCode, readIdentityCode } from './identity-code.ts'

const sample = '1.2.156.3088.1.34C2.478BDF.3GF546.1.0SEN'

test('the published sample is read into its parts', () => {
  expect(readIdentityCode(sample)).toEqual({
    code: sample,
    prefix: '1.2.156.3088',
    registry: '1',
    vendor: '34C2',
    ontology: '478BDF',
    instance: '3GF546',
    version: '1',
    checksum: '0SEN',
    isType: false,
  })
})

test('lower case is upper-cased when read, and refused where it is stored', () => {
  expect(readIdentityCode(` ${sample.toLowerCase()} `)).toMatchObject({ code: sample })
  expect(identityCodeSchema.safeParse(sample).success).toBe(true)
  expect(identityCodeSchema.safeParse(sample.toLowerCase()).success).toBe(false)
  expect(identityCodeSchema.safeParse(` ${sample}`).success).toBe(false)
})

test('an instance of zeros names the kind of agent', () => {
  expect(readIdentityCode('1.2.156.3088.1.34C2.478BDF.000000000.1.0SEN')).toMatchObject({ isType: true })
})

test('each way of being malformed has its code', () => {
  expect(readIdentityCode('1.2.156.3088.1')).toMatchObject({
    refusal: { code: 'identityCode.partMissing', facts: { parts: 5, expected: 10 } },
  })
  expect(readIdentityCode(sample.replace('3088', '3089'))).toMatchObject({ refusal: { code: 'identityCode.prefixUnknown' } })
  for (const [part, bad] of [
    ['registry', '1.2.156.3088.1234567.34C2.478BDF.3GF546.1.0SEN'],
    ['vendor', '1.2.156.3088.1..478BDF.3GF546.1.0SEN'],
    ['ontology', '1.2.156.3088.1.34C2.4-8BDF.3GF546.1.0SEN'],
    ['instance', '1.2.156.3088.1.34C2.478BDF.0123456789.1.0SEN'],
    ['version', '1.2.156.3088.1.34C2.478BDF.3GF546.11.0SEN'],
    ['checksum', '1.2.156.3088.1.34C2.478BDF.3GF546.1.SEN'],
  ] as const) {
    expect(readIdentityCode(bad)).toMatchObject({ refusal: { code: 'identityCode.partMalformed', facts: { part } } })
  }
})

test('letters that full upper-casing would turn into valid ones are refused', () => {
  expect(isIdentityCode('1.2.156.3088.1.34C2.478BDF.3GF546.\u0131.0SEN')).toBe(false)
  expect(isIdentityCode('1.2.156.3088.1.\u00DF.478BDF.3GF546.1.0SEN')).toBe(false)
})

test('the parts to show come in the order of the code and make it up again', () => {
  const read = readIdentityCode(sample)
  if ('refusal' in read) throw new Error('the sample is well formed')
  expect(
    identityCodeParts(read)
      .map(({ value }) => value)
      .join('.'),
  ).toBe(sample)
})

test('a registry with the salt of the published sample gives its checksum; with another salt it does not', () => {
  const nine = sample.slice(0, sample.lastIndexOf('.'))
  expect(identityCodeChecksum(nine, new Uint8Array([0x12, 0x34]))).toBe('0SEN')
  expect(identityCodeChecksum(nine.toLowerCase(), new Uint8Array([0x12, 0x34]))).toBe('0SEN')
  expect(identityCodeChecksum(nine, new Uint8Array([0x12, 0x35]))).not.toBe('0SEN')
})

test('no text makes the reader throw, and what it accepts is well formed again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'1.2563088AZaz0') })), (text) => {
      const read = readIdentityCode(text)
      if (!('refusal' in read)) expect(identityCodeSchema.safeParse(read.code).success).toBe(true)
    }),
  )
})
