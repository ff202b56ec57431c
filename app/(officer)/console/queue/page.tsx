// The work queue: fixed queues and saved views, facets whose counts agree with the rows, live rows, keys, bulk assignment.
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { AutoSubmit } from '#components/queue/auto-submit'
import { LiveQueue } from '#components/queue/live-queue'
import { type ColumnName, columnNames, fixedColumns, usualColumns } from '#components/queue/rows'
import { SaveView } from '#components/queue/save-view'
import { LinkButton, Segments } from '#components/ui/button'
import { Sparkline } from '#components/ui/chart'
import { Empty } from '#components/ui/empty'
import { FacetRail, FilterChips, ViewsTabs } from '#components/ui/facet'
import { Pager } from '#components/ui/table'
import { kinds } from '#domain/kinds'
import { formatNumber } from '#messages/format'
import { officerOptions } from '#server/case-acts'
import { officerReader } from '#server/officer-reader'
import { type Asked, askedIn, facetNames, queueFor, queueHref, queueKinds } from '#server/queue'
import { queueWords } from '#server/queue-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('queue'))('title') }
}

type Search = Record<string, string | string[] | undefined>
const paramsOf = (search: Search) =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined ? [] : Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]],
    ),
  )

export default async function QueuePage({ searchParams }: { searchParams: Promise<Search> }) {
  const params = paramsOf(await searchParams)
  const r = await officerReader(`/console/queue?${params}`)
  const asked = askedIn(params, r)
  const [{ page, companies, views, arrived, unfiltered, owners, tabs, dues, api }, jar] = await Promise.all([queueFor(r, asked), cookies()])
  const words = await queueWords(r, asked.kind, owners, companies)
  const { say, locale } = r
  const number = (value: number) => formatNumber(locale, value)
  const kept = (jar.get('queue.columns')?.value ?? '')
    .split('.')
    .filter((name): name is ColumnName => (columnNames as readonly string[]).includes(name))
  const columns = kept.length > 0 ? columnNames.filter((name) => kept.includes(name) || fixedColumns.includes(name)) : usualColumns
  const density = jar.get('queue.density')?.value ?? 'compact'
  const kind = kinds.get(asked.kind)
  const mayAssign = kind?.moves.assign !== undefined && r.posts.some((post) => kind.moves.assign?.by.includes(post.role))
  const facetWord: Record<(typeof facetNames)[number], (value: string) => string> = {
    status: (value) => say(`${asked.kind}.status.${value}`),
    lane: (value) => say(`tier.lane.${value}`),
    sector: r.words.sector,
    scenario: (value) => r.words.pair(value),
    region: r.words.region,
  }
  const chosenIn = (name: (typeof facetNames)[number]) => asked.own[name] ?? []
  const chips = chipsOf(asked, facetWord, say, owners, r.book.name)
  const current = views.find((view) => view.id === asked.viewId)
  const sorted = asked.query.sort ?? 'dueOn'
  return (
    <main id="main" className="flush">
      <h1 className="vh">{say('queue.title')}</h1>
      <ViewsTabs
        label={say('queue.tabs')}
        fixed={tabs.map(({ tab, count }) => ({
          href: `/console/queue?kind=${asked.kind}&tab=${tab}`,
          text: say(`queue.${tab}`),
          count: number(count),
          current: asked.tab === tab && !current,
        }))}
        saved={views.map((view) => ({
          href: `/console/queue?${view.query}${view.query ? '&' : ''}view=${view.id}`,
          text: view.name,
          count: number(view.count),
          current: view.id === asked.viewId,
        }))}
        save={
          <SaveView
            kind={asked.kind}
            query={queueHref(params, {}).split('?')[1] ?? ''}
            current={current?.isMine ? { id: current.id, name: current.name } : null}
            words={{
              save: say('queue.saveView'),
              name: say('queue.viewName'),
              share: say('queue.viewShare'),
              keep: say('queue.viewSave'),
              hint: say('queue.viewHint'),
              close: words.close,
              cancel: words.cancel,
              forget: say('queue.viewForget', { name: current?.name ?? '' }),
              network: words.network,
            }}
          />
        }
        end={
          <>
            {say('queue.arrived', { count: number(arrived.reduce((sum, n) => sum + n, 0)), days: arrived.length })}
            <Sparkline values={arrived} />
          </>
        }
      />
      <div className="queue">
        <FacetRail
          label={say('ui.list.filters')}
          action="/console/queue"
          keep={Object.fromEntries(
            [...params].filter(([name]) => ['tab', 'kind', 'q', 'sort', 'ownerId', 'organisationId', 'dueFrom', 'dueTo'].includes(name)),
          )}
          apply={say('ui.act.apply')}
          facets={[
            facet('status', page.facets.status),
            facet('lane', page.facets.lane),
            {
              name: 'when',
              legend: say('queue.facet.due'),
              options: dues.map(({ choice, count }) => ({
                value: choice,
                text: say(`queue.due.${choice}`),
                count: number(count),
                chosen: asked.when === choice,
              })),
            },
            facet('sector', page.facets.sector),
            facet('scenario', page.facets.scenario),
            ...(page.facets.region.length > 1 || asked.own.region ? [facet('region', page.facets.region)] : []),
          ].filter(({ options }) => options.length > 0)}
        />
        <section>
          <AutoSubmit single={['when']} />
          <LiveQueue
            key={api}
            initial={page}
            api={api}
            plural={kind?.plural ?? `${asked.kind}s`}
            columns={columns}
            density={density in words.densities ? density : 'compact'}
            me={{ id: r.actor.personId, name: r.book.name(r.actor.name) }}
            officers={officerOptions(r, kind?.moves.assign?.by ?? []).map(({ value, label }) => ({ id: value, name: label }))}
            mayAssign={mayAssign}
            sort={
              sorted === 'dueOn'
                ? { column: 'due', direction: 'ascending' }
                : sorted === '-dueOn'
                  ? { column: 'due', direction: 'descending' }
                  : sorted === 'newest'
                    ? { column: 'age', direction: 'ascending' }
                    : sorted === 'oldest'
                      ? { column: 'age', direction: 'descending' }
                      : null
            }
            sortHrefs={{
              due: queueHref(params, { sort: sorted === 'dueOn' ? '-dueOn' : 'dueOn' }),
              age: queueHref(params, { sort: sorted === 'oldest' ? 'newest' : 'oldest' }),
            }}
            words={words}
            chips={
              <>
                <Segments
                  label={say('queue.kinds')}
                  items={queueKinds.map((one) => ({
                    href: `/console/queue?kind=${one}&tab=${asked.tab}`,
                    text: say(`queue.kind.${one}`),
                    current: one === asked.kind,
                  }))}
                />
                <search>
                  <form action="/console/queue" method="get">
                    {[...params]
                      .filter(([name]) => !['q', 'cursor', 'view'].includes(name))
                      .map(([name, value]) => (
                        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
                      ))}
                    <label className="vh" htmlFor="queue-q">
                      {say('queue.searchLabel')}
                    </label>
                    <input
                      className="field w-[216px] text-[13px]"
                      id="queue-q"
                      type="search"
                      name="q"
                      defaultValue={asked.own.q}
                      placeholder={say('queue.searchHint')}
                      maxLength={200}
                      data-search=""
                    />
                  </form>
                </search>
                {asked.hasFault ? <p className="cap care">{say('queue.badQuery')}</p> : null}
                <FilterChips
                  label={say('ui.list.activeFilters')}
                  chips={chips.map((chip) => ({
                    ...chip,
                    removeHref: queueHref(params, chip.change),
                    removeLabel: say('ui.list.removeFilter', { name: `${chip.name} ${chip.value}` }),
                  }))}
                  clear={
                    chips.length > 0
                      ? { href: `/console/queue?kind=${asked.kind}&tab=${asked.tab}`, text: say('ui.list.clearFilters') }
                      : undefined
                  }
                />
              </>
            }
            empty={
              unfiltered > 0 ? (
                <Empty
                  title={say('queue.filtered')}
                  act={<LinkButton href={`/console/queue?kind=${asked.kind}&tab=${asked.tab}`}>{say('ui.empty.clear')}</LinkButton>}
                >
                  {say('queue.filteredHint', { count: number(unfiltered) })}
                </Empty>
              ) : (
                <Empty
                  title={say('queue.empty')}
                  act={
                    asked.tab === 'mine' ? (
                      <LinkButton href={`/console/queue?kind=${asked.kind}&tab=unassigned`}>{say('queue.goUnassigned')}</LinkButton>
                    ) : undefined
                  }
                >
                  {say(asked.tab === 'mine' ? 'queue.emptyMineHint' : 'queue.emptyHint')}
                </Empty>
              )
            }
            pager={
              page.next !== null || asked.own.cursor ? (
                <div className="px-3">
                  <Pager
                    label={say('ui.list.next')}
                    shown={say('ui.list.total', { count: number(page.total) })}
                    first={asked.own.cursor ? { href: queueHref(params, { cursor: null }), text: say('ui.list.first') } : undefined}
                    next={page.next ? { href: queueHref(params, { cursor: page.next }), text: say('ui.list.next') } : undefined}
                  />
                </div>
              ) : null
            }
          />
        </section>
      </div>
    </main>
  )

  function facet(name: (typeof facetNames)[number], counts: readonly { value: string; n: number }[]) {
    const chosen = chosenIn(name)
    const missing = chosen.filter((value) => !counts.some((one) => one.value === value)).map((value) => ({ value, n: 0 }))
    const isAll = params.get('more') === name
    const shown = isAll ? counts : counts.filter((one, place) => place < mostOptions || chosen.includes(one.value))
    return {
      name,
      legend: say(`queue.facet.${name}`),
      options: [...shown, ...missing].map(({ value, n }) => ({
        value,
        text: facetWord[name](value),
        count: number(n),
        chosen: chosen.includes(value),
      })),
      ...(shown.length < counts.length
        ? {
            more: { href: queueHref(params, { more: name }), text: say('ui.list.moreOf', { count: number(counts.length - shown.length) }) },
          }
        : {}),
    }
  }
}

