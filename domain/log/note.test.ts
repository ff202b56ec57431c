// Notes and checkpoints: the published example, forms that are refused, keys known and unknown.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCheckpoint, parseCheckpoint, printCheckpoint, signCheckpoint } from './checkpoint.ts'
import { isPlain } from './line.ts'
import {
  ed25519Signer,
  keyIdOf,
  openNote,
  parseNote,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  type Signer,
  signNote,
  signText,
  type Verifier,
} from './note.ts'

// The example of Go's golang.org/x/mod/sumdb/note: key, text and signature are published there. Ed25519 is deterministic.
const PUBLISHED_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PUBLISHED_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const TEXT = 'If you think cryptography is the answer to your problem,\nthen you don\u0027t know what your problem is.\n'
const PUBLISHED_LINE = '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const verifierOf = (key: string): Verifier => {
  const verifier = parseVerifierKey(key)
  if (!verifier) throw new Error(`not a verifier key: ${key}`)
  return verifier
}
const peter = ed25519Signer('PeterNeumann', PUBLISHED_SEED)
const log = ed25519Signer('log.example/one', Buffer.alloc(32, 1))
const newLog = ed25519Signer('log.example/one', Buffer.alloc(32, 2))
const witness = ed25519Signer('witness.example/w', Buffer.alloc(32, 3))
const known = verifierOf(PUBLISHED_KEY)

describe('keys', () => {
  test('the published seed gives the published verifier key', () => {
    expect(peter.verifierKey).toBe(PUBLISHED_KEY)
    expect(printVerifierKey('PeterNeumann', Buffer.from(PUBLISHED_KEY.slice(22), 'base64').subarray(1))).toBe(PUBLISHED_KEY)
    expect(known).toMatchObject({ name: 'PeterNeumann', keyId: 'c74f20a3' })
  })

  test.each([
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  ])('the key of another implementation is read: %s', (key) => {
    expect(parseVerifierKey(key)?.keyId).toBe(key.split('+')[1])
  })

  test('a verifier key with anything changed is refused', () => {
    for (let at = 0; at < PUBLISHED_KEY.length; at += 1) {
      const other = PUBLISHED_KEY[at] === 'A' ? 'B' : 'A'
      expect(parseVerifierKey(PUBLISHED_KEY.slice(0, at) + other + PUBLISHED_KEY.slice(at + 1)), `at ${at}`).toBeNull()
      expect(parseVerifierKey(PUBLISHED_KEY.slice(0, at) + PUBLISHED_KEY.slice(at + 1)), `without ${at}`).toBeNull()
    }
    for (const key of ['', '++', `${PUBLISHED_KEY}\n`, ` ${PUBLISHED_KEY}`, PUBLISHED_KEY.replace('c74f20a3', 'C74F20A3')])
      expect(parseVerifierKey(key)).toBeNull()
  })

  test('a key of another signature type is not taken for plain Ed25519', () => {
    const [type, publicKey] = [Buffer.of(4), Buffer.alloc(32, 9)]
    expect(parseVerifierKey(`w+${keyIdOf('w', type, publicKey)}+${Buffer.concat([type, publicKey]).toString('base64')}`)).toBeNull()
  })

  test('a signer is made from a seed or from a private key, and from nothing else', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signer = ed25519Signer('log.example', createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })))
    expect(signer.verifierKey).toBe(printVerifierKey('log.example', publicKey))
    expect(openNote(signNote(TEXT, [signer]), [verifierOf(signer.verifierKey)]).opened).toBe(true)
    expect(() => ed25519Signer('log.example', Buffer.alloc(31))).toThrow(RangeError)
    expect(() => ed25519Signer('log.example', generateKeyPairSync('ed448').privateKey)).toThrow(RangeError)
    for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\u0085b', 'a\nb', 'a\u0001b', '\ud800'])
      expect(() => ed25519Signer(name, Buffer.alloc(32))).toThrow(RangeError)
  })
})

