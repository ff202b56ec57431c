// The officers' scenario matrix: as the public one, with a place to propose for every listed pair, roving focus for the arrow keys and the crossing of the chosen cell.
import { Icon } from '#components/ui/icon'
import { fillOf, openingIcon } from '#components/ui/scenario-matrix'
import { MatrixKeys } from './matrix-keys.tsx'

export type OpeningCell = {
  key: string
  /** `none`: the pair is listed and nothing was ever proposed. */
  state: 'open' | 'conditional' | 'closed' | 'study' | 'none'
  href: string
  count: number
  /** The cell in words: sector, scenario, opening, count. */
  label: string
  /** Stands instead of the number: the word for closed, suspended, a question mark under study. */
  sign?: string
  differs: boolean
  current: boolean
}
type Area = { key: string; name: string; columns: readonly { clause: number; name: string }[] }
type Row = { sector: string; name: string; code: string; cells: readonly (OpeningCell | null)[] }

const classOf = ({ state, differs }: OpeningCell) =>
  ['cell', state === 'closed' ? 'shut' : state === 'study' ? 'think' : state === 'none' ? 'z' : '', differs ? 'diffs' : '']
    .filter(Boolean)
    .join(' ')

function Face({ cell: { state, sign, count } }: { cell: OpeningCell }) {
  if (state === 'none') return <span aria-hidden="true">·</span>
  return (
    <>
      <Icon name={openingIcon[state]} />
      {sign === undefined ? <span>{count}</span> : <span className="cap">{sign}</span>}
    </>
  )
}

/** `hint` tells of the arrow keys. Without JavaScript every cell is a link in the order of reading. */
export function OpeningMatrix({
  label,
  corner,
  hint,
  areas,
  rows,
  sector,
  clause,
}: {
  label: string
  corner: string
  hint: string
  areas: readonly Area[]
  rows: readonly Row[]
  sector: string | null
  clause: number | null
}) {
  const columns = areas.flatMap((area) => area.columns.map((column, index) => ({ ...column, isFirst: index === 0 })))
  const place = ({ isFirst, clause: of }: (typeof columns)[number]) =>
    [isFirst ? 'gap' : '', of === clause ? 'cross' : ''].filter(Boolean).join(' ') || undefined
  return (
    <section className="scroll" aria-label={label} aria-describedby="matrix-hint" tabIndex={0} data-matrix="">
      <p className="vh" id="matrix-hint">
        {hint}
      </p>
      <table className="matrix">
        <colgroup>
          <col className="who" />
          {columns.map((column) => (
            <col key={column.clause} />
          ))}
        </colgroup>
        <thead>
          <tr className="area">
            <td />
            {areas.map((area) => (
              <th key={area.key} colSpan={area.columns.length} scope="colgroup">
                {area.name}
              </th>
            ))}
          </tr>
          <tr className="names">
            <td className="cap t3 corner">{corner}</td>
            {columns.map((column) => (
              <th key={column.clause} scope="col" className={place(column)}>
                <span>
                  <small>{column.clause}</small> {column.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sector}>
              <th scope="row" className={row.sector === sector ? 'cross' : undefined}>
                <b>{row.name}</b>
                <small>{row.code}</small>
              </th>
              {columns.map((column, index) => {
                const cell = row.cells[index]
                return (
                  <td key={column.clause} className={place(column)}>
                    {cell ? (
                      <a
                        className={classOf(cell)}
                        href={cell.href}
                        aria-label={cell.label}
                        aria-current={cell.current ? 'true' : undefined}
                        data-q={(cell.state === 'open' || cell.state === 'conditional') && cell.count > 0 ? fillOf(cell.count) : undefined}
                      >
                        <Face cell={cell} />
                      </a>
                    ) : (
                      <span className="cell" aria-hidden="true" />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <MatrixKeys />
    </section>
  )
}
