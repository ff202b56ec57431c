// What every older register has in common: cells in, one body of the command `record` out, with what was odd about the row; nothing guessed.
import type { z } from 'zod'
import type { filingCommands } from '#domain/filing/command'
import type { HistorySource } from '#domain/filing/vocabulary'
import words from './register-words.json'

/** One line of a file by its column names. */
export type Cells = Readonly<Record<string, string>>
export type RecordBody = z.input<typeof filingCommands.record>
/** A row that can be taken over, with flags for what a person may want to look at; or why it cannot. */
export type Parsed = { body: RecordBody; flags: readonly string[] } | { refused: string }
/** How one kind of file is read. `columns` are those by which it is told from the others; all of them must be there. */
export type Source = { name: HistorySource; columns: readonly string[]; read(cells: Cells): Parsed }

/** A cell on one line: published tables break lines inside names. */
export const lineOf = (cells: Cells, column: string): string => (cells[column] ?? '').replace(/\s+/gu, ' ').trim()
/** A cell with its own line breaks. */
export const proseOf = (cells: Cells, column: string): string => (cells[column] ?? '').replace(/\r\n?/g, '\n').trim()
/** The cells that say something, one a line: what has no field of its own is kept as it stands. */
export const remarkOf = (...parts: readonly string[]): string => parts.filter((part) => part !== '' && part !== '--').join('\n')

const provinces: Readonly<Record<string, string>> = words.provinces
const byName = new Map(Object.entries(provinces).map(([code, name]) => [name, code]))
/** The province of a six-digit division code as a code of the register; null where there is no such province. */
export const provinceOf = (division: string): string | null => {
  const code = `${division.slice(0, 2)}0000`
  return code in provinces ? code : null
}
/** The code of a province by its official name; null for what is none. */
export const provinceNamed = (name: string): string | null => byName.get(name) ?? null

export type Field = { sector: string; scenario: RecordBody['scenario'] }
const noField = { sector: null, scenario: null }
/** The sector and scenario that the words of a text point to; none where they point to several or to nothing. */
export const fieldIn = (text: string): Field | typeof noField => {
  const found = words.fields.filter((field) => field.words.some((word) => text.includes(word)))
  return found.length === 1 && found[0] ? { sector: found[0].sector, scenario: found[0].scenario as RecordBody['scenario'] } : noField
}

/** A date written year first (2023/8/31, 2023-08-31); null for anything else, an impossible day included. */
export const dateIn = (text: string): string | null => {
  const [, year = '', month = '', day = ''] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return year !== '' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null
}