/** A rail longer than the screen narrows nothing. */
const mostOptions = 8

type Change = Record<string, string | readonly string[] | null>

const chipsOf = (
  asked: Asked,
  word: Record<(typeof facetNames)[number], (value: string) => string>,
  say: (key: string, facts?: Record<string, string>) => string,
  owners: ReadonlyMap<string, { zh: string; en: string }>,
  name: (names: { zh: string; en: string } | undefined) => string,
) => {
  const { own, when } = asked
  return [
    ...facetNames.flatMap((facet) =>
      (own[facet] ?? []).map((value) => ({
        name: say(`queue.facet.${facet}`),
        value: word[facet](value),
        change: { [facet]: (own[facet] ?? []).filter((one) => one !== value) } as Change,
      })),
    ),
    ...(when ? [{ name: say('queue.facet.due'), value: say(`queue.due.${when}`), change: { when: null } as Change }] : []),
    ...(own.q ? [{ name: '', value: say('queue.chip.q', { text: own.q }), change: { q: null } as Change }] : []),
    ...(own.ownerId
      ? [
          {
            name: '',
            value: own.ownerId === 'none' ? say('queue.chip.unassigned') : say('queue.chip.owner', { name: name(owners.get(own.ownerId)) }),
            change: { ownerId: null } as Change,
          },
        ]
      : []),
    ...(own.dueFrom ? [{ name: '', value: say('queue.chip.from', { on: own.dueFrom }), change: { dueFrom: null } as Change }] : []),
    ...(own.dueTo ? [{ name: '', value: say('queue.chip.to', { on: own.dueTo }), change: { dueTo: null } as Change }] : []),
  ]
}
