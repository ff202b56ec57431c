// A calendar turned into tables once per object, so that counting and finding the n-th working day take one look-up.
import type { Calendar, CalendarName } from './calendar.ts'
import { dayOf, weekdayOf } from './day.ts'
import type { DayKind } from './vocabulary.ts'

/**
 * How many days count up to a day, and which day is the n-th. Days that are not published are taken as counted:
 * so a result that used one is the earliest possible, never the date itself (clocks.md no. 9).
 */
export type Scale = {
  rank(day: number): number
  select(rank: number): number
  /** The first day of this stretch that is not published, or null. */
  firstUnknown(from: number, to: number): number | null
}
export type CalendarIndex = Scale & { from: number; until: number; kinds: readonly DayKind[]; names: ReadonlyMap<number, CalendarName> }

/** Every day counts, and none needs to be published. */
export const everyDay: Scale = { rank: (day) => day, select: (rank) => rank, firstUnknown: () => null }

const built = new WeakMap<Calendar, CalendarIndex>()

const build = (calendar: Calendar): CalendarIndex => {
  const [from, until] = [dayOf(calendar.from), dayOf(calendar.publishedUntil)]
  const kinds = Array.from({ length: until - from + 1 }, (_, place): DayKind => (weekdayOf(from + place) < 6 ? 'weekday' : 'weekend'))
  const names = new Map<number, CalendarName>()
  for (const span of calendar.rest) {
    for (let day = dayOf(span.on), last = dayOf(span.until); day <= last; day++) {
      kinds[day - from] = 'holiday'
      names.set(day, span.name)
    }
  }
  for (const { on, name } of calendar.work) {
    kinds[dayOf(on) - from] = 'makeUpDay'
    names.set(dayOf(on), name)
  }
  const ranks = new Int32Array(kinds.length + 1)
  const worked: number[] = []
  kinds.forEach((kind, place) => {
    if (kind === 'weekday' || kind === 'makeUpDay') worked.push(from + place)
    ranks[place + 1] = worked.length
  })
  const rank = (day: number) => (day < from ? day - from + 1 : day > until ? worked.length + day - until : ranks[day - from + 1]!)
  const select = (nth: number) => (nth <= 0 ? from - 1 + nth : nth > worked.length ? until + nth - worked.length : worked[nth - 1]!)
  const firstUnknown = (first: number, last: number) =>
    first > last ? null : first < from ? first : last > until ? Math.max(first, until + 1) : null
  return { from, until, kinds, names, rank, select, firstUnknown }
}

/** The tables of a calendar, made on first use. */
export const calendarIndex = (calendar: Calendar): CalendarIndex => {
  const known = built.get(calendar)
  if (known) return known
  const made = build(calendar)
  built.set(calendar, made)
  return made
}

export const kindOf = (index: CalendarIndex, day: number): DayKind => index.kinds[day - index.from] ?? 'unknown'
export const nameOf = (index: CalendarIndex, day: number): CalendarName | null => index.names.get(day) ?? null
export const isRest = (kind: DayKind): boolean => kind === 'weekend' || kind === 'holiday'
