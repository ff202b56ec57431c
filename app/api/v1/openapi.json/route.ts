// The API describes itself.
import { env } from '#server/env'
import { handle } from '#server/handle'
import { openapi } from '#server/openapi'

export const GET = handle({ isOpen: true }, async () => openapi(env().origin))
