// Lists of cases of any kind: keyset cursors, totals and facets that agree with the rows. Every read takes the actor first.
import { and, eq, type SQL } from 'drizzle-orm'
import type { Actor, Kind } from '#domain/case'
import { kinds } from '#domain/kinds'
import { sideOf } from '#domain/permission'
import { type Db, preparedAs, read, sql } from '../client.ts'
import { cases, counts } from '../schema.ts'
import { type Counted, countedUnder, type Dimension, type Tallied, tallyUp } from './count.ts'
import { type Found, fewRows, type Item, itemColumns, itemFor, pageOf, searchRows } from './page.ts'
import { columnOf, decodeCursor, encodeCursor, filterConditions, fineConditions, type ListQuery, openCondition } from './query.ts'
import { visible } from './visible.ts'

export type Page = {
  items: Item[]
  next: string | null
  total: number
  totalIsCapped: boolean
  facets: Record<Dimension, { value: string; n: number }[]>
  asOf: string
}

const maxLimit = 200
/** More matches of a text are not counted: ranking or counting the whole of a common word is what makes search slow. */
const countedMatches = 1000

/** All conditions but those of the dimensions, which facets must be able to leave out. */
const fixedConditions = (actor: Actor, kind: Kind, query: ListQuery): SQL | undefined =>
  and(eq(cases.kind, kind.name), visible(actor, kind, cases, query.scope ?? 'posts'), ...fineConditions(query), ...openCondition(query))

/** Whether the counts table cannot tell: it knows neither persons, organisations, dates nor ties. */
const isFine = (actor: Actor, query: ListQuery): boolean =>
  fineConditions(query).length > 0 || (query.scope !== 'public' && actor.posts.some((post) => post.organisationId !== null))

/** Everything that the conditions of a list follow from, as a name for its statements. */
const askedBy = (actor: Actor, kind: Kind, { cursor: _cursor, limit: _limit, q: _q, ...query }: ListQuery): string =>
  JSON.stringify([
    kind.name,
    query,
    query.scope === 'public'
      ? []
      : actor.posts.map(({ role, region, sectors, organisationId }) => [sideOf(role), region, sectors, organisationId]),
  ])

