// The demonstration: a cast, open scenarios, and a life for every state of every case, all relative to today and all invented.
import cast from './cast.ts'
import { type ChangePlan, changeLife } from './changes.ts'
import { type DeploymentPlan, deploymentLife } from './deployments.ts'
import { must } from './door.ts'
import { importsLife } from './imports.ts'
import { both, type FilingPlan, filingLife, one, type Stage, testLife, who } from './lives.ts'
import { lowLaneLives } from './low-lane.ts'
import { type OpeningPlan, openingLife } from './openings.ts'
import { type Company, enterCast, enterLab, enterRules } from './people.ts'
import { type RecallPlan, recallLife } from './recalls.ts'
import { type ReconsiderationPlan, reconsiderationLife } from './reconsiderations.ts'
import { type RequestPlan, requestLife } from './requests.ts'
import { type Life, moment, run } from './schedule.ts'
import { obligationsOf } from './tier.ts'

const openings = (): OpeningPlan[] => [
  {
    sector: 'health',
    scenario: 26,
    from: -170,
    until: 'open',
    ceiling: 'autonomous',
    conditions: [both.confirmEach],
    tests: ['TI-01', 'TI-03'],
  },
  {
    sector: 'finance',
    scenario: 21,
    from: -168,
    until: 'amended',
    ceiling: 'user_authorised',
    conditions: [both.payCap],
    tests: ['TI-15'],
    amount: 5000,
  },
  { sector: 'education', scenario: 25, from: -165, until: 'open', ceiling: 'autonomous', tests: ['TI-18'] },
  { sector: 'energy', scenario: 18, from: -164, until: 'open', ceiling: 'autonomous', conditions: [both.confirmEach] },
  { sector: 'commerce', scenario: 24, from: -160, until: 'open', ceiling: 'autonomous' },
  { sector: 'cyberspace', scenario: 28, from: -158, until: 'open', ceiling: 'autonomous', tests: ['TI-09', 'TI-21'] },
  { sector: 'cyberspace', scenario: 29, from: -12, until: 'proposed' },
  { sector: 'education', scenario: 22, from: -60, until: 'suspended' },
  { sector: 'commerce', scenario: 22, from: -120, until: 'closed' },
  { sector: 'health', scenario: 22, from: -20, until: 'concurred' },
  { sector: 'finance', scenario: 28, from: -30, until: 'refused' },
  { sector: 'energy', scenario: 17, from: -3, until: 'draft' },
]

