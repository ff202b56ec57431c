// What a form is made of, as the server describes it; the same shape as server/form.ts, which components may not import.
export type Option = { value: string; label: string; hint?: string }
export type FormField = {
  name: string
  label: string
  hint?: string
  isRequired: boolean
  kind: 'line' | 'prose' | 'number' | 'date' | 'instant' | 'flag' | 'choice' | 'choices' | 'lines' | 'group' | 'rows' | 'numberChoice' | 'numberChoices'
  maxLength?: number
  minimum?: number
  maximum?: number
  options?: Option[]
  fields?: FormField[]
  isNullable?: boolean
  value?: unknown
}
export type CommandForm = { command: string; label: string; explain: string | null; isStepUp: boolean; isGrave: boolean; fields: FormField[] }
