// GET a table of a recall as CSV: `?table=affected` or `?table=curve`.
import { handle, stop } from '#server/handle'
import { recallCsv, recallTables } from '#server/recall-csv'

export const GET = handle({ takes: ['table'] }, async ({ actor, at, params, query }) => {
  const table = recallTables.find((one) => one === query.get('table'))
  if (!table) return stop('request.invalid', {}, [{ pointer: '/table', code: 'invalid_value' }])
  return (await recallCsv(actor, params.id ?? '', table, at)) ?? stop('case.absent')
})
