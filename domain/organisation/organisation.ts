// The rules of an organisation: who enters it, how its identity is verified, and when it may be suspended or closed.
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import type { FilingStatus } from '../filing/vocabulary.ts'
import type { RecallStatus } from '../recall/vocabulary.ts'
import { checkCreditCode } from './credit-code.ts'
import { evolveOrganisation, missingParticulars, type Organisation, organisationInitial, withPending } from './state.ts'
import { type Amendment, type OrganisationCommand, type OrganisationEvent, type OrganisationStatus, organisationCommands, organisationStatuses } from './vocabulary.ts'

export type { Organisation } from './state.ts'

/** Other cases that a rule looks at: those with the same code, and what still runs for this organisation. */
export type OrganisationFacts = {
  sameCode?: readonly Organisation[]
  filings?: readonly { id: string; status: string }[]
  recalls?: readonly { id: string; status: string }[]
}

type Answer = Decision<OrganisationEvent>
type Of<Name extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Name }>

/** A registration that was refused or has ended does not keep others from using the code. */
const holdsItsCode: readonly OrganisationStatus[] = ['recorded', 'registered', 'verified', 'suspended']
const endedFilings = ['draft', 'not_accepted', 'lapsed', 'not_filed', 'withdrawn', 'revoked', 'cancelled'] as const satisfies readonly FilingStatus[]
const endedRecalls = ['closed_no_defect', 'terminated'] as const satisfies readonly RecallStatus[]
const isAmong = (statuses: readonly string[], status: string) => statuses.includes(status)

/** GB 32100-2015: form, alphabet, both check digits; and one registration for one code. Null when nothing is wrong. */
const codeFault = (id: string, code: string, facts: OrganisationFacts): Answer | null => {
  const check = checkCreditCode(code)
  if (!check.ok) return refuse('organisation.validCreditCodeNeeded', { creditCode: code, fault: check.fault, ...check.facts })
  const holder = (facts.sameCode ?? []).find((other) => other.id !== id && isAmong(holdsItsCode, other.status))
  return holder ? refuse('organisation.ownCreditCodeNeeded', { creditCode: code, name: holder.names.zh }) : null
}

const create = (state: Organisation, { type: _, ...body }: Of<'create'>, { at }: Occasion, facts: OrganisationFacts): Answer => {
  const fault = codeFault(state.id, body.creditCode, facts)
  if (fault) return fault
  if (body.commitment && body.commitment.signedOn > shanghaiDateOf(at)) return refuse('organisation.pastSigningDateNeeded', { signedOn: body.commitment.signedOn })
  return grant({ type: 'registered', ...body, commitment: body.commitment && { ...body.commitment, personId: null } })
}

const record = (state: Organisation, { type: _, ...body }: Of<'record'>, facts: OrganisationFacts): Answer =>
  (body.creditCode === null ? null : codeFault(state.id, body.creditCode, facts)) ?? grant({ type: 'recorded', ...body })

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const identityFields: readonly (keyof Amendment)[] = ['names', 'creditCode', 'region', 'representative']

/** Who is known to the public keeps the verified identity until intake has verified the new one; contacts and address change at once. */
const amend = (state: Organisation, { type: _, ...body }: Of<'amend'>, { post }: Occasion, facts: OrganisationFacts): Answer => {
  const present = withPending(state)
  const changed = (Object.keys(body) as (keyof Amendment)[]).filter((field) => body[field] !== undefined && !isSame(body[field], present[field]))
  if (changed.length === 0) return refuse('organisation.changeNeeded')
  const isIdentityChanged = changed.some((field) => identityFields.includes(field))
  if (isIdentityChanged && state.status === 'suspended') return refuse('organisation.liftedSuspensionNeeded')
  if (changed.includes('representative') && post.role === 'compliance_lead') return refuse('organisation.representativeOrOfficeNeeded')
  const fault = body.creditCode === undefined ? null : codeFault(state.id, body.creditCode, facts)
  if (fault) return fault
  const part = (isIdentity: boolean): Amendment =>
    Object.fromEntries(changed.filter((field) => identityFields.includes(field) === isIdentity).map((field) => [field, body[field]]))
  const [identity, rest] = [part(true), part(false)]
  if (!state.wasPublic) return grant({ type: 'amended', changes: { ...identity, ...rest }, isIdentityChanged, isPending: false })
  return grant(
    ...(Object.keys(rest).length > 0 ? [{ type: 'amended' as const, changes: rest, isIdentityChanged: false, isPending: false }] : []),
    ...(isIdentityChanged ? [{ type: 'amended' as const, changes: identity, isIdentityChanged, isPending: true }] : []),
  )
}

const isSettled = (state: Organisation) => state.status === 'verified' && state.pending === null

/** Intake answers for the identity, so everything that is missing is named at once (Licensing Law 32(4) by analogy). */
const verify = (state: Organisation, { evidence }: Of<'verify'>, facts: OrganisationFacts): Answer => {
  if (isSettled(state)) return refuse('organisation.pendingChangeNeeded')
  const next = withPending(state)
  const { creditCode, names, kind, region } = next
  const missing = missingParticulars(next)
  if (missing.length > 0 || creditCode === null) return refuse('organisation.particularsNeeded', { missing })
  return codeFault(state.id, creditCode, facts) ?? grant({ type: 'verified', evidence, creditCode, names, kind, region })
}

/** Nobody leaves the register with duties still running: filings are cancelled and recalls terminated first. */
const close = ({ reason }: Of<'close'>, facts: OrganisationFacts): Answer => {
  const filings = (facts.filings ?? []).filter((filing) => !isAmong(endedFilings, filing.status)).map((filing) => filing.id)
  const recalls = (facts.recalls ?? []).filter((recall) => !isAmong(endedRecalls, recall.status)).map((recall) => recall.id)
  if (filings.length + recalls.length > 0) return refuse('organisation.endedCasesNeeded', { filings, recalls, count: filings.length + recalls.length })
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
      if (state.commitment) return refuse('organisation.unsignedCommitmentNeeded', { signedBy: state.commitment.signedBy, signedOn: state.commitment.signedOn })
      const { actor, at } = occasion
      return grant({ type: 'commitmentSigned', commitment: { signedBy: actor.name.zh, signedOn: shanghaiDateOf(at), personId: actor.personId } })
    }
    case 'verify':
      return verify(state, command, facts)
    case 'refuseVerification':
      return isSettled(state) ? refuse('organisation.pendingChangeNeeded') : grant({ type: 'verificationRefused', reasons: command.reasons })
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
      return { filings: { many: 'filing', link: 'organisation', to: state.id }, recalls: { many: 'recall', link: 'organisation', to: state.id } }
    default:
      return {}
  }
}

const markOf = { none: 'draft', recorded: 'draft', registered: 'submitted', verified: 'approved', refused: 'refused', suspended: 'suspended', closed: 'ended' } as const

export const organisation: Kind<Organisation, OrganisationCommand, OrganisationEvent, OrganisationFacts> = {
  name: 'organisation',
  plural: 'organisations',
  statuses: organisationStatuses,
  commands: organisationCommands,
  moves: {
    create: { by: ['intake', 'registry_officer', 'system_admin', 'system'], from: ['none'] },
    record: { by: ['registry_officer', 'system'], from: ['none'] },
    amend: { by: ['representative', 'compliance_lead', 'intake', 'registry_officer'], from: ['recorded', 'registered', 'verified', 'refused', 'suspended'] },
    signCommitment: { by: ['representative'], from: ['recorded', 'registered', 'verified', 'refused', 'suspended'] },
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
