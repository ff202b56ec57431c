// Receipts (C2SP tlog-proof): one file that shows, offline, that an entry is in the log.
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from './checkpoint.ts'
import { parseBase64, parseDecimal, parseUtf8 } from './line.ts'
import { parseNote, type Verifier } from './note.ts'
import { HASH_BYTES, leafHash, verifyInclusion } from './tree.ts'

/**
 * `index` of the entry, `hashes` from the leaf's sibling up, `checkpoint` the signed note verbatim. Our receipts carry the entry
 * itself as `extra`; the spec does not authenticate that line, the inclusion proof over its hash does.
 */
export type Proof = { index: number; hashes: readonly Buffer[]; checkpoint: string; extra?: Buffer }

export type ProofRefusal = CheckpointRefusal | 'proof.malformed' | 'proof.entryMissing' | 'proof.entryNotIncluded'
export type ProofVerdict =
  | { valid: true; entry: Buffer; index: number; checkpoint: Checkpoint; signers: Verifier[] }
  | { valid: false; code: ProofRefusal }

const HEADER = 'c2sp.org/tlog-proof@v1'
// A tree of 2^63 leaves has paths of 63 hashes; nothing longer can be right.
const MAX_HASHES = 63

/** The receipt as text, file name ending `.tlog-proof`. Throws RangeError on what would not read back. */
export function printProof({ index, hashes, checkpoint, extra }: Proof): string {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString('base64')),
  ]
  const text = `${lines.join('\n')}\n\n${checkpoint}`
  const back = parseProof(text)
  if (back?.checkpoint !== checkpoint || back.hashes.length !== hashes.length) throw new RangeError('not a proof that can be written')
  return text
}

/** Reads a receipt without believing it; null when the form is not that of the spec. */
export function parseProof(bytes: Uint8Array | string): Proof | null {
  const text = parseUtf8(bytes)
  const split = text?.indexOf('\n\n') ?? -1
  if (!text || split < 0) return null
  const [header, ...lines] = text.slice(0, split).split('\n')
  const checkpoint = text.slice(split + 2)
  const extra = lines[0]?.startsWith('extra ') ? parseBase64((lines.shift() as string).slice('extra '.length)) : undefined
  const [first, ...rest] = lines
  const index = first?.startsWith('index ') ? parseDecimal(first.slice('index '.length)) : null
  const hashes = rest.map(parseBase64).filter((hash) => hash?.length === HASH_BYTES) as Buffer[]
  if (header !== HEADER || extra === null || index === null || hashes.length !== rest.length || hashes.length > MAX_HASHES) return null
  if (!parseNote(checkpoint)) return null
  return { index, hashes, checkpoint, ...(extra ? { extra } : {}) }
}

/**
 * Verifies a receipt offline: a key in `verifiers` signed the checkpoint of the log `origin`, and the entry stands at the index
 * given in the tree that it describes. The entry is `entry` where the caller has it, else the one that the receipt carries.
 */
export function verifyProof(
  bytes: Uint8Array | string,
  trust: { origin: string; verifiers: readonly Verifier[]; entry?: Uint8Array },
): ProofVerdict {
  const proof = parseProof(bytes)
  if (!proof) return { valid: false, code: 'proof.malformed' }
  const entry = trust.entry ? Buffer.from(trust.entry) : proof.extra
  if (!entry) return { valid: false, code: 'proof.entryMissing' }
  const opened = openCheckpoint(proof.checkpoint, trust.origin, trust.verifiers)
  if (!opened.opened) return { valid: false, code: opened.code }
  const { checkpoint, signers } = opened
  if (!verifyInclusion(proof.index, checkpoint.size, leafHash(entry), proof.hashes, checkpoint.root))
    return { valid: false, code: 'proof.entryNotIncluded' }
  return { valid: true, entry, index: proof.index, checkpoint, signers }
}
