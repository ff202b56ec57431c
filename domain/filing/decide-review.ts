// The assessment: placed in a tier, tested, put before the sector's authority, and recommended for decision.
import { conditionFault } from '#domain/act/condition'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import type { CommandOf } from './command.ts'
import { noteChangeTest } from './decide-change.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { laneOf, placementOf, tierOfLane, unplaced } from './placement.ts'
import { currentRevision, type Filing, isAwaited } from './state.ts'
import { isInForce } from './vocabulary.ts'

type Answer = Decision<FilingEvent>

/** Each scenario of the revision in hand gets a lane: the rules' own, or another with the officer's reason. */
export const placeInTier = (
  state: Filing,
  { placements }: CommandOf<'placeInTier'>,
  { catalogue }: Occasion,
  { selftests = [] }: Pick<FilingFacts, 'selftests'> = {},
): Answer => {
  const revision = currentRevision(state)
  if (!revision) return refuse('filing.revisionMissing')
  const strange = placements.filter((placement) => !state.scenarios.includes(placement.scenario)).map((placement) => placement.scenario)
  if (strange.length > 0) return refuse('filing.scenarioNotFiled', { scenarios: strange })
  if (new Set(placements.map((placement) => placement.scenario)).size < placements.length) return refuse('filing.scenarioTwice')
  const tiers = placements.map(({ scenario, lane, reason }) => {
    const placed = placementOf(catalogue, revision, scenario)
    return {
      scenario,
      lane,
      tier: tierOfLane(catalogue, placed, lane),
      ruleLane: placed.lane,
      ruleTier: placed.tier,
      rulesVersion: placed.rulesVersion,
      firedRules: placed.fired.map((rule) => rule.id),
      departure: lane === placed.lane ? null : reason,
    }
  })
  const silent = tiers.find((tier) => tier.lane !== tier.ruleLane && tier.departure === null)
  // Where an authority has ended the low lane of this agent, no reviewer places it there again by a filing.
  const lost = tiers.find(
    (tier) =>
      tier.lane === 'low' &&
      selftests.some((one) => one.status === 'escalated' && one.sector === state.sector && one.scenario === tier.scenario),
  )
  if (lost) return refuse('filing.lowLaneLost', { scenario: lost.scenario })
  if (silent) return refuse('filing.departureReasonMissing', { scenario: silent.scenario, lane: silent.lane, ruleLane: silent.ruleLane })
  return grant({ type: 'placedInTier', tiers, revisionHash: revision.hash })
}

/**
 * Rules on whether a document of this case stays confidential. Until somebody has, it is what the company asked for; what is published follows the
 * ruling at once.
 */
export const ruleOnConfidentiality = (state: Filing, command: CommandOf<'ruleOnConfidentiality'>): Answer => {
  const { attachmentId, isConfidential, reason } = command
  const document = currentRevision(state)?.documents.find((one) => one.attachmentId === attachmentId)
  if (!document) return refuse('filing.documentMissing', { attachmentId })
  const last = state.rulings.findLast((ruling) => ruling.attachmentId === attachmentId)
  return last?.isConfidential === isConfidential
    ? refuse('filing.ruledAlready', { name: document.name })
    : grant({ type: 'confidentialityRuled', attachmentId, isConfidential, reason })
}

/** Testing stops the review clock (Licensing Law 45); an item is ordered once for a revision while its result is out. */
export const requestTest = (state: Filing, { testItemIds, labHint, basis }: CommandOf<'requestTest'>, { catalogue }: Occasion): Answer => {
  const ids = [...new Set(testItemIds)]
  const unknown = ids.filter((testItemId) => !catalogue['test-items'].items.some((item) => item.id === testItemId))
  if (unknown.length > 0) return refuse('filing.testItemUnknown', { testItemIds: unknown })
  return grant({
    type: 'testRequested',
    testItemIds: ids,
    labHint,
    basis,
    revisionHash: state.revisionHash ?? '',
    versionHash: state.versionHash ?? '',
  })
}

