// What may happen to a filing once it stands in the register: suspended and resumed, revoked by two persons after a hearing was offered, cancelled.
import { adverseOf } from '#domain/act/act'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { sideOf } from '#domain/permission'
import { hasLapsed, isPastCancelling } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import type { Filing } from './state.ts'

type Answer = Decision<FilingEvent>

export const suspend = (command: CommandOf<'suspend'>, { at }: Occasion): Answer => {
  const on = shanghaiDateOf(at)
  if (command.rectifyBy !== null && command.rectifyBy < on) return refuse('filing.laterDateNeeded', { rectifyBy: command.rectifyBy })
  return grant({ type: 'suspended', ...adverseOf(command), publicReason: command.publicReason, rectifyBy: command.rectifyBy, on })
}

/** The proposal tells the company content, facts, basis and reasons, and offers a hearing: PEN-2a runs (Penalty Law 44, 63–64). */
export const proposeRevocation = (state: Filing, { ground, facts, basis, reasons }: CommandOf<'proposeRevocation'>): Answer =>
  state.revocationProposal
    ? refuse('filing.revocationAlreadyProposed')
    : grant({ type: 'revocationProposed', ground, facts, basis, reasons })

/** The company states its defence and asks for a hearing or goes without. It answers once. */
export const answerRevocation = (state: Filing, { statement, hearing }: CommandOf<'answerRevocation'>, occasion: Occasion): Answer => {
  if (!state.revocationProposal) return refuse('filing.revocationNotProposed')
  if (state.revocationProposal.answer) return refuse('filing.alreadyAnswered')
  if (hearing && state.revocationProposal.deliveredAt !== null && hasLapsed(state, 'PEN-2a', occasion))
    return refuse('filing.hearingTimePassed')
  return grant({ type: 'revocationAnswered', statement, hearing })
}

export const dropRevocation = (state: Filing, { reason }: CommandOf<'dropRevocation'>): Answer =>
  state.revocationProposal ? grant({ type: 'revocationDropped', reason }) : refuse('filing.revocationNotProposed')

/** Revoked by another person than the proposer, and only after the company could be heard (policy.md 5.3; Order 9 art 33). */
export const revoke = (state: Filing, command: CommandOf<'revoke'>, occasion: Occasion): Answer => {
  const proposal = state.revocationProposal
  if (!proposal) return refuse('filing.revocationNotProposed')
  const on = shanghaiDateOf(occasion.at)
  // Nobody loses a hearing that they were never told of (Penalty Law 64(1)).
  if (!proposal.answer && proposal.deliveredAt === null)
    return refuse('filing.deliveryMissing', { proposedOn: shanghaiDateOf(proposal.at) })
  if (!proposal.answer && !hasLapsed(state, 'PEN-2a', occasion)) return refuse('filing.hearingTimeRunning', { rule: 'PEN-2a' })
  if (proposal.answer?.hearing) {
    const asked = shanghaiDateOf(proposal.answer.at)
    if (command.hearingHeldOn === null || command.hearingHeldOn < asked || command.hearingHeldOn > on)
      return refuse('filing.hearingMissing', { askedOn: asked })
  }
  const { publicReason, hearingHeldOn } = command
  return grant({ type: 'revoked', ...adverseOf(command), ground: proposal.ground, hearingHeldOn, publicReason, on })
}

/** The end of a service is reported within FIL-3 (Order 9 art 24(3)); the office cancels what has nobody left to report it (Licensing Law 70). */
export const cancel = (state: Filing, command: CommandOf<'cancel'>, occasion: Occasion): Answer => {
  const on = shanghaiDateOf(occasion.at)
  const { cause, endedOn, arrangements, publicReason } = command
  if (endedOn > on) return refuse('filing.pastDateNeeded', { endedOn })
  const isOffice = sideOf(occasion.post.role) === 'authority'
  if (isOffice && cause === 'service_ended') return refuse('filing.companyReportsEnd')
  if (isOffice && state.did.review?.includes(occasion.actor.personId)) return refuse('filing.secondOfficerNeeded')
  return grant({
    type: 'cancelled',
    cause,
    endedOn,
    arrangements,
    isLate: !isOffice && isPastCancelling(endedOn, occasion),
    publicReason,
    on,
  })
}
