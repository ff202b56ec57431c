// What a change of a filed agent means for its filing: cosmetic, told to the register, tested again, or approved anew. Rules on the paths of what changed say which.
import { type Change, difference } from '#domain/agent/difference'
import type { DraftVersion } from '#domain/agent/version'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { lanes } from '#domain/tier/vocabulary'
import type { Use } from './command.ts'
import { placementOf } from './placement.ts'
import type { Signable } from './revision.ts'
import { type ChangeClass, changeClasses } from './vocabulary.ts'

/** One rule of the set `changes`: these paths, changed in this manner, make at least this class. `tests` names the items that a retest covers. */
export type ChangeRule = {
  readonly id: string
  readonly paths: readonly string[]
  readonly when: 'any' | 'added' | 'removed' | 'changed' | 'order' | 'loosens'
  readonly class: ChangeClass
  readonly tests: readonly string[]
}
/** What is filed, as far as it can be changed while the filing stands. */
export type Changeable = { content: DraftVersion; use: Partial<Use>; scenarios: readonly ScenarioClause[] }
/** `section` is null where a change is none of the description. */
export type PathChange = Pick<Change, 'path' | 'before' | 'after' | 'loosens' | 'because'>
/** The class that one path was given, and by which rule: an id of the set, or why there is none. */
export type Because = { path: string; class: ChangeClass; rule: string }

/** A path that no rule speaks of is approved anew: nobody has said that less is enough. */
export const unknownPath = 'unknown'
/** A version that its company calls major has no placement (policy.md 5.4 no. 14). */
export const declaredMajor = 'major'
/** Speaks of every path, so that it makes no path known. */
export const everyPath = '/**'

const rankOf = (one: ChangeClass): number => changeClasses.indexOf(one)
export const higherClass = (one: ChangeClass, other: ChangeClass): ChangeClass => (rankOf(other) > rankOf(one) ? other : one)

const matches = (pattern: string, path: string): boolean => {
  if (pattern === everyPath) return true
  const [want, have] = [pattern.split('/'), path.split('/')]
  return want.length === have.length && want.every((step, at) => step === '*' || step === have[at])
}

const applies = (rule: ChangeRule, { before, after, loosens }: PathChange): boolean => {
  const isOrder = Array.isArray(before) && Array.isArray(after)
  switch (rule.when) {
    case 'any':
      return !isOrder
    case 'added':
      return before === null
    case 'removed':
      return after === null
    case 'changed':
      return before !== null && after !== null && !isOrder
    case 'order':
      return isOrder
    case 'loosens':
      return loosens
  }
}

/** Every change between two states of what is filed: of the description, of its use (a risk that is newly there loosens), of the scenarios. */
export const changesBetween = (before: Changeable, after: Changeable): PathChange[] => {
  const used = [...new Set([...Object.keys(before.use), ...Object.keys(after.use)])].sort() as (keyof Use)[]
  const uses = used.flatMap((field): PathChange[] => {
    const [was, is] = [before.use[field] ?? null, after.use[field] ?? null]
    if (was === is) return []
    const loosens = is === true
    return [{ path: `/use/${field}`, before: was, after: is, loosens, because: loosens ? 'use.widened' : null }]
  })
  const all = [...new Set([...before.scenarios, ...after.scenarios])].sort((a, b) => a - b)
  const scenarios = all.flatMap((scenario): PathChange[] => {
    const [was, is] = [before.scenarios.includes(scenario), after.scenarios.includes(scenario)]
    if (was === is) return []
    return [{ path: `/scenarios/${scenario}`, before: was ? scenario : null, after: is ? scenario : null, loosens: is, because: null }]
  })
  return [...difference(before.content, after.content).map(({ section: _, ...change }) => change), ...uses, ...scenarios]
}

/** The scenarios that the tier rules place higher after the change than before, each as a change of `/placement/<clause>`. */
export const placementsRaised = (catalogue: Catalogue, before: Signable, after: Signable): PathChange[] =>
  before.scenarios
    .filter((scenario) => after.scenarios.includes(scenario))
    .flatMap((scenario): PathChange[] => {
      const [was, is] = [placementOf(catalogue, before, scenario), placementOf(catalogue, after, scenario)]
      const isHigher = lanes.indexOf(is.lane) > lanes.indexOf(was.lane) || is.tier > was.tier
      const said = ({ lane, tier }: typeof is) => `${lane} ${tier}`
      return isHigher ? [{ path: `/placement/${scenario}`, before: said(was), after: said(is), loosens: false, because: null }] : []
    })

const classOfPath = (change: PathChange, rules: readonly ChangeRule[]): { because: Because; tests: readonly string[] } => {
  const fitting = rules.filter((rule) => applies(rule, change) && rule.paths.some((pattern) => matches(pattern, change.path)))
  if (fitting.every((rule) => rule.paths.includes(everyPath)))
    return { because: { path: change.path, class: 'reapprove', rule: unknownPath }, tests: [] }
  const highest = fitting.reduce((best, rule) => (rankOf(rule.class) > rankOf(best.class) ? rule : best))
  // What every loosening is tested for counts only where nobody has said what this one is tested for.
  const ordering = fitting.filter((rule) => rule.class === 'retest')
  const own = ordering.filter((rule) => !rule.paths.includes(everyPath))
  return {
    because: { path: change.path, class: highest.class, rule: highest.id },
    tests: (own.length > 0 ? own : ordering).flatMap((rule) => rule.tests),
  }
}

export type Classified = { class: ChangeClass; because: readonly Because[]; tests: readonly string[] }

/**
 * The class of a change: the highest of all its paths, each by the highest rule that speaks of it. A path without a rule is approved anew, and so is
 * a version declared major. `raised` adds what does not stand in the description (`placementsRaised`). Null where nothing changed.
 * `tests` are the items that a retest covers.
 */
export const classifyChange = (
  before: Changeable,
  after: Changeable,
  rules: readonly ChangeRule[],
  raised: readonly PathChange[] = [],
): Classified | null => {
  const changes = [...changesBetween(before, after), ...raised]
  if (changes.length === 0) return null
  const each = changes.map((change) => classOfPath(change, rules))
  const isMajor = after.content.changeClass === 'major' && changes.some(({ path }) => !path.startsWith('/use/'))
  const because = [
    ...each.map((one) => one.because),
    ...(isMajor ? [{ path: '/changeClass', class: 'reapprove', rule: declaredMajor } as const] : []),
  ]
  return {
    class: because.reduce<ChangeClass>((highest, one) => higherClass(highest, one.class), 'cosmetic'),
    because,
    tests: [...new Set(each.flatMap((one) => one.tests))].sort(),
  }
}
