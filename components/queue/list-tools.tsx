'use client'
// Columns, row height and export of the queue. The choice is kept in cookies, so that the next first paint already has it.
import { Menu, MenuItem } from '#components/ui/menu'
import { type ColumnName, columnNames, fixedColumns } from './rows.tsx'

export type ToolWords = {
  columns: string
  density: string
  densities: Record<string, string>
  export: string
  csv: string
  ndjson: string
  heads: Record<ColumnName | 'select', string>
  exportFailed: string
}

const keep = (name: string, value: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the browsers we promise
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/console; max-age=31536000; samesite=lax`
}

/** The API answers CSV to who asks for it by name; a plain link cannot ask, so the answer is fetched and handed over as a file. */
const download = async (api: string, format: 'csv' | 'ndjson', name: string): Promise<boolean> => {
  const address = new URL(api, window.location.origin)
  for (const parameter of ['cursor', 'limit']) address.searchParams.delete(parameter)
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      headers: { accept: format === 'csv' ? 'text/csv' : 'application/x-ndjson' },
    })
    if (!response.ok) return false
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = `${name}.${format}`
    link.click()
    URL.revokeObjectURL(link.href)
    return true
  } catch {
    return false
  }
}

export function ListTools({
  api,
  plural,
  columns,
  density,
  words,
  onColumns,
  onDensity,
}: {
  api: string
  plural: string
  columns: readonly ColumnName[]
  density: string
  words: ToolWords
  onColumns: (columns: ColumnName[]) => void
  onDensity: (density: string) => void
}) {
  const toggle = (column: ColumnName) => {
    const next = columnNames.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one)))
    onColumns(next)
    keep('queue.columns', next.join('.'))
  }
  return (
    <>
      <Menu summary={words.columns} size="sm">
        {columnNames.map((column) => (
          <MenuItem key={column}>
            <label className="row">
              <input
                type="checkbox"
                className="box"
                checked={columns.includes(column)}
                disabled={fixedColumns.includes(column)}
                onChange={() => toggle(column)}
              />
              {words.heads[column]}
            </label>
          </MenuItem>
        ))}
      </Menu>
      <Menu summary={words.densities[density] ?? words.density} label={words.density} size="sm">
        {Object.entries(words.densities).map(([value, text]) => (
          <MenuItem key={value}>
            <button
              type="button"
              aria-pressed={value === density}
              onClick={() => {
                onDensity(value)
                keep('queue.density', value)
              }}
            >
              {text}
            </button>
          </MenuItem>
        ))}
      </Menu>
      <Menu summary={words.export} size="sm">
        {(['csv', 'ndjson'] as const).map((format) => (
          <MenuItem key={format}>
            <button type="button" onClick={() => void download(api, format, plural)}>
              {words[format]}
            </button>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
