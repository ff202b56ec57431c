// What the due date of a row says, worked out in the browser from the days of rest that the server sent: rows that change get their words at once.
import { type Due, describeDue } from '#messages/format'
import type { Locale } from '#messages/locale'

/** Days of rest between `from` and `until`, both included; nothing is known outside. */
export type Workdays = { from: string; until: string; rest: readonly string[] }
export type DueTemplates = Record<
  'left' | 'over' | 'today' | 'stopped' | 'stoppedPlain' | 'provisional' | 'leftLong' | 'overLong' | 'todayLong' | 'todayAt',
  string
>

const dayMs = 86_400_000
const dayNumber = (on: string) => Math.round(Date.parse(`${on}T00:00:00Z`) / dayMs)
const dateAt = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

/** Working days after one date up to another, that one included, negative backwards; null where a day is not known. */
export const workingDaysUpTo = ({ from, until, rest }: Workdays, start: string, end: string): number | null => {
  const [first, last] = start <= end ? [start, end] : [end, start]
  if (first < from || last > until) return null
  const off = new Set(rest)
  let count = 0
  for (let day = dayNumber(first) + 1; day <= dayNumber(last); day += 1) if (!off.has(dateAt(day))) count += 1
  return start <= end ? count : -count || 0
}

export const fill = (template: string, values: Record<string, string | number> = {}): string =>
  template.replaceAll(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))

type Row = { dueOn: string | null; mark: string; isOpen: boolean }

/** The due cell of a row: the day, its meaning, whether it is late. Calendar days, marked provisional, where the calendar ends. */
export const dueOfRow = (row: Row, today: string, workdays: Workdays, templates: DueTemplates, stoppedReason: string, locale: Locale) => {
  const say = (key: keyof DueTemplates, values?: Record<string, string>) => fill(templates[key], values)
  if (row.dueOn === null) {
    const due: Due = row.isOpen && row.mark === 'testing' ? { kind: 'stopped', reason: stoppedReason } : { kind: 'none' }
    return describeDue(locale, say as never, due, today)
  }
  const worked = workingDaysUpTo(workdays, today, row.dueOn)
  const days = Math.abs(worked ?? dayNumber(row.dueOn) - dayNumber(today))
  const due: Due =
    row.dueOn === today
      ? { kind: 'today', on: row.dueOn, provisional: worked === null }
      : { kind: row.dueOn < today ? 'over' : 'left', on: row.dueOn, days, provisional: worked === null }
  return describeDue(locale, say as never, due, today)
}
