// The hearing: notice counted back, its chair, its minutes, and the time that it takes off the clock.
import { expect, test } from 'vitest'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import type { Letter } from '#domain/letter/letter'
import { filing } from './filing.ts'
import { approver, both, day, intake, officer, reasons, reviewer, story } from './story.ts'

const on = (date: string): string => `2026-${date}T10:00:00+08:00`
const admin = {
  personId: 'ada',
  name: both('ada'),
  posts: [{ role: 'system_admin' as const, authorityId: null, sectors: [], region: null, organisationId: null }],
}
const minutes = { attachmentId: 'm', sha256: 'a'.repeat(64), name: 'minutes.pdf', size: 10, type: 'pdf' }
const held = { type: 'holdHearing', minutes, signedBy: ['Wang Fang', 'Li Wen'], findings: 'both sides were heard' }

const staged = () => {
  const s = story()
  const chair = (name: string, role = 'hearing_chair') => {
    const personId = s.must(admin, 'person', null, { type: 'create', names: both(name), organisationId: null }, '2026-09-01T09:00:00+08:00')
    s.must(
      admin,
      'person',
      personId,
      {
        type: 'appoint',
        role,
        authorityId: 'cac-110000',
        sectors: ['*'],
        region: '110000',
        organisationId: null,
        fromOn: null,
        toOn: null,
        reason: 'r',
      },
      '2026-09-01T09:00:00+08:00',
    )
    return personId
  }
  const [first, second] = [chair('ting'), chair('song')]
  const call = (heldOn: string, more: object = {}) => ({
    type: 'callHearing',
    calledFor: 'authority',
    why: 'the interest of pupils',
    heldOn,
    startsAt: '09:30',
    venue: 'room 2',
    chairId: first,
    ...more,
  })
  return { ...s, first, second, chair, call }
}
/** Accepted on Monday 14 September 2026; due on Friday 30 October. */
const inReview = (s: ReturnType<typeof staged>): string => {
  const id = s.draft()
  s.step(s.representative, id, { type: 'submit' }, on('09-11'))
  s.step(intake, id, { type: 'accept' }, on('09-14'))
  s.step(reviewer, id, { type: 'startReview' }, on('09-15'))
  return id
}
const dueOf = (s: ReturnType<typeof staged>, id: string) => filing.summary(s.of(id), shippedCatalogue).dueOn

test('notice is given seven working days ahead, counted back over the holiday', () => {
  const s = staged()
  const id = inReview(s)
  // Back from 30 September: 29, 28, 24, 23, 22, 21, and Sunday the 20th, which is made up.
  expect(s.ask(reviewer, id, s.call('2026-09-30'), on('09-21'))).toMatchObject({
    code: 'filing.noticeTooShort',
    facts: { last: '2026-09-20' },
  })
  expect(s.ask(reviewer, id, s.call('2026-10-05'), on('09-21'))).toMatchObject({ code: 'filing.workingDayNeeded' })
  expect(s.ask(reviewer, id, s.call('2027-01-11'), on('09-21'))).toMatchObject({ code: 'filing.calendarMissing' })
  expect(s.ask(reviewer, id, s.call('2026-10-08'), on('09-21'))).toBeNull()
  expect(s.ask(reviewer, id, s.call('2026-10-09'), on('09-21'))).toMatchObject({ code: 'filing.hearingCalled' })
})

test('the time from the notice to the hearing is not counted, however late the minutes come', () => {
  const s = staged()
  const id = inReview(s)
  expect(dueOf(s, id)).toBe('2026-10-30')
  s.step(reviewer, id, s.call('2026-10-08'), on('09-21'))
  expect(dueOf(s, id)).toBeNull()
  const chair = officer(s.first, 'hearing_chair')
  expect(s.ask(chair, id, held, on('09-30'))).toMatchObject({ code: 'filing.hearingNotYet' })
  s.step(chair, id, held, on('10-12'))
  // 21, 22, 23, 24, 28, 29 and 30 September: seven working days after 30 October.
  expect(dueOf(s, id)).toBe('2026-11-10')
})

