// The text of an opening decision line by line, in words, and what two texts differ in: which line, before, after, and whether it loosens.
import 'server-only'
import { authorityModes } from '#domain/agent/vocabulary'
import type { OpeningContent } from '#domain/scenario/opening-vocabulary'
import { formatNumber } from '#messages/format'
import type { CatalogueWords } from './catalogue-words.ts'
import type { WordBook } from './word-book.ts'

export type OpeningLine = { key: string; field: string; text: string }
export type OpeningDifference = OpeningLine & { before: string; after: string; loosens: boolean }

const isKnown = <T>(value: T | null): value is T => value !== null

/** Every line that a reader compares; lists are one line an entry, so that a single change shows as one. */
export const openingLines = (content: OpeningContent, book: WordBook, words: CatalogueWords): OpeningLine[] => {
  const field = (name: string) => book.say(`opening.field.${name}`)
  const amount = (value: number | null, unit: string) =>
    value === null ? book.say('scenarioDesk.noLimit') : book.say(`scenarioDesk.${unit}`, { amount: formatNumber(book.locale, value) })
  const { limits } = content
  return [
    ...content.conditions.map((condition) => ({
      key: `condition ${condition.libraryId ?? condition.text.zh}`,
      field: field('conditions'),
      text: book.name(condition.text),
    })),
    ...content.excludedUses.map((use) => ({ key: `excluded ${use.zh}`, field: field('excludedUses'), text: book.name(use) })),
    ...content.requiredTests.map((id) => ({ key: `test ${id}`, field: field('requiredTests'), text: `${id} ${words.testItem(id)}` })),
    { key: 'autonomyCeiling', field: field('autonomyCeiling'), text: book.say(`scenarioDesk.mode.${content.autonomyCeiling}`) },
    { key: 'amountPerActYuan', field: field('amountPerActYuan'), text: amount(limits.amountPerActYuan, 'yuan') },
    { key: 'amountPerDayYuan', field: field('amountPerDayYuan'), text: amount(limits.amountPerDayYuan, 'yuan') },
    { key: 'users', field: field('users'), text: amount(limits.users, 'people') },
    { key: 'filingTrigger', field: field('filingTrigger'), text: book.say(`opening.option.filingTriggers.${content.filingTrigger}`) },
    { key: 'jointHandling', field: field('jointHandling'), text: book.say(content.jointHandling ? 'ui.form.yes' : 'ui.form.no') },
    { key: 'exitPeriodDays', field: field('exitPeriodDays'), text: book.say('scenarioDesk.days', { count: content.exitPeriodDays }) },
    ...content.legalBasis.map((text) => ({ key: `basis ${text}`, field: field('legalBasis'), text })),
    { key: 'effectiveOn', field: field('effectiveOn'), text: content.effectiveOn },
  ]
}

const isLooserLimit = (before: number | null, after: number | null) => before !== null && (after === null || after > before)

/** Whether the later text gives agents more room in this line. */
const loosensIn = (key: string, before: OpeningContent, after: OpeningContent, isGone: boolean): boolean => {
  switch (key) {
    case 'autonomyCeiling':
      return authorityModes.indexOf(after.autonomyCeiling) > authorityModes.indexOf(before.autonomyCeiling)
    case 'amountPerActYuan':
    case 'amountPerDayYuan':
    case 'users':
      return isLooserLimit(before.limits[key], after.limits[key])
    case 'filingTrigger':
      return before.filingTrigger === 'before_deployment' && after.filingTrigger !== 'before_deployment'
    case 'exitPeriodDays':
      return after.exitPeriodDays > before.exitPeriodDays
    default:
      return isGone && /^(condition|excluded|test) /.test(key)
  }
}

/** The lines in which two texts differ, in the order of the text. */
export const openingDifferences = (
  before: OpeningContent,
  after: OpeningContent,
  book: WordBook,
  words: CatalogueWords,
): OpeningDifference[] => {
  const [old, next] = [openingLines(before, book, words), openingLines(after, book, words)]
  const of = (lines: readonly OpeningLine[], key: string) => lines.find((line) => line.key === key) ?? null
  const keys = [...new Set([...old, ...next].map((line) => line.key))]
  return keys
    .map((key) => {
      const [was, is] = [of(old, key), of(next, key)]
      const line = is ?? was
      if (!line || was?.text === is?.text) return null
      return { ...line, before: was?.text ?? '', after: is?.text ?? '', loosens: loosensIn(key, before, after, is === null) }
    })
    .filter(isKnown)
}
