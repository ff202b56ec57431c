// A row of an older register: recorded once, brought up to a later edition, never what stands in this register itself.
import { expect, test } from 'vitest'
import type { Decision } from '#domain/case'
import { filingCommands } from './command.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import { evolve } from './evolve.ts'
import { record, registerKey } from './history.ts'
import { type Filing, noFiling } from './state.ts'

const row = {
  source: 'algorithm_filing',
  row: 'r/1',
  title: { zh: 'Name', en: '' },
  organisationName: 'Company',
  filingNo: 'N1',
  status: 'filed',
  region: '110000',
  filedOn: null,
}
const command = (rest: object = {}) => ({ ...filingCommands.record.parse({ ...row, ...rest }), type: 'record' as const })
const stamp = { by: 'system', role: 'system', authorityId: null, organisationId: null, duty: null, at: '2026-11-20T02:00:00.000Z' } as const
const after = (state: Filing, decision: Decision<FilingEvent>): Filing =>
  decision.granted ? decision.events.reduce((now, event) => evolve(now, { ...event, ...stamp } as RecordedFiling), state) : state
const events = (decision: Decision<FilingEvent>) => (decision.granted ? decision.events.length : decision.refusal.code)
const taken = after(noFiling, record(noFiling, command()))

test('the same row again changes nothing, also when it comes back from storage with its keys in another order', () => {
  expect(events(record(taken, command()))).toBe(0)
  const { history } = taken
  const stored = {
    ...taken,
    history: history && {
      remark: history.remark,
      purpose: history.purpose,
      filedOn: history.filedOn,
      filingNo: history.filingNo,
      row: history.row,
      source: history.source,
    },
  }
  expect(events(record(stored, command()))).toBe(0)
})

test('a later edition that says otherwise is recorded', () => {
  const cancelled = after(taken, record(taken, command({ status: 'cancelled', remark: 'gone' })))
  expect(cancelled).toMatchObject({ status: 'cancelled', history: { remark: 'gone' } })
})

test('what ended there does not stand again because an older list still shows it', () => {
  const cancelled = after(taken, record(taken, command({ status: 'cancelled' })))
  expect(events(record(cancelled, command()))).toBe(0)
})

test('a filing of this register is never overwritten by a row of another', () => {
  expect(events(record({ ...noFiling, status: 'filed' }, command()))).toBe('case.wrongStatus')
})

test('a row is known by its number in whatever list it stands, and by its place where it has none', () => {
  expect(registerKey({ source: 'algorithm_filing', row: 'a', filingNo: 'N1' })).toBe(
    registerKey({ source: 'algorithm_cancellation', row: 'b', filingNo: 'N1' }),
  )
  expect(registerKey({ source: 'federal_inventory', row: 'a', filingNo: null })).not.toBe(
    registerKey({ source: 'other', row: 'a', filingNo: null }),
  )
})
