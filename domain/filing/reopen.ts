// What a reconsideration does to a filing: the act that was challenged falls, and the case goes on from before it (docs/decisions, overturned by reconsideration).
import type { Condition } from '#domain/act/condition'
import { type Decision, grant, type Occasion } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { openChange } from './change-state.ts'
import { started } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import type { Filing } from './state.ts'
import { type FilingStatus, isInForce } from './vocabulary.ts'

const written = (text: { zh: string; en: string }): Condition => ({ libraryId: null, text, params: {}, dueOn: null })

/** Where the filing goes on from when this act falls, or null where the act does not stand: a consequence never fails. */
const goesOnFrom = (state: Filing, { act, outcome }: CommandOf<'reopen'>): FilingStatus | null => {
  switch (act) {
    case 'not_accepted':
      return state.status === 'not_accepted' ? 'accepted' : null
    case 'not_filed':
      return state.status === 'not_filed' ? 'under_review' : null
    case 'conditions':
      if (!isInForce(state.status) && state.status !== 'suspended') return null
      return outcome === 'changed' ? (state.status as FilingStatus) : 'under_review'
    case 'suspended':
      return state.status === 'suspended' ? (openChange(state) ? 'change_pending' : 'filed') : null
    case 'revoked':
      // The revocation alone falls: a suspension that was ordered before it goes on.
      return state.status === 'revoked' ? (state.suspension ? 'suspended' : 'filed') : null
  }
}

/** A state that was stored before this field was known lacks it until the next rebuild. */
const before = (state: Filing): Filing['overturned'] => state.overturned ?? []

/** Asked for by the outcome of a reconsideration, and by nothing else. */
export const reopen = (state: Filing, command: CommandOf<'reopen'>, { at }: Occasion): Decision<FilingEvent> => {
  const to = before(state).some((one) => one.reconsiderationId === command.reconsiderationId) ? null : goesOnFrom(state, command)
  if (to === null) return grant()
  const { reconsiderationId, number: reconsiderationNumber, act, outcome, reason } = command
  const conditions = command.conditions?.map(written) ?? null
  return grant({
    type: 'overturned',
    reconsiderationId,
    reconsiderationNumber,
    act,
    outcome,
    reason,
    to,
    conditions,
    on: shanghaiDateOf(at),
  })
}

/** The filing without the act. A round of review begins anew on the same revision; what officers said before is kept with the rounds. */
export const overturned = (state: Filing, event: Extract<RecordedFiling, { type: 'overturned' }>): Filing => {
  const { reconsiderationId, reconsiderationNumber, act, outcome, reason, to, conditions, on, at, by } = event
  const next: Filing = {
    ...state,
    status: to,
    overturned: [...before(state), { reconsiderationId, reconsiderationNumber, act, outcome, reason, on }],
  }
  switch (act) {
    case 'not_accepted':
      return {
        ...next,
        notAccepted: null,
        acceptance: { at, from: on, isDeemed: false },
        clocks: started(state.clocks, 'FIL-4', at),
      }
    case 'suspended':
      return { ...next, suspension: null, tombstone: null }
    case 'revoked':
      return {
        ...next,
        revocation: null,
        revocationProposal: null,
        tombstone: state.suspension ? { what: 'suspended', on, reason: state.tombstone?.reason ?? reason } : null,
      }
    case 'conditions':
      if (outcome === 'changed' && conditions !== null)
        return {
          ...next,
          decision: state.decision && { ...state.decision, conditions },
          published: state.published && { ...state.published, conditions: conditions.map(({ text }) => text) },
        }
      break
    case 'not_filed':
      break
  }
  const rounds = state.recommendation ? [...state.rounds, { recommendation: state.recommendation, returned: '', at, by }] : state.rounds
  return {
    ...next,
    decision: null,
    // The new round has a clock of its own, and the extension that goes with it.
    extension: null,
    ...{ recommendation: null, opinion: null, concurrence: null, concurrenceAsked: null, suspension: null, revocationProposal: null },
    rounds,
    tombstone: state.published ? { what: 'overturned', on, reason } : null,
    clocks: started(state.clocks, state.clocks['LIC-4'] ? 'LIC-4' : 'FIL-4', at),
  }
}
