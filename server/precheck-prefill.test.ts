// The pre-check carries over: what was answered there stands in the draft, and nothing that was not.
import { expect, test } from 'vitest'
import { draftVersionSchema } from '#domain/agent/version'
import { useSchema } from '#domain/filing/command'
import { prefillOf } from './precheck-prefill.ts'

const answers = {
  sector: 'education',
  scenarios: [25 as const],
  audience: 'public' as const,
  scale: 'below_10k_monthly' as const,
  people: ['minors' as const],
  reach: [],
  autonomy: 'some_alone' as const,
  irreversible: 'never_alone' as const,
  traits: ['sensitive_personal_data' as const],
}

test('answers of the pre-check are valid parts of a draft', () => {
  const { use, content } = prefillOf(answers)
  expect(useSchema.partial().safeParse(use).success).toBe(true)
  expect(draftVersionSchema.safeParse(content).success).toBe(true)
  expect(content).toMatchObject({
    publicFacing: true,
    minorsPossible: true,
    elderlyPossible: false,
    form: 'software',
    dataCategories: ['sensitive_personal_information'],
  })
})

test('how many users there are is asked, not guessed from a band', () => {
  expect(prefillOf(answers).use).not.toHaveProperty('monthlyUsers')
  expect(prefillOf({ ...answers, traits: [] }).content).not.toHaveProperty('dataCategories')
})
