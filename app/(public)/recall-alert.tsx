// The lines that stand over a public page while recalls are in force.
import { getTranslations } from 'next-intl/server'
import { Alert } from '#components/ui/alert'
import type { Recall } from '#domain/recall/recall'
import { rangeInWords } from '#messages/range-words'
import type { Shown } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

export async function RecallAlerts({ recalls, book }: { recalls: readonly Shown<Recall>[]; book: WordBook }) {
  const say = await getTranslations('publicPage.alert')
  return (
    <>
      {recalls.map(({ id, number, state: { published } }) => {
        if (!published) return null
        const { notice, how, emergency } = published
        const range = (notice?.scope ?? emergency?.scope)?.versionRange
        const title =
          how === 'notice' ? say('notice') : how === 'emergency' ? say('emergency') : say('inForce', { class: published.class ?? 'other' })
        return (
          <Alert key={id} word={say('word')} title={title} href={`/recalls/${number}`} link={say('link')}>
            {book.name(published.agentName)} {range ? rangeInWords(book.locale, range) : null}
            {book.locale === 'en' ? ': ' : '：'}
            {book.name(notice?.whatUsersMustDo ?? emergency?.whatUsersMustDo)}
          </Alert>
        )
      })}
    </>
  )
}
