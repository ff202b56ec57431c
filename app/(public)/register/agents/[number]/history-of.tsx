// The public history of an item: every step that the log says something public of, with its receipt.
import { getTranslations } from 'next-intl/server'
import { SectionHead } from '#components/ui/section'
import { Timeline, type TimelineItem } from '#components/ui/timeline'
import { formatMomentFull, formatNumber } from '#messages/format'
import type { CatalogueWords } from '#server/catalogue-words'
import type { PublicReader } from '#server/public-reader'
import type { WordBook } from '#server/word-book'

const told = ['decided', 'suspended', 'resumed', 'revoked', 'cancelled', 'recorded', 'changeRecorded'] as const
type Told = (typeof told)[number]
const isTold = (type: string): type is Told => (told as readonly string[]).includes(type)
const tones: Partial<Record<Told, 'stop' | 'care'>> = { revoked: 'stop', suspended: 'care' }

type Happenings = NonNullable<Awaited<ReturnType<PublicReader['history']>>>
const reasonIn = (event: Record<string, unknown>) => event.reason as { zh: string; en: string } | undefined

export async function HistoryOf({ happenings, words, book }: { happenings: Happenings; words: CatalogueWords; book: WordBook }) {
  const say = await getTranslations('registerPage.item')
  const items = happenings.flatMap(({ position, type, at, authorityId, event }): TimelineItem[] => {
    if (!isTold(type)) return []
    const reason = book.name(reasonIn(event))
    return [
      {
        key: `entry-${position}`,
        when: formatMomentFull(at),
        at,
        who: words.authority(authorityId),
        what: say(`event.${type}`),
        ...(reason === '' ? {} : { note: reason }),
        ...(tones[type] ? { tone: tones[type] } : {}),
        entry: <a href={`/log/proof/${position}`}>{say('history.receipt', { entry: formatNumber(book.locale, position) })}</a>,
      },
    ]
  })
  if (items.length === 0) return null
  return (
    <section className="gaptop" aria-labelledby="history">
      <SectionHead id="history" title={say('history.title')} end={say('history.end')} />
      <Timeline items={items} words={{ before: say('history.before'), after: say('history.after') }} />
    </section>
  )
}
