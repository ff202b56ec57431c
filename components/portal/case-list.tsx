// A list page of the portal: search, facets as links, rows, and what stands there when there is nothing.
import type { ReactNode } from 'react'
import { Empty } from '#components/ui/empty'
import { Pager, PlainTable } from '#components/ui/table'

export type ListWords = {
  search: string
  find: string
  all: string
  clear: string
  filtered: string
  filteredHint: string
  shown: string
  next: string
  first: string
  pages: string
}
export type ListFacet = { value: string; n: number; text: string; href: string; isOn: boolean }

export function CaseList({
  label,
  base,
  q,
  facets,
  isFiltered,
  heads,
  rows,
  next,
  first,
  empty,
  words,
  clearHref,
}: {
  label: string
  base: string
  q: string
  facets: readonly ListFacet[]
  isFiltered: boolean
  heads: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
  next: string | null
  first: string | null
  clearHref: string
  /** Shown where the company has none at all. */
  empty: { title: string; hint: string; act?: ReactNode }
  words: ListWords
}) {
  const hasAny = rows.length > 0 || isFiltered
  if (!hasAny)
    return (
      <Empty title={empty.title} act={empty.act}>
        {empty.hint}
      </Empty>
    )
  return (
    <>
      <form action={base} className="row wide" role="search" style={{ padding: '12px 0' }}>
        <label htmlFor="list-q" className="vh">
          {words.search}
        </label>
        <input id="list-q" name="q" type="search" className="field" style={{ maxWidth: 320 }} placeholder={words.search} defaultValue={q} />
        <button type="submit" className="btn">
          {words.find}
        </button>
      </form>
      {facets.length > 1 || isFiltered ? (
        <nav className="chips" aria-label={label}>
          {facets.map(({ value, n, text, href, isOn }) => (
            <a key={value} className="chip" href={href} aria-current={isOn ? 'true' : undefined}>
              {text} <b>{n}</b>
            </a>
          ))}
          {isFiltered ? <a href={clearHref}>{words.clear}</a> : null}
        </nav>
      ) : null}
      {rows.length === 0 ? (
        <Empty
          title={words.filtered}
          act={
            <a className="btn" href={clearHref}>
              {words.clear}
            </a>
          }
        >
          {words.filteredHint}
        </Empty>
      ) : (
        <>
          <PlainTable caption={label} heads={heads} rows={rows} />
          <Pager
            label={words.pages}
            shown={words.shown}
            {...(first ? { first: { href: first, text: words.first } } : {})}
            {...(next ? { next: { href: next, text: words.next } } : {})}
          />
        </>
      )}
    </>
  )
}
