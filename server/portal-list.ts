// One list page of the portal: the parsed query, a page of cases of this organisation, facets as links, and the way on.
import 'server-only'
import type { Dimension } from '#db/reads/count'
import type { Page } from '#db/reads/list'
import type { Item } from '#db/reads/page'
import type { CompanyReader } from './company-reader.ts'
import { dueOfItem, dueWords } from './due.ts'
import { listQueryIn } from './list-query.ts'

export type Search = Promise<Record<string, string | string[] | undefined>>

const parametersOf = (search: Record<string, string | string[] | undefined>): URLSearchParams => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
      if (!['lang', 'theme', 'elder'].includes(name)) query.append(name, one)
  return query
}

export type PortalList = {
  items: (Item & { name: string; dueText: string; isLate: boolean })[]
  total: number
  unfiltered: number
  facets: { value: string; n: number; text: string; href: string; isOn: boolean }[]
  next: string | null
  first: string | null
  q: string
  clearHref: string
  isFiltered: boolean
}

/** `facet` is the dimension offered above the list; its words are `<kind>.status.*` for a status, else `<kind>.option.*`. */
export const portalList = async (
  r: CompanyReader,
  kind: string,
  base: string,
  search: Search,
  facet: Dimension = 'status',
  sort: 'newest' | 'dueOn' = 'newest',
): Promise<PortalList> => {
  const params = parametersOf(await search)
  const { query } = listQueryIn(params)
  const due = await dueWords(r.book.locale, r.today)
  const page: Page = await r.list(kind, { sort, ...query, organisationId: r.organisationId, limit: 50 })
  const chosen = (query[facet] as string[] | undefined) ?? []
  const isFiltered = chosen.length > 0 || (query.q ?? '') !== ''
  const unfiltered = isFiltered ? (await r.list(kind, { organisationId: r.organisationId, limit: 1 })).total : page.total
  const hrefWith = (change: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params)
    next.delete('cursor')
    change(next)
    const text = next.toString()
    return text ? `${base}?${text}` : base
  }
  return {
    items: page.items.map((item) => {
      const meaning = due(dueOfItem(item, r.catalogue, r.today))
      return {
        ...item,
        name: r.book.name({ zh: item.titleZh, en: item.titleEn }),
        dueText: [meaning.day, meaning.meaning].filter(Boolean).join(' '),
        isLate: meaning.late,
      }
    }),
    total: page.total,
    unfiltered,
    facets: page.facets[facet].map(({ value, n }) => ({
      value,
      n,
      isOn: chosen.includes(value),
      text: r.say([`${kind}.${facet}.${value}`, `state.${value}`]),
      href: hrefWith((next) => {
        next.delete(facet)
        if (!chosen.includes(value)) next.set(facet, value)
      }),
    })),
    next: page.next
      ? `${base}?${(() => {
          const next = new URLSearchParams(params)
          next.set('cursor', page.next ?? '')
          return next
        })()}`
      : null,
    first: params.has('cursor') ? hrefWith(() => {}) : null,
    q: query.q ?? '',
    clearHref: base,
    isFiltered,
  }
}

/** The words that every list says alike. */
export const listWords = (r: Pick<CompanyReader, 'say'>, list: Pick<PortalList, 'total' | 'unfiltered'>) => {
  const { say } = r
  return {
    search: say('portal.list.search'),
    find: say('ui.act.search'),
    all: say('portal.list.all'),
    clear: say('ui.empty.clear'),
    filtered: say('ui.empty.filtered'),
    filteredHint: say('ui.empty.filteredHint', { count: list.unfiltered }),
    shown: say('ui.list.total', { count: list.total }),
    next: say('ui.list.next'),
    first: say('ui.list.first'),
    pages: say('portal.list.pages'),
  }
}
