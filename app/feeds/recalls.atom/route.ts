// Recalls as Atom (RFC 4287).
import { handle } from '#server/handle'
import { recallsAtom } from '#server/recall-feed'

export const GET = handle(
  { isOpen: true, cost: 3 },
  async () =>
    new Response(await recallsAtom(), {
      headers: {
        'content-type': 'application/atom+xml; charset=utf-8',
        'cache-control': 'public, max-age=60',
        vary: 'Accept-Language, Cookie',
      },
    }),
)
