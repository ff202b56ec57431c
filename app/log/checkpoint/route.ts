// The newest signed tree head (C2SP tlog-checkpoint).
import { handle, stop } from '#server/handle'
import { checkpointNote } from '#server/log'

export const GET = handle({ isOpen: true }, async () => {
  const note = (await checkpointNote()) ?? stop('request.absent')
  return new Response(note, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' } })
})
