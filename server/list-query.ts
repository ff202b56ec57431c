// The query string of a list: parsed strictly, the same for pages, API and exports. An unknown parameter is an error, never ignored.
import { z } from 'zod'
import { type Dimension, dimensions } from '#db/reads/count'
import { decodeCursor, type ListQuery, sorts } from '#db/reads/query'
import type { FieldError } from './answer.ts'

const date = z.iso.date()
const one = {
  q: z.string().max(200),
  ownerId: z.string().max(80),
  organisationId: z.string().max(80),
  labId: z.string().max(80),
  isOpen: z.enum(['true', 'false']),
  dueFrom: date,
  dueTo: date,
  sort: z.enum(sorts),
  limit: z.coerce.number().int().min(1).max(200),
  cursor: z
    .string()
    .max(400)
    .refine((cursor) => decodeCursor(cursor) !== null, 'cursor'),
  scope: z.enum(['posts', 'public']),
  tie: z.string().regex(/^[\w-]{1,40}:[\w:.-]{1,120}$/),
} as const
const isDimension = (name: string): name is Dimension => (dimensions as readonly string[]).includes(name)

/** The list query in these parameters, or what is wrong with them. Parameters in `besides` belong to somebody else. A dimension may be repeated or hold commas. */
export const listQueryIn = (params: URLSearchParams, besides: readonly string[] = []): { query: ListQuery; errors: FieldError[] } => {
  const query: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const name of new Set(params.keys())) {
    if (besides.includes(name)) continue
    const values = params.getAll(name)
    if (isDimension(name)) {
      const chosen = [...new Set(values.flatMap((value) => value.split(',')).filter((value) => value !== ''))]
      if (chosen.length > 50 || chosen.some((value) => !/^[\w.:-]{1,60}$/.test(value)))
        errors.push({ pointer: `/${name}`, code: 'invalid_value' })
      else if (chosen.length > 0) query[name] = chosen
    } else if (name in one) {
      const value = values.at(-1) ?? ''
      if (values.length > 1) {
        errors.push({ pointer: `/${name}`, code: 'repeated' })
        continue
      }
      if (value === '') continue
      const parsed = one[name as keyof typeof one].safeParse(value)
      if (!parsed.success) errors.push({ pointer: `/${name}`, code: parsed.error.issues[0]?.code ?? 'invalid' })
      else if (name === 'isOpen') query.isOpen = parsed.data === 'true'
      else if (name === 'tie') {
        const [link = '', to = ''] = String(parsed.data).split(/:(.*)/s)
        query.link = { name: link, to }
      } else query[name] = parsed.data
    } else errors.push({ pointer: `/${name}`, code: 'unknown_parameter' })
  }
  return { query: query as ListQuery, errors }
}
