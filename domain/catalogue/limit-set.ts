// The periods of the law as a set of the catalogue: every clock code once, and how a rule finds the one that is in force.
import type { z } from 'zod'
import { type ClockCode, clockCodes, type Limit, type Limits, limitSchema, shippedLimits } from '#domain/clock/limits'
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

const indexed = new WeakMap<LimitSet, Limits>()
/** Every limit in force, by code. */
export const limitsIn = ({ limits }: { readonly limits: LimitSet }): Limits => {
  const known = indexed.get(limits)
  if (known) return known
  const made = Object.fromEntries(limits.items.map((limit) => [limit.code, limit])) as Limits
  indexed.set(limits, made)
  return made
}

/** The limit in force under a code. */
export const limitIn = (catalogue: { readonly limits: LimitSet }, code: ClockCode): Limit => limitsIn(catalogue)[code]
