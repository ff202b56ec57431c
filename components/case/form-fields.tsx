'use client'
// The controls of a command form, drawn from their description: lines, choices, groups, repeatable rows. Values live in one tree, addressed by JSON pointer.
import { Field, Input, Textarea, tied } from '#components/ui/field'
import { Icon } from '#components/ui/icon'
import { ConditionsField, type ConditionValue } from './conditions-field.tsx'
import { FileField, fileBody } from './file-field.tsx'
import type { FileWords } from './file-words.tsx'
import type { FormField } from './form-shape.tsx'
import type { FileValue } from './upload.tsx'

export type Tree = { [name: string]: unknown }
export type FieldWords = {
  add: string
  remove: string
  optional: string
  choose: string
  linesHint: string
  zh: string
  en: string
  include: string
  row: string
  file: FileWords
}
type Props = {
  field: FormField
  at: string
  value: unknown
  onChange: (value: unknown) => void
  errors: Map<string, string>
  words: FieldWords
}

/** What a field holds before anybody typed. */
export const blank = (field: FormField): unknown => {
  if (field.value !== undefined && field.value !== null) return field.value
  switch (field.kind) {
    case 'flag':
      return false
    case 'choices':
    case 'numberChoices':
    case 'conditions':
    case 'lines':
    case 'files':
      return []
    case 'file':
      return null
    case 'rows':
      return field.isRequired ? [blankRow(field)] : []
    case 'group':
      return field.isNullable ? null : blankRow(field)
    default:
      return ''
  }
}
const blankRow = (field: FormField): Tree => Object.fromEntries((field.fields ?? []).map((one) => [one.name, blank(one)]))

/** The tree as the API wants it: empty lines become null or are left out, numbers are numbers. */
export const cleaned = (fields: readonly FormField[], tree: Tree): Tree =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = cleanedValue(field, tree[field.name])
      return value === undefined ? [] : [[field.name, value]]
    }),
  )

const cleanedValue = (field: FormField, value: unknown): unknown => {
  switch (field.kind) {
    case 'number':
    case 'numberChoice':
      return value === '' || value === null || value === undefined ? (field.isNullable ? null : undefined) : Number(value)
    case 'numberChoices':
      return ((value as unknown[]) ?? []).map(Number)
    case 'lines':
      return ((value as string[]) ?? []).map((line) => line.trim()).filter((line) => line !== '')
    case 'rows':
      return ((value as Tree[]) ?? []).map((row) => cleaned(field.fields ?? [], row))
    case 'group':
      return value === null || value === undefined ? (field.isNullable ? null : undefined) : cleaned(field.fields ?? [], value as Tree)
    case 'instant':
      return typeof value === 'string' && value !== ''
        ? `${value.length === 16 ? `${value}:00` : value}+08:00`
        : field.isNullable
          ? null
          : undefined
    case 'files':
      return ((value as FileValue[]) ?? []).map((file) => fileBody(file, field.isPublishable ?? false))
    case 'file':
      return value ? fileBody(value as FileValue, field.isPublishable ?? false) : field.isNullable ? null : undefined
    case 'flag':
    case 'conditions':
    case 'choices':
      return value
    default:
      return value === '' || value === undefined ? (field.isNullable ? null : field.isRequired ? '' : undefined) : value
  }
}

/** What a place is called, from the outermost field inwards: `Steps 2 › Date`; the last part of the pointer where no field has it. */
export const labelAt = (fields: readonly FormField[], pointer: string): string => {
  const [name = '', ...rest] = pointer.split('/').filter(Boolean)
  const field = fields.find((one) => one.name === name)
  if (!field) return pointer.split('/').at(-1) ?? ''
  const [first = ''] = rest
  const isRow = /^\d+$/.test(first)
  const inner = isRow ? rest.slice(1) : rest
  const own = isRow ? `${field.label} ${Number(first) + 1}` : field.label
  return inner.length === 0 || !field.fields ? own : `${own} › ${labelAt(field.fields, `/${inner.join('/')}`)}`
}

const idOf = (at: string) => `f${at.replaceAll('/', '-')}`

