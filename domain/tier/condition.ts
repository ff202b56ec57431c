// The small language in which a tier rule says when it holds: all, any, not, and one comparison of a fact with a value.
import { z } from 'zod'
import { type FactField, type FactValue, factFields } from './facts.ts'
import { type ConditionOp, conditionOps } from './vocabulary.ts'

const Scalar = z.union([z.boolean(), z.number(), z.string()])
const opsOf: Record<(typeof factFields)[FactField], readonly ConditionOp[]> = {
  boolean: ['eq'],
  number: ['eq', 'in', 'gte', 'lt'],
  text: ['eq', 'in'],
  list: ['contains'],
}
const forms = ['all', 'any', 'not', 'field'] as const

/** One node: exactly one of `all`, `any`, `not`, or `field` with `op` and `value`. Depth is bounded by the size limit of whoever parses. */
export const Condition = z
  .strictObject({
    get all() {
      return z.array(Condition).min(1).max(40).optional()
    },
    get any() {
      return z.array(Condition).min(1).max(40).optional()
    },
    get not() {
      return Condition.optional()
    },
    field: z.enum(Object.keys(factFields) as [FactField, ...FactField[]]).optional(),
    op: z.enum(conditionOps).optional(),
    value: z.union([Scalar, z.array(Scalar).min(1).max(40)]).optional(),
  })
  .superRefine((node, ctx) => {
    if (forms.filter((form) => node[form] !== undefined).length !== 1)
      return ctx.addIssue({ code: 'custom', message: 'condition.oneFormNeeded' })
    if (node.field === undefined) {
      if (node.op !== undefined || node.value !== undefined) ctx.addIssue({ code: 'custom', message: 'condition.fieldMissing' })
      return
    }
    if (node.op === undefined || node.value === undefined)
      return ctx.addIssue({ code: 'custom', message: 'condition.comparisonIncomplete' })
    const kind = factFields[node.field]
    if (!opsOf[kind].includes(node.op)) return ctx.addIssue({ code: 'custom', path: ['op'], message: 'condition.opDoesNotFit' })
    const values = node.op === 'in' ? node.value : [node.value]
    const wanted = kind === 'boolean' ? 'boolean' : kind === 'number' ? 'number' : 'string'
    if (!Array.isArray(values) || values.some((value) => typeof value !== wanted)) {
      ctx.addIssue({ code: 'custom', path: ['value'], message: 'condition.valueDoesNotFit' })
    }
  })
export type Condition = z.infer<typeof Condition>

/** One comparison that decided a condition: what was asked, what was found, whether it was met. Words come from the messages. */
export type Finding = { field: FactField; op: ConditionOp; expected: FactValue; found: FactValue; met: boolean }
export type Weighing = { met: boolean; because: readonly Finding[] }

const compare = (op: ConditionOp, found: FactValue, expected: FactValue): boolean => {
  switch (op) {
    case 'eq':
      return found === expected
    case 'in':
      return Array.isArray(expected) && expected.includes(found)
    case 'gte':
      return (found as number) >= (expected as number)
    case 'lt':
      return (found as number) < (expected as number)
    case 'contains':
      return Array.isArray(found) && found.includes(expected as string)
  }
}

/**
 * Weighs a condition against the facts. `because` holds only the comparisons that decided: all of a met `all`, the failed ones of an unmet
 * one; the met ones of a met `any`, all of an unmet one.
 */
export const weigh = (condition: Condition, facts: Readonly<Record<FactField, FactValue>>): Weighing => {
  if (condition.not) {
    const inner = weigh(condition.not, facts)
    return { met: !inner.met, because: inner.because }
  }
  const parts = condition.all ?? condition.any
  if (parts) {
    const weighed = parts.map((part) => weigh(part, facts))
    const met = condition.all ? weighed.every((one) => one.met) : weighed.some((one) => one.met)
    return { met, because: weighed.filter((one) => one.met === met).flatMap((one) => one.because) }
  }
  const { field, op, value } = condition
  if (field === undefined || op === undefined || value === undefined) throw new Error('a condition that its schema would have refused')
  const met = compare(op, facts[field], value as FactValue)
  return { met, because: [{ field, op, expected: value as FactValue, found: facts[field], met }] }
}
