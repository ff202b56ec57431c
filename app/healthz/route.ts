// Ready or not, in one word.
import { handle } from '#server/handle'
import { readiness } from '#server/readiness'

export const GET = handle({ isOpen: true }, async () => {
  const { isReady } = await readiness()
  return new Response(isReady ? 'ok\n' : 'not ready\n', {
    status: isReady ? 200 : 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
})
