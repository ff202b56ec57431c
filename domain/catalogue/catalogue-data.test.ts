// The shipped catalogue is whole: sets fit their schemas, every id that is named exists, regions are known, and faults are found when made.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clockCodes } from '#domain/clock/limits'
import { national } from '#domain/permission'
import { scenarioAreas, scenarioClauses } from '#domain/scenario/vocabulary'
import { limitIn } from './limit-set.ts'
import { catalogueFaults } from './references.ts'
import { type Catalogue, setSchemas, shippedCatalogue } from './shipped.ts'
import { catalogueSets, corpsRegion, provinceRegions } from './vocabulary.ts'

test('every id that one set names exists in another', () => expect(catalogueFaults(shippedCatalogue)).toEqual([]))
test.each(catalogueSets)('the set %s has the shipped edition and refuses a field that it does not know', (name) => {
  const set = shippedCatalogue[name]
  expect([set.set, set.version, set.effectiveOn]).toEqual([name, '2026.1', '2026-05-08'])
  const read = setSchemas[name].safeParse({ ...set, colour: 'red' })
  expect(read.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['colour'], path: [] }])
})
test('there are nineteen scenarios in five areas, in clause order', () => {
  expect(shippedCatalogue.scenarios.items.map((item) => item.clause)).toEqual(scenarioClauses)
  const areas = scenarioAreas.map((area) => shippedCatalogue.scenarios.items.filter((item) => item.area === area).length)
  expect(areas).toEqual([2, 5, 3, 4, 5])
})
test('every scenario has one home sector, and no sector number stands twice', () => {
  const homes = shippedCatalogue.sectors.items.flatMap((sector) => sector.scenarios.filter((pair) => pair.home).map((pair) => pair.clause))
  expect(homes.toSorted()).toEqual(scenarioClauses)
})
test('each province and the corps has exactly one filing office with its own tile, and its province government reconsiders', () => {
  const offices = shippedCatalogue.authorities.items.filter((item) => item.level === 'province')
  expect(offices.map((item) => item.region).toSorted()).toEqual([...provinceRegions].toSorted())
  expect(offices.every((item) => item.kind === 'cyberspace' && item.tile !== null && item.forum === `gov-${item.region}`)).toBe(true)
  expect(shippedCatalogue.authorities.items.filter((item) => item.level === 'national').every((item) => item.region === national)).toBe(
    true,
  )
})
test('a department of the State Council reconsiders its own acts; courts and procuratorates are not reached', () => {
  const forumOf = (id: string) => shippedCatalogue.authorities.items.find((item) => item.id === id)?.forum
  expect([forumOf('cac'), forumOf('nhc'), forumOf('spc'), forumOf('spp')]).toEqual(['cac', 'nhc', null, null])
})
test('an authority lists exactly the sectors in which the sectors set names it', () => {
  for (const authority of shippedCatalogue.authorities.items.filter((item) => item.kind === 'sector')) {
    const named = shippedCatalogue.sectors.items.filter((sector) =>
      [...sector.lead, ...sector.also, ...sector.scenarios.flatMap((pair) => pair.also)].includes(authority.id),
    )
    expect(authority.sectors).toEqual(named.map((sector) => sector.id))
  }
})

test('every clock code has its limit, and a set of limits without one is refused', () => {
  expect(clockCodes.map((code) => limitIn(shippedCatalogue, code).code)).toEqual(clockCodes)
  const { items, ...frame } = shippedCatalogue.limits
  expect(setSchemas.limits.safeParse({ ...frame, items: items.slice(1) }).error?.issues).toMatchObject([
    { message: 'catalogue.clockCodeMissing', path: ['items'] },
  ])
})

const broken = (change: (catalogue: Catalogue) => void) => {
  const catalogue = structuredClone(shippedCatalogue)
  change(catalogue)
  return catalogueFaults(catalogue).map(({ set, code, id }) => [set, code, id])
}
test.each<[string, (catalogue: Catalogue) => void, string[]]>([
  ['a lead authority', (c) => c.sectors.items[0]?.lead.push('nobody'), ['sectors', 'catalogue.authorityUnknown', 'nobody']],
  [
    'a second home',
    (c) => Object.assign(c.sectors.items[0]?.scenarios[1] ?? {}, { home: true }),
    ['sectors', 'catalogue.oneHomeNeeded', '16'],
  ],
  ['a used sector number', (c) => Object.assign(c.sectors.items[1] ?? {}, { no: 1 }), ['sectors', 'catalogue.twice', '1']],
  ['a pair twice', (c) => c.sectors.items[0]?.scenarios.push({ clause: 16, home: false, also: [] }), ['sectors', 'catalogue.twice', '16']],
  ['a missing scenario', (c) => c.scenarios.items.splice(0, 1), ['lanes', 'catalogue.scenarioUnknown', '15']],
  ['a missing lane', (c) => c.lanes.items.splice(0, 1), ['lanes', 'catalogue.laneMissing', '15']],
  [
    'a region',
    (c) => Object.assign(c.authorities.items[0] ?? {}, { region: '999999' }),
    ['authorities', 'catalogue.regionUnknown', '999999'],
  ],
  ['a sector of an authority', (c) => c.authorities.items[1]?.sectors.push('space'), ['authorities', 'catalogue.sectorUnknown', 'space']],
  [
    'a forum',
    (c) => Object.assign(c.authorities.items[0] ?? {}, { forum: 'nowhere' }),
    ['authorities', 'catalogue.forumUnknown', 'nowhere'],
  ],
  [
    'a tile taken',
    (c) => Object.assign(c.authorities.items.at(-1) ?? {}, { tile: { col: 6, row: 2 } }),
    ['authorities', 'catalogue.tileTaken', '6,2'],
  ],
  ['a forum region', (c) => Object.assign(c.forums.items[0] ?? {}, { region: '999999' }), ['forums', 'catalogue.regionUnknown', '999999']],
  ['a risk code', (c) => c['test-items'].items[0]?.riskCodes.push('AIA99'), ['test-items', 'catalogue.riskCodeUnknown', 'AIA99']],
  ['a parameter without a name', (c) => c.conditions.items[0]?.parameters.pop(), ['conditions', 'catalogue.parameterUnknown', 'amount']],
  [
    'a parameter without a use',
    (c) => Object.assign(c.conditions.items[0]?.text ?? {}, { en: 'No limit.' }),
    ['conditions', 'catalogue.parameterUnused', 'amount'],
  ],
])('%s that does not fit is named', (_, change, fault) => expect(broken(change)).toContainEqual(fault))

const divisions = join(process.env.ZHIHENG_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'codes/cn-divisions-gbt2260.csv')
test.skipIf(!existsSync(divisions))('every province region but the corps stands in the published list of divisions', () => {
  const published = new Set(
    readFileSync(divisions, 'utf8')
      .split('\n')
      .map((row) => row.slice(0, 6)),
  )
  expect(provinceRegions.filter((region) => !published.has(region))).toEqual([corpsRegion])
})
