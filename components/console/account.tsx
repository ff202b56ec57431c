'use client'
// Who is signed in: name and office, roles, the switch of the keyboard shortcuts, and the way out.
import { useEffect, useState } from 'react'
import { Menu, MenuHead, MenuItem } from '#components/ui/menu'
import { keysAreOff, keysOff } from './keys.tsx'

export type AccountWords = { label: string; signOut: string; keys: string; keysOff: string; keysOn: string }

/** Leaves through next-auth's own door: a form with its token, so that the cookie and the row of the session both go. */
const leave = async () => {
  const { csrfToken } = (await (await fetch('/api/auth/csrf', { credentials: 'same-origin' })).json()) as { csrfToken: string }
  await fetch('/api/auth/signout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  })
  window.location.assign('/')
}

export function Account({ name, roles, words }: { name: string; roles: readonly string[]; words: AccountWords }) {
  const [isOff, setOff] = useState(false)
  useEffect(() => setOff(keysAreOff()), [])
  return (
    <Menu summary={name} label={`${words.label} ${name}`} tone="bare">
      <MenuHead>{roles.join(' · ')}</MenuHead>
      <MenuItem>
        <button type="button" data-keys-sheet="">
          {words.keys}
        </button>
      </MenuItem>
      <MenuItem>
        <button
          type="button"
          aria-pressed={isOff}
          onClick={() => {
            keysOff(!isOff)
            setOff(!isOff)
          }}
        >
          {isOff ? words.keysOn : words.keysOff}
        </button>
      </MenuItem>
      <MenuItem>
        <button type="button" onClick={() => void leave()}>
          {words.signOut}
        </button>
      </MenuItem>
    </Menu>
  )
}
