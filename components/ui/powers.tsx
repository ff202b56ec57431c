// What an agent may decide: alone, after asking, never. Three columns on one set of rows, stacked on a phone.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Power = { title: ReactNode; sub: ReactNode; items: readonly { text: ReactNode; note?: ReactNode }[] }

export function Powers({
  alone,
  ask,
  you,
  none,
}: {
  alone: Power
  ask: Power
  you: Power /** The word for an empty column. */
  none: ReactNode
}) {
  return (
    <div className="powers">
      {(
        [
          ['d-alone', alone],
          ['d-ask', ask],
          ['d-you', you],
        ] as const
      ).map(([icon, { title, sub, items }]) => (
        <section key={icon}>
          <h3>
            <Icon name={icon} />
            {title}
          </h3>
          <p className="sub">{sub}</p>
          <ul>
            {items.map(({ text, note }, index) => (
              <li key={index}>
                {text}
                {note === undefined ? null : <small>{note}</small>}
              </li>
            ))}
            {items.length === 0 ? <li className="t3">{none}</li> : null}
          </ul>
        </section>
      ))}
    </div>
  )
}
