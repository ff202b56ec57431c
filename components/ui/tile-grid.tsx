// The province view: one square for each office, the number printed, fill by count. A list for screen readers; no map.
import type { ReactNode } from 'react'
import { fillOf } from './scenario-matrix.tsx'

export type Tile = {
  key: string
  name: ReactNode
  count: number
  text: ReactNode
  row: number
  column: number
  href?: string
  label: string
}

/** `row` and `column` count from 1 and come with the office, as data. */
export function TileGrid({ label, tiles, fill = fillOf }: { label: string; tiles: readonly Tile[]; fill?: (count: number) => number }) {
  return (
    <ul className="tiles" aria-label={label}>
      {tiles.map(({ key, name, count, text, row, column, href, label: spoken }) => {
        const face = (
          <>
            <small>{name}</small>
            <b>{text}</b>
          </>
        )
        const quintile = count > 0 ? fill(count) : undefined
        return (
          <li key={key} style={{ gridRow: row, gridColumn: column }}>
            {href === undefined ? (
              <span className="tile" data-q={quintile}>
                {face}
              </span>
            ) : (
              <a className="tile" data-q={quintile} href={href} aria-label={spoken}>
                {face}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
