// Reads for administration: who read and was refused what, the newest events with their place in the log, and how the background work stands. Keyset paged.
import { statSync } from 'node:fs'
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { everySector, national } from '#domain/permission'
import { read, sql, sqliteFile } from '../client.ts'
import { dialect } from '../columns.ts'
import { cases, checkpoints, counts, events, nodes, outbox, readings } from '../schema.ts'
import { kindNamed } from './shown.ts'
import { visible } from './visible.ts'

const mostRows = 200

/** The audit administrator reads everything here; an auditor what lies in the own jurisdiction; nobody else anything (quality.md 1.2). */
type Sight = 'all' | 'jurisdiction' | 'none'
export const sightOf = (actor: Actor): Sight => {
  if (
    actor.posts.some(
      ({ role, region, sectors }) => role === 'audit_admin' || (role === 'auditor' && region === national && sectors.includes(everySector)),
    )
  )
    return 'all'
  return actor.posts.some(({ role }) => role === 'auditor') ? 'jurisdiction' : 'none'
}

/** Cases within the posts of an auditor, of every kind. */
const reachable = (actor: Actor) => {
  const auditor = { ...actor, posts: actor.posts.filter(({ role }) => role === 'auditor') }
  return or(...[...kinds.values()].map((kind) => and(eq(cases.kind, kind.name), visible(auditor, kind, cases, 'posts'))))
}

export type Reading = typeof readings.$inferSelect
export type ReadingQuery = {
  personId?: string
  caseId?: string
  what?: 'read' | 'refused'
  before?: [at: string, id: string]
  limit?: number
}

/** Readings of restricted fields and refusals, newest first. */
export const readingsPage = async (actor: Actor, query: ReadingQuery): Promise<{ rows: Reading[]; next: [string, string] | null }> => {
  const sight = sightOf(actor)
  if (sight === 'none') return { rows: [], next: null }
  const limit = Math.min(query.limit ?? 50, mostRows)
  const conditions: (SQL | undefined)[] = [
    query.personId ? eq(readings.personId, query.personId) : undefined,
    query.caseId ? eq(readings.caseId, query.caseId) : undefined,
    query.what ? eq(readings.what, query.what) : undefined,
    query.before
      ? or(lt(readings.at, query.before[0]), and(eq(readings.at, query.before[0]), lt(readings.id, query.before[1])))
      : undefined,
    sight === 'jurisdiction' ? inArray(readings.caseId, read().select({ id: cases.id }).from(cases).where(reachable(actor))) : undefined,
  ]
  const rows = await read()
    .select()
    .from(readings)
    .where(and(...conditions))
    .orderBy(desc(readings.at), desc(readings.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? [last.at, last.id] : null }
}

/** An event as administration sees it: that it happened, never what it said (administrators have no right over cases). */
export type LoggedEvent = {
  position: number
  kind: string
  caseId: string
  version: number
  type: string
  at: string
  by: string
  leaf: string | null
  number: string | null
  titleZh: string
  titleEn: string
}
export type EventQuery = { personId?: string; caseId?: string; kind?: string; before?: number; limit?: number }

const titled = async (
  rows: readonly { kind: string; caseId: string }[],
  actor: Actor,
): Promise<Map<string, { number: string | null; titleZh: string; titleEn: string }>> => {
  const found = new Map<string, { number: string | null; titleZh: string; titleEn: string }>()
  for (const name of new Set(rows.map((row) => row.kind))) {
    if (!kinds.has(name)) continue
    const kind = kindNamed(name)
    const ids = [...new Set(rows.filter((row) => row.kind === name).map((row) => row.caseId))]
    const titles = await read()
      .select({ id: cases.id, number: cases.number, titleZh: cases.titleZh, titleEn: cases.titleEn })
      .from(cases)
      .where(
        and(eq(cases.kind, name), inArray(cases.id, ids), or(visible(actor, kind, cases, 'posts'), visible(actor, kind, cases, 'public'))),
      )
    for (const { id, ...title } of titles) found.set(`${name}/${id}`, title)
  }
  return found
}

/** The newest events, with the hash of each leaf in the log. Titles only where the person could see the case anyway. */
export const eventsPage = async (actor: Actor, query: EventQuery): Promise<{ rows: LoggedEvent[]; next: number | null }> => {
  const sight = sightOf(actor)
  if (sight === 'none') return { rows: [], next: null }
  const limit = Math.min(query.limit ?? 50, mostRows)
  const rows = await read()
    .select({
      position: events.position,
      kind: events.kind,
      caseId: events.caseId,
      version: events.version,
      type: events.type,
      at: events.at,
      by: events.by,
      leaf: nodes.hash,
    })
    .from(events)
    .leftJoin(nodes, and(eq(nodes.level, 0), eq(nodes.at, events.position)))
    .where(
      and(
        query.personId ? eq(events.by, query.personId) : undefined,
        query.caseId ? eq(events.caseId, query.caseId) : undefined,
        query.kind ? eq(events.kind, query.kind) : undefined,
        query.before !== undefined ? lt(events.position, query.before) : undefined,
        sight === 'jurisdiction' ? inArray(events.caseId, read().select({ id: cases.id }).from(cases).where(reachable(actor))) : undefined,
      ),
    )
    .orderBy(desc(events.position))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const titles = await titled(page, actor)
  const nothing = { number: null, titleZh: '', titleEn: '' }
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ ...row, ...(titles.get(`${row.kind}/${row.caseId}`) ?? nothing) })),
    next: rows.length > limit && last ? last.position : null,
  }
}

