// Whose turn a case is: which act it waits for, by whom, and why, kind by kind.
import { dayOf } from '../clock/day.ts'
import type { Deployment } from '../deployment/state.ts'
import type { Filing } from '../filing/state.ts'
import type { Obligation } from '../obligation/state.ts'
import type { Organisation } from '../organisation/state.ts'
import type { Recall } from '../recall/state.ts'
import type { Reconsideration } from '../reconsideration/state.ts'
import type { Opening } from '../scenario/opening-state.ts'
import { deploymentTurns } from './deployment-turn.ts'
import { filingTurns } from './filing-turn.ts'
import { recallTurns } from './recall-turn.ts'
import { reconsiderationTurns } from './reconsideration-turn.ts'
import { type Turn, turn } from './turn.ts'

/** A laboratory is found in the month before the day of a test of the cycle; a year ahead it is nobody's turn. */
const leadDays = 30

const obligationTurns = ({ status, reports, testItemIds, cycleFrom, dueOn }: Obligation, today: string | null): Turn[] => {
  if (status === 'planned' && cycleFrom !== null) {
    const isNear = today === null || dueOn === null || dayOf(dueOn) <= dayOf(today) + leadDays
    const facts = { items: testItemIds.length, last: cycleFrom }
    return isNear ? [turn('assign', 'obligation.retest', { facts, isOwners: false })] : []
  }
  if (status === 'planned') return [turn('assign', 'obligation.planned', { facts: { items: testItemIds.length }, isOwners: false })]
  if (status !== 'report_submitted') return []
  return [turn('accept', 'obligation.reportIn', { facts: { no: reports.at(-1)?.no ?? 1 }, occasion: 'report', isOwners: false })]
}

/** Both authorities must sign; the one that has not is asked. A motion of one side waits for the other. */
const openingTurns = ({ status, proposal, motion }: Opening): Turn[] => {
  const asked = { occasion: 'concurrence', isOwners: false } as const
  if (status === 'draft') return [turn('propose', 'opening.draft', { isOwners: false })]
  if (motion) return [turn(motion.kind, `opening.${motion.kind}Asked`, { ...asked, facts: { side: motion.side } })]
  if (!proposal?.isOffered) return []
  return [
    ...(proposal.sector ? [] : [turn('concur', 'opening.concurrenceAsked', { ...asked, facts: { on: proposal.content.effectiveOn } })]),
    ...(proposal.cyberspace ? [] : [turn('sign', 'opening.signatureAsked', { ...asked, facts: { on: proposal.content.effectiveOn } })]),
  ]
}

const organisationTurns = ({ status, pending }: Organisation): Turn[] =>
  status === 'registered'
    ? [turn('verify', 'organisation.registered', { isOwners: false })]
    : status === 'verified' && pending
      ? [turn('verify', 'organisation.changed', { isOwners: false })]
      : []

/** The statuses in which an authority may have to act: what the agenda looks through, kind by kind. */
export const waitingStatuses = {
  filing: ['submitted', 'accepted', 'under_review', 'testing', 'sector_concurrence', 'suspended'],
  deployment: ['submitted', 'accepted', 'assessing', 're_assessment'],
  obligation: ['planned', 'report_submitted'],
  recall: [
    'suspected',
    'company_analysis',
    'no_defect',
    'authority_investigation',
    'recall_notice',
    'objection',
    'expert_review',
    'voluntary_recall',
    'recall_ordered',
    'plan_filed',
    'in_progress',
    'completed',
    'effect_evaluation',
    'further_measures',
  ],
  opening: ['draft', 'under_concurrence', 'open', 'open_conditional', 'suspended'],
  organisation: ['registered'],
  reconsideration: ['applied', 'accepted', 'heard'],
} as const
export type AgendaKind = keyof typeof waitingStatuses
export const agendaKinds = Object.keys(waitingStatuses) as AgendaKind[]

const turnsOf = (kind: AgendaKind, state: unknown, today: string | null): Turn[] => {
  switch (kind) {
    case 'filing':
      return filingTurns(state as Filing)
    case 'deployment':
      return deploymentTurns(state as Deployment)
    case 'obligation':
      return obligationTurns(state as Obligation, today)
    case 'recall':
      return recallTurns(state as Recall)
    case 'reconsideration':
      return reconsiderationTurns(state as Reconsideration)
    case 'opening':
      return openingTurns(state as Opening)
    case 'organisation':
      return organisationTurns(state as Organisation)
  }
}

/**
 * The first act that the case waits for and that this person may ask for now, or null when it is somebody else's turn. `moves` are those
 * open to the person (movesOpenTo), so that duties that exclude each other and jurisdictions hold here as at the door. Given `today`, what has
 * its day far ahead is nobody's turn yet.
 */
export const turnFor = (
  kind: AgendaKind,
  state: unknown,
  who: { personId: string; moves: readonly string[]; ownerId: string | null; today?: string },
): Turn | null =>
  turnsOf(kind, state, who.today ?? null).find(
    ({ command, isOwners }) => who.moves.includes(command) && (!isOwners || who.ownerId === null || who.ownerId === who.personId),
  ) ?? null
