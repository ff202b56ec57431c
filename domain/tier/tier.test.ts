// The tier rules as shipped: default lanes, escalations, what is owed, and what no later rule may undo.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataCategories } from '#domain/agent/vocabulary'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import type { Condition } from './condition.ts'
import { Facts, flagHolds, type TierUse, type TierVersion, tierFactsOf } from './facts.ts'
import { type CompiledRule, compileTierRules } from './rules.ts'
import { placeInTier, placeTogether } from './tier.ts'
import { factFlags, type Lane, lanes, scoreCriteria, type Tier, tiers } from './vocabulary.ts'

const rules = compileTierRules(shippedCatalogue)
const homeOf = (clause: number) =>
  shippedCatalogue.sectors.items.find((sector) => sector.scenarios.some((pair) => pair.clause === clause && pair.home))?.id ?? ''

/** A modest agent: software for closed use, asks before every act, touches nothing that weighs. */
const modest = (scenario: Facts['scenario'], change: Partial<Facts> = {}): Facts => ({
  scenario,
  sector: homeOf(scenario),
  publicFacing: false,
  registeredUsers: 100,
  monthlyUsers: 50,
  minors: false,
  elderly: false,
  careOfPersons: false,
  embodied: false,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  anthropomorphic: false,
  opinionCapacity: false,
  decidesOnPersons: false,
  dataCategories: ['public_data'],
  autonomousShare: 0,
  irreversibleAutonomousShare: 0,
  ...change,
})
const laneOf = (scenario: Facts['scenario'], change: Partial<Facts> = {}) => placeInTier(rules, modest(scenario, change)).lane

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  scenario: fc.constantFrom(...scenarioClauses),
  sector: fc.constantFrom(...shippedCatalogue.sectors.items.map((sector) => sector.id)),
  publicFacing: fc.boolean(),
  registeredUsers: fc.nat(20_000_000),
  monthlyUsers: fc.nat(2_000_000),
  minors: fc.boolean(),
  elderly: fc.boolean(),
  careOfPersons: fc.boolean(),
  embodied: fc.boolean(),
  systemPermission: fc.boolean(),
  machineAction: fc.boolean(),
  pesticide: fc.boolean(),
  anthropomorphic: fc.boolean(),
  opinionCapacity: fc.boolean(),
  decidesOnPersons: fc.boolean(),
  dataCategories: fc.subarray([...dataCategories]),
  autonomousShare: fc.double({ min: 0, max: 1, noNaN: true }),
  irreversibleAutonomousShare: fc.double({ min: 0, max: 1, noNaN: true }),
})

const expectedDefaults: Record<number, Lane> = {
  ...{ 15: 'key', 16: 'low', 17: 'key', 18: 'sensitive', 19: 'sensitive', 20: 'low', 21: 'sensitive', 22: 'low', 23: 'low', 24: 'low' },
  ...{ 25: 'key', 26: 'sensitive', 27: 'key', 28: 'sensitive', 29: 'sensitive', 30: 'sensitive', 31: 'sensitive', 32: 'key', 33: 'key' },
}
test.each(scenarioClauses)('scenario %i has the default lane of the jurisdiction matrix', (clause) => {
  const placed = placeInTier(rules, modest(clause))
  expect(placed.lane).toBe(expectedDefaults[clause])
  expect(placed.fired.map((rule) => rule.id)).toEqual([`L-${clause}`])
})

test('commercial services without care of persons are low, with care key', () => {
  expect(laneOf(24)).toBe('low')
  expect(laneOf(24, { careOfPersons: true })).toBe('key')
  expect(laneOf(24, { careOfPersons: true, embodied: true, publicFacing: true })).toBe('key')
})
test('education without minors is key, with minors sensitive', () => {
  expect(laneOf(25)).toBe('key')
  expect(laneOf(25, { minors: true })).toBe('sensitive')
})
test('agriculture becomes key when it applies pesticides or machines act', () => {
  expect(laneOf(20, { pesticide: true })).toBe('key')
  expect(laneOf(20, { machineAction: true })).toBe('key')
})
test('a device agent with system-level permission is key', () => expect(laneOf(22, { systemPermission: true })).toBe('key'))
test('an act that cannot be undone and is decided alone lifts a low agent to key with a laboratory test', () => {
  const placed = placeInTier(rules, modest(23, { autonomousShare: 0.1, irreversibleAutonomousShare: 0.05 }))
  expect(placed).toMatchObject({ lane: 'key', tier: 3 })
  expect(placed.tests).toContainEqual({ id: 'TI-15', by: 'laboratory' })
})