const filings = (filed: Map<string, string>): FilingPlan[] => {
  const keep = (name: string) => (id: string) => {
    filed.set(name, id)
  }
  const older = (version: string) => ({ changes: { version } })
  return [
    {
      agent: 'qingzhen',
      from: -150,
      until: 'filed',
      ...older('2.3.0'),
      tests: ['TI-01', 'TI-03'],
      conditions: [both.confirmEach],
      onFiled: keep('qingzhen'),
    },
    { agent: 'yanfu', from: -148, until: 'filed', tests: ['TI-15'], conditions: [both.payCap], onFiled: keep('yanfu') },
    { agent: 'piyan', from: -145, until: 'filed', ...older('1.8.0'), tests: ['TI-18'], onFiled: keep('piyan') },
    { agent: 'wanglan', from: -140, until: 'filed', ...older('3.0.0'), onFiled: keep('wanglan') },
    { agent: 'peihu', from: -138, until: 'filed', ...older('1.1.0'), conditions: [both.nightStaff], onFiled: keep('peihu') },
    { agent: 'guanjia', from: -136, until: 'filed', onFiled: keep('guanjia') },
    { agent: 'wenqu', from: -132, until: 'filed', ...older('3.9.0'), tests: ['TI-09', 'TI-21'], onFiled: keep('wenqu') },
    { agent: 'daima', from: -60, until: 'filed', onFiled: keep('daima') },
    { agent: 'fengkong', from: -125, until: 'suspended', ...older('1.8.0') },
    { agent: 'fengkong', from: -110, until: 'revocation', ...older('1.9.0') },
    { agent: 'wenqu', from: -128, until: 'revoked', ...older('3.0.0') },
    { agent: 'piyan', from: -120, until: 'cancelled', ...older('1.2.0') },
    { agent: 'qingzhen', from: -52, until: 'recommended', tests: ['TI-01'], owner: 'li.wen', isReturned: true, pace: 3 },
    { agent: 'piyan', from: -40, until: 'recommended', owner: 'li.wen', conditions: [both.confirmEach] },
    { agent: 'wanglan', from: -30, until: 'concurred', owner: 'li.wen' },
    { agent: 'peihu', from: -24, until: 'opined', owner: 'wang.jun', onOpened: keep('hearingHeld') },
    { agent: 'wenqu', from: -20, until: 'concurrence', owner: 'wang.jun', onOpened: keep('hearingCalled') },
    { agent: 'huizhen', from: -197, until: 'filed', ...older('1.0.0'), tests: ['TI-02'], onFiled: keep('huizhen') },
    { agent: 'fengkong', from: -190, until: 'filed', ...older('1.7.0'), tests: ['TI-15'], onFiled: keep('again') },
    { agent: 'huizhen', from: -34, until: 'testing', tests: ['TI-02', 'TI-08', 'TI-13', 'TI-05'], owner: 'li.wen' },
    { agent: 'fengkong', from: -46, until: 'tier', isExtended: true, owner: 'li.wen', onOpened: keep('answered') },
    { agent: 'guanjia', from: -12, until: 'review', ...older('3.1.0'), owner: 'wang.jun', onOpened: keep('asked') },
    { agent: 'yanfu', from: -8, until: 'accepted', ...older('2.4.0') },
    { agent: 'huizhen', from: -3, until: 'submitted', ...older('1.2.0') },
    { agent: 'daima', from: -2, until: 'submitted', ...older('5.3.0') },
    { agent: 'peihu', from: -16, until: 'deeming', ...older('1.3.0') },
    { agent: 'guanjia', from: -6, until: 'correction', ...older('3.2.0') },
    { agent: 'piyan', from: -7, until: 'resubmitted', ...older('2.0.0') },
    { agent: 'wenqu', from: -40, until: 'lapsing', ...older('4.1.0') },
    { agent: 'fengkong', from: -44, until: 'refused', ...older('2.1.0') },
    { agent: 'wanglan', from: -28, until: 'rejected', ...older('3.2.0') },
    { agent: 'qingzhen', from: -18, until: 'withdrawn', ...older('2.5.0') },
    { agent: 'qingzhen', from: -1, until: 'draft', ...older('2.6.0') },
    { agent: 'yanfu', from: -4, until: 'draft', ...older('2.5.0') },
  ]
}

/** A request that waits, one answered in its field, a hearing that is called and one that was held. */
const requests = (filed: Map<string, string>): RequestPlan[] => {
  const of = (name: string) => () => filed.get(name) ?? null
  return [
    { agent: 'guanjia', filing: of('asked'), from: -3, what: 'open' },
    { agent: 'fengkong', filing: of('answered'), from: -30, what: 'inField' },
    { agent: 'wenqu', filing: of('hearingCalled'), from: -5, what: 'called' },
    { agent: 'peihu', filing: of('hearingHeld'), from: -15, what: 'held' },
  ]
}

/** One change of each class, one told late, one that nobody has signed yet. */
const changes = (filed: Map<string, string>): ChangePlan[] => {
  const of = (name: string) => () => filed.get(name) ?? null
  return [
    { agent: 'daima', filing: of('daima'), from: -20, what: 'cosmetic', until: 'signed' },
    { agent: 'guanjia', filing: of('guanjia'), from: -9, what: 'notify', ago: 24, until: 'signed' },
    { agent: 'peihu', filing: of('peihu'), from: -7, what: 'retest', until: 'signed' },
    { agent: 'wenqu', filing: of('wenqu'), from: -11, what: 'reapprove', until: 'followed' },
    { agent: 'huizhen', filing: of('huizhen'), from: -15, what: 'retest', until: 'withdrawn' },
    { agent: 'piyan', filing: of('piyan'), from: -1, what: 'notify', ago: 5, until: 'proposed' },
  ]
}

