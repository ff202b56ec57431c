// Receipts: printed, read, verified by the product and by the script for outsiders, which must agree on every spoiled one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { printEntry } from './entry.ts'
import { appendLeaves, emptyFrontier } from './frontier.ts'
import { ed25519Signer, parseVerifierKey, signNote, type Verifier } from './note.ts'
import { parseProof, printProof, verifyProof } from './proof.ts'
import { inclusionProof, leafHash, nodeHash } from './tree.ts'

const ORIGIN = 'register.example/log'
const log = ed25519Signer(ORIGIN, Buffer.alloc(32, 1))
const newLog = ed25519Signer(ORIGIN, Buffer.alloc(32, 2))
const stranger = ed25519Signer('stranger.example', Buffer.alloc(32, 3))
const verifier = parseVerifierKey(log.verifierKey) as Verifier
const trust = { origin: ORIGIN, verifiers: [verifier] }

const entries = Array.from({ length: 300 }, (_, at) => printEntry({ type: 'approved', id: `case-${at}`, version: 1 }))
function receipt(index: number, size: number, signers = [log], isCarrying = true): string {
  const { nodes, root } = appendLeaves(emptyFrontier, entries.slice(0, size).map(leafHash))
  const stored = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const hashes = inclusionProof(index, size, (level, at) => stored.get(`${level}/${at}`) as Buffer)
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, signers)
  return printProof({ index, hashes, checkpoint, ...(isCarrying ? { extra: entries[index] as Buffer } : {}) })
}
/** A receipt that is right for a tree of two, under a signed checkpoint that says another size. */
function pairUnder(size: number): string {
  const [own, sibling] = [leafHash(entryAt(0)), Buffer.alloc(32, 9)]
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root: nodeHash(own, sibling), extensions: [] }, [log])
  return printProof({ index: 0, hashes: [sibling], checkpoint, extra: entryAt(0) })
}
const entryAt = (index: number) => entries[index] as Buffer

