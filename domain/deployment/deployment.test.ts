// From a filed agent to a running one: every guard of policy.md 5.3, two authorities, conditions with dates, stops that need nobody's consent.
import { expect, test } from 'vitest'
import type { Agent } from '#domain/agent/agent'
import { specimenVersion } from '#domain/agent/specimen'
import { contentHash } from '#domain/agent/version'
import { publicActor, systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import {
  adverse,
  approver,
  asOne,
  both,
  condition,
  coordinator,
  day,
  intake,
  member,
  nationalApprover,
  nationalReviewer,
  officer,
  reasons,
  registrar,
  remedies,
  reviewer,
  sectorApprover,
  sectorReviewer,
  story,
} from '#domain/filing/story'
import { parseNumber } from '#domain/number'
import type { Obligation } from '#domain/obligation/obligation'
import { audienceOf, present } from '#domain/permission'
import type { Opening } from '#domain/scenario/opening-state'
import { type Deployment, deployment } from './deployment.ts'
import { obstacle } from './guard.ts'

const openingContent = {
  conditions: [] as object[],
  autonomyCeiling: 'autonomous',
  limits: { amountPerActYuan: null, amountPerDayYuan: null, users: 100_000 },
  filingTrigger: 'before_deployment',
  legalBasis: ['Opinions, clause 11'],
  effectiveOn: '2026-11-02',
  jointHandling: false,
  exitPeriodDays: 10,
}
const plan = {
  place: 'schools of one city',
  regions: ['110000'],
  users: 500,
  startOn: '2026-11-30',
  pilot: null,
  humanTakeover: 'the teacher takes over',
  insurance: '',
  platformIds: ['store'],
}
type Asked = { type: string } & Record<string, unknown>

const start = () => {
  const s = story()
  const ask = (actor: Parameters<typeof s.refusal>[0], id: string | null, command: Asked, at: string) =>
    s.refusal(actor, 'deployment', id, command, at)
  const go = (actor: Parameters<typeof s.refusal>[0], id: string | null, command: Asked, at: string) =>
    s.must(actor, 'deployment', id, command, at)
  const at = (id: string): Deployment => s.state<Deployment>(id) ?? deployment.initial
  const summary = (id: string) => deployment.summary(at(id), shippedCatalogue)
  const open = (more: object = {}) => {
    const id = s.must(
      nationalReviewer,
      'opening',
      null,
      { type: 'create', sector: 'education', scenario: 25, content: { ...openingContent, ...more }, reason: 'asked' },
      day(2),
    )
    s.must(sectorApprover, 'opening', id, { type: 'concur', reasons: 'agreed' }, day(2))
    s.must(nationalApprover, 'opening', id, { type: 'sign', reasons: 'agreed' }, day(2))
    return id
  }
  const applyFor = (filingId: string, more: object = {}): Asked => ({
    type: 'create',
    filingId,
    agentId: s.of(filingId).agentId,
    sector: 'education',
    scenario: 25,
    plan,
    ...more,
  })
  const drafted = (filingId: string, more: object = {}) => go(s.filer, null, applyFor(filingId, more), day(12))
  const assessed = (filingId: string, more: object = {}) => {
    const id = drafted(filingId, more)
    go(s.representative, id, { type: 'submit' }, day(12))
    go(intake, id, { type: 'accept' }, day(13))
    go(reviewer, id, { type: 'startAssessment' }, day(13))
    return id
  }
  const concurred = (filingId: string, verdict = 'concur', conditions: object[] = [], more: object = {}) => {
    const id = assessed(filingId, more)
    go(sectorReviewer, id, { type: 'opine', verdict, conditions, reasons }, day(16))
    go(sectorApprover, id, { type: 'concur', verdict, conditions, reasons }, day(17))
    return id
  }
  const approved = (filingId: string, outcome = 'approve', more: object = {}) => {
    const id = concurred(filingId)
    go(reviewer, id, { type: 'recommend', outcome, reasons, ...more }, day(17))
    go(approver, id, { type: 'decide', outcome, reasons, remedies, ...more }, day(18))
    return id
  }
  const active = (filingId: string) => {
    const id = approved(filingId)
    go(s.lead, id, { type: 'activate', startedOn: '2026-11-19' }, day(19))
    return id
  }
  /** A version made from the filed one, signed in a filing of its own. */
  const derive = (filingId: string, change: object): { hash: string; filingId: string } => {
    const { versionHash, agentId } = s.of(filingId)
    const next = s.submitted({ version: '1.8.4', changeClass: 'minor', basedOnHash: versionHash, ...change }, { agentId })
    return { hash: s.of(next).versionHash ?? '', filingId: next }
  }
  return { ...s, ask, go, at, summary, open, applyFor, drafted, assessed, concurred, approved, active, derive }
}

test('the whole life: filed, tested, opened, applied for, decided by two authorities, active', () => {
  const s = start()
  s.open({ requiredTests: ['TI-18'] })
  const filingId = s.placed()
  s.step(reviewer, filingId, { type: 'requestTest', testItemIds: ['TI-18'], basis: 'Opinions, clause 11' }, day(4))
  const [order] = s.all('obligation')
  const house = s.register('91990000MA00LAB17G', 'Invented Laboratory', 'lab')
  const lab = s.must(registrar, 'lab', null, { type: 'create', organisationId: house, names: both('Invented Laboratory') }, day(4))
  s.must(
    registrar,
    'lab',
    lab,
    { type: 'accredit', certificateNo: 'L1', basis: 'cnas', testItemIds: ['TI-18'], from: '2026-01-01', to: '2027-12-31' },
    day(4),
  )
  const [tester, signatory] = [member('te', 'tester', house), member('si', 'lab_signatory', house)]
  s.must(signatory, 'lab', lab, { type: 'declareImpartiality', statement: 'no interest' }, day(4))
  const test = (actor: Parameters<typeof s.must>[0], command: Asked) => s.must(actor, 'obligation', order?.id ?? '', command, day(5))
  test(coordinator, { type: 'assign', labId: lab, sampledBy: 'authority', paidBy: 'authority' })
  test(tester, { type: 'start' })
  test(tester, {
    type: 'handIn',
    method: 'sampling',
    procedure: 'as the catalogue says',
    sampleCount: 500,
    items: [{ testItemId: 'TI-18', passed: 500, total: 500 }],
    rawHash: 'c'.repeat(64),
    performedOn: '2026-11-05',
    versionHash: s.of(filingId).versionHash,
  })
  test(signatory, { type: 'sign', reportNo: 1 })
  expect(s.of(filingId).status).toBe('testing')
  test(coordinator, { type: 'accept', reportNo: 1 })
  expect(s.of(filingId)).toMatchObject({
    status: 'under_review',
    tests: [{ testItemId: 'TI-18', outcome: 'accepted', obligationId: order?.id }],
  })
  s.step(reviewer, filingId, { type: 'askConcurrence' }, day(5))
  s.step(sectorReviewer, filingId, { type: 'opine', verdict: 'concur', reasons }, day(6))
  s.step(sectorApprover, filingId, { type: 'concur', verdict: 'concur', reasons }, day(9))
  s.step(reviewer, filingId, { type: 'recommend', outcome: 'file', reasons }, day(10))
  s.step(approver, filingId, { type: 'decide', outcome: 'file', reasons }, day(11))
  const id = s.active(filingId)
  const number = s.at(id).number ?? ''
  expect(parseNumber(number)).toEqual({ kind: 'deployment', region: '110000', scenario: 25, year: 2026, sequence: 1 })
  expect(s.at(id)).toMatchObject({
    status: 'active',
    activation: { startedOn: '2026-11-19', by: 'lin' },
    openingNo: 1,
    versionHash: s.of(filingId).versionHash,
  })
  expect(s.summary(id)).toMatchObject({
    mark: 'approved',
    isPublic: true,
    number,
    scenario: 'education:25',
    lane: 'sensitive',
    dueOn: null,
  })
  expect(s.of(filingId).deploymentIds).toEqual([id])
  expect(
    s
      .log()
      .filter((entry) => entry.id === id)
      .map((entry) => entry.event.type),
  ).toEqual(['created', 'submitted', 'accepted', 'assessmentStarted', 'opined', 'concurred', 'recommended', 'decided', 'activated'])
})

test('only what is filed, in the scenario that it was filed for, by its own company, is applied for', () => {
  const s = start()
  s.open()
  const pending = s.recommended()
  const filingId = s.filed()
  expect(s.ask(s.filer, null, s.applyFor(pending), day(12))).toMatchObject({ code: 'deployment.filingNotFiled' })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { scenario: 26 }), day(12))).toMatchObject({ code: 'deployment.scenarioNotFiled' })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { agentId: s.of(pending).agentId }), day(12))).toMatchObject({
    code: 'deployment.filingOfOtherAgent',
  })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { versionHash: 'a'.repeat(64) }), day(12))).toMatchObject({
    code: 'deployment.versionNotFiled',
  })
  expect(s.ask(member('x', 'filer', 'other'), null, s.applyFor(filingId), day(12))).toMatchObject({ code: 'case.notYours' })
})

