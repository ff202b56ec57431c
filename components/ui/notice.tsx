// A notice or certificate: the only place with the Song face, framed by the thick-thin rule. No seal of any kind.
import type { ReactNode } from 'react'

/** `must` is the one sentence that has to be obeyed; `foot` holds the QR code and what it proves. */
export function Notice({
  title,
  sub,
  children,
  foot,
  level = 2,
}: {
  title: ReactNode
  sub?: ReactNode
  children: ReactNode
  foot?: ReactNode
  level?: 1 | 2
}) {
  const Title = `h${level}` as const
  return (
    <article className="notice">
      <Title className="song">{title}</Title>
      {sub === undefined ? null : <p className="sub">{sub}</p>}
      {children}
      {foot === undefined ? null : <footer>{foot}</footer>}
    </article>
  )
}

/** The line of a notice that must be obeyed, between two cinnabar rules. */
export function NoticeMust({ children }: { children: ReactNode }) {
  return <p className="must">{children}</p>
}
