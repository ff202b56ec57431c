// Reading cases of any kind: lists with keyset cursors, totals and facets that agree with the rows, one case, its history. Every read takes the actor first.
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { type Actor, type CaseState, fold, type Kind, movesOpenTo, type Recorded, type Typed } from '#domain/case'
import { kinds } from '#domain/kinds'
import { type Audience, audienceOf, type FieldLabel, present, sideOf } from '#domain/permission'
import { newId } from '../chance.ts'
import { type Db, dialect, read, sql, write } from '../client.ts'
import { type CaseRow, caseRow, textOf } from '../rows.ts'
import { cases, counts, events, links, readings } from '../schema.ts'
import { holds, isExactIn, matching, searchIndex } from '../search.ts'
import { countedUnder, type Dimension, dimensions, type Tallied, tallyUp } from './count.ts'
import { type Scope, visible } from './visible.ts'

export { type Dimension, dimensions } from './count.ts'
export const sorts = ['dueOn', '-dueOn', 'newest', 'oldest', '-decidedAt', '-changedAt'] as const
export type Sort = (typeof sorts)[number]

export type ListQuery = Partial<Record<Dimension, readonly string[]>> & {
  scope?: Scope
  q?: string
  ownerId?: string
  organisationId?: string
  labId?: string
  isOpen?: boolean
  /** Inclusive, YYYY-MM-DD. */
  dueFrom?: string
  dueTo?: string
  /** Tied by this link to that case. */
  link?: { name: string; to: string }
  sort?: Sort
  limit?: number
  cursor?: string
}

/** What a list shows of a case: the list columns, without the state. */
export type Item = Omit<CaseRow, 'state' | 'words' | 'seq' | 'lastPosition' | 'dueSort' | 'lapseAt' | 'lapseCommand' | 'isPrivate'>
export type Page = {
  items: Item[]
  next: string | null
  total: number
  totalIsCapped: boolean
  facets: Record<Dimension, { value: string; n: number }[]>
  asOf: string
}

const itemColumns = {
  kind: cases.kind,
  id: cases.id,
  seq: cases.seq,
  version: cases.version,
  status: cases.status,
  mark: cases.mark,
  number: cases.number,
  titleZh: cases.titleZh,
  titleEn: cases.titleEn,
  organisationId: cases.organisationId,
  organisationName: cases.organisationName,
  labId: cases.labId,
  sector: cases.sector,
  scenario: cases.scenario,
  region: cases.region,
  lane: cases.lane,
  tier: cases.tier,
  ownerId: cases.ownerId,
  dueOn: cases.dueOn,
  dueSort: cases.dueSort,
  dueRule: cases.dueRule,
  openedAt: cases.openedAt,
  decidedAt: cases.decidedAt,
  changedAt: cases.changedAt,
  isPublic: cases.isPublic,
  isOpen: cases.isOpen,
  words: cases.words,
}
type Found = { [K in keyof typeof itemColumns]: CaseRow[K] }
const itemOf = ({ seq: _seq, dueSort: _due, words: _words, ...item }: Found): Item => item
/** A row as the public sees it: who handles a case and when it is due are the office's and the party's business (policy.md 5.8). */
const publicItem = (found: Found): Item => ({ ...itemOf(found), ownerId: null, labId: null, dueOn: null, dueRule: null })
const itemFor = (actor: Actor, scope: Scope): ((found: Found) => Item) =>
  scope === 'public' || actor.posts.length === 0 ? publicItem : itemOf

/** In place of a person: cases that nobody is in charge of. */
export const nobody = 'none'
const maxLimit = 200
/** More matches of a text are not counted: ranking or counting the whole of a common word is what makes search slow. */
const countedMatches = 1000

const orderOf: Record<Sort, { column: any; key: keyof Found; down: boolean }> = {
  dueOn: { column: cases.dueSort, key: 'dueSort', down: false },
  '-dueOn': { column: cases.dueSort, key: 'dueSort', down: true },
  newest: { column: cases.seq, key: 'seq', down: true },
  oldest: { column: cases.seq, key: 'seq', down: false },
  '-decidedAt': { column: sql`coalesce(${cases.decidedAt}, '')`, key: 'decidedAt', down: true },
  '-changedAt': { column: cases.changedAt, key: 'changedAt', down: true },
}

const encodeCursor = (value: unknown, seq: number): string => Buffer.from(JSON.stringify([value, seq])).toString('base64url')
/** The place a cursor stands for, or null when it is none of ours. */
export const decodeCursor = (cursor: string): [string | number, number] | null => {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) && parsed.length === 2 && ['string', 'number'].includes(typeof parsed[0]) && typeof parsed[1] === 'number'
      ? [parsed[0], parsed[1]]
      : null
  } catch {
    return null
  }
}

const columnOf: Record<Dimension, any> = {
  status: cases.status,
  mark: cases.mark,
  lane: cases.lane,
  sector: cases.sector,
  scenario: cases.scenario,
  region: cases.region,
}

