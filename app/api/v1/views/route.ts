// Saved views of a queue: GET lists one's own and the office's, POST keeps another. A view is a name for a query string.
import { NextResponse } from 'next/server'
import { saveView, viewsOf } from '#db/reads/queue'
import { kinds } from '#domain/kinds'
import { handle, stop } from '#server/handle'
import { listQueryIn } from '#server/list-query'
import { viewBody } from '#server/view-questions'

export const GET = handle({ takes: ['kind'] }, async ({ actor, query }) => {
  const kind = query.get('kind') ?? 'filing'
  if (!kinds.has(kind)) stop('request.absent')
  return { items: await viewsOf(actor, kind) }
})

export const POST = handle({ body: viewBody }, async ({ actor, body, at }) => {
  if (!kinds.has(body.kind)) stop('request.invalid', {}, [{ pointer: '/kind', code: 'invalid_value' }])
  // What is kept is what the list understands: a view never opens on an error page.
  if (listQueryIn(new URLSearchParams(body.query), ['tab', 'kind', 'when', 'more', 'view']).errors.length > 0)
    stop('request.invalid', {}, [{ pointer: '/query', code: 'invalid_value' }])
  const kept = (await saveView(actor, body, at)) ?? stop('queue.fewerViewsNeeded')
  return NextResponse.json(kept, { status: 201 })
})
