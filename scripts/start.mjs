// Serves the built product: checks the environment first, refuses odd methods before Next sees them, stops within ten seconds of SIGTERM.
import { createServer } from 'node:http'
import next from 'next'

const fail = (line) => {
  console.error(`Zhiheng does not start: ${line}`)
  process.exit(1)
}
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'
const secret = process.env.AUTH_SECRET ?? ''
if (!Number.isInteger(port) || port < 1 || port > 65535) fail('PORT is no port')
if (Buffer.byteLength(secret) < 32)
  fail(secret ? 'AUTH_SECRET is weaker than 32 bytes' : 'AUTH_SECRET is missing: set at least 32 bytes of random text')
process.env.NEXTAUTH_SECRET = secret
process.env.NEXTAUTH_URL = process.env.PUBLIC_ORIGIN ?? `http://${hostname}:${port}`

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), browsing-topics=()',
  ...(process.env.NEXTAUTH_URL.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
}

const isReadable = (url) => {
  // PostgreSQL keeps no NUL: nothing that we hold has such an address.
  if (url.includes('%00')) return false
  try {
    decodeURIComponent(url.split('?')[0])
    return true
  } catch {
    return false
  }
}

const app = next({ dev: false, dir: new URL('..', import.meta.url).pathname, hostname, port })
await app.prepare().catch((error) => fail(error.message))
const answer = app.getRequestHandler()
let isStopping = false
const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value)
  // The address is the connection's own unless a proxy was configured; a header from outside never counts.
  request.headers['x-zhiheng-address'] = process.env.PROXY_HEADER
    ? String(request.headers[process.env.PROXY_HEADER.toLowerCase()] ?? '')
        .split(',')
        .at(-1)
        .trim()
    : (request.socket.remoteAddress ?? '')
  if (isStopping) response.setHeader('connection', 'close')
  // What is no UTF-8 has no address here; Next would call it a fault of its own.
  if (!isReadable(request.url ?? '/')) {
    response.writeHead(400, { 'content-type': 'application/problem+json; charset=utf-8' })
    response.end(
      JSON.stringify({
        type: '/developers#request.malformed',
        title: 'request.malformed',
        status: 400,
        code: 'request.malformed',
        facts: { why: 'UTF-8' },
      }),
    )
    return
  }
  if (!methods.has(request.method)) {
    response.writeHead(405, { allow: [...methods].join(', ') })
    response.end()
    return
  }
  answer(request, response).catch((error) => {
    console.error('fault', error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
// Long enough for 20 MiB over a slow line; headers must come at once.
server.requestTimeout = 300_000
server.headersTimeout = 15_000
server.on('error', (error) => fail(error.message))
server.listen(port, hostname, () => console.log(`Zhiheng answers at ${process.env.NEXTAUTH_URL}`))
const stop = () => {
  if (isStopping) return
  isStopping = true
  server.close(() => process.exit(process.exitCode ?? 0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(process.exitCode ?? 0), 9_000).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
