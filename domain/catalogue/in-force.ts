// Which edition of each set is the rule on a day, and the catalogue that those editions make together.
import type { CaseState } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import type { CatalogueStatus, CatalogueVersion, EditableSet, Proposal } from './catalogue-vocabulary.ts'
import { editableSets } from './catalogue-vocabulary.ts'
import { shippedEdition } from './content.ts'
import { withEveryCode } from './limit-set.ts'
import type { Catalogue } from './shipped.ts'

export type CatalogueState = CaseState & {
  status: CatalogueStatus | 'none'
  set: EditableSet
  /** In the order in which they take effect; never changed, never removed. */
  versions: readonly CatalogueVersion[]
  proposal: Proposal | null
}

type Dated = Pick<CatalogueVersion, 'version' | 'effectiveOn' | 'content'>

/** The edition in force on a date (YYYY-MM-DD, Asia/Shanghai): the last that has taken effect. Undefined before the first. */
export const inForce = <V extends { effectiveOn: string }>(versions: readonly V[], on: string): V | undefined =>
  versions.findLast((version) => version.effectiveOn <= on)

const framed = (set: EditableSet, { version, effectiveOn, content }: Dated) =>
  set === 'calendar' ? content : { ...(set === 'limits' ? withEveryCode(content) : content), set, version, effectiveOn }

/** As catalogueAt, for a date, with one set read as if `instead` were its latest edition. */
export const catalogueOn = (sets: readonly CatalogueState[], on: string, instead?: { set: EditableSet; edition: Dated }): Catalogue => {
  const entry = (name: EditableSet) => {
    const held = sets.find((state) => state.set === name && state.status !== 'none')
    const versions: readonly Dated[] = instead?.set === name ? [...(held?.versions ?? []), instead.edition] : (held?.versions ?? [])
    // Before its first edition a set is read as first shipped: a case older than the catalogue still has rules.
    return [name, framed(name, inForce(versions, on) ?? versions[0] ?? shippedEdition(name))]
  }
  return Object.fromEntries(editableSets.map(entry)) as unknown as Catalogue
}

/**
 * The catalogue at an instant (ISO 8601 with offset), from the cases of its sets; a set without a case is the shipped one. Content was checked
 * when it was proposed and is not parsed again. Throws RangeError on what is no instant.
 */
export const catalogueAt = (sets: readonly CatalogueState[], at: string): Catalogue => catalogueOn(sets, shanghaiDateOf(at))
