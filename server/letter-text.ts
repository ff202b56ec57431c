// A letter written out in a language of choice, whatever language the reader uses: for officers, who answer for both, and for previews.
import 'server-only'
import { createTranslator } from 'next-intl'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { Letter } from '#domain/letter/letter'
import { type Language, valuesOf } from '#domain/letter/values'
import { dateOf, formatDateSolemn } from '#messages/format'

export type LetterText = {
  title: string
  to: string
  about: string | null
  paragraphs: string[]
  found: string | null
  basis: string[]
  reasons: string[]
  remedies: { path: string; text: string; until: string }[]
  closing: string
  authority: string
  issuedOn: string
  labels: { basis: string; reasons: string; remedies: string }
}
/** What of a letter is written out; a preview has no id and no delivery. */
export type Written = Pick<
  Letter,
  'template' | 'facts' | 'organisationName' | 'issuedAt' | 'about' | 'found' | 'basis' | 'reasons' | 'remedies' | 'authorityId'
>

type Loose = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean; raw(key: string): unknown }

/** The words in one language, independent of the request. */
export const translatorIn = async (language: Language): Promise<Loose> => {
  const messages = language === 'en' ? (await import('#messages/en')).en : (await import('#messages/zh')).zh
  return createTranslator({ locale: language === 'en' ? 'en' : 'zh-CN', messages: messages as never }) as unknown as Loose
}

/** A fact that the letter does not carry shows as a dash: an old letter is never a fault. */
const filled = (t: Loose, key: string, values: Record<string, string | number>): string => {
  if (!t.has(key)) return ''
  const wanted = [...String(t.raw(key)).matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name)
  return t(key, { ...Object.fromEntries(wanted.map((name) => [name, '–'])), ...values })
}

/** A date that was kept as the instant of its act is written as a date. */
const withDates = (letter: Written): Written => ({
  ...letter,
  facts: Object.fromEntries(
    Object.entries(letter.facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(fact) ? dateOf(fact) : fact,
    ]),
  ),
})

/** Test items are kept by id; the letter names them. */
const withNames = (written: Written, language: Language, catalogue: Catalogue): Written => {
  const letter = withDates(written)
  const { testItems } = letter.facts
  if (!Array.isArray(testItems)) return letter
  const named = testItems.map(
    (id) => catalogue['test-items'].items.find((item) => item.id === id)?.[language] ?? (typeof id === 'string' ? id : String(id)),
  )
  return { ...letter, facts: { ...letter.facts, testItems: named } }
}

/** The whole letter in a language. Names of authorities and forums are those of the catalogue in force. */
export const letterText = async (written: Written, language: Language, catalogue: Catalogue): Promise<LetterText> => {
  const letter = withNames(written, language, catalogue)
  const t = await translatorIn(language)
  const locale = language === 'en' ? 'en' : 'zh-CN'
  const solemn = (at: string) => formatDateSolemn(locale, dateOf(at))
  const values = valuesOf(letter, language, solemn)
  const named = (id: string | null) => {
    const found = catalogue.authorities.items.find((one) => one.id === id) ?? catalogue.forums.items.find((one) => one.id === id)
    return found ? found[language] : ''
  }
  const part = (name: string) => filled(t, `letter.template.${letter.template}.${name}`, values)
  const remedies = letter.remedies.map((remedy) => {
    const forum = named(remedy.forumId)
    const text =
      remedy.text?.[language] ||
      (remedy.path === 'reconsideration' && forum === ''
        ? t('letter.remedy.reconsiderationNoForum')
        : filled(t, remedy.periodRule === 'SUE-1a' ? 'letter.remedy.suitAfterReconsideration' : `letter.remedy.${remedy.path}`, { forum }))
    const until = remedy.dueOn
      ? t('letter.part.dueOn', { dueOn: remedy.dueOn })
      : remedy.notBefore
        ? t('letter.part.notBefore', { notBefore: remedy.notBefore })
        : t('letter.part.fromDelivery')
    return { path: t(`letter.option.remedyPaths.${remedy.path}`), text, until }
  })
  return {
    title: part('title'),
    to: t('letter.part.to', { organisationName: letter.organisationName ?? '' }),
    about: letter.about?.number ? t('letter.part.about', { number: letter.about.number }) : null,
    paragraphs: [part('opening'), ...part('body').split('\n')].filter((text) => text !== ''),
    found: letter.found ? t('letter.part.found', { found: letter.found }) : null,
    basis: [...letter.basis],
    reasons: [...letter.reasons],
    remedies,
    closing: part('closing'),
    authority: named(letter.authorityId),
    issuedOn: letter.issuedAt ? solemn(letter.issuedAt) : '',
    labels: { basis: t('letter.part.basis'), reasons: t('letter.part.reasons'), remedies: t('letter.part.remedies') },
  }
}
