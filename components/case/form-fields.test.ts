// The names of places in a form, for the summary of errors.
import { expect, test } from 'vitest'
import { labelAt } from './form-fields.tsx'
import type { FormField } from './form-shape.tsx'

const line = (name: string, label: string): FormField => ({ name, label, isRequired: true, kind: 'line' })
const fields: FormField[] = [
  line('reason', 'Reason'),
  { name: 'plan', label: 'Plan', isRequired: true, kind: 'group', fields: [line('place', 'Place')] },
  { name: 'steps', label: 'Steps', isRequired: true, kind: 'rows', fields: [line('what', 'What'), line('on', 'Date')] },
]

test('a place is called by the labels of its fields from the outside inwards, a row by its number', () => {
  expect(labelAt(fields, '/reason')).toBe('Reason')
  expect(labelAt(fields, '/plan/place')).toBe('Plan › Place')
  expect(labelAt(fields, '/steps')).toBe('Steps')
  expect(labelAt(fields, '/steps/1/on')).toBe('Steps 2 › Date')
})

test('a place that no field has keeps its own last name rather than none', () => {
  expect(labelAt(fields, '/unknown')).toBe('unknown')
  expect(labelAt(fields, '/plan/unknown')).toBe('Plan › unknown')
})
