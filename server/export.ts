// The same rows as a list, as CSV (with BOM, formulas made inert) or NDJSON, streamed.
import 'server-only'
import { all } from '#db/reads/list'
import type { Item } from '#db/reads/page'
import type { ListQuery } from '#db/reads/query'
import type { Actor, Kind } from '#domain/case'

const columns = [
  'number',
  'titleZh',
  'titleEn',
  'organisationName',
  'status',
  'mark',
  'lane',
  'tier',
  'sector',
  'scenario',
  'region',
  'dueOn',
  'dueRule',
  'openedAt',
  'decidedAt',
  'id',
  'version',
] as const satisfies readonly (keyof Item)[]

/** A cell that no spreadsheet takes for a formula (ASVS 1.2.10), quoted where it must be. */
export const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  // Space and unseen characters before the sign, and its full-width twin, make a formula in some programs all the same.
  const inert =
    typeof value !== 'number' && /^(?:[\t\r\n]|[\s\u200B-\u200F\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

export type Format = 'csv' | 'ndjson'
export const formatOf = (accept: string | null): Format | null =>
  accept?.includes('text/csv') ? 'csv' : accept?.includes('application/x-ndjson') ? 'ndjson' : null

/** All rows of the query, however many, a chunk at a time. */
export const exported = (actor: Actor, kind: Kind, query: ListQuery, at: string, format: Format): Response => {
  const encoder = new TextEncoder()
  const rows = all(actor, kind, query, at)
  let isFirst = true
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isFirst) {
        isFirst = false
        if (format === 'csv') controller.enqueue(encoder.encode(`\uFEFF${columns.join(',')}\r\n`))
      }
      const lines: string[] = []
      while (lines.length < 200) {
        const next = await rows.next()
        if (next.done) {
          if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
          controller.close()
          return
        }
        lines.push(
          format === 'csv' ? `${columns.map((column) => cell(next.value[column])).join(',')}\r\n` : `${JSON.stringify(next.value)}\n`,
        )
      }
      controller.enqueue(encoder.encode(lines.join('')))
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${kind.plural}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
