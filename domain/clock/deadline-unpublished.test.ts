// Due dates that would need a day outside the published calendar, and the notice that takes the flag away.
import { expect, test } from 'vitest'
import { type Calendar, shippedCalendar, withNotice } from './calendar.ts'
import { explainDeadline, isOver, lapseInstant } from './deadline.ts'
import { type ClockCode, shippedLimits } from './limits.ts'
import type { Pause } from './pauses.ts'
import type { DeadlineQuestion } from './reach.ts'

const calendar = shippedCalendar
const noon = (date: string) => `${date}T12:00:00+08:00`
const ask = (rule: ClockCode, startOn: string, more: Partial<DeadlineQuestion> = {}) =>
  explainDeadline({ limit: shippedLimits[rule], calendar, startAt: noon(startOn), ...more })
const stop = (from: string, to: string | null, reason?: Pause['reason']): Pause => ({
  from: noon(from),
  to: to && noon(to),
  ...(reason && { reason }),
})
const dueOn = (answer: object) => ('dueOn' in answer ? answer.dueOn : undefined)

const name = { zh: 'x', en: 'x' }
const nextYear: Calendar = {
  from: '2027-01-01',
  publishedUntil: '2027-12-31',
  rest: [{ on: '2027-01-01', until: '2027-01-03', name }],
  work: [],
}

test('thirty working days from 2026-11-23 are flagged: no date, only the earliest possible one, until the next notice is loaded', () => {
  const answer = ask('FIL-4', '2026-11-23')
  expect(answer).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-01-02' })
  expect(answer.steps.at(-1)).toEqual({ what: 'beyondCalendar', on: '2027-01-01', counted: 28, missing: 2, publishedUntil: '2026-12-31' })
  expect(lapseInstant(answer)).toBeNull()
  expect(isOver(answer, '2030-01-01T00:00:00Z')).toBe(false)
  expect(ask('FIL-4', '2026-11-23', { calendar: withNotice(calendar, nextYear) })).toMatchObject({
    dueOn: '2027-01-05',
    flagged: false,
    notBefore: null,
  })
})

test('the earliest possible date is early enough for a notice that makes the first weekend of the year a working one', () => {
  const worked = {
    ...nextYear,
    rest: [{ on: '2027-01-04', until: '2027-01-05', name }],
    work: [
      { on: '2027-01-02', name },
      { on: '2027-01-03', name },
    ],
  }
  expect(dueOn(ask('FIL-4', '2026-11-23', { calendar: withNotice(calendar, worked) }))).toBe('2027-01-02')
})

test('the last published day is still known', () => {
  expect(ask('LIC-1', '2026-12-24')).toMatchObject({ dueOn: '2026-12-31', flagged: false })
  expect(ask('LIC-1', '2026-12-25')).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-01-01' })
  expect(ask('REC-1', '2026-11-01')).toMatchObject({ dueOn: '2026-12-31', flagged: false })
  const beyond = ask('REC-1', '2026-11-02')
  expect(beyond).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-01-01' })
  expect(beyond.steps.at(-1)).toMatchObject({ what: 'beyondCalendar', counted: 60, missing: 0 })
  expect(ask('SUE-1b', '2026-09-30')).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-03-30' })
})

test('days before the published calendar are not guessed either', () => {
  expect(ask('LIC-1', '2021-12-31')).toMatchObject({ dueOn: '2022-01-10', flagged: false })
  expect(ask('LIC-1', '2021-12-30')).toMatchObject({ dueOn: null, flagged: true, notBefore: '2022-01-07' })
  expect(ask('REC-1', '2021-12-01')).toMatchObject({ dueOn: '2022-01-30', flagged: false })
})

test('a stop may cover days that are not published; what is left is flagged when it runs on', () => {
  expect(ask('LIC-3', '2026-12-25', { pauses: [stop('2026-12-30', null, 'testing')] })).toMatchObject({
    dueOn: null,
    flagged: false,
    stoppedSince: '2026-12-30',
  })
  const resumed = ask('LIC-3', '2026-12-25', { pauses: [stop('2026-12-30', '2027-02-01', 'testing')] })
  expect(resumed).toMatchObject({ flagged: true, notBefore: '2027-02-18' })
  expect(resumed.steps.slice(-2)).toMatchObject([
    { what: 'paused', on: '2026-12-30', until: '2027-01-31', days: 33, stopped: null, counted: 2 },
    { what: 'beyondCalendar', on: '2027-02-01', missing: 18 },
  ])
})

test('whether a period was over before a stop began cannot be said beyond the calendar', () => {
  const answer = ask('FIL-4', '2026-11-23', { pauses: [stop('2027-01-10', null, 'testing')] })
  expect(answer).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-01-02', stoppedSince: '2027-01-10' })
})
