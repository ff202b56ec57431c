// What follows in other cases from an event of a deployment: filing and opening remember it, so that it ends with them.
import type { Recorded } from '#domain/case'
import type { FollowOn } from '#domain/world'
import type { Deployment } from './state.ts'
import type { DeploymentEvent } from './vocabulary.ts'

const note = (kind: 'filing' | 'opening', id: string | null, deploymentId: string): FollowOn[] =>
  id === null ? [] : [{ kind, id, command: { type: 'noteDeployment', deploymentId } as FollowOn['command'] }]

/** The follow-ons beside letters, for the state after the event. */
export const deploymentFollowOns = (deployment: Deployment, event: Recorded<DeploymentEvent>): FollowOn[] => {
  if (event.type === 'versionChanged') return note('filing', event.filingId, deployment.id)
  if (event.type !== 'decided' || event.number === null) return []
  return [...note('filing', deployment.filingId, deployment.id), ...note('opening', deployment.openingId, deployment.id)]
}
