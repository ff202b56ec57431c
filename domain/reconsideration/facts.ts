// What a reconsideration must know of other cases, and the two questions that every officer's act answers first: which office, and what part in the act.
import { type CaseState, type Decision, type Needs, type Occasion, refuse } from '#domain/case'
import type { Letter } from '#domain/letter/letter'
import { partIn } from './challenged.ts'
import { reconsiderationScope } from './clocks.ts'
import type { Reconsideration } from './state.ts'
import type { ReconsiderationCommand } from './vocabulary.ts'

export type ReconsiderationFacts = {
  challenged?: CaseState | null
  letter?: Letter | null
  same?: readonly Reconsideration[]
  serial?: number
}

export const needs = (state: Reconsideration, command: ReconsiderationCommand): Needs => {
  if (command.type === 'create')
    return {
      challenged: { one: command.challengedKind, id: command.challengedId },
      letter: { one: 'letter', id: command.letterId },
      same: { many: 'reconsideration', link: 'letter', to: command.letterId },
    }
  const { challenged, number } = state
  const scope =
    number === null && ['requestCorrection', 'accept', 'notAccept', 'deem'].includes(command.type) ? reconsiderationScope(state) : null
  return {
    ...(challenged ? { challenged: { one: challenged.kind, id: challenged.id } } : {}),
    ...(scope === null ? {} : { serial: { serial: scope } }),
  }
}

/** An officer of the forum who had no part in the original act, or why not (policy.md 5.1; Reconsideration Law 24, 25). */
export const forumFault = (state: Reconsideration, { post, actor }: Occasion, facts: ReconsiderationFacts): Decision<never> | null => {
  if (post.role === 'system') return null
  if (post.authorityId !== state.forumId) return refuse('reconsideration.otherForum', { forumId: state.forumId })
  const did = partIn(facts.challenged, actor.personId)
  return did === null ? null : refuse('case.dutyExcluded', { duty: 'reconsider', did })
}

/** An officer of the office that acted: only it answers. */
export const respondentFault = (state: Reconsideration, { post }: Occasion): Decision<never> | null =>
  post.authorityId === state.challenged?.authorityId
    ? null
    : refuse('reconsideration.otherOffice', { authorityId: state.challenged?.authorityId ?? null })
