// What a distribution platform asks of the rows: the self-tests that name it, and its own reports. Few enough to be read whole.
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor, CaseState } from '#domain/case'
import { sideOf } from '#domain/permission'
import type { Report } from '#domain/report/report'
import type { Selftest } from '#domain/selftest/selftest'
import { read } from '../client.ts'
import { cases, links } from '../schema.ts'
import { kindNamed, mostShown, type Presented, presented } from './shown.ts'

/** The platforms that this person acts for. */
export const platformsOf = (actor: Actor): string[] =>
  actor.posts.flatMap((post) => (sideOf(post.role) === 'platform' && post.organisationId !== null ? [post.organisationId] : []))

const tiedTo = async <S extends CaseState>(actor: Actor, name: string): Promise<(Presented<S> & { status: string; mark: string })[]> => {
  const kind = kindNamed(name)
  const own = platformsOf(actor)
  if (own.length === 0) return []
  const rows = await read()
    .select({ id: cases.id, version: cases.version, isPublic: cases.isPublic, state: cases.state, status: cases.status, mark: cases.mark })
    .from(cases)
    .where(
      and(
        eq(cases.kind, name),
        inArray(
          cases.id,
          read()
            .select({ id: links.id })
            .from(links)
            .where(and(eq(links.kind, name), eq(links.link, 'platform'), inArray(links.toId, own))),
        ),
      ),
    )
    .orderBy(desc(cases.seq))
    .limit(mostShown)
  return rows.flatMap((row) => {
    const shown = presented<S>(actor, kind, row)
    return shown ? [{ ...shown, status: row.status, mark: row.mark }] : []
  })
}

/** The self-tests that name one of the person's platforms, newest first, as a platform may see them. */
export const listedOn = (actor: Actor) => tiedTo<Selftest>(actor, 'selftest')
/** The information reports of the person's platforms, newest first. */
export const platformReports = (actor: Actor) => tiedTo<Report>(actor, 'report')
