// A copy that can be trusted: made while the product works, opened, checked and refolded before it is called done; and the way back (quality.md 6.5).
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appendLeaves, emptyFrontier, rootOfFrontier } from '#domain/log/frontier'
import { leafHash } from '#domain/log/tree'
import { attachmentsDir, hashOfFile, storedFile } from './attachment-files.ts'
import { copyTo, dataDir, sqliteFile } from './client.ts'
import { Database } from './sqlite-driver.ts'

/** `attachments` counts the files beside the database; it is absent in copies from before there were any. */
export type Manifest = { madeAt: string; sha256: string; events: number; root: string; attachments?: { files: number; bytes: number } }

type Held = { sha256: string; size: number; isTied: boolean }
/** The files that a database names, each once, and whether a case refers to it. */
const heldBy = (file: string): Held[] => {
  const copy = new Database(file, { readonly: true })
  try {
    if (!copy.prepare("select 1 from sqlite_master where name = 'attachments'").get()) return []
    return (
      copy
        .prepare(
          `select sha256, max(size) as size, max(exists (select 1 from links where links.to_id = attachments.id and links.link = 'attachment')) as tied
           from attachments group by sha256 order by sha256`,
        )
        .all() as { sha256: string; size: number; tied: number }[]
    ).map(({ sha256, size, tied }) => ({ sha256, size, isTied: tied === 1 }))
  } finally {
    copy.close()
  }
}

/** Brings one file over and proves it: from the earlier copy by a second name for the same bytes, else by copying. */
const bring = async (sha256: string, from: string, to: string, earlier: string | null): Promise<void> => {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  if (existsSync(to)) {
    if ((await hashOfFile(to)) === sha256) return
    rmSync(to)
  }
  if (earlier && existsSync(earlier) && (await hashOfFile(earlier)) === sha256) {
    try {
      linkSync(earlier, to)
      return
    } catch {
      // Another disk, or one that knows no second names: then it is copied.
    }
  }
  copyFileSync(from, to)
  if ((await hashOfFile(to)) !== sha256) throw new Error(`${from} is not the file that was handed in: its SHA-256 differs`)
}

/** Every file that the copied database names, into the folder of the copy. What no case refers to may have been forgotten meanwhile. */
const copyAttachments = async (database: string, folder: string, since: string | null): Promise<{ files: number; bytes: number }> => {
  const sum = { files: 0, bytes: 0 }
  for (const { sha256, size, isTied } of heldBy(database)) {
    const from = storedFile(sha256)
    const earlier = since && storedFile(sha256, path.join(since, 'attachments'))
    if (!existsSync(from) && !isTied) continue
    await bring(sha256, from, storedFile(sha256, path.join(folder, 'attachments')), earlier)
    sum.files += 1
    sum.bytes += size
  }
  return sum
}

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

/**
 * Copies the live database and the files that it names into an empty folder and proves the copy. `since` is an earlier backup: what it holds already is
 * not copied again. Returns its manifest. Throws when the folder holds a backup.
 */
export const backup = async (folder: string, at: string, since: string | null = null): Promise<Manifest> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(path.join(folder, 'manifest.json'))) throw new Error(`${folder} already holds a backup; name an empty folder`)
  const file = await copyTo(folder)
  const attachments = await copyAttachments(file, folder, since)
  const manifest: Manifest = { madeAt: at, sha256: await hashOfFile(file), ...inspect(file), attachments }
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
  if ((await hashOfFile(from)) !== manifest.sha256)
    throw new Error(`${from} is not the file that was backed up: its hash differs from the manifest`)
  const found = inspect(from)
  if (found.events !== manifest.events || found.root !== manifest.root) throw new Error(`${from} does not hold the log of its manifest`)
  const held = heldBy(from).map(({ sha256, isTied }) => ({ sha256, isTied, file: storedFile(sha256, path.join(folder, 'attachments')) }))
  // All of them are looked at before anything is touched.
  for (const { sha256, isTied, file } of held)
    if (existsSync(file) ? (await hashOfFile(file)) !== sha256 : isTied)
      throw new Error(`${file} is missing or not the file that was backed up`)
  const to = sqliteFile()
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  if (existsSync(to)) {
    if (!replace) throw new Error(`${to} exists; stop the service and say --replace to set it aside`)
    renameSync(to, `${to}.before-${stamp}`)
  }
  for (const rest of ['-wal', '-shm']) rmSync(to + rest, { force: true })
  for (const { sha256, file } of held) if (existsSync(file)) await bring(sha256, file, storedFile(sha256, attachmentsDir()), null)
  copyFileSync(from, to)
  const checkpoint = path.join(folder, 'log.checkpoint')
  if (existsSync(checkpoint) && !existsSync(path.join(dataDir(), 'log.checkpoint')))
    copyFileSync(checkpoint, path.join(dataDir(), 'log.checkpoint'))
  return manifest
}
