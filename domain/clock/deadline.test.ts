// Due dates computed by hand around Spring Festival 2026, National Day 2025 and 2026, and the end of the published calendar.
import { expect, test } from 'vitest'
import { shippedCalendar } from './calendar.ts'
import { daysLeft, dueDate, dueInstant, explainDeadline, isOver } from './deadline.ts'
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

test.each([
  // Working days over Spring Festival 2026: 13 and 14 (make-up) count, 15 to 23 do not, 28 (make-up) does.
  ['LIC-1', '2026-02-12', '2026-02-26'],
  ['LIC-3', '2026-02-12', '2026-03-18'],
  ['LIC-4', '2026-02-12', '2026-04-23'],
  ['LIC-5', '2026-02-12', '2026-03-18'],
  ['LIC-6', '2026-02-12', '2026-03-04'],
  ['LIC-10a', '2026-02-12', '2026-02-26'],
  ['LIC-10b', '2026-02-12', '2026-03-18'],
  ['REC-2', '2026-02-13', '2026-02-27'],
  ['REC-3a', '2026-02-14', '2026-02-28'],
  ['REC-3b', '2026-02-14', '2026-03-06'],
  ['REC-4a', '2026-02-15', '2026-03-03'],
  ['REC-4b', '2026-02-15', '2026-03-06'],
  ['RCL-3', '2026-02-12', '2026-02-26'],
  ['RCL-4', '2026-02-12', '2026-03-04'],
  ['RCL-5', '2026-02-12', '2026-02-24'],
  // National Day 2025: 28 September (Sunday) and 11 October (Saturday) are worked, 1 to 8 October are not.
  ['PEN-2a', '2025-09-26', '2025-10-10'],
  ['PEN-4', '2025-09-26', '2025-10-13'],
  ['PEN-5', '2025-09-30', '2025-10-11'],
  ['FIL-1', '2025-09-26', '2025-10-16'],
  ['FIL-2', '2025-09-26', '2025-10-16'],
  ['FIL-5', '2025-09-26', '2025-10-16'],
  ['RCL-1', '2025-09-26', '2025-10-16'],
  // National Day 2026: 25 to 27 September and 1 to 7 October rest, 10 October (Saturday) is worked.
  ['FIL-3', '2026-09-23', '2026-10-28'],
  ['RCL-2', '2026-09-23', '2026-10-21'],
  ['RCL-6', '2026-09-23', '2026-10-21'],
  ['FIL-4', '2026-09-23', '2026-11-11'],
  // Calendar days that end on a day of rest move, over the whole holiday; those that end on a make-up day do not.
  ['PEN-3', '2026-07-03', '2026-10-08'],
  ['REC-1', '2026-08-02', '2026-10-08'],
  ['REC-1', '2025-12-17', '2026-02-24'],
  ['REC-1', '2025-12-16', '2026-02-14'],
  ['REC-5', '2025-12-17', '2026-02-24'],
  ['REC-5s', '2026-01-15', '2026-02-14'],
  ['REC-5s', '2026-01-16', '2026-02-24'],
  ['SUE-1a', '2026-09-16', '2026-10-08'],
  ['SUE-1a', '2026-09-18', '2026-10-08'],
  ['SUE-1a', '2026-05-15', '2026-06-01'],
  ['SUE-1a', '2025-09-27', '2025-10-13'],
  // Six months: same number, else the last day of the month, then off the day of rest.
  ['SUE-1b', '2025-08-31', '2026-02-28'],
  ['SUE-1b', '2025-08-16', '2026-02-24'],
  ['SUE-1b', '2026-04-01', '2026-10-08'],
  ['SUE-1b', '2023-08-31', '2024-02-29'],
  ['SUE-1b', '2025-09-30', '2026-03-30'],
] as const)('%s from %s is due on %s', (rule, startOn, due) => {
  const answer = ask(rule, startOn)
  expect(answer).toMatchObject({ rule, source: shippedLimits[rule].source, dueOn: due, flagged: false, notBefore: null })
  expect(answer.steps.at(-1)).toMatchObject({ what: 'due', on: due })
  expect(answer).not.toHaveProperty('stoppedSince')
})

test.each([
  ['INC-1', '2026-02-17T23:30:00+08:00', '2026-02-18T00:30:00+08:00'],
  ['INC-1b', '2025-10-01T15:45:00Z', '2025-10-02T00:15:00+08:00'],
  ['INC-2', '2024-02-28T23:00:00+08:00', '2024-02-29T01:00:00+08:00'],
  ['INC-2b', '2026-12-31T23:30:00+08:00', '2027-01-01T00:30:00+08:00'],
  ['INC-3', '2031-05-01T22:00:07+08:00', '2031-05-02T02:00:07+08:00'],
] as const)('%s from %s runs through night, holiday and the end of the calendar to %s', (rule, startAt, dueAt) => {
  const answer = explainDeadline({ limit: shippedLimits[rule], calendar, startAt })
  expect(answer).toMatchObject({ dueAt, flagged: false, notBefore: null })
  expect(answer).not.toHaveProperty('dueOn')
  expect(answer.steps.map((step) => [step.what, step.counted])).toEqual([
    ['started', 0],
    ['due', shippedLimits[rule].length],
  ])
})

