// One command from a fresh clone to a running demonstration: installs, builds, fills an empty data folder, serves, and says who may sign in.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { installPackages } from './install.mjs'

process.chdir(new URL('..', import.meta.url).pathname)
const data = path.resolve(process.env.DATA_DIR ?? './data')
const port = process.env.PORT ?? '3000'
const host = process.env.HOST ?? '127.0.0.1'
const node = (...args) =>
  execFileSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, DATA_DIR: data, NEXT_TELEMETRY_DISABLED: '1' } })

installPackages()
mkdirSync(data, { recursive: true, mode: 0o700 })

const secretFile = path.join(data, 'secret')
if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(48).toString('base64url'), { mode: 0o600 })
const secret = readFileSync(secretFile, 'utf8').trim()
process.env.AUTH_SECRET = secret
if (!existsSync(path.join(data, 'log.key'))) node('scripts/keys.mjs')
if (!process.env.DATABASE_URL && !existsSync(path.join(data, 'sign-ins.json'))) {
  if (existsSync(path.join(data, 'zhiheng.sqlite'))) {
    console.error(`${data} holds data that is no demonstration; name another folder: DATA_DIR=… npm run demo`)
    process.exit(1)
  }
  node('--conditions=react-server', '--import', 'tsx', 'scripts/seed-demo.ts')
}
const newest = (folder) => Math.max(...readdirSync(folder, { recursive: true }).map((name) => statSync(path.join(folder, name)).mtimeMs))
const built = '.next/BUILD_ID'
if (
  !existsSync(built) ||
  ['app', 'components', 'db', 'domain', 'messages', 'server'].some((room) => newest(room) > statSync(built).mtimeMs)
) {
  console.log('building')
  node('node_modules/next/dist/bin/next', 'build')
}
const server = spawn(process.execPath, ['scripts/start.mjs'], {
  stdio: 'inherit',
  env: { ...process.env, DATA_DIR: data, PORT: port, HOST: host },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', (code) => process.exit(code ?? 0))
for (let i = 0; i < 200; i += 1) {
  if (
    await fetch(`http://${host}:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  ) {
    if (existsSync(path.join(data, 'sign-ins.json'))) {
      const { password, signIns } = JSON.parse(readFileSync(path.join(data, 'sign-ins.json'), 'utf8'))
      console.log(`\nDemonstration data, all invented. Password for every sign-in: ${password}\n`)
      for (const one of signIns) console.log(`  ${one.role.padEnd(26)} ${one.login.padEnd(18)} ${one.name}`)
      console.log(`\nZhiheng: http://${host}:${port}   sign in: http://${host}:${port}/sign-in\n`)
    }
    break
  }
  await new Promise((done) => setTimeout(done, 250))
}
