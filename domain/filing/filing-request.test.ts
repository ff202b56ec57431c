// Requests to the filer: numbered, opened field by field, counted by their kind, answered or not, and the clock that only the law may stop.
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { systemActor } from '#domain/case'
import { RequestKind, requestProcedures, stoppingProcedures } from '#domain/catalogue/request-kind'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import type { Letter } from '#domain/letter/letter'
import { filing } from './filing.ts'
import { answerDueOn, openRequests } from './request.ts'
import { approver, day, intake, reasons, reviewer, story } from './story.ts'

const on = (date: string): string => `2026-${date}T10:00:00+08:00`
const summaryOf = (s: ReturnType<typeof story>, id: string) => filing.summary(s.of(id), shippedCatalogue)
/** Accepted on Monday 14 September 2026: thirty working days end on Friday 30 October, over two holidays and two made-up days of rest. */
const inReview = (s: ReturnType<typeof story>): string => {
  const id = s.draft()
  s.step(s.representative, id, { type: 'submit' }, on('09-11'))
  s.step(intake, id, { type: 'accept' }, on('09-14'))
  s.step(reviewer, id, { type: 'startReview' }, on('09-15'))
  return id
}
const asked = (kindId: string, more: object = {}) => ({ type: 'ask', kindId, request: 'say more', ...more })
const outcome = { memory: { ...specimenVersion.memory, retentionDays: 7 } }

test('a kind stops the clock exactly when the law takes its time out: testing, hearing, expert review', () => {
  const [kind] = shippedCatalogue.requests.items
  for (const procedure of requestProcedures)
    for (const stopsClock of [true, false]) {
      const lawful = (stoppingProcedures as readonly string[]).includes(procedure) === stopsClock
      expect(RequestKind.safeParse({ ...kind, procedure, stopsClock }).success, `${procedure} ${stopsClock}`).toBe(lawful)
    }
  for (const item of shippedCatalogue.requests.items) expect(item.stopsClock).toBe(item.procedure !== 'information')
})

test('every field that a shipped kind opens is a field of the form', () => {
  const s = story()
  const [revision] = s.of(s.submitted()).revisions
  for (const field of shippedCatalogue.requests.items.flatMap((item) => item.fields)) {
    if (field === 'documents') continue
    const [, key = ''] = field.startsWith('/') ? field.split('/') : field.split('.')
    expect(Object.keys((field.startsWith('/') ? revision?.content : revision?.use) ?? {}), field).toContain(key)
  }
})

test('a request for information leaves the clock as it runs; its days begin with its delivery', () => {
  const s = story()
  const id = inReview(s)
  expect(summaryOf(s, id).dueOn).toBe('2026-10-30')
  s.step(reviewer, id, asked('RK-02'), on('09-16'))
  expect(summaryOf(s, id)).toMatchObject({ dueOn: '2026-10-30', lapse: null })
  const [request] = s.of(id).requests
  expect(request).toMatchObject({ no: 1, fields: ['/authorityMatrix'], status: 'open', deliveredAt: null })
  s.open(id, 'request', on('09-21'))
  // 22, 23, 24, 28, 29, 30 September, 8, 9, 10 (made up) and 12 October.
  expect(answerDueOn(s.of(id).requests[0]!, shippedCatalogue.calendar)).toBe('2026-10-12')
  expect(summaryOf(s, id)).toMatchObject({ dueOn: '2026-10-30', lapse: { at: '2026-10-13T00:00:00+08:00', command: 'noteSilence' } })
})

test('calendar days run through the holiday, and an end within it moves to the first day after', () => {
  const s = story()
  const id = inReview(s)
  s.step(reviewer, id, asked('RK-05'), on('09-23'))
  s.open(id, 'request', on('09-24'))
  expect(answerDueOn(s.of(id).requests[0]!, shippedCatalogue.calendar)).toBe('2026-10-08')
})

test('an expert review stops the clock from the asking to the answer', () => {
  const s = story()
  const id = inReview(s)
  s.step(reviewer, id, asked('RK-08'), on('09-16'))
  expect(summaryOf(s, id).dueOn).toBeNull()
  s.step(s.lead, id, { type: 'answer', no: 1, reply: 'the experts have it' }, on('09-22'))
  // 16, 17, 18, 20 (made up) and 21 September are taken off: five working days after 30 October.
  expect(summaryOf(s, id).dueOn).toBe('2026-11-06')
})

test('a clock that a test stops too runs only when both have ended', () => {
  const s = story()
  const id = inReview(s)
  s.step(reviewer, id, asked('RK-07'), on('09-16'))
  s.step(reviewer, id, { type: 'requestTest', testItemIds: ['TI-01'] }, on('09-17'))
  s.step(s.lead, id, { type: 'answer', no: 1, reply: 'the account is ready' }, on('09-18'))
  expect(summaryOf(s, id).dueOn).toBeNull()
  const obligationId = s.of(id).obligationIds[0]!
  s.step(systemActor, id, { type: 'noteTest', obligationId, testItemIds: ['TI-01'], outcome: 'accepted' }, on('09-21'))
  // 16, 17, 18 and 20 September.
  expect(summaryOf(s, id).dueOn).toBe('2026-11-05')
})

