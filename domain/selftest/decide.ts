// How a company makes, signs and corrects a self-test, and what a platform says of what it lists.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Agent } from '#domain/agent/agent'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { limitIn } from '#domain/catalogue/limit-set'
import { addMonths, dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import { hasLapsed } from '#domain/filing/clocks'
import type { Filing } from '#domain/filing/state'
import { formatNumber } from '#domain/number'
import type { Organisation } from '#domain/organisation/organisation'
import { applicable, lacking, placementOf } from './checklist.ts'
import { currentChallenge, type Selftest } from './state.ts'
import type { CommandOf, SelftestEvent, Signed } from './vocabulary.ts'

export type SelftestFacts = {
  organisation?: Organisation | null
  agent?: Agent | null
  others?: readonly Selftest[]
  filings?: readonly Filing[]
  serial?: number
} & { [platform: `platform${number}`]: Organisation | null }
type Answer = Decision<SelftestEvent>

export const yearOf = (at: string): number => Number(shanghaiDateOf(at).slice(0, 4))

/** The row in which the numbers of a region and year follow without a gap; the year is the one in which it was begun, known before the signature. */
export const selftestScope = ({ region, createdAt }: Pick<Selftest, 'region' | 'createdAt'>): string | null =>
  createdAt === null ? null : `AGS-${region}-${yearOf(createdAt)}`

/** SHA-256, in lower-case hex, of the RFC 8785 canonical JSON of what is signed. */
export const signatureHash = (signed: Signed): string => {
  const canonical = canonicalize(signed)
  if (canonical === undefined) throw new Error('what is signed is always an object')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** Whether every platform named is a registered one: what nobody operates nobody takes down. */
const platformFault = (ids: readonly string[], facts: SelftestFacts): Decision<never> | null => {
  const unknown = ids.filter((id, index) => {
    const platform = facts[`platform${index}`]
    return platform?.id !== id || platform.kind !== 'platform' || platform.status !== 'verified'
  })
  if (unknown.length > 0) return refuse('selftest.platformUnknown', { platforms: unknown })
  return new Set(ids).size < ids.length ? refuse('selftest.platformTwice') : null
}

export const create = (
  { type: _, organisationId, ...body }: CommandOf<'create'>,
  { catalogue }: Occasion,
  facts: SelftestFacts,
): Answer => {
  const { organisation, agent } = facts
  if (organisation?.id !== organisationId || organisation.status === 'closed')
    return refuse('selftest.organisationMissing', { organisationId })
  if (agent?.organisationId !== organisationId) return refuse('selftest.agentMissing', { agentId: body.agentId })
  if (agent.status !== 'active') return refuse('selftest.agentRetired', { agentId: agent.id })
  const sector = catalogue.sectors.items.find((one) => one.id === body.sector)
  if (!sector?.scenarios.some((pair) => pair.clause === body.scenario))
    return refuse('selftest.scenarioUnknown', { scenario: `${body.sector}:${body.scenario}` })
  const fault = platformFault(body.platformIds, facts)
  if (fault) return fault
  return grant({
    type: 'created',
    ofOrganisationId: organisationId,
    organisationName: organisation.names.zh,
    region: organisation.region,
    agentName: { zh: agent.names.zh || agent.names.en, en: agent.names.en || agent.names.zh },
    ...body,
  })
}

export const describe = (
  state: Selftest,
  { type: _, ...change }: CommandOf<'describe'>,
  { catalogue }: Occasion,
  facts: SelftestFacts,
): Answer => {
  const { answers = [], platformIds } = change
  const unknown = answers.map((answer) => answer.itemId).filter((id) => !catalogue.checklist.items.some((item) => item.id === id))
  if (unknown.length > 0) return refuse('selftest.itemUnknown', { items: unknown })
  if (new Set(answers.map((answer) => answer.itemId)).size < answers.length) return refuse('selftest.itemTwice')
  const fault = platformIds ? platformFault(platformIds, facts) : null
  if (fault) return fault
  // After a challenge the answers are what is in question; which agent and which risk it is about stays as signed.
  if (state.status === 'challenged' && change.declared !== undefined) return refuse('selftest.declarationSigned')
  return grant({ type: 'described', ...change })
}

const endedFilings = ['not_accepted', 'lapsed', 'not_filed', 'withdrawn', 'revoked', 'cancelled']

/** The lane in which an authority has placed this agent in this scenario by a filing that has not ended, where that is not the low one. */
const filedLane = ({ sector, scenario }: Selftest, filings: readonly Filing[]): string | null => {
  for (const filing of filings) {
    if (endedFilings.includes(filing.status) || filing.sector !== sector) continue
    const tier = filing.tiers.findLast((one) => one.scenario === scenario)
    if (tier && tier.lane !== 'low') return tier.lane
  }
  return null
}

/** Whether an authority has ended the low lane of this agent in this scenario (policy.md 5.3, "escalated to sensitive lane"). */
export const isLaneLost = (others: readonly Selftest[], sector: string | null, scenario: number | null): boolean =>
  others.some((one) => one.status === 'escalated' && one.sector === sector && one.scenario === scenario)

type Prepared = { signed: Signed } | { fault: Decision<never> }

/** Everything that a signature needs, and what it then covers. Refusals: those of lane, items, organisation and agent. */
const prepare = (state: Selftest, { at, catalogue }: Occasion, facts: SelftestFacts): Prepared => {
  const { organisation, agent, others = [], filings = [] } = facts
  const no = (code: string, about: Record<string, unknown> = {}): Prepared => ({ fault: refuse(code, about) })
  if (organisation?.status !== 'verified') return no('selftest.verifiedOrganisationNeeded', { status: organisation?.status ?? null })
  if (agent?.status !== 'active') return no('selftest.agentRetired', { agentId: state.agentId })
  const placement = placementOf(state, catalogue)
  if (!placement || !state.declared) return no('selftest.declarationMissing')
  if (placement.lane !== 'low') return no('selftest.filingNeeded', { lane: placement.lane, rules: placement.fired.map((rule) => rule.id) })
  const lane = filedLane(state, filings)
  if (lane !== null) return no('selftest.filedInOtherLane', { lane })
  if (
    isLaneLost(
      others.filter((one) => one.id !== state.id),
      state.sector,
      state.scenario,
    )
  )
    return no('selftest.laneLost', { scenario: `${state.sector}:${state.scenario}` })
  const lacks = lacking(state, catalogue, shanghaiDateOf(at))
  if (lacks.unanswered.length > 0) return no('selftest.answersMissing', { items: lacks.unanswered, count: lacks.unanswered.length })
  if (lacks.notMet.length > 0) return no('selftest.itemsNotMet', { items: lacks.notMet, count: lacks.notMet.length })
  if (lacks.future.length > 0) return no('selftest.pastTestDayNeeded', { items: lacks.future })
  const asked = new Set(applicable(state, catalogue).map((item) => item.id))
  return {
    signed: {
      version: state.version,
      buildHash: state.buildHash,
      platformIds: state.platformIds,
      declared: state.declared,
      checklistVersion: catalogue.checklist.version,
      rulesVersion: placement.rulesVersion,
      answers: state.answers.filter((answer) => asked.has(answer.itemId)),
    },
  }
}

/** A self-test is a test with evidence: every item answered and met, signed for as a whole (policy.md 2.1). */
export const sign = (state: Selftest, occasion: Occasion, facts: SelftestFacts): Answer => {
  const prepared = prepare(state, occasion, facts)
  if ('fault' in prepared) return prepared.fault
  const { signed } = prepared
  const twin = (facts.others ?? []).find(
    (one) =>
      one.id !== state.id &&
      one.sector === state.sector &&
      one.scenario === state.scenario &&
      one.version === state.version &&
      one.buildHash === state.buildHash &&
      ['signed', 'sampled', 'challenged', 'corrected'].includes(one.status),
  )
  // A second one of the same build would hide the first from the draw or from its challenge.
  if (twin) return refuse('selftest.alreadySigned', { number: twin.number })
  const signedOn = shanghaiDateOf(occasion.at)
  const months = limitIn(occasion.catalogue, 'SFT-2').length
  return grant({
    type: 'signed',
    number: formatNumber({
      kind: 'selftest',
      region: state.region ?? '',
      scenario: state.scenario ?? 0,
      year: yearOf(state.createdAt ?? occasion.at),
      sequence: facts.serial ?? 0,
    }),
    hash: signatureHash(signed),
    signed,
    signedOn,
    validUntil: dateOf(addMonths(dayOf(signedOn), months)),
  })
}

/** A correction answers every item that was challenged anew; late ones are taken and marked. */
export const correct = (state: Selftest, { statement }: CommandOf<'correct'>, occasion: Occasion, facts: SelftestFacts): Answer => {
  const challenge = currentChallenge(state)
  if (!challenge) return refuse('selftest.challengeMissing')
  const before = state.revisions.at(-1)
  const unchanged = challenge.items
    .map((item) => item.itemId)
    .filter((id) => {
      const [was, is] = [before?.answers, state.answers].map((answers) => answers?.find((answer) => answer.itemId === id))
      return JSON.stringify(was) === JSON.stringify(is)
    })
  if (unchanged.length > 0) return refuse('selftest.newAnswersNeeded', { items: unchanged })
  const prepared = prepare(state, occasion, facts)
  if ('fault' in prepared) return prepared.fault
  return grant({
    type: 'corrected',
    hash: signatureHash(prepared.signed),
    signed: prepared.signed,
    statement,
    isLate: hasLapsed(state, 'SFT-1', occasion),
  })
}

/** A platform speaks for what it lists itself, never for another (clause 13). What was reported with a period comes by the system. */
const platformPostFault = (state: Selftest, platformId: string, on: string, { post, at }: Occasion): Decision<never> | null => {
  if (post.role === 'platform_operator' && post.organisationId !== platformId) return refuse('selftest.ownListingNeeded', { platformId })
  if (!state.platformIds.includes(platformId)) return refuse('selftest.notListed', { platformId })
  return on > shanghaiDateOf(at) ? refuse('selftest.pastDayNeeded', { on }) : null
}

export const verifyListing = (state: Selftest, { type: _, ...said }: CommandOf<'verifyListing'>, occasion: Occasion): Answer =>
  platformPostFault(state, said.platformId, said.checkedOn, occasion) ?? grant({ type: 'listingVerified', ...said })

export const takeDown = (state: Selftest, { type: _, ...said }: CommandOf<'takeDown'>, occasion: Occasion): Answer =>
  platformPostFault(state, said.platformId, said.takenDownOn, occasion) ?? grant({ type: 'takenDown', ...said })
