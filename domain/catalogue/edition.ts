// What a new edition of a set must satisfy: its number, its date, and that it fits together with all other sets.
import type { Refusal } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import type { CatalogueVersion } from './catalogue-vocabulary.ts'
import { type CatalogueState, catalogueOn } from './in-force.ts'
import { type CatalogueFault, catalogueFaults } from './references.ts'
import { tierRuleFaults } from './tier-references.ts'

type Edition = Pick<CatalogueVersion, 'version' | 'effectiveOn' | 'content'>

const faultKey = ({ set, item, code, id }: CatalogueFault) => JSON.stringify([set, item, code, id])

/**
 * What a new edition would break in the other sets, on its first day and on every later day on which another set changes. What was already
 * wrong before does not count against it.
 */
const brokenBy = (state: CatalogueState, edition: Edition, sets: readonly CatalogueState[]): readonly CatalogueFault[] => {
  const laterDays = sets
    .filter((other) => other.set !== state.set)
    .flatMap((other) => other.versions.map((version) => version.effectiveOn))
    .filter((on) => on > edition.effectiveOn)
  const broken = new Map<string, CatalogueFault>()
  for (const on of new Set([edition.effectiveOn, ...laterDays])) {
    const all = (catalogue: ReturnType<typeof catalogueOn>) => [...catalogueFaults(catalogue), ...tierRuleFaults(catalogue)]
    const before = new Set(all(catalogueOn(sets, on)).map(faultKey))
    for (const fault of all(catalogueOn(sets, on, { set: state.set, edition })))
      if (!before.has(faultKey(fault))) broken.set(faultKey(fault), fault)
  }
  return [...broken.values()]
}

/** The year in which it takes effect, and its number within that year. */
export const nextVersion = (versions: readonly CatalogueVersion[], effectiveOn: string): string => {
  const year = effectiveOn.slice(0, 4)
  const last = Math.max(0, ...versions.filter((one) => one.version.startsWith(`${year}.`)).map((one) => Number(one.version.slice(5))))
  return `${year}.${last + 1}`
}

/** Rules are never changed for days gone by, and editions take effect in the order in which they are numbered. */
export const dateFault = (state: CatalogueState, effectiveOn: string, at: string): Refusal | null => {
  const today = shanghaiDateOf(at)
  const last = state.versions.at(-1)?.effectiveOn ?? ''
  if (effectiveOn < today) return { code: 'catalogue.presentDateNeeded', facts: { effectiveOn, today } }
  return effectiveOn < last ? { code: 'catalogue.laterDateNeeded', facts: { effectiveOn, last } } : null
}

/** Why the edition cannot stand beside the other sets: what it removes is still named, or the whole no longer fits together. */
export const referenceFault = (
  state: CatalogueState,
  edition: Edition,
  sets: readonly CatalogueState[],
  removed: readonly string[],
): Refusal | null => {
  const references = brokenBy(state, edition, sets)
  if (references.length === 0) return null
  const stillNamed = references.filter((fault) => fault.set !== state.set && removed.includes(fault.id))
  const named = (faults: readonly CatalogueFault[]) => ({
    references: faults,
    list: faults.map((fault) => `${fault.set}/${fault.item} → ${fault.id}`).join(', '),
    count: faults.length,
  })
  return stillNamed.length > 0
    ? { code: 'catalogue.unreferencedItemNeeded', facts: named(stillNamed) }
    : { code: 'catalogue.wholeCatalogueNeeded', facts: named(references) }
}