/** How many readings and refusals there were since an instant, for the head of the audit page. */
export const readingCounts = async (actor: Actor, since: string): Promise<{ read: number; refused: number }> => {
  if (sightOf(actor) !== 'all') return { read: 0, refused: 0 }
  const rows = await read()
    .select({ what: readings.what, n: sql<number>`count(*)`.mapWith(Number) })
    .from(readings)
    .where(gte(readings.at, since))
    .groupBy(readings.what)
  const of = (what: string) => rows.find((row) => row.what === what)?.n ?? 0
  return { read: of('read'), refused: of('refused') }
}

export type Jobs = {
  outbox: { waiting: number; oldestAt: string | null; failing: { topic: string; attempts: number; lastError: string; at: string }[] }
  checkpoint: { size: number; at: string; root: string } | null
  logSize: number
  /** Cases whose period has ended and whom the clock has not served yet: none in a house whose clock runs. */
  lapsed: { n: number; oldestAt: string | null }
  lastSystemEventAt: string | null
  database: { dialect: 'sqlite' | 'postgresql'; bytes: number | null; cases: number; events: number }
}

const databaseBytes = async (): Promise<number | null> => {
  if (dialect === 'postgresql') {
    const [row] = await read().rows<{ bytes: string | number }>(sql`select pg_database_size(current_database()) as bytes`)
    return row ? Number(row.bytes) : null
  }
  const sizes = ['', '-wal'].map((end) => statSync(`${sqliteFile()}${end}`, { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** How the background work stands. For administrators of every kind; null for anybody else. */
export const jobs = async (actor: Actor, at: string): Promise<Jobs | null> => {
  if (!actor.posts.some(({ role }) => role === 'system_admin' || role === 'security_admin' || role === 'audit_admin')) return null
  const db = read()
  const number = sql<number>`count(*)`.mapWith(Number)
  const [[waiting], failing, [checkpoint], [last], [lapsed], [system], [held], bytes] = await Promise.all([
    db
      .select({ n: number, oldestAt: sql<string | null>`min(${outbox.at})` })
      .from(outbox)
      .where(isNull(outbox.sentAt)),
    db
      .select({ topic: outbox.topic, attempts: outbox.attempts, lastError: outbox.lastError, at: outbox.at })
      .from(outbox)
      .where(and(isNull(outbox.sentAt), isNotNull(outbox.lastError)))
      .orderBy(asc(outbox.position))
      .limit(20),
    db.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1),
    db.select({ position: events.position }).from(events).orderBy(desc(events.position)).limit(1),
    db
      .select({ n: number, oldestAt: sql<string | null>`min(${cases.lapseAt})` })
      .from(cases)
      .where(and(isNotNull(cases.lapseAt), lte(cases.lapseAt, at))),
    db.select({ at: events.at }).from(events).where(eq(events.by, 'system')).orderBy(desc(events.at)).limit(1),
    db.select({ n: sql<number>`coalesce(sum(${counts.n}), 0)`.mapWith(Number) }).from(counts),
    databaseBytes(),
  ])
  return {
    outbox: {
      waiting: waiting?.n ?? 0,
      oldestAt: waiting?.oldestAt ?? null,
      failing: failing.map((one) => ({ ...one, lastError: one.lastError ?? '' })),
    },
    checkpoint: checkpoint ? { size: checkpoint.size, at: checkpoint.at, root: checkpoint.root } : null,
    logSize: (last?.position ?? -1) + 1,
    lapsed: { n: lapsed?.n ?? 0, oldestAt: lapsed?.oldestAt ?? null },
    lastSystemEventAt: system?.at ?? null,
    database: {
      dialect: dialect === 'postgresql' ? 'postgresql' : 'sqlite',
      bytes,
      cases: held?.n ?? 0,
      events: (last?.position ?? -1) + 1,
    },
  }
}
