// What may have happened to a filing. Names and fields are stored for ever.
import type { AdverseContent as Act, Bilingual, Reason, Remedies } from '#domain/act/act'
import type { Condition } from '#domain/act/condition'
import type { DraftVersion } from '#domain/agent/version'
import type { EvidenceFile, FiledDocument } from '#domain/attachment/vocabulary'
import type { Recorded } from '#domain/case'
import type { Silence } from '#domain/catalogue/request-kind'
import type { ClockCode } from '#domain/clock/limits'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import type { Because } from './change.ts'
import type { FilingChange } from './change-state.ts'
import type { Use } from './command.ts'
import type { Hearing } from './hearing.ts'
import type { IdentityAnswer, IdentityAsked, ImportedFile } from './provenance.ts'
import type { FilerRequest } from './request.ts'
import type { Claim, CorrectionItem, FilingDecision, History, Names, Overturned, PublishedFiling, TierDecision } from './state.ts'
import type {
  CancellationCause,
  ChangeClass,
  ConcurrenceVerdict,
  DeliveredAct,
  FilingOutcome,
  FilingStatus,
  RevocationGround,
  TestOutcome,
  TestVerdict,
} from './vocabulary.ts'

type Verdict = { verdict: ConcurrenceVerdict; conditions: readonly Condition[]; reasons: readonly Reason[]; revisionHash: string }
/** `documents` is absent where none were handed in, and in what was recorded before there were any. */
type Signed = {
  hash: string
  versionHash: string
  organisationName: Names
  creditCode: string
  region: string
  documents?: readonly FiledDocument[]
}
type Tested = { obligationId: string; testItemIds: readonly string[]; outcome: TestOutcome }
type Reported = { number: string | null; verdict: TestVerdict | null }
type PlacedTier = Omit<TierDecision, 'at' | 'by' | 'revisionHash'>

