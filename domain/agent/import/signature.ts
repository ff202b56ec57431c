// Checks the signatures of an A2A card against keys that the register already trusts. A key named or carried by the card itself proves nothing.
import type { JsonWebKey, KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import {
  bytesOf,
  hasLengthOf,
  keyObjectOf,
  namedAlgorithm,
  type PublicJwk,
  readPublicKey,
  type SigningAlgorithm,
  signatureFits,
} from '#domain/signing/public-key'
import { isObject, type Json, type JsonObject, readDocument } from './document.ts'
import { withoutEmpty, withoutUnsetDefaults } from './presence.ts'

export type SignatureVerdict = {
  verdict: 'verified' | 'wrong' | 'unsupported' | 'absent'
  /** A code for the words: signature.matches, contentDiffers, keyDoesNotFit, algorithmUnsupported, headerUnsupported, malformed, noneForThisKey, noneThere, documentUnreadable. */
  reason: string
  /** Which of the card's signatures the verdict speaks of. */
  index: number | null
}

type Key = { object: KeyObject; algorithm: SigningAlgorithm; keyId: string | null }

/** Only the public members are taken, so that nothing of a private key is ever held here. */
const readKey = (jwk: JsonWebKey): Key | null => {
  const read = readPublicKey(jwk)
  const object = 'fault' in read ? null : keyObjectOf(read.jwk)
  return 'fault' in read || object === null
    ? null
    : { object, algorithm: read.algorithm, keyId: typeof jwk.kid === 'string' ? jwk.kid : null }
}

const headerOf = (text: Json | undefined): JsonObject | null => {
  const bytes = bytesOf(text)
  const read = bytes === null ? null : readDocument(bytes.toString('utf8'))
  return read === null || 'refusal' in read ? null : read.document
}

/**
 * The payloads that a signer may have signed. The protocol says: without `signatures`, without unset defaults (1.0, 8.4.1); signers of earlier
 * drafts dropped everything empty, and some sign the card as it stands. All three differ only in members that say nothing.
 */
const payloadsOf = (card: JsonObject): string[] => {
  const { signatures: _signatures, ...content } = card
  const forms = [withoutUnsetDefaults(content), content, withoutEmpty(content)]
  return [...new Set(forms.map((form) => Buffer.from(canonicalize(form) ?? '', 'utf8').toString('base64url')))]
}

/** What keeps a signature from being tried with any key at all; null when nothing does. */
const faultOf = (signature: Json): Omit<SignatureVerdict, 'index'> | null => {
  const header = isObject(signature) ? headerOf(signature.protected) : null
  if (!isObject(signature) || header === null || bytesOf(signature.signature) === null)
    return { verdict: 'wrong', reason: 'signature.malformed' }
  // RFC 7515 4.1.11: what must be understood and is not makes the signature invalid; an unencoded payload is such an extension.
  if (header.crit !== undefined || header.b64 !== undefined) return { verdict: 'unsupported', reason: 'signature.headerUnsupported' }
  return namedAlgorithm(header.alg) === null ? { verdict: 'unsupported', reason: 'signature.algorithmUnsupported' } : null
}

const judgeOne = (signature: Json, payloads: readonly string[], key: Key): Omit<SignatureVerdict, 'index'> => {
  const fault = faultOf(signature)
  if (fault !== null || !isObject(signature)) return fault ?? { verdict: 'wrong', reason: 'signature.malformed' }
  const header = headerOf(signature.protected) ?? {}
  const value = bytesOf(signature.signature) ?? Buffer.alloc(0)
  if (key.keyId !== null && typeof header.kid === 'string' && header.kid !== key.keyId)
    return { verdict: 'absent', reason: 'signature.noneForThisKey' }
  const { algorithm } = key
  if (namedAlgorithm(header.alg) !== algorithm) return { verdict: 'unsupported', reason: 'signature.keyDoesNotFit' }
  if (!hasLengthOf(algorithm, value)) return { verdict: 'wrong', reason: 'signature.malformed' }
  const fits = payloads.some((payload) =>
    signatureFits(algorithm, key.object, Buffer.from(`${String(signature.protected)}.${payload}`, 'ascii'), value),
  )
  return fits ? { verdict: 'verified', reason: 'signature.matches' } : { verdict: 'wrong', reason: 'signature.contentDiffers' }
}

const maxSignatures = 10
// Which verdict speaks for the card when its signatures differ: one that fits is enough (A2A 8.4.3), one by this key that fails comes before what cannot be told.
const rank: readonly SignatureVerdict['verdict'][] = ['verified', 'wrong', 'unsupported', 'absent']

/**
 * Whether the card was signed by the holder of this public key (JWK; Ed25519, P-256 or RSA). The card's own `jku`, `jwk` and `x5c` are passed over.
 * At most ten signatures are looked at.
 */
export const verifySignature = (text: string, jwk: JsonWebKey): SignatureVerdict => {
  const read = readDocument(text)
  if ('refusal' in read) return { verdict: 'unsupported', reason: 'signature.documentUnreadable', index: null }
  const { signatures } = read.document
  if (!Array.isArray(signatures) || signatures.length === 0) return { verdict: 'absent', reason: 'signature.noneThere', index: null }
  const key = readKey(jwk)
  if (key === null) return { verdict: 'unsupported', reason: 'signature.keyDoesNotFit', index: null }
  const payloads = payloadsOf(read.document)
  const verdicts = signatures.slice(0, maxSignatures).map((signature, index) => ({ ...judgeOne(signature, payloads, key), index }))
  verdicts.sort((one, other) => rank.indexOf(one.verdict) - rank.indexOf(other.verdict))
  return verdicts[0] ?? { verdict: 'absent', reason: 'signature.noneThere', index: null }
}

/** A key that the filer has registered. A retired one is remembered so that its signature is named, never so that it counts. */
export type RegisteredKey = { keyId: string; jwk: PublicJwk; isRetired: boolean }
/** What the register can say of who wrote a card. `unknownKey`: signed, but not with a key that counts here. */
export const cardVerdicts = ['verified', 'wrong', 'unknownKey', 'unsupported', 'unsigned'] as const
export type CardVerdict = (typeof cardVerdicts)[number]
export type CardSignature = { verdict: CardVerdict; reason: string; keyId: string | null; index: number | null }

const kidOf = (signature: Json): string | null => {
  const kid = isObject(signature) ? headerOf(signature.protected)?.kid : null
  return typeof kid === 'string' ? kid.slice(0, 200) : null
}

/**
 * What the filer's registered keys say of a card. Every key is tried on every signature: a key id is only a hint. A signature that names a
 * registered key and does not fit it is wrong; one that fits none is of an unknown key. A retired key counts for nothing: a signature says
 * nothing reliable of when it was made.
 */
export const judgeCard = (text: string, keys: readonly RegisteredKey[]): CardSignature => {
  const read = readDocument(text)
  if ('refusal' in read) return { verdict: 'unsupported', reason: 'signature.documentUnreadable', keyId: null, index: null }
  const { signatures } = read.document
  if (!Array.isArray(signatures) || signatures.length === 0)
    return { verdict: 'unsigned', reason: 'signature.noneThere', keyId: null, index: null }
  const payloads = payloadsOf(read.document)
  const tried = signatures.slice(0, maxSignatures).map((signature, index) => {
    const kid = kidOf(signature)
    const fault = faultOf(signature)
    const fits = (key: RegisteredKey): boolean => {
      const own = fault === null ? readKey(key.jwk) : null
      return own !== null && judgeOne(signature, payloads, own).verdict === 'verified'
    }
    const key = keys.find((one) => !one.isRetired && fits(one)) ?? keys.find((one) => one.isRetired && fits(one)) ?? null
    return { index, kid, fault, key, named: keys.find((one) => one.keyId === kid) ?? null }
  })
  const verified = tried.find(({ key }) => key !== null && !key.isRetired)
  if (verified) return { verdict: 'verified', reason: 'signature.matches', keyId: verified.key?.keyId ?? null, index: verified.index }
  const retired = tried.find(({ key }) => key !== null)
  if (retired) return { verdict: 'unknownKey', reason: 'signature.keyRetired', keyId: retired.key?.keyId ?? null, index: retired.index }
  const wrong = tried.find(({ named, fault }) => named !== null && fault === null)
  if (wrong) return { verdict: 'wrong', reason: 'signature.contentDiffers', keyId: wrong.kid, index: wrong.index }
  const unknown = tried.find(({ fault }) => fault === null)
  if (unknown) return { verdict: 'unknownKey', reason: 'signature.noneForThisKey', keyId: unknown.kid, index: unknown.index }
  const fault = tried[0]?.fault
  return {
    verdict: fault?.verdict === 'unsupported' ? 'unsupported' : 'wrong',
    reason: fault?.reason ?? 'signature.malformed',
    keyId: tried[0]?.kid ?? null,
    index: 0,
  }
}
