// Counting in working days, by hand and against counting day by day.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay, shippedCalendar } from './calendar.ts'
import { dateOf, dayOf } from './day.ts'
import { addWorkingDays, lastNoticeOn, rollOver, stageReportOn, workingDaysBetween } from './working-days.ts'

const calendar = shippedCalendar
const dates = fc.integer({ min: dayOf('2021-11-01'), max: dayOf('2027-03-01') }).map(dateOf)
const knownDates = fc.integer({ min: dayOf('2022-03-01'), max: dayOf('2026-10-01') }).map(dateOf)

test('over Spring Festival 2026 the make-up Saturdays count and nine days do not', () => {
  expect(addWorkingDays(calendar, '2026-02-12', 5)).toEqual({ on: '2026-02-26', flagged: false })
  expect(addWorkingDays(calendar, '2026-02-12', 7)).toEqual({ on: '2026-02-28', flagged: false })
  expect(workingDaysBetween(calendar, '2026-02-12', '2026-02-28')).toBe(7)
  expect(workingDaysBetween(calendar, '2026-02-28', '2026-02-12')).toBe(-7)
  expect(workingDaysBetween(calendar, '2026-02-14', '2026-02-23')).toBe(0)
  expect(workingDaysBetween(calendar, '2026-02-23', '2026-02-14')).toBe(0)
})

test('notice of a hearing counts back, the day of the hearing not counted', () => {
  // 2025-10-11 is a worked Saturday, 1 to 8 October rest, 28 September a worked Sunday: 11 10 9 30 29 28 26.
  expect(lastNoticeOn(calendar, '2025-10-13', 7)).toEqual({ on: '2025-09-26', flagged: false })
  expect(lastNoticeOn(calendar, '2025-10-13', 5)).toEqual({ on: '2025-09-29', flagged: false })
  // 5 and 4 January are known; five days of 2021 are not, and would be the last five of it at best.
  expect(lastNoticeOn(calendar, '2022-01-06', 7)).toEqual({ on: null, flagged: true, notBefore: null, notAfter: '2021-12-27' })
})

test('what needs an unpublished day has no date but a bound', () => {
  expect(addWorkingDays(calendar, '2026-11-23', 28)).toEqual({ on: '2026-12-31', flagged: false })
  expect(addWorkingDays(calendar, '2026-11-23', 30)).toEqual({ on: null, flagged: true, notBefore: '2027-01-02', notAfter: null })
  expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-01')).toBeNull()
  expect(workingDaysBetween(calendar, '2021-12-30', '2022-01-05')).toBeNull()
  // The day from which is counted need not be known.
  expect(workingDaysBetween(calendar, '2021-12-31', '2022-01-05')).toBe(2)
  expect(addWorkingDays(calendar, '2021-12-31', 2)).toEqual({ on: '2022-01-05', flagged: false })
})

test('the n-th working day is the n-th when counted day by day, forward and back', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -80, max: 80 }), (date, n) => {
      let [day, counted, isUnknown] = [dayOf(date), 0, false]
      const step = Math.sign(n)
      while (counted !== n) {
        day += step
        const kind = isWorkingDay(calendar, dateOf(day))
        if (kind === 'unknown') isUnknown = true
        if (kind !== 'rest') counted += step
      }
      const found = addWorkingDays(calendar, date, n)
      expect(found.flagged).toBe(isUnknown)
      expect(found.flagged ? (found.notBefore ?? found.notAfter) : found.on).toBe(dateOf(day))
    }),
    { numRuns: 2000 },
  )
})

test('counting between undoes counting on, and is the same backwards with the sign turned', () => {
  fc.assert(
    fc.property(knownDates, fc.integer({ min: 1, max: 60 }), (date, n) => {
      const { on } = addWorkingDays(calendar, date, n)
      expect(workingDaysBetween(calendar, date, on!)).toBe(n)
      expect(workingDaysBetween(calendar, on!, date)).toBe(-n)
    }),
    { numRuns: 1000 },
  )
})

test('a day of rest moves to the first day after; a make-up day does not move', () => {
  expect(rollOver(calendar, '2026-02-15')).toEqual({ on: '2026-02-24', flagged: false })
  expect(rollOver(calendar, '2026-02-14')).toEqual({ on: '2026-02-14', flagged: false })
  expect(rollOver(calendar, '2026-03-01')).toEqual({ on: '2026-03-02', flagged: false })
  expect(rollOver(calendar, '2027-01-01')).toEqual({ on: null, flagged: true, notBefore: '2027-01-01', notAfter: null })
})

test('stage reports fall on the same number of the month or every seventh day, moved off rest without moving the next', () => {
  const monthly = [1, 2, 3, 9].map((nth) => stageReportOn(calendar, '2026-01-31', 'month', nth).on)
  expect(monthly).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-11-02'])
  expect(stageReportOn(calendar, '2026-01-31', 'month', 8).on).toBe('2026-09-30')
  expect([1, 2, 3].map((nth) => stageReportOn(calendar, '2026-02-09', 'week', nth).on)).toEqual(['2026-02-24', '2026-02-24', '2026-03-02'])
  expect(stageReportOn(calendar, '2026-12-24', 'week', 2)).toMatchObject({ flagged: true, notBefore: '2027-01-07' })
  expect(() => stageReportOn(calendar, '2026-12-24', 'week', 0)).toThrow(RangeError)
})

test('what is no date or no whole number is refused', () => {
  expect(() => addWorkingDays(calendar, '2026-02-30', 1)).toThrow(RangeError)
  expect(() => addWorkingDays(calendar, '2026-02-20', 1.5)).toThrow(RangeError)
})
