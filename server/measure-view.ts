// A measure in words: the finding of its title, its definition, its table, and the plain numbers that its chart draws.
import 'server-only'
import { type Measure, type MeasureCode, measureCodes, measure as measured } from '#db/reads/statistics'
import type { Actor } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { everySector, national, sideOf } from '#domain/permission'
import { formatNumber, formatPercent } from '#messages/format'
import { csvFile } from './csv-file.ts'
import { type WordBook, wordBook } from './word-book.ts'

export type { MeasureCode }
export { measureCodes }

/** Periods offered, in months. */
export const periods = [6, 12, 24] as const
export const periodAsked = (text: string | null): number => periods.find((one) => String(one) === text) ?? 12

type Words = { book: WordBook; catalogue: Catalogue }
const shares = ['share', 'inTime', 'coverage', 'aloneShare']
const isShare = (code: MeasureCode, column: string) => shares.includes(column) && !(code === 'backlogAge' && column === 'inTime')

/** The word of a row. */
export const keyWord = (code: MeasureCode, key: string, { book, catalogue }: Words): string => {
  switch (code) {
    case 'autonomyMix':
      return book.say(`tier.lane.${key}`)
    case 'offices': {
      const office = catalogue.authorities.items.find((item) => item.id === key)
      return office ? book.name(office.short) : key
    }
    case 'throughput':
    case 'correctionRate':
    case 'obligationsByWeek':
      return key
    default:
      return book.say(`reports.key.${code}.${key}`)
  }
}
/** The word of a column; the two ages of the backlog are told apart from shares. */
export const columnWord = (code: MeasureCode, column: string, book: WordBook): string =>
  code === 'backlogAge' && column === 'inTime' ? book.say('reports.backlogInTime') : book.say(`reports.column.${column}`)

const sumOf = ({ rows }: Measure, column: string) => rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0)
const numberOf = ({ rows }: Measure, key: string, column: string) => rows.find((row) => row.key === key)?.values[column] ?? null
const percent = (part: number, all: number) => (all === 0 ? '–' : formatPercent(part / all))

/** The sentence over the chart. */
export const findingOf = (found: Measure, months: number, book: WordBook): string => {
  const n = (value: number) => formatNumber(book.locale, value)
  const say = (key: string, facts: Record<string, string | number>) => book.say(`reports.finding.${key}`, facts)
  switch (found.code) {
    case 'throughput': {
      const [received, decided] = [sumOf(found, 'received'), sumOf(found, 'decided')]
      return say('throughput', {
        months,
        received: n(received),
        decided: n(decided),
        trend: received > decided ? 'more' : received < decided ? 'fewer' : 'same',
      })
    }
    case 'stageDays': {
      const [median, p90, limit] = (['median', 'p90', 'limit'] as const).map((column) => numberOf(found, 'review', column))
      return median == null || p90 == null ? say('stageDaysNone', {}) : say('stageDays', { median, p90, limit: limit ?? '–' })
    }
    case 'backlogAge': {
      const old = ['60', 'older'].reduce((sum, key) => sum + (numberOf(found, key, 'inTime') ?? 0) + (numberOf(found, key, 'late') ?? 0), 0)
      return say('backlogAge', { open: n(sumOf(found, 'inTime') + sumOf(found, 'late')), late: n(sumOf(found, 'late')), old: n(old) })
    }
    case 'outcomes': {
      const filed = (numberOf(found, 'filed', 'cases') ?? 0) + (numberOf(found, 'filedWithConditions', 'cases') ?? 0)
      return say('outcomes', { all: n(found.basis), filed: n(filed), share: percent(filed, found.basis) })
    }
    case 'correctionRate': {
      const [received, corrections] = [sumOf(found, 'received'), sumOf(found, 'corrections')]
      return say('correctionRate', { months, received: n(received), corrections: n(corrections), share: percent(corrections, received) })
    }
    case 'obligationsByWeek':
      return say('obligationsByWeek', { weeks: found.rows.length, due: n(sumOf(found, 'due')), late: n(sumOf(found, 'late')) })
    case 'recallCoverage': {
      const affected = sumOf(found, 'affected')
      return found.basis === 0
        ? say('recallCoverageNone', {})
        : say('recallCoverage', { recalls: n(found.basis), affected: n(affected), share: percent(sumOf(found, 'proved'), affected) })
    }
    case 'autonomyMix': {
      const alone = sumOf(found, 'alone')
      return say('autonomyMix', { agents: n(found.basis), share: percent(alone, alone + sumOf(found, 'asks') + sumOf(found, 'yours')) })
    }
    case 'offices':
      return say('offices', {
        offices: found.rows.length,
        active: found.rows.filter(({ values }) => (values.filed ?? 0) > 0).length,
        filed: n(sumOf(found, 'filed')),
      })
  }
}

