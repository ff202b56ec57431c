#!/usr/bin/env node
// Verifies a receipt of the public log offline, with nothing but Node: who signed, and that the entry is in the log.
//
//   node verify-receipt.mjs <proof-file> <vkey-file-or-string> [entry-file]
//
// <proof-file>  a .tlog-proof file (https://c2sp.org/tlog-proof), as /log/proof/<entry> serves it.
// <vkey>        the log's verifier key (https://c2sp.org/signed-note), as /log/vkey serves it, obtained BEFORE and elsewhere: a key
//               that comes with the receipt proves nothing. A file may hold several, one a line, while a log changes its key.
// [entry-file]  the entry, when the receipt does not carry it or to check a copy of your own.
//
// Exit code 0: valid, and the entry is printed. 1: not valid, with the reason. 2: cannot be judged (usage, unreadable file or key).
// This file shares no code with the product, so that agreement of the two means something. It may be copied anywhere.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

class NotValid extends Error {}
class CannotJudge extends Error {}

const requireThat = (holds, reason) => {
  if (!holds) throw new NotValid(reason)
}

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Standard base64, canonical spelling only, or null. */
const fromBase64 = (text) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** Decimal without leading zeroes as BigInt (sizes may pass 2^53), or null. */
const fromDecimal = (text) => (/^(0|[1-9][0-9]{0,18})$/.test(text) ? BigInt(text) : null)

const fromUtf8 = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotValid('the receipt is not UTF-8 text')
  }
}

/** name+keyid+base64(0x01 || Ed25519 key), where keyid = SHA-256(name || newline || 0x01 || key), first 4 bytes. */
function readKey(text) {
  const [name, id, ...rest] = text.split('+')
  const typed = fromBase64(rest.join('+'))
  if (!name || /\s/u.test(name) || !id || typed?.length !== 33 || typed[0] !== 1)
    throw new CannotJudge(`not an Ed25519 verifier key: ${text}`)
  if (sha256(`${name}\n`, typed).toString('hex', 0, 4) !== id) throw new CannotJudge(`the key id does not belong to the key: ${text}`)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.toString('base64url', 1) }
  return { name, id, key: createPublicKey({ key: jwk, format: 'jwk' }) }
}

/** https://c2sp.org/tlog-proof: header, optional extra, index, hashes, empty line, checkpoint. */
function readProof(text) {
  const end = text.indexOf('\n\n')
  requireThat(end > 0, 'the receipt has no checkpoint')
  const lines = text.slice(0, end).split('\n')
  requireThat(lines.shift() === 'c2sp.org/tlog-proof@v1', 'not a c2sp.org/tlog-proof@v1 file')
  let extra
  if (lines[0]?.startsWith('extra ')) {
    extra = fromBase64(lines.shift().slice(6))
    requireThat(extra, 'the extra line is not base64')
  }
  const indexLine = lines.shift() ?? ''
  const index = indexLine.startsWith('index ') ? fromDecimal(indexLine.slice(6)) : null
  requireThat(index !== null, 'the index line is missing or wrong')
  const hashes = lines.map(fromBase64)
  requireThat(
    hashes.every((hash) => hash?.length === 32),
    'a line of the proof is not a SHA-256 hash',
  )
  return { extra, index, hashes, note: text.slice(end + 2) }
}

/** https://c2sp.org/signed-note: the text before the last empty line, if a known key signed it and none signed something else. */
function openNote(note, keys) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the note format forbids them
  requireThat(!/[\x00-\x09\x0b-\x1f]/.test(note) && note.endsWith('\n'), 'the checkpoint is not a signed note')
  const split = note.lastIndexOf('\n\n')
  requireThat(split > 0, 'the checkpoint has no signatures')
  const text = note.slice(0, split + 1)
  const signers = []
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [dash, name, encoded, ...more] = line.split(' ')
    const bytes = fromBase64(encoded ?? '')
    const isLine = dash === '\u2014' && name && !/[\p{White_Space}+]/u.test(name) && bytes?.length > 4 && more.length === 0
    requireThat(isLine, 'a signature line is malformed')
    const known = keys.filter((key) => key.name === name && key.id === bytes.toString('hex', 0, 4))
    if (known.length === 0) continue
    const signer = known.find(({ key }) => verify(null, Buffer.from(text), key, bytes.subarray(4)))
    requireThat(signer, `the signature of ${name} does not fit the checkpoint`)
    signers.push(signer)
  }
  requireThat(signers.length > 0, 'no key that you trust has signed the checkpoint')
  return { text, signers }
}

