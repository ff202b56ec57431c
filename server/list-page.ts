// The parts that every list page has: the query of its address, facets, chips, sort links and paging, in words.
import 'server-only'
import type { Dimension } from '#db/reads/count'
import type { Page } from '#db/reads/list'
import type { ListQuery } from '#db/reads/query'
import { formatNumber } from '#messages/format'
import { withQuery } from './address.ts'
import { listQueryIn } from './list-query.ts'
import type { WordBook } from './word-book.ts'

/** What pages of lists carry besides the query of the list. */
const ofPages = ['lang', 'theme', 'elder', 'print']

/** The list query of an address. What is wrong with it is left out and told by `hasFault`, never a fault page. */
export const listAsked = (
  params: URLSearchParams,
  besides: readonly string[],
  usual: ListQuery,
): { query: ListQuery; own: ListQuery; hasFault: boolean } => {
  const given = new URLSearchParams(params)
  // Open and ended ones alike: no condition at all.
  if (given.get('isOpen') === 'all') given.delete('isOpen')
  const { query, errors } = listQueryIn(given, [...besides, ...ofPages])
  return { own: query, query: { ...usual, ...query }, hasFault: errors.length > 0 }
}

type Facets = Page['facets']
type Asked = {
  path: string
  params: URLSearchParams
  own: ListQuery
  book: WordBook
  /** The dimensions offered, each with its legend and the word of a value. */
  dimensions: readonly { name: Dimension; legend: string; word: (value: string) => string }[]
}

const beginning = { cursor: null }

/** Facets with counts; a chosen value that no row has any more still shows, so that it can be taken away. */
export const facetsOf = ({ own, book, dimensions }: Asked, facets: Facets) =>
  dimensions
    .map(({ name, legend, word }) => {
      const chosen = own[name] ?? []
      const gone = chosen.filter((value) => !facets[name].some((one) => one.value === value)).map((value) => ({ value, n: 0 }))
      return {
        name,
        legend,
        options: [...facets[name].slice(0, 12), ...gone].map(({ value, n }) => ({
          value,
          text: word(value),
          count: formatNumber(book.locale, n),
          chosen: chosen.includes(value),
        })),
      }
    })
    .filter(({ options }) => options.length > 0)

/** What is chosen, each with the address that takes it away. */
export const chipsOf = ({ path, params, own, book, dimensions }: Asked) =>
  dimensions.flatMap(({ name, legend, word }) =>
    (own[name] ?? []).map((value) => ({
      name: legend,
      value: word(value),
      removeHref: withQuery(path, params, { ...beginning, [name]: (own[name] ?? []).filter((one) => one !== value) }),
      removeLabel: book.say('ui.list.removeFilter', { name: `${legend} ${word(value)}` }),
    })),
  )

/** The address without any filter, keeping what belongs to the page. */
export const clearHref = ({ path, params, dimensions }: Pick<Asked, 'path' | 'params' | 'dimensions'>): string =>
  withQuery(path, params, { ...beginning, q: null, isOpen: null, ...Object.fromEntries(dimensions.map(({ name }) => [name, null])) })

/** Keyset paging in words. */
export const pagerOf = (path: string, params: URLSearchParams, page: Pick<Page, 'next' | 'total' | 'totalIsCapped'>, book: WordBook) => ({
  label: book.say('ui.list.next'),
  shown: book.say('ui.list.total', { count: formatNumber(book.locale, page.total) }),
  ...(page.next ? { next: { href: withQuery(path, params, { cursor: page.next }), text: book.say('ui.list.next') } } : {}),
  ...(params.get('cursor') ? { first: { href: withQuery(path, params, beginning), text: book.say('ui.list.first') } } : {}),
})

/** How a due column is sorted and where a click on its head leads. */
export const dueSort = (path: string, params: URLSearchParams, sort: string | undefined) => ({
  sortHref: withQuery(path, params, { ...beginning, sort: sort === 'dueOn' ? '-dueOn' : 'dueOn' }),
  ...(sort === 'dueOn' ? { sorted: 'ascending' as const } : sort === '-dueOn' ? { sorted: 'descending' as const } : {}),
})
