// Recalls of the demonstration: suspected, investigated, noticed, objected to, ordered, carried out, evaluated, ended.
import type { Filing } from '#domain/filing/filing'
import { affectedNow } from '#domain/recall/progress'
import type { Recall } from '#domain/recall/state'
import { must, stateOf } from './door.ts'
import { both, one, partiesOf, type Stage, who } from './lives.ts'
import type { Life } from './schedule.ts'
import { lettersAbout } from './tier.ts'

type Texts = { hazard: { zh: string; en: string }; must: { zh: string; en: string }; will: { zh: string; en: string } }
export type RecallPlan = {
  agent: Parameters<typeof partiesOf>[1]
  filing: () => string | null
  from: number
  until:
    | 'suspected'
    | 'analysis'
    | 'noDefect'
    | 'investigation'
    | 'drafted'
    | 'notice'
    | 'objection'
    | 'review'
    | 'closedNoDefect'
    | 'ordered'
    | 'voluntary'
    | 'plan'
    | 'progress'
    | 'completed'
    | 'evaluated'
    | 'terminated'
    | 'emergency'
  texts: Texts
  class: 'I' | 'II' | 'III'
  criteria: string[]
  range: string
  measures: string[]
}

const isAfter = (plan: RecallPlan, step: RecallPlan['until']): boolean => {
  const path: RecallPlan['until'][] = [
    'suspected',
    'analysis',
    'investigation',
    'drafted',
    'notice',
    'voluntary',
    'plan',
    'progress',
    'completed',
    'evaluated',
    'terminated',
  ]
  const end = ['objection', 'review', 'closedNoDefect', 'ordered'].includes(plan.until)
    ? 'notice'
    : plan.until === 'emergency'
      ? 'investigation'
      : plan.until
  return path.indexOf(end) >= path.indexOf(step)
}

