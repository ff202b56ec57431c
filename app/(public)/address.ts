// Addresses of lists: the present query with something changed; and what a page reads of its own address.
export type Search = Promise<Record<string, string | string[] | undefined>>

/** Parameters that belong to the frame of a page, not to what it shows. */
export const frameParameters = ['lang', 'theme', 'elder'] as const

/** The query of a page as URLSearchParams, without what belongs to the frame. */
export const paramsOf = async (search: Search): Promise<URLSearchParams> => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await search)) {
    if ((frameParameters as readonly string[]).includes(name)) continue
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) params.append(name, one)
  }
  return params
}

/** `base` with the present query after these changes; null takes a parameter away, and a new query starts on its first page. */
export const hrefOf = (base: string, params: URLSearchParams, changes: Record<string, string | null>): string => {
  const next = new URLSearchParams(params)
  if (!('cursor' in changes)) next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? base : `${base}?${text}`
}

/** As hrefOf, but takes away one value of a parameter that may be repeated or hold commas. */
export const hrefWithout = (base: string, params: URLSearchParams, name: string, value: string): string => {
  const rest = params
    .getAll(name)
    .flatMap((one) => one.split(','))
    .filter((one) => one !== value && one !== '')
  const next = new URLSearchParams(params)
  next.delete(name)
  for (const one of rest) next.append(name, one)
  return hrefOf(base, next, {})
}
