// One case as a person may see it; who looks at restricted fields, and who is turned away, is on record.
import { and, eq } from 'drizzle-orm'
import { type Actor, type CaseState, type Kind, movesOpenTo } from '#domain/case'
import { type Audience, audienceOf, type FieldLabel, present } from '#domain/permission'
import { newId } from '../chance.ts'
import { read, write } from '../client.ts'
import { type CaseRow, caseRow } from '../rows.ts'
import { cases, readings } from '../schema.ts'
import { type Found, type Item, itemOf, publicItem } from './page.ts'

export type One<S extends CaseState = any> = Item & { state: Partial<S>; audience: Audience; moves: string[]; position: number }

export const isOfficerLooking = (audience: Audience): boolean => audience === 'authority' || audience === 'auditor'
const holdsRestricted = (shown: object, labels: Record<string, FieldLabel>): boolean =>
  Object.entries(shown).some(
    ([field, value]) => labels[field] === 'restricted' && value !== null && !(Array.isArray(value) && value.length === 0),
  )

type Sight = { row: CaseRow; state: CaseState; audience: Audience }
/** The case and what this person is to it, or null when for them it does not exist: whoever is turned away is on record (quality.md P16). */
export const sightOf = async (actor: Actor, kind: Kind, id: string, at: string): Promise<Sight | null> => {
  const row = await caseRow(read(), kind.name, id)
  if (!row) return null
  const state = JSON.parse(row.state) as CaseState
  const audience = audienceOf(actor, kind.place(state), { isPublic: row.isPublic, admin: kind.isAdministrative ?? false })
  if (audience !== null) return { row, state, audience }
  await write((tx) =>
    tx.insert(readings).values({
      id: newId(),
      at,
      personId: actor.personId,
      what: 'refused',
      kind: kind.name,
      caseId: id,
      code: 'case.absent',
      purpose: 'read',
    }),
  )
  return null
}

/** The last look that was recorded of each person: a page that asks for a case and its history at one instant has looked once. */
const looked = new Map<string, string>()
/** An officer's look at restricted fields is recorded first: if that cannot be written, nothing is shown (quality.md P16). */
export const recordLook = async (actor: Actor, kind: Kind, { row, audience }: Sight, shown: object, at: string, purpose: string | null) => {
  if (!isOfficerLooking(audience) || !holdsRestricted(shown, kind.fields)) return
  const look = `${kind.name}/${row.id} ${at}`
  if (looked.get(actor.personId) === look) return
  await write((tx) =>
    tx.insert(readings).values({
      id: newId(),
      at,
      personId: actor.personId,
      what: 'read',
      kind: kind.name,
      caseId: row.id,
      organisationId: row.organisationId,
      purpose,
    }),
  )
  if (looked.size > 1000) looked.clear()
  looked.set(actor.personId, look)
}

export const isOutside = (audience: Audience): boolean => audience === 'public' || audience === 'platform' || audience === 'admin'

/** One case as this person may see it, or null when for them it does not exist. */
export const one = async <S extends CaseState = any>(
  actor: Actor,
  kind: Kind,
  id: string,
  at: string,
  purpose: string | null = null,
): Promise<One<S> | null> => {
  const sight = await sightOf(actor, kind, id, at)
  if (!sight) return null
  const { row, state, audience } = sight
  const shown = present(state, kind.fields, audience) as Partial<S>
  await recordLook(actor, kind, sight, shown, at, purpose)
  const { state: _state, lastPosition, lapseAt: _lapse, lapseCommand: _command, isPrivate: _private, ...rest } = row
  return {
    ...(isOutside(audience) ? publicItem : itemOf)(rest as Found),
    state: shown,
    audience,
    moves: movesOpenTo(kind, state, actor),
    position: lastPosition,
  }
}

/** One case by its number, as one(). */
export const byNumber = async (actor: Actor, kind: Kind, number: string, at: string): Promise<One | null> => {
  const [found] = await read()
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.number, number.toUpperCase()), eq(cases.kind, kind.name)))
    .limit(1)
  return found ? one(actor, kind, found.id, at) : null
}
