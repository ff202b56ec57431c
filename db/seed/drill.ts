// A drill: companies with agents in every state, each marked so that a leak can be seen, made through the door and the same for the same seed.
import type { Actor } from '#domain/case'
import { type ChangePlan, changeLife } from './changes.ts'
import { type DeploymentPlan, deploymentLife } from './deployments.ts'
import { markBodies, must } from './door.ts'
import { newMark, withMarks } from './drill-canary.ts'
import { companyKey, drillCast, type Side, sideOfCompany, sides } from './drill-cast.ts'
import { importsLife } from './imports.ts'
import { both, descriptionOf, type FilingPlan, filingLife, type Stage, type TestEnd, testLife, who } from './lives.ts'
import { drillLowLane } from './low-lane.ts'
import { openingLife } from './openings.ts'
import { type Company, enterCast, enterLab, enterRules } from './people.ts'
import { type RecallPlan, recallLife } from './recalls.ts'
import { type ReconsiderationPlan, reconsiderationLife } from './reconsiderations.ts'
import { type RequestPlan, requestLife } from './requests.ts'
import { type Life, moment, run } from './schedule.ts'
import { obligationsOf } from './tier.ts'

/** What becomes of an agent: how far its filing, its deployment and a recall of it come. */
type Plan = {
  filing: FilingPlan['until']
  tests?: readonly TestEnd[]
  deployment?: DeploymentPlan['until']
  recall?: RecallPlan['until']
  challenge?: Pick<ReconsiderationPlan, 'until' | 'template' | 'outcome'>
  import?: boolean
  change?: Pick<ChangePlan, 'what' | 'until'>
  request?: Pick<RequestPlan, 'what' | 'from'>
  isReturned?: boolean
  isExtended?: boolean
}

/** In this order for each company: the first agents show the most. */
const plans: readonly Plan[] = [
  { filing: 'recommended' },
  { filing: 'filed', tests: ['accepted'], deployment: 'active' },
  { filing: 'draft', import: true },
  { filing: 'review', request: { what: 'open', from: -2 } },
  { filing: 'filed', deployment: 'active', recall: 'progress' },
  { filing: 'testing', tests: ['signed', 'assigned', 'returned', 'handedIn'] },
  { filing: 'filed', deployment: 'recommended', recall: 'drafted' },
  { filing: 'recommended', isReturned: true, isExtended: true },
  { filing: 'filed', deployment: 'active', recall: 'notice' },
  { filing: 'concurred', request: { what: 'held', from: -13 } },
  { filing: 'submitted' },
  { filing: 'filed', deployment: 'active', recall: 'ordered' },
  { filing: 'refused', challenge: { template: 'refusal', until: 'proposed', outcome: 'revoked' } },
  { filing: 'revoked' },
  { filing: 'opined', request: { what: 'answered', from: -4 } },
  { filing: 'filed', deployment: 'assessing', recall: 'suspected' },
  { filing: 'correction' },
  { filing: 'filed', deployment: 'active', recall: 'terminated' },
  { filing: 'suspended', challenge: { template: 'suspension', until: 'decided', outcome: 'upheld' } },
  { filing: 'rejected', challenge: { template: 'nonAcceptance', until: 'accepted' } },
  { filing: 'filed', deployment: 'draft', change: { what: 'retest', until: 'signed' } },
  { filing: 'withdrawn' },
  { filing: 'filed', deployment: 'suspended', recall: 'emergency' },
  { filing: 'cancelled' },
  { filing: 'filed', deployment: 'refused', change: { what: 'notify', until: 'proposed' } },
  { filing: 'filed', deployment: 'revoked' },
  { filing: 'filed', deployment: 'withdrawn', change: { what: 'reapprove', until: 'followed' } },
  { filing: 'filed', deployment: 'conditions', change: { what: 'notify', until: 'signed' } },
]

/** Days before today on which each begins: late enough that no period lapses while the drill is looked at, early enough that all of it has happened. */
const startOf: Partial<Record<FilingPlan['until'], number>> = {
  submitted: -1,
  draft: -2,
  correction: -3,
  review: -6,
  testing: -14,
  opined: -14,
  concurred: -16,
  recommended: -20,
  withdrawn: -6,
  rejected: -6,
}
const recallStart: Partial<Record<RecallPlan['until'], number>> = {
  suspected: -3,
  drafted: -8,
  notice: -10,
  emergency: -4,
  progress: -24,
  ordered: -40,
  terminated: -60,
}

