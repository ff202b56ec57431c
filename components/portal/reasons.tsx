// What a decision says: conditions, the grounds it rests on, and where it can be challenged.
import type { ReactNode } from 'react'
import { PlainTable } from '#components/ui/table'

export function Conditions({
  items,
  none,
}: {
  items: readonly { key: string; text: ReactNode; due?: ReactNode; met?: ReactNode }[]
  none: ReactNode
}) {
  if (items.length === 0) return <p className="t2">{none}</p>
  return (
    <ol style={{ paddingTop: 8 }}>
      {items.map(({ key, text, due, met }, index) => (
        <li
          key={key}
          style={{
            display: 'grid',
            gridTemplateColumns: '24px minmax(0, 1fr) auto',
            gap: '0 12px',
            alignItems: 'baseline',
            padding: '6px 0',
            borderBottom: 'var(--line-hair)',
          }}
        >
          <span className="t3">{index + 1}</span>
          <span>{text}</span>
          <span className="t2 cap">{met ?? due}</span>
        </li>
      ))}
    </ol>
  )
}

export function Reasons({
  caption,
  heads,
  reasons,
}: {
  caption: string
  heads: readonly [string, string, string]
  reasons: readonly { rule: string; evidence: string; finding: string }[]
}) {
  if (reasons.length === 0) return null
  return <PlainTable caption={caption} heads={heads} rows={reasons.map(({ rule, evidence, finding }) => [rule, evidence, finding])} />
}
