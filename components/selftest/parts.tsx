// Pieces of a self-test that portal, console and platform show alike: answers, signatures, challenges, platforms.
import type { ReactNode } from 'react'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'

export function AnswerTable({
  caption,
  heads,
  lines,
}: {
  caption: string
  heads: readonly string[]
  lines: readonly {
    id: string
    name: string
    answer: string
    isMet: boolean
    evidence: string
    performedOn: string
    file: string | null
    act?: ReactNode
  }[]
}) {
  return (
    <PlainTable
      caption={caption}
      heads={heads}
      rows={lines.map((line) => [
        <span key="i">
          <span className="mono t3">{line.id}</span> {line.name}
          {line.act}
        </span>,
        <span key="a" className={line.isMet ? undefined : 'care'}>
          {line.answer}
        </span>,
        <span key="e">
          {line.evidence}
          {line.file ? <small className="mono t3 block">{`SHA-256 ${line.file.slice(0, 12)}…${line.file.slice(-6)}`}</small> : null}
        </span>,
        line.performedOn,
      ])}
    />
  )
}

export function Signatures({
  title,
  lines,
}: {
  title: string
  lines: readonly { no: number; head: string; statement: string | null; hash: string }[]
}) {
  return (
    <section aria-labelledby="signatures" style={{ paddingTop: 28 }}>
      <SectionHead id="signatures" title={title} />
      <ul style={{ paddingTop: 4 }}>
        {lines.map((line) => (
          <li key={line.no} style={{ padding: '8px 0', borderBottom: 'var(--line-hair)' }}>
            {line.head}
            {line.statement ? <p className="t2">{line.statement}</p> : null}
            <small className="mono t3 block" style={{ overflowWrap: 'anywhere' }}>
              SHA-256 {line.hash}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Challenges({
  title,
  lines,
}: {
  title: string
  lines: readonly {
    key: string
    head: string
    delivery: string
    facts: string
    reasons: string
    basis: readonly string[]
    items: readonly { name: string; finding: string }[]
  }[]
}) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="challenges" style={{ paddingTop: 28 }}>
      <SectionHead id="challenges" title={title} />
      {lines.map((line) => (
        <div key={line.key} style={{ padding: '8px 0', borderBottom: 'var(--line-hair)' }}>
          <b>{line.head}</b> <span className="t2">{line.delivery}</span>
          <ul className="numbered">
            {line.items.map((item) => (
              <li key={item.name}>
                {item.name} <span className="t2">{item.finding}</span>
              </li>
            ))}
          </ul>
          <p>{line.facts}</p>
          <p className="t2">
            {line.reasons} {line.basis.join(' ')}
          </p>
        </div>
      ))}
    </section>
  )
}

export function Listings({
  title,
  none,
  heads,
  lines,
  unsaid,
}: {
  title: string
  none: string
  unsaid: string
  heads: readonly string[]
  lines: readonly { id: string; name: string; finding: string | null; checkedOn: string | null; note: string; takenDownOn: string | null }[]
}) {
  return (
    <section aria-labelledby="listings" style={{ paddingTop: 28 }}>
      <SectionHead id="listings" title={title} />
      {lines.length === 0 ? (
        <p className="t2" style={{ paddingTop: 8 }}>
          {none}
        </p>
      ) : (
        <PlainTable
          caption={title}
          heads={heads}
          rows={lines.map((line) => [
            line.name,
            line.finding === null ? (
              <span key="f" className="care">
                {unsaid}
              </span>
            ) : (
              <span key="f">
                {line.finding} <small className="t2">{[line.checkedOn, line.note].filter(Boolean).join(' ')}</small>
              </span>
            ),
            line.takenDownOn ?? '–',
          ])}
        />
      )}
    </section>
  )
}
