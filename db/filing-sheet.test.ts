// A sheet of two hundred invented agents, forty of them wrong: drafts through the door, the wrong rows back with their reasons, and nothing made twice.
import { beforeAll, describe, expect, test } from 'vitest'
import { one } from '#db/reads/case'
import { list } from '#db/reads/list'
import type { Actor } from '#domain/case'
import { systemActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { filing } from '#domain/filing/filing'
import type { SheetFault } from '#domain/filing/sheet'
import { sheetColumns } from '#domain/filing/sheet-column'
import type { Filing } from '#domain/filing/state'
import { organisation } from '#domain/organisation/organisation'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import { type Judged, judgeRows, makeDrafts, type Opened, readSheet, type Sheet, wrongRows } from '#server/filing-sheet'
import { headOf, wordOf } from '#server/filing-sheet-words'
import { newId } from './chance.ts'
import { close, migrate } from './client.ts'
import { change } from './store.ts'

const at = '2026-11-24T02:00:00.000Z'
const sector = shippedCatalogue.sectors.items.find((item) => item.id === 'health')
const scenario = shippedCatalogue.scenarios.items.find((item) => item.clause === 26)
const member = (organisationId: string): Actor => ({
  personId: `p-${newId()}`,
  name: { zh: 'p', en: 'p' },
  posts: [{ role: 'filer', authorityId: null, sectors: [], region: null, organisationId }],
})
let company = ''
let filer: Actor

beforeAll(async () => {
  await migrate()
  const made = await change({
    kind: organisation,
    id: null,
    seen: null,
    command: {
      type: 'create',
      ...(organisation.commands.create.parse({
        kind: 'company',
        names: { zh: 'n', en: 'n' },
        creditCode: '91990000MA00TE5T24',
        region: '110000',
      }) as object),
    },
    actor: systemActor,
    at,
  })
  if (!made.ok) throw new Error(made.refusal.code)
  company = made.id
  filer = member(company)
  return close
})

const words = zh.filingSheet.column
/** Eight kinds of mistakes, each five times. */
const mistakes: Partial<Record<(typeof sheetColumns)[number], string>>[] = [
  { nameZh: '', nameEn: '' },
  { sector: '=HYPERLINK("http://a.example")' },
  { scenarios: '99' },
  { registeredUsers: 'many' },
  { serviceStartedOn: '2026-13-01' },
  { publicFacing: 'perhaps' },
  { identityCode: '1.2.3' },
  { modelAccess: '' },
]
const rowOf = (n: number): string[] => {
  const cells: Record<string, string> = {
    nameZh: `${zh.filingSheet.column.nameZh} ${n}`,
    nameEn: `Invented agent ${n}`,
    version: `1.${n}`,
    sector: n % 2 ? (sector?.zh ?? '') : 'health',
    scenarios: n % 2 ? (scenario?.zh ?? '') : '26',
    purpose: `"Quoted, with a comma" ${n}`,
    form: zh.agent.option.agentForms.software,
    publicFacing: n % 2 ? zh.filingSheet.yesNo.yes : 'no',
    modelName: 'invented-7b',
    modelProvider: 'Invented Ltd.',
    modelAccess: 'api_call',
    can: 'Drafts; Sorts',
    registeredUsers: '1,200',
    ...(n % 5 === 4 ? mistakes[Math.floor(n / 5) % mistakes.length] : {}),
  }
  return sheetColumns.map((column) => cells[column] ?? '')
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
const file = csvOf(
  sheetColumns.map((column) => words[column]),
  Array.from({ length: 200 }, (_, n) => rowOf(n)),
)
const read = (text: string | Uint8Array): Sheet => {
  const sheet = readSheet(typeof text === 'string' ? Buffer.from(text) : text, headOf, (column) => words[column])
  if ('refusal' in sheet) throw new Error(JSON.stringify(sheet.refusal))
  return sheet
}
const refusalOf = (text: string | Uint8Array) => {
  const sheet = readSheet(typeof text === 'string' ? Buffer.from(text) : text, headOf, (column) => column)
  return 'refusal' in sheet ? sheet.refusal : null
}
const judge = (sheet: Sheet): Judged[] => judgeRows(sheet, shippedCatalogue, wordOf)
const openedBy =
  (actor: Actor): Opened =>
  async (body) => {
    const command = { ...(filing.commands.create.parse(body) as object), type: 'create' }
    const answer = await change({ kind: filing, id: null, seen: null, command, actor, at })
    return answer.ok ? { id: answer.id } : { refusal: answer.refusal }
  }
const make = (sheet: Sheet, rows: readonly Judged[], actor = filer) =>
  makeDrafts(rows, { organisationId: company, fileName: 'agents.csv', sourceHash: sheet.hash }, openedBy(actor))
const total = async () => (await list(filer, filing, { organisationId: company, limit: 1 }, at)).total
const says = (faults: readonly SheetFault[]) => faults.map(({ column, code }) => `${column}:${code}`).join('|')

describe('two hundred rows, forty wrong', () => {
  test('make 160 drafts, whose every value is claimed from its row and column', async () => {
    const sheet = read(file)
    const judged = judge(sheet)
    // Interrupted after the first fifty rows.
    await make(sheet, judged.slice(0, 50))
    const verdicts = await make(sheet, judged)
    expect(verdicts).toHaveLength(200)
    expect(verdicts.filter((one) => 'id' in one && one.isNew)).toHaveLength(120)
    expect(verdicts.filter((one) => 'id' in one && !one.isNew)).toHaveLength(40)
    expect(verdicts.filter((one) => 'faults' in one)).toHaveLength(40)
    expect(await total()).toBe(160)
    const [first] = verdicts.flatMap((verdict) => ('id' in verdict ? [verdict] : []))
    const state = (await one(filer, filing, first?.id ?? '', at))?.state as Filing
    expect(state).toMatchObject({ status: 'draft', sector: 'health', scenarios: [26], use: { registeredUsers: 1200 } })
    expect(state.claims.find((claim) => claim.path === '/purpose')).toMatchObject({
      from: `/${first?.row}/purpose`,
      source: sheet.hash,
      confirmedBy: null,
    })
  })

  test('sent again, by a colleague too, and with its rows in another file, make no second draft', async () => {
    const sheet = read(file)
    const again = await make(sheet, judge(sheet), member(company))
    expect(again.filter((one) => 'id' in one && one.isNew)).toHaveLength(0)
    const mended = read(file.replace('2026-13-01', '2026-12-01'))
    const verdicts = await make(mended, judge(mended))
    expect(verdicts.filter((one) => 'id' in one && one.isNew)).toHaveLength(1)
    expect(await total()).toBe(161)
  })

  test('give back the forty in the same sheet, each explained, no formula alive; and that sheet is read again', () => {
    const sheet = read(file)
    const judged = judge(sheet)
    const text = wrongRows(sheet, judged, zh.filingSheet.faultHead, says)
    expect(text).not.toMatch(/(^|,|")=/m)
    const back = read(text)
    expect(back.heads).toEqual(sheet.heads)
    expect(back.rows).toHaveLength(40)
    expect(back.rows.map((row) => row.key)).toEqual(judged.filter((one) => 'faults' in one).map((one) => one.row.key))
    const reasons = text.trim().split('\r\n').slice(1)
    for (const line of reasons) expect(line).toMatch(/filingSheet\.[a-zA-Z]+"?$/)
    expect(new Set(reasons.map((line) => line.slice(line.lastIndexOf('filingSheet.')).replace('"', '')))).toEqual(
      new Set([
        'filingSheet.nameMissing',
        'filingSheet.sectorUnknown',
        'filingSheet.scenarioUnknown',
        'filingSheet.numberMalformed',
        'filingSheet.cellMalformed',
        'filingSheet.wordUnknown',
        'filingSheet.identityCodeMalformed',
        'filingSheet.modelAccessMissing',
      ]),
    )
  })

  test('somebody of another company makes no draft for this one', async () => {
    const sheet = read(file.replaceAll('Invented agent', 'Stolen agent'))
    const verdicts = await make(sheet, judge(sheet).slice(0, 2), member('another'))
    for (const verdict of verdicts) expect(verdict).toMatchObject({ refusal: { code: 'case.notYours' } })
  })
})

describe('files', () => {
  const small = `${words.nameZh},${words.sector},${words.scenarios}\n${words.nameZh},${sector?.zh},26`
  test('UTF-8 with and without a mark, GB18030, UTF-16, semicolons, tabs, and headings in English are read alike', () => {
    const gb = new Map<string, number[]>()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high < 0xff; high += 1)
      for (let low = 0x40; low < 0xff; low += 1) gb.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    const inGb = Uint8Array.from([...small].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (gb.get(sign) ?? []))))
    const english = `${en.filingSheet.column.nameZh},${en.filingSheet.column.sector},scenarios\n${words.nameZh},health,26`
    const keys = [
      small,
      `\uFEFF${small}`,
      small.replaceAll(',', ';'),
      small.replaceAll(',', '\t'),
      `${small}\r\n,,\r\n`,
      inGb,
      Buffer.from(`\uFEFF${small}`, 'utf16le'),
    ].map((text) => read(text).rows.map((row) => row.key))
    for (const key of keys) expect(key).toEqual(keys[0])
    expect(judge(read(english))).toMatchObject([{ draft: { sector: 'health', scenarios: [26] } }])
  })

  test('what is no such sheet is refused with a reason', () => {
    expect(refusalOf(Uint8Array.of(0x50, 0x4b, 3, 4))?.code).toBe('filingSheet.xlsxGiven')
    expect(refusalOf(Uint8Array.of(0x61, 0xff, 0xff, 0x00))?.code).toBe('filingSheet.encodingUnknown')
    expect(refusalOf('a,b\n1,2')).toEqual({ code: 'filingSheet.headerUnknown', facts: { names: ['a', 'b'] } })
    expect(refusalOf('sector,sector,scenarios,nameZh\n')?.code).toBe('filingSheet.headerRepeated')
    expect(refusalOf('nameEn,sector\nx,y')).toEqual({ code: 'filingSheet.headerMissing', facts: { names: ['scenarios'] } })
    expect(refusalOf('nameEn,sector,scenarios\n,,\n')?.code).toBe('filingSheet.rowsMissing')
    expect(refusalOf('nameEn,sector,scenarios\n"x,health,26')?.code).toBe('filingSheet.notCsv')
    expect(refusalOf(`nameEn,sector,scenarios\n${'x,health,26\n'.repeat(501)}`)?.code).toBe('filingSheet.rowsTooMany')
    expect(refusalOf('x'.repeat(700_001))?.code).toBe('filingSheet.fileTooLong')
    expect(refusalOf('')?.code).toBe('filingSheet.headerMissing')
  })

  test('a row that stands twice, and one with a cell too many, are told', () => {
    const judged = judge(read('nameEn,sector,scenarios\nx,health,26\nx , health,26\ny,health,26,z'))
    expect(judged.map((one) => ('faults' in one ? one.faults.map(({ code }) => code) : 'draft'))).toEqual([
      'draft',
      ['filingSheet.rowRepeated'],
      ['filingSheet.cellsTooMany'],
    ])
  })
})
