// Which versions a recall or a certificate covers: an order of version strings that forgives odd ones, and ranges over it.
import type { Refusal } from '#domain/case'

// A version as an ordered key: the numbers, then whether it comes before (0), at (1) or after (2) the release of those numbers, then the rest.
type VersionKey = { core: readonly string[]; phase: 0 | 1 | 2; rest: readonly string[] }

const preWord = /^(?:a|b|c|rc|alpha|beta|dev|pre|preview|snapshot)(?![a-z])/i
const dateLike = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/

/** The number without leading zeros: compared by length and then by digit, so that no size is too large. */
const bare = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

const readVersion = (text: string): VersionKey => {
  const plain = text.trim().replace(/^[vV](?=\d)/, '')
  const date = dateLike.exec(plain)
  if (date !== null)
    return {
      core: date
        .slice(1)
        .filter((part) => part !== undefined)
        .map(bare),
      phase: 1,
      rest: [],
    }
  // Build metadata says nothing about order (semver 10).
  const [ordered = ''] = plain.split('+')
  const [, numbers = '', tail = ''] = /^(\d+(?:\.\d+)*)?(.*)$/s.exec(ordered) ?? []
  const core = numbers === '' ? [] : numbers.split('.').map(bare)
  while (core.at(-1) === '0') core.pop()
  const words = tail.replace(/^[-._]+/, '')
  if (words === '') return { core, phase: 1, rest: [] }
  if (numbers !== '' && tail.startsWith('-')) return { core, phase: 0, rest: words.split('.') }
  // Not semver: split where letters meet digits, so that 1.0rc10 comes after 1.0rc9.
  const pieces = words.match(/\d+|[^\d.\-_\s]+/g) ?? [words]
  return { core, phase: numbers !== '' && preWord.test(words) ? 0 : 2, rest: pieces }
}

const compareText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
const compareNumbers = (one: string, other: string): number => Math.sign(one.length - other.length) || compareText(one, other)

/** One identifier against another: numbers by value and before words, words by code unit (semver 11.4). */
const compareIdentifiers = (one: string, other: string): number => {
  const isNumber = /^\d+$/.test(one)
  if (isNumber !== /^\d+$/.test(other)) return isNumber ? -1 : 1
  return isNumber ? compareNumbers(bare(one), bare(other)) : compareText(one, other)
}

const compareAll = (one: readonly string[], other: readonly string[], each: (a: string, b: string) => number): number => {
  for (const [index, part] of one.entries()) {
    const against = other[index]
    if (against === undefined) return 1
    const order = each(part, against)
    if (order !== 0) return order
  }
  return one.length === other.length ? 0 : -1
}

/**
 * -1, 0 or 1. Semver 2.0 precedence for semantic versions; any other string has its place too: `2.3` equals `2.3.0`, a leading v and build metadata
 * are passed over, `1.0rc1` comes before `1.0` and `1.0-post` style words without a hyphen after it, dates compare as dates.
 */
export const compareVersions = (one: string, other: string): number => {
  const a = readVersion(one)
  const b = readVersion(other)
  return compareAll(a.core, b.core, compareNumbers) || Math.sign(a.phase - b.phase) || compareAll(a.rest, b.rest, compareIdentifiers)
}

type Comparator = { operator: '=' | '<' | '<=' | '>' | '>='; version: string }
/** Alternatives, each a list of conditions that all must hold; no alternative's list is empty but that of `*`. */
export type VersionRange = readonly (readonly Comparator[])[]

const maxLength = 300
const maxComparators = 40
const comparator = /(<=|>=|<|>|=)?\s*([^\s,|<>=^~*]+)\s*,?\s*/y

const wildcard = /(?:^|\.)[xX](?:\.|$)/

const readAlternative = (text: string): Comparator[] | { refusal: Refusal } => {
  const trimmed = text.trim()
  if (trimmed === '*') return []
  if (trimmed === '') return { refusal: { code: 'range.versionMissing', facts: {} } }
  const comparators: Comparator[] = []
  comparator.lastIndex = 0
  while (comparator.lastIndex < trimmed.length) {
    const from = comparator.lastIndex
    const found = comparator.exec(trimmed)
    if (found === null) return { refusal: { code: 'range.notUnderstood', facts: { at: trimmed.slice(from, from + 40) } } }
    const version = found[2] ?? ''
    if (wildcard.test(version) || !/[\p{L}\p{N}]/u.test(version))
      return { refusal: { code: 'range.notUnderstood', facts: { at: version.slice(0, 40) } } }
    comparators.push({ operator: (found[1] ?? '=') as Comparator['operator'], version })
  }
  return comparators
}

/**
 * A range as `>=2.3.0 <2.4.2`, one exact version, `*` for every version, or several of these with `||` between them. Carets, tildes and wildcards
 * inside a version are refused: what a recall covers must be read the same way by everyone.
 * Refusals: range.tooLong { limit }, range.versionMissing, range.notUnderstood { at }.
 */
export const readRange = (text: string): VersionRange | { refusal: Refusal } => {
  if (text.length > maxLength) return { refusal: { code: 'range.tooLong', facts: { limit: maxLength } } }
  const alternatives: Comparator[][] = []
  for (const part of text.split('||')) {
    const read = readAlternative(part)
    if ('refusal' in read) return read
    alternatives.push(read)
  }
  if (alternatives.flat().length > maxComparators) return { refusal: { code: 'range.tooLong', facts: { limit: maxComparators } } }
  return alternatives
}

const holds = (version: string, { operator, version: bound }: Comparator): boolean => {
  const order = compareVersions(version, bound)
  if (operator === '=') return order === 0
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

/** Whether the version lies in the range. Pre-releases lie where their order puts them: `2.4.2-rc.1` is below 2.4.2 and above 2.3.0. */
export const isInRange = (version: string, range: VersionRange): boolean =>
  range.some((alternative) => alternative.every((condition) => holds(version, condition)))

/** Whether the range takes in every version there is or will be. */
export const coversAll = (range: VersionRange): boolean => range.some((alternative) => alternative.length === 0)
