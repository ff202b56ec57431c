// GET one measure of the reports page as CSV: `?measure=backlogAge&months=12`. For officers, within their jurisdiction.
import { handle, stop } from '#server/handle'
import { measureCodes, measureCsv, periodAsked } from '#server/measure-view'
import { catalogueNow } from '#server/rules-in-force'

export const GET = handle({ cost: 2, takes: ['measure', 'months'] }, async ({ actor, at, query }) => {
  const code = measureCodes.find((one) => one === query.get('measure'))
  if (!code) return stop('request.invalid', {}, [{ pointer: '/measure', code: 'invalid_value' }])
  return (
    (await measureCsv(actor, code, periodAsked(query.get('months')), at, await catalogueNow(at))) ??
    stop('case.notYours', { by: 'reviewer' })
  )
})