/** One field with everything inside it. */
export function FormControl({ field, at, value, onChange, errors, words }: Props) {
  const id = idOf(at)
  const error = errors.get(at)
  const note = field.isRequired || field.kind === 'flag' ? undefined : words.optional
  const around = { id, label: field.label, hint: field.hint, error, note }
  switch (field.kind) {
    case 'flag':
      return (
        <div className="ask">
          {/* Not a child of `.ask` itself: what is ticked is a sentence, no heading. */}
          <div className="choices">
            <label className="tick" htmlFor={id}>
              <input
                type="checkbox"
                className="box"
                id={id}
                checked={value === true}
                onChange={(event) => onChange(event.target.checked)}
              />
              <span>{field.label}</span>
            </label>
          </div>
          {field.hint ? <p className="hint">{field.hint}</p> : null}
        </div>
      )
    case 'choice':
    case 'numberChoice':
      return (
        <Field {...around}>
          <span className="pick">
            <select {...tied(around)} className="field" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
              <option value="">{words.choose}</option>
              {field.options?.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <Icon name="i-down" />
          </span>
        </Field>
      )
    case 'choices':
    case 'numberChoices': {
      const chosen = ((value as unknown[]) ?? []).map(String)
      return (
        <fieldset className={error ? 'ask bad' : 'ask'} id={id}>
          <legend>
            {field.label}
            {note ? <small className="t3"> {note}</small> : null}
          </legend>
          {field.hint ? <p className="hint">{field.hint}</p> : null}
          {error ? <p className="err">{error}</p> : null}
          {/* Many short choices stand in columns. */}
          <div className="choices" style={(field.options?.length ?? 0) > 12 ? { columns: '160px' } : undefined}>
            {field.options?.map((option) => (
              <label className="tick" key={option.value} style={{ breakInside: 'avoid' }}>
                <input
                  type="checkbox"
                  className="box"
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
    case 'file':
    case 'files': {
      const isMany = field.kind === 'files'
      const list = (held: unknown): readonly FileValue[] => (Array.isArray(held) ? held : held ? [held as FileValue] : [])
      return (
        <FileField
          {...around}
          at={at}
          files={list(value)}
          errors={errors}
          words={words.file}
          isMany={isMany}
          isPublishable={field.isPublishable ?? false}
          onChange={(next) => onChange(isMany ? next : (next[0] ?? null))}
        />
      )
    }
    case 'conditions':
      return field.conditions ? (
        <ConditionsField
          offer={field.conditions}
          legend={field.label}
          error={[...errors].find(([where]) => where.startsWith(at))?.[1]}
          value={(value as ConditionValue[]) ?? []}
          onChange={onChange}
        />
      ) : null
    case 'prose':
      return (
        <Textarea
          {...around}
          className="w-full"
          maxLength={field.maxLength}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
          rows={3}
        />
      )
    case 'lines':
      return (
        <Textarea
          {...around}
          hint={field.hint ?? words.linesHint}
          value={((value as string[]) ?? []).join('\n')}
          onChange={(event) => onChange(event.target.value.split('\n'))}
          rows={3}
        />
      )
    case 'group': {
      const isOpen = value !== null && value !== undefined
      return (
        <fieldset className="ask group" id={id}>
          <legend>{field.label}</legend>
          {field.hint ? <p className="hint">{field.hint}</p> : null}
          {field.isNullable ? (
            <div className="choices">
              <label className="tick" htmlFor={`${id}-open`}>
                <input
                  type="checkbox"
                  className="box"
                  id={`${id}-open`}
                  checked={isOpen}
                  onChange={(event) => onChange(event.target.checked ? blankRow(field) : null)}
                />
                <span>{words.include}</span>
              </label>
            </div>
          ) : null}
          {isOpen
            ? field.fields?.map((one) => (
                <FormControl
                  key={one.name}
                  field={one}
                  at={`${at}/${one.name}`}
                  value={(value as Tree)[one.name]}
                  errors={errors}
                  words={words}
                  onChange={(next) => onChange({ ...(value as Tree), [one.name]: next })}
                />
              ))
            : null}
        </fieldset>
      )
    }
    case 'rows': {
      const rows = (value as Tree[]) ?? []
      return (
        <fieldset className={error ? 'ask rows bad' : 'ask rows'} id={id}>
          <legend>
            {field.label}
            {note ? <small className="t3"> {note}</small> : null}
          </legend>
          {field.hint ? <p className="hint">{field.hint}</p> : null}
          {error ? <p className="err">{error}</p> : null}
          {rows.map((row, i) => (
            <div className="formrow" key={i}>
              {field.fields?.map((one) => (
                <FormControl
                  key={one.name}
                  field={one}
                  at={`${at}/${i}/${one.name}`}
                  value={row[one.name]}
                  errors={errors}
                  words={words}
                  onChange={(next) => onChange(rows.map((other, j) => (j === i ? { ...other, [one.name]: next } : other)))}
                />
              ))}
              <button type="button" className="btn bare sm" onClick={() => onChange(rows.filter((_, j) => j !== i))}>
                {words.remove} {i + 1}
              </button>
            </div>
          ))}
          <button type="button" className="btn sm" onClick={() => onChange([...rows, blankRow(field)])}>
            {words.add}
          </button>
        </fieldset>
      )
    }
    default:
      return (
        <Input
          {...around}
          type={field.kind === 'number' ? 'number' : field.kind === 'date' ? 'date' : field.kind === 'instant' ? 'datetime-local' : 'text'}
          min={field.minimum}
          max={field.maximum}
          maxLength={field.maxLength}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
