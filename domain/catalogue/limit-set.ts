// The periods of the law as a set of the catalogue: every clock code once, and how a rule finds the one that is in force.
import type { z } from 'zod'
import { type ClockCode, clockCodes, type Limit, limitSchema, shippedLimits } from '#domain/clock/limits'
import { setOf } from './words.ts'

/** The set `limits`. A code that is missing would leave a clock without a length, so all of them must stand in it. */
export const LimitSet = setOf('limits', limitSchema, (limit) => limit.code).refine(
  (set) => clockCodes.every((code) => set.items.some((limit) => limit.code === code)),
  { error: 'catalogue.clockCodeMissing', path: ['items'] },
)
export type LimitSet = z.infer<typeof LimitSet>

export const shippedLimitSet: LimitSet = {
  set: 'limits',
  version: '2026.1',
  effectiveOn: '2026-05-08',
  items: clockCodes.map((code) => shippedLimits[code]),
}

/** An edition that was enacted before a code existed is silent on it: the shipped length holds until the next edition. */
export const withEveryCode = <C extends { readonly items?: unknown }>(content: C): C => {
  const items = (content.items ?? []) as readonly Limit[]
  const missing = clockCodes.filter((code) => !items.some((limit) => limit.code === code))
  return missing.length === 0 ? content : { ...content, items: [...items, ...missing.map((code) => shippedLimits[code])] }
}

/** The limit in force under a code. */
export const limitIn = (catalogue: { readonly limits: LimitSet }, code: ClockCode): Limit => {
  const found = catalogue.limits.items.find((limit) => limit.code === code)
  if (!found) throw new Error(`no limit ${code} in edition ${catalogue.limits.version}, which its schema refuses`)
  return found
}
