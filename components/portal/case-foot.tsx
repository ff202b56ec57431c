// The end of every case page: letters about it, and what happened, each with its entry in the public log.
import type { ReactNode } from 'react'
import { SectionHead } from '#components/ui/section'
import { Timeline, type TimelineItem } from '#components/ui/timeline'

export type HistoryLine = Omit<TimelineItem, 'entry'> & { entryHref: string; entryText: string }

export function CaseHistory({
  title,
  lines,
  words,
}: {
  title: string
  lines: readonly HistoryLine[]
  words: { before: string; after: string }
}) {
  return (
    <section aria-labelledby="history" style={{ paddingTop: 32 }}>
      <SectionHead id="history" title={title} />
      <div style={{ paddingTop: 12 }}>
        <Timeline
          words={words}
          items={lines.map(({ entryHref, entryText, ...line }) => ({ ...line, entry: <a href={entryHref}>{entryText}</a> }))}
        />
      </div>
    </section>
  )
}

export function CaseLetters({
  title,
  none,
  letters,
}: {
  title: string
  none: string
  letters: readonly { id: string; text: ReactNode; note: ReactNode }[]
}) {
  return (
    <section aria-labelledby="letters" style={{ paddingTop: 32 }}>
      <SectionHead id="letters" title={title} />
      {letters.length === 0 ? (
        <p className="t2" style={{ paddingTop: 8 }}>
          {none}
        </p>
      ) : (
        <ul style={{ paddingTop: 4 }}>
          {letters.map(({ id, text, note }) => (
            <li key={id} className="row wide" style={{ padding: '8px 0', borderBottom: 'var(--line-hair)' }}>
              <a className="grow" href={`/portal/letters/${id}`}>
                {text}
              </a>
              <span className="cap t2">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
