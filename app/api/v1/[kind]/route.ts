// GET a list of any kind, as JSON, CSV or NDJSON. POST a new case of any kind.
import { NextResponse } from 'next/server'
import { list } from '#db/reads/list'
import { kindAt } from '#domain/kinds'
import { execute } from '#server/execute'
import { exported, formatOf } from '#server/export'
import { handle, stop } from '#server/handle'
import { listQueryIn } from '#server/list-query'

export const GET = handle({ isOpen: true, takes: 'checked' }, async ({ actor, params, query, at, request }) => {
  const kind = kindAt(params.kind ?? '') ?? stop('request.absent')
  const { query: wanted, errors } = listQueryIn(query)
  if (errors.length > 0) stop('request.invalid', {}, errors)
  const format = formatOf(request.headers.get('accept'))
  return format ? exported(actor, kind, wanted, at, format) : list(actor, kind, wanted, at)
})

export const POST = handle({ body: 'json', changes: 'new' }, async ({ access, params, body, at, key }) => {
  const kind = kindAt(params.kind ?? '') ?? stop('request.absent')
  const answer = await execute({ kind, id: null, command: 'create', body, access, at, seen: null, key })
  return NextResponse.json(
    { id: answer.id, version: answer.version, status: answer.status },
    { status: 201, headers: { etag: `"${answer.version}"`, location: `/api/v1/${kind.plural}/${answer.id}` } },
  )
})
