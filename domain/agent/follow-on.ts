// What follows in other cases from an event of an agent: the filing that it was entered for learns its id.
import type { Recorded } from '#domain/case'
import type { FollowOn } from '#domain/world'
import type { Agent } from './agent.ts'
import type { AgentEvent } from './commands.ts'

/** The follow-ons, for the state after the event. */
export const agentFollowOns = (agent: Agent, event: Recorded<AgentEvent>): FollowOn[] =>
  event.type === 'created' && event.filingId !== null
    ? [{ kind: 'filing', id: event.filingId, command: { type: 'noteAgent', agentId: agent.id } as FollowOn['command'] }]
    : []
