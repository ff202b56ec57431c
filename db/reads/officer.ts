// Who works in the same office: for assigning, for the load of a team, and for names beside cases.
import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { type Role, sideOf } from '#domain/permission'
import { type Person, postsInForce } from '#domain/person/state'
import { read } from '../client.ts'
import { cases } from '../schema.ts'
import { visible } from './visible.ts'

export type Officer = { id: string; names: { zh: string; en: string }; roles: Role[] }

/** The offices that a person holds a post in. */
export const officesOf = (actor: Actor): string[] => [
  ...new Set(actor.posts.flatMap((post) => (post.authorityId === null ? [] : [post.authorityId]))),
]

/** Persons with a post in force in one of the actor's own offices, by name; the actor among them. At most 2,000 officers are looked at. */
export const colleaguesOf = async (actor: Actor, at: string): Promise<Officer[]> => {
  const kind = kinds.get('person')
  const offices = officesOf(actor)
  if (!kind || offices.length === 0) return []
  const rows = await read()
    .select({ state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'person'), eq(cases.status, 'active'), isNull(cases.organisationId), visible(actor, kind, cases, 'posts')))
    .limit(2000)
  return rows
    .flatMap((row): Officer[] => {
      const person = JSON.parse(row.state) as Person
      const roles = postsInForce(person, at)
        .filter((post) => sideOf(post.role) === 'authority' && post.authorityId !== null && offices.includes(post.authorityId))
        .map((post) => post.role)
      return roles.length > 0 ? [{ id: person.id, names: person.names, roles: [...new Set(roles)] }] : []
    })
    .sort((a, b) => a.names.zh.localeCompare(b.names.zh, 'zh-Hans-CN'))
}
