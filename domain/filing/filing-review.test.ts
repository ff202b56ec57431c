// Assessment and decision: tiers, tests that stop the clock, two authorities, four eyes, numbers without a gap, one extension.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { publicActor, systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { parseNumber } from '#domain/number'
import { audienceOf, present } from '#domain/permission'
import { filing } from './filing.ts'
import {
  approver,
  asOne,
  condition,
  day,
  nationalApprover,
  nationalReviewer,
  officer,
  reasons,
  remedies,
  reviewer,
  sectorApprover,
  sectorReviewer,
  story,
} from './story.ts'

const summaryOf = (s: ReturnType<typeof story>, id: string) => filing.summary(s.of(id), shippedCatalogue)
const decideFile = { type: 'decide', outcome: 'file', reasons }

test('each scenario is placed by the rules, and an officer departs from them only with a reason', () => {
  const s = story()
  const id = s.accepted()
  s.step(reviewer, id, { type: 'startReview' }, day(4))
  const place = (lane: string, reason: string | null = null, scenario = 25) =>
    s.ask(reviewer, id, { type: 'placeInTier', placements: [{ scenario, lane, reason }] }, day(4))
  expect(place('low')).toMatchObject({ code: 'filing.departureReasonMissing', facts: { ruleLane: 'sensitive' } })
  expect(place('sensitive', null, 26)).toMatchObject({ code: 'filing.scenarioNotFiled' })
  expect(place('sensitive')).toBeNull()
  expect(s.of(id).tiers).toMatchObject([
    { scenario: 25, lane: 'sensitive', ruleLane: 'sensitive', tier: 4, departure: null, revisionHash: s.of(id).revisionHash },
  ])
  expect(place('key', 'no pupil is known by name')).toBeNull()
  expect(s.of(id).tiers).toMatchObject([{ lane: 'key', ruleLane: 'sensitive', tier: 2, departure: 'no pupil is known by name' }])
})

test('placing one scenario twice in one act is refused', () => {
  const s = story()
  const id = s.placed()
  const placements = ['key', 'sensitive'].map((lane) => ({ scenario: 25, lane, reason: 'r' }))
  expect(s.ask(reviewer, id, { type: 'placeInTier', placements }, day(5))).toMatchObject({ code: 'filing.scenarioTwice' })
})

test('nothing is recommended, asked or decided before every scenario is placed', () => {
  const s = story()
  const id = s.accepted()
  s.step(reviewer, id, { type: 'startReview' }, day(4))
  for (const command of [{ type: 'askConcurrence' }, { type: 'recommend', outcome: 'file', reasons }]) {
    expect(s.ask(reviewer, id, command, day(5))).toMatchObject({ code: 'filing.placementMissing', facts: { scenarios: [25] } })
  }
  expect(s.ask(approver, id, decideFile, day(5))).toMatchObject({ code: 'filing.placementMissing' })
})

test('time in testing is not counted: the due date moves by the working days of the test', () => {
  const s = story()
  const id = s.placed()
  expect(summaryOf(s, id).dueOn).toBe('2026-12-15')
  s.step(reviewer, id, { type: 'requestTest', testItemIds: ['TI-01', 'TI-18'] }, day(9))
  expect(summaryOf(s, id)).toMatchObject({ mark: 'testing', dueOn: null, lapse: null })
  const orders = s.all('obligation') as unknown as { id: string; testItemIds: string[]; versionHash: string }[]
  expect(orders.map((order) => order.testItemIds)).toEqual([['TI-01'], ['TI-18']])
  expect(orders.every((order) => order.versionHash === s.of(id).versionHash)).toBe(true)
  const waive = (order: string, at: string) =>
    s.must(officer('wen', 'approver'), 'obligation', order, { type: 'waive', reason: 'tested last month elsewhere' }, at)
  waive(orders[0]?.id ?? '', day(11))
  expect(s.of(id)).toMatchObject({ status: 'testing', tests: [{ outcome: 'waived', obligationId: orders[0]?.id }, { outcome: null }] })
  waive(orders[1]?.id ?? '', day(16))
  expect(s.of(id).status).toBe('under_review')
  // 9 to 13 November are five working days.
  expect(summaryOf(s, id).dueOn).toBe('2026-12-22')
})

