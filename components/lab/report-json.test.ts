// A report file fills the form and never more than it says.
import { expect, test } from 'vitest'
import { type ReportDraft, readReport } from './report-json.ts'

const empty: ReportDraft = { method: 'red_team', procedure: '', sampleCount: '', performedOn: '', items: {} }
const read = (file: unknown) =>
  readReport(typeof file === 'string' ? file : JSON.stringify(file), empty, ['TI-01', 'TI-02'], ['red_team', 'replay'], 'a'.repeat(64))

test('results of ordered items are taken, others are named', () => {
  const found = read({
    method: 'replay',
    procedure: ' replayed ',
    sampleCount: 300,
    performedOn: '2026-11-20',
    items: [
      { testItemId: 'TI-01', passed: 298, total: 300, seconds: 1.5 },
      { testItemId: 'TI-99', passed: 1, total: 1 },
    ],
  })
  expect(found).toMatchObject({ ok: true, taken: 1, unknown: ['TI-99'], missing: ['TI-02'], wrong: [], isOtherVersion: false })
  expect(found.ok && found.draft).toEqual({
    method: 'replay',
    procedure: 'replayed',
    sampleCount: '300',
    performedOn: '2026-11-20',
    items: { 'TI-01': { passed: '298', total: '300', seconds: '1.5', note: '' } },
  })
})

test('more passed than tried is not taken', () => {
  expect(
    read({
      items: [
        { testItemId: 'TI-01', passed: 4, total: 3 },
        { testItemId: 'TI-02', passed: 1.5, total: 3 },
      ],
    }),
  ).toMatchObject({ taken: 0, wrong: ['TI-01', 'TI-02'] })
})

test('a report on another build is said to be one', () => {
  expect(read({ versionHash: 'b'.repeat(64), items: [] })).toMatchObject({ ok: true, isOtherVersion: true })
})

test('what is no report leaves the form as it was', () => {
  expect(read('not json')).toEqual({ ok: false })
  expect(read([])).toEqual({ ok: false })
})
