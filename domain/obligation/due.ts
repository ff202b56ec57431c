// When a test is due: by the limit in force for what was ordered, or for the cycle of its lane.

import { limitIn } from '../catalogue/limit-set.ts'
import type { Catalogue } from '../catalogue/shipped.ts'
import { dueDate } from '../clock/deadline.ts'
import type { Obligation } from './state.ts'
import type { Ordered, TestRule } from './vocabulary.ts'

/** The limit for an order: the laboratory's time, or half a year in the sensitive lane and a year in the others (features.md E9: the lane sets the cycle). */
export const ruleOf = ({ cycleFrom, lane }: Pick<Ordered, 'cycleFrom' | 'lane'>): TestRule =>
  cycleFrom === null ? 'TST-1' : lane === 'sensitive' ? 'TST-2' : 'TST-3'

/** The last day under a rule, from the order or from the day of the test before. Null where it lies beyond the published calendar (clocks.md no. 9). */
export const dueBy = (catalogue: Catalogue, rule: TestRule, { cycleFrom, at }: { cycleFrom: string | null; at: string }): string | null => {
  const startAt = cycleFrom === null ? at : `${cycleFrom}T00:00:00+08:00`
  const due = dueDate({ limit: limitIn(catalogue, rule), calendar: catalogue.calendar, startAt })
  return 'dueOn' in due ? due.dueOn : null
}

/** The date that holds: the one that was set or counted, else what the calendar says by now. */
export const dueOnOf = ({ dueOn, dueRule, cycleFrom, plannedAt }: Obligation, catalogue: Catalogue): string | null =>
  dueOn ?? (dueRule === null || plannedAt === null ? null : dueBy(catalogue, dueRule, { cycleFrom, at: plannedAt }))