const deployments = (filed: Map<string, string>): DeploymentPlan[] => {
  const of = (name: string) => () => filed.get(name) ?? null
  return [
    { agent: 'qingzhen', filing: of('qingzhen'), from: -110, until: 'active' },
    { agent: 'qingzhen', filing: of('qingzhen'), from: -30, until: 'conditions', users: 900 },
    { agent: 'qingzhen', filing: of('qingzhen'), from: -9, until: 'assessing', users: 12000 },
    { agent: 'yanfu', filing: of('yanfu'), from: -112, until: 'active', users: 240000 },
    { agent: 'yanfu', filing: of('yanfu'), from: -108, until: 'active', users: 80000 },
    { agent: 'yanfu', filing: of('yanfu'), from: -100, until: 'active', users: 31000 },
    { agent: 'piyan', filing: of('piyan'), from: -100, until: 'active', users: 2400 },
    { agent: 'piyan', filing: of('piyan'), from: -40, until: 'pilot', users: 300 },
    { agent: 'wanglan', filing: of('wanglan'), from: -95, until: 'suspended', users: 60 },
    { agent: 'peihu', filing: of('peihu'), from: -92, until: 'active', users: 800 },
    { agent: 'guanjia', filing: of('guanjia'), from: -96, until: 'active', users: 52000 },
    { agent: 'guanjia', filing: of('guanjia'), from: -104, until: 'revoked', users: 4000 },
    { agent: 'wenqu', filing: of('wenqu'), from: -80, until: 'approved', users: 90000 },
    { agent: 'wenqu', filing: of('wenqu'), from: -50, until: 'refused', users: 900000 },
    { agent: 'piyan', filing: of('piyan'), from: -16, until: 'recommended', users: 1500 },
    { agent: 'piyan', filing: of('piyan'), from: -6, until: 'accepted', users: 700 },
    { agent: 'wenqu', filing: of('wenqu'), from: -3, until: 'submitted', users: 9000 },
    { agent: 'wanglan', filing: of('wanglan'), from: -5, until: 'withdrawn', users: 40 },
    { agent: 'qingzhen', filing: of('qingzhen'), from: -1, until: 'draft', users: 3000 },
  ]
}

const recalls = (filed: Map<string, string>): RecallPlan[] => {
  const of = (name: string) => () => filed.get(name) ?? null
  const pay = { hazard: both.hazardPay, must: both.doPay, will: both.willPay }
  const sweep = { hazard: both.hazardSweep, must: both.doSweep, will: both.willSweep }
  const triage = { hazard: both.hazardTriage, must: both.doTriage, will: both.willTriage }
  const grave = { class: 'I' as const, criteria: ['mass_property_loss', 'acts_without_consent'] }
  return [
    {
      agent: 'yanfu',
      filing: of('yanfu'),
      from: -24,
      until: 'progress',
      texts: pay,
      ...grave,
      range: '>=2.3.0 <2.4.0',
      measures: ['stop', 'limitTools', 'patch'],
    },
    {
      agent: 'guanjia',
      filing: of('guanjia'),
      from: -70,
      until: 'terminated',
      texts: sweep,
      ...grave,
      range: '>=3.0.0 <3.0.5',
      measures: ['warn', 'patch'],
    },
    {
      agent: 'wenqu',
      filing: of('wenqu'),
      from: -12,
      until: 'notice',
      texts: triage,
      ...grave,
      range: '<=3.9.0',
      measures: ['limitUsers'],
    },
    {
      agent: 'wanglan',
      filing: of('wanglan'),
      from: -30,
      until: 'review',
      texts: triage,
      ...grave,
      range: '<=3.0.0',
      measures: ['lowerAutonomy'],
    },
    { agent: 'peihu', filing: of('peihu'), from: -44, until: 'ordered', texts: sweep, ...grave, range: '<=1.1.0', measures: ['stop'] },
    {
      agent: 'piyan',
      filing: of('piyan'),
      from: -50,
      until: 'closedNoDefect',
      texts: triage,
      ...grave,
      range: '<=1.8.0',
      measures: ['warn'],
    },
    {
      agent: 'qingzhen',
      filing: of('qingzhen'),
      from: -2,
      until: 'suspected',
      texts: triage,
      ...grave,
      range: '<=2.3.0',
      measures: ['warn'],
    },
    { agent: 'guanjia', filing: of('guanjia'), from: -5, until: 'emergency', texts: sweep, ...grave, range: '>=3.0.0', measures: ['stop'] },
    { agent: 'piyan', filing: of('piyan'), from: -4, until: 'analysis', texts: triage, ...grave, range: '<=1.8.0', measures: ['warn'] },
    { agent: 'guanjia', filing: of('guanjia'), from: -9, until: 'drafted', texts: sweep, ...grave, range: '>=3.0.0', measures: ['warn'] },
  ]
}

