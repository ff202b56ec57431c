// Starts and kills processes that write (under-load.ts), reads what they said, and looks into a database file from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { appendLeaves, emptyFrontier, rootOfFrontier } from '#domain/log/frontier'
import { leafHash } from '#domain/log/tree'
import { Database } from './sqlite-driver.ts'
import type { Line, Prepared, Question } from './under-load.ts'

const root = path.join(import.meta.dirname, '..')
/** One file each, made once a test file: a process that is killed ten times must not spend its life reading sources. Inside the tree, so that packages are found. */
const bundled = (async () => {
  const cache = path.join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outdir = mkdtempSync(path.join(cache, 'zhiheng-under-load-'))
  await build({
    absWorkingDir: root,
    entryPoints: { writer: 'db/under-load.ts', maintain: 'scripts/maintain.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    conditions: ['react-server'],
    logLevel: 'error',
  })
  return outdir
})()
/** Removes those files; said once, after all tests of a file. */
export const forgetScripts = async () => rmSync(await bundled, { recursive: true, force: true })
const scriptIn = async (name: 'writer' | 'maintain') => path.join(await bundled, `${name}.mjs`)
const environment = (folder: string) => ({ ...process.env, DATABASE_URL: '', DATA_DIR: folder, NODE_OPTIONS: '' })

/** Runs a script to its end. */
export const runScript = async (
  name: 'writer' | 'maintain',
  args: readonly string[],
  folder: string,
): Promise<{ code: number | null; out: string; err: string }> => {
  const script = await scriptIn(name)
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env: environment(folder) })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => {
      out += part
    })
    child.stderr.on('data', (part) => {
      err += part
    })
    child.on('close', (code) => done({ code, out, err }))
  })
}

export const prepareFolder = async (folder: string): Promise<Prepared> => {
  const { code, out, err } = await runScript('writer', ['prepare'], folder)
  const line = out.split('\n').find((one) => one.startsWith('{"what":"prepared"'))
  if (code !== 0 || !line) throw new Error(`preparing failed: ${err || out}`)
  return (JSON.parse(line) as Extract<Line, { what: 'prepared' }>).people
}

export type Unanswered = { key: string; asked: Question }
export type Writer = {
  child: ChildProcess
  lines: Line[]
  ended: Promise<string>
  until(is: (lines: readonly Line[]) => boolean): Promise<void>
  tell(text: string): void
}

/** A process that writes. `lines` grows as it speaks; the last line may be torn by a kill and is then no line. */
export const startWriter = async (
  folder: string,
  people: Prepared,
  salt: string,
  unanswered: readonly Unanswered[] = [],
): Promise<Writer> => {
  const child = spawn(process.execPath, [await scriptIn('writer'), 'work', JSON.stringify({ people, unanswered }), salt], {
    cwd: root,
    env: environment(folder),
  })
  const lines: Line[] = []
  const waiting: { is: (lines: readonly Line[]) => boolean; done: () => void; failed: (error: Error) => void }[] = []
  let err = ''
  child.stderr.on('data', (part) => {
    err += part
  })
  createInterface({ input: child.stdout }).on('line', (text) => {
    try {
      lines.push(JSON.parse(text) as Line)
    } catch {
      return
    }
    for (const one of waiting.splice(0))
      if (one.is(lines)) one.done()
      else waiting.push(one)
  })
  const ended = new Promise<string>((done) =>
    child.on('close', () => {
      for (const one of waiting.splice(0)) one.failed(new Error(`the writer ended: ${err}`))
      done(err)
    }),
  )
  return {
    child,
    lines,
    ended,
    until: (is) =>
      new Promise((done, failed) => {
        if (is(lines)) done()
        else waiting.push({ is, done, failed })
      }),
    tell: (text) => {
      child.stdin.write(`${text}\n`)
    },
  }
}

/** What a database file holds, read by a connection of its own that knows nothing of the product. */
export const lookInto = (folder: string) => {
  const db = new Database(path.join(folder, 'zhiheng.sqlite'), { readonly: true })
  const all = <T>(sql: string, ...args: unknown[]) => db.prepare(sql).all(...args) as T[]
  return {
    eventAt: (position: number) =>
      all<{ kind: string; case_id: string; version: number }>('select kind, case_id, version from events where position = ?', position)[0],
    commandKeys: () => new Set(all<{ key: string }>('select key from commands').map((row) => row.key)),
    size: () => Number(all<{ n: number }>('select count(*) as n from events')[0]?.n),
    /** The root of the first `size` entries, computed from the entries alone. */
    rootOf: (size: number) => {
      const leaves = all<{ entry: string }>('select entry from events where position < ? order by position', size).map((row) =>
        leafHash(Buffer.from(row.entry)),
      )
      return rootOfFrontier(appendLeaves(emptyFrontier, leaves).frontier).toString('base64')
    },
    close: () => db.close(),
  }
}
