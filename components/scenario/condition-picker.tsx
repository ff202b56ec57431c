'use client'
// Conditions of an act: from the library with their parameters, or in free words; the text in both languages follows the parameters until somebody changes it.
import { Input, Select, Textarea } from '#components/ui/field'

type Value = number | string | string[]
export type Condition = { libraryId: string | null; text: { zh: string; en: string }; params: Record<string, Value>; dueOn: string | null }
export type Template = {
  id: string
  name: string
  text: { zh: string; en: string }
  parameters: {
    name: string
    label: string
    kind: string
    min: number | null
    max: number | null
    usual: number | string | null
    hint?: string
  }[]
}
export type ConditionWords = {
  legend: string
  add: string
  remove: string
  choose: string
  free: string
  library: string
  zh: string
  en: string
  dueOn: string
  optional: string
  none: string
}
type Region = { value: string; label: string }

const isRegions = (kind: string) => kind === 'regions'
const textOf = (value: Value | undefined): string => (Array.isArray(value) ? value.join(', ') : value === undefined ? '…' : String(value))

/** The library's sentence with its parameters filled in. */
const filled = (text: string, params: Record<string, Value>) => text.replace(/\{(\w+)\}/g, (_, name: string) => textOf(params[name]))
const filledText = (template: Template, params: Record<string, Value>) => ({
  zh: filled(template.text.zh, params),
  en: filled(template.text.en, params),
})

const fromTemplate = (template: Template | undefined): Condition => {
  if (!template) return { libraryId: null, text: { zh: '', en: '' }, params: {}, dueOn: null }
  const params = Object.fromEntries(
    template.parameters.map(({ name, kind, usual, min }): [string, Value] => [
      name,
      isRegions(kind) ? [] : kind === 'text' ? String(usual ?? '') : Number(usual ?? min ?? 1),
    ]),
  )
  return { libraryId: template.id, text: filledText(template, params), params, dueOn: null }
}

type Props = {
  conditions: readonly Condition[]
  templates: readonly Template[]
  regions: readonly Region[]
  words: ConditionWords
  onChange: (conditions: readonly Condition[]) => void
}

export function ConditionPicker({ conditions, templates, regions, words, onChange }: Props) {
  const change = (at: number, next: Condition) => onChange(conditions.map((one, place) => (place === at ? next : one)))
  return (
    <fieldset className="ask rows" id="f-content-conditions">
      <legend>{words.legend}</legend>
      {conditions.length === 0 ? <p className="hint">{words.none}</p> : null}
      {conditions.map((condition, at) => (
        <One
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity of their own and are never reordered
          key={at}
          at={at}
          condition={condition}
          templates={templates}
          regions={regions}
          words={words}
          onChange={(next) => change(at, next)}
          onRemove={() => onChange(conditions.filter((_, place) => place !== at))}
        />
      ))}
      <button type="button" className="btn sm" onClick={() => onChange([...conditions, fromTemplate(templates[0])])}>
        {words.add}
      </button>
    </fieldset>
  )
}

type OneProps = Omit<Props, 'conditions' | 'onChange'> & {
  at: number
  condition: Condition
  onChange: (condition: Condition) => void
  onRemove: () => void
}

function One({ at, condition, templates, regions, words, onChange, onRemove }: OneProps) {
  const template = templates.find(({ id }) => id === condition.libraryId)
  const id = (name: string) => `f-content-conditions-${at}-${name}`
  const setParameter = (name: string, value: Value) => {
    const params = { ...condition.params, [name]: value }
    // Words that somebody has changed by hand stay as they are.
    const isUntouched = template !== undefined && JSON.stringify(condition.text) === JSON.stringify(filledText(template, condition.params))
    onChange({ ...condition, params, text: isUntouched ? filledText(template, params) : condition.text })
  }
  return (
    <div className="formrow">
      <Select
        id={id('libraryId')}
        label={words.library}
        value={condition.libraryId ?? ''}
        choices={templates.map((one) => ({ value: one.id, text: `${one.id} ${one.name}` }))}
        empty={words.free}
        onChange={(event) => onChange(fromTemplate(templates.find((one) => one.id === event.target.value)))}
      />
      {template?.parameters.map(({ name, label, kind, min, max, hint }) =>
        isRegions(kind) ? (
          <div className="ask" key={name}>
            <label htmlFor={id(name)}>{label}</label>
            <select
              id={id(name)}
              className="field h-auto"
              multiple
              size={5}
              value={(condition.params[name] as string[]) ?? []}
              onChange={(event) =>
                setParameter(
                  name,
                  [...event.target.selectedOptions].map((option) => option.value),
                )
              }
            >
              {regions.map((region) => (
                <option key={region.value} value={region.value}>
                  {region.label}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <Input
            key={name}
            id={id(name)}
            label={label}
            hint={hint}
            type={kind === 'text' ? 'text' : 'number'}
            min={min ?? undefined}
            max={max ?? undefined}
            value={String(condition.params[name] ?? '')}
            onChange={(event) => setParameter(name, kind === 'text' ? event.target.value : Number(event.target.value))}
          />
        ),
      )}
      <Textarea
        id={id('text-zh')}
        label={words.zh}
        lang="zh-CN"
        rows={2}
        maxLength={2000}
        value={condition.text.zh}
        onChange={(event) => onChange({ ...condition, text: { ...condition.text, zh: event.target.value } })}
      />
      <Textarea
        id={id('text-en')}
        label={words.en}
        lang="en"
        rows={2}
        maxLength={2000}
        value={condition.text.en}
        onChange={(event) => onChange({ ...condition, text: { ...condition.text, en: event.target.value } })}
      />
      <Input
        id={id('dueOn')}
        type="date"
        label={words.dueOn}
        note={words.optional}
        value={condition.dueOn ?? ''}
        onChange={(event) => onChange({ ...condition, dueOn: event.target.value === '' ? null : event.target.value })}
      />
      <button type="button" className="btn bare sm" onClick={onRemove}>
        {words.remove} {at + 1}
      </button>
    </div>
  )
}