test('only items of the catalogue are ordered, and a result that nobody waits for changes nothing', () => {
  const s = story()
  const id = s.placed()
  expect(s.ask(reviewer, id, { type: 'requestTest', testItemIds: ['TI-99'] }, day(9))).toMatchObject({ code: 'filing.testItemUnknown' })
  const before = s.version(id)
  expect(s.ask(systemActor, id, { type: 'noteTest', obligationId: 'x', testItemIds: ['TI-01'], outcome: 'accepted' }, day(9))).toBeNull()
  expect(s.version(id)).toBe(before)
})

test('in the key and sensitive lanes nothing is filed without the signature of the sector authority', () => {
  const s = story()
  const id = s.placed()
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(5))
  expect(s.ask(approver, id, decideFile, day(6))).toMatchObject({ code: 'filing.concurrenceMissing' })
  s.step(reviewer, id, { type: 'askConcurrence' }, day(6))
  expect(s.ask(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, day(6))).toMatchObject({ code: 'filing.opinionMissing' })
  s.step(sectorReviewer, id, { type: 'opine', verdict: 'concur', reasons }, day(6))
  // An opinion is no signature: one signature of two makes nothing effective, and nothing public.
  expect(s.ask(approver, id, decideFile, day(6))).toMatchObject({ code: 'filing.concurrenceMissing' })
  expect(summaryOf(s, id).isPublic).toBe(false)
  s.step(sectorApprover, id, { type: 'concur', verdict: 'concur', reasons }, day(9))
  expect(s.ask(sectorApprover, id, { type: 'concur', verdict: 'object', reasons }, day(9))).toMatchObject({
    code: 'filing.concurrenceGiven',
  })
  expect(s.ask(sectorReviewer, id, { type: 'opine', verdict: 'object', reasons }, day(9))).toMatchObject({
    code: 'filing.concurrenceGiven',
  })
  expect(s.ask(approver, id, decideFile, day(9))).toBeNull()
  expect(s.of(id)).toMatchObject({ status: 'filed', decision: { sector: { by: 'sun', verdict: 'concur' } } })
})

test('another sector, another region and the same person do not concur', () => {
  const s = story()
  const id = s.placed()
  s.step(reviewer, id, { type: 'askConcurrence' }, day(5))
  const opine = { type: 'opine', verdict: 'concur', reasons }
  expect(s.ask(officer('ma', 'sector_reviewer', '000000', ['health']), id, opine, day(6))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(officer('ma', 'sector_reviewer', '310000', ['education']), id, opine, day(6))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask({ ...sectorReviewer, personId: reviewer.personId }, id, opine, day(6))).toMatchObject({
    code: 'case.dutyExcluded',
    facts: { did: 'review' },
  })
  s.step(sectorReviewer, id, opine, day(6))
  expect(
    s.ask({ ...sectorApprover, personId: sectorReviewer.personId }, id, { type: 'concur', verdict: 'concur', reasons }, day(6)),
  ).toMatchObject({ code: 'case.dutyExcluded' })
})

test('the low lane asks no sector authority', () => {
  const s = story()
  const id = s.accepted()
  s.step(reviewer, id, { type: 'startReview' }, day(4))
  s.step(reviewer, id, { type: 'placeInTier', placements: [{ scenario: 25, lane: 'low', reason: 'office use' }] }, day(4))
  expect(s.ask(reviewer, id, { type: 'askConcurrence' }, day(5))).toMatchObject({ code: 'filing.concurrenceNotNeeded' })
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(5))
  expect(s.ask(approver, id, decideFile, day(6))).toBeNull()
})

