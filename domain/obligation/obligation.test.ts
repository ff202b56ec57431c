// Testing obligations: who orders, tests, signs and accepts; what a laboratory without scope, another version or a failing verdict can not become.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, fold, given, judge, type Post, stampOf, systemActor, systemPost } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { lab } from '../lab/lab.ts'
import type { LabEvent } from '../lab/vocabulary.ts'
import { audienceOf, present } from '../permission.ts'
import { obligationFollowOns } from './follow-on.ts'
import { isOverdue, type Obligation, type ObligationFacts, obligation } from './obligation.ts'
import { type ObligationCommand, obligationCommands, openStatuses } from './vocabulary.ts'

const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const person = (personId: string, ...posts: Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
const officer = (personId: string, role: Post['role'], region = '110000') =>
  person(personId, post(role, { authorityId: 'cac', region, sectors: ['*'] }))
const coordinator = officer('qian', 'testing_coordinator')
const approver = officer('zhao', 'approver')
const tester = person('tao', post('tester', { organisationId: 'org-lab' }))
const signatory = person('shen', post('lab_signatory', { organisationId: 'org-lab' }))
const company = person('wu', post('compliance_lead', { organisationId: 'org-1' }))

const [filed, other, raw] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
const at = '2026-11-02T10:00:00+08:00'
const filing = { status: 'testing', organisationId: 'org-1', agentId: 'agent-1', versionHash: filed }

/** A laboratory accredited for two items, as its own events make it. */
const labWith = (scope: { from: string; to: string }, organisationId = 'org-lab', ...more: LabEvent[]) => {
  const stamp = stampOf(systemPost, systemActor, null, '2026-01-01T00:00:00+08:00')
  const created = judge(
    lab,
    { ...lab.initial, id: 'lab-1' },
    { type: 'create', organisationId, names: { zh: 'Lab A', en: 'Lab A' } },
    { actor: officer('ru', 'registry_officer'), at, catalogue: shippedCatalogue },
    { organisation: { id: organisationId, status: 'verified', kind: 'lab', region: '110000' }, sameOrganisation: [] },
  )
  if (!created.granted) throw new Error(created.refusal.code)
  const accredited: LabEvent = {
    type: 'accredited',
    scope: { id: '1', certificateNo: 'L1', basis: 'cnas', testItemIds: ['TI-01', 'TI-03'], areas: [], ...scope },
  }
  return given(
    lab,
    'lab-1',
    [...created.events, accredited, ...more].map((event) => ({ ...event, ...stamp })),
  )
}
const good = labWith({ from: '2026-01-01', to: '2027-12-31' })

const order: ObligationCommand = {
  type: 'create',
  filingId: 'filing-1',
  filingNumber: null,
  agentId: 'agent-1',
  agentName: { zh: 'PayPilot', en: 'PayPilot' },
  organisationId: 'org-1',
  organisationName: 'Company A',
  sector: 'finance',
  region: '110000',
  scenario: 21,
  lane: 'sensitive',
  versionHash: filed,
  version: '2.4.0',
  testItemIds: ['TI-01', 'TI-03'],
  basis: 'Licensing Law 45',
  dueOn: '2026-12-04',
  cycleFrom: null,
}
const assign: ObligationCommand = { type: 'assign', labId: 'lab-1', sampledBy: 'laboratory', paidBy: 'company', dueOn: null, reason: null }
const item = (testItemId: string, passed: number, total: number) => ({ testItemId, passed, total, seconds: null, note: '' })
const report = (more: Partial<Extract<ObligationCommand, { type: 'handIn' }>> = {}): ObligationCommand => ({
  type: 'handIn',
  method: 'red_team',
  procedure: 'as TI-01 and TI-03',
  sampleCount: 300,
  items: [item('TI-01', 298, 300), item('TI-03', 100, 100)],
  rawHash: raw,
  rawFile: null,
  performedOn: '2026-11-02',
  versionHash: filed,
  correction: null,
  ...more,
})

/** One obligation that answers commands; `facts` are the other cases as they stand. */
const start = (facts: ObligationFacts = {}) => {
  let state: Obligation = { ...obligation.initial, id: 'obligation-1' }
  const ask = (actor: Actor, command: ObligationCommand, when = at, more: ObligationFacts = {}) => {
    const judgement = judge(
      obligation,
      state,
      command,
      { actor, at: when, catalogue: shippedCatalogue },
      { filing, lab: good, serial: 7, ...facts, ...more },
    )
    if (!judgement.granted) return judgement.refusal.code
    const stamp = stampOf(judgement.post, actor, obligation.moves[command.type].duty ?? null, when)
    for (const event of judgement.events) state = fold(obligation, state, { ...event, ...stamp })
    return 'granted'
  }
  const run = (...steps: [Actor, ObligationCommand][]) => {
    for (const [actor, command] of steps) expect(ask(actor, command), command.type).toBe('granted')
  }
  return { ask, run, state: () => state }
}
const reported = (command = report(), facts: ObligationFacts = {}) => {
  const here = start(facts)
  here.run(
    [systemActor, order],
    [coordinator, assign],
    [tester, { type: 'start' }],
    [tester, command],
    [signatory, { type: 'sign', reportNo: 1, statement: '' }],
  )
  return here
}

test('an order goes to an accredited laboratory, is tested by one, signed by another and accepted by the coordinator', () => {
  const here = reported()
  expect(here.state()).toMatchObject({ status: 'report_submitted', labOrganisationId: 'org-lab' })
  expect(here.state().number).toMatch(/^AGT-110000-21-2026-000007.$/)
  expect(here.state().reports[0]).toMatchObject({
    no: 1,
    supersedes: null,
    verdict: 'pass',
    performedOn: '2026-11-02',
    receivedAt: at,
    signed: { by: 'shen' },
  })
  expect(here.ask(coordinator, { type: 'accept', reportNo: 1, reason: null })).toBe('granted')
  expect(here.state().status).toBe('accepted')
})

test('the items are judged by the rule against the catalogue, with the interval', () => {
  const [first] = reported().state().reports[0]?.items ?? []
  expect(first).toMatchObject({ verdict: 'pass', threshold: { measure: 'pass_rate', op: 'gte', value: 0.95 }, sampleSize: 200 })
  expect(first?.lower).toBeGreaterThan(0.95)
})

test('a test is ordered only for the filed version, of items of the catalogue', () => {
  expect(start().ask(systemActor, { ...order, versionHash: other })).toBe('obligation.filedVersionNeeded')
  expect(start().ask(systemActor, { ...order, testItemIds: ['TI-99'] })).toBe('obligation.knownItemsNeeded')
  expect(start({ filing: null }).ask(systemActor, order)).toBe('obligation.filingNeeded')
  expect(start({ filing: { ...filing, organisationId: 'org-2' } }).ask(coordinator, order)).toBe('obligation.filingNeeded')
})

test('a laboratory whose accreditation does not cover the item today gets no order', () => {
  for (const scope of [
    { from: '2025-01-01', to: '2026-11-01' },
    { from: '2026-11-03', to: '2027-01-01' },
  ]) {
    const here = start({ lab: labWith(scope) })
    here.run([systemActor, order])
    expect(here.ask(coordinator, assign)).toBe('obligation.accreditationNeeded')
  }
  const here = start()
  here.run([systemActor, { ...order, testItemIds: ['TI-02'] }])
  expect(here.ask(coordinator, assign)).toBe('obligation.accreditationNeeded')
})

test('a laboratory never tests for its own organisation, and nobody orders from their own', () => {
  const here = start({ lab: labWith({ from: '2026-01-01', to: '2027-12-31' }, 'org-1') })
  here.run([systemActor, order])
  expect(here.ask(coordinator, assign)).toBe('obligation.otherLabNeeded')
  const kin = person('kin', ...coordinator.posts, post('filer', { organisationId: 'org-lab' }))
  expect(here.ask(kin, assign, at, { lab: good })).toBe('obligation.unrelatedOfficerNeeded')
})

test('a report holds the ordered items, each once, and nothing else', () => {
  for (const items of [
    [item('TI-01', 1, 1)],
    [item('TI-01', 1, 1), item('TI-03', 1, 1), item('TI-02', 1, 1)],
    [item('TI-01', 1, 1), item('TI-01', 1, 1), item('TI-03', 1, 1)],
  ]) {
    const here = start()
    here.run([systemActor, order], [coordinator, assign], [tester, { type: 'start' }])
    expect(here.ask(tester, report({ items }))).toBe('obligation.orderedItemsNeeded')
  }
})

test('a report on another version than the filed one is not taken, nor one of a day to come', () => {
  const here = start()
  here.run([systemActor, order], [coordinator, assign], [tester, { type: 'start' }])
  expect(here.ask(tester, report({ versionHash: other }))).toBe('obligation.filedVersionNeeded')
  expect(here.ask(tester, report({ performedOn: '2026-11-03' }))).toBe('obligation.pastTestDayNeeded')
})

test('a laboratory must have been in scope on the day of the test, whatever it is today', () => {
  const here = start({ lab: labWith({ from: '2026-11-01', to: '2027-12-31' }) })
  here.run([systemActor, order], [coordinator, assign], [tester, { type: 'start' }])
  expect(here.ask(tester, report({ performedOn: '2026-10-31' }))).toBe('obligation.scopeOnTestDayNeeded')
})

test('5.4 no. 15: a laboratory with lapsed or suspended accreditation cannot have a report accepted', () => {
  const accept: ObligationCommand = { type: 'accept', reportNo: 1, reason: null }
  expect(reported().ask(coordinator, accept, at, { lab: labWith({ from: '2026-01-01', to: '2026-11-01' }) })).toBe(
    'obligation.accreditationNeeded',
  )
  const suspended: LabEvent = { type: 'accreditationSuspended', accreditationId: '1', onDate: '2026-11-02', reason: 'audit' }
  expect(reported().ask(coordinator, accept, at, { lab: labWith({ from: '2026-01-01', to: '2027-12-31' }, 'org-lab', suspended) })).toBe(
    'obligation.accreditationNeeded',
  )
  expect(reported().ask(coordinator, accept, at, { lab: null })).toBe('obligation.accreditationNeeded')
  expect(reported().ask(coordinator, accept)).toBe('granted')
})

test('a report is not accepted once another version is filed', () => {
  expect(
    reported().ask(coordinator, { type: 'accept', reportNo: 1, reason: null }, at, { filing: { ...filing, versionHash: other } }),
  ).toBe('obligation.filedVersionNeeded')
})

test('who tested never signs, nor signs who tested in the case before', () => {
  const both = person('tao', post('tester', { organisationId: 'org-lab' }), post('lab_signatory', { organisationId: 'org-lab' }))
  const here = start()
  here.run([systemActor, order], [coordinator, assign], [both, { type: 'start' }], [both, report()])
  expect(here.ask(both, { type: 'sign', reportNo: 1, statement: '' })).toBe('case.dutyExcluded')
})

test('a failing report is failed, a passing one never; a partial one is accepted only with a reason', () => {
  const failing = reported(report({ items: [item('TI-01', 180, 200), item('TI-03', 100, 100)] }))
  expect(failing.ask(coordinator, { type: 'accept', reportNo: 1, reason: 'still' })).toBe('obligation.passNeeded')
  expect(failing.ask(coordinator, { type: 'fail', reportNo: 1, reason: 'below the threshold' })).toBe('granted')
  expect(reported().ask(coordinator, { type: 'fail', reportNo: 1, reason: 'no' })).toBe('obligation.failingVerdictNeeded')
  const partial = reported(report({ items: [item('TI-01', 192, 200), item('TI-03', 100, 100)] }))
  expect(partial.state().reports[0]?.verdict).toBe('partial')
  expect(partial.ask(coordinator, { type: 'accept', reportNo: 1, reason: null })).toBe('obligation.partialReasonNeeded')
  expect(partial.ask(coordinator, { type: 'accept', reportNo: 1, reason: 'more trials are ordered in the pilot' })).toBe('granted')
})

test('a report never changes: a returned one stays, and its correction supersedes it with a reason', () => {
  const here = reported()
  here.run([coordinator, { type: 'returnReport', reportNo: 1, reason: 'log missing' }])
  const before = here.state().reports[0]
  expect(here.ask(tester, report())).toBe('obligation.correctionReasonNeeded')
  here.run([tester, report({ correction: 'log added' })], [signatory, { type: 'sign', reportNo: 2, statement: '' }])
  expect(here.state().reports).toHaveLength(2)
  expect(here.state().reports[0]).toEqual(before)
  expect(here.state().reports[1]).toMatchObject({ no: 2, supersedes: 1, correction: 'log added', number: `${here.state().number}-R2` })
  expect(here.ask(coordinator, { type: 'accept', reportNo: 1, reason: null })).toBe('obligation.latestReportNeeded')
})

test('after a change of laboratory nobody signs the report of the one before', () => {
  const here = start()
  here.run([systemActor, order], [coordinator, assign], [tester, { type: 'start' }], [tester, report()])
  const second = { ...good, id: 'lab-2' }
  expect(here.ask(coordinator, { ...assign, labId: 'lab-2' }, at, { lab: second })).toBe('obligation.reasonNeeded')
  expect(here.ask(coordinator, { ...assign, labId: 'lab-2', reason: 'no capacity' }, at, { lab: second })).toBe('granted')
  here.run([tester, { type: 'start' }])
  expect(here.ask(signatory, { type: 'sign', reportNo: 1, statement: '' })).toBe('obligation.ownReportNeeded')
})

test('a waiver is the approver’s, only before an order, and its reason alone is public', () => {
  const here = start()
  here.run([systemActor, order])
  const waive: ObligationCommand = { type: 'waive', reason: 'the same build was tested under AGT-1 last month' }
  expect(here.ask(coordinator, waive)).toBe('case.notYours')
  expect(obligation.summary(here.state(), shippedCatalogue).isPublic).toBe(false)
  expect(here.ask(approver, waive)).toBe('granted')
  expect(obligation.summary(here.state(), shippedCatalogue).isPublic).toBe(true)
  const shown = present(here.state(), obligation.fields, 'public')
  expect(shown).toMatchObject({ waiver: { reason: waive.reason } })
  expect(shown).not.toHaveProperty('reports')
  const ordered = start()
  ordered.run([systemActor, order], [coordinator, assign])
  expect(ordered.ask(approver, waive)).toBe('case.wrongStatus')
})

test('a due date moves later only, with a reason, and an order does not move it in passing', () => {
  const here = start()
  here.run([systemActor, order])
  expect(here.ask(coordinator, { type: 'extendDue', dueOn: '2026-12-04', reason: 'same' })).toBe('obligation.laterDateNeeded')
  expect(here.ask(coordinator, { ...assign, dueOn: '2026-12-31' })).toBe('obligation.extensionNeeded')
  here.run([coordinator, { type: 'extendDue', dueOn: '2026-12-18', reason: 'samples late' }])
  expect(here.state()).toMatchObject({
    dueOn: '2026-12-18',
    extensions: [{ from: '2026-12-04', dueOn: '2026-12-18', reason: 'samples late', by: 'qian' }],
  })
})

test('overdue is a question of the day, asked of open obligations only', () => {
  const here = start()
  here.run([systemActor, order])
  expect(isOverdue(here.state(), '2026-12-04')).toBe(false)
  expect(isOverdue(here.state(), '2026-12-05')).toBe(true)
  here.run([approver, { type: 'waive', reason: 'tested under another order' }])
  expect(isOverdue(here.state(), '2027-01-05')).toBe(false)
})

test('the laboratory of the order sees the order and its reports; another one sees nothing', () => {
  const here = reported()
  const place = obligation.place(here.state())
  expect(audienceOf(tester, place, { isPublic: false })).toBe('lab')
  expect(audienceOf(person('x', post('tester', { organisationId: 'org-9' })), place, { isPublic: false })).toBeNull()
  const shown = present(here.state(), obligation.fields, 'lab')
  expect(shown).toHaveProperty('reports')
  expect(shown).not.toHaveProperty('ownerId')
  expect(audienceOf(company, place, { isPublic: false })).toBe('company')
})

test('an accepted, failed or waived test is told to the filing, item by item, and to the company', () => {
  const here = reported()
  const event = {
    type: 'accepted',
    reportNo: 1,
    number: 'R',
    verdict: 'pass',
    reason: null,
    filingId: 'filing-1',
    testItemIds: ['TI-01', 'TI-03'],
    ...stampOf(coordinator.posts[0]!, coordinator, null, at),
  } as const
  expect(obligationFollowOns(here.state(), event)).toMatchObject([
    {
      kind: 'filing',
      id: 'filing-1',
      command: { type: 'noteTest', obligationId: 'obligation-1', testItemIds: ['TI-01', 'TI-03'], outcome: 'accepted' },
    },
    {
      kind: 'letter',
      id: null,
      command: { type: 'create', template: 'testAccepted', organisationId: 'org-1', facts: { reportNumber: 'R' } },
    },
  ])
})

test('whatever is asked in whatever order, an accepted test was signed by another than the tester, in scope, for the filed version', () => {
  const people = [
    coordinator,
    approver,
    tester,
    signatory,
    company,
    systemActor,
    person('tao', post('lab_signatory', { organisationId: 'org-lab' })),
  ]
  const commands: ObligationCommand[] = [
    order,
    assign,
    { ...assign, reason: 'again' },
    { type: 'decline', ground: 'no_capacity', reason: 'full' },
    { type: 'start' },
    report(),
    report({ correction: 'again' }),
    report({ versionHash: other }),
    report({ correction: 'worse', items: [item('TI-01', 10, 200), item('TI-03', 100, 100)] }),
    ...[1, 2, 3].flatMap((reportNo): ObligationCommand[] => [
      { type: 'sign', reportNo, statement: '' },
      { type: 'accept', reportNo, reason: null },
      { type: 'returnReport', reportNo, reason: 'no' },
      { type: 'fail', reportNo, reason: 'no' },
    ]),
    { type: 'waive', reason: 'not needed any more' },
    { type: 'extendDue', dueOn: '2027-01-29', reason: 'late' },
    { type: 'cancel', reason: 'withdrawn' },
  ]
  const labs = [good, labWith({ from: '2025-01-01', to: '2026-06-30' }), null]
  const usual = (command: ObligationCommand): Actor =>
    people.find((one) => one.posts.some((post) => obligation.moves[command.type].by.includes(post.role))) ?? company
  let accepted = 0
  // The ordinary road with anything at all between its steps.
  const road: ObligationCommand[] = [
    assign,
    { type: 'start' },
    report(),
    { type: 'sign', reportNo: 1, statement: '' },
    { type: 'accept', reportNo: 1, reason: null },
  ]
  const noise = fc.array(
    fc.record({ who: fc.constantFrom(null, null, ...people), command: fc.constantFrom(...commands), lab: fc.constantFrom(0, 0, 0, 1, 2) }),
    { maxLength: 4 },
  )
  const walk = fc
    .tuple(...road.map((command) => noise.map((steps) => [...steps, { who: null, command, lab: 0 }])))
    .map((parts) => parts.flat())
  fc.assert(
    fc.property(walk, (steps) => {
      const here = start()
      here.run([systemActor, order])
      for (const { who, command, lab: which } of steps) {
        const before = here.state()
        const answer = here.ask(who ?? usual(command), command, at, { lab: labs[which] ?? null })
        const after = here.state()
        // What was handed in stands as it was, whatever came after.
        before.reports.forEach((one, place) => {
          const { signed: _, outcome: __, ...content } = one
          expect(after.reports[place]).toMatchObject(content)
        })
        if (answer !== 'granted') expect(after).toEqual(before)
        if (!(openStatuses as readonly string[]).includes(before.status)) expect(after.status).toBe(before.status)
        if (after.status !== 'accepted') continue
        accepted += 1
        const last = after.reports.at(-1)!
        expect(last.outcome?.kind).toBe('accepted')
        expect(last.versionHash).toBe(filed)
        expect(last.verdict).not.toBe('fail')
        expect(last.signed?.by).toBeTruthy()
        expect(after.did.test).not.toContain(last.signed?.by)
        if (before.status !== 'accepted') expect(which).toBe(0)
      }
    }),
    { numRuns: 300, seed: 20261125 },
  )
  expect(accepted).toBeGreaterThan(0)
})

test('the commands are strict: no unknown field, no more passes than trials, no item twice', () => {
  const { type: _, ...body } = report()
  expect(obligationCommands.handIn.safeParse(body).success).toBe(true)
  expect(obligationCommands.handIn.safeParse({ ...body, verdict: 'pass' }).success).toBe(false)
  expect(obligationCommands.handIn.safeParse({ ...body, items: [item('TI-01', 5, 4)] }).success).toBe(false)
  const { type: __, ...create } = order
  expect(obligationCommands.create.safeParse({ ...create, testItemIds: ['TI-01', 'TI-01'] }).success).toBe(false)
})
