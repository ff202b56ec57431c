// What a person may see of the states of several cases at once: for pages that list cases with more than the list columns.
import { and, eq, inArray, or } from 'drizzle-orm'
import { type Actor, type CaseState, type Kind, movesOpenTo } from '#domain/case'
import { kinds } from '#domain/kinds'
import { type Audience, audienceOf, type FieldLabel, present } from '#domain/permission'
import { read } from '../client.ts'
import { cases } from '../schema.ts'
import { visible } from './visible.ts'

export type Presented<S> = { id: string; version: number; audience: Audience; state: Partial<S>; moves: string[] }
type Found = { id: string; version: number; isPublic: boolean; state: string }

/** No list shows more states at once. */
export const mostShown = 500

/** The kind of this name. Throws where there is none: names here are our own. */
export const kindNamed = (name: string): Kind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}

/** Restricted fields are shown by one(), which records the reading; a list never shows them. */
const unrestricted = (labels: Record<string, FieldLabel>): Record<string, FieldLabel> =>
  Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== 'restricted'))

/** A row as this person may see it, or null when for them it does not exist. */
export const presented = <S extends CaseState>(actor: Actor, kind: Kind, row: Found): Presented<S> | null => {
  const state = JSON.parse(row.state) as S
  const audience = audienceOf(actor, kind.place(state), { isPublic: row.isPublic, admin: kind.isAdministrative ?? false })
  if (audience === null) return null
  return {
    id: row.id,
    version: row.version,
    audience,
    state: present(state, unrestricted(kind.fields), audience),
    moves: movesOpenTo(kind, state, actor),
  }
}

/** The condition for what a person's posts reach or anybody sees. */
export const seen = (actor: Actor, kind: Kind) => or(visible(actor, kind, cases, 'posts'), visible(actor, kind, cases, 'public'))

/** The states of these cases by id, as far as the person may see them; at most 500 are looked up. */
export const statesById = async <S extends CaseState>(
  actor: Actor,
  name: string,
  ids: readonly string[],
): Promise<Map<string, Presented<S>>> => {
  const kind = kindNamed(name)
  if (ids.length === 0) return new Map()
  const rows = await read()
    .select({ id: cases.id, version: cases.version, isPublic: cases.isPublic, state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, name), inArray(cases.id, [...new Set(ids)].slice(0, mostShown)), seen(actor, kind)))
  return new Map(
    rows.flatMap((row) => {
      const shown = presented<S>(actor, kind, row)
      return shown ? [[row.id, shown] as const] : []
    }),
  )
}
