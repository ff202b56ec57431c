// From the first line to acceptance: what a company may write and sign, what intake may ask once, and what silence does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import type { Letter } from '#domain/letter/letter'
import { filing } from './filing.ts'
import { adverse, approver, both, day, intake, member, officer, reviewer, story } from './story.ts'

const { publicReason: _, ...turnedAway } = adverse
const items = [{ section: 'data', path: '/memory', what: 'say how long', basis: 'Order 9 art 24' }]
const lapseOf = (s: ReturnType<typeof story>, id: string) => filing.summary(s.of(id), shippedCatalogue).lapse

test('a filing is opened for the own organisation only, in a sector that has the scenario', () => {
  const s = story()
  const create = { type: 'create', organisationId: s.company, agentName: { zh: 'A', en: '' }, sector: 'education', scenarios: [25] }
  expect(s.ask(s.filer, null, create, day(2))).toBeNull()
  expect(s.ask(member('x', 'filer', 'other'), null, create, day(2))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(reviewer, null, create, day(2))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(s.filer, null, { ...create, organisationId: 'nobody' }, day(2))).toMatchObject({ code: 'filing.organisationMissing' })
  expect(s.ask(s.filer, null, { ...create, sector: 'astrology' }, day(2))).toMatchObject({ code: 'filing.sectorUnknown' })
  expect(s.ask(s.filer, null, { ...create, scenarios: [18] }, day(2))).toMatchObject({
    code: 'filing.scenarioNotInSector',
    facts: { scenarios: [18] },
  })
  expect(s.ask(s.filer, null, { ...create, agentId: 'nobody' }, day(2))).toMatchObject({ code: 'filing.agentMissing' })
  expect(s.ask(s.filer, null, { ...create, followsFilingId: 'nobody' }, day(2))).toMatchObject({ code: 'filing.earlierFilingMissing' })
})

test('a new filing starts from what was signed in the one that it follows', () => {
  const s = story()
  const earlier = s.submitted()
  const id = s.step(
    s.filer,
    null,
    { type: 'create', organisationId: s.company, agentName: both('B'), sector: 'education', scenarios: [25], followsFilingId: earlier },
    day(3),
  )
  expect(s.of(id).content).toMatchObject({ names: both('B'), authorityMatrix: specimenVersion.authorityMatrix })
})

test('only a representative signs, and only what is complete', () => {
  const s = story()
  const id = s.step(
    s.filer,
    null,
    { type: 'create', organisationId: s.company, agentName: both('B'), sector: 'education', scenarios: [25] },
    day(2),
  )
  expect(s.ask(s.filer, id, { type: 'submit' }, day(2))).toMatchObject({ code: 'case.notYours' })
  const refusal = s.ask(s.representative, id, { type: 'submit' }, day(2))
  expect(refusal).toMatchObject({ code: 'filing.incomplete' })
  const missing = (refusal?.facts.missing ?? []) as { section: string; code: string }[]
  expect(missing.map((one) => one.code)).toEqual(
    expect.arrayContaining(['filing.useAnswerMissing', 'agent.modelMissing', 'matrix.rowMissing']),
  )
  expect(new Set(missing.map((one) => one.section))).toContain('use')
})

test('a company without a verified credit code cannot submit', () => {
  const s = story()
  const clerk = officer('clerk', 'intake')
  s.must(clerk, 'organisation', s.company, { type: 'amend', creditCode: '91990000MA00AGN1X1' }, day(2))
  const id = s.draft()
  const unverified = s.must(
    clerk,
    'organisation',
    null,
    { type: 'create', kind: 'company', names: both('New'), creditCode: '91990000MA00AGN281', region: '110000' },
    day(2),
  )
  const newcomer = s.step(
    member('neu', 'filer', unverified),
    null,
    { type: 'create', organisationId: unverified, agentName: both('N'), sector: 'education', scenarios: [25] },
    day(2),
  )
  expect(s.ask(member('rep', 'representative', unverified), newcomer, { type: 'submit' }, day(2))).toMatchObject({
    code: 'filing.verifiedOrganisationNeeded',
    facts: { status: 'registered' },
  })
  // The identity that was verified still holds while a change of it waits.
  expect(s.ask(s.representative, id, { type: 'submit' }, day(2))).toBeNull()
  expect(s.of(id).creditCode).toBe('91990000MA00TE5T24')
})

const card = JSON.stringify({
  protocolVersion: '0.3.0',
  name: 'Timetable Planner',
  description: 'Plans timetables',
  url: 'https://agents.invented.example/a2a',
  version: '1.2.0',
  capabilities: {},
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [{ id: 'plan', name: 'Plan', description: 'Plans a week', tags: ['school'] }],
})