test('a hearing that is dropped frees the clock at once, and another may be called', () => {
  const s = staged()
  const id = inReview(s)
  s.step(reviewer, id, s.call('2026-10-08'), on('09-21'))
  s.step(reviewer, id, { type: 'dropHearing', reason: 'the applicant withdrew the question' }, on('09-23'))
  // 21 and 22 September.
  expect(dueOf(s, id)).toBe('2026-11-03')
  expect(s.ask(reviewer, id, s.call('2026-10-12'), on('09-23'))).toBeNull()
  expect(s.of(id).hearings.map(({ no, dropped }) => [no, dropped !== null])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('who asks for a hearing asks within five working days of being told, and it is held within twenty of the asking', () => {
  const s = staged()
  const id = inReview(s)
  const asked = (toldOn: string | null, askedOn: string | null, heldOn: string) =>
    s.ask(reviewer, id, s.call(heldOn, { calledFor: 'interested', toldOn, askedOn }), on('09-24'))
  expect(asked(null, null, '2026-10-12')).toMatchObject({ code: 'filing.hearingDatesMissing' })
  // Told on Tuesday the 15th: 16, 17, 18, 20 and 21.
  expect(asked('2026-09-15', '2026-09-22', '2026-10-12')).toMatchObject({ code: 'filing.hearingAskedLate' })
  // Asked on Monday the 21st: 22, 23, 24, 28, 29, 30 September, 8, 9, 10, 12 to 16, 19 to 23, 26 October.
  expect(asked('2026-09-15', '2026-09-21', '2026-10-27')).toMatchObject({ code: 'filing.hearingTooLate', facts: { dueOn: '2026-10-26' } })
  expect(asked('2026-09-15', '2026-09-21', '2026-10-26')).toBeNull()
})

test('the chair has had no part in the case and holds that post', () => {
  const s = staged()
  const id = inReview(s)
  const other = s.chair('not a chair', 'reviewer')
  expect(s.ask(reviewer, id, s.call('2026-10-12', { chairId: other }), on('09-21'))).toMatchObject({ code: 'filing.chairNeeded' })
  const both = { ...reviewer, personId: s.first }
  s.step(both, id, { type: 'placeInTier', placements: [{ scenario: 25, lane: 'sensitive', reason: 'r' }] }, on('09-16'))
  expect(s.ask(reviewer, id, s.call('2026-10-12'), on('09-21'))).toMatchObject({ code: 'filing.otherChairNeeded' })
  s.step(reviewer, id, s.call('2026-10-12', { chairId: s.second }), on('09-21'))
  expect(s.ask(officer(s.first, 'hearing_chair'), id, held, on('10-12'))).toMatchObject({ code: 'case.dutyExcluded' })
})

test('the company challenges the chair once; until another is put in the place nobody holds the hearing', () => {
  const s = staged()
  const id = inReview(s)
  s.step(reviewer, id, s.call('2026-10-08'), on('09-21'))
  s.step(s.lead, id, { type: 'challengeChair', reason: 'a relative of a competitor' }, on('09-22'))
  expect(s.ask(s.lead, id, { type: 'challengeChair', reason: 'again' }, on('09-22'))).toMatchObject({
    code: 'filing.chairChallengedBefore',
  })
  expect(s.ask(officer(s.first, 'hearing_chair'), id, held, on('10-08'))).toMatchObject({ code: 'filing.chairChallenged' })
  expect(s.ask(approver, id, { type: 'replaceChair', chairId: s.first }, on('09-23'))).toMatchObject({ code: 'filing.otherChairNeeded' })
  s.step(approver, id, { type: 'replaceChair', chairId: s.second }, on('09-23'))
  expect(s.ask(officer(s.first, 'hearing_chair'), id, held, on('10-08'))).toMatchObject({ code: 'filing.chairNotYou' })
  expect(s.ask(officer(s.second, 'hearing_chair'), id, held, on('10-08'))).toBeNull()
})

test('nothing is decided over a called hearing, and the decision carries the minutes of the one that was held', () => {
  const s = staged()
  const id = s.recommended()
  s.step(reviewer, id, s.call('2026-11-20'), day(10))
  const decide = { type: 'decide', outcome: 'file', reasons }
  expect(s.ask(approver, id, decide, day(11))).toMatchObject({ code: 'filing.minutesNeeded', facts: { heldOn: '2026-11-20' } })
  s.step(officer(s.first, 'hearing_chair'), id, held, day(20))
  // What was recommended before the hearing was not recommended on its minutes.
  expect(s.ask(approver, id, decide, day(20))).toMatchObject({ code: 'filing.recommendationMissing' })
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(20))
  s.step(approver, id, decide, day(20))
  expect(s.of(id).decision?.minutes).toEqual({ no: 1, heldOn: '2026-11-20', sha256: minutes.sha256 })
  const letter = (s.all('letter') as Letter[]).findLast(({ template }) => template === 'decision')
  expect(letter?.facts).toMatchObject({ heard: 'yes', heardOn: '2026-11-20', minutes: minutes.sha256 })
})
