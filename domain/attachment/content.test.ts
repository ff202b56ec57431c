// What bytes are, for every file that anybody could send: the look never throws, and what it takes for a picture is a picture without metadata.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAt } from './content.ts'
import { savedName, shownName } from './file-name.ts'
import { cleanJpeg, cleanPng, pngSignature } from './image.ts'
import { documentsFault, hashesIn, received, referencesIn } from './reference.ts'
import { attachmentTypes, documentSchema, type FiledDocument } from './vocabulary.ts'
import { readZip } from './zip.ts'

const head = fc.constantFrom('', '%PDF-1.7', 'PK\x03\x04', '\xff\xd8\xff', pngSignature.toString('latin1'), '{', '<', 'text')
const anything = fc
  .tuple(head, fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', '%%EOF', 'PK\x05\x06', '\xff\xd9'))
  .map(([start, bytes, end]) => Buffer.concat([Buffer.from(start, 'latin1'), bytes, Buffer.from(end, 'latin1')]))

test('whatever the bytes are, the look tells a type or a fault and never throws', () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      const found = lookAt(bytes)
      if ('fault' in found) return
      if (found.type === 'zip') readZip(bytes)
      else expect(attachmentTypes).toContain(found.type)
    }),
    { numRuns: 3000 },
  )
})

test('a picture that was cleaned is clean: cleaning it again changes nothing', () => {
  const chunk = (type: string, data: Uint8Array) => {
    const bytes = Buffer.alloc(data.length + 12)
    bytes.writeUInt32BE(data.length)
    bytes.write(type, 4, 'latin1')
    bytes.set(data, 8)
    return bytes
  }
  const segment = (marker: number, data: Uint8Array) => {
    const bytes = Buffer.alloc(data.length + 4)
    bytes[0] = 0xff
    bytes[1] = marker
    bytes.writeUInt16BE(data.length + 2, 2)
    bytes.set(data, 4)
    return bytes
  }
  const secret = Buffer.from('39.9042 N, 116.4074 E')
  const data = fc.uint8Array({ maxLength: 30 })
  const chunks = fc.array(fc.tuple(fc.constantFrom('tEXt', 'eXIf', 'gAMA', 'prVt', 'tIME'), data), { maxLength: 6 })
  fc.assert(
    fc.property(chunks, data, (parts, behind) => {
      const bytes = Buffer.concat([
        pngSignature,
        chunk('IHDR', Buffer.alloc(13)),
        chunk('tEXt', secret),
        ...parts.map(([type, inside]) => chunk(type, inside)),
        chunk('IDAT', Buffer.from([1])),
        chunk('IEND', Buffer.alloc(0)),
        behind,
      ])
      const clean = cleanPng(bytes)
      expect(clean?.includes(secret)).toBe(false)
      expect(clean && cleanPng(clean)).toBe(clean)
    }),
  )
  const segments = fc.array(fc.tuple(fc.constantFrom(0xe1, 0xed, 0xfe, 0xe2, 0xdb), data), { maxLength: 6 })
  fc.assert(
    fc.property(segments, data, (parts, behind) => {
      const bytes = Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        segment(0xe1, secret),
        ...parts.map(([marker, inside]) => segment(marker, inside)),
        segment(0xda, Buffer.from([1])),
        Buffer.from([9, 0xff, 0, 8, 0xff, 0xd0, 7, 0xff, 0xd9]),
        behind,
      ])
      const clean = cleanJpeg(bytes)
      expect(clean?.includes(secret)).toBe(false)
      expect(clean && cleanJpeg(clean)).toBe(clean)
    }),
  )
})

test('a name is one readable step, and is saved with the ending of what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...attachmentTypes), (given, type) => {
      const name = shownName(given)
      expect(/[/\\\p{Cc}\u202a-\u202e]/u.test(name)).toBe(false)
      expect(name.startsWith('.')).toBe(false)
      expect(name.length).toBeLessThanOrEqual(200)
      if (type === 'pdf') expect(savedName(name, type).toLowerCase().endsWith('.pdf')).toBe(true)
    }),
  )
  expect(savedName('run.bat', 'txt')).toBe('run.bat.txt')
  expect(savedName('table.csv', 'txt')).toBe('table.csv')
  expect(savedName('Scan.JPG', 'jpeg')).toBe('Scan.JPG')
})

const document = (attachmentId: string, more: Partial<FiledDocument> = {}): FiledDocument => ({
  attachmentId,
  sha256: attachmentId.padEnd(64, '0'),
  name: 'a.pdf',
  size: 1,
  type: 'pdf',
  performedOn: null,
  isPublic: true,
  reason: '',
  replaces: null,
  ...more,
})

test('every reference in an event is found at any depth, each once, and its hash goes into the public entry', () => {
  const event = { type: 'x', list: [document('a'), { deep: { file: document('b') } }, document('a')], attachmentId: 'not one by itself' }
  expect(referencesIn(event).map((one) => one.attachmentId)).toEqual(['a', 'b'])
  expect(hashesIn(event)).toEqual(['a'.padEnd(64, '0'), 'b'.padEnd(64, '0')])
  expect(referencesIn({ attachmentId: 'a', isConfidential: true, reason: 'r' })).toEqual([])
})

test('a document stands once, is dated no later than today, and replaces only what the case has had and has no more', () => {
  const fault = (list: FiledDocument[], known: string[] = []) => documentsFault(list, known, '2026-11-20')?.code ?? null
  expect(fault([document('a'), document('b')])).toBeNull()
  expect(fault([document('a'), document('a')])).toBe('attachment.twiceInvalid')
  expect(fault([document('a', { performedOn: '2026-11-20' })])).toBeNull()
  expect(fault([document('a', { performedOn: '2026-11-21' })])).toBe('attachment.performedDayInvalid')
  expect(fault([document('b', { replaces: 'a' })], ['a'])).toBeNull()
  expect(fault([document('b', { replaces: 'a' })])).toBe('attachment.replacedUnknown')
  expect(fault([document('a'), document('b', { replaces: 'a' })], ['a'])).toBe('attachment.replacedUnknown')
})

test('the date of receipt is that of the first time, whatever is said of the document later', () => {
  const first = received([], [document('a')], '2026-11-01T00:00:00.000Z')
  const second = received(first, [document('a', { isPublic: false, reason: 'r' }), document('b')], '2026-11-05T00:00:00.000Z')
  expect(second.map((one) => one.receivedAt)).toEqual(['2026-11-01T00:00:00.000Z', '2026-11-05T00:00:00.000Z'])
})

test('confidentiality without a reason is not asked for', () => {
  expect(documentSchema.safeParse(document('a', { isPublic: false })).success).toBe(false)
  expect(documentSchema.safeParse(document('a', { isPublic: false, reason: 'a trade secret' })).success).toBe(true)
})
