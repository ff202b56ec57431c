// The periods of a recall: what is due when, counted from the instants in the record.
import { limitIn } from '../catalogue/limit-set.ts'
import type { Catalogue } from '../catalogue/shipped.ts'
import { calendarIndex, isRest, kindOf } from '../clock/calendar-index.ts'
import { addMonths, dateOf, endOf, shanghaiDayOf } from '../clock/day.ts'
import { dueDate, lapseInstant } from '../clock/deadline.ts'
import type { ClockCode } from '../clock/limits.ts'
import { currentNotice, currentPlan, type Notice, type Recall } from './state.ts'

/** The last day and the moment at which it ends; both null where the day lies beyond the published calendar and nothing may rest on it (clocks.md no. 9). */
export type Due = { on: string | null; at: string | null }
const unknownDue: Due = { on: null, at: null }
const dueOnDay = (day: number): Due => ({ on: dateOf(day), at: endOf(dateOf(day)) })

/** By the limit and the calendar in force, as every date here. */
export const dueOf = (catalogue: Catalogue, code: ClockCode, startAt: string): Due => {
  const due = dueDate({ limit: limitIn(catalogue, code), calendar: catalogue.calendar, startAt })
  return { on: 'dueOn' in due ? due.dueOn : null, at: lapseInstant(due) }
}

/** Whether a moment is after the end of the last day. Beyond the calendar nothing is late yet. */
export const isPast = (due: Due, at: string): boolean => due.at !== null && Date.parse(at) >= Date.parse(due.at)
/** Midnight in Shanghai at which a date begins: the instant of something of which only the day is known. */
export const startOf = (on: string): string => `${on}T00:00:00+08:00`

/** RCL-1: until when the company must answer; null while it was not asked, or nobody there has received the question. */
export const analysisDue = ({ analysis }: Recall, catalogue: Catalogue): Due | null =>
  analysis?.deliveredAt ? dueOf(catalogue, 'RCL-1', analysis.deliveredAt) : null

/** RCL-2: until when the company may object; null while the notice is not delivered. */
export const objectionDue = ({ deliveredAt }: Pick<Notice, 'deliveredAt'>, catalogue: Catalogue): Due | null =>
  deliveredAt === null ? null : dueOf(catalogue, 'RCL-2', deliveredAt)

/** RCL-3 after an order was delivered, RCL-4 after a declaration; after further measures the day that was set. Null while nothing binds. */
export const planDue = ({ status, binding, further }: Recall, catalogue: Catalogue): Due | null => {
  if (status === 'further_measures' && further) return { on: further.dueOn, at: endOf(further.dueOn) }
  if (binding === null || binding.deliveredAt === null) return null
  return dueOf(catalogue, binding.how === 'ordered' ? 'RCL-3' : 'RCL-4', binding.how === 'ordered' ? binding.deliveredAt : binding.at)
}

/** RCL-5: until when a filed plan is published. */
export const publicationDue = (recall: Recall, catalogue: Catalogue): Due | null => {
  const plan = currentPlan(recall)
  return plan && !plan.published ? dueOf(catalogue, 'RCL-5', plan.at) : null
}

/**
 * The next stage report: monthly on the same number of the month, weekly in class I, counted from the publication of the first plan that binds, moved
 * off days of rest (clocks.md no. 10). The number of reports made since says which one is next, so a late report moves no other.
 */
export const reportDue = (recall: Recall, catalogue: Catalogue): Due | null => {
  const since = recall.plans.find((plan) => plan.published && recall.binding && Date.parse(plan.at) >= Date.parse(recall.binding.at))
    ?.published?.at
  if (!since) return null
  const made = recall.reports.filter((report) => Date.parse(report.at) >= Date.parse(since)).length
  const start = shanghaiDayOf(since)
  const index = calendarIndex(catalogue.calendar)
  let day = recall.class === 'I' ? start + 7 * (made + 1) : addMonths(start, made + 1)
  while (isRest(kindOf(index, day))) day += 1
  return kindOf(index, day) === 'unknown' ? unknownDue : dueOnDay(day)
}

/** The next date of the case and its rule; an interim stop's review counts when it comes first. */
export const nextDue = (recall: Recall, catalogue: Catalogue): { due: Due; rule: ClockCode | null } | null => {
  const notice = currentNotice(recall)
  const of = (due: Due | null, rule: ClockCode | null) => (due === null ? null : { due, rule })
  switch (recall.status) {
    case 'company_analysis':
      return recall.analysis?.answer ? null : of(analysisDue(recall, catalogue), 'RCL-1')
    case 'recall_notice':
      return notice ? of(objectionDue(notice, catalogue), 'RCL-2') : null
    case 'voluntary_recall':
      return of(planDue(recall, catalogue), 'RCL-4')
    case 'recall_ordered':
      return of(planDue(recall, catalogue), 'RCL-3')
    case 'further_measures':
      return of(planDue(recall, catalogue), null)
    case 'plan_filed':
      return of(publicationDue(recall, catalogue), 'RCL-5')
    case 'in_progress':
      return of(reportDue(recall, catalogue), null)
    default:
      return null
  }
}
