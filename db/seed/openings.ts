// Which scenarios are open in the demonstration: proposed, signed by both authorities, amended, suspended, closed.
import { must } from './door.ts'
import { adverse, both, condition, one, type Stage, who } from './lives.ts'
import type { Life } from './schedule.ts'

export type OpeningPlan = {
  sector: string
  scenario: number
  from: number
  until: 'draft' | 'proposed' | 'concurred' | 'open' | 'amended' | 'suspended' | 'closed' | 'refused'
  ceiling?: 'user_only' | 'user_authorised' | 'autonomous'
  conditions?: { zh: string; en: string }[]
  tests?: string[]
  amount?: number
  onOpen?: (id: string) => void
}

const approvers: Record<string, string> = {
  health: 'he.shen',
  finance: 'tang.yi',
  education: 'bai.lu',
  energy: 'jiang.bo',
  commerce: 'peng.hao',
  cyberspace: 'mei.lin',
}

/** One cell of the matrix, told by the national office and the ministry. */
export async function* openingLife(stage: Stage, plan: OpeningPlan): Life {
  const reviewer = who(stage, 'gao.yuan')
  const approver = who(stage, 'song.ping')
  const sector = who(stage, approvers[plan.sector] ?? '')
  const content = (extra: { zh: string; en: string }[] = []) => ({
    conditions: [...(plan.conditions ?? []), ...extra].map((text) => condition(text)),
    excludedUses: plan.sector === 'health' ? [both.excludedUse] : [],
    requiredTests: plan.tests ?? [],
    autonomyCeiling: plan.ceiling ?? 'autonomous',
    limits: { amountPerActYuan: plan.amount ?? null, amountPerDayYuan: null, users: null },
    filingTrigger: 'before_deployment',
    legalBasis: [one.rule],
    effectiveOn: stage.when(plan.from + 6).slice(0, 10),
    jointHandling: false,
    exitPeriodDays: 90,
  })
  let day = plan.from
  const next = (days: number) => {
    day += days
    return stage.when(day, '09:00')
  }
  const at = () => stage.when(day, '09:00')
  yield at()
  const id = await must(
    reviewer,
    'opening',
    null,
    'create',
    { sector: plan.sector, scenario: plan.scenario, content: content(), reason: one.openReason, asDraft: plan.until === 'draft' },
    at(),
  )
  if (plan.until === 'draft' || plan.until === 'proposed') return
  yield next(3)
  if (plan.until === 'refused') {
    await must(sector, 'opening', id, 'refuse', { reasons: one.refuseFinding, basis: [one.rule], publicReason: both.openingClose }, at())
    return
  }
  await must(sector, 'opening', id, 'concur', { reasons: one.sectorReason }, at())
  if (plan.until === 'concurred') return
  yield next(2)
  await must(approver, 'opening', id, 'sign', { reasons: one.signReason }, at())
  plan.onOpen?.(id)
  if (plan.until === 'open') return
  yield next(40)
  if (plan.until === 'amended') {
    await must(
      reviewer,
      'opening',
      id,
      'amend',
      { content: { ...content([both.confirmEach]), effectiveOn: stage.when(20).slice(0, 10) }, reason: one.openReason },
      at(),
    )
    return
  }
  if (plan.until === 'suspended') {
    await must(approver, 'opening', id, 'suspend', { reasons: one.reasons, basis: adverse.basis, publicReason: both.openingClose }, at())
    return
  }
  await must(sector, 'opening', id, 'close', { reasons: one.reasons, publicReason: both.openingClose }, at())
  yield next(2)
  await must(approver, 'opening', id, 'close', { reasons: one.reasons, publicReason: both.openingClose }, at())
}
