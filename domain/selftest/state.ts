// What is known of a self-test, how its events make it, and which of it who may see.
import type { Bilingual } from '#domain/act/act'
import type { CaseState, Kind, Recorded } from '#domain/case'
import type { Clock } from '#domain/clock/clock'
import { started, stopped } from '#domain/filing/clocks'
import {
  type Answered,
  type Declared,
  type EscalationGround,
  holdingStatuses,
  type ItemFinding,
  type ListingFinding,
  type SelftestEvent,
  type SelftestStatus,
  type Signed,
} from './vocabulary.ts'

/** One signature: immutable, and known by the hash of what it covers. `statement` says what a correction changed. */
export type Revision = Signed & { no: number; hash: string; signedBy: string; signedAt: string; statement: string | null }
export type Listing = {
  platformId: string
  finding: ListingFinding | null
  checkedOn: string | null
  note: string
  takenDownOn: string | null
}
export type Challenge = {
  items: readonly ItemFinding[]
  facts: string
  basis: readonly string[]
  reasons: string
  revisionHash: string
  by: string
  at: string
  deliveredAt: string | null
  answeredAt: string | null
}

export type Selftest = CaseState & {
  status: SelftestStatus | 'none'
  number: string | null
  organisationId: string | null
  organisationName: string | null
  region: string | null
  agentId: string | null
  agentName: { zh: string; en: string }
  sector: string | null
  scenario: number | null
  version: string
  buildHash: string | null
  platformIds: readonly string[]
  /** The form as it stands: what the next signature would cover. */
  declared: Declared | null
  answers: readonly Answered[]
  revisions: readonly Revision[]
  checklistVersion: string | null
  /** 'low' while the lane holds; the authority ends it. */
  lane: 'low' | null
  signedOn: string | null
  validUntil: string | null
  samplingIds: readonly string[]
  challenges: readonly Challenge[]
  clocks: Readonly<Record<string, Clock>>
  confirmation: { reasons: string; by: string; at: string } | null
  escalation: { ground: EscalationGround; facts: string; basis: readonly string[]; reasons: string; by: string; at: string } | null
  listings: readonly Listing[]
  /** What stays of one that holds no longer: since when, and why. */
  tombstone: { because: 'escalated' | 'expired' | 'withdrawn'; on: string; reason: Bilingual | null } | null
  createdAt: string | null
}

export const noSelftest: Selftest = {
  id: '',
  status: 'none',
  did: {},
  number: null,
  organisationId: null,
  organisationName: null,
  region: null,
  agentId: null,
  agentName: { zh: '', en: '' },
  sector: null,
  scenario: null,
  version: '',
  buildHash: null,
  platformIds: [],
  declared: null,
  answers: [],
  revisions: [],
  checklistVersion: null,
  lane: null,
  signedOn: null,
  validUntil: null,
  samplingIds: [],
  challenges: [],
  clocks: {},
  confirmation: null,
  escalation: null,
  listings: [],
  tombstone: null,
  createdAt: null,
}

/** A self-test itself is restricted (policy.md 5.8); that there is one, by whom, for what and until when is public. */
export const selftestFields: Kind<Selftest>['fields'] = {
  id: 'open',
  status: 'open',
  did: 'office',
  number: 'open',
  organisationId: 'open',
  organisationName: 'open',
  region: 'open',
  agentId: 'open',
  agentName: 'open',
  sector: 'open',
  scenario: 'open',
  version: 'open',
  buildHash: 'restricted',
  platformIds: 'open',
  declared: 'restricted',
  answers: 'restricted',
  revisions: 'restricted',
  checklistVersion: 'open',
  lane: 'open',
  signedOn: 'open',
  validUntil: 'open',
  samplingIds: 'open',
  challenges: 'party',
  clocks: 'party',
  confirmation: 'party',
  escalation: 'party',
  listings: 'open',
  tombstone: 'open',
  createdAt: 'party',
}

export const holds = ({ status }: Pick<Selftest, 'status'>): boolean => (holdingStatuses as readonly string[]).includes(status)
export const currentRevision = ({ revisions }: Selftest): Revision | null => revisions.at(-1) ?? null
export const currentChallenge = ({ challenges }: Selftest): Challenge | null => challenges.at(-1) ?? null
/** Public from the first signature on, for ever. */
export const wasSigned = ({ revisions }: Pick<Selftest, 'revisions'>): boolean => revisions.length > 0

