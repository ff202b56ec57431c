// Files on each database: hostile ones leave nothing, quotas hold, only the organisation's own can be referred to, the public entry names each hash, and verify sees a changed byte.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { pngSignature } from '#domain/attachment/image'
import { attachmentLimits } from '#domain/attachment/vocabulary'
import { type Actor, type Post, publicActor, systemActor } from '#domain/case'
import type { Filing } from '#domain/filing/filing'
import { kinds } from '#domain/kinds'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { type AttachmentRow, forgetAttachments, keepAttachment, type Owner } from './attachment.ts'
import { attachmentsDir, openStored, sha256Of, storedFile } from './attachment-files.ts'
import { backup, restore } from './backup.ts'
import { close, migrate, read, write } from './client.ts'
import { dialect } from './columns.ts'
import { fetchAttachment } from './reads/attachment.ts'
import { rebuild, verify } from './rebuild.ts'
import { attachments, events, readings } from './schema.ts'
import { ask, must, stateOf } from './seed/door.ts'

const at = '2026-11-20T02:00:00.000Z'
const post = (role: Post['role'], rest: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: ['*'],
  region: null,
  organisationId: null,
  ...rest,
})
const person = (personId: string, ...posts: Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
const officer = (personId: string, role: Post['role']) => person(personId, post(role, { authorityId: 'cac', region: '110000' }))
const intake = officer('zhou', 'intake')
const reviewer = officer('li', 'reviewer')

async function* parts(bytes: Uint8Array, size = 65_536) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const keep = (bytes: Uint8Array, name: string, owner: Owner, when = at, declared: number | null = bytes.length) =>
  keepAttachment(parts(bytes), { name, declared, owner, at: when })
const kept = async (bytes: Uint8Array, name: string, owner: Owner, when = at): Promise<AttachmentRow> => {
  const answer = await keep(bytes, name, owner, when)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.row
}
const refusal = async (bytes: Uint8Array, name = 'file', owner: Owner = outsider) => {
  const answer = await keep(bytes, name, owner)
  return answer.ok ? answer.row.type : `${answer.refusal.code}${answer.refusal.facts.why ? ` ${answer.refusal.facts.why}` : ''}`
}
const outsider: Owner = { organisationId: 'org-outside', authorityId: null, uploadedBy: 'stranger' }

const pdf = (text = 'one page', more = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${more}>>\nendobj\n% ${text}\ntrailer << /Root 1 0 R >>\n%%EOF\n`)
const chunk = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, tail])
}
const png = (...more: Buffer[]) =>
  Buffer.concat([
    pngSignature,
    chunk('IHDR', Buffer.alloc(13, 1)),
    ...more,
    chunk('IDAT', Buffer.from([1, 2, 3])),
    chunk('IEND', Buffer.alloc(0)),
  ])
const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data])
const jpeg = (...more: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    ...more,
    segment(0xda, Buffer.from([1, 2])),
    Buffer.from([5, 0xff, 0, 7, 0xff, 0xd9]),
  ])

type Member = { name: string; text: string | Buffer; stored?: boolean; says?: number; localName?: string; flags?: number }
/** A zip as an office program writes it, or with one lie in it. */
const zip = (members: readonly Member[], { before = '', between = '', behind = '' } = {}) => {
  const bodies: Buffer[] = [Buffer.from(before)]
  const directory: Buffer[] = []
  let offset = before.length
  for (const { name, text, stored, says, localName = name, flags = 0 } of members) {
    const data = Buffer.from(text)
    const packed = stored ? data : deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(stored ? 0 : 8, 8)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says ?? data.length, 22)
    local.writeUInt16LE(Buffer.byteLength(localName), 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    local.copy(central, 6, 4, 30)
    central.writeUInt16LE(Buffer.byteLength(name), 28)
    central.writeUInt32LE(offset, 42)
    directory.push(central, Buffer.from(name))
    const whole = Buffer.concat([local, Buffer.from(localName), packed, Buffer.from(between)])
    bodies.push(whole)
    offset += whole.length
  }
  const centrals = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(centrals.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, centrals, end, Buffer.from(behind)])
}
const types = (main: string) => ({
  name: '[Content_Types].xml',
  text: `<Types><Override PartName="/p.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
})
const body = { name: 'word/document.xml', text: '<w:document/>' }
const docx = (...more: Member[]) => zip([types('wordprocessingml.document.main+xml'), body, ...more])

