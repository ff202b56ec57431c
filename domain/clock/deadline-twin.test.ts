// The deadline against a naive twin that walks day by day with Temporal, over random starts, offsets, pauses and extensions; and what must hold of any answer.
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { type Calendar, calendarSchema, shippedCalendar, withNotice } from './calendar.ts'
import { dueDate, explainDeadline } from './deadline.ts'
import { clockCodes, type Limit, shippedLimits } from './limits.ts'
import type { Pause } from './pauses.ts'
import type { DeadlineQuestion } from './reach.ts'
import { type PauseReason, pauseReasons } from './vocabulary.ts'

type Date = Temporal.PlainDate
const { compare } = Temporal.PlainDate
const inShanghai = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
const isAmong = (date: string, spans: readonly { on: string; until?: string }[]) =>
  spans.some((span) => span.on <= date && date <= (span.until ?? span.on))

const kindOn = (calendar: Calendar, day: Date): 'work' | 'rest' | 'unknown' => {
  const date = day.toString()
  if (date < calendar.from || date > calendar.publishedUntil) return 'unknown'
  if (isAmong(date, calendar.rest)) return 'rest'
  return day.dayOfWeek < 6 || isAmong(date, calendar.work) ? 'work' : 'rest'
}

type Answer = { dueOn: string | null; flagged: boolean; notBefore: string | null; isStopped: boolean }

/** One day after the other, every day asked anew whether it is taken off, worked, published. */
const twin = ({ limit, calendar, startAt, pauses = [], extended }: DeadlineQuestion): Answer => {
  const stops = pauses
    .filter((pause) => limit.stops && (!pause.reason || limit.stopsFor.includes(pause.reason)))
    .map(({ from, to }) => ({ from: inShanghai(from), to: to === null ? null : inShanghai(to) }))
  const isTakenOff = (date: Date) => stops.some(({ from, to }) => compare(from, date) <= 0 && (to === null || compare(date, to) < 0))
  const opens = stops.filter((stop) => stop.to === null).map((stop) => stop.from)
  const isStoppedFor = (date: Date) => opens.some((open) => compare(open, date) <= 0)
  // The open stop as it is joined with those that touch it: the earliest possible date is the one were it to end as it began.
  let joined = [...opens].sort(compare)[0]
  while (joined && isTakenOff(joined.subtract({ days: 1 }))) joined = joined.subtract({ days: 1 })
  const start = inShanghai(startAt)
  const length = limit.length + (extended ? (limit.extension ?? 0) : 0)
  const total = limit.unit === 'months' ? start.until(start.add({ months: length }), { largestUnit: 'day' }).days : length
  const walk = (isOpenKept: boolean): Answer => {
    let [date, counted, flagged, isStopped] = [start, 0, false, false]
    const isOff = (day: Date) => isTakenOff(day) && (isOpenKept || !joined || compare(day, joined) < 0)
    while (counted < total) {
      date = date.add({ days: 1 })
      if (isOpenKept && isStoppedFor(date)) {
        isStopped = true
        break
      }
      if (isOff(date)) continue
      const kind = limit.unit === 'workingDays' ? kindOn(calendar, date) : 'work'
      if (kind === 'unknown') flagged = true
      if (kind !== 'rest') counted += 1
    }
    if (limit.movesOffRest && !isStopped) {
      const last = date
      for (;;) {
        if (compare(date, last) > 0 && isOpenKept && isStoppedFor(date)) {
          isStopped = true
          break
        }
        const kind = kindOn(calendar, date)
        if (compare(date, last) > 0 && isOff(date)) date = date.add({ days: 1 })
        else if (kind === 'rest') date = date.add({ days: 1 })
        else {
          flagged ||= kind === 'unknown'
          break
        }
      }
    }
    return { dueOn: date.toString(), flagged, notBefore: null, isStopped }
  }
  const found = walk(true)
  const isStopped = found.isStopped || (found.flagged && opens.length > 0)
  const earliest = found.isStopped ? walk(false).dueOn : found.dueOn
  return {
    dueOn: found.flagged || isStopped ? null : found.dueOn,
    flagged: found.flagged,
    notBefore: found.flagged ? earliest : null,
    isStopped,
  }
}

