// The rules of a reconsideration: who applies, who decides, and what silence does; the clocks counted by hand.
import { expect, test } from 'vitest'
import { movesOpenTo, systemActor } from '#domain/case'
import { adverse, approver, asOne, intake, officer, reviewer } from '#domain/filing/story'
import type { Letter } from '#domain/letter/letter'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { reconsideration } from './reconsideration.ts'
import { at, chair, handler, ruling, second, story, stranger } from './story.ts'

const accept = { type: 'accept', procedure: 'ordinary' } as const

test('the sixty days run from the proved delivery of the letter, and move off a day of rest', () => {
  const s = story()
  // Tuesday 1 September and sixty days are Saturday 31 October: Monday 2 November.
  const id = s.notAccepted('09-01')
  s.receive(id, 'nonAcceptance', '09-01')
  expect(s.ask(s.lead, null, s.body(id, 'nonAcceptance'), at('11-03', '00:00:00'))).toEqual({
    code: 'reconsideration.lateReasonMissing',
    facts: { dueOn: '2026-11-02' },
  })
  const inTime = s.applied(id, 'nonAcceptance', '11-02')
  expect(s.caseOf(inTime)).toMatchObject({ status: 'applied', late: null, forumId: 'cac', challenged: { what: 'not_accepted' } })
})

test('where no delivery is proved the application itself shows when the act was known', () => {
  const s = story()
  const id = s.notAccepted('03-02')
  expect(s.caseOf(s.applied(id, 'nonAcceptance', '09-01')).late).toBeNull()
})

test('a late application is admitted only with a reason of the forum, and a timely one needs none', () => {
  const s = story()
  const id = s.notAccepted('06-01')
  s.receive(id, 'nonAcceptance', '06-01')
  const late = s.applied(id, 'nonAcceptance', '09-01', { lateReason: 'a flood' })
  expect(s.caseOf(late).late).toEqual({ reason: 'a flood', admitted: null })
  expect(s.ask(handler, late, accept, at('09-02'))?.code).toBe('reconsideration.admissionReasonMissing')
  s.step(handler, late, { ...accept, admitLate: 'the flood is proved' }, at('09-02'))
  expect(s.caseOf(late).late?.admitted).toMatchObject({ reason: 'the flood is proved', by: 'fu' })
  const other = s.notAccepted('09-01')
  const timely = s.applied(other, 'nonAcceptance', '09-02')
  expect(s.ask(handler, timely, { ...accept, admitLate: 'r' }, at('09-03'))?.code).toBe('reconsideration.notLate')
})

test('after five years nothing is reconsidered', () => {
  const s = story()
  const id = s.notAccepted('07-01')
  expect(s.ask(s.lead, null, s.body(id, 'nonAcceptance'), '2031-07-02T10:00:00+08:00')?.code).toBe('reconsideration.tooOld')
})

test('only the company of the case applies, by the letter that told of an act that stands', () => {
  const s = story()
  const id = s.notAccepted()
  const [receipt] = s.all('letter').filter((one) => (one as Letter).template === 'receipt')
  expect(s.ask(s.lead, null, { ...s.body(id, 'nonAcceptance'), letterId: receipt?.id }, at('07-02'))?.code).toBe(
    'reconsideration.actNotOpen',
  )
  expect(s.ask(s.lead, null, { ...s.body(id, 'nonAcceptance'), letterId: 'no' }, at('07-02'))?.code).toBe('reconsideration.letterMissing')
  const other = s.register(makeCreditCode('91990000MA00TE77'), 'Another', 'company')
  const foreign = { ...s.lead, personId: 'x', posts: s.lead.posts.map((post) => ({ ...post, organisationId: other })) }
  expect(s.ask(foreign, null, s.body(id, 'nonAcceptance'), at('07-02'))?.code).toBe('case.notYours')
  expect(s.ask(handler, null, s.body(id, 'nonAcceptance'), at('07-02'))?.code).toBe('case.notYours')
  s.applied(id, 'nonAcceptance', '07-02')
  expect(s.ask(s.lead, null, s.body(id, 'nonAcceptance'), at('07-03'))?.code).toBe('reconsideration.alreadyChallenged')
})

