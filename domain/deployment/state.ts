// What is known of a deployment application, and which of it who may see.
import type { AdverseAct, Bilingual, Reason, Remedies } from '#domain/act/act'
import type { Condition } from '#domain/act/condition'
import type { EvidenceFile } from '#domain/attachment/vocabulary'
import type { CaseState, Kind } from '#domain/case'
import type { Clock } from '#domain/clock/clock'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import type { Lane } from '#domain/tier/vocabulary'
import type {
  DeploymentOutcome,
  DeploymentPlan,
  DeploymentStatus,
  DeploymentVerdict,
  HaltCause,
  OverturnedRefusal,
  PublishedDeployment,
} from './vocabulary.ts'

export type DeploymentOpinion = {
  verdict: DeploymentVerdict
  conditions: readonly Condition[]
  reasons: readonly Reason[]
  at: string
  by: string
  authorityId: string | null
  applicationHash: string
}
export type DeploymentRecommendation = {
  outcome: DeploymentOutcome
  conditions: readonly Condition[]
  reasons: readonly Reason[]
  validUntil: string | null
  at: string
  by: string
  applicationHash: string
}
/** A condition of the approval, numbered from 1, with what the company showed for it. */
export type HeldCondition = Condition & {
  no: number
  met: { at: string; by: string; evidence: string; evidenceHash: string | null; files?: readonly EvidenceFile[] } | null
}
export type DeploymentDecision = {
  outcome: DeploymentOutcome
  number: string | null
  reasons: readonly Reason[]
  remedies: Remedies | null
  forumId: string | null
  validUntil: string | null
  applicationHash: string
  authorityId: string | null
  at: string
  by: string
}
export type Standing = 'pilot_approved' | 'approved' | 'approved_with_conditions'

export type Deployment = CaseState & {
  status: DeploymentStatus | 'none'
  organisationId: string | null
  organisationName: { zh: string; en: string } | null
  region: string | null
  sector: string | null
  /** The pair that the opening is for, `sector:clause`, as links and lists use it. */
  scenario: string | null
  clause: ScenarioClause | null
  filingId: string | null
  filingNumber: string | null
  agentId: string | null
  agentName: { zh: string; en: string }
  lane: Lane | null
  versionHash: string | null
  version: string | null
  /** The version that the decision was taken on; what runs may be derived from it. */
  decidedVersionHash: string | null
  openingId: string | null
  openingNo: number | null
  regions: readonly string[]
  plan: DeploymentPlan | null
  applicationHash: string | null
  createdAt: string | null
  receipt: { number: string; at: string } | null
  acceptance: { at: string; from: string; isDeemed: boolean } | null
  clocks: Readonly<Record<string, Clock>>
  ownerId: string | null
  opinion: DeploymentOpinion | null
  concurrence: DeploymentOpinion | null
  recommendation: DeploymentRecommendation | null
  rounds: readonly { recommendation: DeploymentRecommendation; returned: string; at: string; by: string }[]
  decision: DeploymentDecision | null
  number: string | null
  conditions: readonly HeldCondition[]
  activation: { startedOn: string; at: string; by: string } | null
  /** The last day of the exit period, where its scenario has been closed. */
  exitUntil: string | null
  /** What it goes back to when a suspension ends. */
  statusBefore: DeploymentStatus | null
  suspension: AdverseAct | null
  halt: { cause: HaltCause; byId: string; reason: string; at: string } | null
  revocation: AdverseAct | null
  withdrawal: { reason: string; at: string; by: string } | null
  overturned: readonly OverturnedRefusal[]
  published: PublishedDeployment | null
  tombstone: { what: 'suspended' | 'halted' | 'expired' | 'withdrawn' | 'revoked'; on: string; reason: Bilingual | null } | null
}

export const noDeployment: Deployment = {
  id: '',
  status: 'none',
  did: {},
  organisationId: null,
  organisationName: null,
  region: null,
  sector: null,
  scenario: null,
  clause: null,
  filingId: null,
  filingNumber: null,
  agentId: null,
  agentName: { zh: '', en: '' },
  lane: null,
  versionHash: null,
  version: null,
  decidedVersionHash: null,
  openingId: null,
  openingNo: null,
  regions: [],
  plan: null,
  applicationHash: null,
  createdAt: null,
  receipt: null,
  acceptance: null,
  clocks: {},
  ownerId: null,
  opinion: null,
  concurrence: null,
  recommendation: null,
  rounds: [],
  decision: null,
  number: null,
  conditions: [],
  activation: null,
  exitUntil: null,
  statusBefore: null,
  suspension: null,
  halt: null,
  revocation: null,
  withdrawal: null,
  overturned: [],
  published: null,
  tombstone: null,
}

export const deploymentFields: Kind<Deployment>['fields'] = {
  id: 'open',
  status: 'open',
  did: 'office',
  organisationId: 'open',
  organisationName: 'open',
  region: 'open',
  sector: 'open',
  scenario: 'open',
  clause: 'open',
  filingId: 'open',
  filingNumber: 'open',
  agentId: 'open',
  agentName: 'open',
  lane: 'open',
  versionHash: 'party',
  version: 'open',
  decidedVersionHash: 'party',
  openingId: 'open',
  openingNo: 'open',
  regions: 'open',
  plan: 'restricted',
  applicationHash: 'party',
  createdAt: 'party',
  receipt: 'party',
  acceptance: 'party',
  clocks: 'party',
  ownerId: 'office',
  opinion: 'office',
  concurrence: 'office',
  recommendation: 'office',
  rounds: 'office',
  decision: 'party',
  number: 'open',
  conditions: 'party',
  activation: 'party',
  exitUntil: 'open',
  statusBefore: 'party',
  suspension: 'party',
  halt: 'party',
  revocation: 'party',
  withdrawal: 'party',
  overturned: 'party',
  published: 'open',
  tombstone: 'open',
}
