// Names and what they hold: `.kv` for reading, `.facts` for short figures in a margin.
import type { ReactNode } from 'react'

export type Entry = { key: string; term: ReactNode; value: ReactNode; mono?: boolean }

export function DefinitionList({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl className="kv">
      {entries.flatMap(({ key, term, value, mono }) => [
        <dt key={`${key}-term`}>{term}</dt>,
        <dd key={key} className={mono ? 'mono t2' : undefined}>
          {value}
        </dd>,
      ])}
    </dl>
  )
}

/** Figures at the right; `text` for sentences, which start at the left. `care` marks a line that needs care. */
export function Facts({ entries, text }: { entries: readonly (Omit<Entry, 'mono'> & { care?: boolean })[]; text?: boolean }) {
  return (
    <dl className={text ? 'facts text' : 'facts'}>
      {entries.map(({ key, term, value, care }) => (
        <div key={key}>
          <dt className={care ? 'care nw' : text ? 'nw' : undefined}>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a person wrote, each with a way back to change it: the page before submitting. */
export function CheckAnswers({
  entries,
}: {
  entries: readonly (Entry & { changeHref?: string; change?: ReactNode; changeLabel?: string })[]
}) {
  return (
    <dl className="answers">
      {entries.map(({ key, term, value, mono, changeHref, change, changeLabel }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd className={mono ? 'mono' : undefined}>{value}</dd>
          {changeHref === undefined ? null : (
            <dd className="to">
              <a href={changeHref} aria-label={changeLabel}>
                {change}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
