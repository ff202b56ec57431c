// Letters: complete or not sent, delivered with proof, and the words of every template fit its facts in both languages.
import { expect, test } from 'vitest'
import { type Actor, judge, type Post, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { audienceOf } from '../permission.ts'
import { world } from '../world.ts'
import { letterFollowOns } from './follow-on.ts'
import { type Letter, letter } from './letter.ts'
import { type OrderedLetter, orderLetter } from './order.ts'
import { challenge, objection } from './remedy.ts'
import { demands, letterTemplates } from './template.ts'
import { valuesOf } from './values.ts'
import { letterCommands } from './vocabulary.ts'

const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const person = (personId: string, role: Post['role'], more: Partial<Post>): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, more)],
})
const lead = person('wu', 'compliance_lead', { organisationId: 'org-1' })
const filer = person('fang', 'filer', { organisationId: 'org-1' })
const stranger = person('song', 'filer', { organisationId: 'org-2' })
const officer = person('lin', 'recall_officer', { authorityId: 'cac', region: '110000', sectors: ['*'] })
const at = '2026-10-12T10:00:00+08:00'

const order: OrderedLetter = {
  ...{
    template: 'recallOrder',
    about: { kind: 'recall', id: 'recall-1', version: 1, number: 'AGR-2026-0042-I' },
    organisationId: 'org-1',
    organisationName: 'Company A',
  },
  ...{
    sector: 'finance',
    region: '110000',
    authorityId: 'cac',
    found: 'Seven payments were made without consent',
    basis: ['art 15'],
    reasons: ['no objection came'],
  },
  facts: {
    agentName: { zh: 'PayPilot', en: 'PayPilot' },
    recallNumber: 'AGR-2026-0042-I',
    recallClass: 'I',
    noticeVersion: 1,
    scope: ['>=2.3.0 <2.4.2'],
    ground: 'noObjection',
    affected: 3,
  },
  remedies: challenge('bj-government'),
}
const start = () => {
  const here = world(new Map([['letter', letter]]), () => [], shippedCatalogue)
  const send = (more: Partial<OrderedLetter> = {}) => here.ask(systemActor, 'letter', null, orderLetter({ ...order, ...more }).command, at)
  return { ...here, send, letter: (id: string) => here.state<Letter>(id)! }
}

test('5.4 no. 12: every refusal, order and penalty letter carries facts, basis, reasons, remedy paths and a date', () => {
  const { send, letter: of } = start()
  for (const [more, missing] of [
    [{ found: null }, 'found'],
    [{ basis: [] }, 'basis'],
    [{ reasons: [] }, 'reasons'],
    [{ remedies: challenge(null).slice(1) }, 'reconsideration'],
    [{ remedies: [] }, 'suit'],
  ] as const) {
    const { refusal } = send(more)
    expect(refusal?.code).toBe('letter.groundsNeeded')
    expect(refusal?.facts.missing).toContain(missing)
  }
  const { id, refusal } = send()
  expect(refusal).toBeNull()
  expect(of(id)).toMatchObject({
    status: 'issued',
    found: order.found,
    basis: ['art 15'],
    reasons: ['no objection came'],
    issuedAt: at,
    organisationId: 'org-1',
    authorityId: 'cac',
  })
})

test('5.4 no. 12 holds for every adverse template there is', () => {
  const { send } = start()
  for (const template of letterTemplates.filter((one) => demands[one].isAdverse)) {
    const facts = Object.fromEntries(demands[template].facts.map((name) => [name, 'x']))
    const remedies = demands[template].remedies.map((path) => ({ path, periodRule: 'REC-1' as const }))
    expect(demands[template].remedies.length, template).toBeGreaterThan(0)
    expect(send({ template, facts, remedies }).refusal, template).toBeNull()
    expect(send({ template, facts, remedies, reasons: [] }).refusal?.code, template).toBe('letter.groundsNeeded')
    for (const path of demands[template].remedies)
      expect(send({ template, facts, remedies: remedies.filter((one) => one.path !== path) }).refusal?.facts.missing, template).toContain(
        path,
      )
  }
})

test('a letter without a fact that its words use is not sent', () => {
  const { send } = start()
  const { recallClass: _, ...facts } = order.facts
  expect(send({ facts }).refusal).toEqual({ code: 'letter.factsNeeded', facts: { template: 'recallOrder', missing: ['recallClass'] } })
})

test('a letter dates each remedy by the limit in force when it is delivered', () => {
  const items = shippedCatalogue.limits.items.map((limit) => (limit.code === 'REC-1' ? { ...limit, length: 10 } : limit))
  const rules = { ...shippedCatalogue, limits: { ...shippedCatalogue.limits, items } }
  const here = world(new Map([['letter', letter]]), () => [], rules)
  const { id } = here.ask(systemActor, 'letter', null, orderLetter(order).command, at)
  here.ask(filer, 'letter', id, { type: 'receive' }, at)
  expect(here.state<Letter>(id)?.remedies).toMatchObject([{ path: 'reconsideration', dueOn: '2026-10-22' }, { path: 'suit' }])
})

