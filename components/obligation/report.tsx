// One report of a laboratory: what was done, each item against its threshold with its interval, who signed, what became of it.
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { SectionHead } from '#components/ui/section'
import { IntervalBar } from './interval-bar.tsx'

export type ReportItem = {
  key: string
  name: string
  counted: string
  share: string
  interval: string
  /** Drawn only where a share is compared. */
  bar: { share: number; lower: number; upper: number; threshold: number | null; label: string }
  threshold: string
  verdict: { state: string; word: string }
  notes: readonly string[]
}
export type ReportView = {
  no: number
  title: string
  verdict: { state: string; word: string }
  outcome: string | null
  facts: readonly Entry[]
  items: readonly ReportItem[]
  cares: readonly string[]
  isCurrent: boolean
}
export type ReportWords = Record<'item' | 'counted' | 'share' | 'interval' | 'threshold' | 'verdict' | 'note', string>

export function Report({ report, words }: { report: ReportView; words: ReportWords }) {
  return (
    <section id={`report-${report.no}`} className={report.isCurrent ? 'pb-6' : 'pb-6'}>
      <SectionHead title={report.title} end={report.outcome} />
      <div className="row pt-2">
        <Mark state={report.verdict.state as MarkName} fill>
          {report.verdict.word}
        </Mark>
      </div>
      {report.cares.map((care) => (
        <p key={care} className="care">
          {care}
        </p>
      ))}
      <section className="scroll pt-2" aria-label={report.title} tabIndex={0}>
        <table className="table edge min-w-[760px]">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col" className="num">
                {words.counted}
              </th>
              <th scope="col" className="num">
                {words.share}
              </th>
              <th scope="col" style={{ width: 230 }}>
                {words.interval}
              </th>
              <th scope="col">{words.threshold}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item) => (
              <tr key={item.key}>
                <td className="flow">
                  <b>{item.name}</b>
                  {item.notes.map((note) => (
                    <small key={note} className="t2 block">
                      {note}
                    </small>
                  ))}
                </td>
                <td className="num">{item.counted}</td>
                <td className="num">{item.share}</td>
                <td>
                  <IntervalBar {...item.bar} />
                  <small className="t2 block">{item.interval}</small>
                </td>
                <td className="t2">{item.threshold}</td>
                <td>
                  <Mark state={item.verdict.state as MarkName}>{item.verdict.word}</Mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="pt-3">
        <DefinitionList entries={report.facts} />
      </div>
    </section>
  )
}
