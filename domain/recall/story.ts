// The story that tests of a recall begin with: invented people, one agent with its deployments, and a recall brought to any stage. For tests only.
import { type Actor, fold, judge, type Post, stampOf, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import type { CommandOf, NoticeContent, RecallCommand } from './command.ts'
import type { RecordedRecall } from './event.ts'
import type { RecallFacts } from './fault.ts'
import { type Recall, recall } from './recall.ts'
import { type DeploymentSeen, type Scope, scopeSchema } from './scope.ts'

const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
export const person = (personId: string, ...posts: readonly Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
export const officer = (personId: string, role: Post['role'], region = '110000') =>
  person(personId, post(role, { authorityId: 'cac', region, sectors: ['*'] }))
export const member = (personId: string, role: Post['role'], organisationId = 'org-1') => person(personId, post(role, { organisationId }))

export const lin = officer('lin', 'recall_officer')
export const mei = officer('mei', 'recall_officer')
export const he = officer('he', 'recall_signatory')
export const du = officer('du', 'recall_signatory')
/** Officer and signatory in one person: the duties of the case keep her from being both. */
export const both = person('bo', ...officer('bo', 'recall_officer').posts, ...officer('bo', 'recall_signatory').posts)
export const lead = member('wu', 'compliance_lead')
export const filer = member('fang', 'filer')
export const representative = member('gao', 'representative')
export const stranger = member('song', 'compliance_lead', 'org-2')

export const hash = (n: number): string => n.toString(16).padStart(64, '0')
export const text = (en: string) => ({ zh: en, en })
export const scope = (more: Partial<Scope> = {}): Scope => ({ ...scopeSchema.parse({}), versionRange: '>=2.3.0 <2.4.2', ...more })
const version = (n: number, name: string, basedOn: number | null = null) => ({
  hash: hash(n),
  version: name,
  content: { buildHash: null, basedOnHash: basedOn === null ? null : hash(basedOn), models: [], tools: [] },
})
export const versions = [version(1, '2.2.4'), version(2, '2.3.0', 1), version(3, '2.4.1', 2), version(4, '2.4.2', 3)]
export const deployment = (id: string, of: number, more: Partial<DeploymentSeen> = {}): DeploymentSeen => ({
  ...{ id, status: 'active', agentId: 'agent-1', number: `AGD-${id}`, organisationId: 'org-1', filingId: `filing-${of}` },
  ...{ versionHash: hash(of), version: null, scenario: 'finance:21', regions: [], ...more },
})
export const facts: RecallFacts = {
  agent: { id: 'agent-1', status: 'active', organisationId: 'org-1', names: { zh: 'PayPilot', en: 'PayPilot' }, versions },
  organisation: { status: 'verified', region: '110000', names: { zh: 'Company A', en: null } },
  deployments: [deployment('d1', 2), deployment('d2', 3), deployment('d3', 3), deployment('old', 1)],
  serial: 42,
}

export const create: CommandOf<'create'> = {
  ...{ type: 'create', agentId: 'agent-1', organisationId: 'org-1', sector: 'finance', region: '110000', scenario: 21, incidentId: null },
  ...{
    scope: scope(),
    hazard: text('It may pay without asking'),
    riskCodes: ['ASI02'],
    cause: null,
    howFound: 'seven complaints',
    harm: '',
  },
  ...{ class: 'I', criteria: ['mass_property_loss'] },
}
export const content: NoticeContent = {
  ...{
    facts: text('Seven payments were made without consent'),
    hazard: text('It may pay without asking'),
    harm: text('18 460 yuan, refunded'),
  },
  ...{
    riskCodes: ['ASI02'],
    cause: null,
    scope: scope({ exempt: [{ versionHash: hash(4), reason: 'asks before each payment' }] }),
    measures: ['stop', 'rollBack'],
  },
  ...{
    whatUsersMustDo: text('Turn payment off'),
    whatCompanyWillDo: text('Revoke credentials and roll back'),
    startOn: '2026-10-12',
    targetDates: [],
  },
  ...{
    contact: { name: 'Duty desk', phone: '010-5550 1234', address: '' },
    costs: text('The company bears all costs'),
    legalBasis: ['Consumer Rights Law 33(2)'],
  },
  ...{ depth: 'public', checkLevel: 'A', softeningReason: null },
}
const expert = (name: string) => ({ name, affiliation: 'University', hasInterest: false, declaration: 'none' })
export const panel = ['Prof. A', 'Prof. B', 'Prof. C'].map(expert)
export const raw = hash(255)
export const buckets = (remedied: number, notYet = 0) => ({ remedied, notified: 0, unreachable: 0, refused: 0, notYet })
export const plan: CommandOf<'filePlan'> = {
  ...{
    type: 'filePlan',
    responsible: { unit: 'Operations', person: 'Wu', phone: '010-5550 1234' },
    remedy: text('Roll back to 2.2.4'),
    steps: [{ what: 'roll back', on: '2026-11-20' }],
  },
  ...{
    channels: [{ organisationId: null, name: 'Store' }],
    operators: 1,
    users: 1000,
    package: null,
    costs: text('The company bears all costs'),
  },
}
export const publish = (on: string): CommandOf<'publishPlan'> => ({
  type: 'publishPlan',
  text: text('Turn payment off now'),
  address: null,
  told: [{ name: 'Store', on }],
  softeningReason: null,
})
export const stop: CommandOf<'proposeEmergency'> = {
  ...{
    type: 'proposeEmergency',
    scope: scope(),
    facts: text('It pays without asking, now'),
    whatUsersMustDo: text('Turn payment off'),
    reasons: 'money is being lost',
  },
  ...{ basis: ['Consumer Rights Law 33(2)'], reviewOn: '2026-10-20', softeningReason: null },
}
export const reasons = 'the facts are established'
export const basis = ['Defective Auto Recall Regulations 15']
/** 12 October 2026 is a Monday; a notice delivered then may be objected to until 2 November. */
export const on = (day: string, time = '10:00'): string => `2026-${day}T${time}:00+08:00`

/** One recall that answers commands: 'granted', or the code of the refusal. */
export const story = (more: RecallFacts = {}) => {
  let state: Recall = { ...recall.initial, id: 'recall-1' }
  const events: RecordedRecall[] = []
  const ask = (actor: Actor, command: RecallCommand, at: string, now: RecallFacts = {}): string => {
    const judgement = judge(recall, state, command, { actor, at, catalogue: shippedCatalogue }, { ...facts, ...more, ...now })
    if (!judgement.granted) return judgement.refusal.code
    const stamp = stampOf(judgement.post, actor, recall.moves[command.type].duty ?? null, at)
    for (const event of judgement.events) {
      const recorded = { ...event, ...stamp }
      state = fold(recall, state, recorded)
      events.push(recorded)
    }
    return 'granted'
  }
  /** Asks and throws when refused: a story whose beginning fails tests nothing. */
  const run = (at: string, ...steps: readonly [Actor, RecallCommand][]) => {
    for (const [actor, command] of steps) {
      const answer = ask(actor, command, at)
      if (answer !== 'granted') throw new Error(`${command.type}: ${answer}`)
    }
    return here
  }
  const here = { ask, run, state: () => state, events }
  return here
}

export const investigated = (more: RecallFacts = {}) =>
  story(more).run(
    on('10-09'),
    [lin, create],
    [mei, { type: 'validateClass', agrees: true, reason: 'as written' }],
    [lin, { type: 'openInvestigation', ground: 'graveRisk', reason: 'money is lost' }],
  )
export const drafted = (more: RecallFacts = {}) => investigated(more).run(on('10-09'), [lin, { type: 'draftNotice', ...content }])
export const issued = (more: RecallFacts = {}) => drafted(more).run(on('10-12'), [he, { type: 'issueNotice', reasons }])
export const delivered = (more: RecallFacts = {}) =>
  issued(more).run(on('10-12', '11:00'), [
    systemActor,
    { type: 'noteDelivery', act: 'notice', noticeVersion: 1, deliveredAt: on('10-12', '11:00') },
  ])
export const order: CommandOf<'order'> = { type: 'order', reasons, basis }
export const object: CommandOf<'object'> = { type: 'object', grounds: 'the log shows consent', evidenceHash: raw, asksTesting: false }
export const ordered = (more: RecallFacts = {}) =>
  delivered(more).run(
    on('11-03'),
    [he, order],
    [systemActor, { type: 'noteDelivery', act: 'order', noticeVersion: 1, deliveredAt: on('11-03') }],
  )
export const published = (more: RecallFacts = {}) => ordered(more).run(on('11-04'), [lead, plan], [lead, publish('2026-11-04')])
export const finish = (more: Partial<CommandOf<'finish'>> = {}): CommandOf<'finish'> => ({
  type: 'finish',
  buckets: buckets(3),
  finishedOn: '2026-11-20',
  summary: 'all rolled back',
  evidenceHash: raw,
  ...more,
})
export const finished = (more: RecallFacts = {}) => published(more).run(on('11-23'), [lead, finish()])
export const evaluate: CommandOf<'evaluate'> = { type: 'evaluate', panel, outcome: 'effective', opinion: 'the stop holds', reportHash: raw }
export const terminate: CommandOf<'terminate'> = {
  type: 'terminate',
  reasons,
  publicReason: text('All deployments were rolled back'),
  openReason: null,
}
