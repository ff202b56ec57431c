// What is known of a testing obligation, how its events make it, and which of it who may see.
import type { CaseState, Kind, Recorded } from '../case.ts'
import type { Lane } from '../tier/vocabulary.ts'
import {
  type NamedItem,
  type ObligationEvent,
  type ObligationStatus,
  openStatuses,
  type Party,
  type ReleaseCause,
  type Report,
  type TestRule,
} from './vocabulary.ts'

export type Obligation = CaseState & {
  status: ObligationStatus | 'none'
  number: string | null
  filingId: string | null
  filingNumber: string | null
  agentId: string | null
  agentName: { zh: string; en: string }
  organisationId: string | null
  organisationName: string | null
  sector: string | null
  region: string | null
  scenario: number | null
  lane: Lane | null
  version: string | null
  versionHash: string | null
  testItemIds: readonly string[]
  items: readonly NamedItem[]
  basis: string
  dueOn: string | null
  /** The limit that dueOn was counted by; null where an officer set the date. */
  dueRule: TestRule | null
  /** The day of the test before it, where the cycle of the lane asks for this one. */
  cycleFrom: string | null
  plannedAt: string | null
  ownerId: string | null
  /** The case of the laboratory, and its organisation: the second is what its persons hold posts in. */
  labId: string | null
  labOrganisationId: string | null
  labName: string | null
  sampledBy: Party | null
  paidBy: Party | null
  reports: readonly Report[]
  extensions: readonly { from: string | null; dueOn: string; reason: string; by: string; at: string }[]
  declined: readonly { labId: string; ground: string; reason: string; at: string }[]
  /** Public: why a test that the rules ask for was not required. */
  waiver: { reason: string; by: string; at: string } | null
  cancellation: { reason: string; cause: ReleaseCause | null; at: string } | null
  endedAt: string | null
}

export const obligationInitial: Obligation = {
  id: '',
  status: 'none',
  did: {},
  number: null,
  filingId: null,
  filingNumber: null,
  agentId: null,
  agentName: { zh: '', en: '' },
  organisationId: null,
  organisationName: null,
  sector: null,
  region: null,
  scenario: null,
  lane: null,
  version: null,
  versionHash: null,
  testItemIds: [],
  items: [],
  basis: '',
  dueOn: null,
  dueRule: null,
  cycleFrom: null,
  plannedAt: null,
  ownerId: null,
  labId: null,
  labOrganisationId: null,
  labName: null,
  sampledBy: null,
  paidBy: null,
  reports: [],
  extensions: [],
  declined: [],
  waiver: null,
  cancellation: null,
  endedAt: null,
}

/** A laboratory sees its order and nothing else of the case (features.md E11): `lab` is what the order says. */
export const obligationFields: Kind<Obligation>['fields'] = {
  id: 'open',
  status: 'open',
  did: 'office',
  number: 'open',
  filingId: 'open',
  filingNumber: 'open',
  agentId: 'open',
  agentName: 'open',
  organisationId: 'open',
  organisationName: 'open',
  sector: 'open',
  region: 'open',
  scenario: 'open',
  lane: 'lab',
  version: 'lab',
  versionHash: 'lab',
  testItemIds: 'open',
  items: 'open',
  basis: 'lab',
  dueOn: 'lab',
  dueRule: 'lab',
  cycleFrom: 'lab',
  plannedAt: 'lab',
  ownerId: 'office',
  labId: 'lab',
  labOrganisationId: 'lab',
  labName: 'lab',
  sampledBy: 'lab',
  paidBy: 'lab',
  reports: 'lab',
  extensions: 'lab',
  declined: 'office',
  waiver: 'open',
  cancellation: 'lab',
  endedAt: 'lab',
}

export const isOpen = (state: Obligation): boolean => (openStatuses as readonly string[]).includes(state.status)

/** Whether a test is late on a day (Asia/Shanghai): a question asked when reading, never a status (policy.md 5.3). */
export const isOverdue = (state: Obligation, today: string): boolean => isOpen(state) && state.dueOn !== null && state.dueOn < today

/** The report that counts: the last one handed in. */
export const latestReport = (state: Obligation): Report | null => state.reports.at(-1) ?? null

const changeReport = (state: Obligation, no: number, change: (report: Report) => Report): Obligation => ({
  ...state,
  reports: state.reports.map((report) => (report.no === no ? change(report) : report)),
})
const withoutLab = { labId: null, labOrganisationId: null, labName: null, sampledBy: null, paidBy: null } as const

export const evolveObligation = (state: Obligation, event: Recorded<ObligationEvent>): Obligation => {
  const { at, by } = event
  switch (event.type) {
    case 'planned':
      return {
        ...state,
        ...event.order,
        cycleFrom: event.order.cycleFrom ?? null,
        dueRule: event.dueRule ?? null,
        number: event.number,
        items: event.items,
        status: 'planned',
        plannedAt: at,
      }
    case 'assigned': {
      const { labId, labOrganisationId, labName, sampledBy, paidBy } = event
      return {
        ...state,
        labId,
        labOrganisationId,
        labName,
        sampledBy,
        paidBy,
        status: 'assigned',
        ownerId: by,
        dueOn: event.dueOn ?? state.dueOn,
        dueRule: event.dueOn === null ? state.dueRule : null,
      }
    }
    case 'declined':
      return {
        ...state,
        ...withoutLab,
        status: 'planned',
        declined: [...state.declined, { labId: event.labId, ground: event.ground, reason: event.reason, at }],
      }
    case 'started':
      return { ...state, status: 'in_progress' }
    case 'reportHandedIn':
      return {
        ...state,
        status: 'in_progress',
        reports: [...state.reports, { ...event.report, receivedAt: at, handedInBy: by, signed: null, outcome: null }],
      }
    case 'reportSigned':
      return {
        ...changeReport(state, event.reportNo, (report) => ({ ...report, signed: { by, at, statement: event.statement } })),
        status: 'report_submitted',
      }
    case 'accepted':
      return {
        ...changeReport(state, event.reportNo, (report) => ({ ...report, outcome: { kind: 'accepted', by, at, reason: event.reason } })),
        status: 'accepted',
        endedAt: at,
      }
    case 'reportReturned':
      return {
        ...changeReport(state, event.reportNo, (report) => ({ ...report, outcome: { kind: 'returned', by, at, reason: event.reason } })),
        status: 'returned',
      }
    case 'failed':
      return {
        ...changeReport(state, event.reportNo, (report) => ({ ...report, outcome: { kind: 'failed', by, at, reason: event.reason } })),
        status: 'failed',
        endedAt: at,
      }
    case 'waived':
      return { ...state, status: 'waived', waiver: { reason: event.reason, by, at }, endedAt: at }
    case 'dueExtended':
      return {
        ...state,
        dueOn: event.dueOn,
        dueRule: null,
        extensions: [...state.extensions, { from: event.from, dueOn: event.dueOn, reason: event.reason, by, at }],
      }
    case 'cancelled':
      return { ...state, status: 'cancelled', cancellation: { reason: event.reason, cause: null, at }, endedAt: at }
    case 'released':
      return { ...state, status: 'cancelled', cancellation: { reason: '', cause: event.cause, at }, endedAt: at }
  }
}