test('what a file claims counts for nothing until somebody of the company has confirmed it', () => {
  const s = story()
  const id = s.draft()
  s.step(s.filer, id, { type: 'importDescription', text: card }, day(2))
  expect(s.of(id).content.version).toBe('1.2.0')
  const paths = s.of(id).claims.map((claim) => claim.path)
  expect(paths).toContain('/version')
  expect(s.ask(s.representative, id, { type: 'submit' }, day(2))).toMatchObject({
    code: 'filing.claimsUnconfirmed',
    facts: { count: paths.length },
  })
  expect(s.ask(s.filer, id, { type: 'confirm', paths }, day(2))).toMatchObject({ code: 'case.notYours' })
  s.step(s.lead, id, { type: 'confirm', paths }, day(2))
  expect(s.of(id).claims.every((claim) => claim.confirmedBy === 'lin')).toBe(true)
  expect(s.ask(s.lead, id, { type: 'confirm', paths }, day(2))).toMatchObject({ code: 'filing.claimMissing' })
  expect(s.ask(s.representative, id, { type: 'submit' }, day(2))).toBeNull()
})

test('a claim ends when a person writes something else, and follows its row when rows move', () => {
  const s = story()
  const id = s.draft()
  s.step(s.filer, id, { type: 'importDescription', text: card }, day(2))
  const skills = s.of(id).content.skills ?? []
  const at = skills.findIndex((skill) => skill.id === 'plan')
  expect(s.of(id).claims.some((claim) => claim.path.startsWith(`/skills/${at}/`))).toBe(true)
  s.step(s.filer, id, { type: 'describe', content: { version: '1.2.1', skills: [...skills].reverse() } }, day(2))
  const paths = s.of(id).claims.map((claim) => claim.path)
  expect(paths).not.toContain('/version')
  expect(paths.some((path) => path.startsWith(`/skills/${skills.length - 1 - at}/`))).toBe(true)
})

test('what the importer refuses is a refusal with its facts, and nothing is written', () => {
  const s = story()
  const id = s.draft()
  const before = s.version(id)
  expect(s.ask(s.filer, id, { type: 'importDescription', text: '{"a": 1}' }, day(2))).toMatchObject({
    code: 'filing.importRefused',
    facts: { because: 'import.unknownFormat' },
  })
  expect(s.version(id)).toBe(before)
})

test('a submitted filing gets its receipt, its agent, and the version that was signed', () => {
  const s = story()
  const id = s.submitted()
  const state = s.of(id)
  expect(state).toMatchObject({
    status: 'submitted',
    receipt: { number: 'AGFR-110000-0000001', isLate: false },
    creditCode: '91990000MA00TE5T24',
  })
  expect(s.state(state.agentId ?? '')).toMatchObject({
    status: 'active',
    versions: [{ hash: state.versionHash, filingId: id, by: 'wang' }],
  })
  expect(filing.summary(state, shippedCatalogue)).toMatchObject({
    mark: 'submitted',
    dueOn: '2026-11-09',
    dueRule: 'LIC-1',
    isPublic: false,
  })
})

test('a service that has run for more than ten working days is filed late, and says so', () => {
  const s = story()
  const id = s.draft()
  s.step(s.filer, id, { type: 'describe', use: { serviceStartedOn: '2026-10-09' } }, day(2))
  s.step(s.representative, id, { type: 'submit' }, day(2))
  expect(s.of(id).receipt?.isLate).toBe(true)
})

test('deemed acceptance fires exactly at the end of the fifth working day and works back to the day of receipt', () => {
  const s = story()
  const id = s.submitted()
  expect(lapseOf(s, id)).toEqual({ at: '2026-11-10T00:00:00+08:00', command: 'deem' })
  expect(s.ask(systemActor, id, { type: 'deem' }, '2026-11-09T23:59:59+08:00')).toMatchObject({ code: 'filing.clockStillRunning' })
  expect(s.ask(intake, id, { type: 'deem' }, '2026-11-10T00:00:00+08:00')).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(systemActor, id, { type: 'deem' }, '2026-11-10T00:00:00+08:00')).toBeNull()
  expect(s.of(id)).toMatchObject({
    status: 'accepted',
    acceptance: { isDeemed: true, from: day(2) },
    clocks: { 'FIL-4': { startAt: day(2) } },
  })
})

