// Whom a recall reaches: every version and every deployment in or out, with a reason, and equal to a plain walk over descent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AgentSeen,
  affected,
  type DeploymentSeen,
  type Scope,
  scopeFault,
  scopeSchema,
  type VersionSeen,
  versionsInScope,
} from './scope.ts'

const hash = (n: number): string => n.toString(16).padStart(64, '0')
const version = (n: number, name: string, more: Partial<VersionSeen['content'] & {}> = {}): VersionSeen => ({
  hash: hash(n),
  version: name,
  content: { buildHash: null, basedOnHash: null, models: [], tools: [], ...more },
})
const scope = (more: Partial<Scope>): Scope => ({ ...scopeSchema.parse({}), ...more })
const deployment = (id: string, of: number, more: Partial<DeploymentSeen> = {}): DeploymentSeen => ({
  ...{
    id,
    status: 'active',
    agentId: 'agent-1',
    number: `D-${id}`,
    organisationId: 'org-1',
    filingId: 'filing-1',
    versionHash: hash(of),
    version: null,
    scenario: 'finance:21',
    regions: [],
  },
  ...more,
})
const agent: AgentSeen = {
  id: 'agent-1',
  versions: [
    version(1, '2.2.4'),
    version(2, '2.3.0', { basedOnHash: hash(1), tools: [{ name: 'pay.transfer', version: '1.0', hash: null }] }),
    version(3, '2.4.1', { basedOnHash: hash(2), buildHash: hash(100), tools: [{ name: 'pay.transfer', version: '1.1', hash: null }] }),
    version(4, '2.4.2', { basedOnHash: hash(3), models: [{ name: 'atlas', hash: hash(200) }] }),
    version(5, '3.0.0'),
  ],
}
const found = (one: Scope) =>
  Object.fromEntries([...versionsInScope(one, agent.versions)].map(([address, why]) => [Number.parseInt(address, 16), why]))

test('a scope names at least one version, and its range is one that everybody reads alike', () => {
  expect(scopeFault(scope({}))?.code).toBe('recall.scopeNeeded')
  expect(scopeFault(scope({ scenarios: ['finance:21'], regions: ['110000'] }))?.code).toBe('recall.scopeNeeded')
  expect(scopeFault(scope({ versionRange: '^2.3' }))?.code).toBe('range.notUnderstood')
  expect(scopeFault(scope({ versionRange: '*' }))).toBeNull()
})

test('5.4 no. 9: a range takes in its versions and what was made from them, and what is exempt is out', () => {
  expect(found(scope({ versionRange: '>=2.3.0 <2.4.2' }))).toEqual({ 2: 'range', 3: 'range', 4: 'derived' })
  expect(found(scope({ versionRange: '>=2.3.0 <2.4.2', exempt: [{ versionHash: hash(4), reason: 'repaired' }] }))).toEqual({
    2: 'range',
    3: 'range',
  })
})

test('exact addresses and build hashes pin versions', () => {
  expect(found(scope({ versionHashes: [hash(3)] }))).toEqual({ 3: 'hash', 4: 'derived' })
  expect(found(scope({ buildHashes: [hash(100)] }))).toEqual({ 3: 'build', 4: 'derived' })
})

test('a component is found by its hash, else by name and version', () => {
  const tool = { kind: 'tool' as const, name: 'pay.transfer', version: '1.1', hash: null }
  expect(found(scope({ component: tool }))).toEqual({ 3: 'component', 4: 'derived' })
  expect(found(scope({ component: { ...tool, version: null } }))).toEqual({ 2: 'component', 3: 'component', 4: 'derived' })
  expect(found(scope({ component: { kind: 'model', name: 'renamed', version: null, hash: hash(200) } }))).toEqual({ 4: 'component' })
  expect(found(scope({ component: { ...tool, kind: 'model' } }))).toEqual({})
})

