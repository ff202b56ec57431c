// Signs the tree head: never a smaller or inconsistent one, persisted outside the database before it is shown (quality.md 5.3).
import 'server-only'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { desc } from 'drizzle-orm'
import { dataDir, read, write } from '#db/client'
import { frontierNow, nodesAt } from '#db/log'
import { checkpoints } from '#db/schema'
import { parseCheckpoint, signCheckpoint } from '#domain/log/checkpoint'
import { rootOfFrontier } from '#domain/log/frontier'
import { ed25519Signer, parseNote } from '#domain/log/note'
import { type ReadNode, rootOf } from '#domain/log/tree'
import { env, logKey } from './env.ts'

/** The log's name: the host that publishes it (C2SP tlog-checkpoint origin). */
export const origin = () => new URL(env().origin).host
const outside = () => path.join(dataDir(), 'log.checkpoint')

/** The newest signed checkpoint, or null before the first. */
export const latestCheckpoint = async () => (await read().select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1))[0] ?? null

/** Nodes at the right edge of a tree of this size: what its root is made of. */
const peakPlaces = (size: number): { level: number; index: number }[] => {
  const places: { level: number; index: number }[] = []
  for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) places.push({ level, index: rest - 1 })
  return places
}
const rootAt = async (size: number): Promise<Buffer> => {
  const stored: ReadNode = await nodesAt(read(), peakPlaces(size))
  return rootOf(size, stored)
}

/** Writes, syncs and renames, so that after a power cut the file is the old or the new one. */
const keepOutside = (note: string) => {
  const file = openSync(`${outside()}.new`, 'w', 0o600)
  writeSync(file, note)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${outside()}.new`, outside())
  const folder = openSync(dataDir(), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** What was last signed according to the file outside the database; null before the first. */
const lastOutside = () => {
  if (!existsSync(outside())) return null
  const note = parseNote(readFileSync(outside()))
  return note ? parseCheckpoint(note.text) : null
}

/** Whether the database still continues what was last signed: a restored or rewritten one does not. */
export const continuesWhatWasSigned = async (): Promise<boolean> => {
  const last = lastOutside()
  if (!last || last.size === 0) return true
  const { size } = await frontierNow(read())
  return size >= last.size && (await rootAt(last.size)).equals(last.root)
}

export const signer = () => ed25519Signer(origin(), logKey())

let running: Promise<void> | null = null
/** Signs the present tree if it has grown. Throws, and signs nothing, when the tree does not continue the last one signed. */
export const publishCheckpoint = (at: string): Promise<void> => {
  running ??= (async () => {
    const frontier = await frontierNow(read())
    const last = lastOutside()
    // Asked first: an emptied log, or another one of the same length, is no reason to keep silent.
    if (!(await continuesWhatWasSigned()))
      throw new Error(`the log of ${frontier.size} entries does not continue the signed one of ${last?.size}; nothing is signed`)
    if (frontier.size === 0 || last?.size === frontier.size) return
    const root = rootOfFrontier(frontier)
    const note = signCheckpoint({ origin: origin(), size: frontier.size, root, extensions: [] }, [signer()])
    keepOutside(note)
    await write((tx) =>
      tx
        .insert(checkpoints)
        .values({ size: frontier.size, root: root.toString('base64'), note, at })
        .onConflictDoNothing(),
    )
  })().finally(() => {
    running = null
  })
  return running
}
