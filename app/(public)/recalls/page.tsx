// All public recalls: those in force first, then those that have ended.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Headline, SectionHead } from '#components/ui/section'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'
import { RecallTable } from './recall-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('recallPage'))('title'),
    alternates: { types: { 'application/atom+xml': '/feeds/recalls.atom', 'application/feed+json': '/feeds/recalls.json' } },
  }
}

const most = 500

export default async function RecallsPage() {
  const reader = publicReader()
  const [book, say, recalls] = await Promise.all([wordBook(), getTranslations('recallPage'), reader.recalls(most, false)])
  const active = recalls.filter(({ state }) => state.published && !state.published.end)
  const ended = recalls.filter(({ state }) => state.published?.end)
  return (
    <>
      <div className="pt-5">
        <Headline
          title={say('title')}
          about={say('lead')}
          end={
            <span className="row">
              {say('feeds')} <a href="/feeds/recalls.atom">Atom</a> <a href="/feeds/recalls.json">JSON Feed</a>
            </span>
          }
        />
      </div>
      {recalls.length === 0 ? (
        <Empty title={say('none.title')}>
          <p>{say('none.text')}</p>
        </Empty>
      ) : (
        <>
          <section aria-labelledby="active">
            <SectionHead id="active" title={say('active')} />
            {active.length === 0 ? (
              <p className="t2">{say('noActive')}</p>
            ) : (
              <RecallTable recalls={active} book={book} caption={say('active')} />
            )}
          </section>
          {ended.length === 0 ? null : (
            <section className="gaptop" aria-labelledby="ended">
              <SectionHead id="ended" title={say('ended')} />
              <RecallTable recalls={ended} book={book} caption={say('ended')} />
            </section>
          )}
        </>
      )}
    </>
  )
}
