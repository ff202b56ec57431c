// The history of a case as a timeline: the sentence of each event, who, what it was before and after, and the entry of the public log.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Happening } from '#db/reads/history'
import { formatMoment, formatMomentFull, formatNumber } from '#messages/format'
import type { Locale } from '#messages/locale'
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

/** Addresses and hashes say nothing to a reader of a line. */
const isAddress = (path: string): boolean => /(Id|Ids|[hH]ash|[hH]ashes|^id|did)$/.test(path.split('.').at(-1) ?? '')

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)

type Say = { noun: string; book: WordBook; words: CatalogueWords; raw: (key: string) => unknown }

/** The public face repeats what the case says, clocks are drawn as clocks; and of a text in two languages the reader's own is enough. */
const isRepeated = (path: string, paths: readonly string[], locale: Locale): boolean => {
  const [first = '', ...rest] = path.split('.')
  const [own, other] = locale === 'en' ? ['en', 'zh'] : ['zh', 'en']
  return (
    (['published', 'tombstone', 'clocks'].includes(first) && rest.length > 0) ||
    (rest.at(-1) === other && rest.at(-2) !== 'names' && first !== 'names' && paths.includes(path.replace(/\w+$/, own)))
  )
}

/** The word of an option, in whichever tuple of the noun it stands. */
const optionOf = (value: string, { noun, raw }: Say): string | null => {
  const tuples = raw(`${noun}.option`)
  if (typeof tuples !== 'object' || tuples === null || !/^[A-Za-z_]+$/.test(value)) return null
  const held = Object.values(tuples).find(
    (tuple): tuple is Record<string, string> => typeof tuple === 'object' && tuple !== null && Object.hasOwn(tuple, value),
  )
  return held?.[value] ?? null
}

/** A value of a state in words: an option of the noun, a name of the catalogue, an amount; null for what does not fit a line. */
const wordsOf = (value: unknown, field: string, say: Say): string | null => {
  const { noun, book, words } = say
  if (value === null || value === undefined || value === '') return book.say('ui.form.none')
  if (typeof value === 'boolean') return book.say(value ? 'ui.form.yes' : 'ui.form.no')
  // The same word may stand in another tuple of the noun, as the outcome of a test.
  if (field === 'status') return book.say([`${noun}.status.${value}`], {}, String(value))
  if (field === 'sector') return words.sector(String(value))
  if (field === 'region') return words.region(String(value))
  if (field === 'scenario') return words.scenario(typeof value === 'number' ? value : (String(value).split(':').at(-1) ?? ''))
  if (isInstant(value)) return formatMomentFull(value)
  if (isPlain(value)) {
    const text =
      optionOf(String(value), say) ??
      book.say([`${noun}.${field}.${value}`], {}, typeof value === 'number' ? formatNumber(book.locale, value) : String(value))
    return text.length > longest ? `${text.slice(0, longest)}…` : text
  }
  const names = value as { zh?: unknown; en?: unknown }
  return typeof names.zh === 'string' ? book.name({ zh: names.zh, en: typeof names.en === 'string' ? names.en : null }) : null
}

/** The plain facts inside a value, by their own names; of a list the last entry, which is the one that was added. */
const factsIn = (value: unknown, name = '', depth = 0): [string, string | number][] => {
  if (typeof value === 'boolean') return [[name, String(value)]]
  if (isInstant(value)) return [[name, formatMomentFull(value)]]
  if (isPlain(value)) return [[name, value as string | number]]
  if (typeof value !== 'object' || value === null || depth > 3) return []
  if (Array.isArray(value)) return factsIn(value.at(-1), name, depth + 1)
  return Object.entries(value).flatMap(([key, inner]) => factsIn(inner, key, depth + 1))
}

/** Arguments of a message that choose among its words: without them the sentence would say something that did not happen. */
const choosing = (text: unknown): string[] =>
  typeof text === 'string' ? [...text.matchAll(/\{\s*(\w+)\s*,\s*select/g)].map(([, name = '']) => name) : []

type Raw = (key: string) => unknown
const delivered: Readonly<Record<string, string>> = { analysis: 'analysis', notices: 'notice', order: 'order' }

const sentenceOf = (one: Happening, noun: string, book: WordBook, raw: Raw): string => {
  const facts: Record<string, string | number> = Object.fromEntries([
    ...one.changes.flatMap(({ path, after }) => factsIn(after, path.split('.').at(-1) ?? path)),
    ...Object.entries(one.event).flatMap(([name, value]) => factsIn(value, name)),
  ])
  // The number of what was added is its own `no`, by whatever name the sentence calls it.
  if (facts.no !== undefined) for (const name of ['reportNo', 'noticeVersion', 'planNo', 'version']) facts[name] ??= facts.no
  if (facts.number !== undefined) facts.receiptNo ??= facts.number
  const [changed = ''] = one.changes[0]?.path.split('.') ?? []
  // What was delivered is the part of the case that changed by it.
  if (delivered[changed] !== undefined) facts.act ??= delivered[changed]
  const key = `${noun}.event.${one.type}`
  if (choosing(raw(key)).every((name) => name in facts)) return book.say(key, facts)
  return book.say([`${noun}.field.${changed}`, `${noun}.name`])
}

/** Newest first. Facts of a sentence come from what is public of the event, else from what changed. */
export const happeningLines = async (
  history: readonly Happening[],
  noun: string,
  book: WordBook,
  words: CatalogueWords,
  today: string,
): Promise<HappeningLine[]> => {
  const t = (await getTranslations()) as unknown as { has(key: string): boolean; raw(key: string): unknown }
  const raw: Raw = (key) => (t.has(key) ? t.raw(key) : null)
  return [...history].reverse().map((one) => {
    // What a new case begins with is read on its page; the line says that it began.
    const paths = one.changes.map(({ path }) => path)
    const told = one.version === 1 ? [] : one.changes.filter(({ path }) => !isAddress(path) && !isRepeated(path, paths, book.locale))
    const changes = told.flatMap(({ path, before, after }) => {
      const [field = ''] = path.split('.')
      const [was, is] = [wordsOf(before, field, { noun, book, words, raw }), wordsOf(after, field, { noun, book, words, raw })]
      if (was === null || is === null || was === is) return []
      return [
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
      what: sentenceOf(one, noun, book, raw),
      changes: changes.slice(0, 8),
      entry: { text: book.say('case.timeline.entry', { position: one.position }), href: `/log/proof/${one.position}` },
      ...(stopping.test(one.type) ? { tone: 'stop' as const } : caring.test(one.type) ? { tone: 'care' as const } : {}),
    }
  })
}
