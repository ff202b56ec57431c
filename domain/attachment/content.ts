// What a file is, told by its bytes: the first look, which needs no unpacking. A zip is looked into by whoever can unpack (db/attachment-content.ts).
import { cleanJpeg, cleanPng, pngSignature } from './image.ts'
import type { AttachmentType } from './vocabulary.ts'

export const contentFaults = ['unknown', 'broken', 'active', 'twofold', 'notUtf8', 'markup'] as const
export type ContentFault = (typeof contentFaults)[number]
export type Look =
  | { type: AttachmentType; bytes: Buffer; isChanged: boolean }
  /** To be looked into further. */
  | { type: 'zip' }
  | { fault: ContentFault }

const startsWith = (bytes: Buffer, text: string) => bytes.toString('latin1', 0, text.length) === text

const activeNames = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)\b/
const escapedName = /\/[A-Za-z]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*/g
const plainName = (name: string) => name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** ISO 32000: header first, end last. What is compressed inside is not seen here, so a file is never called safe, only not refused. */
const lookAtPdf = (bytes: Buffer): Look => {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return { fault: 'broken' }
  if (!bytes.subarray(-1024).includes('%%EOF')) return { fault: 'broken' }
  if (bytes.subarray(-66_000).includes('PK\x05\x06')) return { fault: 'twofold' }
  const text = bytes.toString('latin1')
  if (activeNames.test(text)) return { fault: 'active' }
  for (const [name] of text.matchAll(escapedName)) if (activeNames.test(plainName(name))) return { fault: 'active' }
  return { type: 'pdf', bytes, isChanged: false }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell text from other bytes
const unprintable = /[\x00-\x08\x0b\x0e-\x1f\x7f]/
const lookAtText = (bytes: Buffer): Look => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { fault: bytes.includes(0) ? 'unknown' : 'notUtf8' }
  }
  if (unprintable.test(text)) return { fault: 'unknown' }
  const begun = text.trimStart()
  if (begun === '') return { fault: 'unknown' }
  // HTML, SVG and other markup would be run by what opens it; scripts say so in their first line.
  if (begun.startsWith('<') || begun.startsWith('#!') || /<(?:script|html|svg|iframe|object)\b/i.test(text)) return { fault: 'markup' }
  if (begun.startsWith('{') || begun.startsWith('[')) {
    try {
      JSON.parse(text)
      return { type: 'json', bytes, isChanged: false }
    } catch {
      // A log or a note may begin with a bracket: then it is text.
    }
  }
  return { type: 'txt', bytes, isChanged: false }
}

/** Looks at the whole file. Pictures come back without their metadata. */
export const lookAt = (bytes: Buffer): Look => {
  if (startsWith(bytes, '%PDF')) return lookAtPdf(bytes)
  if (startsWith(bytes, 'PK\x03\x04')) return { type: 'zip' }
  const isPng = bytes.subarray(0, 8).equals(pngSignature)
  if (isPng || startsWith(bytes, '\xff\xd8\xff')) {
    const clean = isPng ? cleanPng(bytes) : cleanJpeg(bytes)
    return clean ? { type: isPng ? 'png' : 'jpeg', bytes: clean, isChanged: clean.length !== bytes.length } : { fault: 'broken' }
  }
  return lookAtText(bytes)
}