test('once the five days have passed in silence, intake can only confirm it, also before the clock has said so', () => {
  const s = story()
  const id = s.submitted()
  expect(s.ask(intake, id, { type: 'requestCorrection', items }, day(10))).toMatchObject({ code: 'filing.acceptedBySilence' })
  expect(s.ask(intake, id, { type: 'rejectIntake', ...turnedAway, goTo: both('elsewhere') }, day(10))).toMatchObject({
    code: 'filing.acceptedBySilence',
  })
  s.step(intake, id, { type: 'accept' }, day(10))
  expect(s.of(id).acceptance).toEqual({ at: day(10), from: day(2), isDeemed: true })
})

test('for any instant, silence accepts if and only if the fifth working day is over and nothing was asked', () => {
  const end = Date.parse('2026-11-10T00:00:00+08:00')
  fc.assert(
    fc.property(fc.integer({ min: -8 * 86_400_000, max: 8 * 86_400_000 }), fc.boolean(), (offset, isAsked) => {
      const s = story()
      const id = s.submitted()
      if (isAsked) s.step(intake, id, { type: 'requestCorrection', items }, day(3))
      const refusal = s.ask(systemActor, id, { type: 'deem' }, new Date(end + offset).toISOString())
      expect(refusal === null).toBe(offset >= 0 && !isAsked)
    }),
    { numRuns: 40 },
  )
})

test('once a correction was asked for, silence never accepts, also after the answer', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  expect(lapseOf(s, id)).toBeNull()
  s.open(id, 'correction', day(3))
  expect(lapseOf(s, id)).toEqual({ at: '2026-11-18T00:00:00+08:00', command: 'lapse' })
  s.step(s.filer, id, { type: 'describe', content: { memory: { ...specimenVersion.memory, retentionDays: 7 } } }, day(4))
  s.step(s.representative, id, { type: 'resubmit', answer: 'seven days' }, day(4))
  expect(s.of(id)).toMatchObject({ status: 'submitted', clocks: { 'LIC-1': { startAt: day(4) } } })
  expect(lapseOf(s, id)).toBeNull()
  expect(s.ask(systemActor, id, { type: 'deem' }, day(20))).toMatchObject({ code: 'filing.correctionAlreadyGiven' })
})

test('a second correction notice does not exist', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  s.step(s.filer, id, { type: 'describe', content: { memory: { ...specimenVersion.memory, retentionDays: 7 } } }, day(4))
  s.step(s.representative, id, { type: 'resubmit' }, day(4))
  expect(s.ask(intake, id, { type: 'requestCorrection', items }, day(5))).toMatchObject({ code: 'filing.correctionAlreadyGiven' })
})

test('after a correction notice only the parts that it names are open, and something must change', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  expect(s.ask(s.filer, id, { type: 'describe', content: { purpose: 'Another' } }, day(4))).toMatchObject({
    code: 'filing.sectionNotAsked',
    facts: { sections: ['name_and_version'] },
  })
  expect(s.ask(s.filer, id, { type: 'describe', use: { monthlyUsers: 1 } }, day(4))).toMatchObject({ facts: { sections: ['use'] } })
  expect(s.ask(s.filer, id, { type: 'describe', content: { memory: specimenVersion.memory } }, day(4))).toMatchObject({
    code: 'filing.nothingChanged',
  })
  expect(s.ask(s.representative, id, { type: 'resubmit' }, day(4))).toMatchObject({ code: 'filing.nothingChanged' })
  expect(s.ask(s.filer, id, { type: 'describe', sector: 'health', scenarios: [26] }, day(4))).toMatchObject({ code: 'filing.sectorFixed' })
})

test('without an answer within ten working days of the delivery the filing lapses, not before', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  s.open(id, 'correction', day(3))
  expect(s.ask(systemActor, id, { type: 'lapse' }, '2026-11-17T23:59:59+08:00')).toMatchObject({ code: 'filing.clockStillRunning' })
  s.step(s.filer, id, { type: 'describe', content: { memory: { ...specimenVersion.memory, retentionDays: 7 } } }, day(4))
  expect(s.ask(s.representative, id, { type: 'resubmit' }, '2026-11-18T00:00:00+08:00')).toMatchObject({
    code: 'filing.correctionTimePassed',
  })
  expect(s.ask(systemActor, id, { type: 'lapse' }, '2026-11-18T00:00:00+08:00')).toBeNull()
  expect(s.of(id).status).toBe('lapsed')
  expect(s.ask(s.representative, id, { type: 'resubmit' }, day(19))).toMatchObject({ code: 'case.wrongStatus' })
})

