// Editions of the rules that take effect later: what a notice on the home page says, kept until a set changes.
import { and, asc, eq, max } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { changesBetween } from '#domain/catalogue/content'
import type { CatalogueState } from '#domain/catalogue/in-force'
import { kinds } from '#domain/kinds'
import { prepared, read } from '../client.ts'
import { cases } from '../schema.ts'
import { visible } from './visible.ts'

export type ComingEdition = { set: string; version: string; effectiveOn: string; changes: number }

const newest = prepared('edition.newest', (db) =>
  db
    .select({ position: max(cases.lastPosition) })
    .from(cases)
    .where(eq(cases.kind, 'catalogue')),
)
let kept: { position: number; today: string; coming: ComingEdition[] } | null = null

/** Enacted editions that begin after today (YYYY-MM-DD, Shanghai), the next first. `changes` counts items added, removed or changed. */
export const comingEditions = async (actor: Actor, today: string): Promise<ComingEdition[]> => {
  const kind = kinds.get('catalogue')
  if (!kind || actor.posts.length === 0) return []
  const position = (await newest(read()).execute())[0]?.position ?? -1
  if (kept && kept.position === position && kept.today === today) return kept.coming
  const rows = await read()
    .select({ state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'catalogue'), visible(actor, kind, cases, 'posts')))
    .orderBy(asc(cases.seq))
  const coming = rows
    .flatMap((row) => {
      const { set, versions } = JSON.parse(row.state) as CatalogueState
      return versions.flatMap(({ version, effectiveOn, content }, place) => {
        if (effectiveOn <= today) return []
        const { added, removed, changed } = changesBetween(versions[place - 1]?.content ?? {}, content)
        return [{ set, version, effectiveOn, changes: added.length + removed.length + changed.length }]
      })
    })
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
  kept = { position, today, coming }
  return coming
}
