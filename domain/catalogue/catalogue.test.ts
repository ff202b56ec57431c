// The catalogue: every edition proposed by one person, enacted by another, dated, whole, and never changed afterwards.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, judge, movesOpenTo, type Post, publicActor, systemActor } from '../case.ts'
import { shippedCalendar } from '../clock/calendar.ts'
import { dateOf, dayOf } from '../clock/day.ts'
import { audienceOf, present } from '../permission.ts'
import { world } from '../world.ts'
import { type CatalogueState, catalogue, catalogueAt, inForce } from './catalogue.ts'
import { type CatalogueCommand, type EditableSet, editableSets } from './catalogue-vocabulary.ts'
import { changesBetween, readContent, shippedEdition } from './content.ts'
import { catalogueFaults } from './references.ts'
import { shippedCatalogue } from './shipped.ts'
import { tierRuleFaults } from './tier-references.ts'

const at = '2026-11-02T10:00:00+08:00'
const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const who = (personId: string, ...posts: Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
const national = (personId: string, ...roles: Post['role'][]) =>
  who(personId, ...roles.map((role) => post(role, { authorityId: 'cac', region: '000000', sectors: ['*'] })))
const registrar = national('ru', 'registry_officer')
const second = national('qi', 'registry_officer')
const approver = national('hao', 'approver')
const admin = who('ada', post('system_admin'))
const otherAdmin = who('ben', post('system_admin'))

type Propose = Extract<CatalogueCommand, { type: 'propose' }>
const propose = (content: Propose['content'], effectiveOn = '2026-12-01'): Propose => ({
  type: 'propose',
  content,
  effectiveOn,
  reason: 'new list',
  basis: 'notice 7',
})
const lowered = () => ({
  items: shippedCatalogue.lanes.items.map((item) => (item.clause === 15 ? { ...item, lane: 'low' as const } : item)),
})
const withoutSector = (id: string) => ({ items: shippedCatalogue.sectors.items.filter((item) => item.id !== id) })

const start = () => {
  const here = world(new Map([['catalogue', catalogue]]), () => [], shippedCatalogue)
  for (const set of editableSets)
    expect(here.ask(systemActor, 'catalogue', set, { type: 'create', set } as CatalogueCommand, at).refusal).toBeNull()
  const ask = (actor: Actor, set: EditableSet, command: CatalogueCommand, when = at) =>
    here.ask(actor, 'catalogue', set, command, when).refusal
  const set = (name: EditableSet) => here.state<CatalogueState>(name)!
  return { ...here, ask, set, sets: () => here.all('catalogue') as CatalogueState[] }
}

test('every shipped set is entered as its first edition and read back as shipped', () => {
  const { sets, set } = start()
  for (const name of editableSets) expect(set(name)).toMatchObject({ status: 'in_force', set: name, proposal: null })
  expect(catalogueAt(sets(), at)).toEqual(shippedCatalogue)
})

test('without any case the catalogue is the shipped one', () => {
  expect(catalogueAt([], at)).toEqual(shippedCatalogue)
})

test('the shipped sets pass the same checks as an edited one', () => {
  for (const name of editableSets) {
    const { content, version, effectiveOn } = shippedEdition(name)
    expect([name, readContent(name, content, version, effectiveOn).ok]).toEqual([name, true])
  }
  expect([...catalogueFaults(shippedCatalogue), ...tierRuleFaults(shippedCatalogue)]).toEqual([])
})

test('a set is entered once, and by nobody but the system', () => {
  const here = start()
  const create: CatalogueCommand = { type: 'create', set: 'lanes' }
  const judged = judge(
    catalogue,
    { ...catalogue.initial, id: 'lanes-again' },
    create,
    { actor: systemActor, at, catalogue: shippedCatalogue },
    { sets: here.sets() },
  )
  expect(judged).toMatchObject({ granted: false, refusal: { code: 'catalogue.newSetNeeded' } })
  const byAdmin = judge(
    catalogue,
    { ...catalogue.initial, id: 'lanes' },
    create,
    { actor: admin, at, catalogue: shippedCatalogue },
    { sets: [] },
  )
  expect(byAdmin).toMatchObject({ granted: false, refusal: { code: 'case.notYours' } })
})

test('a proposal changes nothing before a second person has enacted it, and then from its date', () => {
  const { ask, set, sets } = start()
  const laneOn = (when: string) => catalogueAt(sets(), when).lanes.items.find((item) => item.clause === 15)?.lane
  expect(ask(registrar, 'lanes', propose(lowered()))).toBeNull()
  expect(laneOn('2027-01-01T00:00:00+08:00')).toBe('key')
  expect(ask(second, 'lanes', { type: 'enact' })).toBeNull()
  expect([laneOn('2026-11-30T23:59:59+08:00'), laneOn('2026-11-30T16:00:00Z')]).toEqual(['key', 'low'])
  expect(
    set('lanes').versions.map(({ version, effectiveOn, proposedBy, enactedBy }) => ({ version, effectiveOn, proposedBy, enactedBy })),
  ).toEqual([
    { version: shippedCatalogue.lanes.version, effectiveOn: shippedCatalogue.lanes.effectiveOn, proposedBy: null, enactedBy: 'system' },
    { version: '2026.2', effectiveOn: '2026-12-01', proposedBy: 'ru', enactedBy: 'qi' },
  ])
  expect(catalogueAt(sets(), '2026-12-01T00:00:00+08:00').lanes.version).toBe('2026.2')
})

test('whoever proposed does not enact, whatever other posts they hold', () => {
  const { ask } = start()
  const both = national('both', 'reviewer', 'approver', 'registry_officer')
  ask(both, 'lanes', propose(lowered()))
  expect(ask(both, 'lanes', { type: 'enact' })?.code).toBe('case.dutyExcluded')
  expect(ask(who('both', post('system_admin')), 'lanes', { type: 'enact' })?.code).toBe('case.dutyExcluded')
})

test('two persons can go on: whoever proposed the last edition may enact the next one of a third', () => {
  const { ask } = start()
  ask(registrar, 'lanes', propose(lowered()))
  ask(second, 'lanes', { type: 'enact' })
  const raised = { items: lowered().items.map((item) => (item.clause === 16 ? { ...item, lane: 'key' as const } : item)) }
  expect(ask(national('third', 'reviewer'), 'lanes', propose(raised))).toBeNull()
  expect(ask(registrar, 'lanes', { type: 'enact' })).toBeNull()
})

test('two administrators alone do not make a rule', () => {
  const { ask } = start()
  ask(admin, 'lanes', propose(lowered()))
  expect(ask(otherAdmin, 'lanes', { type: 'enact' })?.code).toBe('catalogue.officeNeeded')
  expect(ask(approver, 'lanes', { type: 'enact' })).toBeNull()
})

test('an office of one region or of some sectors neither proposes, enacts nor withdraws', () => {
  const { ask } = start()
  const provincial = who('p', post('registry_officer', { authorityId: 'cac-110000', region: '110000', sectors: ['*'] }))
  const ofSector = who('s', post('registry_officer', { authorityId: 'nhc', region: '000000', sectors: ['health'] }))
  for (const other of [provincial, ofSector]) expect(ask(other, 'lanes', propose(lowered()))?.code).toBe('catalogue.nationalOfficeNeeded')
  ask(registrar, 'lanes', propose(lowered()))
  for (const other of [provincial, ofSector]) {
    expect(ask(other, 'lanes', { type: 'enact' })?.code).toBe('catalogue.nationalOfficeNeeded')
    expect(ask(other, 'lanes', { type: 'withdrawProposal', reason: 'r' })?.code).toBe('catalogue.nationalOfficeNeeded')
  }
})

test('one proposal at a time; a withdrawn one leaves the rule as it was', () => {
  const { ask, set } = start()
  const before = set('lanes').versions
  ask(registrar, 'lanes', propose(lowered()))
  expect(ask(second, 'lanes', propose(lowered()))?.code).toBe('case.wrongStatus')
  expect(ask(registrar, 'lanes', { type: 'withdrawProposal', reason: 'mistake' })).toBeNull()
  expect(set('lanes')).toMatchObject({ status: 'in_force', proposal: null, versions: before })
})

test('rules are not made for days gone by, nor before an edition that already stands', () => {
  const { ask } = start()
  expect(ask(registrar, 'lanes', propose(lowered(), '2026-11-01'))?.code).toBe('catalogue.presentDateNeeded')
  ask(registrar, 'lanes', propose(lowered(), '2026-12-01'))
  expect(ask(second, 'lanes', { type: 'enact' }, '2026-12-02T09:00:00+08:00')?.code).toBe('catalogue.presentDateNeeded')
  expect(ask(second, 'lanes', { type: 'enact' }, '2026-12-01T09:00:00+08:00')).toBeNull()
  const shipped = shippedEdition('lanes').content
  expect(ask(registrar, 'lanes', propose(shipped, '2026-11-20'))?.code).toBe('catalogue.laterDateNeeded')
})

test('what is wrong with an item is said with the item and the place in it', () => {
  const { ask } = start()
  const items = shippedCatalogue.lanes.items.map((item) => (item.clause === 18 ? { ...item, lane: 'grave' } : item))
  const refusal = ask(registrar, 'lanes', propose({ items }))
  expect(refusal?.code).toBe('catalogue.validItemsNeeded')
  expect(refusal?.facts).toMatchObject({
    items: '18',
    count: 1,
    problems: [{ item: '18', pointer: '/items/3/lane', code: 'invalid_value' }],
  })
})

test('an unknown part, an item that stands twice and an empty set are refused', () => {
  const { ask } = start()
  const { items } = shippedCatalogue.lanes
  const code = (content: Propose['content']) => ask(registrar, 'lanes', propose(content))?.code
  expect([code({ items, extra: 1 }), code({ items: [...items, items[0]] }), code({ items: [] }), code({})]).toEqual(
    Array(4).fill('catalogue.validItemsNeeded'),
  )
})

test('the frame of a set cannot be smuggled in with its content', () => {
  const { ask, set } = start()
  expect(ask(registrar, 'lanes', propose({ ...lowered(), set: 'sectors', version: '1999.1', effectiveOn: '1999-01-01' }))).toBeNull()
  expect(set('lanes').proposal).toMatchObject({ version: '2026.2', effectiveOn: '2026-12-01' })
  expect(Object.keys(set('lanes').proposal!.content)).toEqual(['items'])
})

test('a proposal that changes nothing is refused, and the order of keys is no change', () => {
  const { ask } = start()
  const turned = shippedCatalogue.lanes.items.map((item) => Object.fromEntries(Object.entries(item).reverse()))
  expect(ask(registrar, 'lanes', propose({ items: turned }))?.code).toBe('catalogue.changeNeeded')
})

test('an id that other sets still name is not removed, and they are named', () => {
  const { ask } = start()
  const refusal = ask(registrar, 'sectors', propose(withoutSector('health')))
  const codes = shippedCatalogue['risk-codes'].items.filter((item) => item.id !== 'AIA01')
  const risk = ask(registrar, 'risk-codes', propose({ items: codes }))
  expect([refusal?.code, risk?.code]).toEqual(['catalogue.unreferencedItemNeeded', 'catalogue.unreferencedItemNeeded'])
  expect((refusal!.facts.references as { set: string; item: string }[]).map(({ set, item }) => `${set}/${item}`)).toContain(
    'authorities/nhc',
  )
  const items = shippedCatalogue['test-items'].items.filter((item) => item.riskCodes.includes('AIA01')).map((item) => item.id)
  expect((risk!.facts.references as { item: string }[]).map(({ item }) => item)).toEqual(items)
})

test('an item that names what does not exist is refused', () => {
  const { ask } = start()
  const items = shippedCatalogue['test-items'].items.map((item, index) => (index === 0 ? { ...item, riskCodes: ['AIA99'] } : item))
  expect(ask(registrar, 'test-items', propose({ items }))?.facts).toMatchObject({ list: 'test-items/TI-01 → AIA99', count: 1 })
})

test('a tier rule about a sector that does not exist is refused', () => {
  const { ask } = start()
  const { tiers, scores, rules } = shippedCatalogue['tier-rules']
  const added = {
    ...rules[0]!,
    id: 'T-99',
    when: {
      any: [
        { not: { field: 'sector' as const, op: 'in' as const, value: ['health', 'moon'] } },
        { field: 'minors' as const, op: 'eq' as const, value: true },
      ],
    },
  }
  const refusal = ask(registrar, 'tier-rules', propose({ tiers, scores, rules: [...rules, added] }))
  expect(refusal?.code).toBe('catalogue.wholeCatalogueNeeded')
  expect(refusal?.facts.list).toBe('tier-rules/T-99 → moon')
})

test('what another set has come to name since the proposal stops its enactment', () => {
  const { ask } = start()
  const { items } = shippedCatalogue['risk-codes']
  const added = { ...items[0]!, id: 'AIA88' }
  ask(registrar, 'risk-codes', propose({ items: [...items, added] }, '2026-12-01'))
  ask(second, 'risk-codes', { type: 'enact' })
  // Somebody proposes to take the new code out again, while another names it in a test item.
  ask(registrar, 'risk-codes', propose({ items }, '2026-12-10'))
  const tests = shippedCatalogue['test-items'].items.map((item, index) =>
    index === 0 ? { ...item, riskCodes: [...item.riskCodes, 'AIA88'] } : item,
  )
  expect(ask(registrar, 'test-items', propose({ items: tests }, '2026-12-05'))).toBeNull()
  expect(ask(second, 'test-items', { type: 'enact' })).toBeNull()
  expect(ask(second, 'risk-codes', { type: 'enact' })?.code).toBe('catalogue.unreferencedItemNeeded')
})

test('an edition is checked against what other sets will be on later days too', () => {
  const { ask } = start()
  const { items } = shippedCatalogue['risk-codes']
  ask(registrar, 'risk-codes', propose({ items: [...items, { ...items[0]!, id: 'AIA88' }] }, '2026-12-01'))
  ask(second, 'risk-codes', { type: 'enact' })
  const tests = shippedCatalogue['test-items'].items.map((item, index) =>
    index === 0 ? { ...item, riskCodes: [...item.riskCodes, 'AIA88'] } : item,
  )
  ask(registrar, 'test-items', propose({ items: tests }, '2027-03-01'))
  ask(second, 'test-items', { type: 'enact' })
  // Nothing names the code on 1 January yet, but a test item does from March.
  expect(ask(registrar, 'risk-codes', propose({ items }, '2027-01-01'))?.code).toBe('catalogue.unreferencedItemNeeded')
})

test('the calendar takes the notice of the next year, and refuses days that contradict each other', () => {
  const { ask, sets } = start()
  const next = { ...shippedCalendar, publishedUntil: '2027-12-31' }
  const name = { zh: 'x', en: 'x' }
  expect(ask(admin, 'calendar', propose({ ...next, work: [...next.work, { on: '2027-01-04', name }] }))?.facts).toMatchObject({
    problems: [{ item: '2027-01-04', code: 'calendar.makeUpDayOnWeekday' }],
  })
  expect(ask(admin, 'calendar', propose(next))).toBeNull()
  expect(ask(approver, 'calendar', { type: 'enact' })).toBeNull()
  const until = (when: string) => catalogueAt(sets(), when).calendar.publishedUntil
  expect([until('2026-11-30T12:00:00+08:00'), until('2026-12-01T00:00:00+08:00')]).toEqual(['2026-12-31', '2027-12-31'])
})

test('the edition in force is the last that has taken effect, for any list of dates', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((offset) => dateOf(dayOf('2026-01-01') + offset))
  fc.assert(
    fc.property(fc.array(day, { maxLength: 8 }), day, (dates, on) => {
      const versions = dates.sort().map((effectiveOn, index) => ({ effectiveOn, index }))
      const expected = versions.filter((version) => version.effectiveOn <= on)
      expect(inForce(versions, on)).toEqual(expected[expected.length - 1])
    }),
  )
})

