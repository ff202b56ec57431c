// A condition attached to an act: its shape, whether it fits the library in force, and whether one list of conditions holds all of another.
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { type Decision, refuse } from '#domain/case'
import type { ConditionTemplate } from '#domain/catalogue/schema'
import type { Catalogue } from '#domain/catalogue/shipped'
import { bilingualSchema } from './act.ts'

/** From the library with its parameters, or free (`libraryId` null). `dueOn` where it must be met by a day. */
export const conditionSchema = z.strictObject({
  libraryId: z.string().min(1).max(40).nullable(),
  text: bilingualSchema,
  params: z.record(z.string().max(40), z.union([z.number(), z.string().max(200), z.array(z.string().max(40)).max(40)])).default({}),
  dueOn: z.iso.date().nullable().default(null),
})
export type Condition = z.infer<typeof conditionSchema>
export const conditionsSchema = z.array(conditionSchema).max(60).default([])

type Parameter = ConditionTemplate['parameters'][number]
type Given = Condition['params'][string]

const isRegion = (code: string): boolean => /^\d{6}$/.test(code)

const fits = ({ kind, min, max }: Parameter, value: Given | undefined): boolean => {
  if (kind === 'text') return typeof value === 'string' && value !== ''
  if (kind === 'regions')
    return Array.isArray(value) ? value.length > 0 && value.every(isRegion) : typeof value === 'string' && isRegion(value)
  return typeof value === 'number' && Number.isFinite(value) && (min === null || value >= min) && (max === null || value <= max)
}

/** The first thing that is wrong with these conditions, or null. Refusals: act.conditionUnknown, act.conditionParameterWrong. */
export const conditionFault = (catalogue: Catalogue, conditions: readonly Condition[]): Decision<never> | null => {
  for (const { libraryId, params } of conditions) {
    if (libraryId === null) continue
    const template = catalogue.conditions.items.find((item) => item.id === libraryId)
    if (!template) return refuse('act.conditionUnknown', { libraryId })
    const wrong = template.parameters.find((parameter) => !fits(parameter, params[parameter.name]))
    if (wrong) return refuse('act.conditionParameterWrong', { libraryId, parameter: wrong.name, min: wrong.min, max: wrong.max })
  }
  return null
}

const isSame = (one: Condition, other: Condition): boolean =>
  one.libraryId === null
    ? other.libraryId === null && one.text.zh === other.text.zh
    : one.libraryId === other.libraryId && canonicalize(one.params) === canonicalize(other.params)

/** The conditions of `asked` that `given` leaves out: by library entry and parameters, free ones by their Chinese text. */
export const missingConditions = (asked: readonly Condition[], given: readonly Condition[]): Condition[] =>
  asked.filter((one) => !given.some((other) => isSame(one, other)))
