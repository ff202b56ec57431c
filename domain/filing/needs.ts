// What a filing must know of other cases: whose it is, whose agent, whether its scenarios are handled jointly, and the next number.
import type { Agent } from '#domain/agent/agent'
import type { Needs } from '#domain/case'
import type { Organisation } from '#domain/organisation/organisation'
import type { Person } from '#domain/person/state'
import type { Opening } from '#domain/scenario/opening-state'
import type { Selftest } from '#domain/selftest/state'
import { openChange } from './change-state.ts'
import { filingScope, receiptScope } from './clocks.ts'
import type { FilingCommand } from './command.ts'
import type { Filing } from './state.ts'

export type FilingFacts = {
  organisation?: Organisation | null
  agent?: Agent | null
  earlier?: Filing | null
  sameRow?: readonly Filing[]
  sameCode?: readonly Agent[]
  owner?: Person | null
  chair?: Person | null
  selftests?: readonly Selftest[]
  serial?: number
} & { [opening: `opening${number}`]: readonly Opening[] }

const partiesOf = (state: Filing): Needs => ({
  organisation: { one: 'organisation', id: state.organisationId },
  agent: { one: 'agent', id: state.agentId },
  sameCode: { many: 'agent', link: 'identityCode', to: state.content.identityCode ?? null },
})

const openingsOf = (state: Filing): Needs =>
  Object.fromEntries(
    state.scenarios.map((scenario) => [`opening${scenario}`, { many: 'opening', link: 'scenario', to: `${state.sector}:${scenario}` }]),
  )

export const needs = (state: Filing, command: FilingCommand): Needs => {
  switch (command.type) {
    case 'create':
      return {
        organisation: { one: 'organisation', id: command.organisationId },
        agent: { one: 'agent', id: command.agentId },
        earlier: { one: 'filing', id: command.followsFilingId },
        ...(command.sheetRow
          ? { sameRow: { many: 'filing', link: 'sheetRow', to: `${command.organisationId}:${command.sheetRow.key}` } as const }
          : {}),
      }
    case 'importDescription':
      return { organisation: { one: 'organisation', id: state.organisationId } }
    case 'importFiling':
      return { earlier: { one: 'filing', id: command.filingId } }
    case 'submit':
      return { ...partiesOf(state), serial: { serial: receiptScope('AGF', state.region) } }
    case 'resubmit':
    case 'answer':
      return partiesOf(state)
    case 'callHearing':
    case 'replaceChair':
      return { chair: { one: 'person', id: command.chairId } }
    case 'confirmChange':
      return { ...partiesOf(state), sameCode: { many: 'agent', link: 'identityCode', to: openChange(state)?.content.identityCode ?? null } }
    case 'placeInTier':
      return { selftests: { many: 'selftest', link: 'agent', to: state.agentId } }
    case 'assign':
      return { owner: { one: 'person', id: command.ownerId } }
    case 'accept':
    case 'deem':
      return openingsOf(state)
    case 'decide': {
      // The number is taken only when there is something to number: a refusal leaves no gap in the register.
      // Decided anew after a reconsideration, it keeps the number that the register knows.
      const scope = command.outcome === 'refuse' || state.published ? null : filingScope(state)
      return scope === null ? {} : { serial: { serial: scope } }
    }
    default:
      return {}
  }
}
