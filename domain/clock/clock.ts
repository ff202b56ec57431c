// The clock that a case carries in its state: what was started, stopped, extended and ended, and the pure changes to it.
import { z } from 'zod'
import type { Refusal } from '../case.ts'
import type { Calendar } from './calendar.ts'
import { isInstant, millisecondsOf, shanghaiDateOf } from './day.ts'
import { type DeadlineAnswer, type Due, dueDate, explainDeadline, isOver } from './deadline.ts'
import { type ClockCode, clockCodes, type Limits } from './limits.ts'
import type { CountingSettings, DeadlineQuestion } from './reach.ts'
import { type Standing, standing } from './standing.ts'
import { type PauseReason, pauseReasons } from './vocabulary.ts'

const instant = z.string().refine(isInstant, { message: 'instant.offsetOrDateMissing' })

/** The shape of a clock in a stored state. */
export const clockSchema = z
  .strictObject({
    rule: z.enum(clockCodes),
    startAt: instant,
    pauses: z.array(z.strictObject({ from: instant, to: instant.nullable(), reason: z.enum(pauseReasons) }).readonly()).readonly(),
    extended: z
      .strictObject({ at: instant, by: z.string().min(1), reason: z.string().min(1) })
      .readonly()
      .nullable(),
    endedAt: instant.nullable(),
  })
  .readonly()

/** A period that runs in a case. `extended.by` is the person who approved; `endedAt` the instant at which what it waited for was done. */
export type Clock = z.infer<typeof clockSchema>

/** A clock started by an event at an instant. Throws RangeError on an instant without an offset. */
export const startClock = (rule: ClockCode, startAt: string): Clock => {
  millisecondsOf(startAt)
  return { rule, startAt, pauses: [], extended: null, endedAt: null }
}

export const isStopped = (clock: Clock): boolean => clock.pauses.some((pause) => pause.to === null)

/**
 * The clock stopped for a reason from an instant on. Several reasons may stop it at once; a second stop for the same reason changes nothing.
 * Ask `refusalToPause` first: a reason that does not stop the rule is kept, and has no effect.
 */
export const pause = (clock: Clock, at: string, reason: PauseReason): Clock => {
  millisecondsOf(at)
  if (clock.endedAt !== null || clock.pauses.some((one) => one.to === null && one.reason === reason)) return clock
  return { ...clock, pauses: [...clock.pauses, { from: at, to: null, reason }] }
}

/** The clock running again: the stop for this reason is over, or every stop where no reason is given. */
export const resume = (clock: Clock, at: string, reason?: PauseReason): Clock => {
  millisecondsOf(at)
  if (!clock.pauses.some((one) => one.to === null && (reason === undefined || one.reason === reason))) return clock
  const pauses = clock.pauses.map((one) =>
    one.to === null && (reason === undefined || one.reason === reason) ? { ...one, to: laterOf(one.from, at) } : one,
  )
  return { ...clock, pauses }
}

/** A system clock that was set back must not make a stop end before it began. */
const laterOf = (one: string, other: string) => (millisecondsOf(other) < millisecondsOf(one) ? one : other)

/** The clock with its one extension; a second changes nothing (clocks.md no. 6). Ask `refusalToExtend` first. */
export const extend = (clock: Clock, extension: { at: string; by: string; reason: string }): Clock => {
  millisecondsOf(extension.at)
  return clock.extended === null ? { ...clock, extended: extension } : clock
}

/** The clock ended because what it waited for was done; open stops end with it. The first end holds. */
export const stop = (clock: Clock, at: string): Clock => (clock.endedAt === null ? { ...resume(clock, at), endedAt: at } : clock)

/** The question that a clock asks, with the limit in force for its rule. */
export const questionOf = (clock: Clock, limits: Limits, calendar: Calendar, settings?: CountingSettings): DeadlineQuestion => ({
  limit: limits[clock.rule],
  calendar,
  startAt: clock.startAt,
  pauses: clock.pauses,
  extended: clock.extended,
  ...(settings && { settings }),
})