describe('the form', () => {
  const HASHES = [leafHash(Buffer.from('1')), leafHash(Buffer.from('2'))]
  const NOTE = signNote('text\n', [log])
  const lines = HASHES.map((hash) => `${hash.toString('base64')}\n`).join('')

  test('a receipt is written as the specification says', () => {
    expect(printProof({ index: 5, hashes: HASHES, checkpoint: NOTE })).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${lines}\n${NOTE}`)
    expect(printProof({ index: 0, hashes: [], checkpoint: NOTE, extra: Buffer.from('extra information') })).toBe(
      `c2sp.org/tlog-proof@v1\nextra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 0\n\n${NOTE}`,
    )
  })

  test('it reads back', () => {
    for (const extra of [undefined, Buffer.alloc(0), Buffer.from('x')]) {
      const proof = { index: 5, hashes: HASHES, checkpoint: NOTE, ...(extra ? { extra } : {}) }
      expect(parseProof(printProof(proof))).toEqual(proof)
      expect(parseProof(Buffer.from(printProof(proof)))).toEqual(proof)
    }
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['another header', `c2sp.org/tlog-proof@v2\nindex 0\n\n${NOTE}`],
    ['no index', `c2sp.org/tlog-proof@v1\n\n${NOTE}`],
    ['a negative index', `c2sp.org/tlog-proof@v1\nindex -5\n\n${NOTE}`],
    ['an index with a leading zero', `c2sp.org/tlog-proof@v1\nindex 05\n\n${NOTE}`],
    ['an index that is no number', `c2sp.org/tlog-proof@v1\nindex five\n\n${NOTE}`],
    ['extra that is not base64', `c2sp.org/tlog-proof@v1\nextra !!\nindex 0\n\n${NOTE}`],
    ['extra after the index', `c2sp.org/tlog-proof@v1\nindex 0\nextra eA==\n\n${NOTE}`],
    ['extra twice', `c2sp.org/tlog-proof@v1\nextra eA==\nextra eA==\nindex 0\n\n${NOTE}`],
    ['a hash that is not base64', `c2sp.org/tlog-proof@v1\nindex 0\n!!\n\n${NOTE}`],
    ['a hash of 64 bytes', `c2sp.org/tlog-proof@v1\nindex 0\n${Buffer.alloc(64).toString('base64')}\n\n${NOTE}`],
    ['more hashes than any tree has levels', `c2sp.org/tlog-proof@v1\nindex 0\n${lines.repeat(32)}\n${NOTE}`],
    ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 0\n'],
    ['a checkpoint that is no note', 'c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n'],
  ])('%s is refused', (_, text) => {
    expect(parseProof(text)).toBeNull()
    expect(verifyProof(text, trust)).toEqual({ valid: false, code: 'proof.malformed' })
  })

  test('what would not read back is not printed', () => {
    for (const bad of [{ index: -1 }, { hashes: [Buffer.alloc(31)] }, { checkpoint: 'x' }])
      expect(() => printProof({ index: 0, hashes: [], checkpoint: NOTE, ...bad })).toThrow(RangeError)
  })
})

describe('the verdict', () => {
  test('every receipt of trees of many sizes is valid, and names its entry', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 255, 256, 257, 300])
      for (const index of new Set([0, Math.floor(size / 2), size - 1]))
        expect(verifyProof(receipt(index, size), trust)).toMatchObject({ valid: true, index, entry: entryAt(index), checkpoint: { size } })
  })

  test('an entry given by the caller counts, not the one carried', () => {
    expect(verifyProof(receipt(5, 9), { ...trust, entry: entryAt(5) }).valid).toBe(true)
    expect(verifyProof(receipt(5, 9), { ...trust, entry: entryAt(4) })).toEqual({ valid: false, code: 'proof.entryNotIncluded' })
    expect(verifyProof(receipt(5, 9, [log], false), { ...trust, entry: entryAt(5) }).valid).toBe(true)
    expect(verifyProof(receipt(5, 9, [log], false), trust)).toEqual({ valid: false, code: 'proof.entryMissing' })
  })

  test('it says whose word is missing', () => {
    expect(verifyProof(receipt(5, 9, [stranger]), trust)).toEqual({ valid: false, code: 'note.knownSignatureMissing' })
    expect(verifyProof(receipt(5, 9), { ...trust, origin: 'elsewhere.example' })).toEqual({
      valid: false,
      code: 'checkpoint.originDiffers',
    })
    expect(verifyProof(receipt(5, 9, [newLog, log]), trust).valid).toBe(true)
  })

  test('flipping any bit of a receipt makes it invalid', () => {
    const good = Buffer.from(receipt(5, 9))
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const spoilt = Buffer.from(good)
      spoilt[bit >> 3] = (spoilt[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(verifyProof(spoilt, trust).valid, `bit ${bit}`).toBe(false)
    }
  })
})

describe('the script for outsiders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const script = join(import.meta.dirname, '../../scripts/verify-receipt.mjs')
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder })
  const judge = (content: string | Buffer, key = log.verifierKey) => run(file('receipt.tlog-proof', content), key)

  const good = receipt(5, 9)
  const [header, extra, index, first, second, third, fourth, ...rest] = good.split('\n')
  const lined = (...lines: (string | undefined)[]) => [...lines, ...rest].join('\n')
  const noteless = (text: string) => text.slice(0, text.indexOf('\n\n'))
  const spoilt: [string, string | Buffer][] = [
    ['the entry altered', good.replace(extra as string, `extra ${entryAt(4).toString('base64')}`)],
    ['the entry left out', lined(header, index, first, second, third, fourth)],
    ['another index', good.replace('index 5', 'index 4')],
    ['an index beyond the tree', good.replace('index 5', 'index 9')],
    ['an index beyond the tree that walks the same way as the last one', receipt(8, 9).replace('index 8', 'index 9')],
    ['an index beyond a tree of one', receipt(0, 1).replace('index 0', 'index 7')],
    ['more hashes than its tree is high, though they lead to the root', pairUnder(1)],
    ['fewer hashes than its tree is high, though they lead to the root', pairUnder(4)],
    ['a negative index', good.replace('index 5', 'index -5')],
    ['an index of another spelling', good.replace('index 5', 'index 05')],
    ['a hash dropped from the front', lined(header, extra, index, second, third, fourth)],
    ['a hash dropped from the end', lined(header, extra, index, first, second, third)],
    ['all hashes dropped', lined(header, extra, index)],
    ['a hash doubled', lined(header, extra, index, first, first, second, third, fourth)],
    ['a hash added at the end', lined(header, extra, index, first, second, third, fourth, first)],
    ['two hashes swapped', lined(header, extra, index, second, first, third, fourth)],
    ['a short hash', lined(header, extra, index, 'AAAA', second, third, fourth)],
    ['a hash altered', good.replace(first as string, `${first?.startsWith('A') ? 'B' : 'A'}${first?.slice(1)}`)],
    ['the size altered', good.replace('\n9\n', '\n10\n')],
    ['the origin altered', good.replace(`\n${ORIGIN}\n`, '\nregister.example/lug\n')],
    ['the checkpoint of another tree', noteless(good) + receipt(5, 8).slice(noteless(receipt(5, 8)).length)],
    ['no signature', good.replace(/\u2014.*\n/, '')],
    ['a stranger\u2019s signature', receipt(5, 9, [stranger])],
    ['a known key\u2019s signature of another text', good.replace(/\u2014.*\n/, /\u2014.*\n/.exec(receipt(5, 8))?.[0] as string)],
    ['another header', good.replace('@v1', '@v2')],
    ['line ends of another system', good.replaceAll('\n', '\r\n')],
    ['the end cut off', good.slice(0, -1)],
    ['something after the end', `${good}\n`],
    ['a byte that is no UTF-8', Buffer.concat([Buffer.from(good), Buffer.of(0xff)])],
    ['nothing', ''],
  ]

  test('the spoilt receipts differ from the good one, which has four hashes', () => {
    expect(verifyProof(pairUnder(2), trust).valid).toBe(true)
    expect(good.slice(0, good.indexOf('\n\n')).split('\n')).toHaveLength(3 + 4)
    for (const [, content] of spoilt) expect(content.toString()).not.toBe(good)
  })

  test('it accepts real receipts of many sizes and prints the entry', { timeout: 60_000 }, () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [5, 9],
      [8, 9],
      [255, 256],
      [256, 257],
      [123, 300],
      [299, 300],
    ] as const) {
      const { status, stdout, stderr } = judge(receipt(index, size))
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain(`VALID: entry ${index} of ${ORIGIN}, in its log of ${size} entries`)
      expect(stdout).toContain(entryAt(index).toString())
    }
  })

  test.each(spoilt)('it refuses a receipt with %s, and so does the product', { timeout: 60_000 }, (_, content) => {
    expect(verifyProof(content, trust).valid).toBe(false)
    const { status, stdout, stderr } = judge(content)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^NOT VALID: .+\n$/)
  })

  test('it takes the key as text or from a file, several during a change of keys, and the entry from a file', { timeout: 60_000 }, () => {
    const keys = file('keys', `${log.verifierKey}\n${newLog.verifierKey}\n`)
    for (const signers of [[log], [newLog], [log, newLog], [stranger, log]]) expect(judge(receipt(5, 9, signers), keys).status).toBe(0)
    const bare = file('bare.tlog-proof', receipt(5, 9, [log], false))
    expect(run(bare, keys, file('entry', entryAt(5))).status).toBe(0)
    expect(run(bare, keys, file('entry', entryAt(4))).status).toBe(1)
    expect(run(bare, keys).status).toBe(1)
  })

  test('a trusted key cannot speak for another origin', { timeout: 60_000 }, () => {
    expect(judge(receipt(5, 9, [stranger]), stranger.verifierKey)).toMatchObject({ status: 1, stdout: '' })
  })

  test('what it cannot judge it does not call valid or invalid', { timeout: 60_000 }, () => {
    const proof = file('receipt.tlog-proof', good)
    for (const args of [
      [],
      [proof],
      [proof, 'no key'],
      [proof, log.verifierKey.replace(/\+.{8}\+/, '+00000000+')],
      [proof, file('empty', '')],
      [join(folder, 'absent'), log.verifierKey],
      [proof, log.verifierKey, join(folder, 'absent')],
      [proof, log.verifierKey, proof, 'more'],
    ])
      expect(run(...args)).toMatchObject({ status: 2, stdout: '' })
  })

  test('an entry with terminal commands in it is shown, not obeyed', { timeout: 60_000 }, () => {
    const entry = Buffer.from('\u001b[2J\u009b2J')
    const checkpoint = signCheckpoint({ origin: ORIGIN, size: 1, root: leafHash(entry), extensions: [] }, [log])
    const { status, stdout } = judge(printProof({ index: 0, hashes: [], checkpoint, extra: entry }))
    expect({ status, last: stdout.split('\n').at(-2) }).toEqual({ status: 0, last: '\\u001b[2J\\u009b2J' })
  })
})