test('a scenario that is not open on that day takes no application', () => {
  const s = start()
  const filingId = s.filed()
  expect(s.ask(s.filer, null, s.applyFor(filingId), day(12))).toMatchObject({ code: 'deployment.openingNotOpen' })
  const opening = s.open({ effectiveOn: '2026-11-13' })
  expect(s.ask(s.filer, null, s.applyFor(filingId), day(12))).toMatchObject({ code: 'deployment.openingNotOpen' })
  expect(s.ask(s.filer, null, s.applyFor(filingId), day(13))).toBeNull()
  const { facts: _facts, remedies: _remedies, ...stop } = adverse
  const id = s.go(s.filer, null, s.applyFor(filingId), day(13))
  s.must(sectorApprover, 'opening', opening, { type: 'suspend', ...stop }, day(13))
  expect(s.ask(s.representative, id, { type: 'submit' }, day(13))).toMatchObject({ code: 'deployment.openingNotOpen' })
})

test('what the opening limits is kept: users, autonomy, amounts', () => {
  const pay = {
    ...specimenVersion.authorityMatrix[2],
    id: 'pay',
    action: 'pays a fee',
    category: 'payment',
    cap: { amount: 800, unit: 'yuan', per: 'action' },
  }
  const limits = { amountPerActYuan: 500, amountPerDayYuan: null, users: 400 }
  const s = start()
  s.open({ limits, autonomyCeiling: 'user_authorised' })
  const filingId = s.filed({ authorityMatrix: [...specimenVersion.authorityMatrix, pay] as typeof specimenVersion.authorityMatrix })
  const id = s.drafted(filingId)
  const submit = () => s.ask(s.representative, id, { type: 'submit' }, day(12))
  expect(submit()).toMatchObject({ code: 'deployment.usersAboveLimit', facts: { users: 500, limit: 400 } })
  s.go(s.filer, id, { type: 'describe', plan: { ...plan, users: 400 } }, day(12))
  expect(submit()).toMatchObject({
    code: 'deployment.autonomyAboveCeiling',
    facts: { actions: specimenVersion.authorityMatrix.slice(0, 2).map((row) => row.action) },
  })
  const free = start()
  free.open({ limits: { ...limits, users: null } })
  const other = free.drafted(
    free.filed({ authorityMatrix: [...specimenVersion.authorityMatrix, pay] as typeof specimenVersion.authorityMatrix }),
  )
  expect(free.ask(free.representative, other, { type: 'submit' }, day(12))).toMatchObject({
    code: 'deployment.amountAboveLimit',
    facts: { actions: ['pays a fee'] },
  })
})

