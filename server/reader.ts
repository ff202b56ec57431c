// The door for looking: every read bound to the visitor. No page can read without one.
import 'server-only'
import { redirect } from 'next/navigation'
import { catalogueIn } from '#db/catalogue'
import { read } from '#db/client'
import { byNumber, one } from '#db/reads/case'
import { history, namesOf } from '#db/reads/history'
import { all, count, list, openCounts } from '#db/reads/list'
import type { ListQuery } from '#db/reads/query'
import type { Kind } from '#domain/case'
import { kinds } from '#domain/kinds'
import { type Role, sideOf } from '#domain/permission'
import { visitor } from './session.ts'

const kindOf = (name: string): Kind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}

/** Reads for whoever visits, signed in or not. */
export const reader = async () => {
  const access = await visitor()
  const { actor, at } = access
  return {
    access,
    actor,
    at,
    today: new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10),
    catalogue: () => catalogueIn(read(), at),
    list: (kind: string, query: ListQuery) => list(actor, kindOf(kind), query, at),
    /** How many list() would lead through; for a number alone. */
    count: (kind: string, query: ListQuery) => count(actor, kindOf(kind), query),
    all: (kind: string, query: ListQuery) => all(actor, kindOf(kind), query, at),
    one: <S extends { id: string; status: string; did: object } = any>(kind: string, id: string, purpose?: string) =>
      one<S & any>(actor, kindOf(kind), id, at, purpose ?? null),
    byNumber: (kind: string, number: string) => byNumber(actor, kindOf(kind), number, at),
    history: (kind: string, id: string) => history(actor, kindOf(kind), id, at),
    openCounts: (names: readonly string[]) => openCounts(actor, names),
    namesOf,
    has: (...roles: Role[]) => actor.posts.some((post) => roles.includes(post.role)),
  }
}
export type Reader = Awaited<ReturnType<typeof reader>>

/** Reads for a page of one side of the house; whoever is not of that side is sent to sign in, and comes back after. */
export const readerFor = async (side: 'authority' | 'company' | 'lab' | 'platform' | 'admin', from: string): Promise<Reader> => {
  const bound = await reader()
  if (!bound.actor.posts.some((post) => sideOf(post.role) === side)) redirect(`/sign-in?callbackUrl=${encodeURIComponent(from)}`)
  return bound
}
