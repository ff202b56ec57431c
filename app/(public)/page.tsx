// The front page: one search box, three doors, the recalls in force, and how much the register holds.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Finder } from '#components/ui/finder'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import type { Recall } from '#domain/recall/recall'
import { lanes } from '#domain/tier/vocabulary'
import { formatMomentFull, formatNumber } from '#messages/format'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'
import { RecallAlerts } from './recall-alert.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations('shell'))('title') } }
}

const mostRecalls = 5

export default async function HomePage() {
  const reader = publicReader()
  const [book, say, shell, tier, recalls, filings] = await Promise.all([
    wordBook(),
    getTranslations('publicPage.home'),
    getTranslations('shell'),
    getTranslations('tier'),
    reader.recalls(mostRecalls, true),
    reader.list('filing', { limit: 1 }),
  ])
  const inForce = recalls.filter(({ state }: { state: Partial<Recall> }) => state.published && state.published.end === null)
  const byLane = new Map(filings.facets.lane.map(({ value, n }) => [value, n]))
  const placed = lanes.reduce((sum, lane) => sum + (byLane.get(lane) ?? 0), 0)
  const number = (n: number) => formatNumber(book.locale, n)
  const doors = [
    { href: '/register', words: 'check' },
    { href: '/precheck', words: 'file' },
    { href: '/verify', words: 'verify' },
  ] as const
  return (
    <>
      <h1 className="title pt-5">{say('title')}</h1>
      <p className="t2">{say('lead')}</p>
      <Finder action="/register" label={say('title')} hint={shell('search.publicHint')} go={shell('search.go')} />
      <p className="cap t2">{say('hint')}</p>
      <section className="gaptop" aria-labelledby="recalls">
        <SectionHead id="recalls" title={say('recalls')} end={<a href="/recalls">{say('recallsAll')}</a>} quiet={false} />
        {inForce.length === 0 ? <p className="t2 gaptop">{say('recallsNone')}</p> : <RecallAlerts recalls={inForce} book={book} />}
      </section>
      <nav className="gaptop" aria-label={say('doors')}>
        <div className="doors">
          {doors.map(({ href, words }) => (
            <a key={href} href={href}>
              <b>{say(`${words}.title`)}</b>
              <small>{say(`${words}.text`)}</small>
            </a>
          ))}
        </div>
      </nav>
      <section className="gaptop" aria-labelledby="counts">
        <SectionHead id="counts" title={say('counts')} end={say('countsAsOf', { at: formatMomentFull(filings.asOf) })} />
        {filings.total === 0 ? (
          <p className="t2 gaptop">{say('countsNone')}</p>
        ) : (
          <PlainTable
            caption={say('counts')}
            heads={[say('lane'), say('number')]}
            numbers={[1]}
            rows={[
              ...lanes.map((lane) => [
                <a key={lane} href={`/register?lane=${lane}`}>
                  {tier(`lane.${lane}`)}
                </a>,
                number(byLane.get(lane) ?? 0),
              ]),
              ...(filings.total > placed ? [[say('unplaced'), number(filings.total - placed)]] : []),
              [<b key="all">{say('total')}</b>, <b key="n">{number(filings.total)}</b>],
            ]}
          />
        )}
      </section>
    </>
  )
}
