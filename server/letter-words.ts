// A letter in words: its title, what it says, on what grounds, and how it can be challenged. Facts are stored, sentences are in the messages.
import 'server-only'
import type { Letter } from '#domain/letter/letter'
import type { Fact } from '#domain/letter/vocabulary'
import { formatMoment } from '#messages/format'
import type { CatalogueWords } from './catalogue-words.ts'
import type { WordBook } from './word-book.ts'

type Speaker = { book: WordBook; say: WordBook['say']; words: CatalogueWords; today: string }
type Single = string | number | { zh: string; en: string }

const isNames = (value: unknown): value is { zh: string; en: string } => typeof value === 'object' && value !== null && 'zh' in value
const textOf = (fact: Single, book: WordBook): string | number => (isNames(fact) ? book.name(fact) : fact)

/** Facts as the sentences take them: a list becomes numbered lines, and its length stands beside it as `<name>Count`. */
const factsOf = (facts: Readonly<Record<string, Fact>>, { book, words }: Speaker): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]): [string, string | number][] => {
      if (!Array.isArray(fact)) return [[name, textOf(fact as Single, book)]]
      const lines = fact
        .map((one) => String(textOf(one as Single, book)))
        .map((text) => (name === 'testItems' ? words.testItem(text) : text))
      return [
        [name, lines.map((text, index) => (lines.length > 1 ? `${index + 1}. ${text}` : text)).join('\n')],
        [`${name}Count`, lines.length],
      ]
    }),
  )

export type LetterShown = {
  title: string
  number: string | null
  to: string
  paragraphs: string[]
  found: string | null
  basis: readonly string[]
  reasons: readonly string[]
  remedies: { text: string; due: string }[]
  from: string
  issued: string
}

/** Everything that a letter says, in the language of the book. */
export const letterShown = (letter: Letter, r: Speaker): LetterShown => {
  const { book, say, words, today } = r
  const facts = factsOf(letter.facts, r)
  const said = (part: string) => say(`letter.template.${letter.template}.${part}`, facts, '')
  return {
    title: said('title') || say('letter.name'),
    number: letter.about?.number ?? null,
    to: say('letter.part.to', { organisationName: letter.organisationName ?? '' }),
    paragraphs: ['opening', 'body', 'closing'].flatMap((part) => said(part).split('\n')).filter((line) => line !== ''),
    found: letter.found,
    basis: letter.basis,
    reasons: letter.reasons,
    remedies: letter.remedies.map((remedy) => ({
      text:
        (remedy.text && book.name(remedy.text)) ||
        say(
          remedy.path === 'reconsideration' && remedy.forumId === null
            ? 'letter.remedy.reconsiderationNoForum'
            : remedy.periodRule === 'SUE-1a'
              ? 'letter.remedy.suitAfterReconsideration'
              : `letter.remedy.${remedy.path}`,
          { forum: words.forum(remedy.forumId) },
        ),
      due: remedy.dueOn
        ? say('letter.part.dueOn', { dueOn: remedy.dueOn })
        : remedy.notBefore
          ? say('letter.part.notBefore', { notBefore: remedy.notBefore })
          : say('letter.part.fromDelivery'),
    })),
    from: words.authority(letter.authorityId),
    issued: letter.issuedAt ? formatMoment(letter.issuedAt, today) : '',
  }
}

/** The title alone, for lists. */
export const letterTitle = (letter: Pick<Letter, 'template' | 'facts'>, r: Speaker): string =>
  r.say(`letter.template.${letter.template}.title`, factsOf(letter.facts, r))
