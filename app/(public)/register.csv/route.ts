// The rows of a register query as CSV, as anybody sees them, for a plain link.
import { publicActor } from '#domain/case'
import { kinds } from '#domain/kinds'
import { exported } from '#server/export'
import { handle, stop } from '#server/handle'
import { listQueryIn } from '#server/list-query'

export const GET = handle({ isOpen: true, takes: 'checked', cost: 5 }, async ({ query, at }) => {
  const kind = kinds.get('filing') ?? stop('request.absent')
  const { query: wanted, errors } = listQueryIn(query, ['lang'])
  return errors.length > 0 ? stop('request.invalid', {}, errors) : exported(publicActor, kind, { ...wanted, scope: 'public' }, at, 'csv')
})
