// The one wrapper of every route (quality.md 6.3): method, size, type, origin, who, rate, strict body, then the function, then the answer.
import 'server-only'
import { type NextRequest, NextResponse } from 'next/server'
import type { z } from 'zod'
import type { Refusal } from '#domain/case'
import { type FieldError, problem } from './answer.ts'
import { env } from './env.ts'
import { take } from './rate.ts'
import { type Access, accessOf, cookieName } from './session.ts'

export class Refuse extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly errors?: FieldError[],
    readonly version?: number,
  ) {
    super(refusal.code)
  }
}
/** Ends the request with this refusal. */
export const stop = (code: string, facts: Record<string, unknown> = {}, errors?: FieldError[]): never => {
  throw new Refuse({ code, facts }, errors)
}

export type Call<B = unknown> = {
  access: Access
  actor: Access['actor']
  params: Record<string, string>
  query: URLSearchParams
  body: B
  at: string
  request: NextRequest
  /** The version in If-Match, or null. */
  seen: number | null
  /** The Idempotency-Key, or null. */
  key: string | null
}

type Options<B> = {
  /** Nobody need be signed in. */
  isOpen?: boolean
  /** 'stream': anything at all, of which the function reads as much as it wants (`streamOf`). */
  body?: z.ZodType<B> | 'json' | 'none' | 'stream'
  /** A change of an existing case: If-Match and Idempotency-Key must be there. */
  changes?: 'case' | 'new'
  /** The parameters that the address takes; none when left out. 'checked': the function itself refuses what it does not know. */
  takes?: readonly string[] | 'checked'
  /** What it costs of the rate allowance. */
  cost?: number
}

const maxBytes = 1024 * 1024
const maxDepth = 48

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** JSON as data only: no prototype keys, no bottomless nesting, no text that cannot be kept. */
const parseJson = (text: string): unknown => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return stop('request.notJson')
  }
  const open: [unknown, number][] = [[parsed, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (depth > maxDepth) return stop('request.malformed', { why: 'depth' })
    // Half a character has no canonical form, and PostgreSQL keeps no NUL: neither could be recorded as it was sent.
    if (typeof value === 'string' && !isStorable(value)) return stop('request.malformed', { why: 'UTF-16' })
    if (typeof value !== 'object' || value === null) continue
    for (const [key, member] of Object.entries(value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return stop('request.malformed', { why: key })
      if (!isStorable(key)) return stop('request.malformed', { why: 'UTF-16' })
      open.push([member, depth + 1])
    }
  }
  return parsed
}

/** The body of a request part by part; nothing where there is none. Throws when the connection ends before the body does. */
export async function* streamOf(request: NextRequest): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** The length that the sender announced, or null. */
export const lengthOf = (request: NextRequest): number | null => {
  const header = request.headers.get('content-length')
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null
}

const readBody = async (request: NextRequest): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return stop('request.tooLarge', { bytes: maxBytes })
  const reader = request.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > maxBytes) {
      await reader.cancel()
      return stop('request.tooLarge', { bytes: maxBytes })
    }
    chunks.push(part.value)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

