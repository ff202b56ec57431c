// The numbers printed on cases (policy.md 5.5): which kind, where, when, which in the row, and a check character against slips of the pen.
import { checkCharacter } from './organisation/credit-code.ts'

/** The prefixes, and what each numbers. */
export const numberPrefixes = {
  filing: 'AGF',
  deployment: 'AGD',
  test: 'AGT',
  recall: 'AGR',
  incident: 'AGI',
  reconsideration: 'AGX',
  selftest: 'AGS',
  credit: 'AGC',
} as const
export type NumberedKind = keyof typeof numberPrefixes

export const recallClasses = ['I', 'II', 'III'] as const
export type RecallClass = (typeof recallClasses)[number]

/**
 * `region` is a six-digit division, '000000' for a national case; `scenario` is the clause number of the scenario, 0 where the case belongs to none.
 * A recall's class is the one it was first issued with: a later change of class does not change the number.
 */
export type CaseNumber =
  | { kind: Exclude<NumberedKind, 'recall'>; region: string; scenario: number; year: number; sequence: number }
  | { kind: 'recall'; year: number; sequence: number; class: RecallClass }

const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/**
 * The number as it is printed. The check character is that of GB 32100 over all digits before it (region, scenario, year, sequence).
 * Throws when a part does not fit: years 2000–2999, sequence from 1, six digits at most (four for a recall).
 */
export const formatNumber = (number: CaseNumber): string => {
  const prefix = numberPrefixes[number.kind]
  if (!isWhole(number.year, 2000, 2999)) throw new Error(`no case number has the year ${number.year}`)
  if (number.kind === 'recall') {
    if (!isWhole(number.sequence, 1, 9999)) throw new Error(`no recall number has the sequence ${number.sequence}`)
    return `${prefix}-${number.year}-${digits(number.sequence, 4)}-${number.class}`
  }
  if (!isWhole(number.sequence, 1, 999_999)) throw new Error(`no case number has the sequence ${number.sequence}`)
  if (!/^\d{6}$/.test(number.region)) throw new Error(`no case number has the region ${number.region}`)
  if (!isWhole(number.scenario, 0, 99)) throw new Error(`no case number has the scenario ${number.scenario}`)
  const scenario = digits(number.scenario, 2)
  const sequence = digits(number.sequence, 6)
  return `${prefix}-${number.region}-${scenario}-${number.year}-${sequence}${checkCharacter(number.region + scenario + number.year + sequence)}`
}

const kindOf = new Map<string, NumberedKind>(Object.entries(numberPrefixes).map(([kind, prefix]) => [prefix, kind as NumberedKind]))
const recallShape = /^AGR-(2\d{3})-(\d{4})-(I{1,3})$/
const caseShape = /^(AG[FDTIXSC])-(\d{6})-(\d{2})-(2\d{3})-(\d{6})([0-9A-Z])$/

// People type full-width signs, long dashes and lower case, and paste with spaces.
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()

/** The parts of a number, however it was typed; null when it is none or its check character is wrong. */
export const parseNumber = (text: string): CaseNumber | null => {
  // Long texts are never numbers; do not normalise them.
  if (text.length > 80) return null
  const plain = normalised(text)
  const recall = recallShape.exec(plain)
  if (recall !== null) {
    const sequence = Number(recall[2])
    return sequence === 0 ? null : { kind: 'recall', year: Number(recall[1]), sequence, class: recall[3] as RecallClass }
  }
  const [, prefix = '', region = '', scenario = '', year = '', sequence = '', check = ''] = caseShape.exec(plain) ?? []
  const kind = kindOf.get(prefix)
  if (kind === undefined || kind === 'recall' || Number(sequence) === 0) return null
  if (checkCharacter(region + scenario + year + sequence) !== check) return null
  return { kind, region, scenario: Number(scenario), year: Number(year), sequence: Number(sequence) }
}

/** Whether the text is a number exactly as it is printed. */
export const isWellFormed = (text: string): boolean => {
  const number = parseNumber(text)
  return number !== null && formatNumber(number) === text
}