const merged = (answers: readonly Answered[], given: readonly Answered[]): Answered[] => {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]))
  for (const answer of given) byItem.set(answer.itemId, answer)
  return [...byItem.values()].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
}

const signedInto = (
  state: Selftest,
  hash: string,
  signed: Signed,
  by: string,
  at: string,
  statement: string | null,
): Partial<Selftest> => ({
  version: signed.version,
  buildHash: signed.buildHash,
  platformIds: signed.platformIds,
  declared: signed.declared,
  answers: signed.answers,
  checklistVersion: signed.checklistVersion,
  lane: 'low',
  revisions: [...state.revisions, { ...signed, no: state.revisions.length + 1, hash, signedBy: by, signedAt: at, statement }],
})

const changeLast = (state: Selftest, change: Partial<Challenge>): Challenge[] =>
  state.challenges.map((one, index) => (index === state.challenges.length - 1 ? { ...one, ...change } : one))

const listed = (state: Selftest, platformId: string, change: Partial<Listing>): Listing[] => {
  const known = state.listings.find((one) => one.platformId === platformId)
  const next: Listing = { platformId, finding: null, checkedOn: null, note: '', takenDownOn: null, ...known, ...change }
  return [...state.listings.filter((one) => one !== known), next]
}

export const evolve = (state: Selftest, event: Recorded<SelftestEvent>): Selftest => {
  const { at, by } = event
  switch (event.type) {
    case 'created': {
      const { ofOrganisationId, organisationName, region, agentId, agentName, sector, scenario } = event
      const { version, buildHash, platformIds, declared } = event
      const whose = { organisationId: ofOrganisationId, organisationName, region, agentId, agentName, sector, scenario }
      return { ...state, ...whose, version, buildHash, platformIds, declared, status: 'draft', createdAt: at }
    }
    case 'described': {
      const { version, buildHash, platformIds, declared, answers } = event
      return {
        ...state,
        ...(version !== undefined && { version }),
        ...(buildHash !== undefined && { buildHash }),
        ...(platformIds !== undefined && { platformIds }),
        ...(declared !== undefined && { declared }),
        answers: merged(state.answers, answers ?? []),
      }
    }
    case 'signed': {
      const { number, hash, signed, signedOn, validUntil } = event
      return { ...state, ...signedInto(state, hash, signed, by, at, null), status: 'signed', number, signedOn, validUntil }
    }
    case 'withdrawn': {
      const isPublic = wasSigned(state)
      return {
        ...state,
        status: 'withdrawn',
        lane: null,
        tombstone: isPublic ? { because: 'withdrawn', on: event.on, reason: null } : null,
      }
    }
    case 'sampled':
      return { ...state, status: 'sampled', samplingIds: [...state.samplingIds, event.samplingId] }
    case 'confirmed':
      return { ...state, status: 'confirmed', confirmation: { reasons: event.reasons, by, at } }
    case 'challenged': {
      const { items, facts, basis, reasons, revisionHash } = event
      const challenge: Challenge = { items, facts, basis, reasons, revisionHash, by, at, deliveredAt: null, answeredAt: null }
      return { ...state, status: 'challenged', challenges: [...state.challenges, challenge], confirmation: null }
    }
    case 'deliveryNoted':
      return {
        ...state,
        challenges: changeLast(state, { deliveredAt: event.deliveredAt }),
        clocks: started(state.clocks, 'SFT-1', event.deliveredAt),
      }
    case 'corrected': {
      const { hash, signed, statement } = event
      return {
        ...state,
        ...signedInto(state, hash, signed, by, at, statement),
        status: 'corrected',
        challenges: changeLast(state, { answeredAt: at }),
        clocks: stopped(state.clocks, 'SFT-1', at),
      }
    }
    case 'escalated': {
      const { ground, facts, basis, reasons, publicReason, on } = event
      return {
        ...state,
        status: 'escalated',
        lane: null,
        escalation: { ground, facts, basis, reasons, by, at },
        clocks: stopped(state.clocks, 'SFT-1', at),
        tombstone: { because: 'escalated', on, reason: publicReason },
      }
    }
    case 'expired':
      return { ...state, status: 'expired', lane: null, tombstone: { because: 'expired', on: event.on, reason: null } }
    case 'listingVerified': {
      const { platformId, finding, checkedOn, note } = event
      return { ...state, listings: listed(state, platformId, { finding, checkedOn, note }) }
    }
    case 'takenDown':
      return { ...state, listings: listed(state, event.platformId, { takenDownOn: event.takenDownOn, note: event.note }) }
  }
}
