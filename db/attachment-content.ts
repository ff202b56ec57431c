// What a received file is, looked into as far as it takes: a zip is unpacked into nothing, counted and checked, and never written anywhere.
import { constants, crc32, createInflateRaw } from 'node:zlib'
import { type ContentFault, lookAt } from '#domain/attachment/content'
import { isToldBy, officeTypeOf } from '#domain/attachment/office'
import type { AttachmentType } from '#domain/attachment/vocabulary'
import { readZip, type ZipFault, type ZipMember } from '#domain/attachment/zip'

export type Content =
  | { ok: true; type: AttachmentType; bytes: Buffer; isChanged: boolean }
  | { ok: false; fault: ContentFault | ZipFault | 'macro' | 'office' | 'memberDiffers' }

/** The longest part that is read as text. */
const textBytes = 4 * 1024 * 1024
const lied = Symbol('lied')

/** Unpacks one member and forgets it as it comes. Its length and checksum must be what the directory says; its text is kept when it is asked for. */
const unpack = (bytes: Buffer, member: ZipMember, isRead: boolean): Promise<string | typeof lied> =>
  new Promise((done) => {
    const packed = bytes.subarray(member.start, member.start + member.packed)
    const parts: Buffer[] = []
    let size = 0
    let crc = 0
    const take = (part: Buffer): boolean => {
      size += part.length
      if (size > member.unpacked || (isRead && size > textBytes)) return false
      crc = crc32(part, crc)
      if (isRead) parts.push(part)
      return true
    }
    const end = (isWhole: boolean) =>
      done(isWhole && size === member.unpacked && crc === member.crc ? Buffer.concat(parts).toString('utf8') : lied)
    if (!member.isPacked) return end(take(packed))
    const inflate = createInflateRaw({ finishFlush: constants.Z_FINISH })
    inflate
      .on('data', (part: Buffer) => {
        if (!take(part)) inflate.destroy(new Error('more than it said'))
      })
      // Bytes behind the end of the packed data belong to nothing that is shown.
      .on('end', () => end(inflate.bytesWritten === packed.length))
      .on('error', () => end(false))
    inflate.end(packed)
  })

const lookIntoZip = async (bytes: Buffer): Promise<Content> => {
  const read = readZip(bytes)
  if ('fault' in read) return { ok: false, fault: read.fault }
  const texts = new Map<string, string>()
  for (const member of read.members) {
    const isRead = isToldBy(member.name)
    const text = await unpack(bytes, member, isRead)
    if (text === lied) return { ok: false, fault: 'memberDiffers' }
    if (isRead) texts.set(member.name, text as string)
  }
  const office = officeTypeOf(
    read.members.map(({ name }) => name),
    texts,
  )
  return 'fault' in office ? { ok: false, fault: office.fault } : { ok: true, type: office.type, bytes, isChanged: false }
}

const look = async (bytes: Buffer): Promise<Content> => {
  const found = lookAt(bytes)
  if ('fault' in found) return { ok: false, fault: found.fault }
  return found.type === 'zip' ? lookIntoZip(bytes) : { ok: true, ...found }
}

let last: Promise<unknown> = Promise.resolve()
/** Looks at one file after the other: each may hold 20 MiB in memory, and somebody may send many at once. */
export const contentOf = (read: () => Promise<Buffer>): Promise<Content> => {
  const next = last.then(async () => look(await read()))
  last = next.catch(() => {})
  return next
}
