// How each event makes the next state of a reconsideration.
import type { Recorded } from '#domain/case'
import { extended, paused, resumed, runningReview, started, stopped } from './clocks.ts'
import type { Reconsideration } from './state.ts'
import type { ReconsiderationEvent } from './vocabulary.ts'

export type RecordedReconsideration = Recorded<ReconsiderationEvent>
type Of<Name extends ReconsiderationEvent['type']> = Extract<RecordedReconsideration, { type: Name }>

const applied = (state: Reconsideration, event: Of<'applied'>): Reconsideration => {
  const { requests, grounds, evidence, asksSuspension, asksHearing, at, by } = event
  const { challenged, organisationName, agentId, agentName, sector, region, scenario, forumId } = event
  return {
    ...state,
    ...{ challenged, organisationName, agentId, agentName, sector, region, scenario, forumId },
    status: 'applied',
    organisationId: event.ofOrganisationId,
    application: { requests, grounds, evidence, asksSuspension, asksHearing, at, by },
    late: event.isLate ? { reason: event.lateReason ?? '', admitted: null } : null,
    clocks: started(started(state.clocks, 'REC-2', at), 'REC-3a', at),
  }
}

/** The examination is over, whatever came of it. */
const examined = (state: Reconsideration, at: string) => stopped(stopped(state.clocks, 'REC-2', at), 'REC-3a', at)
const ended = (state: Reconsideration, at: string) =>
  Object.keys(state.clocks).reduce((clocks, rule) => stopped(clocks, rule, at), state.clocks)

const accepted = (state: Reconsideration, event: Of<'accepted'>): Reconsideration => {
  const { procedure, admitLate, isDeemed, from, number, at, by } = event
  const rule = procedure === 'simple' ? 'REC-5s' : 'REC-5'
  return {
    ...state,
    status: 'accepted',
    number,
    ownerId: isDeemed ? null : by,
    acceptance: { at, from, isDeemed, procedure },
    late: state.late && admitLate !== null ? { ...state.late, admitted: { reason: admitLate, at, by } } : state.late,
    clocks: started(started(examined(state, at), rule, from), 'REC-4a', from),
  }
}

const decided = (state: Reconsideration, event: Of<'decided'>): Reconsideration => {
  const { outcome, facts, basis, reasons, publicReason, conditions, proposedBy, actStands, published, at, by } = event
  const ruling = { outcome, facts, basis, reasons, publicReason, conditions }
  return {
    ...state,
    status: 'decided',
    decision: { ...ruling, proposedBy, actStands, deliveredAt: null, at, by },
    published,
    clocks: ended(state, at),
  }
}

const delivered = (state: Reconsideration, { act, deliveredAt }: Of<'deliveryNoted'>): Reconsideration =>
  act === 'correction'
    ? {
        ...state,
        correction: state.correction && { ...state.correction, deliveredAt },
        clocks: started(state.clocks, 'REC-3b', deliveredAt),
      }
    : {
        ...state,
        decision: state.decision && { ...state.decision, deliveredAt },
        clocks: started(state.clocks, 'SUE-1a', deliveredAt),
      }

export const evolve = (state: Reconsideration, event: RecordedReconsideration): Reconsideration => {
  const { at, by } = event
  const ownerId = state.ownerId ?? by
  switch (event.type) {
    case 'applied':
      return applied(state, event)
    case 'correctionRequested': {
      const correction = { items: event.items, deliveredAt: null, answer: null, at, by }
      return { ...state, status: 'correction', number: event.number, ownerId, correction, clocks: examined(state, at) }
    }
    case 'correctionAnswered': {
      const correction = state.correction && { ...state.correction, answer: { statement: event.statement, at, by } }
      // The examination begins anew with what makes the application whole.
      return { ...state, status: 'applied', correction, clocks: started(stopped(state.clocks, 'REC-3b', at), 'REC-2', at) }
    }
    case 'accepted':
      return accepted(state, event)
    case 'notAccepted': {
      const { facts, basis, reasons, goTo, number } = event
      return { ...state, status: 'not_accepted', number, notAccepted: { facts, basis, reasons, goTo, at, by }, clocks: ended(state, at) }
    }
    case 'copySent':
      return {
        ...state,
        ownerId,
        copySent: { isLate: event.isLate, at, by },
        clocks: started(stopped(state.clocks, 'REC-4a', at), 'REC-4b', at),
      }
    case 'answered': {
      const { statement, evidence, isLate, authorityId } = event
      return { ...state, answer: { statement, evidence, isLate, authorityId, at, by }, clocks: stopped(state.clocks, 'REC-4b', at) }
    }
    case 'actSuspended':
      return { ...state, actSuspension: { ground: event.ground, reason: event.reason, at, by } }
    case 'paused': {
      const pauses = [...state.pauses, { ground: event.ground, reason: event.reason, resumedAt: null, at, by }]
      return { ...state, pauses, clocks: paused(state.clocks, at) }
    }
    case 'resumed': {
      const pauses = state.pauses.map((one) => (one.resumedAt === null ? { ...one, resumedAt: at } : one))
      return { ...state, pauses, clocks: resumed(state.clocks, at) }
    }
    case 'extended': {
      const extension = { reason: event.reason, at, by }
      return { ...state, extension, clocks: extended(state.clocks, runningReview(state), extension) }
    }
    case 'hearingScheduled':
      return { ...state, hearing: { heldOn: event.heldOn, place: event.place, at, by } }
    case 'heard':
      return { ...state, status: 'heard', heard: { form: event.form, heldOn: event.heldOn, record: event.record, at, by } }
    case 'proposed': {
      const { outcome, facts, basis, reasons, publicReason, conditions } = event
      return { ...state, ownerId, proposal: { outcome, facts, basis, reasons, publicReason, conditions, at, by } }
    }
    case 'returned': {
      const rounds = state.proposal ? [...state.rounds, { proposal: state.proposal, returned: event.reason, at, by }] : state.rounds
      return { ...state, proposal: null, rounds }
    }
    case 'decided':
      return decided(state, event)
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawal: { reason: event.reason, at, by }, clocks: ended(state, at) }
    case 'abandoned':
      return { ...state, status: 'abandoned', clocks: ended(state, at) }
    case 'deliveryNoted':
      return delivered(state, event)
  }
}
