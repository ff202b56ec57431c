// What a recall reaches: which versions of the agent, and which of its deployments, each with the reason. Pure.
import { z } from 'zod'
import { isInRange, readRange } from '../agent/range.ts'
import { line, prose, sha256Hex } from '../agent/text.ts'
import type { AgentModel, AgentTool } from '../agent/version.ts'
import type { Refusal } from '../case.ts'
import { national } from '../permission.ts'
import { causeKinds, type ExclusionReason, type InclusionReason } from './vocabulary.ts'

/** A sector and the clause of a scenario, as openings and deployments are linked by: `finance:21`. */
const scenarioKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}:(1[5-9]|2\d|3[0-3])$/)

/** The part at fault, as the versions name it: by the hash where there is one, else by its name. */
export const componentSchema = z.strictObject({
  kind: z.enum(causeKinds),
  name: line(160).min(1),
  version: line(64).nullable().default(null),
  hash: sha256Hex.nullable().default(null),
})
export type Component = z.infer<typeof componentSchema>

/**
 * Pins exact versions (policy.md 5.3): a range, content hashes, build hashes, or every version with the component. Empty scenarios or regions mean all.
 * Builds derived from a version in scope are in scope too; `exempt` names those that are known to be free of the defect, each with the reason.
 */
export const scopeSchema = z.strictObject({
  versionRange: line(300).min(1).nullable().default(null),
  versionHashes: z.array(sha256Hex).max(500).default([]),
  buildHashes: z.array(sha256Hex).max(500).default([]),
  component: componentSchema.nullable().default(null),
  exempt: z
    .array(z.strictObject({ versionHash: sha256Hex, reason: prose(1000).min(1) }))
    .max(200)
    .default([]),
  scenarios: z.array(scenarioKey).max(400).default([]),
  regions: z
    .array(z.string().regex(/^\d{6}$/))
    .max(60)
    .default([]),
})
export type Scope = z.infer<typeof scopeSchema>

/** What must be known of a version of the agent: its address, its name, what it was made from and of. */
export type VersionSeen = {
  hash: string
  version: string
  content: {
    buildHash: string | null
    basedOnHash: string | null
    models: readonly Pick<AgentModel, 'name' | 'hash'>[]
    tools: readonly Pick<AgentTool, 'name' | 'version' | 'hash'>[]
  } | null
}
export type AgentSeen = { id: string; versions: readonly VersionSeen[] }
/** What must be known of a deployment. `regions` empty is nationwide. */
export type DeploymentSeen = {
  id: string
  status: string
  agentId: string | null
  number: string | null
  organisationId: string | null
  filingId: string | null
  versionHash: string | null
  version: string | null
  scenario: string | null
  regions: readonly string[]
}

/** Refusals: recall.scopeNeeded, and those of readRange. A scope without any version would stop nothing, or everything by mistake. */
export const scopeFault = (scope: Scope): Refusal | null => {
  if (scope.versionRange === null && scope.versionHashes.length === 0 && scope.buildHashes.length === 0 && scope.component === null)
    return { code: 'recall.scopeNeeded', facts: {} }
  const range = scope.versionRange === null ? [] : readRange(scope.versionRange)
  return 'refusal' in range ? range.refusal : null
}

const hasComponent = (version: VersionSeen, { kind, name, version: only, hash }: Component): boolean => {
  const { models, tools } = version.content ?? { models: [], tools: [] }
  const parts = [
    ...(kind === 'tool' || kind === 'library' ? [] : models.map((model) => ({ ...model, version: null }))),
    ...(kind === 'model' ? [] : tools),
  ]
  return parts.some((part) =>
    hash !== null && part.hash !== null
      ? part.hash === hash
      : part.name === name && (only === null || part.version === null || part.version === only),
  )
}

const directly = (scope: Scope, version: VersionSeen): InclusionReason | null => {
  if (scope.versionHashes.includes(version.hash)) return 'hash'
  const build = version.content?.buildHash ?? null
  if (build !== null && scope.buildHashes.includes(build)) return 'build'
  const range = scope.versionRange === null ? null : readRange(scope.versionRange)
  if (range && !('refusal' in range) && isInRange(version.version, range)) return 'range'
  return scope.component && hasComponent(version, scope.component) ? 'component' : null
}

