// What is known of a filing, and which of it who may see.
import type { AdverseAct, Bilingual, Reason, Remedies } from '#domain/act/act'
import type { Condition } from '#domain/act/condition'
import type { PublicLabel } from '#domain/agent/label'
import type { AgentVersion, DraftVersion } from '#domain/agent/version'
import type { HeldDocument, PublicDocument } from '#domain/attachment/vocabulary'
import type { CaseState, Kind } from '#domain/case'
import type { Clock } from '#domain/clock/clock'
import type { FieldLabel } from '#domain/permission'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import type { Lane, Tier } from '#domain/tier/vocabulary'
import type { FilingChange } from './change-state.ts'
import type { Use } from './command.ts'
import type { Hearing } from './hearing.ts'
import type { IdentityAnswer, IdentityQuestion, ImportedFile } from './provenance.ts'
import type { FilerRequest } from './request.ts'
import type {
  CancellationCause,
  ChangeClass,
  ConcurrenceVerdict,
  FilingOutcome,
  FilingSection,
  FilingStatus,
  HistorySource,
  RevocationGround,
  TestOutcome,
  TestVerdict,
} from './vocabulary.ts'

export type Names = { zh: string; en: string }
/**
 * A value that the importer read out of a file. It counts for nothing until somebody of the company has confirmed it. `source` is the hash of what it
 * was read from (`imports`); absent in what was recorded before several sources were kept.
 */
export type Claim = { path: string; value: unknown; from: string; confirmedBy: string | null; source?: string }
/** What the representative signed: immutable, addressed by `hash`. `versionHash` is the address of the description alone, as the agent keeps it. */
export type Revision = {
  no: number
  hash: string
  versionHash: string
  at: string
  by: string
  sector: string
  scenarios: readonly ScenarioClause[]
  use: Use
  content: AgentVersion
  /** Who the providers that imports named are to the filer; absent where nobody had to ask. */
  identity?: readonly IdentityAnswer[]
  answer: string
  documents: readonly HeldDocument[]
}
/** What an officer ruled on the confidentiality of a document; the last ruling on it counts. */
export type ConfidentialityRuling = { attachmentId: string; isConfidential: boolean; reason: string; at: string; by: string }
export type CorrectionItem = { section: FilingSection; path: string | null; what: string; basis: string }
export type Correction = {
  items: readonly CorrectionItem[]
  at: string
  by: string
  answeredAt: string | null
  revisionHash: string /** Provably, by its letter; FIL-5 runs from then. */
  deliveredAt: string | null
}
/** Where one scenario of one revision was placed, what the rules said, and why the officer departed from them. */
export type TierDecision = {
  scenario: ScenarioClause
  lane: Lane
  tier: Tier
  ruleLane: Lane
  ruleTier: Tier
  rulesVersion: string
  firedRules: readonly string[]
  departure: string | null
  at: string
  by: string
  revisionHash: string
}
export type OrderedTest = {
  testItemId: string
  labHint: string | null
  orderedAt: string
  orderedBy: string
  revisionHash: string
  obligationId: string | null
  outcome: TestOutcome | null
  number: string | null
  verdict: TestVerdict | null
  notedAt: string | null
}
/** A test of the cycle, or a repeated one, that ended while the filing stood in the register. */
export type Retest = {
  obligationId: string
  testItemIds: readonly string[]
  outcome: TestOutcome
  number: string | null
  verdict: TestVerdict | null
  at: string
}
/** Bound to the revision that it was given on; a new revision voids it. */
export type Opinion = {
  verdict: ConcurrenceVerdict
  conditions: readonly Condition[]
  reasons: readonly Reason[]
  at: string
  by: string
  authorityId: string | null
  revisionHash: string
}
export type Recommendation = {
  outcome: FilingOutcome
  conditions: readonly Condition[]
  reasons: readonly Reason[]
  at: string
  by: string
  revisionHash: string
}
export type Round = { recommendation: Recommendation; returned: string; at: string; by: string }
export type FilingDecision = {
  outcome: FilingOutcome
  number: string | null
  conditions: readonly Condition[]
  reasons: readonly Reason[]
  remedies: Remedies | null
  forumId: string | null
  revisionHash: string
  versionHash: string
  sector: { authorityId: string | null; by: string; verdict: ConcurrenceVerdict; at: string } | null
  /** The minutes of the hearing that it rests on (Licensing Law 48(2)), by their address. */
  minutes?: { no: number; heldOn: string; sha256: string } | null
  authorityId: string | null
  at: string
  by: string
}
export type RevocationProposal = {
  ground: RevocationGround
  facts: string
  basis: readonly string[]
  reasons: string
  at: string
  by: string
  /** When the company was provably told of its right to a hearing; PEN-2a runs from then. */
  deliveredAt: string | null
  /** What the company said; null while it has not answered. */
  answer: { statement: string; hearing: boolean; at: string } | null
}
/** Where the rules placed a scenario, which of them fired, and where the officers placed it. */
export type PublishedPlacement = Pick<TierDecision, 'scenario' | 'lane' | 'tier' | 'ruleLane' | 'ruleTier' | 'rulesVersion' | 'firedRules'>
/** The last test of an item on the filed version. `verdict` is null where it was waived, `number` is that of the report. */
export type PublishedTest = {
  testItemId: string
  outcome: Exclude<TestOutcome, 'cancelled'>
  verdict: TestVerdict | null
  number: string | null
  on: string
}
/** One version that the register has shown: from which day, and by which class of change; null for the one that was decided. */
export type PublishedVersion = { version: string; versionHash: string; on: string; class: ChangeClass | null }
/** Exactly what the register shows (policy.md 5.8), worked out once when the decision is made. */
export type PublishedFiling = {
  number: string
  agentName: Names
  version: string
  purpose: string
  form: AgentVersion['form']
  can: readonly string[]
  cannot: readonly string[]
  label: PublicLabel
  sector: string
  scenarios: readonly ScenarioClause[]
  lane: Lane
  tier: Tier
  conditions: readonly Bilingual[]
  filedOn: string
  models: readonly { name: string; provider: string; filingNo: string | null }[]
  identityCode: string | null
  revisionHash: string
  versionHash: string
  /** Both null in entries decided before the register kept them. */
  placements: readonly PublishedPlacement[] | null
  tests: readonly PublishedTest[] | null
  /** Every version since the decision, oldest first; absent until something was changed. */
  versions?: readonly PublishedVersion[]
}
/** An act that a reconsideration took away: which, by what outcome, and the reason that anyone may read. */
export type Overturned = {
  reconsiderationId: string
  reconsiderationNumber: string
  act: 'not_accepted' | 'not_filed' | 'conditions' | 'suspended' | 'revoked'
  outcome: 'changed' | 'revoked' | 'void' | 'ordered'
  reason: Bilingual
  on: string
}
/** Why a public item no longer holds; the item itself stays readable. */
export type Tombstone = { what: 'suspended' | 'revoked' | 'cancelled' | 'overturned'; on: string; reason: Bilingual }
/** A row of a register that was kept before this one: shown, never decided here. */
export type History = {
  source: HistorySource
  row: string
  filingNo: string | null
  filedOn: string | null
  purpose: string
  remark: string
}

