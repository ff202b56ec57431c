// Where the rules in force place a revision, scenario by scenario: what an officer confirms or departs from with a reason.
import type { Catalogue } from '#domain/catalogue/shipped'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { tierFactsOf } from '#domain/tier/facts'
import { type CompiledRules, compileTierRules } from '#domain/tier/rules'
import { type Placement, placeInTier } from '#domain/tier/tier'
import { type Lane, lanes, type Tier } from '#domain/tier/vocabulary'
import type { Signable } from './revision.ts'
import { currentTiers, type Filing } from './state.ts'

const compiled = new WeakMap<Catalogue, CompiledRules>()
const rulesOf = (catalogue: Catalogue): CompiledRules => {
  const known = compiled.get(catalogue)
  if (known) return known
  const made = compileTierRules(catalogue)
  compiled.set(catalogue, made)
  return made
}

/** The rules' answer for one scenario, with every rule that fired and why. */
export const placementOf = (catalogue: Catalogue, { content, use, sector }: Signable, scenario: ScenarioClause): Placement =>
  placeInTier(rulesOf(catalogue), tierFactsOf(content, scenario, sector, use))

/** The tier that a lane carries: the rules' own where the officer keeps their lane, else the lowest of the lane chosen. */
export const tierOfLane = (catalogue: Catalogue, placement: Placement, lane: Lane): Tier =>
  placement.lane === lane ? placement.tier : (rulesOf(catalogue).terms.find((terms) => terms.lane === lane)?.tier ?? placement.tier)

/** The strictest lane of the placements that hold: what the whole filing is handled by (clocks.md, decisions). Null while there is none. */
export const laneOf = (filing: Filing): Lane | null =>
  currentTiers(filing).reduce<Lane | null>(
    (highest, { lane }) => (highest === null || lanes.indexOf(lane) > lanes.indexOf(highest) ? lane : highest),
    null,
  )

export const tierOf = (filing: Filing): Tier | null => {
  const tiers = currentTiers(filing).map(({ tier }) => tier)
  return tiers.length === 0 ? null : (Math.max(...tiers) as Tier)
}

/** The scenarios that have no placement for the revision in hand. */
export const unplaced = (filing: Filing): ScenarioClause[] =>
  filing.scenarios.filter((scenario) => !currentTiers(filing).some((tier) => tier.scenario === scenario))
