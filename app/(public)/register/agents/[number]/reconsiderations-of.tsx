// How decisions about an item were reconsidered: the outcome and its public reason, nothing of the procedure (policy.md 5.8).
import { SectionHead } from '#components/ui/section'
import type { PublishedReconsideration } from '#domain/reconsideration/vocabulary'
import type { CatalogueWords } from '#server/catalogue-words'
import type { WordBook } from '#server/word-book'

type Props = { outcomes: readonly PublishedReconsideration[]; words: CatalogueWords; book: WordBook }

export function ReconsiderationsOf({ outcomes, words, book }: Props) {
  const { say } = book
  if (outcomes.length === 0) return null
  return (
    <section className="gaptop" aria-labelledby="reconsiderations">
      <SectionHead id="reconsiderations" title={say('reconsiderationDesk.public.title')} />
      <ul className="reading">
        {outcomes.map((one) => (
          <li key={one.number}>
            <b>
              {say('reconsiderationDesk.public.line', {
                on: one.decidedOn,
                forum: words.forum(one.forumId),
                outcome: say(`reconsideration.option.reconsiderationOutcomes.${one.outcome}`),
              })}
            </b>{' '}
            <span className="mono">{one.number}</span>
            <br />
            <span className="t2">
              {say('reconsiderationDesk.public.about', { act: say(`reconsideration.option.challengedActs.${one.act}`) })}
            </span>{' '}
            {book.name(one.reason)}
          </li>
        ))}
      </ul>
    </section>
  )
}
