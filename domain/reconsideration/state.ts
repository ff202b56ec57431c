// What is known of a reconsideration, and which of it who may see.
import type { Bilingual } from '#domain/act/act'
import type { CaseState, Kind } from '#domain/case'
import type { Clock } from '#domain/clock/clock'
import type { FieldLabel } from '#domain/permission'
import type {
  Challenged,
  HearingForm,
  PauseGround,
  Procedure,
  PublishedReconsideration,
  ReconsiderationStatus,
  Ruling,
  SuspensionGround,
} from './vocabulary.ts'

type Signed = { at: string; by: string }
export type Proposal = Ruling & Signed

export type Reconsideration = CaseState & {
  status: ReconsiderationStatus | 'none'
  number: string | null
  organisationId: string | null
  organisationName: string | null
  agentId: string | null
  agentName: Bilingual
  sector: string | null
  region: string | null
  scenario: number | null
  challenged: Challenged | null
  /** Where the acts of the office are reconsidered (Reconsideration Law 24, 25). */
  forumId: string | null
  ownerId: string | null
  application: (Signed & { requests: string; grounds: string; evidence: string; asksSuspension: boolean; asksHearing: boolean }) | null
  /** Applied after the sixty days; admitted only with a reason. */
  late: { reason: string; admitted: (Signed & { reason: string }) | null } | null
  correction: (Signed & { items: readonly string[]; deliveredAt: string | null; answer: (Signed & { statement: string }) | null }) | null
  acceptance: { at: string; from: string; isDeemed: boolean; procedure: Procedure } | null
  notAccepted: (Signed & { facts: string; basis: readonly string[]; reasons: string; goTo: Bilingual | null }) | null
  copySent: (Signed & { isLate: boolean }) | null
  answer: (Signed & { statement: string; evidence: string; isLate: boolean; authorityId: string | null }) | null
  actSuspension: (Signed & { ground: SuspensionGround; reason: string }) | null
  pauses: readonly (Signed & { ground: PauseGround; reason: string; resumedAt: string | null })[]
  extension: (Signed & { reason: string }) | null
  hearing: (Signed & { heldOn: string; place: string }) | null
  heard: (Signed & { form: HearingForm; heldOn: string; record: string }) | null
  proposal: Proposal | null
  rounds: readonly (Signed & { proposal: Proposal; returned: string })[]
  decision: (Proposal & { proposedBy: string; actStands: boolean; deliveredAt: string | null }) | null
  withdrawal: (Signed & { reason: string }) | null
  clocks: Readonly<Record<string, Clock>>
  published: PublishedReconsideration | null
}

export const noReconsideration: Reconsideration = {
  id: '',
  status: 'none',
  did: {},
  number: null,
  organisationId: null,
  organisationName: null,
  agentId: null,
  agentName: { zh: '', en: '' },
  sector: null,
  region: null,
  scenario: null,
  challenged: null,
  forumId: null,
  ownerId: null,
  application: null,
  late: null,
  correction: null,
  acceptance: null,
  notAccepted: null,
  copySent: null,
  answer: null,
  actSuspension: null,
  pauses: [],
  extension: null,
  hearing: null,
  heard: null,
  proposal: null,
  rounds: [],
  decision: null,
  withdrawal: null,
  clocks: {},
  published: null,
}

/** Only `published` is for everybody, and only a decided case is public: before that it is between the parties. */
export const reconsiderationFields: Kind<Reconsideration>['fields'] & Record<keyof Reconsideration, FieldLabel> = {
  id: 'open',
  status: 'open',
  did: 'office',
  number: 'open',
  organisationId: 'open',
  organisationName: 'open',
  agentId: 'open',
  agentName: 'open',
  sector: 'open',
  region: 'open',
  scenario: 'open',
  challenged: 'party',
  forumId: 'open',
  ownerId: 'office',
  application: 'restricted',
  late: 'party',
  correction: 'party',
  acceptance: 'party',
  notAccepted: 'party',
  copySent: 'party',
  answer: 'restricted',
  actSuspension: 'party',
  pauses: 'party',
  extension: 'party',
  hearing: 'party',
  heard: 'restricted',
  proposal: 'office',
  rounds: 'office',
  decision: 'party',
  withdrawal: 'party',
  clocks: 'party',
  published: 'open',
}
