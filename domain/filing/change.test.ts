// The classes of a change: the table of paths by hand, the floor under every loosening, and that more change never weighs less.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import type { AgentVersion } from '#domain/agent/version'
import { ChangeSet } from '#domain/catalogue/schema'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { type Changeable, changesBetween, classifyChange, placementsRaised } from './change.ts'
import { use } from './story.ts'
import { changeClasses } from './vocabulary.ts'

const rules = shippedCatalogue.changes.items
const filed: Changeable = { content: specimenVersion, use, scenarios: [25] }
const to = (content: Partial<AgentVersion>, more: Partial<Changeable> = {}): Changeable => ({
  ...filed,
  ...more,
  content: { ...specimenVersion, changeClass: 'minor', ...content },
})
const classOf = (after: Changeable) => classifyChange(filed, after, rules)?.class ?? null
const first = <T>(list: readonly T[]): T => list[0] as T
const row = first(specimenVersion.authorityMatrix)
const withRow = (change: Partial<typeof row>) =>
  to({ authorityMatrix: [{ ...row, ...change }, ...specimenVersion.authorityMatrix.slice(1)] })
const rows = (mode: 'user_only' | 'user_authorised' | 'autonomous'): Changeable => ({
  ...filed,
  content: { ...specimenVersion, changeClass: 'minor', authorityMatrix: [{ ...row, mode }, ...specimenVersion.authorityMatrix.slice(1)] },
})
const model = first(specimenVersion.models)
const tool = first(specimenVersion.tools)
const rail = first(specimenVersion.guardrails)

/** Worked out by hand from the set of 2026. */
const table: [string, Changeable, string][] = [
  ['the number of the version', to({ version: '9.9.9' }), 'cosmetic'],
  [
    'the order of what it can do',
    to({ capability: { ...specimenVersion.capability, can: [...specimenVersion.capability.can].reverse() } }),
    'cosmetic',
  ],
  ['the name', to({ names: { zh: 'another', en: specimenVersion.names.en } }), 'notify'],
  ['the build', to({ buildHash: 'a'.repeat(64) }), 'notify'],
  ['more users', to({}, { use: { ...use, monthlyUsers: 9000 } }), 'notify'],
  ['the filing number of a model', to({ models: [{ ...model, filingNo: 'another' }, ...specimenVersion.models.slice(1)] }), 'notify'],
  ['the words of a tool', to({ tools: [{ ...tool, description: 'other words' }, ...specimenVersion.tools.slice(1)] }), 'notify'],
  ['the build of a tool', to({ tools: [{ ...tool, version: '77.0' }, ...specimenVersion.tools.slice(1)] }), 'retest'],
  ['another model', to({ models: [{ ...model, name: 'another-model' }, ...specimenVersion.models.slice(1)] }), 'retest'],
  ['a fence that is gone', to({ guardrails: specimenVersion.guardrails.slice(1) }), 'retest'],
  ['what triggers a fence', to({ guardrails: [{ ...rail, trigger: 'other words' }, ...specimenVersion.guardrails.slice(1)] }), 'retest'],
  ['a slower stop', to({ oversight: { ...specimenVersion.oversight, stopWithinSeconds: 80_000 } }), 'retest'],
  ['no person takes over', to({ oversight: { ...specimenVersion.oversight, humanTakeover: false } }), 'reapprove'],
  ['the purpose', to({ purpose: 'another purpose' }), 'reapprove'],
  ['one more ability', to({ capability: { ...specimenVersion.capability, can: [...specimenVersion.capability.can, 'fly'] } }), 'reapprove'],
  [
    'another category of an action',
    withRow({ category: row.category === 'payment' ? 'other' : 'payment' } as Partial<typeof row>),
    'reapprove',
  ],
  ['care of persons', to({}, { use: { ...use, careOfPersons: true } }), 'reapprove'],
  ['one more scenario', to({}, { scenarios: [22, 25] }), 'reapprove'],
  ['a version that its company calls major', to({ version: '9.0.0', changeClass: 'major', buildHash: 'b'.repeat(64) }), 'reapprove'],
]
test.each(table)('%s has the class that the set of rules gives', (_name, after, expected) => {
  expect(changesBetween(filed, after)).not.toEqual([])
  expect(classOf(after)).toBe(expected)
})

