// Files in and out: whose an upload is, and the headers under which nothing in a download can run.
import 'server-only'
import { Readable } from 'node:stream'
import { keepAttachment, type Owner } from '#db/attachment'
import { openStored } from '#db/attachment-files'
import { fetchAttachment } from '#db/reads/attachment'
import { savedName } from '#domain/attachment/file-name'
import { mediaTypes } from '#domain/attachment/vocabulary'
import type { Actor } from '#domain/case'
import { type Call, lengthOf, Refuse, stop, streamOf } from './handle.ts'

/** For which organisation or office this person sends a file: the one that is named, else that of the first post. */
const ownerOf = ({ personId, posts }: Actor, organisationId: string | null): Owner => {
  const post = posts.find((one) =>
    organisationId === null ? one.organisationId !== null || one.authorityId !== null : one.organisationId === organisationId,
  )
  if (!post) return stop('case.notYours', { by: [] })
  return { organisationId: post.organisationId, authorityId: post.organisationId === null ? post.authorityId : null, uploadedBy: personId }
}

/** Takes in the file of a request: streamed, typed by content, hashed. */
export const upload = async ({ actor, query, request, at }: Call) => {
  const kept = await keepAttachment(streamOf(request), {
    name: query.get('name') ?? '',
    declared: lengthOf(request),
    owner: ownerOf(actor, query.get('organisationId')),
    at,
  })
  if (!kept.ok) throw new Refuse(kept.refusal)
  const { row } = kept
  return {
    id: row.id,
    sha256: row.sha256,
    size: row.size,
    type: row.type,
    name: row.name,
    receivedAt: row.receivedAt,
    scan: row.scan,
    /** The hash of what was sent: another one where metadata was taken out of a picture. */
    givenSha256: row.givenSha256,
    changes: kept.isChanged ? ['imageMetadataRemoved'] : [],
  }
}

/** RFC 8187: the name in UTF-8, and a plain one for whoever does not read that. */
const disposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** The stored bytes, to be saved and never shown in place. What no longer has its hash is not given out. */
export const download = async ({ actor, params, query, request, at }: Call): Promise<Response> => {
  const found = (await fetchAttachment(actor, params.id ?? '', at, query.get('purpose')?.slice(0, 200) ?? null)) ?? stop('case.absent')
  const { row } = found
  const stream = (await openStored(row.sha256, row.size)) ?? stop('attachment.bytesDiffer', { id: row.id })
  const isHead = request.method === 'HEAD'
  if (isHead) stream.destroy()
  return new Response(isHead ? null : (Readable.toWeb(stream) as ReadableStream), {
    headers: {
      'content-type': mediaTypes[row.type as keyof typeof mediaTypes],
      'content-length': String(row.size),
      'content-disposition': disposition(savedName(row.name, row.type as keyof typeof mediaTypes)),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${row.sha256}"`,
      'repr-digest': `sha-256=:${Buffer.from(row.sha256, 'hex').toString('base64')}:`,
    },
  })
}