test('low is tier I, key tier II or with graver facts III, sensitive tier IV, each with what it owes', () => {
  expect(placeInTier(rules, modest(16))).toMatchObject({ tier: 1, filings: ['information_report'], typicalDays: 0 })
  expect(placeInTier(rules, modest(27))).toMatchObject({ tier: 2, filings: ['filing'] })
  expect(placeInTier(rules, modest(27, { autonomousShare: 0.5 }))).toMatchObject({ tier: 3, filings: ['filing'] })
  expect(placeInTier(rules, modest(26))).toMatchObject({ tier: 4, filings: ['filing', 'deployment_application'] })
  expect(placeInTier(rules, modest(16, { autonomousShare: 0.9 })).tier).toBe(1)
  expect(placeInTier(rules, modest(27)).documents).not.toContain('test_report')
  expect(placeInTier(rules, modest(26)).documents).toContain('test_report')
})
test('a laboratory tests from tier III on, the company itself below', () => {
  const by = (facts: Facts) => new Set(placeInTier(rules, facts).tests.map((owed) => owed.by))
  expect(by(modest(16))).toEqual(new Set(['self']))
  expect(by(modest(27))).toEqual(new Set(['self']))
  expect(by(modest(27, { embodied: true }))).toEqual(new Set(['laboratory']))
  expect(by(modest(26))).toEqual(new Set(['laboratory']))
})
test('every test item is owed by somebody, and only where its lane and one of its flags hold', () => {
  const owed = new Set<string>()
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const placed = placeInTier(rules, facts)
      for (const { id } of placed.tests) {
        const item = shippedCatalogue['test-items'].items.find((one) => one.id === id)
        expect(item?.lanes).toContain(placed.lane)
        expect(item?.flags.length === 0 || item?.flags.some((flag) => flagHolds(facts, flag))).toBe(true)
        owed.add(id)
      }
    }),
    { seed: 11, numRuns: 400 },
  )
  expect([...owed].sort()).toEqual(shippedCatalogue['test-items'].items.map((item) => item.id))
})
test('companion agents over the threshold owe a security assessment, below it only the plan against dependence', () => {
  const below = placeInTier(rules, modest(23, { anthropomorphic: true, monthlyUsers: 99_999, registeredUsers: 999_999 }))
  expect(below.filings).toEqual(['information_report', 'algorithm_filing'])
  expect(below.documents).toContain('dependence_prevention_plan')
  const above = placeInTier(rules, modest(23, { anthropomorphic: true, monthlyUsers: 100_000 }))
  expect(above).toMatchObject({ lane: 'key', filings: ['filing', 'algorithm_filing', 'security_assessment'] })
})

test('the five scores are derived by rule, and an officer may set one by hand', () => {
  const facts = modest(28, { publicFacing: true, monthlyUsers: 100_000, dataCategories: ['important_data'], autonomousShare: 0.8 })
  const scores = Object.fromEntries(placeInTier(rules, facts).scores.map((one) => [one.criterion, one.score]))
  expect(scores).toEqual({ opinion: 2, content: 4, scale: 4, data: 5, intervention: 5 })
  const set = placeInTier(rules, { ...facts, scores: { opinion: 5 } }).scores[0]
  expect(set).toEqual({ criterion: 'opinion', score: 5, by: 'officer' })
  expect(placeInTier(rules, modest(16)).scores.every((one) => one.score === 1 && one.by === 'default')).toBe(true)
})
test('five scores adding up to 15 make a low agent key, to 21 sensitive', () => {
  const scored = (opinion: number) => laneOf(16, { scores: { opinion, content: 3, scale: 3, data: 3, intervention: 3 } })
  expect([scored(2), scored(3)]).toEqual(['low', 'key'])
  expect(laneOf(16, { scores: { opinion: 5, content: 4, scale: 4, data: 4, intervention: 4 } })).toBe('sensitive')
})

