// The results of a public search: name with the found words marked, number, tier, scenario; the state at the right.
import type { ReactNode } from 'react'

export type Hit = {
  key: string
  href: string
  title: ReactNode
  /** Lines under the title, each a row of parts. */
  lines: readonly { key: string; parts: ReactNode }[]
  state: ReactNode
  note?: ReactNode
}

/** The search box of public pages: a GET form, so that it works without JavaScript and its answer is an address. */
export function Finder({
  action,
  name = 'q',
  value,
  label,
  hint,
  go,
}: {
  action: string
  name?: string
  value?: string
  label: string
  hint?: string
  go: ReactNode
}) {
  return (
    <search>
      <form className="finder" action={action} method="get">
        <label className="vh" htmlFor="finder">
          {label}
        </label>
        <input
          className="field"
          id="finder"
          type="search"
          name={name}
          defaultValue={value}
          placeholder={hint}
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit" className="btn go">
          {go}
        </button>
      </form>
    </search>
  )
}

/** `level` is that of the titles: 2 under the title of the page. */
export function Hits({ hits, level = 2 }: { hits: readonly Hit[]; level?: 2 | 3 }) {
  const Title = `h${level}` as const
  return (
    <ol className="hits">
      {hits.map(({ key, href, title, lines, state, note }) => (
        <li key={key}>
          <Title>
            <a href={href}>{title}</a>
          </Title>
          {lines.map(({ key: line, parts }) => (
            <p key={line} className="sub">
              {parts}
            </p>
          ))}
          <div className="st">
            {state}
            {note === undefined ? null : <small>{note}</small>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Underlines what was searched for; whole text, case aside. */
export function Found({ text, query }: { text: string; query: string }) {
  const needle = query.trim().toLowerCase()
  const at = needle === '' ? -1 : text.toLowerCase().indexOf(needle)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + needle.length)}</mark>
      {text.slice(at + needle.length)}
    </>
  )
}
