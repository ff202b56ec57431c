'use client'
// Warns before the session ends; extending is one request to the server, after which it counts from now again.
import { SessionDialog } from '#components/ui/session-dialog'

const idleMs = 30 * 60_000

export function SessionWatch({
  endsAt,
  leaveHref,
  words,
}: {
  endsAt: string
  leaveHref: string
  words: { says: readonly string[]; hint: string; extend: string; leave: string; close: string }
}) {
  const extend = async () => {
    const response = await fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => null)
    return response?.ok ? new Date(Date.now() + idleMs).toISOString() : endsAt
  }
  return (
    <SessionDialog
      key={endsAt}
      endsAt={endsAt}
      says={words.says}
      hint={words.hint}
      extendWord={words.extend}
      leaveWord={words.leave}
      closeWord={words.close}
      leaveHref={leaveHref}
      extend={extend}
    />
  )
}
