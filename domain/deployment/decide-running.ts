// What happens to an approved deployment: conditions met, started, stopped, resumed, ended.
import { adverseOf } from '#domain/act/act'
import { filesFault } from '#domain/attachment/reference'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { type DeploymentFacts, obstacleNow } from './decide.ts'
import type { Deployment, Standing } from './state.ts'
import type { CommandOf, DeploymentEvent } from './vocabulary.ts'

type Answer = Decision<DeploymentEvent>

export const meetCondition = (
  state: Deployment,
  { no, evidence, evidenceHash, files }: CommandOf<'meetCondition'>,
  { at }: Occasion,
): Answer => {
  const fault = filesFault(files, shanghaiDateOf(at))
  if (fault) return refuse(fault.code, fault.facts)
  const condition = state.conditions.find((one) => one.no === no)
  if (!condition) return refuse('deployment.conditionMissing', { no })
  return condition.met
    ? refuse('deployment.conditionMetAlready', { no })
    : grant({ type: 'conditionMet', no, evidence, evidenceHash, files })
}

/** Conditions whose day has come and that nothing was shown for. */
const overdue = (state: Deployment, on: string): number[] =>
  state.conditions.filter((one) => one.met === null && one.dueOn !== null && one.dueOn <= on).map((one) => one.no)

/** The last day on which it may run: the end of the approval, or of the exit period of a closed scenario. Null when neither is set. */
export const lastDayOf = ({ decision, exitUntil }: Deployment): string | null => {
  const until = decision?.validUntil ?? null
  return until !== null && exitUntil !== null ? (until < exitUntil ? until : exitUntil) : (until ?? exitUntil)
}

const isPast = (state: Deployment, on: string): boolean => {
  const last = lastDayOf(state)
  return last !== null && last < on
}

/** The company starts it, on the very version that was decided on or one derived from it, while everything still holds. */
export const activate = (state: Deployment, { startedOn }: CommandOf<'activate'>, occasion: Occasion, facts: DeploymentFacts): Answer => {
  const today = shanghaiDateOf(occasion.at)
  if (startedOn > today) return refuse('deployment.pastDateNeeded', { startedOn })
  if (state.decision && startedOn < shanghaiDateOf(state.decision.at))
    return refuse('deployment.startedBeforeDecision', { startedOn, decidedOn: shanghaiDateOf(state.decision.at) })
  if (isPast(state, today)) return refuse('deployment.approvalExpired', { validUntil: lastDayOf(state) })
  const late = overdue(state, today)
  if (late.length > 0) return refuse('deployment.conditionsUnmet', { conditions: late, count: late.length })
  return obstacleNow(state, occasion, facts) ?? grant({ type: 'activated', startedOn, versionHash: state.versionHash ?? '' })
}

/** Approved and not ended: what may run, or may be started at any moment. */
export const standing: readonly string[] = [
  'pilot_approved',
  'approved',
  'approved_with_conditions',
  'active',
  'suspended',
  're_assessment',
]

export const suspend = (command: CommandOf<'suspend'>, { at }: Occasion): Answer =>
  grant({ type: 'suspended', ...adverseOf(command), publicReason: command.publicReason, on: shanghaiDateOf(at) })

/** A recall, or the end of its filing, stops it at once. What runs nothing, or rests on another filing by now, has nothing to stop; and a consequence must never fail. */
export const halt = (state: Deployment, { cause, byId, reason }: CommandOf<'halt'>, { at }: Occasion): Answer =>
  !standing.includes(state.status) ||
  (state.halt?.byId === byId && state.halt.cause === cause) ||
  (cause.startsWith('filing_') && byId !== state.filingId)
    ? grant()
    : grant({ type: 'halted', cause, byId, reason, on: shanghaiDateOf(at) })

/** Nothing resumes by itself: an approver resumes it when everything holds again. */
export const resume = (state: Deployment, { reason }: CommandOf<'resume'>, occasion: Occasion, facts: DeploymentFacts): Answer => {
  if (isPast(state, shanghaiDateOf(occasion.at))) return refuse('deployment.approvalExpired', { validUntil: lastDayOf(state) })
  const to = (state.statusBefore ?? 'approved') as Standing | 'active' | 're_assessment'
  return (to === 're_assessment' ? null : obstacleNow(state, occasion, facts)) ?? grant({ type: 'resumed', reason, to })
}

export const revoke = (command: CommandOf<'revoke'>, { at }: Occasion): Answer =>
  grant({ type: 'revoked', ...adverseOf(command), publicReason: command.publicReason, on: shanghaiDateOf(at) })

/** Its scenario was closed: what runs may run out the exit period (policy.md 5.3); what was never approved has nothing to run out. */
export const noteClosing = (state: Deployment, { openingId, until }: CommandOf<'noteClosing'>): Answer =>
  standing.includes(state.status) ? grant({ type: 'closingNoted', openingId, until }) : grant()

/** A reconsideration took the refusal away: the application is assessed anew. What is not refused any more has nothing to open. */
export const reopen = (
  state: Deployment,
  { reconsiderationId, number: reconsiderationNumber, outcome, reason }: CommandOf<'reopen'>,
  { at }: Occasion,
): Answer =>
  state.status === 'refused'
    ? grant({ type: 'overturned', reconsiderationId, reconsiderationNumber, outcome, reason, on: shanghaiDateOf(at) })
    : grant()

export const expire = (state: Deployment, { at }: Occasion): Answer => {
  const on = shanghaiDateOf(at)
  return isPast(state, on) ? grant({ type: 'expired', on }) : refuse('deployment.approvalStillValid', { validUntil: lastDayOf(state) })
}
