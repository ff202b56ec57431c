// The bytes of attachments on disk: received into a file of their own, made durable, then named by their hash. Nobody else writes or names a file there.
import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { newId } from './chance.ts'
import { dataDir } from './client.ts'

export const attachmentsDir = (): string => path.join(dataDir(), 'attachments')
const incomingDir = (): string => path.join(attachmentsDir(), 'incoming')
const hex = /^[0-9a-f]{64}$/

/** Where the bytes of this hash lie. Throws on what is no SHA-256: nothing else becomes a path. */
export const storedFile = (sha256: string, folder = attachmentsDir()): string => {
  if (!hex.test(sha256)) throw new Error('not a SHA-256')
  return path.join(folder, sha256.slice(0, 2), sha256)
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The SHA-256 of a file, read in parts. Rejects where there is none. */
export const hashOfFile = (file: string): Promise<string> =>
  new Promise((done, failed) => {
    const hash = createHash('sha256')
    createReadStream(file)
      .on('data', (part) => hash.update(part))
      .on('end', () => done(hash.digest('hex')))
      .on('error', failed)
  })

export type Incoming = { file: string; sha256: string; size: number }
/** Thrown when more came than may. */
export class TooLarge extends Error {}

/** Writes a stream into a file of its own, with a running hash, and makes it durable. Whatever goes wrong, nothing stays. */
export const receive = async (chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Incoming> => {
  await mkdir(incomingDir(), { recursive: true, mode: 0o700 })
  const file = path.join(incomingDir(), `${newId()}.part`)
  const handle = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > maxBytes) throw new TooLarge()
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
    await handle.close()
    return { file, sha256: hash.digest('hex'), size }
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(file, { force: true })
    throw error
  }
}

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  // Some file systems do not let a folder be synced; the name is then as durable as they make it.
  await handle.sync().catch(() => {})
  await handle.close()
}

/** Gives received bytes their name. The same bytes are there once. */
export const settle = async ({ file, sha256 }: Incoming): Promise<void> => {
  const to = storedFile(sha256)
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  await rename(file, to)
  await syncFolder(path.dirname(to))
}

export const discard = ({ file }: Incoming): Promise<void> => rm(file, { force: true })
export const bytesOf = ({ file }: Incoming): Promise<Buffer> => readFile(file)
export const removeStored = (sha256: string): Promise<void> => rm(storedFile(sha256), { force: true })

/** The stored bytes as a stream, or null when they are not, or no longer, what their name says. */
export const openStored = async (sha256: string, size: number): Promise<ReadStream | null> => {
  const file = storedFile(sha256)
  const found = await stat(file).catch(() => null)
  if (found?.size !== size || (await hashOfFile(file)) !== sha256) return null
  return createReadStream(file)
}

/** What is wrong with the stored bytes, or null. */
export const storedFault = async (sha256: string, size: number): Promise<string | null> => {
  const file = storedFile(sha256)
  const found = await stat(file).catch(() => null)
  if (!found) return 'the file is missing'
  if (found.size !== size) return `the file has ${found.size} bytes, not ${size}`
  return (await hashOfFile(file)) === sha256 ? null : 'the file is not the one that was handed in: its SHA-256 differs'
}

/** Every hash that lies there, and received files that nobody has come back for, older than an instant (milliseconds). */
export async function* lying(before: number): AsyncGenerator<{ sha256: string } | { left: string }> {
  const folders = await readdir(attachmentsDir()).catch(() => [] as string[])
  for (const folder of folders) {
    if (folder !== 'incoming' && !/^[0-9a-f]{2}$/.test(folder)) continue
    for (const name of await readdir(path.join(attachmentsDir(), folder))) {
      const file = path.join(attachmentsDir(), folder, name)
      const found = await stat(file).catch(() => null)
      if (!found || found.mtimeMs >= before) continue
      if (folder === 'incoming') yield { left: file }
      else if (hex.test(name)) yield { sha256: name }
    }
  }
}
