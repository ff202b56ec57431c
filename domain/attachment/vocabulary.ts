// The words of an attachment: which formats are taken, how much of them, and how a case refers to a file that it does not hold itself.
import { z } from 'zod'
import { line, prose, sha256Hex } from '#domain/agent/text'

/** What is taken, told by content and never by name (quality.md 6.6). */
export const attachmentTypes = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'json', 'txt'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

export const mediaTypes: Record<AttachmentType, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  txt: 'text/plain',
}

const mebibyte = 1024 * 1024
/** Quotas in bytes and files (quality.md 6.6). Unattached files are forgotten after `unattachedDays`. */
export const attachmentLimits = {
  fileBytes: 20 * mebibyte,
  caseBytes: 200 * mebibyte,
  caseFiles: 200,
  organisationBytes: 2048 * mebibyte,
  zipMembers: 1000,
  /** What a file may unpack to, as a multiple of its own size. */
  unpackedTimes: 10,
  unattachedDays: 7,
  /** How many files one person may have waiting that no case refers to. */
  unattachedFiles: 200,
} as const

/** What was done to a file before it was kept: the hash is that of what is kept. */
export const attachmentChanges = ['imageMetadataRemoved'] as const
export type AttachmentChange = (typeof attachmentChanges)[number]

const id = z.string().min(1).max(80)
const reference = {
  attachmentId: id,
  sha256: sha256Hex,
  /** As the company calls it: shown, never a path. */
  name: line(200).min(1),
  size: z.int().min(1).max(attachmentLimits.fileBytes),
  type: z.enum(attachmentTypes),
  /** The day that the file speaks of (a test, a signature), apart from the day on which it came in. */
  performedOn: z.iso.date().nullable().default(null),
}

/** A file that proves something and is never published: raw reports, evidence of a condition. */
export const evidenceFileSchema = z.strictObject(reference)
export type EvidenceFile = z.infer<typeof evidenceFileSchema>

/** A document of a filing: public with the entry, or confidential with the company's reason, on which the authority rules. */
export const documentSchema = z
  .strictObject({
    ...reference,
    isPublic: z.boolean(),
    reason: prose(1000).default(''),
    /** The attachment that this is a later revision of. */
    replaces: id.nullable().default(null),
  })
  .refine(({ isPublic, reason }) => isPublic || reason !== '', { error: 'attachment.reasonMissing', path: ['reason'] })
export type FiledDocument = z.infer<typeof documentSchema>

/** A document in a case: `receivedAt` is the instant at which it was handed in there. */
export type HeldDocument = FiledDocument & { receivedAt: string }
/** What everybody may know of a public document: enough to fetch it and to check it. */
export type PublicDocument = EvidenceFile & { receivedAt: string }
