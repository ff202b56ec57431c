// Reads of the versioned rules: every set as a case of the catalogue, with all its editions.
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import type { CatalogueState } from '#domain/catalogue/in-force'
import { kinds } from '#domain/kinds'
import { read } from '../client.ts'
import { cases } from '../schema.ts'
import { visible } from './visible.ts'

/** The sets that an authority has loaded or edited; a set without a case is as shipped. */
export const ruleSets = async (actor: Actor): Promise<CatalogueState[]> => {
  const kind = kinds.get('catalogue')
  if (!kind) throw new Error('no kind catalogue')
  const rows = await read()
    .select({ state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'catalogue'), visible(actor, kind, cases, 'public')))
  return rows.map((row) => JSON.parse(row.state) as CatalogueState)
}
