// Seeds a drill into a folder of its own, serves the built product on it, holds the server to its contract, and refolds what is left behind.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-drill-'))
const port = await new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const found = probe.address().port
    probe.close(() => done(found))
  })
})
const env = {
  ...process.env,
  NODE_ENV: undefined,
  DATABASE_URL: '',
  DATA_DIR: folder,
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
  AUTH_SECRET: randomBytes(48).toString('base64url'),
  LOG_KEY_FILE: path.join(folder, 'log.key'),
}
const base = env.PUBLIC_ORIGIN
const server = ['--conditions=react-server', '--import', 'tsx']
const run = (args, more = {}) => spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, ...more })
const fail = (line) => {
  console.error(line)
  rmSync(folder, { recursive: true, force: true })
  process.exit(1)
}

const seeded = run([...server, 'scripts/seed-drill.ts', '--organisations', '2', '--agents', '56', '--seed', process.env.SEED ?? '7'])
if (seeded.status !== 0) fail(seeded.stderr)
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/drill.json', seeded.stdout)
run(['scripts/keys.mjs'])

const served = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'inherit', 'inherit'] })
const gone = new Promise((done) => served.once('exit', done))
let isUp = false
for (let tries = 0; tries < 120 && !isUp && served.exitCode === null; tries += 1) {
  isUp = await fetch(`${base}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
  if (!isUp) await new Promise((go) => setTimeout(go, 500))
}
if (!isUp) {
  served.kill('SIGKILL')
  fail('the built server does not get ready')
}
const check = spawn(process.execPath, ['--import', 'tsx', 'scripts/api-contract.ts'], {
  env: { ...env, BASE: base, DRILL: 'test-results/drill.json' },
  stdio: 'inherit',
})
const status = await new Promise((done) => check.once('exit', done))
served.kill('SIGTERM')
await gone
// Whatever was thrown at it, what is stored is still what the events say.
const verified = run([...server, 'scripts/maintain.ts', 'verify'])
console.log(verified.stdout.trim() || verified.stderr.trim())
rmSync(folder, { recursive: true, force: true })
process.exit(status === 0 && verified.status === 0 ? 0 : 1)
