// Files of a seed: a confidential paper and a public one for each filing, and the raw report of a test; small, but of the format that they claim.
import type { Actor } from '#domain/case'
import { keepAttachment } from '../attachment.ts'
import { isMarking } from './door.ts'
import { newMark } from './drill-canary.ts'
import texts from './texts.json'

const { one } = texts
async function* whole(bytes: Buffer) {
  yield bytes
}

/** A page that any reader opens: one line of Latin text. */
const pageOf = (line: string): Buffer => {
  const stream = `BT /F1 14 Tf 72 760 Td (${line.replace(/[()\\]/g, ' ')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const from = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${text}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${from}\n%%EOF\n`, 'latin1')
}

/** Hands in one file for the organisation or office of this person. A refusal is a fault of the seed. */
const handIn = async (by: Actor, name: string, bytes: Buffer, at: string, performedOn: string) => {
  const organisationId = by.posts.find((post) => post.organisationId !== null)?.organisationId ?? null
  const office = by.posts.find((post) => post.authorityId !== null)?.authorityId ?? null
  const kept = await keepAttachment(whole(bytes), {
    name,
    declared: bytes.length,
    owner: { organisationId, authorityId: organisationId === null ? office : null, uploadedBy: by.personId },
    at,
  })
  if (!kept.ok) throw new Error(`${name}: ${kept.refusal.code} ${JSON.stringify(kept.refusal.facts)}`)
  const { id, sha256, size, type } = kept.row
  return { attachmentId: id, sha256, name: kept.row.name, size, type, performedOn }
}
/** In a drill every file bears a word of its own. */
const mark = (): string => (isMarking() ? ` ${newMark()}` : '')

/** The documents of a filing: one that the company asks to keep confidential, one that is public with it. */
export const documentsFor = async (by: Actor, agent: string, at: string) => {
  const on = new Date(Date.parse(at) - 20 * 86_400_000).toISOString().slice(0, 10)
  const architecture = await handIn(by, one.architectureName, pageOf(`${agent}: architecture and prompts${mark()}`), at, on)
  const statement = await handIn(by, one.statementName, Buffer.from(`${agent}\n${one.statementText}${mark()}\n`), at, on)
  return [
    { ...architecture, isPublic: false, reason: one.architectureReason },
    { ...statement, isPublic: true, reason: '' },
  ]
}

/** The raw report of a test, as its laboratory keeps it. */
export const rawReportFor = (by: Actor, number: string, at: string, performedOn: string) =>
  handIn(by, one.rawName, Buffer.from(`${JSON.stringify({ order: number, trials: 4000, remark: `invented${mark()}` })}\n`), at, performedOn)

/** The minutes of a hearing, as its chair hands them in. */
export const minutesFor = (by: Actor, at: string, heldOn: string) =>
  handIn(by, one.minutesName, Buffer.from(`${one.hearingFindings}${mark()}\n`), at, heldOn)
