// The rules of a reconsideration: the company challenges an act, another body than the office that acted decides it (policy.md 5.3; Reconsideration Law 2023).
import { type Decision, grant, type Kind, type Occasion, type StateMark, type Summary } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { lapseOf, nextDate } from './clocks.ts'
import { abandon, accept, answerCorrection, create, deem, notAccept, requestCorrection } from './decide-application.ts'
import {
  answer,
  decide as decideCase,
  extend,
  pause,
  propose,
  recordHearing,
  resume,
  returnProposal,
  scheduleHearing,
  sendCopy,
  suspendAct,
} from './decide-review.ts'
import { evolve, type RecordedReconsideration } from './evolve.ts'
import { forumFault, needs, type ReconsiderationFacts, respondentFault } from './facts.ts'
import { noReconsideration, type Reconsideration, reconsiderationFields } from './state.ts'
import {
  type CommandOf,
  openStatuses,
  type ReconsiderationCommand,
  type ReconsiderationEvent,
  type ReconsiderationStatus,
  reconsiderationCommands,
  reconsiderationStatuses,
  reviewStatuses,
} from './vocabulary.ts'

export type { Reconsideration } from './state.ts'
export type { ReconsiderationCommand, ReconsiderationEvent } from './vocabulary.ts'

type Answer = Decision<ReconsiderationEvent>
type Own = 'create' | 'answerCorrection' | 'withdraw' | 'answer' | 'noteDelivery'

/** What the forum does. */
const decideInForum = (
  state: Reconsideration,
  command: Exclude<ReconsiderationCommand, CommandOf<Own>>,
  occasion: Occasion,
  facts: ReconsiderationFacts,
): Answer => {
  switch (command.type) {
    case 'requestCorrection':
      return requestCorrection(state, command, facts)
    case 'accept':
      return accept(state, command, occasion, facts)
    case 'notAccept':
      return notAccept(state, command, facts)
    case 'deem':
      return deem(state, occasion, facts)
    case 'abandon':
      return abandon(state, occasion)
    case 'sendCopy':
      return sendCopy(state, occasion)
    case 'suspendAct':
      return suspendAct(state, command)
    case 'pause':
      return pause(state, command, occasion)
    case 'resume':
      return resume(state, command)
    case 'extend':
      return extend(state, command, occasion)
    case 'scheduleHearing':
      return scheduleHearing(state, command, occasion)
    case 'recordHearing':
      return recordHearing(state, command, occasion)
    case 'propose':
      return propose(state, command, occasion, facts)
    case 'returnProposal':
      return returnProposal(state, command)
    case 'decide':
      return decideCase(state, command, occasion, facts)
  }
}

const decide = (state: Reconsideration, command: ReconsiderationCommand, occasion: Occasion, facts: ReconsiderationFacts): Answer => {
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'answerCorrection':
      return answerCorrection(state, command, occasion)
    case 'withdraw':
      return grant({ type: 'withdrawn', reason: command.reason })
    case 'answer':
      return respondentFault(state, occasion) ?? answer(state, command, occasion)
    case 'noteDelivery': {
      // A letter may be opened when nothing waits for it any more.
      const waits =
        command.act === 'correction' ? state.status === 'correction' && !state.clocks['REC-3b'] : state.decision?.deliveredAt === null
      return waits ? grant({ type: 'deliveryNoted', act: command.act, deliveredAt: command.deliveredAt }) : grant()
    }
    default:
      return forumFault(state, occasion, facts) ?? decideInForum(state, command, occasion, facts)
  }
}

const markOf: Record<ReconsiderationStatus | 'none', StateMark> = {
  none: 'draft',
  applied: 'submitted',
  correction: 'waiting',
  accepted: 'review',
  heard: 'review',
  decided: 'ended',
  not_accepted: 'refused',
  withdrawn: 'ended',
  abandoned: 'ended',
}

const lapseIn = (state: Reconsideration, catalogue: Catalogue): Summary['lapse'] =>
  state.status === 'applied'
    ? lapseOf(state, 'REC-2', 'deem', catalogue)
    : state.status === 'correction'
      ? lapseOf(state, 'REC-3b', 'abandon', catalogue)
      : null

const summary = (state: Reconsideration, catalogue: Catalogue): Summary => ({
  title: state.agentName,
  number: state.number,
  mark: markOf[state.status],
  organisationName: state.organisationName,
  scenario: state.sector !== null && state.scenario !== null ? `${state.sector}:${state.scenario}` : null,
  lane: null,
  tier: null,
  ownerId: state.ownerId,
  ...nextDate(state, catalogue),
  lapse: lapseIn(state, catalogue),
  openedAt: state.application?.at ?? null,
  decidedAt: state.decision?.at ?? null,
  isPublic: state.published !== null,
  words: [...new Set([state.agentName.en, state.number ?? '', state.challenged?.number ?? ''])].filter((word) => word !== ''),
})

/** The outcome is public; the log tells nothing of what came before it (policy.md 5.8). */
const publicFacts = (event: RecordedReconsideration): Record<string, unknown> => {
  if (event.type !== 'decided') return {}
  const { number, kind, act, challengedNumber, outcome, decidedOn, reason } = event.published
  return { number, challengedKind: kind, act, challengedNumber, outcome, on: decidedOn, reason }
}

const company = ['filer', 'compliance_lead', 'representative'] as const
const officer = ['reconsideration_officer'] as const
const hand = { by: officer, duty: 'reconsider' } as const

export const reconsideration: Kind<Reconsideration, ReconsiderationCommand, ReconsiderationEvent, ReconsiderationFacts> = {
  name: 'reconsideration',
  plural: 'reconsiderations',
  isSingle: true,
  statuses: reconsiderationStatuses,
  commands: reconsiderationCommands,
  moves: {
    create: { by: company, from: ['none'] },
    requestCorrection: { ...hand, from: ['applied'] },
    answerCorrection: { by: company, from: ['correction'] },
    accept: { ...hand, from: ['applied'] },
    notAccept: { ...hand, from: ['applied'] },
    sendCopy: { ...hand, from: reviewStatuses },
    answer: { by: ['reviewer', 'approver', 'recall_officer', 'recall_signatory', 'intake'], from: reviewStatuses },
    suspendAct: { ...hand, from: reviewStatuses, alone: 'protective' },
    pause: { ...hand, from: reviewStatuses },
    resume: { ...hand, from: reviewStatuses },
    extend: { by: [...officer, 'approver'], from: reviewStatuses },
    scheduleHearing: { by: [...officer, 'hearing_chair'], from: ['accepted'] },
    recordHearing: { by: [...officer, 'hearing_chair'], from: ['accepted'], duty: 'hear' },
    propose: { by: officer, from: ['heard'], duty: 'propose' },
    returnProposal: { by: [...officer, 'approver'], from: ['heard'], duty: 'enact' },
    decide: { by: [...officer, 'approver'], from: ['heard'], duty: 'enact', stepUp: true },
    withdraw: { by: company, from: openStatuses },
    deem: { by: ['system'], from: ['applied'], quiet: true },
    abandon: { by: ['system'], from: ['correction'], quiet: true },
    noteDelivery: { by: ['system'], from: reconsiderationStatuses, quiet: true },
  },
  initial: noReconsideration,
  place: ({ organisationId, sector, region }) => ({ organisationId, sector, region }),
  needs,
  decide,
  evolve,
  summary,
  fields: reconsiderationFields,
  links: ({ challenged, organisationId, agentId }) => ({
    challenged: challenged?.id ?? null,
    letter: challenged?.letterId ?? null,
    organisation: organisationId,
    agent: agentId,
  }),
  publicFacts,
}