const filesOnDisk = () =>
  (existsSync(attachmentsDir()) ? readdirSync(attachmentsDir(), { recursive: true, encoding: 'utf8' }) : []).filter((name) =>
    statSync(path.join(attachmentsDir(), name)).isFile(),
  )
const rowsNow = () => read().select().from(attachments)

let n = 0
const company = async (zh: string) => {
  n += 1
  const id = await must(
    intake,
    'organisation',
    null,
    'create',
    {
      kind: 'company',
      names: { zh, en: zh },
      creditCode: makeCreditCode(`91110000MB${String(n).padStart(6, '0')}`),
      region: '110000',
      address: 'a',
      representative: null,
    },
    at,
  )
  return {
    id,
    lead: person(`lead-${n}`, post('compliance_lead', { organisationId: id })),
    owner: { organisationId: id, authorityId: null, uploadedBy: `lead-${n}` } as Owner,
  }
}
const draftOf = (house: Awaited<ReturnType<typeof company>>) =>
  must(
    house.lead,
    'filing',
    null,
    'create',
    {
      organisationId: house.id,
      agentName: specimenVersion.names,
      sector: 'health',
      scenarios: [26],
    },
    at,
  )
const documentOf = (row: AttachmentRow, more: Record<string, unknown> = {}) => ({
  attachmentId: row.id,
  sha256: row.sha256,
  name: row.name,
  size: row.size,
  type: row.type,
  performedOn: '2026-11-01',
  isPublic: false,
  reason: 'a trade secret',
  ...more,
})

beforeAll(async () => {
  await migrate()
})
afterAll(async () => {
  await close()
})

