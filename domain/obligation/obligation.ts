// The rules of a testing obligation: what is ordered from whom, what is handed in, and how it ends.
import { attachmentIdsOf } from '../attachment/reference.ts'
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse, type StateMark, systemActor } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { versionsUnderTest } from '../filing/change-state.ts'
import type { Lab } from '../lab/state.ts'
import { formatNumber } from '../number.ts'
import { isOwnOrganisation } from '../permission.ts'
import { accept, fail, handIn, outOfScope, returnReport, sign } from './decide-report.ts'
import { dueBy, dueOnOf, ruleOf } from './due.ts'
import { testItemIn } from './item.ts'
import { evolveObligation, isOpen, type Obligation, obligationFields, obligationInitial } from './state.ts'
import { type ObligationCommand, type ObligationEvent, obligationCommands, obligationStatuses } from './vocabulary.ts'

export { isOverdue, type Obligation } from './state.ts'

/** Other cases that a rule looks at: the filing that the test is for, the laboratory, and the next number. */
export type ObligationFacts = {
  filing?: { status: string; organisationId: string | null; agentId: string | null; versionHash: string | null } | null
  lab?: Lab | null
  serial?: number
}

type Answer = Decision<ObligationEvent>
type Of<Name extends ObligationCommand['type']> = Extract<ObligationCommand, { type: Name }>

const create = (command: Of<'create'>, { at, actor, catalogue }: Occasion, { filing, serial }: ObligationFacts): Answer => {
  const unknown = command.testItemIds.filter((id) => !testItemIn(catalogue, id))
  // What the catalogue no longer asks for is not tested again; a consequence must never fail.
  if (unknown.length > 0 && command.cycleFrom !== null && actor.personId === systemActor.personId) return grant()
  if (unknown.length > 0) return refuse('obligation.knownItemsNeeded', { items: unknown })
  if (!filing || filing.organisationId !== command.organisationId || (filing.agentId !== null && filing.agentId !== command.agentId)) {
    return refuse('obligation.filingNeeded', { filingId: command.filingId })
  }
  if (command.versionHash === null || !versionsUnderTest(filing).includes(command.versionHash))
    return refuse('obligation.filedVersionNeeded', { tested: command.versionHash, filed: filing.versionHash })
  const { type: _, ...ordered } = command
  const dueRule = command.dueOn === null ? ruleOf(command) : null
  const order = { ...ordered, dueOn: dueRule === null ? command.dueOn : dueBy(catalogue, dueRule, { cycleFrom: command.cycleFrom, at }) }
  const items = command.testItemIds.map((id) => ({ id, zh: testItemIn(catalogue, id)?.zh ?? id, en: testItemIn(catalogue, id)?.en ?? id }))
  return grant({
    type: 'planned',
    order,
    dueRule,
    items,
    number: formatNumber({
      kind: 'test',
      region: command.region,
      scenario: command.scenario ?? 0,
      year: Number(shanghaiDateOf(at).slice(0, 4)),
      sequence: serial ?? 0,
    }),
  })
}

const assign = (state: Obligation, command: Of<'assign'>, { at, actor }: Occasion, { lab }: ObligationFacts): Answer => {
  const today = shanghaiDateOf(at)
  if (!lab || lab.status === 'none' || lab.status === 'closed') return refuse('obligation.openLabNeeded', { labId: command.labId })
  // A laboratory never tests for its own house, and nobody orders from their own.
  if (lab.organisationId === state.organisationId) return refuse('obligation.otherLabNeeded', { lab: lab.names.zh })
  if (isOwnOrganisation(actor, { organisationId: lab.organisationId, sector: null, region: null }))
    return refuse('obligation.unrelatedOfficerNeeded', { lab: lab.names.zh })
  const outside = outOfScope(lab, state.testItemIds, today)
  if (outside.length > 0) return refuse('obligation.accreditationNeeded', { items: outside, on: today })
  if (state.status !== 'planned' && command.reason === null) return refuse('obligation.reasonNeeded', { status: state.status })
  if (command.dueOn !== null && command.dueOn < today) return refuse('obligation.laterDateNeeded', { dueOn: command.dueOn, after: today })
  // A later date than the one that stands is an extension and needs its reason.
  if (command.dueOn !== null && state.dueOn !== null && command.dueOn > state.dueOn)
    return refuse('obligation.extensionNeeded', { dueOn: state.dueOn })
  const { labId, sampledBy, paidBy, dueOn, reason } = command
  return grant({ type: 'assigned', labId, labOrganisationId: lab.organisationId, labName: lab.names.zh, sampledBy, paidBy, dueOn, reason })
}

const extendDue = (state: Obligation, { dueOn, reason }: Of<'extendDue'>, at: string): Answer => {
  const after = state.dueOn ?? shanghaiDateOf(at)
  return dueOn > after && dueOn >= shanghaiDateOf(at)
    ? grant({ type: 'dueExtended', from: state.dueOn, dueOn, reason })
    : refuse('obligation.laterDateNeeded', { dueOn, after })
}

/** Nothing is owed for a filing that has ended, nor for a version that was replaced; what has ended before stays as it ended. */
const release = (state: Obligation, { cause, versionHash }: Of<'release'>): Answer =>
  !isOpen(state) || ((cause === 'version_replaced' || cause === 'change_ended') && state.versionHash === versionHash)
    ? grant()
    : grant({ type: 'released', cause })