test('tests that the opening asks for must be passed or waived, and none that was ordered may be open', () => {
  const s = start()
  s.open({ requiredTests: ['TI-18'] })
  const filingId = s.filed()
  const id = s.drafted(filingId)
  expect(s.ask(s.representative, id, { type: 'submit' }, day(12))).toMatchObject({
    code: 'deployment.testsMissing',
    facts: { testItemIds: ['TI-18'] },
  })
  const { agentId, versionHash, agentName } = s.of(filingId)
  const order = s.must(
    officer('qian', 'testing_coordinator'),
    'obligation',
    null,
    {
      type: 'create',
      filingId,
      filingNumber: null,
      agentId,
      agentName,
      organisationId: s.company,
      organisationName: 'Invented Schools',
      sector: 'education',
      region: '110000',
      scenario: 25,
      lane: 'sensitive',
      versionHash,
      version: '1.8.3',
      testItemIds: ['TI-18'],
      basis: 'clause 11',
      dueOn: null,
    },
    day(12),
  )
  expect(s.ask(s.representative, id, { type: 'submit' }, day(12))).toMatchObject({ code: 'deployment.obligationsOpen' })
  s.must(officer('wen', 'approver'), 'obligation', order, { type: 'waive', reason: 'tested last month elsewhere' }, day(12))
  expect(s.ask(s.representative, id, { type: 'submit' }, day(12))).toBeNull()
})