test('the time to answer a correction notice runs from its delivery, and while it was not delivered nothing lapses', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items }, day(3))
  const late = '2026-11-30T10:00:00+08:00'
  expect(s.ask(systemActor, id, { type: 'lapse' }, late)).toMatchObject({ code: 'filing.clockStillRunning' })
  s.open(id, 'correction', day(20))
  expect(s.of(id)).toMatchObject({ corrections: [{ deliveredAt: day(20) }], clocks: { 'FIL-5': { startAt: day(20) } } })
  expect(filing.summary(s.of(id), shippedCatalogue)).toMatchObject({ dueOn: '2026-12-04', dueRule: 'FIL-5', lapse: { command: 'lapse' } })
  s.step(s.filer, id, { type: 'describe', content: { memory: { ...specimenVersion.memory, retentionDays: 7 } } }, late)
  expect(s.ask(s.representative, id, { type: 'resubmit' }, late)).toBeNull()
})

test('intake acts in its region and sector only, and turns away saying where to go', () => {
  const s = story()
  const id = s.submitted()
  for (const stranger of [officer('lu', 'intake', '310000'), officer('lu', 'intake', '110000', ['health'])]) {
    expect(s.ask(stranger, id, { type: 'accept' }, day(3))).toMatchObject({ code: 'case.notYours' })
  }
  const employee = { ...intake, posts: [...intake.posts, ...s.filer.posts] }
  expect(s.ask(employee, id, { type: 'accept' }, day(3))).toMatchObject({ code: 'case.ownOrganisation' })
  expect(s.ask(intake, id, { type: 'rejectIntake', ...turnedAway, goTo: both('the health authority') }, day(3))).toBeNull()
  expect(s.of(id)).toMatchObject({
    status: 'not_accepted',
    notAccepted: { goTo: both('the health authority'), basis: adverse.basis, remedies: adverse.remedies, by: 'ying', at: day(3) },
  })
})

test('the owner of a case is somebody who may act on it', () => {
  const s = story()
  const id = s.submitted()
  const admin = {
    personId: 'ada',
    name: both('ada'),
    posts: [{ role: 'system_admin' as const, authorityId: null, sectors: [], region: null, organisationId: null }],
  }
  const appoint = (region: string) => {
    const personId = s.must(admin, 'person', null, { type: 'create', names: both(region), organisationId: null }, day(2))
    s.must(
      admin,
      'person',
      personId,
      { type: 'appoint', role: 'reviewer', authorityId: 'cac', sectors: ['*'], region, reason: 'appointed' },
      day(2),
    )
    return personId
  }
  const [here, elsewhere] = [appoint('110000'), appoint('310000')]
  expect(s.ask(intake, id, { type: 'assign', ownerId: elsewhere }, day(3))).toMatchObject({ code: 'filing.competentOwnerNeeded' })
  expect(s.ask(intake, id, { type: 'assign', ownerId: 'nobody' }, day(3))).toMatchObject({ code: 'filing.competentOwnerNeeded' })
  expect(s.ask(intake, id, { type: 'assign', ownerId: here }, day(3))).toBeNull()
  expect(s.ask(intake, id, { type: 'assign', ownerId: here }, day(3))).toMatchObject({ code: 'filing.nothingChanged' })
})

test('who received a filing does not decide it', () => {
  const s = story()
  const both = { ...approver, personId: intake.personId }
  const id = s.recommended()
  expect(
    s.ask(
      both,
      id,
      { type: 'decide', outcome: 'file', reasons: adverse.basis.map((rule) => ({ rule, evidence: 'e', finding: 'f' })) },
      day(11),
    ),
  ).toMatchObject({
    code: 'case.dutyExcluded',
    facts: { duty: 'approve', did: 'intake' },
  })
})

test('a company withdraws at any time before the decision, and no clock runs on', () => {
  const s = story()
  for (const id of [s.draft(), s.submitted(), s.placed()]) {
    s.step(s.lead, id, { type: 'withdraw', reason: 'plans changed' }, day(5))
    expect(s.of(id)).toMatchObject({ status: 'withdrawn', withdrawal: { reason: 'plans changed' } })
    expect(filing.summary(s.of(id), shippedCatalogue)).toMatchObject({ mark: 'ended', dueOn: null, lapse: null })
  }
})

test('the letter of acceptance names the day from which the review runs, as Shanghai counts it', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'accept' }, '2026-11-03T17:30:00Z')
  const letters = (s.all('letter') as Letter[]).filter((one) => one.template === 'acceptance')
  expect(letters.map((one) => one.facts.acceptedOn)).toEqual(['2026-11-04'])
})
