// The lives of a demonstration: every state of every case, told by the people who would make it so, dated relative to today.

import { specimenVersion } from '#domain/agent/specimen'
import type { AgentVersion } from '#domain/agent/version'
import type { Actor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import agents from './agents.json'
import { documentsFor, rawReportFor } from './documents.ts'
import { must, stateOf } from './door.ts'
import type { Company } from './people.ts'
import type { Life } from './schedule.ts'
import texts from './texts.json'

export const { both, one } = texts
export type Moment = (days: number, time?: string) => string
/** `agents` are those that a filing has entered, by key: later filings of the same agent name them. */
export type Stage = Company & { when: Moment; today: string; agents: Map<string, string> }
type AgentKey = keyof typeof agents

export const remedies = { reconsideration: both.legalPath, suit: both.suitPath }
export const reasons = [{ rule: one.rule, evidence: one.evidence, finding: one.finding }]
export const refusals = [{ rule: one.rule, evidence: one.evidence, finding: one.refuseFinding }]
export const adverse = { facts: one.facts, basis: [one.basis], reasons: one.reasons, remedies }
export const condition = (text: { zh: string; en: string }, dueOn: string | null = null) => ({ libraryId: null, text, params: {}, dueOn })

/** Who is who on a stage: an actor by key, or a fault of the seed. */
export const who = (stage: Stage, key: string): Actor => {
  const found = stage.people[key]
  if (!found) throw new Error(`no person ${key}`)
  return found
}

const sectorPeople: Record<string, [string, string]> = {
  health: ['chen.rui', 'he.shen'],
  finance: ['liu.heng', 'tang.yi'],
  education: ['fang.qian', 'bai.lu'],
  energy: ['qin.yao', 'jiang.bo'],
  commerce: ['luo.yi', 'peng.hao'],
  cyberspace: ['xie.an', 'mei.lin'],
}
const companyPeople: Record<string, { lead: string; representative: string }> = {
  lichuan: { lead: 'mo.ran', representative: 'yue.chuan' },
  yanqiao: { lead: 'ning.ke', representative: 'yan.qiao' },
  qingxiang: { lead: 'su.qing', representative: 'xiang.wan' },
  zhenshi: { lead: 'shi.quan', representative: 'zhen.shan' },
  hehe: { lead: 'he.miao', representative: 'he.nian' },
  lanting: { lead: 'lan.xin', representative: 'ting.lan' },
  sujin: { lead: 'jin.su', representative: 'su.jin' },
  saosa: { lead: 'sa.fei', representative: 'sao.yan' },
  yunze: { lead: 'yun.zhe', representative: 'ze.ming' },
}
/** The people of an agent's case: company, office and sector authority. */
export const partiesOf = (stage: Stage, key: AgentKey) => {
  const spec = agents[key]
  const company = companyPeople[spec.org]!
  const [sectorReviewer, sectorApprover] = sectorPeople[spec.sector] ?? ['', '']
  const isShanghai = spec.org === 'yunze'
  return {
    lead: who(stage, company.lead),
    representative: who(stage, company.representative),
    intake: who(stage, isShanghai ? 'wu.hai' : 'zhou.lan'),
    reviewer: who(stage, isShanghai ? 'ding.jie' : 'li.wen'),
    approver: who(stage, isShanghai ? 'cao.min' : 'zhao.cheng'),
    sectorReviewer: sectorReviewer ? who(stage, sectorReviewer) : null,
    sectorApprover: sectorApprover ? who(stage, sectorApprover) : null,
  }
}

/** The description of an invented agent: the specimen with what is its own. */
export const descriptionOf = (key: AgentKey, changes: Partial<AgentVersion> = {}): AgentVersion => ({
  ...specimenVersion,
  identityCode: null,
  buildHash: null,
  ...(agents[key].content as unknown as Partial<AgentVersion>),
  ...changes,
})

export type FilingPlan = {
  agent: AgentKey
  /** Days from today at which the draft is opened. */
  from: number
  /** The last step to take. */
  until:
    | 'draft'
    | 'submitted'
    | 'correction'
    | 'resubmitted'
    | 'lapsing'
    | 'deeming'
    | 'rejected'
    | 'accepted'
    | 'review'
    | 'tier'
    | 'testing'
    | 'tested'
    | 'concurrence'
    | 'opined'
    | 'concurred'
    | 'recommended'
    | 'refused'
    | 'filed'
    | 'suspended'
    | 'revocation'
    | 'revoked'
    | 'cancelled'
    | 'withdrawn'
  changes?: Partial<AgentVersion>
  conditions?: { zh: string; en: string }[]
  owner?: string
  tests?: string[]
  /** Working pace: days between steps. */
  pace?: number
  onOpened?: (id: string) => void
  onFiled?: (id: string) => void
  isExtended?: boolean
  isReturned?: boolean
  /** Files are written and synced one by one: a great drill leaves most filings without. */
  documents?: boolean
}

const order: FilingPlan['until'][] = [
  'draft',
  'submitted',
  'accepted',
  'review',
  'tier',
  'testing',
  'tested',
  'concurrence',
  'opined',
  'concurred',
  'recommended',
  'filed',
]
const reaches = (plan: FilingPlan, step: FilingPlan['until']): boolean => {
  const end = ['suspended', 'revocation', 'revoked', 'cancelled'].includes(plan.until)
    ? 'filed'
    : plan.until === 'refused'
      ? 'recommended'
      : plan.until
  return order.indexOf(end) >= order.indexOf(step)
}

/** One filing from its first line to where its plan stops. */
export async function* filingLife(stage: Stage, plan: FilingPlan): Life {
  const spec = agents[plan.agent]
  const { lead, representative, intake, reviewer, approver, sectorReviewer, sectorApprover } = partiesOf(stage, plan.agent)
  const content = descriptionOf(plan.agent, plan.changes)
  const pace = plan.pace ?? 2
  let day = plan.from
  const next = (days = pace, time = '10:00') => {
    day += days
    return stage.when(day, time)
  }
  const at = () => stage.when(day, '10:00')

  yield at()
  const id = await must(
    lead,
    'filing',
    null,
    'create',
    {
      organisationId: stage.organisations[spec.org],
      agentId: stage.agents.get(plan.agent) ?? null,
      agentName: content.names,
      sector: spec.sector,
      scenarios: spec.scenarios,
      purpose: content.purpose,
    },
    at(),
  )
  const documents = plan.documents === false ? undefined : await documentsFor(lead, content.names.en, at())
  await must(lead, 'filing', id, 'describe', { content, use: spec.use, documents }, at())
  plan.onOpened?.(id)
  if (plan.until === 'draft') return
  yield next(0, '15:20')
  await must(representative, 'filing', id, 'submit', {}, stage.when(day, '15:20'))
  const { agentId } = await stateOf<{ agentId: string | null }>('filing', id)
  if (agentId) stage.agents.set(plan.agent, agentId)
  if (plan.owner) await must(intake, 'filing', id, 'assign', { ownerId: who(stage, plan.owner).personId }, stage.when(day, '15:40'))
  if (plan.until === 'submitted' || plan.until === 'deeming') return
  if (['correction', 'lapsing', 'resubmitted'].includes(plan.until)) {
    yield next(1)
    await must(
      intake,
      'filing',
      id,
      'requestCorrection',
      { items: [{ section: 'stop_and_appeal', path: null, what: one.correction, basis: one.correctionBasis }] },
      at(),
    )
    // Who leaves it unanswered has read it all the same: the time to answer runs from the delivery.
    if (plan.until === 'lapsing') await openLetters(lead, id, stage.when(day, '16:00'))
    if (plan.until !== 'resubmitted') return
    yield next(2)
    await must(lead, 'filing', id, 'describe', { content: { oversight: { ...content.oversight, stopWithinSeconds: 5 } } }, at())
    await must(representative, 'filing', id, 'resubmit', { answer: one.answer }, at())
    return
  }
  if (plan.until === 'withdrawn') {
    yield next(1)
    await must(lead, 'filing', id, 'withdraw', { reason: one.withdraw }, at())
    return
  }
  yield next(1)
  if (plan.until === 'rejected') {
    await must(intake, 'filing', id, 'rejectIntake', { ...adverse, goTo: both.goTo }, at())
    return
  }
  await must(intake, 'filing', id, 'accept', {}, at())
  if (!reaches(plan, 'review')) return
  yield next()
  await must(reviewer, 'filing', id, 'startReview', {}, at())
  if (!reaches(plan, 'tier')) return
  yield next(1)
  const { tierProposal } = await import('./tier.ts')
  const placements = await tierProposal(id, at())
  await must(reviewer, 'filing', id, 'placeInTier', { placements }, at())
  if (documents?.[0] && reaches(plan, 'recommended'))
    await must(
      reviewer,
      'filing',
      id,
      'ruleOnConfidentiality',
      { attachmentId: documents[0].attachmentId, isConfidential: true, reason: one.architectureRuling },
      at(),
    )
  const lane = placements.some((one) => one.lane === 'sensitive')
    ? 'sensitive'
    : placements.some((one) => one.lane === 'key')
      ? 'key'
      : 'low'
  if (plan.isExtended) await must(approver, 'filing', id, 'extend', { reason: one.extend }, at())
  if (plan.tests && reaches(plan, 'testing')) {
    yield next()
    await must(reviewer, 'filing', id, 'requestTest', { testItemIds: plan.tests }, at())
    if (!reaches(plan, 'tested')) return
    for await (const when of runTests(stage, id, plan.tests.length, stage.when, () => {
      day += 2
      return day
    }))
      yield when
  }
  if (!reaches(plan, 'concurrence')) return
  if (lane !== 'low' && sectorReviewer && sectorApprover) {
    yield next()
    await must(reviewer, 'filing', id, 'askConcurrence', { question: one.question }, at())
    if (!reaches(plan, 'opined')) return
    yield next()
    await must(sectorReviewer, 'filing', id, 'opine', { verdict: 'concur', reasons }, at())
    if (!reaches(plan, 'concurred')) return
    yield next()
    await must(sectorApprover, 'filing', id, 'concur', { verdict: 'concur', reasons }, at())
  }
  if (!reaches(plan, 'recommended')) return
  yield next()
  const conditions = (plan.conditions ?? []).map((text) => condition(text))
  const outcome = plan.until === 'refused' ? 'refuse' : conditions.length > 0 ? 'fileWithConditions' : 'file'
  await must(reviewer, 'filing', id, 'recommend', { outcome, conditions, reasons: outcome === 'refuse' ? refusals : reasons }, at())
  if (plan.isReturned) {
    yield next(1)
    await must(approver, 'filing', id, 'returnToReviewer', { reason: one.return }, at())
    return
  }
  if (plan.until === 'recommended') return
  yield next()
  await must(
    approver,
    'filing',
    id,
    'decide',
    { outcome, conditions, reasons: outcome === 'refuse' ? refusals : reasons, remedies: outcome === 'file' ? null : remedies },
    at(),
  )
  if (plan.until === 'refused') return
  plan.onFiled?.(id)
  if (plan.until === 'filed') return
  yield next(12)
  if (plan.until === 'cancelled') {
    await must(
      representative,
      'filing',
      id,
      'cancel',
      { cause: 'service_ended', endedOn: at().slice(0, 10), arrangements: one.withdraw, publicReason: both.cancelReason },
      at(),
    )
    return
  }
  await must(
    approver,
    'filing',
    id,
    'suspend',
    { ...adverse, publicReason: both.suspendReason, rectifyBy: stage.when(day + 30).slice(0, 10) },
    at(),
  )
  if (plan.until === 'suspended') return
  yield next(3)
  await must(
    reviewer,
    'filing',
    id,
    'proposeRevocation',
    { ground: 'false_material', facts: one.facts, basis: [one.basis], reasons: one.reasons },
    at(),
  )
  await openLetters(lead, id, stage.when(day, '16:00'))
  if (plan.until === 'revocation') return
  yield next(12)
  await must(approver, 'filing', id, 'revoke', { ...adverse, publicReason: both.revokeReason }, at())
}

/** Everything that the office wrote about a case and nobody has opened yet. */
const openLetters = async (reader: Actor, id: string, at: string): Promise<void> => {
  const { lettersAbout } = await import('./tier.ts')
  for (const letter of await lettersAbout(id)) await must(reader, 'letter', letter, 'receive', {}, at)
}

/** The tests that a filing ordered, carried out by a laboratory: assigned, started, handed in, signed, accepted. */
async function* runTests(stage: Stage, filingId: string, count: number, when: Moment, nextDay: () => number): AsyncGenerator<string> {
  const { obligationsOf } = await import('./tier.ts')
  const coordinator = who(stage, 'sun.yan')
  const day = nextDay()
  yield when(day, '09:30')
  for (const obligation of (await obligationsOf(filingId)).slice(0, count))
    await testLife(stage, obligation, coordinator, 'accepted', (n) => when(day, `1${n}:00`))
}

export type TestEnd = 'assigned' | 'started' | 'handedIn' | 'signed' | 'returned' | 'failed' | 'accepted' | 'waived'

/** One obligation up to where it should stand. `clock(n)` gives ascending instants; `dueOn` is a day of its own, before the one that the limit gives. */
export const testLife = async (
  stage: Stage,
  id: string,
  coordinator: Actor,
  until: TestEnd,
  clock: (n: number) => string,
  lab: 'hengzhun' | 'mingjian' = 'hengzhun',
  dueOn: string | null = null,
): Promise<void> => {
  const [tester, signatory] = lab === 'hengzhun' ? ['heng.yi', 'zhun.er'] : ['ming.san', 'jian.si']
  if (until === 'waived') {
    await must(who(stage, 'zhao.cheng'), 'obligation', id, 'waive', { reason: one.waive }, clock(0))
    return
  }
  await must(
    coordinator,
    'obligation',
    id,
    'assign',
    { labId: stage.labs[lab], sampledBy: 'authority', paidBy: 'company', dueOn },
    clock(0),
  )
  if (until === 'assigned') return
  await must(who(stage, tester!), 'obligation', id, 'start', {}, clock(1))
  if (until === 'started') return
  const state = await stateOf<{ items: { id: string }[]; versionHash: string }>('obligation', id)
  const isBad = until === 'failed'
  const rawFile = await rawReportFor(who(stage, tester!), id, clock(2), clock(1).slice(0, 10))
  await must(
    who(stage, tester!),
    'obligation',
    id,
    'handIn',
    {
      method: shippedCatalogue['test-items'].items.find((item) => item.id === state.items[0]?.id)?.method ?? 'replay',
      procedure: one.procedure,
      sampleCount: 4000,
      items: state.items.map((item) => ({ testItemId: item.id, passed: isBad ? 3100 : 4000, total: 4000, seconds: 1.2, note: '' })),
      rawHash: rawFile.sha256,
      rawFile,
      performedOn: clock(1).slice(0, 10),
      versionHash: state.versionHash,
    },
    clock(2),
  )
  if (until === 'handedIn') return
  await must(who(stage, signatory!), 'obligation', id, 'sign', { reportNo: 1 }, clock(3))
  if (until === 'signed') return
  if (until === 'returned') await must(coordinator, 'obligation', id, 'returnReport', { reportNo: 1, reason: one.returnReport }, clock(4))
  else if (until === 'failed') await must(coordinator, 'obligation', id, 'fail', { reportNo: 1, reason: one.failReport }, clock(4))
  else await must(coordinator, 'obligation', id, 'accept', { reportNo: 1, reason: null }, clock(4))
}
