// How a case stands against its clock, as the clock chip, the ruler and its outline show it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedCalendar as calendar } from './calendar.ts'
import { dateOf, dayOf } from './day.ts'
import { explainDeadline } from './deadline.ts'
import { type ClockCode, shippedLimits } from './limits.ts'
import { outline } from './outline.ts'
import type { Pause } from './pauses.ts'
import { standing } from './standing.ts'

const noon = (date: string) => `${date}T12:00:00+08:00`
const question = (rule: ClockCode, startOn: string, ...pauses: [from: string, to: string | null][]) => ({
  limit: shippedLimits[rule],
  calendar,
  startAt: noon(startOn),
  pauses: pauses.map(([from, to]): Pause => ({ from: noon(from), to: to && noon(to) })),
})
const filing = question('FIL-4', '2026-09-23', ['2026-10-20', '2026-10-28'])
const ticks = (ruler: readonly { what: string; ticks: number }[]) => ruler.map((run) => `${run.ticks} ${run.what}`)

test('the filing review of the design stands at day 32 of 30, two working days over', () => {
  const { ruler, ...rest } = standing(filing, noon('2026-11-23'))
  expect(rest).toEqual({ unit: 'workingDays', dayNo: 32, of: 30, left: 0, overdue: 2, stoppedSince: null })
  expect(ticks(ruler)).toEqual(['13 counted', '6 stopped', '17 counted', '2 over'])
})

test.each([
  ['2026-09-23', 0, 30, 0],
  ['2026-09-24', 1, 29, 0],
  ['2026-10-03', 4, 26, 0],
  ['2026-10-10', 7, 23, 0],
  ['2026-10-22', 13, 17, 0],
  ['2026-11-18', 29, 1, 0],
  ['2026-11-19', 30, 0, 0],
  ['2026-11-20', 31, 0, 1],
  ['2026-11-22', 31, 0, 1],
  ['2026-09-01', 0, 30, 0],
])('on %s it is day %i, %i left, %i over', (on, dayNo, left, overdue) => {
  expect(standing(filing, noon(on))).toMatchObject({ dayNo, left, overdue, of: 30 })
})

test('while the clock stands still nothing is used up, and what is left is still said', () => {
  const { ruler, ...rest } = standing(question('FIL-4', '2026-09-23', ['2026-10-20', null]), noon('2026-10-30'))
  expect(rest).toEqual({ unit: 'workingDays', dayNo: 13, of: 30, left: 17, overdue: 0, stoppedSince: '2026-10-20' })
  expect(ticks(ruler)).toEqual(['13 counted', '9 stopped', '17 left'])
})

test('a flagged clock says what is left as long as the calendar reaches, then says that it does not know', () => {
  const flagged = question('FIL-4', '2026-11-23')
  expect(standing(flagged, noon('2026-12-31'))).toMatchObject({ dayNo: 28, left: 2, overdue: 0 })
  expect(ticks(standing(flagged, noon('2026-12-31')).ruler)).toEqual(['28 counted', '2 left'])
  expect(standing(flagged, noon('2027-01-01'))).toMatchObject({ dayNo: null, left: null, overdue: 0 })
  expect(standing(flagged, noon('2027-03-01'))).toMatchObject({ dayNo: null, left: null, overdue: null })
  expect(standing(question('LIC-1', '2026-12-21'), noon('2027-01-04'))).toMatchObject({ dayNo: null, left: 0, overdue: null })
})

test('a clock that stood still before the calendar ended is not over, however late one looks', () => {
  const { ruler, ...rest } = standing(question('LIC-3', '2026-12-25', ['2026-12-30', null]), noon('2027-03-01'))
  expect(rest).toEqual({ unit: 'workingDays', dayNo: 2, of: 20, left: 18, overdue: 0, stoppedSince: '2026-12-30' })
  expect(ticks(ruler)).toEqual(['2 counted', '2 stopped', '18 left'])
})

test('the ruler has no tick for a day that is not published', () => {
  expect(ticks(standing(question('LIC-1', '2026-12-21'), noon('2027-01-10')).ruler)).toEqual(['5 counted', '3 over'])
  const resumed = question('LIC-3', '2026-12-25', ['2026-12-30', '2027-02-01'])
  expect(ticks(standing(resumed, noon('2027-03-01')).ruler)).toEqual(['2 counted', '2 stopped', '18 left'])
})

