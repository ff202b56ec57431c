// The rules in force: the catalogue's cases folded into one typed value, kept until one of them changes.
import { eq, max } from 'drizzle-orm'
import { catalogueAt } from '#domain/catalogue/in-force'
import type { Catalogue } from '#domain/catalogue/shipped'
import { shanghaiDateOf } from '#domain/clock/day'
import { type Db, prepared } from './client.ts'
import { cases } from './schema.ts'

const newest = prepared('catalogue.newest', (db) =>
  db
    .select({ position: max(cases.lastPosition) })
    .from(cases)
    .where(eq(cases.kind, 'catalogue')),
)

let kept: { position: number; day: string; catalogue: Catalogue } | null = null

/** The catalogue in force at an instant, as this transaction sees it. */
export const catalogueIn = async (db: Db, at: string): Promise<Catalogue> => {
  const position = (await newest(db).execute())[0]?.position ?? -1
  const day = shanghaiDateOf(at)
  if (kept && kept.position === position && kept.day === day) return kept.catalogue
  const rows = await db.select({ state: cases.state }).from(cases).where(eq(cases.kind, 'catalogue'))
  const catalogue = catalogueAt(
    rows.map((row) => JSON.parse(row.state)),
    at,
  )
  kept = { position, day, catalogue }
  return catalogue
}