test('A row that moves from the consent of the user to acting alone is approved anew, and the way back is told to the register.', () => {
  expect(classifyChange(rows('user_authorised'), rows('autonomous'), rules)).toMatchObject({
    class: 'reapprove',
    because: [{ path: `/authorityMatrix/${row.id}/mode`, class: 'reapprove', rule: 'CHG-21' }],
  })
  expect(classifyChange(rows('autonomous'), rows('user_authorised'), rules)?.class).toBe('notify')
})

test('Nothing that changed has no class.', () => {
  expect(classifyChange(filed, filed, rules)).toBeNull()
})

test('A path that no rule speaks of is approved anew, also where it loosens.', () => {
  const silent = rules.filter((rule) => rule.paths.includes('/**'))
  expect(classifyChange(filed, to({ version: '9.9.9' }), silent)).toMatchObject({
    class: 'reapprove',
    because: expect.arrayContaining([{ path: '/version', class: 'reapprove', rule: 'unknown' }]),
  })
  const slower = to({ oversight: { ...specimenVersion.oversight, stopWithinSeconds: 80_000 } })
  expect(classifyChange(filed, slower, silent)?.class).toBe('reapprove')
})

test('Whatever loosens is at least tested again, whatever a rule says of its path; a set without that rule is none.', () => {
  const mild = rules.map((rule) => (rule.paths.includes('/**') ? rule : { ...rule, class: 'cosmetic' as const, tests: [] }))
  const loosened = to({ guardrails: specimenVersion.guardrails.slice(1) })
  expect(classifyChange(filed, loosened, mild)).toMatchObject({ class: 'retest', tests: ['TI-03'] })
  const without = { ...shippedCatalogue.changes, items: rules.filter((rule) => !rule.paths.includes('/**')) }
  expect(ChangeSet.safeParse(without).error?.issues).toMatchObject([{ message: 'catalogue.looseningFloorMissing' }])
})

test('A change that the tier rules place higher is approved anew.', () => {
  const before = {
    sector: 'education',
    scenarios: [25 as const],
    use,
    content: { ...specimenVersion, minorsPossible: false },
    documents: [],
  }
  const after = { ...before, content: { ...before.content, minorsPossible: true } }
  const raised = placementsRaised(shippedCatalogue, before, after)
  expect(raised).toMatchObject([{ path: '/placement/25' }])
  expect(placementsRaised(shippedCatalogue, after, before)).toEqual([])
  expect(classifyChange(filed, to({ version: '9.9.9' }), rules, raised)?.class).toBe('reapprove')
})

test('A test order names the items of the rules that ask for it, each once.', () => {
  const after = to({
    models: [{ ...model, hash: 'c'.repeat(64) }, ...specimenVersion.models.slice(1)],
    tools: [{ ...tool, version: '77.0' }, ...specimenVersion.tools.slice(1)],
  })
  expect(classifyChange(filed, after, rules)).toMatchObject({ class: 'retest', tests: ['TI-01', 'TI-09', 'TI-11'] })
})

/** Parts that change independently of one another. */
const parts: Partial<AgentVersion>[] = [
  { version: '9.9.9' },
  { names: { zh: 'another', en: 'another' } },
  { buildHash: 'a'.repeat(64) },
  { purpose: 'another' },
  { models: [{ ...model, hash: 'c'.repeat(64) }] },
  { tools: specimenVersion.tools.slice(1) },
  { guardrails: [] },
  { memory: { ...specimenVersion.memory, usedForTraining: true } },
  { oversight: { ...specimenVersion.oversight, stopWithinSeconds: 80_000 } },
  { authorityMatrix: specimenVersion.authorityMatrix.slice(1) },
  { publicFacing: !specimenVersion.publicFacing },
]
test('One more change never lowers the class.', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...parts), { minLength: 1 }), fc.constantFrom(...parts), (some, more) => {
      const before = Object.assign({}, ...some.filter((part) => Object.keys(part)[0] !== Object.keys(more)[0]))
      const rank = (part: Partial<AgentVersion>) => changeClasses.indexOf(classOf(to(part)) ?? 'cosmetic')
      expect(rank({ ...before, ...more })).toBeGreaterThanOrEqual(rank(before))
    }),
  )
})
