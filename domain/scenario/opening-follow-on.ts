// What follows in other cases from an event of an opening: closing leaves running deployments their exit period.
import type { Recorded } from '#domain/case'
import type { FollowOn } from '#domain/world'
import type { Opening } from './opening-state.ts'
import type { OpeningEvent } from './opening-vocabulary.ts'

/** The follow-ons, for the state after the event. */
export const openingFollowOns = (opening: Opening, event: Recorded<OpeningEvent>): FollowOn[] =>
  event.type !== 'closed'
    ? []
    : opening.deploymentIds.map((id) => ({
        kind: 'deployment',
        id,
        command: { type: 'noteClosing', openingId: opening.id, until: event.exitUntil } as FollowOn['command'],
      }))