test('every deployment is included or excluded once, each with its reason', () => {
  const reach = affected(
    scope({
      versionRange: '>=2.3.0 <2.4.2',
      exempt: [{ versionHash: hash(4), reason: 'repaired' }],
      scenarios: ['finance:21'],
      regions: ['110000'],
    }),
    agent,
    [
      deployment('in', 2, { regions: ['110000', '310000'] }),
      deployment('nationwide', 3),
      deployment('paused', 3, { status: 'suspended' }),
      deployment('old', 1),
      deployment('repaired', 4),
      deployment('elsewhere', 2, { regions: ['310000'] }),
      deployment('school', 2, { scenario: 'education:25' }),
      deployment('planned', 2, { status: 'assessing' }),
      deployment('over', 2, { status: 'expired' }),
      deployment('foreign', 2, { agentId: 'agent-2' }),
    ],
  )
  expect(reach.included.map((one) => [one.deploymentId, one.because])).toEqual([
    ['in', 'range'],
    ['nationwide', 'range'],
    ['paused', 'range'],
  ])
  expect(Object.fromEntries(reach.excluded.map((one) => [one.deploymentId, one.because]))).toEqual({
    old: 'otherVersion',
    repaired: 'exemptVersion',
    elsewhere: 'otherRegion',
    school: 'otherScenario',
    planned: 'notRunning',
    over: 'ended',
    foreign: 'otherAgent',
  })
})

test('in doubt a deployment must answer: an unknown version, no scenario', () => {
  const one = scope({ versionRange: '>=2.3.0 <2.4.2', scenarios: ['finance:21'] })
  const unknown = [
    deployment('named', 999, { version: '2.3.7' }),
    deployment('nameless', 999),
    deployment('placeless', 2, { scenario: null }),
    deployment('other', 999, { version: '3.0.0' }),
  ]
  const reach = affected(one, agent, unknown)
  expect(reach.included.map((each) => each.deploymentId)).toEqual(['named', 'nameless', 'placeless'])
  expect(reach.excluded).toMatchObject([{ deploymentId: 'other', because: 'otherVersion' }])
})

// A family of versions: each made from an earlier one or from nothing.
const family = fc
  .array(fc.nat(30), { minLength: 1, maxLength: 25 })
  .map((parents) => parents.map((parent, n) => version(n + 1, `1.${n}.0`, { basedOnHash: n > 0 && parent < n ? hash(parent + 1) : null })))

test('descent is followed to the end, as a walk up from each version does', () => {
  fc.assert(
    fc.property(family, fc.array(fc.nat(24), { maxLength: 4 }), fc.array(fc.nat(24), { maxLength: 4 }), (versions, roots, exempted) => {
      const versionHashes = roots.map((n) => hash(n + 1))
      const out = new Set(exempted.map((n) => hash(n + 1)))
      const one = scope({ versionHashes, exempt: [...out].map((versionHash) => ({ versionHash, reason: 'free' })) })
      const byHash = new Map(versions.map((each) => [each.hash, each]))
      const isIn = (address: string | null): boolean =>
        address !== null &&
        !out.has(address) &&
        (versionHashes.includes(address) || isIn(byHash.get(address)?.content?.basedOnHash ?? null))
      expect(new Set(versionsInScope(one, versions).keys())).toEqual(new Set(versions.map((each) => each.hash).filter(isIn)))
    }),
  )
})

test('the two lists together are the deployments given, none lost, none twice', () => {
  const any = fc.record({
    of: fc.nat(8),
    status: fc.constantFrom('draft', 'active', 'suspended', 'expired', 'approved', 'unheard_of'),
    scenario: fc.constantFrom('finance:21', 'education:25', null),
    regions: fc.subarray(['110000', '310000']),
    agentId: fc.constantFrom('agent-1', 'agent-2'),
  })
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 30 }),
      fc.subarray(['110000', '440000']),
      fc.subarray(['finance:21']),
      (list, regions, scenarios) => {
        const deployments = list.map(({ of, ...more }, n) => deployment(String(n), of, more))
        const reach = affected(scope({ versionRange: '>=2.3.0 <3', regions, scenarios }), agent, deployments)
        const ids = [...reach.included, ...reach.excluded].map((one) => one.deploymentId)
        expect(ids.sort()).toEqual(deployments.map((one) => one.id).sort())
      },
    ),
  )
})
