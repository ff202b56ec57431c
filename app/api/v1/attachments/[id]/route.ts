// GET the bytes of a file that the reader may see named in a case.
import { download } from '#server/attachment'
import { handle } from '#server/handle'

export const GET = handle({ isOpen: true, takes: ['purpose'], cost: 2 }, download)
