// Every spot check, sealed or drawn: anybody can compute it again.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Sampling } from '#domain/sampling/sampling'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { publicStates } from '#server/public-states'
import { wordBook } from '#server/word-book'
import { LaneNav } from '../lane-nav.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.public'))('spotChecks') }
}

export default async function SpotChecksPage() {
  const reader = publicReader()
  const [book, catalogue, page] = await Promise.all([
    wordBook(),
    reader.catalogue(),
    reader.list('sampling', { sort: 'newest', limit: 200 }),
  ])
  const words = catalogueWords(catalogue, book)
  const states = await publicStates<Sampling>(
    'sampling',
    page.items.map((item) => item.id),
  )
  const { say } = book
  return (
    <>
      <div className="pt-5">
        <Headline title={say('lowLane.public.spotChecks')} about={say('lowLane.sampling.about')} />
      </div>
      <LaneNav book={book} current="/register/spot-checks" />
      {page.items.length === 0 ? (
        <Empty title={say('lowLane.empty.title')} />
      ) : (
        <PlainTable
          caption={say('lowLane.public.spotChecks')}
          heads={[
            say('lowLane.column.status'),
            say('lowLane.sampling.period'),
            say('sampling.field.region'),
            say('sampling.field.size'),
            say('lowLane.sampling.seedHash'),
          ]}
          rows={page.items.map((item) => {
            const state = states.get(item.id)?.state
            return [
              <Mark key="m" state={item.mark as MarkName}>
                {say(`sampling.status.${item.status}`)}
              </Mark>,
              <a key="p" className="nw" href={`/register/spot-checks/${item.id}`}>
                {book.name({ zh: item.titleZh, en: item.titleEn })}
              </a>,
              words.region(item.region),
              state?.seed
                ? say('lowLane.sampling.of', { total: state.eligible?.length ?? 0, size: state.drawn?.length ?? 0 })
                : String(state?.size ?? ''),
              <span key="h" className="mono" style={{ overflowWrap: 'anywhere' }}>
                {state?.seedHash}
              </span>,
            ]
          })}
        />
      )}
    </>
  )
}
