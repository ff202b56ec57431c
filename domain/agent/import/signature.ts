// Checks the signature of an A2A card against a key that the register already trusts. A key named or carried by the card itself proves nothing.
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { isObject, type Json, type JsonObject, readDocument } from './document.ts'
import { withoutEmpty, withoutUnsetDefaults } from './presence.ts'

export type SignatureVerdict = {
  verdict: 'verified' | 'wrong' | 'unsupported' | 'absent'
  /** A code for the words: signature.matches, contentDiffers, keyDoesNotFit, algorithmUnsupported, headerUnsupported, malformed, noneForThisKey, noneThere, documentUnreadable. */
  reason: string
  /** Which of the card's signatures the verdict speaks of. */
  index: number | null
}

type Key = { object: KeyObject; algorithms: readonly string[]; keyId: string | null }

/** Only the public members are taken, so that nothing of a private key is ever held here. */
const readKey = (jwk: JsonWebKey): Key | null => {
  const keyId = typeof jwk.kid === 'string' ? jwk.kid : null
  const isEd25519 = jwk.kty === 'OKP' && jwk.crv === 'Ed25519'
  const isP256 = jwk.kty === 'EC' && jwk.crv === 'P-256'
  if (!isEd25519 && !isP256) return null
  const key: JsonWebKey = isEd25519 ? { kty: 'OKP', crv: 'Ed25519', x: jwk.x } : { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }
  try {
    return { object: createPublicKey({ key, format: 'jwk' }), algorithms: isEd25519 ? ['EdDSA', 'Ed25519'] : ['ES256'], keyId }
  } catch {
    return null
  }
}

const bytesOf = (text: Json | undefined): Buffer | null =>
  typeof text === 'string' && /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64url') : null

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

const judgeOne = (signature: Json, payloads: readonly string[], key: Key): Omit<SignatureVerdict, 'index'> => {
  const header = isObject(signature) ? headerOf(signature.protected) : null
  const value = isObject(signature) ? bytesOf(signature.signature) : null
  if (!isObject(signature) || header === null || value === null) return { verdict: 'wrong', reason: 'signature.malformed' }
  // RFC 7515 4.1.11: what must be understood and is not makes the signature invalid; an unencoded payload is such an extension.
  if (header.crit !== undefined || header.b64 !== undefined) return { verdict: 'unsupported', reason: 'signature.headerUnsupported' }
  if (header.alg !== 'EdDSA' && header.alg !== 'Ed25519' && header.alg !== 'ES256')
    return { verdict: 'unsupported', reason: 'signature.algorithmUnsupported' }
  if (key.keyId !== null && typeof header.kid === 'string' && header.kid !== key.keyId)
    return { verdict: 'absent', reason: 'signature.noneForThisKey' }
  if (!key.algorithms.includes(header.alg)) return { verdict: 'unsupported', reason: 'signature.keyDoesNotFit' }
  if (value.length !== 64) return { verdict: 'wrong', reason: 'signature.malformed' }
  const fits = payloads.some((payload) => {
    const input = Buffer.from(`${String(signature.protected)}.${payload}`, 'ascii')
    return header.alg === 'ES256'
      ? verify('sha256', input, { key: key.object, dsaEncoding: 'ieee-p1363' }, value)
      : verify(null, input, key.object, value)
  })
  return fits ? { verdict: 'verified', reason: 'signature.matches' } : { verdict: 'wrong', reason: 'signature.contentDiffers' }
}

const maxSignatures = 10
// Which verdict speaks for the card when its signatures differ: one that fits is enough (A2A 8.4.3), one by this key that fails comes before what cannot be told.
const rank: readonly SignatureVerdict['verdict'][] = ['verified', 'wrong', 'unsupported', 'absent']

/**
 * Whether the card was signed by the holder of this public key (JWK; Ed25519 or P-256). The card's own `jku`, `jwk` and `x5c` are passed over.
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
