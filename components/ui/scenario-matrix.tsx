// The scenario matrix: authorities down, scenarios across, grouped by area. Cell: glyph left (opening), number right, fill by count.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Opening = 'open' | 'conditional' | 'closed' | 'study'
export const openingIcon: Record<Opening, IconName> = { open: 'o-open', conditional: 'o-cond', closed: 'o-closed', study: 'o-study' }

export type MatrixColumn = { key: string; number?: ReactNode; name: ReactNode; crossed?: boolean }
export type MatrixArea = { key: string; name: ReactNode; columns: readonly MatrixColumn[] }
export type MatrixCell = {
  opening: Opening
  href: string
  /** How many agents use it; printed, and it sets the fill. */
  count?: number
  /** The cell in words: authority, scenario, opening, count. */
  label: string
  /** What stands instead of a number: the word for closed, a question mark under study. */
  sign?: ReactNode
  differs?: boolean
  current?: boolean
}
export type MatrixRow = { key: string; name: ReactNode; code?: ReactNode; crossed?: boolean; cells: readonly (MatrixCell | null)[] }

/** Which of five fills a count gets: 1–4, 5–9, 10–24, 25–49, 50 and more. */
export const fillOf = (count: number): 1 | 2 | 3 | 4 | 5 => (count < 5 ? 1 : count < 10 ? 2 : count < 25 ? 3 : count < 50 ? 4 : 5)

export function ScenarioMatrix({
  label,
  corner,
  areas,
  rows,
}: {
  label: string
  corner: ReactNode
  areas: readonly MatrixArea[]
  rows: readonly MatrixRow[]
}) {
  const columns = areas.flatMap(({ columns: inArea }) => inArea.map((column, index) => ({ ...column, first: index === 0 })))
  return (
    <section className="scroll" aria-label={label} tabIndex={0}>
      <table className="matrix">
        <colgroup>
          <col className="who" />
          {columns.map(({ key }) => (
            <col key={key} />
          ))}
        </colgroup>
        <thead>
          <tr className="area">
            <td />
            {areas.map(({ key, name, columns: inArea }) => (
              <th key={key} colSpan={inArea.length} scope="colgroup">
                {name}
              </th>
            ))}
          </tr>
          <tr className="names">
            <td className="cap t3 corner">{corner}</td>
            {columns.map(({ key, number, name, first, crossed }) => (
              <th key={key} scope="col" className={place(first, crossed)}>
                <span>
                  {number === undefined ? null : <small>{number}</small>} {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, code, crossed, cells }) => (
            <tr key={key}>
              <th scope="row" className={crossed ? 'cross' : undefined}>
                <b>{name}</b>
                {code === undefined ? null : <small>{code}</small>}
              </th>
              {columns.map((column, index) => (
                <td key={column.key} className={place(column.first, column.crossed)}>
                  <Cell cell={cells[index] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const place = (first: boolean, crossed?: boolean) => (first ? (crossed ? 'gap cross' : 'gap') : crossed ? 'cross' : undefined)

function Cell({ cell }: { cell: MatrixCell | null }) {
  if (cell === null) return <span className="cell z">·</span>
  const { opening, href, count, label, sign, differs, current } = cell
  const filled = (opening === 'open' || opening === 'conditional') && count !== undefined && count > 0
  const kind = opening === 'closed' ? ' shut' : opening === 'study' ? ' think' : ''
  return (
    <a
      className={`cell${kind}${differs ? ' diffs' : ''}`}
      data-q={filled ? fillOf(count) : undefined}
      href={href}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
    >
      <Icon name={openingIcon[opening]} />
      {sign === undefined ? <span>{count}</span> : <span className="cap">{sign}</span>}
    </a>
  )
}

/** The legend over a matrix: the openings, the ramp of counts, the corner that means "differs". */
export function MatrixKey({
  openings,
  none,
  counts,
  from,
  to,
  differs,
}: {
  openings: readonly { opening: Opening; word: ReactNode }[]
  none?: ReactNode
  counts?: ReactNode
  from: ReactNode
  to: ReactNode
  differs?: ReactNode
}) {
  return (
    <div className="key">
      {openings.map(({ opening, word }) => (
        <span key={opening}>
          <Icon name={openingIcon[opening]} />
          {word}
        </span>
      ))}
      {none === undefined ? null : <span className="none">{none}</span>}
      <span className="far">{counts}</span>
      <span className="ramp">
        <em>{from}</em>
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} data-q={step} />
        ))}
        <em>{to}</em>
      </span>
      {differs === undefined ? null : (
        <span>
          <i className="corner" />
          {differs}
        </span>
      )}
    </div>
  )
}

/** The panel under a matrix: what one cell says, in four columns. Each column after the first has a small head. */
export function Inspect({
  first,
  columns,
}: {
  first: ReactNode
  columns: readonly { key: string; title: ReactNode; children: ReactNode }[]
}) {
  return (
    <div className="inspect">
      <div>{first}</div>
      {columns.map(({ key, title, children }) => (
        <div key={key}>
          <h3>{title}</h3>
          {children}
        </div>
      ))}
    </div>
  )
}

/** Lines with a glyph: conditions, ceilings, concurrences. */
export function GlyphList({ items }: { items: readonly { key: string; icon: IconName; text: ReactNode }[] }) {
  return (
    <ul>
      {items.map(({ key, icon, text }) => (
        <li key={key}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
