// Numbers and dates as each language writes them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateOf,
  describeDue,
  formatBytes,
  formatDateSolemn,
  formatDay,
  formatDayHead,
  formatDayWithWeekday,
  formatMoment,
  formatNumber,
  formatPercent,
  formatWeekday,
  timeOf,
} from './format.ts'

const narrow = '\u202f'

test('thousands are parted by a narrow no-break space in Chinese and by a comma in English', () => {
  expect(formatNumber('zh-CN', 18460)).toBe(`18${narrow}460`)
  expect(formatNumber('en', 18460)).toBe('18,460')
  expect(formatNumber('zh-CN', 999)).toBe('999')
  fc.assert(fc.property(fc.integer(), (value) => Number(formatNumber('zh-CN', value).replaceAll(narrow, '')) === value))
})

test('an instant is shown on the clock of the register, whatever zone it was written in', () => {
  expect(dateOf('2026-11-23T16:30:00Z')).toBe('2026-11-24')
  expect(timeOf('2026-11-23T16:30:05Z')).toBe('00:30')
  expect(timeOf('2026-11-23T16:30:05Z', true)).toBe('00:30:05')
  expect(formatMoment('2026-11-23T09:14:07+08:00', '2026-11-24')).toBe('11-23 09:14')
})

test('a date without a time never slips to its neighbour', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      expect(formatDateSolemn('en', iso)).toContain(String(Number(iso.slice(8))))
      expect(formatDay(iso)).toBe(iso.slice(5))
    }),
  )
})

test('the year is printed only when it is another one', () => {
  expect(formatDay('2026-11-24', '2026-01-01')).toBe('11-24')
  expect(formatDay('2027-01-05', '2026-12-30')).toBe('2027-01-05')
})

test('weekdays and heads are written as each language writes them', () => {
  expect(formatDayWithWeekday('zh-CN', '2026-11-24')).toBe('11-24 周二')
  expect(formatDayWithWeekday('en', '2026-11-24')).toBe('Tue 11-24')
  expect(formatDayHead('zh-CN', '2026-11-23')).toBe('11 月 23 日，星期一')
  expect(formatDayHead('en', '2026-11-23')).toBe('Monday 23 November')
  expect(formatWeekday('zh-CN', '2026-11-23', 'narrow')).toBe('一')
  expect(formatDateSolemn('zh-CN', '2026-11-20')).toBe('2026 年 11 月 20 日')
  expect(formatDateSolemn('en', '2026-11-20')).toBe('20 November 2026')
})

test('shares and sizes keep number and unit together', () => {
  expect(formatPercent(0.4249, 1)).toBe(`42.5${narrow}%`)
  expect(formatBytes('en', 3_240_000)).toBe('3.2 MB')
  expect(formatBytes('zh-CN', 512)).toBe('512 B')
})

test('a due date never stands without its meaning, a stopped clock never with a date', () => {
  const say = (key: string, values?: object) => [key, ...Object.values(values ?? {})].join(' ')
  expect(describeDue('en', say, { kind: 'left', on: '2026-11-24', days: 1 }, '2026-11-23')).toEqual({
    day: '11-24',
    meaning: 'left 1',
    late: false,
  })
  expect(describeDue('en', say, { kind: 'over', on: '2026-11-19', days: 2 }, '2026-11-23', true)).toEqual({
    day: '11-19',
    meaning: 'overLong 2',
    late: true,
  })
  expect(describeDue('en', say, { kind: 'today', on: '2026-11-23', time: '18:00' }, '2026-11-23').meaning).toBe('todayAt 18:00')
  expect(describeDue('en', say, { kind: 'stopped', reason: 'lab' }, '2026-11-23')).toEqual({
    day: null,
    meaning: 'stopped lab',
    late: false,
  })
  expect(describeDue('en', say, { kind: 'left', on: '2027-01-05', days: 30, provisional: true }, '2026-11-23')).toEqual({
    day: '2027-01-05',
    meaning: 'left 30 provisional',
    late: false,
  })
})
