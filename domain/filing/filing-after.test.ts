// After the decision: suspended and resumed, revoked by two persons after a hearing was offered, cancelled; and rows taken over from older registers.
import { expect, test } from 'vitest'
import { systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { filing } from './filing.ts'
import { adverse, approver, asOne, both, day, officer, reasons, registrar, reviewer, story } from './story.ts'

const summaryOf = (s: ReturnType<typeof story>, id: string) => filing.summary(s.of(id), shippedCatalogue)
const propose = {
  type: 'proposeRevocation',
  ground: 'false_material',
  facts: 'the test report was forged',
  basis: ['Order 9 art 33'],
  reasons: 'grave',
}
const revoke = { type: 'revoke', ...adverse }

test('a suspended filing stays readable with its reason and shows the day for putting it right, and an approver resumes it', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(reviewer, id, { type: 'suspend', ...adverse }, day(12))).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-11-01' }, day(12))).toMatchObject({
    code: 'filing.laterDateNeeded',
  })
  s.step(approver, id, { type: 'suspend', ...adverse, rectifyBy: '2026-12-01' }, day(12))
  expect(s.of(id)).toMatchObject({
    status: 'suspended',
    suspension: { basis: adverse.basis, remedies: adverse.remedies, by: 'zhao' },
    tombstone: { what: 'suspended', on: '2026-11-12', reason: adverse.publicReason },
  })
  expect(summaryOf(s, id)).toMatchObject({ mark: 'suspended', isPublic: true, dueOn: '2026-12-01', dueRule: null })
  s.step(approver, id, { type: 'resumeFiling', reason: 'mended' }, day(13))
  expect(s.of(id)).toMatchObject({ status: 'filed', tombstone: null })
  expect(summaryOf(s, id).dueOn).toBeNull()
})

test('an adverse act without facts, basis, reasons or remedies is none', () => {
  for (const field of ['facts', 'basis', 'reasons', 'remedies', 'publicReason'] as const) {
    const { [field]: _, ...incomplete } = adverse
    for (const schema of [filing.commands.suspend, filing.commands.revoke]) expect(schema.safeParse(incomplete).success).toBe(false)
  }
})

test('a filing is revoked by another person than the one who proposed it', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(approver, id, revoke, day(20))).toMatchObject({ code: 'filing.revocationNotProposed' })
  const second = officer('bo', 'reviewer')
  s.step(second, id, propose, day(12))
  s.step(s.lead, id, { type: 'answerRevocation', hearing: false }, day(12))
  expect(s.ask(asOne('bo', second, approver), id, revoke, day(12))).toMatchObject({ code: 'case.dutyExcluded' })
  expect(s.ask(approver, id, revoke, day(12))).toBeNull()
  expect(s.of(id)).toMatchObject({
    status: 'revoked',
    revocation: { ground: 'false_material', facts: adverse.facts },
    tombstone: { what: 'revoked' },
  })
  expect(summaryOf(s, id)).toMatchObject({ mark: 'refused', isPublic: true, dueOn: null })
})

test('a company has five working days from the delivery of the proposal to ask for a hearing before its filing is revoked', () => {
  const s = story()
  const id = s.filed()
  s.step(reviewer, id, propose, day(12))
  expect(summaryOf(s, id)).toMatchObject({ dueOn: '2026-11-19', dueRule: 'PEN-2a' })
  expect(s.ask(reviewer, id, propose, day(12))).toMatchObject({ code: 'filing.revocationAlreadyProposed' })
  // Nobody loses a hearing that they were not told of.
  expect(s.ask(approver, id, revoke, day(25))).toMatchObject({ code: 'filing.deliveryMissing', facts: { proposedOn: '2026-11-12' } })
  s.open(id, 'revocationProposed', day(16))
  expect(summaryOf(s, id)).toMatchObject({ dueOn: '2026-11-23', dueRule: 'PEN-2a' })
  expect(s.ask(approver, id, revoke, '2026-11-23T23:59:59+08:00')).toMatchObject({ code: 'filing.hearingTimeRunning' })
  expect(s.ask(approver, id, revoke, '2026-11-24T00:00:00+08:00')).toBeNull()
})

test('a hearing that was asked for in time is held before the revocation', () => {
  const s = story()
  const id = s.filed()
  s.step(reviewer, id, propose, day(12))
  s.open(id, 'revocationProposed', day(12))
  expect(s.ask(s.lead, id, { type: 'answerRevocation', hearing: true }, day(20))).toMatchObject({ code: 'filing.hearingTimePassed' })
  s.step(s.lead, id, { type: 'answerRevocation', hearing: true, statement: 'the report is true' }, day(13))
  expect(s.ask(s.lead, id, { type: 'answerRevocation', hearing: false }, day(13))).toMatchObject({ code: 'filing.alreadyAnswered' })
  expect(s.ask(approver, id, revoke, day(24))).toMatchObject({ code: 'filing.hearingMissing' })
  expect(s.ask(approver, id, { ...revoke, hearingHeldOn: '2026-11-12' }, day(24))).toMatchObject({ code: 'filing.hearingMissing' })
  expect(s.ask(approver, id, { ...revoke, hearingHeldOn: '2026-11-25' }, day(24))).toMatchObject({ code: 'filing.hearingMissing' })
  expect(s.ask(approver, id, { ...revoke, hearingHeldOn: '2026-11-23' }, day(24))).toBeNull()
})