export type Filing = CaseState & {
  status: FilingStatus | 'none'
  organisationId: string | null
  organisationName: Names | null
  creditCode: string | null
  region: string | null
  sector: string | null
  scenarios: readonly ScenarioClause[]
  /** As the form has them now; `scenarios` follows when the company signs. */
  draftScenarios: readonly ScenarioClause[]
  agentId: string | null
  agentName: Names
  /** The deployments approved on it: what ends with it. */
  deploymentIds: readonly string[]
  followsFilingId: string | null
  ownerId: string | null
  use: Partial<Use>
  content: DraftVersion
  /** The documents as the form has them now; those of a revision stay with it. */
  documents: readonly HeldDocument[]
  rulings: readonly ConfidentialityRuling[]
  claims: readonly Claim[]
  /** The latest of `imports`. */
  imported: ImportedFile | null
  imports: readonly ImportedFile[]
  identities: readonly IdentityQuestion[]
  /** The row that it was made from, whose organisation stands before it: no second draft is made of it. */
  sheetRow: string | null
  revisions: readonly Revision[]
  revisionHash: string | null
  versionHash: string | null
  createdAt: string | null
  receipt: { number: string; at: string; isLate: boolean } | null
  acceptance: { at: string; from: string; isDeemed: boolean } | null
  notAccepted: (AdverseAct & { goTo: Bilingual }) | null
  corrections: readonly Correction[]
  clocks: Readonly<Record<string, Clock>>
  extension: { reason: string; at: string; by: string } | null
  tiers: readonly TierDecision[]
  tests: readonly OrderedTest[]
  retests: readonly Retest[]
  /** The tests that were planned for it: what ends with it. */
  obligationIds: readonly string[]
  requests: readonly FilerRequest[]
  hearings: readonly Hearing[]
  concurrenceAsked: { question: string; at: string; by: string } | null
  opinion: Opinion | null
  concurrence: Opinion | null
  recommendation: Recommendation | null
  rounds: readonly Round[]
  decision: FilingDecision | null
  suspension: (AdverseAct & { rectifyBy: string | null }) | null
  revocationProposal: RevocationProposal | null
  revocation: (AdverseAct & { ground: RevocationGround; hearingHeldOn: string | null }) | null
  cancellation: { cause: CancellationCause; endedOn: string; arrangements: string; isLate: boolean; at: string; by: string } | null
  withdrawal: { reason: string; at: string; by: string } | null
  published: PublishedFiling | null
  /** The documents of what is published that everybody may fetch. */
  publicDocuments: readonly PublicDocument[]
  tombstone: Tombstone | null
  overturned: readonly Overturned[]
  changes: readonly FilingChange[]
  /** The change of the filing that it follows, where it was opened to have that change approved. */
  followsChange: number | null
  history: History | null
}

