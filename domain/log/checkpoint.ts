// Checkpoints (C2SP tlog-checkpoint): the signed statement of a log about its size and root.
import { isPlain, parseBase64, parseDecimal } from './line.ts'
import { type NoteRefusal, openNote, type Signer, signNote, type Verifier } from './note.ts'
import { HASH_BYTES } from './tree.ts'

/** `origin` names the log, `size` counts its leaves, `root` is the RFC 6962 root over them. Extension lines are opaque; we write none. */
export type Checkpoint = { origin: string; size: number; root: Buffer; extensions: readonly string[] }

export type CheckpointRefusal = NoteRefusal | 'checkpoint.malformed' | 'checkpoint.originDiffers'
export type OpenedCheckpoint = { opened: true; checkpoint: Checkpoint; signers: Verifier[] } | { opened: false; code: CheckpointRefusal }

/** The text that is signed. Throws RangeError on what would not read back as the same checkpoint. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, String(size), root.toString('base64'), ...extensions].map((line) => `${line}\n`).join('')
  const back = parseCheckpoint(text)
  if (back?.origin !== origin || back.size !== size || back.extensions.length !== extensions.length)
    throw new RangeError('not a checkpoint: origin, size, root or an extension line cannot be written')
  return text
}

/** Reads the text of a checkpoint (a note without its signatures); null when the form is not that of the spec. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.some((line) => line === '') || !isPlain(text) || !text.isWellFormed()) return null
  const [origin, decimal, encoded, ...extensions] = lines
  const size = parseDecimal(decimal ?? '')
  const root = parseBase64(encoded ?? '')
  if (!origin || size === null || root?.length !== HASH_BYTES) return null
  return { origin, size, root, extensions }
}

/**
 * The checkpoint as a signed note. Whoever calls has compared it with the last one signed: a log never signs a smaller or
 * inconsistent tree (C2SP tlog-checkpoint, "Signatures").
 */
export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): string => signNote(printCheckpoint(checkpoint), signers)

/** Opens a signed checkpoint of the log `origin` with that log's keys. */
export function openCheckpoint(bytes: Uint8Array | string, origin: string, verifiers: readonly Verifier[]): OpenedCheckpoint {
  const note = openNote(bytes, verifiers)
  if (!note.opened) return note
  const checkpoint = parseCheckpoint(note.text)
  if (!checkpoint) return { opened: false, code: 'checkpoint.malformed' }
  if (checkpoint.origin !== origin) return { opened: false, code: 'checkpoint.originDiffers' }
  return { opened: true, checkpoint, signers: note.signers }
}
