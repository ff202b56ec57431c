// The shipped calendar against the published notices, and what an edited one must be.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Calendar, calendarSchema, describeDay, isWorkingDay, shippedCalendar, withNotice } from './calendar.ts'
import { dateOf, dayOf } from './day.ts'

const datesOf = (year: number) => {
  const dates: string[] = []
  for (let day = dayOf(`${year}-01-01`); day <= dayOf(`${year}-12-31`); day++) dates.push(dateOf(day))
  return dates
}
const name = { zh: 'x', en: 'x' }
const small: Calendar = {
  from: '2027-01-01',
  publishedUntil: '2027-12-31',
  rest: [{ on: '2027-01-01', until: '2027-01-03', name }],
  work: [],
}
const messages = (calendar: unknown) =>
  calendarSchema.safeParse(calendar).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)

test('the shipped calendar is a valid calendar of 2022 to 2026', () => {
  expect(messages(shippedCalendar)).toBeUndefined()
  expect([shippedCalendar.from, shippedCalendar.publishedUntil]).toEqual(['2022-01-01', '2026-12-31'])
})

test('2026 has 248 working days and six make-up days', () => {
  const worked = datesOf(2026).filter((date) => isWorkingDay(shippedCalendar, date) === 'work')
  expect(worked).toHaveLength(248)
  const makeUp = worked.filter((date) => describeDay(shippedCalendar, date).kind === 'makeUpDay')
  expect(makeUp).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
})

const facts = join(process.env.ZHIHENG_DATA ?? '../shared/data', 'codes/cn-holidays-workdays.json')
test.skipIf(!existsSync(facts))('every day of the shipped calendar agrees with the published facts, name included', () => {
  const { holidays, workdays } = JSON.parse(readFileSync(facts, 'utf8')) as Record<'holidays' | 'workdays', Record<string, string>>
  for (const date of [2022, 2023, 2024, 2025, 2026].flatMap(datesOf)) {
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    const published = holidays[date] ?? workdays[date]
    const described = describeDay(shippedCalendar, date)
    expect([date, described.kind]).toEqual([
      date,
      holidays[date] ? 'holiday' : workdays[date] ? 'makeUpDay' : isWeekend ? 'weekend' : 'weekday',
    ])
    expect(described.name && [described.name.en, described.name.zh]).toEqual(published ? published.split(',').slice(0, 2) : null)
  }
})

test('a day says what it is: weekend, holiday by name, make-up day by the holiday that it makes up for', () => {
  expect(describeDay(shippedCalendar, '2026-03-01')).toEqual({ on: '2026-03-01', weekday: 7, kind: 'weekend', isWorked: false, name: null })
  expect(describeDay(shippedCalendar, '2026-02-17')).toMatchObject({
    weekday: 2,
    kind: 'holiday',
    isWorked: false,
    name: { en: 'Spring Festival' },
  })
  expect(describeDay(shippedCalendar, '2026-10-10')).toMatchObject({
    weekday: 6,
    kind: 'makeUpDay',
    isWorked: true,
    name: { en: 'National Day' },
  })
  expect(describeDay(shippedCalendar, '2026-10-12')).toMatchObject({ weekday: 1, kind: 'weekday', isWorked: true, name: null })
})

test('a day outside the published ones is unknown, before and after', () => {
  for (const date of ['2021-12-31', '2027-01-01', '2027-01-02', '2050-06-01']) {
    expect(isWorkingDay(shippedCalendar, date)).toBe('unknown')
    expect(describeDay(shippedCalendar, date)).toMatchObject({ kind: 'unknown', isWorked: null, name: null })
  }
  expect(isWorkingDay(shippedCalendar, '2022-01-01')).toBe('rest')
  expect(isWorkingDay(shippedCalendar, '2026-12-31')).toBe('work')
})

test('an edited calendar is refused with the place of what is wrong', () => {
  expect(messages(small)).toBeUndefined()
  expect(messages({ ...small, rest: [{ on: '2027-02-30', until: '2027-03-01', name }] })).toEqual(['rest.0.on calendar.dateNotReal'])
  expect(messages({ ...small, rest: [...small.rest, { on: '2027-01-03', until: '2027-01-04', name }] })).toEqual([
    'rest.1 calendar.dayTwice',
  ])
  expect(messages({ ...small, rest: [{ on: '2027-01-03', until: '2027-01-01', name }] })).toContain(
    'rest.0.until calendar.endsBeforeItStarts',
  )
  expect(messages({ ...small, rest: [{ on: '2026-12-31', until: '2027-01-01', name }] })).toEqual(['rest.0 calendar.outsideItself'])
  expect(messages({ ...small, work: [{ on: '2027-01-04', name }] })).toEqual(['work.0 calendar.makeUpDayOnWeekday'])
  expect(messages({ ...small, work: [{ on: '2027-01-02', name }] })).toEqual(['work.0 calendar.dayTwice'])
  expect(
    messages({
      ...small,
      work: [
        { on: '2027-01-09', name },
        { on: '2027-01-09', name },
      ],
    }),
  ).toEqual(['work.1 calendar.dayTwice'])
  expect(messages({ ...small, publishedUntil: '2026-01-01' })).toContain('publishedUntil calendar.endsBeforeItStarts')
  expect(messages({ ...small, publishedUntil: '9000-01-01' })).toEqual(['publishedUntil calendar.tooLong'])
  expect(messages({ ...small, region: '110000' })).toHaveLength(1)
  expect(messages({ ...small, work: [{ on: '2027-01-09', name: { zh: ' ', en: 'x' } }] })).toHaveLength(1)
})

test('a new notice follows without a gap; what was published stays', () => {
  const both = withNotice(shippedCalendar, small)
  expect(messages(both)).toBeUndefined()
  expect(isWorkingDay(both, '2027-01-01')).toBe('rest')
  expect(isWorkingDay(both, '2027-01-04')).toBe('work')
  expect(isWorkingDay(both, '2026-10-10')).toBe('work')
  expect(() => withNotice(shippedCalendar, { ...small, from: '2027-01-02' })).toThrow(RangeError)
})
