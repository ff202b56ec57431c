// What is known of a credit record, how its events make it, and what of it is public, for how long.
import type { Bilingual } from '#domain/act/act'
import type { CaseState, Kind, Recorded } from '#domain/case'
import type { CreditEvent, CreditKind, CreditStatus, RepairOutcome, Severity, Source } from './vocabulary.ts'

/** What everybody reads while the record is public; afterwards it is gone from the state's open fields, not only from a page. */
export type Published = {
  organisationId: string
  organisationName: string
  creditKind: CreditKind
  severity: Severity
  source: { kind: Source['kind']; number: string | null }
  text: Bilingual
  from: string
  until: string
}
export type Repair = {
  statement: string
  evidenceHash: string | null
  appliedBy: string
  appliedAt: string
  assessment: { outcome: RepairOutcome; reasons: string; by: string; at: string } | null
  decision: { outcome: RepairOutcome; reasons: string; by: string; at: string } | null
}

export type Credit = CaseState & {
  status: CreditStatus | 'none'
  number: string | null
  organisationId: string | null
  organisationName: string | null
  region: string | null
  sector: string | null
  creditKind: CreditKind
  severity: Severity
  source: Source | null
  facts: string
  basis: readonly string[]
  reasons: string
  publicText: Bilingual
  createdAt: string | null
  recordedAt: string | null
  publicFrom: string | null
  publicUntil: string | null
  published: Published | null
  repairs: readonly Repair[]
  tombstone: { because: 'repaired' | 'ended' | 'quashed'; on: string } | null
}

export const noCredit: Credit = {
  id: '',
  status: 'none',
  did: {},
  number: null,
  organisationId: null,
  organisationName: null,
  region: null,
  sector: null,
  creditKind: 'misuse',
  severity: 'light',
  source: null,
  facts: '',
  basis: [],
  reasons: '',
  publicText: { zh: '', en: '' },
  createdAt: null,
  recordedAt: null,
  publicFrom: null,
  publicUntil: null,
  published: null,
  repairs: [],
  tombstone: null,
}

export const creditFields: Kind<Credit>['fields'] = {
  id: 'open',
  status: 'open',
  did: 'office',
  number: 'open',
  organisationId: 'party',
  organisationName: 'party',
  region: 'party',
  sector: 'party',
  creditKind: 'party',
  severity: 'party',
  source: 'party',
  facts: 'party',
  basis: 'party',
  reasons: 'party',
  publicText: 'party',
  createdAt: 'party',
  recordedAt: 'party',
  publicFrom: 'open',
  publicUntil: 'open',
  published: 'open',
  repairs: 'party',
  tombstone: 'open',
}

export const isPublished = ({ published }: Pick<Credit, 'published'>): boolean => published !== null

const withLast = ({ repairs }: Credit, change: Partial<Repair>): Repair[] =>
  repairs.map((one, index) => (index === repairs.length - 1 ? { ...one, ...change } : one))
const gone = (because: 'repaired' | 'ended' | 'quashed', on: string) => ({ published: null, tombstone: { because, on } })

export const evolve = (state: Credit, event: Recorded<CreditEvent>): Credit => {
  const { by, at } = event
  switch (event.type) {
    case 'proposed': {
      const { ofOrganisationId, organisationName, region, sector, creditKind, severity, source, facts, basis, reasons, publicText } = event
      const whose = { organisationId: ofOrganisationId, organisationName, region, sector }
      return { ...state, ...whose, creditKind, severity, source, facts, basis, reasons, publicText, status: 'proposed', createdAt: at }
    }
    case 'recorded': {
      const { number, publicFrom, publicUntil } = event
      const { creditKind, severity, source, publicText } = state
      return {
        ...state,
        status: 'recorded',
        number,
        recordedAt: at,
        publicFrom,
        publicUntil,
        published: {
          organisationId: state.organisationId ?? '',
          organisationName: state.organisationName ?? '',
          creditKind,
          severity,
          source: { kind: source?.kind ?? 'filing', number: source?.number ?? null },
          text: publicText,
          from: publicFrom,
          until: publicUntil,
        },
      }
    }
    case 'dismissed':
      return { ...state, status: 'dismissed' }
    case 'repairApplied': {
      const { statement, evidenceHash } = event
      const repair: Repair = { statement, evidenceHash, appliedBy: by, appliedAt: at, assessment: null, decision: null }
      return { ...state, status: 'repair_applied', repairs: [...state.repairs, repair] }
    }
    case 'repairAssessed':
      return {
        ...state,
        status: 'repair_assessed',
        repairs: withLast(state, { assessment: { outcome: event.outcome, reasons: event.reasons, by, at } }),
      }
    case 'repairDecided': {
      const repairs = withLast(state, { decision: { outcome: event.outcome, reasons: event.reasons, by, at } })
      return event.outcome === 'granted'
        ? { ...state, status: 'repaired', repairs, ...gone('repaired', event.on) }
        : { ...state, status: 'recorded', repairs }
    }
    case 'quashed':
      return { ...state, status: 'quashed', ...gone('quashed', event.on) }
    case 'ended':
      return { ...state, status: 'ended', ...gone('ended', event.on) }
  }
}