/** Which columns a chart draws, and how: what stands beside them is read in the table. */
const drawn: Record<
  Exclude<MeasureCode, 'offices'>,
  { kind: 'columns' | 'bars' | 'lines'; columns: readonly string[]; isStacked?: boolean; unit?: 'percent' }
> = {
  throughput: { kind: 'lines', columns: ['received', 'decided'] },
  stageDays: { kind: 'bars', columns: ['median', 'p90', 'limit'] },
  backlogAge: { kind: 'columns', columns: ['inTime', 'late'], isStacked: true },
  outcomes: { kind: 'bars', columns: ['cases'] },
  correctionRate: { kind: 'lines', columns: ['share'], unit: 'percent' },
  obligationsByWeek: { kind: 'columns', columns: ['due', 'late'], isStacked: true },
  recallCoverage: { kind: 'columns', columns: ['affected', 'acknowledged', 'proved'] },
  autonomyMix: { kind: 'bars', columns: ['alone', 'asks', 'yours'], isStacked: true },
}

/** Everything that a figure of the page needs. */
export const measureView = (found: Measure, months: number, words: Words) => {
  const { book } = words
  const cell = (column: string, value: number | null | undefined) =>
    value === null || value === undefined ? '–' : isShare(found.code, column) ? formatPercent(value, 1) : formatNumber(book.locale, value)
  const shape = found.code === 'offices' ? null : drawn[found.code]
  return {
    code: found.code,
    name: book.say(`reports.measure.${found.code}`),
    finding: findingOf(found, months, book),
    definition: book.say(`reports.definition.${found.code}`),
    basis: book.say('reports.basis', { count: formatNumber(book.locale, found.basis) }),
    isEmpty: found.basis === 0,
    heads: [book.say(`reports.head.${found.code}`), ...found.columns.map((column) => columnWord(found.code, column, book))],
    rows: found.rows.map((row) => [
      keyWord(found.code, row.key, words),
      ...found.columns.map((column) => cell(column, row.values[column])),
    ]),
    plot: shape && {
      kind: shape.kind,
      isStacked: shape.isStacked ?? false,
      isPercent: shape.unit === 'percent',
      series: shape.columns.map((column) => ({ key: column, name: columnWord(found.code, column, book), isLate: column === 'late' })),
      points: found.rows.map((row) => ({
        label: shortKey(found.code, keyWord(found.code, row.key, words)),
        ...Object.fromEntries(shape.columns.map((column) => [column, row.values[column] ?? null])),
      })),
    },
  }
}
/** Months and weeks without their year where the axis is short of room. */
const shortKey = (code: MeasureCode, text: string) =>
  code === 'obligationsByWeek'
    ? text.slice(5)
    : code === 'throughput' || code === 'correctionRate'
      ? text.slice(2)
      : text.replace(/\s*[\uFF08(].*[\uFF09)]$/, '')

/** Whether this officer's numbers are those of the whole country. */
export const isNationwide = (actor: Actor): boolean =>
  actor.posts.some((post) => sideOf(post.role) === 'authority' && post.region === national && post.sectors.includes(everySector))

/** One measure as CSV, with codes and plain numbers; null for who is no officer. */
export const measureCsv = async (
  actor: Actor,
  code: MeasureCode,
  months: number,
  at: string,
  catalogue: Catalogue,
): Promise<Response | null> => {
  if (!actor.posts.some((post) => sideOf(post.role) === 'authority')) return null
  const [found, book] = await Promise.all([measured(actor, code, at, catalogue, months), wordBook()])
  return csvFile(
    `reports-${code}`,
    ['key', 'name', ...found.columns],
    found.rows.map((row) => [
      row.key,
      keyWord(code, row.key, { book, catalogue }),
      ...found.columns.map((column) => row.values[column] ?? null),
    ]),
  )
}
