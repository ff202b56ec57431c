// The clocks of a filing: started, stopped, extended and read against the limits and the calendar that are in force.
import { type Decision, grant, type Occasion, refuse, type Summary } from '#domain/case'
import { limitsIn } from '#domain/catalogue/limit-set'
import type { Catalogue } from '#domain/catalogue/shipped'
import {
  type Clock,
  dueOf as dueOfClock,
  extend,
  hasLapsed as hasClockLapsed,
  pause,
  refusalToExtend,
  resume,
  startClock,
  stop,
} from '#domain/clock/clock'
import { shanghaiDateOf } from '#domain/clock/day'
import { lapseInstant } from '#domain/clock/deadline'
import type { ClockCode, Limits } from '#domain/clock/limits'
import type { PauseReason } from '#domain/clock/vocabulary'
import { formatNumber } from '#domain/number'
import { type Opening, openVersionOn } from '#domain/scenario/opening-state'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import type { Filing } from './state.ts'

export type Clocks = Readonly<Record<string, Clock>>

/** The limits in force, by code. */
export const limitsOf = (catalogue: Catalogue): Limits => limitsIn(catalogue)

const changed = (clocks: Clocks, rule: string, change: (clock: Clock) => Clock): Clocks => {
  const clock = clocks[rule]
  return clock ? { ...clocks, [rule]: change(clock) } : clocks
}

/** With the clock of this rule running from an instant; one that ran before is replaced. */
export const started = (clocks: Clocks, rule: ClockCode, at: string): Clocks => ({ ...clocks, [rule]: startClock(rule, at) })
export const stopped = (clocks: Clocks, rule: string, at: string): Clocks => changed(clocks, rule, (clock) => stop(clock, at))
/** Testing, hearing and expert review stop the clocks of the review (Licensing Law 45), whichever of the two runs. */
export const paused = (clocks: Clocks, at: string, reason: PauseReason = 'testing'): Clocks =>
  reviewRules.reduce((all, rule) => changed(all, rule, (clock) => pause(clock, at, reason)), clocks)
export const resumed = (clocks: Clocks, at: string, reason: PauseReason = 'testing'): Clocks =>
  reviewRules.reduce((all, rule) => changed(all, rule, (clock) => resume(clock, at, reason)), clocks)
export const extended = (clocks: Clocks, rule: string, extension: { at: string; by: string; reason: string }): Clocks =>
  changed(clocks, rule, (clock) => extend(clock, extension))

const reviewRules = ['FIL-4', 'LIC-4'] as const satisfies readonly ClockCode[]

/** All openings of the filing's scenarios, whatever their state. */
const openingsIn = (state: Filing, facts: FilingFacts): Opening[] =>
  state.scenarios.flatMap((scenario) => facts[`opening${scenario}`] ?? [])

/** The clock that the decision is due by: LIC-4 where the authorities have switched the scenario to joint handling, else FIL-4 (clocks.md). */
export const reviewRuleOf = (state: Filing, facts: FilingFacts, at: string): ClockCode =>
  openingsIn(state, facts).some((opening) => openVersionOn(opening, shanghaiDateOf(at))?.content.jointHandling) ? 'LIC-4' : 'FIL-4'

export const runningReview = ({ clocks }: Pick<Filing, 'clocks'>): (typeof reviewRules)[number] => (clocks['LIC-4'] ? 'LIC-4' : 'FIL-4')

export const hasLapsed = (
  { clocks }: { clocks: Clocks },
  rule: ClockCode,
  { catalogue, at }: Pick<Occasion, 'catalogue' | 'at'>,
): boolean => {
  const clock = clocks[rule]
  return clock !== undefined && hasClockLapsed(clock, limitsOf(catalogue), catalogue.calendar, at)
}

/** The due date, or null while the clock stands, is over, or lies beyond the published calendar. */
export const dueOf = ({ clocks }: { clocks: Clocks }, rule: ClockCode, catalogue: Catalogue): string | null => {
  const clock = clocks[rule]
  if (!clock || clock.endedAt !== null) return null
  const due = dueOfClock(clock, limitsOf(catalogue), catalogue.calendar)
  return 'dueOn' in due ? due.dueOn : shanghaiDateOf(due.dueAt)
}

/** When the system must give this command by itself: the moment at which the clock is over, if that can be said. */
export const lapseOf = ({ clocks }: { clocks: Clocks }, rule: ClockCode, command: string, catalogue: Catalogue): Summary['lapse'] => {
  const clock = clocks[rule]
  if (!clock || clock.endedAt !== null) return null
  const at = lapseInstant(dueOfClock(clock, limitsOf(catalogue), catalogue.calendar))
  return at === null ? null : { at, command }
}

/** Whether something that began on a date is over its limit on the day of the act. Never when the calendar does not say. */
const isPast = (rule: ClockCode, startedOn: string, { catalogue, at }: Occasion): boolean =>
  hasClockLapsed(startClock(rule, `${startedOn}T00:00:00+08:00`), limitsOf(catalogue), catalogue.calendar, at)

/** FIL-1: a service that runs must be filed within ten working days of its start (Order 9 art 24(1)). */
export const isPastFilingTime = ({ use }: Filing, occasion: Occasion): boolean =>
  use.serviceStartedOn ? isPast('FIL-1', use.serviceStartedOn, occasion) : false

/** FIL-2: a change of what is filed must be told within ten working days of it (Order 9 art 24(2)). */
export const isPastChanging = (changedOn: string, occasion: Occasion): boolean => isPast('FIL-2', changedOn, occasion)

/** FIL-3: the end of a service must be reported within twenty working days (Order 9 art 24(3)). */
export const isPastCancelling = (endedOn: string, occasion: Occasion): boolean => isPast('FIL-3', endedOn, occasion)

/** Once, by the rule's own length, before the time is over (policy.md 5.4 no. 3). Refusals: those of the clock. */
export const extension = (state: Filing, reason: string, { catalogue, at, actor }: Occasion): Decision<FilingEvent> => {
  const rule = runningReview(state)
  const clock = state.clocks[rule]
  if (!clock) return refuse('filing.clockMissing', { rule })
  const refusal = refusalToExtend(clock, limitsOf(catalogue), catalogue.calendar, { at, by: actor.personId, reason })
  return refusal ? refuse(refusal.code, refusal.facts) : grant({ type: 'extended', reason, rule })
}

/** A number carries the year in which the application was received: the year is then known before the decision, and the row has no gap. */
export const yearOf = (receipt: { at: string }): number => Number(shanghaiDateOf(receipt.at).slice(0, 4))

/** The row in which the numbers of a region and year follow without a gap (policy.md 5.5). */
export const filingScope = ({ region, receipt }: Filing): string | null => (receipt ? `AGF-${region}-${yearOf(receipt)}` : null)
/** The number of the register. Throws for what was never received: the moves do not let that be decided. */
export const filingNumber = ({ region, scenarios, receipt }: Filing, sequence: number): string => {
  if (!receipt) throw new Error('only what was received is numbered')
  return formatNumber({ kind: 'filing', region: region ?? '', scenario: scenarios[0] ?? 0, year: yearOf(receipt), sequence })
}

/** Receipts are one row for each region and kind: a receipt is no number of the register. */
export const receiptScope = (prefix: 'AGF' | 'AGD', region: string | null): string => `${prefix}-receipt-${region}`
export const receiptNumber = (prefix: 'AGF' | 'AGD', region: string, sequence: number): string =>
  `${prefix}R-${region}-${String(sequence).padStart(7, '0')}`
