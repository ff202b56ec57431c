// The forms of the filing wizard: fields, labels and options of each task, from the schema of the description; and what the openings allow.
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { agentVersionSchema } from '#domain/agent/version'
import { authorityModes } from '#domain/agent/vocabulary'
import { useSchema } from '#domain/filing/command'
import type { Filing } from '#domain/filing/state'
import type { Opening } from '#domain/scenario/opening-state'
import type { CompanyReader } from './company-reader.ts'
import { type Ceiling, contentOf, type WizardTask } from './filing-tasks.ts'
import { type FormField, fieldsOf, type Known, type Schema } from './form.ts'
import { formWords } from './form-words.ts'
import { wordBook } from './word-book.ts'

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
const description = jsonOf(agentVersionSchema)
const usage = jsonOf(useSchema)

const picked = (schema: Schema, names: readonly string[]): Schema => ({
  ...schema,
  properties: Object.fromEntries(names.flatMap((name) => (schema.properties?.[name] ? [[name, schema.properties[name]]] : []))),
})

type Words = Parameters<typeof fieldsOf>[2]

/** The fields of one task. Lists that refer to other parts of the form offer what is there now. */
export const taskFields = async (task: WizardTask, filing: Pick<Filing, 'content'>): Promise<FormField[]> => {
  const t = (await getTranslations()) as unknown as Words
  if (task === 'use') return fieldsOf({ name: 'wizard' }, usage, t, {}, '')
  const tools = (filing.content.tools ?? []).map(({ name }) => ({ value: name, label: name }))
  const known: Known = { options: { 'authorityMatrix.tools': tools } }
  return fieldsOf({ name: 'agent' }, picked(description, contentOf[task]), t, known, '')
}

/** The scenarios of each sector that can be filed now. */
export const filingChoices = (r: Pick<CompanyReader, 'catalogue' | 'words' | 'book'>) => {
  const active = new Set(r.catalogue.scenarios.items.filter((item) => item.active).map((item) => item.clause))
  return r.catalogue.sectors.items.map((sector) => ({
    value: sector.id,
    label: r.book.name(sector),
    scenarios: sector.scenarios
      .filter((pair) => active.has(pair.clause))
      .map((pair) => ({ value: String(pair.clause), label: r.words.scenario(pair.clause) })),
  }))
}

export type OpenScenario = {
  clause: number
  id: string | null
  status: string
  no: number | null
  content: Opening['published'][number]['content'] | null
}

/** How each of these scenarios stands in this sector today, with the decision in force. */
export const openScenarios = async (r: CompanyReader, sector: string | null, clauses: readonly number[]): Promise<OpenScenario[]> =>
  Promise.all(
    clauses.map(async (clause): Promise<OpenScenario> => {
      const none = { clause, id: null, status: 'none', no: null, content: null }
      if (!sector) return none
      const { items } = await r.list('opening', { scope: 'public', link: { name: 'scenario', to: `${sector}:${clause}` }, limit: 10 })
      const chosen = items.find((item) => item.status === 'open' || item.status === 'open_conditional') ?? items[0]
      const found = chosen ? await r.one<Opening>('opening', chosen.id) : null
      if (!found) return none
      const inForce =
        (found.state.published as Opening['published'] | undefined)?.findLast((version) => version.inForceOn <= r.today) ?? null
      return { clause, id: found.id, status: found.status, no: inForce?.no ?? null, content: inForce?.content ?? null }
    }),
  )

/** What the openings allow an agent to decide, for the matrix. */
export const ceilingsOf = (openings: readonly OpenScenario[]): Ceiling[] =>
  openings.flatMap(({ clause, content, no, status }) =>
    content && (status === 'open' || status === 'open_conditional')
      ? [{ scenario: clause, mode: content.autonomyCeiling, version: no ?? 1 }]
      : [],
  )

const wayOf = { autonomous: 'alone', user_authorised: 'ask', user_only: 'user' } as const
/** The tightest of the ceilings, in words for the editor of the matrix; null where no opening sets one. */
export const tightestCeiling = ({ say, words }: CompanyReader, ceilings: readonly Ceiling[]) => {
  const [tightest] = [...ceilings].sort((a, b) => authorityModes.indexOf(a.mode) - authorityModes.indexOf(b.mode))
  if (!tightest) return null
  const { mode, scenario, version } = tightest
  const says = say('wizard.matrix.ceiling', {
    mode: say(`agent.option.authorityModes.${mode}`),
    scenario: words.scenario(scenario),
    version,
  })
  return { way: wayOf[mode], says }
}

const wordKeys = [
  'saved',
  'saving',
  'notSaved',
  'unfinished',
  'offline',
  'refused',
  'saveAndBack',
  'claimed',
  'confirm',
  'confirmed',
  'confirmAll',
  'toConfirm',
  'changedByYou',
  'addRow',
  'removeRow',
  'noRows',
  'noneOfThese',
  'unfinishedRow',
  'needs',
  'needsTitle',
  'missing',
  'invalid',
  'conflictTitle',
  'conflictBy',
  'field',
  'base',
  'yours',
  'theirs',
  'merge',
  'empty',
  'stale',
  'reload',
] as const
const matrixKeys = [
  'action',
  'alone',
  'ask',
  'user',
  'limit',
  'evidence',
  'caption',
  'reading',
  'changing',
  'reserved',
  'details',
  'add',
  'newAction',
  'close',
  'done',
  'meter',
  'noEvidence',
  'remove',
  'above',
  'empty',
] as const

/** The words of saving, of imported claims, of rows and of the matrix, for the client parts of the wizard; `{…}` places are filled there. */
export const wizardWords = async () => {
  const book = await wordBook()
  const t = (await getTranslations()) as unknown as Words
  const of = <Key extends string>(space: string, keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, String(t.raw(`wizard.${space}.${key}`))])) as Record<Key, string>
  const form = await formWords()
  return {
    task: {
      ...of('word', wordKeys),
      save: book.say('ui.act.save'),
      yes: book.say('ui.form.yes'),
      no: book.say('ui.form.no'),
      add: form.add,
      remove: form.remove,
      optional: form.optional,
      choose: form.choose,
      linesHint: form.linesHint,
      zh: form.zh,
      en: form.en,
      include: form.include,
      row: form.row,
      file: form.file,
    },
    matrix: of('matrix', matrixKeys),
    scenario: { ...of('scenario', ['sector', 'sectorHint', 'scenarios', 'scenariosHint'] as const), choose: form.choose },
  }
}
