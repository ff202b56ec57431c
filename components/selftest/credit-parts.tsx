// Pieces of a credit record: what it says, for how long, and what became of each repair.
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { SectionHead } from '#components/ui/section'

export function CreditFacts({ entries }: { entries: readonly Entry[] }) {
  return <DefinitionList entries={entries} />
}

export function Repairs({
  title,
  none,
  lines,
}: {
  title: string
  none: string
  lines: readonly { key: string; head: string; statement: string; assessment: string | null; decision: string | null }[]
}) {
  return (
    <section aria-labelledby="repairs" style={{ paddingTop: 28 }}>
      <SectionHead id="repairs" title={title} />
      {lines.length === 0 ? <p className="t2">{none}</p> : null}
      {lines.map((line) => (
        <div key={line.key} style={{ padding: '8px 0', borderBottom: 'var(--line-hair)' }}>
          <b>{line.head}</b>
          <p>{line.statement}</p>
          {line.assessment ? <p className="t2">{line.assessment}</p> : null}
          {line.decision ? <p>{line.decision}</p> : null}
        </div>
      ))}
    </section>
  )
}
