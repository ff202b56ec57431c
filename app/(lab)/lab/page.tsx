// The orders of the laboratory: number, agent, what is to be tested, due when, and how far it is.
import type { Metadata } from 'next'
import { CaseList } from '#components/portal/case-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline } from '#components/ui/section'
import { labReader } from '#server/company-reader'
import { dueOfItem, dueWords } from '#server/due'
import { listQueryIn } from '#server/list-query'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await labReader()
  return { title: say('shell.lab.orders') }
}

export default async function LabHome({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const r = await labReader()
  const { say, book } = r
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    if (typeof value === 'string' && !['lang', 'theme', 'elder'].includes(name)) params.set(name, value)
  const { query } = listQueryIn(params)
  const [page, all, due] = await Promise.all([
    r.list('obligation', { sort: 'dueOn', ...query, labId: r.organisationId, limit: 50 }),
    r.list('obligation', { labId: r.organisationId, limit: 1 }),
    dueWords(book.locale, r.today),
  ])
  const chosen = query.status?.[0]
  const isFiltered = chosen !== undefined || (query.q ?? '') !== ''
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <Headline title={say('shell.lab.orders')} about={say('labPage.about')} />
      <CaseList
        label={say('shell.lab.orders')}
        base="/lab"
        q={query.q ?? ''}
        isFiltered={isFiltered}
        clearHref="/lab"
        facets={page.facets.status.map(({ value, n }) => ({
          value,
          n,
          text: say(`obligation.status.${value}`),
          isOn: value === chosen,
          href: value === chosen ? '/lab' : `/lab?status=${value}`,
        }))}
        next={page.next ? `/lab?${new URLSearchParams({ ...Object.fromEntries(params), cursor: page.next })}` : null}
        first={params.has('cursor') ? '/lab' : null}
        empty={{ title: say('labPage.empty'), hint: say('labPage.emptyHint') }}
        words={{
          search: say('portal.list.search'),
          find: say('ui.act.search'),
          all: say('portal.list.all'),
          clear: say('ui.empty.clear'),
          filtered: say('ui.empty.filtered'),
          filteredHint: say('ui.empty.filteredHint', { count: all.total }),
          shown: say('ui.list.total', { count: page.total }),
          next: say('ui.list.next'),
          first: say('ui.list.first'),
          pages: say('portal.list.pages'),
        }}
        heads={[
          say('portal.col.number'),
          say('portal.col.test'),
          say('portal.col.scenario'),
          say('portal.col.state'),
          say('portal.col.due'),
        ]}
        rows={page.items.map((item) => {
          const meaning = due(dueOfItem(item, r.catalogue, r.today))
          return [
            <CaseNumber key="n" number={item.number ?? ''} href={`/lab/orders/${item.id}`} />,
            <a key="a" href={`/lab/orders/${item.id}`}>
              {book.name({ zh: item.titleZh, en: item.titleEn })}
            </a>,
            r.words.pair(item.scenario),
            <Mark key="m" state={item.mark as MarkName}>
              {say(`obligation.status.${item.status}`)}
            </Mark>,
            <span key="d" className={meaning.late ? 'stop' : undefined}>
              {meaning.day} {meaning.meaning}
            </span>,
          ]
        })}
      />
    </main>
  )
}
