// Rows of the spreadsheet: what a person would write is understood, everything wrong is told at once, the same row is the same row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { plainCell, readSheetRow, rowKeyOf, type SheetCells, type SheetWords, sheetTuples } from './sheet.ts'
import { sheetColumns } from './sheet-column.ts'

const wordOf: SheetWords = (tuple, written) =>
  (sheetTuples[tuple] as readonly string[]).find((one) => one === written.toLowerCase()) ?? null
const read = (cells: SheetCells) => readSheetRow(cells, shippedCatalogue, wordOf)
const health = shippedCatalogue.sectors.items.find((item) => item.id === 'health')
const row: SheetCells = {
  nameZh: '',
  nameEn: 'Ward Notes',
  version: '1.0',
  sector: 'health',
  scenarios: '26',
  purpose: 'Drafts discharge summaries',
  form: 'software',
  autonomyLevel: 'L2',
  publicFacing: 'yes',
  can: 'Drafts; Sorts',
  cannot: 'Prescribes',
  modelName: 'invented-7b',
  modelProvider: 'Invented Ltd.',
  modelAccess: 'api_call',
  dataCategories: 'health; health; user_content',
  registeredUsers: '12,000',
  monthlyUsers: '\uFF13\uFF10\uFF10',
  serviceStartedOn: '2026/3/5',
}
const faultsOf = (cells: SheetCells): string[] => {
  const result = read(cells)
  return 'faults' in result ? result.faults.map(({ column, code }) => `${column} ${code.replace('filingSheet.', '')}`) : []
}

describe('a row', () => {
  test('becomes the draft that it asks for, with dates, counts and lists as people write them', () => {
    expect(read(row)).toEqual({
      draft: {
        agentName: { zh: '', en: 'Ward Notes' },
        sector: 'health',
        scenarios: [26],
        purpose: 'Drafts discharge summaries',
        content: {
          version: '1.0',
          form: 'software',
          autonomyLevel: 'l2',
          publicFacing: true,
          capability: { can: ['Drafts', 'Sorts'], cannot: ['Prescribes'] },
          models: [{ name: 'invented-7b', provider: 'Invented Ltd.', filingNo: null, accessMode: 'api_call', hash: null }],
          dataCategories: ['health', 'user_content'],
        },
        use: { registeredUsers: 12_000, monthlyUsers: 300, serviceStartedOn: '2026-03-05' },
      },
    })
  })

  test('may name sector and scenario in either language, and several scenarios', () => {
    const scenario = shippedCatalogue.scenarios.items.find((item) => item.clause === 26)
    for (const [sector, scenarios] of [
      [health?.zh, scenario?.zh],
      [health?.en.toUpperCase(), scenario?.en],
      ['health', '26\uFF1B 26'],
    ]) {
      expect(read({ ...row, sector: sector ?? '', scenarios: scenarios ?? '' }), `${sector}`).toMatchObject({
        draft: { sector: 'health', scenarios: [26] },
      })
    }
  })

  test('tells everything that is wrong with it at once, each fault by its column', () => {
    expect(
      faultsOf({
        ...row,
        nameEn: '',
        sector: 'astrology',
        scenarios: '26, 99',
        form: 'cloud',
        publicFacing: 'perhaps',
        registeredUsers: 'many',
        monthlyUsers: '-5',
        serviceStartedOn: 'spring',
        identityCode: '1.2.3',
        modelAccess: '',
        dataCategories: 'health; gossip',
      }),
    ).toEqual([
      'nameZh nameMissing',
      'sector sectorUnknown',
      'scenarios scenarioUnknown',
      'serviceStartedOn dateMalformed',
      'identityCode identityCodeMalformed',
      'dataCategories wordUnknown',
      'modelAccess modelAccessMissing',
      'form wordUnknown',
      'publicFacing wordUnknown',
      'registeredUsers numberMalformed',
      'monthlyUsers numberMalformed',
    ])
    expect(faultsOf({ ...row, sector: '', scenarios: '' })).toEqual(['sector sectorMissing', 'scenarios scenariosMissing'])
    expect(faultsOf({ ...row, modelName: '' })).toEqual(['modelName modelNameMissing'])
    expect(faultsOf({ ...row, serviceStartedOn: '2026-02-30' })).toEqual(['serviceStartedOn cellMalformed'])
    expect(faultsOf({ ...row, nameEn: 'x'.repeat(121), version: 'y'.repeat(65) })).toEqual(['nameEn cellTooLong', 'version cellTooLong'])
  })

  test('a scenario that the sector does not have is told', () => {
    const foreign = shippedCatalogue.scenarios.items.find((item) => !health?.scenarios.some((pair) => pair.clause === item.clause))
    expect(faultsOf({ ...row, scenarios: String(foreign?.clause) })).toEqual(['scenarios scenarioNotInSector'])
  })

  test('has the same key in whatever file it comes, and another as soon as a word differs', () => {
    const noisy = Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, ` ${cell}\u200B`]))
    expect(rowKeyOf(noisy)).toBe(rowKeyOf(row))
    expect(rowKeyOf({ ...row, evil: 'x' } as SheetCells)).toBe(rowKeyOf(row))
    expect(rowKeyOf({ ...row, version: '1.1' })).not.toBe(rowKeyOf(row))
    expect(rowKeyOf({ ...row, can: row.cannot ?? '', cannot: row.can ?? '' })).not.toBe(rowKeyOf(row))
  })

  test('an apostrophe is taken off only where it guards a formula', () => {
    expect(plainCell("'=1+1")).toBe('=1+1')
    expect(plainCell("'s Gravenhage")).toBe("'s Gravenhage")
  })

  test('whatever stands in the cells, it is read or refused, and never throws', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('health', '26', 'yes', 'L1', '2026-01-01', '=1'))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...sheetColumns), cell), (cells) => {
        const result = read(cells)
        expect('draft' in result || result.faults.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
