// The date arithmetic of the clocks, against Temporal.
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addMinutes, addMonths, dateOf, dayOf, endOf, isDate, isInstant, millisecondsOf, shanghaiDateOf, weekdayOf } from './day.ts'

const epoch = Temporal.PlainDate.from('1970-01-01')
const anyDay = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('9899-12-31') })

test('a day number and its date are two names of one day, over leap years and centuries', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = epoch.add({ days: day })
      expect(dateOf(day)).toBe(date.toString())
      expect(dayOf(date.toString())).toBe(day)
      expect(weekdayOf(day)).toBe(date.dayOfWeek)
    }),
    { numRuns: 1000 },
  )
})

test('months end on the same number, else on the last day of the month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (day, months) => {
      expect(dateOf(addMonths(day, months))).toBe(epoch.add({ days: day }).add({ months }).toString())
    }),
    { numRuns: 1000 },
  )
  expect(dateOf(addMonths(dayOf('2023-08-31'), 6))).toBe('2024-02-29')
  expect(dateOf(addMonths(dayOf('2024-08-31'), 6))).toBe('2025-02-28')
  expect(dateOf(addMonths(dayOf('2099-08-31'), 6))).toBe('2100-02-28')
  expect(dateOf(addMonths(dayOf('1999-08-31'), 6))).toBe('2000-02-29')
})

test('the date is the one in Shanghai, whatever the offset of the instant', () => {
  expect(shanghaiDateOf('2026-02-13T15:59:59Z')).toBe('2026-02-13')
  expect(shanghaiDateOf('2026-02-13T16:00:00Z')).toBe('2026-02-14')
  expect(shanghaiDateOf('2026-02-13T23:30:00-11:00')).toBe('2026-02-14')
  expect(shanghaiDateOf('2026-02-14T00:10+14:00')).toBe('2026-02-13')
  // Summer time: 1988-07-01 was nine hours ahead.
  expect(shanghaiDateOf('1988-07-01T15:30:00Z')).toBe('1988-07-02')
  const milliseconds = fc.integer({ min: Date.parse('1950-01-01T00:00Z'), max: Date.parse('2200-01-01T00:00Z') })
  fc.assert(
    fc.property(milliseconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
      const sign = offset < 0 ? '-' : '+'
      const two = (part: number) => String(part).padStart(2, '0')
      const zone = `${sign}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
      const written = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
      expect(millisecondsOf(written)).toBe(at)
      const shanghai = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
      expect(shanghaiDateOf(written)).toBe(shanghai)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  '2026-02-13T10:00:00',
  '2026-02-13',
  '2026-02-13 10:00:00+08:00',
  '2026-02-30T10:00:00Z',
  '2025-02-29T10:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-02-13T24:00:00Z',
  '2026-02-13T10:00:60Z',
  '2026-02-13T10:00:00+0800',
  '2026-02-13T10:00:00+08:00[Asia/Shanghai]',
  '',
  'now',
  '1899-12-31T00:00:00Z',
  '+012026-02-13T10:00:00Z',
  ' 2026-02-13T10:00:00Z',
  '2026-02-13T10:00:00Z\n',
  '2026-02-13T10:00:00.Z',
])('an instant without an offset, or of a date that does not exist, is refused: %j', (text) => {
  expect(isInstant(text)).toBe(false)
  expect(() => millisecondsOf(text)).toThrow(RangeError)
  expect(() => shanghaiDateOf(text)).toThrow(RangeError)
})

test.each(['2026-02-29', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ''])(
  'a date that does not exist is refused: %j',
  (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => dayOf(text)).toThrow(RangeError)
  },
)

test('a date ends at 24:00 in Shanghai, and minutes are added from the very minute', () => {
  expect(endOf('2026-12-31')).toBe('2027-01-01T00:00:00+08:00')
  expect(endOf('2024-02-28')).toBe('2024-02-29T00:00:00+08:00')
  expect(addMinutes('2026-02-17T15:30:30.5Z', 60)).toBe('2026-02-18T00:30:30.5+08:00')
  expect(() => addMinutes('2026-02-17T15:30:30', 60)).toThrow(RangeError)
})

test('a century has no 29 February unless 400 divides it', () => {
  expect(['1900', '2000', '2100', '2400'].map((year) => isDate(`${year}-02-29`))).toEqual([false, true, false, true])
  expect(isInstant('2100-02-29T00:00:00Z')).toBe(false)
})
