// Counting in working days, forward and back, over a calendar that ends: what must know an unpublished day says so instead of guessing.
import type { Calendar } from './calendar.ts'
import { calendarIndex, isRest, kindOf } from './calendar-index.ts'
import { addMonths, dateOf, dayOf } from './day.ts'

/**
 * A date found by counting, or null where an unpublished day would have to be known (clocks.md no. 9).
 * Then counting forward says `notBefore`, the earliest possible date, and counting back `notAfter`, the latest possible.
 */
export type FoundDate = { on: string; flagged: false } | { on: null; flagged: true; notBefore: string | null; notAfter: string | null }

const found = (day: number): FoundDate => ({ on: dateOf(day), flagged: false })
const notBefore = (day: number): FoundDate => ({ on: null, flagged: true, notBefore: dateOf(day), notAfter: null })
const notAfter = (day: number): FoundDate => ({ on: null, flagged: true, notBefore: null, notAfter: dateOf(day) })

/**
 * The n-th working day after a date, that date not counted; with a negative n the n-th before it (clocks.md no. 2, 3, 10).
 * n = 0 is the date itself. Throws RangeError on what is no date and on an n that is not whole.
 */
export const addWorkingDays = (calendar: Calendar, date: string, n: number): FoundDate => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of days: ${n}`)
  const [index, start] = [calendarIndex(calendar), dayOf(date)]
  if (n === 0) return found(start)
  if (n > 0) {
    const end = index.select(index.rank(start) + n)
    return index.firstUnknown(start + 1, end) === null ? found(end) : notBefore(end)
  }
  const end = index.select(index.rank(start - 1) + n + 1)
  return index.firstUnknown(end, start - 1) === null ? found(end) : notAfter(end)
}

/**
 * How many working days lie after one date up to another, that one included; negative where it lies before: then the days
 * from it, without, back to the first. Null where an unpublished day would have to be known.
 */
export const workingDaysBetween = (calendar: Calendar, from: string, to: string): number | null => {
  const [index, start, end] = [calendarIndex(calendar), dayOf(from), dayOf(to)]
  const [first, last] = start <= end ? [start, end] : [end, start]
  return index.firstUnknown(first + 1, last) === null ? index.rank(end) - index.rank(start) : null
}

/** The date itself, or the first day after it that is no day of rest; a make-up day does not move (clocks.md no. 4). */
export const rollOver = (calendar: Calendar, date: string): FoundDate => {
  const index = calendarIndex(calendar)
  let day = dayOf(date)
  while (isRest(kindOf(index, day))) day += 1
  return kindOf(index, day) === 'unknown' ? notBefore(day) : found(day)
}

/**
 * The last date on which notice of a hearing can still be given: so many working days back, the day of the hearing not counted
 * (clocks.md no. 10: 7 for LIC-10 and PEN-2, 5 for REC-7).
 */
export const lastNoticeOn = (calendar: Calendar, hearingOn: string, workingDays: number): FoundDate =>
  addWorkingDays(calendar, hearingOn, -workingDays)

/**
 * When the n-th stage report is due: the same number of the n-th month after, or every seventh day, moved off a day of rest
 * (clocks.md no. 10). Each is reckoned from the start, so a moved one does not move the next.
 */
export const stageReportOn = (calendar: Calendar, startedOn: string, every: 'month' | 'week', nth: number): FoundDate => {
  if (!Number.isSafeInteger(nth) || nth < 1) throw new RangeError(`not the number of a report: ${nth}`)
  const start = dayOf(startedOn)
  return rollOver(calendar, dateOf(every === 'month' ? addMonths(start, nth) : start + 7 * nth))
}
