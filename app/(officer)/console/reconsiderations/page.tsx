// The reconsiderations: which decision is challenged by whom, how far it has come, which date is next, and how it ended.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton, Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { FacetRail, FilterChips, ListBar } from '#components/ui/facet'
import type { MarkName } from '#components/ui/mark'
import { dueHtml, html, markHtml, numberHtml } from '#components/ui/markup'
import { Headline } from '#components/ui/section'
import { DataTable, Pager } from '#components/ui/table'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { dueOfItem } from '#server/due'
import { chipsOf, clearHref, dueSort, facetsOf, listAsked, pagerOf } from '#server/list-page'
import { reconsiderationsFor } from '#server/reconsideration-view'

const path = '/console/reconsiderations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reconsiderationDesk'))('title') }
}

export default async function ReconsiderationsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await reconsiderationsFor(`${path}?${params}`)
  const { say } = r
  const { own, query } = listAsked(params, [], {
    sort: 'dueOn',
    limit: 50,
    // Decided cases are public: the list of an office holds what its posts reach, not everybody's outcomes.
    ...(params.has('isOpen') || params.has('status') ? {} : { isOpen: true }),
  })
  const dimensions = [
    {
      name: 'status' as const,
      legend: say('reconsiderationDesk.column.status'),
      word: (value: string) => say(`reconsideration.status.${value}`),
    },
    { name: 'sector' as const, legend: say('reconsideration.field.sector'), word: r.words.sector },
    { name: 'region' as const, legend: say('reconsideration.field.region'), word: r.words.region },
  ]
  const asked = { path, params, own, book: r.book, dimensions }
  const [page, open] = await Promise.all([r.page(query), r.openCounts(['reconsideration'])])
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const chips = chipsOf(asked)
  const rows = html`${page.lines.map(({ item, shown }) => {
    const due = r.due(dueOfItem(item, r.catalogue, r.today))
    const href = `${path}/${item.id}`
    const { challenged, published } = shown.state
    const act = challenged?.what ?? published?.act
    const outcome = published ? say(`reconsideration.option.reconsiderationOutcomes.${published.outcome}`) : ''
    return html`<tr class="${due.late ? 'late' : ''}"><td>${markHtml(item.mark as MarkName, say(`reconsideration.status.${item.status}`))}</td><td>${item.number ? numberHtml(item.number, href) : html`<a href="${href}">${word('noNumber')}</a>`}</td><td><a class="quiet" href="${href}"><b>${r.book.name({ zh: item.titleZh, en: item.titleEn })}</b></a></td><td class="t2">${act ? say(`reconsideration.option.challengedActs.${act}`) : ''}</td><td>${outcome}</td><td class="due">${dueHtml(due)}</td><td class="lo t2">${item.organisationName ?? ''}</td></tr>`
  })}`
  const columns = [
    { key: 'status', head: word('column.status'), width: 120 },
    { key: 'number', head: word('column.number'), width: 210 },
    { key: 'agent', head: word('column.agent'), width: 150 },
    { key: 'act', head: word('column.act') },
    { key: 'outcome', head: word('column.outcome'), width: 120 },
    { key: 'due', head: word('column.due'), width: 128, ...dueSort(path, params, query.sort) },
    { key: 'organisation', head: word('column.organisation'), width: 170, low: true },
  ]
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-4">
        <Headline title={word('title')} about={word('about', { count: formatNumber(r.locale, open.reconsideration ?? 0) })} />
      </div>
      <div className="queue">
        <FacetRail
          label={say('ui.list.filters')}
          action={path}
          apply={say('ui.act.apply')}
          keep={Object.fromEntries([...params].filter(([name]) => ['q', 'sort', 'isOpen'].includes(name)))}
          facets={facetsOf(asked, page.facets)}
        />
        <section>
          <ListBar
            chips={
              <>
                <Segments
                  label={word('scopes')}
                  items={[
                    {
                      href: withQuery(path, params, { isOpen: null, status: null, cursor: null }),
                      text: word('openOnly'),
                      current: query.isOpen === true,
                    },
                    {
                      href: withQuery(path, params, { isOpen: 'all', cursor: null }),
                      text: word('all'),
                      current: query.isOpen === undefined,
                    },
                  ]}
                />
                <FilterChips
                  label={say('ui.list.activeFilters')}
                  chips={chips}
                  clear={chips.length > 0 ? { href: clearHref(asked), text: say('ui.list.clearFilters') } : undefined}
                />
              </>
            }
            shown={word('shown', { total: formatNumber(r.locale, page.total), count: page.lines.length })}
          />
          {page.lines.length === 0 ? (
            <div className="px-3">
              {chips.length > 0 ? (
                <Empty title={word('empty.filtered')} act={<LinkButton href={`${path}?isOpen=all`}>{word('empty.clear')}</LinkButton>} />
              ) : (
                <Empty title={word('empty.title')}>{word('empty.hint')}</Empty>
              )}
            </div>
          ) : (
            <DataTable label={word('title')} columns={columns} rowsHtml={rows} />
          )}
          {page.next !== null || params.get('cursor') ? (
            <div className="px-3">
              <Pager {...pagerOf(path, params, page, r.book)} />
            </div>
          ) : null}
        </section>
      </div>
    </main>
  )
}
