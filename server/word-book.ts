// Words by keys that are only known when the page runs: a status, an event, an option of whatever noun. Never an exception, never an empty place.
import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#messages/locale'

type Facts = Record<string, string | number>
type Loose = { (key: string, facts?: Facts): string; has(key: string): boolean; raw(key: string): unknown }

export type WordBook = {
  locale: Locale
  has(key: string): boolean
  /** The first of these keys that has words, filled with the facts; a fact that is missing shows as a dash. Without words: `otherwise`, or the last part of the key. */
  say(keys: string | readonly string[], facts?: Facts, otherwise?: string): string
  /** The name in the reader's language, else the other. */
  name(names: { zh: string; en: string | null } | null | undefined): string
}

/** Every argument that the message names is there, so that a fact that this reader may not see leaves a dash and not a fault. */
const completed = (raw: unknown, facts: Facts): Facts => {
  const wanted = typeof raw === 'string' ? [...raw.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name) : []
  return { ...Object.fromEntries(wanted.map((name) => [name, '–'])), ...facts }
}

/** The words in the language of this request. */
export const wordBook = async (): Promise<WordBook> => {
  const [locale, translator] = await Promise.all([getLocale(), getTranslations()])
  const t = translator as unknown as Loose
  return {
    locale,
    has: (key) => t.has(key),
    say: (keys, facts = {}, otherwise) => {
      const all = typeof keys === 'string' ? [keys] : keys
      const key = all.find((one) => t.has(one) && typeof t.raw(one) === 'string')
      return key === undefined ? (otherwise ?? all.at(-1)?.split('.').at(-1) ?? '') : t(key, completed(t.raw(key), facts))
    },
    name: (names) => (names ? (locale === 'en' ? names.en || names.zh : names.zh || (names.en ?? '')) : ''),
  }
}
