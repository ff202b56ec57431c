// Finds wording that makes a risk look smaller than it is. The EU rule for recall notices (Regulation 2023/988 art 36(2)(c)), extended; the list is data.
import type { Bilingual } from '../act/act.ts'
import type { NoticeContent } from './command.ts'
import shipped from './softening.json'

/** What a phrase does to the reader. */
export const softeningKinds = ['precaution', 'goodwill', 'rarity', 'noHarmYet', 'belittling', 'reassurance', 'hedging', 'disguise'] as const
export type SofteningKind = (typeof softeningKinds)[number]
export type Softening = { phrase: string; why: SofteningKind }

const letters = /[\p{Script=Latin}\p{Nd}]/u
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
/** A Latin phrase counts only as whole words: `involuntary` is not `voluntary`. Han has no such borders. */
const standsIn = (text: string, phrase: string): boolean => {
  const isWord = letters.test(phrase)
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isWord || (!letters.test(text[at - 1] ?? ' ') && !letters.test(text[at + phrase.length] ?? ' '))) return true
  }
  return false
}

/** The softening phrases of a text, longest first, without those that are part of a longer one found. */
export const softens = (text: string, phrases: readonly Softening[] = shipped as readonly Softening[]): readonly Softening[] => {
  // Han is written without spaces, or with them to slip past a list.
  const spaced = plain(text)
  const closed = spaced.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  const found = phrases
    .filter(({ phrase }) => standsIn(closed, phrase) || standsIn(spaced, phrase))
    .sort((a, b) => b.phrase.length - a.phrase.length)
  return found.filter((one, place) => !found.slice(0, place).some((longer) => longer.phrase.includes(one.phrase)))
}

export type FoundSoftening = Softening & { field: string }

/** The same over every public text of a notice, in both languages, with the field. */
export const softeningIn = (
  content: Pick<NoticeContent, 'facts' | 'hazard' | 'harm' | 'whatUsersMustDo' | 'whatCompanyWillDo'>,
): readonly FoundSoftening[] => {
  const { facts, hazard, harm, whatUsersMustDo, whatCompanyWillDo } = content
  return Object.entries({ facts, hazard, harm, whatUsersMustDo, whatCompanyWillDo }).flatMap(([name, text]: [string, Bilingual]) =>
    (['zh', 'en'] as const).flatMap((language) => softens(text[language]).map((one) => ({ ...one, field: `${name}.${language}` }))),
  )
}