export const issuesOf = (error: z.ZodError): FieldError[] =>
  error.issues.slice(0, 100).map((issue) => ({
    pointer: `/${issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    code: issue.code === 'custom' ? issue.message : issue.code,
  }))

const versionIn = (header: string | null): number | null => {
  if (header === null) return null
  const [, digits] = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim()) ?? []
  return digits ? Number(digits) : stop('request.malformed', { why: 'If-Match' })
}
const keyIn = (header: string | null): string | null =>
  header === null ? null : /^[\x21-\x7e]{1,200}$/.test(header) ? header : stop('request.malformed', { why: 'Idempotency-Key' })

/** A request that a browser sent from another site is refused, unless a token and not the cookie carries it. */
const checkOrigin = (request: NextRequest) => {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (
    origin !== null
      ? origin !== env().origin && origin !== request.nextUrl.origin
      : site !== null && site !== 'same-origin' && site !== 'none'
  )
    stop('request.foreignOrigin')
}

const addressOf = (request: NextRequest) => request.headers.get('x-zhiheng-address') ?? 'local'

/** Wraps a route. `fn` returns a plain value (200 JSON), a NextResponse, or stops with a refusal; anything thrown besides is our fault, logged and answered 500 without a trace. */
export const handle =
  <B = unknown>(options: Options<B>, fn: (call: Call<B>) => Promise<unknown>) =>
  async (request: NextRequest, context: { params: Promise<Record<string, string>> }): Promise<Response> => {
    try {
      const at = new Date()
      const isUnsafe = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
      const access = await accessOf({ headers: request.headers, cookie: request.cookies.get(cookieName())?.value ?? null }, at)
      if (!access) return await problem({ code: 'session.tokenNotGood', facts: {} }, { headers: { 'www-authenticate': 'Bearer' } })
      if (isUnsafe && access.by !== 'token') checkOrigin(request)
      const rate = take(
        access.by === 'nobody' ? addressOf(request) : access.actor.personId,
        options.cost ?? (isUnsafe ? 2 : 1),
        at.getTime(),
      )
      if (!rate.granted)
        return await problem(
          { code: 'request.tooMany', facts: { seconds: rate.retryAfter } },
          { headers: { 'retry-after': String(rate.retryAfter), ...rate.headers } },
        )
      if (!options.isOpen && access.by === 'nobody')
        return await problem({ code: 'session.signInNeeded', facts: {} }, { headers: { 'www-authenticate': 'Bearer' } })
      const strangers =
        options.takes === 'checked' ? [] : [...request.nextUrl.searchParams.keys()].filter((name) => !options.takes?.includes(name))
      if (strangers.length > 0)
        stop(
          'request.invalid',
          {},
          strangers.slice(0, 20).map((name) => ({ pointer: `/${name}`, code: 'unknown_parameter' })),
        )
      if (isUnsafe && access.scopes && !access.scopes.includes('write')) stop('session.scopeMissing', { scope: 'write' })
      let body: unknown
      if (options.body && options.body !== 'none' && options.body !== 'stream') {
        if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(request.headers.get('content-type') ?? ''))
          stop('request.wrongType', { wanted: 'application/json' })
        let text = ''
        try {
          text = await readBody(request)
        } catch (error) {
          if (error instanceof Refuse) throw error
          stop('request.malformed', { why: 'UTF-8' })
        }
        body = parseJson(text === '' ? '{}' : text)
        if (options.body !== 'json') {
          const parsed = options.body.safeParse(body)
          if (!parsed.success) stop('request.invalid', {}, issuesOf(parsed.error))
          body = parsed.data
        }
      }
      const seen = versionIn(request.headers.get('if-match'))
      const key = keyIn(request.headers.get('idempotency-key'))
      if (options.changes && key === null) stop('request.keyMissing')
      if (options.changes === 'case' && seen === null) stop('request.versionMissing')
      const result = await fn({
        access,
        actor: access.actor,
        params: await context.params,
        query: request.nextUrl.searchParams,
        body: body as B,
        at: at.toISOString(),
        request,
        seen,
        key,
      })
      const response = result instanceof Response ? result : NextResponse.json(result)
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      for (const [name, value] of Object.entries(rate.headers)) response.headers.set(name, value)
      return response
    } catch (error) {
      if (error instanceof Refuse)
        return problem(error.refusal, {
          ...(error.errors ? { errors: error.errors } : {}),
          ...(error.version === undefined ? {} : { version: error.version }),
        })
      const code = (error as { code?: string }).code
      if (code === 'SQLITE_FULL' || code === 'SQLITE_BUSY' || code === 'SQLITE_READONLY')
        return problem({ code: 'server.full', facts: {} }, { headers: { 'retry-after': '5' } })
      console.error('fault', request.method, request.nextUrl.pathname, error)
      return problem({ code: 'server.fault', facts: {} })
    }
  }
