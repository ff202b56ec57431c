// A rule file is refused with the place and the reason: unknown fields, comparisons that cannot be made, tiers out of order.
import { expect, test } from 'vitest'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { weigh } from './condition.ts'
import { factFields } from './facts.ts'
import shipped from './rules.json'
import { readTierRules } from './rules.ts'

const changed = (change: (rules: any) => void) => {
  const rules = structuredClone(shipped)
  change(rules)
  const read = readTierRules(rules)
  return read.ok ? [] : read.faults
}

test('the shipped file is read as it stands', () => {
  expect(readTierRules(shipped)).toEqual({ ok: true, rules: shippedCatalogue['tier-rules'] })
})
test('an unknown field is refused by name and place', () => {
  expect(changed((rules) => Object.assign(rules.rules[0], { lanes: 'low' }))).toEqual([
    { pointer: '/rules/0', code: 'unknownField', fields: ['lanes'] },
  ])
  expect(changed((rules) => Object.assign(rules, { note: '' }))).toEqual([{ pointer: '', code: 'unknownField', fields: ['note'] }])
  expect(changed((rules) => Object.assign(rules.rules[1].when.all[0], { operator: 'eq' }))).toContainEqual({
    pointer: '/rules/1/when/all/0',
    code: 'unknownField',
    fields: ['operator'],
  })
})
test.each([
  ['a fact that does not exist', { field: 'agentName', op: 'eq', value: 'x' }, '/rules/0/when/field', 'invalid_value'],
  ['a comparison that does not fit the fact', { field: 'minors', op: 'gte', value: true }, '/rules/0/when/op', 'condition.opDoesNotFit'],
  ['a value of another kind', { field: 'monthlyUsers', op: 'gte', value: '100000' }, '/rules/0/when/value', 'condition.valueDoesNotFit'],
  ['a list where one value is compared', { field: 'scenario', op: 'eq', value: [15] }, '/rules/0/when/value', 'condition.valueDoesNotFit'],
  ['one value where a list is asked', { field: 'scenario', op: 'in', value: 15 }, '/rules/0/when/value', 'condition.valueDoesNotFit'],
  [
    'two forms in one node',
    { field: 'minors', op: 'eq', value: true, not: { field: 'elderly', op: 'eq', value: true } },
    '/rules/0/when',
    'condition.oneFormNeeded',
  ],
  ['an empty node', {}, '/rules/0/when', 'condition.oneFormNeeded'],
  ['half a comparison', { field: 'minors', op: 'eq' }, '/rules/0/when', 'condition.comparisonIncomplete'],
  [
    'a comparison without a fact',
    { all: [{ field: 'minors', op: 'eq', value: true }], op: 'eq' },
    '/rules/0/when',
    'condition.fieldMissing',
  ],
])('%s is refused', (_, when, pointer, code) => {
  expect(changed((rules) => Object.assign(rules.rules[0], { when }))).toContainEqual(expect.objectContaining({ pointer, code }))
})
test('two rules with one id, tiers out of order and a lane without a tier are refused', () => {
  expect(changed((rules) => rules.rules.push(rules.rules[0]))).toEqual([
    { pointer: `/rules/${shipped.rules.length}`, code: 'catalogue.twice' },
  ])
  expect(changed((rules) => rules.tiers.reverse())).toContainEqual({ pointer: '/tiers/0/tier', code: 'tierRules.tierOutOfOrder' })
  expect(changed((rules) => Object.assign(rules.tiers[3], { lane: 'key' }))).toContainEqual({
    pointer: '/tiers',
    code: 'tierRules.laneWithoutTier',
  })
  expect(changed((rules) => Object.assign(rules.tiers[1], { lane: 'sensitive' }))).toContainEqual({
    pointer: '/tiers/2/lane',
    code: 'tierRules.laneOutOfOrder',
  })
})

test('a condition tells only the comparisons that decided it', () => {
  const facts = Object.fromEntries(
    Object.keys(factFields).map((field) => [field, field === 'minors' ? true : field === 'dataCategories' ? ['health'] : 0]),
  ) as Parameters<typeof weigh>[1]
  const minors = { field: 'minors', op: 'eq', value: true } as const
  const many = { field: 'monthlyUsers', op: 'gte', value: 5 } as const
  const said = (weighing: ReturnType<typeof weigh>) => [weighing.met, ...weighing.because.map((one) => [one.field, one.met])]
  expect(said(weigh({ all: [minors, many] }, facts))).toEqual([false, ['monthlyUsers', false]])
  expect(said(weigh({ any: [minors, many] }, facts))).toEqual([true, ['minors', true]])
  expect(said(weigh({ not: { all: [minors, many] } }, facts))).toEqual([true, ['monthlyUsers', false]])
  expect(weigh({ field: 'dataCategories', op: 'contains', value: 'health' }, facts).because).toEqual([
    { field: 'dataCategories', op: 'contains', expected: 'health', found: ['health'], met: true },
  ])
  expect(weigh({ field: 'scenario', op: 'in', value: [0, 1] }, facts).met).toBe(true)
  expect(weigh({ field: 'scenario', op: 'lt', value: 0 }, facts).met).toBe(false)
})
