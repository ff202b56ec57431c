// How a reconsideration is applied for, completed and taken in or not (Reconsideration Law 20, 30, 31, 41).
import type { CaseState, Decision, Occasion } from '#domain/case'
import { grant, refuse } from '#domain/case'
import { addMonths, dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import type { Deployment } from '#domain/deployment/state'
import type { Filing } from '#domain/filing/state'
import type { Recall } from '#domain/recall/state'
import { standingAct } from './challenged.ts'
import { dueOf, hasLapsed, isLate, lastDayToApply, reconsiderationNumber } from './clocks.ts'
import type { ReconsiderationFacts } from './facts.ts'
import type { Reconsideration } from './state.ts'
import { actOfLetter, type CommandOf, openStatuses, type ReconsiderationEvent } from './vocabulary.ts'

type Answer = Decision<ReconsiderationEvent>

/** Where a challenged case lies, whatever its kind. */
const placeOf = (state: CaseState) => {
  const { agentId, agentName, organisationId, sector, region } = state as Filing | Deployment | Recall
  const { scenarios = [] } = state as Partial<Filing>
  const { clause = null } = state as Partial<Deployment>
  const numbered = state as Partial<Pick<Recall, 'scenario'>>
  const scenario = scenarios[0] ?? clause ?? (typeof numbered.scenario === 'number' ? numbered.scenario : null)
  return {
    agentId,
    agentName: { zh: agentName.zh || agentName.en, en: agentName.en || agentName.zh },
    organisationId,
    sector,
    region,
    scenario,
  }
}

const fiveYears = 60

/**
 * The company challenges an act that a letter told it of. Refusals: letterMissing, actNotOpen, actGone, forumMissing, alreadyChallenged,
 * tooOld (Reconsideration Law 21), lateReasonMissing (art. 20: after sixty days only with a good reason).
 */
export const create = (command: CommandOf<'create'>, occasion: Occasion, facts: ReconsiderationFacts): Answer => {
  const { letter, challenged: state, same = [] } = facts
  const { challengedKind: kind, challengedId: id, lateReason } = command
  if (!state || !letter?.template || letter.about?.kind !== kind || letter.about.id !== id) return refuse('reconsideration.letterMissing')
  const place = placeOf(state)
  if (place.organisationId === null || letter.organisationId !== place.organisationId) return refuse('reconsideration.letterMissing')
  const what = actOfLetter(kind, letter.template)
  if (what === null) return refuse('reconsideration.actNotOpen', { template: letter.template })
  const act = standingAct(state, what)
  const { authorityId } = letter
  // A letter of an earlier act of the same kind tells nothing of the one that stands.
  if (!act || authorityId === null || act.at !== letter.issuedAt) return refuse('reconsideration.actGone', { act: what })
  const forumId = occasion.catalogue.authorities.items.find((one) => one.id === authorityId)?.forum ?? null
  if (forumId === null) return refuse('reconsideration.forumMissing', { authorityId })
  if (same.some((one) => one.status === 'decided' || (openStatuses as readonly string[]).includes(one.status)))
    return refuse('reconsideration.alreadyChallenged', { number: same.find((one) => one.number)?.number ?? null })
  if (same.some((one) => one.status === 'withdrawn')) return refuse('reconsideration.withdrawnBefore')
  const decidedOn = shanghaiDateOf(act.at)
  if (shanghaiDateOf(occasion.at) > dateOf(addMonths(dayOf(decidedOn), fiveYears))) return refuse('reconsideration.tooOld', { decidedOn })
  const deliveredAt = letter.delivery?.at ?? null
  const late = isLate(deliveredAt, occasion)
  if (late && lateReason === null)
    return refuse('reconsideration.lateReasonMissing', { dueOn: lastDayToApply(deliveredAt ?? occasion.at, occasion.catalogue) })
  const { requests, grounds, evidence, asksSuspension, asksHearing } = command
  const { organisationId, region, ...lies } = place
  return grant({
    type: 'applied',
    challenged: {
      ...{ kind, id, what, hash: act.hash, number: letter.about.number, letterId: letter.id },
      ...{ authorityId, decidedOn, deliveredAt },
    },
    ...lies,
    ofOrganisationId: organisationId,
    organisationName: letter.organisationName ?? '',
    region: region ?? '000000',
    forumId,
    ...{ requests, grounds, evidence, asksSuspension, asksHearing, isLate: late, lateReason: late ? lateReason : null },
  })
}

const numberOf = (state: Reconsideration, { serial = 0 }: ReconsiderationFacts): string =>
  state.number ?? reconsiderationNumber(state, serial)

/** All that is missing is told once (Reconsideration Law 31). */
export const requestCorrection = (
  state: Reconsideration,
  { items }: CommandOf<'requestCorrection'>,
  facts: ReconsiderationFacts,
): Answer =>
  state.correction
    ? refuse('reconsideration.correctionAlreadyAsked')
    : grant({ type: 'correctionRequested', items, number: numberOf(state, facts) })

/** What comes after its time is not taken: without a good reason it counts as given up (Reconsideration Law 31). */
export const answerCorrection = (state: Reconsideration, { statement }: CommandOf<'answerCorrection'>, occasion: Occasion): Answer =>
  hasLapsed(state, 'REC-3b', occasion) ? refuse('reconsideration.correctionTimePassed') : grant({ type: 'correctionAnswered', statement })

/** A late application is taken in only with the forum's own reason for it. */
export const accept = (state: Reconsideration, command: CommandOf<'accept'>, { at }: Occasion, facts: ReconsiderationFacts): Answer => {
  const { procedure, admitLate } = command
  if (state.late && admitLate === null) return refuse('reconsideration.admissionReasonMissing')
  if (!state.late && admitLate !== null) return refuse('reconsideration.notLate')
  return grant({ type: 'accepted', procedure, admitLate, isDeemed: false, from: at, number: numberOf(state, facts) })
}

export const notAccept = (
  state: Reconsideration,
  { facts: found, basis, reasons, goTo }: CommandOf<'notAccept'>,
  facts: ReconsiderationFacts,
): Answer => grant({ type: 'notAccepted', facts: found, basis, reasons, goTo, number: numberOf(state, facts) })

/** Silence accepts from the last day of the examination (Reconsideration Law 30). */
export const deem = (state: Reconsideration, { catalogue, at }: Occasion, facts: ReconsiderationFacts): Answer => {
  if (!hasLapsed(state, 'REC-2', { catalogue, at })) return refuse('reconsideration.clockStillRunning', { rule: 'REC-2' })
  const from = `${dueOf(state, 'REC-2', catalogue)}T00:00:00+08:00`
  return grant({ type: 'accepted', procedure: 'ordinary', admitLate: null, isDeemed: true, from, number: numberOf(state, facts) })
}

export const abandon = (state: Reconsideration, occasion: Occasion): Answer =>
  hasLapsed(state, 'REC-3b', occasion) ? grant({ type: 'abandoned' }) : refuse('reconsideration.clockStillRunning', { rule: 'REC-3b' })
