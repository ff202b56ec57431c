// The day that is asked about: real dates only, once, and nothing else in the query.
import { expect, test } from 'vitest'
import { asOfIn } from './as-of.ts'

const at = '2026-11-24T17:30:00.000Z'

test('without a day it is today in Shanghai', () => {
  expect(asOfIn(new URLSearchParams(), at)).toEqual({ asOf: '2026-11-25', errors: [] })
})

test('a real date is taken as it is', () => {
  expect(asOfIn(new URLSearchParams('asOf=2028-02-29'), at)).toEqual({ asOf: '2028-02-29', errors: [] })
})

test('what is no date, a repeated day and a strange parameter are errors at their place', () => {
  expect(asOfIn(new URLSearchParams('asOf=2026-02-30'), at).errors).toEqual([{ pointer: '/asOf', code: 'invalid_format' }])
  expect(asOfIn(new URLSearchParams('asOf=2026-01-01&asOf=2026-01-02'), at).errors).toEqual([{ pointer: '/asOf', code: 'repeated' }])
  expect(asOfIn(new URLSearchParams('on=2026-01-01'), at).errors).toEqual([{ pointer: '/on', code: 'unknown_parameter' }])
})
