// Is this number, code or receipt good? The verdict of /verify for machines.
import { z } from 'zod'
import { handle } from '#server/handle'
import { publicReader } from '#server/public-reader'
import { verdictOf, verifyCode, verifyReceipt } from '#server/verify'

const asked = z.union([
  z.strictObject({ code: z.string().trim().min(1).max(200) }),
  z.strictObject({ receipt: z.string().min(1).max(400_000) }),
])

export const POST = handle({ isOpen: true, body: asked }, async ({ body }) => {
  if ('receipt' in body) return verifyReceipt(body.receipt)
  const reader = publicReader()
  return verdictOf(reader, body.code, await verifyCode(reader, body.code))
})
