// Every change of every case, asked for by a page or by a machine, comes through here. GET history is the case's timeline.
import { NextResponse } from 'next/server'
import { history } from '#db/reads/history'
import { kindAt } from '#domain/kinds'
import { execute } from '#server/execute'
import { handle, stop } from '#server/handle'

export const POST = handle({ body: 'json', changes: 'case' }, async ({ access, params, body, at, seen, key }) => {
  const kind = kindAt(params.kind ?? '') ?? stop('request.absent')
  const answer = await execute({ kind, id: params.id ?? '', command: params.command ?? '', body, access, at, seen, key })
  return NextResponse.json(
    { id: answer.id, version: answer.version, status: answer.status, positions: answer.positions },
    { headers: { etag: `"${answer.version}"` } },
  )
})

export const GET = handle({ isOpen: true }, async ({ actor, params, at }) => {
  const kind = kindAt(params.kind ?? '') ?? stop('request.absent')
  if (params.command !== 'history') stop('request.absent')
  return { items: (await history(actor, kind, params.id ?? '', at)) ?? stop('case.absent') }
})
