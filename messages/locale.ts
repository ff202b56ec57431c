// Which languages there are, and which one a request is answered in.
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** What goes into `<html lang>`: Chinese pages name the script, so that browsers choose the right Han glyphs. */
export const htmlLang: Record<Locale, string> = { 'zh-CN': 'zh-Hans', en: 'en' }

const byWord = (word: string | null | undefined): Locale | undefined =>
  word === 'en' ? 'en' : word === 'zh' || word === 'zh-CN' ? 'zh-CN' : undefined

/**
 * The language of a request: what the address asked for (header `x-lang`, set by the proxy from `?lang=`), then the
 * cookie `lang`, then the first of Accept-Language that we have (RFC 9110 12.5.4, quality values honoured), else Chinese.
 */
export function chooseLocale(asked: string | null | undefined, kept: string | null | undefined, accept: string | null | undefined): Locale {
  const named = byWord(asked) ?? byWord(kept)
  if (named) return named
  const wishes = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((found) => found !== undefined)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const { tag } of wishes) {
    if (/^zh\b/.test(tag)) return 'zh-CN'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'zh-CN'
}
