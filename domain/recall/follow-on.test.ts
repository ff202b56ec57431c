// What a recall sets off, with the real kinds and the real table of consequences: letters with all they must say, periods from their opening, halts.
import { expect, test } from 'vitest'
import { specimenVersion } from '../agent/specimen.ts'
import { contentHash } from '../agent/version.ts'
import { type Actor, systemActor, type Typed } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { consequences } from '../consequences.ts'
import { deploymentCommands } from '../deployment/vocabulary.ts'
import { kinds } from '../kinds.ts'
import type { Letter } from '../letter/letter.ts'
import { letterCommands } from '../letter/vocabulary.ts'
import { world } from '../world.ts'
import { recallFollowOns } from './follow-on.ts'
import type { Recall } from './recall.ts'
import {
  basis,
  content,
  create,
  delivered,
  du,
  he,
  issued,
  lin,
  mei,
  member,
  lead as member0,
  object,
  officer,
  on,
  order,
  ordered,
  panel,
  reasons,
  scope,
  stop,
  story,
  text,
} from './story.ts'

const bodyOf = ({ type: _, ...body }: Typed) => body
const stopped = () =>
  story()
    .run(on('10-09'), [lin, create])
    .run(on('10-12'), [lin, stop], [he, { type: 'orderEmergency', reasons, reviewOn: '2026-10-20' }])

const overturn = {
  type: 'reopen' as const,
  reconsiderationId: 'r1',
  number: 'AGX-110000-25-2026-000001X',
  act: 'recall_ordered' as const,
  outcome: 'revoked' as const,
  reason: text('The order was not proved'),
}

test('an order that a reconsideration took away binds nobody; nothing starts again by itself, and the page keeps the notice as dropped', () => {
  const walk = ordered().run(on('11-20'), [systemActor, overturn])
  expect(walk.state()).toMatchObject({
    status: 'authority_investigation',
    binding: null,
    notices: [{ droppedAt: on('11-20') }],
    overturned: [{ outcome: 'revoked', publicReason: overturn.reason }],
    published: { how: 'notice', status: 'authority_investigation' },
  })
  const last = walk.events.at(-1)!
  expect(
    recallFollowOns(walk.state(), last).map(({ kind, command }) => [kind, (command as unknown as { template?: string }).template]),
  ).toEqual([['letter', 'overturned']])
  // Asked again, there is no order any more: a consequence never fails.
  const length = walk.events.length
  expect(walk.run(on('11-21'), [systemActor, overturn]).events).toHaveLength(length)
})

test('every follow-on is a command that its kind takes, as strict as from outside', () => {
  const walks = [
    ordered(),
    delivered()
      .run(on('10-20'), [member0, object])
      .run(on('10-21'), [lin, { type: 'conveneReview', panel, testing: false }]),
    delivered().run(on('10-22'), [member0, { type: 'declareVoluntary', statement: 'we do', notice: null }]),
    stopped()
      .run(on('10-19'), [he, { type: 'prolongEmergency', reasons, reviewOn: '2026-11-03' }])
      .run(on('10-21'), [du, { type: 'liftEmergency', reasons, publicReason: text('repaired') }]),
    story().run(on('10-09'), [lin, create], [lin, { type: 'askAnalysis', questions: 'does it ask?', basis }]),
    issued().run(on('10-13'), [he, { type: 'closeNoDefect', reasons, publicReason: text('no defect') }]),
  ]
  const seen = new Set<string>()
  for (const walk of walks) {
    for (const event of walk.events) {
      for (const { kind, command } of recallFollowOns(walk.state(), event)) {
        const schema = kind === 'letter' ? letterCommands.create : deploymentCommands.halt
        expect(schema.safeParse(bodyOf(command)).error?.issues ?? [], event.type).toEqual([])
        seen.add(
          kind === 'letter'
            ? (command as unknown as { template: string }).template
            : `halt:${(command as unknown as { cause: string }).cause}`,
        )
      }
    }
  }
  expect([...seen].sort()).toEqual([
    'emergencyLifted',
    'emergencyMeasure',
    'emergencyProlonged',
    'halt:recall_emergency',
    'halt:recall_ordered',
    'halt:recall_voluntary',
    'recallAnalysis',
    'recallClosed',
    'recallNotice',
    'recallOrder',
    'recallReview',
    'recallVoluntary',
  ])
})

test('a notice halts nothing; a declaration, an order and an interim stop halt each affected deployment once', () => {
  const halted = (walk: { state: () => Recall; events: ReturnType<typeof story>['events'] }) =>
    walk.events
      .flatMap((event) => recallFollowOns(walk.state(), event))
      .filter((one) => one.kind === 'deployment')
      .map((one) => one.id)
  expect(halted(issued())).toEqual([])
  expect(halted(ordered())).toEqual(['d1', 'd2', 'd3'])
  expect(halted(stopped())).toEqual(['d1', 'd2', 'd3'])
})

