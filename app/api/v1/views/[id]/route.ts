// Forgets one of one's own saved views.
import { NextResponse } from 'next/server'
import { forgetView } from '#db/reads/queue'
import { handle, stop } from '#server/handle'

export const DELETE = handle({}, async ({ actor, params }) => {
  if (!(await forgetView(actor, params.id ?? ''))) stop('request.absent')
  return new NextResponse(null, { status: 204 })
})
