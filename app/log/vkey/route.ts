// The verifier key of the log (C2SP signed-note): get it once, keep it elsewhere.
import { handle } from '#server/handle'
import { verifierKey } from '#server/log'

export const GET = handle(
  { isOpen: true },
  async () =>
    new Response(verifierKey(), { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } }),
)
