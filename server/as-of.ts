// The one parameter of the questions about rules: the day that is asked about, today where none is named.
import { z } from 'zod'
import { isDate, shanghaiDateOf } from '#domain/clock/day'
import type { FieldError } from './answer.ts'

/** The date in `asOf`, or today in Shanghai; anything else in the query is an error. */
export const asOfIn = (query: URLSearchParams, at: string): { asOf: string; errors: FieldError[] } => {
  const errors: FieldError[] = [...new Set(query.keys())]
    .filter((name) => name !== 'asOf')
    .map((name) => ({ pointer: `/${name}`, code: 'unknown_parameter' }))
  const asked = query.getAll('asOf')
  if (asked.length > 1) errors.push({ pointer: '/asOf', code: 'repeated' })
  const asOf = asked[0] ?? shanghaiDateOf(at)
  if (!z.iso.date().safeParse(asOf).success || !isDate(asOf)) errors.push({ pointer: '/asOf', code: 'invalid_format' })
  return { asOf, errors }
}
