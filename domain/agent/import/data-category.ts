// Reads data categories out of the free words by which a bill of materials speaks of a data set: a guess that a person confirms, never a finding.
import { type DataCategory, dataCategories } from '../vocabulary.ts'
import type { Claims, Place } from './claim.ts'
import words from './data-words.json'

const wordsOf = words as Record<string, readonly string[]>
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Latin words whole, so that "minority" is no minor and "surface" no face; Chinese has no word ends. */
const patterns: readonly (readonly [DataCategory, RegExp])[] = dataCategories.flatMap((category) => {
  const list = wordsOf[category] ?? []
  const parts = list.map((word) => (/^[\x20-\x7e]+$/.test(word) ? `(?<![a-z])${escaped(word)}s?(?![a-z])` : escaped(word)))
  return parts.length === 0 ? [] : [[category, new RegExp(parts.join('|'), 'i')] as const]
})

/** "Non-public", "no personal data": what is denied is not there. */
const denied = /(?:\bno[nt]?[\s-]+|\bwithout\s+)[a-z]+(?:\s+(?:data|information))?/gi

/** The categories that a text names, in the order of the vocabulary. */
export const categoriesIn = (text: string): DataCategory[] => {
  const plain = text.slice(0, 500).toLowerCase().replace(denied, ' ')
  const found = patterns.flatMap(([category, pattern]) => (pattern.test(plain) ? [category] : []))
  // The general word is in the special one: sensitive personal information is not stated twice.
  return found.includes('sensitive_personal_information') ? found.filter((category) => category !== 'personal_information') : found
}

/** Takes the categories of texts at these places into the list, each once; tells whether any text said something that was understood. */
export const readCategories = (claims: Claims, places: readonly Place[], list: DataCategory[]): boolean => {
  let isUnderstood = false
  for (const place of places) {
    const text = claims.look(place, 500)
    if (text === null) continue
    const found = categoriesIn(text)
    isUnderstood ||= found.length > 0
    for (const category of found)
      if (!list.includes(category)) list.push(claims.claim(`/dataCategories/${list.length}`, category, place.pointer, 'inferred'))
  }
  return isUnderstood
}
