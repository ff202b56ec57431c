// The four-eyes question of a filing: which opinions hold for the revision in hand, and what a decision still lacks.
import 'server-only'
import { calledHearing } from '#domain/filing/hearing'
import { awaitedRequests } from '#domain/filing/request'
import type { Filing } from '#domain/filing/state'
import { kinds } from '#domain/kinds'
import { eyesOf } from './four-eyes.ts'
import type { OfficerReader } from './officer-reader.ts'

/** The strictest lane placed for the revision in hand; null while nothing is placed. */
const laneNow = (filing: Filing) => {
  const lanes = filing.tiers.filter((tier) => tier.revisionHash === filing.revisionHash).map((tier) => tier.lane)
  return lanes.includes('sensitive') ? 'sensitive' : lanes.includes('key') ? 'key' : (lanes[0] ?? null)
}

export const filingEyes = (filing: Filing, moves: readonly string[], r: OfficerReader, who: (id: string | null) => string) => {
  const { recommendation, opinion, concurrence, revisionHash, scenarios, tiers } = filing
  const lane = laneNow(filing)
  const placed = scenarios.every((scenario) => tiers.some((tier) => tier.scenario === scenario && tier.revisionHash === revisionHash))
  const isSectorNeeded = lane !== null && lane !== 'low'
  const isCurrent = (given: { revisionHash: string }) => given.revisionHash === revisionHash
  const missing = [
    ...(placed ? [] : ['placement']),
    ...(calledHearing(filing) ? ['hearing'] : []),
    ...(awaitedRequests(filing).length > 0 ? ['answers'] : []),
    ...(filing.tests.some((test) => test.outcome === null) ? ['tests'] : []),
    ...(isSectorNeeded && (!concurrence || !isCurrent(concurrence)) ? [opinion && isCurrent(opinion) ? 'concurrence' : 'opinion'] : []),
    ...(isSectorNeeded && concurrence?.verdict === 'object' && recommendation?.outcome !== 'refuse' ? ['objection'] : []),
    ...(recommendation && isCurrent(recommendation) ? [] : ['recommendation']),
  ]
  return eyesOf(
    {
      noun: 'filing',
      did: filing.did,
      acceptance: filing.acceptance && { at: filing.acceptance.at, isDeemed: filing.acceptance.isDeemed },
      recommendation: recommendation && { ...recommendation, isCurrent: isCurrent(recommendation) },
      rounds: filing.rounds.filter((round) => round.returned !== '').length,
      isSectorNeeded,
      isSectorAsked: filing.concurrenceAsked !== null,
      opinion: opinion && { ...opinion, isCurrent: isCurrent(opinion) },
      concurrence: concurrence && { ...concurrence, isCurrent: isCurrent(concurrence) },
      decision: filing.decision,
      missing,
      isAtDecision: ['under_review', 'sector_concurrence', 'testing', 'accepted'].includes(filing.status),
      decide: { mayNow: moves.includes('decide'), by: kinds.get('filing')?.moves.decide?.by ?? [] },
    },
    r,
    who,
  )
}
