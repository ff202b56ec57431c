// The forms for what an officer may ask of a scenario opening: short acts, and the text of a decision with the library of conditions.
import 'server-only'
import { opening as kind } from '#domain/scenario/opening'
import type { OpeningContent } from '#domain/scenario/opening-vocabulary'
import { asFormConditions } from './case-acts.ts'
import type { DeskReader } from './desk-reader.ts'
import { type CommandForm, type FormField, formOf } from './form.ts'

/** Acts that write a text; the others are a few lines each. */
export const textActs = ['create', 'amend', 'revise'] as const
export type TextAct = (typeof textActs)[number]
export const isTextAct = (name: string): name is TextAct => (textActs as readonly string[]).includes(name)

/** Forms of the acts that need no text. */
export const shortForms = (moves: readonly string[]): Promise<CommandForm[]> =>
  Promise.all(moves.filter((move) => !isTextAct(move)).map((move) => formOf(kind, move)))

/** Calendar days left to running deployments after closing, where nothing else is written. */
const usualExit = 90

/** The form of a text with its first values: those of the text before, else what is usual. The pair itself is known and not asked. */
export const textForm = async (r: DeskReader, act: TextAct, content: OpeningContent | null): Promise<CommandForm> => {
  const { book, catalogue, say } = r
  const tests = catalogue['test-items'].items.map((item) => ({
    value: item.id,
    label: `${item.id} ${book.name(item)}`,
    hint: book.name(item.procedure),
  }))
  const modes = (['user_only', 'user_authorised', 'autonomous'] as const).map((value) => ({
    value,
    label: say(`scenarioDesk.mode.${value}`),
  }))
  const form = await formOf(kind, act, {
    options: { 'content.requiredTests': tests, 'content.autonomyCeiling': modes },
    hide: ['sector', 'scenario'],
  })
  const first: Record<string, unknown> = content
    ? { ...content, conditions: asFormConditions(content.conditions) }
    : { effectiveOn: r.today, exitPeriodDays: usualExit, filingTrigger: 'before_deployment', jointHandling: false, conditions: [] }
  const filled = (field: FormField): FormField => (first[field.name] === undefined ? field : { ...field, value: first[field.name] })
  return {
    ...form,
    fields: form.fields.map((field) => (field.name === 'content' ? { ...field, fields: (field.fields ?? []).map(filled) } : field)),
  }
}
