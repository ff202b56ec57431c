// A copy taken while others write is a whole earlier state, proves itself, and brings that state back; an older one is noticed by what was signed (quality.md P12, T9).
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { systemActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { backup, restore } from './backup.ts'
import { close, migrate, read, sql } from './client.ts'
import { dialect } from './columns.ts'
import { change } from './store.ts'
import { forgetScripts, lookInto, prepareFolder, runScript, startWriter } from './under-load-parent.ts'

const made: string[] = []
const folderFor = (name: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), `zhiheng-${name}-`))
  made.push(folder)
  return folder
}
afterAll(async () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
  await forgetScripts()
})

describe.skipIf(dialect !== 'sqlite')('a backup', () => {
  test('taken while a process writes, by itself and by another, restores to a prefix of the log without a difference', {
    timeout: 600_000,
  }, async () => {
    const folder = folderFor('live')
    const people = await prepareFolder(folder)
    const writer = await startWriter(folder, people, 'w')
    const answers = () => writer.lines.filter((line) => line.what === 'answer').length
    const [byItself, byAnother] = [path.join(folderFor('copy'), 'a'), path.join(folderFor('copy'), 'b')]
    await writer.until(() => answers() >= 30)
    writer.tell(`backup ${byItself}`)
    const outside = runScript('maintain', ['backup', byAnother], folder)
    await writer.until((lines) => lines.some((line) => line.what === 'backup'))
    expect((await outside).code, (await outside).err).toBe(0)
    const before = answers()
    await writer.until(() => answers() >= before + 20)
    writer.child.kill('SIGKILL')
    await writer.ended
    const original = lookInto(folder)
    for (const copy of [byItself, byAnother]) {
      const manifest = JSON.parse(readFileSync(path.join(copy, 'manifest.json'), 'utf8')) as { events: number; root: string }
      expect(manifest.events).toBeGreaterThan(30)
      expect(manifest.events).toBeLessThan(original.size())
      expect(manifest.root).toBe(original.rootOf(manifest.events))
      const target = folderFor('restored')
      const restored = await runScript('maintain', ['restore', copy], target)
      expect(restored.code, restored.err).toBe(0)
      const verified = await runScript('maintain', ['verify'], target)
      expect(verified.out).toContain(`${manifest.events} events; root ${manifest.root}; 0 differences`)
    }
    original.close()
  })

  test('that was changed by one byte is not restored, and a full folder is not overwritten', { timeout: 600_000 }, async () => {
    const [folder, copy] = [folderFor('one'), path.join(folderFor('copy'), 'c')]
    await prepareFolder(folder)
    expect((await runScript('maintain', ['backup', copy], folder)).code).toBe(0)
    expect((await runScript('maintain', ['backup', copy], folder)).code).not.toBe(0)
    expect((await runScript('maintain', ['restore', copy], folder)).err).toContain('--replace')
    const file = path.join(copy, 'zhiheng.sqlite')
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const target = folderFor('restored')
    const refused = await runScript('maintain', ['restore', copy], target)
    expect(refused.code).not.toBe(0)
    expect(refused.err).toContain('not the file that was backed up')
  })
})

describe.skipIf(dialect !== 'sqlite')('what was signed outside the database', () => {
  const folder = folderFor('signed')
  const key = path.join(folder, 'log.key')
  writeFileSync(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  Object.assign(process.env, { DATA_DIR: folder, LOG_KEY_FILE: key, AUTH_SECRET: 'a secret that is long enough for this test, 0123456789' })
  const at = '2026-11-20T02:00:00.000Z'
  let n = 0
  const grow = async (times: number) => {
    const organisation = kinds.get('organisation')
    if (!organisation) throw new Error('no organisations')
    for (let i = 0; i < times; i += 1) {
      const answer = await change({
        kind: organisation,
        id: null,
        seen: null,
        actor: systemActor,
        at,
        command: {
          type: 'create',
          kind: 'company',
          names: { zh: 'x', en: null },
          creditCode: makeCreditCode(`91110000MB${String(n++).padStart(6, '0')}`),
          region: '110000',
          address: null,
          representative: null,
          securityOfficer: null,
          contacts: [],
          commitment: null,
        } as never,
      })
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    }
  }

  test('refuses an older copy put back, accepts the newest, and refuses a log of the same length that is another', {
    timeout: 120_000,
  }, async () => {
    const { continuesWhatWasSigned, publishCheckpoint } = await import('#server/checkpoint')
    await migrate()
    expect(await continuesWhatWasSigned()).toBe(true)
    await grow(7)
    await publishCheckpoint(at)
    const [old, recent] = [path.join(folderFor('copy'), 'old'), path.join(folderFor('copy'), 'recent')]
    await backup(old, at)
    await grow(6)
    await publishCheckpoint(at)
    await backup(recent, at)
    expect(await continuesWhatWasSigned()).toBe(true)
    await close()

    await restore(old, true, 'first')
    const signed = readFileSync(path.join(folder, 'log.checkpoint'), 'utf8')
    expect(await continuesWhatWasSigned()).toBe(false)
    await expect(publishCheckpoint(at)).rejects.toThrow('does not continue')
    // Growing past the lost part does not hide it.
    await grow(9)
    expect(await continuesWhatWasSigned()).toBe(false)
    await expect(publishCheckpoint(at)).rejects.toThrow('does not continue')
    expect(readFileSync(path.join(folder, 'log.checkpoint'), 'utf8')).toBe(signed)
    await close()

    await restore(recent, true, 'second')
    expect(await continuesWhatWasSigned()).toBe(true)
    await grow(1)
    await publishCheckpoint(at)
    expect(await continuesWhatWasSigned()).toBe(true)
    await close()

    // The same acts written anew have other salts, so another root, though as many entries.
    renameSync(path.join(folder, 'zhiheng.sqlite'), path.join(folder, 'true.sqlite'))
    for (const rest of ['-wal', '-shm']) rmSync(path.join(folder, `zhiheng.sqlite${rest}`), { force: true })
    await migrate()
    n = 0
    await grow(14)
    expect((await read().rows<{ n: number }>(sql`select count(*) as n from events`))[0]?.n).toBe(14)
    expect(await continuesWhatWasSigned()).toBe(false)
    await expect(publishCheckpoint(at)).rejects.toThrow('does not continue')
    await close()
  })
})