/** When the clock is due, without the steps. */
export const dueOf = (clock: Clock, limits: Limits, calendar: Calendar, settings?: CountingSettings): Due =>
  dueDate(questionOf(clock, limits, calendar, settings))

/** When the clock is due, and why. */
export const explainClock = (clock: Clock, limits: Limits, calendar: Calendar, settings?: CountingSettings): DeadlineAnswer =>
  explainDeadline(questionOf(clock, limits, calendar, settings))

/** How the case stands against the clock at an instant; an ended clock stands as it did at its end. */
export const standingOf = (clock: Clock, limits: Limits, calendar: Calendar, at: string, settings?: CountingSettings): Standing =>
  standing(questionOf(clock, limits, calendar, settings), at, clock.endedAt)

/** Whether the clock has run out: never when it is ended, stopped or flagged. */
export const hasLapsed = (clock: Clock, limits: Limits, calendar: Calendar, at: string, settings?: CountingSettings): boolean =>
  clock.endedAt === null && isOver(dueOf(clock, limits, calendar, settings), at)

const refusal = (code: string, facts: Record<string, unknown>): Refusal => ({ code, facts })

/** Why a clock may not be stopped for this reason, or null. Refusals: clock.runningNeeded, clock.reasonDoesNotStop, clock.timeLeftNeeded. */
export const refusalToPause = (
  clock: Clock,
  limits: Limits,
  calendar: Calendar,
  at: string,
  reason: PauseReason,
  settings?: CountingSettings,
): Refusal | null => {
  const { stopsFor } = limits[clock.rule]
  if (clock.endedAt !== null) return refusal('clock.runningNeeded', { rule: clock.rule, endedAt: clock.endedAt })
  if (!stopsFor.includes(reason)) return refusal('clock.reasonDoesNotStop', { rule: clock.rule, reason, stopsFor })
  return timeLeftNeeded(clock, limits, calendar, at, settings)
}

/**
 * Why a clock may not be extended, or null: once, by the rule's own length, while time is left, with approver and reason (clocks.md no. 6).
 * Refusals: clock.runningNeeded, clock.extensionUnknown, clock.alreadyExtended, clock.reasonMissing, clock.timeLeftNeeded.
 */
export const refusalToExtend = (
  clock: Clock,
  limits: Limits,
  calendar: Calendar,
  extension: { at: string; by: string; reason: string },
  settings?: CountingSettings,
): Refusal | null => {
  const { rule, endedAt, extended } = clock
  if (endedAt !== null) return refusal('clock.runningNeeded', { rule, endedAt })
  if (limits[rule].extension === null) return refusal('clock.extensionUnknown', { rule })
  if (extended !== null) return refusal('clock.alreadyExtended', { rule, extendedOn: shanghaiDateOf(extended.at) })
  if (extension.by.trim() === '' || extension.reason.trim() === '') return refusal('clock.reasonMissing', { rule })
  return timeLeftNeeded(clock, limits, calendar, extension.at, settings)
}

const timeLeftNeeded = (clock: Clock, limits: Limits, calendar: Calendar, at: string, settings?: CountingSettings): Refusal | null => {
  const due = dueOf(clock, limits, calendar, settings)
  if (!isOver(due, at)) return null
  return refusal('clock.timeLeftNeeded', { rule: clock.rule, ...('dueAt' in due ? { dueAt: due.dueAt } : { dueOn: due.dueOn }) })
}

export type Moved = { before: Due; after: Due; hasMoved: boolean }

/** What another calendar (or another limit) changes for a clock: shown when a notice is loaded (clocks.md no. 9). */
export const movedBy = (
  clock: Clock,
  before: { limits: Limits; calendar: Calendar },
  after: { limits: Limits; calendar: Calendar },
  settings?: CountingSettings,
): Moved => {
  const [was, is] = [dueOf(clock, before.limits, before.calendar, settings), dueOf(clock, after.limits, after.calendar, settings)]
  return { before: was, after: is, hasMoved: JSON.stringify(was) !== JSON.stringify(is) }
}
