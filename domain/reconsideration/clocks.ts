// The clocks and the number of a reconsideration: counted by the limits and the calendar in force (clocks.md, REC-1 to REC-5s).
import type { Occasion, Summary } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { type Clock, dueOf as dueOfClock, pause, refusalToExtend, resume, startClock } from '#domain/clock/clock'
import { shanghaiDateOf } from '#domain/clock/day'
import { isOver } from '#domain/clock/deadline'
import type { ClockCode } from '#domain/clock/limits'
import { type Clocks, dueOf, limitsOf } from '#domain/filing/clocks'
import { formatNumber } from '#domain/number'
import type { Reconsideration } from './state.ts'

export { dueOf, extended, hasLapsed, lapseOf, started, stopped } from '#domain/filing/clocks'

const reviewRules = ['REC-5', 'REC-5s'] as const satisfies readonly ClockCode[]
/** The clock of the review: ordinary, or simple. */
export const runningReview = ({ clocks }: { clocks: Clocks }): (typeof reviewRules)[number] => (clocks['REC-5s'] ? 'REC-5s' : 'REC-5')

const reviewed = (clocks: Clocks, change: (clock: Clock) => Clock): Clocks =>
  Object.fromEntries(
    Object.entries(clocks).map(([rule, clock]) => [rule, (reviewRules as readonly string[]).includes(rule) ? change(clock) : clock]),
  )
/** The review stands still while its procedure is suspended (Reconsideration Law 39). */
export const paused = (clocks: Clocks, at: string): Clocks => reviewed(clocks, (clock) => pause(clock, at, 'suspension'))
export const resumed = (clocks: Clocks, at: string): Clocks => reviewed(clocks, (clock) => resume(clock, at, 'suspension'))

/** The last day to apply, counted from a delivery that is proved; null where the calendar does not say. */
export const lastDayToApply = (deliveredAt: string, catalogue: Catalogue): string | null => {
  const due = dueOfClock(startClock('REC-1', deliveredAt), limitsOf(catalogue), catalogue.calendar)
  return 'dueOn' in due ? due.dueOn : null
}

/** Whether the sixty days are over. Never where nothing proves that the company knew, nor where the calendar does not say. */
export const isLate = (deliveredAt: string | null, { catalogue, at }: Pick<Occasion, 'catalogue' | 'at'>): boolean =>
  deliveredAt !== null && isOver(dueOfClock(startClock('REC-1', deliveredAt), limitsOf(catalogue), catalogue.calendar), at)

/** Why the review may not be extended now, or null: once, thirty days, ordinary procedure only (Reconsideration Law 62). */
export const extensionFault = ({ clocks }: Reconsideration, reason: string, { catalogue, at, actor }: Occasion) => {
  const clock = clocks[runningReview({ clocks })]
  return clock ? refusalToExtend(clock, limitsOf(catalogue), catalogue.calendar, { at, by: actor.personId, reason }) : null
}

/** The rules that may be next, by status; the earliest date of those that run is the date of the case. */
const rulesNow = (state: Reconsideration): readonly ClockCode[] => {
  switch (state.status) {
    case 'applied':
      return ['REC-2']
    case 'correction':
      return ['REC-3b']
    case 'accepted':
    case 'heard':
      return ['REC-4a', 'REC-4b', ...reviewRules]
    default:
      return []
  }
}
export const nextDate = (state: Reconsideration, catalogue: Catalogue): Pick<Summary, 'dueOn' | 'dueRule'> => {
  const dated = rulesNow(state).flatMap((rule) => {
    const dueOn = dueOf(state, rule, catalogue)
    return dueOn === null ? [] : [{ dueOn, dueRule: rule as string }]
  })
  return dated.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0] ?? { dueOn: null, dueRule: null }
}

const yearOf = (appliedAt: string): number => Number(shanghaiDateOf(appliedAt).slice(0, 4))
/** The row in which the numbers of a region and year follow without a gap; the year is that of the application. */
export const reconsiderationScope = ({ region, application }: Reconsideration): string | null =>
  application ? `AGX-${region}-${yearOf(application.at)}` : null
/** The number, given with the forum's first act. Throws for what was never applied for: the moves do not let that be. */
export const reconsiderationNumber = ({ region, scenario, application }: Reconsideration, sequence: number): string => {
  if (!application) throw new Error('only what was applied for is numbered')
  return formatNumber({
    kind: 'reconsideration',
    region: region ?? '000000',
    scenario: scenario ?? 0,
    year: yearOf(application.at),
    sequence,
  })
}