const dayLimits: readonly Limit[] = clockCodes.map((code) => shippedLimits[code]).filter((limit) => limit.unit !== 'minutes')
const minute = 60_000
const span = { min: Date.parse('2021-11-01T00:00Z') / minute, max: Date.parse('2027-02-01T00:00Z') / minute }
const two = (part: number) => String(part).padStart(2, '0')

/** The same minute written with one of many offsets. */
const written = (atMinute: number, offset: number) => {
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return `${Temporal.Instant.fromEpochMilliseconds(atMinute * minute)
    .toZonedDateTimeISO(zone === 'Z' ? 'UTC' : zone)
    .toPlainDateTime()
    .toString()}${zone}`
}
const offsets = fc.constantFrom(0, 480, 540, -660, 840, 345, -210)
const questions = fc
  .record({
    limit: fc.constantFrom(...dayLimits),
    start: fc.integer(span),
    offset: offsets,
    extended: fc.boolean(),
    pauses: fc.array(
      fc.record({
        after: fc.integer({ min: -20 * 1440, max: 80 * 1440 }),
        length: fc.option(fc.integer({ min: 0, max: 25 * 1440 }), { freq: 12 }),
        reason: fc.option(fc.constantFrom<PauseReason>(...pauseReasons), { freq: 1 }),
        offset: offsets,
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ limit, start, offset, extended, pauses }): DeadlineQuestion & { pauses: Pause[] } => ({
    limit,
    calendar: shippedCalendar,
    startAt: written(start, offset),
    extended,
    pauses: pauses.map(({ after, length, reason, offset: zone }) => ({
      from: written(start + after, zone),
      to: length === null ? null : written(start + after + length, zone),
      reason,
    })),
  }))

test('the answer is the one of counting day by day', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const due = dueDate(question)
      const answer: Answer = {
        dueOn: 'dueOn' in due ? due.dueOn : null,
        flagged: due.flagged,
        notBefore: due.notBefore,
        isStopped: due.stoppedSince !== undefined,
      }
      expect(answer).toEqual(twin(question))
    }),
    { numRuns: 1500 },
  )
})

test('the steps hold every day once, in order, and count to what the answer says', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { steps, ...due } = explainDeadline(question)
      const { rule, source, ...head } = due
      expect([rule, source]).toEqual([question.limit.code, question.limit.source])
      expect(head).toEqual(dueDate(question))
      let [counted, next] = [0, Temporal.PlainDate.from(steps[0]!.on).add({ days: 1 })]
      steps.forEach((step, place) => {
        expect(step.counted).toBeGreaterThanOrEqual(counted)
        if (place > 0) expect(step.on >= steps[place - 1]!.on || step.what === 'paused').toBe(true)
        if (step.what === 'rolledOver') next = Temporal.PlainDate.from(step.on).add({ days: 1 })
        if ('until' in step) {
          if (steps.slice(0, place).some((before) => before.what === 'rolledOver')) expect(step.what).toBe('paused')
          else expect(step.on).toBe(next.toString())
          const days = Temporal.PlainDate.from(step.on).until(step.until).days
          expect(step.days).toBe(days + 1)
          const isCounted = step.what === 'counted' || step.what === 'makeUpDay'
          expect(step.counted - counted).toBe(isCounted ? step.days : 0)
          next = Temporal.PlainDate.from(step.until).add({ days: 1 })
        } else expect(step.counted).toBe(counted)
        counted = step.counted
      })
      const last = steps.at(-1)!
      if (last.what === 'due') expect(last.on).toBe('dueOn' in due ? due.dueOn : null)
      else expect('dueOn' in due && due.dueOn).toBeNull()
      expect(last.what).toBe(due.stoppedSince ? 'stopped' : due.flagged ? 'beyondCalendar' : 'due')
      const { limit, extended } = question
      if (last.what === 'due' && limit.unit !== 'months') expect(counted).toBe(limit.length + (extended ? (limit.extension ?? 0) : 0))
      if (last.what === 'stopped' || last.what === 'beyondCalendar') {
        if (limit.unit !== 'months') expect(counted + last.missing).toBe(limit.length + (extended ? (limit.extension ?? 0) : 0))
      }
    }),
    { numRuns: 1500 },
  )
})

