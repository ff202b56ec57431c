// The letters that a deployment application sends (policy.md 5.7, 5.4 no. 12).
import type { Recorded } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import { challenge } from '../letter/remedy.ts'
import type { FollowOn } from '../world.ts'
import type { Deployment } from './state.ts'
import type { DeploymentEvent } from './vocabulary.ts'

type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<OrderedLetter>

const contentOf = (deployment: Deployment, event: Recorded<DeploymentEvent>): Content | null => {
  const number = deployment.decision?.number ?? ''
  switch (event.type) {
    case 'decided':
      return event.number === null
        ? {
            template: 'deploymentRefusal',
            facts: {},
            found: event.reasons.map((reason) => `${reason.finding} (${reason.evidence})`).join('\n'),
            basis: event.reasons.map((reason) => reason.rule),
            reasons: event.reasons.map((reason) => reason.finding),
            remedies: challenge(event.forumId, event.remedies),
          }
        : {
            template: 'deploymentDecision',
            facts: { deploymentNumber: event.number, conditions: event.conditions.map((condition) => condition.text) },
          }
    case 'suspended':
      return {
        template: 'deploymentSuspension',
        facts: { deploymentNumber: number },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(null, event.remedies),
      }
    case 'revoked':
      return {
        template: 'deploymentRevocation',
        facts: { deploymentNumber: number },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(null, event.remedies),
      }
    case 'halted':
      return { template: 'deploymentHalt', facts: { deploymentNumber: number, cause: event.cause } }
    case 'overturned':
      return {
        template: 'overturned',
        facts: {
          reconsiderationNumber: event.reconsiderationNumber,
          act: 'deployment_refused',
          outcome: event.outcome,
          reason: event.reason,
        },
      }
    default:
      return null
  }
}

/** The letter that follows this event, for the state after it. */
export const deploymentLetters = (deployment: Deployment, event: Recorded<DeploymentEvent>): FollowOn[] => {
  const content = deployment.organisationId === null ? null : contentOf(deployment, event)
  if (!content) return []
  return [
    orderLetter({
      about: { kind: 'deployment', id: deployment.id, number: deployment.decision?.number ?? null },
      organisationId: deployment.organisationId ?? '',
      organisationName: deployment.organisationName?.zh ?? '',
      sector: deployment.sector,
      region: deployment.region ?? '000000',
      authorityId: event.authorityId,
      ...content,
      facts: { agentName: deployment.agentName, on: shanghaiDateOf(event.at), ...content.facts },
    }),
  ]
}