test('a filing over several scenarios takes the highest lane and each scenario keeps its own', () => {
  const joint = placeTogether(rules, [modest(16), modest(27), modest(26)])
  expect(joint).toMatchObject({ lane: 'sensitive', tier: 4, filings: ['filing', 'deployment_application'] })
  expect(joint.scenarios.map((one) => [one.scenario, one.lane, one.tier])).toEqual([
    [16, 'low', 1],
    [27, 'key', 2],
    [26, 'sensitive', 4],
  ])
})
test('several scenarios together owe at least every document and no lower tier than each alone', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (one, other) => {
      const joint = placeTogether(rules, [one, other])
      for (const alone of joint.scenarios) {
        expect(lanes.indexOf(joint.lane)).toBeGreaterThanOrEqual(lanes.indexOf(alone.lane))
        expect(joint.tier).toBeGreaterThanOrEqual(alone.tier)
        expect(joint.documents).toEqual(expect.arrayContaining([...alone.documents]))
      }
      expect(joint.scenarios.some((alone) => alone.lane === joint.lane)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('the same rules and facts give the same answer, whatever was asked between', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (facts, other) => {
      const first = JSON.stringify(placeInTier(rules, facts))
      placeInTier(rules, other)
      expect(JSON.stringify(placeInTier(compileTierRules(structuredClone(shippedCatalogue)), structuredClone(facts)))).toBe(first)
    }),
    { numRuns: 100 },
  )
})
test('every rule is reported exactly once, fired or not, with the comparisons that decided', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { fired, notFired } = placeInTier(rules, facts)
      expect([...fired, ...notFired].map((rule) => rule.id).sort()).toEqual(rules.rules.map((rule) => rule.id).sort())
      for (const rule of [...fired, ...notFired]) expect(rule.because.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

/** Facts changed so that the condition holds, or does not. */
const steer = (condition: Condition, wanted: boolean, facts: Facts): Facts => {
  if (condition.not) return steer(condition.not, !wanted, facts)
  const parts = condition.all ?? condition.any
  if (parts) {
    const everyPart = (condition.all !== undefined) === wanted
    return (everyPart ? parts : parts.slice(0, 1)).reduce((sum, part) => steer(part, wanted, sum), facts)
  }
  const { field, op, value } = condition
  if (field === 'scoreTotal') {
    const each = wanted === (op === 'gte') ? 5 : 1
    return { ...facts, scores: Object.fromEntries(scoreCriteria.map((criterion) => [criterion, each])) }
  }
  const score = scoreCriteria.find((criterion) => field === `${criterion}Score`)
  if (score) return { ...facts, scores: { ...facts.scores, [score]: wanted === (op === 'gte') ? 5 : 1 } }
  if (field === 'scenario')
    return {
      ...facts,
      scenario: scenarioClauses.find((clause) => (Array.isArray(value) ? value.includes(clause) : value === clause) === wanted) ?? 15,
    }
  if (op === 'contains') {
    const rest = facts.dataCategories.filter((category) => category !== value)
    return { ...facts, dataCategories: wanted ? [...rest, value as (typeof rest)[number]] : rest }
  }
  const met = op === 'in' ? (value as unknown[])[0] : value
  const unmet = typeof met === 'boolean' ? !met : typeof met === 'string' ? 'elsewhere' : met === 0 ? 0.5 : 0
  return { ...facts, [field as string]: (op === 'lt' ? !wanted : wanted) ? met : unmet }
}
test.each(rules.rules.map((rule) => [rule.id, rule] as const))(
  'rule %s fires on its witness and is reported when it does not fire',
  (id, rule) => {
    const witness = Facts.parse(steer(rule.when, true, modest(16)))
    expect(placeInTier(rules, witness).fired.map((one) => one.id)).toContain(id)
    const other = Facts.parse(steer(rule.when, false, modest(16)))
    expect(placeInTier(rules, other).notFired.map((one) => one.id)).toContain(id)
  },
)
test.each(rules.scores.map((rule) => [rule.id, rule] as const))('score rule %s holds on its witness', (_, rule) => {
  const witness = Facts.parse(steer(rule.when, true, modest(16)))
  const found = placeInTier(rules, witness).scores.find((one) => one.criterion === rule.criterion)
  expect(found?.score).toBeGreaterThanOrEqual(rule.score)
})

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...factFlags).chain((field) => fc.boolean().map((value): Condition => ({ field, op: 'eq', value }))),
  fc.double({ min: 0, max: 1, noNaN: true }).map((value): Condition => ({ not: { field: 'autonomousShare', op: 'gte', value } })),
  fc.constantFrom(...scenarioClauses).map(
    (value): Condition => ({
      any: [
        { field: 'scenario', op: 'eq', value },
        { field: 'scoreTotal', op: 'lt', value: 12 },
      ],
    }),
  ),
)
const anyRule = fc.record({ when: anyCondition, lane: fc.option(fc.constantFrom(...lanes)), tier: fc.option(fc.constantFrom(...tiers)) })
test('adding a rule never lowers a lane or a tier', () => {
  fc.assert(
    fc.property(anyFacts, anyRule, fc.nat(rules.rules.length), (facts, added, at) => {
      const rule: CompiledRule = {
        ...added,
        lane: added.lane as Lane | null,
        tier: added.tier as Tier | null,
        id: 'T-99',
        version: '2027.1',
        filings: [],
        documents: [],
        text: { zh: '-', en: '-' },
        source: '-',
        confidence: 'D',
      }
      const before = placeInTier(rules, facts)
      const after = placeInTier({ ...rules, rules: rules.rules.toSpliced(at, 0, rule) }, facts)
      expect(lanes.indexOf(after.lane)).toBeGreaterThanOrEqual(lanes.indexOf(before.lane))
      expect(after.tier).toBeGreaterThanOrEqual(before.tier)
    }),
    { numRuns: 400 },
  )
})
test('a graver fact never lowers a lane or a tier under the shipped rules', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.constantFrom(...factFlags),
      fc.nat(1_000_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (facts, flag, more, share) => {
        const before = placeInTier(rules, { ...facts, [flag]: false })
        const graver = placeInTier(rules, {
          ...facts,
          [flag]: true,
          monthlyUsers: facts.monthlyUsers + more,
          autonomousShare: Math.max(facts.autonomousShare, share),
          irreversibleAutonomousShare: Math.max(facts.irreversibleAutonomousShare, share),
        })
        expect(lanes.indexOf(graver.lane)).toBeGreaterThanOrEqual(lanes.indexOf(before.lane))
        expect(graver.tier).toBeGreaterThanOrEqual(before.tier)
      },
    ),
    { numRuns: 400 },
  )
})

