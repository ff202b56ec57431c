// What may have happened to a recall. Names and fields are stored for ever.
import type { Bilingual } from '../act/act.ts'
import type { Recorded } from '../case.ts'
import type {
  Buckets,
  ClassProposal,
  EmergencyProposal,
  NoticeContent,
  Panelist,
  PlanContent,
  PlanPublication,
  Suspicion,
} from './command.ts'
import type { Excluded, Included } from './scope.ts'
import type {
  AnalysisFinding,
  CheckMethod,
  CheckOutcome,
  EffectOutcome,
  InvestigationGround,
  RecallMeasure,
  RecallOrigin,
  ResponseStatement,
} from './vocabulary.ts'

/** Whom and what it is about. Nested, because the stamp of an event has an organisation of its own: that of whoever acted. */
export type Subject = {
  agentId: string
  agentName: { zh: string; en: string }
  organisationId: string
  organisationName: string
  sector: string
  region: string
  scenario: number | null
}
type Reached = { affected: readonly Included[]; excluded: readonly Excluded[] }
/** What a reconsideration took away, by what outcome, and why. */
export type OverturnedOrder = {
  reconsiderationId: string
  reconsiderationNumber: string
  outcome: 'changed' | 'revoked' | 'void' | 'ordered'
  publicReason: Bilingual
  on: string
}
/** An act that can be challenged says where: the forum of the authority that did it. */
type Act = { reasons: string; basis: readonly string[]; forumId: string | null }

export type RecallEvent =
  | { type: 'suspected'; origin: RecallOrigin; subject: Subject; suspicion: Suspicion; proposal: ClassProposal; incidentId: string | null }
  | { type: 'analysisAsked'; questions: string; basis: readonly string[] }
  | { type: 'analysisAnswered'; finding: AnalysisFinding; explanation: string; evidenceHash: string | null; isLate: boolean }
  | { type: 'investigationOpened'; ground: InvestigationGround; reason: string }
  | { type: 'noticeDrafted'; content: NoticeContent; version: number; reason: string | null }
  | ({ type: 'classProposed'; reason: string; isDowngrade: boolean } & ClassProposal)
  | ({ type: 'classRaised'; reason: string } & ClassProposal)
  | ({ type: 'classValidated'; reason: string } & ClassProposal)
  | { type: 'classRejected'; reason: string }
  | ({
      type: 'noticeIssued'
      number: string
      version: number
      content: NoticeContent
      changeReason: string | null
      draftedBy: string
      class: ClassProposal['class']
    } & Reached &
      Act)
  | { type: 'deliveryNoted'; act: 'notice' | 'order' | 'analysis'; noticeVersion: number | null; deliveredAt: string }
  | { type: 'objected'; noticeVersion: number; grounds: string; evidenceHash: string; asksTesting: boolean }
  | { type: 'reviewConvened'; noticeVersion: number; panel: readonly Panelist[]; testing: boolean }
  | { type: 'opinionRecorded'; noticeVersion: number; finding: AnalysisFinding; summary: string; reportHash: string; dissent: string }
  | { type: 'closedNoDefect'; reasons: string; publicReason: Bilingual | null; isEmergencyLifted: boolean }
  /** The recall goes on with the notice that bound before; only the wider one is dropped. */
  | { type: 'expansionDropped'; noticeVersion: number; reasons: string; publicReason: Bilingual | null }
  /** `notice` is the company's own where the authority had issued none. */
  | ({
      type: 'voluntarilyDeclared'
      number: string
      version: number
      statement: string
      notice: { content: NoticeContent; class: ClassProposal['class'] } | null
    } & Reached)
  /** The system's word to the signatory that nobody has objected in time: the order itself is theirs. */
  | { type: 'orderPrepared'; noticeVersion: number }
  /** The list is made again: what was put into use since the notice is reached too. */
  | ({ type: 'ordered'; noticeVersion: number; ground: 'noObjection' | 'expertsConfirmed' } & Reached & Act)
  | ({ type: 'planFiled'; no: number; isLate: boolean } & PlanContent)
  | ({ type: 'planPublished'; planNo: number; isLate: boolean; toldLate: readonly string[] } & PlanPublication)
  | { type: 'acknowledged'; deploymentId: string; statement: ResponseStatement; note: string }
  | { type: 'checked'; deploymentId: string; outcome: CheckOutcome; method: CheckMethod; evidenceHash: string | null; note: string }
  | {
      type: 'stageReported'
      no: number
      noticeVersion: number
      affected: number
      buckets: Buckets
      narrative: string
      next: string
      isLate: boolean
    }
  | {
      type: 'finished'
      noticeVersion: number
      affected: number
      buckets: Buckets
      finishedOn: string
      summary: string
      evidenceHash: string
      isLate: boolean
    }
  | { type: 'evaluated'; panel: readonly Panelist[]; outcome: EffectOutcome; opinion: string; reportHash: string }
  | { type: 'terminated'; reasons: string; publicReason: Bilingual; openReason: string | null; isEmergencyLifted: boolean }
  | ({ type: 'furtherMeasuresOrdered'; measures: readonly RecallMeasure[]; dueOn: string } & Act)
  | { type: 'versionCleared'; versionHash: string; reason: string; evidenceHash: string }
  | ({ type: 'emergencyProposed' } & EmergencyProposal)
  | ({
      type: 'emergencyOrdered'
      number: string
      proposedBy: string
      reviewOn: string
      orderReasons: string
      forumId: string | null
    } & Omit<EmergencyProposal, 'reviewOn'> &
      Reached)
  | { type: 'emergencyProlonged'; reasons: string; reviewOn: string; forumId: string | null }
  | { type: 'emergencyLifted'; reasons: string; publicReason: Bilingual }
  /** A reconsideration took the order away: the company is bound no more, and the case goes back to the investigation. */
  | ({ type: 'overturned' } & OverturnedOrder)

export type RecordedRecall = Recorded<RecallEvent>
export type EventOf<Name extends RecallEvent['type']> = Extract<RecallEvent, { type: Name }>
