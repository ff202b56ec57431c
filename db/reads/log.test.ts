// What the log serves verifies offline: every receipt for every size, every tile against the entries, on each database.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { signCheckpoint } from '#domain/log/checkpoint'
import { ed25519Signer, parseVerifierKey, type Verifier } from '#domain/log/note'
import { printProof, verifyProof } from '#domain/log/proof'
import { parseBundle, parseTile } from '#domain/log/tile'
import { leafHash, rootOf } from '#domain/log/tree'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { close, migrate, read } from '../client.ts'
import { dialect } from '../columns.ts'
import { frontierNow, nodesAt } from '../log.ts'
import { change } from '../store.ts'
import { entryAt, inclusionAt, tileBytes } from './log.ts'

const at = '2026-11-20T02:00:00.000Z'
const organisation = kinds.get('organisation')!
const signer = ed25519Signer('register.example', generateKeyPairSync('ed25519').privateKey)
const verifiers = [parseVerifierKey(signer.verifierKey) as Verifier]
const enough = 21

beforeAll(async () => {
  await migrate()
  const { size } = await frontierNow(read())
  for (let n = size; n < enough; n += 1) {
    const body = organisation.commands.create!.parse({
      kind: 'company',
      names: { zh: `log ${n}`, en: null },
      creditCode: makeCreditCode(`91330000MA${String(n).padStart(6, '0')}`),
      region: '330000',
      address: 'a',
      representative: null,
    }) as object
    const answer = await change({ kind: organisation, id: null, seen: null, command: { ...body, type: 'create' }, actor: systemActor, at })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
})
afterAll(async () => {
  await close()
})

const every = async (size: number) => {
  const places = Array.from({ length: 6 }, (_, level) =>
    Array.from({ length: Math.floor(size / 2 ** level) }, (_, index) => ({ level, index })),
  ).flat()
  return rootOf(size, await nodesAt(read(), places))
}

describe(`the log on ${dialect}`, () => {
  test('the receipt of every entry verifies under the head of every size that holds it', async () => {
    for (let size = 1; size <= enough; size += 1) {
      const checkpoint = signCheckpoint({ origin: signer.name, size, root: await every(size), extensions: [] }, [signer])
      for (let index = 0; index < size; index += 1) {
        const entry = Buffer.from((await entryAt(index)) ?? '')
        const receipt = printProof({ index, hashes: await inclusionAt(index, size), checkpoint, extra: entry })
        expect(verifyProof(receipt, { origin: signer.name, verifiers })).toMatchObject({ valid: true, index })
        expect(verifyProof(receipt, { origin: signer.name, verifiers, entry: Buffer.concat([entry, Buffer.of(32)]) })).toEqual({
          valid: false,
          code: 'proof.entryNotIncluded',
        })
      }
    }
  })

  test('a tile holds the hashes of the entries in the bundle beside it', async () => {
    const bundle = parseBundle((await tileBytes({ level: 'entries', index: 0, width: 20 }))!, 20)!
    const tile = parseTile((await tileBytes({ level: 0, index: 0, width: 20 }))!, 20)!
    expect(tile.map((hash) => hash.toString('hex'))).toEqual(bundle.map((entry) => leafHash(entry).toString('hex')))
  })

  test('a tile that the log does not fill is absent', async () => {
    expect(await tileBytes({ level: 'entries', index: 400, width: 1 })).toBeNull()
    expect(await tileBytes({ level: 2, index: 0, width: 1 })).toBeNull()
  })

  test('no proof is made of an entry beyond the size', async () => {
    await expect(inclusionAt(5, 5)).rejects.toThrow(RangeError)
  })
})
