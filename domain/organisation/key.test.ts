// Keys of an organisation: only sound public keys, only with proof, each once, and a retired key never counts again.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '../case.ts'
import { systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { proofPayload } from '../signing/proof.ts'
import { world } from '../world.ts'
import { keyLimits } from './key.ts'
import { type Organisation, organisation } from './organisation.ts'
import { organisationCommands } from './vocabulary.ts'

const at = '2026-11-02T10:00:00+08:00'
const creditCode = '91990000MA00TE5T24'
const ed25519 = generateKeyPairSync('ed25519')
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwkOf = (key: KeyObject, more: object = {}) => ({ ...key.export({ format: 'jwk' }), ...more }) as Record<string, unknown>

const encoded = (value: object | string) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const proofBy = (privateKey: KeyObject, alg: string, payload: string, header: object = {}): string => {
  const input = `${encoded({ alg, ...header })}.${encoded(payload)}`
  const how = alg === 'ES256' ? { key: privateKey, dsaEncoding: 'ieee-p1363' as const } : privateKey
  return `${input}.${sign(alg === 'EdDSA' ? null : 'sha256', Buffer.from(input), how).toString('base64url')}`
}

const stage = () => {
  const w = world(new Map([['organisation', organisation]]), () => [], shippedCatalogue)
  const enter = (code: string) =>
    w.ask(
      systemActor,
      'organisation',
      null,
      {
        type: 'create',
        ...(organisationCommands.create.parse({
          kind: 'company',
          names: { zh: 'n', en: 'n' },
          creditCode: code,
          region: '110000',
        }) as object),
      },
      at,
    ).id
  const id = enter(creditCode)
  const other = enter('91990000MA00AGN1X1')
  const by = (role: 'filer' | 'compliance_lead' | 'representative', organisationId = id): Actor => ({
    personId: role,
    name: { zh: role, en: role },
    posts: [{ role, authorityId: null, sectors: [], region: null, organisationId }],
  })
  const payload = proofPayload(id, creditCode)
  const ask = (actor: Actor, command: { type: string; [name: string]: unknown }) => w.ask(actor, 'organisation', id, command, at)
  const register = (jwk: object, proof: string, actor = by('representative')) => ask(actor, { type: 'registerKey', jwk, label: 'l', proof })
  return { w, id, other, by, payload, ask, register, keys: () => w.state<Organisation>(id)?.signingKeys ?? [] }
}

test('Ed25519, P-256 and RSA of 2048 bits are registered with a proof, under their own id or their thumbprint', () => {
  const s = stage()
  const granted = [
    s.register(jwkOf(ed25519.publicKey, { kid: 'k1' }), proofBy(ed25519.privateKey, 'EdDSA', s.payload)),
    s.register(jwkOf(p256.publicKey), proofBy(p256.privateKey, 'ES256', s.payload), s.by('compliance_lead')),
    s.register(jwkOf(rsa.publicKey), proofBy(rsa.privateKey, 'RS256', s.payload)),
  ]
  expect(granted.map((one) => one.refusal)).toEqual([null, null, null])
  expect(s.keys().map((key) => [key.algorithm, key.retired])).toEqual([
    ['EdDSA', null],
    ['ES256', null],
    ['RS256', null],
  ])
  expect(s.keys()[0]?.keyId).toBe('k1')
  expect(s.keys()[1]?.keyId).toBe(s.keys()[1]?.thumbprint)
})

test('the thumbprint is that of RFC 8037, appendix A.3', () => {
  const s = stage()
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
  expect(s.register(jwk, 'a.b.c').refusal).toMatchObject({ code: 'organisation.keyProofNeeded', facts: { payload: s.payload } })
  expect(organisationCommands.registerKey.safeParse({ jwk, label: 'l', proof: 'p' }).success).toBe(true)
})

test('a key without proof, with the proof of another organisation, or proved by another key is not registered', () => {
  const s = stage()
  const jwk = jwkOf(ed25519.publicKey)
  const stranger = generateKeyPairSync('ed25519').privateKey
  for (const proof of [
    'x',
    proofBy(ed25519.privateKey, 'EdDSA', proofPayload(s.other, '91990000MA00AGN1X1')),
    proofBy(stranger, 'EdDSA', s.payload),
    proofBy(ed25519.privateKey, 'EdDSA', s.payload, { crit: ['b64'] }),
    `${encoded({ alg: 'none' })}.${encoded(s.payload)}.`,
    `${proofBy(ed25519.privateKey, 'EdDSA', s.payload)}.x`,
  ]) {
    expect(s.register(jwk, proof).refusal?.code, proof.slice(0, 40)).toBe('organisation.keyProofNeeded')
  }
})

test('weak, strange and private keys are refused', () => {
  const s = stage()
  const fault = (jwk: object) => s.register(jwk, 'x').refusal?.facts.fault
  expect(fault(jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey))).toBe('tooShort')
  expect(fault(jwkOf(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey))).toBe('unsupported')
  expect(fault({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' })).toBe('malformed')
  expect(fault(jwkOf(ed25519.publicKey, { alg: 'ES256' }))).toBe('algorithmDiffers')
  expect(fault(jwkOf(ed25519.publicKey, { use: 'enc' }))).toBe('notForSigning')
  const parsed = organisationCommands.registerKey.safeParse({ jwk: jwkOf(ed25519.privateKey), label: 'l', proof: 'p' })
  expect(parsed.error?.issues.map((issue) => issue.code)).toEqual(['unrecognized_keys'])
})

test('a key is registered once, under one id; retired, it never comes back', () => {
  const s = stage()
  const proof = proofBy(ed25519.privateKey, 'EdDSA', s.payload)
  expect(s.register(jwkOf(ed25519.publicKey, { kid: 'k1' }), proof).refusal).toBeNull()
  expect(s.register(jwkOf(ed25519.publicKey, { kid: 'k2' }), proof).refusal?.code).toBe('organisation.otherKeyNeeded')
  const second = jwkOf(p256.publicKey, { kid: 'k1' })
  expect(s.register(second, proofBy(p256.privateKey, 'ES256', s.payload)).refusal?.code).toBe('organisation.otherKeyNeeded')
  const retire = (keyId: string) => s.ask(s.by('compliance_lead'), { type: 'retireKey', keyId, reason: 'lost' }).refusal?.code
  expect([retire('k9'), retire('k1'), retire('k1')]).toEqual(['organisation.activeKeyNeeded', undefined, 'organisation.activeKeyNeeded'])
  expect(s.keys()[0]?.retired).toMatchObject({ by: 'compliance_lead', reason: 'lost' })
  expect(s.register(jwkOf(ed25519.publicKey), proof).refusal?.code).toBe('organisation.otherKeyNeeded')
})

test('ten keys count at once, and the eleventh waits until one is retired', () => {
  const s = stage()
  const one = () => {
    const pair = generateKeyPairSync('ed25519')
    return s.register(jwkOf(pair.publicKey), proofBy(pair.privateKey, 'EdDSA', s.payload)).refusal?.code
  }
  for (let n = 0; n < keyLimits.active; n += 1) expect(one()).toBeUndefined()
  expect(one()).toBe('organisation.fewerKeysNeeded')
  s.ask(s.by('representative'), { type: 'retireKey', keyId: s.keys()[0]?.keyId, reason: 'old' })
  expect(one()).toBeUndefined()
})

test('a filer, and a person of another company, register no key', () => {
  const s = stage()
  const proof = proofBy(ed25519.privateKey, 'EdDSA', s.payload)
  expect(s.register(jwkOf(ed25519.publicKey), proof, s.by('filer')).refusal?.code).toBe('case.notYours')
  expect(s.register(jwkOf(ed25519.publicKey), proof, s.by('representative', s.other)).refusal?.code).toBe('case.notYours')
})
