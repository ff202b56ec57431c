// Signed notes (C2SP signed-note): a text and the lines of those who signed it; keys, signing, parsing and opening.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { isPlain, parseBase64, parseUtf8 } from './line.ts'
import { sha256 } from './tree.ts'

/** One signature line; `keyId` is the 4-byte key id in hex, `signature` what follows it. */
export type SignatureLine = { name: string; keyId: string; signature: Buffer }
export type Note = { text: string; signatures: SignatureLine[] }

/** Somebody whose signature counts. Other signature types than Ed25519 (cosignatures, SM2) implement the same three members. */
export type Verifier = { name: string; keyId: string; verify(text: Buffer, signature: Buffer): boolean }
/** Somebody who signs. A hardware module stands behind `sign`; it answers the bare signature, without the key id. */
export type Signer = { name: string; keyId: string; sign(text: Buffer): Buffer }

/** Why a note was not opened: no note at all; nobody known signed; somebody known signed, but not this text. */
export type NoteRefusal = 'note.malformed' | 'note.knownSignatureMissing' | 'note.signatureWrong'
export type Opened = { opened: true; text: string; signers: Verifier[] } | { opened: false; code: NoteRefusal }

/** Signature type byte of plain Ed25519 (C2SP signed-note, "Signature types"). */
export const ED25519 = Buffer.of(0x01)

// The spec asks for some limit, at least 16 signatures. These are the limits of Go's sumdb/note.
const MAX_NOTE_CHARACTERS = 1_000_000
const MAX_SIGNATURES = 100

// Fixed DER heads of an Ed25519 key in PKCS #8 and SPKI (RFC 8410); the 32 bytes of the key follow.
const SEED_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** First four bytes, in hex, of SHA-256(name ‖ newline ‖ type ‖ public key). `type` may be longer than a byte for 0xff. */
export const keyIdOf = (name: string, type: Uint8Array, publicKey: Uint8Array): string =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), type, publicKey]))
    .subarray(0, 4)
    .toString('hex')

/** Verifier key of an Ed25519 public key (32 bytes or a KeyObject): `name+hash+base64(type ‖ key)`. Throws on a bad name or key. */
export function printVerifierKey(name: string, key: Uint8Array | KeyObject): string {
  const publicKey = key instanceof Uint8Array ? Buffer.from(key) : bytesOf(key)
  if (!isKeyName(name) || publicKey.length !== 32) throw new RangeError('a verifier key needs a name without spaces or plus, and 32 bytes')
  return `${name}+${keyIdOf(name, ED25519, publicKey)}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`
}

/** Reads a verifier key; null unless it is Ed25519 and its key id is the one of its name and key. */
export function parseVerifierKey(text: string): Verifier | null {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = parseBase64(encoded ?? '')
  if (!name || !isKeyName(name) || !keyId || bytes?.length !== 33 || bytes[0] !== ED25519[0]) return null
  const publicKey = bytes.subarray(1)
  if (keyIdOf(name, ED25519, publicKey) !== keyId) return null
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' })
  return { name, keyId, verify: (message, signature) => signature.length === 64 && verify(null, message, key, signature) }
}

/** Signer from an Ed25519 private key: its 32-byte seed (RFC 8032) or a KeyObject. Throws on a bad name or another kind of key. */
export function ed25519Signer(name: string, secret: Uint8Array | KeyObject): Signer & { verifierKey: string } {
  if (secret instanceof Uint8Array && secret.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes')
  const key =
    secret instanceof Uint8Array ? createPrivateKey({ key: Buffer.concat([SEED_HEAD, secret]), format: 'der', type: 'pkcs8' }) : secret
  const publicKey = bytesOf(createPublicKey(key))
  const verifierKey = printVerifierKey(name, publicKey)
  return { name, keyId: keyIdOf(name, ED25519, publicKey), verifierKey, sign: (text) => sign(null, text, key) }
}

/** Reads a signed note without judging its signatures; null when the form is not that of the spec. */
export function parseNote(bytes: Uint8Array | string): Note | null {
  const text = parseUtf8(bytes)
  if (text === null || text.length > MAX_NOTE_CHARACTERS || !isPlain(text)) return null
  const split = text.lastIndexOf('\n\n')
  if (split < 0 || !text.endsWith('\n')) return null
  const lines = text.slice(split + 2, -1).split('\n')
  const signatures = lines.map(parseSignatureLine).filter((line) => line !== null)
  if (signatures.length !== lines.length || lines.length > MAX_SIGNATURES) return null
  return { text: text.slice(0, split + 1), signatures }
}

/** The note as text. Throws if the text or a line would not read back, so that nothing unreadable is ever shown. */
export function printNote(text: string, signatures: readonly SignatureLine[]): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`,
  )
  const note = `${text}\n${lines.join('')}`
  const back = parseNote(note)
  if (back?.text !== text || back.signatures.length !== signatures.length) throw new RangeError('not the text of a signed note')
  return note
}

/** One signer's line over a text, to be added to a note. */
export const signText = (text: string, signer: Signer): SignatureLine => ({
  name: signer.name,
  keyId: signer.keyId,
  signature: signer.sign(Buffer.from(text)),
})

/** Signs a text by everybody given, in order. While a log key is being replaced, the old and the new one both sign. */
export const signNote = (text: string, signers: readonly Signer[]): string =>
  printNote(
    text,
    signers.map((signer) => signText(text, signer)),
  )

/**
 * Opens a note: its text may be believed only if this says `opened`. Lines of unknown keys are ignored; every line of a known
 * key must verify, and at least one must be there. `signers` are the known keys that signed, each once.
 */
export function openNote(bytes: Uint8Array | string, verifiers: readonly Verifier[]): Opened {
  const note = parseNote(bytes)
  if (!note) return { opened: false, code: 'note.malformed' }
  const message = Buffer.from(note.text)
  const signers = new Set<Verifier>()
  for (const { name, keyId, signature } of note.signatures) {
    // Two different keys may share name and id (the id is short): one of them must have made the signature.
    const known = verifiers.filter((verifier) => verifier.name === name && verifier.keyId === keyId)
    const signer = known.find((verifier) => verifier.verify(message, signature))
    if (known.length > 0 && !signer) return { opened: false, code: 'note.signatureWrong' }
    if (signer) signers.add(signer)
  }
  return signers.size > 0 ? { opened: true, text: note.text, signers: [...signers] } : { opened: false, code: 'note.knownSignatureMissing' }
}

function parseSignatureLine(line: string): SignatureLine | null {
  const [, name, encoded] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = parseBase64(encoded ?? '')
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return null
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }
}

const isKeyName = (name: string) => name !== '' && !/[\p{White_Space}+]/u.test(name) && name.isWellFormed() && isPlain(name)

function bytesOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('not an Ed25519 key')
  return key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length)
}
