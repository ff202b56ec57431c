// The self-tested agents of the lower-risk lane: who signed, for what, until when, and what no longer holds.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Finder } from '#components/ui/finder'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { Pager, PlainTable } from '#components/ui/table'
import type { Selftest } from '#domain/selftest/selftest'
import { formatNumber } from '#messages/format'
import { catalogueWords } from '#server/catalogue-words'
import { listQueryIn } from '#server/list-query'
import { publicReader } from '#server/public-reader'
import { publicStates } from '#server/public-states'
import { wordBook } from '#server/word-book'
import { hrefOf, paramsOf, type Search } from '../../address.ts'
import { LaneNav } from '../lane-nav.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lowLane.public'))('title') }
}

const base = '/register/self-tests'
const pageSize = 50

export default async function SelftestsPage({ searchParams }: { searchParams: Search }) {
  const reader = publicReader()
  const [params, book, ui, shell, catalogue] = await Promise.all([
    paramsOf(searchParams),
    wordBook(),
    getTranslations('ui'),
    getTranslations('shell'),
    reader.catalogue(),
  ])
  const words = catalogueWords(catalogue, book)
  const say = (key: string, facts: Record<string, string | number> = {}) => book.say(`lowLane.public.${key}`, facts)
  const { query } = listQueryIn(params)
  const q = query.q?.trim() ?? ''
  const page = await reader.list('selftest', {
    ...(q ? { q } : {}),
    ...(query.cursor ? { cursor: query.cursor } : {}),
    sort: 'newest',
    limit: pageSize,
  })
  const states = await publicStates<Selftest>(
    'selftest',
    page.items.map((item) => item.id),
  )
  return (
    <>
      <Finder action={base} value={q} label={say('search')} hint={say('search')} go={shell('search.go')} />
      <Headline title={say('title')} about={say('about')} />
      <LaneNav book={book} current={base} />
      {page.items.length === 0 ? (
        <Empty title={say('none')} />
      ) : (
        <>
          <PlainTable
            caption={say('title')}
            heads={['status', 'number', 'title', 'organisation', 'scenario', 'due'].map((key) => book.say(`lowLane.column.${key}`))}
            rows={page.items.map((item) => {
              const state = states.get(item.id)?.state
              return [
                <Mark key="m" state={(item.lane === 'low' ? 'submitted' : item.mark) as MarkName}>
                  {item.lane === 'low'
                    ? `${say('holds')} · ${say('lane')}`
                    : state?.tombstone
                      ? say(`because.${state.tombstone.because}`)
                      : say('lost')}
                </Mark>,
                <a key="n" className="mono nw" href={`${base}/${item.number}`}>
                  {item.number}
                </a>,
                <a key="t" href={`${base}/${item.number}`}>
                  {book.name({ zh: item.titleZh, en: item.titleEn })} {state?.version ?? ''}
                </a>,
                item.organisationName ?? '',
                words.pair(item.scenario),
                state?.tombstone ? state.tombstone.on : state?.validUntil ? book.say('lowLane.validUntil', { on: state.validUntil }) : '',
              ]
            })}
          />
          <Pager
            label={say('title')}
            shown={book.say('ui.list.total', { count: formatNumber(book.locale, page.total) })}
            {...(page.next ? { next: { href: hrefOf(base, params, { cursor: page.next }), text: ui('list.next') } } : {})}
            {...(query.cursor ? { first: { href: hrefOf(base, params, {}), text: ui('list.first') } } : {})}
          />
        </>
      )}
    </>
  )
}