/** Acts that are made to be challenged, and how far each challenge comes. */
const challenges = (): { filings: FilingPlan[]; of: () => ReconsiderationPlan[] } => {
  const acts = new Map<string, string>()
  const keep = (name: string) => (id: string) => {
    acts.set(name, id)
  }
  const of = (name: string) => () => acts.get(name) ?? null
  const filing = (
    agent: FilingPlan['agent'],
    name: string,
    from: number,
    until: FilingPlan['until'],
    more: Partial<FilingPlan> = {},
  ): FilingPlan => ({
    ...{ agent, from, until, changes: { version: `9.${Math.abs(from)}.0` }, onOpened: keep(name) },
    ...more,
  })
  const plan = (
    agent: ReconsiderationPlan['agent'],
    name: string,
    template: ReconsiderationPlan['template'],
    from: number,
    until: ReconsiderationPlan['until'],
    more: Partial<ReconsiderationPlan> = {},
  ): ReconsiderationPlan => ({ agent, kind: 'filing', challenged: of(name), template, from, until, ...more })
  return {
    filings: [
      filing('fengkong', 'refusedOne', -75, 'refused'),
      filing('fengkong', 'refusedTwo', -74, 'refused'),
      filing('fengkong', 'refusedThree', -73, 'refused'),
      filing('fengkong', 'refusedFour', -72, 'refused'),
      filing('guanjia', 'conditionsOne', -78, 'filed', { conditions: [both.nightStaff] }),
      filing('guanjia', 'conditionsTwo', -77, 'filed', { conditions: [both.nightStaff] }),
      filing('wanglan', 'suspendedOne', -84, 'suspended'),
      filing('wanglan', 'revokedOne', -96, 'revoked'),
      filing('huizhen', 'rejectedOne', -30, 'rejected'),
      filing('huizhen', 'rejectedTwo', -29, 'rejected'),
      filing('huizhen', 'rejectedThree', -27, 'rejected'),
      filing('piyan', 'rejectedFour', -26, 'rejected'),
      filing('piyan', 'rejectedFive', -25, 'rejected'),
    ],
    of: () => [
      plan('fengkong', 'refusedOne', 'refusal', -45, 'decided', { outcome: 'revoked' }),
      plan('fengkong', 'refusedTwo', 'refusal', -44, 'decided', { outcome: 'upheld' }),
      plan('fengkong', 'refusedThree', 'refusal', -24, 'proposed', { outcome: 'revoked' }),
      plan('fengkong', 'refusedFour', 'refusal', -22, 'heard'),
      plan('guanjia', 'conditionsOne', 'decision', -48, 'decided', { outcome: 'changed' }),
      plan('guanjia', 'conditionsTwo', 'decision', -47, 'decided', { outcome: 'revoked' }),
      plan('wanglan', 'suspendedOne', 'suspension', -40, 'decided', { outcome: 'unlawful' }),
      plan('wanglan', 'revokedOne', 'revocation', -30, 'decided', { outcome: 'revoked' }),
      plan('huizhen', 'rejectedOne', 'nonAcceptance', -1, 'applied'),
      plan('huizhen', 'rejectedTwo', 'nonAcceptance', -5, 'correction'),
      plan('huizhen', 'rejectedThree', 'nonAcceptance', -24, 'abandoning'),
      plan('piyan', 'rejectedFour', 'nonAcceptance', -14, 'notAccepted'),
      plan('piyan', 'rejectedFive', 'nonAcceptance', -10, 'withdrawn'),
    ],
  }
}

