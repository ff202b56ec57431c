// PNG and JPEG, walked part by part: what shows the picture stays, what tells where and by whom it was taken goes, and so does whatever hangs behind the end.

/** The picture without metadata; the same buffer when there was none. Null: it is no such picture. */
type Cleaned = Buffer | null

const shows = new Set('IHDR PLTE IDAT IEND cHRM gAMA sBIT sRGB bKGD hIST tRNS pHYs sPLT iCCP cICP mDCV cLLI acTL fcTL fdAT'.split(' '))
export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** W3C PNG: chunks up to IEND; an unknown chunk that is needed to show the picture makes it none. */
export const cleanPng = (bytes: Buffer): Cleaned => {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let hasData = false
  for (let at = 8, n = 0; at + 12 <= bytes.length; n += 1) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (!/^[A-Za-z]{4}$/.test(type) || end > bytes.length || (n === 0) !== (type === 'IHDR')) return null
    if (shows.has(type)) kept.push(bytes.subarray(at, end))
    else if (/^[A-Z]/.test(type)) return null
    hasData ||= type === 'IDAT'
    if (type === 'IEND') {
      const size = kept.reduce((sum, part) => sum + part.length, 0)
      return !hasData ? null : size === bytes.length ? bytes : Buffer.concat(kept)
    }
    at = end
  }
  return null
}

/** JFIF, colour profile and Adobe's colour transform are needed to show the picture right. */
const isMetadata = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01

/** ITU T.81: segments up to the end of the image. */
export const cleanJpeg = (bytes: Buffer): Cleaned => {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let hasScan = false
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      kept.push(bytes.subarray(at, at + 1))
      at += 1
      continue
    }
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2))
      const size = kept.reduce((sum, part) => sum + part.length, 0)
      return !hasScan ? null : size === bytes.length ? bytes : Buffer.concat(kept)
    }
    if (isAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2))
      at += 2
      continue
    }
    if (marker < 0xc0 || at + 4 > bytes.length) return null
    let end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return null
    if (marker === 0xda) {
      hasScan = true
      // The scan runs to the next marker that is neither a stuffed byte nor a restart.
      for (;;) {
        end = bytes.indexOf(0xff, end)
        if (end === -1 || end + 1 >= bytes.length) return null
        const next = bytes[end + 1] as number
        if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break
        end += 2
      }
    }
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}