const version: TierVersion = {
  form: 'embodied',
  publicFacing: true,
  anthropomorphic: false,
  minorsPossible: true,
  elderlyPossible: false,
  dataCategories: ['health', 'public_data'],
  authorityMatrix: [
    { mode: 'autonomous', reversibility: 'irreversible' },
    { mode: 'autonomous', reversibility: 'reversible' },
    { mode: 'user_authorised', reversibility: 'irreversible' },
    { mode: 'user_only', reversibility: 'irreversible' },
  ],
}
const use: TierUse = {
  registeredUsers: 9,
  monthlyUsers: 3,
  careOfPersons: true,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  opinionCapacity: false,
  decidesOnPersons: false,
}
test('facts follow from the version, its matrix and its stated use', () => {
  const facts = tierFactsOf(version, 26, 'health', use)
  expect(Facts.parse(facts)).toEqual(facts)
  expect(facts).toMatchObject({
    embodied: true,
    minors: true,
    careOfPersons: true,
    monthlyUsers: 3,
    dataCategories: ['public_data', 'health'],
  })
  expect([facts.autonomousShare, facts.irreversibleAutonomousShare]).toEqual([0.5, 0.25])
})
test('a version that declares no action counts as acting alone', () => {
  expect(tierFactsOf({ ...version, authorityMatrix: [] }, 26, 'health', use)).toMatchObject({
    autonomousShare: 1,
    irreversibleAutonomousShare: 0,
  })
})
