// The letters that a credit record sends: when it is made, when its repair is decided, and when it goes.
import type { Recorded } from '#domain/case'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import { challenge } from '../letter/remedy.ts'
import type { FollowOn } from '../world.ts'
import type { Credit } from './state.ts'
import type { CreditEvent } from './vocabulary.ts'

type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<OrderedLetter>

const contentOf = (credit: Credit, event: Recorded<CreditEvent>): Content | null => {
  const creditNumber = credit.number ?? ''
  switch (event.type) {
    case 'recorded':
      return {
        template: 'creditRecorded',
        facts: { creditNumber, publicText: credit.publicText, publicFrom: event.publicFrom, publicUntil: event.publicUntil },
        found: credit.facts,
        basis: credit.basis,
        reasons: [credit.reasons],
        remedies: challenge(event.forumId, event.remedies),
      }
    case 'repairDecided':
      return event.outcome === 'granted'
        ? { template: 'creditRepaired', facts: { creditNumber, reason: event.reasons } }
        : {
            template: 'creditRepairRefused',
            facts: { creditNumber, publicUntil: credit.publicUntil ?? '' },
            found: event.facts,
            basis: event.basis,
            reasons: [event.reasons],
            remedies: event.remedies ? challenge(event.forumId, event.remedies) : [],
          }
    case 'quashed':
      return { template: 'creditQuashed', facts: { creditNumber, reason: event.reason } }
    default:
      return null
  }
}

export const creditFollowOns = (credit: Credit, event: Recorded<CreditEvent>): FollowOn[] => {
  const content = contentOf(credit, event)
  if (!content) return []
  return [
    orderLetter({
      about: { kind: 'credit', id: credit.id, number: credit.number },
      organisationId: credit.organisationId ?? '',
      organisationName: credit.organisationName ?? '',
      sector: credit.sector,
      region: credit.region ?? '000000',
      authorityId: event.authorityId,
      ...content,
    }),
  ]
}
