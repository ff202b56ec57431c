// Full text behind one interface: Han bigrams and Latin edges as tokens, newest first, rechecked on the row (performance.md 1.3). FTS5 on SQLite, an array under GIN on PostgreSQL.

import { type Db, sql } from './client.ts'
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
  const hay = runsOf(text)
  return runsOf(query).every(({ han, run }) =>
    hay.some((one) => one.han === han && (han ? one.run.includes(run) : one.run.startsWith(run))),
  )
}

/** Writes or rewrites what a case is found by. */
export const indexText = async (tx: Db, seq: number, text: string, isNew: boolean): Promise<void> => {
  const tokens = tokensOf(text)
  if (dialect === 'postgresql') {
    await tx.exec(
      sql`insert into search (rowid, tokens) values (${seq}, ${sql.param(tokens)}) on conflict (rowid) do update set tokens = excluded.tokens`,
    )
    return
  }
  if (!isNew) await tx.exec(sql`delete from search where rowid = ${seq}`)
  await tx.exec(sql`insert into search (rowid, tokens) values (${seq}, ${tokens.join(' ')})`)
}

/** Forgets the whole index, before it is built again. */
export const clearIndex = (tx: Db) =>
  tx.exec(dialect === 'postgresql' ? sql`delete from search` : sql`insert into search(search) values ('delete-all')`)

/** The condition "this seq is among the matches", newest first by seq descending; null when the query asks for nothing that can be searched. */
export const matches = (seqColumn: unknown, query: string) => {
  const wanted = wantedBy(query)
  if (wanted.length === 0) return null
  return dialect === 'postgresql'
    ? sql`${seqColumn} in (select rowid from search where tokens @> ${sql.param(wanted)}::text[])`
    : sql`${seqColumn} in (select rowid from search where search match ${wanted.map((token) => `"${token}"`).join(' ')})`
}
