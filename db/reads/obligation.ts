// Reads of testing obligations beyond lists: a page with states, the columns of the board, the laboratories in scope on a day, and how busy each is.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { coversOn, type Lab } from '#domain/lab/state'
import type { Obligation } from '#domain/obligation/state'
import { openStatuses } from '#domain/obligation/vocabulary'
import { read, sql } from '../client.ts'
import { cases } from '../schema.ts'
import { list, type Page } from './list.ts'
import type { Item } from './page.ts'
import type { ListQuery } from './query.ts'
import { kindNamed, type Presented, presented, seen, statesById } from './shown.ts'
import { visible } from './visible.ts'

export type ObligationLine = { item: Item; shown: Presented<Obligation> }
export type ObligationPage = Omit<Page, 'items'> & { lines: ObligationLine[] }

const linesOf = async (actor: Actor, items: readonly Item[]): Promise<ObligationLine[]> => {
  const states = await statesById<Obligation>(
    actor,
    'obligation',
    items.map(({ id }) => id),
  )
  return items.flatMap((item) => {
    const shown = states.get(item.id)
    return shown ? [{ item, shown }] : []
  })
}

/** A page of obligations with what the person may see of each: laboratory, items, reports. */
export const obligationPage = async (actor: Actor, query: ListQuery, at: string): Promise<ObligationPage> => {
  const { items, ...page } = await list(actor, kindNamed('obligation'), query, at)
  return { ...page, lines: await linesOf(actor, items) }
}

export type BoardColumn = { status: string; total: number; lines: ObligationLine[] }

/** One column for each status, next due first, at most `limit` cards each; the totals say how many there are. */
export const board = async (
  actor: Actor,
  statuses: readonly string[],
  query: ListQuery,
  limit: number,
  at: string,
): Promise<BoardColumn[]> =>
  Promise.all(
    statuses.map(async (status) => {
      const { items, total } = await list(actor, kindNamed('obligation'), { ...query, status: [status], sort: 'dueOn', limit }, at)
      return { status, total, lines: await linesOf(actor, items) }
    }),
  )

export type LabChoice = {
  id: string
  names: { zh: string; en: string | null }
  region: string
  organisationId: string
  missing: string[]
  open: number
}
const mostLabs = 500

/** Every laboratory on the list with its state, as far as the person may see it. */
export const labsShown = async (actor: Actor): Promise<Presented<Lab>[]> => {
  const kind = kindNamed('lab')
  const rows = await read()
    .select({ id: cases.id, version: cases.version, isPublic: cases.isPublic, state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'lab'), seen(actor, kind)))
    .orderBy(desc(cases.seq))
    .limit(mostLabs)
  return rows.flatMap((row) => presented<Lab>(actor, kind, row) ?? [])
}

/** How many open orders each laboratory has, by its organisation, among those that the person reaches. */
export const openOrders = async (actor: Actor): Promise<Map<string, number>> => {
  const rows = await read()
    .select({ labId: cases.labId, n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(
      and(eq(cases.kind, 'obligation'), visible(actor, kindNamed('obligation'), cases, 'posts'), inArray(cases.status, [...openStatuses])),
    )
    .groupBy(cases.labId)
  return new Map(rows.flatMap(({ labId, n }) => (labId === null ? [] : [[labId, n] as const])))
}

/**
 * The laboratories that could be ordered from on a day, those in scope first: `missing` names the items that one is not accredited for on that day.
 * The one of the company itself is left out (obligation.otherLabNeeded).
 */
export const labChoices = async (
  actor: Actor,
  testItemIds: readonly string[],
  on: string,
  companyId: string | null,
): Promise<LabChoice[]> => {
  const [labs, busy] = await Promise.all([labsShown(actor), openOrders(actor)])
  return labs
    .flatMap(({ id, state }): LabChoice[] => {
      if (state.status !== 'active' || !state.organisationId || state.organisationId === companyId || !state.names) return []
      const missing = testItemIds.filter((item) => !coversOn({ accreditations: [], ...state } as Lab, item, on))
      return [
        {
          id,
          names: state.names,
          region: state.region ?? '',
          organisationId: state.organisationId,
          missing,
          open: busy.get(state.organisationId) ?? 0,
        },
      ]
    })
    .sort((a, b) => a.missing.length - b.missing.length || a.open - b.open || a.names.zh.localeCompare(b.names.zh, 'zh-Hans-CN'))
}
