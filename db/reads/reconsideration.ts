// Reads of reconsiderations beyond lists: a page with states, and the public outcomes about a case.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import type { Reconsideration } from '#domain/reconsideration/state'
import type { PublishedReconsideration } from '#domain/reconsideration/vocabulary'
import { read } from '../client.ts'
import { cases, links } from '../schema.ts'
import { list, type Page } from './list.ts'
import type { Item } from './page.ts'
import type { ListQuery } from './query.ts'
import { kindNamed, type Presented, statesById } from './shown.ts'
import { visible } from './visible.ts'

export type ReconsiderationLine = { item: Item; shown: Presented<Reconsideration> }
export type ReconsiderationPage = Omit<Page, 'items'> & { lines: ReconsiderationLine[] }

/** A page of reconsiderations with what the person may see of each: the act, the outcome. */
export const reconsiderationPage = async (actor: Actor, query: ListQuery, at: string): Promise<ReconsiderationPage> => {
  const { items, ...page } = await list(actor, kindNamed('reconsideration'), query, at)
  const ids = items.map(({ id }) => id)
  const states = await statesById<Reconsideration>(actor, 'reconsideration', ids)
  return {
    ...page,
    lines: items.flatMap((item) => {
      const shown = states.get(item.id)
      return shown ? [{ item, shown }] : []
    }),
  }
}

/** A page of the register never needs more of one thing. */
const most = 100

/** The published outcomes about these cases, newest first: what anybody may read. */
export const outcomesAbout = async (actor: Actor, ids: readonly string[]): Promise<PublishedReconsideration[]> => {
  if (ids.length === 0) return []
  const kind = kindNamed('reconsideration')
  const rows = await read()
    .select({ state: cases.state })
    .from(links)
    .innerJoin(cases, and(eq(cases.kind, links.kind), eq(cases.id, links.id)))
    .where(
      and(
        eq(links.kind, 'reconsideration'),
        eq(links.link, 'challenged'),
        inArray(links.toId, [...new Set(ids)].slice(0, most)),
        visible(actor, kind, cases, 'public'),
      ),
    )
    .orderBy(desc(cases.seq))
    .limit(most)
  return rows.flatMap(({ state }) => (JSON.parse(state) as Reconsideration).published ?? [])
}
