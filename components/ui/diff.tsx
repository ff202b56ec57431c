// What changed, field by field: old struck in ink-2, new on a celadon wash, on ochre when it loosens a limit. No red and green.
import { Fragment, type ReactNode } from 'react'

/** A value in pieces: plain text, what went (`del`), what came (`ins`), what came and loosens (`up`). */
export type Piece = string | { del: string } | { ins: string } | { up: string }
export type DiffRow = {
  key: string
  field: ReactNode
  before: readonly Piece[]
  after: readonly Piece[]
  /** One line that says why it matters. `pin` for a remark that is not a warning. */
  flag?: ReactNode
  pin?: boolean
  /** The change under the cursor. */
  current?: boolean
  mono?: boolean
}
export type DiffGroup = { key: string; title: ReactNode; note?: ReactNode; rows: readonly DiffRow[] }

export function Diff({
  heads,
  groups,
  prefix = 'change',
}: {
  heads: readonly [field: ReactNode, before: ReactNode, after: ReactNode]
  groups: readonly DiffGroup[]
  /** Of the row ids: two comparisons on one page have two. */
  prefix?: string
}) {
  return (
    <table className="diff">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={index} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, title, note, rows }) => (
        <tbody key={key}>
          <tr className="group">
            <th colSpan={3} scope="rowgroup">
              {title}
              {note === undefined ? null : <small>{note}</small>}
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={row.key} id={`${prefix}-${row.key}`} className={row.current ? 'on' : undefined}>
              <td>{row.field}</td>
              <td>
                <Pieces pieces={row.before} mono={row.mono} />
              </td>
              <td>
                <Pieces pieces={row.after} mono={row.mono} />
                {row.flag === undefined ? null : <span className={row.pin ? 'flag pin' : 'flag'}>{row.flag}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Pieces({ pieces, mono }: { pieces: readonly Piece[]; mono?: boolean }) {
  const parts = pieces.map((piece, index) => (
    <Fragment key={index}>
      {typeof piece === 'string' ? (
        piece
      ) : 'del' in piece ? (
        <del>{piece.del}</del>
      ) : 'ins' in piece ? (
        <ins>{piece.ins}</ins>
      ) : (
        <ins className="up">{piece.up}</ins>
      )}
    </Fragment>
  ))
  return mono ? <span className="mono">{parts}</span> : parts
}
