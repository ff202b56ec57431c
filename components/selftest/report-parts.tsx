// Pieces of an information report: its figures, what a platform verified and took down.
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'

export function Figures({
  title,
  heads,
  lines,
}: {
  title: string
  heads: readonly [string, string]
  lines: readonly { key: string; name: string; value: string }[]
}) {
  return (
    <section aria-labelledby="figures" style={{ paddingTop: 20 }}>
      <SectionHead id="figures" title={title} />
      <PlainTable
        caption={title}
        heads={[...heads]}
        rows={lines.map((line) => [
          line.name,
          <span key="v" className="mono">
            {line.value}
          </span>,
        ])}
      />
    </section>
  )
}

export function SaidOfListings({
  title,
  heads,
  lines,
}: {
  title: string
  heads: readonly string[]
  lines: readonly { key: string; name: string; said: string; on: string; note: string }[]
}) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title} style={{ paddingTop: 20 }}>
      <SectionHead title={title} />
      <PlainTable caption={title} heads={heads} rows={lines.map((line) => [line.name, line.said, line.on, line.note])} />
    </section>
  )
}
