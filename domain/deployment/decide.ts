// How a deployment application is made, assessed and decided.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { forumOf } from '#domain/act/act'
import { type Condition, conditionFault, missingConditions } from '#domain/act/condition'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { filedVersions, isHeldBack } from '#domain/filing/change-state'
import type { Filing } from '#domain/filing/state'
import { isInForce } from '#domain/filing/vocabulary'
import { deploymentNumber, deploymentReceipt, hasLapsed, reviewRuleOf } from './clocks.ts'
import { type GuardFacts, isFiledVersion, isMinorOf, obstacle, openingFor, type Running } from './guard.ts'
import type { Deployment } from './state.ts'
import type { Applied, CommandOf, DeploymentEvent, DeploymentPlan } from './vocabulary.ts'

export type DeploymentFacts = GuardFacts & { serial?: number; otherFiling?: Filing | null }
type Answer = Decision<DeploymentEvent>
type No = Decision<never>

/** SHA-256 of what is applied for: an opinion or decision is given on exactly this. */
export const applicationHash = (what: { filingId: string; versionHash: string; scenario: string; plan: DeploymentPlan }): string => {
  const canonical = canonicalize(what)
  if (canonical === undefined) throw new Error('an application is always an object')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

const hashOf = (state: Deployment, versionHash = state.versionHash ?? '', filingId = state.filingId ?? ''): string => {
  if (!state.plan) throw new Error('an application has a plan')
  return applicationHash({ filingId, versionHash, scenario: state.scenario ?? '', plan: state.plan })
}

/** What this application would run on a day. */
export const runningOn = (state: Deployment, on: string, versionHash = state.versionHash ?? ''): Running => {
  if (state.clause === null) throw new Error('an application names a scenario')
  return { sector: state.sector ?? '', clause: state.clause, versionHash, users: state.plan?.users ?? 0, regions: state.regions, on }
}

/** Whether anything stands in the way today. */
export const obstacleNow = (state: Deployment, { at }: Occasion, facts: DeploymentFacts): No | null =>
  obstacle(facts, runningOn(state, shanghaiDateOf(at)))

const laneIn = (filing: Filing, clause: number): Applied['lane'] | null =>
  filing.tiers.find((tier) => tier.scenario === clause && tier.revisionHash === filing.decision?.revisionHash)?.lane ?? null

export const create = (command: CommandOf<'create'>, { at }: Occasion, facts: DeploymentFacts): Answer => {
  const { filing, agent, openings = [] } = facts
  if (!filing || !isInForce(filing.status) || !filing.decision || filing.history)
    return refuse('deployment.filingNotFiled', { status: filing?.status ?? null })
  if (filing.agentId !== command.agentId) return refuse('deployment.filingOfOtherAgent', { filingId: filing.id })
  if (filing.sector !== command.sector || !filing.scenarios.includes(command.scenario))
    return refuse('deployment.scenarioNotFiled', { scenario: `${command.sector}:${command.scenario}` })
  const lane = laneIn(filing, command.scenario)
  if (lane === null) return refuse('deployment.tierMissing', { scenario: `${filing.sector}:${command.scenario}` })
  const lost = (facts.selftests ?? []).find(
    (one) => one.status === 'escalated' && one.sector === filing.sector && one.scenario === command.scenario,
  )
  if (lane === 'low' && lost)
    return refuse('deployment.lowLaneLost', { selfTest: lost.number, scenario: `${filing.sector}:${command.scenario}` })
  const today = shanghaiDateOf(at)
  const found = openingFor(openings, today)
  if (!found) return refuse('deployment.openingNotOpen', { scenario: `${filing.sector}:${command.scenario}`, on: today })
  const versionHash = command.versionHash ?? filedVersions(filing).at(-1)?.versionHash ?? filing.decision.versionHash
  const version = agent?.versions.find((one) => one.hash === versionHash)
  if (!agent || !version || isHeldBack(filing, versionHash) || !isFiledVersion(filing, agent, versionHash)) {
    return refuse('deployment.versionNotFiled', { versionHash, filedHash: filing.decision.versionHash })
  }
  return grant({
    type: 'created',
    filingId: filing.id,
    filingNumber: filing.decision.number,
    agentId: agent.id,
    agentName: filing.agentName,
    ofOrganisationId: filing.organisationId ?? '',
    organisationName: filing.organisationName ?? { zh: '', en: '' },
    sector: filing.sector ?? '',
    region: filing.region ?? '',
    scenario: command.scenario,
    lane,
    versionHash,
    version: version.version,
    plan: command.plan,
    openingId: found.opening.id,
  })
}

export const submit = (state: Deployment, occasion: Occasion, facts: DeploymentFacts): Answer => {
  const today = shanghaiDateOf(occasion.at)
  if (state.plan && state.plan.startOn < today) return refuse('deployment.laterDateNeeded', { startOn: state.plan.startOn })
  const fault = obstacleNow(state, occasion, facts)
  if (fault) return fault
  const found = openingFor(facts.openings ?? [], today)
  return grant({
    type: 'submitted',
    receiptNo: deploymentReceipt(state, facts.serial ?? 0),
    applicationHash: hashOf(state),
    openingId: found?.opening.id ?? '',
    openingNo: found?.version.no ?? 0,
  })
}

export const accept = (state: Deployment, occasion: Occasion, facts: DeploymentFacts): Answer => {
  const isDeemed = hasLapsed(state, 'LIC-1', occasion)
  const from = isDeemed ? (state.receipt?.at ?? occasion.at) : occasion.at
  return grant({ type: 'accepted', isDeemed, from, rule: reviewRuleOf(facts.openings ?? [], occasion.at) })
}

/** Silence accepts here as it does a filing, from the day of receipt (Licensing Law 32). */
export const deem = (state: Deployment, occasion: Occasion, facts: DeploymentFacts): Answer =>
  hasLapsed(state, 'LIC-1', occasion) ? accept(state, occasion, facts) : refuse('deployment.clockStillRunning', { rule: 'LIC-1' })

const conditionsFault = (isConditional: boolean, conditions: readonly Condition[], { catalogue }: Occasion): No | null => {
  if (isConditional && conditions.length === 0) return refuse('deployment.conditionsMissing')
  if (!isConditional && conditions.length > 0) return refuse('deployment.conditionsWithoutPurpose')
  return conditionFault(catalogue, conditions)
}

export const opine = (state: Deployment, { verdict, conditions, reasons }: CommandOf<'opine'>, occasion: Occasion): Answer => {
  if (state.lane === 'low') return refuse('deployment.concurrenceNotNeeded')
  if (state.concurrence) return refuse('deployment.concurrenceGiven')
  return (
    conditionsFault(verdict === 'concurWithConditions', conditions, occasion) ??
    grant({ type: 'opined', verdict, conditions, reasons, applicationHash: state.applicationHash ?? '' })
  )
}

export const concur = (state: Deployment, { verdict, conditions, reasons }: CommandOf<'concur'>, occasion: Occasion): Answer => {
  if (state.concurrence) return refuse('deployment.concurrenceGiven')
  if (state.opinion?.applicationHash !== state.applicationHash) return refuse('deployment.opinionMissing')
  return (
    conditionsFault(verdict === 'concurWithConditions', conditions, occasion) ??
    grant({ type: 'concurred', verdict, conditions, reasons, applicationHash: state.applicationHash ?? '' })
  )
}

/** A pilot ends on a day; any approval that has an end has it in the future. */
const validityFault = ({ outcome, validUntil }: Pick<CommandOf<'decide'>, 'outcome' | 'validUntil'>, { at }: Occasion): No | null => {
  if (outcome === 'approvePilot' && validUntil === null) return refuse('deployment.endDateMissing')
  return validUntil !== null && validUntil <= shanghaiDateOf(at) ? refuse('deployment.laterDateNeeded', { validUntil }) : null
}

// A pilot is approved on conditions or without: its limits are the conditions.
const isConditional = (outcome: CommandOf<'decide'>['outcome'], conditions: readonly Condition[]): boolean =>
  outcome === 'approveWithConditions' || (outcome === 'approvePilot' && conditions.length > 0)

export const recommend = (
  state: Deployment,
  { outcome, conditions, reasons, validUntil }: CommandOf<'recommend'>,
  occasion: Occasion,
): Answer =>
  validityFault({ outcome, validUntil }, occasion) ??
  conditionsFault(isConditional(outcome, conditions), conditions, occasion) ??
  grant({ type: 'recommended', outcome, conditions, reasons, validUntil, applicationHash: state.applicationHash ?? '' })

const sectorFault = ({ lane, concurrence, applicationHash: hash }: Deployment, { outcome, conditions }: CommandOf<'decide'>): No | null => {
  if (lane === 'low') return null
  if (concurrence?.applicationHash !== hash || !concurrence) return refuse('deployment.concurrenceMissing', { lane })
  if (outcome === 'refuse') return null
  if (concurrence.verdict === 'object') return refuse('deployment.sectorObjects')
  const dropped = missingConditions(concurrence.conditions, conditions)
  return dropped.length > 0
    ? refuse('deployment.sectorConditionMissing', { conditions: dropped.map(({ text }) => text.zh), count: dropped.length })
    : null
}

/** The approver's decision, on the reviewer's recommendation and with the sector's signature, as for a filing; approved only while nothing stands in the way. */
export const decideApplication = (state: Deployment, command: CommandOf<'decide'>, occasion: Occasion, facts: DeploymentFacts): Answer => {
  const { outcome, conditions, reasons, remedies, validUntil } = command
  if (state.recommendation?.applicationHash !== state.applicationHash || !state.recommendation)
    return refuse('deployment.recommendationMissing')
  if (state.recommendation.outcome !== outcome)
    return refuse('deployment.recommendationDiffers', { recommended: state.recommendation.outcome, outcome })
  const fault =
    sectorFault(state, command) ??
    validityFault(command, occasion) ??
    conditionsFault(isConditional(outcome, conditions), conditions, occasion) ??
    (outcome === 'refuse' ? null : obstacleNow(state, occasion, facts))
  if (fault) return fault
  if (outcome !== 'approve' && remedies === null) return refuse('deployment.remediesMissing')
  // Decided anew after a change of version, it keeps its number: it is the same deployment.
  const number = outcome === 'refuse' ? null : (state.number ?? deploymentNumber(state, facts.serial ?? 0))
  const published =
    number === null
      ? null
      : {
          number,
          filingNumber: state.filingNumber ?? '',
          agentName: state.agentName,
          version: state.version ?? '',
          scenario: state.scenario ?? '',
          regions: state.regions,
          outcome,
          conditions: conditions.map(({ text }) => text),
          decidedOn: shanghaiDateOf(occasion.at),
          validUntil,
        }
  const forumId = forumOf(occasion.catalogue, occasion.post)
  return grant({
    type: 'decided',
    outcome,
    number,
    conditions,
    reasons,
    remedies,
    forumId,
    validUntil,
    applicationHash: state.applicationHash ?? '',
    published,
  })
}

/** Another version in the same place: a derived one goes on, a major one is assessed anew and runs nothing meanwhile (policy.md 5.3). */
export const changeVersion = (state: Deployment, command: CommandOf<'changeVersion'>, { at }: Occasion, facts: DeploymentFacts): Answer => {
  const { versionHash } = command
  const { agent, filing } = facts
  if (versionHash === state.versionHash) return refuse('deployment.nothingChanged')
  const version = agent?.versions.find((one) => one.hash === versionHash)
  if (!agent || !version || !filing) return refuse('deployment.versionNotFiled', { versionHash })
  if (filing.agentId !== state.agentId) return refuse('deployment.filingOfOtherAgent', { filingId: filing.id })
  // The limits and recalls hold for the new version as for the old one.
  const fault = obstacle(facts, runningOn(state, shanghaiDateOf(at), versionHash))
  if (fault) return fault
  // What had to be approved anew as a filing is assessed anew as a deployment, however little it loosened.
  const isApprovedAnew = filing.id !== state.filingId && (filing.followsChange ?? null) !== null
  const isDerived = !isApprovedAnew && isMinorOf(agent, state.decidedVersionHash ?? '', versionHash)
  return grant({
    type: 'versionChanged',
    versionHash,
    version: version.version,
    isDerived,
    filingId: filing.id,
    filingNumber: filing.decision?.number ?? null,
    applicationHash: hashOf(state, versionHash, filing.id),
  })
}
