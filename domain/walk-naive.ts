// The same questions as the rules ask, answered the slow and obvious way: days counted one by one, check digits by the book, who reaches what from a table of its own.
import type { Place, Post } from './case.ts'
import { shippedCalendar } from './clock/calendar.ts'
import type { Role } from './permission.ts'

const dayMs = 86_400_000
export const shanghaiDate = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const next = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

export const isPublished = (date: string): boolean => date >= shippedCalendar.from && date <= shippedCalendar.publishedUntil
export const isWorked = (date: string): boolean => {
  if (shippedCalendar.work.some((one) => one.on === date)) return true
  if (shippedCalendar.rest.some((one) => one.on <= date && date <= one.until)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The instant at which the n-th working day after a date is over, or null where the calendar does not say. */
export const endOfWorkingDay = (after: string, n: number): number | null => {
  let date = after
  for (let left = n; left > 0; ) {
    date = next(date)
    if (!isPublished(date)) return null
    if (isWorked(date)) left -= 1
  }
  return Date.parse(`${next(date)}T00:00:00+08:00`)
}
/** Working days after one date up to another, both within the calendar. */
export const workedBetween = (from: string, to: string): number => {
  let count = 0
  for (let date = next(from); date <= to; date = next(date)) if (isWorked(date)) count += 1
  return count
}

/** GB 32100-2015: the last character checks the seventeen before it. */
export const isCreditCode = (code: string): boolean => {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  if (code.length !== 18 || [...code].some((letter) => !letters.includes(letter))) return false
  const sum = weights.reduce((total, weight, i) => total + weight * letters.indexOf(code[i] ?? ''), 0)
  return letters[(31 - (sum % 31)) % 31] === code[17]
}

const company = ['filer', 'compliance_lead', 'representative']
const laboratory = ['tester', 'lab_signatory']
const administrators = ['system_admin', 'security_admin', 'audit_admin']

/** Whether one of these posts has this role and reaches this place (policy.md 5.1). */
export const reaches = (posts: readonly Post[], role: Role, place: Place, isAdministrative: boolean): boolean =>
  posts.some((post) => {
    if (post.role !== role) return false
    if (company.includes(role)) return post.organisationId !== null && post.organisationId === place.organisationId
    if (laboratory.includes(role)) return post.organisationId !== null && post.organisationId === place.labId
    if (role === 'platform_operator') return (place.platformIds ?? []).includes(post.organisationId ?? '')
    if (administrators.includes(role)) return isAdministrative
    return (
      !place.isPrivate &&
      (place.region === null || post.region === '000000' || post.region === place.region) &&
      (place.sector === null || post.sectors.includes('*') || post.sectors.includes(place.sector))
    )
  })

/** What one person may never do both of in one case, as policy.md 5.1 and clocks.md say it. */
export const neverBoth: readonly (readonly [string, string])[] = [
  ['intake', 'approve'],
  ['review', 'approve'],
  ['sector_review', 'sector_approve'],
  ['review', 'sector_review'],
  ['review', 'sector_approve'],
  ['approve', 'sector_review'],
  ['approve', 'sector_approve'],
  ['test', 'lab_sign'],
  ['draft_notice', 'sign_notice'],
  ['draft_notice', 'validate_class'],
  ['draft_notice', 'evaluate'],
  ['review', 'hear'],
  ['propose', 'enact'],
]

const parts = (version: string): number[] => version.split('.').map(Number)
const compare = (a: string, b: string): number => {
  const [x, y] = [parts(a), parts(b)]
  for (let i = 0; i < 3; i += 1) {
    const d = (x[i] ?? 0) - (y[i] ?? 0)
    if (d !== 0) return d
  }
  return 0
}
type Version = { hash: string; version: string; basedOnHash: string | null }
type Scope = { versionRange: string | null; versionHashes: readonly string[] }
/** The hashes of the versions that a scope names, and of all that were made from them. The walk writes ranges of one comparison only. */
export const hashesIn = (scope: Scope, versions: readonly Version[]): ReadonlySet<string> => {
  const [, how, to = ''] = /^(<=|>=)(.+)$/.exec(scope.versionRange ?? '') ?? []
  const found = new Set(
    versions
      .filter(
        (one) =>
          scope.versionHashes.includes(one.hash) ||
          (how === '<=' && compare(one.version, to) <= 0) ||
          (how === '>=' && compare(one.version, to) >= 0),
      )
      .map((one) => one.hash),
  )
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const one of versions) if (one.basedOnHash !== null && found.has(one.basedOnHash)) found.add(one.hash)
  }
  return found
}
