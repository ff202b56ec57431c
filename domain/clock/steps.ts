// The story of a deadline: every day from the start to the end in exactly one run of equal days, and what happened on the way.

import type { Confidence } from '#domain/catalogue/vocabulary'
import type { CalendarName } from './calendar.ts'
import { type CalendarIndex, isRest, kindOf, nameOf } from './calendar-index.ts'
import { dateOf, endOf, shanghaiDayOf } from './day.ts'
import type { Pause } from './pauses.ts'
import type { DeadlineQuestion, Reach } from './reach.ts'
import type { IdlePause, PauseReason, StartEvent, StepKind, Unit } from './vocabulary.ts'

/**
 * One step: a code and facts, never a sentence. `on` is a date; runs of days end with `until`, that day included.
 * `counted` is how many days (minutes for minute clocks) are counted when the step is over.
 */
export type Step = { on: string; what: StepKind; counted: number } & (
  | { what: 'started'; at: string; event: StartEvent; arrivedOn: string }
  | { what: 'counted' | 'weekend'; until: string; days: number }
  | { what: 'holiday' | 'makeUpDay'; until: string; days: number; name: CalendarName }
  /** `stopped` is how many days would have counted: working days for a clock of working days; null when not published. */
  | { what: 'paused'; until: string; days: number; stopped: number | null; reasons: readonly PauseReason[] }
  | { what: 'pauseWithoutEffect'; from: string; to: string | null; reason: PauseReason | null; because: IdlePause }
  | { what: 'extended'; by: number; unit: Unit; total: number; confidence: Confidence | null }
  | { what: 'extensionWithoutEffect' }
  | { what: 'stopped'; reasons: readonly PauseReason[]; missing: number }
  /** The last day was a day of rest, so the period ends on `to`. */
  | { what: 'rolledOver'; to: string; because: 'weekend' | 'holiday'; name: CalendarName | null }
  /** `missing` is how many days are still to be counted from `on`, the first day that is not published. */
  | { what: 'beyondCalendar'; missing: number; publishedUntil: string }
  | { what: 'due'; at: string }
)
/** A step before it knows how much was counted by then. */
type Bare<S> = S extends Step ? Omit<S, 'counted'> : never

/** The runs of equal days from one day to another, both included; a run that counts is cut after `told`, so that what happened then fits in. */
const runsOf = (index: CalendarIndex, unit: Unit, spans: Reach['spans'], first: number, last: number, told: number | null): Step[] => {
  const steps: Step[] = []
  let [day, counted, place] = [first, 0, 0]
  while (day <= last) {
    while ((spans[place]?.to ?? day + 1) <= day) place += 1
    const span = spans[place]
    if (span && span.from <= day) {
      const end = Math.min(span.to - 1, last)
      const days = end - day + 1
      const worked = index.firstUnknown(day, end) === null ? index.rank(end) - index.rank(day - 1) : null
      const stopped = unit === 'workingDays' ? worked : days
      steps.push({ what: 'paused', on: dateOf(day), until: dateOf(end), counted, days, stopped, reasons: span.reasons })
      day = end + 1
      continue
    }
    const limit = span ? Math.min(span.from - 1, last) : last
    const kind = unit === 'workingDays' ? kindOf(index, day) : 'weekday'
    const full = unit === 'workingDays' ? endOfRun(index, day, limit) : limit
    const end = told !== null && day <= told && told < full && !isRest(kind) ? told : full
    const run = { on: dateOf(day), until: dateOf(end), days: end - day + 1 }
    const name = nameOf(index, day)
    if (!isRest(kind)) counted += run.days
    if ((kind === 'holiday' || kind === 'makeUpDay') && name) steps.push({ what: kind, ...run, counted, name })
    else steps.push({ what: kind === 'weekend' ? 'weekend' : 'counted', ...run, counted })
    day = end + 1
  }
  return steps
}

/** The last day, at most `limit`, of the run of days of one kind and one name that begins on `day`. */
const endOfRun = (index: CalendarIndex, day: number, limit: number): number => {
  const [kind, name] = [kindOf(index, day), nameOf(index, day)]
  let end = day
  while (end < limit && kindOf(index, end + 1) === kind && nameOf(index, end + 1)?.zh === name?.zh) end += 1
  return end
}

/** The last day of which a story can tell: the end, or the day before it becomes uncertain. */
const edgeOf = ({ dueDay, unknownDay, stoppedDay }: Reach) => Math.min(dueDay, unknownDay ?? dueDay, stoppedDay ?? dueDay)

/** The day in the story on which the extension is told: its own, or the first where it is not known. */
const extensionDay = ({ extended }: DeadlineQuestion, found: Reach): number =>
  typeof extended === 'object' && extended !== null
    ? Math.min(Math.max(shanghaiDayOf(extended.at), found.startDay), edgeOf(found))
    : found.startDay