describe(`attachments on ${dialect}`, () => {
  test('the seven formats are told by content, whatever the name says', async () => {
    const told: Record<string, Buffer> = {
      pdf: pdf(),
      png: png(),
      jpeg: jpeg(),
      docx: docx(),
      xlsx: zip([types('spreadsheetml.sheet.main+xml'), { name: 'xl/workbook.xml', text: '<workbook/>' }]),
      json: Buffer.from('{"rows": [1, 2]}'),
      txt: Buffer.from('plain words \u667a\u8861\n'),
    }
    for (const [type, bytes] of Object.entries(told)) {
      const row = await kept(bytes, 'report.exe', outsider)
      expect(row.type).toBe(type)
      expect(readFileSync(storedFile(row.sha256)).equals(bytes)).toBe(true)
      expect(row.sha256).toBe(sha256Of(bytes))
    }
  })

  test('a hostile file is refused with its reason and leaves nothing on disk and nothing in the tables', async () => {
    const [rows, files] = [(await rowsNow()).length, filesOnDisk().length]
    const big = 'x'.repeat(400_000)
    const many = Array.from({ length: 1001 }, (_, i) => ({ name: `p${i}`, text: 'x', stored: true }))
    const wrong: [string, Buffer][] = [
      ['unknown', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0])],
      ['unknown', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
      ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['markup', Buffer.from('\ufeff\n <!doctype html><p>')],
      ['markup', Buffer.from('#!/bin/sh\nrm -rf /')],
      ['markup', Buffer.from('notes <script>alert(1)</script>')],
      ['notUtf8', Buffer.from([0xd6, 0xc7, 0xba, 0xe2])],
      ['active', pdf('', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
      ['active', pdf('', '/OpenAction << /S /J#61vaScript >>')],
      ['active', pdf('', '/Names << /EmbeddedFiles 3 0 R >>')],
      ['twofold', Buffer.concat([pdf(), docx(), Buffer.from('%%EOF')])],
      ['broken', Buffer.from('%PDF-1.7 without an end')],
      ['broken', png().subarray(0, 40)],
      ['broken', jpeg().subarray(0, -2)],
      ['noDirectory', zip([types('wordprocessingml.document.main+xml'), body], { behind: 'MZ and more' })],
      ['hiddenData', zip([types('wordprocessingml.document.main+xml'), body], { between: 'x'.repeat(100) })],
      ['tooManyMembers', zip(many)],
      ['unpacksTooFar', docx({ name: 'word/bomb.xml', text: big })],
      ['memberDiffers', docx({ name: 'word/bomb.xml', text: big, says: 10 })],
      ['directoryDiffers', docx({ name: 'word/a.xml', localName: 'word/b.xml', text: 'a' })],
      ['encrypted', docx({ name: 'word/a.xml', text: 'a', flags: 1 })],
      ['memberName', docx({ name: '../../etc/cron.d/x', text: 'a' })],
      ['memberName', docx({ name: '/etc/passwd', text: 'a' })],
      ['memberName', docx({ name: 'word\\..\\x', text: 'a' })],
      ['memberName', docx(body)],
      ['macro', docx({ name: 'word/vbaProject.bin', text: 'a' })],
      ['macro', zip([types('wordprocessingml.document.macroEnabled.main+xml'), body])],
      [
        'macro',
        docx({
          name: 'word/_rels/settings.xml.rels',
          text: '<Relationship Type="http://s/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/>',
        }),
      ],
      ['office', zip([{ name: 'classes.txt', text: 'a' }])],
      ['unknown', Buffer.from('   \n')],
    ]
    for (const [why, bytes] of wrong) expect([why, await refusal(bytes)]).toEqual([why, `attachment.contentInvalid ${why}`])
    expect(await refusal(Buffer.alloc(0))).toBe('attachment.emptyInvalid')
    expect(await refusal(Buffer.alloc(attachmentLimits.fileBytes + 1, 'a'))).toBe('attachment.tooLarge')
    const undeclared = await keep(Buffer.alloc(attachmentLimits.fileBytes + 1, 'a'), 'a', outsider, at, null)
    expect(undeclared).toMatchObject({ refusal: { code: 'attachment.tooLarge' } })
    expect((await rowsNow()).length).toBe(rows)
    expect(filesOnDisk().length).toBe(files)
  })

  test('a connection that is cut leaves nothing, whether it fails or just ends early', async () => {
    const files = filesOnDisk().length
    const failing = (async function* () {
      yield Buffer.from('the first half')
      throw new Error('aborted')
    })()
    expect(await keepAttachment(failing, { name: 'a', declared: null, owner: outsider, at })).toMatchObject({
      refusal: { code: 'attachment.cutOff' },
    })
    expect(await keep(Buffer.from('half'), 'a', outsider, at, 100)).toMatchObject({ refusal: { code: 'attachment.cutOff' } })
    expect(filesOnDisk().length).toBe(files)
  })

  test('a name is shown and never a path', async () => {
    const row = await kept(pdf('name'), '../../../etc/\u202egnp.exe<b>"', outsider)
    expect(row.name).toBe('gnp.exe_b__')
    expect(await keep(pdf(), '..', outsider)).toMatchObject({ refusal: { code: 'attachment.nameMissing' } })
    expect(filesOnDisk().every((name) => /^[0-9a-f]{2}[/\\][0-9a-f]{64}$/.test(name))).toBe(true)
    expect(() => storedFile('../../x')).toThrow()
  })

  test('pictures are kept without their metadata and without what hangs behind them, and the answer says so', async () => {
    const gps = Buffer.from('GPS 39.9 116.4 by somebody')
    for (const [plain, given] of [
      [png(), Buffer.concat([png(chunk('eXIf', gps), chunk('tEXt', gps)), zip([body])])],
      [jpeg(), Buffer.concat([jpeg(segment(0xe1, gps), segment(0xfe, gps)), Buffer.from('MZ')])],
    ] as const) {
      const answer = await keep(given, 'photo', outsider)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      expect(answer.isChanged).toBe(true)
      expect(answer.row).toMatchObject({ sha256: sha256Of(plain), givenSha256: sha256Of(given), size: plain.length })
      expect(readFileSync(storedFile(answer.row.sha256)).includes('GPS')).toBe(false)
    }
  })

  test('sent again by the same person it is the same file, until a case has it', async () => {
    const house = await company('house of retries')
    const [one, two] = [await kept(pdf('again'), 'a.pdf', house.owner), await kept(pdf('again'), 'a.pdf', house.owner)]
    expect(two.id).toBe(one.id)
    const id = await draftOf(house)
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(one)] }, at)
    expect((await kept(pdf('again'), 'a.pdf', house.owner)).id).not.toBe(one.id)
  })

  test('a case takes only files of the organisation that acts, as they are, and the refusals of absent and foreign files are alike', async () => {
    const [house, other] = [await company('one house'), await company('another house')]
    const id = await draftOf(house)
    const [own, foreign] = [await kept(pdf('own'), 'own.pdf', house.owner), await kept(pdf('foreign'), 'own.pdf', other.owner)]
    const describe = (document: Record<string, unknown>) => ask(house.lead, 'filing', id, 'describe', { documents: [document] }, at)
    const absent = await describe(documentOf(own, { attachmentId: '00000000-0000-4000-8000-000000000000' }))
    expect(absent).toMatchObject({ ok: false, refusal: { code: 'attachment.fileUnknown' } })
    expect(await describe(documentOf(foreign))).toEqual(absent)
    expect(await describe(documentOf(own, { sha256: foreign.sha256 }))).toMatchObject({ refusal: { code: 'attachment.hashMismatch' } })
    expect(await describe(documentOf(own, { size: own.size + 1 }))).toMatchObject({ refusal: { code: 'attachment.hashMismatch' } })
    expect(await describe(documentOf(own, { performedOn: '2026-12-01' }))).toMatchObject({
      refusal: { code: 'attachment.performedDayInvalid' },
    })
    expect(await describe(documentOf(own, { replaces: foreign.id }))).toMatchObject({ refusal: { code: 'attachment.replacedUnknown' } })
    await write((tx) => tx.update(attachments).set({ scan: 'infected' }).where(eq(attachments.id, own.id)))
    expect(await describe(documentOf(own))).toMatchObject({ refusal: { code: 'attachment.infectedInvalid' } })
    await write((tx) => tx.update(attachments).set({ scan: 'not_scanned' }).where(eq(attachments.id, own.id)))
    expect((await describe(documentOf(own))).ok).toBe(true)
    expect(kinds.get('filing')?.commands.describe?.safeParse({ documents: [documentOf(own, { reason: '' })] }).success).toBe(false)
  })

  test('the public entry names the SHA-256 of every file of its event, and of nothing else', async () => {
    const house = await company('house of entries')
    const id = await draftOf(house)
    const rows = [await kept(pdf('first'), 'a.pdf', house.owner), await kept(pdf('second'), 'b.pdf', house.owner)]
    await must(house.lead, 'filing', id, 'describe', { documents: rows.map((row) => documentOf(row)) }, at)
    const recorded = await read()
      .select({ type: events.type, entry: events.entry })
      .from(events)
      .where(and(eq(events.kind, 'filing'), eq(events.caseId, id)))
    const entries = new Map(recorded.map(({ type, entry }) => [type, JSON.parse(entry) as { attachments?: string[] }]))
    expect(entries.get('described')?.attachments).toEqual(rows.map((row) => row.sha256).sort())
    expect(entries.get('created')).not.toHaveProperty('attachments')
    expect(recorded.some(({ entry }) => entry.includes('a.pdf'))).toBe(false)
  })

  test('whoever may see a file named may fetch it, on record; a draft is its company’s alone; before that it is its sender’s', async () => {
    const [house, other] = [await company('house of readers'), await company('house of strangers')]
    const row = await kept(pdf('readers'), 'a.pdf', house.owner)
    const colleague = person('colleague', post('filer', { organisationId: house.id }))
    expect(await fetchAttachment(house.lead, row.id, at, null)).toMatchObject({ row: { id: row.id } })
    for (const stranger of [colleague, other.lead, reviewer, publicActor])
      expect(await fetchAttachment(stranger, row.id, at, null)).toBeNull()
    const id = await draftOf(house)
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(row)] }, at)
    const before = (await read().select().from(readings)).length
    expect(await fetchAttachment(colleague, row.id, at, 'to check')).not.toBeNull()
    for (const stranger of [other.lead, reviewer, publicActor]) expect(await fetchAttachment(stranger, row.id, at, null)).toBeNull()
    const recorded = (await read().select().from(readings)).filter((one) => one.code === row.id || one.purpose === 'download').slice(-10)
    expect((await read().select().from(readings)).length).toBe(before + 4)
    expect(recorded.find((one) => one.personId === 'colleague' && one.caseId === id)).toMatchObject({
      what: 'read',
      caseId: id,
      code: row.id,
    })
    expect(recorded.find((one) => one.personId === other.lead.personId && one.caseId === id)).toMatchObject({ what: 'refused' })
    expect(await fetchAttachment(house.lead, 'no-such-file', at, null)).toBeNull()
  })

  test('a case takes 200 files and 200 MiB, an organisation 2 GiB', async () => {
    const house = await company('house of many')
    const id = await draftOf(house)
    const row = await kept(pdf('quota'), 'a.pdf', house.owner)
    const clones = async (count: number, size: number, from: number) => {
      const made: AttachmentRow[] = Array.from({ length: count }, (_, i) => ({
        ...row,
        id: `clone-${n}-${from + i}`,
        size,
        uploadedBy: 'clones',
      }))
      await write(async (tx) => {
        for (const one of made) await tx.insert(attachments).values(one)
      })
      return made
    }
    const heavy = await clones(11, attachmentLimits.fileBytes, 0)
    const describe = (rows: readonly AttachmentRow[]) =>
      ask(house.lead, 'filing', id, 'describe', { documents: rows.map((one) => documentOf(one)) }, at)
    expect(await describe(heavy)).toMatchObject({ refusal: { code: 'attachment.caseQuotaFull' } })
    expect((await describe(heavy.slice(0, 10))).ok).toBe(true)
    const light = await clones(201, 10, 100)
    expect((await describe(light.slice(0, 200))).ok).toBe(true)
    expect(await describe(light.slice(1, 201))).toMatchObject({ ok: true })
    await clones(100, attachmentLimits.fileBytes, 400)
    expect(await keep(pdf('one more'), 'a.pdf', house.owner)).toMatchObject({ refusal: { code: 'attachment.organisationQuotaFull' } })
    await write((tx) => tx.delete(attachments).where(eq(attachments.uploadedBy, 'clones')))
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(row)] }, at)
  })

  test('what no case refers to is forgotten after seven days, its bytes after that, and what a case has stays', async () => {
    const house = await company('house of memory')
    const id = await draftOf(house)
    const [tied, loose] = [await kept(pdf('tied'), 'a.pdf', house.owner), await kept(pdf('loose'), 'b.pdf', house.owner)]
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(tied)] }, at)
    await forgetAttachments('2026-11-26T02:00:00.000Z')
    expect(await read().$count(attachments, eq(attachments.id, loose.id))).toBe(1)
    await forgetAttachments('2026-11-28T02:00:00.000Z')
    expect(await read().$count(attachments, eq(attachments.id, loose.id))).toBe(0)
    expect(await read().$count(attachments, eq(attachments.id, tied.id))).toBe(1)
    expect(existsSync(storedFile(loose.sha256))).toBe(true)
    await forgetAttachments(new Date(Date.now() + 2 * 86_400_000).toISOString())
    expect(existsSync(storedFile(loose.sha256))).toBe(false)
    expect(existsSync(storedFile(tied.sha256))).toBe(true)
  })

  test('verify names the file of a changed byte, of a missing file and of a missing row; nothing changed is given out; rebuild keeps the ties', async () => {
    const house = await company('house of bytes')
    const id = await draftOf(house)
    const row = await kept(pdf('bytes'), 'a.pdf', house.owner)
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(row)] }, at)
    const findings = async () => (await verify(at)).findings.filter((one) => one.table === 'attachments')
    await rebuild(at)
    expect((await verify(at)).findings).toEqual([])
    expect(await fetchAttachment(house.lead, row.id, at, null)).not.toBeNull()
    const file = storedFile(row.sha256)
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[20] = (changed[20] ?? 0) ^ 1
    writeFileSync(file, changed)
    expect(await findings()).toEqual([{ table: 'attachments', row: row.id, what: expect.stringContaining('SHA-256 differs') }])
    expect(await openStored(row.sha256, row.size)).toBeNull()
    rmSync(file)
    expect(await findings()).toEqual([{ table: 'attachments', row: row.id, what: expect.stringContaining('missing') }])
    writeFileSync(file, bytes)
    await write((tx) => tx.delete(attachments).where(eq(attachments.id, row.id)))
    expect(await findings()).toEqual([{ table: 'attachments', row: row.id, what: `missing; filing/${id} refers to it` }])
    await write((tx) => tx.insert(attachments).values(row))
    expect(await findings()).toEqual([])
  })

  test('a document is public only with the filing, and only while it is not confidential', async () => {
    const house = await company('house of openness')
    const id = await draftOf(house)
    const row = await kept(pdf('publicity'), 'a.pdf', house.owner)
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(row, { isPublic: true, reason: '' })] }, at)
    const state = await stateOf<Filing>('filing', id)
    expect(state.documents[0]).toMatchObject({ receivedAt: at, performedOn: '2026-11-01' })
    expect(state.publicDocuments).toEqual([])
    expect(
      await ask(systemActor, 'filing', id, 'ruleOnConfidentiality', { attachmentId: row.id, isConfidential: true, reason: 'r' }, at),
    ).toMatchObject({ ok: false })
    expect(await fetchAttachment(publicActor, row.id, at, null)).toBeNull()
  })
})