const challengeStart: Partial<Record<ReconsiderationPlan['until'], number>> = { accepted: -4, proposed: -24, decided: -60 }

/** The people of a company's cases under the names that the lives of the demonstration call them by. */
const stageFor = (company: Company, no: number, side: Side, when: Stage['when'], today: string): Stage => {
  const i = sides.indexOf(side) + 1
  const person = (key: string): Actor => {
    const found = company.people[key]
    if (!found) throw new Error(`no person ${key}`)
    return found
  }
  const [lead, representative] = [person(`compliance_lead.${no}`), person(`representative.${no}`)]
  const [sectorReviewer, sectorApprover] = [person(`sector_reviewer.${i}`), person(`sector_approver.${i}`)]
  const labPeople = { 'heng.yi': person('tester.1'), 'zhun.er': person('lab_signatory.1') }
  return {
    ...{ when, today, agents: new Map(), labs: { hengzhun: company.labs['lab-1'] ?? '' } },
    people: {
      ...{
        'mo.ran': lead,
        'he.miao': lead,
        'sa.fei': lead,
        'yue.chuan': representative,
        'he.nian': representative,
        'sao.yan': representative,
      },
      ...{ 'chen.rui': sectorReviewer, 'luo.yi': sectorReviewer, 'he.shen': sectorApprover, 'peng.hao': sectorApprover },
      ...{
        'zhou.lan': person(`intake.${i}`),
        'li.wen': person(`reviewer.${i}`),
        'zhao.cheng': person(`approver.${i}`),
        'sun.yan': person(`testing_coordinator.${i}`),
        'duan.ning': person(`hearing_chair.${i}`),
      },
      ...{
        'gu.chuan': person(`recall_officer.${i}`),
        'lu.qing': person(`second.recall_officer.${i}`),
        'shen.yue': person(`recall_signatory.${i}`),
      },
      ...{ 'xu.yuan': person(`forum.1.${i}`), 'rong.ya': person(`forum.2.${i}`), 'miao.ge': person(`forum.3.${i}`) },
      ...labPeople,
    },
    organisations: {
      ...Object.fromEntries(['lichuan', 'hehe', 'saosa'].map((key) => [key, company.organisations[companyKey(no)] ?? ''])),
      wanxiang: company.organisations['platform-1'] ?? '',
    },
  }
}

const card = (name: string, description: string) =>
  JSON.stringify({
    protocolVersion: '1.0',
    name,
    description,
    version: '1.0.0',
    url: 'https://agent.invented.example/a2a',
    capabilities: {},
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    provider: { organization: name, url: 'https://agent.invented.example' },
    skills: [{ id: 'one', name: `${name} skill`, description, tags: ['drill'] }],
  })