const earliest = (question: DeadlineQuestion) => {
  const due = dueDate(question)
  return 'dueOn' in due && due.stoppedSince === undefined ? (due.dueOn ?? due.notBefore) : null
}
const shifted = (instant: string, minutes: number) => written(Temporal.Instant.from(instant).epochMilliseconds / minute + minutes, 480)

test('a clock that starts later is never due earlier', () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 40 * 1440 }), (question, later) => {
      const [first, second] = [earliest(question), earliest({ ...question, startAt: shifted(question.startAt, later) })]
      if (first && second) expect(second >= first).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('pauses told twice, in pieces or in another order give the same date', () => {
  fc.assert(
    fc.property(questions, fc.infiniteStream(fc.nat({ max: 25 * 1440 })), (question, cuts) => {
      const pieces = question.pauses.flatMap((pause): Pause[] => {
        const cut = shifted(pause.from, cuts.next().value)
        const isInside = pause.to === null || Temporal.Instant.compare(cut, pause.to) <= 0
        return isInside
          ? [
              { ...pause, from: cut },
              { ...pause, to: cut },
            ]
          : [pause]
      })
      expect(dueDate({ ...question, pauses: [...pieces, ...question.pauses].reverse() })).toEqual(dueDate(question))
    }),
    { numRuns: 1500 },
  )
})

test('one pause more is never due earlier, and an extension never either', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const [without, within] = [earliest({ ...question, pauses: question.pauses.slice(1), extended: false }), earliest(question)]
      if (without && within) expect(within >= without).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

const name = { zh: 'x', en: 'x' }
/** Any notice for 2027 that the schema admits: rest on any days, make-up days on any weekends. */
const notices = fc
  .record({
    rest: fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 20 }),
    weekends: fc.uniqueArray(fc.nat({ max: 51 }), { maxLength: 12 }),
    sundays: fc.boolean(),
  })
  .map(({ rest, weekends, sundays }): Calendar => {
    const first = Temporal.PlainDate.from('2027-01-01')
    const resting = rest.map((days) => first.add({ days }).toString())
    const working = weekends
      .map((week) => first.add({ days: week * 7 + (sundays ? 2 : 1) }).toString())
      .filter((on) => !resting.includes(on))
    return {
      from: '2027-01-01',
      publishedUntil: '2027-12-31',
      rest: resting.map((on) => ({ on, until: on, name })),
      work: working.map((on) => ({ on, name })),
    }
  })

test('the notice of the next year takes the flag away, and no notice makes the date earlier than the one that was possible', () => {
  const nearTheEnd = fc.record({
    limit: fc.constantFrom(...dayLimits),
    start: fc.integer({ min: Date.parse('2026-06-25T00:00Z') / minute, max: Date.parse('2026-12-31T00:00Z') / minute }),
  })
  let flagged = 0
  fc.assert(
    fc.property(nearTheEnd, notices, ({ limit, start }, notice) => {
      expect(calendarSchema.safeParse(notice).success).toBe(true)
      const question = { limit, calendar: shippedCalendar, startAt: written(start, 480) }
      const [before, after] = [dueDate(question), dueDate({ ...question, calendar: withNotice(shippedCalendar, notice) })]
      if (!before.flagged) expect(after).toEqual(before)
      else {
        flagged += 1
        expect(after.flagged).toBe(false)
        expect('dueOn' in after && after.dueOn !== null && after.dueOn >= before.notBefore!).toBe(true)
      }
    }),
    { numRuns: 1500 },
  )
  expect(flagged).toBeGreaterThan(100)
})
