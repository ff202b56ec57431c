'use client'
// Asks for a token against forgery, sends account, password and code, and says in place when they did not open: the same words for every failure.
import { useRef, useState } from 'react'
import { Banner } from '#components/ui/alert'
import { Button } from '#components/ui/button'
import { Input } from '#components/ui/field'

export type SignInWords = {
  login: string
  password: string
  totp: string
  totpHint: string
  go: string
  going: string
  failed: string
  network: string
  optional: string
}

/** True when signed in, false when refused; throws when no answer came. */
const signIn = async (fields: Record<string, string>): Promise<boolean> => {
  const { csrfToken } = (await (await fetch('/api/auth/csrf', { credentials: 'same-origin' })).json()) as { csrfToken: string }
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true', callbackUrl: '/' }),
  })
  return response.ok
}

/** `then` is a path of this site, checked on the server. */
export function SignInForm({ then, words, hasFailed }: { then: string; words: SignInWords; hasFailed: boolean }) {
  const alert = useRef<HTMLDivElement>(null)
  const [error, setError] = useState(hasFailed ? words.failed : '')
  const [isSending, setSending] = useState(false)
  const fail = (text: string) => {
    setError(text)
    setSending(false)
    requestAnimationFrame(() => alert.current?.focus())
  }
  return (
    <form
      // Without scripts this answers with the sign-in page again; it keeps the password out of the address all the same.
      className="gaptop"
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={async (event) => {
        event.preventDefault()
        if (isSending) return
        setSending(true)
        setError('')
        const form = new FormData(event.currentTarget)
        const text = (name: string) => String(form.get(name) ?? '')
        try {
          if (await signIn({ login: text('login'), password: text('password'), totp: text('totp') })) window.location.assign(then)
          else fail(words.failed)
        } catch {
          fail(words.network)
        }
      }}
    >
      <div ref={alert} tabIndex={-1} role="alert">
        {error === '' ? null : <Banner tone="care">{error}</Banner>}
      </div>
      <Input
        id="login"
        name="login"
        label={words.login}
        autoComplete="username"
        required
        maxLength={200}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Input
        id="password"
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
        maxLength={1000}
      />
      <Input
        id="totp"
        name="totp"
        label={words.totp}
        hint={words.totpHint}
        note={words.optional}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
      />
      <Button type="submit" tone="go" size="lg" aria-disabled={isSending}>
        {isSending ? words.going : words.go}
      </Button>
    </form>
  )
}
