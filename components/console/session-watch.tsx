'use client'
// Warns before the session ends and asks the server for more time: any request that is answered counts as being there.
import { SessionDialog } from '#components/ui/session-dialog'

const extend = async (): Promise<string> => {
  const response = await fetch('/api/v1/session', { credentials: 'same-origin' })
  const answer = (await response.json()) as { expiresAt?: string | null }
  if (!response.ok || !answer.expiresAt) {
    window.location.reload()
    return new Date().toISOString()
  }
  return answer.expiresAt
}

export function SessionWatch({
  endsAt,
  says,
  words,
}: {
  endsAt: string
  says: readonly string[]
  words: { hint: string; extend: string; leave: string; close: string }
}) {
  return (
    <SessionDialog
      endsAt={endsAt}
      says={says}
      hint={words.hint}
      extendWord={words.extend}
      leaveWord={words.leave}
      closeWord={words.close}
      leaveHref="/api/auth/signout"
      extend={extend}
    />
  )
}
