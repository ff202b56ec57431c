// Deployment applications of the demonstration, from draft to running, stopped and ended.
import type { Filing } from '#domain/filing/filing'
import { must, stateOf } from './door.ts'
import { adverse, both, condition, one, partiesOf, reasons, refusals, remedies, type Stage } from './lives.ts'
import type { Life } from './schedule.ts'

export type DeploymentPlan = {
  agent: Parameters<typeof partiesOf>[1]
  /** The filing, once it is filed. */
  filing: () => string | null
  from: number
  until:
    | 'draft'
    | 'submitted'
    | 'accepted'
    | 'assessing'
    | 'concurred'
    | 'recommended'
    | 'pilot'
    | 'approved'
    | 'conditions'
    | 'refused'
    | 'active'
    | 'suspended'
    | 'withdrawn'
    | 'revoked'
  users?: number
  place?: string
}

const steps = ['draft', 'submitted', 'accepted', 'assessing', 'concurred', 'recommended', 'decided', 'active']
const outcomes: Partial<Record<DeploymentPlan['until'], 'approvePilot' | 'approveWithConditions' | 'refuse'>> = {
  pilot: 'approvePilot',
  conditions: 'approveWithConditions',
  refused: 'refuse',
}

/** One application up to where its plan stops. It waits for its filing and ends quietly if there is none. */
export async function* deploymentLife(stage: Stage, plan: DeploymentPlan): Life {
  const { lead, representative, intake, reviewer, approver, sectorReviewer, sectorApprover } = partiesOf(stage, plan.agent)
  const rank = steps.indexOf(
    ['pilot', 'approved', 'conditions', 'refused'].includes(plan.until)
      ? 'decided'
      : ['suspended', 'revoked'].includes(plan.until)
        ? 'active'
        : plan.until === 'withdrawn'
          ? 'submitted'
          : plan.until,
  )
  let day = plan.from
  const at = () => stage.when(day, '11:00')
  const next = (days: number) => {
    day += days
    return at()
  }
  yield at()
  const filingId = plan.filing()
  if (!filingId) return
  const filing = await stateOf<Filing>('filing', filingId)
  const startOn = stage.when(day + 25).slice(0, 10)
  const pilot = plan.until === 'pilot' ? { users: 200, untilOn: stage.when(day + 90).slice(0, 10), measures: one.takeover } : null
  const id = await must(
    lead,
    'deployment',
    null,
    'create',
    {
      filingId,
      agentId: filing.agentId,
      sector: filing.sector,
      scenario: filing.scenarios[0],
      plan: {
        place: plan.place ?? one.place,
        regions: [filing.region ?? '110000'],
        users: plan.users ?? 5000,
        startOn,
        pilot,
        humanTakeover: one.takeover,
        insurance: one.insurance,
        platformIds: [stage.organisations.wanxiang],
      },
    },
    at(),
  )
  if (rank < 1) return
  await must(representative, 'deployment', id, 'submit', {}, at())
  if (plan.until === 'withdrawn') {
    yield next(2)
    await must(lead, 'deployment', id, 'withdraw', { reason: one.withdraw }, at())
    return
  }
  if (rank < 2) return
  yield next(2)
  await must(intake, 'deployment', id, 'accept', {}, at())
  if (rank < 3) return
  yield next(1)
  await must(reviewer, 'deployment', id, 'startAssessment', {}, at())
  if (rank < 4) return
  yield next(2)
  if (sectorReviewer && sectorApprover) {
    await must(sectorReviewer, 'deployment', id, 'opine', { verdict: 'concur', reasons }, at())
    yield next(1)
    await must(sectorApprover, 'deployment', id, 'concur', { verdict: 'concur', reasons }, at())
  }
  if (rank < 5) return
  yield next(2)
  const outcome: 'approve' | 'approvePilot' | 'approveWithConditions' | 'refuse' = outcomes[plan.until] ?? ('approve' as const)
  const conditions = plan.until === 'conditions' ? [condition(both.nightStaff, stage.when(day + 40).slice(0, 10))] : []
  const validUntil = outcome === 'refuse' ? null : stage.when(day + 365).slice(0, 10)
  const why = outcome === 'refuse' ? refusals : reasons
  await must(reviewer, 'deployment', id, 'recommend', { outcome, conditions, reasons: why, validUntil }, at())
  if (rank < 6) return
  yield next(1)
  await must(
    approver,
    'deployment',
    id,
    'decide',
    { outcome, conditions, reasons: why, validUntil, remedies: outcome === 'approve' ? null : remedies },
    at(),
  )
  if (rank < 7) return
  yield next(1)
  await must(lead, 'deployment', id, 'activate', { startedOn: at().slice(0, 10) }, at())
  if (plan.until === 'active') return
  yield next(9)
  if (plan.until === 'suspended')
    await must(approver, 'deployment', id, 'suspend', { ...adverse, publicReason: both.deploymentSuspend }, at())
  else await must(approver, 'deployment', id, 'revoke', { ...adverse, publicReason: both.deploymentSuspend }, at())
}