test('the next test of the cycle stands in the way only when its day has passed, a failed one until a later one passed', () => {
  const s = start()
  s.open()
  const filingId = s.placed()
  s.step(reviewer, filingId, { type: 'requestTest', testItemIds: ['TI-18'] }, day(4))
  s.must(approver, 'obligation', s.all('obligation')[0]?.id ?? '', { type: 'waive', reason: 'tested last month elsewhere' }, day(4))
  s.step(reviewer, filingId, { type: 'askConcurrence' }, day(5))
  s.step(sectorReviewer, filingId, { type: 'opine', verdict: 'concur', reasons }, day(6))
  s.step(sectorApprover, filingId, { type: 'concur', verdict: 'concur', reasons }, day(9))
  s.step(reviewer, filingId, { type: 'recommend', outcome: 'file', reasons }, day(10))
  s.step(approver, filingId, { type: 'decide', outcome: 'file', reasons }, day(11))
  const filing = s.of(filingId)
  const [first, next] = s.all('obligation') as [Obligation, Obligation]
  expect(next).toMatchObject({ status: 'planned', cycleFrom: '2026-11-04' })
  const facts = { filing, agent: s.state<Agent>(filing.agentId ?? ''), openings: s.all('opening') as Opening[] }
  const running = {
    sector: 'education',
    clause: 25 as const,
    versionHash: filing.versionHash ?? '',
    users: 5,
    regions: [],
    on: '2026-11-19',
  }
  const found = (...obligations: Obligation[]) => {
    const answer = obstacle({ ...facts, obligations }, running)
    return answer && !answer.granted ? answer.refusal.code : null
  }
  expect(found(first, next)).toBeNull()
  expect(found(first, { ...next, dueOn: '2026-11-19' })).toBeNull()
  expect(found(first, { ...next, dueOn: '2026-11-18' })).toBe('deployment.obligationsOpen')
  const failed = { ...next, status: 'failed' as const, endedAt: day(12) }
  expect(found(first, failed)).toBe('deployment.obligationsOpen')
  expect(found(first, failed, { ...next, status: 'accepted', endedAt: day(16) })).toBeNull()
})

test('a version that was made from the filed one runs when it is minor and loosens nothing', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const minor = s.derive(filingId, { purpose: `${specimenVersion.purpose} `.trim(), buildHash: 'b'.repeat(64) })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { versionHash: minor.hash }), day(12))).toBeNull()
  const major = s.derive(filingId, { version: '2.0.0', changeClass: 'major' })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { versionHash: major.hash }), day(12))).toMatchObject({
    code: 'deployment.versionNotFiled',
  })
  const [first, ...rest] = specimenVersion.authorityMatrix
  const freer = rest.map((row) => (row.id === 'submit-mark' ? { ...row, mode: 'autonomous' as const, consent: 'none' as const } : row))
  const loose = s.derive(filingId, { version: '1.8.5', authorityMatrix: first ? [first, ...freer] : freer })
  expect(s.ask(s.filer, null, s.applyFor(filingId, { versionHash: loose.hash }), day(12))).toMatchObject({
    code: 'deployment.versionNotFiled',
  })
})

test('approval needs the sector authority, a recommendation and an approver, all different persons', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const id = s.assessed(filingId)
  const decide = { type: 'decide', outcome: 'approve', reasons }
  expect(s.ask(approver, id, decide, day(16))).toMatchObject({ code: 'deployment.recommendationMissing' })
  s.go(reviewer, id, { type: 'recommend', outcome: 'approve', reasons }, day(16))
  expect(s.ask(approver, id, decide, day(16))).toMatchObject({ code: 'deployment.concurrenceMissing' })
  expect(s.ask(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, day(16))).toMatchObject({
    code: 'deployment.opinionMissing',
  })
  expect(s.ask({ ...sectorReviewer, personId: 'li' }, id, { type: 'opine', verdict: 'concur', reasons }, day(16))).toMatchObject({
    code: 'case.dutyExcluded',
  })
  s.go(sectorReviewer, id, { type: 'opine', verdict: 'concur', reasons }, day(16))
  s.go(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, day(16))
  expect(s.ask(asOne('li', reviewer, approver), id, decide, day(17))).toMatchObject({ code: 'case.dutyExcluded' })
  expect(s.ask({ ...approver, personId: intake.personId }, id, decide, day(17))).toMatchObject({ code: 'case.dutyExcluded' })
  expect(s.ask(officer('z', 'approver', '310000'), id, decide, day(17))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(approver, id, { ...decide, outcome: 'refuse', remedies }, day(17))).toMatchObject({
    code: 'deployment.recommendationDiffers',
  })
  s.go(approver, id, { type: 'returnToReviewer', reason: 'look again' }, day(17))
  expect(s.at(id).rounds).toMatchObject([{ returned: 'look again' }])
  s.go(reviewer, id, { type: 'recommend', outcome: 'approve', reasons }, day(17))
  expect(s.ask(approver, id, decide, day(18))).toBeNull()
})