test('an objection of the sector is not overruled, and its conditions are not dropped', () => {
  const s = story()
  const objected = s.concurred(s.placed(), 'object')
  s.step(reviewer, objected, { type: 'recommend', outcome: 'file', reasons }, day(10))
  expect(s.ask(approver, objected, decideFile, day(11))).toMatchObject({ code: 'filing.sectorObjects' })
  const other = { ...condition, libraryId: null, text: { zh: 'free', en: 'free' }, params: {} }
  const conditional = s.concurred(s.placed(), 'concurWithConditions', [condition])
  s.step(reviewer, conditional, { type: 'recommend', outcome: 'fileWithConditions', conditions: [other], reasons }, day(10))
  const decide = { type: 'decide', outcome: 'fileWithConditions', reasons, remedies }
  expect(s.ask(approver, conditional, { ...decide, conditions: [other] }, day(11))).toMatchObject({
    code: 'filing.sectorConditionMissing',
    facts: { count: 1 },
  })
  expect(s.ask(approver, conditional, { ...decide, conditions: [other, condition] }, day(11))).toBeNull()
  expect(summaryOf(s, conditional).mark).toBe('conditions')
})

test('conditions come with the outcome that is for them, and fit the library', () => {
  const s = story()
  const id = s.concurred(s.placed())
  const recommend = (outcome: string, conditions: object[]) =>
    s.ask(reviewer, id, { type: 'recommend', outcome, conditions, reasons }, day(10))
  expect(recommend('fileWithConditions', [])).toMatchObject({ code: 'filing.conditionsMissing' })
  expect(recommend('file', [condition])).toMatchObject({ code: 'filing.conditionsWithoutPurpose' })
  expect(recommend('fileWithConditions', [{ ...condition, libraryId: 'CND-99' }])).toMatchObject({ code: 'act.conditionUnknown' })
  expect(recommend('fileWithConditions', [{ ...condition, params: { seconds: 99_999 } }])).toMatchObject({
    code: 'act.conditionParameterWrong',
    facts: { parameter: 'seconds' },
  })
  expect(recommend('fileWithConditions', [condition])).toBeNull()
})

test('nobody decides what he reviewed, nor reviews what he decides', () => {
  const s = story()
  const id = s.recommended()
  const li = asOne('li', reviewer, approver)
  expect(s.ask(li, id, decideFile, day(11))).toMatchObject({ code: 'case.dutyExcluded', facts: { duty: 'approve', did: 'review' } })
  expect(s.ask({ ...approver, personId: 'sun' }, id, decideFile, day(11))).toMatchObject({
    code: 'case.dutyExcluded',
    facts: { did: 'sector_approve' },
  })
  s.step(approver, id, { type: 'returnToReviewer', reason: 'condition unclear' }, day(11))
  expect(s.ask(asOne('zhao', reviewer, approver), id, { type: 'recommend', outcome: 'file', reasons }, day(12))).toMatchObject({
    code: 'case.dutyExcluded',
  })
})

test('officers of another region decide nothing; those of the nation do', () => {
  const s = story()
  const id = s.recommended()
  expect(s.ask(officer('fang', 'approver', '310000'), id, decideFile, day(11))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(officer('fang', 'approver', '110000', ['health']), id, decideFile, day(11))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(nationalApprover, id, decideFile, day(11))).toBeNull()
})

test('a decision follows a recommendation of another person; who thinks otherwise returns it, and the round is kept', () => {
  const s = story()
  const id = s.concurred(s.placed())
  expect(s.ask(approver, id, decideFile, day(10))).toMatchObject({ code: 'filing.recommendationMissing' })
  expect(s.ask(approver, id, { type: 'returnToReviewer', reason: 'r' }, day(10))).toMatchObject({ code: 'filing.recommendationMissing' })
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(10))
  expect(s.ask(approver, id, { type: 'decide', outcome: 'refuse', reasons, remedies }, day(10))).toMatchObject({
    code: 'filing.recommendationDiffers',
  })
  s.step(approver, id, { type: 'returnToReviewer', reason: 'say why the stop is safe' }, day(11))
  expect(s.of(id)).toMatchObject({
    status: 'under_review',
    recommendation: null,
    rounds: [{ returned: 'say why the stop is safe', by: 'zhao' }],
  })
  expect(s.ask(approver, id, decideFile, day(11))).toMatchObject({ code: 'filing.recommendationMissing' })
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(12))
  expect(s.ask(approver, id, decideFile, day(12))).toBeNull()
})

