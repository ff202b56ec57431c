// What pauses and the extension do to a due date, computed by hand.
import { expect, test } from 'vitest'
import { shippedCalendar } from './calendar.ts'
import { explainDeadline } from './deadline.ts'
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

test('pauses are joined, never counted twice, and in any order', () => {
  const one = ask('FIL-4', '2026-09-23', { pauses: [stop('2026-10-20', '2026-10-28', 'testing')] })
  const many = [
    stop('2026-10-26', '2026-10-28', 'hearing'),
    stop('2026-10-20', '2026-10-26', 'testing'),
    stop('2026-10-21', '2026-10-27', 'testing'),
  ]
  const joined = ask('FIL-4', '2026-09-23', { pauses: many })
  expect(dueOn(joined)).toBe(dueOn(one))
  expect(joined.steps.filter((step) => step.what === 'paused')).toEqual([
    { what: 'paused', on: '2026-10-20', until: '2026-10-27', counted: 13, days: 8, stopped: 6, reasons: ['testing', 'hearing'] },
  ])
})

test('pauses that touch are one stop: one step, and an open one stands since the first began', () => {
  const first = stop('2026-10-20', '2026-10-26', 'testing')
  const closed = ask('FIL-4', '2026-09-23', { pauses: [first, stop('2026-10-26', '2026-10-28', 'hearing')] })
  expect(dueOn(closed)).toBe('2026-11-19')
  expect(closed.steps.filter((step) => step.what === 'paused')).toHaveLength(1)
  const open = ask('FIL-4', '2026-09-23', { pauses: [first, stop('2026-10-26', null, 'hearing')] })
  expect(open).toMatchObject({ dueOn: null, stoppedSince: '2026-10-20' })
  const apart = ask('FIL-4', '2026-09-23', { pauses: [first, stop('2026-10-27', null, 'hearing')] })
  expect(apart).toMatchObject({ dueOn: null, stoppedSince: '2026-10-27' })
})

test('a pause takes off the day on which it begins, not the day on which it ends', () => {
  expect(dueOn(ask('LIC-3', '2026-03-02'))).toBe('2026-03-30')
  expect(dueOn(ask('LIC-3', '2026-03-02', { pauses: [stop('2026-03-10', '2026-03-11')] }))).toBe('2026-03-31')
  expect(dueOn(ask('LIC-3', '2026-03-02', { pauses: [stop('2026-03-30', '2026-03-31')] }))).toBe('2026-03-31')
})

test.each([
  ['LIC-1', stop('2026-03-04', '2026-03-06'), 'ruleDoesNotStop'],
  ['LIC-3', stop('2026-03-04', '2026-03-06', 'waitingForCompany'), 'reasonDoesNotStop'],
  ['LIC-3', stop('2026-02-20', '2026-03-01', 'testing'), 'beforeStart'],
  ['LIC-3', stop('2026-02-20', '2026-03-03', 'testing'), 'beforeStart'],
  ['LIC-3', stop('2026-03-04', '2026-03-04', 'testing'), 'withinOneDay'],
  ['LIC-3', stop('2026-03-31', '2026-04-10', 'testing'), 'afterDue'],
  ['LIC-3', stop('2026-03-31', null, 'testing'), 'afterDue'],
] as const)('%s: a pause that takes nothing off changes nothing and says why (%#)', (rule, pause, because) => {
  const [plain, paused] = [ask(rule, '2026-03-02'), ask(rule, '2026-03-02', { pauses: [pause] })]
  expect(dueOn(paused)).toBe(dueOn(plain))
  expect(paused.steps.filter((step) => step.what !== 'pauseWithoutEffect')).toEqual(plain.steps)
  expect(paused.steps.find((step) => step.what === 'pauseWithoutEffect')).toMatchObject({ because, from: pause.from, to: pause.to })
})

