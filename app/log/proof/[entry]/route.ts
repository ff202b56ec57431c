// The receipt of one log entry (C2SP tlog-proof): verified offline with scripts/verify-receipt.mjs and the key of the log.
import { handle, stop } from '#server/handle'
import { receiptOf } from '#server/log'

export const GET = handle({ isOpen: true }, async ({ params, at }) => {
  const receipt = (await receiptOf(params.entry ?? '', at)) ?? stop('request.absent')
  return new Response(receipt, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${params.entry}.tlog-proof"`,
      'cache-control': 'no-cache',
    },
  })
})