test('an act that was lifted is no longer open to challenge', () => {
  const s = story()
  const id = s.filed()
  s.fileStep(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, at('11-12'))
  const body = s.body(id, 'suspension')
  s.fileStep(approver, id, { type: 'resumeFiling', reason: 'mended' }, at('11-13'))
  expect(s.ask(s.lead, null, body, at('11-16'))?.code).toBe('reconsideration.actGone')
  s.fileStep(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, at('11-17'))
  // The letter of the first suspension tells nothing of the second.
  expect(s.ask(s.lead, null, body, at('11-18'))?.code).toBe('reconsideration.actGone')
})

test('what was withdrawn is not applied for again', () => {
  const s = story()
  const id = s.notAccepted()
  const mine = s.applied(id, 'nonAcceptance', '07-02')
  s.step(s.lead, mine, { type: 'withdraw', reason: 'settled' }, at('07-03'))
  expect(s.ask(s.lead, null, s.body(id, 'nonAcceptance'), at('07-06'))?.code).toBe('reconsideration.withdrawnBefore')
})

test('the forum that the catalogue names decides, and nobody else', () => {
  const s = story()
  const mine = s.applied(s.notAccepted(), 'nonAcceptance', '07-02')
  expect(s.ask(stranger, mine, accept, at('07-03'))).toEqual({ code: 'reconsideration.otherForum', facts: { forumId: 'cac' } })
})

test('whoever had a part in the act has none in its reconsideration', () => {
  const s = story()
  const mine = s.applied(s.notAccepted(), 'nonAcceptance', '07-02')
  const both = asOne('ying', intake, handler)
  expect(s.ask(both, mine, accept, at('07-03'))).toEqual({ code: 'case.dutyExcluded', facts: { duty: 'reconsider', did: 'intake' } })
  const filed = s.filed()
  s.fileStep(approver, filed, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, at('11-12'))
  const other = s.applied(filed, 'suspension', '11-13')
  for (const [person, actor] of [
    ['zhao', approver],
    ['li', reviewer],
  ] as const)
    expect(s.ask(asOne(person, actor, handler), other, accept, at('11-16'))?.code).toBe('case.dutyExcluded')
})

test('the application is examined within five working days, a make-up Sunday counted; silence accepts from the last of them', () => {
  const s = story()
  // Friday 18 September; Sunday 20 is worked.
  const id = s.notAccepted('09-17')
  const mine = s.applied(id, 'nonAcceptance', '09-18')
  expect(s.summaryOf(mine)).toMatchObject({
    dueOn: '2026-09-24',
    dueRule: 'REC-2',
    lapse: { at: '2026-09-25T00:00:00+08:00', command: 'deem' },
  })
  expect(s.ask(systemActor, mine, { type: 'deem' }, at('09-24', '23:59:59'))?.code).toBe('reconsideration.clockStillRunning')
  s.step(systemActor, mine, { type: 'deem' }, at('09-25', '00:00:00'))
  expect(s.caseOf(mine)).toMatchObject({ status: 'accepted', acceptance: { isDeemed: true, from: '2026-09-24T00:00:00+08:00' } })
  // Sixty days after 24 September are 23 November, a Monday.
  expect(s.caseOf(mine).clocks['REC-5']?.startAt).toBe('2026-09-24T00:00:00+08:00')
})

