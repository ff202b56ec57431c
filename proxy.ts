// Headers for every page: a CSP with a fresh nonce, and the language that the address asks for. Decides nothing about access (server/session.ts does).
import { type NextRequest, NextResponse } from 'next/server'

const year = 31_536_000
const switches: readonly (readonly [string, readonly string[]])[] = [
  ['theme', ['light', 'dark', 'system']],
  ['elder', ['true', 'false']],
]

const policy = (nonce: string, isDevelopment: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    'report-uri /api/csp',
  ].join('; ')

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const csp = policy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  // What only this program may say is never taken from outside.
  for (const name of ['x-lang', 'x-path', 'x-nonce']) headers.delete(name)
  headers.set('content-security-policy', csp)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  const asked = request.nextUrl.searchParams.get('lang')
  const lang = asked === 'en' || asked === 'zh' ? asked : null
  if (lang) headers.set('x-lang', lang)
  // The switches of theme and large text are plain links, so that they work without JavaScript: good for this page, kept for the next.
  const chosen = switches.flatMap(([name, choices]) => {
    const value = request.nextUrl.searchParams.get(name)
    return value !== null && choices.includes(value) ? [[name, value] as const] : []
  })
  if (chosen.length > 0)
    headers.set(
      'cookie',
      [headers.get('cookie') ?? '', ...chosen.map(([name, value]) => `${name}=${value}`)].filter((part) => part !== '').join('; '),
    )
  const response = NextResponse.next({ request: { headers } })
  if (lang) response.cookies.set('lang', lang, { path: '/', maxAge: year, sameSite: 'lax' })
  for (const [name, value] of chosen) response.cookies.set(name, value, { path: '/', maxAge: year, sameSite: 'lax' })
  response.headers.set('content-security-policy', csp)
  return response
}
// Files do not pass through here: what does is held in memory and cut off at a limit, and their headers are stricter (server/attachment.ts).
export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|marks.svg|api/v1/attachments).*)'] }
