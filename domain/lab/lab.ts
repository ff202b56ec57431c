// The rules of a laboratory: listed for a verified organisation, accredited for items of the test catalogue, suspended and ended with reasons.
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import type { ObligationStatus } from '../obligation/vocabulary.ts'
import { evolveLab, isSuspendedOn, type Lab, labInitial } from './state.ts'
import { type LabCommand, type LabEvent, labCommands, labStatuses } from './vocabulary.ts'

export { coversOn, type Lab } from './state.ts'

export type LabFacts = {
  organisation?: { id: string; status: string; kind: string; region: string } | null
  sameOrganisation?: readonly Lab[]
  obligations?: readonly { id: string; status: string }[]
}

type Answer = Decision<LabEvent>
type Of<Name extends LabCommand['type']> = Extract<LabCommand, { type: Name }>

const endedObligations = ['accepted', 'failed', 'waived', 'cancelled'] as const satisfies readonly ObligationStatus[]

/** A laboratory is a verified organisation of that kind, and each organisation is listed once. */
const create = (state: Lab, { organisationId, names }: Of<'create'>, facts: LabFacts): Answer => {
  const { organisation } = facts
  if (!organisation || organisation.id !== organisationId || organisation.status !== 'verified')
    return refuse('lab.verifiedOrganisationNeeded')
  if (organisation.kind !== 'lab' && organisation.kind !== 'certifier')
    return refuse('lab.organisationOfKindNeeded', { kind: organisation.kind })
  if ((facts.sameOrganisation ?? []).some((lab) => lab.id !== state.id && lab.status === 'active'))
    return refuse('lab.unlistedOrganisationNeeded')
  return grant({ type: 'created', ofOrganisationId: organisationId, names, region: organisation.region })
}

const accredit = (state: Lab, { type: _, ...body }: Of<'accredit'>, { catalogue }: Occasion): Answer => {
  const items = catalogue['test-items'].items
  const unknown = [
    ...body.testItemIds.filter((id) => !items.some((item) => item.id === id)),
    ...body.areas.filter((area) => !items.some((item) => item.method === area)),
  ]
  if (unknown.length > 0) return refuse('lab.knownTestItemNeeded', { unknown })
  const testItemIds = items.filter((item) => body.testItemIds.includes(item.id) || body.areas.includes(item.method)).map((item) => item.id)
  if (testItemIds.length === 0) return refuse('lab.testItemNeeded')
  if (body.to < body.from) return refuse('lab.laterEndNeeded', { from: body.from, to: body.to })
  return grant({ type: 'accredited', scope: { ...body, id: String(state.accreditations.length + 1), testItemIds } })
}

/** Only an accreditation that has not been ended can still be changed. */
const withAccreditation = (state: Lab, id: string, next: (isSuspended: boolean) => Answer, on: string): Answer => {
  const found = state.accreditations.find((one) => one.id === id && one.endedOn === null)
  return found ? next(isSuspendedOn(found, on)) : refuse('lab.standingAccreditationNeeded', { accreditationId: id })
}

const decide = (state: Lab, command: LabCommand, occasion: Occasion, facts: LabFacts): Answer => {
  const onDate = shanghaiDateOf(occasion.at)
  switch (command.type) {
    case 'create':
      return create(state, command, facts)
    case 'accredit':
      return accredit(state, command, occasion)
    case 'suspendAccreditation': {
      const { accreditationId, reason } = command
      const suspend = (isSuspended: boolean): Answer =>
        isSuspended
          ? refuse('lab.unsuspendedAccreditationNeeded', { accreditationId })
          : grant({ type: 'accreditationSuspended', accreditationId, onDate, reason })
      return withAccreditation(state, accreditationId, suspend, onDate)
    }
    case 'liftSuspension': {
      const { accreditationId, reason } = command
      const lift = (isSuspended: boolean): Answer =>
        isSuspended
          ? grant({ type: 'suspensionLifted', accreditationId, onDate, reason })
          : refuse('lab.suspendedAccreditationNeeded', { accreditationId })
      return withAccreditation(state, accreditationId, lift, onDate)
    }
    case 'endAccreditation': {
      const { accreditationId, reason } = command
      return withAccreditation(state, accreditationId, () => grant({ type: 'accreditationEnded', accreditationId, onDate, reason }), onDate)
    }
    case 'declareImpartiality':
      return grant({
        type: 'impartialityDeclared',
        statement: command.statement,
        interests: command.interests,
        name: occasion.actor.name.zh,
      })
    case 'close': {
      const open = (facts.obligations ?? [])
        .filter((obligation) => !(endedObligations as readonly string[]).includes(obligation.status))
        .map((obligation) => obligation.id)
      return open.length > 0
        ? refuse('lab.endedObligationsNeeded', { obligations: open, count: open.length })
        : grant({ type: 'closed', onDate, reason: command.reason })
    }
  }
}