test('the sector is not overruled, its conditions are kept, and a refusal takes no number', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const objected = s.concurred(filingId, 'object')
  s.go(reviewer, objected, { type: 'recommend', outcome: 'approve', reasons }, day(17))
  expect(s.ask(approver, objected, { type: 'decide', outcome: 'approve', reasons }, day(18))).toMatchObject({
    code: 'deployment.sectorObjects',
  })
  s.go(reviewer, objected, { type: 'recommend', outcome: 'refuse', reasons }, day(18))
  expect(s.ask(approver, objected, { type: 'decide', outcome: 'refuse', reasons }, day(18))).toMatchObject({
    code: 'deployment.remediesMissing',
  })
  s.go(approver, objected, { type: 'decide', outcome: 'refuse', reasons, remedies }, day(18))
  expect(s.at(objected)).toMatchObject({ status: 'refused', number: null })
  expect(s.summary(objected).isPublic).toBe(false)
  const conditional = s.concurred(filingId, 'concurWithConditions', [condition])
  const other = { ...condition, libraryId: null, params: {} }
  s.go(reviewer, conditional, { type: 'recommend', outcome: 'approveWithConditions', conditions: [other], reasons }, day(17))
  const decide = { type: 'decide', outcome: 'approveWithConditions', reasons, remedies }
  expect(s.ask(approver, conditional, { ...decide, conditions: [other] }, day(18))).toMatchObject({
    code: 'deployment.sectorConditionMissing',
  })
  s.go(approver, conditional, { ...decide, conditions: [condition] }, day(18))
  expect(s.at(conditional)).toMatchObject({ status: 'approved_with_conditions', conditions: [{ no: 1, met: null }] })
  expect(parseNumber(s.at(conditional).number ?? '')).toMatchObject({ sequence: 1 })
})

test('a condition that is due must be met before it starts', () => {
  const s = start()
  s.open()
  const id = s.concurred(s.filed())
  const conditions = [
    { ...condition, dueOn: '2026-11-19' },
    { ...condition, params: { seconds: 30 }, dueOn: '2026-12-31' },
  ]
  s.go(reviewer, id, { type: 'recommend', outcome: 'approveWithConditions', conditions, reasons }, day(17))
  s.go(approver, id, { type: 'decide', outcome: 'approveWithConditions', conditions, reasons, remedies }, day(18))
  expect(s.summary(id)).toMatchObject({ dueOn: '2026-11-19', dueRule: 'condition' })
  const activate = { type: 'activate', startedOn: '2026-11-19' }
  expect(s.ask(s.lead, id, activate, day(19))).toMatchObject({ code: 'deployment.conditionsUnmet', facts: { conditions: [1] } })
  expect(s.ask(s.lead, id, { type: 'meetCondition', no: 3, evidence: 'e' }, day(19))).toMatchObject({ code: 'deployment.conditionMissing' })
  s.go(s.lead, id, { type: 'meetCondition', no: 1, evidence: 'stopped in 40 seconds' }, day(19))
  expect(s.ask(s.lead, id, { type: 'meetCondition', no: 1, evidence: 'e' }, day(19))).toMatchObject({
    code: 'deployment.conditionMetAlready',
  })
  s.go(s.lead, id, activate, day(19))
  expect(s.summary(id)).toMatchObject({ mark: 'conditions', dueOn: '2026-12-31', dueRule: 'condition' })
})

test('the company starts it after the decision and not in the future', () => {
  const s = start()
  s.open()
  const id = s.approved(s.filed())
  expect(s.ask(s.filer, id, { type: 'activate', startedOn: '2026-11-18' }, day(19))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(s.lead, id, { type: 'activate', startedOn: '2026-11-20' }, day(19))).toMatchObject({ code: 'deployment.pastDateNeeded' })
  expect(s.ask(s.lead, id, { type: 'activate', startedOn: '2026-11-17' }, day(19))).toMatchObject({
    code: 'deployment.startedBeforeDecision',
  })
})

test('a pilot has an end, and ends by itself then and not before', () => {
  const s = start()
  s.open()
  const id = s.concurred(s.filed())
  expect(s.ask(reviewer, id, { type: 'recommend', outcome: 'approvePilot', reasons }, day(17))).toMatchObject({
    code: 'deployment.endDateMissing',
  })
  expect(s.ask(reviewer, id, { type: 'recommend', outcome: 'approvePilot', reasons, validUntil: '2026-11-17' }, day(17))).toMatchObject({
    code: 'deployment.laterDateNeeded',
  })
  s.go(reviewer, id, { type: 'recommend', outcome: 'approvePilot', reasons, validUntil: '2026-12-18' }, day(17))
  s.go(approver, id, { type: 'decide', outcome: 'approvePilot', reasons, remedies, validUntil: '2026-12-18' }, day(18))
  s.go(s.lead, id, { type: 'activate', startedOn: '2026-11-19' }, day(19))
  expect(s.summary(id)).toMatchObject({ dueOn: '2026-12-18', lapse: { at: '2026-12-19T00:00:00+08:00', command: 'expire' } })
  expect(s.ask(systemActor, id, { type: 'expire' }, '2026-12-18T23:59:59+08:00')).toMatchObject({ code: 'deployment.approvalStillValid' })
  s.go(systemActor, id, { type: 'expire' }, '2026-12-19T00:00:00+08:00')
  expect(s.at(id)).toMatchObject({ status: 'expired', tombstone: { what: 'expired', on: '2026-12-19' } })
  expect(s.summary(id)).toMatchObject({ isPublic: true, lapse: null })
})

