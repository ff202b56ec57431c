// The changes that the company filed after the decision: all of them in a row, and the pending or the last one with its differences and class.
import { ChangeTable } from '#components/filing/change-table'
import { Scroll } from '#components/ui/scroll'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { changesOf, openChange } from '#domain/filing/change-state'
import { changeHeads, changeRows, changeView } from '#server/change-view'
import type { FilingCase } from '#server/filing-case'

export function FiledChanges({ c }: { c: FilingCase }) {
  const { r, filing } = c
  const { say } = r
  const shown = openChange(filing) ?? changesOf(filing).at(-1)
  if (!shown) return null
  const tests = shown.ordered.map((test) => [
    test.testItemId,
    test.outcome ? say(`filing.option.testOutcomes.${test.outcome}`) : say('filingChange.none'),
    test.number ?? say('filingChange.none'),
  ])
  return (
    <section className="px-6" aria-labelledby="filed-changes" style={{ paddingBlock: '16px 28px' }}>
      <SectionHead id="filed-changes" title={say('filingChange.history')} />
      <Scroll label={say('filingChange.history')}>
        <PlainTable caption={say('filingChange.history')} heads={changeHeads(r)} rows={changeRows(r, filing).map((row) => row.cells)} />
      </Scroll>
      <h3 style={{ paddingTop: 20 }}>{say('filingChange.of', { no: shown.no })}</h3>
      {shown.reason ? <p>{shown.reason}</p> : null}
      <ChangeTable
        {...changeView(r, filing, shown)}
        words={{
          field: say('filingChange.field'),
          before: say('filingChange.before'),
          after: say('filingChange.after'),
          more: say('filingChange.more'),
          difference: say('filingChange.difference'),
        }}
      />
      {tests.length > 0 ? (
        <PlainTable
          caption={say('filingChange.tests')}
          heads={[say('filingChange.tests'), say('filingChange.stage'), say('filingChange.no')]}
          rows={tests}
        />
      ) : null}
    </section>
  )
}
