// What happens to an approved deployment: conditions met, started, stopped, resumed, ended.
import { adverseOf } from '#domain/act/act'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { type DeploymentFacts, obstacleNow } from './decide.ts'
import type { Deployment, Standing } from './state.ts'
import type { CommandOf, DeploymentEvent } from './vocabulary.ts'

type Answer = Decision<DeploymentEvent>

export const meetCondition = (state: Deployment, { no, evidence, evidenceHash }: CommandOf<'meetCondition'>): Answer => {
  const condition = state.conditions.find((one) => one.no === no)
  if (!condition) return refuse('deployment.conditionMissing', { no })
  return condition.met ? refuse('deployment.conditionMetAlready', { no }) : grant({ type: 'conditionMet', no, evidence, evidenceHash })
}

/** Conditions whose day has come and that nothing was shown for. */
const overdue = (state: Deployment, on: string): number[] => state.conditions.filter((one) => one.met === null && one.dueOn !== null && one.dueOn <= on).map((one) => one.no)

const isPast = (state: Deployment, on: string): boolean => state.decision?.validUntil !== null && state.decision?.validUntil !== undefined && state.decision.validUntil < on

/** The company starts it, on the very version that was decided on or one derived from it, while everything still holds. */
export const activate = (state: Deployment, { startedOn }: CommandOf<'activate'>, occasion: Occasion, facts: DeploymentFacts): Answer => {
  const today = shanghaiDateOf(occasion.at)
  if (startedOn > today) return refuse('deployment.pastDateNeeded', { startedOn })
  if (state.decision && startedOn < shanghaiDateOf(state.decision.at)) return refuse('deployment.startedBeforeDecision', { startedOn, decidedOn: shanghaiDateOf(state.decision.at) })
  if (isPast(state, today)) return refuse('deployment.approvalExpired', { validUntil: state.decision?.validUntil })
  const late = overdue(state, today)
  if (late.length > 0) return refuse('deployment.conditionsUnmet', { conditions: late, count: late.length })
  return obstacleNow(state, occasion, facts) ?? grant({ type: 'activated', startedOn, versionHash: state.versionHash ?? '' })
}

export const suspend = (command: CommandOf<'suspend'>, { at }: Occasion): Answer =>
  grant({ type: 'suspended', ...adverseOf(command), publicReason: command.publicReason, on: shanghaiDateOf(at) })

/** A recall, or the end of its filing, stops it at once. What runs nothing has nothing to stop, and a consequence must never fail. */
export const halt = (state: Deployment, { cause, byId, reason }: CommandOf<'halt'>, { at }: Occasion): Answer =>
  state.halt?.byId === byId && state.halt.cause === cause ? grant() : grant({ type: 'halted', cause, byId, reason, on: shanghaiDateOf(at) })

/** Nothing resumes by itself: an approver resumes it when everything holds again. */
export const resume = (state: Deployment, { reason }: CommandOf<'resume'>, occasion: Occasion, facts: DeploymentFacts): Answer => {
  if (isPast(state, shanghaiDateOf(occasion.at))) return refuse('deployment.approvalExpired', { validUntil: state.decision?.validUntil })
  const to = (state.statusBefore ?? 'approved') as Standing | 'active' | 're_assessment'
  return (to === 're_assessment' ? null : obstacleNow(state, occasion, facts)) ?? grant({ type: 'resumed', reason, to })
}

export const revoke = (command: CommandOf<'revoke'>, { at }: Occasion): Answer =>
  grant({ type: 'revoked', ...adverseOf(command), publicReason: command.publicReason, on: shanghaiDateOf(at) })

export const expire = (state: Deployment, { at }: Occasion): Answer => {
  const on = shanghaiDateOf(at)
  return isPast(state, on) ? grant({ type: 'expired', on }) : refuse('deployment.approvalStillValid', { validUntil: state.decision?.validUntil ?? null })
}
