// Sets of rules in words: each item with its source and how far it may be relied upon, what two editions differ in.
import 'server-only'
import { type Content, type EditableSet, editableSets } from '#domain/catalogue/catalogue-vocabulary'
import { type CatalogueState, inForce } from '#domain/catalogue/in-force'
import { type ItemDifference, itemDifferences, keyOf } from '#domain/catalogue/item-difference'
import { type Confidence, confidences } from '#domain/catalogue/vocabulary'
import type { RulesReader } from './desk-reader.ts'

export const isSet = (name: string): name is EditableSet => (editableSets as readonly string[]).includes(name)
export const setName = (set: string, r: Pick<RulesReader, 'say'>): string => r.say(`catalogue.option.editableSets.${set}`)

type Entry = Record<string, unknown>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is { zh: string; en: string } =>
  isEntry(value) && typeof value.zh === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2
const isConfidence = (value: unknown): value is Confidence => (confidences as readonly unknown[]).includes(value)

/** The mark of an item; a scenario has one for its name and one for its group, and the weaker counts. */
const confidenceOf = (entry: Entry): Confidence | null => {
  const marks = [entry.confidence, entry.nameConfidence, entry.groupConfidence].filter(isConfidence)
  return marks.sort((a, b) => confidences.indexOf(b) - confidences.indexOf(a))[0] ?? null
}

/** A value on one line, in the language of the reader. */
export const valueText = (value: unknown, r: Pick<RulesReader, 'book' | 'say'>): string => {
  if (value === null || value === undefined) return r.say('admin.rules.absent')
  if (typeof value === 'boolean') return r.say(value ? 'ui.form.yes' : 'ui.form.no')
  if (isText(value)) return r.book.name(value)
  if (Array.isArray(value))
    return value.length === 0
      ? r.say('ui.form.none')
      : value.map((one) => (isEntry(one) && !isText(one) ? `{${valueText(one, r)}}` : valueText(one, r))).join(', ')
  return isEntry(value)
    ? Object.entries(value)
        .map(([key, inner]) => `${key}: ${valueText(inner, r)}`)
        .join(' · ')
    : String(value)
}

const ofHead = [
  'id',
  'clause',
  'code',
  'tier',
  'on',
  'zh',
  'en',
  'name',
  'source',
  'confidence',
  'nameConfidence',
  'groupConfidence',
  'extensionConfidence',
]

export type RuleItem = {
  key: string
  part: string
  id: string
  name: string
  content: string
  source: string
  confidence: Confidence | null
}

/** Every item of a content, with its name and the rest of what it says. */
export const ruleItems = (content: Content, r: Pick<RulesReader, 'book' | 'say'>): RuleItem[] =>
  Object.entries(content).flatMap(([part, value]) =>
    Array.isArray(value)
      ? value.filter(isEntry).map(
          (entry, at): RuleItem => ({
            key: `${part}/${keyOf(entry, at)}/${at}`,
            part,
            id: keyOf(entry, at),
            name:
              typeof entry.zh === 'string'
                ? r.book.name({ zh: entry.zh, en: typeof entry.en === 'string' ? entry.en : null })
                : isText(entry.name)
                  ? r.book.name(entry.name)
                  : '',
            content: Object.entries(entry)
              .filter(([key]) => !ofHead.includes(key))
              .map(([key, inner]) => `${key}: ${valueText(inner, r)}`)
              .join(' · '),
            source: typeof entry.source === 'string' ? entry.source : '',
            confidence: confidenceOf(entry),
          }),
        )
      : [],
  )

/** How many items carry each mark, strongest first. */
export const confidenceCounts = (items: readonly RuleItem[]): { mark: Confidence; n: number }[] =>
  confidences.map((mark) => ({ mark, n: items.filter((item) => item.confidence === mark).length })).filter(({ n }) => n > 0)

/** A difference as rows of the comparison: one group an item. */
export const differenceGroups = (found: readonly ItemDifference[], r: Pick<RulesReader, 'book' | 'say'>) =>
  found.map((one) => ({
    key: `${one.part}-${one.key}`.replace(/\W+/g, '-'),
    title: one.part === one.key ? one.key : `${one.part} · ${one.key}`,
    note: one.kind === 'changed' ? undefined : r.say(`admin.rules.${one.kind}`),
    rows: one.fields.map((field) => ({
      key: `${one.part}-${one.key}-${field.path}`.replace(/\W+/g, '-'),
      field: field.path || one.key,
      before: valueText(field.before, r),
      after: valueText(field.after, r),
      isAdded: one.kind === 'added',
      isRemoved: one.kind === 'removed',
    })),
  }))

/** The case of a set: its id is its own business, its tie to the set is what counts. Null before the set has a case. */
export const caseOfSet = async (set: EditableSet, r: RulesReader) => {
  const { items } = await r.list('catalogue', { link: { name: 'set', to: set }, limit: 1 })
  const id = items[0]?.id ?? (await r.list('catalogue', { scope: 'public', link: { name: 'set', to: set }, limit: 1 })).items[0]?.id
  return id === undefined ? null : r.one<CatalogueState>('catalogue', id)
}

/** The edition in force on a day, or the first where none is yet. */
export const editionNow = (state: Pick<CatalogueState, 'versions'>, today: string) =>
  inForce(state.versions, today) ?? state.versions[0] ?? null

/** What the proposal would change against what is then the rule: the edition enacted last. */
export const proposalDifferences = (state: CatalogueState): ItemDifference[] =>
  state.proposal ? itemDifferences(state.versions.at(-1)?.content ?? {}, state.proposal.content) : []