/** One recall up to where its plan stops. */
export async function* recallLife(stage: Stage, plan: RecallPlan): Life {
  const { lead, representative } = partiesOf(stage, plan.agent)
  const officer = who(stage, 'gu.chuan')
  const second = who(stage, 'lu.qing')
  const signatory = who(stage, 'shen.yue')
  let day = plan.from
  const at = (time = '14:00') => stage.when(day, time)
  const next = (days: number, time = '14:00') => {
    day += days
    return at(time)
  }
  yield at()
  const filingId = plan.filing()
  if (!filingId) return
  const filing = await stateOf<Filing>('filing', filingId)
  const scope = { versionRange: plan.range, versionHashes: [], buildHashes: [], component: null, scenarios: [], regions: [] }
  const id = await must(
    officer,
    'recall',
    null,
    'create',
    {
      agentId: filing.agentId,
      organisationId: filing.organisationId,
      sector: filing.sector,
      region: filing.region,
      scenario: filing.scenarios[0],
      scope,
      hazard: plan.texts.hazard,
      riskCodes: ['AIA01', 'ASI02'],
      cause: null,
      howFound: one.howFound,
      harm: both.harmPay.zh,
      class: plan.class,
      criteria: plan.criteria,
    },
    at(),
  )
  if (!isAfter(plan, 'analysis') && plan.until !== 'noDefect') return
  if (plan.until !== 'emergency') {
    yield next(1)
    await must(officer, 'recall', id, 'askAnalysis', { questions: one.questions, basis: [one.basis] }, at())
    yield next(0, '16:00')
    await receiveAll(stage, id, lead, at('16:00'))
    if (plan.until === 'analysis') return
    yield next(3)
    await must(
      lead,
      'recall',
      id,
      'answerAnalysis',
      {
        finding: plan.until === 'noDefect' ? 'noDefect' : 'defect',
        explanation: plan.until === 'noDefect' ? both.noDefect.zh : one.analysisDefect,
        evidenceHash: 'cd'.repeat(32),
      },
      at(),
    )
    if (plan.until === 'noDefect') return
  }
  yield next(1)
  await must(officer, 'recall', id, 'openInvestigation', { ground: 'graveRisk', reason: one.investigation }, at())
  if (plan.until === 'investigation') return
  if (plan.until === 'emergency') {
    await must(
      officer,
      'recall',
      id,
      'proposeEmergency',
      {
        scope,
        facts: plan.texts.hazard,
        whatUsersMustDo: plan.texts.must,
        reasons: one.emergency,
        basis: [one.basis],
        reviewOn: stage.when(day + 14).slice(0, 10),
      },
      at('14:20'),
    )
    await must(
      signatory,
      'recall',
      id,
      'orderEmergency',
      { reasons: one.emergency, reviewOn: stage.when(day + 14).slice(0, 10) },
      at('14:40'),
    )
    return
  }
  yield next(2)
  await must(
    officer,
    'recall',
    id,
    'draftNotice',
    {
      facts: plan.texts.hazard,
      hazard: plan.texts.hazard,
      harm: both.harmPay,
      riskCodes: ['AIA01', 'ASI02'],
      cause: null,
      scope,
      measures: plan.measures,
      whatUsersMustDo: plan.texts.must,
      whatCompanyWillDo: plan.texts.will,
      startOn: at().slice(0, 10),
      targetDates: [{ measure: plan.measures[0], on: stage.when(day + 30).slice(0, 10) }],
      contact: { name: filing.organisationName?.zh ?? '', phone: '+86 10 5550 0199', address: '' },
      costs: both.costs,
      legalBasis: [one.basis],
      depth: 'user',
      checkLevel: 'A',
    },
    at(),
  )
  if (plan.until === 'drafted') return
  await must(second, 'recall', id, 'validateClass', { agrees: true, reason: one.validate }, at('15:00'))
  yield next(1)
  await must(signatory, 'recall', id, 'issueNotice', { reasons: one.issue }, at())
  yield next(0, '17:00')
  await receiveAll(stage, id, lead, at('17:00'))
  if (plan.until === 'notice') return
  if (['objection', 'review', 'closedNoDefect', 'ordered'].includes(plan.until)) {
    yield next(4)
    await must(lead, 'recall', id, 'object', { grounds: one.objection, evidenceHash: 'ef'.repeat(32), asksTesting: true }, at())
    if (plan.until === 'objection') return
    yield next(3)
    await must(officer, 'recall', id, 'conveneReview', { panel: panelOf(), testing: true }, at())
    if (plan.until === 'review') return
    yield next(8)
    await must(
      officer,
      'recall',
      id,
      'recordOpinion',
      { finding: plan.until === 'closedNoDefect' ? 'noDefect' : 'defect', summary: one.opinion, reportHash: '12'.repeat(32) },
      at(),
    )
    yield next(2)
    if (plan.until === 'closedNoDefect')
      await must(signatory, 'recall', id, 'closeNoDefect', { reasons: one.opinion, publicReason: both.noDefect }, at())
    else await must(signatory, 'recall', id, 'order', { reasons: one.order, basis: [one.basis] }, at())
    return
  }
  yield next(1)
  await must(representative, 'recall', id, 'declareVoluntary', { statement: one.declare }, at())
  if (plan.until === 'voluntary') return
  yield next(3)
  await must(
    lead,
    'recall',
    id,
    'filePlan',
    {
      responsible: { unit: filing.organisationName?.zh ?? '', person: lead.name.zh, phone: '+86 10 5550 0199' },
      remedy: both.repair,
      steps: [{ what: one.stage, on: stage.when(day + 10).slice(0, 10) }],
      channels: [{ organisationId: stage.organisations.wanxiang, name: 'Wanxiang' }],
      operators: 2,
      users: 12000,
      package: null,
      costs: both.costs,
    },
    at(),
  )
  if (plan.until === 'plan') return
  yield next(1)
  await must(lead, 'recall', id, 'publishPlan', { text: both.repair, told: [{ name: 'Wanxiang', on: at().slice(0, 10) }] }, at())
  yield next(2)
  const deployments = async () => affectedNow(await stateOf<Recall>('recall', id)).map((each) => each.deploymentId)
  for (const deploymentId of await deployments())
    await must(lead, 'recall', id, 'acknowledge', { deploymentId, statement: 'stopped' }, at())
  yield next(3)
  const count = (await deployments()).length
  await must(
    lead,
    'recall',
    id,
    'reportStage',
    { buckets: { remedied: 0, notified: count, unreachable: 0, refused: 0, notYet: 0 }, narrative: one.stage, next: one.next },
    at(),
  )
  if (plan.until === 'progress') return
  yield next(6)
  for (const deploymentId of await deployments())
    await must(
      officer,
      'recall',
      id,
      'recordCheck',
      { deploymentId, outcome: 'stopHolds', method: 'probe', evidenceHash: '34'.repeat(32) },
      at(),
    )
  await must(
    lead,
    'recall',
    id,
    'finish',
    {
      buckets: { remedied: count, notified: 0, unreachable: 0, refused: 0, notYet: 0 },
      finishedOn: at().slice(0, 10),
      summary: one.final,
      evidenceHash: '56'.repeat(32),
    },
    at('15:00'),
  )
  if (plan.until === 'completed') return
  yield next(5)
  await must(
    second,
    'recall',
    id,
    'evaluate',
    { panel: panelOf(), outcome: 'effective', opinion: one.evaluate, reportHash: '78'.repeat(32) },
    at(),
  )
  if (plan.until === 'evaluated') return
  yield next(3)
  await must(signatory, 'recall', id, 'terminate', { reasons: one.terminate, publicReason: both.done }, at())
}

const panelOf = () =>
  ['A', 'B', 'C'].map((letter) => ({
    name: `Expert ${letter}`,
    affiliation: 'Institute of Invented Tests',
    hasInterest: false,
    declaration: one.impartial,
  }))

/** The company opens every letter about a case that it has not opened. */
const receiveAll = async (_stage: Stage, caseId: string, by: Parameters<typeof must>[0], at: string) => {
  for (const letterId of await lettersAbout(caseId)) await must(by, 'letter', letterId, 'receive', {}, at)
}
