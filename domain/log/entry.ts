// What a log entry is made of: canonical JSON (RFC 8785) and salted commitments that stand for confidential values.
import { timingSafeEqual } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sha256 } from './tree.ts'

/** Longest entry: bundles give its length in 16 bits (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535
/** Bytes of salt in a commitment; fewer would let short values be guessed. */
export const SALT_BYTES = 16

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * Canonical JSON of a value (RFC 8785). A property that is undefined is left out, as in JSON. Throws TypeError on what JSON cannot
 * say exactly (NaN, bigint, function, Date or other class, undefined in a list, a lone surrogate): such an entry would not be what it seems.
 */
export function canonicalJson(value: Json): string {
  checkJson(value, '')
  return canonicalize(value) as string
}

/** The bytes of an entry, as hashed into the tree. Throws RangeError above 65,535 bytes, TypeError as `canonicalJson`. */
export function printEntry(value: Json): Buffer {
  const bytes = Buffer.from(canonicalJson(value))
  if (bytes.length > MAX_ENTRY_BYTES) throw new RangeError(`a log entry has at most ${MAX_ENTRY_BYTES} bytes, not ${bytes.length}`)
  return bytes
}

/**
 * Commitment to a confidential value: SHA-256(salt ‖ value). The salt, 16 fresh random bytes per value, comes from the caller
 * and is kept with the value, apart from the log: deleting both leaves the proof intact and the value unguessable.
 * A value that is not text or bytes is written by `canonicalJson` first. Throws RangeError on another length of salt.
 */
export function commitTo(value: string | Uint8Array, salt: Uint8Array): Buffer {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a commitment has a salt of ${SALT_BYTES} bytes`)
  return sha256(Buffer.concat([salt, typeof value === 'string' ? Buffer.from(value) : value]))
}

/** Whether the commitment was made to this value with this salt. False, not an error, on wrong lengths. */
export function isCommittedTo(commitment: Uint8Array, value: string | Uint8Array, salt: Uint8Array): boolean {
  return salt.length === SALT_BYTES && commitment.length === 32 && timingSafeEqual(commitment, commitTo(value, salt))
}

function checkJson(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value === 'string' && value.isWellFormed()) return
  if (Array.isArray(value)) {
    // By index, because forEach would pass over holes.
    for (let at = 0; at < value.length; at += 1) checkJson(value[at], `${path}/${at}`)
    return
  }
  if (isRecord(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (!key.isWellFormed()) throw new TypeError(`not canonical JSON: a property name in ${path || '/'}`)
      if (member !== undefined) checkJson(member, `${path}/${key}`)
    }
    return
  }
  throw new TypeError(`not canonical JSON: ${path || '/'}`)
}

// A plain object in any realm: its prototype is none, or one that has none itself.
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
