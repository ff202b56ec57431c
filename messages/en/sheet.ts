// The words of the sheet of parts, in English.
import type { Same } from '../shape.ts'
import type { sheet as source } from '../zh/sheet.ts'

export const sheet: Same<typeof source> = { title: 'Sheet of parts', lead: 'Paper, ink, one celadon line; cinnabar only ever means stop.' }