test('a refusal carries reasons and ways to challenge it, takes no number, and is not public', () => {
  const s = story()
  const id = s.recommended('refuse')
  const decide = { type: 'decide', outcome: 'refuse', reasons }
  expect(s.ask(approver, id, decide, day(11))).toMatchObject({ code: 'filing.remediesMissing' })
  expect(s.ask(approver, id, { ...decide, remedies }, day(11))).toBeNull()
  expect(s.of(id)).toMatchObject({
    status: 'not_filed',
    decision: { number: null, reasons, remedies, at: day(11), by: 'zhao' },
    published: null,
  })
  expect(summaryOf(s, id)).toMatchObject({ mark: 'refused', isPublic: false })
  expect(s.ask(approver, s.filed(), decide, day(12))).toMatchObject({ code: 'case.wrongStatus' })
})

test('a new revision voids placement, opinions and recommendation', () => {
  const s = story()
  const id = s.recommended()
  const old = s.of(id).revisionHash
  s.step(s.filer, id, { type: 'describe', content: { purpose: 'Another purpose' } }, day(11))
  // What is written is not what is signed: until then the case stands as it was.
  expect(s.of(id)).toMatchObject({ revisionHash: old, recommendation: { revisionHash: old } })
  expect(s.ask(s.representative, id, { type: 'resubmit', answer: 'wider' }, day(11))).toBeNull()
  const state = s.of(id)
  expect(state).toMatchObject({
    status: 'under_review',
    recommendation: null,
    opinion: null,
    concurrence: null,
    revisions: [{ no: 1, hash: old }, { no: 2 }],
  })
  expect(state.revisionHash).not.toBe(old)
  expect(s.ask(approver, id, decideFile, day(12))).toMatchObject({ code: 'filing.placementMissing' })
  expect(summaryOf(s, id)).toMatchObject({ lane: null, tier: null })
  expect(s.state<{ versions: unknown[] } & { id: string; status: string; did: object }>(state.agentId ?? '')?.versions).toHaveLength(2)
})

test('another lane after the fact voids what was recommended and signed under the old one', () => {
  const s = story()
  const id = s.concurred(s.placed())
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(10))
  s.step(approver, id, { type: 'returnToReviewer', reason: 'r' }, day(10))
  s.step(reviewer, id, { type: 'placeInTier', placements: [{ scenario: 25, lane: 'key', reason: 'smaller' }] }, day(11))
  expect(s.of(id)).toMatchObject({ opinion: null, concurrence: null, recommendation: null })
})

test('the time to decide is extended once, by ten working days, with approver and reason, before it is over', () => {
  const s = story()
  const id = s.placed()
  expect(s.ask(reviewer, id, { type: 'extend', reason: 'r' }, day(5))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(approver, id, { type: 'extend', reason: 'two ministries' }, '2026-12-16T00:00:00+08:00')).toMatchObject({
    code: 'clock.timeLeftNeeded',
  })
  expect(s.ask(approver, id, { type: 'extend', reason: 'two ministries' }, day(5))).toBeNull()
  expect(s.of(id).extension).toEqual({ reason: 'two ministries', at: day(5), by: 'zhao' })
  expect(summaryOf(s, id).dueOn).toBe('2026-12-29')
  expect(s.ask(approver, id, { type: 'extend', reason: 'again' }, day(6))).toMatchObject({ code: 'clock.alreadyExtended' })
})

test('a due date beyond the published calendar is not given, and the system does nothing then', () => {
  const s = story()
  const id = s.draft()
  s.step(s.representative, id, { type: 'submit' }, '2026-12-30T10:00:00+08:00')
  expect(summaryOf(s, id)).toMatchObject({ dueOn: null, lapse: null })
  expect(s.ask(systemActor, id, { type: 'deem' }, '2027-02-01T10:00:00+08:00')).toMatchObject({ code: 'filing.clockStillRunning' })
})

