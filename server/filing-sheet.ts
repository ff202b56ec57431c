// The spreadsheet by which many agents are filed: bytes to rows, rows to drafts through the door, and the wrong rows back in the same sheet.
import 'server-only'
import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import type { Refusal } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { readSheetRow, rowKeyOf, type SheetCells, type SheetDraft, type SheetFault, type SheetWords } from '#domain/filing/sheet'
import { neededColumns, type SheetColumn, sheetLimits } from '#domain/filing/sheet-column'
import { cell } from './export.ts'
import type { HeadOf } from './filing-sheet-words.ts'

/** `no` counts as the spreadsheet does: the header is row 1. */
export type SheetRow = { no: number; cells: SheetCells; raw: readonly string[]; extra: number; key: string }
export type Sheet = {
  /** SHA-256 of the bytes. */
  hash: string
  /** The header as it was written, without the column of faults that an earlier answer added. */
  heads: readonly string[]
  rows: readonly SheetRow[]
}
const no = (code: string, facts: Refusal['facts'] = {}): { refusal: Refusal } => ({ refusal: { code: `filingSheet.${code}`, facts } })

/** Byte order mark, else UTF-8 where it is well formed, else GB18030, which is what spreadsheets in China write by themselves. */
const textOf = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes
  const encodings =
    first === 0xff && second === 0xfe ? ['utf-16le'] : first === 0xfe && second === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // The next encoding may fit.
    }
  }
  return null
}

/** The separator that the header has most of. */
const separatorOf = (text: string): string => {
  const [head = ''] = text.split(/\r?\n/, 1)
  const counts = [',', '\t', ';'].map((sign) => [sign, head.split(sign).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const recordsOf = (text: string): string[][] | { row: number } => {
  try {
    return parse(text, { delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: false, max_record_size: 200_000 })
  } catch (error) {
    if (error instanceof CsvError) return { row: Number(error.records ?? 0) + 1 }
    throw error
  }
}

const isBlank = (raw: readonly string[]): boolean => raw.every((one) => one.trim() === '')

/**
 * Reads a CSV file within limits. Refusals: filingSheet.fileTooLong, xlsxGiven, encodingUnknown, notCsv { row }, headerUnknown, headerRepeated,
 * headerMissing { names }, rowsMissing, rowsTooMany { count, limit }.
 */
export const readSheet = (bytes: Uint8Array, headOf: HeadOf, nameOf: (column: SheetColumn) => string): Sheet | { refusal: Refusal } => {
  if (bytes.length > sheetLimits.bytes) return no('fileTooLong', { limit: sheetLimits.bytes })
  // A zip archive, which is what XLSX is, or the older binary form.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return no('xlsxGiven')
  const text = textOf(bytes)
  if (text === null) return no('encodingUnknown')
  const records = recordsOf(text)
  if ('row' in records) return no('notCsv', { row: records.row })
  const [header = [], ...rest] = records
  const written = header.map((one) => one.trim())
  while (written.at(-1) === '') written.pop()
  const columns = written.map((one) => headOf(one))
  const unknown = written.filter((_, index) => columns[index] === null)
  if (unknown.length > 0) return no('headerUnknown', { names: unknown.slice(0, 10).map((one) => one.slice(0, 40) || '\u2013') })
  const repeated = written.filter((_, index) => columns[index] !== 'fault' && columns.indexOf(columns[index] ?? null) < index)
  if (repeated.length > 0) return no('headerRepeated', { names: repeated.slice(0, 10) })
  const missing = neededColumns.filter((column) => !columns.includes(column))
  if (!columns.includes('nameZh') && !columns.includes('nameEn')) missing.unshift('nameZh')
  if (missing.length > 0) return no('headerMissing', { names: missing.map(nameOf) })
  const rows = rest.flatMap((raw, index): SheetRow[] => {
    if (isBlank(raw)) return []
    const cells: SheetCells = {}
    for (const [at, column] of columns.entries()) if (column !== null && column !== 'fault') cells[column] = raw[at] ?? ''
    const extra = raw.slice(columns.length).filter((one) => one.trim() !== '').length
    const kept = raw.slice(0, columns.length).filter((_, at) => columns[at] !== 'fault')
    return [{ no: index + 2, cells, raw: kept, extra, key: rowKeyOf(cells) }]
  })
  if (rows.length === 0) return no('rowsMissing')
  if (rows.length > sheetLimits.rows) return no('rowsTooMany', { count: rows.length, limit: sheetLimits.rows })
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    heads: written.filter((_, index) => columns[index] !== 'fault'),
    rows,
  }
}

export type Judged = { row: SheetRow } & ({ draft: SheetDraft } | { faults: readonly SheetFault[] })

/** What each row asks for, or everything that is wrong with it. A row that stands in the sheet twice is wrong the second time. */
export const judgeRows = (sheet: Sheet, catalogue: Catalogue, wordOf: SheetWords): Judged[] => {
  const first = new Map<string, number>()
  return sheet.rows.map((row): Judged => {
    const same = first.get(row.key)
    if (same === undefined) first.set(row.key, row.no)
    const read = readSheetRow(row.cells, catalogue, wordOf)
    const faults: SheetFault[] = [
      ...(row.extra > 0 ? [{ column: 'nameZh', code: 'filingSheet.cellsTooMany', facts: { count: row.extra } } as const] : []),
      ...(same === undefined ? [] : [{ column: 'nameZh', code: 'filingSheet.rowRepeated', facts: { row: same } } as const]),
      ...('faults' in read ? read.faults : []),
    ]
    return faults.length > 0 || 'faults' in read ? { row, faults } : { row, draft: read.draft }
  })
}

export type Verdict = { row: number } & ({ id: string; isNew: boolean } | { faults: readonly SheetFault[] } | { refusal: Refusal })
/** Opens one filing through the door. */
export type Opened = (body: Record<string, unknown>) => Promise<{ id: string } | { refusal: Refusal }>

/**
 * Makes the drafts of some rows. The row itself is the key: the door refuses a second draft of it whoever asks and whenever, so that a sheet that
 * was interrupted is simply handed in again.
 */
export const makeDrafts = async (
  judged: readonly Judged[],
  of: { organisationId: string; fileName: string; sourceHash: string },
  open: Opened,
): Promise<Verdict[]> => {
  const verdicts: Verdict[] = []
  for (const one of judged) {
    if (!('draft' in one)) {
      verdicts.push({ row: one.row.no, faults: one.faults })
      continue
    }
    const sheetRow = { fileName: of.fileName, sourceHash: of.sourceHash, row: one.row.no, key: one.row.key }
    const answer = await open({ ...one.draft, organisationId: of.organisationId, sheetRow })
    if ('id' in answer) verdicts.push({ row: one.row.no, id: answer.id, isNew: true })
    else if (answer.refusal.code === 'filing.rowTaken')
      verdicts.push({ row: one.row.no, id: String(answer.refusal.facts.filingId), isNew: false })
    else verdicts.push({ row: one.row.no, refusal: answer.refusal })
  }
  return verdicts
}

/** The wrong rows under the header that they came with, and what is wrong in the last column; formulas are made inert. */
export const wrongRows = (
  sheet: Sheet,
  judged: readonly Judged[],
  head: string,
  sayAll: (faults: readonly SheetFault[]) => string,
): string => {
  const lines = judged.flatMap((one) => {
    if (!('faults' in one)) return []
    const raw = sheet.heads.map((_, index) => one.row.raw[index] ?? '')
    return [[...raw, sayAll(one.faults)]]
  })
  return `\uFEFF${[[...sheet.heads, head], ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
