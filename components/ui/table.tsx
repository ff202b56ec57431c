// Data tables of 32 px rows: fixed layout, sort by link, plain markup. A long list passes its body as `rowsHtml` (markup.tsx).
import type { ReactNode } from 'react'
import type { Html } from './markup.tsx'

export type Column = {
  /** Stable name, also the key. */
  key: string
  head: ReactNode
  /** Width in px; columns without one share the rest. */
  width?: number
  /** Numbers stand at the right. */
  number?: boolean
  /** In secondary ink. */
  quiet?: boolean
  /** Where a click on the head leads; `sorted` says how the list is sorted by it now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** May be left out below 1360 px. Cells of such a column carry class `lo`. */
  low?: boolean
  /** The head is for screen readers only. */
  mute?: boolean
  /** Text may wrap to more lines. */
  flow?: boolean
}

export type Row = {
  key: string
  cells: readonly ReactNode[]
  late?: boolean
  selected?: boolean
  cursor?: boolean
}

const headClass = ({ number, low, flow }: Column) =>
  [number ? 'num' : '', low ? 'lo' : '', flow ? 'flow' : ''].filter(Boolean).join(' ') || undefined
const cellClass = ({ number, quiet, low, flow, key }: Column) =>
  [number ? 'num' : '', quiet ? 't2' : '', low ? 'lo' : '', flow ? 'flow' : '', key === 'due' ? 'due' : ''].filter(Boolean).join(' ') ||
  undefined

/**
 * `label` names the table and the region that scrolls on a narrow screen. `edge` lets first and last column touch the
 * section's edges. `cards` turns rows into two-line cards on a phone (public lists). The key `due` styles the due column.
 */
export function DataTable({
  label,
  columns,
  rows,
  rowsHtml,
  edge,
  children,
}: {
  label: string
  columns: readonly Column[]
  rows?: readonly Row[]
  rowsHtml?: Html
  edge?: boolean
  children?: ReactNode
}) {
  return (
    <section className="scroll" aria-label={label} tabIndex={0}>
      <table className={edge ? 'table edge' : 'table'}>
        <colgroup>
          {columns.map(({ key, width, low }) => (
            <col key={key} className={low ? 'lo' : undefined} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={headClass(column)} aria-sort={column.sorted}>
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        {rowsHtml === undefined ? (
          <tbody>
            {rows?.map(({ key, cells, late, selected, cursor }) => (
              <tr key={key} className={late ? 'late' : undefined} aria-selected={selected} data-cursor={cursor ? '' : undefined}>
                {cells.map((cell, index) => {
                  const column = columns[index]
                  return (
                    <td key={index} className={column && cellClass(column)}>
                      {cell}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: Html is only made by markup.tsx, which escapes every value
          <tbody dangerouslySetInnerHTML={{ __html: rowsHtml.html }} />
        )}
        {children}
      </table>
    </section>
  )
}

function Head({ column: { head, sortHref, sorted, mute } }: { column: Column }) {
  if (mute) return <span className="vh">{head}</span>
  const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : ''
  return sortHref === undefined ? (
    <>
      {head}
      {arrow}
    </>
  ) : (
    <a className="quiet" href={sortHref} rel="nofollow">
      {head}
      {arrow}
    </a>
  )
}

/** A small reading table on public pages; on a phone its rows become blocks. `numbers` lists the columns that hold numbers. */
export function PlainTable({
  caption,
  heads,
  rows,
  numbers = [],
}: {
  caption?: string
  heads: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
  numbers?: readonly number[]
}) {
  return (
    <table className="plain">
      {caption === undefined ? null : <caption className="vh">{caption}</caption>}
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={index} scope="col" className={numbers.includes(index) ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, index) => (
              <td
                key={index}
                className={numbers.includes(index) ? 'num' : undefined}
                // On a phone the heads are gone: a bare number would say nothing.
                data-head={numbers.includes(index) && typeof heads[index] === 'string' ? heads[index] : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Keyset paging: what is shown, and the way on. There is no page number to jump to, so there is no wrong one. */
export function Pager({
  label,
  shown,
  next,
  first,
}: {
  label: string
  shown: ReactNode
  next?: { href: string; text: ReactNode }
  first?: { href: string; text: ReactNode }
}) {
  return (
    <nav className="pager cap t2" aria-label={label}>
      <span>{shown}</span>
      {first ? <a href={first.href}>{first.text}</a> : null}
      {next ? (
        <a href={next.href} rel="next">
          {next.text}
        </a>
      ) : null}
    </nav>
  )
}
