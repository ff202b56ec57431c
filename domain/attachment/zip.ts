// The directory of a zip file, read without unpacking anything: every member in its place, none hidden, none that reaches out of its folder.
import { attachmentLimits } from './vocabulary.ts'

/** One member: where its packed bytes lie, and what the directory says they unpack to (a promise that whoever unpacks must check). */
export type ZipMember = { name: string; isPacked: boolean; packed: number; unpacked: number; crc: number; start: number }
export const zipFaults = [
  'noDirectory',
  'tooManyMembers',
  'unpacksTooFar',
  'encrypted',
  'method',
  'memberName',
  'hiddenData',
  'directoryDiffers',
  'large',
] as const
export type ZipFault = (typeof zipFaults)[number]

const endBytes = 22
const headBytes = 30
const directoryBytes = 46
/** After the packed bytes of a member there may be a descriptor of at most this many bytes. */
const descriptorBytes = 24

const isPlainName = (name: string): boolean =>
  name !== '' &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a name are what is looked for
  !/[\x00-\x1f\\:]/.test(name) &&
  !name.startsWith('/') &&
  !name.split('/').some((step) => step === '..' || step === '.')

/**
 * The members in the order of their places. Strict where readers differ: nothing before the first member, between two, or after the directory; names
 * in directory and members alike; no encryption, no zip64, stored or deflated only; at most 1,000 members and ten times the size unpacked.
 */
export const readZip = (bytes: Buffer): { members: ZipMember[] } | { fault: ZipFault } => {
  const end = bytes.length - endBytes
  if (end < headBytes || bytes.readUInt32LE(0) !== 0x04034b50 || bytes.readUInt32LE(end) !== 0x06054b50) return { fault: 'noDirectory' }
  const [disk, startDisk, onDisk, count] = [4, 6, 8, 10].map((at) => bytes.readUInt16LE(end + at)) as [number, number, number, number]
  const size = bytes.readUInt32LE(end + 12)
  const from = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || size === 0xffffffff || from === 0xffffffff) return { fault: 'large' }
  if (disk !== 0 || startDisk !== 0 || onDisk !== count || from + size !== end || bytes.readUInt16LE(end + 20) !== 0)
    return { fault: 'noDirectory' }
  if (count > attachmentLimits.zipMembers) return { fault: 'tooManyMembers' }
  const members: (ZipMember & { head: number })[] = []
  const names = new Set<string>()
  let at = from
  for (let n = 0; n < count; n += 1) {
    if (at + directoryBytes > end || bytes.readUInt32LE(at) !== 0x02014b50) return { fault: 'directoryDiffers' }
    const flags = bytes.readUInt16LE(at + 8)
    const method = bytes.readUInt16LE(at + 10)
    const [crc, packed, unpacked] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset)) as [number, number, number]
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number]
    const head = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + directoryBytes, at + directoryBytes + nameLength)
    at += directoryBytes + nameLength + extraLength + noteLength
    if ((flags & 0x2041) !== 0) return { fault: 'encrypted' }
    if (method !== 0 && method !== 8) return { fault: 'method' }
    if ([packed, unpacked, head].includes(0xffffffff)) return { fault: 'large' }
    if (!isPlainName(name) || names.has(name.toLowerCase())) return { fault: 'memberName' }
    names.add(name.toLowerCase())
    if (head + headBytes > from || bytes.readUInt32LE(head) !== 0x04034b50) return { fault: 'directoryDiffers' }
    const [ownName, ownExtra] = [bytes.readUInt16LE(head + 26), bytes.readUInt16LE(head + 28)]
    const start = head + headBytes + ownName + ownExtra
    if (
      bytes.readUInt16LE(head + 8) !== method ||
      start + packed > from ||
      (method === 0 && packed !== unpacked) ||
      bytes.toString('utf8', head + headBytes, head + headBytes + ownName) !== name
    )
      return { fault: 'directoryDiffers' }
    members.push({ name, isPacked: method === 8, packed, unpacked, crc, start, head })
  }
  if (at !== end) return { fault: 'directoryDiffers' }
  members.sort((a, b) => a.head - b.head)
  let last = 0
  for (const member of members) {
    const gap = member.head - last
    if (gap < 0 || gap > (last === 0 ? 0 : descriptorBytes)) return { fault: 'hiddenData' }
    last = member.start + member.packed
  }
  if (from - last > descriptorBytes) return { fault: 'hiddenData' }
  if (members.reduce((sum, member) => sum + member.unpacked, 0) > bytes.length * attachmentLimits.unpackedTimes)
    return { fault: 'unpacksTooFar' }
  return { members: members.map(({ head: _, ...member }) => member) }
}
