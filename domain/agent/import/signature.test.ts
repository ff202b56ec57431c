// Tests of card signatures: signed here with fresh keys, then changed in every way that must be noticed.
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import card from './fixtures/a2a-1.0.json'
import { withoutEmpty, withoutUnsetDefaults } from './presence.ts'
import { verifySignature } from './signature.ts'

type Card = Record<string, unknown>
const ed25519 = generateKeyPairSync('ed25519')
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwkOf = (key: KeyObject, more: object = {}) => ({ ...key.export({ format: 'jwk' }), ...more })
const edKey = jwkOf(ed25519.publicKey)
const ecKey = jwkOf(p256.publicKey)

const base64url = (value: string | Buffer): string => Buffer.from(value as string).toString('base64url')
const signatureOf = (payload: unknown, privateKey: KeyObject, header: object): { protected: string; signature: string } => {
  const protectedHeader = base64url(JSON.stringify(header))
  const input = Buffer.from(`${protectedHeader}.${base64url(canonicalize(payload) ?? '')}`)
  const isEd = privateKey.asymmetricKeyType === 'ed25519'
  const value = isEd ? sign(null, input, privateKey) : sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return { protected: protectedHeader, signature: base64url(value) }
}
const signed = (
  content: Card,
  privateKey = ed25519.privateKey,
  header: object = { alg: 'EdDSA', typ: 'JOSE' },
  payload: unknown = withoutUnsetDefaults(content as never),
): Card => ({
  ...content,
  signatures: [signatureOf(payload, privateKey, header)],
})
const verdict = (document: Card, key: object = edKey) => verifySignature(JSON.stringify(document), key as never)

describe('verified', () => {
  test('Ed25519, by either name of its algorithm, and ES256', () => {
    expect(verdict(signed(card))).toEqual({ verdict: 'verified', reason: 'signature.matches', index: 0 })
    expect(verdict(signed(card, ed25519.privateKey, { alg: 'Ed25519' })).verdict).toBe('verified')
    expect(verdict(signed(card, p256.privateKey, { alg: 'ES256', kid: 'k1' }), ecKey).verdict).toBe('verified')
  })

  test('whatever the order of its keys and the white space between them', () => {
    const turned = Object.fromEntries(Object.entries(signed(card)).reverse())
    expect(verifySignature(JSON.stringify(turned, null, 4), edKey as never).verdict).toBe('verified')
  })

  test('whether the signer dropped unset defaults, everything empty, or nothing', () => {
    for (const payload of [withoutUnsetDefaults(card as never), withoutEmpty(card as never), card]) {
      expect(verdict(signed(card, ed25519.privateKey, { alg: 'EdDSA' }, payload)).verdict).toBe('verified')
    }
  })

  test('one signature that fits is enough, and it is the one spoken of', () => {
    const other = signatureOf(withoutUnsetDefaults(card as never), p256.privateKey, { alg: 'ES256' })
    const own = signatureOf(withoutUnsetDefaults(card as never), ed25519.privateKey, { alg: 'EdDSA' })
    expect(verdict({ ...card, signatures: [other, own] })).toEqual({ verdict: 'verified', reason: 'signature.matches', index: 1 })
  })

  test('a private key handed in by mistake is used as its public half', () => {
    expect(verdict(signed(card), jwkOf(ed25519.privateKey)).verdict).toBe('verified')
  })
})

