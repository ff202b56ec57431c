// An information report counts what it must, once for a period, and a platform leaves nothing out of what it lists.
import { expect, test } from 'vitest'
import { officer, stage } from '#domain/selftest/cast'
import type { Selftest } from '#domain/selftest/state'
import { figuresOf } from './vocabulary.ts'

const at = '2026-04-02T09:00:00+08:00'
const march = { periodFrom: '2026-03-01', periodTo: '2026-03-31' }
const figures = (reporter: 'company' | 'platform') => Object.fromEntries(figuresOf[reporter].map((figure) => [figure, 3]))

test('a company reports on a self-test that it has signed, once for each period', () => {
  const s = stage()
  const selftestId = s.signed()
  const create = { type: 'create', reporter: 'company', organisationId: s.company, selftestId, ...march }
  expect(s.code(s.filer, 'report', null, { ...create, selftestId: s.drafted(s.start, { version: '2.0.0' }) }, at)).toBe(
    'report.signedSelftestNeeded',
  )
  expect(s.code(s.filer, 'report', null, { ...create, periodTo: '2026-04-30' }, at)).toBe('report.pastPeriodNeeded')
  expect(s.code(s.filer, 'report', null, { ...create, reporter: 'platform' }, at)).toBe('report.reporterNeeded')
  const { id } = s.ask(s.filer, 'report', null, create, at)
  expect(s.code(s.filer, 'report', null, { ...create, periodFrom: '2026-03-31' }, at)).toBe('report.newPeriodNeeded')
  expect(s.ask(s.lead, 'report', id, { type: 'submit' }, at).refusal).toMatchObject({ code: 'report.figuresMissing', facts: { count: 8 } })
  s.ask(s.filer, 'report', id, { type: 'describe', figures: { ...figures('company'), complaintsSettled: 4 } }, at)
  expect(s.code(s.lead, 'report', id, { type: 'submit' }, at)).toBe('report.settledAboveComplaints')
  s.ask(s.filer, 'report', id, { type: 'describe', figures: { complaintsSettled: 3 } }, at)
  expect(s.code(s.filer, 'report', id, { type: 'submit' }, at)).toBe('case.notYours')
  expect(s.code(s.lead, 'report', id, { type: 'submit' }, at)).toBeNull()
  expect(s.code(officer('r', 'reviewer'), 'report', id, { type: 'note' }, at)).toBeNull()
})

test('a platform verifies whatever it lists and takes down what holds no longer, and each self-test learns it', () => {
  const s = stage()
  const [kept, gone] = [s.signed(), s.signed(s.start, { version: '2.0.0' })]
  s.ask(s.lead, 'selftest', gone, { type: 'withdraw', reason: 'r' })
  const { id } = s.ask(s.operator, 'report', null, { type: 'create', reporter: 'platform', organisationId: s.platform, ...march }, at)
  s.ask(s.operator, 'report', id, { type: 'describe', figures: figures('platform') }, at)
  expect(s.code(s.operator, 'report', id, { type: 'submit' }, at)).toBe('report.listingsMissing')
  s.ask(s.operator, 'report', id, { type: 'describe', listings: [{ selftestId: kept, finding: 'differs', checkedOn: '2026-04-01' }] }, at)
  expect(s.code(s.operator, 'report', id, { type: 'submit' }, at)).toBe('report.takeDownsMissing')
  s.ask(s.operator, 'report', id, { type: 'describe', takeDowns: [{ selftestId: gone, takenDownOn: '2026-04-01' }] }, at)
  expect(s.code(s.operator, 'report', id, { type: 'submit' }, at)).toBeNull()
  expect(s.w.state<Selftest>(kept)?.listings).toMatchObject([{ platformId: s.platform, finding: 'differs', takenDownOn: null }])
  expect(s.w.state<Selftest>(gone)?.listings).toMatchObject([{ platformId: s.platform, finding: null, takenDownOn: '2026-04-01' }])
})

test('a returned report is told by letter and handed in again', () => {
  const s = stage()
  const { id } = s.ask(
    s.filer,
    'report',
    null,
    { type: 'create', reporter: 'company', organisationId: s.company, selftestId: s.signed(), ...march },
    at,
  )
  s.ask(s.filer, 'report', id, { type: 'describe', figures: figures('company') }, at)
  expect(s.code(s.lead, 'report', id, { type: 'describe', listings: [] }, at)).toBe('report.platformNeeded')
  s.ask(s.lead, 'report', id, { type: 'submit' }, at)
  expect(s.code(officer('r', 'reviewer'), 'report', id, { type: 'returnReport', reason: 'no calls counted' }, at)).toBeNull()
  expect(s.w.all('letter').some((one: any) => one.template === 'reportReturned')).toBe(true)
  expect(s.code(s.lead, 'report', id, { type: 'submit' }, at)).toBeNull()
})
