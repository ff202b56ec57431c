// The words of the spreadsheet in both languages at once: whatever language its header and cells are written in, they are understood.
import 'server-only'
import { type SheetFault, type SheetTuple, type SheetWords, sheetTuples } from '#domain/filing/sheet'
import { type SheetColumn, sheetColumns } from '#domain/filing/sheet-column'
import { en } from '#messages/en'
import { zh } from '#messages/zh'
import type { WordBook } from './word-book.ts'

/** The column that a heading names, `fault` for the column that our own answer adds, null for neither. */
export type HeadOf = (written: string) => SheetColumn | 'fault' | null

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
const books = [zh, en]

const heads = new Map<string, SheetColumn | 'fault'>(
  books.flatMap((book) => [
    ...sheetColumns.flatMap((column): [string, SheetColumn][] => [
      [squeezed(column), column],
      [squeezed(book.filingSheet.column[column]), column],
    ]),
    [squeezed(book.filingSheet.faultHead), 'fault'] as [string, 'fault'],
  ]),
)
export const headOf: HeadOf = (written) => heads.get(squeezed(written)) ?? null

/** Where the words of a tuple stand. */
const wordsIn = (book: (typeof books)[number], tuple: SheetTuple): Record<string, string> =>
  tuple === 'yesNo' ? book.filingSheet.yesNo : book.agent.option[tuple]

const shortYes: Record<string, string> = { y: 'yes', n: 'no', true: 'yes', false: 'no', '1': 'yes', '0': 'no' }
const codes = new Map<SheetTuple, Map<string, string>>(
  (Object.keys(sheetTuples) as SheetTuple[]).map((tuple) => [
    tuple,
    new Map<string, string>([
      ...(tuple === 'yesNo' ? Object.entries(shortYes) : []),
      ...sheetTuples[tuple].flatMap((code) => [
        [squeezed(code), code] as [string, string],
        ...books.map((book): [string, string] => [squeezed(wordsIn(book, tuple)[code] ?? code), code]),
      ]),
    ]),
  ]),
)
export const wordOf: SheetWords = (tuple, written) => codes.get(tuple)?.get(squeezed(written)) ?? null

/** The words that may stand in the cells of a tuple, in the reader's language. */
export const allowedWords = ({ locale }: Pick<WordBook, 'locale'>, tuple: SheetTuple): string[] =>
  sheetTuples[tuple].map((code) => wordsIn(locale === 'en' ? en : zh, tuple)[code] ?? code)

/** One fault as a sentence, with the heading of its column. */
export const faultSentence = ({ say }: Pick<WordBook, 'say'>, { column, code, facts }: SheetFault): string => {
  const what = say(`filingSheet.fault.${code.replace('filingSheet.', '')}`, facts)
  // Of the whole row, not of one cell.
  return /rowRepeated|cellsTooMany/.test(code) ? what : say('filingSheet.line', { column: say(`filingSheet.column.${column}`), what })
}
