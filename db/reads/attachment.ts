// Who may fetch a file: whoever may see it named in a case that it belongs to; before it belongs to one, only the person who sent it.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { referencesIn } from '#domain/attachment/reference'
import { type Actor, type CaseState, publicActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { type Audience, audienceOf, present } from '#domain/permission'
import { type AttachmentRow, attachmentLink } from '../attachment.ts'
import { newId } from '../chance.ts'
import { read, write } from '../client.ts'
import { caseRow } from '../rows.ts'
import { attachments, links, readings } from '../schema.ts'

export type Fetched = { row: AttachmentRow; isPublic: boolean }

type Sight = { kind: string; caseId: string; organisationId: string | null; audience: Audience }
/** The first case in which this person may see the file named, by the field policy alone. */
const sightOf = async (actor: Actor, id: string, ties: readonly { kind: string; id: string }[]): Promise<Sight | null> => {
  for (const tie of ties) {
    const kind = kinds.get(tie.kind)
    const row = kind && (await caseRow(read(), tie.kind, tie.id))
    if (!kind || !row) continue
    const state = JSON.parse(row.state) as CaseState
    const audience = audienceOf(actor, kind.place(state), { isPublic: row.isPublic, admin: kind.isAdministrative ?? false })
    if (audience === null || !referencesIn(present(state, kind.fields, audience)).some((one) => one.attachmentId === id)) continue
    return { kind: tie.kind, caseId: tie.id, organisationId: row.organisationId, audience }
  }
  return null
}

const tiesOf = (id: string) =>
  read()
    .select({ kind: links.kind, id: links.id })
    .from(links)
    .where(and(eq(links.toId, id), eq(links.link, attachmentLink)))
    .orderBy(asc(links.kind), asc(links.id))
    .limit(50)

const record = (
  actor: Actor,
  at: string,
  what: string,
  of: { kind: string; caseId: string | null; organisationId: string | null },
  code: string,
  purpose: string | null,
) =>
  write((tx) =>
    tx.insert(readings).values({
      id: newId(),
      at,
      personId: actor.personId,
      what,
      kind: of.kind,
      caseId: of.caseId,
      organisationId: of.organisationId,
      code,
      purpose,
    }),
  )

/**
 * The file for this person, or null when for them it does not exist. Every fetching of what is not public is on record before a byte is given, and
 * so is every refusal (quality.md P16).
 */
export const fetchAttachment = async (actor: Actor, id: string, at: string, purpose: string | null): Promise<Fetched | null> => {
  const [row] = await read().select().from(attachments).where(eq(attachments.id, id)).limit(1)
  if (!row) return null
  const ties = await tiesOf(id)
  if (ties.length === 0 && row.uploadedBy === actor.personId) return { row, isPublic: false }
  if (await sightOf(publicActor, id, ties)) return { row, isPublic: true }
  const sight = await sightOf(actor, id, ties)
  const [tie] = ties
  if (!sight) {
    await record(
      actor,
      at,
      'refused',
      { kind: tie?.kind ?? 'attachment', caseId: tie?.id ?? null, organisationId: row.organisationId },
      'case.absent',
      'download',
    )
    return null
  }
  await record(actor, at, 'read', sight, row.id, purpose ?? 'download')
  return { row, isPublic: false }
}

/** What is kept of these files, by id: for lists that show when they came in and whether a scanner has seen them. The caller has seen them named. */
export const attachmentsById = async (
  ids: readonly string[],
): Promise<Map<string, Pick<AttachmentRow, 'receivedAt' | 'scan' | 'size'>>> => {
  const rows =
    ids.length === 0
      ? []
      : await read()
          .select({ id: attachments.id, receivedAt: attachments.receivedAt, scan: attachments.scan, size: attachments.size })
          .from(attachments)
          .where(inArray(attachments.id, [...new Set(ids)].slice(0, 1000)))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
