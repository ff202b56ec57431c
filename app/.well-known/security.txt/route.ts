// Whom to tell of a weakness (RFC 9116). It expires in half a year from the day that it is read: whoever runs the register keeps the page alive.
import { env } from '#server/env'
import { handle } from '#server/handle'

const halfYear = 182 * 86_400_000

export const GET = handle({ isOpen: true }, async ({ at }) => {
  const { origin } = env()
  const expires = new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + halfYear).toISOString()
  const lines = [
    `Contact: ${origin}/help#tell`,
    `Expires: ${expires}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    'Preferred-Languages: zh, en',
    `Policy: ${origin}/help#tell`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' },
  })
})
