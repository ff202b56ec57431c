// Tests by their dates: how long a laboratory has, when a lane is tested again, and what happens to a test when its filing ends.
import { expect, test } from 'vitest'
import { systemActor } from '../case.ts'
import { type Catalogue, shippedCatalogue } from '../catalogue/shipped.ts'
import { adverse, approver, coordinator, day, reasons, remedies, reviewer, story } from '../filing/story.ts'
import { dueBy, dueOnOf } from './due.ts'
import { type Obligation, obligation } from './obligation.ts'

type Story = ReturnType<typeof story>
const tests = (s: Story) => s.all('obligation') as Obligation[]
const ordered = (testItemIds = ['TI-01', 'TI-03']) => {
  const s = story()
  const id = s.placed()
  s.step(reviewer, id, { type: 'requestTest', testItemIds }, day(4))
  return { s, id }
}
const waive = (s: Story, id: string, on: number) =>
  s.must(approver, 'obligation', id, { type: 'waive', reason: 'shown by an earlier test' }, day(on))
/** Brought to the register with its tests waived; the approver of the tests is the approver of the filing. */
const filed = () => {
  const { s, id } = ordered(['TI-01'])
  waive(s, tests(s)[0]?.id ?? '', 4)
  s.concurred(id)
  s.step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(10))
  s.step(approver, id, { type: 'decide', outcome: 'file', reasons }, day(11))
  return { s, id }
}
const withLimit = (code: string, change: object): Catalogue => ({
  ...shippedCatalogue,
  limits: {
    ...shippedCatalogue.limits,
    items: shippedCatalogue.limits.items.map((one) => (one.code === code ? { ...one, ...change } : one)),
  },
})

test('an ordered test is due within twenty working days of the order, unless an officer set the day', () => {
  const { s } = ordered()
  expect(tests(s).map(({ dueOn, dueRule }) => [dueOn, dueRule])).toEqual([
    ['2026-12-02', 'TST-1'],
    ['2026-12-02', 'TST-1'],
  ])
  expect(obligation.summary(tests(s)[0] as Obligation, shippedCatalogue)).toMatchObject({ dueOn: '2026-12-02', dueRule: 'TST-1' })
  s.must(
    coordinator,
    'obligation',
    tests(s)[0]?.id ?? '',
    { type: 'extendDue', dueOn: '2026-12-09', reason: 'the laboratory is full' },
    day(5),
  )
  expect(obligation.summary(tests(s)[0] as Obligation, shippedCatalogue)).toMatchObject({ dueOn: '2026-12-09', dueRule: null })
})

test('the limit in force says how long a test may take, not the shipped one', () => {
  expect(dueBy(withLimit('TST-1', { length: 5 }), 'TST-1', { cycleFrom: null, at: day(4) })).toBe('2026-11-11')
})

test('a date beyond the published calendar is none until the calendar says it', () => {
  const at = '2026-12-21T10:00:00+08:00'
  expect(dueBy(shippedCatalogue, 'TST-1', { cycleFrom: null, at })).toBeNull()
  const planned = { ...obligation.initial, dueRule: 'TST-1' as const, plannedAt: at }
  expect(dueOnOf(planned, shippedCatalogue)).toBeNull()
  const { calendar } = shippedCatalogue
  expect(dueOnOf(planned, { ...shippedCatalogue, calendar: { ...calendar, publishedUntil: '2027-12-31' } })).toBe('2027-01-18')
})

test('a day of the cycle is the same day of the month, whatever day it is', () => {
  expect(dueBy(shippedCatalogue, 'TST-2', { cycleFrom: '2026-08-31', at: day(4) })).toBe('2027-02-28')
  expect(dueBy(shippedCatalogue, 'TST-3', { cycleFrom: '2026-11-04', at: day(4) })).toBe('2027-11-04')
})

test('a filed agent is tested again by the cycle of its lane, from the day of the last test', () => {
  const { s, id } = filed()
  const [, next] = tests(s)
  expect(next).toMatchObject({
    status: 'planned',
    testItemIds: ['TI-01'],
    cycleFrom: '2026-11-04',
    dueOn: '2027-05-04',
    dueRule: 'TST-2',
    filingNumber: s.of(id).decision?.number,
  })
  waive(s, next?.id ?? '', 12)
  expect(s.of(id).retests).toMatchObject([{ obligationId: next?.id, outcome: 'waived' }])
  expect(tests(s)[2]).toMatchObject({ status: 'planned', cycleFrom: '2026-11-12', dueOn: '2027-05-12' })
})

test('what is not asked for any more is not tested again, and the result that led there stands', () => {
  const { s, id } = filed()
  const order = { ...(tests(s)[1] as Obligation) }
  const command = {
    ...{ type: 'create', filingId: id, filingNumber: null, agentId: order.agentId, agentName: order.agentName },
    ...{ organisationId: order.organisationId, organisationName: 'Invented Schools', sector: 'education', region: '110000', scenario: 25 },
    ...{ lane: 'sensitive', versionHash: order.versionHash, version: '1', testItemIds: ['TI-99'], basis: 'b', dueOn: null },
  }
  const before = tests(s).length
  s.must(systemActor, 'obligation', null, { ...command, cycleFrom: '2026-11-04' }, day(12))
  expect(tests(s)).toHaveLength(before)
  expect(s.refusal(systemActor, 'obligation', null, command, day(12))).toMatchObject({ code: 'obligation.knownItemsNeeded' })
})

