// What follows from a reconsideration: letters to the applicant, and the challenged case opened again when its act is taken away.
import type { FollowOn } from '#domain/world'
import { type OrderedLetter, type OrderedRemedy, orderLetter } from '../letter/order.ts'
import type { RecordedReconsideration } from './evolve.ts'
import type { Reconsideration } from './state.ts'
import { isOverturning } from './vocabulary.ts'

type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<OrderedLetter>

/** Fifteen days from the decision to go to court (Administrative Litigation Law 45; SUE-1a). */
const suit: OrderedRemedy = { path: 'suit', periodRule: 'SUE-1a' }

const contentOf = (state: Reconsideration, event: RecordedReconsideration): Content | null => {
  switch (event.type) {
    case 'applied':
      return { template: 'reconsiderationReceipt', facts: { challengedNumber: state.challenged?.number ?? '' } }
    case 'correctionRequested':
      return { template: 'reconsiderationCorrection', facts: { items: [...event.items] }, basis: ['Reconsideration Law 31'] }
    case 'accepted':
      return { template: 'reconsiderationAcceptance', facts: { acceptedOn: event.from.slice(0, 10), procedure: event.procedure } }
    case 'notAccepted': {
      const { facts, basis, reasons, goTo } = event
      const to = goTo ?? { zh: '', en: '' }
      return {
        template: 'reconsiderationNonAcceptance',
        facts: { goTo: to, goesOn: goTo === null ? 'no' : 'yes' },
        found: facts,
        basis,
        reasons: [reasons],
        remedies: [suit],
      }
    }
    case 'hearingScheduled':
      return { template: 'reconsiderationHearing', facts: { heldOn: event.heldOn, place: event.place } }
    case 'extended':
      return { template: 'reconsiderationExtension', facts: { reason: event.reason }, basis: ['REC-5'] }
    case 'actSuspended':
      return { template: 'reconsiderationSuspension', facts: { reason: event.reason } }
    case 'decided': {
      const { outcome, facts, basis, reasons, publicReason } = event
      return {
        template: 'reconsiderationDecision',
        facts: { outcome, reason: publicReason, challengedNumber: state.challenged?.number ?? '' },
        found: facts,
        basis,
        reasons: [reasons],
        remedies: [suit],
      }
    }
    case 'abandoned':
      return { template: 'reconsiderationAbandoned', facts: {}, basis: ['Reconsideration Law 31'] }
    default:
      return null
  }
}

/** The letters of a reconsideration, in the name of the forum, for the state after the event. */
export const reconsiderationLetters = (state: Reconsideration, event: RecordedReconsideration): FollowOn[] => {
  const content = contentOf(state, event)
  if (!content) return []
  return [
    orderLetter({
      about: { kind: 'reconsideration', id: state.id, number: state.number },
      organisationId: state.organisationId ?? '',
      organisationName: state.organisationName ?? '',
      sector: state.sector,
      region: state.region ?? '000000',
      authorityId: state.forumId,
      ...content,
      facts: { agentName: state.agentName, reconsiderationNumber: state.number ?? '', ...content.facts },
    }),
  ]
}

/** An outcome that takes the act away reaches the case at once: three working days are the limit (PEN-5), and nobody has to remember it. */
export const reconsiderationFollowOns = (state: Reconsideration, event: RecordedReconsideration): FollowOn[] => {
  const { challenged } = state
  if (event.type !== 'decided' || !challenged || !isOverturning(event.outcome)) return []
  const { outcome, conditions, publicReason: reason, published } = event
  const command = {
    ...{ type: 'reopen', reconsiderationId: state.id, number: published.number, act: challenged.what, outcome, reason },
    ...(challenged.kind === 'filing' ? { conditions } : {}),
  }
  return [{ kind: challenged.kind, id: challenged.id, command: command as FollowOn['command'] }]
}
