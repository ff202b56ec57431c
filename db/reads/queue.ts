// What a queue needs beside its list: the views that a person or an office has saved, and how many cases arrived lately.
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { newId } from '../chance.ts'
import { read, sql, write } from '../client.ts'
import { tallies, views } from '../schema.ts'
import { officesOf } from './officer.ts'
import { visible } from './visible.ts'

export type SavedView = { id: string; name: string; query: string; isShared: boolean; isMine: boolean }

const mostViews = 60

/** A person's own views of a kind, and those that their offices share; oldest first, so that tabs keep their place. */
export const viewsOf = async (actor: Actor, kind: string): Promise<SavedView[]> => {
  const offices = officesOf(actor)
  const mine = eq(views.personId, actor.personId)
  const rows = await read()
    .select()
    .from(views)
    .where(and(eq(views.kind, kind), offices.length > 0 ? or(mine, inArray(views.authorityId, offices)) : mine))
    .orderBy(asc(views.createdAt), asc(views.id))
    .limit(mostViews)
  return rows.map(({ id, name, query, authorityId, personId }) => ({
    id,
    name,
    query,
    isShared: authorityId !== null,
    isMine: personId === actor.personId,
  }))
}

/** Keeps a view; `isShared` shows it to everybody of the person's first office. Null when there are already as many as anybody can read. */
export const saveView = async (
  actor: Actor,
  view: { kind: string; name: string; query: string; isShared: boolean },
  at: string,
): Promise<SavedView | null> => {
  if ((await viewsOf(actor, view.kind)).length >= mostViews) return null
  const id = newId()
  const authorityId = view.isShared ? (officesOf(actor)[0] ?? null) : null
  await write((tx) =>
    tx
      .insert(views)
      .values({ id, personId: actor.personId, authorityId, kind: view.kind, name: view.name, query: view.query, createdAt: at }),
  )
  return { id, name: view.name, query: view.query, isShared: authorityId !== null, isMine: true }
}

/** Forgets a view of one's own; false when there is none of that id. */
export const forgetView = (actor: Actor, id: string): Promise<boolean> =>
  write(
    async (tx) =>
      (
        await tx
          .delete(views)
          .where(and(eq(views.id, id), eq(views.personId, actor.personId)))
          .returning({ id: views.id })
      ).length > 0,
  )

/** How many cases of a kind arrived on each of these days (YYYY-MM-DD, Shanghai), within the person's jurisdiction; in the order of the days. */
export const arrivals = async (actor: Actor, kindName: string, days: readonly string[]): Promise<number[]> => {
  const kind = kinds.get(kindName)
  if (!kind || days.length === 0) return []
  const columns = { region: tallies.region, sector: tallies.sector, isPrivate: sql`false`, isPublic: sql`true` }
  const rows = await read()
    .select({ day: tallies.day, n: sql<number>`sum(${tallies.n})`.mapWith(Number) })
    .from(tallies)
    .where(
      and(
        eq(tallies.kind, kindName),
        eq(tallies.type, 'submitted'),
        inArray(tallies.day, [...days]),
        visible(actor, kind, columns, 'posts'),
      ),
    )
    .groupBy(tallies.day)
  return days.map((day) => rows.find((row) => row.day === day)?.n ?? 0)
}
