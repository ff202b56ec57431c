// Buttons and the links that look like them, and the two-way segment. A disabled button stands beside its reason.
import type { ComponentProps, ReactNode } from 'react'

type Look = {
  /** `go` the one primary act, `halt` recall, refuse or stop, `bare` without an edge. */
  tone?: 'go' | 'halt' | 'bare'
  size?: 'sm' | 'lg'
  /** The key that does the same. */
  shortcut?: string
}

const looks = ({ tone, size }: Look) => ['btn', tone, size].filter(Boolean).join(' ')

export function Button({ tone, size, shortcut, className, children, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button {...rest} type={type} className={className ? `${looks({ tone, size })} ${className}` : looks({ tone, size })}>
      {children}
      {shortcut ? <kbd>{shortcut}</kbd> : null}
    </button>
  )
}

export function LinkButton({ tone, size, shortcut, className, children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={className ? `${looks({ tone, size })} ${className}` : looks({ tone, size })}>
      {children}
      {shortcut ? <kbd>{shortcut}</kbd> : null}
    </a>
  )
}

/** A disabled act with the reason at its side; the reason is tied to the button for screen readers. */
export function BlockedButton({ id, reason, children, ...look }: Look & { id: string; reason: ReactNode; children: ReactNode }) {
  return (
    <>
      <button type="button" className={looks(look)} disabled aria-describedby={`${id}-why`}>
        {children}
      </button>
      <small className="t2" id={`${id}-why`}>
        {reason}
      </small>
    </>
  )
}

/** Two or three ways of looking at the same thing; each is an address. */
export function Segments({ label, items }: { label: string; items: readonly { href: string; text: ReactNode; current?: boolean }[] }) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map(({ href, text, current }) => (
        <a key={href} href={href} aria-current={current ? 'true' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}

/** Acts in one line: buttons, then links. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="row wide acts-line">{children}</div>
}
