// Proves the second factor again before a decision: good for five minutes.
import { z } from 'zod'
import { handle, stop } from '#server/handle'
import { stepUp } from '#server/step-up'

export const POST = handle({ body: z.strictObject({ totp: z.string().min(6).max(200) }), cost: 30 }, async ({ access, body, at }) => {
  if (!access.sessionId || !access.login) return stop('session.signInNeeded')
  return (await stepUp(access.sessionId, access.login, body.totp, at))
    ? { until: new Date(Date.parse(at) + 300_000).toISOString() }
    : stop('session.codeInvalid')
})
