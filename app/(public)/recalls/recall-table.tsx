// Recalls in a table: number, agent, versions, class, state, when, how many are proved stopped.
import { getTranslations } from 'next-intl/server'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { PlainTable } from '#components/ui/table'
import type { Published } from '#domain/recall/published'
import type { Recall } from '#domain/recall/recall'
import { dateOf } from '#messages/format'
import { rangeInWords } from '#messages/range-words'
import { publicCompanyNames } from '#server/company-names'
import type { Shown } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

/** When anything was first public: the first notice, or the interim stop. */
export const publishedAt = ({ versions, emergency, boundAt }: Published): string =>
  [versions[0]?.issuedAt, emergency?.orderedAt, boundAt].filter((at) => at != null).sort()[0] ?? ''

export const markOfRecall = ({ end, how, emergency }: Published): MarkName =>
  end ? 'ended' : how === 'voluntary' || how === 'ordered' ? 'recalled' : emergency && !emergency.liftedAt ? 'suspended' : 'submitted'

export async function RecallTable({ recalls, book, caption }: { recalls: readonly Shown<Recall>[]; book: WordBook; caption: string }) {
  const [say, companies] = await Promise.all([
    getTranslations('recallPage'),
    publicCompanyNames(
      book.locale,
      recalls.map(({ state }) => ({ organisationId: state.organisationId ?? null })),
    ),
  ])
  return (
    <PlainTable
      caption={caption}
      heads={(['number', 'agent', 'versions', 'class', 'state', 'on', 'stopped'] as const).map((head) => say(`list.head.${head}`))}
      numbers={[6]}
      rows={recalls.flatMap(({ number, state: { published, organisationId } }) => {
        if (!published) return []
        const { affected, byStanding } = published.progress
        return [
          [
            <CaseNumber key="no" number={number ?? ''} href={`/recalls/${number}`} />,
            <span key="agent">
              <b>{book.name(published.agentName)}</b>
              <small className="t2 block">{companies.get(organisationId ?? '') ?? published.organisationName}</small>
            </span>,
            rangeInWords(book.locale, (published.notice?.scope ?? published.emergency?.scope)?.versionRange ?? '') ||
              say('notice.allVersions'),
            say('class', { class: published.class ?? 'other' }),
            <Mark key="state" state={markOfRecall(published)}>
              {published.end ? say('ended') : say(`how.${published.how}`)}
            </Mark>,
            <span key="on" className="nw">
              {dateOf(publishedAt(published))}
            </span>,
            affected === 0 ? '\u2013' : `${byStanding.proved} / ${affected}`,
          ],
        ]
      })}
    />
  )
}
