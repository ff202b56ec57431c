// Heads: the page title line, the section head with its ink rule, the crumbs above a title.
import { Fragment, type ReactNode } from 'react'

/** Title left, one quiet fact or an act at the far right, ink rule below. A table head that follows gets a hairline. */
export function SectionHead({
  title,
  level = 2,
  id,
  count,
  end,
  quiet = true,
  gap,
}: {
  title: ReactNode
  level?: 1 | 2 | 3
  id?: string
  count?: ReactNode
  end?: ReactNode
  /** The fact at the right is in caption size and hint ink; false for acts. */
  quiet?: boolean
  /** Space above, for a second section in one column. */
  gap?: boolean
}) {
  const Title = `h${level}` as const
  return (
    <div className={gap ? 'sect spaced' : 'sect'}>
      <Title id={id}>{title}</Title>
      {count === undefined ? null : <span className="count">{count}</span>}
      {end === undefined ? null : <span className={quiet ? 'end cap t3' : 'end'}>{end}</span>}
    </div>
  )
}

/** The title of a page, what it is about beside it, one fact or acts at the right. */
export function Headline({ title, about, end }: { title: ReactNode; about?: ReactNode; end?: ReactNode }) {
  return (
    <div className="headline">
      <h1>{title}</h1>
      {about === undefined ? null : <p>{about}</p>}
      {end === undefined ? null : <div className="end">{end}</div>}
    </div>
  )
}

/** The way here: links, then the page itself as plain text. */
export function Crumbs({ label, items }: { label: string; items: readonly { href?: string; text: ReactNode }[] }) {
  return (
    <nav className="cap crumbs" aria-label={label}>
      {items.map(({ href, text }, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <span className="t3"> / </span>}
          {href === undefined ? (
            <span className={index === items.length - 1 ? undefined : 't3'} aria-current={index === items.length - 1 ? 'page' : undefined}>
              {text}
            </span>
          ) : (
            <a href={href}>{text}</a>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
