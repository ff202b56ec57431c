// The pure question `/api/v1/deadline`: its query string read strictly, and its answer.
import { z } from 'zod'
import type { Calendar } from './calendar.ts'
import { isInstant, millisecondsOf } from './day.ts'
import { type DeadlineAnswer, explainDeadline } from './deadline.ts'
import { clockCodes, type Limits } from './limits.ts'
import type { Pause } from './pauses.ts'
import type { CountingSettings } from './reach.ts'

/** In a query string an unescaped + of an offset arrives as a space. */
const offsetRestored = (text: string) => text.replace(/ (?=\d{2}:\d{2}$)/, '+')
const instant = z.string().transform(offsetRestored).refine(isInstant, { message: 'deadline.offsetOrDateMissing' })

/** `<instant>/<instant>`; `<instant>/` and `<instant>/..` (ISO 8601-2) are a pause that still lasts. */
const pause = z.string().transform((text, context): Pause => {
  const [first = '', second, ...rest] = text.split('/')
  const from = offsetRestored(first)
  const to = second === undefined ? null : offsetRestored(second)
  const isOpen = to === '' || to === '..'
  const isWhole = to !== null && rest.length === 0 && isInstant(from) && (isOpen || isInstant(to))
  if (!isWhole) context.addIssue({ code: 'custom', message: 'deadline.pauseNotTwoInstants', input: text })
  else if (!isOpen && millisecondsOf(to) < millisecondsOf(from))
    context.addIssue({ code: 'custom', message: 'deadline.pauseEndsBeforeItBegins', input: text })
  return { from, to: isOpen ? null : to }
})

/** The query of `/api/v1/deadline`, as `fieldsOf` lays it out; unknown and repeated fields are refused, `pause` may be repeated. */
export const deadlineQuery = z.strictObject({
  rule: z.enum(clockCodes),
  startAt: instant,
  pause: z.array(pause).max(100).default([]),
  extended: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
})
export type DeadlineQuery = z.infer<typeof deadlineQuery>

/** A query string as an object for `deadlineQuery`: `pause` always a list, another field a list only where it is repeated, which the schema refuses. */
export const fieldsOf = (search: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name)
      return [name, name === 'pause' || values.length > 1 ? values : values[0]]
    }),
  )

export type Answered = { ok: true; answer: DeadlineAnswer } | { ok: false; issues: z.core.$ZodIssue[] }

/**
 * Answers the question with the limits, calendar and settings in force. Bad input is a value: zod issues for 422, each message a code.
 * A pause or extension that the rule does not know is no bad input: it has no effect, and a step says so (clocks.md no. 5).
 */
export const answerDeadline = (search: URLSearchParams, limits: Limits, calendar: Calendar, settings?: CountingSettings): Answered => {
  const query = deadlineQuery.safeParse(fieldsOf(search))
  if (!query.success) return { ok: false, issues: query.error.issues }
  const { rule, startAt, pause: pauses, extended } = query.data
  return { ok: true, answer: explainDeadline({ limit: limits[rule], calendar, startAt, pauses, extended, ...(settings && { settings }) }) }
}
