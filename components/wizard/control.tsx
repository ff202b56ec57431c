'use client'
// The controls of the wizard: a yes or no that starts unanswered, groups, rows that open one by one, and everything else as command forms draw it.
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '#components/ui/icon'
import { type FieldWords, FormControl } from '../case/form-fields.tsx'
import type { FormField } from '../case/form-shape.tsx'
import { type ClaimDesk, ClaimNote, claimsAt } from './claims.tsx'
import { keyOfList, marked, missingIn, rowMark, type Tree } from './wire.ts'

export type ControlWords = FieldWords & {
  yes: string
  no: string
  addRow: string
  removeRow: string
  noRows: string
  noneOfThese: string
  unfinishedRow: string
  claimed: string
  needs: string
}
type Props = {
  field: FormField
  at: string
  value: unknown
  onChange: (value: unknown) => void
  errors: Map<string, string>
  words: ControlWords
  desk: ClaimDesk
  idPrefixes?: Record<string, string>
}

const idOf = (at: string) => `f${at.replaceAll('/', '-')}`

/** One field with everything inside it. `at` is the JSON pointer of its place in the description. */
export function WizardControl(props: Props) {
  const { field, at, value, onChange, errors, words, desk } = props
  switch (field.kind) {
    case 'flag':
      return (
        <>
          <YesNo {...props} />
          <ClaimNote at={at} desk={desk} isLeaf />
        </>
      )
    case 'group':
      return field.isNullable ? (
        <>
          <FormControl field={field} at={at} value={value} onChange={onChange} errors={errors} words={words} />
          <ClaimNote at={at} desk={desk} isLeaf />
        </>
      ) : (
        <Group {...props} />
      )
    case 'rows':
      return <Rows {...props} />
    default:
      return (
        <>
          <FormControl
            field={field}
            at={at}
            value={value ?? (field.kind === 'choices' || field.kind === 'numberChoices' || field.kind === 'lines' ? [] : '')}
            onChange={onChange}
            errors={errors}
            words={words}
          />
          <ClaimNote at={at} desk={desk} isLeaf />
        </>
      )
  }
}

function YesNo({ field, at, value, onChange, errors, words }: Props) {
  const id = idOf(at)
  const error = errors.get(at)
  return (
    <fieldset className={error ? 'ask bad' : 'ask'} id={id} aria-describedby={field.hint ? `${id}-hint` : undefined}>
      <legend>{field.label}</legend>
      {field.hint ? (
        <p className="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {error ? <p className="err">{error}</p> : null}
      <div className="choices inline">
        {(
          [
            [true, words.yes],
            [false, words.no],
          ] as const
        ).map(([answer, word]) => (
          <label className="tick" key={word}>
            <input type="radio" className="box" name={id} checked={value === answer} onChange={() => onChange(answer)} />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Group({ field, at, value, onChange, ...rest }: Props) {
  const tree = (value as Tree | null | undefined) ?? {}
  return (
    <fieldset className="ask group" id={idOf(at)}>
      <legend>{field.label}</legend>
      {field.hint ? <p className="hint">{field.hint}</p> : null}
      {field.fields?.map((one) => (
        <WizardControl
          key={one.name}
          {...rest}
          field={one}
          at={`${at}/${one.name}`}
          value={tree[one.name]}
          onChange={(next) => onChange({ ...tree, [one.name]: next })}
        />
      ))}
      <ClaimNote at={at} desk={rest.desk} isLeaf={false} />
    </fieldset>
  )
}

/** The next free name of a row, for lists whose rows are only numbered. */
export const nextKey = (rows: readonly Tree[], key: string, prefix: string): string => {
  const taken = new Set(rows.map((row) => row[key]))
  let no = rows.length + 1
  while (taken.has(`${prefix}-${no}`)) no += 1
  return `${prefix}-${no}`
}

function Rows({ field, at, value, onChange, errors, words, desk, idPrefixes = {} }: Props) {
  const rows = Array.isArray(value) ? (value as Tree[]) : null
  const key = keyOfList[field.name] ?? 'name'
  const prefix = idPrefixes[field.name]
  const add = () => onChange([...(rows ?? []), marked(prefix ? { [key]: nextKey(rows ?? [], key, prefix) } : {})])
  return (
    <fieldset className="ask rows" id={idOf(at)}>
      <legend>
        {field.label}
        {rows && rows.length > 0 ? <small className="t3">{rows.length}</small> : null}
      </legend>
      {field.hint ? <p className="hint">{field.hint}</p> : null}
      {errors.get(at) ? <p className="err">{errors.get(at)}</p> : null}
      {rows?.map((row, index) => {
        const missing = missingIn(field, row)
        const place = `${at}/${index}`
        const open =
          desk.claims.filter((claim) => claim.confirmedBy === null && claim.path.startsWith(`${place}/`)).length +
          claimsAt(desk.claims, place, false).filter((claim) => claim.confirmedBy === null).length
        const wrong = [...errors.keys()].some((pointer) => pointer.startsWith(`${place}/`))
        return (
          <RowBox
            key={String(row[rowMark])}
            title={String(row.name || row.trigger || row[key] || `${field.label} ${index + 1}`)}
            isNew={missing.length > 0}
            isWrong={wrong}
            notes={[...(missing.length > 0 ? [words.unfinishedRow] : []), ...(open > 0 ? [words.claimed] : [])]}
          >
            {field.fields?.map((one) => (
              <WizardControl
                key={one.name}
                field={one}
                at={`${place}/${one.name}`}
                value={row[one.name]}
                errors={errors}
                words={words}
                desk={desk}
                idPrefixes={idPrefixes}
                onChange={(next) => onChange(rows.map((other, j) => (j === index ? { ...other, [one.name]: next } : other)))}
              />
            ))}
            <ClaimNote at={place} desk={desk} isLeaf={false} />
            <button type="button" className="btn bare sm" onClick={() => onChange(rows.filter((_, j) => j !== index))}>
              {words.removeRow}
            </button>
          </RowBox>
        )
      })}
      <p className="row wide" style={{ paddingTop: 8 }}>
        <button type="button" className="btn sm" onClick={add}>
          {words.addRow}
        </button>
        {rows === null ? (
          <button type="button" className="btn sm bare" onClick={() => onChange([])}>
            {words.noneOfThese}
          </button>
        ) : rows.length === 0 ? (
          <span className="t2">{words.noRows}</span>
        ) : null}
      </p>
    </fieldset>
  )
}

/** One row, folded to its name. It opens by itself when it is new or wrong, and never closes under somebody's hands. */
function RowBox({
  title,
  notes,
  isNew,
  isWrong,
  children,
}: {
  title: string
  notes: readonly string[]
  isNew: boolean
  isWrong: boolean
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(isNew)
  useEffect(() => {
    if (isWrong) setOpen(true)
  }, [isWrong])
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      style={{ borderTop: 'var(--line-hair)', padding: '8px 0' }}
    >
      <summary className="row wide">
        <b className="grow" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </b>
        {notes.map((note) => (
          <span key={note} className="care cap">
            {note}
          </span>
        ))}
        <Icon name="i-down" size={12} />
      </summary>
      <div style={{ paddingTop: 12 }}>{children}</div>
    </details>
  )
}
