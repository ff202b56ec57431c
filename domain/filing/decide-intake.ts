// Receipt: assigned to an officer, sent back once for correction, accepted, turned away, or accepted by silence.
import { adverseOf } from '#domain/act/act'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { covers } from '#domain/permission'
import { postsInForce } from '#domain/person/state'
import { hasLapsed, reviewRuleOf } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { openRequests } from './request.ts'
import type { Filing } from './state.ts'

type Answer = Decision<FilingEvent>

/** The owner is the officer whose desk the case is on; only somebody who may act on it can have it. */
export const assign = (state: Filing, { ownerId }: CommandOf<'assign'>, { at }: Occasion, { owner }: FilingFacts): Answer => {
  if (ownerId === state.ownerId) return refuse('filing.nothingChanged')
  const place = { organisationId: state.organisationId, sector: state.sector, region: state.region }
  const may = owner
    ? postsInForce(owner, at).some((post) => ['intake', 'reviewer', 'approver'].includes(post.role) && covers(post, place))
    : false
  return may ? grant({ type: 'assigned', ownerId }) : refuse('filing.competentOwnerNeeded', { ownerId })
}

/** Silence has accepted it in law, whether or not the clock has said so yet: intake can only confirm that. */
const isAcceptedBySilence = (state: Filing, occasion: Occasion): boolean =>
  state.corrections.length === 0 && hasLapsed(state, 'LIC-1', occasion)

/** All corrections at once and once only (Licensing Law 32(4)): a second notice does not exist in law mode. */
export const requestCorrection = (state: Filing, { items }: CommandOf<'requestCorrection'>, occasion: Occasion): Answer => {
  if (state.corrections.length > 0) return refuse('filing.correctionAlreadyGiven', { at: state.corrections[0]?.at })
  if (isAcceptedBySilence(state, occasion)) return refuse('filing.acceptedBySilence', { rule: 'LIC-1' })
  return grant({ type: 'correctionRequested', items, revisionHash: state.revisionHash ?? '' })
}

export const accept = (state: Filing, occasion: Occasion, facts: FilingFacts): Answer => {
  const isDeemed = isAcceptedBySilence(state, occasion)
  const from = isDeemed ? (state.receipt?.at ?? occasion.at) : occasion.at
  return grant({ type: 'accepted', isDeemed, from, reviewRule: reviewRuleOf(state, facts, occasion.at) })
}

/** Silence accepts, from the day of receipt, when LIC-1 has run out and the company was told of nothing to correct (Licensing Law 32(4)). */
export const deem = (state: Filing, occasion: Occasion, facts: FilingFacts): Answer => {
  if (state.corrections.length > 0) return refuse('filing.correctionAlreadyGiven', { at: state.corrections[0]?.at })
  return isAcceptedBySilence(state, occasion) ? accept(state, occasion, facts) : refuse('filing.clockStillRunning', { rule: 'LIC-1' })
}

/** Outside this office's competence: refused at once, saying where to go (Licensing Law 32(1)–(2)). */
export const rejectIntake = (state: Filing, command: CommandOf<'rejectIntake'>, occasion: Occasion): Answer =>
  isAcceptedBySilence(state, occasion)
    ? refuse('filing.acceptedBySilence', { rule: 'LIC-1' })
    : grant({ type: 'intakeRejected', ...adverseOf(command), goTo: command.goTo })

/** No answer to the correction notice within FIL-5: the filing ends without a decision; a new one may follow it. */
export const lapse = (state: Filing, occasion: Occasion): Answer =>
  state.corrections.at(-1)?.deliveredAt && hasLapsed(state, 'FIL-5', occasion)
    ? grant({ type: 'lapsed' })
    : refuse('filing.clockStillRunning', { rule: 'FIL-5' })

/** The letter was provably received: its period begins. What was answered before needs none. */
export const noteDelivery = (state: Filing, { act, deliveredAt, no }: CommandOf<'noteDelivery'>): Answer => {
  if (act === 'request') {
    const request = openRequests(state).find((one) => one.no === no && one.deliveredAt === null)
    return request ? grant({ type: 'requestDelivered', no: request.no, deliveredAt }) : grant()
  }
  const waits =
    act === 'correction'
      ? state.status === 'correction_required' && state.corrections.at(-1)?.deliveredAt === null
      : state.revocationProposal !== null && state.revocationProposal.answer === null && state.revocationProposal.deliveredAt === null
  return waits ? grant({ type: 'deliveryNoted', act, deliveredAt }) : grant()
}
