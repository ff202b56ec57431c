// How far a clock runs: its last day, the day it is due after moving off days of rest, or why that cannot be said.
import type { Calendar } from './calendar.ts'
import { type CalendarIndex, calendarIndex, everyDay, isRest, kindOf, type Scale } from './calendar-index.ts'
import { addMonths, shanghaiDayOf } from './day.ts'
import type { Limit } from './limits.ts'
import { type Idle, type Pause, type Span, spansOf } from './pauses.ts'
import type { RestDayReceipt } from './vocabulary.ts'

export type CountingSettings = { readonly restDayReceipt: RestDayReceipt }
/** What arrives on a day of rest is received that day (clocks.md no. 2). */
export const shippedSettings: CountingSettings = { restDayReceipt: 'sameDay' }

export type DeadlineQuestion = {
  readonly limit: Limit
  readonly calendar: Calendar
  /** Instant of the event that starts the clock. */
  readonly startAt: string
  readonly pauses?: readonly Pause[]
  /** Whether the extension was granted, or when. */
  readonly extended?: boolean | { readonly at: string } | null
  readonly settings?: CountingSettings
}

/**
 * All as day numbers. `total` days are to be counted. `lastDay` is the day on which the count is full and `dueDay` the day after moving;
 * both are certain only where `unknownDay` and `stoppedDay` are null, else they are the earliest possible.
 */
export type Reach = {
  index: CalendarIndex
  scale: Scale
  arrivedDay: number
  startDay: number
  total: number
  lastDay: number
  dueDay: number
  unknownDay: number | null
  stoppedDay: number | null
  spans: readonly Span[]
  idle: readonly Idle[]
}

type Course = Pick<Reach, 'lastDay' | 'unknownDay' | 'stoppedDay'>

/** Runs the days of the scale through the stops, stretch by stretch. At an open stop the last day is the one were it to end as it began. */
const run = (scale: Scale, startDay: number, total: number, spans: readonly Span[]): Course => {
  let [cursor, remaining] = [startDay, total]
  let unknownDay: number | null = null
  for (const span of spans) {
    const firstStopped = Math.max(span.from, cursor + 1)
    const free = scale.rank(firstStopped - 1) - scale.rank(cursor)
    if (free >= remaining) break
    unknownDay ??= scale.firstUnknown(cursor + 1, firstStopped - 1)
    remaining -= free
    if (span.to === Number.POSITIVE_INFINITY) {
      return { lastDay: scale.select(scale.rank(firstStopped - 1) + remaining), unknownDay, stoppedDay: Math.max(span.from, startDay) }
    }
    cursor = Math.max(span.to, cursor + 1) - 1
  }
  const lastDay = scale.select(scale.rank(cursor) + remaining)
  return { lastDay, unknownDay: unknownDay ?? scale.firstUnknown(cursor + 1, lastDay), stoppedDay: null }
}

/**
 * Moves a last day off days of rest (clocks.md no. 4). A day taken off by a pause cannot be the last one either:
 * a clock that stands still does not run out.
 */
const moved = (index: CalendarIndex, lastDay: number, spans: readonly Span[]): Pick<Reach, 'dueDay' | 'unknownDay' | 'stoppedDay'> => {
  let dueDay = lastDay
  for (;;) {
    const span = dueDay === lastDay ? undefined : spans.find((one) => one.from <= dueDay && dueDay < one.to)
    if (span?.to === Number.POSITIVE_INFINITY) return { dueDay, unknownDay: null, stoppedDay: span.from }
    const kind = kindOf(index, dueDay)
    if (span) dueDay = span.to
    else if (kind === 'unknown') return { dueDay, unknownDay: dueDay, stoppedDay: null }
    else if (isRest(kind)) dueDay += 1
    else return { dueDay, unknownDay: null, stoppedDay: null }
  }
}

/** The day on which what arrives is taken as received, under the other reading of clocks.md no. 2; null when that day is not published. */
const receivedDay = (index: CalendarIndex, arrivedDay: number): number | null => {
  let day = arrivedDay
  while (isRest(kindOf(index, day))) day += 1
  return kindOf(index, day) === 'unknown' ? null : day
}

/** Where a clock of days ends (clocks.md no. 1–6, 9). Not for minutes. Throws RangeError on instants without an offset. */
export const reach = ({ limit, calendar, startAt, pauses = [], extended, settings = shippedSettings }: DeadlineQuestion): Reach => {
  const index = calendarIndex(calendar)
  const scale = limit.unit === 'workingDays' ? index : everyDay
  const arrivedDay = shanghaiDayOf(startAt)
  const received = limit.isArrival && settings.restDayReceipt === 'nextWorkingDay' ? receivedDay(index, arrivedDay) : arrivedDay
  const startDay = received ?? arrivedDay
  const length = limit.length + (extended ? (limit.extension ?? 0) : 0)
  const total = limit.unit === 'months' ? addMonths(startDay, length) - startDay : length
  const { spans, idle } = spansOf(limit, startDay, pauses)
  const course = run(scale, startDay, total, spans)
  const end = limit.movesOffRest && limit.unit !== 'workingDays' && course.stoppedDay === null ? moved(index, course.lastDay, spans) : null
  const unknownDay = (received === null ? arrivedDay : null) ?? course.unknownDay ?? end?.unknownDay ?? null
  let stoppedDay = course.stoppedDay ?? end?.stoppedDay ?? null
  // Whether the period was over before an open stop began cannot be said either: until the calendar says so, the stop holds.
  if (unknownDay !== null) stoppedDay ??= spans.find((span) => span.to === Number.POSITIVE_INFINITY)?.from ?? null
  return {
    index,
    scale,
    arrivedDay,
    startDay,
    total,
    lastDay: course.lastDay,
    dueDay: end?.dueDay ?? course.lastDay,
    unknownDay,
    stoppedDay,
    spans,
    idle,
  }
}
