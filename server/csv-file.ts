// A small table as a CSV file: byte order mark for spreadsheets, formulas made inert.
import 'server-only'
import { cell } from './export.ts'

export const csvFile = (name: string, heads: readonly string[], rows: readonly (readonly unknown[])[]): Response =>
  new Response(`\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })
