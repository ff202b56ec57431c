// Four eyes: one line for each person who must look, and the act beside the reason why it cannot be done yet.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { SectionHead } from './section.tsx'

export type Eye = {
  key: string
  who: ReactNode
  /** `done` looked and agrees, `query` has an objection, `open` has not looked. */
  state: 'done' | 'query' | 'open'
  says: ReactNode
  note?: ReactNode
}

const glyph = { done: 'i-tick', query: 'c-query', open: 'c-none' } as const
const tone = { done: 't2', query: 'care', open: 't3' } as const

export function FourEyes({ title, rule, eyes, act }: { title: ReactNode; rule?: ReactNode; eyes: readonly Eye[]; act?: ReactNode }) {
  return (
    <section className="four">
      <SectionHead level={3} title={title} end={rule} />
      <ol>
        {eyes.map(({ key, who, state, says, note }) => (
          <li key={key}>
            <Icon name={glyph[state]} />
            <span>{who}</span>
            <span className={tone[state]}>{says}</span>
            {note === undefined ? null : <small>{note}</small>}
          </li>
        ))}
      </ol>
      {act === undefined ? null : <div className="act">{act}</div>}
    </section>
  )
}
