// GET one case of any kind, as this person may see it, with the moves open to them.
import { NextResponse } from 'next/server'
import { one } from '#db/reads/case'
import { kindAt } from '#domain/kinds'
import { handle, stop } from '#server/handle'

export const GET = handle({ isOpen: true, takes: ['purpose'] }, async ({ actor, params, query, at }) => {
  const kind = kindAt(params.kind ?? '') ?? stop('request.absent')
  const found = (await one(actor, kind, params.id ?? '', at, query.get('purpose')?.slice(0, 200) ?? null)) ?? stop('case.absent')
  return NextResponse.json(found, { headers: { etag: `"${found.version}"` } })
})