const countsOf = async (db: Db, actor: Actor, kind: Kind, query: ListQuery): Promise<Tallied> => {
  const scope = query.scope ?? 'posts'
  if (!isFine(actor, query)) {
    const reach = scope === 'public' ? [] : actor.posts.map(({ role, region, sectors }) => [sideOf(role), region, sectors])
    const opened = query.isOpen === undefined ? undefined : query.isOpen ? sql`${counts.isOpen}` : sql`not ${counts.isOpen}`
    const where = and(eq(counts.kind, kind.name), sql`${counts.n} > 0`, visible(actor, kind, counts, scope), opened)
    return countedUnder(db, kind.name, JSON.stringify([scope, query.isOpen ?? null, reach]), where, query)
  }
  const rows = await db
    .select({ ...columnOf, n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(fixedConditions(actor, kind, query))
    .groupBy(...Object.values(columnOf))
  return tallyUp(rows as Counted[], query)
}

/** Begins before every match, so that a page which held the exact number alone leads on to all of them. */
const beforeAll = Number.MAX_SAFE_INTEGER

/** A page of the matches of a text, newest first, a case of exactly this number on top of the first one. */
const searched = async (db: Db, actor: Actor, kind: Kind, query: ListQuery, q: string, limit: number, at: string): Promise<Page> => {
  const fixed = fixedConditions(actor, kind, query)
  const filters = filterConditions(query)
  const base = and(fixed, ...filters)
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const [exact] = (await db
    .select(itemColumns)
    .from(cases)
    .where(and(base, eq(cases.number, q.toUpperCase())))
    .limit(1)) as Found[]
  const matched = await searchRows<Found>(db, itemColumns, base, q, cursor ? cursor[1] : null, limit + 2)
  // On top of the first page, and therefore on no later one.
  const others = matched.filter((row) => row.seq !== exact?.seq)
  const top = exact && !cursor ? [exact] : []
  const shown = others.slice(0, limit - top.length)
  const last = shown.at(-1)
  const isAll = cursor === null && matched.length <= limit + 1 && filters.length === 0
  const counted = isAll ? matched : await searchRows<Found>(db, columnOf, fixed, q, null, countedMatches + 1)
  return {
    items: [...top, ...shown].map(itemFor(actor, query.scope ?? 'posts')),
    next: others.length > shown.length ? encodeCursor(0, last ? last.seq : beforeAll) : null,
    asOf: at,
    ...tallyUp(
      counted.slice(0, countedMatches).map((row) => ({ ...row, n: 1 })),
      query,
    ),
    totalIsCapped: counted.length > countedMatches,
  }
}

const textIn = (query: ListQuery): string => query.q?.trim() ?? ''

/**
 * A page of cases of one kind that this person may see, with the total and facets of the same condition. Keyset cursor, no ceiling on depth.
 * Search by text is newest first, an exact number on top; its total is capped at 1,000 and says so.
 */
export const list = async (actor: Actor, kind: Kind, query: ListQuery, at: string): Promise<Page> => {
  const db = read()
  const limit = Math.min(Math.max(query.limit ?? 50, 1), maxLimit)
  const q = textIn(query)
  if (q !== '') return searched(db, actor, kind, query, q, limit, at)
  const counted = await countsOf(db, actor, kind, query)
  const isFew = counted.total <= fewRows && filterConditions(query).length > 0
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const { rows, next } =
    counted.total === 0
      ? { rows: [], next: null }
      : await pageOf(db, askedBy(actor, kind, query), query, () => fixedConditions(actor, kind, query), limit, cursor, isFew)
  return { items: rows.map(itemFor(actor, query.scope ?? 'posts')), next, asOf: at, totalIsCapped: false, ...counted }
}

/** How many cases list() would lead through, without reading them: a number beside a tab or a choice. */
export const count = async (actor: Actor, kind: Kind, query: ListQuery): Promise<Pick<Page, 'total' | 'totalIsCapped'>> => {
  const db = read()
  const q = textIn(query)
  const where = () => and(fixedConditions(actor, kind, query), ...filterConditions(query))
  if (q !== '') {
    const matched = await searchRows(db, { seq: cases.seq }, where(), q, null, countedMatches + 1)
    return { total: Math.min(matched.length, countedMatches), totalIsCapped: matched.length > countedMatches }
  }
  if (!isFine(actor, query)) return { total: (await countsOf(db, actor, kind, query)).total, totalIsCapped: false }
  const statement = preparedAs(db, `count ${askedBy(actor, kind, query)}`, () =>
    db
      .select({ n: sql<number>`count(*)`.mapWith(Number) })
      .from(cases)
      .where(where()),
  )
  const [row] = await statement.execute()
  return { total: row?.n ?? 0, totalIsCapped: false }
}

/** Every row of the same query, in pages, for exports. Nothing is counted on the way. */
export async function* all(actor: Actor, kind: Kind, query: ListQuery, at: string): AsyncGenerator<Item> {
  const scope = query.scope ?? 'posts'
  if (textIn(query) === '') {
    const fixed = () => fixedConditions(actor, kind, query)
    for (let cursor = query.cursor ? decodeCursor(query.cursor) : null; ; ) {
      const { rows, next } = await pageOf(read(), askedBy(actor, kind, query), query, fixed, maxLimit, cursor)
      yield* rows.map(itemFor(actor, scope))
      if (!next) return
      cursor = decodeCursor(next)
    }
  }
  for (let cursor: string | undefined; ; ) {
    const page = await list(actor, kind, { ...query, limit: maxLimit, ...(cursor ? { cursor } : {}) }, at)
    yield* page.items
    if (!page.next) return
    cursor = page.next
  }
}

/** How many cases of each kind are open to this person: the numbers beside the navigation. */
export const openCounts = async (actor: Actor, names: readonly string[]): Promise<Record<string, number>> => {
  const found = await Promise.all(
    names.map(async (name) => {
      const kind = kinds.get(name)
      return [name, kind ? (await count(actor, kind, { isOpen: true })).total : 0] as const
    }),
  )
  return Object.fromEntries(found)
}
