// Warns five minutes before the session ends, so that nothing typed is lost: extend in one key, or leave.
'use client'
import { useEffect, useState } from 'react'
import { Dialog } from './dialog.tsx'

/**
 * `endsAt` is the instant at which the server ends the session. `extend` asks the server for more and answers the new
 * instant. `says` has the sentence for every minute left, from one upwards.
 */
export function SessionDialog({
  endsAt,
  warnMinutes = 5,
  says,
  hint,
  extendWord,
  leaveWord,
  closeWord,
  leaveHref,
  extend,
}: {
  endsAt: string
  warnMinutes?: number
  says: readonly string[]
  hint: string
  extendWord: string
  leaveWord: string
  closeWord: string
  leaveHref: string
  extend: () => Promise<string>
}) {
  const [end, setEnd] = useState(endsAt)
  const [left, setLeft] = useState<number | null>(null)
  const [muted, setMuted] = useState(false)

  useEffect(() => {
    const look = () => setLeft(Math.ceil((new Date(end).getTime() - Date.now()) / 60_000))
    look()
    const timer = setInterval(look, 15_000)
    return () => clearInterval(timer)
  }, [end])

  const near = left !== null && left > 0 && left <= warnMinutes
  return (
    <Dialog
      open={near && !muted}
      onClose={() => setMuted(true)}
      title={says[Math.max(1, left ?? 1) - 1] ?? says.at(-1) ?? ''}
      close={closeWord}
      acts={
        <>
          <button
            type="button"
            className="btn go"
            onClick={async () => {
              setEnd(await extend())
              setMuted(false)
            }}
          >
            {extendWord}
          </button>
          <a className="btn" href={leaveHref}>
            {leaveWord}
          </a>
        </>
      }
    >
      <p>{hint}</p>
    </Dialog>
  )
}
