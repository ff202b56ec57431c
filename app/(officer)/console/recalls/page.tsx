// The recalls: what is in force and what is suspected, whom each reaches, how far it has come, which date is next.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportButton } from '#components/case/export-button'
import { AutoSubmit } from '#components/queue/auto-submit'
import { LinkButton, Segments } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { FacetRail, FilterChips, ListBar } from '#components/ui/facet'
import type { MarkName } from '#components/ui/mark'
import { dueHtml, html, markHtml, numberHtml } from '#components/ui/markup'
import { Headline } from '#components/ui/section'
import { DataTable, Pager } from '#components/ui/table'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { deskReader } from '#server/desk-reader'
import { chipsOf, clearHref, dueSort, facetsOf, listAsked, pagerOf } from '#server/list-page'
import { recallLine } from '#server/recall-lines'

const path = '/console/recalls'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recallDesk'))('title') }
}

export default async function RecallsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}?${params}`)
  const { say } = r
  const { own, query } = listAsked(params, [], {
    sort: 'dueOn',
    limit: 50,
    ...(params.has('isOpen') || params.has('status') ? {} : { isOpen: true }),
  })
  const dimensions = [
    { name: 'status' as const, legend: say('recallDesk.facet.status'), word: (value: string) => say(`recall.status.${value}`) },
    { name: 'sector' as const, legend: say('recallDesk.facet.sector'), word: r.words.sector },
    { name: 'scenario' as const, legend: say('recallDesk.facet.scenario'), word: r.words.pair },
    { name: 'region' as const, legend: say('recallDesk.facet.region'), word: r.words.region },
  ]
  const asked = { path, params, own, book: r.book, dimensions }
  const [page, open] = await Promise.all([r.recallPage(query), r.openCounts(['recall'])])
  const lines = page.lines.map((line) => recallLine(line, r))
  const column = (key: string) => say(`recallDesk.column.${key}`)
  const chips = chipsOf(asked)
  const rows = html`${lines.map(
    (line) =>
      html`<tr class="${line.due.late ? 'late' : ''}"><td>${markHtml(line.mark as MarkName, line.word)}</td><td>${line.number ? numberHtml(line.number, line.href) : html`<a href="${line.href}">${say('recallDesk.noNumber')}</a>`}</td><td>${line.class}</td><td><a class="quiet" href="${line.href}"><b>${line.agent}</b></a></td><td class="t2">${line.versions}</td><td class="t2">${line.issued}</td><td class="num">${line.affected}</td><td class="num t2">${line.acknowledged}</td><td class="num"><b>${line.proved}</b></td><td class="due">${dueHtml(line.due)}</td><td class="lo t2">${line.organisation}</td></tr>`,
  )}`
  return (
    <main id="main" className="flush">
      <div className="px-6 pt-4">
        <Headline
          title={say('recallDesk.title')}
          about={say('recallDesk.about', { count: formatNumber(r.locale, open.recall ?? 0) })}
          end={
            <>
              <ExportButton
                api={`/api/v1/recalls?${params}`}
                name="recalls"
                text={say('recallDesk.export')}
                failed={say('recallDesk.exportFailed')}
              />
              {r.has('recall_officer') ? (
                <LinkButton tone="go" size="sm" href={`${path}/new`}>
                  {say('recallDesk.create')}
                </LinkButton>
              ) : null}
            </>
          }
        />
      </div>
      <div className="queue">
        <FacetRail
          label={say('ui.list.filters')}
          action={path}
          apply={say('ui.act.apply')}
          keep={Object.fromEntries([...params].filter(([name]) => ['q', 'sort', 'isOpen', 'organisationId', 'tie'].includes(name)))}
          facets={facetsOf(asked, page.facets)}
        />
        <section>
          <ListBar
            chips={
              <>
                <Segments
                  label={say('recallDesk.scopes')}
                  items={[
                    {
                      href: withQuery(path, params, { isOpen: null, status: null, cursor: null }),
                      text: say('recallDesk.openOnly'),
                      current: query.isOpen === true,
                    },
                    {
                      href: withQuery(path, params, { isOpen: 'all', cursor: null }),
                      text: say('recallDesk.all'),
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
            shown={say('recallDesk.shown', { total: formatNumber(r.locale, page.total), count: lines.length })}
          />
          {lines.length === 0 ? (
            <div className="px-3">
              {chips.length > 0 || params.has('isOpen') ? (
                <Empty
                  title={say('recallDesk.empty.filtered')}
                  act={<LinkButton href={`${path}?isOpen=all`}>{say('recallDesk.empty.clear')}</LinkButton>}
                >
                  {say('recallDesk.empty.filteredHint')}
                </Empty>
              ) : (
                <Empty title={say('recallDesk.empty.title')}>{say('recallDesk.empty.hint')}</Empty>
              )}
            </div>
          ) : (
            <DataTable
              label={say('recallDesk.title')}
              columns={[
                { key: 'status', head: column('status'), width: 132 },
                { key: 'number', head: column('number'), width: 132 },
                { key: 'class', head: column('class'), width: 76 },
                { key: 'agent', head: column('agent'), width: 120 },
                { key: 'versions', head: column('versions') },
                { key: 'issued', head: column('issued'), width: 96 },
                { key: 'affected', head: column('affected'), width: 74, number: true },
                { key: 'acknowledged', head: column('acknowledged'), width: r.locale === 'en' ? 108 : 74, number: true },
                { key: 'proved', head: column('proved'), width: 74, number: true },
                { key: 'due', head: column('due'), width: 128, ...dueSort(path, params, query.sort) },
                { key: 'organisation', head: column('organisation'), width: 150, low: true },
              ]}
              rowsHtml={rows}
            />
          )}
          {page.next !== null || params.get('cursor') ? (
            <div className="px-3">
              <Pager {...pagerOf(path, params, page, r.book)} />
            </div>
          ) : null}
        </section>
      </div>
      <AutoSubmit />
    </main>
  )
}
