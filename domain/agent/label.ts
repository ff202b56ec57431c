// The plain-language label of an agent, made from its decision-authority matrix: what it decides alone, what it must ask, what only you decide.
import type { AuthorityRow } from './version.ts'
import type { ActionCategory } from './vocabulary.ts'

/** A code for the words and the facts in them. Codes: label.onlyIf, upTo, agreeing, told, stoppedBy, cannotBeUndone. */
export type LabelCondition = { code: string; facts: Record<string, string | number> }
/** One action as the company words it, with the conditions that bind the agent, in reading order. */
export type LabelLine = { id: string; action: string; category: ActionCategory; conditions: LabelCondition[] }
export type PublicLabel = { alone: LabelLine[]; asks: LabelLine[]; yours: LabelLine[] }

const conditionsOf = (row: AuthorityRow): LabelCondition[] => {
  const conditions: LabelCondition[] = []
  if (row.condition !== null && row.condition !== '') conditions.push({ code: 'label.onlyIf', facts: { condition: row.condition } })
  // What the agent never does has no limit, no consent and no notice to speak of.
  if (row.mode === 'user_only') return conditions
  if (row.cap !== null) conditions.push({ code: 'label.upTo', facts: { ...row.cap } })
  if (row.mode === 'user_authorised' && row.consent !== 'none') conditions.push({ code: 'label.agreeing', facts: { consent: row.consent } })
  if (row.notice !== 'none') conditions.push({ code: 'label.told', facts: { notice: row.notice } })
  if (row.veto !== 'none') conditions.push({ code: 'label.stoppedBy', facts: { veto: row.veto } })
  if (row.reversibility === 'irreversible') conditions.push({ code: 'label.cannotBeUndone', facts: {} })
  return conditions
}

/** The three columns of the label; every row stands in exactly one, in the company's order. */
export const publicLabel = (rows: readonly AuthorityRow[]): PublicLabel => {
  const column = (mode: AuthorityRow['mode']): LabelLine[] =>
    rows
      .filter((row) => row.mode === mode)
      .map((row) => ({ id: row.id, action: row.action, category: row.category, conditions: conditionsOf(row) }))
  return { alone: column('autonomous'), asks: column('user_authorised'), yours: column('user_only') }
}
