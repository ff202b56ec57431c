// The words of a deployment application: statuses, what is applied for, the body of each command, and its events.
import { z } from 'zod'
import {
  type AdverseContent,
  adverseFields,
  type Bilingual,
  bilingualSchema,
  type Reason,
  type Remedies,
  reasonsSchema,
  remediesSchema,
  said,
} from '#domain/act/act'
import { type Condition, conditionsSchema } from '#domain/act/condition'
import { prose, sha256Hex } from '#domain/agent/text'
import { type EvidenceFile, evidenceFileSchema } from '#domain/attachment/vocabulary'
import type { ClockCode } from '#domain/clock/limits'
import { overturningOutcomes } from '#domain/reconsideration/vocabulary'
import { type ScenarioClause, scenarioClauses } from '#domain/scenario/vocabulary'
import type { Lane } from '#domain/tier/vocabulary'

/** policy.md 5.3. `suspended` by an officer or, at once, by a recall; nothing resumes by itself. */
export const deploymentStatuses = [
  'draft',
  'submitted',
  'accepted',
  'assessing',
  'pilot_approved',
  'approved',
  'approved_with_conditions',
  'refused',
  'active',
  'suspended',
  're_assessment',
  'expired',
  'withdrawn',
  'revoked',
] as const
export type DeploymentStatus = (typeof deploymentStatuses)[number]

export const deploymentOutcomes = ['approve', 'approveWithConditions', 'approvePilot', 'refuse'] as const
export type DeploymentOutcome = (typeof deploymentOutcomes)[number]

export const deploymentVerdicts = ['concur', 'concurWithConditions', 'object'] as const
export type DeploymentVerdict = (typeof deploymentVerdicts)[number]

/** Why a running deployment was stopped at once. */
export const haltCauses = [
  'recall_emergency',
  'recall_voluntary',
  'recall_ordered',
  'filing_suspended',
  'filing_revoked',
  'filing_cancelled',
] as const
export type HaltCause = (typeof haltCauses)[number]

const id = z.string().min(1).max(80)
const date = z.iso.date()

/** Where and how much it will run, and what keeps people in charge. `regions` empty is nationwide; users are counts of persons. */
export const planSchema = z.strictObject({
  place: said(500),
  regions: z.array(z.string().regex(/^\d{6}$/)).max(60),
  users: z.int().min(1).max(2_000_000_000),
  startOn: date,
  pilot: z.strictObject({ users: z.int().min(1).max(2_000_000_000), untilOn: date, measures: said(2000) }).nullable(),
  humanTakeover: said(2000),
  insurance: prose(1000),
  platformIds: z.array(id).max(40),
})
export type DeploymentPlan = z.infer<typeof planSchema>

export const deploymentCommands = {
  create: z.strictObject({
    filingId: id,
    /** Named as in the filing, so that the rule can look up its agent and its opening. */
    agentId: id,
    sector: z.string().min(1).max(40),
    scenario: z.literal(scenarioClauses),
    /** The version to be run; without it the one that was filed. */
    versionHash: sha256Hex.nullable().default(null),
    plan: planSchema,
  }),
  describe: z.strictObject({ plan: planSchema }),
  submit: z.strictObject({}),
  accept: z.strictObject({}),
  deem: z.strictObject({}),
  startAssessment: z.strictObject({}),
  opine: z.strictObject({ verdict: z.enum(deploymentVerdicts), conditions: conditionsSchema, reasons: reasonsSchema }),
  concur: z.strictObject({ verdict: z.enum(deploymentVerdicts), conditions: conditionsSchema, reasons: reasonsSchema }),
  recommend: z.strictObject({
    outcome: z.enum(deploymentOutcomes),
    conditions: conditionsSchema,
    reasons: reasonsSchema,
    validUntil: date.nullable().default(null),
  }),
  returnToReviewer: z.strictObject({ reason: said(2000) }),
  decide: z.strictObject({
    outcome: z.enum(deploymentOutcomes),
    conditions: conditionsSchema,
    reasons: reasonsSchema,
    validUntil: date.nullable().default(null),
    remedies: remediesSchema.nullable().default(null),
  }),
  meetCondition: z.strictObject({
    no: z.int().min(1).max(60),
    evidence: said(2000),
    evidenceHash: sha256Hex.nullable().default(null),
    files: z.array(evidenceFileSchema).max(20).default([]),
  }),
  activate: z.strictObject({ startedOn: date }),
  changeVersion: z.strictObject({ versionHash: sha256Hex, filingId: id.nullable().default(null) }),
  suspend: z.strictObject({ ...adverseFields, publicReason: bilingualSchema }),
  resume: z.strictObject({ reason: said(2000) }),
  halt: z.strictObject({ cause: z.enum(haltCauses), byId: id, reason: prose(2000).default('') }),
  withdraw: z.strictObject({ reason: said(2000) }),
  revoke: z.strictObject({ ...adverseFields, publicReason: bilingualSchema }),
  noteClosing: z.strictObject({ openingId: id, until: date }),
  /** Asked for by a reconsideration that took an act away (domain/reconsideration). */
  reopen: z.strictObject({
    reconsiderationId: id,
    number: z.string().min(1).max(80),
    act: z.enum(['deployment_refused']),
    outcome: z.enum(overturningOutcomes),
    reason: bilingualSchema,
  }),
  expire: z.strictObject({}),
}
export type DeploymentCommand = {
  [Name in keyof typeof deploymentCommands]: { type: Name } & z.infer<(typeof deploymentCommands)[Name]>
}[keyof typeof deploymentCommands]
export type CommandOf<Name extends DeploymentCommand['type']> = Extract<DeploymentCommand, { type: Name }>