/** A result came in. The case goes on when nothing that was ordered is still out; what stands in the register keeps the result as its last. */
export const noteTest = (state: Filing, { type: _, ...result }: CommandOf<'noteTest'>, occasion: Occasion): Answer => {
  const awaited = result.testItemIds.filter((id) => state.tests.some((test) => test.testItemId === id && isAwaited(test, result)))
  if (awaited.length > 0) {
    const isLast = state.tests.every((test) => test.outcome !== null || isAwaited(test, result))
    return grant({ type: 'testNoted', ...result, testItemIds: awaited, isResumed: state.status === 'testing' && isLast })
  }
  const change = noteChangeTest(state, { type: _, ...result }, occasion)
  if (change) return change
  const isStanding = isInForce(state.status) || state.status === 'suspended'
  const isKnown = state.retests.some((retest) => retest.obligationId === result.obligationId)
  // A repeat that the coordinator ordered before the decision, or a result that comes after the end: nothing here waits for it.
  return isStanding && state.obligationIds.includes(result.obligationId) && !isKnown ? grant({ type: 'retestNoted', ...result }) : grant()
}

/** A test was planned for this filing: when the filing ends, so does the duty. */
export const noteObligation = (state: Filing, { obligationId, testItemIds }: CommandOf<'noteObligation'>): Answer =>
  state.obligationIds.includes(obligationId) ? grant() : grant({ type: 'obligationNoted', obligationId, testItemIds })

export const askConcurrence = (state: Filing, { question }: CommandOf<'askConcurrence'>): Answer => {
  const missing = unplaced(state)
  if (missing.length > 0) return refuse('filing.placementMissing', { scenarios: missing })
  // The low lane is not the sector authority's business (clause 11): asking would only cost the company time.
  if (laneOf(state) === 'low') return refuse('filing.concurrenceNotNeeded')
  return grant({ type: 'concurrenceAsked', question, revisionHash: state.revisionHash ?? '' })
}

const verdictFault = (command: CommandOf<'opine' | 'concur'>, { catalogue }: Occasion): Decision<never> | null => {
  if (command.verdict === 'concurWithConditions' && command.conditions.length === 0) return refuse('filing.conditionsMissing')
  if (command.verdict !== 'concurWithConditions' && command.conditions.length > 0)
    return refuse('filing.conditionsWithoutPurpose', { verdict: command.verdict })
  return conditionFault(catalogue, command.conditions)
}

/** The sector officer's opinion. It may be given anew until the sector's approver has signed. */
export const opine = (state: Filing, command: CommandOf<'opine'>, occasion: Occasion): Answer => {
  if (state.concurrence) return refuse('filing.concurrenceGiven')
  const { verdict, conditions, reasons } = command
  return verdictFault(command, occasion) ?? grant({ type: 'opined', verdict, conditions, reasons, revisionHash: state.revisionHash ?? '' })
}

/** The sector's signature, on an opinion of another person of that authority for this very revision. */
export const concur = (state: Filing, command: CommandOf<'concur'>, occasion: Occasion): Answer => {
  if (state.concurrence) return refuse('filing.concurrenceGiven')
  if (state.opinion?.revisionHash !== state.revisionHash) return refuse('filing.opinionMissing')
  const { verdict, conditions, reasons } = command
  return (
    verdictFault(command, occasion) ?? grant({ type: 'concurred', verdict, conditions, reasons, revisionHash: state.revisionHash ?? '' })
  )
}

/** The reviewer's proposal. It says what the officers found; it binds nobody until an approver has decided. */
export const recommend = (state: Filing, { outcome, conditions, reasons }: CommandOf<'recommend'>, { catalogue }: Occasion): Answer => {
  const missing = unplaced(state)
  if (missing.length > 0) return refuse('filing.placementMissing', { scenarios: missing })
  if (outcome === 'fileWithConditions' && conditions.length === 0) return refuse('filing.conditionsMissing')
  if (outcome !== 'fileWithConditions' && conditions.length > 0) return refuse('filing.conditionsWithoutPurpose', { outcome })
  return (
    conditionFault(catalogue, conditions) ??
    grant({ type: 'recommended', outcome, conditions, reasons, revisionHash: state.revisionHash ?? '' })
  )
}
