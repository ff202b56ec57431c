// What a day's work is made of: the cases that wait for a person, who carries how much, and what nobody has taken.
import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { type AgendaKind, turnFor, waitingStatuses } from '#domain/agenda/agenda'
import type { Turn } from '#domain/agenda/turn'
import { type Actor, type CaseState, type Kind, movesOpenTo } from '#domain/case'
import { kinds } from '#domain/kinds'
import type { Role } from '#domain/permission'
import { ownMoves } from '#domain/reconsideration/own-moves'
import type { Reconsideration } from '#domain/reconsideration/state'
import { read, sql } from '../client.ts'
import { endOfDays } from '../rows.ts'
import { cases } from '../schema.ts'
import type { Item } from './page.ts'
import { visible } from './visible.ts'

export type WaitingCase = { item: Item; turn: Turn; state: CaseState }

/** Looked through for one kind, next due first: a person has no more work a day than this, and the queue has the rest. */
const mostLookedAt = 150
/** Roles that take their cases one by one; all others are meant wherever their signature is due. */
const takesCases: readonly Role[] = ['intake', 'reviewer', 'recall_officer']

const itemOf = ({
  state: _state,
  words: _words,
  seq: _seq,
  lastPosition: _position,
  dueSort: _sort,
  lapseAt: _at,
  lapseCommand: _command,
  isPrivate: _private,
  ...item
}: typeof cases.$inferSelect): Item => item

/** Cases of a kind whose next act this person may ask for now. `kind` must be one that an agenda knows. */
const waitingOf = async (actor: Actor, kind: Kind, name: AgendaKind, today: string | undefined): Promise<WaitingCase[]> => {
  const isOnlyTaker = actor.posts.every((post) => takesCases.includes(post.role))
  const owner = isOnlyTaker ? or(isNull(cases.ownerId), eq(cases.ownerId, actor.personId)) : undefined
  const wanted: SQL | undefined = or(
    inArray(cases.status, [...waitingStatuses[name]]),
    // A revocation under way leaves a filing filed; only its date says that somebody must act.
    name === 'filing'
      ? and(inArray(cases.status, ['filed', 'change_pending']), eq(cases.dueRule, 'PEN-2a'), sql`${cases.dueSort} < ${endOfDays}`)
      : undefined,
  )
  const rows = await read()
    .select()
    .from(cases)
    .where(and(eq(cases.kind, name), visible(actor, kind, cases, 'posts'), wanted, owner))
    .orderBy(asc(cases.dueSort), asc(cases.seq))
    .limit(mostLookedAt)
  return rows.flatMap((row) => {
    const state = JSON.parse(row.state) as CaseState
    const open = movesOpenTo(kind, state, actor)
    const moves = name === 'reconsideration' ? ownMoves(state as Reconsideration, actor.posts, open) : open
    const turn = turnFor(name, state, { personId: actor.personId, moves, ownerId: row.ownerId, ...(today && { today }) })
    return turn ? [{ item: itemOf(row), turn, state }] : []
  })
}

/** Everything that waits for this person, in no order yet; given a date (Asia/Shanghai), without what has its day far ahead. */
export const waitingFor = async (actor: Actor, today?: string): Promise<WaitingCase[]> => {
  const names = (Object.keys(waitingStatuses) as AgendaKind[]).flatMap((name) => {
    const kind = kinds.get(name)
    return kind ? [{ name, kind }] : []
  })
  return (await Promise.all(names.map(({ name, kind }) => waitingOf(actor, kind, name, today)))).flat()
}

export type Load = { ownerId: string; open: number; due: number }

const workKinds = ['filing', 'deployment', 'recall', 'obligation', 'reconsideration']
const workVisible = (actor: Actor): SQL | undefined =>
  or(
    ...workKinds.flatMap((name) => {
      const kind = kinds.get(name)
      return kind ? [and(eq(cases.kind, name), visible(actor, kind, cases, 'posts'))] : []
    }),
  )

/** How many open cases each of these persons is in charge of, and how many of them are due by a date, that day included. */
export const loadOf = async (actor: Actor, ownerIds: readonly string[], dueBy: string): Promise<Load[]> => {
  if (ownerIds.length === 0) return []
  const rows = await read()
    .select({
      ownerId: cases.ownerId,
      open: sql<number>`count(*)`.mapWith(Number),
      due: sql<number>`sum(case when ${cases.dueSort} <= ${dueBy} then 1 else 0 end)`.mapWith(Number),
    })
    .from(cases)
    .where(and(inArray(cases.ownerId, [...ownerIds]), sql`${cases.isOpen}`, workVisible(actor)))
    .groupBy(cases.ownerId)
  return rows.flatMap(({ ownerId, open, due }) => (ownerId === null ? [] : [{ ownerId, open, due }]))
}

/** How many filings in hand nobody is in charge of, and since when the oldest waits. */
export const unassigned = async (actor: Actor): Promise<{ count: number; oldestAt: string | null }> => {
  const kind = kinds.get('filing')
  if (!kind) return { count: 0, oldestAt: null }
  const [row] = await read()
    .select({ count: sql<number>`count(*)`.mapWith(Number), oldestAt: sql<string | null>`min(${cases.openedAt})` })
    .from(cases)
    .where(and(eq(cases.kind, 'filing'), isNull(cases.ownerId), sql`${cases.isOpen}`, visible(actor, kind, cases, 'posts')))
  return row ?? { count: 0, oldestAt: null }
}

/** The states of the open cases of one kind that a person is in charge of, next due first; for figures about clocks. */
export const statesOf = async (actor: Actor, name: string, ownerId: string): Promise<CaseState[]> => {
  const kind = kinds.get(name)
  if (!kind) return []
  const rows = await read()
    .select({ state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, name), eq(cases.ownerId, ownerId), sql`${cases.isOpen}`, visible(actor, kind, cases, 'posts')))
    .orderBy(asc(cases.dueSort))
    .limit(mostLookedAt)
  return rows.map((row) => JSON.parse(row.state) as CaseState)
}