describe('notes', () => {
  test('the published note is made and opened', () => {
    const note = `${TEXT}\n${PUBLISHED_LINE}`
    expect(signNote(TEXT, [peter])).toBe(note)
    expect(openNote(note, [known])).toEqual({ opened: true, text: TEXT, signers: [known] })
    expect(openNote(Buffer.from(note), [known]).opened).toBe(true)
  })

  test('any text the format allows comes back, empty lines and other scripts included', () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme' }).filter((line) => isPlain(line) && !line.includes('\n') && line.isWellFormed()),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(lines, (drawn) => {
        const text = `${drawn.join('\n')}\n`
        expect(openNote(signNote(text, [log, witness]), [verifierOf(witness.verifierKey)])).toMatchObject({ opened: true, text })
        expect(parseNote(signNote(text, [log, witness]))?.signatures.map(({ name }) => name)).toEqual([log.name, witness.name])
      }),
    )
  })

  test('flipping any bit of the note closes it', () => {
    const note = Buffer.from(signNote('log.example\n12\n', [peter]))
    for (let bit = 0; bit < note.length * 8; bit += 1) {
      const spoilt = Buffer.from(note)
      spoilt[bit >> 3] = (spoilt[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(openNote(spoilt, [known]).opened, `bit ${bit}`).toBe(false)
    }
  })

  test('signatures of unknown keys are ignored, one known key suffices', () => {
    const note = signNote(TEXT, [log, peter, witness])
    expect(openNote(note, [known])).toMatchObject({ opened: true, signers: [known] })
    expect(openNote(note, [verifierOf(newLog.verifierKey)])).toEqual({ opened: false, code: 'note.knownSignatureMissing' })
    expect(openNote(note, [])).toEqual({ opened: false, code: 'note.knownSignatureMissing' })
    const foreign = `\u2014 sm2.example ${Buffer.alloc(90, 5).toString('base64')}\n`
    expect(openNote(note + foreign, [known]).opened).toBe(true)
  })

  test('the same name with another key id, or the same id with another name, is an unknown key', () => {
    const line = signText(TEXT, peter)
    for (const other of [
      { ...line, keyId: '00000000' },
      { ...line, name: 'Peter' },
    ])
      expect(openNote(printNote(TEXT, [other]), [known])).toEqual({ opened: false, code: 'note.knownSignatureMissing' })
  })

  test('one wrong signature of a known key closes the note, whoever else signed', () => {
    const wrong = { ...signText(TEXT, peter), signature: Buffer.alloc(64) }
    const lines = [signText(TEXT, log), signText(TEXT, peter)]
    const verifiers = [verifierOf(log.verifierKey), known]
    for (const signatures of [[wrong], [...lines, wrong], [wrong, ...lines], [{ ...wrong, signature: Buffer.alloc(63) }]])
      expect(openNote(printNote(TEXT, signatures), verifiers)).toEqual({ opened: false, code: 'note.signatureWrong' })
    expect(openNote(printNote('other\n', lines), verifiers)).toEqual({ opened: false, code: 'note.signatureWrong' })
  })

  test('while a log changes its key, holders of the old and of the new key both open its notes', () => {
    const note = signNote(TEXT, [log, newLog])
    for (const key of [log.verifierKey, newLog.verifierKey]) expect(openNote(note, [verifierOf(key)]).opened).toBe(true)
    expect(openNote(note, [log.verifierKey, newLog.verifierKey].map(verifierOf))).toMatchObject({ signers: { length: 2 } })
  })

  test('two keys that share name and id do not shut each other out', () => {
    const twin: Verifier = { name: known.name, keyId: known.keyId, verify: () => false }
    expect(openNote(signNote(TEXT, [peter]), [twin, known])).toMatchObject({ opened: true, signers: [known] })
  })

  test('another signer stands behind the same interface', () => {
    const module: Signer = { name: 'hsm.example', keyId: '01020304', sign: (text) => Buffer.from([text.length, 7]) }
    const verifier: Verifier = { name: 'hsm.example', keyId: '01020304', verify: (text, signature) => signature[0] === text.length }
    expect(openNote(signNote(TEXT, [module, log]), [verifier])).toMatchObject({ opened: true, signers: [verifier] })
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['no signatures', TEXT],
    ['no blank line', TEXT + PUBLISHED_LINE],
    ['no newline at the end', `${TEXT}\n${PUBLISHED_LINE}`.slice(0, -1)],
    ['a blank line at the end', `${TEXT}\n${PUBLISHED_LINE}\n`],
    ['a hyphen for the dash', `${TEXT}\n${PUBLISHED_LINE}`.replace('\u2014', '-')],
    ['a tab', `a\tb\n\n${PUBLISHED_LINE}`],
    ['a carriage return', `${TEXT}\n${PUBLISHED_LINE}`.replaceAll('\n', '\r\n')],
    ['a name with plus', `${TEXT}\n${PUBLISHED_LINE}`.replace('PeterNeumann', 'Peter+Neumann')],
    ['a name with an ideographic space', `${TEXT}\n${PUBLISHED_LINE}`.replace('PeterNeumann', 'Peter\u3000Neumann')],
    ['no name', `${TEXT}\n${PUBLISHED_LINE}`.replace('PeterNeumann', '')],
    ['base64 without padding', `${TEXT}\n${PUBLISHED_LINE}`.replace('=', '')],
    ['base64 of another spelling', `${TEXT}\n${PUBLISHED_LINE}`.replace('nAM=', 'nAN=')],
    ['base64 for addresses', `${TEXT}\n${PUBLISHED_LINE}`.replaceAll('/', '_')],
    ['a key id and no signature', `${TEXT}\n\u2014 PeterNeumann x08gow==\n`],
    ['more than a hundred lines', `${TEXT}\n${PUBLISHED_LINE.repeat(101)}`],
    ['a lone surrogate', `\ud800\n\n${PUBLISHED_LINE}`],
  ])('%s is no note', (_, note) => {
    expect(parseNote(note)).toBeNull()
    expect(openNote(note, [known])).toEqual({ opened: false, code: 'note.malformed' })
  })

  test('bytes that are not UTF-8 are no note', () => {
    expect(parseNote(Buffer.concat([Buffer.of(0xff), Buffer.from(`${TEXT}\n${PUBLISHED_LINE}`)]))).toBeNull()
  })

  test('at least sixteen signatures are accepted, and an unreadable note is never printed', () => {
    expect(
      parseNote(
        signNote(
          TEXT,
          Array.from({ length: 16 }, () => log),
        ),
      )?.signatures,
    ).toHaveLength(16)
    expect(() => signNote('no newline', [log])).toThrow(RangeError)
    expect(() => signNote('a\tb\n', [log])).toThrow(RangeError)
    expect(() => printNote(TEXT, [])).toThrow(RangeError)
  })
})

