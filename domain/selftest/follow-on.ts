// The letters that a self-test sends: drawn, confirmed, challenged, and the low lane ended with the duty to file.
import type { Recorded } from '#domain/case'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import { challenge } from '../letter/remedy.ts'
import type { FollowOn } from '../world.ts'
import type { Selftest } from './state.ts'
import type { SelftestEvent } from './vocabulary.ts'

type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<OrderedLetter>

const contentOf = (event: Recorded<SelftestEvent>): Content | null => {
  switch (event.type) {
    case 'sampled':
      return { template: 'selfTestSampled', facts: {} }
    case 'confirmed':
      return { template: 'selfTestConfirmed', facts: { reason: event.reasons } }
    case 'challenged':
      return {
        template: 'selfTestChallenge',
        facts: { items: event.items.map((item) => `${item.itemId} ${item.finding}`) },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
      }
    case 'escalated':
      return {
        template: 'selfTestEscalation',
        facts: { ground: event.ground },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(event.forumId, event.remedies),
      }
    default:
      return null
  }
}

export const selftestFollowOns = (selftest: Selftest, event: Recorded<SelftestEvent>): FollowOn[] => {
  const content = contentOf(event)
  if (!content) return []
  const { id, number, agentName, organisationId, organisationName, sector, region } = selftest
  return [
    orderLetter({
      about: { kind: 'selftest', id, number },
      organisationId: organisationId ?? '',
      organisationName: organisationName ?? '',
      sector,
      region: region ?? '000000',
      authorityId: event.authorityId,
      ...content,
      facts: { agentName, selfTestNumber: number ?? '', ...content.facts },
    }),
  ]
}
