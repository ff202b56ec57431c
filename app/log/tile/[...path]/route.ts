// Tiles and entry bundles of the log (C2SP tlog-tiles). A full one never changes; a partial one is given up once it is full.
import type { NextRequest } from 'next/server'
import { handle, stop } from '#server/handle'
import { tileAt } from '#server/log'

const year = 31_536_000
const day = 86_400

const serve = handle({ isOpen: true }, async ({ params }) => {
  const tile = (await tileAt(`tile/${params.path}`)) ?? stop('request.absent')
  return new Response(new Uint8Array(tile.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': tile.isFull ? `public, max-age=${year}, immutable` : `public, max-age=${day}`,
    },
  })
})

export const GET = (request: NextRequest, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> =>
  serve(request, { params: params.then(({ path }) => ({ path: path.join('/') })) })
