// The timeline of a case: when, who, what, and for a changed value what it was before and is after. The log entry stands at the right.
import type { ReactNode } from 'react'

export type TimelineItem = {
  key: string
  /** Date and time as printed; `at` is the machine's form. */
  when: string
  at?: string
  who: ReactNode
  what: ReactNode
  note?: ReactNode
  changes?: readonly { field: ReactNode; before: ReactNode; after: ReactNode }[]
  entry?: ReactNode
  /** `stop` for recall, refusal, overdue; `care` for a stopped clock or a return. */
  tone?: 'stop' | 'care'
}

/** `words` say before and after to screen readers. */
export function Timeline({ items, words }: { items: readonly TimelineItem[]; words: { before: string; after: string } }) {
  return (
    <ol className="timeline">
      {items.map(({ key, when, at, who, what, note, changes, entry, tone }) => (
        <li key={key} id={key} className={tone}>
          <time dateTime={at}>{when}</time>
          <span className="pip" />
          <div>
            <p>
              <b>{what}</b> <span className="t2">{who}</span>
            </p>
            {note === undefined ? null : <p className="t2">{note}</p>}
            {changes && changes.length > 0 ? (
              <dl className="was">
                {changes.map(({ field, before, after }, index) => (
                  <div key={index}>
                    <dt>{field}</dt>
                    <dd>
                      <span className="vh">{words.before} </span>
                      <del>{before}</del>
                      <span aria-hidden="true"> → </span>
                      <span className="vh"> {words.after} </span>
                      <ins>{after}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </div>
          <span className="n">{entry}</span>
        </li>
      ))}
    </ol>
  )
}
