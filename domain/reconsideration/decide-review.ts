// How an accepted reconsideration is reviewed and decided: the office answers, the parties are heard, two persons of the forum decide.
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { isStopped } from '#domain/clock/clock'
import { shanghaiDateOf } from '#domain/clock/day'
import { lastNoticeOn } from '#domain/clock/working-days'
import { standingAct } from './challenged.ts'
import { extensionFault, hasLapsed, runningReview } from './clocks.ts'
import type { ReconsiderationFacts } from './facts.ts'
import type { Reconsideration } from './state.ts'
import {
  type ChallengedAct,
  type CommandOf,
  isOverturning,
  type ReconsiderationEvent,
  type ReconsiderationOutcome,
  type Ruling,
} from './vocabulary.ts'

type Answer = Decision<ReconsiderationEvent>
type No = Decision<never>

/** Seven working days from acceptance (REC-4a); a late copy is sent all the same, and shown as late. */
export const sendCopy = (state: Reconsideration, occasion: Occasion): Answer =>
  state.copySent ? refuse('reconsideration.copyAlreadySent') : grant({ type: 'copySent', isLate: hasLapsed(state, 'REC-4a', occasion) })

/** The office answers once, with the evidence and the basis of its act (REC-4b; Reconsideration Law 48). */
export const answer = (state: Reconsideration, { statement, evidence }: CommandOf<'answer'>, occasion: Occasion): Answer => {
  if (!state.copySent) return refuse('reconsideration.copyMissing')
  if (state.answer) return refuse('reconsideration.alreadyAnswered')
  return grant({ type: 'answered', statement, evidence, isLate: hasLapsed(state, 'REC-4b', occasion) })
}

/** The act goes on in force unless one of four cases holds (REC-6). The applicant's request is one only where it was made. */
export const suspendAct = (state: Reconsideration, { ground, reason }: CommandOf<'suspendAct'>): Answer => {
  if (state.actSuspension) return refuse('reconsideration.actAlreadySuspended')
  if (ground === 'applicant' && !state.application?.asksSuspension) return refuse('reconsideration.suspensionNotAsked')
  return grant({ type: 'actSuspended', ground, reason })
}

const isPaused = (state: Reconsideration): boolean => {
  const clock = state.clocks[runningReview(state)]
  return clock !== undefined && isStopped(clock)
}
export const pause = (state: Reconsideration, { ground, reason }: CommandOf<'pause'>, occasion: Occasion): Answer => {
  if (isPaused(state)) return refuse('reconsideration.alreadyPaused')
  if (hasLapsed(state, runningReview(state), occasion)) return refuse('reconsideration.timeOver', { rule: runningReview(state) })
  return grant({ type: 'paused', ground, reason })
}
export const resume = (state: Reconsideration, { reason }: CommandOf<'resume'>): Answer =>
  isPaused(state) ? grant({ type: 'resumed', reason }) : refuse('reconsideration.notPaused')

/** Once, thirty days, and not by the person in charge alone (Reconsideration Law 62). Refusals: those of the clock, otherPersonNeeded. */
export const extend = (state: Reconsideration, { reason }: CommandOf<'extend'>, occasion: Occasion): Answer => {
  if (state.ownerId === occasion.actor.personId) return refuse('reconsideration.otherPersonNeeded')
  const fault = extensionFault(state, reason, occasion)
  return fault ? refuse(fault.code, fault.facts) : grant({ type: 'extended', reason })
}

const noticeDays = 5
/** The parties are told five working days before a hearing (REC-7); a day that no calendar has published cannot be one. */
export const scheduleHearing = (
  _state: Reconsideration,
  { heldOn, place }: CommandOf<'scheduleHearing'>,
  { catalogue, at }: Occasion,
): Answer => {
  const last = lastNoticeOn(catalogue.calendar, heldOn, noticeDays)
  if (last.flagged) return refuse('reconsideration.calendarMissing', { heldOn })
  if (shanghaiDateOf(at) > last.on) return refuse('reconsideration.noticeTooShort', { heldOn, days: noticeDays })
  return grant({ type: 'hearingScheduled', heldOn, place })
}