test('silence accepts an application from the day of receipt', () => {
  const s = start()
  s.open()
  const id = s.drafted(s.filed())
  s.go(s.representative, id, { type: 'submit' }, day(12))
  expect(s.summary(id)).toMatchObject({ dueOn: '2026-11-19', lapse: { at: '2026-11-20T00:00:00+08:00', command: 'deem' } })
  expect(s.ask(systemActor, id, { type: 'deem' }, day(19))).toMatchObject({ code: 'deployment.clockStillRunning' })
  s.go(systemActor, id, { type: 'deem' }, '2026-11-20T00:00:00+08:00')
  expect(s.at(id)).toMatchObject({
    status: 'accepted',
    acceptance: { isDeemed: true, from: day(12) },
    clocks: { 'LIC-3': { startAt: day(12) } },
  })
})

const emergency = (s: ReturnType<typeof start>, filingId: string, versionHash: string) => {
  const recaller = officer('hu', 'recall_officer')
  const signatory = officer('luo', 'recall_signatory')
  const scope = { versionHashes: [versionHash] }
  const recall = s.must(
    recaller,
    'recall',
    null,
    {
      type: 'create',
      agentId: s.of(filingId).agentId,
      organisationId: s.company,
      sector: 'education',
      region: '110000',
      scenario: 25,
      scope,
      hazard: both('marks are made up'),
      riskCodes: ['AIA05'],
      howFound: 'a school told us',
      class: 'I',
      criteria: ['minors_harmed'],
    },
    day(20),
  )
  const stop = () => {
    s.must(
      recaller,
      'recall',
      recall,
      {
        type: 'proposeEmergency',
        scope,
        facts: both('marks are made up'),
        whatUsersMustDo: both('stop using it'),
        reasons: 'grave',
        basis: ['Consumer Rights Law 33'],
        reviewOn: '2026-12-10',
      },
      day(20),
    )
    s.must(signatory, 'recall', recall, { type: 'orderEmergency', reasons: 'grave', reviewOn: '2026-12-10' }, day(20))
  }
  const lift = () =>
    s.must(signatory, 'recall', recall, { type: 'liftEmergency', reasons: 'mended', publicReason: both('mended') }, day(24))
  return { recall, stop, lift }
}

test('an interim stop halts what runs at once, blocks the version and what was made from it, and nothing resumes by itself', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const running = s.active(filingId)
  const waiting = s.approved(filingId)
  const minor = s.derive(filingId, { buildHash: 'b'.repeat(64) })
  const derived = s.drafted(filingId, { versionHash: minor.hash })
  const { recall, stop, lift } = emergency(s, filingId, s.of(filingId).versionHash ?? '')
  // A suspicion alone blocks nothing.
  expect(s.ask(s.representative, derived, { type: 'submit' }, day(20))).toBeNull()
  stop()
  expect(s.at(running)).toMatchObject({
    status: 'suspended',
    statusBefore: 'active',
    halt: { cause: 'recall_emergency', byId: recall },
    tombstone: { what: 'halted' },
  })
  expect(s.summary(running).mark).toBe('recalled')
  expect(s.at(waiting)).toMatchObject({ status: 'suspended', statusBefore: 'approved' })
  const again = s.drafted(filingId, { versionHash: minor.hash })
  expect(s.ask(s.representative, again, { type: 'submit' }, day(20))).toMatchObject({
    code: 'deployment.versionRecalled',
    facts: { recallId: recall, by: 'interimStop' },
  })
  expect(s.ask(approver, running, { type: 'resume', reason: 'mended' }, day(20))).toMatchObject({ code: 'deployment.versionRecalled' })
  lift()
  expect(s.at(running).status).toBe('suspended')
  s.go(approver, running, { type: 'resume', reason: 'mended' }, day(24))
  expect(s.at(running)).toMatchObject({ status: 'active', halt: null, tombstone: null })
})

test('a halt of what runs nothing changes nothing, and never fails', () => {
  const s = start()
  s.open()
  const id = s.drafted(s.filed())
  const version = s.version(id)
  expect(s.ask(systemActor, id, { type: 'halt', cause: 'recall_ordered', byId: 'r' }, day(12))).toBeNull()
  expect(s.version(id)).toBe(version)
  expect(s.ask(approver, id, { type: 'halt', cause: 'recall_ordered', byId: 'r' }, day(12))).toMatchObject({ code: 'case.notYours' })
})

