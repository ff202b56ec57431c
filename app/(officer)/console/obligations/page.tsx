// Testing obligations as a list, a board or a calendar: one address for each, with the same filters.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportButton } from '#components/case/export-button'
import { AutoSubmit } from '#components/queue/auto-submit'
import { LinkButton, Segments } from '#components/ui/button'
import { FacetRail, FilterChips, ListBar } from '#components/ui/facet'
import { Headline } from '#components/ui/section'
import { dateOf, dayOf } from '#domain/clock/day'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { chipsOf, clearHref, facetsOf, listAsked } from '#server/list-page'
import { BoardView } from './board-view.tsx'
import { CalendarView } from './calendar-view.tsx'
import { ListView } from './list-view.tsx'

const path = '/console/obligations'
const views = ['list', 'board', 'calendar'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('obligationDesk'))('title') }
}

export default async function ObligationsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}?${params}`)
  const { say, words } = r
  const view = views.find((one) => one === params.get('view')) ?? 'list'
  const { own, query, hasFault } = listAsked(params, ['view', 'month'], {
    sort: 'dueOn',
    limit: 50,
    ...(params.has('isOpen') || params.has('status') ? {} : { isOpen: true }),
  })
  const dimensions = [
    { name: 'status' as const, legend: say('obligationDesk.facet.status'), word: (value: string) => say(`obligation.status.${value}`) },
    { name: 'sector' as const, legend: say('obligationDesk.facet.sector'), word: words.sector },
    { name: 'scenario' as const, legend: say('obligationDesk.facet.scenario'), word: words.pair },
    { name: 'lane' as const, legend: say('obligationDesk.facet.lane'), word: (value: string) => say(`tier.lane.${value}`) },
    { name: 'region' as const, legend: say('obligationDesk.facet.region'), word: words.region },
  ]
  const asked = { path, params, own, book: r.book, dimensions }
  const late = { isOpen: true, dueTo: dateOf(dayOf(r.today) - 1), limit: 1 }
  const [page, overdue] = await Promise.all([r.obligationPage(query), r.obligationPage({ ...own, ...late, cursor: undefined })])
  const api = `/api/v1/obligations?${new URLSearchParams([...params].filter(([name]) => !['view', 'month', 'cursor', 'limit', 'lang', 'theme', 'elder'].includes(name)))}`
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-4">
        <Headline
          title={say('obligationDesk.title')}
          about={
            overdue.total > 0 ? (
              <a className="stop" href={withQuery(path, params, { view: null, isOpen: 'true', dueTo: late.dueTo, cursor: null })}>
                {say('obligationDesk.overdue', { count: formatNumber(r.locale, overdue.total) })}
              </a>
            ) : (
              say('obligationDesk.overdueNone')
            )
          }
          end={
            <>
              <Segments
                label={say('obligationDesk.views')}
                items={views.map((one) => ({
                  href: withQuery(path, params, { view: one === 'list' ? null : one, cursor: null }),
                  text: say(`obligationDesk.view.${one}`),
                  current: one === view,
                }))}
              />
              <LinkButton size="sm" href="/console/labs">
                {say('obligationDesk.labs.title')}
              </LinkButton>
              <ExportButton api={api} name="obligations" text={say('obligationDesk.export')} failed={say('obligationDesk.exportFailed')} />
            </>
          }
        />
      </div>
      <div className={view === 'list' ? 'queue' : undefined}>
        {view === 'list' ? (
          <FacetRail
            label={say('ui.list.filters')}
            action={path}
            apply={say('ui.act.apply')}
            keep={Object.fromEntries(
              [...params].filter(([name]) =>
                ['view', 'q', 'sort', 'isOpen', 'dueFrom', 'dueTo', 'organisationId', 'labId', 'tie'].includes(name),
              ),
            )}
            facets={facetsOf(asked, page.facets)}
          />
        ) : null}
        <section>
          {view === 'board' ? null : (
            <div className={view === 'calendar' ? 'px-3' : undefined}>
              <ListBar
                chips={
                  <>
                    <Segments
                      label={say('obligationDesk.scopes')}
                      items={[
                        {
                          href: withQuery(path, params, { isOpen: null, status: null, cursor: null }),
                          text: say('obligationDesk.openOnly'),
                          current: query.isOpen === true,
                        },
                        {
                          href: withQuery(path, params, { isOpen: 'all', cursor: null }),
                          text: say('obligationDesk.all'),
                          current: query.isOpen === undefined,
                        },
                      ]}
                    />
                    <FilterChips
                      label={say('ui.list.activeFilters')}
                      chips={chipsOf(asked)}
                      clear={chipsOf(asked).length > 0 ? { href: clearHref(asked), text: say('ui.list.clearFilters') } : undefined}
                    />
                    {hasFault ? <span className="care cap">{say('obligationDesk.badQuery')}</span> : null}
                  </>
                }
                shown={
                  view === 'list'
                    ? say('obligationDesk.shown', { total: formatNumber(r.locale, page.total), count: page.lines.length })
                    : undefined
                }
              />
            </div>
          )}
          {view === 'list' ? (
            <ListView path={path} params={params} page={page} sort={query.sort} clear={clearHref(asked)} r={r} />
          ) : view === 'board' ? (
            <BoardView query={query} r={r} />
          ) : (
            <CalendarView params={params} query={query} r={r} />
          )}
        </section>
      </div>
      {view === 'list' ? <AutoSubmit /> : null}
    </main>
  )
}
