// The values that the words of a letter are filled with, in one language: pure, so that page, print and mail say the same.
import { isInstant } from '../clock/day.ts'
import type { Letter } from './letter.ts'
import type { Fact } from './vocabulary.ts'

export type Language = 'zh' | 'en'
type Single = string | number | { zh: string; en: string }

const inLanguage = (value: Single, language: Language): string | number =>
  typeof value === 'object' ? value[language] || value.zh || value.en : value
/** Letters written before facts were dates hold instants; they are read as the date. */
const asDate = (value: Fact, dateOf: (at: string) => string): Fact =>
  typeof value === 'string' && isInstant(value) ? dateOf(value) : value
const lines = (list: readonly Single[], language: Language): string =>
  list.map((one, place) => `${place + 1}. ${inLanguage(one, language)}`).join('\n')
const plain = (fact: Fact, language: Language): string | number =>
  Array.isArray(fact) ? lines(fact, language) : inLanguage(fact, language)

/** The names that every letter has beside its own facts. A list becomes numbered lines; `<name>Count` says how many, so that words can tell none from some. */
export const everyLetter = [
  'organisationName',
  'issuedOn',
  'aboutNumber',
  'found',
  'basis',
  'basisCount',
  'reasons',
  'reasonsCount',
] as const

/** `dateOf` writes the date in Shanghai of an instant, so that every page formats alike. */
export const valuesOf = (
  letter: Pick<Letter, 'facts' | 'organisationName' | 'issuedAt' | 'about' | 'found' | 'basis' | 'reasons'>,
  language: Language,
  dateOf: (at: string) => string,
): Record<string, string | number> => ({
  ...Object.fromEntries(
    Object.entries(letter.facts).flatMap(([name, fact]) => [
      [name, plain(asDate(fact, dateOf), language)] as const,
      ...(Array.isArray(fact) ? [[`${name}Count`, fact.length] as const] : []),
    ]),
  ),
  organisationName: letter.organisationName ?? '',
  issuedOn: letter.issuedAt === null ? '' : dateOf(letter.issuedAt),
  aboutNumber: letter.about?.number ?? '',
  found: letter.found ?? '',
  basis: lines(letter.basis, language),
  basisCount: letter.basis.length,
  reasons: lines(letter.reasons, language),
  reasonsCount: letter.reasons.length,
})
