// The lower-risk lane of a seed: self-tests in every state, a spot check that anyone can compute again, information reports and credit records.
import { systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { commitmentOf } from '#domain/sampling/draw'
import type { Sampling } from '#domain/sampling/sampling'
import { applicable } from '#domain/selftest/checklist'
import type { Selftest } from '#domain/selftest/selftest'
import { read, sql } from '../client.ts'
import { links } from '../schema.ts'
import { must, stateOf } from './door.ts'
import { remedies, type Stage, who } from './lives.ts'
import words from './low-lane.json'
import type { Life } from './schedule.ts'

type LowAgent = keyof typeof words.agents
export type LowLaneCast = { lead: string; representative: string; organisation: string; reviewer: string; approver: string }
type SelftestEnd = 'draft' | 'signed' | 'withdrawn' | 'expired' | 'escalated'
export type SelftestPlan = {
  agent: LowAgent
  version: string
  from: number
  until: SelftestEnd
  onPlatform?: boolean
  /** Another sector than the agent's own, where that has the scenario too. */
  sector?: string
  onSigned?: (id: string) => void
}

const people: Record<string, Pick<LowLaneCast, 'lead' | 'representative'>> = {
  lichuan: { lead: 'mo.ran', representative: 'yue.chuan' },
  qingxiang: { lead: 'su.qing', representative: 'xiang.wan' },
  zhenshi: { lead: 'shi.quan', representative: 'zhen.shan' },
  hehe: { lead: 'he.miao', representative: 'he.nian' },
  lanting: { lead: 'lan.xin', representative: 'ting.lan' },
  sujin: { lead: 'jin.su', representative: 'su.jin' },
  saosa: { lead: 'sa.fei', representative: 'sao.yan' },
  yunze: { lead: 'yun.zhe', representative: 'ze.ming' },
}
const castOf = (agent: LowAgent): LowLaneCast => {
  const organisation = words.agents[agent].org
  const isShanghai = organisation === 'yunze'
  const house = people[organisation]
  if (!house) throw new Error(`nobody signs for ${organisation}`)
  return { ...house, organisation, reviewer: isShanghai ? 'ding.jie' : 'li.wen', approver: isShanghai ? 'cao.min' : 'zhao.cheng' }
}

const answersFor = (state: Selftest, on: string) =>
  applicable(state, shippedCatalogue).map((item) => ({
    itemId: item.id,
    answer: 'met',
    evidence: words.evidence[item.id as keyof typeof words.evidence],
    performedOn: on,
  }))
const challengeBody = {
  items: [{ itemId: 'SC-03', finding: words.finding }],
  facts: words.facts,
  basis: [words.basis],
  reasons: words.reasons,
}
const escalateBody = (ground: string) => ({
  ...{ ground, facts: words.facts, basis: [words.basis], reasons: words.reasons, remedies },
  publicReason: words.publicReason,
})

/** The newest letter of a template about a case is opened by the company: from then on its periods run. */
const receive = async (stage: Stage, by: string, about: string, template: string, at: string): Promise<void> => {
  const rows = await read()
    .select({ id: links.id })
    .from(links)
    .where(sql`${links.kind} = 'letter' and ${links.link} = 'about' and ${links.toId} = ${about}`)
  for (const { id } of rows) {
    const letter = await stateOf('letter', id)
    if (letter.template === template && letter.status === 'issued') await must(who(stage, by), 'letter', id, 'receive', {}, at)
  }
}

/** One self-test from its draft to where the plan ends. */
export async function* selftestLife(stage: Stage, plan: SelftestPlan): Life {
  const { lead, representative, organisation, reviewer, approver } = castOf(plan.agent)
  const spec = words.agents[plan.agent]
  const at = (days: number, time = '10:00') => stage.when(plan.from + days, time)
  yield at(0)
  const key = `low:${plan.agent}`
  const organisationId = stage.organisations[organisation] ?? ''
  let agentId = stage.agents.get(key)
  if (!agentId) {
    agentId = await must(
      who(stage, lead),
      'agent',
      null,
      'create',
      { organisationId, names: { zh: spec.zh, en: spec.en }, form: 'software', purpose: spec.purpose },
      at(0),
    )
    stage.agents.set(key, agentId)
  }
  const id = await must(
    who(stage, lead),
    'selftest',
    null,
    'create',
    {
      ...{ organisationId, agentId, sector: plan.sector ?? spec.sector, scenario: spec.scenario, version: plan.version },
      platformIds: plan.onPlatform === false ? [] : [stage.organisations.wanxiang],
      declared: { registeredUsers: 6400, monthlyUsers: 900, flags: ['publicFacing', 'actsAlone'], dataCategories: ['user_content'] },
    },
    at(0, '10:05'),
  )
  const answers = answersFor(await stateOf<Selftest>('selftest', id), at(-1).slice(0, 10))
  await must(
    who(stage, lead),
    'selftest',
    id,
    'describe',
    { answers: plan.until === 'draft' ? answers.slice(0, 5) : answers },
    at(0, '11:00'),
  )
  if (plan.until === 'draft') return
  yield at(0, '15:00')
  await must(who(stage, representative), 'selftest', id, 'sign', {}, at(0, '15:00'))
  plan.onSigned?.(id)
  if (plan.until === 'withdrawn') {
    yield at(30)
    await must(who(stage, lead), 'selftest', id, 'withdraw', { reason: words.withdraw }, at(30))
  }
  if (plan.until === 'expired') {
    yield stage.when(-4)
    await must(systemActor, 'selftest', id, 'expire', {}, stage.when(-4))
  }
  if (plan.until === 'escalated') {
    yield at(10)
    await must(who(stage, reviewer), 'selftest', id, 'challenge', challengeBody, at(10))
    await receive(stage, lead, id, 'selfTestChallenge', at(10, '16:00'))
    yield at(20)
    await must(who(stage, approver), 'selftest', id, 'escalate', escalateBody('wrong_lane'), at(20))
    await receive(stage, lead, id, 'selfTestEscalation', at(20, '16:00'))
  }
}

/** What becomes of each that was drawn, in the order of the draw. */
const drawnEnds = ['confirmed', 'challenged', 'corrected', 'sampled', 'escalated'] as const

/** A spot check that was drawn, and what the officers and companies did with it. */
export async function* samplingLife(
  stage: Stage,
  plan: { from: number; to: number; draw: number; size: number; seed: string; agentOf: (selftestId: string) => LowAgent | null },
): Life {
  const month = (days: number) => stage.when(days, '12:00').slice(0, 7)
  yield stage.when(plan.from, '09:00')
  const id = await must(
    who(stage, 'li.wen'),
    'sampling',
    null,
    'create',
    {
      region: '110000',
      fromMonth: month(plan.from),
      toMonth: month(plan.to),
      size: plan.size,
      seedHash: commitmentOf(plan.seed),
      reason: words.sampling,
    },
    stage.when(plan.from, '09:00'),
  )
  yield stage.when(plan.draw, '09:00')
  await must(who(stage, 'wang.jun'), 'sampling', id, 'draw', { seed: plan.seed }, stage.when(plan.draw, '09:00'))
  const { drawn } = await stateOf<Sampling>('sampling', id)
  yield stage.when(plan.draw + 1, '09:00')
  for (const [i, { selftestId }] of drawn.entries()) {
    const agent = plan.agentOf(selftestId)
    const end = drawnEnds[i % drawnEnds.length]
    if (!agent || end === 'sampled') continue
    const { lead, reviewer } = castOf(agent)
    const at = stage.when(plan.draw + 1, `1${i}:00`)
    if (end === 'confirmed') await must(who(stage, reviewer), 'selftest', selftestId, 'confirm', { reasons: words.confirmReasons }, at)
    else {
      await must(who(stage, reviewer), 'selftest', selftestId, 'challenge', challengeBody, at)
      await receive(stage, lead, selftestId, 'selfTestChallenge', stage.when(plan.draw + 1, '18:00'))
    }
  }
  yield stage.when(plan.draw + 5, '09:00')
  for (const [i, { selftestId }] of drawn.entries()) {
    const agent = plan.agentOf(selftestId)
    const end = drawnEnds[i % drawnEnds.length]
    if (!agent || (end !== 'corrected' && end !== 'escalated')) continue
    const { lead, representative, approver } = castOf(agent)
    const at = (days: number) => stage.when(plan.draw + days, `1${i}:00`)
    const answers = [{ itemId: 'SC-03', answer: 'met', evidence: words.corrected, performedOn: at(4).slice(0, 10) }]
    await must(who(stage, lead), 'selftest', selftestId, 'describe', { answers }, at(5))
    await must(who(stage, representative), 'selftest', selftestId, 'correct', { statement: words.statement }, at(5))
    if (end !== 'escalated') continue
    yield at(8)
    await must(who(stage, approver), 'selftest', selftestId, 'escalate', escalateBody('correction_insufficient'), at(8))
  }
}

/** A spot check whose seed is sealed and whose period still runs, and a national one that was given up. */
export async function* sealedLife(stage: Stage): Life {
  const month = (days: number) => stage.when(days, '12:00').slice(0, 7)
  const seal = (by: string, region: string, fromMonth: string, toMonth: string, seed: string, at: string) =>
    must(
      who(stage, by),
      'sampling',
      null,
      'create',
      { region, fromMonth, toMonth, size: 4, seedHash: commitmentOf(seed), reason: words.sampling },
      at,
    )
  yield stage.when(-70, '09:00')
  const national = await seal('gao.yuan', '000000', month(-70), month(-70), 'a-national-seed-that-was-given-up', stage.when(-70, '09:00'))
  await must(who(stage, 'feng.xu'), 'sampling', national, 'abandon', { reason: words.abandoned }, stage.when(-70, '15:00'))
  yield stage.when(-3, '09:00')
  await seal('li.wen', '110000', month(-3), month(40), 'the-seed-of-the-quarter-that-runs', stage.when(-3, '09:00'))
}

type ReportEnd = 'draft' | 'submitted' | 'returned' | 'noted' | 'withdrawn'
const figures = {
  ...{ registeredUsers: 6400, monthlyUsers: 912, calls: 48210, complaints: 7, complaintsSettled: 6 },
  ...{ incidents: 0, takeovers: 23, refusedActs: 41 },
}
/** A company's report on a self-test for thirty days that are over. */
export async function* companyReportLife(
  stage: Stage,
  plan: { agent: LowAgent; selftest: () => string | null; from: number; until: ReportEnd },
): Life {
  yield stage.when(plan.from, '10:00')
  const selftestId = plan.selftest()
  if (!selftestId) return
  const { lead, reviewer, organisation } = castOf(plan.agent)
  const at = (time: string) => stage.when(plan.from, time)
  const day = (days: number) => stage.when(plan.from + days, '12:00').slice(0, 10)
  const id = await must(
    who(stage, lead),
    'report',
    null,
    'create',
    { reporter: 'company', organisationId: stage.organisations[organisation], selftestId, periodFrom: day(-30), periodTo: day(-1) },
    at('10:00'),
  )
  await must(who(stage, lead), 'report', id, 'describe', { figures, narrative: words.narrative }, at('10:30'))
  if (plan.until === 'draft') return
  if (plan.until === 'withdrawn') {
    await must(who(stage, lead), 'report', id, 'withdraw', { reason: words.withdraw }, at('11:00'))
    return
  }
  await must(who(stage, lead), 'report', id, 'submit', {}, at('11:00'))
  if (plan.until === 'noted') await must(who(stage, reviewer), 'report', id, 'note', {}, at('15:00'))
  if (plan.until === 'returned') await must(who(stage, reviewer), 'report', id, 'returnReport', { reason: words.returned }, at('15:00'))
}

/** A platform's report: everything that it lists is verified, and what holds no longer was taken down. */
export async function* platformReportLife(stage: Stage, plan: { from: number; until: ReportEnd; operator?: string }): Life {
  yield stage.when(plan.from, '10:00')
  const operator = who(stage, plan.operator ?? 'wan.xiang')
  const platformId = stage.organisations.wanxiang ?? ''
  const at = (time: string) => stage.when(plan.from, time)
  const day = (days: number) => stage.when(plan.from + days, '12:00').slice(0, 10)
  const rows = await read()
    .select({ id: links.id })
    .from(links)
    .where(sql`${links.kind} = 'selftest' and ${links.link} = 'platform' and ${links.toId} = ${platformId}`)
  const listed = await Promise.all(rows.map((row) => stateOf<Selftest>('selftest', row.id)))
  const id = await must(
    operator,
    'report',
    null,
    'create',
    { reporter: 'platform', organisationId: platformId, selftestId: null, periodFrom: day(-30), periodTo: day(-1) },
    at('10:00'),
  )
  const body = {
    figures: { complaints: 31, complaintsSettled: 29, listedAgents: listed.length, installations: 20480 },
    narrative: words.narrative,
    listings: listed
      .filter((one) => one.tombstone === null)
      .map((one, i) => ({
        ...{ selftestId: one.id, checkedOn: day(-1) },
        ...(i === 1 ? { finding: 'differs', note: words.platformNote } : { finding: 'agrees', note: '' }),
      })),
    takeDowns: listed.filter((one) => one.tombstone !== null).map((one) => ({ selftestId: one.id, takenDownOn: day(-1), note: '' })),
  }
  await must(operator, 'report', id, 'describe', body, at('10:30'))
  if (plan.until === 'draft') return
  await must(operator, 'report', id, 'submit', {}, at('11:00'))
  if (plan.until === 'noted') await must(who(stage, 'li.wen'), 'report', id, 'note', {}, at('15:00'))
}

type CreditEnd =
  | 'proposed'
  | 'dismissed'
  | 'recorded'
  | 'repairApplied'
  | 'repairAssessed'
  | 'repairRefused'
  | 'repaired'
  | 'ended'
  | 'quashed'
/** A credit record that rests on the end of a low lane. */
export async function* creditLife(
  stage: Stage,
  plan: { agent: LowAgent; selftest: () => string | null; kind: string; severity: 'light' | 'ordinary'; from: number; until: CreditEnd },
): Life {
  const { lead, reviewer, approver, organisation } = castOf(plan.agent)
  const at = (days: number, time = '10:00') => stage.when(plan.from + days, time)
  yield at(0)
  const selftestId = plan.selftest()
  if (!selftestId) return
  const id = await must(
    who(stage, reviewer),
    'credit',
    null,
    'create',
    {
      ...{ organisationId: stage.organisations[organisation], creditKind: plan.kind, severity: plan.severity },
      source: { kind: 'selftest', id: selftestId },
      ...{ facts: words.facts, basis: [words.basis], reasons: words.reasons, publicText: words.creditText },
    },
    at(0),
  )
  if (plan.until === 'proposed') return
  yield at(2)
  if (plan.until === 'dismissed') {
    await must(who(stage, approver), 'credit', id, 'dismiss', { reason: words.dismiss }, at(2))
    return
  }
  await must(who(stage, approver), 'credit', id, 'record', { remedies }, at(2))
  if (plan.until === 'recorded') return
  if (plan.until === 'ended') {
    yield at(100)
    await must(systemActor, 'credit', id, 'end', {}, at(100))
    return
  }
  yield at(4)
  if (plan.until === 'quashed') {
    await must(who(stage, approver), 'credit', id, 'quash', { reason: words.quash }, at(4))
    return
  }
  await must(who(stage, lead), 'credit', id, 'applyRepair', { statement: words.repair }, at(4))
  if (plan.until === 'repairApplied') return
  const isGranted = plan.until === 'repaired'
  const outcome = isGranted ? 'granted' : 'refused'
  const reasons = isGranted ? words.repairReasons : words.repairRefused
  await must(who(stage, reviewer), 'credit', id, 'assessRepair', { outcome, reasons }, at(4, '15:00'))
  if (plan.until === 'repairAssessed') return
  yield at(6)
  const body = { outcome, facts: reasons, basis: [words.basis], reasons, remedies: isGranted ? null : remedies }
  await must(who(stage, approver), 'credit', id, 'decideRepair', body, at(6))
}

/** The lower-risk lane of the demonstration: every status of every kind of it. */
export const lowLaneLives = (stage: Stage): Life[] => {
  const signed = new Map<string, string>()
  const agentOf = (id: string): LowAgent | null => ([...signed].find(([, one]) => one === id)?.[0].split(' ')[0] as LowAgent) ?? null
  const test = (agent: LowAgent, version: string, from: number, until: SelftestEnd, more: Partial<SelftestPlan> = {}) =>
    selftestLife(stage, { agent, version, from, until, onSigned: (id) => signed.set(`${agent} ${version}`, id), ...more })
  const of = (name: string) => () => signed.get(name) ?? null
  const report = (agent: LowAgent, version: string, from: number, until: ReportEnd) =>
    companyReportLife(stage, { agent, selftest: of(`${agent} ${version}`), from, until })
  const credit = (
    kind: string,
    severity: 'light' | 'ordinary',
    from: number,
    until: CreditEnd,
    name: `${LowAgent} ${string}` = 'jizhang 1.0.0',
  ) => creditLife(stage, { agent: name.split(' ')[0] as LowAgent, selftest: of(name), kind, severity, from, until })
  return [
    test('rili', '1.0.0', -190, 'expired'),
    test('jizhang', '1.0.0', -160, 'escalated'),
    test('pinglun', '1.0.0', -150, 'escalated'),
    test('nongshi', '0.9.0', -120, 'withdrawn'),
    ...(['rili 1.4.0', 'youji 2.0.0', 'daogou 3.1.0', 'nongshi 1.0.0', 'cheji 5.2.0', 'shijuan 1.1.0'] as const).map((name, i) => {
      const [agent = 'rili', version = ''] = name.split(' ')
      return test(agent as LowAgent, version, -60 + (i % 2), 'signed', i === 2 ? { onPlatform: false } : {})
    }),
    test('cheji', '5.3.0', -8, 'signed'),
    test('daima', '2.0.0', -6, 'signed'),
    test('youji', '2.1.0', -2, 'draft'),
    test('shijuan', '1.2.0', -1, 'draft'),
    samplingLife(stage, { from: -75, to: -45, draw: -12, size: 5, seed: 'quarterly-check-by-li-wen-7f3a91c2d0', agentOf }),
    sealedLife(stage),
    report('rili', '1.4.0', -30, 'noted'),
    report('youji', '2.0.0', -20, 'returned'),
    report('daogou', '3.1.0', -9, 'submitted'),
    report('shijuan', '1.1.0', -3, 'draft'),
    report('shijuan', '1.1.0', -35, 'withdrawn'),
    platformReportLife(stage, { from: -40, until: 'noted' }),
    platformReportLife(stage, { from: -2, until: 'draft' }),
    credit('false_self_test', 'light', -130, 'ended'),
    credit('false_advertising', 'ordinary', -80, 'recorded'),
    credit('hidden_defect', 'ordinary', -60, 'repaired'),
    credit('misuse', 'ordinary', -50, 'repairRefused'),
    credit('induced_spending', 'light', -20, 'repairApplied'),
    credit('unverified_listing', 'light', -1, 'proposed'),
    credit('false_self_test', 'ordinary', -70, 'repairAssessed', 'pinglun 1.0.0'),
    credit('hidden_defect', 'light', -40, 'quashed', 'pinglun 1.0.0'),
    credit('misuse', 'light', -30, 'dismissed', 'pinglun 1.0.0'),
  ]
}

/** The lower-risk lane of one company of a drill: a self-test whose lane was ended, the report on it, and the record that followed. */
export const drillLowLane = (stage: Stage, sector: string): Life[] => {
  const signed: { id: string | null } = { id: null }
  const of = () => signed.id
  const keep = (id: string) => {
    signed.id = id
  }
  const record = (kind: string, from: number, until: CreditEnd) =>
    creditLife(stage, { agent: 'shijuan', selftest: of, kind, severity: 'ordinary', from, until })
  return [
    selftestLife(stage, { agent: 'shijuan', version: '1.0.0', sector, from: -90, until: 'escalated', onSigned: keep }),
    selftestLife(stage, { agent: 'shijuan', version: '1.1.0', sector, from: -4, until: 'draft' }),
    companyReportLife(stage, { agent: 'shijuan', selftest: of, from: -20, until: 'submitted' }),
    record('false_self_test', -40, 'repairApplied'),
    record('misuse', -5, 'proposed'),
  ]
}
