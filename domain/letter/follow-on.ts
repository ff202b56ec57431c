// What follows when a letter is delivered: the periods of the case that it is about begin to run.
import type { Recorded } from '../case.ts'
import type { DeliveredAct } from '../filing/vocabulary.ts'
import type { FollowOn } from '../world.ts'
import type { Letter } from './letter.ts'
import type { LetterTemplate } from './template.ts'
import type { LetterEvent } from './vocabulary.ts'

const recallActs: Partial<Record<LetterTemplate, 'notice' | 'order' | 'analysis'>> = {
  recallNotice: 'notice',
  recallOrder: 'order',
  recallAnalysis: 'analysis',
}

const reconsiderationActs: Partial<Record<LetterTemplate, 'correction' | 'decision'>> = {
  reconsiderationCorrection: 'correction',
  reconsiderationDecision: 'decision',
}

const filingActs: Partial<Record<LetterTemplate, DeliveredAct>> = {
  correction: 'correction',
  revocationProposed: 'revocation',
  request: 'request',
}

export const letterFollowOns = (_state: Letter, event: Recorded<LetterEvent>): readonly FollowOn[] => {
  if (event.type !== 'delivered') return []
  if (event.about.kind === 'reconsideration') {
    const act = reconsiderationActs[event.template]
    const command = { type: 'noteDelivery', act, deliveredAt: event.deliveredAt } as FollowOn['command']
    return act ? [{ kind: 'reconsideration', id: event.about.id, command }] : []
  }
  if (event.about.kind === 'selftest' && event.template === 'selfTestChallenge')
    return [
      {
        kind: 'selftest',
        id: event.about.id,
        command: { type: 'noteDelivery', deliveredAt: event.deliveredAt } as FollowOn['command'],
      },
    ]
  if (event.about.kind === 'filing') {
    const act = filingActs[event.template]
    const no = act === 'request' ? event.about.version : null
    const command = { type: 'noteDelivery', act, deliveredAt: event.deliveredAt, no } as FollowOn['command']
    return act ? [{ kind: 'filing', id: event.about.id, command }] : []
  }
  if (event.about.kind !== 'recall') return []
  const act = recallActs[event.template]
  return act
    ? [
        {
          kind: 'recall',
          id: event.about.id,
          command: { type: 'noteDelivery', act, noticeVersion: event.about.version, deliveredAt: event.deliveredAt } as FollowOn['command'],
        },
      ]
    : []
}
