// The road of a recall, one test a rule: suspicion, class, notice, objection, order, and who may do which.
import { expect, test } from 'vitest'
import { judge, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { audienceOf, present } from '../permission.ts'
import { recallCommands } from './command.ts'
import { type Recall, recall } from './recall.ts'
import {
  basis,
  both,
  content,
  create,
  delivered,
  deployment,
  drafted,
  facts,
  filer,
  hash,
  he,
  investigated,
  issued,
  lead,
  lin,
  mei,
  object,
  officer,
  on,
  order,
  ordered,
  panel,
  person,
  raw,
  reasons,
  scope,
  story,
  stranger,
  text,
} from './story.ts'

const review = { type: 'conveneReview' as const, panel, testing: false }
const opinion = (finding: 'defect' | 'noDefect') => ({
  type: 'recordOpinion' as const,
  finding,
  summary: 'seen',
  reportHash: raw,
  dissent: '',
})
const close = { type: 'closeNoDefect' as const, reasons, publicReason: text('There is no defect') }
const declare = { type: 'declareVoluntary' as const, statement: 'we recall it', notice: null }
const audience = (here: { state: () => ReturnType<ReturnType<typeof story>['state']> }, actor = lead) =>
  audienceOf(actor, recall.place(here.state()), { isPublic: recall.summary(here.state(), shippedCatalogue).isPublic })

test('an officer suspects, of an agent and company that exist, in a scope that names versions', () => {
  expect(story().ask(lin, create, on('10-09'))).toBe('granted')
  expect(story({ agent: null }).ask(lin, create, on('10-09'))).toBe('recall.agentNeeded')
  expect(story().ask(lin, { ...create, organisationId: 'org-2' }, on('10-09'))).toBe('recall.agentNeeded')
  expect(story().ask(lin, { ...create, scope: scope({ versionRange: null }) }, on('10-09'))).toBe('recall.scopeNeeded')
  expect(story().ask(lin, { ...create, riskCodes: ['ASI99'] }, on('10-09'))).toBe('recall.knownRiskCodesNeeded')
  expect(story().ask(lin, { ...create, sector: 'alchemy' }, on('10-09'))).toBe('recall.sectorNeeded')
  expect(story().ask(officer('far', 'recall_officer', '310000'), create, on('10-09'))).toBe('case.notYours')
})

test('a company reports only itself, to the authority where it is registered, and must then analyse at once', () => {
  const here = story()
  expect(here.ask(stranger, create, on('10-09'))).toBe('case.notYours')
  expect(here.ask(lead, { ...create, region: '310000' }, on('10-09'))).toBe('recall.homeRegionNeeded')
  expect(here.ask(lead, create, on('10-09'))).toBe('granted')
  expect(here.state()).toMatchObject({ status: 'company_analysis', origin: 'company', isTold: true })
  expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({ dueOn: '2026-10-22', dueRule: 'RCL-1' })
})

test('a suspicion does not exist for the company until it is asked, notified or stopped', () => {
  const here = story().run(on('10-09'), [lin, create])
  expect(audience(here)).toBeNull()
  here.run(on('10-09'), [lin, { type: 'askAnalysis', questions: 'does it ask?', basis }])
  expect(audience(here)).toBe('company')
  const shown = present(here.state(), recall.fields, 'company')
  expect(shown).toMatchObject({ disclosed: { riskCodes: ['ASI02'] } })
  for (const field of ['suspicion', 'draft', 'classProposal', 'investigation', 'did']) expect(shown).not.toHaveProperty(field)
})

test('an officer of the company’s own never acts in its case, not even while the company does not know of it', () => {
  const kin = person('kin', ...lin.posts, ...filer.posts)
  expect(story().run(on('10-09'), [lin, create]).ask(kin, { type: 'askAnalysis', questions: 'x', basis }, on('10-09'))).toBe(
    'case.ownOrganisation',
  )
  expect(story().ask(kin, create, on('10-09'))).toBe('case.ownOrganisation')
})

test('a class is at least as grave as its gravest criterion asks for', () => {
  expect(story().ask(lin, { ...create, class: 'II' }, on('10-09'))).toBe('recall.graverClassNeeded')
  expect(story().ask(lin, { ...create, class: 'II', criteria: ['misleading_output', 'property_loss'] }, on('10-09'))).toBe('granted')
  expect(story().ask(lin, { ...create, class: 'I', criteria: ['misleading_output'] }, on('10-09'))).toBe('granted')
})

test('a class is confirmed by another person than who proposed it or drafted the notice, and no notice goes out without', () => {
  const agree = { type: 'validateClass' as const, agrees: true, reason: 'yes' }
  const here = story().run(on('10-09'), [lin, create])
  expect(here.ask(lin, agree, on('10-09'))).toBe('recall.secondPersonNeeded')
  here.run(
    on('10-09'),
    [lin, { type: 'openInvestigation', ground: 'graveRisk', reason: 'grave' }],
    [mei, { type: 'draftNotice', ...content }],
  )
  expect(here.ask(mei, agree, on('10-09'))).toBe('case.dutyExcluded')
  expect(here.ask(he, { type: 'issueNotice', reasons }, on('10-12'))).toBe('recall.validatedClassNeeded')
  expect(here.ask(he, agree, on('10-12'))).toBe('granted')
  expect(here.ask(he, { type: 'issueNotice', reasons }, on('10-12'))).toBe('granted')
})

test('a graver class holds at once; a lighter one only when a second person has agreed', () => {
  const here = story().run(
    on('10-09'),
    [lin, { ...create, class: 'II', criteria: ['property_loss'] }],
    [mei, { type: 'validateClass', agrees: true, reason: 'yes' }],
  )
  here.run(on('10-09'), [lin, { type: 'changeClass', class: 'I', criteria: ['death_or_injury'], reason: 'injury reported' }])
  expect(here.state().class).toBe('I')
  here.run(on('10-09'), [lin, { type: 'changeClass', class: 'III', criteria: ['misleading_output'], reason: 'report was wrong' }])
  expect(here.state()).toMatchObject({ class: 'I', classProposal: { class: 'III', by: 'lin' } })
  expect(here.ask(lin, { type: 'validateClass', agrees: true, reason: 'yes' }, on('10-09'))).toBe('recall.secondPersonNeeded')
  here.run(on('10-09'), [mei, { type: 'validateClass', agrees: true, reason: 'yes' }])
  expect(here.state().class).toBe('III')
  expect(here.state().classHistory.map((one) => one.class)).toEqual(['II', 'I', 'III'])
})

test('a company that denies a defect gives evidence; a late answer is taken and stays late', () => {
  const asked = story().run(
    on('10-09'),
    [lin, create],
    [lin, { type: 'askAnalysis', questions: 'x', basis }],
    [systemActor, { type: 'noteDelivery', act: 'analysis', noticeVersion: null, deliveredAt: on('10-09') }],
  )
  const answer = { type: 'answerAnalysis' as const, finding: 'noDefect' as const, explanation: 'it asks', evidenceHash: null }
  expect(asked.ask(lead, answer, on('10-20'))).toBe('recall.evidenceNeeded')
  expect(asked.ask(filer, { ...answer, evidenceHash: raw }, on('10-20'))).toBe('case.notYours')
  expect(asked.ask(lead, { ...answer, evidenceHash: raw }, on('10-23'))).toBe('granted')
  expect(asked.state()).toMatchObject({ status: 'no_defect', analysis: { answer: { isLate: true } } })
  expect(asked.ask(lin, { type: 'openInvestigation', ground: 'disagree', reason: 'the log says otherwise' }, on('10-23'))).toBe('granted')
})

test('the authority takes over for grave risk, without an answer only after ten working days, against an answer only when there is one', () => {
  const asked = () =>
    story().run(
      on('10-09'),
      [lin, create],
      [lin, { type: 'askAnalysis', questions: 'x', basis }],
      [systemActor, { type: 'noteDelivery', act: 'analysis', noticeVersion: null, deliveredAt: on('10-09') }],
    )
  const open = (ground: 'noAnswer' | 'disagree' | 'graveRisk') => ({ type: 'openInvestigation' as const, ground, reason: 'because' })
  expect(asked().ask(lin, open('noAnswer'), on('10-22', '23:59'))).toBe('recall.lapsedAnalysisNeeded')
  expect(asked().ask(lin, open('noAnswer'), on('10-23', '00:00'))).toBe('granted')
  expect(asked().ask(lin, open('disagree'), on('10-12'))).toBe('recall.answerNeeded')
  expect(asked().ask(lin, open('graveRisk'), on('10-12'))).toBe('granted')
})

test('5.4 no. 5: who drafted a notice never signs it, by whatever post', () => {
  const here = investigated().run(on('10-09'), [both, { type: 'draftNotice', ...content }])
  expect(here.ask(both, { type: 'issueNotice', reasons }, on('10-12'))).toBe('case.dutyExcluded')
  expect(here.ask(he, { type: 'issueNotice', reasons }, on('10-12'))).toBe('granted')
  expect(
    recall.moves.issueNotice.stepUp && recall.moves.order.stepUp && recall.moves.orderEmergency.stepUp && recall.moves.terminate.stepUp,
  ).toBe(true)
})

test('a notice must not soften the risk, unless its author says why the words stand', () => {
  const soft = { ...content, hazard: text('In rare situations it may pay without asking') }
  expect(investigated().ask(lin, { type: 'draftNotice', ...soft }, on('10-09'))).toBe('recall.plainWordsNeeded')
  expect(investigated().ask(lin, { type: 'draftNotice', ...soft, softeningReason: 'a quotation of the complaint' }, on('10-09'))).toBe(
    'granted',
  )
})

test('5.4 no. 7: drafts are the office’s; from the notice on the public sees what is published and nothing else', () => {
  const here = drafted()
  expect(recall.summary(here.state(), shippedCatalogue).isPublic).toBe(false)
  expect(here.state().published).toBeNull()
  here.run(on('10-12'), [he, { type: 'issueNotice', reasons }])
  expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({ isPublic: true, number: 'AGR-2026-0042-I' })
  const shown = present(here.state(), recall.fields, 'public')
  expect(Object.keys(shown).sort()).toEqual([
    'agentId',
    'agentName',
    'id',
    'number',
    'organisationId',
    'organisationName',
    'published',
    'region',
    'scenario',
    'sector',
    'status',
  ])
  expect(shown.published).toMatchObject({
    how: 'notice',
    class: 'I',
    notice: { version: 1, hazard: content.hazard },
    progress: { affected: 3 },
  })
  expect(JSON.stringify(shown)).not.toContain('asks before each payment')
})

test('signing makes the list: whom the notice reaches, and why each other deployment is not reached', () => {
  const [notice] = issued().state().notices
  expect(notice?.affected.map((one) => one.deploymentId)).toEqual(['d1', 'd2', 'd3'])
  expect(notice?.excluded).toMatchObject([{ deploymentId: 'old', because: 'otherVersion' }])
  expect(recall.links?.(issued().state())).toEqual({
    agent: 'agent-1',
    organisation: 'org-1',
    filing: ['filing-2', 'filing-3'],
    deployment: ['d1', 'd2', 'd3'],
  })
})

test('the period to object runs from delivery, fifteen working days, and ends with the last day', () => {
  expect(recall.summary(issued().state(), shippedCatalogue)).toMatchObject({ dueOn: null, lapse: null })
  expect(recall.summary(delivered().state(), shippedCatalogue)).toMatchObject({
    dueOn: '2026-11-02',
    dueRule: 'RCL-2',
    lapse: { at: '2026-11-03T00:00:00+08:00', command: 'prepareOrder' },
  })
  expect(delivered().ask(lead, object, on('11-02', '23:59'))).toBe('granted')
  expect(delivered().ask(lead, object, on('11-03', '00:00'))).toBe('recall.timelyObjectionNeeded')
  expect(issued().ask(lead, object, on('11-03'))).toBe('granted')
})

test('every period of a recall is the one in force, not the shipped one', () => {
  const items = shippedCatalogue.limits.items.map((limit) => (limit.code.startsWith('RCL-') ? { ...limit, length: 2 } : limit))
  const rules = { ...shippedCatalogue, limits: { ...shippedCatalogue.limits, items } }
  const dueOn = (here: { state: () => Recall }) => recall.summary(here.state(), rules).dueOn
  expect(dueOn(delivered())).toBe('2026-10-14')
  expect(dueOn(ordered())).toBe('2026-11-05')
  const at = (when: string) => ({ actor: he, at: on(when), catalogue: rules })
  const judged = (when: string) => judge(recall, delivered().state(), order, at(when), { ...facts })
  expect(judged('10-14')).toMatchObject({ refusal: { code: 'recall.noticePeriodNeeded', facts: { dueOn: '2026-10-14' } } })
  expect(judged('10-15').granted).toBe(true)
})

test('5.4 no. 8: no order before the notice was delivered and fifteen working days have passed', () => {
  expect(investigated().ask(he, order, on('11-03'))).toBe('case.wrongStatus')
  expect(issued().ask(he, order, on('12-30'))).toBe('recall.deliveryNeeded')
  expect(delivered().ask(he, order, on('11-02', '23:59'))).toBe('recall.noticePeriodNeeded')
  expect(delivered().ask(he, order, on('11-03', '00:00'))).toBe('granted')
  expect(delivered().run(on('11-03'), [he, order]).state().binding).toMatchObject({
    how: 'ordered',
    ground: 'noObjection',
    noticeVersion: 1,
  })
})

test('5.4 no. 8: after an objection only experts who confirm the defect open the way to an order', () => {
  const objected = () => delivered().run(on('10-20'), [lead, object])
  expect(objected().ask(he, order, on('12-01'))).toBe('case.wrongStatus')
  const reviewed = () => objected().run(on('10-21'), [lin, review])
  expect(reviewed().ask(he, order, on('12-01'))).toBe('recall.expertsNeeded')
  expect(
    reviewed()
      .run(on('10-28'), [lin, opinion('noDefect')])
      .ask(he, order, on('12-01')),
  ).toBe('recall.expertsNeeded')
  const confirmed = reviewed().run(on('10-28'), [lin, opinion('defect')])
  expect(confirmed.ask(he, close, on('10-28'))).toBe('recall.defectFollowNeeded')
  // The experts’ word stands in for the period, which has not passed here.
  expect(confirmed.ask(he, order, on('10-28'))).toBe('granted')
  expect(confirmed.state().binding?.ground).toBe('expertsConfirmed')
})

test('5.4 no. 10: where the last day lies beyond the published calendar, nothing is ordered and no objection is late', () => {
  const late = issued().run(on('12-28'), [systemActor, { type: 'noteDelivery', act: 'notice', noticeVersion: 1, deliveredAt: on('12-28') }])
  expect(recall.summary(late.state(), shippedCatalogue).dueOn).toBeNull()
  expect(late.ask(he, order, '2027-03-01T10:00:00+08:00')).toBe('recall.publishedCalendarNeeded')
  expect(late.ask(lead, object, '2027-03-01T10:00:00+08:00')).toBe('granted')
})

test('an order counts anew whom it reaches: what was put into use since the notice is in', () => {
  const here = delivered()
  expect(here.ask(he, order, on('11-03'), { deployments: [...(facts.deployments ?? []), deployment('new', 3)] })).toBe('granted')
  expect(here.state().notices[0]?.affected).toHaveLength(3)
  expect(here.state().binding?.affected).toHaveLength(4)
})

test('the system prepares an order when the period has passed, once, and orders nothing', () => {
  expect(delivered().ask(systemActor, { type: 'prepareOrder' }, on('11-02'))).toBe('recall.noticePeriodNeeded')
  const here = delivered().run(on('11-03', '00:00'), [systemActor, { type: 'prepareOrder' }])
  expect(here.state()).toMatchObject({ status: 'recall_notice', orderPreparedAt: on('11-03', '00:00'), binding: null })
  expect(recall.summary(here.state(), shippedCatalogue).lapse).toBeNull()
  expect(
    here.run(on('11-03'), [systemActor, { type: 'prepareOrder' }]).events.filter((event) => event.type === 'orderPrepared'),
  ).toHaveLength(1)
})

test('experts have no interest in the company, each declares, and there are three at least', () => {
  const objected = () => delivered().run(on('10-20'), [lead, object])
  const [first, ...rest] = panel
  expect(objected().ask(lin, { ...review, panel: rest }, on('10-21'))).toBe('recall.fullPanelNeeded')
  expect(objected().ask(lin, { ...review, panel: [first!, first!, ...rest] }, on('10-21'))).toBe('recall.fullPanelNeeded')
  expect(
    objected().ask(lin, { ...review, panel: [{ ...first!, hasInterest: true }, ...rest, { ...first!, name: 'Prof. D' }] }, on('10-21')),
  ).toBe('recall.disinterestedPanelNeeded')
  expect(objected().ask(lin, { ...review, panel: [{ ...first!, affiliation: 'Company A' }, ...rest] }, on('10-21'))).toBe(
    'recall.disinterestedPanelNeeded',
  )
  const asking = delivered().run(on('10-20'), [lead, { ...object, asksTesting: true }])
  expect(asking.ask(lin, review, on('10-21'))).toBe('recall.testingNeeded')
})

test('a case without defect is closed by a signatory, with a reason for the public once it was public; the tombstone stays', () => {
  const here = delivered()
    .run(on('10-20'), [lead, object])
    .run(on('10-21'), [lin, review])
    .run(on('10-28'), [lin, opinion('noDefect')])
  expect(here.ask(he, { ...close, publicReason: null }, on('10-28'))).toBe('recall.publicReasonNeeded')
  here.run(on('10-28'), [he, close])
  expect(here.state()).toMatchObject({
    status: 'closed_no_defect',
    published: { number: 'AGR-2026-0042-I', end: { how: 'noDefect', reason: close.publicReason } },
  })
  expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({ isPublic: true, mark: 'ended' })
})

test('a company may recall of its own at any time before the order: with the notice, or with one of its own under the same rules', () => {
  for (const here of [delivered(), delivered().run(on('10-20'), [lead, object])]) {
    here.run(on('10-22'), [lead, declare])
    expect(here.state()).toMatchObject({ status: 'voluntary_recall', binding: { how: 'voluntary', noticeVersion: 1 } })
    expect(recall.summary(here.state(), shippedCatalogue)).toMatchObject({ dueOn: '2026-11-05', dueRule: 'RCL-4', mark: 'recalled' })
  }
  const own = () => story().run(on('10-09'), [lead, create])
  expect(own().ask(lead, declare, on('10-12'))).toBe('recall.noticeContentNeeded')
  expect(own().ask(lead, { ...declare, notice: { ...content, facts: text('a minor issue') } }, on('10-12'))).toBe('recall.plainWordsNeeded')
  const here = own().run(on('10-12'), [lead, { ...declare, notice: content }])
  expect(here.state()).toMatchObject({
    number: 'AGR-2026-0042-I',
    notices: [{ version: 1, draftedBy: null, authorityId: null }],
    published: { how: 'voluntary' },
  })
  expect(delivered().ask(lead, { ...declare, notice: content }, on('10-22'))).toBe('recall.issuedNoticeNeeded')
})

test('a wider notice is the next version, never an edit; what bound before goes on binding', () => {
  const wider = {
    type: 'expand' as const,
    ...content,
    scope: scope({ versionRange: '>=2.2.0 <2.4.2', exempt: [{ versionHash: hash(4), reason: 'repaired' }] }),
    reason: 'an older version is affected too',
  }
  const here = ordered().run(on('11-04'), [lin, wider], [he, { type: 'issueNotice', reasons }])
  const [first, second] = here.state().notices
  expect(first).toEqual(ordered().state().notices[0])
  expect(second).toMatchObject({ version: 2, changeReason: 'an older version is affected too', affected: { length: 4 } })
  expect(here.state()).toMatchObject({
    status: 'recall_notice',
    number: 'AGR-2026-0042-I',
    binding: { noticeVersion: 1 },
    statusBefore: 'recall_ordered',
  })
  // The wider one needs its own period: the first order is no short cut.
  expect(here.ask(he, order, on('11-05'))).toBe('recall.deliveryNeeded')
  here.run(
    on('11-05'),
    [systemActor, { type: 'noteDelivery', act: 'notice', noticeVersion: 2, deliveredAt: on('11-05') }],
    [lead, object],
    [lin, review],
    [lin, opinion('noDefect')],
    [he, close],
  )
  expect(here.state()).toMatchObject({
    status: 'recall_ordered',
    binding: { noticeVersion: 1 },
    notices: [{ droppedAt: null }, { droppedAt: on('11-05') }],
    closure: null,
  })
})

test('a letter that is opened late or twice is never refused and changes nothing twice', () => {
  const here = delivered()
  const before = here.state()
  expect(here.ask(systemActor, { type: 'noteDelivery', act: 'notice', noticeVersion: 1, deliveredAt: on('10-30') }, on('10-30'))).toBe(
    'granted',
  )
  expect(here.ask(systemActor, { type: 'noteDelivery', act: 'order', noticeVersion: 1, deliveredAt: on('10-30') }, on('10-30'))).toBe(
    'granted',
  )
  expect(here.state()).toEqual(before)
})

test('no signatory and no officer acts for the company, nor the company for them', () => {
  expect(delivered().ask(he, object, on('10-20'))).toBe('case.notYours')
  expect(delivered().ask(stranger, object, on('10-20'))).toBe('case.notYours')
  expect(delivered().ask(lin, order, on('11-03'))).toBe('case.notYours')
  expect(delivered().ask(lead, order, on('11-03'))).toBe('case.notYours')
})

test('the commands are strict, and what the story asks is what the API takes', () => {
  for (const command of [
    create,
    { type: 'draftNotice' as const, ...content },
    order,
    object,
    review,
    close,
    { ...declare, notice: content },
  ]) {
    const { type, ...body } = command
    expect(recallCommands[type].safeParse(body).error?.issues ?? []).toEqual([])
    expect(recallCommands[type].safeParse({ ...body, decidedBy: 'me' }).success).toBe(false)
  }
})
