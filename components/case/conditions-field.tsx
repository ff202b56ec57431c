'use client'
// Conditions of an act: from the library, with its parameters and the text that they make in both languages, or written freely.
import { useId } from 'react'
import { Icon } from '#components/ui/icon'

export type LibraryParameter = {
  name: string
  label: string
  kind: 'number' | 'text' | 'regions'
  min: number | null
  max: number | null
  usual: number | string | null
  range: string
}
export type LibraryCondition = { id: string; name: string; text: { zh: string; en: string }; parameters: LibraryParameter[] }
export type ConditionWords = {
  add: string
  free: string
  choose: string
  library: string
  textZh: string
  textEn: string
  dueOn: string
  optional: string
  remove: string
  no: string
  regionsHint: string
}
export type ConditionsOffer = { library: LibraryCondition[]; words: ConditionWords }
export type ConditionValue = {
  libraryId: string | null
  text: { zh: string; en: string }
  params: Record<string, number | string | string[]>
  dueOn: string | null
}

const blankCondition: ConditionValue = { libraryId: null, text: { zh: '', en: '' }, params: {}, dueOn: null }
const shown = (value: number | string | readonly string[] | undefined) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))

/** The text that the parameters make; what is not filled in keeps its brace, so that nobody signs a gap unseen. */
const written = (entry: LibraryCondition, params: ConditionValue['params']): ConditionValue['text'] => {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (all, name: string) => (params[name] === undefined || params[name] === '' ? all : shown(params[name])))
  return { zh: fill(entry.text.zh), en: fill(entry.text.en) }
}
const parsed = (parameter: LibraryParameter, text: string): number | string | string[] =>
  parameter.kind === 'number'
    ? text.trim() === '' || Number.isNaN(Number(text))
      ? text
      : Number(text)
    : parameter.kind === 'regions'
      ? text.split(/[,\s，、]+/).filter((code) => code !== '')
      : text

const fromLibrary = (entry: LibraryCondition): ConditionValue => {
  const params = Object.fromEntries(
    entry.parameters.flatMap((one) => (one.usual === null ? [] : [[one.name, one.kind === 'regions' ? [String(one.usual)] : one.usual]])),
  )
  return { libraryId: entry.id, text: written(entry, params), params, dueOn: null }
}

export function ConditionsField({
  offer,
  legend,
  error,
  value,
  onChange,
}: {
  offer: ConditionsOffer
  legend: string
  error?: string
  value: readonly ConditionValue[]
  onChange: (value: ConditionValue[]) => void
}) {
  const base = useId()
  const { library, words } = offer
  const set = (place: number, next: ConditionValue) => onChange(value.map((one, other) => (other === place ? next : one)))
  const numbered = (template: string, place: number) => template.replace('{no}', String(place + 1))
  return (
    <fieldset className={error ? 'ask rows bad' : 'ask rows'}>
      <legend>{legend}</legend>
      {error ? <p className="err">{error}</p> : null}
      {value.map((condition, place) => {
        const entry = library.find((one) => one.id === condition.libraryId)
        const id = (name: string) => `${base}-${place}-${name}`
        return (
          <fieldset className="formrow" key={place}>
            <legend className="cap t2">
              {numbered(words.no, place)}
              {entry ? ` · ${entry.name}` : ` · ${words.free}`}
            </legend>
            {entry ? (
              <>
                {entry.parameters.map((parameter) => (
                  <div className="ask" key={parameter.name}>
                    <label htmlFor={id(parameter.name)}>{parameter.label}</label>
                    {parameter.kind === 'regions' ? (
                      <p className="hint">{words.regionsHint}</p>
                    ) : parameter.range ? (
                      <p className="hint">{parameter.range}</p>
                    ) : null}
                    <input
                      id={id(parameter.name)}
                      className="field"
                      inputMode={parameter.kind === 'number' ? 'decimal' : undefined}
                      value={shown(condition.params[parameter.name])}
                      onChange={(event) => {
                        const params = { ...condition.params, [parameter.name]: parsed(parameter, event.target.value) }
                        set(place, { ...condition, params, text: written(entry, params) })
                      }}
                    />
                  </div>
                ))}
                <p lang="zh-Hans">{condition.text.zh}</p>
                <p className="t2" lang="en">
                  {condition.text.en}
                </p>
              </>
            ) : (
              <>
                <div className="ask">
                  <label htmlFor={id('zh')}>{words.textZh}</label>
                  <textarea
                    id={id('zh')}
                    className="field area"
                    rows={2}
                    maxLength={2000}
                    lang="zh-Hans"
                    value={condition.text.zh}
                    onChange={(event) => set(place, { ...condition, text: { ...condition.text, zh: event.target.value } })}
                  />
                </div>
                <div className="ask">
                  <label htmlFor={id('en')}>{words.textEn}</label>
                  <textarea
                    id={id('en')}
                    className="field area"
                    rows={2}
                    maxLength={2000}
                    lang="en"
                    value={condition.text.en}
                    onChange={(event) => set(place, { ...condition, text: { ...condition.text, en: event.target.value } })}
                  />
                </div>
              </>
            )}
            <div className="ask">
              <label htmlFor={id('due')}>
                {words.dueOn}
                <small className="t3"> {words.optional}</small>
              </label>
              <input
                id={id('due')}
                type="date"
                className="field"
                value={condition.dueOn ?? ''}
                onChange={(event) => set(place, { ...condition, dueOn: event.target.value || null })}
              />
            </div>
            <button type="button" className="btn bare sm" onClick={() => onChange(value.filter((_, other) => other !== place))}>
              {numbered(words.remove, place)}
            </button>
          </fieldset>
        )
      })}
      <div className="row">
        <span className="pick">
          <select
            className="field"
            aria-label={words.choose}
            value=""
            onChange={(event) => {
              const entry = library.find((one) => one.id === event.target.value)
              if (entry) onChange([...value, fromLibrary(entry)])
            }}
          >
            <option value="">{words.choose}</option>
            {library.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
          </select>
          <Icon name="i-down" />
        </span>
        <button type="button" className="btn sm" onClick={() => onChange([...value, blankCondition])}>
          {words.free}
        </button>
      </div>
    </fieldset>
  )
}
