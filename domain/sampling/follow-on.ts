// What follows from a draw: every self-test that was drawn is taken into the check, and its company is told.
import type { Recorded } from '#domain/case'
import type { FollowOn } from '#domain/world'
import type { Sampling, SamplingEvent } from './sampling.ts'

export const samplingFollowOns = (sampling: Sampling, event: Recorded<SamplingEvent>): FollowOn[] =>
  event.type === 'drawn'
    ? event.drawn.map(({ selftestId }) => ({
        kind: 'selftest',
        id: selftestId,
        command: { type: 'sample', samplingId: sampling.id } as FollowOn['command'],
      }))
    : []
