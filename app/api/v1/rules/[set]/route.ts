// One set of rules as in force on a day: versioned data with source and confidence.
import { asOfIn } from '#server/as-of'
import { handle, stop } from '#server/handle'
import { ruleSetOn } from '#server/rules'

export const GET = handle({ isOpen: true, takes: 'checked' }, async ({ params, query, at }) => {
  const { asOf, errors } = asOfIn(query, at)
  if (errors.length > 0) return stop('request.invalid', {}, errors)
  return (await ruleSetOn(params.set ?? '', asOf)) ?? stop('request.absent')
})