test('what a correction notice asked for is not asked for again', () => {
  const s = story()
  const id = s.submitted()
  s.step(intake, id, { type: 'requestCorrection', items: [{ section: 'data', path: null, what: 'w', basis: 'b' }] }, day(3))
  s.step(s.filer, id, { type: 'describe', content: outcome }, day(4))
  s.step(s.representative, id, { type: 'resubmit' }, day(4))
  s.step(intake, id, { type: 'accept' }, day(5))
  s.step(reviewer, id, { type: 'startReview' }, day(5))
  expect(s.ask(reviewer, id, asked('RK-04'), day(6))).toMatchObject({ code: 'filing.alreadyAsked' })
  expect(s.ask(reviewer, id, asked('RK-03'), day(6))).toBeNull()
})

test('an answer signs a new revision of what was opened, and nothing else', () => {
  const s = story()
  const id = s.placed()
  s.step(reviewer, id, asked('RK-04', { fields: ['/memory'] }), day(5))
  const answer = (more: object) => ({ type: 'answer', no: 1, ...more })
  expect(s.ask(s.representative, id, answer({ content: { purpose: 'another' } }), day(6))).toMatchObject({
    code: 'filing.fieldNotUnlocked',
  })
  expect(s.ask(s.representative, id, answer({ content: { dataCategories: [] } }), day(6))).toMatchObject({
    code: 'filing.fieldNotUnlocked',
  })
  expect(s.ask(s.lead, id, answer({ content: outcome }), day(6))).toMatchObject({ code: 'filing.representativeNeeded' })
  expect(s.ask(s.representative, id, answer({}), day(6))).toMatchObject({ code: 'filing.answerEmpty' })
  const before = s.of(id)
  s.step(s.representative, id, answer({ content: outcome, reply: 'seven days' }), day(6))
  const after = s.of(id)
  expect(after.revisions).toHaveLength(2)
  expect(after.revisions[1]?.content).toEqual({ ...before.revisions[0]?.content, ...outcome })
  expect(after.requests[0]).toMatchObject({
    status: 'answered',
    answer: { changed: ['/memory/retentionDays'], revisionHash: after.revisionHash },
  })
  expect(s.ask(s.representative, id, answer({ reply: 'again' }), day(6))).toMatchObject({ code: 'filing.requestClosed' })
})

test('words answer without signing what the draft has changed elsewhere', () => {
  const s = story()
  const id = s.placed()
  s.step(reviewer, id, asked('RK-01'), day(5))
  s.step(s.filer, id, { type: 'describe', content: { purpose: 'a later thought' } }, day(5))
  s.step(s.lead, id, { type: 'answer', no: 1, reply: 'because' }, day(6))
  expect(s.of(id)).toMatchObject({ requests: [{ status: 'answered', answer: { revisionHash: null, text: 'because' } }] })
  expect(s.of(id).revisions).toHaveLength(1)
})

test('silence means what the kind says: on the file, a reminder, or the end', () => {
  const s = story()
  const id = inReview(s)
  s.step(reviewer, id, asked('RK-01'), on('09-15'))
  s.step(reviewer, id, asked('RK-07'), on('09-15'))
  for (const letter of s.all('letter') as Letter[])
    if (letter.template === 'request') s.must(s.lead, 'letter', letter.id, { type: 'receive' }, on('09-15'))
  const silent = (at: string) => s.ask(systemActor, id, { type: 'noteSilence' }, at)
  // Five working days after the fifteenth: 16, 17, 18, 20, 21 September.
  expect(silent('2026-09-21T23:59:59+08:00')).toMatchObject({ code: 'filing.clockStillRunning' })
  expect(silent('2026-09-22T00:00:00+08:00')).toBeNull()
  expect(s.of(id).requests).toMatchObject([{ status: 'silent' }, { status: 'open', remindedAt: null }])
  expect(s.ask(s.lead, id, { type: 'answer', no: 1, reply: 'late' }, on('09-22'))).toMatchObject({ code: 'filing.requestClosed' })
  // Ten: 22, 23, 24, 28, 29 September too. The stop ends with the time to answer; the request stays open.
  expect(summaryOf(s, id).dueOn).toBeNull()
  expect(silent('2026-09-30T00:00:00+08:00')).toBeNull()
  expect(summaryOf(s, id)).toMatchObject({ lapse: null })
  expect(summaryOf(s, id).dueOn).not.toBeNull()
  expect(openRequests(s.of(id)).map(({ no }) => no)).toEqual([2])
  expect((s.all('letter') as Letter[]).filter(({ template }) => template === 'requestReminder')).toHaveLength(1)
  s.step(s.lead, id, { type: 'answer', no: 2, reply: 'here' }, on('10-09'))

  s.step(reviewer, id, asked('RK-09'), on('10-12'))
  s.open(id, 'request', on('10-12'))
  expect(silent('2026-10-27T00:00:00+08:00')).toBeNull()
  expect(s.of(id)).toMatchObject({ status: 'lapsed', clocks: { 'FIL-4': { endedAt: '2026-10-27T00:00:00+08:00' } } })
})

test('nothing is decided while the company has time to answer; a request may be taken back', () => {
  const s = story()
  const id = s.recommended()
  s.step(reviewer, id, asked('RK-01'), day(10))
  expect(s.ask(reviewer, id, asked('RK-01'), day(10))).toMatchObject({ code: 'filing.requestStillOpen', facts: { number: 'REQ-1' } })
  const decide = { type: 'decide', outcome: 'file', reasons }
  expect(s.ask(approver, id, decide, day(11))).toMatchObject({ code: 'filing.answerAwaited' })
  s.step(reviewer, id, { type: 'withdrawRequest', no: 1, reason: 'found on file' }, day(11))
  expect(s.ask(approver, id, decide, day(11))).toBeNull()
})
