// Who a case is: number, tier and state; name and company; owner and place. The spine at the left takes the state's colour.
import type { ReactNode } from 'react'
import type { MarkName } from './icon.tsx'

/** `state` colours the spine; `lead` holds number, tier and filled mark; `end` of the meta line holds the clock. */
export function IdentityBar({
  state,
  lead,
  title,
  company,
  code,
  acts,
  meta = [],
  end,
}: {
  state: MarkName
  lead: ReactNode
  title: ReactNode
  company?: ReactNode
  /** Identity code or credit code of the company, in mono. */
  code?: ReactNode
  acts?: ReactNode
  meta?: readonly ReactNode[]
  end?: ReactNode
}) {
  return (
    <div className="idbar" data-state={state}>
      <div className="lead">{lead}</div>
      <h1>
        {title}
        {company === undefined && code === undefined ? null : (
          <small>
            {company} {code === undefined ? null : <span className="mono">{code}</span>}
          </small>
        )}
      </h1>
      {acts === undefined ? null : <div className="acts">{acts}</div>}
      <div className="meta">
        {meta.map((part, index) => (
          <span key={index}>{part}</span>
        ))}
        {end === undefined ? null : <span className="far">{end}</span>}
      </div>
    </div>
  )
}

/** Somebody else is looking at the same case: their initial, then the sentence. */
export function AlsoHere({ initial, children }: { initial: string; children: ReactNode }) {
  return (
    <span className="also">
      <i aria-hidden="true">{initial}</i>
      {children}
    </span>
  )
}
