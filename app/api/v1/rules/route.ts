// Which rules, limits, scenarios and calendars are in force on a day.

import { asOfIn } from '#server/as-of'
import { handle, stop } from '#server/handle'
import { rulesInForce } from '#server/rules'

export const GET = handle({ isOpen: true, takes: 'checked' }, async ({ query, at }) => {
  const { asOf, errors } = asOfIn(query, at)
  return errors.length > 0 ? stop('request.invalid', {}, errors) : rulesInForce(asOf)
})