test('a test that is cancelled releases the filing, and its clock runs again', () => {
  const { s, id } = ordered(['TI-01'])
  expect(s.of(id)).toMatchObject({ status: 'testing', tests: [{ obligationId: tests(s)[0]?.id, outcome: null }] })
  s.must(coordinator, 'obligation', tests(s)[0]?.id ?? '', { type: 'cancel', reason: 'ordered by mistake' }, day(6))
  expect(s.of(id)).toMatchObject({ status: 'under_review', tests: [{ outcome: 'cancelled' }] })
  expect(s.of(id).clocks['FIL-4']?.pauses).toEqual([{ from: day(4), to: day(6), reason: 'testing' }])
})

test('a filing that is withdrawn takes its open tests with it, and what had ended stays as it ended', () => {
  const { s, id } = ordered()
  const [first, second] = tests(s)
  waive(s, first?.id ?? '', 5)
  s.step(s.lead, id, { type: 'withdraw', reason: 'not now' }, day(6))
  expect(s.state<Obligation>(first?.id ?? '')).toMatchObject({ status: 'waived', cancellation: null })
  expect(s.state<Obligation>(second?.id ?? '')).toMatchObject({
    status: 'cancelled',
    cancellation: { cause: 'filing_withdrawn', reason: '' },
  })
  expect(s.of(id)).toMatchObject({ status: 'withdrawn', tests: [{ outcome: 'waived' }, { outcome: 'cancelled' }] })
})

/** A repeat that the coordinator ordered beside the tests of the reviewer: open while the filing goes on. */
const repeat = (s: Story, id: string, on: number) => {
  const filing = s.of(id)
  s.must(
    coordinator,
    'obligation',
    null,
    {
      ...{ type: 'create', filingId: id, filingNumber: null, agentId: filing.agentId, agentName: filing.agentName },
      ...{ organisationId: s.company, organisationName: 'Invented Schools', sector: 'education', region: '110000', scenario: 25 },
      ...{ lane: 'sensitive', versionHash: filing.versionHash, version: '1', testItemIds: ['TI-03'], basis: 'b', dueOn: null },
    },
    day(on),
  )
  return tests(s).at(-1)?.id ?? ''
}

test.each(['refused', 'revoked', 'cancelled'] as const)('a filing that is %s is tested no more', (end) => {
  const s = story()
  const id = s.concurred(s.placed())
  const open = repeat(s, id, 10)
  const outcome = end === 'refused' ? 'refuse' : 'file'
  s.step(reviewer, id, { type: 'recommend', outcome, reasons }, day(10))
  s.step(approver, id, { type: 'decide', outcome, reasons, remedies: end === 'refused' ? remedies : null }, day(11))
  const publicReason = { zh: 'ended', en: 'ended' }
  if (end === 'cancelled')
    s.step(
      s.representative,
      id,
      { type: 'cancel', cause: 'service_ended', endedOn: '2026-11-11', arrangements: 'a', publicReason },
      day(12),
    )
  if (end === 'revoked') {
    const { facts, basis, reasons: why } = adverse
    s.step(reviewer, id, { type: 'proposeRevocation', ground: 'false_material', facts, basis, reasons: why }, day(12))
    s.step(s.representative, id, { type: 'answerRevocation', statement: 'so be it', hearing: false }, day(13))
    s.step(approver, id, { type: 'revoke', ...adverse, publicReason }, day(16))
  }
  expect(s.state<Obligation>(open)).toMatchObject({ status: 'cancelled', cancellation: { cause: `filing_${end}` } })
})

test('a new version voids the tests that are out for the old one; the same version signed again does not', () => {
  const s = story()
  const id = s.placed()
  const open = repeat(s, id, 5)
  const { use } = s.of(id)
  s.step(s.filer, id, { type: 'describe', use: { ...use, monthlyUsers: 4001 } }, day(5))
  s.step(s.representative, id, { type: 'resubmit' }, day(5))
  expect(s.state<Obligation>(open)?.status).toBe('planned')
  s.step(s.filer, id, { type: 'describe', content: { purpose: 'another purpose' } }, day(6))
  s.step(s.representative, id, { type: 'resubmit' }, day(6))
  expect(s.state<Obligation>(open)).toMatchObject({ status: 'cancelled', cancellation: { cause: 'version_replaced' } })
})

test('the register says which rules placed a filing and how each item was tested, and keeps to the last result', () => {
  const { s, id } = filed()
  const { published } = s.of(id)
  expect(published?.placements).toMatchObject([
    { scenario: 25, lane: 'sensitive', firedRules: expect.arrayContaining([expect.any(String)]) },
  ])
  expect(published?.placements?.[0]).not.toHaveProperty('departure')
  expect(published?.tests).toEqual([{ testItemId: 'TI-01', outcome: 'waived', verdict: null, number: null, on: '2026-11-04' }])
  const next = tests(s)[1]?.id ?? ''
  const result = { type: 'noteTest', obligationId: next, testItemIds: ['TI-01'], outcome: 'accepted', number: 'R1', verdict: 'pass' }
  s.must(systemActor, 'filing', id, result, day(13))
  expect(s.of(id).published?.tests).toEqual([{ testItemId: 'TI-01', outcome: 'accepted', verdict: 'pass', number: 'R1', on: '2026-11-13' }])
  // Told twice, it counts once.
  const version = s.version(id)
  s.must(systemActor, 'filing', id, result, day(14))
  expect(s.version(id)).toBe(version)
})
