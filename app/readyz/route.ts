// Ready or not, with the reasons.
import { NextResponse } from 'next/server'
import { handle } from '#server/handle'
import { readiness } from '#server/readiness'

export const GET = handle({ isOpen: true }, async () => {
  const state = await readiness()
  return NextResponse.json(state, { status: state.isReady ? 200 : 503 })
})
