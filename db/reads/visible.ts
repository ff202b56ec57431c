// Which rows a person may see at all: the one predicate that every list, count, export and search shares.
import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Actor, Kind, Post } from '#domain/case'
import { everySector, national, sideOf } from '#domain/permission'
import { sql } from '../client.ts'
import { links } from '../schema.ts'

type Columns = { id?: any; region: any; sector: any; isPrivate: any; isPublic: any; organisationId?: any; labId?: any }
const everything = sql`1 = 1`

/** `posts`: what the person's posts reach. `public`: what everybody sees. */
export type Scope = 'posts' | 'public'

/** What one post reaches, or null for nothing. The same rule as covers() in domain/permission.ts, said in SQL; a test holds the two together. */
const reachOf = (post: Post, kind: Kind, columns: Columns): SQL | null => {
  switch (sideOf(post.role)) {
    case 'system':
      return everything
    case 'admin':
      return kind.isAdministrative ? everything : null
    case 'company':
      return columns.organisationId && post.organisationId ? eq(columns.organisationId, post.organisationId) : null
    case 'lab':
      return columns.labId && post.organisationId ? eq(columns.labId, post.organisationId) : null
    case 'platform':
      // Only rows have an id to be tied by; tables of counts are never asked by a platform.
      return columns.id && post.organisationId
        ? sql`${columns.id} in (select ${links.id} from ${links} where ${links.toId} = ${post.organisationId} and ${links.link} = 'platform' and ${links.kind} = ${kind.name})`
        : null
    case 'authority':
      return (
        and(
          // Said as the partial indexes say it, or SQLite does not use them.
          sql`not ${columns.isPrivate}`,
          post.region === national ? undefined : inArray(columns.region, [post.region ?? '', '']),
          post.sectors.includes(everySector) ? undefined : inArray(columns.sector, [...post.sectors, '']),
        ) ?? everything
      )
    default:
      return null
  }
}

/** The condition for the rows of a kind that this person may see; without posts, only what is public. */
export const visible = (actor: Actor, kind: Kind, columns: Columns, scope: Scope): SQL => {
  if (scope === 'public' || actor.posts.length === 0) return eq(columns.isPublic, true)
  // Several roles in one office reach the same rows: say it once, or the planner gives up its indexes.
  const unlike = [
    ...new Map(
      actor.posts.map((post) => [JSON.stringify([sideOf(post.role), post.region, post.sectors, post.organisationId]), post]),
    ).values(),
  ]
  const reached = unlike.flatMap((post) => reachOf(post, kind, columns) ?? [])
  return reached.length === 0 ? sql`1 = 0` : (or(...reached) ?? sql`1 = 0`)
}