/** One agent: its filing, then what follows from it. */
const livesOf = (stage: Stage, side: Side, no: number, agentNo: number, plan: Plan): Life[] => {
  const agent = side.agents[agentNo % side.agents.length] ?? side.agents[0]
  const { names } = descriptionOf(agent)
  const open: { id: string | null; filed: string | null } = { id: null, filed: null }
  const isFiled = ['filed', 'suspended', 'revocation', 'revoked', 'cancelled'].includes(plan.filing)
  const filing: FilingPlan = {
    agent,
    from: startOf[plan.filing] ?? -110,
    until: plan.filing,
    pace: plan.filing === 'recommended' ? 1 : 2,
    changes: { names: { zh: `${names.zh} ${no}.${agentNo}`, en: `${names.en} ${no}.${agentNo}` } },
    ...(plan.tests ? { tests: plan.tests.map((_, i) => `TI-0${i + 1}`) } : {}),
    ...(plan.isReturned ? { isReturned: true } : {}),
    documents: agentNo < plans.length,
    ...(plan.isExtended ? { isExtended: true } : {}),
    ...(isFiled ? {} : { owner: 'li.wen' }),
    onOpened: (id) => {
      open.id = id
    },
    onFiled: (id) => {
      open.filed = id
    },
  }
  async function* tests(): Life {
    yield stage.when(-5, '09:00')
    const obligations = open.id ? await obligationsOf(open.id) : []
    for (const [i, id] of obligations.entries()) {
      const end = plan.tests?.[i]
      if (end) await testLife(stage, id, who(stage, 'sun.yan'), end, (n) => stage.when(-5, `${String(9 + n).padStart(2, '0')}:${30 + i}`))
    }
  }
  async function* imported(): Life {
    yield stage.when(-2, '12:00')
    if (!open.id) return
    await must(
      who(stage, 'mo.ran'),
      'filing',
      open.id,
      'importDescription',
      {
        text: card(`${names.en} ${no}.${agentNo}`, `${both.doTriage.en} ${newMark()}`),
        fileName: `card ${no}.${agentNo} of the agent.json`,
      },
      stage.when(-2, '12:00'),
    )
  }
  const texts = { hazard: both.hazardTriage, must: both.doTriage, will: both.willTriage }
  return [
    filingLife(stage, filing),
    ...(plan.import ? [imported()] : []),
    ...(agentNo === 0 ? [importsLife(stage, 'qingzhen', () => open.filed)] : []),
    ...(plan.filing === 'testing' ? [tests()] : []),
    ...(plan.request ? [requestLife(stage, { agent, filing: () => open.id, ...plan.request })] : []),
    ...(plan.change ? [changeLife(stage, { agent, filing: () => open.filed, from: -5, ...plan.change })] : []),
    ...(plan.deployment
      ? [deploymentLife(stage, { agent, filing: () => open.filed, from: -80, until: plan.deployment, users: 900 + agentNo })]
      : []),
    ...(plan.challenge
      ? [
          reconsiderationLife(stage, {
            ...{ agent, kind: 'filing', challenged: () => open.id },
            from: challengeStart[plan.challenge.until] ?? -60,
            ...plan.challenge,
          }),
        ]
      : []),
    ...(plan.recall
      ? [
          recallLife(stage, {
            agent,
            filing: () => open.filed,
            from: recallStart[plan.recall] ?? -30,
            until: plan.recall,
            texts,
            class: 'I',
            criteria: ['acts_without_consent', 'minors_harmed'],
            range: '>=0.0.1',
            measures: ['stop'],
          }),
        ]
      : []),
  ]
}

/** Fills an empty database as of now. `organisations` are companies, two at least; agents go round them in turn. */
export const seedDrill = async (organisations: number, agents: number, now: string): Promise<Company> => {
  const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
  const when = moment(today)
  await enterRules(when(-200, '08:00'))
  markBodies(withMarks)
  const cast = drillCast(organisations)
  const company = await enterCast(cast, when(-199, '08:00'), when(-199).slice(0, 10))
  const coordinator = company.people['testing_coordinator.1']
  const signatory = company.people['lab_signatory.1']
  const laboratory = cast.organisations.find((one) => one.key === 'lab-1')
  if (!coordinator || !signatory || !laboratory) throw new Error('a drill has a laboratory')
  const methods = ['red_team', 'replay', 'inspection', 'drill', 'sampling', 'fault_injection']
  await enterLab(
    company,
    'lab-1',
    coordinator,
    signatory,
    { zh: laboratory.zh, en: laboratory.en },
    methods,
    { from: when(-300).slice(0, 10), to: when(300).slice(0, 10) },
    when(-198, '08:00'),
  )
  const openers = sides.map((side, i) => {
    const person = (key: string): Actor => {
      const found = company.people[key]
      if (!found) throw new Error(`no person ${key}`)
      return found
    }
    const sector = person(`national.sector_approver.${i + 1}`)
    const stage: Stage = {
      ...company,
      when,
      today,
      agents: new Map(),
      people: { 'gao.yuan': person('national.reviewer'), 'song.ping': person('national.approver'), 'he.shen': sector, 'peng.hao': sector },
    }
    return openingLife(stage, { sector: side.sector, scenario: side.scenario, from: -180, until: 'amended' })
  })
  const lives = Array.from({ length: agents }, (_, k) => {
    const no = (k % organisations) + 1
    const agentNo = Math.floor(k / organisations)
    const side = sideOfCompany(no)
    return livesOf(stageFor(company, no, side, when, today), side, no, agentNo, plans[agentNo % plans.length] as Plan)
  })
  // One lower-risk lane for each company, as long as there are agents to go round.
  const low = Array.from({ length: Math.min(organisations, agents) }, (_, k) =>
    drillLowLane(stageFor(company, k + 1, sideOfCompany(k + 1), when, today), sideOfCompany(k + 1).sector),
  )
  await run([...openers, ...lives.flat(), ...low.flat()], now)
  markBodies(null)
  return company
}
