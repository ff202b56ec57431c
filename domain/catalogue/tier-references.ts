// Checks what the tier rules name of the other sets: a rule about a sector or scenario that no longer exists would silently never fire.
import type { Condition } from '#domain/tier/condition'
import type { CatalogueFault } from './references.ts'
import type { Catalogue } from './shipped.ts'

/** Every value that a condition compares this fact with. */
const valuesOf = (condition: Condition, field: 'sector' | 'scenario'): readonly (string | number | boolean)[] => {
  const inner = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])].flatMap((node) =>
    valuesOf(node, field),
  )
  if (condition.field !== field || condition.value === undefined) return inner
  return [...inner, ...(Array.isArray(condition.value) ? condition.value : [condition.value])]
}

/** Sectors and scenarios that a tier or score rule names and the catalogue does not have. */
export const tierRuleFaults = (catalogue: Pick<Catalogue, 'tier-rules' | 'sectors' | 'scenarios'>): CatalogueFault[] => {
  const sectors = new Set<unknown>(catalogue.sectors.items.map((item) => item.id))
  const scenarios = new Set<unknown>(catalogue.scenarios.items.map((item) => item.clause))
  const { rules, scores } = catalogue['tier-rules']
  return [...rules, ...scores].flatMap((rule) => [
    ...valuesOf(rule.when, 'sector')
      .filter((id) => !sectors.has(id))
      .map((id) => ({ set: 'tier-rules' as const, item: rule.id, code: 'catalogue.sectorUnknown', id: String(id) })),
    ...valuesOf(rule.when, 'scenario')
      .filter((id) => typeof id === 'number' && Number.isInteger(id) && !scenarios.has(id))
      .map((id) => ({ set: 'tier-rules' as const, item: rule.id, code: 'catalogue.scenarioUnknown', id: String(id) })),
  ])
}
