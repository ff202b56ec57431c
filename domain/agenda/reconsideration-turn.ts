// What a reconsideration waits for: the examination, the copy, the answer of the office, the hearing, the proposal, the second signature.
import type { Reconsideration } from '../reconsideration/state.ts'
import { type Turn, turn } from './turn.ts'

export const reconsiderationTurns = (state: Reconsideration): Turn[] => {
  const { status, correction, copySent, answer, proposal, rounds, hearing } = state
  const answering = turn('answer', 'reconsideration.answerAsked', { occasion: 'concurrence', isOwners: false })
  switch (status) {
    case 'applied':
      return [turn('accept', correction ? 'reconsideration.corrected' : 'reconsideration.applied', { isOwners: false })]
    case 'accepted':
      if (!copySent) return [turn('sendCopy', 'reconsideration.accepted')]
      return [
        ...(answer ? [] : [answering]),
        ...(hearing
          ? [turn('recordHearing', 'reconsideration.hearingSet', { facts: { on: hearing.heldOn }, isOwners: false, dueOn: hearing.heldOn })]
          : answer
            ? [turn('recordHearing', 'reconsideration.answered')]
            : []),
      ]
    case 'heard': {
      if (proposal) return [turn('decide', 'reconsideration.proposed', { facts: { outcome: proposal.outcome }, isOwners: false })]
      const last = rounds.at(-1)
      return [
        ...(copySent && !answer ? [answering] : []),
        last
          ? turn('propose', 'reconsideration.returned', { occasion: 'returned', facts: { reason: last.returned } })
          : turn('propose', 'reconsideration.heard'),
      ]
    }
    default:
      return []
  }
}
