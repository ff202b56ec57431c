// A day as a number, and which day it is in Shanghai at an instant: the only date arithmetic that the clocks need, made for lists of many cases.
import { Temporal } from 'temporal-polyfill'

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Outside these years nothing is counted, so that every result has a four-digit year. */
const [firstYear, lastYear] = [1900, 9899]
const minuteMs = 60_000
const dayMs = 86_400_000
/** Since this instant China has kept +08:00 without summer time; before, the time zone is asked. */
const steadySinceMs = Date.UTC(1992, 0, 1)

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthLength = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : lengths[month - 1]!)
const isReal = (year: number, month: number, day: number) =>
  year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

/** Days since 1970-01-01 of a civil date, in the proleptic Gregorian calendar with years that begin in March. */
const numberOf = (year: number, month: number, day: number): number => {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const civilOf = (day: number): [year: number, month: number, day: number] => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1]
}

/** Whether this is a date that exists, as YYYY-MM-DD, in the years 1900 to 9899. */
export const isDate = (text: string): boolean => {
  const parts = datePattern.exec(text)
  return parts !== null && isReal(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Whether this is an instant: ISO 8601 with a date that exists and an offset or Z (clocks.md no. 1). */
export const isInstant = (text: string): boolean => {
  const parts = instantPattern.exec(text)
  return parts !== null && isReal(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The number of a date, in days since 1970-01-01. Throws RangeError on what is no date. */
export const dayOf = (date: string): number => {
  const parts = datePattern.exec(date)
  const [year, month, day] = parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : [0, 0, 0]
  if (!isReal(year, month, day)) throw new RangeError(`not a date: ${date}`)
  return numberOf(year, month, day)
}

/** The date YYYY-MM-DD of a day number. */
export const dateOf = (day: number): string => {
  const [year, month, dayOfMonth] = civilOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The same number some months later, else the last day of that month (clocks.md no. 4). */
export const addMonths = (day: number, months: number): number => {
  const [year, month, dayOfMonth] = civilOf(day)
  const monthIndex = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(monthIndex / 12), (monthIndex % 12) + 1]
  return numberOf(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)))
}

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError on what is no instant, and on one without an offset (clocks.md no. 1). */
export const millisecondsOf = (instant: string): number => {
  const parts = instantPattern.exec(instant)
  const [year, month, day] = parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : [0, 0, 0]
  if (!parts || !isReal(year, month, day)) throw new RangeError(`not an instant with an offset: ${instant}`)
  const minutes = Number(parts[4]) * 60 + Number(parts[5])
  const offset = parts[8]!
  const offsetMinutes = offset === 'Z' ? 0 : (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * (offset[0] === '-' ? -1 : 1)
  const fraction = parts[7] === undefined ? 0 : Number(`0.${parts[7]}`)
  return numberOf(year, month, day) * dayMs + (minutes - offsetMinutes) * minuteMs + (Number(parts[6] ?? 0) + fraction) * 1000
}

/** The day number of the date in Shanghai at an instant, whatever the instant's own offset (clocks.md no. 1). Throws RangeError as above. */
export const shanghaiDayOf = (instant: string): number => {
  const at = millisecondsOf(instant)
  if (at >= steadySinceMs) return Math.floor((at + 8 * 60 * minuteMs) / dayMs)
  return dayOf(Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString())
}

/** The date in Shanghai at an instant. Throws RangeError on what is no instant with an offset. */
export const shanghaiDateOf = (instant: string): string => dateOf(shanghaiDayOf(instant))

/** The instant some minutes later, written with Shanghai's offset. */
export const addMinutes = (instant: string, minutes: number): string => {
  millisecondsOf(instant)
  return Temporal.Instant.from(instant).add({ minutes }).toString({ timeZone: 'Asia/Shanghai' })
}

/** The moment at which a date ends in Shanghai: 24:00, which is 00:00 of the next date (clocks.md no. 7). */
export const endOf = (date: string): string => `${dateOf(dayOf(date) + 1)}T00:00:00+08:00`
