// What is known of a recall, and which of it who may see.
import type { Bilingual } from '../act/act.ts'
import type { CaseState, Kind } from '../case.ts'
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
import type { OverturnedOrder } from './event.ts'
import type { Published } from './published.ts'
import type { Excluded, Included } from './scope.ts'
import {
  type AnalysisFinding,
  type CheckMethod,
  type CheckOutcome,
  type EffectOutcome,
  endedStatuses,
  type InvestigationGround,
  type RecallClass,
  type RecallMeasure,
  type RecallOrigin,
  type RecallStatus,
  type ResponseStatement,
} from './vocabulary.ts'

type Signed = { by: string; at: string }
export type Objection = Signed & { grounds: string; evidenceHash: string; asksTesting: boolean }
export type Review = Signed & {
  panel: readonly Panelist[]
  testing: boolean
  opinion: (Signed & { finding: AnalysisFinding; summary: string; reportHash: string; dissent: string }) | null
}
/** One version of the notice. It never changes; what happened to it stands beside its content. */
export type Notice = {
  version: number
  content: NoticeContent
  changeReason: string | null
  class: RecallClass
  draftedBy: string | null
  issuedBy: string
  issuedAt: string
  /** Null where the company itself declared the recall. */
  authorityId: string | null
  reasons: string
  basis: readonly string[]
  affected: readonly Included[]
  excluded: readonly Excluded[]
  deliveredAt: string | null
  objection: Objection | null
  review: Review | null
  /** Dropped after an objection: it never bound. */
  droppedAt: string | null
}
/** What the company is bound by: the version of the notice, and whether by its own declaration or by order. */
export type Binding = Signed & {
  noticeVersion: number
  how: 'voluntary' | 'ordered'
  ground: 'noObjection' | 'expertsConfirmed' | null
  reasons: string
  basis: readonly string[]
  deliveredAt: string | null
  affected: readonly Included[]
  excluded: readonly Excluded[]
}
export type Plan = Signed &
  PlanContent & {
    no: number
    isLate: boolean
    published: (Signed & PlanPublication & { isLate: boolean; toldLate: readonly string[] }) | null
  }
/** Two columns that are never added up: what the operator declared, and what the authority found. */
export type Response = {
  declared: (Signed & { statement: ResponseStatement; note: string }) | null
  proved: (Signed & { outcome: CheckOutcome; method: CheckMethod; evidenceHash: string | null; note: string }) | null
}
export type StageReport = Signed & {
  no: number
  noticeVersion: number
  affected: number
  buckets: Buckets
  narrative: string
  next: string
  isLate: boolean
}
export type Emergency = Signed &
  Omit<EmergencyProposal, 'reviewOn'> & {
    proposedBy: string
    orderReasons: string
    reviewOn: string
    affected: readonly Included[]
    excluded: readonly Excluded[]
    liftedAt: string | null
    liftReason: Bilingual | null
    prolonged: readonly (Signed & { reasons: string; reviewOn: string })[]
  }

