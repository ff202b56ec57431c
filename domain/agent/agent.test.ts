// An agent as a case: whose it is, one identity code for one agent, versions by their content and only from a signed filing, retired last.
import { expect, test } from 'vitest'
import { given, type Recorded, stampOf, systemActor, systemPost } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { approver, day, member, officer, reasons, reviewer, sectorReviewer, story } from '#domain/filing/story'
import { audienceOf, present } from '#domain/permission'
import { type Agent, type AgentEvent, agent, sectorOf } from './agent.ts'
import { specimenVersion } from './specimen.ts'
import { contentHash } from './version.ts'

const code = '1.2.156.3088.1.34C2.478BDF.3GF546.1.0SEN'
const create = (organisationId: string) => ({
  type: 'create',
  organisationId,
  names: specimenVersion.names,
  form: 'software',
  identityCode: code,
})

test('the company enters its own agent, in the region where it is registered', () => {
  const s = story()
  const id = s.must(s.filer, 'agent', null, create(s.company), day(2))
  expect(s.state<Agent>(id)).toMatchObject({ status: 'active', organisationId: s.company, region: '110000', versions: [] })
  expect(s.refusal(member('x', 'filer', 'other'), 'agent', null, { ...create(s.company), identityCode: null }, day(2))).toMatchObject({
    code: 'case.notYours',
  })
  expect(s.refusal(reviewer, 'agent', null, { ...create(s.company), identityCode: null }, day(2))).toMatchObject({ code: 'case.notYours' })
  expect(s.refusal(s.filer, 'agent', null, create('nobody'), day(2))).toMatchObject({ code: 'agent.organisationMissing' })
})

test('one identity code names one agent, when it is entered and when it is filed', () => {
  const s = story()
  s.must(s.filer, 'agent', null, create(s.company), day(2))
  expect(s.refusal(s.filer, 'agent', null, create(s.company), day(2))).toMatchObject({ code: 'agent.identityCodeTaken' })
  const other = s.draft({ identityCode: code })
  expect(s.ask(s.representative, other, { type: 'submit' }, day(2))).toMatchObject({ code: 'filing.identityCodeTaken' })
})

test('the same content is the same version, and what is added is what was signed', () => {
  const s = story()
  const id = s.must(s.filer, 'agent', null, create(s.company), day(2))
  const add = {
    type: 'addVersion',
    filingId: 'f',
    sector: 'health',
    hash: contentHash(specimenVersion),
    signedBy: 'wang',
    content: specimenVersion,
  }
  expect(s.refusal(s.filer, 'agent', id, add, day(2))).toMatchObject({ code: 'case.notYours' })
  expect(s.refusal(systemActor, 'agent', id, { ...add, hash: 'a'.repeat(64) }, day(2))).toMatchObject({ code: 'agent.hashDiffers' })
  s.must(systemActor, 'agent', id, add, day(2))
  const version = s.version(id)
  s.must(systemActor, 'agent', id, { ...add, filingId: 'g' }, day(3))
  expect(s.version(id)).toBe(version)
  expect(s.state<Agent>(id)?.versions).toMatchObject([
    { hash: add.hash, version: '1.8.3', changeClass: specimenVersion.changeClass, filingId: 'f', by: 'wang', at: day(2) },
  ])
})

test('a filing of a known agent adds to that agent, and opens no second one', () => {
  const s = story()
  const id = s.must(s.filer, 'agent', null, create(s.company), day(2))
  const filingId = s.submitted({ identityCode: code }, { agentId: id })
  expect(s.of(filingId).agentId).toBe(id)
  expect(s.all('agent')).toHaveLength(1)
  expect(s.state<Agent>(id)?.versions).toHaveLength(1)
})

test('an agent with a filing under way or in the register is not retired; after that nothing is filed for it', () => {
  const s = story()
  const filingId = s.filed()
  const id = s.of(filingId).agentId ?? ''
  expect(s.refusal(s.filer, 'agent', id, { type: 'retire', reason: 'r' }, day(12))).toMatchObject({ code: 'case.notYours' })
  expect(s.refusal(s.lead, 'agent', id, { type: 'retire', reason: 'r' }, day(12))).toMatchObject({
    code: 'agent.filingsRemain',
    facts: { filings: [filingId] },
  })
  const adrift = s.draft({}, { agentId: id })
  s.step(s.lead, adrift, { type: 'withdraw', reason: 'r' }, day(12))
  const end = { zh: 'ended', en: 'ended' }
  s.step(
    s.representative,
    filingId,
    { type: 'cancel', cause: 'service_ended', endedOn: '2026-11-11', arrangements: 'a', publicReason: end },
    day(12),
  )
  s.must(s.lead, 'agent', id, { type: 'retire', reason: 'service ended' }, day(12))
  expect(agent.summary(s.state<Agent>(id) ?? agent.initial, shippedCatalogue).mark).toBe('ended')
  const create2 = {
    type: 'create',
    organisationId: s.company,
    agentId: id,
    agentName: specimenVersion.names,
    sector: 'education',
    scenarios: [25],
  }
  expect(s.ask(s.filer, null, create2, day(13))).toMatchObject({ code: 'filing.agentRetired' })
  expect(s.ask(approver, filingId, { type: 'decide', outcome: 'file', reasons }, day(13))).toMatchObject({ code: 'case.wrongStatus' })
})

const inHealth = officer('xu', 'sector_reviewer', '000000', ['health'])
const seenBy = (actor: typeof inHealth, state: Agent) => {
  const audience = audienceOf(actor, agent.place(state), { isPublic: false })
  return audience && present(state, agent.fields, audience)
}

test('the versions of an agent are read in the sector of the filings that brought them, and in no other', () => {
  const s = story()
  const id = s.of(s.submitted()).agentId ?? ''
  const state = () => s.state<Agent>(id) as Agent
  expect(state().versions).toMatchObject([{ sectors: ['education'] }])
  expect(seenBy(sectorReviewer, state())?.versions).toHaveLength(1)
  expect(seenBy(inHealth, state())).toBeNull()
  s.submitted({}, { agentId: id, sector: 'health', scenarios: [26] })
  // The very same content, filed a second time elsewhere, is one version of two sectors.
  expect(state().versions).toMatchObject([{ sectors: ['education', 'health'] }])
  expect(seenBy(inHealth, state())).toBeNull()
  expect(seenBy(sectorReviewer, state())).toBeNull()
  expect(seenBy(reviewer, state())?.versions).toHaveLength(1)
})

test('an entry that does not say its sector still folds, and only who has every sector reads it', () => {
  const stamp = stampOf(systemPost, systemActor, null, day(2))
  const old = { type: 'versionAdded', hash: contentHash(specimenVersion), filingId: 'f', signedBy: 'wang', content: specimenVersion }
  const state = given(agent, 'agent-1', [{ ...old, ...stamp } as Recorded<AgentEvent>])
  expect(sectorOf(state)).toBe('*')
  expect(seenBy(sectorReviewer, state)).toBeNull()
  expect(seenBy(reviewer, state)?.versions).toHaveLength(1)
})