test('a deployment stops with its filing', () => {
  for (const [command, cause] of [
    [{ type: 'suspend', ...adverse }, 'filing_suspended'],
    [{ type: 'cancel', cause: 'service_ended', endedOn: '2026-11-19', arrangements: 'a', publicReason: both('ended') }, 'filing_cancelled'],
  ] as const) {
    const s = start()
    s.open()
    const filingId = s.filed()
    const id = s.active(filingId)
    s.step(command.type === 'suspend' ? approver : s.representative, filingId, command, day(20))
    expect(s.at(id)).toMatchObject({ status: 'suspended', halt: { cause, byId: filingId } })
    expect(s.ask(approver, id, { type: 'resume', reason: 'r' }, day(20))).toMatchObject({ code: 'deployment.filingNotFiled' })
  }
})

test('closing a scenario leaves running deployments the exit period, then they end', () => {
  const s = start()
  const opening = s.open()
  const id = s.active(s.filed())
  const close = { type: 'close', reasons: 'harm to pupils', publicReason: both('harm to pupils') }
  s.must(nationalApprover, 'opening', opening, close, day(20))
  s.must(sectorApprover, 'opening', opening, close, day(20))
  expect(s.at(id)).toMatchObject({ status: 'active', exitUntil: '2026-11-30' })
  expect(s.summary(id)).toMatchObject({ dueOn: '2026-11-30', lapse: { at: '2026-12-01T00:00:00+08:00', command: 'expire' } })
  s.go(systemActor, id, { type: 'expire' }, '2026-12-01T00:00:00+08:00')
  expect(s.at(id).status).toBe('expired')
})

test('a minor version goes on; a major one is assessed anew, on a placement of its own, and keeps the number', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const id = s.active(filingId)
  const number = s.at(id).number
  const minor = s.derive(filingId, { buildHash: 'b'.repeat(64) })
  s.go(s.lead, id, { type: 'changeVersion', versionHash: minor.hash }, day(19))
  expect(s.at(id)).toMatchObject({ status: 'active', version: '1.8.4', published: { version: '1.8.4' } })
  const { agentId } = s.of(filingId)
  const major = s.submitted({ version: '2.0.0', changeClass: 'major', basedOnHash: s.of(filingId).versionHash }, { agentId })
  const hash = s.of(major).versionHash ?? ''
  // A new major version has no placement, and a filing of it no decision.
  expect(s.ask(s.lead, id, { type: 'changeVersion', versionHash: hash, filingId: major }, day(19))).toMatchObject({
    code: 'deployment.filingNotFiled',
  })
  const next = s.filed({ version: '2.0.1', changeClass: 'major', basedOnHash: s.of(filingId).versionHash }, { agentId })
  s.go(s.lead, id, { type: 'changeVersion', versionHash: s.of(next).versionHash, filingId: next }, day(19))
  expect(s.at(id)).toMatchObject({ status: 're_assessment', filingId: next, concurrence: null, recommendation: null, activation: null })
  expect(s.ask(s.lead, id, { type: 'activate', startedOn: '2026-11-19' }, day(19))).toMatchObject({ code: 'case.wrongStatus' })
  s.go(sectorReviewer, id, { type: 'opine', verdict: 'concur', reasons }, day(20))
  s.go(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, day(20))
  s.go(reviewer, id, { type: 'recommend', outcome: 'approve', reasons }, day(20))
  s.go(approver, id, { type: 'decide', outcome: 'approve', reasons }, day(20))
  expect(s.at(id)).toMatchObject({ status: 'approved', number })
  // The old filing no longer carries it.
  s.step(approver, filingId, { type: 'suspend', ...adverse }, day(20))
  expect(s.at(id).status).toBe('approved')
})

test('an officer suspends, resumes and revokes with all that an adverse act must say', () => {
  const s = start()
  s.open()
  const id = s.active(s.filed())
  const { remedies: _remedies, ...incomplete } = adverse
  expect(deployment.commands.suspend.safeParse(incomplete).success).toBe(false)
  s.go(sectorApprover, id, { type: 'suspend', ...adverse }, day(20))
  expect(s.at(id)).toMatchObject({
    status: 'suspended',
    suspension: { basis: adverse.basis, by: 'sun' },
    tombstone: { reason: adverse.publicReason },
  })
  s.go(approver, id, { type: 'resume', reason: 'r' }, day(20))
  s.go(approver, id, { type: 'revoke', ...adverse }, day(20))
  expect(s.at(id)).toMatchObject({ status: 'revoked', revocation: { remedies } })
  expect(s.summary(id)).toMatchObject({ mark: 'refused', isPublic: true })
})

test('a company withdraws; what was public stays readable as ended', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const [draft, running] = [s.drafted(filingId), s.active(filingId)]
  for (const id of [draft, running]) s.go(s.lead, id, { type: 'withdraw', reason: 'plans changed' }, day(20))
  expect([s.summary(draft).isPublic, s.summary(running).isPublic]).toEqual([false, true])
  expect(s.at(running).tombstone).toMatchObject({ what: 'withdrawn', on: '2026-11-20' })
})

