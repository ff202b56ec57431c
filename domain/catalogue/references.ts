// Checks that the sets of a catalogue fit together: every id that one names exists in the other, every scenario has its lane and its home.
import { everySector, national } from '#domain/permission'
import type { Catalogue } from './shipped.ts'
import { provinceRegions } from './vocabulary.ts'

/** One thing that does not fit: the set and item it stands in, a code, and the id that is missing or wrong. */
export type CatalogueFault = { set: keyof Catalogue; item: string; code: string; id: string }

type Sets = Pick<
  Catalogue,
  'scenarios' | 'sectors' | 'authorities' | 'forums' | 'lanes' | 'risk-codes' | 'conditions' | 'test-items' | 'changes'
>

/** The names in braces of a sentence. */
const namesIn = (text: string): string[] => [...text.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1] ?? '')

/** All that does not fit, in the order of the sets; empty when the catalogue is whole. An edited set is put in force only when it is. */
export const catalogueFaults = (sets: Sets): CatalogueFault[] => {
  const faults: CatalogueFault[] = []
  const scenarios = new Set(sets.scenarios.items.map((item) => item.clause))
  const sectors = new Set(sets.sectors.items.map((item) => item.id))
  const authorities = new Set(sets.authorities.items.map((item) => item.id))
  const forums = new Set([...sets.forums.items.map((item) => item.id), ...authorities])
  const risks = new Set(sets['risk-codes'].items.map((item) => item.id))
  const regions = new Set([national, ...provinceRegions])
  const need = <T>(known: ReadonlySet<T>, id: T, set: keyof Sets, item: string, code: string) => {
    if (!known.has(id)) faults.push({ set, item, code, id: String(id) })
  }

  const numbers = new Set<number>()
  const homes = new Map<number, number>()
  for (const sector of sets.sectors.items) {
    if (numbers.has(sector.no)) faults.push({ set: 'sectors', item: sector.id, code: 'catalogue.twice', id: String(sector.no) })
    numbers.add(sector.no)
    for (const id of [...sector.lead, ...sector.also]) need(authorities, id, 'sectors', sector.id, 'catalogue.authorityUnknown')
    const clauses = new Set<number>()
    for (const pair of sector.scenarios) {
      need(scenarios, pair.clause, 'sectors', sector.id, 'catalogue.scenarioUnknown')
      if (clauses.has(pair.clause)) faults.push({ set: 'sectors', item: sector.id, code: 'catalogue.twice', id: String(pair.clause) })
      clauses.add(pair.clause)
      for (const id of pair.also) need(authorities, id, 'sectors', sector.id, 'catalogue.authorityUnknown')
      if (pair.home) homes.set(pair.clause, (homes.get(pair.clause) ?? 0) + 1)
    }
  }
  const laned = new Set(sets.lanes.items.map((item) => item.clause))
  for (const { clause } of sets.scenarios.items) {
    if (homes.get(clause) !== 1) faults.push({ set: 'sectors', item: String(clause), code: 'catalogue.oneHomeNeeded', id: String(clause) })
    need(laned, clause, 'lanes', String(clause), 'catalogue.laneMissing')
  }
  for (const { clause } of sets.lanes.items) need(scenarios, clause, 'lanes', String(clause), 'catalogue.scenarioUnknown')

  const tiles = new Set<string>()
  for (const authority of sets.authorities.items) {
    need(regions, authority.region, 'authorities', authority.id, 'catalogue.regionUnknown')
    for (const id of authority.sectors) if (id !== everySector) need(sectors, id, 'authorities', authority.id, 'catalogue.sectorUnknown')
    if (authority.forum !== null) need(forums, authority.forum, 'authorities', authority.id, 'catalogue.forumUnknown')
    if (authority.tile === null) continue
    const tile = `${authority.tile.col},${authority.tile.row}`
    if (tiles.has(tile)) faults.push({ set: 'authorities', item: authority.id, code: 'catalogue.tileTaken', id: tile })
    tiles.add(tile)
  }
  for (const forum of sets.forums.items) need(regions, forum.region, 'forums', forum.id, 'catalogue.regionUnknown')

  for (const item of sets['test-items'].items) {
    for (const code of item.riskCodes) need(risks, code, 'test-items', item.id, 'catalogue.riskCodeUnknown')
  }
  const tests = new Set(sets['test-items'].items.map((item) => item.id))
  for (const rule of sets.changes.items) for (const id of rule.tests) need(tests, id, 'changes', rule.id, 'catalogue.testItemUnknown')
  for (const condition of sets.conditions.items) {
    const declared = new Set(condition.parameters.map((parameter) => parameter.name))
    for (const text of [condition.text.zh, condition.text.en]) {
      const named = new Set(namesIn(text))
      for (const name of named) need(declared, name, 'conditions', condition.id, 'catalogue.parameterUnknown')
      for (const name of declared) need(named, name, 'conditions', condition.id, 'catalogue.parameterUnused')
    }
  }
  return faults
}