/** What was asked for beside the days: the extension, and the pauses that took nothing off, told at the start or, when too late, at the end. */
const notesOf = (question: DeadlineQuestion, found: Reach): Bare<Step>[] => {
  const { limit, pauses = [], extended } = question
  const isCertain = found.unknownDay === null && found.stoppedDay === null
  const late = pauses.filter(
    (pause) => isCertain && shanghaiDayOf(pause.from) > found.dueDay && !found.idle.some((one) => one.pause === pause),
  )
  const noteOn = (day: number, because: IdlePause, pause: Pause): Bare<Step> => ({
    what: 'pauseWithoutEffect',
    on: dateOf(day),
    from: pause.from,
    to: pause.to,
    reason: pause.reason ?? null,
    because,
  })
  const notes = [
    ...found.idle.map(({ pause, because }) => noteOn(found.startDay, because, pause)),
    ...late.map((pause) => noteOn(found.dueDay, 'afterDue', pause)),
  ]
  if (!extended) return notes
  const on = dateOf(extensionDay(question, found))
  if (limit.extension === null) return [{ what: 'extensionWithoutEffect', on }, ...notes]
  const total = limit.unit === 'months' ? limit.length + limit.extension : found.total
  return [{ what: 'extended', on, by: limit.extension, unit: limit.unit, total, confidence: limit.extensionConfidence }, ...notes]
}

/** Puts the notes among the runs by date; what was counted by then stays as the step before says. */
const told = (steps: readonly Step[], notes: readonly Bare<Step>[]): Step[] => {
  const story = [...steps]
  for (const note of notes) {
    const later = story.findIndex((step) => step.on > note.on)
    const place = later === -1 ? story.length : later
    story.splice(place, 0, { ...note, counted: story[place - 1]?.counted ?? 0 } as Step)
  }
  return story
}

/** How the last day moved off days of rest, and the stops that it met on the way. */
const movesOf = ({ index, lastDay, dueDay, spans }: Reach, counted: number): Step[] => {
  if (dueDay === lastDay) return []
  const because = kindOf(index, lastDay) === 'holiday' ? 'holiday' : 'weekend'
  const met = spans
    .filter((span) => span.to > lastDay + 1 && span.from < dueDay)
    .map((span): Step => {
      const [from, to] = [Math.max(span.from, lastDay + 1), Math.min(span.to, dueDay)]
      return { what: 'paused', on: dateOf(from), until: dateOf(to - 1), counted, days: to - from, stopped: 0, reasons: span.reasons }
    })
  return [{ what: 'rolledOver', on: dateOf(lastDay), counted, to: dateOf(dueDay), because, name: nameOf(index, lastDay) }, ...met]
}

/** How a clock of days came to its end: the steps in order of date, the last of them `due`, `stopped` or `beyondCalendar`. */
export const stepsOf = (question: DeadlineQuestion, found: Reach): Step[] => {
  const { index, startDay, total, lastDay, dueDay, unknownDay, stoppedDay, spans } = found
  const { startAt, limit } = question
  const cut = Math.min(unknownDay ?? Number.POSITIVE_INFINITY, stoppedDay ?? Number.POSITIVE_INFINITY)
  const isCertain = cut === Number.POSITIVE_INFINITY
  // A calendar period counts without the calendar: only whether its last day moves must be known.
  const end = limit.unit === 'workingDays' ? cut - 1 : (stoppedDay ?? Number.POSITIVE_INFINITY) - 1
  const runs = runsOf(
    index,
    limit.unit,
    spans,
    startDay + 1,
    Math.min(lastDay, end),
    question.extended ? extensionDay(question, found) : null,
  )
  const counted = runs.at(-1)?.counted ?? 0
  const missing = total - counted
  const story = told(
    [
      { what: 'started', on: dateOf(startDay), counted: 0, at: startAt, event: limit.startsOn, arrivedOn: dateOf(found.arrivedDay) },
      ...runs,
      ...(isCertain ? movesOf(found, counted) : []),
    ],
    notesOf(question, found),
  )
  if (unknownDay !== null)
    story.push({ what: 'beyondCalendar', on: dateOf(unknownDay), counted, missing, publishedUntil: dateOf(index.until) })
  if (stoppedDay !== null) {
    const reasons = spans.find((span) => span.to === Number.POSITIVE_INFINITY)?.reasons ?? []
    story.push({ what: 'stopped', on: dateOf(stoppedDay), counted, reasons, missing })
  }
  if (isCertain) story.push({ what: 'due', on: dateOf(dueDay), counted, at: endOf(dateOf(dueDay)) })
  return story
}