export type FilingEvent =
  | {
      type: 'created'
      /** Not `organisationId`: that is the stamp's, of whoever acted. */
      ofOrganisationId: string
      organisationName: Names
      region: string
      agentId: string | null
      sector: string
      scenarios: readonly ScenarioClause[]
      followsFilingId: string | null
      content: DraftVersion
      use?: Partial<Use>
      claims?: readonly Claim[]
      imported?: Omit<ImportedFile, 'at' | 'by'>
      sheetRow?: string
      followsChange?: number
    }
  | {
      type: 'descriptionImported'
      imported: Omit<ImportedFile, 'at' | 'by'>
      content: DraftVersion
      claims: readonly Claim[]
      /** Where the provider that it names is not the filer. */
      identity?: IdentityAsked
    }
  | ({ type: 'identityAnswered' } & IdentityAnswer)
  | {
      type: 'described'
      sector: string
      scenarios: readonly ScenarioClause[]
      use: Partial<Use>
      content: DraftVersion
      claims: readonly Claim[]
      documents?: readonly FiledDocument[]
      changed: readonly string[]
    }
  | { type: 'claimsConfirmed'; paths: readonly string[] }
  | { type: 'assigned'; ownerId: string }
  | ({ type: 'submitted'; receiptNo: string; isLate: boolean } & Signed)
  | ({ type: 'resubmitted'; answer: string } & Signed)
  | { type: 'withdrawn'; reason: string }
  | { type: 'correctionRequested'; items: readonly CorrectionItem[]; revisionHash: string }
  /** `from` is the day of acceptance for the review clock: the day of receipt where silence accepted it (Licensing Law 32). */
  | { type: 'accepted'; isDeemed: boolean; from: string; reviewRule: ClockCode }
  | ({ type: 'intakeRejected'; goTo: Bilingual } & Act)
  | { type: 'lapsed' }
  | { type: 'reviewStarted' }
  | { type: 'placedInTier'; tiers: readonly PlacedTier[]; revisionHash: string }
  | { type: 'confidentialityRuled'; attachmentId: string; isConfidential: boolean; reason: string }
  | {
      type: 'testRequested'
      testItemIds: readonly string[]
      labHint: string | null
      basis: string
      revisionHash: string
      versionHash: string
    }
  /** Entries written before reports were named have neither number nor verdict. */
  | ({ type: 'testNoted'; isResumed: boolean } & Tested & Partial<Reported>)
  /** A test that nothing waited for: of the cycle, or repeated, while the filing stands in the register. */
  | ({ type: 'retestNoted' } & Tested & Reported)
  | { type: 'obligationNoted'; obligationId: string; testItemIds: readonly string[] }
  | { type: 'agentNoted'; agentId: string }
  | { type: 'deploymentNoted'; deploymentId: string }
  | { type: 'concurrenceAsked'; question: string; revisionHash: string }
  | ({ type: 'opined' } & Verdict)
  | ({ type: 'concurred' } & Verdict)
  | { type: 'recommended'; outcome: FilingOutcome; conditions: readonly Condition[]; reasons: readonly Reason[]; revisionHash: string }
  | {
      type: 'decided'
      outcome: FilingOutcome
      number: string | null
      conditions: readonly Condition[]
      reasons: readonly Reason[]
      remedies: Remedies | null
      forumId: string | null
      revisionHash: string
      versionHash: string
      sector: FilingDecision['sector']
      /** Of the hearing that it rests on; absent where none was held, and in what was decided before there were hearings. */
      minutes?: FilingDecision['minutes']
      published: PublishedFiling | null
    }
  | { type: 'deliveryNoted'; act: DeliveredAct; deliveredAt: string }
  | ({ type: 'requestMade' } & Pick<FilerRequest, 'no' | 'kindId' | 'kind' | 'question' | 'fields' | 'revisionHash'>)
  | { type: 'requestDelivered'; no: number; deliveredAt: string }
  /** `revisionHash` is that of the revision that was signed with the answer, or null. */
  | {
      type: 'requestAnswered'
      no: number
      text: string
      files: readonly EvidenceFile[]
      changed: readonly string[]
      revisionHash: string | null
    }
  | { type: 'requestWithdrawn'; no: number; reason: string }
  | { type: 'requestReminded'; no: number }
  | { type: 'requestSilent'; no: number; silence: Silence }
  | ({ type: 'hearingCalled'; chairId: string; chairName: Names } & Omit<
      Hearing,
      'chairs' | 'challenge' | 'held' | 'dropped' | 'at' | 'by'
    >)
  | { type: 'chairChallenged'; no: number; reason: string }
  | { type: 'chairReplaced'; no: number; chairId: string; chairName: Names }
  | { type: 'hearingHeld'; no: number; heldOn: string; minutes: EvidenceFile; signedBy: readonly string[]; findings: string }
  | { type: 'hearingDropped'; no: number; reason: string }
  | { type: 'returned'; reason: string }
  | { type: 'extended'; reason: string; rule: ClockCode }
  | ({ type: 'suspended'; publicReason: Bilingual; rectifyBy: string | null; on: string } & Act)
  | { type: 'resumed'; reason: string }
  | { type: 'revocationProposed'; ground: RevocationGround; facts: string; basis: readonly string[]; reasons: string }
  | { type: 'revocationAnswered'; statement: string; hearing: boolean }
  | { type: 'revocationDropped'; reason: string }
  | ({ type: 'revoked'; ground: RevocationGround; hearingHeldOn: string | null; publicReason: Bilingual; on: string } & Act)
  | {
      type: 'cancelled'
      cause: CancellationCause
      endedOn: string
      arrangements: string
      isLate: boolean
      publicReason: Bilingual
      on: string
    }
  | ({ type: 'changeProposed'; class: ChangeClass; because: readonly Because[] } & Pick<
      FilingChange,
      'no' | 'changedOn' | 'reason' | 'content' | 'use' | 'scenarios' | 'from' | 'tests' | 'rulesVersion'
    >)
  | {
      type: 'changeConfirmed'
      no: number
      class: ChangeClass
      hash: string
      versionHash: string
      isLate: boolean
      testItemIds: readonly string[]
    }
  /** `isEnd`: the result was not good, and the change ends with it. */
  | ({ type: 'changeTestNoted'; no: number; isEnd: boolean } & Tested & Reported)
  | {
      type: 'changeRecorded'
      no: number
      class: ChangeClass
      revisionHash: string
      versionHash: string
      published: PublishedFiling | null
    }
  | { type: 'changeWithdrawn'; no: number; reason: string }
  /** `to` is where the filing goes on from; `conditions` stand in place of those that were challenged, where the forum changed them. */
  | ({ type: 'overturned'; to: FilingStatus; conditions: readonly Condition[] | null } & Overturned)
  | {
      type: 'recorded'
      status: FilingStatus
      title: Names
      organisationName: string
      region: string | null
      sector: string | null
      scenario: ScenarioClause | null
      history: History
    }

export type RecordedFiling = Recorded<FilingEvent>
