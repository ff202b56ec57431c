// The calendar of working days as data: published holidays and make-up days, what a day is, and how a new year's notice is added.
import { z } from 'zod'
import shipped from './calendar-cn.json'
import { calendarIndex, kindOf, nameOf } from './calendar-index.ts'
import { dateOf, dayOf, isDate, weekdayOf } from './day.ts'
import type { DayKind } from './vocabulary.ts'

const date = z.string().refine(isDate, { message: 'calendar.dateNotReal' })
const name = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) }).readonly()

/**
 * A calendar that an authority has edited: every day from `from` to `publishedUntil` is known, no other.
 * Spans of rest do not overlap; a make-up day is a Saturday or Sunday outside them (clocks.md no. 3).
 */
export const calendarSchema = z
  .strictObject({
    from: date,
    publishedUntil: date,
    rest: z.array(z.strictObject({ on: date, until: date, name }).readonly()).readonly(),
    work: z.array(z.strictObject({ on: date, name }).readonly()).readonly(),
  })
  .superRefine(({ from, publishedUntil, rest, work }, context) => {
    const issue = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
    if (![from, publishedUntil, ...rest.flatMap((span) => [span.on, span.until]), ...work.map((day) => day.on)].every(isDate)) return
    if (from > publishedUntil) issue('calendar.endsBeforeItStarts', 'publishedUntil')
    if (dayOf(publishedUntil) - dayOf(from) > maxDays) issue('calendar.tooLong', 'publishedUntil')
    rest.forEach((span, place) => {
      if (span.on > span.until) issue('calendar.endsBeforeItStarts', 'rest', place, 'until')
      if (span.on < from || span.until > publishedUntil) issue('calendar.outsideItself', 'rest', place)
      if (rest.some((other, index) => index < place && other.on <= span.until && span.on <= other.until))
        issue('calendar.dayTwice', 'rest', place)
    })
    work.forEach((day, place) => {
      if (day.on < from || day.on > publishedUntil) issue('calendar.outsideItself', 'work', place)
      if (weekdayOf(dayOf(day.on)) < 6) issue('calendar.makeUpDayOnWeekday', 'work', place)
      const isDouble = work.some((other, index) => index < place && other.on === day.on)
      if (isDouble || rest.some((span) => span.on <= day.on && day.on <= span.until)) issue('calendar.dayTwice', 'work', place)
    })
  })
  .readonly()
const maxDays = 366 * 200

/** Treat it as immutable: it is indexed once per object. */
export type Calendar = z.infer<typeof calendarSchema>
export type CalendarName = Calendar['work'][number]['name']

/** The mainland calendar of 2022–2026 as the State Council published it; the default until an authority loads another. */
export const shippedCalendar: Calendar = shipped

/** Whether a date is worked; `unknown` outside the published days. Throws RangeError on what is no date. */
export const isWorkingDay = (calendar: Calendar, on: string): 'work' | 'rest' | 'unknown' => {
  const kind = kindOf(calendarIndex(calendar), dayOf(on))
  return kind === 'unknown' ? 'unknown' : kind === 'weekday' || kind === 'makeUpDay' ? 'work' : 'rest'
}

export type DayDescription = { on: string; weekday: number; kind: DayKind; isWorked: boolean | null; name: CalendarName | null }

/** What a date is: weekday (Monday 1), kind, and the name of the holiday or of the holiday that it makes up for. */
export const describeDay = (calendar: Calendar, on: string): DayDescription => {
  const [index, day] = [calendarIndex(calendar), dayOf(on)]
  const kind = kindOf(index, day)
  const isWorked = kind === 'unknown' ? null : kind === 'weekday' || kind === 'makeUpDay'
  return { on: dateOf(day), weekday: weekdayOf(day), kind, isWorked, name: nameOf(index, day) }
}

/**
 * The calendar with the next notice added: what was published stays, the new days follow without a gap.
 * Throws RangeError when the notice does not begin on the day after the last published one.
 */
export const withNotice = (calendar: Calendar, notice: Calendar): Calendar => {
  if (dayOf(notice.from) !== dayOf(calendar.publishedUntil) + 1)
    throw new RangeError(`the notice begins on ${notice.from}, not after ${calendar.publishedUntil}`)
  return {
    from: calendar.from,
    publishedUntil: notice.publishedUntil,
    rest: [...calendar.rest, ...notice.rest],
    work: [...calendar.work, ...notice.work],
  }
}
