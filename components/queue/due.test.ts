// The due cell of a row, worked out in the browser.
import { expect, test } from 'vitest'
import { shippedCalendar } from '#domain/clock/calendar'
import { workingDaysBetween } from '#domain/clock/working-days'
import { dueOfRow, type Workdays, workingDaysUpTo } from './due.tsx'

const templates = {
  left: '{days} left',
  over: '{days} over',
  today: 'today',
  stopped: 'stopped {reason}',
  stoppedPlain: 'stopped',
  provisional: 'provisional',
  leftLong: '',
  overLong: '',
  todayLong: '',
  todayAt: '',
}
const rest = [
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
  '2026-10-04',
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
  '2026-09-25',
  '2026-09-26',
  '2026-09-27',
  '2026-10-11',
  '2026-09-19',
]
const workdays: Workdays = { from: '2026-09-18', until: '2026-10-12', rest }

test('working days between two dates are those of the calendar of the rules', () => {
  for (const [from, to] of [
    ['2026-09-18', '2026-10-12'],
    ['2026-09-23', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2026-10-12', '2026-09-24'],
  ] as const) {
    expect(workingDaysUpTo(workdays, from, to)).toBe(workingDaysBetween(shippedCalendar, from, to))
  }
})

test('a date that the calendar does not reach is counted in calendar days and marked', () => {
  const row = { dueOn: '2026-10-20', mark: 'review', isOpen: true }
  expect(dueOfRow(row, '2026-10-10', workdays, templates, 'lab', 'en')).toEqual({
    day: '10-20',
    meaning: '10 left provisional',
    late: false,
  })
})

test('late is late, the day itself is not, and a case at a laboratory has no date', () => {
  const due = (dueOn: string | null, mark = 'review') =>
    dueOfRow({ dueOn, mark, isOpen: true }, '2026-10-09', workdays, templates, 'lab', 'en')
  expect(due('2026-10-08')).toEqual({ day: '10-08', meaning: '1 over', late: true })
  expect(due('2026-10-09')).toEqual({ day: '10-09', meaning: 'today', late: false })
  expect(due(null, 'testing')).toEqual({ day: null, meaning: 'stopped lab', late: false })
  expect(due(null, 'approved').meaning).toBe('–')
})
