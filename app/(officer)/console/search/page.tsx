// Search over everything this officer may see, in groups; an exact number comes first.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '#components/ui/empty'
import { Found } from '#components/ui/finder'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Headline, SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { formatNumber } from '#messages/format'
import { companyNames } from '#server/company-names'
import { caseHref } from '#server/day'
import { dueOfItem } from '#server/due'
import { officerReader } from '#server/officer-reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('console'))('search.title') }
}

const groups = ['filing', 'deployment', 'agent', 'organisation', 'recall', 'obligation', 'reconsideration'] as const
const mostShown = 10
/** Where the whole list of a kind can be searched; agents and organisations have no list of their own. */
const listOf: Partial<Record<(typeof groups)[number], string>> = {
  filing: '/console/queue?tab=all&kind=filing',
  deployment: '/console/queue?tab=all&kind=deployment',
  recall: '/console/recalls?',
  obligation: '/console/obligations?',
  reconsideration: '/console/reconsiderations?',
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q: asked } = await searchParams
  const q = (Array.isArray(asked) ? asked[0] : asked)?.trim().slice(0, 200) ?? ''
  const r = await officerReader(`/console/search${q ? `?q=${encodeURIComponent(q)}` : ''}`)
  const { say, book, locale } = r
  const found =
    q === ''
      ? []
      : await Promise.all(
          groups.map(async (kind) => ({
            kind,
            page: await r.list(kind, { q, limit: kind === 'agent' || kind === 'organisation' ? 30 : mostShown }),
          })),
        )
  const isExact = (number: string | null) => number !== null && number.toUpperCase() === q.toUpperCase()
  const shown = found
    .filter(({ page }) => page.items.length > 0)
    .sort((a, b) => Number(b.page.items.some((item) => isExact(item.number))) - Number(a.page.items.some((item) => isExact(item.number))))
  const companies = await companyNames(
    r,
    shown.flatMap(({ page }) => page.items),
  )
  const number = (value: number) => formatNumber(locale, value)
  return (
    <main id="main">
      <Headline title={say('console.search.title')} />
      <search>
        <form className="finder" action="/console/search" method="get">
          <label className="vh" htmlFor="console-q">
            {say('console.search.label')}
          </label>
          <input
            className="field"
            id="console-q"
            type="search"
            name="q"
            defaultValue={q}
            placeholder={say('console.search.label')}
            maxLength={200}
            autoComplete="off"
            data-search=""
          />
          <button type="submit" className="btn go">
            {say('console.search.go')}
          </button>
        </form>
      </search>
      <p className="cap t2 below">{say('console.search.hint')}</p>
      {q !== '' && shown.length === 0 ? (
        <Empty title={say('console.search.none', { query: q })}>{say('console.search.noneHint')}</Empty>
      ) : null}
      {shown.map(({ kind, page }) => {
        const total = page.totalIsCapped ? say('console.search.capped', { count: number(page.total) }) : number(page.total)
        const more = listOf[kind]
        return (
          <section key={kind} aria-label={say(`console.search.${kind}`)}>
            <SectionHead
              gap
              title={say(`console.search.${kind}`)}
              count={total}
              quiet={false}
              end={
                more && page.total > page.items.length ? (
                  <a className="cap" href={`${more}&q=${encodeURIComponent(q)}`.replace('?&', '?')}>
                    {say('console.search.all', { count: total })}
                  </a>
                ) : undefined
              }
            />
            <PlainTable
              caption={say(`console.search.${kind}`)}
              heads={[
                say('queue.column.mark'),
                say('queue.column.number'),
                say('queue.column.title'),
                say('queue.column.organisation'),
                say('queue.column.due'),
              ]}
              rows={page.items.map((item) => {
                const href = caseHref(item.kind, item.id, item.scenario)
                const due = r.due(dueOfItem(item, r.catalogue, r.today))
                return [
                  <Mark key="mark" state={item.mark as MarkName}>
                    {say(`${item.kind}.status.${item.status}`)}
                  </Mark>,
                  <span key="no">
                    {item.number ? <CaseNumber number={item.number} href={href} /> : <a href={href}>{say('case.tests.open')}</a>}
                    {isExact(item.number) ? <small className="t2"> {say('console.search.exact')}</small> : null}
                  </span>,
                  <a key="title" className="quiet" href={href}>
                    <b>
                      <Found text={book.name({ zh: item.titleZh, en: item.titleEn })} query={q} />
                    </b>
                    {item.scenario ? <small className="t2"> {r.words.pair(item.scenario)}</small> : null}
                  </a>,
                  <span key="org" className="t2">
                    {item.kind === 'organisation' ? (
                      r.words.region(item.region)
                    ) : (
                      <Found text={companies.get(item.organisationId ?? '') ?? item.organisationName ?? ''} query={q} />
                    )}
                  </span>,
                  due.day === null ? (
                    <span key="due" className="t3">
                      {due.meaning}
                    </span>
                  ) : (
                    <span key="due" className={due.late ? 'tone-late' : undefined}>
                      {due.day} <small>{due.meaning}</small>
                    </span>
                  ),
                ]
              })}
            />
          </section>
        )
      })}
    </main>
  )
}
