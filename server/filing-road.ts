// The road of a filing in steps that a company recognises: handed in, accepted, examined, tested, agreed by the sector's authority, decided.
import type { Filing } from '#domain/filing/state'

export type RoadKey = 'submitted' | 'accepted' | 'under_review' | 'testing' | 'sector_concurrence' | 'decided'
export type Road = readonly { key: RoadKey; state: 'done' | 'now' | 'ahead' }[]

const order: readonly RoadKey[] = ['submitted', 'accepted', 'under_review', 'testing', 'sector_concurrence', 'decided']

/** Steps that this filing never took, or may never take, are left out: testing unless ordered, agreement unless the lane asks for it. */
export const roadOf = (filing: Pick<Filing, 'status' | 'decision' | 'tests' | 'concurrenceAsked' | 'tiers' | 'acceptance'>): Road => {
  const needsSector = filing.concurrenceAsked !== null || filing.tiers.some((tier) => tier.lane !== 'low')
  const steps = order.filter((key) => (key === 'testing' ? filing.tests.length > 0 : key === 'sector_concurrence' ? needsSector : true))
  if (filing.decision) return steps.map((key) => ({ key, state: 'done' }))
  const present: RoadKey =
    filing.status === 'correction_required' || filing.status === 'submitted'
      ? 'submitted'
      : steps.includes(filing.status as RoadKey)
        ? (filing.status as RoadKey)
        : filing.acceptance
          ? 'under_review'
          : 'submitted'
  const isOver = ['withdrawn', 'lapsed', 'not_accepted'].includes(filing.status)
  const at = steps.indexOf(present)
  return steps.map((key, index) => ({
    key,
    state: isOver ? (index <= at ? 'done' : 'ahead') : index < at ? 'done' : index === at ? 'now' : 'ahead',
  }))
}