test('a pause that still lasts gives no due date but since when the clock stands', () => {
  const answer = ask('FIL-4', '2026-09-23', { pauses: [stop('2026-10-20', null, 'testing'), stop('2026-10-19', '2026-10-21', 'hearing')] })
  expect(answer).toMatchObject({ dueOn: null, flagged: false, notBefore: null, stoppedSince: '2026-10-19' })
  expect(answer.steps.at(-1)).toEqual({ what: 'stopped', on: '2026-10-19', counted: 12, missing: 18, reasons: ['hearing', 'testing'] })
  // On the last day itself too: it is not over before 24:00.
  expect(ask('LIC-3', '2026-03-02', { pauses: [stop('2026-03-30', null)] })).toMatchObject({ dueOn: null, stoppedSince: '2026-03-30' })
  expect(ask('LIC-3', '2026-03-02', { pauses: [stop('2026-02-02', null)] })).toMatchObject({ dueOn: null, stoppedSince: '2026-03-02' })
})

test('a period that moves off a day of rest does not run out while it stands still', () => {
  // Sixty days end on Saturday 2026-05-16; the stop begins on the Sunday.
  expect(dueOn(ask('REC-5', '2026-03-17'))).toBe('2026-05-18')
  const answer = ask('REC-5', '2026-03-17', { pauses: [stop('2026-05-17', '2026-05-23', 'suspension')] })
  expect(dueOn(answer)).toBe('2026-05-25')
  expect(answer.steps.slice(-3)).toMatchObject([
    { what: 'rolledOver', on: '2026-05-16', to: '2026-05-25', because: 'weekend', counted: 60 },
    { what: 'paused', on: '2026-05-17', until: '2026-05-22', stopped: 0, counted: 60 },
    { what: 'due', on: '2026-05-25', counted: 60 },
  ])
  expect(ask('REC-5', '2026-03-17', { pauses: [stop('2026-05-17', null)] })).toMatchObject({ dueOn: null, stoppedSince: '2026-05-17' })
})

test('an extension is the whole length of the rule, once, counted on in one', () => {
  expect(dueOn(ask('LIC-3', '2026-02-12', { extended: true }))).toBe('2026-04-01')
  expect(dueOn(ask('FIL-4', '2026-09-23', { extended: true }))).toBe('2026-11-25')
  expect(dueOn(ask('LIC-4', '2026-02-12', { extended: true }))).toBe('2026-05-18')
  // Ninety days in one: sixty would have moved to 24 February, and thirty from there would end on 26 March.
  const answer = ask('REC-5', '2025-12-17', { extended: { at: noon('2026-02-10') } })
  expect(dueOn(answer)).toBe('2026-03-17')
  expect(answer.steps.find((step) => step.what === 'extended')).toEqual({
    what: 'extended',
    on: '2026-02-10',
    counted: 55,
    by: 30,
    unit: 'calendarDays',
    total: 90,
    confidence: 'P',
  })
  expect(answer.steps.map((step) => [step.what, step.on, step.counted])).toEqual([
    ['started', '2025-12-17', 0],
    ['counted', '2025-12-18', 55],
    ['extended', '2026-02-10', 55],
    ['counted', '2026-02-11', 90],
    ['due', '2026-03-17', 90],
  ])
  expect(ask('FIL-4', '2026-09-23', { extended: true }).steps[1]).toMatchObject({ what: 'extended', by: 10, total: 40, confidence: 'D' })
})

test('a rule without an extension is not extended, and says so', () => {
  for (const rule of ['LIC-1', 'SUE-1b', 'REC-5s'] as const) {
    const answer = ask(rule, '2026-02-12', { extended: true })
    expect(dueOn(answer)).toBe(dueOn(ask(rule, '2026-02-12')))
    expect(answer.steps[1]).toMatchObject({ what: 'extensionWithoutEffect', counted: 0 })
  }
  expect(explainDeadline({ limit: shippedLimits['INC-1'], calendar, startAt: noon('2026-02-12'), extended: true })).toMatchObject({
    dueAt: '2026-02-12T13:00:00+08:00',
  })
})