test('the public sees it in short, the plan stays with the parties', () => {
  const s = start()
  s.open()
  const id = s.active(s.filed())
  const audience = audienceOf(publicActor, deployment.place(s.at(id)), { isPublic: true })
  const seen = present(s.at(id), deployment.fields, audience ?? 'public')
  expect(seen).toMatchObject({ published: { number: s.at(id).number, scenario: 'education:25', decidedOn: '2026-11-18' } })
  for (const field of ['plan', 'decision', 'concurrence', 'recommendation', 'did', 'conditions']) expect(seen).not.toHaveProperty(field)
})

test('numbers of a region and year follow without a gap, and an agent remembers every version that ran', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const ids = [s.approved(filingId), s.approved(filingId), s.approved(filingId)]
  expect(ids.map((id) => parseNumber(s.at(id).number ?? ''))).toMatchObject([{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }])
  expect(s.state<Agent>(s.of(filingId).agentId ?? '')?.versions.map((version) => version.hash)).toEqual([
    contentHash(s.of(filingId).revisions[0]?.content ?? specimenVersion),
  ])
})

/** The company's change of a filing, written and signed. */
const changed = (s: ReturnType<typeof start>, filingId: string, content: object) => {
  s.step(s.lead, filingId, { type: 'proposeChange', content }, day(19))
  s.step(s.representative, filingId, { type: 'confirmChange' }, day(19))
  return s.of(filingId).changes.at(-1)?.signed?.versionHash ?? ''
}

test('a change that is only told to the register goes on under the same filing, and a new application starts from it', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const id = s.active(filingId)
  const versionHash = changed(s, filingId, { version: '1.9.0', buildHash: 'c'.repeat(64) })
  expect(s.at(id).status).toBe('active')
  s.go(s.lead, id, { type: 'changeVersion', versionHash }, day(20))
  expect(s.at(id)).toMatchObject({ status: 'active', version: '1.9.0', filingId })
  expect(s.at(s.drafted(filingId)).versionHash).toBe(versionHash)
})

test('while a change is pending the filing carries deployments, but not of the version that waits for its tests or was taken back', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const id = s.active(filingId)
  const models = specimenVersion.models.map((model) => ({ ...model, hash: 'c'.repeat(64) }))
  const versionHash = changed(s, filingId, { version: '1.9.0', models })
  expect(s.of(filingId).status).toBe('change_pending')
  const held = { code: 'deployment.versionNotFiled' }
  expect(s.ask(s.lead, id, { type: 'changeVersion', versionHash }, day(20))).toMatchObject(held)
  expect(s.ask(s.filer, null, s.applyFor(filingId, { versionHash }), day(20))).toMatchObject(held)
  expect(s.at(s.drafted(filingId)).versionHash).toBe(s.of(filingId).versionHash)
  s.step(s.lead, filingId, { type: 'withdrawChange', reason: 'not now' }, day(20))
  expect(s.ask(s.lead, id, { type: 'changeVersion', versionHash }, day(20))).toMatchObject(held)
})

test('what was approved anew as a filing is assessed anew as a deployment, however little it loosened', () => {
  const s = start()
  s.open()
  const filingId = s.filed()
  const id = s.active(filingId)
  changed(s, filingId, { version: '1.9.0', purpose: 'another purpose' })
  const { agentId, changes } = s.of(filingId)
  const next = s.step(
    s.filer,
    null,
    {
      ...{ type: 'create', organisationId: s.company, agentId, agentName: specimenVersion.names, sector: 'education', scenarios: [25] },
      ...{ followsFilingId: filingId, followsChange: changes[0]?.no },
    },
    day(19),
  )
  s.step(s.representative, next, { type: 'submit' }, day(19))
  s.step(intake, next, { type: 'accept' }, day(19))
  s.step(reviewer, next, { type: 'startReview' }, day(19))
  const placements = [{ scenario: 25, lane: 'sensitive', reason: 'minors' }]
  s.step(reviewer, next, { type: 'placeInTier', placements }, day(19))
  s.step(reviewer, next, { type: 'askConcurrence' }, day(19))
  s.step(sectorReviewer, next, { type: 'opine', verdict: 'concur', reasons }, day(19))
  s.step(sectorApprover, next, { type: 'concur', verdict: 'concur', reasons }, day(19))
  s.step(reviewer, next, { type: 'recommend', outcome: 'file', reasons }, day(19))
  s.step(approver, next, { type: 'decide', outcome: 'file', reasons }, day(19))
  s.go(s.lead, id, { type: 'changeVersion', versionHash: s.of(next).versionHash, filingId: next }, day(20))
  expect(s.at(id)).toMatchObject({ status: 're_assessment', filingId: next })
})
