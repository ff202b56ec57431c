// The query string of the deadline question, good and bad.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerDeadline } from './answer.ts'
import { shippedCalendar } from './calendar.ts'
import { shippedLimits } from './limits.ts'

const ask = (query: string | URLSearchParams) => answerDeadline(new URLSearchParams(query), shippedLimits, shippedCalendar)
const issues = (query: string) => {
  const answered = ask(query)
  return answered.ok ? [] : answered.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
}
const start = 'startAt=2026-09-23T04:00:00Z'

test('a question is answered with the rule, its source, the date and the steps', () => {
  const answered = ask(`rule=FIL-4&${start}&pause=2026-10-20T09:00:00%2B08:00/2026-10-28T09:00:00%2B08:00`)
  expect(answered).toMatchObject({
    ok: true,
    answer: { rule: 'FIL-4', source: 'Order 9 art 25', dueOn: '2026-11-19', flagged: false, notBefore: null },
  })
  expect(answered.ok && answered.answer.steps[0]).toMatchObject({ on: '2026-09-23', what: 'started', counted: 0 })
})

test('pause may be repeated, left open, and written with a plain plus; extended is true or false', () => {
  const dueOn = (query: string) => {
    const answered = ask(query)
    return answered.ok && 'dueOn' in answered.answer ? answered.answer.dueOn : answered
  }
  expect(dueOn(`rule=FIL-4&${start}&pause=2026-10-20T00:00Z/2026-10-26T00:00Z&pause=2026-10-26T00:00Z/2026-10-28T00:00Z`)).toBe(
    '2026-11-19',
  )
  expect(dueOn('rule=FIL-4&startAt=2026-09-23T12:00:00+08:00&pause=2026-10-20T09:00:00+08:00/2026-10-28T09:00:00+08:00')).toBe('2026-11-19')
  expect(dueOn(`rule=FIL-4&${start}&extended=true`)).toBe('2026-11-25')
  expect(dueOn(`rule=FIL-4&${start}&extended=false`)).toBe('2026-11-11')
  for (const open of ['', '..']) {
    expect(ask(`rule=FIL-4&${start}&pause=2026-10-20T00:00Z/${open}`)).toMatchObject({
      ok: true,
      answer: { dueOn: null, stoppedSince: '2026-10-20' },
    })
  }
})

test('a minute clock answers with an instant instead of a date', () => {
  const answered = ask('rule=INC-3&startAt=2026-02-17T23:30:00%2B08:00')
  expect(answered).toMatchObject({ ok: true, answer: { dueAt: '2026-02-18T03:30:00+08:00', flagged: false, notBefore: null } })
})

test.each([
  ['', ['rule', 'startAt']],
  [`rule=FIL-30&${start}`, ['rule']],
  [`rule=toString&${start}`, ['rule']],
  ['rule=LIC-1', ['startAt']],
  [`rule=LIC-1&rule=LIC-3&${start}`, ['rule']],
  ['rule=LIC-1&startAt=2026-09-23T12:00:00', ['startAt']],
  ['rule=LIC-1&startAt=2026-09-23', ['startAt']],
  ['rule=LIC-1&startAt=2026-09-31T12:00:00Z', ['startAt']],
  ['rule=LIC-1&startAt=', ['startAt']],
  [`rule=LIC-1&${start}&${start}`, ['startAt']],
  [`rule=LIC-3&${start}&pause=2026-10-20T00:00Z`, ['pause.0']],
  [`rule=LIC-3&${start}&pause=`, ['pause.0']],
  [`rule=LIC-3&${start}&pause=/2026-10-20T00:00Z`, ['pause.0']],
  [`rule=LIC-3&${start}&pause=2026-10-20T00:00Z/2026-10-21T00:00`, ['pause.0']],
  [`rule=LIC-3&${start}&pause=2026-10-20T00:00Z/2026-10-21T00:00Z/x`, ['pause.0']],
  [`rule=LIC-3&${start}&pause=2026-10-20T00:00Z/2026-10-19T00:00Z`, ['pause.0']],
  [`rule=LIC-3&${start}&extended=yes`, ['extended']],
  [`rule=LIC-3&${start}&extended=`, ['extended']],
  [`rule=LIC-3&${start}&extended=true&extended=true`, ['extended']],
  [`rule=LIC-3&${start}&calendar=x`, ['']],
  [`rule=LIC-3&${start}&__proto__=x`, ['']],
] as const)('bad input is told field by field: %s', (query, fields) => {
  expect(issues(query).map((issue) => issue.split(' ')[0])).toEqual(fields)
})

test('what is wrong with an instant or a pause is a code', () => {
  expect(issues('rule=LIC-1&startAt=2026-09-23T12:00:00')).toEqual(['startAt deadline.offsetOrDateMissing'])
  expect(issues(`rule=LIC-3&${start}&pause=a/b`)).toEqual(['pause.0 deadline.pauseNotTwoInstants'])
  expect(issues(`rule=LIC-3&${start}&pause=2026-10-20T00:00Z/2026-10-19T00:00Z`)).toEqual(['pause.0 deadline.pauseEndsBeforeItBegins'])
})

test('no query whatever makes it throw', () => {
  const names = fc.constantFrom('rule', 'startAt', 'pause', 'extended', 'x')
  const instants = fc
    .date({ min: new Date('1899-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const values = fc.oneof(
    fc.constantFrom(...Object.keys(shippedLimits), 'true'),
    instants,
    fc.tuple(instants, instants).map((pair) => pair.join('/')),
    fc.string(),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, values), { maxLength: 6 }),
      fc.constantFrom(...Object.keys(shippedLimits)),
      instants,
      (pairs, rule, startAt) => {
        expect(typeof ask(new URLSearchParams(pairs)).ok).toBe('boolean')
        expect(
          typeof ask(new URLSearchParams([['rule', rule], ['startAt', startAt], ...pairs.filter(([name]) => name === 'pause')])).ok,
        ).toBe('boolean')
      },
    ),
    { numRuns: 1500 },
  )
})