test('the filing review of the design: thirty working days over two holidays and a laboratory stop', () => {
  const answer = ask('FIL-4', '2026-09-23', { pauses: [stop('2026-10-20', '2026-10-28', 'testing')] })
  expect(answer.steps.map((step) => [step.what, step.on, 'until' in step ? step.until : null, step.counted])).toEqual([
    ['started', '2026-09-23', null, 0],
    ['counted', '2026-09-24', '2026-09-24', 1],
    ['holiday', '2026-09-25', '2026-09-27', 1],
    ['counted', '2026-09-28', '2026-09-30', 4],
    ['holiday', '2026-10-01', '2026-10-07', 4],
    ['counted', '2026-10-08', '2026-10-09', 6],
    ['makeUpDay', '2026-10-10', '2026-10-10', 7],
    ['weekend', '2026-10-11', '2026-10-11', 7],
    ['counted', '2026-10-12', '2026-10-16', 12],
    ['weekend', '2026-10-17', '2026-10-18', 12],
    ['counted', '2026-10-19', '2026-10-19', 13],
    ['paused', '2026-10-20', '2026-10-27', 13],
    ['counted', '2026-10-28', '2026-10-30', 16],
    ['weekend', '2026-10-31', '2026-11-01', 16],
    ['counted', '2026-11-02', '2026-11-06', 21],
    ['weekend', '2026-11-07', '2026-11-08', 21],
    ['counted', '2026-11-09', '2026-11-13', 26],
    ['weekend', '2026-11-14', '2026-11-15', 26],
    ['counted', '2026-11-16', '2026-11-19', 30],
    ['due', '2026-11-19', null, 30],
  ])
  expect(answer.steps[0]).toMatchObject({ event: 'accepted', at: noon('2026-09-23') })
  expect(answer.steps.find((step) => step.what === 'paused')).toMatchObject({ days: 8, stopped: 6, reasons: ['testing'] })
  expect(answer.steps.at(-1)).toMatchObject({ at: '2026-11-20T00:00:00+08:00' })
})

test('the date of an instant is the one in Shanghai', () => {
  const from = (startAt: string) => dueOn(explainDeadline({ limit: shippedLimits['LIC-1'], calendar, startAt }))
  expect(from('2026-02-12T15:59:59Z')).toBe('2026-02-26')
  expect(from('2026-02-12T16:00:00Z')).toBe('2026-02-27')
  expect(from('2026-02-13T00:30:00+09:00')).toBe('2026-02-26')
})

test.each(['2026-02-12T10:00:00', '2026-02-12', 'yesterday'])('an instant without an offset is refused: %s', (startAt) => {
  const question = { limit: shippedLimits['LIC-3'], calendar, startAt }
  expect(() => explainDeadline(question)).toThrow(RangeError)
  expect(() => explainDeadline({ ...question, limit: shippedLimits['INC-1'] })).toThrow(RangeError)
  const good = { ...question, startAt: noon('2026-02-12') }
  expect(() => dueDate({ ...good, pauses: [{ from: startAt, to: null }] })).toThrow(RangeError)
  expect(() => dueDate({ ...good, pauses: [{ from: noon('2026-02-12'), to: startAt }] })).toThrow(RangeError)
})

test('what arrives on a day of rest is received that day; the other reading takes the next working day', () => {
  const other = { settings: { restDayReceipt: 'nextWorkingDay' } } as const
  expect(dueOn(ask('LIC-1', '2026-02-15'))).toBe('2026-02-28')
  const later = ask('LIC-1', '2026-02-15', other)
  expect(dueOn(later)).toBe('2026-03-02')
  expect(later.steps[0]).toMatchObject({ what: 'started', on: '2026-02-24', arrivedOn: '2026-02-15' })
  expect(dueOn(ask('LIC-1', '2026-02-14', other))).toBe('2026-02-28')
  // An act of the authority itself does not arrive.
  expect(dueOn(ask('LIC-6', '2026-02-15', other))).toBe(dueOn(ask('LIC-6', '2026-02-15')))
  expect(ask('LIC-1', '2027-01-02', other)).toMatchObject({ dueOn: null, flagged: true, notBefore: '2027-01-07' })
})

test('an edited limit is counted as it stands: months that stop, a penalty period that does not move', () => {
  const moving = shippedLimits['PEN-3']
  expect(dueOn(ask('PEN-3', '2026-07-03', { limit: { ...moving, movesOffRest: false } }))).toBe('2026-10-01')
  const months = { ...shippedLimits['SUE-1b'], stops: true, stopsFor: ['obstacle'] } as const
  expect(dueOn(ask('SUE-1b', '2025-10-01', { limit: months, pauses: [stop('2025-11-01', '2025-11-09', 'obstacle')] }))).toBe('2026-04-09')
})

test('the last day ends at 24:00: the deadline is over then and not a moment before', () => {
  expect(dueInstant('2026-12-31')).toBe('2027-01-01T00:00:00+08:00')
  const answer = ask('LIC-1', '2026-02-12')
  expect(isOver(answer, '2026-02-26T15:59:59.999Z')).toBe(false)
  expect(isOver(answer, '2026-02-26T16:00:00Z')).toBe(true)
})

test('days left are working days for a clock of working days, else calendar days; negative when over', () => {
  const left = (rule: ClockCode, due: string, at: string) => daysLeft(shippedLimits[rule], calendar, due, noon(at))
  expect(left('FIL-4', '2026-11-19', '2026-11-23')).toBe(-2)
  expect(left('FIL-4', '2026-11-24', '2026-11-23')).toBe(1)
  expect(left('FIL-4', '2026-11-24', '2026-11-24')).toBe(0)
  expect(left('FIL-4', '2026-10-08', '2026-09-30')).toBe(1)
  expect(left('REC-5', '2026-10-08', '2026-09-30')).toBe(8)
  expect(left('FIL-4', '2026-12-31', '2027-01-04')).toBeNull()
})
