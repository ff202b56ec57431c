// The national lists of algorithm filings and of cancelled filing numbers, as published by the Cyberspace Administration.

import words from './register-words.json'
import { type Cells, fieldIn, lineOf, type Parsed, proseOf, provinceOf, remarkOf, type Source } from './row.ts'

/**
 * 6 digits division, 7 entity, 2 type, 2 year, 3 serial, 1 odd digit: the layout seen in the published numbers, not one that a rule lays down. One
 * published number has a digit more; it is taken as it stands.
 */
const numberShape = /^(\d{6})\d{7}(\d{2})\d{6}$/
const types: Readonly<Record<string, readonly string[]>> = words.types
const categories = new Set(Object.values(types).flat())

const numbered = (cells: Cells): { filingNo: string; region: string | null; flags: string[] } | { refused: string } => {
  const filingNo = lineOf(cells, 'filing_no')
  if (filingNo === '') return { refused: 'numberMissing' }
  const digits = /\d+/.exec(filingNo)?.[0] ?? ''
  if (!filingNo.startsWith(words.numberMark) || digits.length < 6) return { refused: 'numberUnreadable' }
  const region = provinceOf(digits)
  const type = numberShape.exec(digits)?.[2]
  const category = lineOf(cells, 'category_or_role')
  const isOtherType = type !== undefined && categories.has(category) && !(types[type] ?? []).includes(category)
  return {
    filingNo,
    region,
    flags: [
      ...(digits.length === 21 ? [] : ['numberLengthOdd']),
      ...(region === null ? ['regionUnknown'] : []),
      ...(isOtherType ? ['typeDiffers'] : []),
    ],
  }
}

const common = (cells: Cells) => ({
  title: { zh: lineOf(cells, 'algorithm_name'), en: '' },
  organisationName: lineOf(cells, 'entity'),
  ...fieldIn([lineOf(cells, 'algorithm_name'), proseOf(cells, 'purpose')].join('\n')),
  purpose: proseOf(cells, 'purpose'),
  // The lists name a month or a notice, never the day of a filing.
  filedOn: null,
})

/** A cancellation is told by the remark itself, not by one that mentions the word. */
const isCancelled = (remark: string): boolean => words.cancelled.includes(remark)

export const algorithmFilings: Source = {
  name: 'algorithm_filing',
  columns: ['list', 'batch', 'algorithm_name', 'category_or_role', 'entity', 'product', 'purpose', 'filing_no', 'remark'],
  read(cells): Parsed {
    const number = numbered(cells)
    if ('refused' in number) return number
    const { filingNo, region, flags } = number
    const remark = proseOf(cells, 'remark')
    const body = {
      source: 'algorithm_filing' as const,
      row: `${lineOf(cells, 'list')}/${lineOf(cells, 'batch')}/${filingNo}`,
      filingNo,
      region,
      ...common(cells),
      status: isCancelled(remark) ? ('cancelled' as const) : ('filed' as const),
      remark: remarkOf(lineOf(cells, 'category_or_role'), lineOf(cells, 'product'), remark),
    }
    return { body, flags: [...flags, ...(remark !== '' && !isCancelled(remark) ? ['remarked'] : [])] }
  },
}

export const algorithmCancellations: Source = {
  name: 'algorithm_cancellation',
  columns: ['notice_date', 'filing_no', 'algorithm_name', 'category_or_role', 'entity', 'product', 'filed_batch'],
  read(cells): Parsed {
    const number = numbered(cells)
    if ('refused' in number) return number
    const { filingNo, region, flags } = number
    return {
      body: {
        source: 'algorithm_cancellation',
        row: `${lineOf(cells, 'notice_date')}/${filingNo}`,
        filingNo,
        region,
        ...common(cells),
        status: 'cancelled',
        remark: remarkOf(lineOf(cells, 'category_or_role'), lineOf(cells, 'product'), lineOf(cells, 'filed_batch')),
      },
      flags,
    }
  },
}
