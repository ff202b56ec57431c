// A menu that opens without JavaScript: a `<details>`; layers.tsx closes it on Escape and on a click beside it.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** `summary` looks like a button; `children` are links and buttons, each in `MenuItem`. `start` opens it to the right. */
export function Menu({
  summary,
  label,
  shortcut,
  size,
  tone,
  start,
  children,
}: {
  summary: ReactNode
  label?: string
  shortcut?: string
  size?: 'sm'
  tone?: 'bare'
  start?: boolean
  children: ReactNode
}) {
  return (
    <details className={start ? 'menu start' : 'menu'} data-layer="">
      <summary className={['btn', size, tone].filter(Boolean).join(' ')} aria-label={label}>
        {summary}
        {shortcut ? <kbd>{shortcut}</kbd> : <Icon name="i-down" />}
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

/** One line of a menu: a link or a button. `note` says why it is off, or what it does. */
export function MenuItem({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <li>
      {children}
      {note === undefined ? null : <small>{note}</small>}
    </li>
  )
}

/** A quiet head within a menu. */
export function MenuHead({ children }: { children: ReactNode }) {
  return <li className="head">{children}</li>
}
