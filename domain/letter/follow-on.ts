// What follows when a letter is delivered: the periods of the case that it is about begin to run.
import type { Recorded } from '../case.ts'
import type { FollowOn } from '../world.ts'
import type { Letter } from './letter.ts'
import type { LetterTemplate } from './template.ts'
import type { LetterEvent } from './vocabulary.ts'

const recallActs: Partial<Record<LetterTemplate, 'notice' | 'order' | 'analysis'>> = {
  recallNotice: 'notice',
  recallOrder: 'order',
  recallAnalysis: 'analysis',
}

export const letterFollowOns = (_state: Letter, event: Recorded<LetterEvent>): readonly FollowOn[] => {
  if (event.type !== 'delivered' || event.about.kind !== 'recall') return []
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
