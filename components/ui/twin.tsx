// The table twin under every chart: folds away, with the same data as CSV beside it.
import type { ReactNode } from 'react'

/** The link to the CSV stands beside the summary, not in it: a control within a control cannot be reached by everyone. */
export function TwinBox({
  summary,
  csvHref,
  csv,
  open,
  children,
}: {
  summary: ReactNode
  csvHref?: string
  csv?: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <div className="twinbox">
      <details open={open}>
        <summary className="cap t2">{summary}</summary>
        <div className="scroll">{children}</div>
      </details>
      {csvHref === undefined ? null : (
        <a className="cap csv" href={csvHref}>
          {csv}
        </a>
      )}
    </div>
  )
}

/** Keeps a wide drawing whole on a narrow screen: it scrolls, by key too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be wrong, there is nothing to fill in
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
