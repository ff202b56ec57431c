// What the due date of a listed case says: the date and its meaning, in the days of the rule that made it.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Catalogue } from '#domain/catalogue/shipped'
import { dayOf } from '#domain/clock/day'
import { workingDaysBetween } from '#domain/clock/working-days'
import { type Due, describeDue } from '#messages/format'
import type { Locale } from '#messages/locale'

type Listed = { dueOn: string | null; status: string; mark: string; isOpen: boolean }

/** Working days from today to the date; calendar days, and marked so, where the calendar is not published that far. */
export const dueOfItem = (item: Listed, catalogue: Catalogue, today: string, stoppedReason?: string): Due => {
  if (item.dueOn === null)
    return item.isOpen && item.mark === 'testing'
      ? { kind: 'stopped', ...(stoppedReason ? { reason: stoppedReason } : {}) }
      : { kind: 'none' }
  const worked = workingDaysBetween(catalogue.calendar, today, item.dueOn)
  const days = worked ?? dayOf(item.dueOn) - dayOf(today)
  const provisional = worked === null
  if (item.dueOn === today) return { kind: 'today', on: item.dueOn, provisional }
  return { kind: item.dueOn < today ? 'over' : 'left', on: item.dueOn, days: Math.abs(days), provisional }
}

/** The words of it; `long` says working days in full. */
export const dueWords = async (locale: Locale, today: string) => {
  const say = await getTranslations('ui.due')
  return (due: Due, long = false) => describeDue(locale, say as never, due, today, long)
}
