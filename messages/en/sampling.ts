// The words of a spot check: the sealed seed, the draw, and why it may be refused, in English.
import type { Same } from '../shape.ts'
import type { sampling as source } from '../zh/sampling.ts'

export const sampling: Same<typeof source> = {
  name: 'Spot check',
  plural: 'Spot checks',
  status: {
    committed: 'Seed committed',
    drawn: 'Drawn',
    abandoned: 'Abandoned',
  },
  command: {
    create: {
      label: 'Commit to a seed',
      explain: 'Before the period ends only the fingerprint of the seed is told; afterwards a second person opens the seed and draws.',
    },
    draw: {
      label: 'Draw',
      explain: 'Opens the seed and takes the first in ascending order of their hashes. Anyone can compute it again.',
    },
    abandon: {
      label: 'Abandon',
      explain: 'Only before the period ends; the reason is public.',
    },
  },
  event: {
    committed: 'Seed committed, {size} to be drawn',
    drawn: 'Seed opened and drawn',
    abandoned: 'Abandoned: {reason}',
  },
  field: {
    id: 'Id',
    status: 'Status',
    did: 'Who did what',
    region: 'Region',
    fromMonth: 'From month',
    toMonth: 'To month',
    size: 'Number to draw',
    reason: 'Reason',
    seedHash: 'Fingerprint of the seed (SHA-256)',
    committedAt: 'Committed at',
    seed: 'Seed',
    eligible: 'Drawn from',
    drawn: 'Drawn',
    selftestId: 'Self-test',
    hash: 'Hash',
    drawnAt: 'Drawn at',
    abandonment: 'Abandoned',
  },
  refusal: {
    periodNeeded: 'The period {fromMonth} to {toMonth} must run forwards over {most} months at most.',
    openPeriodNeeded: '{toMonth} is over. A seed is committed to, or given up, before its period ends.',
    newPeriodNeeded: '{fromMonth} to {toMonth} has its spot check: a period is drawn once.',
    pastPeriodNeeded: 'It is drawn after {toMonth}.',
    committedSeedNeeded: 'The seed does not have the fingerprint {seedHash}.',
    eligibleNeeded: 'No self-test of the period can be drawn.',
  },
}
