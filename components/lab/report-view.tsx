// One report as it was handed in: the verdict on every item with its interval, who signed, and what became of it.
import { DefinitionList } from '#components/ui/definition-list'
import { Mark, type MarkName } from '#components/ui/mark'
import { PlainTable } from '#components/ui/table'

export const verdictMark: Record<'pass' | 'partial' | 'fail', MarkName> = { pass: 'approved', partial: 'conditions', fail: 'refused' }

export type ReportShown = {
  no: number
  number: string
  verdict: 'pass' | 'partial' | 'fail'
  verdictWord: string
  method: string
  procedure: string
  performedOn: string
  receivedAt: string
  hash: string
  file: { id: string; name: string } | null
  correction: string | null
  superseded: string | null
  signed: string | null
  outcome: string | null
  items: readonly {
    id: string
    name: string
    counted: string
    threshold: string
    interval: string
    verdict: 'pass' | 'partial' | 'fail'
    verdictWord: string
    note: string
  }[]
}
export type ReportViewWords = {
  item: string
  counted: string
  threshold: string
  interval: string
  verdict: string
  method: string
  procedure: string
  performedOn: string
  receivedAt: string
  hash: string
  file: string
  correction: string
  caption: string
}

export function ReportView({ report, words }: { report: ReportShown; words: ReportViewWords }) {
  return (
    <article id={`report-${report.no}`} style={{ padding: '12px 0', borderBottom: 'var(--line-hair)' }}>
      <h3 className="row wide">
        <span className="mono">{report.number}</span>
        <Mark state={verdictMark[report.verdict]} fill>
          {report.verdictWord}
        </Mark>
        {report.superseded ? <span className="t3">{report.superseded}</span> : null}
        {report.signed ? <span className="t2">{report.signed}</span> : null}
        {report.outcome ? <span className="t2">{report.outcome}</span> : null}
      </h3>
      <PlainTable
        caption={`${words.caption} ${report.number}`}
        heads={[words.item, words.counted, words.threshold, words.interval, words.verdict]}
        rows={report.items.map((item) => [
          <span key="n">
            {item.name} <span className="mono t3">{item.id}</span>
            {item.note ? <small style={{ display: 'block' }}>{item.note}</small> : null}
          </span>,
          item.counted,
          item.threshold,
          item.interval,
          <Mark key="v" state={verdictMark[item.verdict]}>
            {item.verdictWord}
          </Mark>,
        ])}
      />
      <details style={{ paddingTop: 8 }}>
        <summary className="cap t2">{words.procedure}</summary>
        <DefinitionList
          entries={[
            { key: 'method', term: words.method, value: report.method },
            { key: 'procedure', term: words.procedure, value: report.procedure },
            { key: 'performed', term: words.performedOn, value: report.performedOn },
            { key: 'received', term: words.receivedAt, value: report.receivedAt },
            ...(report.correction ? [{ key: 'correction', term: words.correction, value: report.correction }] : []),
            ...(report.file
              ? [{ key: 'file', term: words.file, value: <a href={`/api/v1/attachments/${report.file.id}`}>{report.file.name}</a> }]
              : []),
            { key: 'hash', term: words.hash, value: <span style={{ overflowWrap: 'anywhere' }}>{report.hash}</span>, mono: true },
          ]}
        />
      </details>
    </article>
  )
}
