// Language, theme and large text as plain links, for pages that must work without JavaScript: the proxy keeps the choice in a cookie.
import { Icon } from './icon.tsx'

/** The address of this page with one parameter changed; `search` is the present query, with or without its question mark. */
export function hrefWith(search: string, name: string, value: string): string {
  const query = new URLSearchParams(search)
  query.set(name, value)
  return `?${query}`
}

/** To the other language: its own name, in its own language. */
export function LanguageLink({ search = '', to, text, lang }: { search?: string; to: 'en' | 'zh'; text: string; lang: string }) {
  return (
    <a href={hrefWith(search, 'lang', to)} lang={lang} hrefLang={lang} rel="nofollow">
      {text}
    </a>
  )
}

/** Two links of which the style sheet shows the one that changes something, so that the server need not know the system's theme. */
export function ThemeLinks({ search = '', toDark, toLight }: { search?: string; toDark: string; toLight: string }) {
  return (
    <>
      <a className="to-dark" href={hrefWith(search, 'theme', 'dark')} aria-label={toDark} title={toDark} rel="nofollow">
        <Icon name="i-theme" />
      </a>
      <a className="to-light" href={hrefWith(search, 'theme', 'light')} aria-label={toLight} title={toLight} rel="nofollow">
        <Icon name="i-theme" />
      </a>
    </>
  )
}

/** Large text on or off. */
export function ElderLink({ search = '', on, text, label }: { search?: string; on: boolean; text: string; label: string }) {
  return (
    <a
      href={hrefWith(search, 'elder', on ? 'false' : 'true')}
      aria-label={label}
      title={label}
      aria-current={on ? 'true' : undefined}
      rel="nofollow"
    >
      {text}
    </a>
  )
}
