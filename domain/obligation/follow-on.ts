// What follows from a testing obligation in other cases: the filing learns how each ordered test ended, and the company gets a letter.
import type { Recorded } from '../case.ts'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import type { FollowOn } from '../world.ts'
import type { Obligation } from './state.ts'
import type { ObligationEvent } from './vocabulary.ts'

type Ended = { filingId: string; testItemIds: readonly string[] }

const note = (state: Obligation, { filingId, testItemIds }: Ended, outcome: 'accepted' | 'failed' | 'waived'): FollowOn => {
  const command = { type: 'noteTest', obligationId: state.id, testItemIds, outcome }
  return { kind: 'filing', id: filingId, command }
}

/** `state` is the one after the event. */
export const obligationFollowOns = (state: Obligation, event: Recorded<ObligationEvent>): readonly FollowOn[] => {
  const letter = (template: OrderedLetter['template'], facts: OrderedLetter['facts']): FollowOn => {
    const { id, number, agentName, organisationId, organisationName, sector, region, basis } = state
    const testItems = state.items.map((item) => ({ zh: `${item.id} ${item.zh}`, en: `${item.id} ${item.en}` }))
    return orderLetter({
      ...{
        template,
        about: { kind: 'obligation', id, number },
        organisationId: organisationId ?? '',
        organisationName: organisationName ?? '',
        sector,
        region: region ?? '000000',
      },
      ...{ authorityId: event.authorityId, basis: basis === '' ? [] : [basis], facts: { agentName, testItems, ...facts } },
    })
  }
  switch (event.type) {
    case 'assigned':
      return [letter('testOrder', { labName: event.labName, dueOn: state.dueOn ?? '' })]
    case 'accepted':
      return [note(state, event, 'accepted'), letter('testAccepted', { reportNumber: event.number })]
    case 'failed':
      return [note(state, event, 'failed'), letter('testFailed', { reportNumber: event.number, reason: event.reason })]
    case 'waived':
      return [note(state, event, 'waived'), letter('testWaived', { reason: event.reason })]
    default:
      return []
  }
}
