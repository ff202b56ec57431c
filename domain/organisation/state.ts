// What is known of an organisation, how its events make it, and which of it may be used in other cases.
import type { PublicKey } from '#domain/signing/public-key'
import type { CaseState, Recorded } from '../case.ts'
import type {
  Amendment,
  Commitment,
  Contact,
  Ground,
  Names,
  OrganisationEvent,
  OrganisationKind,
  OrganisationStatus,
  Particular,
  Representative,
  SecurityOfficer,
} from './vocabulary.ts'

/** A key that its agents' cards are signed with. `thumbprint` is RFC 7638; a retired key stays, so that what it signed can be told from forgeries. */
export type SigningKey = PublicKey & {
  keyId: string
  label: string
  registeredAt: string
  registeredBy: string
  retired: { at: string; by: string; reason: string } | null
}

export type Organisation = CaseState & {
  status: OrganisationStatus | 'none'
  kind: OrganisationKind
  names: Names
  /** Upper case, 18 characters; null only for one taken over from an old list. */
  creditCode: string | null
  /** Province level, '' before registration. */
  region: string
  address: string | null
  representative: Representative | null
  securityOfficer: SecurityOfficer | null
  contacts: readonly Contact[]
  commitment: Commitment | null
  signingKeys: readonly SigningKey[]
  /** Changes of the identity of an organisation that the public knows; they take effect when verified. */
  pending: Amendment | null
  registeredAt: string | null
  verification: { at: string; by: string; evidence: string } | null
  refusal: { at: string; reasons: readonly Ground[] } | null
  suspension: { at: string; reason: string; basis: string } | null
  closure: { at: string; reason: string } | null
  /** The published list that it was taken over from. */
  recordedFrom: string | null
  /** Whether it has ever been verified or published by an older list: what was public stays findable. */
  wasPublic: boolean
}

export const organisationInitial: Organisation = {
  id: '',
  status: 'none',
  did: {},
  kind: 'company',
  names: { zh: '', en: null },
  creditCode: null,
  region: '',
  address: null,
  representative: null,
  securityOfficer: null,
  contacts: [],
  commitment: null,
  signingKeys: [],
  pending: null,
  registeredAt: null,
  verification: null,
  refusal: null,
  suspension: null,
  closure: null,
  recordedFrom: null,
  wasPublic: false,
}

/** What must still be filled in before intake can verify it, in the order of the form. */
export const missingParticulars = (state: Organisation): readonly Particular[] => [
  ...(state.creditCode === null ? (['creditCode'] as const) : []),
  ...(state.address === null ? (['address'] as const) : []),
  ...(state.representative === null ? (['representative'] as const) : []),
  ...(state.securityOfficer === null ? (['securityOfficer'] as const) : []),
  ...(state.commitment === null ? (['commitment'] as const) : []),
]

/** Its keys; a row written before keys were kept has none. */
export const keysOf = (state: Organisation): readonly SigningKey[] => state.signingKeys ?? []

/** As it would be once its pending changes are verified. */
export const withPending = (state: Organisation): Organisation => ({ ...state, ...state.pending, pending: null })

export const evolveOrganisation = (state: Organisation, event: Recorded<OrganisationEvent>): Organisation => {
  switch (event.type) {
    case 'registered': {
      const { kind, names, creditCode, region, address, representative, securityOfficer, contacts, commitment, at } = event
      return {
        ...state,
        status: 'registered',
        kind,
        names,
        creditCode,
        region,
        address,
        representative,
        securityOfficer,
        contacts,
        commitment,
        registeredAt: at,
      }
    }
    case 'recorded': {
      const { kind, names, creditCode, region, source } = event
      return {
        ...state,
        status: 'recorded',
        kind,
        names,
        creditCode,
        region,
        recordedFrom: source,
        registeredAt: event.at,
        wasPublic: true,
      }
    }
    case 'amended': {
      const commitment = event.isIdentityChanged ? null : state.commitment
      if (event.isPending) return { ...state, pending: { ...state.pending, ...event.changes }, commitment, refusal: null }
      return { ...state, ...event.changes, status: state.status === 'refused' ? 'registered' : state.status, commitment, refusal: null }
    }
    case 'commitmentSigned':
      return { ...state, commitment: event.commitment }
    case 'keyRegistered': {
      const { keyId, label, jwk, algorithm, thumbprint, at, by } = event
      return {
        ...state,
        signingKeys: [...keysOf(state), { keyId, label, jwk, algorithm, thumbprint, registeredAt: at, registeredBy: by, retired: null }],
      }
    }
    case 'keyRetired': {
      const retired = { at: event.at, by: event.by, reason: event.reason }
      return { ...state, signingKeys: keysOf(state).map((key) => (key.keyId === event.keyId ? { ...key, retired } : key)) }
    }
    case 'verified': {
      const verification = { at: event.at, by: event.by, evidence: event.evidence }
      return { ...withPending(state), status: 'verified', verification, refusal: null, wasPublic: true }
    }
    case 'verificationRefused':
      return {
        ...state,
        status: state.wasPublic ? state.status : 'refused',
        pending: null,
        refusal: { at: event.at, reasons: event.reasons },
      }
    case 'suspended':
      return { ...state, status: 'suspended', suspension: { at: event.at, reason: event.reason, basis: event.basis } }
    case 'suspensionLifted':
      return { ...state, status: 'verified', suspension: null }
    case 'closed':
      return { ...state, status: 'closed', closure: { at: event.at, reason: event.reason } }
  }
}
