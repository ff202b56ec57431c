// The decision: by another person than the reviewer, with the sector's signature where the lane asks for it, on exactly one revision.
import { forumOf } from '#domain/act/act'
import { conditionFault, missingConditions } from '#domain/act/condition'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { extension, filingNumber } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import { calledHearing, minutesOf } from './hearing.ts'
import type { FilingFacts } from './needs.ts'
import { laneOf, unplaced } from './placement.ts'
import { publishedOf } from './published.ts'
import { awaitedRequests, requestNumber } from './request.ts'
import { currentRevision, type Filing } from './state.ts'

type Answer = Decision<FilingEvent>

/** What the sector's verdict forbids the decision to be: an objection is not overruled, a condition is not dropped (clause 11, two authorities). */
const sectorFault = (state: Filing, { outcome, conditions }: CommandOf<'decide'>): Decision<never> | null => {
  const { concurrence } = state
  if (laneOf(state) === 'low') return null
  if (!concurrence || concurrence.revisionHash !== state.revisionHash) return refuse('filing.concurrenceMissing', { lane: laneOf(state) })
  if (outcome === 'refuse') return null
  if (concurrence.verdict === 'object') return refuse('filing.sectorObjects')
  const dropped = missingConditions(concurrence.conditions, conditions)
  return dropped.length > 0
    ? refuse('filing.sectorConditionMissing', { conditions: dropped.map(({ text }) => text.zh), count: dropped.length })
    : null
}

/**
 * The approver's decision (Order 9 art 25). It follows the recommendation: who thinks otherwise returns it, so that never one person alone decides.
 * Refusals: placementMissing, recommendationMissing, recommendationDiffers, concurrenceMissing, sectorObjects, sectorConditionMissing,
 * conditionsMissing, conditionsWithoutPurpose, remediesMissing, minutesNeeded, answerAwaited. It carries the minutes of the hearing that was held.
 */
export const decide = (state: Filing, command: CommandOf<'decide'>, { catalogue, post, at }: Occasion, facts: FilingFacts): Answer => {
  const revision = currentRevision(state)
  if (!revision) return refuse('filing.revisionMissing')
  // Nothing is decided over a hearing that was called, nor while the company still has time for an answer.
  const hearing = calledHearing(state)
  if (hearing) return refuse('filing.minutesNeeded', { heldOn: hearing.heldOn })
  const [awaited] = awaitedRequests(state)
  if (awaited) return refuse('filing.answerAwaited', { number: requestNumber(awaited.no) })
  const missing = unplaced(state)
  if (missing.length > 0) return refuse('filing.placementMissing', { scenarios: missing })
  const { outcome, conditions, reasons, remedies } = command
  if (state.recommendation?.revisionHash !== revision.hash) return refuse('filing.recommendationMissing')
  if (state.recommendation.outcome !== outcome)
    return refuse('filing.recommendationDiffers', { recommended: state.recommendation.outcome, outcome })
  if (outcome === 'fileWithConditions' && conditions.length === 0) return refuse('filing.conditionsMissing')
  if (outcome !== 'fileWithConditions' && conditions.length > 0) return refuse('filing.conditionsWithoutPurpose', { outcome })
  const fault = sectorFault(state, command) ?? conditionFault(catalogue, conditions)
  if (fault) return fault
  if (outcome !== 'file' && remedies === null) return refuse('filing.remediesMissing')
  const number = outcome === 'refuse' ? null : (state.published?.number ?? filingNumber(state, facts.serial ?? 0))
  const { concurrence } = state
  const minutes = minutesOf(state)
  return grant({
    type: 'decided',
    outcome,
    number,
    conditions,
    reasons,
    remedies,
    forumId: forumOf(catalogue, post),
    revisionHash: revision.hash,
    versionHash: revision.versionHash,
    sector: concurrence && { authorityId: concurrence.authorityId, by: concurrence.by, verdict: concurrence.verdict, at: concurrence.at },
    ...(minutes ? { minutes } : {}),
    published: number === null ? null : publishedOf(state, revision, number, conditions, at),
  })
}

/** Back to the reviewer with a reason; the round is kept (features.md B1). */
export const returnToReviewer = (state: Filing, { reason }: CommandOf<'returnToReviewer'>): Answer =>
  state.recommendation ? grant({ type: 'returned', reason }) : refuse('filing.recommendationMissing')

/** Once, by the rule's own length, before the time has run out, and the company is told why (Licensing Law 42; policy.md 5.4 no. 3). */
export const extend = (state: Filing, { reason }: CommandOf<'extend'>, occasion: Occasion): Answer => extension(state, reason, occasion)
