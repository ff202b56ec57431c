// GET the scenario matrix as CSV: one line a listed pair, as in force and as proposed. For officers.
import { handle, stop } from '#server/handle'
import { scenarioCsv } from '#server/scenario-csv'

export const GET = handle({}, async ({ actor, at }) => {
  return (await scenarioCsv(actor, at)) ?? stop('case.notYours', { by: 'reviewer' })
})
