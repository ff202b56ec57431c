// The rules of an organisation: who enters it, how its identity is verified, and when it may be suspended or closed.
import { grant, type Kind, type Needs, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import type { FilingStatus } from '../filing/vocabulary.ts'
import type { RecallStatus } from '../recall/vocabulary.ts'
import { type Answer, amend, create, isSettled, type Of, type OrganisationFacts, record, verify } from './identity.ts'
import { registerKey, retireKey } from './key.ts'
import { evolveOrganisation, type Organisation, organisationInitial, withPending } from './state.ts'
import { type OrganisationCommand, type OrganisationEvent, organisationCommands, organisationStatuses } from './vocabulary.ts'

export type { OrganisationFacts } from './identity.ts'
export type { Organisation } from './state.ts'

const endedFilings = [
  'draft',
  'not_accepted',
  'lapsed',
  'not_filed',
  'withdrawn',
  'revoked',
  'cancelled',
] as const satisfies readonly FilingStatus[]
const endedRecalls = ['closed_no_defect', 'terminated'] as const satisfies readonly RecallStatus[]
const isAmong = (statuses: readonly string[], status: string) => statuses.includes(status)

/** Nobody leaves the register with duties still running: filings are cancelled and recalls terminated first. */
const close = ({ reason }: Of<'close'>, facts: OrganisationFacts): Answer => {
  const filings = (facts.filings ?? []).filter((filing) => !isAmong(endedFilings, filing.status)).map((filing) => filing.id)
  const recalls = (facts.recalls ?? []).filter((recall) => !isAmong(endedRecalls, recall.status)).map((recall) => recall.id)
  if (filings.length + recalls.length > 0)
    return refuse('organisation.endedCasesNeeded', { filings, recalls, count: filings.length + recalls.length })
  return grant({ type: 'closed', reason })
}

const decide = (state: Organisation, command: OrganisationCommand, occasion: Occasion, facts: OrganisationFacts): Answer => {
  switch (command.type) {
    case 'create':
      return create(state, command, occasion, facts)
    case 'record':
      return record(state, command, facts)
    case 'amend':
      return amend(state, command, occasion, facts)
    case 'signCommitment': {
      if (state.commitment)
        return refuse('organisation.unsignedCommitmentNeeded', { signedBy: state.commitment.signedBy, signedOn: state.commitment.signedOn })
      const { actor, at } = occasion
      return grant({
        type: 'commitmentSigned',
        commitment: { signedBy: actor.name.zh, signedOn: shanghaiDateOf(at), personId: actor.personId },
      })
    }
    case 'registerKey':
      return registerKey(state, command)
    case 'retireKey':
      return retireKey(state, command)
    case 'verify':
      return verify(state, command, facts)
    case 'refuseVerification':
      return isSettled(state)
        ? refuse('organisation.pendingChangeNeeded')
        : grant({ type: 'verificationRefused', reasons: command.reasons })
    case 'suspend':
      return grant({ type: 'suspended', reason: command.reason, basis: command.basis })
    case 'liftSuspension':
      return grant({ type: 'suspensionLifted', reason: command.reason })
    case 'close':
      return close(command, facts)
  }
}

const needs = (state: Organisation, command: OrganisationCommand): Needs => {
  const sameCode = (code: string | null): Needs => ({ sameCode: { many: 'organisation', link: 'creditCode', to: code } })
  switch (command.type) {
    case 'create':
    case 'record':
      return sameCode(command.creditCode)
    case 'amend':
      return command.creditCode === undefined ? {} : sameCode(command.creditCode)
    case 'verify':
      return sameCode(withPending(state).creditCode)
    case 'close':
      return {
        filings: { many: 'filing', link: 'organisation', to: state.id },
        recalls: { many: 'recall', link: 'organisation', to: state.id },
      }
    default:
      return {}
  }
}

const markOf = {
  none: 'draft',
  recorded: 'draft',
  registered: 'submitted',
  verified: 'approved',
  refused: 'refused',
  suspended: 'suspended',
  closed: 'ended',
} as const

export const organisation: Kind<Organisation, OrganisationCommand, OrganisationEvent, OrganisationFacts> = {
  name: 'organisation',
  plural: 'organisations',
  statuses: organisationStatuses,
  commands: organisationCommands,
  moves: {
    create: { by: ['intake', 'registry_officer', 'system_admin', 'system'], from: ['none'] },
    record: { by: ['registry_officer', 'system'], from: ['none'] },
    amend: {
      by: ['representative', 'compliance_lead', 'intake', 'registry_officer'],
      from: ['recorded', 'registered', 'verified', 'refused', 'suspended'],
    },
    signCommitment: { by: ['representative'], from: ['recorded', 'registered', 'verified', 'refused', 'suspended'] },
    registerKey: { by: ['representative', 'compliance_lead'], from: ['registered', 'verified'] },
    // What no longer counts may be said at any time: a lost key must not wait for a suspension to end.
    retireKey: { by: ['representative', 'compliance_lead'], from: ['registered', 'verified', 'refused', 'suspended'] },
    verify: { by: ['intake'], from: ['recorded', 'registered', 'verified'] },
    refuseVerification: { by: ['intake'], from: ['recorded', 'registered', 'verified'] },
    suspend: { by: ['approver'], from: ['verified'] },
    liftSuspension: { by: ['approver'], from: ['suspended'] },
    close: { by: ['representative', 'registry_officer'], from: ['recorded', 'registered', 'verified', 'refused', 'suspended'] },
  },
  initial: organisationInitial,
  place: (state) => ({ organisationId: state.id, sector: null, region: state.region, labId: state.id, platformIds: [state.id] }),
  needs,
  decide,
  evolve: evolveOrganisation,
  summary: (state) => ({
    title: { zh: state.names.zh, en: state.names.en ?? state.names.zh },
    number: state.creditCode,
    mark: markOf[state.status],
    organisationName: state.names.zh,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    dueOn: null,
    dueRule: null,
    lapse: null,
    openedAt: state.registeredAt,
    decidedAt: state.verification?.at ?? state.refusal?.at ?? null,
    isPublic: state.wasPublic,
    words: [state.creditCode, state.names.en, state.region].filter((word) => word !== null),
  }),
  /** The public part is name, credit code, region and kind (policy.md 5.8); its state is shown so that a suspended one is not mistaken for a good one. */
  fields: {
    id: 'open',
    status: 'open',
    kind: 'open',
    names: 'open',
    creditCode: 'open',
    region: 'open',
    wasPublic: 'open',
    recordedFrom: 'open',
    registeredAt: 'party',
    address: 'party',
    representative: 'party',
    commitment: 'party',
    signingKeys: 'party',
    pending: 'party',
    refusal: 'party',
    suspension: 'party',
    closure: 'party',
    securityOfficer: 'restricted',
    contacts: 'restricted',
    verification: 'office',
    did: 'office',
  },
  links: (state) => ({ creditCode: state.creditCode }),
  publicFacts: (event) =>
    event.type === 'verified' || event.type === 'recorded'
      ? { names: event.names, creditCode: event.creditCode, region: event.region, kind: event.kind }
      : {},
  isAdministrative: true,
}
