// Where files stand in what was recorded: every reference in an event or state, found by its shape, so that no kind can forget to name one.
import type { Refusal } from '#domain/case'
import type { AttachmentType, EvidenceFile, FiledDocument, HeldDocument } from './vocabulary.ts'

export type FileReference = { attachmentId: string; sha256: string; size: number; type: AttachmentType; name: string }

const isReference = (value: object): value is FileReference => {
  const { attachmentId, sha256, size, type, name } = value as Record<string, unknown>
  return (
    typeof attachmentId === 'string' &&
    typeof sha256 === 'string' &&
    typeof size === 'number' &&
    typeof type === 'string' &&
    typeof name === 'string'
  )
}

/** Every file that this value refers to, at any depth, each once. */
export const referencesIn = (value: unknown): FileReference[] => {
  const found = new Map<string, FileReference>()
  const look = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return
    if (!Array.isArray(at) && isReference(at)) found.set(`${at.attachmentId} ${at.sha256}`, at)
    for (const inner of Object.values(at)) look(inner)
  }
  look(value)
  return [...found.values()]
}

/** The ids of the attachments of these values, each once: what a kind ties itself to under the name `attachment`. */
export const attachmentIdsOf = (...values: readonly unknown[]): string[] => [
  ...new Set(referencesIn(values).map(({ attachmentId }) => attachmentId)),
]

/** The SHA-256 of each attachment that an event refers to, for its public entry (quality.md 5.3), in hex and in order. */
export const hashesIn = (event: unknown): string[] => [...new Set(referencesIn(event).map(({ sha256 }) => sha256))].sort()

/** What is wrong with a list of files, or null: each stands there once, and none was performed after today. */
export const filesFault = (files: readonly EvidenceFile[], today: string): Refusal | null => {
  const ids = files.map((file) => file.attachmentId)
  const twice = files.find((file, place) => ids.indexOf(file.attachmentId) !== place)
  if (twice) return { code: 'attachment.twiceInvalid', facts: { name: twice.name } }
  const early = files.find(({ performedOn }) => performedOn !== null && performedOn > today)
  return early ? { code: 'attachment.performedDayInvalid', facts: { name: early.name, performedOn: early.performedOn } } : null
}

/**
 * What is wrong with a list of documents, or null: as with files, and a later revision names a file that the case has had (`known`) and that no
 * longer stands beside it. Refusals: attachment.twiceInvalid, attachment.performedDayInvalid, attachment.replacedUnknown.
 */
export const documentsFault = (documents: readonly FiledDocument[], known: readonly string[], today: string): Refusal | null => {
  const ids = documents.map((document) => document.attachmentId)
  const twice = documents.find((document, place) => ids.indexOf(document.attachmentId) !== place)
  if (twice) return { code: 'attachment.twiceInvalid', facts: { name: twice.name } }
  const early = documents.find(({ performedOn }) => performedOn !== null && performedOn > today)
  if (early) return { code: 'attachment.performedDayInvalid', facts: { name: early.name, performedOn: early.performedOn } }
  const lost = documents.find(({ replaces }) => replaces !== null && (!known.includes(replaces) || ids.includes(replaces)))
  return filesFault(documents, today) ?? (lost ? { code: 'attachment.replacedUnknown', facts: { name: lost.name } } : null)
}

/** The documents as they are handed in at this instant; what was there before keeps its own date of receipt. */
export const received = (before: readonly HeldDocument[], documents: readonly FiledDocument[], at: string): HeldDocument[] => {
  const since = new Map(before.map((document) => [document.attachmentId, document.receivedAt]))
  return documents.map((document) => ({ ...document, receivedAt: since.get(document.attachmentId) ?? at }))
}
