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

const indexed = new WeakMap<LimitSet, Limits>()
/** Every limit in force, by code. An edition that is older than a code says nothing of it: it then holds as first shipped. */
export const limitsIn = ({ limits }: { readonly limits: LimitSet }): Limits => {
  const known = indexed.get(limits)
  if (known) return known
  const made = { ...shippedLimits, ...Object.fromEntries(limits.items.map((limit) => [limit.code, limit])) }
  indexed.set(limits, made)
  return made
}

/** The limit in force under a code. */
export const limitIn = (catalogue: { readonly limits: LimitSet }, code: ClockCode): Limit => limitsIn(catalogue)[code]