describe('checkpoints', () => {
  const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64')
  const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20_852_163, root, extensions: [] }
  const BODY = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test('the example of the specification is written and read', () => {
    expect(printCheckpoint(checkpoint)).toBe(BODY)
    expect(parseCheckpoint(BODY)).toEqual(checkpoint)
    expect(parseCheckpoint(`${BODY}one\ntwo\n`)).toEqual({ ...checkpoint, extensions: ['one', 'two'] })
  })

  test.each<[string, string]>([
    ['two lines', BODY.split('\n').slice(0, 2).join('\n')],
    ['no last newline', BODY.slice(0, -1)],
    ['an empty origin', BODY.slice(BODY.indexOf('\n'))],
    ['a leading zero', BODY.replace('20852163', '020852163')],
    ['a sign', BODY.replace('20852163', '+20852163')],
    ['a size that is no number', BODY.replace('20852163', '2e7')],
    ['a size past 2^53', BODY.replace('20852163', '9007199254740993')],
    ['a short root', BODY.replace('CsUYapGG', '')],
    ['a root of another spelling', BODY.replace('q2I=', 'q2J=')],
    ['an empty extension line', `${BODY}\nmore\n`],
    ['an empty line at the end', `${BODY}\n`],
    ['a control character', BODY.replace('behind', 'be\rhind')],
  ])('%s is no checkpoint', (_, body) => {
    expect(parseCheckpoint(body)).toBeNull()
  })

  test('what would not read back is not printed', () => {
    for (const bad of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 1.5 },
      { root: Buffer.alloc(31) },
      { extensions: [''] },
      { extensions: ['a\nb'] },
    ])
      expect(() => printCheckpoint({ ...checkpoint, ...bad })).toThrow(RangeError)
  })

  test('a signed checkpoint opens with the key of its log, for its origin only', () => {
    const mine = { ...checkpoint, origin: log.name }
    const verifier = verifierOf(log.verifierKey)
    const signed = signCheckpoint(mine, [log, witness])
    expect(openCheckpoint(signed, log.name, [verifier])).toEqual({ opened: true, checkpoint: mine, signers: [verifier] })
    expect(openCheckpoint(signed, 'other.example', [verifier])).toEqual({ opened: false, code: 'checkpoint.originDiffers' })
    expect(openCheckpoint(signed, log.name, [known])).toEqual({ opened: false, code: 'note.knownSignatureMissing' })
    expect(openCheckpoint(signed.replace('20852163', '20852164'), log.name, [verifier])).toEqual({
      opened: false,
      code: 'note.signatureWrong',
    })
    expect(openCheckpoint(signNote(TEXT, [log]), log.name, [verifier])).toEqual({ opened: false, code: 'checkpoint.malformed' })
  })
})
