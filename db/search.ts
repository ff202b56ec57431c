// Full text behind one interface: Han bigrams and Latin edges as tokens, newest first, rechecked on the row (performance.md 1.3). FTS5 on SQLite, an array under GIN on PostgreSQL.

import { eq, type SQL } from 'drizzle-orm'
import { bigint, pgTable, text as pgText } from 'drizzle-orm/pg-core'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Db, placeholders, prepared, sql } from './client.ts'
import { dialect } from './columns.ts'

const longestEdge = 6

/** Runs of Han characters and runs of Latin letters and digits, lower case, full-width forms made narrow (NFKC). */
const runsOf = (text: string): { han: boolean; run: string }[] =>
  [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/(\p{Script=Han}+)|([\p{Letter}\p{Number}]+)/gu),
  ].flatMap((match) => {
    if (match[1]) return [{ han: true, run: match[1] }]
    // A mixed run is cut where the script changes.
    return [...(match[2] ?? '').matchAll(/\p{Script=Han}+|\P{Script=Han}+/gu)].map(([run]) => ({ han: /\p{Script=Han}/u.test(run), run }))
  })

/** The tokens that a text is found by: every Han character and bigram, every prefix of two to six characters of a Latin run, and single characters. */
export const tokensOf = (text: string): string[] => {
  const tokens = new Set<string>()
  for (const { han, run } of runsOf(text)) {
    const characters = [...run]
    if (han)
      characters.forEach((character, i) => {
        tokens.add(character)
        const next = characters[i + 1]
        if (next) tokens.add(character + next)
      })
    else
      for (let length = 1; length <= Math.min(longestEdge, characters.length); length += 1) tokens.add(characters.slice(0, length).join(''))
  }
  return [...tokens]
}

/** What must all be present for a query to match: bigrams of Han runs, the first six characters of Latin ones. Empty when the query has no letter. */
export const wantedBy = (query: string): string[] => {
  const wanted = new Set<string>()
  for (const { han, run } of runsOf(query)) {
    const characters = [...run]
    if (!han) wanted.add(characters.slice(0, longestEdge).join(''))
    else if (characters.length === 1) wanted.add(run)
    else for (let i = 0; i + 1 < characters.length; i += 1) wanted.add(`${characters[i]}${characters[i + 1]}`)
  }
  return [...wanted].slice(0, 24)
}

/** Does the text really hold every run of the query? Bigrams alone over-match on words of four characters, edges on long prefixes. */
export const holds = (text: string, query: string): boolean => {
  const plain = text.normalize('NFKC').toLowerCase()
  const wanted = runsOf(query)
  // Cheap and usually enough: what is nowhere in the text begins no run of it, and Han that stands together stands in one run.
  if (wanted.some(({ run }) => !plain.includes(run))) return false
  if (wanted.every(({ han }) => han)) return true
  const hay = runsOf(text)
  return wanted.every(({ han, run }) => han || hay.some((one) => !one.han && one.run.startsWith(run)))
}

const searchTable = () => sqliteTable('search', { rowid: integer().primaryKey(), tokens: text().notNull() })
// Made by the migrations by hand, because drizzle knows no virtual tables: here only so that its statements can be prepared.
const search =
  dialect === 'postgresql'
    ? (pgTable('search', { rowid: bigint({ mode: 'number' }).primaryKey(), tokens: pgText().array().notNull() }) as unknown as ReturnType<
        typeof searchTable
      >)
    : searchTable()
const insertTokens = prepared('search.insert', (db) => db.insert(search).values(placeholders(search)))
const replaceTokens = prepared('search.replace', (db) =>
  db
    .insert(search)
    .values(placeholders(search))
    .onConflictDoUpdate({ target: search.rowid, set: { tokens: sql`excluded.tokens` } }),
)
const forgetTokens = prepared('search.forget', (db) => db.delete(search).where(eq(search.rowid, sql.placeholder('rowid'))))

/** Writes or rewrites what a case is found by. */
export const indexText = async (tx: Db, seq: number, text: string, isNew: boolean): Promise<void> => {
  const tokens = tokensOf(text)
  if (dialect === 'postgresql') {
    await replaceTokens(tx).execute({ rowid: seq, tokens })
    return
  }
  if (!isNew) await forgetTokens(tx).execute({ rowid: seq })
  await insertTokens(tx).execute({ rowid: seq, tokens: tokens.join(' ') })
}

/** Forgets the whole index, before it is built again. */
export const clearIndex = (tx: Db) =>
  tx.exec(dialect === 'postgresql' ? sql`delete from search` : sql`insert into search(search) values ('delete-all')`)

/** Whether the index alone decides a query: a Han run of one or two characters and a Latin one no longer than an edge are single tokens. */
export const isExactIn = (query: string): boolean =>
  runsOf(query).every(({ han, run }) => [...run].length <= (han ? 2 : longestEdge)) && runsOf(query).length <= 24

/** The index as the outer side of a join on the seq of a case: its rowids come newest first at no cost. */
export { search as searchIndex }
/** The condition that a row of the index matches; null when the query asks for nothing that can be searched. */
export const matching = (query: string): SQL | null => {
  const wanted = wantedBy(query)
  if (wanted.length === 0) return null
  return dialect === 'postgresql'
    ? sql`${search.tokens} @> ${sql.param(wanted)}::text[]`
    : sql`search match ${wanted.map((token) => `"${token}"`).join(' ')}`
}