/** What the register shows in short. */
export type PublishedDeployment = {
  number: string
  filingNumber: string
  agentName: { zh: string; en: string }
  version: string
  scenario: string
  regions: readonly string[]
  outcome: DeploymentOutcome
  conditions: readonly Bilingual[]
  decidedOn: string
  validUntil: string | null
}

/** What a reconsideration took away, by what outcome, and why. */
export type OverturnedRefusal = {
  reconsiderationId: string
  reconsiderationNumber: string
  outcome: 'changed' | 'revoked' | 'void' | 'ordered'
  reason: Bilingual
  on: string
}

type Verdict = { verdict: DeploymentVerdict; conditions: readonly Condition[]; reasons: readonly Reason[]; applicationHash: string }
/** What is taken over from the filing when the application is opened or repointed: it is what this case is decided on. */
export type Applied = {
  filingId: string
  filingNumber: string | null
  agentId: string
  agentName: { zh: string; en: string }
  /** Not `organisationId`: that is the stamp's, of whoever acted. */
  ofOrganisationId: string
  organisationName: { zh: string; en: string }
  sector: string
  region: string
  scenario: ScenarioClause
  lane: Lane
  versionHash: string
  version: string
}

export type DeploymentEvent =
  | ({ type: 'created'; plan: DeploymentPlan; openingId: string } & Applied)
  | { type: 'described'; plan: DeploymentPlan }
  | { type: 'submitted'; receiptNo: string; applicationHash: string; openingId: string; openingNo: number }
  | { type: 'accepted'; isDeemed: boolean; from: string; rule: ClockCode }
  | { type: 'assessmentStarted' }
  | ({ type: 'opined' } & Verdict)
  | ({ type: 'concurred' } & Verdict)
  | {
      type: 'recommended'
      outcome: DeploymentOutcome
      conditions: readonly Condition[]
      reasons: readonly Reason[]
      validUntil: string | null
      applicationHash: string
    }
  | { type: 'returned'; reason: string }
  | {
      type: 'decided'
      outcome: DeploymentOutcome
      number: string | null
      conditions: readonly Condition[]
      reasons: readonly Reason[]
      remedies: Remedies | null
      forumId: string | null
      validUntil: string | null
      applicationHash: string
      published: PublishedDeployment | null
    }
  | { type: 'conditionMet'; no: number; evidence: string; evidenceHash: string | null; files?: readonly EvidenceFile[] }
  | { type: 'activated'; startedOn: string; versionHash: string }
  | {
      type: 'versionChanged'
      versionHash: string
      version: string
      isDerived: boolean
      filingId: string
      filingNumber: string | null
      applicationHash: string
    }
  | ({ type: 'suspended'; publicReason: Bilingual; on: string } & AdverseContent)
  | { type: 'resumed'; reason: string; to: 'active' | 'approved' | 'approved_with_conditions' | 'pilot_approved' | 're_assessment' }
  | { type: 'halted'; cause: HaltCause; byId: string; reason: string; on: string }
  | { type: 'withdrawn'; reason: string; on: string }
  | ({ type: 'revoked'; publicReason: Bilingual; on: string } & AdverseContent)
  | { type: 'closingNoted'; openingId: string; until: string }
  /** A reconsideration took the refusal away: it is assessed anew. */
  | ({ type: 'overturned' } & OverturnedRefusal)
  | { type: 'expired'; on: string }
