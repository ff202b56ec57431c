'use client'
// Parts that the steps of the builder share: ticks of a list, a text in two languages, and the bond of a step to the draft.
import { Textarea } from '#components/ui/field'
import type { Bilingual, Draft, Mode } from './draft.ts'
import type { BuilderOptions, BuilderWords, Option } from './words.ts'

export type StepProps = {
  draft: Draft
  mode: Mode
  change: (next: Partial<Draft>) => void
  options: BuilderOptions
  words: BuilderWords
  missing: readonly string[]
  isTried: boolean
  agent: { versions: readonly { hash: string; version: string; at: string; models: readonly string[]; tools: readonly string[] }[] }
}

/** The error of a field, once the officer has tried to go on. */
export const errorOf = ({ missing, isTried, words }: Pick<StepProps, 'missing' | 'isTried' | 'words'>, name: string): string | undefined =>
  isTried && missing.includes(name) ? words.required : undefined

/** Several of a list. */
export function Ticks({
  id,
  legend,
  hint,
  error,
  options,
  chosen,
  onChange,
  columns,
}: {
  id: string
  legend: string
  hint?: string
  error?: string
  options: readonly Option[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  columns?: boolean
}) {
  return (
    <fieldset className={error ? 'ask bad' : 'ask'} id={id}>
      <legend>{legend}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="err">{error}</p> : null}
      <div className={columns ? 'choices grid grid-cols-2 gap-x-6 max-[700px]:grid-cols-1' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} className="tick">
            <input
              className="box"
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))
              }
            />
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of a list. */
export function Radios({
  id,
  legend,
  hint,
  error,
  options,
  chosen,
  onChange,
}: {
  id: string
  legend: string
  hint?: string
  error?: string
  options: readonly Option[]
  chosen: string
  onChange: (value: string) => void
}) {
  return (
    <fieldset className={error ? 'ask bad' : 'ask'} id={id}>
      <legend>{legend}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? <p className="err">{error}</p> : null}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="tick">
            <input
              className="box"
              type="radio"
              name={id}
              value={option.value}
              checked={chosen === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The same sentence in Chinese and in English, side by side. */
export function TwoTexts({
  id,
  label,
  value,
  error,
  words,
  onChange,
}: {
  id: string
  label: string
  value: Bilingual
  error?: string
  words: { zh: string; en: string }
  onChange: (value: Bilingual) => void
}) {
  return (
    <fieldset className="ask" id={id}>
      <legend>{label}</legend>
      <div className="grid grid-cols-2 gap-x-4 max-[900px]:grid-cols-1">
        <Textarea
          id={`${id}-zh`}
          label={words.zh}
          lang="zh-CN"
          rows={3}
          maxLength={2000}
          error={error && value.zh.trim() === '' ? error : undefined}
          value={value.zh}
          onChange={(event) => onChange({ ...value, zh: event.target.value })}
        />
        <Textarea
          id={`${id}-en`}
          label={words.en}
          lang="en"
          rows={3}
          maxLength={2000}
          error={error && value.en.trim() === '' ? error : undefined}
          value={value.en}
          onChange={(event) => onChange({ ...value, en: event.target.value })}
        />
      </div>
    </fieldset>
  )
}
