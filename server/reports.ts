// What the reports page says of each measure: the finding as a title, row names, and the cells of its table.
import 'server-only'
import type { Measure } from '#db/reads/statistics'
import { formatNumber } from '#messages/format'
import type { DeskReader } from './desk-reader.ts'

const shares = new Set(['share', 'coverage', 'aloneShare', 'inTimeShare'])

const sum = ({ rows }: Measure, column: string) => rows.reduce((total, { values }) => total + (values[column] ?? 0), 0)
const percent = (r: DeskReader, value: number) =>
  new Intl.NumberFormat(r.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)

/** A share in per cent, a number in the reader's manner, a dash where there is none. */
export const cellOf = (r: DeskReader, column: string, value: number | null | undefined, code: string): string =>
  value === null || value === undefined
    ? '–'
    : shares.has(column) || (code === 'stageDays' && column === 'inTime')
      ? percent(r, value)
      : formatNumber(r.locale, value)

/** The name of a row: a month or week as it is, an office by its name, anything else by its word. */
export const rowName = (r: DeskReader, measure: Measure, key: string): string => {
  if (measure.code === 'offices') return r.words.authorityShort(key)
  if (measure.code === 'backlogAge') return key === 'older' ? r.say('reports.older') : r.say('reports.days', { from: key })
  return /^\d{4}-\d{2}/.test(key) ? (key.length > 7 ? key.slice(5) : key) : r.say(`reports.key.${key}`)
}

/** The finding of a measure, as the title of its chart. */
export const findingOf = (r: DeskReader, measure: Measure, months: number): string => {
  const { code } = measure
  const n = (value: number) => formatNumber(r.locale, value)
  const facts: Record<typeof code, () => Record<string, string>> = {
    throughput: () => ({ months: n(months), received: n(sum(measure, 'received')), decided: n(sum(measure, 'decided')) }),
    stageDays: () => {
      const review = measure.rows.find((row) => row.key === 'review')?.values
      return { median: review?.median == null ? '–' : n(review.median), limit: n(review?.limit ?? 0) }
    },
    backlogAge: () => ({ open: n(sum(measure, 'inTime') + sum(measure, 'late')), late: n(sum(measure, 'late')) }),
    outcomes: () => ({
      total: n(measure.basis),
      filed: n(measure.rows.filter((row) => row.key.startsWith('filed')).reduce((total, { values }) => total + (values.cases ?? 0), 0)),
    }),
    correctionRate: () => ({
      share: percent(r, sum(measure, 'received') === 0 ? 0 : sum(measure, 'corrections') / sum(measure, 'received')),
    }),
    obligationsByWeek: () => ({ due: n(sum(measure, 'due')), late: n(sum(measure, 'late')) }),
    recallCoverage: () => ({ affected: n(sum(measure, 'affected')), proved: n(sum(measure, 'proved')) }),
    autonomyMix: () => {
      const all = sum(measure, 'alone') + sum(measure, 'asks') + sum(measure, 'yours')
      return { share: percent(r, all === 0 ? 0 : sum(measure, 'alone') / all) }
    },
    offices: () => ({ count: n(measure.rows.filter(({ values }) => (values.filed ?? 0) > 0).length) }),
  }
  return r.say(`reports.finding.${code}`, facts[code]())
}
