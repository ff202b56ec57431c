// The shipped limits against the table of the law.
import { expect, test } from 'vitest'
import { clockCodes, limitSchema, shippedLimits } from './limits.ts'

test('every code has one limit of its own, valid as an edited one would have to be', () => {
  expect(Object.keys(shippedLimits)).toEqual([...clockCodes])
  for (const code of clockCodes) {
    expect(shippedLimits[code].code).toBe(code)
    expect(limitSchema.safeParse(shippedLimits[code]).error).toBeUndefined()
  }
})

const d = 'calendarDays',
  w = 'workingDays',
  m = 'minutes'
test.each([
  ['LIC-1', 5, w, null, false],
  ['LIC-3', 20, w, 10, true],
  ['LIC-4', 45, w, 15, true],
  ['LIC-5', 20, w, null, true],
  ['LIC-6', 10, w, null, false],
  ['LIC-10a', 5, w, null, false],
  ['LIC-10b', 20, w, null, false],
  ['PEN-2a', 5, w, null, false],
  ['PEN-3', 90, d, null, true],
  ['PEN-4', 7, w, null, false],
  ['PEN-5', 3, w, null, false],
  ['REC-1', 60, d, null, true],
  ['REC-2', 5, w, null, false],
  ['REC-3a', 5, w, null, false],
  ['REC-3b', 10, w, null, false],
  ['REC-4a', 7, w, null, false],
  ['REC-4b', 10, w, null, false],
  ['REC-5', 60, d, 30, true],
  ['REC-5s', 30, d, null, true],
  ['SUE-1a', 15, d, null, false],
  ['SUE-1b', 6, 'months', null, false],
  ['INC-1', 60, m, null, false],
  ['INC-1b', 30, m, null, false],
  ['INC-2', 120, m, null, false],
  ['INC-2b', 60, m, null, false],
  ['INC-3', 240, m, null, false],
  ['FIL-1', 10, w, null, false],
  ['FIL-2', 10, w, null, false],
  ['FIL-3', 20, w, null, false],
  ['FIL-4', 30, w, 10, true],
  ['FIL-5', 10, w, null, false],
  ['RCL-1', 10, w, null, false],
  ['RCL-2', 15, w, null, false],
  ['RCL-3', 5, w, null, false],
  ['RCL-4', 10, w, null, false],
  ['RCL-5', 3, w, null, false],
  ['RCL-6', 15, w, null, false],
  ['TST-1', 20, w, null, false],
  ['TST-2', 6, 'months', null, false],
  ['TST-3', 12, 'months', null, false],
] as const)('%s is %i %s, extended by %s, stops: %s', (code, length, unit, extension, stops) => {
  expect(shippedLimits[code]).toMatchObject({ length, unit, extension, stops })
})

test('the licence and filing clocks stop for testing, hearing and expert review alone', () => {
  for (const code of ['LIC-3', 'LIC-4', 'LIC-5', 'FIL-4'] as const)
    expect(shippedLimits[code].stopsFor).toEqual(['testing', 'hearing', 'expertReview'])
})

test('the source names every law that the period rests on', () => {
  expect(shippedLimits['REC-5'].source).toBe('Reconsideration Law 39, 62(1), 88; Civil Procedure Law 85')
  expect(shippedLimits['LIC-1'].source).toBe('Licensing Law 32(4), 82')
  expect(shippedLimits['FIL-1'].source).toBe('Order 9 art 24(1)')
})

test('the extension of the filing clock is shown as our default, those of the law as law', () => {
  expect(shippedLimits['FIL-4'].extensionConfidence).toBe('D')
  expect(shippedLimits['LIC-3'].extensionConfidence).toBe('P')
})

test('an edited limit that contradicts itself is refused', () => {
  const edited = (change: object) =>
    limitSchema.safeParse({ ...shippedLimits['FIL-4'], ...change }).error?.issues.map((issue) => issue.message)
  expect(edited({ length: 25 })).toBeUndefined()
  expect(edited({ stops: false })).toEqual(['limit.reasonToStopMissing'])
  expect(edited({ stopsFor: [] })).toEqual(['limit.reasonToStopMissing'])
  expect(edited({ extension: null })).toEqual(['limit.extensionConfidenceMissing'])
  expect(edited({ unit: 'minutes' })).toEqual(['limit.minutesRunThrough'])
  expect(edited({ unit: 'months', length: 300 })).toEqual(['limit.tooLong'])
  expect(edited({ length: 0 })).toHaveLength(1)
  expect(edited({ length: 2.5 })).toHaveLength(1)
  expect(edited({ code: 'FIL-30' })).toHaveLength(1)
})
