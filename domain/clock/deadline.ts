// When a clock is due and why: the date, whether it may be relied on, every step that led there, and how a case stands against it.
import type { Calendar } from './calendar.ts'
import { addMinutes, dateOf, dayOf, endOf, millisecondsOf, shanghaiDateOf, shanghaiDayOf } from './day.ts'
import type { ClockCode, Limit } from './limits.ts'
import { spansOf } from './pauses.ts'
import { type DeadlineQuestion, reach } from './reach.ts'
import { type Step, stepsOf } from './steps.ts'
import { workingDaysBetween } from './working-days.ts'

/**
 * Due on a date (its end, 24:00 in Shanghai) or, for minute clocks, at an instant. Flagged: an unpublished day would have to be known,
 * so there is no date, `notBefore` is the earliest possible one, and no act may rest on it. While stopped there is no date either.
 */
export type Due = { flagged: boolean; notBefore: string | null; stoppedSince?: string } & ({ dueOn: string | null } | { dueAt: string })
export type DeadlineAnswer = { rule: ClockCode; source: string } & Due & { steps: readonly Step[] }

/** The date alone, without the steps: for lists. Throws RangeError on instants without an offset and on pauses that end before they begin. */
export const dueDate = (question: DeadlineQuestion): Due => {
  if (question.limit.unit === 'minutes')
    return { dueAt: addMinutes(question.startAt, question.limit.length), flagged: false, notBefore: null }
  return dueOfReach(reach(question))
}

const dueOfReach = ({ dueDay, unknownDay, stoppedDay }: ReturnType<typeof reach>): Due => {
  const flagged = unknownDay !== null
  const dueOn = flagged || stoppedDay !== null ? null : dateOf(dueDay)
  const due: Due = { dueOn, flagged, notBefore: flagged ? dateOf(dueDay) : null }
  return stoppedDay === null ? due : { ...due, stoppedSince: dateOf(stoppedDay) }
}

/**
 * When is it due, and why (clocks.md no. 1–9): the answer of `/api/v1/deadline` and of every clock on a screen.
 * Throws RangeError on instants without an offset and on pauses that end before they begin.
 */
export const explainDeadline = (question: DeadlineQuestion): DeadlineAnswer => {
  const { limit } = question
  const head = { rule: limit.code, source: limit.source }
  if (limit.unit === 'minutes') return { ...head, ...dueDate(question), steps: minuteSteps(question) }
  const found = reach(question)
  return { ...head, ...dueOfReach(found), steps: stepsOf(question, found) }
}

/** Minute clocks run through, from the minute: nothing stops or extends them (clocks.md no. 8). */
const minuteSteps = ({ limit, startAt, pauses = [], extended }: DeadlineQuestion): Step[] => {
  const on = shanghaiDateOf(startAt)
  const dueAt = addMinutes(startAt, limit.length)
  const { idle } = spansOf(limit, dayOf(on), pauses)
  return [
    { what: 'started', on, counted: 0, at: startAt, event: limit.startsOn, arrivedOn: on },
    ...(extended ? [{ what: 'extensionWithoutEffect', on, counted: 0 } as const] : []),
    ...idle.map(
      ({ pause, because }): Step => ({
        what: 'pauseWithoutEffect',
        on,
        counted: 0,
        from: pause.from,
        to: pause.to,
        reason: pause.reason ?? null,
        because,
      }),
    ),
    { what: 'due', on: shanghaiDateOf(dueAt), counted: limit.length, at: dueAt },
  ]
}

/** The moment at which a due date is over: 24:00 in Shanghai (clocks.md no. 7). Deemed acceptance happens then. */
export const dueInstant = (dueOn: string): string => endOf(dueOn)

/** The instant at which this is over, or null while it is stopped or flagged. */
export const lapseInstant = (due: Due): string | null => ('dueAt' in due ? due.dueAt : due.dueOn === null ? null : dueInstant(due.dueOn))

/** Whether it is over at an instant: never while it is stopped or flagged. */
export const isOver = (due: Due, at: string): boolean => {
  const lapseAt = lapseInstant(due)
  return lapseAt !== null && millisecondsOf(at) >= millisecondsOf(lapseAt)
}

/**
 * Days from the date at an instant to the due date, in the limit's own days: working days where it counts those, else calendar days.
 * 0 on the last day, negative when over, null where the calendar does not say.
 */
export const daysLeft = (limit: Limit, calendar: Calendar, dueOn: string, at: string): number | null =>
  limit.unit === 'workingDays' ? workingDaysBetween(calendar, shanghaiDateOf(at), dueOn) : dayOf(dueOn) - shanghaiDayOf(at)