/** A hearing is led by its chair, on the day that was told; an interview and a written review are the officer's. */
export const recordHearing = (state: Reconsideration, command: CommandOf<'recordHearing'>, { post, at }: Occasion): Answer => {
  const { form, heldOn, record } = command
  const from = state.acceptance ? shanghaiDateOf(state.acceptance.at) : ''
  if (heldOn > shanghaiDateOf(at) || heldOn < from) return refuse('reconsideration.hearingDateWrong', { from, heldOn })
  if (form !== 'hearing') return grant({ type: 'heard', form, heldOn, record })
  if (post.role !== 'hearing_chair') return refuse('reconsideration.chairNeeded')
  if (state.hearing?.heldOn !== heldOn) return refuse('reconsideration.hearingNotTold', { heldOn })
  return grant({ type: 'heard', form, heldOn, record })
}

/** What the outcome may be of which act: only conditions are put in another's place here; only an intake can be ordered. */
const outcomeFault = (what: ChallengedAct | null, { outcome, conditions }: Pick<Ruling, 'outcome' | 'conditions'>): No | null => {
  const no = (is: ReconsiderationOutcome, act: ChallengedAct) => outcome === is && what !== act
  if (no('changed', 'conditions') || no('ordered', 'not_accepted'))
    return refuse('reconsideration.outcomeNotForAct', { outcome, act: what })
  if (outcome === 'changed' && conditions === null) return refuse('reconsideration.newConditionsMissing')
  return outcome !== 'changed' && conditions !== null ? refuse('reconsideration.conditionsWithoutPurpose') : null
}

const stands = (state: Reconsideration, facts: ReconsiderationFacts): boolean =>
  state.challenged !== null && standingAct(facts.challenged, state.challenged.what)?.hash === state.challenged.hash

/** An act that the office has lifted or made anew can no more be taken away: it may still be found unlawful, or the application rejected. */
const goneFault = (state: Reconsideration, outcome: ReconsiderationOutcome, facts: ReconsiderationFacts): No | null =>
  isOverturning(outcome) && !stands(state, facts) ? refuse('reconsideration.actGone', { act: state.challenged?.what ?? null }) : null

/** One person of the forum proposes, when the office has answered or let its time pass. */
export const propose = (
  state: Reconsideration,
  { type: _, ...ruling }: CommandOf<'propose'>,
  occasion: Occasion,
  facts: ReconsiderationFacts,
): Answer => {
  if (isPaused(state)) return refuse('reconsideration.alreadyPaused')
  if (!state.answer && !hasLapsed(state, 'REC-4b', occasion)) return refuse('reconsideration.answerMissing')
  return (
    outcomeFault(state.challenged?.what ?? null, ruling) ??
    goneFault(state, ruling.outcome, facts) ??
    grant({ type: 'proposed', ...ruling })
  )
}

export const returnProposal = (state: Reconsideration, { reason }: CommandOf<'returnProposal'>): Answer =>
  state.proposal ? grant({ type: 'returned', reason }) : refuse('reconsideration.proposalMissing')

/** Another person of the forum signs what was proposed, or returns it: never one person alone (policy.md 5.1). */
export const decide = (state: Reconsideration, { outcome }: CommandOf<'decide'>, { at }: Occasion, facts: ReconsiderationFacts): Answer => {
  const { proposal, challenged, number } = state
  if (!proposal || !challenged || number === null) return refuse('reconsideration.proposalMissing')
  if (isPaused(state)) return refuse('reconsideration.alreadyPaused')
  if (proposal.outcome !== outcome) return refuse('reconsideration.proposalDiffers', { proposed: proposal.outcome, outcome })
  const gone = goneFault(state, outcome, facts)
  if (gone) return gone
  const { facts: found, basis, reasons, publicReason, conditions, by } = proposal
  return grant({
    type: 'decided',
    ...{ outcome, facts: found, basis, reasons, publicReason, conditions, proposedBy: by, actStands: stands(state, facts) },
    published: {
      number,
      kind: challenged.kind,
      act: challenged.what,
      challengedNumber: challenged.number,
      agentName: state.agentName,
      organisationName: state.organisationName ?? '',
      respondentId: challenged.authorityId,
      forumId: state.forumId ?? '',
      outcome,
      decidedOn: shanghaiDateOf(at),
      reason: publicReason,
    },
  })
}
