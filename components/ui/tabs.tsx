// The tabs of a case: addresses, not panels. Each may carry a small count.
import type { ReactNode } from 'react'

export type Tab = { href: string; text: ReactNode; count?: ReactNode; current?: boolean }

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, text, count, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {text}
          {count === undefined ? null : <small>{count}</small>}
        </a>
      ))}
    </nav>
  )
}
