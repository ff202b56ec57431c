// Rows of a list: the columns that it shows, one page of them in the order asked, and the matches of a text.
import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { type Db, dialect, preparedAs, sql } from '../client.ts'
import { type CaseRow, textOf } from '../rows.ts'
import { cases } from '../schema.ts'
import { holds, isExactIn, matching, searchIndex } from '../search.ts'
import { encodeCursor, filterConditions, type ListQuery, orderOf } from './query.ts'
import type { Scope } from './visible.ts'

/** What a list shows of a case: the list columns, without the state. */
export type Item = Omit<CaseRow, 'state' | 'words' | 'seq' | 'lastPosition' | 'dueSort' | 'lapseAt' | 'lapseCommand' | 'isPrivate'>
export const itemColumns = {
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
export type Found = { [K in keyof typeof itemColumns]: CaseRow[K] }
export const itemOf = ({ seq: _seq, dueSort: _due, words: _words, ...item }: Found): Item => item
/** A row as the public sees it: who handles a case and when it is due are the office's and the party's business (policy.md 5.8). */
export const publicItem = (found: Found): Item => ({ ...itemOf(found), ownerId: null, labId: null, dueOn: null, dueRule: null })
export const itemFor = (actor: Actor, scope: Scope): ((found: Found) => Item) =>
  scope === 'public' || actor.posts.length === 0 ? publicItem : itemOf

const textColumns = {
  seq: cases.seq,
  titleZh: cases.titleZh,
  titleEn: cases.titleEn,
  number: cases.number,
  organisationName: cases.organisationName,
  words: cases.words,
}
type Texts = Pick<CaseRow, keyof typeof textColumns>

/** Newest first among the matches of a text, rechecked on the row where the index alone may say too much; reads on until enough are found or nothing is left. */
export const searchRows = async <T extends { seq: number }>(
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
export const fewRows = 2000

/**
 * One page of rows in the order asked, and the cursor that leads on. `asked` names what `fixed` says (see askedBy); `isFew` says that the filters leave
 * few rows of the kind.
 */
export const pageOf = async (
  db: Db,
  asked: string,
  query: ListQuery,
  fixed: () => SQL | undefined,
  limit: number,
  cursor: [string | number, number] | null,
  isFew = false,
) => {
  const { column, key, down } = orderOf[query.sort ?? 'newest']
  const statement = preparedAs(db, `page ${asked} ${limit} ${cursor !== null} ${isFew}`, () => {
    const value = sql.placeholder('value')
    const seq = sql.placeholder('seq')
    const beyond =
      cursor === null
        ? undefined
        : key === 'seq'
          ? (down ? lt : gt)(cases.seq, seq)
          : or((down ? lt : gt)(column, value), and(eq(column, value), (down ? lt : gt)(cases.seq, seq)))
    // SQLite cannot know that the filters together leave few rows. The sign keeps it from following the index of the order; PostgreSQL reckons for itself.
    const led = (by: any) => (isFew && dialect === 'sqlite' ? sql`+${by}` : by)
    return db
      .select(itemColumns)
      .from(cases)
      .where(and(fixed(), ...filterConditions(query), beyond))
      .orderBy(...(key === 'seq' ? [] : [down ? desc(led(column)) : asc(led(column))]), down ? desc(led(cases.seq)) : asc(led(cases.seq)))
      .limit(limit + 1)
  })
  const rows = (await statement.execute(cursor ? { value: cursor[0], seq: cursor[1] } : {})) as Found[]
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? encodeCursor(last[key] ?? '', last.seq) : null }
}
