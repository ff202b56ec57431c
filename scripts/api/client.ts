// How the API check speaks to a running server: over HTTP and nothing else, waiting where the server asks for patience, and noting every promise that it holds an answer to.
import { randomUUID } from 'node:crypto'

export type Actor = {
  key: string
  personId: string
  login: string
  password: string
  totpSecret: string
  token: string
  role: string
  roles: string[]
  authority: string | null
  sectors: string[]
  region: string | null
  organisationId: string | null
}
export type Case = {
  kind: string
  id: string
  version: number
  status: string
  organisationId: string | null
  sector: string | null
  region: string | null
}
export type Canary = { organisationId: string | null; kind: string; id: string; field: string; text: string; mayBeSeenBy: string[] }
export type Drill = { actors: Actor[]; cases: Case[]; canaries: Canary[] }

export type Answer = { status: number; text: string; headers: Headers; json: any }
export type Wanted = {
  method?: string
  token?: string | null
  cookie?: string
  headers?: Record<string, string>
  body?: unknown
  raw?: string | Uint8Array
  isPatient?: boolean
}

export const base = (process.env.BASE ?? 'http://127.0.0.1:3000').replace(/\/$/, '')
export const results: { name: string; ok: boolean; detail: string }[] = []
const failures = new Map<string, number>()

/** Notes that something holds or does not. Many of one name become one line with the first few details. */
export const note = (name: string, ok: boolean, detail: string | (() => string) = ''): boolean => {
  const found = results.find((one) => one.name === name)
  if (!found) results.push({ name, ok, detail: ok ? '' : String(typeof detail === 'function' ? detail() : detail).slice(0, 600) })
  else if (!ok) {
    const n = (failures.get(name) ?? (found.ok ? 0 : 1)) + 1
    failures.set(name, n)
    found.ok = false
    if (n <= 6)
      found.detail = `${found.detail}${found.detail ? ' | ' : ''}${String(typeof detail === 'function' ? detail() : detail).slice(0, 400)}`
  }
  return ok
}

const stack = /\n\s+at [\w.<>[\] ]+ ?\(|node_modules[\\/]|webpack-internal|\.next[\\/]server|SQLITE_|drizzle|TypeError|ReferenceError/
let asked = 0
export const requests = () => asked

/** One request. 429 is waited out unless told otherwise; what every answer must be is checked here: no 5xx, no stack, problems as RFC 9457 says. */
export const call = async (
  path: string,
  { method = 'GET', token = null, cookie, headers = {}, body, raw, isPatient = true }: Wanted = {},
): Promise<Answer> => {
  const all: Record<string, string> = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(cookie ? { cookie } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  for (let tries = 0; ; tries += 1) {
    asked += 1
    const response = await fetch(base + path, {
      method,
      headers: all,
      redirect: 'manual',
      ...(payload === undefined ? {} : { body: payload as BodyInit }),
    })
    const text = await response.text()
    if (response.status === 429 && isPatient && tries < 60) {
      await new Promise((go) => setTimeout(go, Math.min(10, Number(response.headers.get('retry-after') ?? 1) || 1) * 1000))
      continue
    }
    let json: any = null
    if (/^application\/(\w+\+)?json\b/.test(response.headers.get('content-type') ?? '') && text !== '') {
      try {
        json = JSON.parse(text)
      } catch {
        note('every answer that says it is JSON is JSON', false, `${method} ${path}`)
      }
    }
    const answer = { status: response.status, text, headers: response.headers, json }
    const where = () => `${method} ${path.slice(0, 160)} → ${answer.status} ${answer.text.slice(0, 160)}`
    note('no answer is a fault of the server (5xx)', answer.status < 500, where)
    note('no answer shows a stack, a path or a driver', !(answer.status >= 400 && stack.test(text)), where)
    if (path.startsWith('/api/v1/') && answer.status >= 400 && ![405, 431].includes(answer.status) && method !== 'HEAD') {
      const shape =
        answer.headers.get('content-type')?.startsWith('application/problem+json') === true &&
        ['type', 'title', 'code'].every((name) => typeof answer.json?.[name] === 'string') &&
        answer.json?.status === answer.status &&
        (answer.json.errors === undefined ||
          (Array.isArray(answer.json.errors) &&
            answer.json.errors.every((one: any) => typeof one.pointer === 'string' && typeof one.code === 'string')))
      note('every refusal is problem+json with type, title, status and code', shape, where)
      if (answer.status === 429) note('429 says when to come again', /^\d+$/.test(answer.headers.get('retry-after') ?? ''), where)
    }
    return answer
  }
}

export const newKey = (): string => randomUUID()
/** The headers of a change. */
export const changing = (version: number | null, key = newKey()): Record<string, string> => ({
  'idempotency-key': key,
  ...(version === null ? {} : { 'if-match': `"${version}"` }),
})

/** Runs tasks with so many at a time: two cores serve the answers. */
export const inParallel = async <T>(list: readonly T[], width: number, task: (one: T) => Promise<void>): Promise<void> => {
  const left = [...list]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await task(next)
    }),
  )
}
