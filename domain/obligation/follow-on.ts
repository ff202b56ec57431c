// What follows from a testing obligation in other cases: the filing learns how each ordered test ended, and the company gets a letter.
import type { Recorded } from '../case.ts'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import type { FollowOn } from '../world.ts'
import type { Obligation } from './state.ts'
import type { ObligationEvent } from './vocabulary.ts'

/** The report counts by its number and verdict; what was waived or cancelled has none that counts. */
const note = ({ id, filingId, testItemIds, reports }: Obligation, outcome: 'accepted' | 'failed' | 'waived' | 'cancelled'): FollowOn[] => {
  const report = outcome === 'accepted' || outcome === 'failed' ? reports.at(-1) : undefined
  const found = { number: report?.number ?? null, verdict: report?.verdict ?? null }
  const command = { type: 'noteTest', obligationId: id, testItemIds, outcome, ...found } as FollowOn['command']
  return filingId === null ? [] : [{ kind: 'filing', id: filingId, command }]
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
    case 'planned': {
      const command = { type: 'noteObligation', obligationId: state.id, testItemIds: state.testItemIds } as FollowOn['command']
      return state.filingId === null ? [] : [{ kind: 'filing', id: state.filingId, command }]
    }
    case 'cancelled':
    case 'released':
      return note(state, 'cancelled')
    case 'assigned':
      return [letter('testOrder', { labName: event.labName, dueOn: state.dueOn ?? '' })]
    case 'accepted':
      return [...note(state, 'accepted'), letter('testAccepted', { reportNumber: event.number })]
    case 'failed':
      return [...note(state, 'failed'), letter('testFailed', { reportNumber: event.number, reason: event.reason })]
    case 'waived':
      return [...note(state, 'waived'), letter('testWaived', { reason: event.reason })]
    default:
      return []
  }
}
