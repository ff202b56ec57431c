// The register: search, facets, pages by cursor, and the same rows as CSV and JSON.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { type Facet, FacetRail, FilterChips } from '#components/ui/facet'
import { Finder } from '#components/ui/finder'
import { SectionHead } from '#components/ui/section'
import { Pager } from '#components/ui/table'
import { formatNumber } from '#messages/format'
import { catalogueWords } from '#server/catalogue-words'
import { listQueryIn } from '#server/list-query'
import { publicReader } from '#server/public-reader'
import { wordBook } from '#server/word-book'
import { hrefOf, hrefWithout, paramsOf, type Search } from '../address.ts'
import { RecallAlerts } from '../recall-alert.tsx'
import { HitList } from './hit-list.tsx'
import { LaneNav } from './lane-nav.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registerPage'))('title') }
}

const base = '/register'
const facetNames = ['mark', 'lane', 'sector', 'region'] as const
type FacetName = (typeof facetNames)[number]
const sorts = { newest: 'newest', '-decidedAt': 'decided', '-changedAt': 'changed' } as const
const isSort = (sort: string | undefined): sort is keyof typeof sorts => sort !== undefined && Object.hasOwn(sorts, sort)
const pageSize = 20

export default async function RegisterPage({ searchParams }: { searchParams: Search }) {
  const reader = publicReader()
  const [params, book, say, shell, ui, tier, catalogue] = await Promise.all([
    paramsOf(searchParams),
    wordBook(),
    getTranslations('registerPage'),
    getTranslations('shell'),
    getTranslations('ui'),
    getTranslations('tier'),
    reader.catalogue(),
  ])
  const words = catalogueWords(catalogue, book)
  // What a page cannot read in its address it leaves aside; the API refuses it.
  const { query } = listQueryIn(params)
  const { isOpen: _open, ownerId: _owner, labId: _lab, dueFrom: _from, dueTo: _to, link: _link, ...asked } = query
  const sort = isSort(asked.sort) ? asked.sort : 'newest'
  const q = asked.q?.trim() ?? ''
  const wanted = { ...asked, sort, limit: pageSize }
  const [page, recalls] = await Promise.all([reader.list('filing', wanted), reader.recalls(2, true)])
  const number = (n: number) => formatNumber(book.locale, n)

  const wordOf: Record<FacetName, (value: string) => string> = {
    mark: (value) => book.say(`registerPage.mark.${value}`),
    lane: (value) => book.say(`tier.lane.${value}`),
    sector: words.sector,
    region: words.region,
  }
  const chosen = facetNames.flatMap((name) => (query[name] ?? []).map((value) => ({ name, value })))
  const facets = facetNames.flatMap((name): Facet[] => {
    const known = page.facets[name].map(({ value, n }) => ({ value, count: number(n) }))
    const rest = (query[name] ?? [])
      .filter((value) => !known.some((one) => one.value === value))
      .map((value) => ({ value, count: number(0) }))
    const options = [...known, ...rest].map(({ value, count }) => ({
      value,
      count,
      text: wordOf[name](value),
      chosen: query[name]?.includes(value) ?? false,
    }))
    return options.length === 0 ? [] : [{ name, legend: name === 'lane' ? tier('lane.name') : say(`facet.${name}`), options }]
  })
  const unfiltered = page.total > 0 || chosen.length === 0 ? null : (await reader.list('filing', { ...(q ? { q } : {}), limit: 1 })).total
  const keep = Object.fromEntries([...(q ? [['q', q]] : []), ...(sort === 'newest' ? [] : [['sort', sort]])])
  const rail = <FacetRail label={say('facet.label')} action={base} facets={facets} apply={say('facet.apply')} keep={keep} />
  const title = q
    ? page.totalIsCapped
      ? say('resultsMany', { query: q, count: number(page.total) })
      : say('results', { query: q, count: number(page.total) })
    : say('all', { count: number(page.total) })
  const data = new URLSearchParams(params)
  data.delete('cursor')
  const asData = data.toString()

  return (
    <>
      <Finder action={base} value={q} label={say('findLabel')} hint={shell('search.publicHint')} go={shell('search.go')} />
      <LaneNav book={book} current={base} />
      <RecallAlerts recalls={recalls.filter(({ state }) => state.published?.end === null)} book={book} />
      <div className="pubgrid">
        {facets.length === 0 ? <div /> : rail}
        <section aria-label={say('title')}>
          <SectionHead
            level={1}
            title={title}
            quiet={false}
            end={
              <>
                <a href="/feeds/recalls.atom">{say('feed')}</a> <a href={`/register.csv${asData ? `?${asData}` : ''}`}>CSV</a>{' '}
                <a href={`/api/v1/filings?scope=public${asData ? `&${asData}` : ''}`}>JSON</a>
              </>
            }
          />
          <FilterChips
            label={ui('list.activeFilters')}
            chips={chosen.map(({ name, value }) => ({
              name: name === 'lane' ? tier('lane.name') : say(`facet.${name}`),
              value: wordOf[name](value),
              removeHref: hrefWithout(base, params, name, value),
              removeLabel: ui('list.removeFilter', { name: wordOf[name](value) }),
            }))}
            clear={{
              href: hrefOf(base, params, Object.fromEntries(facetNames.map((name) => [name, null]))),
              text: ui('list.clearFilters'),
            }}
          />
          {page.total > 1 && !q ? (
            <p className="cap t2 row wide flex-wrap pt-2">
              <span>{say('sort.label')}</span>
              {Object.entries(sorts).map(([value, word]) =>
                value === sort ? (
                  <b key={value}>{say(`sort.${word}`)}</b>
                ) : (
                  <a key={value} className="nw" href={hrefOf(base, params, { sort: value })} rel="nofollow">
                    {say(`sort.${word}`)}
                  </a>
                ),
              )}
            </p>
          ) : null}
          {page.items.length > 0 ? (
            <>
              <HitList items={page.items} query={q} reader={reader} words={words} book={book} />
              <Pager
                label={say('title')}
                shown={say('shownPart', { n: number(page.items.length), count: number(page.total) })}
                {...(page.next ? { next: { href: hrefOf(base, params, { cursor: page.next }), text: ui('list.next') } } : {})}
                {...(query.cursor ? { first: { href: hrefOf(base, params, {}), text: ui('list.first') } } : {})}
              />
            </>
          ) : q || chosen.length > 0 ? (
            <Empty
              title={say('none.title')}
              act={
                chosen.length > 0 ? (
                  <a href={hrefOf(base, params, Object.fromEntries(facetNames.map((name) => [name, null])))}>{ui('empty.clear')}</a>
                ) : (
                  <a href={base}>{say('none.all')}</a>
                )
              }
            >
              <p>{say('none.text')}</p>
              {q ? <p>{say('none.other')}</p> : null}
              {unfiltered === null ? null : <p>{say('none.filtered', { count: number(unfiltered) })}</p>}
            </Empty>
          ) : (
            <Empty title={say('empty.title')} act={<a href="/precheck">{shell('public.precheck')}</a>}>
              <p>{say('empty.text')}</p>
            </Empty>
          )}
        </section>
      </div>
    </>
  )
}
