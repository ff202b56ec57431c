// The history of a case as a timeline: the sentence of each event, who, what it was before and after, and the entry of the public log.
import 'server-only'
import type { Happening } from '#db/reads/case'
import { formatMoment } from '#messages/format'
import type { CatalogueWords } from './catalogue-words.ts'
import type { WordBook } from './word-book.ts'

export type HappeningLine = {
  key: string
  when: string
  at: string
  who: string
  what: string
  changes: { field: string; before: string; after: string }[]
  entry: { text: string; href: string }
  tone?: 'stop' | 'care'
}

const stopping = /^(recall|noticeIssued|ordered|emergencyOrdered|refused|revoked|suspended|failed|closed)/
const caring = /(Returned|Requested|declined|Late|withdrawn|dropped|Rejected)/

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)
/** Long texts are read on the page itself; a timeline shows what fits a line. */
const longest = 120

/** A value of a state in words: an option of the noun, an amount, a count of a list; null for what does not fit a line. */
const wordsOf = (value: unknown, noun: string, field: string, book: WordBook): string | null => {
  if (value === null || value === undefined || value === '') return book.say('ui.form.none')
  if (typeof value === 'boolean') return book.say(value ? 'ui.form.yes' : 'ui.form.no')
  if (isPlain(value)) {
    const text = book.say([`${noun}.${field}.${value}`, `${noun}.option.${field}.${value}`], {}, String(value))
    return text.length > longest ? `${text.slice(0, longest)}…` : text
  }
  const names = value as { zh?: unknown; en?: unknown }
  return typeof names.zh === 'string' ? book.name({ zh: names.zh, en: typeof names.en === 'string' ? names.en : null }) : null
}

/** Newest first. Facts of a sentence come from what is public of the event, else from what changed. */
export const happeningLines = (
  history: readonly Happening[],
  noun: string,
  book: WordBook,
  words: CatalogueWords,
  today: string,
): HappeningLine[] =>
  [...history].reverse().map((one) => {
    const scalars = Object.fromEntries(
      one.changes.flatMap(({ path, after }) => (isPlain(after) ? [[path.split('.').at(-1) ?? path, String(after)] as const] : [])),
    )
    const facts = Object.fromEntries(
      Object.entries(one.event).flatMap(([name, value]) =>
        isPlain(value) ? [[name, typeof value === 'boolean' ? String(value) : value] as const] : [],
      ),
    )
    const changes = one.changes.flatMap(({ path, before, after }) => {
      const [field = ''] = path.split('.')
      const [was, is] = [wordsOf(before, noun, field, book), wordsOf(after, noun, field, book)]
      return was === null || is === null || was === is
        ? []
        : [
            {
              field: book.say([
                `${noun}.field.${path.replaceAll('.', '_')}`,
                `${noun}.field.${path.split('.').at(-1)}`,
                `${noun}.field.${field}`,
              ]),
              before: was,
              after: is,
            },
          ]
    })
    const office = one.authorityId ? words.authorityShort(one.authorityId) : ''
    const who = [one.by ? book.name(one.by.name) : book.say(`role.${one.role}`), office].filter(Boolean).join(' · ')
    return {
      key: `v${one.version}`,
      when: formatMoment(one.at, today),
      at: one.at,
      who,
      what: book.say(`${noun}.event.${one.type}`, { ...scalars, ...facts }),
      changes: changes.slice(0, 8),
      entry: { text: book.say('case.timeline.entry', { position: one.position }), href: `/log/proof/${one.position}` },
      ...(stopping.test(one.type) ? { tone: 'stop' as const } : caring.test(one.type) ? { tone: 'care' as const } : {}),
    }
  })
