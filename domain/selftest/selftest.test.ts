// The rules of a self-test, given people who ask: what may be signed, what a challenge needs, and what the end of the low lane means elsewhere.
import { expect, test } from 'vitest'
import { movesOpenTo, systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { obstacle } from '../deployment/guard.ts'
import { adverse, member, officer, stage } from './cast.ts'
import { selftest } from './selftest.ts'
import type { Selftest } from './state.ts'

const reviewer = officer('reviewer', 'reviewer')
const approver = officer('approver', 'approver')
const challenge = {
  type: 'challenge',
  items: [{ itemId: 'SC-03', finding: 'the stop was not tried' }],
  facts: 'f',
  basis: ['b'],
  reasons: 'r',
}
const escalate = (ground: string) => ({ type: 'escalate', ground, ...adverse, publicReason: { zh: 'r', en: 'r' } })

test('a self-test is signed with every item answered, and holds for half a year', () => {
  const s = stage()
  const id = s.signed()
  const state = s.w.state<Selftest>(id) as Selftest
  expect(state).toMatchObject({
    status: 'signed',
    lane: 'low',
    signedOn: '2026-03-02',
    validUntil: '2026-09-02',
    checklistVersion: '2026.1',
  })
  expect(state.number).toMatch(/^AGS-110000-24-2026-000001[0-9A-Z]$/)
  expect(selftest.summary(state, shippedCatalogue)).toMatchObject({ isPublic: true, lane: 'low', tier: 1, dueOn: '2026-09-02' })
})

test('an item without an answer, not met, or tested on a day to come keeps it from being signed', () => {
  const s = stage()
  const id = s.drafted()
  const answer = { itemId: 'SC-01', answer: 'met', evidence: 'e', performedOn: '2026-03-03' }
  s.ask(s.filer, 'selftest', id, { type: 'describe', answers: [answer] })
  expect(s.ask(s.lead, 'selftest', id, { type: 'sign' }).refusal).toEqual({
    code: 'selftest.pastTestDayNeeded',
    facts: { items: ['SC-01'] },
  })
  s.ask(s.filer, 'selftest', id, { type: 'describe', answers: [{ ...answer, answer: 'not_met', performedOn: '2026-03-01' }] })
  expect(s.code(s.lead, 'selftest', id, { type: 'sign' })).toBe('selftest.itemsNotMet')
  // A flag that holds asks its own item too.
  s.ask(s.filer, 'selftest', id, { type: 'describe', declared: { ...s.declared, flags: ['publicFacing'] } })
  expect(s.ask(s.lead, 'selftest', id, { type: 'sign' }).refusal).toMatchObject({
    code: 'selftest.answersMissing',
    facts: { items: ['SC-07'] },
  })
})

test('what the rules place in another lane is filed, not self-tested', () => {
  const s = stage()
  const id = s.drafted(s.start, { declared: { ...s.declared, flags: ['careOfPersons'] } })
  expect(s.ask(s.lead, 'selftest', id, { type: 'sign' }).refusal).toMatchObject({ code: 'selftest.filingNeeded', facts: { lane: 'key' } })
  const health = s.drafted(s.start, { sector: 'health', scenario: 26 })
  expect(s.code(s.lead, 'selftest', health, { type: 'sign' })).toBe('selftest.filingNeeded')
})

test('whoever fills in does not sign; a stranger sees no draft; the same version is not signed twice', () => {
  const s = stage()
  const id = s.drafted()
  expect(s.code(s.filer, 'selftest', id, { type: 'sign' })).toBe('case.notYours')
  expect(s.code(reviewer, 'selftest', id, challenge)).toBe('case.notYours')
  expect(s.code(member('x', 'other', 'compliance_lead'), 'selftest', id, { type: 'sign' })).toBe('case.notYours')
  s.ask(s.lead, 'selftest', id, { type: 'sign' })
  const again = s.drafted()
  expect(s.code(s.lead, 'selftest', again, { type: 'sign' })).toBe('selftest.alreadySigned')
})

test('a challenge names answered items, and what is challenged cannot be withdrawn', () => {
  const s = stage()
  const id = s.signed()
  expect(s.code(reviewer, 'selftest', id, { ...challenge, items: [{ itemId: 'SC-10', finding: 'f' }] })).toBe('selftest.answeredItemNeeded')
  expect(s.code(reviewer, 'selftest', id, challenge)).toBeNull()
  expect(s.code(s.lead, 'selftest', id, { type: 'withdraw', reason: 'r' })).toBe('case.wrongStatus')
  expect(movesOpenTo(selftest, s.w.state(id) as Selftest, s.lead)).toEqual(expect.arrayContaining(['describe', 'correct']))
})

test('a correction answers every challenged item anew', () => {
  const s = stage()
  const id = s.signed()
  s.ask(reviewer, 'selftest', id, challenge)
  const correct = { type: 'correct', statement: 'tested again' }
  expect(s.ask(s.lead, 'selftest', id, correct, '2026-03-04T09:00:00+08:00').refusal).toEqual({
    code: 'selftest.newAnswersNeeded',
    facts: { items: ['SC-03'] },
  })
  const answers = [{ itemId: 'SC-03', answer: 'met', evidence: 'stopped 20 of 20 times', performedOn: '2026-03-04' }]
  s.ask(s.filer, 'selftest', id, { type: 'describe', answers }, '2026-03-04T09:00:00+08:00')
  expect(s.code(s.lead, 'selftest', id, correct, '2026-03-04T10:00:00+08:00')).toBeNull()
  const state = s.w.state<Selftest>(id) as Selftest
  expect(state.revisions.map((one) => one.no)).toEqual([1, 2])
  expect(state.revisions[0]?.hash).not.toBe(state.revisions[1]?.hash)
  expect(s.code(reviewer, 'selftest', id, { type: 'confirm', reasons: 'r' }, '2026-03-05T10:00:00+08:00')).toBeNull()
})

test('the time to correct runs from delivery of the challenge, for ten working days', () => {
  const s = stage()
  const id = s.signed()
  s.ask(reviewer, 'selftest', id, challenge)
  const letter = s.w.all('letter').find((one: any) => one.template === 'selfTestChallenge') as any
  expect(selftest.summary(s.w.state(id) as Selftest, shippedCatalogue).dueOn).toBeNull()
  s.ask(s.lead, 'letter', letter.id, { type: 'receive' }, '2026-03-03T09:00:00+08:00')
  // 3 March is a Tuesday and does not count: ten working days later is Tuesday 17 March.
  expect(selftest.summary(s.w.state(id) as Selftest, shippedCatalogue)).toMatchObject({ dueOn: '2026-03-17', dueRule: 'SFT-1' })
  expect(s.code(approver, 'selftest', id, escalate('not_corrected'), '2026-03-17T20:00:00+08:00')).toBe('selftest.clockStillRunning')
  expect(s.code(approver, 'selftest', id, escalate('not_corrected'), '2026-03-18T00:00:00+08:00')).toBeNull()
})

test('the low lane is ended by another person than the challenger', () => {
  const s = stage()
  const id = s.signed()
  const both = officer('both', 'reviewer', 'approver')
  s.ask(both, 'selftest', id, challenge)
  expect(s.code(both, 'selftest', id, escalate('wrong_lane'))).toBe('case.dutyExcluded')
  expect(s.code(approver, 'selftest', id, escalate('correction_insufficient'))).toBe('selftest.correctionNeeded')
  expect(s.code(approver, 'selftest', id, escalate('wrong_lane'))).toBeNull()
  expect(s.w.all('letter').some((one: any) => one.template === 'selfTestEscalation' && one.remedies.length === 2)).toBe(true)
})

test('once ended, the low lane comes back neither by a self-test nor for a deployment', () => {
  const s = stage()
  const id = s.signed()
  s.ask(reviewer, 'selftest', id, challenge)
  s.ask(approver, 'selftest', id, escalate('wrong_lane'))
  const again = s.drafted(s.start, { version: '2.0.0' })
  expect(s.code(s.lead, 'selftest', again, { type: 'sign' })).toBe('selftest.laneLost')
  const tier = { scenario: 24, revisionHash: 'r', lane: 'low' }
  const filing: any = {
    status: 'filed',
    history: null,
    decision: { versionHash: 'v', revisionHash: 'r' },
    sector: 'commerce',
    scenarios: [24],
    tiers: [tier],
  }
  const running = { sector: 'commerce', clause: 24 as const, versionHash: 'v', users: 1, regions: [], on: '2026-03-02' }
  const code = (lane: string, selftests: readonly Selftest[]) => {
    const fault = obstacle({ filing: { ...filing, tiers: [{ ...tier, lane }] }, selftests }, running)
    return fault && !fault.granted ? fault.refusal.code : null
  }
  const lost = [s.w.state<Selftest>(id) as Selftest]
  expect(code('low', lost)).toBe('deployment.lowLaneLost')
  expect(code('key', lost)).toBe('deployment.openingNotOpen')
  expect(code('low', [])).toBe('deployment.openingNotOpen')
})

test('it expires at the end of its last day, and by the clock alone', () => {
  const s = stage()
  const id = s.signed()
  const lapse = selftest.summary(s.w.state(id) as Selftest, shippedCatalogue).lapse
  expect(lapse).toEqual({ at: '2026-09-03T00:00:00+08:00', command: 'expire' })
  expect(s.w.ask(systemActor, 'selftest', id, { type: 'expire' }, '2026-09-03T00:00:00+08:00').refusal).toBeNull()
  expect(s.w.state<Selftest>(id)).toMatchObject({ status: 'expired', lane: null, tombstone: { because: 'expired', on: '2026-09-02' } })
})

test('a platform speaks for its own listing only, and confirms that it took down what holds no longer', () => {
  const s = stage()
  const id = s.signed()
  const verify = { type: 'verifyListing', platformId: s.platform, finding: 'agrees', checkedOn: '2026-03-02' }
  expect(s.code(member('y', 'other', 'platform_operator'), 'selftest', id, verify)).toBe('case.notYours')
  expect(s.code(s.operator, 'selftest', id, { ...verify, platformId: 'other' })).toBe('selftest.ownListingNeeded')
  expect(s.code(s.operator, 'selftest', id, { ...verify, checkedOn: '2026-03-09' })).toBe('selftest.pastDayNeeded')
  expect(s.code(s.operator, 'selftest', id, verify)).toBeNull()
  s.ask(s.lead, 'selftest', id, { type: 'withdraw', reason: 'r' })
  expect(s.code(s.operator, 'selftest', id, { type: 'takeDown', platformId: s.platform, takenDownOn: '2026-03-02' })).toBeNull()
  expect(s.w.state<Selftest>(id)?.listings).toEqual([
    { platformId: s.platform, finding: 'agrees', checkedOn: '2026-03-02', note: '', takenDownOn: '2026-03-02' },
  ])
})
