// The present: turns a state into its current row and keeps ties, counts and full text with it, in the caller's transaction.
import { and, eq } from 'drizzle-orm'
import type { CaseState, Kind, Recorded, StateMark, Typed } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { type Db, insertRows, placeholders, prepared, sql } from './client.ts'
import { cases, counts, links, serials, tallies } from './schema.ts'
import { indexText } from './search.ts'

export type CaseRow = typeof cases.$inferSelect

const rowOf = prepared('rows.one', (db) =>
  db
    .select()
    .from(cases)
    .where(and(eq(cases.kind, sql.placeholder('kind')), eq(cases.id, sql.placeholder('id'))))
    .limit(1),
)
/** The current row of one case, or null. */
export const caseRow = async (db: Db, kind: string, id: string): Promise<CaseRow | null> =>
  (await rowOf(db).execute({ kind, id }))[0] ?? null

/** Sorts after every date. */
export const endOfDays = '9999-12-31'
/** Marks under which nobody has to act any more. */
const settled: readonly StateMark[] = ['approved', 'conditions', 'refused', 'ended']

/** Rules give instants with the offset of Shanghai; as text they only compare with each other in UTC. */
const inUtc = (at: string | null | undefined): string | null => (at ? new Date(at).toISOString() : null)

/** The list columns that a state gives; pure, so that rebuild and verify can compare. */
export const columnsOf = (kind: Kind, state: CaseState, catalogue: Catalogue) => {
  const place = kind.place(state)
  const summary = kind.summary(state, catalogue)
  return {
    status: state.status,
    mark: summary.mark as string,
    number: summary.number,
    titleZh: summary.title.zh,
    titleEn: summary.title.en,
    organisationId: place.organisationId,
    organisationName: summary.organisationName,
    labId: place.labId ?? null,
    sector: place.sector ?? '',
    scenario: summary.scenario,
    region: place.region ?? '',
    lane: summary.lane,
    tier: summary.tier,
    ownerId: summary.ownerId,
    dueOn: summary.dueOn,
    dueSort: summary.dueOn ?? endOfDays,
    dueRule: summary.dueRule,
    lapseAt: inUtc(summary.lapse?.at),
    lapseCommand: summary.lapse?.command ?? null,
    openedAt: inUtc(summary.openedAt),
    decidedAt: inUtc(summary.decidedAt),
    isPublic: summary.isPublic,
    isPrivate: place.isPrivate ?? false,
    // Nobody acts on a row taken over from another register, whatever it stood at there.
    isOpen: !settled.includes(summary.mark) && !kind.isFrozen?.(state),
    words: summary.words.join(' \n'),
  }
}

type Columns = ReturnType<typeof columnsOf>
/** Everything that full text looks at: what the row shows anyway. */
export const textOf = (row: Pick<Columns, 'titleZh' | 'titleEn' | 'number' | 'organisationName' | 'words'>): string =>
  [row.titleZh, row.titleEn, row.number, row.organisationName, row.words].filter(Boolean).join(' \n')

export const countKey = (
  kind: string,
  row: Pick<Columns, 'status' | 'mark' | 'lane' | 'sector' | 'scenario' | 'region' | 'isPublic' | 'isPrivate' | 'isOpen'>,
) => ({
  kind,
  status: row.status,
  mark: row.mark,
  lane: row.lane ?? '',
  sector: row.sector,
  scenario: row.scenario ?? '',
  region: row.region,
  isPublic: row.isPublic,
  isPrivate: row.isPrivate,
  isOpen: row.isOpen,
})

const countInsert = prepared('rows.count', (db) =>
  db
    .insert(counts)
    .values({
      kind: sql.placeholder('kind'),
      status: sql.placeholder('status'),
      mark: sql.placeholder('mark'),
      lane: sql.placeholder('lane'),
      sector: sql.placeholder('sector'),
      scenario: sql.placeholder('scenario'),
      region: sql.placeholder('region'),
      isPublic: sql.placeholder('isPublic'),
      isPrivate: sql.placeholder('isPrivate'),
      isOpen: sql.placeholder('isOpen'),
      n: sql.placeholder('n'),
    })
    .onConflictDoUpdate({
      target: [
        counts.kind,
        counts.status,
        counts.mark,
        counts.lane,
        counts.sector,
        counts.scenario,
        counts.region,
        counts.isPublic,
        counts.isPrivate,
        counts.isOpen,
      ],
      set: { n: sql`${counts.n} + excluded.n` },
    }),
)

