// How a case stands against its clock at a moment: which day of how many, what is left or over, and the ruler that the screen draws.
import { dateOf, millisecondsOf, shanghaiDayOf } from './day.ts'
import { type DeadlineQuestion, type Reach, reach } from './reach.ts'
import type { TickKind, Unit } from './vocabulary.ts'

/** A run of equal ticks, one tick a day that counts (a working day for clocks of working days). */
export type Ticks = { what: TickKind; ticks: number }

/**
 * `dayNo` of `of`: the day that is running, days over included; 0 on the starting day; null where the calendar does not say.
 * `left` is what is still to be counted, also while stopped; `overdue` is what is over. All in `unit`.
 */
export type Standing = {
  unit: Exclude<Unit, 'months'>
  dayNo: number | null
  of: number
  left: number | null
  overdue: number | null
  stoppedSince: string | null
  ruler: readonly Ticks[]
}

/** The standing at an instant, or at the instant at which the clock was ended, if that was earlier. Throws RangeError as explainDeadline does. */
export const standing = (question: DeadlineQuestion, at: string, endedAt: string | null = null): Standing => {
  const seenAt = endedAt !== null && millisecondsOf(endedAt) < millisecondsOf(at) ? endedAt : at
  if (question.limit.unit === 'minutes') return minutesAt(question, seenAt)
  const found = reach(question)
  const day = Math.max(shanghaiDayOf(seenAt), found.startDay)
  const ruler = rulerOf(found, day)
  const ticks = (what: TickKind) => ruler.reduce((sum, run) => (run.what === what ? sum + run.ticks : sum), 0)
  const { unknownDay, stoppedDay, dueDay, lastDay, total } = found
  const isCertain = unknownDay === null && stoppedDay === null
  const counted = countsKnown(found, day) ? ticks('counted') : null
  const overdue = overdueOf(found, day, ticks('over'))
  // Where a calendar period moved, the days moved past are left too, though none of them is counted.
  const left = isCertain && day > lastDay ? Math.max(0, dueDay - day) : total - (counted ?? 0) + (isCertain ? movedBy(found) : 0)
  return {
    unit: question.limit.unit === 'workingDays' ? 'workingDays' : 'calendarDays',
    dayNo: counted === null || overdue === null ? null : counted + overdue,
    of: total,
    left: counted === null ? null : left,
    overdue,
    stoppedSince: stoppedDay === null ? null : dateOf(stoppedDay),
    ruler,
  }
}

const minutesAt = ({ limit, startAt }: DeadlineQuestion, at: string): Standing => {
  const elapsed = Math.max(0, Math.floor((millisecondsOf(at) - millisecondsOf(startAt)) / 60_000))
  const counted = Math.min(elapsed, limit.length)
  const [left, over] = [limit.length - counted, elapsed - counted]
  const ruler = packed([
    { what: 'counted', ticks: counted },
    { what: 'left', ticks: left },
    { what: 'over', ticks: over },
  ])
  return { unit: 'minutes', dayNo: elapsed, of: limit.length, left, overdue: over, stoppedSince: null, ruler }
}

/** Whether every day that counts up to this one is published; calendar days need no calendar. */
const countsKnown = ({ scale, index, unknownDay }: Reach, day: number): boolean =>
  scale !== index || unknownDay === null || day < unknownDay

const movedBy = ({ scale, index, lastDay, dueDay }: Reach): number => (scale === index ? 0 : dueDay - lastDay)

/** `ticks` where the due date is certain; null where it may have passed and the calendar does not say. */
const overdueOf = ({ scale, dueDay, unknownDay, stoppedDay }: Reach, day: number, ticks: number): number | null => {
  if (day <= dueDay || (stoppedDay !== null && stoppedDay <= dueDay)) return 0
  return unknownDay === null && scale.firstUnknown(dueDay + 1, day) === null ? ticks : null
}

const packed = (runs: readonly Ticks[]): Ticks[] => {
  const kept: Ticks[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    if (run.ticks <= 0) continue
    if (last?.what === run.what) last.ticks += run.ticks
    else kept.push({ ...run })
  }
  return kept
}

/** Counted and stopped days to the end in order, then days moved past, days over, or what is left where the end is not known. */
const rulerOf = ({ scale, index, startDay, total, lastDay, dueDay, unknownDay, stoppedDay, spans }: Reach, today: number): Ticks[] => {
  const runs: Ticks[] = []
  // A day that is not published has no tick: nobody knows yet whether it is worked.
  const published = (day: number) => (scale === index ? Math.min(Math.max(day, index.from - 1), index.until) : day)
  const between = (after: number, upTo: number) => Math.max(0, scale.rank(published(upTo)) - scale.rank(published(after)))
  const free = (after: number, upTo: number) => {
    const seen = Math.min(Math.max(today, after), upTo)
    runs.push({ what: 'counted', ticks: between(after, seen) }, { what: 'left', ticks: between(seen, upTo) })
  }
  const isCertain = unknownDay === null && stoppedDay === null
  const firstUncertain = Math.min(stoppedDay ?? lastDay + 1, (scale === index ? unknownDay : null) ?? lastDay + 1)
  const end = Math.min(lastDay, firstUncertain - 1)
  let cursor = startDay
  for (const span of spans) {
    if (span.from > end) break
    if (span.from - 1 > cursor) free(cursor, span.from - 1)
    cursor = Math.max(cursor, span.from - 1)
    runs.push({ what: 'stopped', ticks: between(cursor, Math.min(span.to - 1, end)) })
    cursor = Math.max(cursor, Math.min(span.to - 1, end))
  }
  if (end > cursor) free(cursor, end)
  if (isCertain) {
    runs.push({ what: 'rolled', ticks: between(lastDay, dueDay) }, { what: 'over', ticks: between(dueDay, today) })
    return packed(runs)
  }
  if (stoppedDay !== null && unknownDay === null) runs.push({ what: 'stopped', ticks: between(Math.max(stoppedDay - 1, startDay), today) })
  const told = runs.reduce((sum, run) => (run.what === 'counted' || run.what === 'left' ? sum + run.ticks : sum), 0)
  return packed([...runs, { what: 'left', ticks: total - told }])
}