test('a proposal to revoke that does not hold is dropped', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(approver, id, { type: 'dropRevocation', reason: 'r' }, day(12))).toMatchObject({ code: 'filing.revocationNotProposed' })
  expect(s.ask(s.lead, id, { type: 'answerRevocation', hearing: true }, day(12))).toMatchObject({ code: 'filing.revocationNotProposed' })
  s.step(reviewer, id, propose, day(12))
  s.step(approver, id, { type: 'dropRevocation', reason: 'the report was found' }, day(13))
  expect(s.of(id).revocationProposal).toBeNull()
  expect(summaryOf(s, id).dueOn).toBeNull()
})

const cancel = {
  type: 'cancel',
  cause: 'service_ended',
  endedOn: '2026-11-12',
  arrangements: 'users were told',
  publicReason: both('the service ended'),
}

test('the company reports the end of its service, late after twenty working days', () => {
  const s = story()
  const [early, late] = [s.filed(), s.filed()]
  expect(s.ask(s.representative, early, { ...cancel, endedOn: '2026-11-14' }, day(13))).toMatchObject({ code: 'filing.pastDateNeeded' })
  s.step(s.representative, early, cancel, '2026-12-10T23:59:00+08:00')
  s.step(s.representative, late, cancel, '2026-12-11T00:00:00+08:00')
  expect([s.of(early).cancellation?.isLate, s.of(late).cancellation?.isLate]).toEqual([false, true])
  expect(s.of(early)).toMatchObject({
    status: 'cancelled',
    tombstone: { what: 'cancelled', on: '2026-12-10', reason: both('the service ended') },
  })
  expect(summaryOf(s, early)).toMatchObject({ mark: 'ended', isPublic: true })
})

test('the office cancels what has nobody left to report it, by another officer than the reviewer', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(approver, id, cancel, day(13))).toMatchObject({ code: 'filing.companyReportsEnd' })
  const dissolved = { ...cancel, cause: 'organisation_dissolved' }
  expect(s.ask({ ...approver, personId: reviewer.personId }, id, dissolved, day(13))).toMatchObject({ code: 'filing.secondOfficerNeeded' })
  expect(s.ask(approver, id, dissolved, day(13))).toBeNull()
})

test('what has ended never reopens', () => {
  const s = story()
  const ended = s.filed()
  s.step(s.representative, ended, cancel, day(13))
  for (const command of [
    { type: 'resumeFiling', reason: 'r' },
    { type: 'decide', outcome: 'file', reasons },
    { type: 'suspend', ...adverse },
  ]) {
    expect(s.ask(approver, ended, command, day(16))).toMatchObject({ code: 'case.wrongStatus' })
  }
})

const row = {
  type: 'record',
  source: 'algorithm_filing',
  row: 'recommendation/2022-08/1',
  title: { zh: 'Old algorithm', en: '' },
  organisationName: 'Old Company',
  filingNo: 'X110101135224302220011',
  status: 'filed',
  region: '110000',
  filedOn: '2022-08-12',
}

test('a row of an older register is shown as it stood there, with no clock, and decided by nobody', () => {
  const s = story()
  const id = s.step(systemActor, null, row, day(2))
  expect(summaryOf(s, id)).toMatchObject({
    number: row.filingNo,
    mark: 'approved',
    isPublic: true,
    dueOn: null,
    lapse: null,
    decidedAt: '2022-08-12T00:00:00+08:00',
  })
  expect(s.ask(approver, id, { type: 'suspend', ...adverse }, day(3))).toMatchObject({ code: 'filing.historyOnly' })
  expect(s.ask(registrar, null, row, day(2))).toMatchObject({ code: 'case.notYours' })
})

test('a recorded row is public only when it was filed or cancelled there', () => {
  const s = story()
  const isPublic = ['submitted', 'under_review', 'filed', 'not_filed', 'withdrawn', 'cancelled'].filter(
    (status) => summaryOf(s, s.step(systemActor, null, { ...row, status }, day(2))).isPublic,
  )
  expect(isPublic).toEqual(['filed', 'cancelled'])
  const pending = s.step(systemActor, null, { ...row, status: 'under_review' }, day(2))
  expect(summaryOf(s, pending)).toMatchObject({ dueOn: null, lapse: null })
  expect(s.ask(approver, pending, { type: 'decide', outcome: 'file', reasons }, day(3))).toMatchObject({ code: 'filing.historyOnly' })
})
