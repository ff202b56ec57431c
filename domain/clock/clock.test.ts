// The clock of a case: started, stopped, extended and ended.
import { expect, test } from 'vitest'
import { shippedCalendar as calendar, withNotice } from './calendar.ts'
import {
  clockSchema,
  dueOf,
  explainClock,
  extend,
  hasLapsed,
  isStopped,
  movedBy,
  pause,
  refusalToExtend,
  refusalToPause,
  resume,
  standingOf,
  startClock,
  stop,
} from './clock.ts'
import { shippedLimits as limits } from './limits.ts'

const noon = (date: string) => `${date}T12:00:00+08:00`
const filing = startClock('FIL-4', noon('2026-09-23'))
const extension = { at: noon('2026-10-12'), by: 'person-1', reason: 'second laboratory' }
const dueOn = (clock: typeof filing) => {
  const due = dueOf(clock, limits, calendar)
  return 'dueOn' in due ? due.dueOn : null
}

test('a started clock is a valid state and has no due date while it is stopped', () => {
  expect(clockSchema.safeParse(filing).success).toBe(true)
  expect(dueOn(filing)).toBe('2026-11-11')
  const stopped = pause(filing, noon('2026-10-20'), 'testing')
  expect([isStopped(stopped), dueOn(stopped)]).toEqual([true, null])
  expect(dueOf(stopped, limits, calendar).stoppedSince).toBe('2026-10-20')
  const running = resume(stopped, noon('2026-10-28'))
  expect([isStopped(running), dueOn(running)]).toEqual([false, '2026-11-19'])
  expect(clockSchema.safeParse(running).success).toBe(true)
  expect(filing.pauses).toEqual([])
})

test('two reasons may stop it at once; it runs again when both are over, and no day is taken off twice', () => {
  const both = pause(pause(filing, noon('2026-10-20'), 'testing'), noon('2026-10-22'), 'hearing')
  const half = resume(both, noon('2026-10-26'), 'testing')
  expect(isStopped(half)).toBe(true)
  expect(resume(half, noon('2026-10-27'), 'testing')).toBe(half)
  const running = resume(half, noon('2026-10-28'), 'hearing')
  expect(dueOn(running)).toBe('2026-11-19')
  expect(pause(both, noon('2026-10-23'), 'testing')).toBe(both)
})

test('a stop that ends before it began, because a system clock was set back, takes nothing off', () => {
  const odd = resume(pause(filing, noon('2026-10-20'), 'testing'), noon('2026-10-19'))
  expect(dueOn(odd)).toBe('2026-11-11')
})

test('an extension holds once', () => {
  const extended = extend(filing, extension)
  expect(dueOn(extended)).toBe('2026-11-25')
  expect(extend(extended, { ...extension, reason: 'again' })).toBe(extended)
  expect(explainClock(extended, limits, calendar).steps.find((step) => step.what === 'extended')).toMatchObject({
    on: '2026-10-12',
    counted: 8,
    total: 40,
  })
})

test('an extension is refused without approver or reason, a second time, too late, or where the rule knows none', () => {
  const code = (clock: typeof filing, change = {}) => refusalToExtend(clock, limits, calendar, { ...extension, ...change })?.code ?? null
  expect(code(filing)).toBeNull()
  expect(code(filing, { by: '' })).toBe('clock.reasonMissing')
  expect(code(filing, { reason: ' ' })).toBe('clock.reasonMissing')
  expect(code(extend(filing, extension))).toBe('clock.alreadyExtended')
  expect(code(startClock('LIC-1', noon('2026-10-12')))).toBe('clock.extensionUnknown')
  expect(code(stop(filing, noon('2026-10-11')))).toBe('clock.runningNeeded')
  expect(code(filing, { at: '2026-11-11T23:59:59+08:00' })).toBeNull()
  expect(code(filing, { at: '2026-11-12T00:00:00+08:00' })).toBe('clock.timeLeftNeeded')
})

test('a stop is refused where the table knows no such reason, when the clock is over or ended', () => {
  const code = (clock: typeof filing, reason: 'testing' | 'waitingForCompany', at = noon('2026-10-12')) =>
    refusalToPause(clock, limits, calendar, at, reason)?.code ?? null
  expect(code(filing, 'testing')).toBeNull()
  expect(code(filing, 'waitingForCompany')).toBe('clock.reasonDoesNotStop')
  expect(code(startClock('LIC-1', noon('2026-10-12')), 'testing')).toBe('clock.reasonDoesNotStop')
  expect(code(stop(filing, noon('2026-10-11')), 'testing')).toBe('clock.runningNeeded')
  expect(code(filing, 'testing', noon('2026-11-12'))).toBe('clock.timeLeftNeeded')
})

test('an ended clock neither runs out nor stops again, and ends an open stop with it', () => {
  const ended = stop(pause(filing, noon('2026-10-20'), 'testing'), noon('2026-10-28'))
  expect(ended.pauses).toEqual([{ from: noon('2026-10-20'), to: noon('2026-10-28'), reason: 'testing' }])
  expect(hasLapsed(ended, limits, calendar, noon('2027-01-01'))).toBe(false)
  expect(stop(ended, noon('2026-11-01'))).toBe(ended)
  expect(pause(ended, noon('2026-11-01'), 'hearing')).toBe(ended)
  expect(standingOf(ended, limits, calendar, noon('2026-12-31'))).toMatchObject({ dayNo: 14, overdue: 0 })
})

test('a clock lapses at the end of its last day, so deemed acceptance happens at that moment', () => {
  const receipt = startClock('LIC-1', noon('2026-02-12'))
  expect(hasLapsed(receipt, limits, calendar, '2026-02-26T23:59:59.999+08:00')).toBe(false)
  expect(hasLapsed(receipt, limits, calendar, '2026-02-27T00:00:00+08:00')).toBe(true)
  expect(hasLapsed(startClock('INC-1', noon('2026-02-12')), limits, calendar, '2026-02-12T13:00:00+08:00')).toBe(true)
  expect(hasLapsed(startClock('FIL-4', noon('2026-11-23')), limits, calendar, noon('2028-01-01'))).toBe(false)
})

test('instants without an offset never enter a clock', () => {
  const bare = '2026-10-12T12:00:00'
  expect(() => startClock('FIL-4', bare)).toThrow(RangeError)
  expect(() => pause(filing, bare, 'testing')).toThrow(RangeError)
  expect(() => resume(filing, bare)).toThrow(RangeError)
  expect(() => extend(filing, { ...extension, at: bare })).toThrow(RangeError)
  expect(() => stop(filing, bare)).toThrow(RangeError)
  expect(clockSchema.safeParse({ ...filing, startAt: bare }).success).toBe(false)
})

test('what a new notice changes for a clock is shown with both dates', () => {
  const notice = {
    from: '2027-01-01',
    publishedUntil: '2027-12-31',
    rest: [{ on: '2027-01-01', until: '2027-01-03', name: { zh: 'x', en: 'x' } }],
    work: [],
  }
  const after = { limits, calendar: withNotice(calendar, notice) }
  expect(movedBy(startClock('FIL-4', noon('2026-11-23')), { limits, calendar }, after)).toEqual({
    before: { dueOn: null, flagged: true, notBefore: '2027-01-02' },
    after: { dueOn: '2027-01-05', flagged: false, notBefore: null },
    hasMoved: true,
  })
  expect(movedBy(filing, { limits, calendar }, after).hasMoved).toBe(false)
})
