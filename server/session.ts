// Who is asking: from the cookie or a token to the person and the posts in force now. The only file that knows next-auth.
import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { prepared, read, sql, write } from '#db/client'
import { caseRow } from '#db/rows'
import { accounts, sessions, tokens } from '#db/schema'
import { type Actor, publicActor } from '#domain/case'
import { sideOf } from '#domain/permission'
import { type PersonState, postsInForce } from '#domain/person/person'
import { env } from './env.ts'
import { authenticate } from './sign-in.ts'

declare module 'next-auth/jwt' {
  interface JWT {
    rawToken?: string
  }
}

const digest = (value: string) => createHash('sha256').update(value).digest('hex')
const minutes = 60_000
const absoluteLimit = 8 * 60 * minutes
const idleLimit = (actor: Actor) =>
  (actor.posts.some((post) => sideOf(post.role) === 'authority' || sideOf(post.role) === 'admin') ? 15 : 30) * minutes
const stepUpLimit = 5 * minutes

export const cookieName = () => (env().isSecure ? '__Host-zhiheng.session' : 'zhiheng.session')

/** What the door knows about how somebody came in. */
export type Access = {
  actor: Actor
  by: 'cookie' | 'token' | 'nobody'
  sessionId: string | null
  login: string | null
  isSteppedUp: boolean
  expiresAt: string | null
  scopes: readonly string[] | null
}
const nobody: Access = { actor: publicActor, by: 'nobody', sessionId: null, login: null, isSteppedUp: false, expiresAt: null, scopes: null }

/** The person with the posts in force at this moment, or null when dismissed: asked on every request, so a dismissal acts at once. */
export const actorOf = async (personId: string, at: string): Promise<Actor | null> => {
  const row = await caseRow(read(), 'person', personId)
  if (!row) return null
  const person = JSON.parse(row.state) as PersonState
  const posts = postsInForce(person, at)
  return person.status === 'active' ? { personId, name: person.names, posts } : null
}

const sessionRow = prepared('session.one', (db) =>
  db
    .select({ session: sessions, disabledAt: accounts.disabledAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.login, sessions.login))
    .where(and(eq(sessions.id, sql.placeholder('id')), isNull(sessions.revokedAt))),
)
const tokenRow = prepared('session.token', (db) =>
  db
    .select()
    .from(tokens)
    .where(and(eq(tokens.id, sql.placeholder('id')), isNull(tokens.revokedAt))),
)

const byCookie = async (raw: string, at: Date): Promise<Access> => {
  const [found] = await sessionRow(read()).execute({ id: digest(raw) })
  if (!found || found.disabledAt) return nobody
  const { session } = found
  const actor = await actorOf(session.personId, at.toISOString())
  if (!actor) return nobody
  const age = at.getTime() - Date.parse(session.createdAt)
  const idle = at.getTime() - Date.parse(session.lastSeenAt)
  // A clock that jumped back makes ages negative: neither shortens nor lengthens a session.
  if (age > absoluteLimit || idle > idleLimit(actor)) return nobody
  if (idle > minutes) await write((tx) => tx.update(sessions).set({ lastSeenAt: at.toISOString() }).where(eq(sessions.id, session.id)))
  const isSteppedUp = session.steppedUpAt !== null && at.getTime() - Date.parse(session.steppedUpAt) <= stepUpLimit
  return {
    actor,
    by: 'cookie',
    sessionId: session.id,
    login: session.login,
    isSteppedUp,
    expiresAt: new Date(Math.min(Date.parse(session.createdAt) + absoluteLimit, at.getTime() + idleLimit(actor))).toISOString(),
    scopes: null,
  }
}

const byToken = async (raw: string, at: Date): Promise<Access | null> => {
  const [token] = await tokenRow(read()).execute({ id: digest(raw) })
  if (!token || token.expiresAt <= at.toISOString()) return null
  const actor = await actorOf(token.personId, at.toISOString())
  if (!actor) return null
  const scopes = JSON.parse(token.scopes) as string[]
  return { actor, by: 'token', sessionId: null, login: null, isSteppedUp: scopes.includes('decide'), expiresAt: token.expiresAt, scopes }
}

/** Who sends this request. A token that is not good is null, which is 401 everywhere: never the public's rights by mistake. */
export const accessOf = async (
  request: { headers: { get(name: string): string | null }; cookie: string | null },
  at: Date,
): Promise<Access | null> => {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const [, raw] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? []
    return raw ? byToken(raw, at) : null
  }
  return request.cookie ? byCookie(request.cookie, at) : nobody
}

/** The visitor of a page. `at` is made here because a page is its own occasion. */
export const visitor = async (): Promise<Access & { at: string }> => {
  const at = new Date()
  const access = await accessOf({ headers: await headers(), cookie: (await cookies()).get(cookieName())?.value ?? null }, at)
  return { ...(access ?? nobody), at: at.toISOString() }
}

/** A new token: the value is shown once, its digest is kept. */
export const makeToken = (): { value: string; id: string } => {
  const value = `zh_${randomBytes(32).toString('base64url')}`
  return { value, id: digest(value) }
}

// The cookie holds random bytes; the row is the session. next-auth encodes on sign-in and decodes on its own routes only.
const encode = async ({ token }: { token?: JWT }): Promise<string> => {
  if (token?.rawToken) return token.rawToken
  const raw = randomBytes(32).toString('base64url')
  const at = new Date().toISOString()
  const [login, personId] = (token?.sub ?? '').split('\n')
  await write((tx) =>
    tx
      .insert(sessions)
      .values({ id: digest(raw), login: login ?? '', personId: personId ?? '', createdAt: at, lastSeenAt: at, steppedUpAt: at }),
  )
  return raw
}
const decode = async ({ token }: { token?: string }): Promise<JWT | null> => {
  if (!token) return null
  const access = await byCookie(token, new Date())
  return access.by === 'cookie' ? { sub: `${access.login}\n${access.actor.personId}`, rawToken: token } : null
}

/** next-auth as a login-cookie library and nothing more. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: absoluteLimit / 1000 },
  useSecureCookies: env().isSecure,
  cookies: { sessionToken: { name: cookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env().isSecure } } },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  jwt: { encode, decode },
  providers: [
    Credentials({
      credentials: { login: {}, password: {}, totp: {} },
      async authorize(given) {
        const found = await authenticate(String(given?.login ?? ''), String(given?.password ?? ''), String(given?.totp ?? ''), new Date())
        return found ? { id: `${found.login}\n${found.personId}` } : null
      },
    }),
  ],
  callbacks: {
    redirect: ({ url }) => {
      const target = new URL(url, env().origin)
      return target.origin === env().origin ? target.href : env().origin
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (token?.rawToken)
        await write((tx) =>
          tx
            .update(sessions)
            .set({ revokedAt: new Date().toISOString() })
            .where(eq(sessions.id, digest(String(token.rawToken)))),
        )
    },
  },
  logger: {
    error: (code, detail) => {
      if (code !== 'JWT_SESSION_ERROR') console.error(code, detail)
    },
    warn: () => {},
    debug: () => {},
  },
})