test('opening it is the proof: any person of the organisation, once, with the time; the periods are dated from there', () => {
  const { send, ask, letter: of } = start()
  const { id } = send()
  expect(ask(stranger, 'letter', id, { type: 'receive' }, at).refusal?.code).toBe('case.notYours')
  expect(ask(officer, 'letter', id, { type: 'receive' }, at).refusal?.code).toBe('case.notYours')
  expect(ask(filer, 'letter', id, { type: 'receive' }, '2026-10-13T09:00:00+08:00').refusal).toBeNull()
  expect(of(id).delivery).toEqual({
    channel: 'product',
    at: '2026-10-13T09:00:00+08:00',
    by: 'fang',
    notedAt: '2026-10-13T09:00:00+08:00',
    evidenceHash: null,
    note: '',
  })
  // 60 days from 13 October end on Saturday 12 December and move to Monday; six months lie beyond the published calendar.
  expect(of(id).remedies).toMatchObject([
    { path: 'reconsideration', forumId: 'bj-government', dueOn: '2026-12-14' },
    { path: 'suit', dueOn: null, notBefore: '2027-04-13' },
  ])
  expect(ask(lead, 'letter', id, { type: 'receive' }, '2026-10-14T09:00:00+08:00').refusal?.code).toBe('case.wrongStatus')
})

test('another way of delivery is an officer’s word with proof, not before the letter and not in the future', () => {
  const { send, ask, letter: of } = start()
  const { id } = send()
  const deliver = (deliveredAt: string) => ({
    type: 'recordDelivery',
    channel: 'post',
    deliveredAt,
    evidenceHash: 'a'.repeat(64),
    note: '',
  })
  expect(ask(officer, 'letter', id, deliver('2026-10-12T09:59:00+08:00'), '2026-10-15T10:00:00+08:00').refusal?.code).toBe(
    'letter.deliveryTimeNeeded',
  )
  expect(ask(officer, 'letter', id, deliver('2026-10-16T10:00:00+08:00'), '2026-10-15T10:00:00+08:00').refusal?.code).toBe(
    'letter.deliveryTimeNeeded',
  )
  expect(ask(lead, 'letter', id, deliver('2026-10-14T10:00:00+08:00'), '2026-10-15T10:00:00+08:00').refusal?.code).toBe('case.notYours')
  expect(ask(officer, 'letter', id, deliver('2026-10-14T10:00:00+08:00'), '2026-10-15T10:00:00+08:00').refusal).toBeNull()
  expect(of(id).delivery).toMatchObject({
    channel: 'post',
    at: '2026-10-14T10:00:00+08:00',
    notedAt: '2026-10-15T10:00:00+08:00',
    by: 'lin',
  })
  expect(letterCommands.recordDelivery.safeParse({ channel: 'product', deliveredAt: at, evidenceHash: 'a'.repeat(64) }).success).toBe(false)
})

test('nobody writes a letter by hand, and nobody but its parties sees one', () => {
  const create = orderLetter(order).command as Parameters<typeof letter.decide>[1]
  for (const actor of [lead, officer])
    expect(judge(letter, letter.initial, create, { actor, at, catalogue: shippedCatalogue }, {})).toMatchObject({
      granted: false,
      refusal: { code: 'case.notYours' },
    })
  const { send, letter: of } = start()
  const sent = of(send().id)
  const seen = (actor: Actor) => audienceOf(actor, letter.place(sent), { isPublic: letter.summary(sent, shippedCatalogue).isPublic })
  expect([
    seen(lead),
    seen(officer),
    seen(stranger),
    seen(person('far', 'recall_officer', { authorityId: 'sh', region: '310000', sectors: ['*'] })),
  ]).toEqual(['company', 'authority', null, null])
  expect(letter.links?.(sent)).toEqual({ about: 'recall-1', organisation: 'org-1' })
})

test('the delivery of a recall letter starts the periods of that recall, of others nothing follows', () => {
  const { send, ask, log, letter: of } = start()
  const recalls = send()
  ask(filer, 'letter', recalls.id, { type: 'receive' }, at)
  expect(letterFollowOns(of(recalls.id), log().at(-1)!.event)).toEqual([
    { kind: 'recall', id: 'recall-1', command: { type: 'noteDelivery', act: 'order', noticeVersion: 1, deliveredAt: at } },
  ])
  const receipt = send({ template: 'receipt', about: { kind: 'filing', id: 'filing-1' }, facts: { agentName: 'x', receiptNumber: 'y' } })
  ask(filer, 'letter', receipt.id, { type: 'receive' }, at)
  expect(letterFollowOns(of(receipt.id), log().at(-1)!.event)).toEqual([])
})

test('the values of a letter are in the language asked for, lists numbered and counted', () => {
  const values = valuesOf(
    {
      ...letter.initial,
      organisationName: 'Company A',
      issuedAt: at,
      facts: { agentName: { zh: '智能付', en: 'PayPilot' }, items: [{ zh: '甲', en: 'one' }, 'two'], conditions: [], affected: 3 },
      basis: ['art 15'],
    },
    'en',
    (instant) => instant.slice(0, 10),
  )
  expect(values).toMatchObject({
    agentName: 'PayPilot',
    items: '1. one\n2. two',
    itemsCount: 2,
    conditions: '',
    conditionsCount: 0,
    affected: 3,
    basis: '1. art 15',
    basisCount: 1,
    issuedOn: '2026-10-12',
    organisationName: 'Company A',
  })
  expect(objection).toEqual({ path: 'objection', periodRule: 'RCL-2' })
})

test('a fact that an older letter holds as an instant is read as the date there', () => {
  const held = { facts: { acceptedOn: '2026-11-03T17:30:00Z', reason: 'seen' }, organisationName: 'A', issuedAt: null, about: null }
  const values = valuesOf({ ...held, found: null, basis: [], reasons: [] }, 'en', shanghaiDateOf)
  expect(values).toMatchObject({ acceptedOn: '2026-11-04', reason: 'seen' })
})
