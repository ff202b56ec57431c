// How many cases stand where: totals and facets that agree with the rows, read once and kept in the process until a count of the kind changes.
import { eq, type SQL } from 'drizzle-orm'
import { type Db, inTransaction, prepared, sql } from '../client.ts'
import { countsScope } from '../rows.ts'
import { counts, serials } from '../schema.ts'

/** The dimensions that may be filtered by several values and are counted as facets. */
export const dimensions = ['status', 'mark', 'lane', 'sector', 'scenario', 'region'] as const
export type Dimension = (typeof dimensions)[number]
export type Counted = Record<Dimension, string | null> & { n: number }
export type Chosen = Partial<Record<Dimension, readonly string[]>>
export type Tallied = { facets: Record<Dimension, { value: string; n: number }[]>; total: number }

/** Facets and total from rows of dimension values with a count each: every facet under all filters but its own. */
export const tallyUp = (rows: readonly Counted[], chosen: Chosen): Tallied => {
  const filters = dimensions.flatMap((dimension) => {
    const values = chosen[dimension]
    return values?.length ? [{ dimension, values: new Set(values) }] : []
  })
  const sums = new Map(dimensions.map((dimension) => [dimension, new Map<string, number>()]))
  const add = (dimension: Dimension, row: Counted) => {
    const value = row[dimension]
    const of = sums.get(dimension)
    if (value && of) of.set(value, (of.get(value) ?? 0) + row.n)
  }
  let total = 0
  for (const row of rows) {
    // Which filters does it fail? None: it counts everywhere. One: only in the facet of that filter.
    let failed: Dimension | null = null
    let fails = 0
    for (const { dimension, values } of filters) {
      if (values.has(row[dimension] ?? '')) continue
      failed = dimension
      fails += 1
      if (fails > 1) break
    }
    if (fails > 1) continue
    if (failed !== null) add(failed, row)
    else {
      total += row.n
      for (const dimension of dimensions) add(dimension, row)
    }
  }
  const facets = Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      [...(sums.get(dimension) ?? [])]
        .filter(([, n]) => n > 0)
        .map(([value, n]) => ({ value, n }))
        .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1)),
    ]),
  ) as Tallied['facets']
  return { facets, total }
}

type Kept = { version: number; rows: readonly Counted[]; tallied: Map<string, Tallied> }
const kept = new Map<string, Kept>()
/** Rows that are kept in all, and answers that are kept of one condition. */
const mostRows = 300_000
const mostAnswers = 100

const versionOf = prepared('count.version', (db) =>
  db
    .select({ n: serials.n })
    .from(serials)
    .where(eq(serials.scope, sql.placeholder('scope'))),
)

const rowsIn = (db: Db, where: SQL | undefined): Promise<Counted[]> =>
  db
    .select({
      status: counts.status,
      mark: counts.mark,
      lane: counts.lane,
      sector: counts.sector,
      scenario: counts.scenario,
      region: counts.region,
      n: counts.n,
    })
    .from(counts)
    .where(where)

const keep = (key: string, one: Kept) => {
  kept.delete(key)
  kept.set(key, one)
  let rows = 0
  for (const other of kept.values()) rows += other.rows.length
  for (const [oldest, other] of kept) {
    if (rows <= mostRows || oldest === key) break
    kept.delete(oldest)
    rows -= other.rows.length
  }
}

/**
 * Total and facets of a kind under a condition on the counts table, which `key` names. What was read is used again as long as no count of the
 * kind has changed; the version is read first, so that what is kept is never older than it says.
 */
export const countedUnder = async (db: Db, kind: string, key: string, where: SQL | undefined, chosen: Chosen): Promise<Tallied> => {
  // Inside a transaction that may still be taken back nothing is kept.
  if (inTransaction()) return tallyUp(await rowsIn(db, where), chosen)
  const version = (await versionOf(db).execute({ scope: countsScope(kind) }))[0]?.n ?? 0
  const name = `${kind} ${key}`
  let one = kept.get(name)
  if (one?.version !== version) {
    one = { version, rows: await rowsIn(db, where), tallied: new Map() }
    keep(name, one)
  }
  const question = JSON.stringify(dimensions.map((dimension) => chosen[dimension] ?? []))
  let answer = one.tallied.get(question)
  if (!answer) {
    answer = tallyUp(one.rows, chosen)
    // Whoever asks next is answered with the same arrays.
    for (const values of Object.values(answer.facets)) Object.freeze(values)
    if (one.tallied.size >= mostAnswers) one.tallied.clear()
    one.tallied.set(question, answer)
  }
  return answer
}
