// What the register says of an item to somebody who asks: good, good with conditions, not to be used. One order, so that page, list and answer agree.
import { isInForce } from '#domain/filing/vocabulary'

/** How a recall stands to a version: a notice may still be objected to; the others bind. */
export const reachKinds = ['notice', 'interimStop', 'voluntary', 'ordered'] as const
export type ReachKind = (typeof reachKinds)[number]

/** From the gravest to the lightest; the first that applies is the answer. */
export const standings = [
  'recalled',
  'revoked',
  'suspended',
  'underReview',
  'ended',
  'historical',
  'olderVersion',
  'conditions',
  'valid',
] as const
export type Standing = (typeof standings)[number]

/** What must be known of a public filing. `isSuperseded`: a later version of the same agent has been filed since. */
export type StandingFacts = {
  status: string
  isHistory: boolean
  conditions: number
  reaches: readonly ReachKind[]
  isSuperseded: boolean
}

const pending: readonly string[] = ['accepted', 'under_review', 'testing', 'sector_concurrence']

/**
 * The standing of a public filing. A recall that binds, or an interim stop, outranks everything: whoever asks must stop. A notice alone does not
 * (clocks.md, decisions): it is shown beside. What the register cannot vouch for is never called valid: a row of an older register is historical.
 */
export const standingOf = ({ status, isHistory, conditions, reaches, isSuperseded }: StandingFacts): Standing => {
  if (reaches.some((reach) => reach !== 'notice')) return 'recalled'
  if (status === 'revoked') return 'revoked'
  if (status === 'suspended') return 'suspended'
  // Public and pending at once is only what a reconsideration opened again: its decision is gone, the next one not yet made.
  if (pending.includes(status)) return 'underReview'
  if (!isInForce(status)) return 'ended'
  if (isHistory) return 'historical'
  if (isSuperseded) return 'olderVersion'
  return conditions > 0 ? 'conditions' : 'valid'
}

/** Whether the item may be used as filed, within its conditions. */
export const isGood = (standing: Standing): boolean => standing === 'valid' || standing === 'conditions' || standing === 'olderVersion'

export type Superseding = { versionHash: string | null; decidedAt: string | null; status: string }

/** Whether a later version of the same agent stands filed: then an older one is good, but not the newest. */
export const isSupersededBy = (item: Superseding, others: readonly Superseding[]): boolean =>
  item.decidedAt !== null &&
  others.some(
    (other) =>
      isInForce(other.status) &&
      other.versionHash !== item.versionHash &&
      other.decidedAt !== null &&
      other.decidedAt > (item.decidedAt ?? ''),
  )