export const noFiling: Filing = {
  id: '',
  status: 'none',
  did: {},
  organisationId: null,
  organisationName: null,
  creditCode: null,
  region: null,
  sector: null,
  scenarios: [],
  draftScenarios: [],
  agentId: null,
  agentName: { zh: '', en: '' },
  deploymentIds: [],
  followsFilingId: null,
  ownerId: null,
  use: {},
  content: {},
  documents: [],
  rulings: [],
  claims: [],
  imported: null,
  imports: [],
  identities: [],
  sheetRow: null,
  revisions: [],
  revisionHash: null,
  versionHash: null,
  createdAt: null,
  receipt: null,
  acceptance: null,
  notAccepted: null,
  corrections: [],
  clocks: {},
  extension: null,
  tiers: [],
  tests: [],
  retests: [],
  obligationIds: [],
  requests: [],
  hearings: [],
  concurrenceAsked: null,
  opinion: null,
  concurrence: null,
  recommendation: null,
  rounds: [],
  decision: null,
  suspension: null,
  revocationProposal: null,
  revocation: null,
  cancellation: null,
  withdrawal: null,
  published: null,
  publicDocuments: [],
  tombstone: null,
  overturned: [],
  changes: [],
  followsChange: null,
  history: null,
}

/** policy.md 5.8. The register reads `published`; names and place are open because an item that is public says whose it is. */
export const filingFields: Kind<Filing>['fields'] & Record<keyof Filing, FieldLabel> = {
  id: 'open',
  status: 'open',
  did: 'office',
  organisationId: 'open',
  organisationName: 'open',
  creditCode: 'open',
  region: 'open',
  sector: 'open',
  scenarios: 'open',
  draftScenarios: 'party',
  agentId: 'open',
  agentName: 'open',
  deploymentIds: 'party',
  followsFilingId: 'open',
  ownerId: 'office',
  use: 'restricted',
  content: 'restricted',
  documents: 'restricted',
  rulings: 'party',
  claims: 'restricted',
  imported: 'restricted',
  imports: 'restricted',
  identities: 'restricted',
  sheetRow: 'party',
  revisions: 'restricted',
  revisionHash: 'party',
  versionHash: 'party',
  createdAt: 'party',
  receipt: 'party',
  acceptance: 'party',
  notAccepted: 'party',
  corrections: 'party',
  clocks: 'party',
  extension: 'party',
  tiers: 'party',
  tests: 'party',
  retests: 'party',
  obligationIds: 'party',
  requests: 'restricted',
  hearings: 'party',
  concurrenceAsked: 'party',
  opinion: 'office',
  concurrence: 'office',
  recommendation: 'office',
  rounds: 'office',
  decision: 'party',
  suspension: 'party',
  revocationProposal: 'party',
  revocation: 'party',
  cancellation: 'party',
  withdrawal: 'party',
  published: 'open',
  publicDocuments: 'open',
  tombstone: 'open',
  overturned: 'party',
  changes: 'restricted',
  followsChange: 'party',
  history: 'open',
}

/** The revision that everything now rests on. */
export const currentRevision = (filing: Filing): Revision | null => filing.revisions.at(-1) ?? null

/** Placements of the current revision; one of an earlier revision is not one any more (policy.md 5.4 no. 14). */
export const currentTiers = (filing: Filing): readonly TierDecision[] =>
  filing.tiers.filter((tier) => tier.revisionHash === filing.revisionHash)

/** Whether an ordered test waits for this result: of its own obligation, where it knows which that is. */
export const isAwaited = (test: OrderedTest, result: { obligationId: string; testItemIds: readonly string[] }): boolean =>
  test.outcome === null &&
  (test.obligationId === null || test.obligationId === result.obligationId) &&
  result.testItemIds.includes(test.testItemId)
