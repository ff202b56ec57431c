// Files that are handed in: kept within quotas, tied to cases by those cases' own rules, and forgotten when no case wants them.

import { rm, writeFile } from 'node:fs/promises'
import { and, asc, eq, inArray, lt, notExists } from 'drizzle-orm'
import { shownName } from '#domain/attachment/file-name'
import type { FileReference } from '#domain/attachment/reference'
import { type AttachmentType, attachmentLimits } from '#domain/attachment/vocabulary'
import type { Refusal } from '#domain/case'
import { contentOf } from './attachment-content.ts'
import { bytesOf, discard, type Incoming, lying, receive, removeStored, settle, sha256Of, TooLarge } from './attachment-files.ts'
import { newId } from './chance.ts'
import { type Db, read, sql, write } from './client.ts'
import { attachments, links } from './schema.ts'

export type AttachmentRow = typeof attachments.$inferSelect
/** The name of the tie between a case and its files. */
export const attachmentLink = 'attachment'

/** Whose file it is: an organisation's, or an office's. */
export type Owner = { organisationId: string | null; authorityId: string | null; uploadedBy: string }
export type Kept = { ok: true; row: AttachmentRow; isChanged: boolean } | { ok: false; refusal: Refusal }
const no = (code: string, facts: Record<string, unknown> = {}): Kept => ({ ok: false, refusal: { code, facts } })

const untied = () =>
  notExists(
    read()
      .select({ id: links.id })
      .from(links)
      .where(and(eq(links.toId, attachments.id), eq(links.link, attachmentLink))),
  )
const usedBy = async (db: Db, { organisationId, authorityId }: Owner): Promise<number> => {
  const own = organisationId ? eq(attachments.organisationId, organisationId) : eq(attachments.authorityId, authorityId ?? '')
  const [sum] = await db
    .select({ bytes: sql<number | string>`coalesce(sum(${attachments.size}), 0)` })
    .from(attachments)
    .where(own)
  return Number(sum?.bytes ?? 0)
}

/** What keeps this owner from handing in so many bytes more, or null. */
const quotaFault = async (db: Db, owner: Owner, bytes: number): Promise<Kept | null> => {
  if ((await usedBy(db, owner)) + bytes > attachmentLimits.organisationBytes)
    return no('attachment.organisationQuotaFull', { limit: attachmentLimits.organisationBytes })
  const waiting = await db.$count(attachments, and(eq(attachments.uploadedBy, owner.uploadedBy), untied()))
  return waiting >= attachmentLimits.unattachedFiles
    ? no('attachment.tooManyUnattached', { limit: attachmentLimits.unattachedFiles })
    : null
}

const store = (owner: Owner, incoming: Incoming, given: string, type: AttachmentType, name: string, at: string) =>
  write(async (tx): Promise<Kept> => {
    const [same] = await tx
      .select()
      .from(attachments)
      .where(
        and(
          eq(attachments.sha256, incoming.sha256),
          eq(attachments.uploadedBy, owner.uploadedBy),
          eq(attachments.name, name),
          owner.organisationId ? eq(attachments.organisationId, owner.organisationId) : undefined,
          untied(),
        ),
      )
      .limit(1)
    // Sent again because the answer was lost: the same file, not another one.
    if (same) {
      await settle(incoming)
      return { ok: true, row: same, isChanged: given !== incoming.sha256 }
    }
    const full = await quotaFault(tx, owner, incoming.size)
    if (full) return full
    // Named within the transaction: forgetting happens in another one, so that it never takes away bytes that somebody has just brought again.
    await settle(incoming)
    const row: AttachmentRow = {
      id: newId(),
      sha256: incoming.sha256,
      givenSha256: given,
      size: incoming.size,
      type,
      name,
      ...owner,
      receivedAt: at,
      scan: 'not_scanned',
    }
    await tx.insert(attachments).values(row)
    return { ok: true, row, isChanged: given !== incoming.sha256 }
  })

/**
 * Takes a file in: streamed to disk with a running hash, typed by content, pictures freed of their metadata, durable before its row is.
 * `declared` is the length that the sender announced; a stream that ends before it is refused. Refusals: attachment.nameMissing, emptyInvalid,
 * cutOff, tooLarge, contentInvalid {why}, organisationQuotaFull, tooManyUnattached. Nothing of a refused file stays.
 */