test('everything that is missing is asked for once; what is not corrected in ten working days of delivery counts as given up', () => {
  const s = story()
  const mine = s.applied(s.notAccepted(), 'nonAcceptance', '07-02')
  s.step(handler, mine, { type: 'requestCorrection', items: ['a power of attorney'] }, at('07-03'))
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: null, lapse: null, mark: 'waiting' })
  const letter = s.all('letter').find((one) => (one as Letter).template === 'reconsiderationCorrection')
  s.must(s.lead, 'letter', letter?.id ?? '', { type: 'receive' }, at('07-06'))
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-07-20', dueRule: 'REC-3b', lapse: { command: 'abandon' } })
  s.step(s.lead, mine, { type: 'answerCorrection', statement: 'here it is' }, at('07-20'))
  expect(s.caseOf(mine).status).toBe('applied')
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-07-27', dueRule: 'REC-2' })
  expect(s.ask(handler, mine, { type: 'requestCorrection', items: ['more'] }, at('07-21'))?.code).toBe(
    'reconsideration.correctionAlreadyAsked',
  )
})

test('a correction that comes late is not taken, and the case ends by itself', () => {
  const s = story()
  const mine = s.applied(s.notAccepted(), 'nonAcceptance', '07-02')
  s.step(handler, mine, { type: 'requestCorrection', items: ['a power of attorney'] }, at('07-03'))
  const letter = s.all('letter').find((one) => (one as Letter).template === 'reconsiderationCorrection')
  s.must(s.lead, 'letter', letter?.id ?? '', { type: 'receive' }, at('07-06'))
  expect(s.ask(s.lead, mine, { type: 'answerCorrection', statement: 'late' }, at('07-21', '00:00:00'))?.code).toBe(
    'reconsideration.correctionTimePassed',
  )
  expect(s.ask(systemActor, mine, { type: 'abandon' }, at('07-20', '23:59:59'))?.code).toBe('reconsideration.clockStillRunning')
  s.step(systemActor, mine, { type: 'abandon' }, at('07-21', '00:00:00'))
  expect(s.caseOf(mine).status).toBe('abandoned')
})

test('the office answers within ten working days of a copy sent within seven, and the shorter clock leads', () => {
  const s = story()
  const mine = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, mine, accept, at('07-01'))
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-07-10', dueRule: 'REC-4a' })
  const office = officer('zhou', 'reviewer')
  expect(s.ask(office, mine, { type: 'answer', statement: 'a' }, at('07-02'))?.code).toBe('reconsideration.copyMissing')
  s.step(handler, mine, { type: 'sendCopy' }, at('07-10'))
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-07-24', dueRule: 'REC-4b' })
  s.step(office, mine, { type: 'answer', statement: 'a' }, at('07-27'))
  expect(s.caseOf(mine)).toMatchObject({ copySent: { isLate: false }, answer: { isLate: true } })
  // Sixty days after 1 July are Sunday 30 August.
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-08-31', dueRule: 'REC-5' })
  const elsewhere = { ...office, posts: office.posts.map((post) => ({ ...post, authorityId: 'cac-110000' })) }
  expect(s.ask(elsewhere, mine, { type: 'answer', statement: 'a' }, at('07-27'))?.code).toBe('reconsideration.otherOffice')
})

test('the review is extended once, in one count of ninety days, by somebody else than the officer in charge; the simple one never', () => {
  const s = story()
  const mine = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, mine, accept, at('07-01'))
  s.step(handler, mine, { type: 'sendCopy' }, at('07-02'))
  s.step(officer('zhou', 'reviewer'), mine, { type: 'answer', statement: 'a' }, at('07-03'))
  expect(s.ask(handler, mine, { type: 'extend', reason: 'hard' }, at('08-01'))?.code).toBe('reconsideration.otherPersonNeeded')
  s.step(second, mine, { type: 'extend', reason: 'hard' }, at('08-01'))
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-09-29', dueRule: 'REC-5' })
  expect(s.ask(second, mine, { type: 'extend', reason: 'again' }, at('08-02'))?.code).toBe('clock.alreadyExtended')
  const simple = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, simple, { type: 'accept', procedure: 'simple' }, at('07-01'))
  expect(s.ask(second, simple, { type: 'extend', reason: 'hard' }, at('07-02'))?.code).toBe('clock.extensionUnknown')
  s.step(handler, simple, { type: 'sendCopy' }, at('07-02'))
  s.step(officer('zhou', 'reviewer'), simple, { type: 'answer', statement: 'a' }, at('07-03'))
  expect(s.summaryOf(simple)).toMatchObject({ dueOn: '2026-07-31', dueRule: 'REC-5s' })
})

