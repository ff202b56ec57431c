// The lines of the scorecard that need the built server: processor time a request, first-load script, requests of a view, time until ready.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Line, median } from './bench-card.ts'

/** First-load script of a bare page of this version of Next, kB under gzip 9, as measured once with an empty application (docs/performance.md). */
const bareScript = 134.8
const perRound = 120
const atOnce = 10

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

type Server = { origin: string; readyMs: number; cpuMs(): number; stop(): Promise<void> }
/** Processor time of a process in ms, of all its threads, as Linux counts it (100 ticks a second). */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const start = async (folder: string): Promise<Server> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: '',
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    AUTH_SECRET: randomBytes(48).toString('base64url'),
  }
  if (!existsSync(path.join(folder, 'log.key'))) spawnSync(process.execPath, ['scripts/keys.mjs'], { env, stdio: 'ignore' })
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(`${origin}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    if (tries > 600 || child.exitCode !== null) throw new Error('the built server does not answer')
    await new Promise((done) => setTimeout(done, 25))
  }
  const readyMs = performance.now() - began
  return {
    origin,
    readyMs,
    cpuMs: () => cpuOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Signs in as an officer of the demonstration's cast; the cookies of the session. */
const signedIn = async (origin: string, folder: string, login: string): Promise<string> => {
  const { password } = JSON.parse(readFileSync(path.join(folder, 'sign-ins.json'), 'utf8')) as { password: string }
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const first = await fetch(`${origin}/api/auth/csrf`)
  keep(first)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(), origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, login, password, totp: '', json: 'true' }),
  })
  keep(answer)
  const probe = await fetch(`${origin}/console/queue`, { headers: { cookie: cookies() }, redirect: 'manual' })
  if (probe.status !== 200) throw new Error(`signing in as ${login} did not work: ${answer.status}, the queue answers ${probe.status}`)
  return cookies()
}

/** Processor ms of the server for each request, ten at a time. */
const cpuPerRequest = async (server: Server, address: string, cookie: string): Promise<number> => {
  const ask = async () => {
    const answer = await fetch(server.origin + address, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  }
  const run = (count: number) =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let n = 0; n < count / atOnce; n += 1) await ask()
      }),
    )
  await run(40)
  const began = server.cpuMs()
  await run(perRound)
  return (server.cpuMs() - began) / perRound
}

/** kB of script under gzip that the HTML of a page names. */
const scriptOf = async (server: Server, address: string, cookie: string): Promise<number> => {
  const html = await (await fetch(server.origin + address, { headers: { cookie } })).text()
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)].map(([, source = '']) => source))
  let bytes = 0
  for (const source of named)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(source, server.origin))).arrayBuffer()), { level: 9 }).length
  return bytes / 1000
}

/** How many requests one view makes in a browser, and the server's processor time of all of them beside the document alone. Null without a browser. */
const viewOf = async (server: Server, address: string, cookie: string): Promise<{ requests: number; ratio: number } | null> => {
  const { chromium } = await import('@playwright/test')
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file))
  const browser = await chromium.launch({ ...(system ? { executablePath: system } : {}), args: ['--no-sandbox'] }).catch(() => null)
  if (!browser) return null
  const document = await cpuPerRequest(server, address, cookie)
  const counts: number[] = []
  const began = server.cpuMs()
  const views = 10
  for (let n = 0; n < views; n += 1) {
    const context = await browser.newContext({ extraHTTPHeaders: { cookie } })
    const page = await context.newPage()
    let requests = 0
    page.on('request', (request) => {
      if (request.url().startsWith('http')) requests += 1
    })
    await page.goto(server.origin + address, { waitUntil: 'networkidle' })
    counts.push(requests)
    await context.close()
  }
  const whole = (server.cpuMs() - began) / views
  await browser.close()
  return { requests: median(counts), ratio: whole / document }
}

/** Lines 1, 2, 9, 10 and 13 on this build; `folder` holds the larger data, `small` the smaller. */
export const httpLines = async (folder: string, small: string, rounds: number): Promise<Line[]> => {
  const lines: Line[] = []
  const server = await start(folder)
  try {
    const cookie = await signedIn(server.origin, folder, 'li.wen')
    const queue = '/console/queue?tab=team'
    const pages: number[] = []
    const lists: number[] = []
    for (let n = 0; n < rounds; n += 1) {
      const page = await cpuPerRequest(server, '/sign-in', '')
      pages.push((await cpuPerRequest(server, queue, cookie)) / page)
      const handler = await cpuPerRequest(server, '/healthz', '')
      lists.push((await cpuPerRequest(server, '/api/v1/filings?isOpen=true&sort=dueOn', cookie)) / handler)
    }
    lines.push({
      no: 1,
      measure: 'queue page of 50, signed in ÷ lightest page (sign-in), CPU',
      ratio: median(pages),
      goal: 1.5,
      note: 'the goal is set against a bare page',
    })
    lines.push({ no: 2, measure: 'queue as JSON, signed in ÷ bare handler (healthz), CPU', ratio: median(lists), goal: 1.5 })
    const found = (await (await fetch(`${server.origin}/api/v1/filings?isOpen=true&limit=1`, { headers: { cookie } })).json()) as {
      items: { id: string }[]
    }
    const addresses: [string, string, number][] = [
      ['queue', queue, 1.1],
      ['case', `/console/filings/${found.items[0]?.id ?? ''}`, 1.1],
      ['dashboard', '/console', 1.15],
      ['public register', '/register', 1],
    ]
    for (const [name, address, goal] of addresses) {
      const size = await scriptOf(server, address, cookie)
      lines.push({
        no: 9,
        measure: `first-load script of the ${name} ÷ bare page`,
        ratio: size / bareScript,
        goal,
        note: `${size.toFixed(0)} kB`,
      })
    }
    const view = await viewOf(server, queue, cookie)
    if (view) {
      lines.push({ no: 10, measure: 'queue: CPU of a whole view ÷ of the document', ratio: view.ratio, goal: 1.3 })
      lines.push({ no: 10, measure: 'queue: requests of a first view, nothing kept', ratio: view.requests, goal: 10 })
    }
  } finally {
    await server.stop()
  }
  const ready: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    const times: number[] = []
    for (const one of [small, folder]) {
      const started = await start(one)
      times.push(started.readyMs)
      await started.stop()
    }
    ready.push((times[1] ?? Number.NaN) / (times[0] ?? Number.NaN))
  }
  lines.push({ no: 13, measure: 'time until ready: larger ÷ smaller data', ratio: median(ready), goal: 1.2 })
  return lines
}
