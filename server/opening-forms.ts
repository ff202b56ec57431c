// The forms for what an officer may ask of a scenario opening: short acts as forms, the text of a decision as its own form with the library of conditions.
import 'server-only'
import { opening as kind } from '#domain/scenario/opening'
import type { OpeningContent } from '#domain/scenario/opening-vocabulary'
import type { DeskReader } from './desk-reader.ts'
import { type CommandForm, formOf } from './form.ts'
import { formWords } from './form-words.ts'

/** Acts that write a text; the others are a few lines each. */
export const textActs = ['create', 'amend', 'revise'] as const
export type TextAct = (typeof textActs)[number]
export const isTextAct = (name: string): name is TextAct => (textActs as readonly string[]).includes(name)

/** Forms of the acts that need no text. */
export const shortForms = async (moves: readonly string[]): Promise<CommandForm[]> =>
  Promise.all(moves.filter((move) => !isTextAct(move)).map((move) => formOf(kind, move)))

/** The text form with its first values, the library and the words of its client part. */
export const textForm = async (r: DeskReader, act: TextAct, content: OpeningContent | null) => {
  const { book, catalogue, words, say } = r
  const tests = catalogue['test-items'].items.map((item) => ({
    value: item.id,
    label: `${item.id} ${book.name(item)}`,
    hint: book.name(item.procedure),
  }))
  const modes = (['user_only', 'user_authorised', 'autonomous'] as const).map((value) => ({
    value,
    label: say(`scenarioDesk.mode.${value}`),
  }))
  const full = await formOf(kind, act, {
    options: { 'content.requiredTests': tests, 'content.autonomyCeiling': modes },
    values: { content: content ?? { effectiveOn: r.today, exitPeriodDays: 90, filingTrigger: 'before_deployment', jointHandling: false } },
    hide: ['content.conditions', 'sector', 'scenario'],
  })
  const { conditions: _conditions, ...first } = (content ?? {
    effectiveOn: r.today,
    exitPeriodDays: 90,
    filingTrigger: 'before_deployment',
    jointHandling: false,
  }) as Partial<OpeningContent>
  const fields = (full.fields.find((field) => field.name === 'content')?.fields ?? []).map((field) => {
    const value = (first as Record<string, unknown>)[field.name]
    return value === undefined ? field : { ...field, value }
  })
  const regions = catalogue.authorities.items
    .filter((item) => item.kind === 'cyberspace' && item.level === 'province')
    .map((item) => ({ value: item.region, label: words.region(item.region) }))
  const f = (key: string) => say(`scenarioDesk.form.${key}`)
  return {
    form: { ...full, fields: full.fields.filter((field) => field.name !== 'content') },
    content: fields,
    conditions: (content?.conditions ?? []).map(({ libraryId, text, params, dueOn }) => ({
      libraryId,
      text,
      params: params as Record<string, number | string | string[]>,
      dueOn,
    })),
    regions,
    templates: catalogue.conditions.items.map((item) => ({
      id: item.id,
      name: book.name(item),
      text: item.text,
      parameters: item.parameters.map(({ name, kind: of, min, max, usual }) => ({
        name,
        kind: of,
        min,
        max,
        usual,
        label: say(`case.conditions.parameter.${name}`),
        ...(min === null
          ? {}
          : { hint: max === null ? say('scenarioDesk.form.atLeast', { min }) : say('scenarioDesk.form.range', { min, max }) }),
      })),
    })),
    words: {
      ...(await formWords()),
      text: f('text'),
      conditions: {
        legend: f('conditions'),
        add: f('add'),
        remove: f('remove'),
        choose: f('choose'),
        free: f('free'),
        library: f('library'),
        zh: f('zh'),
        en: f('en'),
        dueOn: f('dueOn'),
        optional: say('ui.form.optional'),
        none: f('none'),
      },
    },
  }
}
