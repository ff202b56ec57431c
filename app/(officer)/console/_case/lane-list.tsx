// One list of the lower-risk lane in the console: tabs of the four kinds, states as chips, search, rows, paging.
import type { ReactNode } from 'react'
import { Empty } from '#components/ui/empty'
import { Mark, type MarkName } from '#components/ui/mark'
import { Headline } from '#components/ui/section'
import { DataTable, Pager } from '#components/ui/table'
import { Tabs } from '#components/ui/tabs'
import { formatNumber } from '#messages/format'
import { paramsOf, type SearchParams, withQuery } from '#server/address'
import { deskReader, type Item } from '#server/desk-reader'
import { dueOfItem } from '#server/due'
import { listAsked, pagerOf } from '#server/list-page'
import { type LaneKind, laneAddress, laneTabs } from '#server/low-lane-view'

const kinds = ['selftest', 'sampling', 'report', 'credit'] as const

export async function LaneList({
  kind,
  searchParams,
  act,
  about,
}: {
  kind: LaneKind
  searchParams: SearchParams
  act?: ReactNode
  about?: string
}) {
  const path = `/console/${laneAddress[kind]}`
  const params = await paramsOf(searchParams)
  const r = await deskReader(`${path}?${params}`)
  const { say, book, words } = r
  const { own, query } = listAsked(params, [], { sort: 'newest', limit: 50 })
  const page = await r.list(kind, query)
  const chosen = own.status ?? []
  const isFiltered = chosen.length > 0 || (own.q ?? '') !== ''
  const href = (item: Item) => `${path}/${item.id}`
  return (
    <main id="main" className="tight">
      <Headline title={say(`lowLane.tab.${kind}`)} about={about ?? say('lowLane.about')} end={act} />
      <Tabs label={say('lowLane.title')} tabs={laneTabs(say, '/console', kinds, kind)} />
      <form action={path} className="row wide" role="search" style={{ padding: '12px 0' }}>
        <label htmlFor="lane-q" className="vh">
          {say('portal.list.search')}
        </label>
        <input
          id="lane-q"
          name="q"
          type="search"
          className="field"
          style={{ maxWidth: 320 }}
          placeholder={say('portal.list.search')}
          defaultValue={own.q ?? ''}
        />
        <button type="submit" className="btn">
          {say('ui.act.search')}
        </button>
      </form>
      {page.facets.status.length > 1 || isFiltered ? (
        <nav className="chips" aria-label={say('lowLane.column.status')}>
          {page.facets.status.map(({ value, n }) => (
            <a
              key={value}
              className="chip"
              aria-current={chosen.includes(value) ? 'true' : undefined}
              href={withQuery(path, params, { cursor: null, status: chosen.includes(value) ? null : value })}
            >
              {say(`${kind}.status.${value}`)} <b>{formatNumber(book.locale, n)}</b>
            </a>
          ))}
          {isFiltered ? <a href={path}>{say('ui.empty.clear')}</a> : null}
        </nav>
      ) : null}
      {page.items.length === 0 ? (
        <Empty title={say(isFiltered ? 'lowLane.empty.filtered' : 'lowLane.empty.title')}>{say('lowLane.empty.hint')}</Empty>
      ) : (
        <>
          <DataTable
            label={say(`lowLane.tab.${kind}`)}
            edge
            columns={[
              { key: 'status', head: say('lowLane.column.status'), width: 120 },
              { key: 'number', head: say('lowLane.column.number'), width: 230 },
              { key: 'title', head: say('lowLane.column.title') },
              { key: 'scenario', head: say('lowLane.column.scenario'), width: 210, low: true },
              { key: 'organisation', head: say('lowLane.column.organisation'), width: 220, low: true },
              { key: 'due', head: say('lowLane.column.due'), width: 150 },
            ]}
            rows={page.items.map((item) => {
              const due = r.due(dueOfItem(item, r.catalogue, r.today))
              return {
                key: item.id,
                late: due.late,
                cells: [
                  <Mark key="m" state={item.mark as MarkName}>
                    {say(`${kind}.status.${item.status}`)}
                  </Mark>,
                  <a key="n" href={href(item)} className={item.number ? 'mono nw' : undefined}>
                    {item.number ?? say('lowLane.open')}
                  </a>,
                  <a key="t" className="quiet" href={href(item)}>
                    <b>{book.name({ zh: item.titleZh, en: item.titleEn })}</b>
                  </a>,
                  item.scenario ? words.pair(item.scenario) : words.region(item.region),
                  item.organisationName ?? '',
                  <span key="d">
                    {due.day ?? ''} <small className="t2">{item.dueOn ? due.meaning : ''}</small>
                  </span>,
                ],
              }
            })}
          />
          <Pager {...pagerOf(path, params, page, book)} />
        </>
      )}
    </main>
  )
}