describe('wrong', () => {
  test('any change of the content is noticed', () => {
    const original = signed(card)
    for (const [key, value] of Object.entries(card)) {
      const changed = typeof value === 'string' ? `${value}.` : Array.isArray(value) ? [...value, value[0]] : { ...value, added: 'x' }
      expect(verdict({ ...original, [key]: changed }), key).toEqual({ verdict: 'wrong', reason: 'signature.contentDiffers', index: 0 })
      const { [key]: _gone, ...rest } = original
      expect(verdict(rest).verdict, key).toBe('wrong')
    }
    expect(verdict({ ...original, extra: true }).verdict).toBe('wrong')
  })

  test('a value that is not a default is never dropped: false to true is noticed', () => {
    const changed = { ...signed(card), capabilities: { ...card.capabilities, streaming: true } }
    expect(verdict(changed).verdict).toBe('wrong')
  })

  test('a flipped bit of the signature, a wrong length, or the DER form of ES256 is wrong', () => {
    const [one] = signed(card).signatures as { protected: string; signature: string }[]
    const bytes = Buffer.from(one?.signature ?? '', 'base64url')
    bytes[5] = (bytes[5] ?? 0) ^ 1
    const wrong = (signature: string) => verdict({ ...card, signatures: [{ ...one, signature }] })
    expect(wrong(base64url(bytes))).toMatchObject({ verdict: 'wrong', reason: 'signature.contentDiffers' })
    expect(wrong(base64url(bytes.subarray(1)))).toMatchObject({ verdict: 'wrong', reason: 'signature.malformed' })
    const header = base64url(JSON.stringify({ alg: 'ES256' }))
    const der = sign(
      'sha256',
      Buffer.from(`${header}.${base64url(canonicalize(withoutUnsetDefaults(card as never)) ?? '')}`),
      p256.privateKey,
    )
    expect(verdict({ ...card, signatures: [{ protected: header, signature: base64url(der) }] }, ecKey)).toMatchObject({
      verdict: 'wrong',
      reason: 'signature.malformed',
    })
  })

  test('another key of the same kind does not fit', () => {
    expect(verdict(signed(card), jwkOf(generateKeyPairSync('ed25519').publicKey))).toMatchObject({
      verdict: 'wrong',
      reason: 'signature.contentDiffers',
    })
  })

  test('a key that the card itself carries proves nothing', () => {
    const forger = generateKeyPairSync('ed25519')
    const forged = signed(card, forger.privateKey, { alg: 'EdDSA', jwk: jwkOf(forger.publicKey), jku: 'https://forger.example/jwks.json' })
    expect(verdict(forged).verdict).toBe('wrong')
  })

  test('what is no signature at all is malformed', () => {
    for (const bad of [
      null,
      'x',
      {},
      { protected: '', signature: '' },
      { protected: '!!', signature: 'AAAA' },
      { protected: base64url('[]'), signature: 'AAAA' },
    ]) {
      expect(verdict({ ...card, signatures: [bad] }), JSON.stringify(bad)).toMatchObject({
        verdict: 'wrong',
        reason: 'signature.malformed',
      })
    }
  })
})

describe('unsupported and absent', () => {
  test('no algorithm but the three is tried, least of all none or one with a shared secret', () => {
    for (const alg of ['none', 'HS256', 'RS1', 'PS256', 'ES384', 'eddsa', null, undefined]) {
      expect(verdict(signed(card, ed25519.privateKey, { alg })), String(alg)).toMatchObject({
        verdict: 'unsupported',
        reason: 'signature.algorithmUnsupported',
      })
    }
  })

  test('an extension that must be understood is not', () => {
    expect(verdict(signed(card, ed25519.privateKey, { alg: 'EdDSA', crit: ['b64'], b64: false }))).toMatchObject({
      reason: 'signature.headerUnsupported',
    })
  })

  test('a key of the other kind, of another curve, or broken does not fit', () => {
    expect(verdict(signed(card), ecKey)).toMatchObject({ verdict: 'unsupported', reason: 'signature.keyDoesNotFit' })
    for (const key of [
      {},
      { kty: 'oct', k: 'AAAA' },
      { kty: 'OKP', crv: 'Ed25519', x: 'AA' },
      { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
      jwkOf(generateKeyPairSync('ed448').publicKey),
    ]) {
      expect(verdict(signed(card), key)).toMatchObject({ verdict: 'unsupported', reason: 'signature.keyDoesNotFit', index: null })
    }
  })

  test('a card without signatures has none, and one by another key id none for this key', () => {
    expect(verdict(card)).toEqual({ verdict: 'absent', reason: 'signature.noneThere', index: null })
    expect(verdict({ ...card, signatures: [] })).toEqual({ verdict: 'absent', reason: 'signature.noneThere', index: null })
    const named = signed(card, ed25519.privateKey, { alg: 'EdDSA', kid: 'old' })
    expect(verdict(named, { ...edKey, kid: 'new' })).toMatchObject({ verdict: 'absent', reason: 'signature.noneForThisKey' })
    expect(verdict(named, { ...edKey, kid: 'old' }).verdict).toBe('verified')
  })

  test('a document that cannot be read once and for all is not checked', () => {
    const text = JSON.stringify(signed(card)).replace('{', '{"name":"twice",')
    expect(verifySignature(text, edKey as never)).toEqual({ verdict: 'unsupported', reason: 'signature.documentUnreadable', index: null })
  })
})

describe('presence', () => {
  test('the example of the specification: required and explicitly set fields stay, an empty repeated field goes', () => {
    const example = {
      name: 'Example Agent',
      description: '',
      capabilities: { streaming: false, pushNotifications: false, extensions: [] },
      skills: [],
    }
    expect(canonicalize(withoutUnsetDefaults(example))).toBe(
      '{"capabilities":{"pushNotifications":false,"streaming":false},"description":"","name":"Example Agent","skills":[]}',
    )
  })

  test('a known key works: RFC 8037, appendix A, signs with the key that its public half verifies', () => {
    const jwk = {
      kty: 'OKP',
      crv: 'Ed25519',
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    }
    const document = signed(card, createPrivateKey({ key: jwk, format: 'jwk' }))
    expect(verdict(document, { kty: jwk.kty, crv: jwk.crv, x: jwk.x }).verdict).toBe('verified')
  })
})
