// Two people changed the same case: base, yours and theirs for each field, a choice for each. Works inside a form.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Scroll } from './scroll.tsx'

export type ConflictField = {
  key: string
  label: string
  base: ReactNode
  yours: ReactNode
  theirs: ReactNode
  chosen?: 'yours' | 'theirs'
}
export type ConflictWords = { field: ReactNode; base: ReactNode; yours: string; theirs: string }

/** The choices are posted as `<key>` = `yours` | `theirs`. `acts` holds the merge and the way out. */
export function ConflictPanel({
  title,
  by,
  fields,
  words,
  acts,
}: {
  title: ReactNode
  by: ReactNode
  fields: readonly ConflictField[]
  words: ConflictWords
  acts: ReactNode
}) {
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        <Icon name="i-care" size={16} />
        {title}
      </h2>
      <p className="t2">{by}</p>
      <Scroll label={words.yours}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.base}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ key, label, base, yours, theirs, chosen = 'theirs' }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="t2">{base}</td>
                {(
                  [
                    ['yours', yours],
                    ['theirs', theirs],
                  ] as const
                ).map(([side, value]) => (
                  <td key={side} className="side">
                    <label className="tick">
                      <input
                        className="box"
                        type="radio"
                        name={key}
                        value={side}
                        defaultChecked={chosen === side}
                        aria-label={`${label} · ${words[side]}`}
                      />
                      <span>{value}</span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="row acts-line">{acts}</div>
    </section>
  )
}