const decide = (state: Obligation, command: ObligationCommand, occasion: Occasion, facts: ObligationFacts): Answer => {
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'assign':
      return assign(state, command, occasion, facts)
    case 'decline':
      return grant({ type: 'declined', labId: state.labId ?? '', ground: command.ground, reason: command.reason })
    case 'start':
      return grant({ type: 'started' })
    case 'handIn':
      return handIn(state, command, occasion, facts.lab ?? null)
    case 'sign':
      return sign(state, command)
    case 'accept':
      return accept(state, command, occasion.at, facts.lab ?? null, facts.filing ?? null)
    case 'returnReport':
      return returnReport(state, command)
    case 'fail':
      return fail(state, command)
    case 'waive':
      return grant({ type: 'waived', reason: command.reason, filingId: state.filingId ?? '', testItemIds: state.testItemIds })
    case 'extendDue':
      return extendDue(state, command, occasion.at)
    case 'cancel':
      return grant({ type: 'cancelled', reason: command.reason })
    case 'release':
      return release(state, command)
  }
}

const markOf: Record<Obligation['status'], StateMark> = {
  none: 'draft',
  planned: 'draft',
  assigned: 'submitted',
  in_progress: 'testing',
  report_submitted: 'review',
  returned: 'waiting',
  accepted: 'approved',
  failed: 'refused',
  waived: 'ended',
  cancelled: 'ended',
}

export const obligation: Kind<Obligation, ObligationCommand, ObligationEvent, ObligationFacts> = {
  name: 'obligation',
  plural: 'obligations',
  statuses: obligationStatuses,
  commands: obligationCommands,
  initial: obligationInitial,
  fields: obligationFields,

  moves: {
    create: { by: ['testing_coordinator', 'system'], from: ['none'] },
    assign: { by: ['testing_coordinator'], from: ['planned', 'assigned', 'in_progress', 'returned'], duty: 'order_test' },
    decline: { by: ['lab_signatory'], from: ['assigned'] },
    start: { by: ['tester'], from: ['assigned'], duty: 'test' },
    handIn: { by: ['tester'], from: ['in_progress', 'report_submitted', 'returned'], duty: 'test' },
    sign: { by: ['lab_signatory'], from: ['in_progress'], duty: 'lab_sign' },
    accept: { by: ['testing_coordinator'], from: ['report_submitted'] },
    returnReport: { by: ['testing_coordinator'], from: ['report_submitted'] },
    fail: { by: ['testing_coordinator'], from: ['report_submitted'] },
    waive: { by: ['approver'], from: ['planned'], duty: 'approve', stepUp: true },
    extendDue: { by: ['testing_coordinator'], from: ['planned', 'assigned', 'in_progress', 'returned'] },
    release: { by: ['system'], from: obligationStatuses, quiet: true },
    cancel: { by: ['testing_coordinator', 'system'], from: ['planned', 'assigned', 'in_progress', 'report_submitted', 'returned'] },
  },

  place: ({ organisationId, sector, region, labOrganisationId }) => ({ organisationId, sector, region, labId: labOrganisationId }),
  needs: (state, command): Needs => {
    switch (command.type) {
      case 'create':
        return { filing: { one: 'filing', id: command.filingId }, serial: { serial: 'AGT' } }
      case 'assign':
        return { lab: { one: 'lab', id: command.labId } }
      case 'handIn':
        return { lab: { one: 'lab', id: state.labId } }
      case 'accept':
        return { lab: { one: 'lab', id: state.labId }, filing: { one: 'filing', id: state.filingId } }
      default:
        return {}
    }
  },
  decide,
  evolve: evolveObligation,

  summary: (state, catalogue) => {
    const { items } = state
    const dueOn = isOpen(state) ? dueOnOf(state, catalogue) : null
    return {
      title: {
        zh: [state.agentName.zh, ...items.map((item) => item.zh)].join(' · '),
        en: [state.agentName.en, ...items.map((item) => item.en)].join(' · '),
      },
      number: state.number,
      mark: markOf[state.status],
      organisationName: state.organisationName,
      scenario: state.sector !== null && state.scenario !== null ? `${state.sector}:${state.scenario}` : null,
      lane: state.lane,
      tier: null,
      ownerId: state.ownerId,
      dueOn,
      dueRule: dueOn === null ? null : state.dueRule,
      lapse: null,
      openedAt: state.plannedAt,
      decidedAt: state.endedAt,
      isPublic: state.status === 'waived',
      words: [...state.testItemIds, ...(state.filingNumber ? [state.filingNumber] : []), ...(state.labName ? [state.labName] : [])],
    }
  },

  links: ({ filingId, agentId, labId, organisationId, reports }) => ({
    filing: filingId,
    agent: agentId,
    lab: labId,
    organisation: organisationId,
    attachment: attachmentIdsOf(reports.map((report) => report.rawFile)),
  }),
  /** Only that a test was waived, and why, is read by the public. */
  publicFacts: (event, state) =>
    event.type === 'waived'
      ? { number: state.number, filingNumber: state.filingNumber, testItemIds: event.testItemIds, reason: event.reason }
      : {},
}