test('numbers of a region and year follow without a gap, whatever else is refused or withdrawn in between', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('file', 'refuse', 'withdraw', 'try'), { minLength: 1, maxLength: 8 }), (ends) => {
      const s = story()
      for (const end of ends) {
        const id = s.recommended(end === 'refuse' ? 'refuse' : 'file')
        if (end === 'try') expect(s.ask(approver, id, { type: 'decide', outcome: 'refuse', reasons, remedies }, day(11))).not.toBeNull()
        if (end === 'withdraw') s.step(s.lead, id, { type: 'withdraw', reason: 'r' }, day(11))
        else s.step(approver, id, { type: 'decide', outcome: end === 'refuse' ? 'refuse' : 'file', reasons, remedies }, day(11))
      }
      const numbers = s
        .all('filing')
        .flatMap((state) => (state as unknown as { decision: { number: string | null } | null }).decision?.number ?? [])
      const sequences = numbers
        .map((number) => parseNumber(number))
        .map((number) => (number && number.kind === 'filing' ? number.sequence : null))
      expect(sequences).toEqual(numbers.map((_, index) => index + 1))
    }),
    { numRuns: 20 },
  )
})

test('another region has its own row of numbers', () => {
  const s = story()
  const there = s.register('91990000MA00AGN1X1', 'Shanghai Invented', 'company', '310000')
  expect(s.of(s.filed()).decision?.number).toMatch(/^AGF-110000-25-2026-000001.$/)
  const filer = { ...s.filer, posts: s.filer.posts.map((post) => ({ ...post, organisationId: there })) }
  const id = s.step(
    filer,
    null,
    { type: 'create', organisationId: there, agentName: specimenVersion.names, sector: 'education', scenarios: [25] },
    day(2),
  )
  expect(s.of(id).region).toBe('310000')
})

test('the register shows the public part and nothing else', () => {
  const s = story()
  const id = s.filed()
  const state = s.of(id)
  expect(summaryOf(s, id)).toMatchObject({ isPublic: true, mark: 'approved', lane: 'sensitive', tier: 4, number: state.decision?.number })
  const audience = audienceOf(publicActor, filing.place(state), { isPublic: true })
  const seen = present(state, filing.fields, audience ?? 'public')
  expect(seen).toMatchObject({
    published: {
      number: state.decision?.number,
      can: specimenVersion.capability.can,
      label: { alone: [{ id: 'read-scan' }, { id: 'draft-mark' }] },
    },
  })
  const text = JSON.stringify(seen)
  for (const secret of ['SCAN_TOKEN', 'scan.read', 'G-1', 'lin', 'zhao', 'T-88']) expect(text).not.toContain(`"${secret}"`)
  for (const field of ['content', 'revisions', 'claims', 'decision', 'recommendation', 'concurrence', 'tests', 'did'])
    expect(seen).not.toHaveProperty(field)
})

test('before the decision nothing of a filing is public', () => {
  const s = story()
  for (const id of [s.draft(), s.submitted(), s.recommended()]) {
    expect(s.of(id).published).toBeNull()
    expect(audienceOf(publicActor, filing.place(s.of(id)), { isPublic: summaryOf(s, id).isPublic })).toBeNull()
  }
  expect(
    s
      .log()
      .filter((entry) => entry.kind === 'filing')
      .every((entry) => Object.keys(filing.publicFacts?.(entry.event, s.of(entry.id)) ?? {}).length === 0),
  ).toBe(true)
})

test('an opened scenario that both authorities handle jointly gives forty-five working days', () => {
  const s = story()
  const content = {
    conditions: [],
    autonomyCeiling: 'autonomous',
    limits: { amountPerActYuan: null, amountPerDayYuan: null, users: null },
    filingTrigger: 'before_deployment',
    legalBasis: ['Opinions, clause 11'],
    effectiveOn: '2026-11-02',
    jointHandling: true,
    exitPeriodDays: 90,
  }
  const opening = s.must(
    nationalReviewer,
    'opening',
    null,
    { type: 'create', sector: 'education', scenario: 25, content, reason: 'schools asked' },
    day(2),
  )
  s.must(sectorApprover, 'opening', opening, { type: 'concur', reasons: 'agreed' }, day(2))
  s.must(nationalApprover, 'opening', opening, { type: 'sign', reasons: 'agreed' }, day(2))
  const id = s.accepted()
  expect(s.of(id).clocks).toMatchObject({ 'LIC-4': { startAt: day(3) } })
  expect(summaryOf(s, id)).toMatchObject({ dueOn: null, dueRule: null })
})
