// When there is nothing to show: empty, not found, forbidden, failed; and the rows that stand in while a list loads.
import type { ReactNode } from 'react'

/** Says what will appear and who puts it there; one act at most. */
export function Empty({ title, children, act, level = 2 }: { title: ReactNode; children?: ReactNode; act?: ReactNode; level?: 1 | 2 | 3 }) {
  const Title = `h${level}` as const
  return (
    <div className="empty">
      <Title>{title}</Title>
      {children === undefined ? null : <div className="t2">{children}</div>}
      {act === undefined ? null : <p className="row">{act}</p>}
    </div>
  )
}

/** A server failure: the reference to quote, what was saved, a way to try again; the problem document under details. */
export function Failure({
  title,
  children,
  reference,
  retry,
  details,
  problem,
  level = 1,
}: {
  title: ReactNode
  children?: ReactNode
  reference?: ReactNode
  retry?: ReactNode
  details?: ReactNode
  problem?: string
  level?: 1 | 2
}) {
  const Title = `h${level}` as const
  return (
    <section className="failure" role="alert">
      <Title>{title}</Title>
      {children === undefined ? null : <div className="t2">{children}</div>}
      {reference === undefined ? null : <p className="mono t2">{reference}</p>}
      {retry === undefined ? null : <p className="row">{retry}</p>}
      {problem === undefined ? null : (
        <details>
          <summary className="cap t2">{details}</summary>
          <pre className="mono" tabIndex={0}>
            {problem}
          </pre>
        </details>
      )}
    </section>
  )
}

/** Rows that stand in for a list: same height, shown only after 300 ms, announced as busy. */
export function Skeleton({ label, rows = 12, kind = 'table' }: { label: string; rows?: number; kind?: 'table' | 'ledger' | 'text' }) {
  return (
    <div className={`skeleton ${kind}`} aria-busy="true" role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        <i key={at} style={{ inlineSize: kind === 'text' ? `${92 - ((at * 17) % 38)}%` : undefined }} />
      ))}
    </div>
  )
}