const start = () => {
  const here = world(kinds, consequences, shippedCatalogue)
  const must = (actor: Actor, kind: string, id: string | null, command: Record<string, unknown> & Typed, at: string): string => {
    const parsed = kinds.get(kind)?.commands[command.type]?.parse(bodyOf(command)) as object
    const result = here.ask(actor, kind, id, { type: command.type, ...parsed }, at)
    if (result.refusal) throw new Error(`${kind}.${command.type}: ${JSON.stringify(result.refusal)}`)
    return result.id
  }
  const clerk = officer('ying', 'intake')
  const organisationId = must(
    clerk,
    'organisation',
    null,
    {
      type: 'create',
      kind: 'company',
      names: { zh: 'Company A', en: null },
      creditCode: '91990000MA00TE5T24',
      region: '110000',
      address: 'Street 1',
      representative: { name: 'Wang Fang', personId: null },
      securityOfficer: { name: 'Li Wei', phone: '010-5550 1234', email: 'li@example.cn' },
      commitment: { signedBy: 'Wang Fang', signedOn: '2026-10-01' },
    },
    on('10-08'),
  )
  must(clerk, 'organisation', organisationId, { type: 'verify', evidence: 'licence seen' }, on('10-08'))
  const lead = member('wu', 'compliance_lead', organisationId)
  const agentId = must(
    lead,
    'agent',
    null,
    { type: 'create', organisationId, names: { zh: 'PayPilot', en: 'PayPilot' }, form: 'software' },
    on('10-08'),
  )
  const version = { ...specimenVersion, version: '2.3.0', basedOnHash: null }
  must(
    systemActor,
    'agent',
    agentId,
    { type: 'addVersion', filingId: 'filing-0', sector: 'finance', hash: contentHash(version), signedBy: 'wang', content: version },
    on('10-08'),
  )
  const id = must(lin, 'recall', null, { ...create, agentId, organisationId }, on('10-09'))
  const letters = () => here.all('letter') as Letter[]
  return { ...here, must, id, lead, letters, recall: () => here.state<Recall>(id)! }
}

test('the letter of the notice carries all that 5.4 no. 12 asks, and its opening by the company starts the fifteen working days', () => {
  const { must, id, lead, letters, recall, ask } = start()
  must(mei, 'recall', id, { type: 'validateClass', agrees: true, reason: 'yes' }, on('10-09'))
  must(lin, 'recall', id, { type: 'openInvestigation', ground: 'graveRisk', reason: 'money is lost' }, on('10-09'))
  must(lin, 'recall', id, { type: 'draftNotice', ...content, scope: scope() }, on('10-09'))
  must(he, 'recall', id, { type: 'issueNotice', reasons }, on('10-12'))
  const [letter] = letters()
  expect(letter).toMatchObject({
    template: 'recallNotice',
    status: 'issued',
    found: content.facts.zh,
    basis: content.legalBasis,
    reasons: [reasons],
    about: { kind: 'recall', id, version: 1, number: 'AGR-2026-0001-I' },
  })
  expect(letter?.remedies.map((one) => one.path)).toEqual(['objection', 'reconsideration', 'suit'])
  expect(ask(he, 'recall', id, order, on('12-30')).refusal?.code).toBe('recall.deliveryNeeded')
  must(lead, 'letter', letter?.id ?? '', { type: 'receive' }, on('10-12', '11:00'))
  expect(recall().notices[0]?.deliveredAt).toBe(on('10-12', '11:00'))
  expect(letters()[0]?.remedies[0]).toMatchObject({ path: 'objection', dueOn: '2026-11-02' })
  expect(ask(he, 'recall', id, order, on('11-02')).refusal).toMatchObject({
    code: 'recall.noticePeriodNeeded',
    facts: { dueOn: '2026-11-02' },
  })
  must(he, 'recall', id, order, on('11-03'))
  expect(letters().map((one) => one.template)).toEqual(['recallNotice', 'recallOrder'])
})

test('numbers of recalls have no gap: a refused act takes none', () => {
  const { must, id, recall, ask } = start()
  must(lin, 'recall', id, { ...stop, scope: scope() }, on('10-12'))
  expect(ask(he, 'recall', id, { type: 'orderEmergency', reasons, reviewOn: '2027-10-20' } as Typed, on('10-12')).refusal?.code).toBe(
    'recall.reviewDayNeeded',
  )
  must(he, 'recall', id, { type: 'orderEmergency', reasons, reviewOn: '2026-10-20' }, on('10-12'))
  expect(recall().number).toBe('AGR-2026-0001-I')
})
