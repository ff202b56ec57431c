// What happened to a case, as one person may see it: before and after of every step, by the field policy.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Actor, type CaseState, fold, type Kind, type Recorded, type Typed } from '#domain/case'
import { present } from '#domain/permission'
import { read } from '../client.ts'
import { cases, events } from '../schema.ts'
import { isOfficerLooking, isOutside, recordLook, sightOf } from './case.ts'

export type Difference = { path: string; before: unknown; after: unknown }
export type Happening = {
  position: number
  version: number
  type: string
  at: string
  by: { id: string; name: { zh: string; en: string } } | null
  role: string
  authorityId: string | null
  changes: Difference[]
  event: Record<string, unknown>
}

/** What differs between two presented states, by path, no deeper than three steps and no more than forty lines. */
const differences = (before: unknown, after: unknown, path = '', depth = 0): Difference[] => {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return []
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (depth < 3 && isTree(before) && isTree(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .flatMap((key) => differences(before[key], after[key], path ? `${path}.${key}` : key, depth + 1))
      .slice(0, 40)
  }
  return [{ path, before: before ?? null, after: after ?? null }]
}

/** Names of persons, for those who may read them. */
export const namesOf = async (ids: readonly string[]): Promise<Map<string, { zh: string; en: string }>> => {
  const wanted = [...new Set(ids)]
  const rows =
    wanted.length === 0
      ? []
      : await read()
          .select({ id: cases.id, zh: cases.titleZh, en: cases.titleEn })
          .from(cases)
          .where(and(eq(cases.kind, 'person'), inArray(cases.id, wanted)))
  return new Map(rows.map((row) => [row.id, { zh: row.zh, en: row.en }]))
}

/**
 * The history of a case, newest last, with before and after as this person may see them: the field policy decides, event by event. Officers are
 * named to authorities only. Who sees the case from outside sees the steps that said or changed something for them, not that others were taken.
 */
export const history = async (actor: Actor, kind: Kind, id: string, at: string): Promise<Happening[] | null> => {
  const db = read()
  const sight = await sightOf(actor, kind, id, at)
  if (!sight) return null
  const { audience } = sight
  await recordLook(actor, kind, sight, present(sight.state, kind.fields, audience), at, 'history')
  const rows = await db
    .select({ position: events.position, version: events.version, body: events.body })
    .from(events)
    .where(and(eq(events.kind, kind.name), eq(events.caseId, id)))
    .orderBy(asc(events.version))
  const recorded = rows.map((one) => ({ ...one, event: JSON.parse(one.body) as Recorded<Typed> }))
  const names =
    isOfficerLooking(audience) || audience === 'system'
      ? await namesOf(recorded.map((one) => one.event.by))
      : new Map<string, { zh: string; en: string }>()
  let state: CaseState = { ...kind.initial, id }
  let shown: object = {}
  const happenings = recorded.map(({ position, version, event }): Happening => {
    state = fold(kind, state, event)
    const next = present(state, kind.fields, audience)
    const changes = differences(shown, next).filter((one) => !['id', 'did', ''].includes(one.path.split('.')[0] ?? ''))
    shown = next
    const name = names.get(event.by)
    return {
      position,
      version,
      type: event.type,
      at: event.at,
      role: event.role,
      authorityId: event.authorityId,
      changes,
      by: name ? { id: event.by, name } : null,
      event: kind.publicFacts ? kind.publicFacts(event, state) : {},
    }
  })
  return isOutside(audience) ? happenings.filter((one) => one.changes.length > 0 || Object.keys(one.event).length > 0) : happenings
}