const hasOpenSuspension = (one: Lab['accreditations'][number]) => one.suspensions.some((span) => span.to === null)

/** The mark says what was decided, not what day it is: whether an accreditation has run out is asked with coversOn when reading. */
const markOf = (state: Lab) => {
  const standing = state.accreditations.filter((one) => one.endedOn === null)
  if (state.status === 'closed') return 'ended'
  if (standing.length === 0) return 'draft'
  return standing.every(hasOpenSuspension) ? 'suspended' : 'approved'
}

/** The day on which the first standing accreditation runs out. */
const expiryOf = (state: Lab): string | null =>
  state.status === 'closed'
    ? null
    : (state.accreditations
        .filter((one) => one.endedOn === null)
        .map((one) => one.to)
        .sort()[0] ?? null)

const officers = ['registry_officer', 'testing_coordinator'] as const

export const lab: Kind<Lab, LabCommand, LabEvent, LabFacts> = {
  name: 'lab',
  plural: 'labs',
  statuses: labStatuses,
  commands: labCommands,
  moves: {
    create: { by: officers, from: ['none'] },
    accredit: { by: officers, from: ['active'] },
    suspendAccreditation: { by: officers, from: ['active'] },
    liftSuspension: { by: officers, from: ['active'] },
    endAccreditation: { by: officers, from: ['active'] },
    declareImpartiality: { by: ['lab_signatory'], from: ['active'] },
    close: { by: ['registry_officer'], from: ['active'] },
  },
  initial: labInitial,
  place: ({ organisationId, region }) => ({ organisationId, sector: null, region, labId: organisationId }),
  needs: (state, command): Needs => {
    if (command.type === 'close') return { obligations: { many: 'obligation', link: 'lab', to: state.id } }
    if (command.type !== 'create') return {}
    const { organisationId } = command
    return {
      organisation: { one: 'organisation', id: organisationId },
      sameOrganisation: { many: 'lab', link: 'organisation', to: organisationId },
    }
  },
  decide,
  evolve: evolveLab,
  summary: (state) => ({
    title: { zh: state.names.zh, en: state.names.en ?? state.names.zh },
    number: state.accreditations.at(-1)?.certificateNo ?? null,
    mark: markOf(state),
    organisationName: state.names.zh,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    dueOn: expiryOf(state),
    dueRule: null,
    lapse: null,
    openedAt: state.createdAt,
    decidedAt: null,
    // The scope of an accreditation is public, and coordinators of other regions choose among all laboratories.
    isPublic: state.status !== 'none',
    words: [state.names.en, state.region, ...state.accreditations.map((one) => one.certificateNo)].filter((word) => word !== null),
  }),
  fields: {
    id: 'open',
    status: 'open',
    organisationId: 'open',
    names: 'open',
    region: 'open',
    accreditations: 'open',
    createdAt: 'open',
    closedOn: 'open',
    impartiality: 'lab',
    did: 'office',
  },
  links: (state) => ({ organisation: state.organisationId }),
  publicFacts: (event) => {
    switch (event.type) {
      case 'created':
        return { names: event.names, region: event.region }
      case 'accredited':
        return { scope: event.scope }
      case 'accreditationSuspended':
      case 'suspensionLifted':
      case 'accreditationEnded':
        return { accreditationId: event.accreditationId, onDate: event.onDate }
      case 'impartialityDeclared':
        return {}
      case 'closed':
        return { onDate: event.onDate }
    }
  },
}
