// Recalls as JSON Feed 1.1.
import { handle } from '#server/handle'
import { recallsJson } from '#server/recall-feed'

export const GET = handle(
  { isOpen: true, cost: 3 },
  async () =>
    new Response(await recallsJson(), {
      headers: {
        'content-type': 'application/feed+json; charset=utf-8',
        'cache-control': 'public, max-age=60',
        vary: 'Accept-Language, Cookie',
      },
    }),
)