test('while the procedure is stayed its clock stands, and nothing is decided', () => {
  const s = story()
  const mine = s.heard(s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26'), ['07-01', '07-02', '07-03'])
  s.step(handler, mine, { type: 'pause', ground: 'other_case', reason: 'a court decides first' }, at('07-06'))
  expect(s.summaryOf(mine).dueOn).toBeNull()
  expect(s.ask(handler, mine, { type: 'propose', outcome: 'upheld', ...ruling }, at('07-07'))?.code).toBe('reconsideration.alreadyPaused')
  s.step(handler, mine, { type: 'resume', reason: 'it did' }, at('07-16'))
  // Ten days stood still: 9 September instead of 30 August.
  expect(s.summaryOf(mine)).toMatchObject({ dueOn: '2026-09-09', dueRule: 'REC-5' })
})

test('the act stays in force unless one of the four cases of the law holds', () => {
  const s = story()
  const mine = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, mine, accept, at('07-01'))
  expect(s.ask(handler, mine, { type: 'suspendAct', ground: 'applicant', reason: 'r' }, at('07-02'))?.code).toBe(
    'reconsideration.suspensionNotAsked',
  )
  s.step(handler, mine, { type: 'suspendAct', ground: 'forum', reason: 'grave harm' }, at('07-02'))
  expect(s.caseOf(mine).actSuspension).toMatchObject({ ground: 'forum' })
  expect(s.ask(handler, mine, { type: 'suspendAct', ground: 'forum', reason: 'r' }, at('07-03'))?.code).toBe(
    'reconsideration.actAlreadySuspended',
  )
})

test('a hearing is told of five working days before, and led by its chair on that very day', () => {
  const s = story()
  const mine = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, mine, accept, at('07-01'))
  // Five working days before Thursday 9 July: 2 July.
  expect(s.ask(handler, mine, { type: 'scheduleHearing', heldOn: '2026-07-09', place: 'room 1' }, at('07-03'))?.code).toBe(
    'reconsideration.noticeTooShort',
  )
  expect(s.ask(handler, mine, { type: 'scheduleHearing', heldOn: '2027-01-20', place: 'room 1' }, at('07-02'))?.code).toBe(
    'reconsideration.calendarMissing',
  )
  s.step(chair, mine, { type: 'scheduleHearing', heldOn: '2026-07-09', place: 'room 1' }, at('07-02'))
  const held = { type: 'recordHearing', form: 'hearing', heldOn: '2026-07-09', record: 'minutes' } as const
  expect(s.ask(chair, mine, held, at('07-08'))?.code).toBe('reconsideration.hearingDateWrong')
  expect(s.ask(handler, mine, held, at('07-09'))?.code).toBe('reconsideration.chairNeeded')
  expect(s.ask(chair, mine, { ...held, heldOn: '2026-07-08' }, at('07-09'))?.code).toBe('reconsideration.hearingNotTold')
  s.step(chair, mine, held, at('07-09'))
  expect(s.caseOf(mine)).toMatchObject({ status: 'heard', heard: { form: 'hearing', by: 'ting' } })
})

test('nothing is proposed before the office has answered or let its time pass', () => {
  const s = story()
  const mine = s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26')
  s.step(handler, mine, accept, at('07-01'))
  s.step(handler, mine, { type: 'sendCopy' }, at('07-10'))
  s.step(handler, mine, { type: 'recordHearing', form: 'written', heldOn: '2026-07-13', record: 'r' }, at('07-13'))
  const propose = { type: 'propose', outcome: 'upheld', ...ruling }
  expect(s.ask(handler, mine, propose, at('07-24'))?.code).toBe('reconsideration.answerMissing')
  s.step(handler, mine, propose, at('07-27'))
})