/** https://c2sp.org/tlog-checkpoint: origin, size, root, and lines of no concern here. */
function readCheckpoint(text) {
  const [origin, size, root, ...more] = text.slice(0, -1).split('\n')
  const checkpoint = { origin, size: fromDecimal(size ?? ''), root: fromBase64(root ?? '') }
  requireThat(
    origin && checkpoint.size !== null && checkpoint.root?.length === 32 && !more.includes(''),
    'the signed text is not a checkpoint',
  )
  return checkpoint
}

/**
 * Root that an inclusion proof (RFC 6962 2.1.1) leads to. Walks from the root down to know on which side each sibling lies,
 * then hashes from the leaf up.
 */
function rootFromProof(index, size, leaf, hashes) {
  const siblingIsLeft = []
  let at = index
  let width = size
  while (width > 1n) {
    let left = 1n
    while (left * 2n < width) left *= 2n
    siblingIsLeft.push(at >= left)
    if (at >= left) {
      at -= left
      width -= left
    } else width = left
  }
  requireThat(siblingIsLeft.length === hashes.length, `the proof has ${hashes.length} hashes where ${siblingIsLeft.length} belong`)
  siblingIsLeft.reverse()
  return hashes.reduce((node, sibling, level) => sha256('\x01', ...(siblingIsLeft[level] ? [sibling, node] : [node, sibling])), leaf)
}

function judge(proofBytes, keys, entryBytes) {
  const proof = readProof(fromUtf8(proofBytes))
  const entry = entryBytes ?? proof.extra
  requireThat(entry, 'the receipt does not carry its entry: give the entry as third argument')
  const { text, signers } = openNote(proof.note, keys)
  const { origin, size, root } = readCheckpoint(text)
  requireThat(
    signers.some((signer) => signer.name === origin),
    `the checkpoint is of ${printable(origin)}, which the key you trust does not speak for`,
  )
  requireThat(proof.index < size, `the log of ${size} entries has no entry ${proof.index}`)
  const reached = rootFromProof(proof.index, size, sha256('\x00', entry), proof.hashes)
  requireThat(reached.equals(root), 'the proof does not lead to the root that was signed: entry, index or proof was altered')
  return { entry, index: proof.index, origin, size, signers }
}

// The entry comes from outside, and a terminal obeys control characters.
const printable = (text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.replace(/[\x00-\x1f\x7f-\x9f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const readOrGiveUp = (path) => {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new CannotJudge(`cannot read ${path}: ${error.code}`)
  }
}

function main([proofPath, vkey, entryPath, ...more]) {
  if (!proofPath || !vkey || more.length > 0)
    throw new CannotJudge('usage: node verify-receipt.mjs <proof-file> <vkey-file-or-string> [entry-file]')
  const keyText = existsSync(vkey) ? readOrGiveUp(vkey).toString() : vkey
  const keys = keyText.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (keys.length === 0) throw new CannotJudge('no verifier key given')
  const entryBytes = entryPath ? readOrGiveUp(entryPath) : undefined
  const { entry, index, origin, size, signers } = judge(readOrGiveUp(proofPath), keys.map(readKey), entryBytes)
  console.log(`VALID: entry ${index} of ${printable(origin)}, in its log of ${size} entries`)
  for (const { name, id } of signers) console.log(`signed by ${name} (key ${id})`)
  console.log(`SHA-256 of the entry: ${sha256(entry).toString('hex')}`)
  console.log(printable(entry.toString('utf8')))
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof NotValid || error instanceof CannotJudge)) throw error
  console.error(error instanceof NotValid ? `NOT VALID: ${error.message}` : error.message)
  process.exitCode = error instanceof NotValid ? 1 : 2
}
