// The story that tests of a reconsideration begin with: a filing whose act is challenged, its letter delivered, and the people of the forum. For tests only.
import type { Actor, Typed } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { adverse, both, story as filingStory, intake, officer } from '#domain/filing/story'
import type { Letter } from '#domain/letter/letter'
import type { LetterTemplate } from '#domain/letter/template'
import { reconsideration } from './reconsideration.ts'
import type { Reconsideration } from './state.ts'

type Asked = Typed & Record<string, unknown>

export const handler = officer('fu', 'reconsideration_officer')
export const second = officer('yi', 'reconsideration_officer')
export const chair = officer('ting', 'hearing_chair')
/** An officer of another body than the one that reconsiders here. */
export const stranger: Actor = {
  ...handler,
  personId: 'wai',
  posts: handler.posts.map((post) => ({ ...post, authorityId: 'gov-110000' })),
}
export const at = (on: string, time = '10:00:00'): string => `2026-${on}T${time}+08:00`

export const ruling = {
  facts: 'what was found',
  basis: ['Reconsideration Law 64'],
  reasons: 'the evidence does not bear it',
  publicReason: both('the facts were not proved'),
}

/** Everything of the filing's story, and the steps of a reconsideration of one of its acts. */
export const story = () => {
  const s = filingStory()
  const letterOf = (id: string, template: LetterTemplate): Letter => {
    const found = s.all('letter').find((one) => (one as Letter).about?.id === id && (one as Letter).template === template)
    if (!found) throw new Error(`no letter ${template}`)
    return found as Letter
  }
  /** A filing that intake did not accept, on a day; the only act that needs no November. */
  const notAccepted = (on = '07-01'): string => {
    const id = s.draft()
    s.step(s.representative, id, { type: 'submit' }, at(on, '09:00:00'))
    s.step(intake, id, { type: 'rejectIntake', ...without(adverse), goTo: both('elsewhere') }, at(on))
    return id
  }
  const body = (id: string, template: LetterTemplate, more: object = {}, kind = 'filing'): Asked => ({
    type: 'create',
    challengedKind: kind,
    challengedId: id,
    letterId: letterOf(id, template).id,
    requests: 'take it back',
    grounds: 'the report was true',
    ...more,
  })
  const ask = (actor: Actor, id: string | null, command: Asked, when: string) => s.refusal(actor, 'reconsideration', id, command, when)
  const step = (actor: Actor, id: string | null, command: Asked, when: string) => s.must(actor, 'reconsideration', id, command, when)
  const caseOf = (id: string): Reconsideration => s.state<Reconsideration>(id)!
  const summaryOf = (id: string) => reconsideration.summary(caseOf(id), shippedCatalogue)
  const applied = (id: string, template: LetterTemplate, on: string, more: object = {}) =>
    step(s.lead, null, body(id, template, more), at(on))
  const receive = (id: string, template: LetterTemplate, on: string) =>
    s.must(s.lead, 'letter', letterOf(id, template).id, { type: 'receive' }, at(on))
  /** Accepted, answered and heard within a few days, by the officer in charge. */
  const heard = (id: string, on: readonly [string, string, string]) => {
    step(handler, id, { type: 'accept', procedure: 'ordinary' }, at(on[0]))
    step(handler, id, { type: 'sendCopy' }, at(on[1]))
    step(officer('zhou', 'reviewer'), id, { type: 'answer', statement: 'it was right' }, at(on[1], '11:00:00'))
    step(handler, id, { type: 'recordHearing', form: 'interview', heldOn: `2026-${on[2]}`, record: 'both were heard' }, at(on[2]))
    return id
  }
  const decided = (id: string, outcome: string, on: string, more: object = {}) => {
    step(handler, id, { type: 'propose', outcome, ...ruling, ...more }, at(on))
    return step(second, id, { type: 'decide', outcome }, at(on, '15:00:00'))
  }
  return { ...s, letterOf, notAccepted, body, ask, step, caseOf, summaryOf, applied, receive, heard, decided, fileStep: s.step }
}
const without = ({ publicReason: _, ...act }: typeof adverse) => act
