// What a filing waits for: intake, review, the sector's word, the decision, or what comes after it.
import { calledHearing } from '../filing/hearing.ts'
import { awaitedRequests, openRequests, requestNumber, requestsOf } from '../filing/request.ts'
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

/** The hearing goes before everything else; it is the chair's, and the approver's while the chair is challenged. */
const hearingTurns = (filing: Filing): Turn[] => {
  const hearing = calledHearing(filing)
  if (!hearing) return []
  return hearing.challenge && hearing.challenge.replacedAt === null
    ? [turn('replaceChair', 'filing.chairChallenged', { isOwners: false, dueOn: hearing.heldOn })]
    : [turn('holdHearing', 'filing.hearingSet', { facts: { on: hearing.heldOn }, isOwners: false, dueOn: hearing.heldOn })]
}

/** What came in since the officers last spoke, and what did not come in although its day has passed. */
const requestTurns = (filing: Filing): Turn[] => {
  const late = openRequests(filing).find(({ remindedAt }) => remindedAt !== null)
  const since = filing.rounds.at(-1)?.at ?? ''
  const answered = requestsOf(filing).findLast(({ answer }) => answer !== null && answer.at > since)
  return [
    ...(late ? [turn('withdrawRequest', 'filing.requestOverdue', { facts: { number: requestNumber(late.no) } })] : []),
    ...(answered
      ? [turn('recommend', 'filing.requestAnswered', { occasion: 'report', facts: { number: requestNumber(answered.no) } })]
      : []),
  ]
}

const reviewTurns = (filing: Filing): Turn[] => {
  const hearing = hearingTurns(filing)
  if (hearing.length > 0) return hearing
  // While the company has time to answer, the next step is its own, and the sector's.
  const awaited = awaitedRequests(filing).length > 0
  const turns = assessmentTurns(filing)
  if (awaited) return turns.filter(({ command }) => command !== 'decide' && command !== 'recommend')
  const asked = requestTurns(filing)
  return asked.length > 0 && !filing.recommendation && turns.some(({ command }) => command === 'recommend') ? [...asked, ...turns] : turns
}

const assessmentTurns = (filing: Filing): Turn[] => {
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
    case 'testing':
      return hearingTurns(filing)
    case 'filed':
    case 'change_pending':
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
