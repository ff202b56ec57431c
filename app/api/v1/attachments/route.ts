// PUT hands in a file as it is; a command then refers to it by id and hash.
import { NextResponse } from 'next/server'
import { upload } from '#server/attachment'
import { handle } from '#server/handle'

export const PUT = handle({ body: 'stream', takes: ['name', 'organisationId'], cost: 5 }, async (call) =>
  NextResponse.json(await upload(call), { status: 201 }),
)
