// Addresses with a query: the same page with one thing changed, so that every view of a list is a link.
import 'server-only'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The query of a page as URLSearchParams; a repeated parameter stays repeated. */
export const paramsOf = async (searchParams: SearchParams): Promise<URLSearchParams> => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await searchParams))
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) params.append(name, one)
  return params
}

/** `path` with these parameters and the changes made; null takes a parameter away, a list repeats it. */
export const withQuery = (path: string, params: URLSearchParams, changes: Record<string, string | readonly string[] | null>): string => {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name)
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value) next.append(name, one)
  }
  const query = next.toString()
  return query === '' ? path : `${path}?${query}`
}
