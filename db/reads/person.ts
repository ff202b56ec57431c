// Reads of people beyond lists: a page of persons with their posts, and the names of the organisations that these lie in.
import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import type { Person } from '#domain/person/state'
import { read } from '../client.ts'
import { cases } from '../schema.ts'
import { list, type Page } from './list.ts'
import type { Item } from './page.ts'
import type { ListQuery } from './query.ts'
import { kindNamed, type Presented, seen, statesById } from './shown.ts'

export type PersonLine = { item: Item; shown: Presented<Person>; employer: string | null }

/** Names of organisations by id, as far as the person may see them; administrators may. */
export const organisationNames = async (actor: Actor, ids: readonly string[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids)].slice(0, 500)
  if (wanted.length === 0) return new Map()
  const rows = await read()
    .select({ id: cases.id, title: cases.titleZh })
    .from(cases)
    .where(and(eq(cases.kind, 'organisation'), inArray(cases.id, wanted), seen(actor, kindNamed('organisation'))))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** A page of persons with what may be seen of each. */
export const peoplePage = async (actor: Actor, query: ListQuery, at: string): Promise<Omit<Page, 'items'> & { lines: PersonLine[] }> => {
  const { items, ...page } = await list(actor, kindNamed('person'), query, at)
  const [states, names] = await Promise.all([
    statesById<Person>(
      actor,
      'person',
      items.map(({ id }) => id),
    ),
    organisationNames(
      actor,
      items.flatMap(({ organisationId }) => organisationId ?? []),
    ),
  ])
  return {
    ...page,
    lines: items.flatMap((item) => {
      const shown = states.get(item.id)
      return shown ? [{ item, shown, employer: names.get(item.organisationId ?? '') ?? null }] : []
    }),
  }
}
