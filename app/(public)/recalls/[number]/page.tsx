// One recall: its notice as anybody may read and print it, how far it has come, and what happened step by step.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Acts } from '#components/ui/button'
import { Mark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Crumbs, SectionHead } from '#components/ui/section'
import { Timeline, type TimelineItem } from '#components/ui/timeline'
import type { Recall } from '#domain/recall/recall'
import { formatMomentFull, formatNumber as printed } from '#messages/format'
import { rangeInWords } from '#messages/range-words'
import { catalogueWords } from '#server/catalogue-words'
import { publicReader } from '#server/public-reader'
import { itemHref } from '#server/register-item'
import { wordBook } from '#server/word-book'
import { ReconsiderationsOf } from '../../register/agents/[number]/reconsiderations-of.tsx'
import { markOfRecall } from '../recall-table.tsx'
import { NoticeOf } from './notice-of.tsx'
import { ProgressOf } from './progress-of.tsx'

type Props = { params: Promise<{ number: string }> }

const found = cache(async (number: string) => {
  const reader = publicReader()
  const id = await reader.idByNumber('recall', decodeURIComponent(number).toUpperCase())
  return { reader, recall: id ? await reader.one<Recall>('recall', id) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ recall }, book, say] = await Promise.all([params.then(({ number }) => found(number)), wordBook(), getTranslations('recallPage')])
  return { title: recall ? `${recall.number} ${book.name(recall.state.agentName)}` : say('title') }
}

const told = [
  'noticeIssued',
  'voluntarilyDeclared',
  'ordered',
  'planPublished',
  'stageReported',
  'finished',
  'emergencyOrdered',
  'emergencyProlonged',
  'emergencyLifted',
  'classRaised',
  'classValidated',
  'versionCleared',
  'closedNoDefect',
  'expansionDropped',
  'terminated',
  'overturned',
] as const
const isTold = (type: string): type is (typeof told)[number] => (told as readonly string[]).includes(type)

export default async function RecallPage({ params }: Props) {
  const { reader, recall } = await found((await params).number)
  const published = recall?.state.published
  if (!recall || !published) notFound()
  const [book, say, catalogue, filings, happenings, outcomes] = await Promise.all([
    wordBook(),
    getTranslations('recallPage'),
    reader.catalogue(),
    reader.filingsOfAgent(published.agentId),
    reader.history('recall', recall.id),
    reader.outcomesAbout([recall.id]),
  ])
  const words = catalogueWords(catalogue, book)
  const risks = (code: string) => {
    const item = catalogue['risk-codes'].items.find(({ id }) => id === code)
    return item ? `${code} ${book.name(item)}` : code
  }
  const number = (n: number) => printed(book.locale, n)
  const steps = (happenings ?? []).flatMap(({ position, type, at, event, authorityId }): TimelineItem[] => {
    // What happened before anything was public says nothing to the public.
    if (!isTold(type) || Object.keys(event).length === 0) return []
    const reason = book.name(event.reason as { zh: string; en: string } | undefined)
    const affected = typeof event.affected === 'number' ? say('event.affected', { count: number(event.affected) }) : ''
    return [
      {
        key: `entry-${position}`,
        when: formatMomentFull(at),
        at,
        who: words.authority(authorityId),
        what: say(`event.${type}`),
        ...(reason || affected ? { note: [affected, reason].filter(Boolean).join(' \u00b7 ') } : {}),
        ...(type === 'ordered' || type === 'emergencyOrdered' ? { tone: 'stop' as const } : {}),
        entry: (
          <a href={`/log/proof/${position}`}>
            {say('acts.receipt')} {number(position)}
          </a>
        ),
      },
    ]
  })
  const [filing] = filings
  const company = book.name(filing?.state.organisationName) || published.organisationName
  return (
    <>
      <div className="crumbs">
        <Crumbs label={say('title')} items={[{ href: '/recalls', text: say('title') }, { text: recall.number ?? '' }]} />
      </div>
      <h1 className="title">
        {book.name(published.agentName)}{' '}
        {rangeInWords(book.locale, (published.notice?.scope ?? published.emergency?.scope)?.versionRange ?? '')}
      </h1>
      <p className="idline">
        <CaseNumber number={published.number} />
        <Mark state={markOfRecall(published)} fill>
          {published.end ? say('ended') : say(`how.${published.how}`)}
        </Mark>
        <span>
          {say('class', { class: published.class ?? 'other' })}
          {published.class ? ` \u00b7 ${say(`classWhy.${published.class}`)}` : ''}
        </span>
        <span>{company}</span>
        <span>{book.say(`recallPage.status.${published.status}`)}</span>
      </p>
      {published.end ? (
        <p className="reading gaptop">
          <b>{published.end.how === 'noDefect' ? say('end.noDefect') : say('end.terminated')}</b> {formatMomentFull(published.end.at)}{' '}
          {book.name(published.end.reason)}
        </p>
      ) : null}
      <div className="gaptop reading">
        <NoticeOf published={published} company={company} position={recall.lastPosition} words={words} book={book} risks={risks} />
        {published.notice ? <p className="cap t2 below">{say('notice.unchanged', { version: String(published.notice.version) })}</p> : null}
        {published.versions.length > 1 ? (
          <p className="cap t2 below">
            {say('notice.versionsTitle')}
            {say('notice.colon')}
            {published.versions
              .map(
                ({ version, issuedAt, droppedAt }) =>
                  `${version} (${formatMomentFull(issuedAt)}${droppedAt ? `, ${say('notice.dropped')}` : ''})`,
              )
              .join(' \u00b7 ')}
          </p>
        ) : null}
        {published.clearedVersionHashes.length > 0 ? (
          <p className="cap t2">{say('notice.cleared', { count: number(published.clearedVersionHashes.length) })}</p>
        ) : null}
      </div>
      <ReconsiderationsOf outcomes={outcomes} words={words} book={book} />
      <ProgressOf progress={published.progress} locale={book.locale} />
      {published.plan ? (
        <section className="gaptop" aria-labelledby="plan">
          <SectionHead id="plan" title={say('notice.plan')} end={say('notice.planAt', { at: formatMomentFull(published.plan.at) })} />
          <p className="reading">{book.name(published.plan.text)}</p>
          {published.plan.address ? (
            <p>
              <a href={published.plan.address} rel="noopener noreferrer nofollow">
                {say('notice.planLink')}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {steps.length > 0 ? (
        <section className="gaptop" aria-labelledby="timeline">
          <SectionHead id="timeline" title={say('timeline.title')} end={say('timeline.end')} />
          <Timeline items={steps} words={{ before: '', after: '' }} />
        </section>
      ) : null}
      <div className="gaptop">
        <Acts>
          {filing ? (
            <a className="btn lg" href={itemHref(filing)}>
              {say('acts.agent')}
            </a>
          ) : null}
          <a href={`/log/proof/${recall.lastPosition}`}>{say('acts.receipt')}</a>
          <a href={`/api/v1/recalls/${recall.id}`}>{say('acts.json')}</a>
        </Acts>
      </div>
    </>
  )
}
