// The table twin under every chart: folds away, with the same data as CSV beside it.
import type { ReactNode } from 'react'
import { Scroll } from './scroll.tsx'

/** The link to the CSV stands beside the summary, not in it: a control within a control cannot be reached by everyone. */
export function TwinBox({
  summary,
  csvHref,
  csv,
  open,
  children,
}: {
  summary: string
  csvHref?: string
  csv?: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <div className="twinbox">
      <details open={open}>
        <summary className="cap t2">{summary}</summary>
        <Scroll label={summary}>{children}</Scroll>
      </details>
      {csvHref === undefined ? null : (
        <a className="cap csv" href={csvHref}>
          {csv}
        </a>
      )}
    </div>
  )
}