describe.skipIf(dialect !== 'sqlite')('a backup with attachments', () => {
  test('holds every file that the database names, links what an earlier one has, refuses a changed byte, and brings them back', async () => {
    const house = await company('house of copies')
    const id = await draftOf(house)
    const row = await kept(pdf('copies'), 'a.pdf', house.owner)
    await must(house.lead, 'filing', id, 'describe', { documents: [documentOf(row)] }, at)
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-copy-'))
    const [first, second] = [path.join(folder, 'one'), path.join(folder, 'two')]
    const manifest = await backup(first, at)
    expect(manifest.attachments?.files).toBe(new Set((await rowsNow()).map((one) => one.sha256)).size)
    await backup(second, at, first)
    const copyIn = (copy: string) => storedFile(row.sha256, path.join(copy, 'attachments'))
    expect(statSync(copyIn(second)).ino).toBe(statSync(copyIn(first)).ino)
    rmSync(storedFile(row.sha256))
    await close()
    await restore(second, true, 'test')
    expect(existsSync(storedFile(row.sha256))).toBe(true)
    expect((await verify(at)).findings).toEqual([])
    writeFileSync(copyIn(first), 'other bytes')
    await close()
    await expect(restore(first, true, 'again')).rejects.toThrow('is missing or not the file that was backed up')
    rmSync(folder, { recursive: true })
  })
})