test('two persons of the forum decide: nobody signs the own proposal, and a different outcome is returned', () => {
  const s = story()
  const mine = s.heard(s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26'), ['07-01', '07-02', '07-03'])
  expect(s.ask(second, mine, { type: 'decide', outcome: 'upheld' }, at('07-06'))?.code).toBe('reconsideration.proposalMissing')
  s.step(handler, mine, { type: 'propose', outcome: 'upheld', ...ruling }, at('07-06'))
  expect(s.ask(handler, mine, { type: 'decide', outcome: 'upheld' }, at('07-06'))?.code).toBe('case.dutyExcluded')
  expect(movesOpenTo(reconsideration, s.caseOf(mine), handler)).not.toContain('decide')
  expect(s.ask(second, mine, { type: 'decide', outcome: 'revoked' }, at('07-06'))?.code).toBe('reconsideration.proposalDiffers')
  s.step(second, mine, { type: 'returnProposal', reason: 'read it again' }, at('07-06'))
  expect(s.caseOf(mine)).toMatchObject({ proposal: null, rounds: [{ returned: 'read it again' }] })
  s.step(handler, mine, { type: 'propose', outcome: 'unlawful', ...ruling }, at('07-07'))
  s.step(second, mine, { type: 'decide', outcome: 'unlawful' }, at('07-07'))
  expect(s.caseOf(mine)).toMatchObject({ status: 'decided', decision: { proposedBy: 'fu', by: 'yi', actStands: true } })
  expect(reconsideration.moves.decide.stepUp).toBe(true)
})

test('only conditions are changed by the forum itself, only an intake is ordered', () => {
  const s = story()
  const mine = s.heard(s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26'), ['07-01', '07-02', '07-03'])
  const propose = (outcome: string, more: object = {}) =>
    s.ask(handler, mine, { type: 'propose', outcome, ...ruling, ...more }, at('07-06'))?.code
  expect(propose('changed', { conditions: [] })).toBe('reconsideration.outcomeNotForAct')
  expect(propose('upheld', { conditions: [] })).toBe('reconsideration.conditionsWithoutPurpose')
  expect(propose('ordered')).toBeUndefined()
})

test('its number is given with the first act of the forum, without a gap, and only the outcome is public', () => {
  const s = story()
  const [one, other] = [
    s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26'),
    s.applied(s.notAccepted('06-25'), 'nonAcceptance', '06-26'),
  ]
  expect(s.caseOf(one).number).toBeNull()
  s.step(handler, other, { type: 'notAccept', facts: 'f', basis: ['b'], reasons: 'r' }, at('06-29'))
  s.heard(one, ['07-01', '07-02', '07-03'])
  expect([s.caseOf(other).number, s.caseOf(one).number].map((number) => number?.slice(0, -1))).toEqual([
    'AGX-110000-25-2026-000001',
    'AGX-110000-25-2026-000002',
  ])
  expect([s.summaryOf(one).isPublic, s.summaryOf(other).isPublic]).toEqual([false, false])
  s.decided(one, 'upheld', '07-06')
  expect(s.summaryOf(one).isPublic).toBe(true)
  expect(s.caseOf(one).published).toMatchObject({ outcome: 'upheld', respondentId: 'cac', reason: ruling.publicReason })
  const letter = s.all('letter').find((each) => (each as Letter).template === 'reconsiderationDecision') as Letter
  expect(letter).toMatchObject({ authorityId: 'cac', remedies: [{ path: 'suit', periodRule: 'SUE-1a' }] })
  s.must(s.lead, 'letter', letter.id, { type: 'receive' }, at('07-08'))
  // Fifteen days after 8 July: Thursday 23 July.
  expect(s.state<Letter>(letter.id)?.remedies[0]?.dueOn).toBe('2026-07-23')
  expect(s.caseOf(one).decision?.deliveredAt).toBe(at('07-08'))
})
