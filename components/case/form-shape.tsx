// What a form is made of, as the server describes it; the same shape as server/form.ts, which components may not import.
import type { ConditionsOffer } from './conditions-field.tsx'

export type Option = { value: string; label: string; hint?: string }
export type FormField = {
  name: string
  label: string
  hint?: string
  isRequired: boolean
  kind:
    | 'line'
    | 'prose'
    | 'number'
    | 'date'
    | 'instant'
    | 'flag'
    | 'choice'
    | 'choices'
    | 'lines'
    | 'group'
    | 'rows'
    | 'numberChoice'
    | 'numberChoices'
    | 'conditions'
    | 'file'
    | 'files'
  maxLength?: number
  minimum?: number
  maximum?: number
  options?: Option[]
  fields?: FormField[]
  isNullable?: boolean
  /** For files: each is public or confidential with a reason. */
  isPublishable?: boolean
  value?: unknown
  /** For conditions of an act: the library in force and the words around it. */
  conditions?: ConditionsOffer
}
export type CommandForm = {
  command: string
  label: string
  explain: string | null
  isStepUp: boolean
  isGrave: boolean
  fields: FormField[]
}

/** The form with its list of conditions turned into the editor that knows the library; every other field stays as it is. */
export const withConditions = (form: CommandForm, conditions: ConditionsOffer): CommandForm => ({
  ...form,
  fields: form.fields.map((field) =>
    field.name === 'conditions' && field.kind === 'rows' ? { ...field, kind: 'conditions', value: field.value ?? [], conditions } : field,
  ),
})
