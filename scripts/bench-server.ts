// Servers of the benchmark: ours and the empty one, their processor time, and a signed-in officer.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

export type Server = { origin: string; readyMs: number; cpuMs(): number; stop(): Promise<void> }
/** Processor time of a process in ms, of all its threads, as Linux counts it (100 ticks a second). */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const idle = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Starts a server from the folder it lies in and waits for its first answer at `health`. */
const serve = async (cwd: string, script: string, health: string, more: Record<string, string>): Promise<Server> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, [script], {
    cwd,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  for (let tries = 0; ; tries += 1) {
    const isThere = await fetch(origin + health).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isThere) break
    if (tries > 2400 || child.exitCode !== null) throw new Error(`the server in ${cwd} does not answer`)
    await idle(25)
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
export const serveBare = (folder: string) => serve(folder, 'start.mjs', '/json', {})
export const serveOurs = (folder: string) => {
  const env = {
    DATABASE_URL: '',
    DATA_DIR: folder,
    AUTH_SECRET: randomBytes(48).toString('base64url'),
    // One person asks for everything here.
    ZHIHENG_RATE_BURST: '1000000',
  }
  if (!existsSync(path.join(folder, 'log.key')))
    spawnSync(process.execPath, ['scripts/keys.mjs'], { env: { ...process.env, ...env }, stdio: 'ignore' })
  return serve(process.cwd(), 'scripts/start.mjs', '/healthz', env)
}

/** Waits until a server has done what it does after a start (lapsed clocks, a first checkpoint): its work is not the requests'. */
export const calm = async (server: Server): Promise<void> => {
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 300; tries += 1) {
    const before = server.cpuMs()
    await idle(1000)
    quiet = server.cpuMs() - before <= 30 ? quiet + 1 : 0
  }
}

/** Signs in as an officer of the demonstration's cast; the cookies of the session. */
export const signedIn = async (origin: string, folder: string, login: string): Promise<string> => {
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
