// What a deployment application waits for: acceptance, assessment, the sector's word, the decision.
import type { Deployment } from '../deployment/state.ts'
import { type Turn, turn } from './turn.ts'

export const deploymentTurns = ({ status, lane, opinion, concurrence, recommendation, rounds, applicationHash }: Deployment): Turn[] => {
  if (status === 'submitted') return [turn('accept', 'deployment.received')]
  if (status === 'accepted') return [turn('startAssessment', 'deployment.accepted')]
  if (status !== 'assessing' && status !== 're_assessment') return []
  const last = rounds.at(-1)
  const isReturned =
    !recommendation && last !== undefined && last.returned !== '' && last.recommendation.applicationHash === applicationHash
  const asked = { occasion: 'concurrence', isOwners: false } as const
  return [
    ...(isReturned ? [turn('recommend', 'deployment.returned', { occasion: 'returned' as const, facts: { reason: last.returned } })] : []),
    ...(recommendation ? [turn('decide', 'deployment.recommended', { facts: { outcome: recommendation.outcome }, isOwners: false })] : []),
    ...(lane !== 'low' && !opinion ? [turn('opine', 'deployment.opinionAsked', asked)] : []),
    ...(lane !== 'low' && opinion && !concurrence
      ? [turn('concur', 'deployment.signatureAsked', { ...asked, facts: { verdict: opinion.verdict } })]
      : []),
    ...(!recommendation && !isReturned
      ? [turn('recommend', status === 're_assessment' ? 'deployment.reassessment' : 'deployment.assessmentRuns')]
      : []),
  ]
}
