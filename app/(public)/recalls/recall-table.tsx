// Recalls in a table: number, agent, versions, class, state, when, how many are proved stopped.
import { getTranslations } from 'next-intl/server'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { PlainTable } from '#components/ui/table'
import type { Published } from '#domain/recall/published'
import type { Recall } from '#domain/recall/recall'
import { dateOf } from '#messages/format'
import type { Shown } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

/** When anything was first public: the first notice, or the interim stop. */
export const publishedAt = ({ versions, emergency, boundAt }: Published): string =>
  [versions[0]?.issuedAt, emergency?.orderedAt, boundAt].filter((at) => at != null).sort()[0] ?? ''

export const markOfRecall = ({ end, how, emergency }: Published): MarkName =>
  end ? 'ended' : how === 'voluntary' || how === 'ordered' ? 'recalled' : emergency && !emergency.liftedAt ? 'suspended' : 'submitted'

export async function RecallTable({ recalls, book, caption }: { recalls: readonly Shown<Recall>[]; book: WordBook; caption: string }) {
  const say = await getTranslations('recallPage')
  return (
    <PlainTable
      caption={caption}
      heads={(['number', 'agent', 'versions', 'class', 'state', 'on', 'stopped'] as const).map((head) => say(`list.head.${head}`))}
      numbers={[6]}
      rows={recalls.flatMap(({ number, state: { published } }) => {
        if (!published) return []
        const { affected, byStanding } = published.progress
        return [
          [
            <CaseNumber key="no" number={number ?? ''} href={`/recalls/${number}`} />,
            <span key="agent">
              <b>{book.name(published.agentName)}</b> <span className="t2">{published.organisationName}</span>
            </span>,
            <span key="range" className="mono">
              {(published.notice?.scope ?? published.emergency?.scope)?.versionRange ?? say('notice.allVersions')}
            </span>,
            say('class', { class: published.class ?? 'other' }),
            <Mark key="state" state={markOfRecall(published)}>
              {published.end ? say('ended') : say(`how.${published.how}`)}
            </Mark>,
            dateOf(publishedAt(published)),
            affected === 0 ? '\u2013' : `${byStanding.proved} / ${affected}`,
          ],
        ]
      })}
    />
  )
}