/** Obligations in every state, for the filing that waits for its tests: one is late, one due this week. */
async function* obligationsLife(stage: Stage, filing: () => string | null): Life {
  yield stage.when(-20, '09:00')
  const id = filing()
  const open = id ? await obligationsOf(id) : []
  const ends = ['accepted', 'signed', 'assigned', 'returned'] as const
  for (const [i, obligation] of open.entries()) {
    yield stage.when(-15 + i, '09:00')
    await testLife(
      stage,
      obligation,
      who(stage, 'sun.yan'),
      ends[i % ends.length]!,
      (n) => stage.when(-15 + i, `${String(9 + n).padStart(2, '0')}:30`),
      i === 1 ? 'mingjian' : 'hengzhun',
      ends[i % ends.length] === 'assigned' ? stage.when(-2).slice(0, 10) : null,
    )
    if (ends[i % ends.length] === 'returned')
      await must(
        who(stage, 'sun.yan'),
        'obligation',
        obligation,
        'extendDue',
        { dueOn: stage.when(2).slice(0, 10), reason: one.extend },
        stage.when(-15 + i, '15:30'),
      )
  }
}

/** The test of the cycle, half a year after the last: given to a laboratory a month before its day. */
async function* retestLife(stage: Stage, filing: () => string | null): Life {
  yield stage.when(-28, '09:10')
  const id = filing()
  const next = id ? (await obligationsOf(id)).at(-1) : undefined
  if (next) await testLife(stage, next, who(stage, 'sun.yan'), 'started', (n) => stage.when(-28, `${10 + n}:10`))
}

/** Fills an empty database. Returns the people and organisations by key. */
export const seedDemonstration = async (now: string): Promise<Company> => {
  const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
  const when = moment(today)
  await enterRules(when(-200, '08:00'))
  const company = await enterCast(cast, when(-199, '08:00'), when(-199).slice(0, 10))
  const stage: Stage = { ...company, when, today, agents: new Map() }
  const span = { from: when(-300).slice(0, 10), to: when(300).slice(0, 10) }
  const methods = ['red_team', 'replay', 'inspection', 'drill', 'sampling', 'fault_injection']
  await enterLab(
    stage,
    'hengzhun',
    who(stage, 'sun.yan'),
    who(stage, 'zhun.er'),
    { zh: cast.organisations[9]!.zh, en: cast.organisations[9]!.en },
    methods,
    span,
    when(-198, '08:00'),
  )
  await enterLab(
    stage,
    'mingjian',
    who(stage, 'sun.yan'),
    who(stage, 'jian.si'),
    { zh: cast.organisations[10]!.zh, en: cast.organisations[10]!.en },
    methods.slice(0, 3),
    span,
    when(-198, '08:10'),
  )
  const filed = new Map<string, string>()
  const testing = { id: null as string | null }
  const challenged = challenges()
  const lives: Life[] = [
    ...challenged.filings.map((plan) => filingLife(stage, plan)),
    ...challenged.of().map((plan) => reconsiderationLife(stage, plan)),
    ...openings().map((plan) => openingLife(stage, plan)),
    ...filings(filed).map((plan) =>
      filingLife(
        stage,
        plan.until === 'testing'
          ? {
              ...plan,
              onOpened: (id: string) => {
                testing.id = id
              },
            }
          : plan,
      ),
    ),
    ...changes(filed).map((plan) => changeLife(stage, plan)),
    ...requests(filed).map((plan) => requestLife(stage, plan)),
    ...deployments(filed).map((plan) => deploymentLife(stage, plan)),
    ...recalls(filed).map((plan) => recallLife(stage, plan)),
    obligationsLife(stage, () => testing.id),
    ...lowLaneLives(stage),
    importsLife(stage, 'qingzhen', () => filed.get('qingzhen')),
    retestLife(stage, () => filed.get('again') ?? null),
  ]
  await run(lives, now)
  return company
}
