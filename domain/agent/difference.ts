// The difference between two versions, field by field and row by row, each change with what it means; and whether one version comes from another.
import canonicalize from 'canonicalize'
import { type Judgement, judgeChange } from './loosening.ts'
import { compareVersions } from './range.ts'
import { type AgentVersion, contentHash, type DraftVersion } from './version.ts'
import type { DescriptionSection } from './vocabulary.ts'

/**
 * One change. `path` is a JSON pointer in which rows and list members are named by their key instead of their place
 * (`/authorityMatrix/publish-grade/mode`); `before` and `after` are null where the thing was not there. A change of order alone gives both orders.
 */
export type Change = {
  path: string
  section: DescriptionSection
  before: unknown
  after: unknown
  loosens: boolean
  because: string | null
}

const sectionOf: Record<keyof AgentVersion, DescriptionSection> = {
  version: 'name_and_version',
  names: 'name_and_version',
  purpose: 'name_and_version',
  form: 'name_and_version',
  publicFacing: 'name_and_version',
  autonomyLevel: 'name_and_version',
  identityCode: 'name_and_version',
  buildHash: 'name_and_version',
  changeClass: 'name_and_version',
  basedOnHash: 'name_and_version',
  capability: 'skills_and_tools',
  models: 'skills_and_tools',
  tools: 'skills_and_tools',
  skills: 'skills_and_tools',
  endpoints: 'skills_and_tools',
  inputModes: 'skills_and_tools',
  outputModes: 'skills_and_tools',
  authorityMatrix: 'authority',
  dataCategories: 'data',
  memory: 'data',
  guardrails: 'guardrails',
  oversight: 'stop_and_appeal',
  anthropomorphic: 'vulnerable_users',
  minorsPossible: 'vulnerable_users',
  elderlyPossible: 'vulnerable_users',
  protection: 'vulnerable_users',
}

/** Which part of a description a path belongs to. */
export const sectionOfPath = (path: string): DescriptionSection | null => sectionOf[path.split('/')[1] as keyof AgentVersion] ?? null

// The field that names a row, for the lists that have rows; the members of any other list name themselves.
const keyFieldOf: Record<string, string | undefined> = {
  models: 'name',
  tools: 'name',
  skills: 'id',
  endpoints: 'url',
  authorityMatrix: 'id',
  guardrails: 'id',
}

/** The field that names a row of this list; undefined where the members of a list name themselves. */
export const rowKeyField = (list: string): string | undefined => keyFieldOf[list]

// Read as one value: half a cap means nothing.
const wholeFields = new Set(['cap'])

type Rows = { before: unknown; after: unknown } | null
type Emit = (steps: readonly string[], before: unknown, after: unknown, rows: Rows) => void

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one ?? null) === canonicalize(other ?? null)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members by key; a key that comes again gets a number, so that no member is lost from the comparison. */
const byKey = (list: readonly unknown[], field: string | undefined): Map<string, unknown> => {
  const keyed = new Map<string, unknown>()
  for (const member of list) {
    const key = String(field === undefined ? member : (member as Record<string, unknown>)[field])
    let name = key
    for (let times = 2; keyed.has(name); times += 1) name = `${key}#${times}`
    keyed.set(name, member)
  }
  return keyed
}

const compareLists = (steps: readonly string[], before: readonly unknown[], after: readonly unknown[], rows: Rows, emit: Emit): void => {
  const field = steps.length === 1 ? keyFieldOf[steps[0] ?? ''] : undefined
  const was = byKey(before, field)
  const is = byKey(after, field)
  for (const [key, member] of was) {
    const other = is.get(key)
    const memberRows = field === undefined ? rows : { before: member, after: other ?? null }
    if (other === undefined) emit([...steps, key], member, null, memberRows)
    else compare([...steps, key], member, other, memberRows, emit)
  }
  for (const [key, member] of is) {
    if (!was.has(key)) emit([...steps, key], null, member, field === undefined ? rows : { before: null, after: member })
  }
  const keptBefore = [...was.keys()].filter((key) => is.has(key))
  const keptAfter = [...is.keys()].filter((key) => was.has(key))
  if (!isSame(keptBefore, keptAfter)) emit(steps, keptBefore, keptAfter, rows)
}

const compare = (steps: readonly string[], before: unknown, after: unknown, rows: Rows, emit: Emit): void => {
  if (isSame(before, after)) return
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(steps, before, after, rows, emit)
    return
  }
  if (isObject(before) && isObject(after) && !wholeFields.has(steps.at(-1) ?? '')) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare([...steps, key], before[key], after[key], rows, emit)
    return
  }
  emit(steps, before ?? null, after ?? null, rows)
}

const isOrderAlone = (before: unknown, after: unknown): boolean => Array.isArray(before) && Array.isArray(after)
const pointer = (steps: readonly string[]): string => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * Every change from one version to the next, in the order of the fields. It is empty exactly when both have the same content hash. A part that a
 * draft lacks altogether counts as null, or as an empty list where the other side has a list.
 */
export const difference = (before: DraftVersion, after: DraftVersion): Change[] => {
  const changes: Change[] = []
  for (const key of Object.keys(sectionOf) as (keyof AgentVersion)[]) {
    const was = before[key] ?? (Array.isArray(after[key]) ? [] : null)
    const is = after[key] ?? (Array.isArray(before[key]) ? [] : null)
    compare([key], was, is, null, (steps, from, to, rows) => {
      const judged: Judgement = isOrderAlone(from, to)
        ? { loosens: false, because: 'order.changed' }
        : judgeChange({ steps, before: from, after: to, rowBefore: rows?.before ?? null, rowAfter: rows?.after ?? null })
      changes.push({ path: pointer(steps), section: sectionOf[key], before: from, after: to, ...judged })
    })
  }
  return changes
}

/** How one version comes from another. */
export type Derivation = 'same_content' | 'same_build' | 'declared_base' | 'same_line'

/**
 * How `other`, a version of the same agent, comes from `base`: the same content or build; declared as made from it; or, whatever was declared, a
 * later minor or security version that runs one of its models. Null when none holds: a major version with a new build stands on its own.
 */
export const derivation = (base: AgentVersion, other: AgentVersion): Derivation | null => {
  const hash = contentHash(base)
  if (contentHash(other) === hash) return 'same_content'
  if (base.buildHash !== null && other.buildHash === base.buildHash) return 'same_build'
  if (other.basedOnHash === hash) return 'declared_base'
  const sharesModel = other.models.some((model) => base.models.some((past) => past.name === model.name && past.provider === model.provider))
  return other.changeClass !== 'major' && compareVersions(other.version, base.version) > 0 && sharesModel ? 'same_line' : null
}

/** Whether `other` is `base` or comes from it: a recall of `base` blocks it (policy.md 5.4, 9). */
export const isDerived = (base: AgentVersion, other: AgentVersion): boolean => derivation(base, other) !== null
