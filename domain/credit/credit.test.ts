// A credit record rests on a decision, has two persons, is public for its period and no longer, and can be repaired.
import { expect, test } from 'vitest'
import { systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { present } from '#domain/permission'
import { adverse, officer, remedies, stage } from '#domain/selftest/cast'
import { type Credit, credit } from './credit.ts'

const [reviewer, second, approver] = [officer('reviewer', 'reviewer'), officer('second', 'reviewer'), officer('approver', 'approver')]
const both = officer('both', 'reviewer', 'approver')
const words = { zh: 'what happened', en: 'what happened' }

const escalated = () => {
  const s = stage()
  const id = s.signed()
  const create = {
    type: 'create',
    organisationId: s.company,
    creditKind: 'false_self_test',
    severity: 'light',
    source: { kind: 'selftest', id },
    facts: 'f',
    basis: ['b'],
    reasons: 'r',
    publicText: words,
  }
  const early = s.code(reviewer, 'credit', null, create)
  s.ask(reviewer, 'selftest', id, { type: 'challenge', items: [{ itemId: 'SC-03', finding: 'f' }], facts: 'f', basis: ['b'], reasons: 'r' })
  s.ask(approver, 'selftest', id, { type: 'escalate', ground: 'wrong_lane', ...adverse, publicReason: words })
  return { ...s, id, create, early }
}
const recorded = () => {
  const s = escalated()
  const { id } = s.ask(reviewer, 'credit', null, s.create)
  s.ask(approver, 'credit', id, { type: 'record', remedies })
  return { ...s, credit: id, now: () => s.w.state<Credit>(id) as Credit }
}

test('a record rests on a decision about the company, once for each kind', () => {
  const s = escalated()
  expect(s.early).toBe('credit.decisionNeeded')
  expect(s.code(reviewer, 'credit', null, { ...s.create, source: { kind: 'filing', id: 'none' } })).toBe('credit.sourceMissing')
  expect(s.code(reviewer, 'credit', null, { ...s.create, organisationId: s.platform })).toBe('credit.sourceMissing')
  expect(s.code(reviewer, 'credit', null, s.create)).toBeNull()
  expect(s.code(reviewer, 'credit', null, s.create)).toBe('credit.alreadyRecorded')
  expect(s.code(reviewer, 'credit', null, { ...s.create, creditKind: 'misuse' })).toBeNull()
})

test('whoever proposes a record does not make it, and the public sees no proposal', () => {
  const s = escalated()
  const { id } = s.ask(both, 'credit', null, s.create)
  expect(s.code(both, 'credit', id, { type: 'record', remedies })).toBe('case.dutyExcluded')
  expect(credit.summary(s.w.state(id) as Credit, shippedCatalogue).isPublic).toBe(false)
  expect(s.code(approver, 'credit', id, { type: 'record', remedies })).toBeNull()
  expect(s.w.all('letter').some((one: any) => one.template === 'creditRecorded' && one.remedies.length === 2)).toBe(true)
})

test('a record is public for its period and then leaves nothing that names the company', () => {
  const s = recorded()
  const seen = () =>
    JSON.stringify([
      present(s.now(), credit.fields, 'public'),
      credit.summary(s.now(), shippedCatalogue),
      credit.links?.(s.now()).organisation,
    ])
  expect(s.now()).toMatchObject({ status: 'recorded', publicFrom: '2026-03-02', publicUntil: '2026-06-02' })
  expect(seen()).toContain(s.company)
  expect(s.w.ask(systemActor, 'credit', s.credit, { type: 'end' }, '2026-06-02T23:59:00+08:00').refusal?.code).toBe('credit.stillPublic')
  expect(credit.summary(s.now(), shippedCatalogue).lapse).toEqual({ at: '2026-06-03T00:00:00+08:00', command: 'end' })
  expect(s.w.ask(systemActor, 'credit', s.credit, { type: 'end' }, '2026-06-03T00:00:00+08:00').refusal).toBeNull()
  expect(s.now().tombstone).toEqual({ because: 'ended', on: '2026-06-02' })
  expect(seen()).not.toContain(s.company)
  expect(seen()).not.toContain('company 000001')
  expect(credit.summary(s.now(), shippedCatalogue).isPublic).toBe(true)
  // The log outlives the record, so it never named anybody.
  for (const entry of s.w.log().filter((one) => one.kind === 'credit'))
    expect(JSON.stringify(credit.publicFacts?.(entry.event as never, s.now()))).not.toContain(s.company)
})

test('a repair is assessed by one officer and decided by another; a refusal names its remedies', () => {
  const s = recorded()
  s.ask(s.lead, 'credit', s.credit, { type: 'applyRepair', statement: 'put right' })
  s.ask(both, 'credit', s.credit, { type: 'assessRepair', outcome: 'refused', reasons: 'r' })
  const decide = { type: 'decideRepair', outcome: 'refused', ...adverse }
  expect(s.code(both, 'credit', s.credit, decide)).toBe('case.dutyExcluded')
  expect(s.code(approver, 'credit', s.credit, { ...decide, remedies: null })).toBe('credit.remediesMissing')
  expect(s.code(approver, 'credit', s.credit, decide)).toBeNull()
  expect(s.now()).toMatchObject({ status: 'recorded', published: { creditKind: 'false_self_test' } })
  s.ask(s.lead, 'credit', s.credit, { type: 'applyRepair', statement: 'put right again' })
  s.ask(second, 'credit', s.credit, { type: 'assessRepair', outcome: 'granted', reasons: 'r' })
  expect(s.code(approver, 'credit', s.credit, { ...decide, outcome: 'granted' })).toBeNull()
  expect(s.now()).toMatchObject({ status: 'repaired', published: null, tombstone: { because: 'repaired' } })
})

test('a record whose decision was quashed goes and says so', () => {
  const s = recorded()
  expect(s.code(approver, 'credit', s.credit, { type: 'quash', reason: 'reconsidered' })).toBeNull()
  expect(s.now()).toMatchObject({ status: 'quashed', published: null, tombstone: { because: 'quashed' } })
})