export type Recall = CaseState & {
  status: RecallStatus | 'none'
  number: string | null
  origin: RecallOrigin | null
  openedAt: string | null
  agentId: string | null
  agentName: { zh: string; en: string }
  organisationId: string | null
  organisationName: string | null
  sector: string | null
  region: string | null
  scenario: number | null
  incidentId: string | null
  ownerId: string | null
  /** The company learns of a suspicion when it is asked, notified or stopped; before that the case does not exist for it. */
  isTold: boolean
  suspicion: (Signed & Suspicion) | null
  /** What the company was told to analyse, or what it reported itself. */
  disclosed: Suspicion | null
  class: RecallClass | null
  classProposal: (Signed & ClassProposal & { reason: string | null }) | null
  classHistory: readonly (ClassProposal & { proposedBy: string; by: string; at: string; reason: string })[]
  analysis: {
    askedAt: string
    deliveredAt: string | null
    questions: string
    basis: readonly string[]
    answer: (Signed & { finding: AnalysisFinding; explanation: string; evidenceHash: string | null; isLate: boolean }) | null
  } | null
  investigation: (Signed & { ground: InvestigationGround; reason: string }) | null
  draft: (Signed & { content: NoticeContent; version: number; reason: string | null }) | null
  notices: readonly Notice[]
  /** Where the case stood when a wider notice was issued. */
  statusBefore: RecallStatus | null
  orderPreparedAt: string | null
  binding: Binding | null
  plans: readonly Plan[]
  responses: Readonly<Record<string, Response>>
  reports: readonly StageReport[]
  final:
    | (Signed & {
        noticeVersion: number
        affected: number
        buckets: Buckets
        finishedOn: string
        summary: string
        evidenceHash: string
        isLate: boolean
      })
    | null
  evaluation: (Signed & { panel: readonly Panelist[]; outcome: EffectOutcome; opinion: string; reportHash: string }) | null
  further: (Signed & { measures: readonly RecallMeasure[]; reasons: string; basis: readonly string[]; dueOn: string }) | null
  cleared: readonly (Signed & { versionHash: string; reason: string; evidenceHash: string })[]
  emergencyProposal: (Signed & EmergencyProposal) | null
  emergency: Emergency | null
  closure: (Signed & { how: 'noDefect' | 'terminated'; reasons: string; publicReason: Bilingual | null; openReason: string | null }) | null
  overturned: readonly OverturnedOrder[]
  /** Exactly what the public page shows, from the notice, the voluntary declaration or the interim stop on. */
  published: Published | null
}

export const recallInitial: Recall = {
  id: '',
  status: 'none',
  did: {},
  number: null,
  origin: null,
  openedAt: null,
  agentId: null,
  agentName: { zh: '', en: '' },
  organisationId: null,
  organisationName: null,
  sector: null,
  region: null,
  scenario: null,
  incidentId: null,
  ownerId: null,
  isTold: false,
  suspicion: null,
  disclosed: null,
  class: null,
  classProposal: null,
  classHistory: [],
  analysis: null,
  investigation: null,
  draft: null,
  notices: [],
  statusBefore: null,
  orderPreparedAt: null,
  binding: null,
  plans: [],
  responses: {},
  reports: [],
  final: null,
  evaluation: null,
  further: null,
  cleared: [],
  emergencyProposal: null,
  emergency: null,
  closure: null,
  overturned: [],
  published: null,
}

/** policy.md 5.8: the public reads `published`; drafts, suspicions and class proposals are the office's. */
export const recallFields: Kind<Recall>['fields'] = {
  id: 'open',
  status: 'open',
  did: 'office',
  number: 'open',
  origin: 'party',
  openedAt: 'party',
  agentId: 'open',
  agentName: 'open',
  organisationId: 'open',
  organisationName: 'open',
  sector: 'open',
  region: 'open',
  scenario: 'open',
  incidentId: 'office',
  ownerId: 'office',
  isTold: 'office',
  suspicion: 'office',
  disclosed: 'party',
  class: 'party',
  classProposal: 'office',
  classHistory: 'office',
  analysis: 'party',
  investigation: 'office',
  draft: 'office',
  notices: 'party',
  statusBefore: 'party',
  orderPreparedAt: 'office',
  binding: 'party',
  plans: 'party',
  responses: 'party',
  reports: 'party',
  final: 'party',
  evaluation: 'party',
  further: 'party',
  cleared: 'party',
  emergencyProposal: 'office',
  emergency: 'party',
  closure: 'party',
  overturned: 'party',
  published: 'open',
}

export const isEnded = (recall: Recall): boolean => (endedStatuses as readonly string[]).includes(recall.status)

/** The notice issued last and not dropped: the one that the present step is about. */
export const currentNotice = (recall: Recall): Notice | null => recall.notices.findLast((notice) => notice.droppedAt === null) ?? null

/** The notice that binds, by declaration or order; null while nothing does. */
export const bindingNotice = (recall: Recall): Notice | null =>
  recall.binding === null ? null : (recall.notices.find((notice) => notice.version === recall.binding?.noticeVersion) ?? null)

/** The interim stop that stands now, or null. */
export const standingEmergency = (recall: Recall): Emergency | null =>
  recall.emergency !== null && recall.emergency.liftedAt === null && !isEnded(recall) ? recall.emergency : null

export const currentPlan = (recall: Recall): Plan | null => recall.plans.at(-1) ?? null