export const keepAttachment = async (
  chunks: AsyncIterable<Uint8Array>,
  given: { name: string; declared: number | null; owner: Owner; at: string },
): Promise<Kept> => {
  const name = shownName(given.name)
  if (name === '') return no('attachment.nameMissing')
  if ((given.declared ?? 0) > attachmentLimits.fileBytes) return no('attachment.tooLarge', { bytes: attachmentLimits.fileBytes })
  const full = await quotaFault(read(), given.owner, given.declared ?? 0)
  if (full) return full
  let incoming: Incoming
  try {
    incoming = await receive(chunks, attachmentLimits.fileBytes)
  } catch (error) {
    if (error instanceof TooLarge) return no('attachment.tooLarge', { bytes: attachmentLimits.fileBytes })
    return no('attachment.cutOff')
  }
  const { sha256: givenSha256 } = incoming
  try {
    if (given.declared !== null && incoming.size !== given.declared) return no('attachment.cutOff')
    if (incoming.size === 0) return no('attachment.emptyInvalid')
    const { file } = incoming
    const content = await contentOf(() => bytesOf(incoming))
    if (!content.ok) return no('attachment.contentInvalid', { why: content.fault })
    if (content.isChanged) {
      await writeFile(file, content.bytes, { flush: true })
      incoming = { file, sha256: sha256Of(content.bytes), size: content.bytes.length }
    }
    return await store(given.owner, incoming, givenSha256, content.type, name, given.at)
  } finally {
    await discard(incoming)
  }
}

/**
 * Whether the files that a command refers to may be referred to: they are there, say what was said of them, belong to the organisation that acts,
 * and no scanner has found anything in them. Asked inside the transaction of the change.
 * Refusals: attachment.fileUnknown, hashMismatch, infectedInvalid.
 */
export const referencesFault = async (
  tx: Db,
  references: readonly FileReference[],
  to: { organisationId: string | null; authorityId: string | null },
): Promise<Refusal | null> => {
  const rows = new Map<string, AttachmentRow>()
  const ids = references.map((one) => one.attachmentId)
  for (let from = 0; from < ids.length; from += 200)
    for (const row of await tx
      .select()
      .from(attachments)
      .where(inArray(attachments.id, ids.slice(from, from + 200))))
      rows.set(row.id, row)
  for (const { attachmentId, sha256, size, type, name } of references) {
    const row = rows.get(attachmentId)
    const isOwn = row && (row.organisationId ? row.organisationId === to.organisationId : row.authorityId === to.authorityId)
    // Absent and somebody else's answer alike.
    if (!row || !isOwn) return { code: 'attachment.fileUnknown', facts: { name } }
    if (row.sha256 !== sha256 || row.size !== size || row.type !== type) return { code: 'attachment.hashMismatch', facts: { name } }
    if (row.scan === 'infected') return { code: 'attachment.infectedInvalid', facts: { name } }
  }
  return null
}

/** Whether a case has room for the files that it now holds, or why not: attachment.caseQuotaFull. */
export const caseQuotaFault = async (tx: Db, ids: readonly string[]): Promise<Refusal | null> => {
  let bytes = 0
  for (let from = 0; from < ids.length; from += 200) {
    const [sum] = await tx
      .select({ bytes: sql<number | string>`coalesce(sum(${attachments.size}), 0)` })
      .from(attachments)
      .where(inArray(attachments.id, ids.slice(from, from + 200)))
    bytes += Number(sum?.bytes ?? 0)
  }
  return ids.length > attachmentLimits.caseFiles || bytes > attachmentLimits.caseBytes
    ? { code: 'attachment.caseQuotaFull', facts: { files: attachmentLimits.caseFiles, bytes: attachmentLimits.caseBytes } }
    : null
}

const dayInMs = 86_400_000

/** Bytes that no row names any more, and half-received files, a day old: gone. Each is asked about again in the transaction that removes it. */
const sweep = async (at: string): Promise<void> => {
  for await (const one of lying(Date.parse(at) - dayInMs)) {
    if ('left' in one) await rm(one.left, { force: true })
    else
      await write(async (tx) => {
        if ((await tx.$count(attachments, eq(attachments.sha256, one.sha256))) === 0) await removeStored(one.sha256)
      })
  }
}

/**
 * Forgets files that no case refers to, a week after they came in. Their bytes go at the next sweep, so that a copy of the database that is being
 * made meanwhile still finds them. Returns how many were forgotten.
 */
export const forgetAttachments = async (at: string): Promise<number> => {
  await sweep(at)
  const before = new Date(Date.parse(at) - attachmentLimits.unattachedDays * dayInMs).toISOString()
  return write(async (tx) => {
    const old = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(lt(attachments.receivedAt, before), untied()))
      .orderBy(asc(attachments.receivedAt))
      .limit(500)
    if (old.length > 0)
      await tx.delete(attachments).where(
        inArray(
          attachments.id,
          old.map((one) => one.id),
        ),
      )
    return old.length
  })
}
