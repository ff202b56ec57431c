// The act that a reconsideration is about, read out of the case in which it was made: whether it stands, what exactly it said, and who had a hand in it.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CaseState } from '#domain/case'
import type { Deployment } from '#domain/deployment/state'
import type { Filing } from '#domain/filing/state'
import { isInForce } from '#domain/filing/vocabulary'
import type { Duty } from '#domain/permission'
import type { Recall } from '#domain/recall/state'
import type { ChallengedAct } from './vocabulary.ts'

const hashOf = (act: object): string => {
  const canonical = canonicalize(act)
  if (canonical === undefined) throw new Error('an act is always an object')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** The act as the case holds it while it stands, or null when it stands no more (lifted, resumed, ended, decided anew). */
const actIn = (state: CaseState, what: ChallengedAct): { at: string } | null => {
  const filing = state as Filing
  switch (what) {
    case 'not_accepted':
      return filing.status === 'not_accepted' ? filing.notAccepted : null
    case 'not_filed':
      return filing.status === 'not_filed' ? filing.decision : null
    case 'conditions':
      return (isInForce(filing.status) || filing.status === 'suspended') && filing.decision?.outcome === 'fileWithConditions'
        ? filing.decision
        : null
    case 'suspended':
      return filing.status === 'suspended' ? filing.suspension : null
    case 'revoked':
      return filing.status === 'revoked' ? filing.revocation : null
    case 'deployment_refused': {
      const deployment = state as Deployment
      return deployment.status === 'refused' ? deployment.decision : null
    }
    case 'recall_ordered': {
      const { binding, closure } = state as Recall
      if (binding?.how !== 'ordered' || closure !== null) return null
      const { noticeVersion, ground, reasons, basis, at, by } = binding
      return { ...{ noticeVersion, ground, reasons, basis, by }, at }
    }
  }
}

/** The standing act with the SHA-256 of exactly what it says, or null. The hash pins it: an act made anew has another. */
export const standingAct = (state: CaseState | null | undefined, what: ChallengedAct): { hash: string; at: string } | null => {
  const act = state ? actIn(state, what) : null
  return act && { hash: hashOf(act), at: act.at }
}

/** Duties in the challenged case that keep a person out of its reconsideration (policy.md 5.1: not who took part in the original act). */
const excluding = [
  'intake',
  'review',
  'approve',
  'sector_review',
  'sector_approve',
  'order_test',
  'draft_notice',
  'sign_notice',
  'validate_class',
  'evaluate',
] as const satisfies readonly Duty[]

/** The first duty that this person had in the challenged case, or null. */
export const partIn = (state: CaseState | null | undefined, personId: string): Duty | null =>
  excluding.find((duty) => state?.did[duty]?.includes(personId)) ?? null
