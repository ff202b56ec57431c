// Form fields: label, hint, error in ochre, the control; and the summary of errors that links to them.
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Around = {
  /** The id of the control; hint and error hang on it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The word that marks the rarer case: "optional", or "required". */
  note?: ReactNode
}

/** What a control must carry to be tied to its hint and error. Spread it: `<input {...tied(props)} />`. */
export const tied = ({ id, hint, error }: Pick<Around, 'id' | 'hint' | 'error'>) => ({
  id,
  'aria-describedby': [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? (true as const) : undefined,
})

/** Label, hint and error around any control that carries `tied({ id, hint, error })`. */
export function Field({ id, label, hint, error, note, children }: Around & { children: ReactNode }) {
  return (
    <div className={error ? 'ask bad' : 'ask'}>
      <label htmlFor={id}>
        {label}
        {note ? <small className="t3">{note}</small> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {children}
    </div>
  )
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={`${id}-error`}>
      <Icon name="i-care" />
      <span>{children}</span>
    </p>
  )
}

export function Input({ label, hint, error, note, className, ...rest }: Around & Omit<ComponentProps<'input'>, keyof Around>) {
  return (
    <Field {...{ id: rest.id, label, hint, error, note }}>
      <input {...rest} {...tied({ id: rest.id, hint, error })} className={className ? `field ${className}` : 'field'} />
    </Field>
  )
}

export function Textarea({
  label,
  hint,
  error,
  note,
  rows = 5,
  className,
  ...rest
}: Around & Omit<ComponentProps<'textarea'>, keyof Around>) {
  return (
    <Field {...{ id: rest.id, label, hint, error, note }}>
      <textarea
        {...rest}
        rows={rows}
        {...tied({ id: rest.id, hint, error })}
        className={className ? `field area ${className}` : 'field area'}
      />
    </Field>
  )
}

export type Choice = { value: string; text: ReactNode; hint?: ReactNode; disabled?: boolean }

/** `empty` is the text of the choice that means "not chosen"; leave it out when there always is a choice. */
export function Select({
  label,
  hint,
  error,
  note,
  choices,
  empty,
  ...rest
}: Around & { choices: readonly (Choice & { text: string })[]; empty?: string } & Omit<ComponentProps<'select'>, keyof Around>) {
  return (
    <Field {...{ id: rest.id, label, hint, error, note }}>
      <span className="pick">
        <select {...rest} {...tied({ id: rest.id, hint, error })} className="field">
          {empty === undefined ? null : <option value="">{empty}</option>}
          {choices.map(({ value, text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
        <Icon name="i-down" />
      </span>
    </Field>
  )
}

/** One box with its words; `bare` gives the box alone, named by `label`, for table rows. */
export function Checkbox({
  label,
  hint,
  bare,
  ...rest
}: { label: string | ReactNode; hint?: ReactNode; bare?: boolean } & Omit<ComponentProps<'input'>, 'type'>) {
  const box = <input {...rest} type="checkbox" className="box" aria-label={bare && typeof label === 'string' ? label : undefined} />
  if (bare) return box
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the control
    <label className="tick">
      {box}
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  )
}

/** Radios or checkboxes under one question. `chosen` is the stored value, or the list of them. */
export function Choices({
  id,
  name,
  label,
  hint,
  error,
  note,
  kind = 'radio',
  choices,
  chosen,
  required,
  inline,
}: Around & {
  name: string
  kind?: 'radio' | 'checkbox'
  choices: readonly Choice[]
  chosen?: string | readonly string[]
  required?: boolean
  inline?: boolean
}) {
  const isChosen = (value: string) => (typeof chosen === 'string' ? chosen === value : (chosen?.includes(value) ?? false))
  return (
    <fieldset className={error ? 'ask bad' : 'ask'} id={id} aria-describedby={tied({ id, hint, error })['aria-describedby']}>
      <legend>
        {label}
        {note ? <small className="t3">{note}</small> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      <div className={inline ? 'choices inline' : 'choices'}>
        {choices.map(({ value, text, hint: more, disabled }) => (
          <label className="tick" key={value}>
            <input
              className="box"
              type={kind}
              name={name}
              value={value}
              defaultChecked={isChosen(value)}
              disabled={disabled}
              required={required && kind === 'radio'}
            />
            <span>
              {text}
              {more ? <small>{more}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A choice of files; the browser's own control in our edge. */
export function FileField({ label, hint, error, note, ...rest }: Around & Omit<ComponentProps<'input'>, keyof Around | 'type'>) {
  return (
    <Field {...{ id: rest.id, label, hint, error, note }}>
      <input {...rest} type="file" {...tied({ id: rest.id, hint, error })} className="field file" />
    </Field>
  )
}

/** All errors at the top of a form, each a link to its field. Ochre: nothing has been refused. Focus it after a failed submit. */
export function ErrorSummary({
  title,
  hint,
  errors,
}: {
  title: ReactNode
  hint?: ReactNode
  errors: readonly { href: string; text: ReactNode }[]
}) {
  if (errors.length === 0) return null
  return (
    <section className="summary" role="alert" tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary">
        <Icon name="i-care" />
        {title}
      </h2>
      {hint ? <p className="t2">{hint}</p> : null}
      <ul>
        {errors.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
