// What a filing waits for: intake, review, the sector's word, the decision, or what comes after it.
import type { Filing } from '../filing/state.ts'
import { type Turn, turn } from './turn.ts'

const sectorTurns = ({ opinion, concurrence, concurrenceAsked, recommendation }: Filing): Turn[] => {
  const asked = { occasion: 'concurrence', isOwners: false } as const
  if (!opinion) return [turn('opine', 'filing.opinionAsked', { ...asked, facts: { question: concurrenceAsked?.question ?? '' } })]
  if (!concurrence) return [turn('concur', 'filing.signatureAsked', { ...asked, facts: { verdict: opinion.verdict } })]
  if (recommendation) return []
  return [
    turn('recommend', concurrence.verdict === 'object' ? 'filing.sectorObjects' : 'filing.sectorConcurred', {
      facts: { verdict: concurrence.verdict },
    }),
  ]
}

const reviewTurns = (filing: Filing): Turn[] => {
  const { status, tests, rounds, recommendation, revisionHash } = filing
  if (recommendation)
    return [
      turn('decide', 'filing.recommended', { facts: { outcome: recommendation.outcome }, isOwners: false }),
      ...(status === 'sector_concurrence' ? sectorTurns(filing) : []),
    ]
  const last = rounds.at(-1)
  // A round that a new revision closed was not sent back by anybody: it carries no reason.
  if (last && last.returned !== '' && last.recommendation.revisionHash === revisionHash) {
    return [turn('recommend', 'filing.returned', { occasion: 'returned', facts: { reason: last.returned } })]
  }
  if (status === 'sector_concurrence') return sectorTurns(filing)
  const placed = filing.tiers.filter((tier) => tier.revisionHash === revisionHash)
  if (placed.length === 0) return [turn('placeInTier', 'filing.placementMissing')]
  if (tests.length > 0 && tests.every((test) => test.outcome !== null)) {
    const failed = tests.filter((test) => test.outcome === 'failed').length
    return [turn('recommend', 'filing.testsIn', { occasion: 'report', facts: { tests: tests.length, failed } })]
  }
  const isLow = placed.every((tier) => tier.lane === 'low')
  return isLow || filing.concurrenceAsked
    ? [turn('recommend', 'filing.reviewRuns')]
    : [turn('askConcurrence', 'filing.concurrenceToAsk'), turn('recommend', 'filing.reviewRuns')]
}

export const filingTurns = (filing: Filing): Turn[] => {
  const { status, history, corrections, revocationProposal, suspension } = filing
  if (history) return []
  switch (status) {
    case 'submitted':
      return [
        turn('accept', corrections.length > 0 ? 'filing.correctionsAnswered' : 'filing.received', { facts: { round: corrections.length } }),
      ]
    case 'accepted':
      return [turn('startReview', 'filing.accepted')]
    case 'under_review':
    case 'sector_concurrence':
      return reviewTurns(filing)
    case 'filed':
    case 'suspended':
      if (revocationProposal)
        return [turn('revoke', revocationProposal.answer ? 'filing.revocationAnswered' : 'filing.revocationProposed', { isOwners: false })]
      return suspension?.rectifyBy
        ? [
            turn('resumeFiling', 'filing.rectification', {
              facts: { on: suspension.rectifyBy },
              isOwners: false,
              dueOn: suspension.rectifyBy,
            }),
          ]
        : []
    default:
      return []
  }
}
