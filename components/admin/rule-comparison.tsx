// What two editions of a set differ in: a group an item, a line each place that differs.
import { Diff } from '#components/ui/diff'

type Row = { key: string; field: string; before: string; after: string; isAdded: boolean; isRemoved: boolean }
export type RuleGroup = { key: string; title: string; note?: string; rows: readonly Row[] }

export function RuleComparison({
  groups,
  words,
}: {
  groups: readonly RuleGroup[]
  words: { field: string; before: string; after: string; same: string }
}) {
  if (groups.length === 0) return <p className="t2 pt-2">{words.same}</p>
  return (
    <section className="scroll" aria-label={words.after} tabIndex={0}>
      <Diff
        heads={[words.field, words.before, words.after]}
        groups={groups.map((group) => ({
          ...group,
          rows: group.rows.map((row) => ({
            key: row.key,
            field: row.field,
            before: row.isAdded ? [] : [{ del: row.before }],
            after: row.isRemoved ? [] : [{ ins: row.after }],
          })),
        }))}
      />
    </section>
  )
}