/** Conditions that the counts table cannot answer. */
const fineConditions = (query: ListQuery): SQL[] =>
  [
    query.ownerId !== undefined ? (query.ownerId === nobody ? isNull(cases.ownerId) : eq(cases.ownerId, query.ownerId)) : undefined,
    query.organisationId !== undefined ? eq(cases.organisationId, query.organisationId) : undefined,
    query.labId !== undefined ? eq(cases.labId, query.labId) : undefined,
    query.dueFrom !== undefined ? sql`${cases.dueSort} >= ${query.dueFrom}` : undefined,
    query.dueTo !== undefined ? sql`${cases.dueSort} <= ${query.dueTo}` : undefined,
    query.link
      ? sql`${cases.id} in (select ${links.id} from ${links} where ${links.toId} = ${query.link.to} and ${links.link} = ${query.link.name} and ${links.kind} = ${cases.kind})`
      : undefined,
  ].filter((one) => one !== undefined)

const filterConditions = (query: ListQuery, except?: Dimension): SQL[] =>
  dimensions.flatMap((dimension) => {
    const values = query[dimension]
    return dimension === except || !values || values.length === 0
      ? []
      : [values.length === 1 ? eq(columnOf[dimension], values[0]) : inArray(columnOf[dimension], [...values])]
  })

const openCondition = (query: ListQuery): SQL[] =>
  query.isOpen === undefined ? [] : [query.isOpen ? sql`${cases.isOpen}` : sql`not ${cases.isOpen}`]

const countsOf = async (db: Db, actor: Actor, kind: Kind, query: ListQuery): Promise<Tallied> => {
  const scope = query.scope ?? 'posts'
  const isFine = fineConditions(query).length > 0 || actor.posts.some((post) => post.organisationId !== null)
  if (!isFine) {
    const reach = scope === 'public' ? [] : actor.posts.map(({ role, region, sectors }) => [sideOf(role), region, sectors])
    const opened = query.isOpen === undefined ? undefined : query.isOpen ? sql`${counts.isOpen}` : sql`not ${counts.isOpen}`
    const where = and(eq(counts.kind, kind.name), sql`${counts.n} > 0`, visible(actor, kind, counts, scope), opened)
    return countedUnder(db, kind.name, JSON.stringify([scope, query.isOpen ?? null, reach]), where, query)
  }
  const rows = await db
    .select({
      status: cases.status,
      mark: cases.mark,
      lane: cases.lane,
      sector: cases.sector,
      scenario: cases.scenario,
      region: cases.region,
      n: sql<number>`count(*)`.mapWith(Number),
    })
    .from(cases)
    .where(and(eq(cases.kind, kind.name), visible(actor, kind, cases, scope), ...fineConditions(query), ...openCondition(query)))
    .groupBy(cases.status, cases.mark, cases.lane, cases.sector, cases.scenario, cases.region)
  return tallyUp(rows, query)
}

const textColumns = {
  seq: cases.seq,
  titleZh: cases.titleZh,
  titleEn: cases.titleEn,
  number: cases.number,
  organisationName: cases.organisationName,
  words: cases.words,
}
const countColumns = {
  status: cases.status,
  mark: cases.mark,
  lane: cases.lane,
  sector: cases.sector,
  scenario: cases.scenario,
  region: cases.region,
}
type Texts = Pick<CaseRow, keyof typeof textColumns>

/** Newest first among the matches of a text, rechecked on the row where the index alone may say too much; reads on until enough are found or nothing is left. */
const searchRows = async <T extends { seq: number }>(
  db: Db,
  columns: Record<string, any>,
  base: SQL | undefined,
  q: string,
  after: number | null,
  wanted: number,
): Promise<T[]> => {
  const match = matching(q)
  if (!match) return []
  const found: T[] = []
  const isExact = isExactIn(q)
  const stride = isExact ? wanted : wanted + 50
  for (let before = after ?? Number.MAX_SAFE_INTEGER; found.length < wanted; ) {
    // The index leads, said as a cross join because SQLite would rather read the whole kind and ask the index of each row.
    const batch = (await db
      .select(isExact ? { seq: cases.seq, ...columns } : { ...textColumns, ...columns })
      .from(searchIndex)
      .crossJoin(cases)
      .where(and(match, lt(searchIndex.rowid, before), eq(cases.seq, searchIndex.rowid), base))
      .orderBy(desc(searchIndex.rowid))
      .limit(stride)) as (T & Texts)[]
    for (const row of batch) if (found.length < wanted && (isExact || holds(textOf(row), q))) found.push(row)
    const last = batch.at(-1)
    if (batch.length < stride || !last) break
    before = last.seq
  }
  return found
}

/** Up to so many rows it is cheaper to find all of them by what they have in common and put them in order than to walk in order until a page is full. */
const fewRows = 2000

