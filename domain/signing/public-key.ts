// A public key that somebody signs with (JWK, RFC 7517): which kinds are taken, how a key is named by its content, whether a signature fits it.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'

/** JWS algorithms that are tried, and no others: never `none`, never one with a shared secret (RFC 8725, 3.1–3.2). */
export const signingAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

const member = z
  .string()
  .min(1)
  .max(1400)
  .regex(/^[A-Za-z0-9_-]+$/)
const word = z.string().min(1).max(200)
/** The public members of a JWK. A private member (d, p, q, k …) is a field that it does not know: no private key is ever taken. */
export const publicJwkSchema = z.strictObject({
  kty: z.enum(['OKP', 'EC', 'RSA']),
  crv: word.optional(),
  x: member.optional(),
  y: member.optional(),
  n: member.optional(),
  e: member.optional(),
  kid: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  alg: word.optional(),
  use: word.optional(),
  key_ops: z.array(word).max(8).optional(),
  ext: z.boolean().optional(),
  iat: z.number().optional(),
})

/** Only what makes the key, as RFC 7638 lists it: nothing that a holder may write beside it. */
export type PublicJwk =
  | { kty: 'OKP'; crv: 'Ed25519'; x: string }
  | { kty: 'EC'; crv: 'P-256'; x: string; y: string }
  | { kty: 'RSA'; n: string; e: string }
export const keyFaults = ['unsupported', 'malformed', 'tooShort', 'algorithmDiffers', 'notForSigning'] as const
export type KeyFault = (typeof keyFaults)[number]
export type PublicKey = { jwk: PublicJwk; algorithm: SigningAlgorithm; thumbprint: string }

/** Bits of an RSA modulus: below, it can be broken; above, checking costs more than a signature is worth. */
const rsaBits = { least: 2048, most: 8192 } as const

const required = (jwk: { readonly [name: string]: unknown }): { jwk: PublicJwk; algorithm: SigningAlgorithm } | KeyFault => {
  const text = (name: string): string => (typeof jwk[name] === 'string' ? (jwk[name] as string) : '')
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return { jwk: { kty: 'OKP', crv: 'Ed25519', x: text('x') }, algorithm: 'EdDSA' }
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return { jwk: { kty: 'EC', crv: 'P-256', x: text('x'), y: text('y') }, algorithm: 'ES256' }
  if (jwk.kty !== 'RSA') return 'unsupported'
  const bits = BigInt(`0x0${Buffer.from(text('n'), 'base64url').subarray(0, 2048).toString('hex')}`).toString(2).length
  if (bits < rsaBits.least) return 'tooShort'
  // One exponent is used in practice; a small one turns slips of the signer into forgeries.
  return bits > rsaBits.most || text('e') !== 'AQAB' ? 'unsupported' : { jwk: { kty: 'RSA', n: text('n'), e: 'AQAB' }, algorithm: 'RS256' }
}

/** The key as node:crypto takes it; null when its numbers make no key. */
export const keyObjectOf = (jwk: PublicJwk): KeyObject | null => {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return null
  }
}

/** Reads a JWK: Ed25519 (EdDSA), P-256 (ES256) or RSA of at least 2048 bits (RS256), or what is wrong with it. */
export const readPublicKey = (jwk: { readonly [name: string]: unknown }): PublicKey | { fault: KeyFault } => {
  const found = required(jwk)
  if (typeof found === 'string') return { fault: found }
  if (keyObjectOf(found.jwk) === null) return { fault: 'malformed' }
  const isNamed = jwk.alg === undefined || jwk.alg === found.algorithm || (jwk.alg === 'Ed25519' && found.algorithm === 'EdDSA')
  if (!isNamed) return { fault: 'algorithmDiffers' }
  if (jwk.use !== undefined && jwk.use !== 'sig') return { fault: 'notForSigning' }
  const thumbprint = createHash('sha256')
    .update(canonicalize(found.jwk) ?? '')
    .digest('base64url')
  return { ...found, thumbprint }
}

/** The algorithm that a JWS header names, in its one spelling; null when it is none of ours. */
export const namedAlgorithm = (alg: unknown): SigningAlgorithm | null =>
  alg === 'Ed25519' ? 'EdDSA' : (signingAlgorithms.find((one) => one === alg) ?? null)

/** The bytes of base64url text without padding; null when it is none. */
export const bytesOf = (text: unknown): Buffer | null =>
  typeof text === 'string' && /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64url') : null

/** Whether a signature may be of this algorithm by its length alone; RS256 is as long as its modulus. */
export const hasLengthOf = (algorithm: SigningAlgorithm, value: Buffer): boolean =>
  algorithm === 'RS256' ? value.length >= 256 : value.length === 64

/** Whether the signature over these bytes was made with the private half of the key. */
export const signatureFits = (algorithm: SigningAlgorithm, key: KeyObject, input: Buffer, value: Buffer): boolean =>
  algorithm === 'ES256'
    ? verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, value)
    : verify(algorithm === 'RS256' ? 'sha256' : null, input, key, value)
