// What must be seen first: the recall in force (cinnabar), and banners for care (ochre) or plain facts. Errors stand here, never in toasts.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A recall in force, and nothing else: the mark, the sentence, where to read on. `word` names the mark for screen readers. */
export function Alert({
  word,
  title,
  children,
  href,
  link,
}: {
  word: string
  title: ReactNode
  children?: ReactNode
  href?: string
  link?: ReactNode
}) {
  return (
    <div className="alarm">
      <span className="mark m-recalled">
        <i>
          <Icon name="s-recalled" />
        </i>
        <span className="vh">{word}</span>
      </span>
      <span>
        <b>{title}</b>
        {children === undefined ? null : <span className="then">{children}</span>}
      </span>
      {href === undefined ? null : <a href={href}>{link}</a>}
    </div>
  )
}

/** `care`: maintenance, a missing calendar, a slow line. `done`: what was just achieved. `plain`: worth knowing. */
export function Banner({
  tone = 'plain',
  title,
  children,
  acts,
  live,
}: {
  tone?: 'care' | 'done' | 'plain' | 'stop'
  title?: ReactNode
  children?: ReactNode
  acts?: ReactNode
  live?: boolean
}) {
  return (
    <div className={`banner ${tone}`} role={live ? 'status' : undefined}>
      <Icon name={tone === 'done' ? 'i-tick' : tone === 'stop' ? 's-refused' : tone === 'care' ? 'i-care' : 'i-note'} size={16} />
      <div>
        {title === undefined ? null : <b>{title}</b>}
        {children === undefined ? null : <p>{children}</p>}
      </div>
      {acts === undefined ? null : <div className="row">{acts}</div>}
    </div>
  )
}
