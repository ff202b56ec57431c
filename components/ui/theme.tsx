// Changes theme at once and text size by reading the page again, and keeps the choice in the cookies that the server reads.
'use client'
import type { MouseEvent } from 'react'
import { ElderLink, ThemeLinks } from './switches.tsx'

/** One year; the choice is no secret, so that script may write it. */
const keep = (name: string, value: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the browsers we promise
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`
}

const choice = (event: MouseEvent<HTMLElement>, name: string): string | null => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return null
  return new URL(link.href).searchParams.get(name)
}

/** Light or dark. Without JavaScript the links inside do the same by way of the server. */
export function ThemeSwitch(props: { search?: string; toDark: string; toLight: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only saves the reload
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on the link fires the same click
    <span
      className="row"
      onClick={(event) => {
        const theme = choice(event, 'theme')
        if (theme !== 'dark' && theme !== 'light') return
        event.preventDefault()
        keep('theme', theme)
        document.documentElement.dataset.theme = theme
      }}
    >
      <ThemeLinks {...props} />
    </span>
  )
}

/** Large text on or off; the page is read again, since the words of the switch change with it. */
export function ElderSwitch(props: { search?: string; on: boolean; text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside is the control; this only saves the reload
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on the link fires the same click
    <span
      onClick={(event) => {
        if (choice(event, 'elder') === null) return
        event.preventDefault()
        keep('elder', String(document.documentElement.dataset.elder !== 'true'))
        location.reload()
      }}
    >
      <ElderLink {...props} />
    </span>
  )
}
