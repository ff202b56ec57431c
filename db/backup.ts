// A copy that can be trusted: made while the product works, opened, checked and refolded before it is called done; and the way back (quality.md 6.5).
import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appendLeaves, emptyFrontier, rootOfFrontier } from '#domain/log/frontier'
import { leafHash } from '#domain/log/tree'
import { copyTo, dataDir, sqliteFile } from './client.ts'
import { Database } from './sqlite-driver.ts'

export type Manifest = { madeAt: string; sha256: string; events: number; root: string }

const hashOf = (file: string): Promise<string> =>
  new Promise((done, failed) => {
    const hash = createHash('sha256')
    createReadStream(file)
      .on('data', (part) => hash.update(part))
      .on('end', () => done(hash.digest('hex')))
      .on('error', failed)
  })

/** Opens a database file by itself, checks it, and computes its log's root. Throws on anything unsound. */
const inspect = (file: string): { events: number; root: string } => {
  const copy = new Database(file, { readonly: true })
  try {
    const integrity = copy.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`${file}: integrity check says ${integrity}`)
    let frontier = emptyFrontier
    for (const row of copy.prepare('select position, entry from events order by position').iterate() as IterableIterator<{
      position: number
      entry: string
    }>) {
      if (row.position !== frontier.size) throw new Error(`${file}: event ${frontier.size} is missing`)
      frontier = appendLeaves(frontier, [leafHash(Buffer.from(row.entry))]).frontier
    }
    return { events: frontier.size, root: rootOfFrontier(frontier).toString('base64') }
  } finally {
    copy.close()
  }
}

/** Copies the live database into an empty folder and proves the copy. Returns its manifest. Throws when the folder holds something. */
export const backup = async (folder: string, at: string): Promise<Manifest> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(path.join(folder, 'manifest.json'))) throw new Error(`${folder} already holds a backup; name an empty folder`)
  const file = await copyTo(folder)
  const manifest: Manifest = { madeAt: at, sha256: await hashOf(file), ...inspect(file) }
  const checkpoint = path.join(dataDir(), 'log.checkpoint')
  if (existsSync(checkpoint)) copyFileSync(checkpoint, path.join(folder, 'log.checkpoint'))
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/**
 * Puts a backup back into the data folder, which must hold no database unless `replace`: then the old one is set aside, not deleted.
 * The signed checkpoint beside the old database stays, so that a restore that loses acknowledged work is noticed at start, not hidden.
 */
export const restore = async (folder: string, replace: boolean, stamp: string): Promise<Manifest> => {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
  const from = path.join(folder, 'zhiheng.sqlite')
  if ((await hashOf(from)) !== manifest.sha256)
    throw new Error(`${from} is not the file that was backed up: its hash differs from the manifest`)
  const found = inspect(from)
  if (found.events !== manifest.events || found.root !== manifest.root) throw new Error(`${from} does not hold the log of its manifest`)
  const to = sqliteFile()
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  if (existsSync(to)) {
    if (!replace) throw new Error(`${to} exists; stop the service and say --replace to set it aside`)
    renameSync(to, `${to}.before-${stamp}`)
  }
  for (const rest of ['-wal', '-shm']) rmSync(to + rest, { force: true })
  copyFileSync(from, to)
  const checkpoint = path.join(folder, 'log.checkpoint')
  if (existsSync(checkpoint) && !existsSync(path.join(dataDir(), 'log.checkpoint')))
    copyFileSync(checkpoint, path.join(dataDir(), 'log.checkpoint'))
  return manifest
}
