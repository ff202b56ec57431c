// Proof that whoever registers a public key holds its private half: a compact JWS over who registers it. Without it anybody could register another's key.
import canonicalize from 'canonicalize'
import { bytesOf, hasLengthOf, keyObjectOf, namedAlgorithm, type PublicKey, signatureFits } from './public-key.ts'

/** What is signed, exactly: RFC 8785 JSON, so that two people write the same bytes. The organisation stands in it: a proof serves nobody else. */
export const proofPayload = (organisationId: string, creditCode: string): string =>
  canonicalize({ creditCode, organisation: organisationId, purpose: 'zhiheng.registerKey' }) ?? ''

/** Whether the compact JWS (RFC 7515, 7.1) is over this payload and fits the key. */
export const provesPossession = (proof: string, payload: string, key: PublicKey): boolean => {
  const [head = '', body = '', tail = '', ...more] = proof.trim().split('.')
  const [headBytes, value, object] = [bytesOf(head), bytesOf(tail), keyObjectOf(key.jwk)]
  if (more.length > 0 || headBytes === null || value === null || object === null) return false
  let header: unknown
  try {
    header = JSON.parse(headBytes.toString('utf8'))
  } catch {
    return false
  }
  if (typeof header !== 'object' || header === null || 'crit' in header || 'b64' in header) return false
  if (namedAlgorithm((header as { alg?: unknown }).alg) !== key.algorithm || !hasLengthOf(key.algorithm, value)) return false
  if (body !== Buffer.from(payload, 'utf8').toString('base64url')) return false
  return signatureFits(key.algorithm, object, Buffer.from(`${head}.${body}`, 'ascii'), value)
}
