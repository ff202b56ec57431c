// Whether a sector has these scenarios in the catalogue that is in force.

import { type Decision, refuse } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { ScenarioClause } from '#domain/scenario/vocabulary'

/** A refusal naming what the catalogue does not have, or null. Refusals: filing.sectorUnknown, filing.scenarioNotInSector. */
export const notOffered = (catalogue: Catalogue, sector: string, scenarios: readonly ScenarioClause[]): Decision<never> | null => {
  const found = catalogue.sectors.items.find((item) => item.id === sector)
  if (!found) return refuse('filing.sectorUnknown', { sector })
  const active = new Set(catalogue.scenarios.items.filter((item) => item.active).map((item) => item.clause))
  const wrong = scenarios.filter((clause) => !active.has(clause) || !found.scenarios.some((pair) => pair.clause === clause))
  return wrong.length > 0 ? refuse('filing.scenarioNotInSector', { sector, scenarios: wrong }) : null
}
