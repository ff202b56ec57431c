// What a person wrote into a form, in words: for the page of answers, and for reading a signed revision.
import 'server-only'
import { rowKeyField } from '#domain/agent/difference'
import { formatNumber } from '#messages/format'
import type { FormField } from './form.ts'
import type { WordBook } from './word-book.ts'

type Tree = Record<string, unknown>
export type AnswerLine = { key: string; term: string; lines: string[]; isBlank: boolean; isMono: boolean }

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const optionOf = (field: FormField, value: unknown): string =>
  field.options?.find((option) => option.value === String(value))?.label ?? String(value)

/** One value in one line; '' for nothing. */
export const spoken = (field: FormField, value: unknown, book: WordBook): string => {
  if (typeof value === 'boolean') return book.say(value ? 'ui.form.yes' : 'ui.form.no')
  if (isBlank(value)) return ''
  if (Array.isArray(value)) return value.map((one) => optionOf(field, one)).join(book.say('portal.join'))
  if (typeof value === 'number') return field.options ? optionOf(field, value) : formatNumber(book.locale, value)
  if (typeof value === 'object')
    return (field.fields ?? [])
      .map((part) => [part.label, spoken(part, (value as Tree)[part.name], book)] as const)
      .filter(([, text]) => text !== '')
      .map(([label, text]) => book.say('portal.pair', { label, text }))
      .join(book.say('portal.join'))
  return optionOf(field, value)
}

/** A row in one line: its name, then what is said of it. */
const rowLine = (list: string, fields: readonly FormField[], row: Tree, book: WordBook): string => {
  const key =
    list === 'authorityMatrix' ? 'action' : list === 'guardrails' ? 'trigger' : list === 'skills' ? 'name' : (rowKeyField(list) ?? '')
  const title = String(row[key] ?? '')
  const said = fields
    .filter((field) => field.name !== key && field.name !== 'id')
    .map((field) => {
      const text = spoken(field, row[field.name], book)
      return text === '' ? '' : book.say('portal.pair', { label: field.label, text })
    })
    .filter(Boolean)
  return [title, ...said].join(book.say('portal.stop'))
}

/** Every field of a form with what was written; groups are taken apart, rows are one line each. */
export const answerLines = (fields: readonly FormField[], values: Tree, book: WordBook): AnswerLine[] =>
  fields.flatMap((field): AnswerLine[] => {
    const value = values[field.name]
    if (field.kind === 'group' && !field.isNullable)
      return answerLines(field.fields ?? [], (value as Tree | undefined) ?? {}, book).map((line) => ({
        ...line,
        key: `${field.name}.${line.key}`,
      }))
    if (field.kind === 'rows') {
      const rows = (value as Tree[] | undefined) ?? []
      return [
        {
          key: field.name,
          term: field.label,
          lines: rows.map((row) => rowLine(field.name, field.fields ?? [], row, book)),
          isBlank: value === undefined,
          isMono: false,
        },
      ]
    }
    if (field.kind === 'files' || field.kind === 'file') {
      const names = [value ?? []].flat().map((file) => String((file as Tree).name))
      return [{ key: field.name, term: field.label, lines: names, isBlank: value === undefined, isMono: false }]
    }
    const lines =
      field.kind === 'lines' && Array.isArray(value) ? value.map(String) : [spoken(field, value, book)].filter((text) => text !== '')
    return [{ key: field.name, term: field.label, lines, isBlank: lines.length === 0, isMono: /hash|identityCode/i.test(field.name) }]
  })