test('a calendar period has a tick a day, and the days that it moved past are neither counted nor over', () => {
  const moved = question('REC-1', '2025-12-17')
  expect(ticks(standing(moved, noon('2026-02-25')).ruler)).toEqual(['60 counted', '9 rolled', '1 over'])
  expect(standing(moved, noon('2026-02-15'))).toMatchObject({ unit: 'calendarDays', dayNo: 60, left: 9, overdue: 0 })
  expect(standing(moved, noon('2026-02-20'))).toMatchObject({ dayNo: 60, left: 4, overdue: 0 })
  expect(standing(moved, noon('2026-02-24'))).toMatchObject({ dayNo: 60, left: 0, overdue: 0 })
  expect(standing(moved, noon('2026-02-25'))).toMatchObject({ dayNo: 61, left: 0, overdue: 1 })
  expect(standing(question('SUE-1b', '2025-08-31'), noon('2025-09-30'))).toMatchObject({
    unit: 'calendarDays',
    dayNo: 30,
    of: 181,
    left: 151,
  })
})

test('an ended clock stands as it did at its end', () => {
  expect(standing(filing, noon('2027-06-01'), noon('2026-11-18'))).toEqual(standing(filing, noon('2026-11-18')))
})

test('a minute clock stands in minutes', () => {
  const incident = question('INC-1', '2026-02-17')
  expect(standing(incident, '2026-02-17T12:45:30+08:00')).toMatchObject({ unit: 'minutes', dayNo: 45, of: 60, left: 15, overdue: 0 })
  expect(standing(incident, '2026-02-17T13:30:00+08:00')).toMatchObject({ dayNo: 90, left: 0, overdue: 30 })
})

test('from one day to the next a clock counts at most one day, and day and rest make the whole while it is not over', () => {
  const starts = fc.integer({ min: dayOf('2022-02-01'), max: dayOf('2026-06-01') }).map(dateOf)
  const rules = fc.constantFrom<ClockCode>('LIC-3', 'FIL-4', 'REC-5', 'PEN-3', 'LIC-1', 'SUE-1a')
  fc.assert(
    fc.property(rules, starts, fc.nat({ max: 40 }), fc.nat({ max: 20 }), fc.nat({ max: 120 }), (rule, startOn, after, length, days) => {
      const on = (count: number) => dateOf(dayOf(startOn) + count)
      const asked = question(rule, startOn, [on(after), on(after + length)])
      const [today, tomorrow] = [standing(asked, noon(on(days))), standing(asked, noon(on(days + 1)))]
      expect([0, 1]).toContain(tomorrow.dayNo! - today.dayNo!)
      if (today.unit === 'workingDays' && today.overdue === 0) expect(today.dayNo! + today.left!).toBe(today.of)
      expect(today.ruler.filter((run) => run.what === 'counted').reduce((sum, run) => sum + run.ticks, 0)).toBe(
        today.dayNo! - today.overdue!,
      )
    }),
    { numRuns: 1000 },
  )
})

test('the outline is the list of the design: holidays joined, ordinary weeks left out', () => {
  const { steps } = explainDeadline(filing)
  const shown = outline(steps).map((step) => [step.what, step.on, 'until' in step ? step.until : null, step.counted])
  expect(shown).toEqual([
    ['started', '2026-09-23', null, 0],
    ['firstDay', '2026-09-24', null, 1],
    ['holidays', '2026-09-25', '2026-10-07', 4],
    ['makeUpDay', '2026-10-10', '2026-10-10', 7],
    ['paused', '2026-10-20', '2026-10-27', 13],
    ['due', '2026-11-19', null, 30],
  ])
  expect(outline(steps)[2]).toMatchObject({ off: 10, within: 3, names: [{ en: 'Mid-autumn Festival' }, { en: 'National Day' }] })
})

test('holidays weeks apart are not joined in the outline', () => {
  const names = outline(explainDeadline(question('LIC-4', '2026-03-20')).steps)
    .filter((step) => step.what === 'holidays')
    .map((step) => step.names.map((one) => one.en))
  expect(names).toEqual([['Tomb-sweeping Day'], ['Labour Day']])
})

test('holidays with a stop between them are not joined in the outline', () => {
  const { steps } = explainDeadline(question('FIL-4', '2026-09-23', ['2026-09-29', '2026-09-30']))
  expect(outline(steps).map((step) => step.what)).toEqual(['started', 'firstDay', 'holidays', 'paused', 'holidays', 'makeUpDay', 'due'])
})
