// What the company portal asks of the rows beyond its own cases: the platforms that a deployment may be offered on.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { organisation } from '#domain/organisation/organisation'
import { read } from '../client.ts'
import { cases } from '../schema.ts'
import { visible } from './visible.ts'

/** Verified distribution platforms that this person may see, by name; at most 200, which is more than there are. */
export const platforms = async (actor: Actor): Promise<{ id: string; zh: string; en: string }[]> =>
  read()
    .select({ id: cases.id, zh: cases.titleZh, en: cases.titleEn })
    .from(cases)
    .where(
      and(
        eq(cases.kind, organisation.name),
        eq(cases.status, 'verified'),
        visible(actor, organisation, cases, 'public'),
        sql`${cases.state} like '%"kind":"platform"%'`,
      ),
    )
    .orderBy(asc(cases.titleZh))
    .limit(200)
