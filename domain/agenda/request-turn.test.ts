// Whose turn a filing is while the company is asked for something or a hearing is called.
import { expect, test } from 'vitest'
import { movesOpenTo } from '#domain/case'
import { filing } from '#domain/filing/filing'
import { approver, both, day, officer, reviewer, story } from '#domain/filing/story'
import { turnFor } from './agenda.ts'

const admin = {
  personId: 'ada',
  name: both('ada'),
  posts: [{ role: 'system_admin' as const, authorityId: null, sectors: [], region: null, organisationId: null }],
}
const turnOf = (s: ReturnType<typeof story>, id: string, actor: typeof reviewer) =>
  turnFor('filing', s.of(id), { personId: actor.personId, moves: movesOpenTo(filing, s.of(id), actor), ownerId: null })

test('while the company has time to answer nobody is asked to decide; afterwards the answer is read', () => {
  const s = story()
  const id = s.concurred(s.placed())
  expect(turnOf(s, id, reviewer)).toMatchObject({ command: 'recommend' })
  s.step(reviewer, id, { type: 'ask', kindId: 'RK-01', request: 'q' }, day(10))
  expect(turnOf(s, id, reviewer)).toBeNull()
  s.step(s.lead, id, { type: 'answer', no: 1, reply: 'a' }, day(11))
  expect(turnOf(s, id, reviewer)).toMatchObject({ command: 'recommend', why: 'filing.requestAnswered', facts: { number: 'REQ-1' } })
})

test('a called hearing is the turn of its chair, and of the approver while the chair is challenged', () => {
  const s = story()
  const id = s.recommended()
  const personId = s.must(admin, 'person', null, { type: 'create', names: both('ting'), organisationId: null }, day(2))
  const post = { role: 'hearing_chair', authorityId: 'cac', sectors: ['*'], region: '110000', reason: 'appointed' }
  s.must(admin, 'person', personId, { type: 'appoint', ...post }, day(2))
  const chair = officer(personId, 'hearing_chair')
  expect(turnOf(s, id, approver)).toMatchObject({ command: 'decide' })
  const hearing = { calledFor: 'authority', why: 'w', heldOn: '2026-11-20', startsAt: '09:30', venue: 'v', chairId: personId }
  s.step(reviewer, id, { type: 'callHearing', ...hearing }, day(10))
  expect(turnOf(s, id, approver)).toBeNull()
  expect(turnOf(s, id, chair)).toMatchObject({ command: 'holdHearing', why: 'filing.hearingSet', dueOn: '2026-11-20' })
  s.step(s.lead, id, { type: 'challengeChair', reason: 'r' }, day(10))
  expect(turnOf(s, id, chair)).toBeNull()
  expect(turnOf(s, id, approver)).toMatchObject({ command: 'replaceChair', why: 'filing.chairChallenged' })
})
