// Which items a self-test must answer, in which lane the rules place what was declared, and what it still lacks.
import type { Catalogue } from '#domain/catalogue/shipped'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { type Facts, flagHolds } from '#domain/tier/facts'
import { type CompiledRules, compileTierRules } from '#domain/tier/rules'
import { type Placement, placeInTier } from '#domain/tier/tier'
import { type FactFlag, factFlags } from '#domain/tier/vocabulary'
import type { Selftest } from './state.ts'
import type { Answered, Declared } from './vocabulary.ts'

export type ChecklistItem = Catalogue['checklist']['items'][number]

const compiled = new WeakMap<Catalogue, CompiledRules>()
const rulesOf = (catalogue: Catalogue): CompiledRules => {
  const known = compiled.get(catalogue)
  if (known) return known
  const made = compileTierRules(catalogue)
  compiled.set(catalogue, made)
  return made
}

/**
 * The facts that the tier rules look at. A company that says the agent acts alone gives no share: it counts as acting alone in everything, and as
 * irreversible in everything that it says cannot be undone, because what is not declared was not limited.
 */
export const factsOf = (declared: Declared, scenario: ScenarioClause, sector: string): Facts => ({
  ...(Object.fromEntries(factFlags.map((flag) => [flag, declared.flags.includes(flag)])) as Record<FactFlag, boolean>),
  scenario,
  sector,
  registeredUsers: declared.registeredUsers,
  monthlyUsers: declared.monthlyUsers,
  dataCategories: [...declared.dataCategories],
  autonomousShare: declared.flags.includes('actsAlone') || declared.flags.includes('irreversibleAlone') ? 1 : 0,
  irreversibleAutonomousShare: declared.flags.includes('irreversibleAlone') ? 1 : 0,
})

type Declares = Pick<Selftest, 'declared' | 'scenario' | 'sector'>
const factsIn = ({ declared, scenario, sector }: Declares): Facts | null =>
  declared === null || scenario === null || sector === null ? null : factsOf(declared, scenario as ScenarioClause, sector)

/** Where the rules in force place it; null before anything was declared. */
export const placementOf = (state: Declares, catalogue: Catalogue): Placement | null => {
  const facts = factsIn(state)
  return facts === null ? null : placeInTier(rulesOf(catalogue), facts)
}

/** The items of the checklist in force that concern it, in the order of the catalogue. */
export const applicable = (state: Declares, catalogue: Catalogue): readonly ChecklistItem[] => {
  const facts = factsIn(state)
  if (facts === null) return []
  return catalogue.checklist.items.filter((item) => item.flags.length === 0 || item.flags.some((flag) => flagHolds(facts, flag)))
}

export type Lacks = { unanswered: readonly string[]; notMet: readonly string[]; future: readonly string[] }

/** What keeps it from being signed on that day (Asia/Shanghai): items without an answer, not met, or tested on a day to come. */
export const lacking = (state: Declares & { answers: readonly Answered[] }, catalogue: Catalogue, today: string): Lacks => {
  const items = applicable(state, catalogue)
  const answers = new Map(state.answers.map((answer) => [answer.itemId, answer]))
  const those = (is: (answer: Answered | undefined) => boolean) => items.map((item) => item.id).filter((id) => is(answers.get(id)))
  return {
    unanswered: those((answer) => answer === undefined),
    notMet: those((answer) => answer?.answer === 'not_met'),
    future: those((answer) => answer !== undefined && answer.performedOn > today),
  }
}
