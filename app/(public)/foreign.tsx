// Words that a company wrote in its own language: marked as such where the page is in another, so that they are read aloud and shaped rightly.
import type { Locale } from '#messages/locale'

/** Runs of Han with their punctuation and the figures between them; the words around them are of the page. */
const run = /([\p{Script=Han}\u3000-\u303f\uff00-\uffef]+(?:[\d ]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)*)/u

export function Foreign({ text, locale }: { text: string; locale: Locale }) {
  if (locale !== 'en' || !/\p{Script=Han}/u.test(text)) return text
  return text.split(run).map((part, place) =>
    place % 2 === 1 ? (
      <span key={`${place}${part}`} lang="zh-Hans">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
