// The catalogue as shipped: every versioned set, parsed once. An authority replaces a set with a later edition; this is the default.
import type { z } from 'zod'
import { type Calendar, shippedCalendar } from '#domain/clock/calendar'
import { TierRuleSet } from '#domain/tier/rules'
import tierRules from '../tier/rules.json'
import authorities from './authorities.json'
import changes from './changes.json'
import checklist from './checklist.json'
import conditions from './conditions.json'
import forums from './forums.json'
import lanes from './lanes.json'
import { LimitSet, shippedLimitSet } from './limit-set.ts'
import { RequestSet } from './request-kind.ts'
import requests from './requests.json'
import riskCodes from './risk-codes.json'
import scenarios from './scenarios.json'
import {
  AuthoritySet,
  ChangeSet,
  ChecklistSet,
  ConditionSet,
  ForumSet,
  LaneSet,
  RiskCodeSet,
  ScenarioSet,
  SectorSet,
  TestItemSet,
} from './schema.ts'
import sectors from './sectors.json'
import testItems from './test-items.json'
import type { CatalogueSet } from './vocabulary.ts'

/** The schema of each set, by its name. */
export const setSchemas = {
  scenarios: ScenarioSet,
  sectors: SectorSet,
  authorities: AuthoritySet,
  forums: ForumSet,
  lanes: LaneSet,
  'risk-codes': RiskCodeSet,
  conditions: ConditionSet,
  'test-items': TestItemSet,
  checklist: ChecklistSet,
  'tier-rules': TierRuleSet,
  limits: LimitSet,
  changes: ChangeSet,
  requests: RequestSet,
} as const satisfies Record<CatalogueSet, z.ZodType>

/** Every set that is in force on one day, and the calendar of working days. */
export type Catalogue = { readonly [Name in CatalogueSet]: z.infer<(typeof setSchemas)[Name]> } & { readonly calendar: Calendar }

/** The shipped edition. It is parsed on loading: a file that does not fit its schema stops the program with the place of the fault. */
export const shippedCatalogue: Catalogue = {
  scenarios: ScenarioSet.parse(scenarios),
  sectors: SectorSet.parse(sectors),
  authorities: AuthoritySet.parse(authorities),
  forums: ForumSet.parse(forums),
  lanes: LaneSet.parse(lanes),
  'risk-codes': RiskCodeSet.parse(riskCodes),
  conditions: ConditionSet.parse(conditions),
  'test-items': TestItemSet.parse(testItems),
  checklist: ChecklistSet.parse(checklist),
  'tier-rules': TierRuleSet.parse(tierRules),
  limits: LimitSet.parse(shippedLimitSet),
  changes: ChangeSet.parse(changes),
  requests: RequestSet.parse(requests),
  calendar: shippedCalendar,
}
