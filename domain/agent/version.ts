// The content of one version of an agent: what it is, what it is made of, what it may decide. Immutable once filed, addressed by its hash.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { identityCodeSchema } from './identity-code.ts'
import { line, prose, rowKey, sha256Hex } from './text.ts'
import {
  actionCategories,
  agentForms,
  authenticationKinds,
  authorityModes,
  autonomyLevels,
  capSpans,
  capUnits,
  changeClasses,
  consentMethods,
  dataCategories,
  guardrailEffects,
  guardrailKinds,
  memoryRetentions,
  modelAccessModes,
  noticeMethods,
  reversibilities,
  toolKinds,
  toolPermissions,
  transports,
  vetoPaths,
} from './vocabulary.ts'

/** A model inside the agent. `filingNo` is its filing or registration number (policy.md 3.2); `hash` is of the weights, where they are in the filer's hands. */
export const modelSchema = z.strictObject({
  name: rowKey,
  provider: line(160),
  filingNo: line(80).nullable(),
  accessMode: z.enum(modelAccessModes),
  hash: sha256Hex.nullable(),
})

/** A tool within reach. `source` says where it comes from (package, address); `secrets` are the names of the secrets it is given, never their values. */
export const toolSchema = z.strictObject({
  name: rowKey,
  kind: z.enum(toolKinds),
  description: prose(1000),
  permissions: z.array(z.enum(toolPermissions)).max(toolPermissions.length),
  source: line(500),
  version: line(64).nullable(),
  hash: sha256Hex.nullable(),
  secrets: z.array(line(96).min(1)).max(40),
})

export const skillSchema = z.strictObject({
  id: rowKey,
  name: line(120),
  description: prose(2000),
  tags: z.array(line(64).min(1)).max(40),
})

/** An address at which the agent answers. Kept as text: nothing in this product ever fetches it by itself. */
export const endpointSchema = z.strictObject({
  url: line(500).min(1),
  transport: z.enum(transports),
  protocolVersion: line(32).nullable(),
  authentication: z.array(z.enum(authenticationKinds)).max(authenticationKinds.length),
})

/** The most that the agent may do of an action in a span, counted over every window of that length. */
export const capSchema = z.strictObject({
  amount: z.number().min(0).max(1e15),
  unit: z.enum(capUnits),
  per: z.enum(capSpans),
})
export type Cap = z.infer<typeof capSchema>

/** One row of the decision-authority matrix (clause 6). `tools` names the tools that carry the action out: a trace is judged by them. */
export const authorityRowSchema = z.strictObject({
  id: rowKey,
  action: line(200).min(1),
  category: z.enum(actionCategories),
  mode: z.enum(authorityModes),
  reversibility: z.enum(reversibilities),
  cap: capSchema.nullable(),
  condition: line(300).nullable(),
  consent: z.enum(consentMethods),
  notice: z.enum(noticeMethods),
  veto: z.enum(vetoPaths),
  tools: z.array(rowKey).max(40),
  evidence: line(200).nullable(),
})
export type AuthorityRow = z.infer<typeof authorityRowSchema>

/** A rule built in or a fence around (clause 7), with the case that shows that it works. */
export const guardrailSchema = z.strictObject({
  id: rowKey,
  kind: z.enum(guardrailKinds),
  trigger: prose(500),
  effect: z.enum(guardrailEffects),
  testCase: prose(1000).nullable(),
  lastTestedOn: z.iso.date().nullable(),
})
export type Guardrail = z.infer<typeof guardrailSchema>

export const memorySchema = z.strictObject({
  retention: z.enum(memoryRetentions),
  retentionDays: z.int().min(1).max(36_500).nullable(),
  sharedBetweenUsers: z.boolean(),
  userMayErase: z.boolean(),
  usedForTraining: z.boolean(),
})

/** How a person stops the agent and objects to what it did. */
export const oversightSchema = z.strictObject({
  stopMethod: prose(500),
  stopWithinSeconds: z.number().min(0).max(86_400).nullable(),
  humanTakeover: z.boolean(),
  appealChannel: prose(500),
})

/**
 * Everything that is filed of one version: content only, no ids of cases and no dates of procedure. Lists are in the filer's order, which is part of
 * the content. Limits are in UTF-16 units and counts. A text may be empty and a list may be short in a draft: `wellFormed` says what is missing.
 */
export const agentVersionSchema = z.strictObject({
  version: line(64),
  names: z.strictObject({ zh: line(120), en: line(120) }),
  purpose: prose(4000),
  capability: z.strictObject({ can: z.array(line(500).min(1)).max(60), cannot: z.array(line(500).min(1)).max(60) }),
  form: z.enum(agentForms),
  publicFacing: z.boolean(),
  anthropomorphic: z.boolean(),
  minorsPossible: z.boolean(),
  elderlyPossible: z.boolean(),
  /** How minors, the elderly and people who may grow dependent are protected (clause 5). */
  protection: prose(2000).nullable(),
  autonomyLevel: z.enum(autonomyLevels),
  models: z.array(modelSchema).max(40),
  tools: z.array(toolSchema).max(200),
  skills: z.array(skillSchema).max(200),
  endpoints: z.array(endpointSchema).max(40),
  inputModes: z.array(line(100).min(1)).max(40),
  outputModes: z.array(line(100).min(1)).max(40),
  dataCategories: z.array(z.enum(dataCategories)).max(dataCategories.length),
  memory: memorySchema,
  oversight: oversightSchema,
  authorityMatrix: z.array(authorityRowSchema).max(200),
  guardrails: z.array(guardrailSchema).max(200),
  identityCode: identityCodeSchema.nullable(),
  /** Hash of the build that runs, where the filer has one: what a recall pins. */
  buildHash: sha256Hex.nullable(),
  changeClass: z.enum(changeClasses),
  /** Content hash of the version that this one was made from; null for a first version. */
  basedOnHash: sha256Hex.nullable(),
})
export type AgentVersion = z.infer<typeof agentVersionSchema>
export type AgentModel = z.infer<typeof modelSchema>
export type AgentTool = z.infer<typeof toolSchema>
export type AgentSkill = z.infer<typeof skillSchema>
export type AgentEndpoint = z.infer<typeof endpointSchema>

/** A description that is still being written: the same limits, any part may be absent. */
export const draftVersionSchema = agentVersionSchema.partial()
export type DraftVersion = z.infer<typeof draftVersionSchema>

/** SHA-256, in lower-case hex, of the RFC 8785 canonical JSON of the version: the same content has the same address on every machine. */
export const contentHash = (version: AgentVersion): string => {
  const canonical = canonicalize(version)
  if (canonical === undefined) throw new Error('a version is always an object')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}
