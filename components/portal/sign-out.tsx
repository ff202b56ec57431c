'use client'
// Leaves: ends the session at the server, then goes to the public page.
export function SignOut({ word }: { word: string }) {
  const leave = async () => {
    try {
      const { csrfToken } = (await (await fetch('/api/auth/csrf', { credentials: 'same-origin' })).json()) as { csrfToken: string }
      await fetch('/api/auth/signout', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrfToken, json: 'true' }),
      })
    } finally {
      window.location.assign('/')
    }
  }
  return (
    <button type="button" className="quiet" onClick={() => void leave()}>
      {word}
    </button>
  )
}
