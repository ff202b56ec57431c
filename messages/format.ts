// How numbers and dates are written in each language: narrow no-break space or comma, 11-24, Monday 23 November.
import type { Locale } from './locale.ts'

const zone = 'Asia/Shanghai'
const narrowSpace = '\u202f'
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const weekdayLong = { 'zh-CN': part('zh-CN', { weekday: 'long' }), en: part('en', { weekday: 'long' }) }
const weekdayShort = { 'zh-CN': part('zh-CN', { weekday: 'short' }), en: part('en', { weekday: 'short' }) }
const weekdayNarrow = { 'zh-CN': part('zh-CN', { weekday: 'narrow' }), en: part('en', { weekday: 'short' }) }
const monthAndDay = { 'zh-CN': part('zh-CN', { month: 'long', day: 'numeric' }), en: part('en', { month: 'long', day: 'numeric' }) }
const wall = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

function part(locale: Locale, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' })
}

/** A date 'YYYY-MM-DD' as noon UTC, so that formatting in UTC can never slip to a neighbouring day. */
const atNoon = (date: string) => new Date(`${date}T12:00:00Z`)

/** 18 460 (narrow no-break space) in Chinese, 18,460 in English; at most two decimals. */
export const formatNumber = (locale: Locale, value: number): string =>
  locale === 'en' ? numbers.format(value) : numbers.format(value).replaceAll(',', narrowSpace)

/** 42 % with a narrow no-break space in both languages; `ratio` is 0..1. */
export const formatPercent = (ratio: number, decimals = 0): string => `${(ratio * 100).toFixed(decimals)}${narrowSpace}%`

/** The wall-clock date 'YYYY-MM-DD' at the register's place (China standard time) of an instant. */
export const dateOf = (at: string): string => wall.format(new Date(at)).slice(0, 10)

/** The wall-clock time 'HH:MM' of an instant; with seconds where a signature is concerned. */
export const timeOf = (at: string, withSeconds = false): string => wall.format(new Date(at)).slice(11, withSeconds ? 19 : 16)

/** 11-24, or 2027-01-05 when the year differs from that of `near`. Takes a date; both languages alike. */
export const formatDay = (date: string, near?: string): string =>
  near !== undefined && near.slice(0, 4) !== date.slice(0, 4) ? date : date.slice(5)

/** 11-24 16:12 of an instant, with the year when it differs from that of the date `near`. */
export const formatMoment = (at: string, near?: string): string => `${formatDay(dateOf(at), near)} ${timeOf(at)}`

/** 2026-11-24 16:12 of an instant: for records and letters. */
export const formatMomentFull = (at: string): string => `${dateOf(at)} ${timeOf(at)}`

/** The weekday of a date: 'long' for heads, 'short' beside a date, 'narrow' in a week strip. */
export const formatWeekday = (locale: Locale, date: string, width: 'long' | 'short' | 'narrow' = 'short'): string =>
  (width === 'long' ? weekdayLong : width === 'short' ? weekdayShort : weekdayNarrow)[locale].format(atNoon(date))

/** 11-24 周二 in Chinese, Tue 11-24 in English. */
export const formatDayWithWeekday = (locale: Locale, date: string, near?: string): string =>
  locale === 'en' ? `${formatWeekday(locale, date)} ${formatDay(date, near)}` : `${formatDay(date, near)} ${formatWeekday(locale, date)}`

/** The head of a day's page: month and day with the full weekday. */
export const formatDayHead = (locale: Locale, date: string): string =>
  locale === 'en'
    ? `${formatWeekday(locale, date, 'long')} ${monthAndDay.en.format(atNoon(date))}`
    : `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日，${formatWeekday(locale, date, 'long')}`

/** The solemn form of a date for notices and certificates: 2026 年 11 月 20 日, 20 November 2026. */
export const formatDateSolemn = (locale: Locale, date: string): string =>
  locale === 'en'
    ? `${monthAndDay.en.format(atNoon(date))} ${date.slice(0, 4)}`
    : `${date.slice(0, 4)} 年 ${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

/** Bytes in the unit a person reads: 3.2 MB. Decimal units, one decimal from MB on. */
export const formatBytes = (locale: Locale, bytes: number): string => {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3
  const value = bytes / 1000 ** step
  return `${formatNumber(locale, step < 2 ? Math.round(value) : Math.round(value * 10) / 10)} ${['B', 'kB', 'MB', 'GB'][step]}`
}

export type Due =
  | { kind: 'none' }
  | { kind: 'stopped'; reason?: string }
  | { kind: 'left' | 'over'; on: string; days: number; provisional?: boolean }
  | { kind: 'today'; on: string; time?: string; provisional?: boolean }

type DueWords = (
  key: 'left' | 'leftLong' | 'over' | 'overLong' | 'stopped' | 'stoppedPlain' | 'today' | 'todayLong' | 'todayAt' | 'provisional',
  values?: { days: string } | { reason: string } | { time: string },
) => string

/**
 * What a due date says: the date and its meaning, e.g. { day: '11-24', meaning: '余 1 日' }. `say` is the translator of
 * namespace `ui.due`; `today` decides whether the year is printed. `long` says working days in full.
 */
export const describeDue = (
  locale: Locale,
  say: DueWords,
  due: Due,
  today: string,
  long = false,
): { day: string | null; meaning: string; late: boolean } => {
  if (due.kind === 'none') return { day: null, meaning: '–', late: false }
  if (due.kind === 'stopped')
    return { day: null, meaning: due.reason ? say('stopped', { reason: due.reason }) : say('stoppedPlain'), late: false }
  const provisional = due.provisional ? ` ${say('provisional')}` : ''
  const day = formatDay(due.on, today)
  if (due.kind === 'today') {
    const meaning = due.time ? say('todayAt', { time: due.time }) : say(long ? 'todayLong' : 'today')
    return { day, meaning: meaning + provisional, late: false }
  }
  const key = due.kind === 'left' ? (long ? 'leftLong' : 'left') : long ? 'overLong' : 'over'
  return { day, meaning: say(key, { days: formatNumber(locale, due.days) }) + provisional, late: due.kind === 'over' }
}