/** The serial that says which state of the counts of a kind one has read. */
export const countsScope = (kind: string): string => `counts ${kind}`
const countsChanged = prepared('rows.countsChanged', (db) =>
  db
    .insert(serials)
    .values({ scope: sql.placeholder('scope'), n: 1 })
    .onConflictDoUpdate({ target: serials.scope, set: { n: sql`${serials.n} + 1` } }),
)
/** Says to every process that what it has kept of the counts of a kind is past, as soon as this transaction is committed. */
export const markCounts = (tx: Db, kind: string) => countsChanged(tx).execute({ scope: countsScope(kind) })

const count = (tx: Db, key: ReturnType<typeof countKey>, n: number) => countInsert(tx).execute({ ...key, n })

const sameTies = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, i) => one === b[i])
const tiesOf = (kind: Kind, state: CaseState): string[] =>
  Object.entries(kind.links?.(state) ?? {})
    .flatMap(([link, to]) => (to === null ? [] : typeof to === 'string' ? [[link, to]] : to.map((one) => [link, one])))
    .map(([link, to]) => `${link}\n${to}`)
    .sort()

const insertCase = prepared('rows.insert', (db) => db.insert(cases).values(placeholders(cases)))
const updateCase = prepared('rows.update', (db) => {
  const { kind, id, seq: _seq, ...changed } = placeholders(cases)
  return db
    .update(cases)
    .set(changed)
    .where(and(eq(cases.kind, kind), eq(cases.id, id)))
})
const insertLink = prepared('rows.link', (db) => db.insert(links).values(placeholders(links)))

/** Writes the row of a case after a change; `before` is the row and state that it replaces, null for a new case. */
export const writeRow = async (
  tx: Db,
  kind: Kind,
  before: { row: CaseRow; state: CaseState } | null,
  state: CaseState,
  at: { version: number; position: number; firstPosition: number; changedAt: string },
  catalogue: Catalogue,
): Promise<CaseRow> => {
  const columns = columnsOf(kind, state, catalogue)
  const row: CaseRow = {
    kind: kind.name,
    id: state.id,
    seq: before?.row.seq ?? at.firstPosition,
    version: at.version,
    lastPosition: at.position,
    changedAt: at.changedAt,
    state: JSON.stringify(state),
    ...columns,
  }
  await (before ? updateCase(tx) : insertCase(tx)).execute(row)

  const now = tiesOf(kind, state)
  const then = before ? tiesOf(kind, before.state) : []
  if (!sameTies(now, then)) {
    if (then.length > 0) await tx.delete(links).where(and(eq(links.kind, kind.name), eq(links.id, state.id)))
    const rows = now.map((tie) => {
      const [link = '', toId = ''] = tie.split('\n')
      return { kind: kind.name, id: state.id, link, toId }
    })
    await insertRows(tx, links, insertLink, rows)
  }
  const key = countKey(kind.name, row)
  const oldKey = before ? countKey(kind.name, before.row) : null
  if (JSON.stringify(key) !== JSON.stringify(oldKey)) {
    if (oldKey) await count(tx, oldKey, -1)
    await count(tx, key, 1)
    await markCounts(tx, kind.name)
  }
  const text = textOf(row)
  if (!before || textOf(before.row) !== text) await indexText(tx, row.seq, text, !before)
  return row
}

/** The Shanghai day of an instant: days of statistics are days of the authority. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

const tallyInsert = prepared('rows.tally', (db) =>
  db
    .insert(tallies)
    .values({ ...placeholders(tallies), n: 1 })
    .onConflictDoUpdate({
      target: [tallies.kind, tallies.type, tallies.day, tallies.sector, tallies.region],
      set: { n: sql`${tallies.n} + 1` },
    }),
)

/** One more event of this type on this day. */
export const tally = (tx: Db, kind: string, event: Recorded<Typed>, row: Pick<CaseRow, 'sector' | 'region'>) =>
  tallyInsert(tx).execute({ kind, type: event.type, day: dayOf(event.at), sector: row.sector, region: row.region })
