// Words that a company wrote in its own language: marked as such where the page is in another, so that they are read aloud and shaped rightly.
import type { Locale } from '#messages/locale'

export function Foreign({ text, locale }: { text: string; locale: Locale }) {
  return locale === 'en' && /\p{Script=Han}/u.test(text) ? <span lang="zh-Hans">{text}</span> : text
}
