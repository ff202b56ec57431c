// The panes of a review: sections with their marks at the left, the changes in the middle, threads and four eyes at the right.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { SectionHead } from './section.tsx'

export function Review({ sections, children, side }: { sections: ReactNode; children: ReactNode; side: ReactNode }) {
  return (
    <div className="review">
      {sections}
      <section>{children}</section>
      <aside className="side">{side}</aside>
    </div>
  )
}

export type SectionMark = 'none' | 'seen' | 'satisfied' | 'query'
const sectionIcon: Record<SectionMark, IconName> = { none: 'c-none', seen: 'c-seen', satisfied: 'i-tick', query: 'c-query' }

/** `word` says the mark for screen readers: never a glyph without its word. */
export function SectionList({
  label,
  title,
  progress,
  sections,
  note,
}: {
  label: string
  title: ReactNode
  progress?: ReactNode
  sections: readonly { href: string; mark: SectionMark; word: string; text: ReactNode; note?: ReactNode; current?: boolean }[]
  note?: ReactNode
}) {
  return (
    <nav className="toc" aria-label={label}>
      <SectionHead level={3} title={title} end={progress} />
      <ul>
        {sections.map(({ href, mark, word, text, note: more, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'true' : undefined}>
              <Icon name={sectionIcon[mark]} />
              <span>
                {text}
                <span className="vh"> {word}</span>
              </span>
              <small>{more}</small>
            </a>
          </li>
        ))}
      </ul>
      {note === undefined ? null : <p className="cap t3">{note}</p>}
    </nav>
  )
}

/** One line of talk about one field. `done` when settled. */
export function Thread({
  id,
  who,
  at,
  about,
  children,
  quote,
  acts,
  done,
}: {
  id?: string
  who: ReactNode
  at: ReactNode
  about: ReactNode
  children: ReactNode
  quote?: ReactNode
  acts?: ReactNode
  done?: boolean
}) {
  return (
    <article className={done ? 'thread done' : 'thread'} id={id}>
      <header>
        <b>{who}</b>
        <small className="t3">{at}</small>
      </header>
      <span className="on">{about}</span>
      <p>{children}</p>
      {quote === undefined ? null : <blockquote className="t2">{quote}</blockquote>}
      {acts === undefined ? null : <div className="row">{acts}</div>}
    </article>
  )
}
