'use client'
// Arrow keys over the cells of the matrix: one cell is in the order of Tab, arrows move among them, Home and End go to the ends of a row.
import { useEffect, useRef } from 'react'

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The next cell in this direction, over the empty places. */
const nextCell = (
  table: HTMLTableElement,
  from: HTMLAnchorElement,
  [down, across]: readonly [number, number],
): HTMLAnchorElement | null => {
  const cell = from.closest('td')
  const line = from.closest('tr')
  if (!cell || !line) return null
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  let [row, column] = [rows.indexOf(line), cell.cellIndex]
  for (;;) {
    row += down
    column += across
    const place = rows[row]?.cells[column]
    if (!place || column < 1) return null
    const found = place.querySelector<HTMLAnchorElement>('a.cell')
    if (found) return found
  }
}

/** Put it inside the section that holds the table. */
export function MatrixKeys() {
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const table = anchor.current?.closest('section')?.querySelector('table')
    if (!table) return
    const cells = [...table.querySelectorAll<HTMLAnchorElement>('a.cell')]
    const rest = (chosen: HTMLAnchorElement | undefined) => {
      for (const cell of cells) cell.tabIndex = cell === chosen ? 0 : -1
    }
    rest(cells.find((cell) => cell.ariaCurrent === 'true') ?? cells[0])
    const onKey = (event: KeyboardEvent) => {
      const from = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.cell')
      if (!from || event.ctrlKey || event.metaKey || event.altKey) return
      const inRow = [...(from.closest('tr')?.querySelectorAll<HTMLAnchorElement>('a.cell') ?? [])]
      const step = steps[event.key]
      const next = step ? nextCell(table, from, step) : event.key === 'Home' ? inRow[0] : event.key === 'End' ? inRow.at(-1) : null
      if (!next) return
      event.preventDefault()
      rest(next)
      next.focus()
    }
    const onFocus = (event: FocusEvent) => {
      const cell = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.cell')
      if (cell) rest(cell)
    }
    table.addEventListener('keydown', onKey)
    table.addEventListener('focusin', onFocus)
    return () => {
      table.removeEventListener('keydown', onKey)
      table.removeEventListener('focusin', onFocus)
    }
  }, [])
  return <span ref={anchor} hidden />
}
