// A range of versions as a person says it: 2.3.0 to below 2.4.0. What no sentence fits stands as it was written.
import type { Locale } from './locale.ts'

type Bound = { operator: string; version: string }

const wordsOf = {
  'zh-CN': {
    all: '全部版本',
    or: '、',
    since: (low: string) => `${low} 及以后`,
    after: (low: string) => `${low} 之后`,
    until: (high: string) => `${high} 及以前`,
    before: (high: string) => `${high} 之前`,
    span: (low: string, high: string) => `${low} 至 ${high}`,
    without: (version: string) => `${version}（不含）`,
    below: (version: string) => `${version}（不含）`,
  },
  en: {
    all: 'all versions',
    or: ', ',
    since: (low: string) => `${low} and later`,
    after: (low: string) => `later than ${low}`,
    until: (high: string) => `${high} and earlier`,
    before: (high: string) => `before ${high}`,
    span: (low: string, high: string) => `${low} to ${high}`,
    without: (version: string) => `after ${version}`,
    below: (version: string) => `below ${version}`,
  },
} as const

const boundsIn = (text: string): Bound[] | null => {
  const bounds = [...text.matchAll(/(<=|>=|<|>|=)?\s*([^\s,|<>=]+)/g)].map(([, operator = '=', version = '']) => ({ operator, version }))
  return bounds.length > 0 && bounds.length <= 2 ? bounds : null
}

/** The words of a range such as `>=2.3.0 <2.4.0 || =1.9.1`. */
export const rangeInWords = (locale: Locale, range: string): string => {
  const words = wordsOf[locale]
  const parts = range.split('||').map((part) => {
    const text = part.trim()
    if (text === '*') return words.all
    const bounds = boundsIn(text)
    if (bounds === null) return null
    const [one, other] = bounds
    if (one === undefined) return null
    if (other === undefined)
      return {
        '=': one.version,
        '>=': words.since(one.version),
        '>': words.after(one.version),
        '<=': words.until(one.version),
        '<': words.before(one.version),
      }[one.operator] as string
    const low = bounds.find(({ operator }) => operator.startsWith('>'))
    const high = bounds.find(({ operator }) => operator.startsWith('<'))
    return low && high
      ? words.span(
          low.operator === '>' ? words.without(low.version) : low.version,
          high.operator === '<' ? words.below(high.version) : high.version,
        )
      : null
  })
  return parts.some((part) => part === null) ? range : parts.join(words.or)
}