test('changes name the items that were added, removed and changed', () => {
  const before = {
    items: [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ],
    note: 'x',
  }
  const after = {
    items: [
      { id: 'b', n: 2 },
      { id: 'c', n: 1 },
    ],
    note: 'x',
  }
  expect(changesBetween(before, after)).toEqual({ added: ['c'], removed: ['a'], changed: ['b'] })
})

test('everybody reads the rules; nobody but the offices and the administrator may change them', () => {
  const { set, state } = start()
  const audience = audienceOf(publicActor, catalogue.place(set('lanes')), {
    isPublic: catalogue.summary(set('lanes'), shippedCatalogue).isPublic,
  })
  expect(audience).toBe('public')
  expect(present(set('lanes'), catalogue.fields, 'public').versions).toHaveLength(1)
  const others = [
    publicActor,
    who('f', post('filer', { organisationId: 'o' })),
    who('sec', post('security_admin')),
    national('aud', 'auditor'),
    national('in', 'intake'),
  ]
  for (const other of others) expect(movesOpenTo(catalogue, state('lanes')!, other)).toEqual([])
})

test('a set has a name in both languages', () => {
  const { set } = start()
  for (const name of editableSets) {
    const { zh, en } = catalogue.summary(set(name), shippedCatalogue).title
    expect([name, zh.length > 1, en.length > 1]).toEqual([name, true, true])
  }
})
