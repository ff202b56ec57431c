// Narrowing a list: the rail of facets, the chips of what is chosen, the tabs of saved views, the bar of what is selected.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Facet = {
  /** Query parameter. */
  name: string
  legend: ReactNode
  options: readonly { value: string; text: ReactNode; count?: ReactNode; chosen?: boolean }[]
  more?: { href: string; text: ReactNode }
}

/** A form that asks by GET, so that it works without JavaScript; `keep` carries the rest of the query. On a narrow screen it waits behind a link. */
export function FacetRail({
  label,
  action,
  facets,
  apply,
  keep = {},
}: {
  label: string
  action: string
  facets: readonly Facet[]
  apply: ReactNode
  keep?: Readonly<Record<string, string>>
}) {
  return (
    <aside className="rail" id="filters" aria-label={label}>
      <a className="btn sm to-filters" href="#filters">
        {label}
      </a>
      <form action={action} method="get" data-facets="">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {facets.map(({ name, legend, options, more }) => (
          <fieldset key={name}>
            <legend>{legend}</legend>
            {options.map(({ value, text, count, chosen }) => (
              <label key={value}>
                <input className="box" type="checkbox" name={name} value={value} defaultChecked={chosen} />
                <span>{text}</span>
                <span>{count}</span>
              </label>
            ))}
            {more ? (
              <a className="cap" href={more.href}>
                {more.text}
              </a>
            ) : null}
          </fieldset>
        ))}
        <button type="submit" className="btn sm apply">
          {apply}
        </button>
      </form>
    </aside>
  )
}

/** What is chosen, each a link that takes it away, then one that clears all. */
export function FilterChips({
  label,
  chips,
  clear,
}: {
  label: string
  chips: readonly { name: ReactNode; value: ReactNode; removeHref: string; removeLabel: string }[]
  clear?: { href: string; text: ReactNode }
}) {
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={label}>
      {chips.map(({ name, value, removeHref, removeLabel }) => (
        <li key={removeHref}>
          <a className="chip" href={removeHref} aria-label={removeLabel}>
            {name} <b>{value}</b>
            <Icon name="i-x" />
          </a>
        </li>
      ))}
      {clear ? (
        <li>
          <a className="cap" href={clear.href}>
            {clear.text}
          </a>
        </li>
      ) : null}
    </ul>
  )
}

export type View = { href: string; text: ReactNode; count?: ReactNode; current?: boolean }

/** The fixed queues, a thin line, the saved views, the way to save one; one fact at the far right. */
export function ViewsTabs({
  label,
  fixed,
  saved = [],
  save,
  end,
}: {
  label: string
  fixed: readonly View[]
  saved?: readonly View[]
  save?: ReactNode
  end?: ReactNode
}) {
  return (
    <nav className="views" aria-label={label}>
      {fixed.map((view) => (
        <ViewTab key={view.href} {...view} />
      ))}
      {saved.length > 0 || save ? <span className="divider" /> : null}
      {saved.map((view) => (
        <ViewTab key={view.href} {...view} />
      ))}
      {save}
      {end === undefined ? null : <span className="row cap t2 far">{end}</span>}
    </nav>
  )
}

function ViewTab({ href, text, count, current }: View) {
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {text}
      {count === undefined ? null : <small>{count}</small>}
    </a>
  )
}

/** Inverted bar at the foot of a list: how many are selected, what can be done, and what never is done in bulk. */
export function BulkBar({
  selected,
  never,
  children,
  hidden,
}: {
  selected: ReactNode
  never: ReactNode
  children: ReactNode
  hidden?: boolean
}) {
  return (
    <div className="bulk" data-bulk="" hidden={hidden}>
      <b aria-live="polite" data-bulk-count="">
        {selected}
      </b>
      {children}
      <span className="why">
        {never}
        <kbd>Esc</kbd>
      </span>
    </div>
  )
}

/** The line over a list: chips at the left, how many are shown and the list's own buttons at the right. */
export function ListBar({
  title,
  chips,
  shown,
  children,
}: {
  title?: ReactNode
  chips?: ReactNode
  shown?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="listbar">
      {title === undefined ? null : <h1 className="vh">{title}</h1>}
      {chips}
      <div className="row far">
        {shown === undefined ? null : <span className="cap t2">{shown}</span>}
        {children}
      </div>
    </div>
  )
}
