// What changed between two revisions, grouped by the parts of the form, each change in words and with what it means for people.
import 'server-only'
import { type Change, difference } from '#domain/agent/difference'
import type { DraftVersion } from '#domain/agent/version'
import type { Use } from '#domain/filing/command'
import { type FilingSection, filingSections } from '#domain/filing/vocabulary'
import type { CatalogueWords } from './catalogue-words.ts'
import { type ContentWords, contentWords } from './content-words.ts'
import { piecesOf, type TextPiece } from './text-pieces.ts'
import type { WordBook } from './word-book.ts'

export type ChangeLine = {
  key: string
  field: string
  before: TextPiece[]
  after: TextPiece[]
  loosens: boolean
  flag: string | null
  mono: boolean
  section: FilingSection
}
export type ChangeGroup = { section: FilingSection; lines: ChangeLine[]; loosening: number }
export type Side = { sector: string | null; scenarios: readonly number[]; use: Partial<Use>; content: DraftVersion }

const stepsOf = (path: string) =>
  path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** The name of the row that a change stands in, as its own list calls it: an action of the matrix, a tool, a model. */
const rowName = (steps: readonly string[], { content }: Side): string | null => {
  const [list = '', key] = steps
  if (key === undefined || !['authorityMatrix', 'tools', 'models', 'skills', 'endpoints', 'guardrails'].includes(list)) return null
  const rows = (content as Record<string, unknown>)[list] as Record<string, unknown>[] | undefined
  const row = rows?.find((one) => [one.id, one.name, one.url].includes(key))
  return String(row?.action ?? row?.name ?? row?.trigger ?? key)
}

const lineOf = (change: Change, before: Side, after: Side, words: ContentWords, book: WordBook): ChangeLine => {
  const steps = stepsOf(change.path)
  const row = rowName(steps, after) ?? rowName(steps, before)
  const field = words.field(steps)
  const isWholeRow = row !== null && steps.length === 2
  const text = (value: unknown) => (value === null ? '' : words.value(steps, value))
  const because = change.because ? book.say(`agent.because.${change.because}`, {}, change.because) : null
  return {
    key: change.path,
    section: change.section,
    field: row === null || isWholeRow ? (isWholeRow ? `${field}: ${row}` : field) : `${row} · ${field}`,
    ...piecesOf(text(change.before), text(change.after), change.loosens),
    loosens: change.loosens,
    flag: because === null ? null : change.loosens ? book.say('case.changes.loosened', { because }) : because,
    mono: isHash(change.before) || isHash(change.after),
  }
}

const plainLine = (section: FilingSection, key: string, field: string, before: string, after: string): ChangeLine[] =>
  before === after ? [] : [{ key, section, field, ...piecesOf(before, after, false), loosens: false, flag: null, mono: false }]

/** Changes in the order of the form; a part without a change has no group. */
export const changeGroups = (before: Side, after: Side, book: WordBook, catalogue: CatalogueWords): ChangeGroup[] => {
  const words = contentWords(book)
  const scenarios = (side: Side) => side.scenarios.map(catalogue.scenario).join(words.join)
  const useText = (side: Side, name: keyof Use) => {
    const value = side.use[name]
    return value === undefined || value === null ? '' : words.value([name], value)
  }
  const lines = [
    ...plainLine('basics', 'sector', book.say('case.application.sector'), catalogue.sector(before.sector), catalogue.sector(after.sector)),
    ...plainLine('basics', 'scenarios', book.say('case.application.scenarios'), scenarios(before), scenarios(after)),
    ...(
      [
        'registeredUsers',
        'monthlyUsers',
        'careOfPersons',
        'systemPermission',
        'machineAction',
        'pesticide',
        'opinionCapacity',
        'decidesOnPersons',
        'serviceStartedOn',
      ] as const
    ).flatMap((name) =>
      plainLine('use', `use-${name}`, book.say(`case.application.use_field.${name}`), useText(before, name), useText(after, name)),
    ),
    ...difference(before.content, after.content).map((change) => lineOf(change, before, after, words, book)),
  ]
  return filingSections.flatMap((section) => {
    const found = lines.filter((line) => line.section === section)
    return found.length > 0 ? [{ section, lines: found, loosening: found.filter((line) => line.loosens).length }] : []
  })
}
