// The table of one measure as CSV.
import { type MeasureCode, measure, measureCodes } from '#db/reads/statistics'
import { cell } from '#server/export'
import { handle, stop } from '#server/handle'
import { catalogueNow } from '#server/rules-in-force'

export const GET = handle({}, async ({ actor, query, at }) => {
  const code = query.get('measure') ?? ''
  const months = Number(query.get('months') ?? 6)
  if (!(measureCodes as readonly string[]).includes(code) || ![3, 6, 12].includes(months)) return stop('request.invalid', {}, [{ pointer: '/measure', code: 'invalid_value' }])
  const { columns, rows } = await measure(actor, code as MeasureCode, at, await catalogueNow(at), months)
  const lines = [['key', ...columns].join(','), ...rows.map((row) => [row.key, ...columns.map((column) => row.values[column] ?? '')].map(cell).join(','))]
  return new Response(`\uFEFF${lines.join('\r\n')}\r\n`, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${code}.csv"` } })
})
