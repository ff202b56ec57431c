// How far a recall has come, counted honestly: what is proved and what is only declared are never one number (features.md C9, moonshot 2).
import type { Included } from './scope.ts'
import { currentNotice, type Recall, type Response, standingEmergency } from './state.ts'

/** The strongest thing known of one deployment; each affected one is in exactly one of these. */
export const standings = ['proved', 'declared', 'silent', 'unreachable', 'refused'] as const
export type Standing = (typeof standings)[number]

export type Progress = {
  affected: number
  operators: number
  /** Confirmed receipt by a person of the operator. */
  acknowledged: number
  /** By the strongest thing known; they sum to `affected`. */
  byStanding: Record<Standing, number>
  /** Checks of the authority: how many, and how many found that the stop does not hold. */
  checked: number
  foundRunning: number
  /** What the company's last report says, as it says it; null before the first. They sum to the number affected when it was made. */
  declaredByReport: {
    at: string
    affected: number
    remedied: number
    notified: number
    unreachable: number
    refused: number
    notYet: number
  } | null
}

/** Whom the recall reaches now, each once: what binds, the notice issued last, and the interim stop. */
export const affectedNow = (recall: Recall): readonly Included[] => {
  const all = [
    ...(recall.binding?.affected ?? []),
    ...(currentNotice(recall)?.affected ?? []),
    ...(standingEmergency(recall)?.affected ?? []),
  ]
  return [...new Map(all.map((one) => [one.deploymentId, one])).values()]
}

/** A check outweighs a declaration, whichever came later; only the authority's finding that the stop holds is proof. */
export const standingOf = (response: Response | undefined): Standing => {
  const { proved, declared } = response ?? { proved: null, declared: null }
  if (proved?.outcome === 'stopHolds') return 'proved'
  if (declared?.statement === 'refuses' || declared?.statement === 'stillRunning' || proved?.outcome === 'stillRunning') return 'refused'
  if (declared) return 'declared'
  return proved?.outcome === 'unreachable' ? 'unreachable' : 'silent'
}

export const progress = (recall: Recall): Progress => {
  const reached = affectedNow(recall)
  const byStanding: Record<Standing, number> = { proved: 0, declared: 0, silent: 0, unreachable: 0, refused: 0 }
  let [acknowledged, checked, foundRunning] = [0, 0, 0]
  for (const { deploymentId } of reached) {
    const response = recall.responses[deploymentId]
    byStanding[standingOf(response)] += 1
    if (response?.declared) acknowledged += 1
    if (response?.proved) checked += 1
    if (response?.proved?.outcome === 'stillRunning') foundRunning += 1
  }
  const last = recall.final ?? recall.reports.at(-1) ?? null
  return {
    affected: reached.length,
    operators: new Set(reached.map((one) => one.organisationId)).size,
    acknowledged,
    byStanding,
    checked,
    foundRunning,
    declaredByReport: last && { at: last.at, affected: last.affected, ...last.buckets },
  }
}