/** One page of rows in the order asked, and the cursor that leads on. `isFew` says that the filters leave few rows of the kind. */
const pageOf = async (
  db: Db,
  query: ListQuery,
  fixed: SQL | undefined,
  limit: number,
  cursor: [string | number, number] | null,
  isFew = false,
) => {
  const { column, key, down } = orderOf[query.sort ?? 'newest']
  const beyond = cursor
    ? key === 'seq'
      ? (down ? lt : gt)(cases.seq, cursor[1])
      : or((down ? lt : gt)(column, cursor[0]), and(eq(column, cursor[0]), (down ? lt : gt)(cases.seq, cursor[1])))
    : undefined
  // SQLite cannot know that the filters together leave few rows. The sign keeps it from following the index of the order; PostgreSQL reckons for itself.
  const led = (by: any) => (isFew && dialect === 'sqlite' ? sql`+${by}` : by)
  const rows = (await db
    .select(itemColumns)
    .from(cases)
    .where(and(fixed, ...filterConditions(query), beyond))
    .orderBy(...(key === 'seq' ? [] : [down ? desc(led(column)) : asc(led(column))]), down ? desc(led(cases.seq)) : asc(led(cases.seq)))
    .limit(limit + 1)) as Found[]
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? encodeCursor(last[key] ?? '', last.seq) : null }
}

/**
 * A page of cases of one kind that this person may see, with the total and facets of the same condition. Keyset cursor, no ceiling on depth.
 * Search by text is newest first, an exact number on top; its total is capped at 1,000 and says so.
 */
export const list = async (actor: Actor, kind: Kind, query: ListQuery, at: string): Promise<Page> => {
  const db = read()
  const scope = query.scope ?? 'posts'
  const limit = Math.min(Math.max(query.limit ?? 50, 1), maxLimit)
  const fixed = and(eq(cases.kind, kind.name), visible(actor, kind, cases, scope), ...fineConditions(query), ...openCondition(query))
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  if (query.q !== undefined && query.q.trim() !== '') {
    const q = query.q.trim()
    const base = and(fixed, ...filterConditions(query))
    const exact = cursor
      ? []
      : ((await db
          .select(itemColumns)
          .from(cases)
          .where(and(base, eq(cases.number, q.toUpperCase())))
          .limit(1)) as Found[])
    const matched = await searchRows<Found>(db, itemColumns, base, q, cursor ? cursor[1] : null, limit + 1)
    const found = matched.filter((row) => row.seq !== exact[0]?.seq)
    const rows = [...exact, ...found].slice(0, limit)
    const isAll = cursor === null && matched.length <= limit && filterConditions(query).length === 0
    const counted = isAll ? matched : await searchRows<Found>(db, countColumns, fixed, q, null, countedMatches + 1)
    const last = rows.at(-1)
    return {
      items: rows.map(itemFor(actor, scope)),
      next: exact.length + found.length > limit && last ? encodeCursor(0, last.seq) : null,
      asOf: at,
      ...tallyUp(
        counted.slice(0, countedMatches).map((row) => ({ ...row, n: 1 })),
        query,
      ),
      totalIsCapped: counted.length > countedMatches,
    }
  }
  const counted = await countsOf(db, actor, kind, query)
  const isFew = counted.total <= fewRows && filterConditions(query).length > 0
  const { rows, next } = counted.total === 0 ? { rows: [], next: null } : await pageOf(db, query, fixed, limit, cursor, isFew)
  return { items: rows.map(itemFor(actor, scope)), next, asOf: at, totalIsCapped: false, ...counted }
}

/** Every row of the same query, in pages, for exports. Nothing is counted on the way. */
export async function* all(actor: Actor, kind: Kind, query: ListQuery, at: string): AsyncGenerator<Item> {
  const scope = query.scope ?? 'posts'
  if (query.q === undefined || query.q.trim() === '') {
    const fixed = and(eq(cases.kind, kind.name), visible(actor, kind, cases, scope), ...fineConditions(query), ...openCondition(query))
    for (let cursor = query.cursor ? decodeCursor(query.cursor) : null; ; ) {
      const { rows, next } = await pageOf(read(), query, fixed, maxLimit, cursor)
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

export type One<S extends CaseState = any> = Item & { state: Partial<S>; audience: Audience; moves: string[]; position: number }

const isOfficerLooking = (audience: Audience): boolean => audience === 'authority' || audience === 'auditor'
const holdsRestricted = (shown: object, labels: Record<string, FieldLabel>): boolean =>
  Object.entries(shown).some(
    ([field, value]) => labels[field] === 'restricted' && value !== null && !(Array.isArray(value) && value.length === 0),
  )

type Sight = { row: CaseRow; state: CaseState; audience: Audience }
/** The case and what this person is to it, or null when for them it does not exist: whoever is turned away is on record (quality.md P16). */
const sightOf = async (actor: Actor, kind: Kind, id: string, at: string): Promise<Sight | null> => {
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
const recordLook = async (actor: Actor, kind: Kind, { row, audience }: Sight, shown: object, at: string, purpose: string | null) => {
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

const isOutside = (audience: Audience): boolean => audience === 'public' || audience === 'platform' || audience === 'admin'

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

/** How many cases of each kind are open to this person: the numbers beside the navigation. */
export const openCounts = async (actor: Actor, names: readonly string[]): Promise<Record<string, number>> => {
  const found = await Promise.all(
    names.map(async (name) => {
      const kind = kinds.get(name)
      return [name, kind ? (await countsOf(read(), actor, kind, { isOpen: true })).total : 0] as const
    }),
  )
  return Object.fromEntries(found)
}