/**
 * Every version in scope with why, by content hash: the versions named, and all that were made from one of them, however far (policy.md 5.4 no. 9).
 * An exempt version is out, and what was made from it is judged for itself.
 */
export const versionsInScope = (scope: Scope, versions: readonly VersionSeen[]): ReadonlyMap<string, InclusionReason> => {
  const exempt = new Set(scope.exempt.map((one) => one.versionHash))
  const found = new Map<string, InclusionReason>()
  const children = new Map<string, string[]>()
  for (const version of versions) {
    const parent = version.content?.basedOnHash ?? null
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), version.hash])
    const why = exempt.has(version.hash) ? null : directly(scope, version)
    if (why !== null) found.set(version.hash, why)
  }
  const known = [...scope.versionHashes, ...found.keys()].filter((hash) => !exempt.has(hash))
  for (let hash = known.pop(); hash !== undefined; hash = known.pop()) {
    for (const child of children.get(hash) ?? []) {
      if (found.has(child) || exempt.has(child)) continue
      found.set(child, 'derived')
      known.push(child)
    }
  }
  return found
}

/** In use, or allowed to be at any moment; whatever else a deployment is, it runs nothing now. */
const runningStatuses: readonly string[] = [
  'pilot_approved',
  'approved',
  'approved_with_conditions',
  'active',
  'suspended',
  're_assessment',
]
const notYetStatuses: readonly string[] = ['draft', 'submitted', 'accepted', 'assessing']

const isNationwide = (regions: readonly string[]): boolean => regions.length === 0 || regions.includes(national)

export type Included = {
  deploymentId: string
  number: string | null
  organisationId: string | null
  filingId: string | null
  version: string | null
  versionHash: string | null
  because: InclusionReason
}
export type Excluded = { deploymentId: string; number: string | null; version: string | null; because: ExclusionReason }
export type Reach = { included: readonly Included[]; excluded: readonly Excluded[] }

/**
 * The affected list of a recall: every deployment given is either included or excluded, with the one reason why. A deployment whose version is not among
 * the agent's is judged by its version name alone; when that does not settle it, it is in: in doubt it must answer.
 */
export const affected = (scope: Scope, agent: AgentSeen, deployments: readonly DeploymentSeen[]): Reach => {
  const versions = versionsInScope(scope, agent.versions)
  const exempt = new Set(scope.exempt.map((one) => one.versionHash))
  const byHash = new Map(agent.versions.map((version) => [version.hash, version]))
  const whyIn = (one: DeploymentSeen): InclusionReason | null => {
    if (one.versionHash !== null && byHash.has(one.versionHash)) return versions.get(one.versionHash) ?? null
    if (one.versionHash !== null && scope.versionHashes.includes(one.versionHash)) return 'hash'
    if (one.version === null) return 'derived'
    return directly(scope, { hash: one.versionHash ?? '', version: one.version, content: null })
  }
  const whyOut = (one: DeploymentSeen): ExclusionReason | null => {
    if (one.agentId !== agent.id) return 'otherAgent'
    if (notYetStatuses.includes(one.status)) return 'notRunning'
    if (!runningStatuses.includes(one.status)) return 'ended'
    if (one.versionHash !== null && exempt.has(one.versionHash)) return 'exemptVersion'
    if (whyIn(one) === null) return 'otherVersion'
    if (scope.scenarios.length > 0 && one.scenario !== null && !scope.scenarios.includes(one.scenario)) return 'otherScenario'
    return isNationwide(scope.regions) || isNationwide(one.regions) || one.regions.some((region) => scope.regions.includes(region))
      ? null
      : 'otherRegion'
  }
  const included: Included[] = []
  const excluded: Excluded[] = []
  for (const one of deployments) {
    const { id: deploymentId, number, organisationId, filingId, version, versionHash } = one
    const because = whyOut(one)
    if (because === null)
      included.push({ deploymentId, number, organisationId, filingId, version, versionHash, because: whyIn(one) ?? 'derived' })
    else excluded.push({ deploymentId, number, version, because })
  }
  return { included, excluded }
}
