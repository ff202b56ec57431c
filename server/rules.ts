// The answers of /api/v1/rules: which rules are in force on a day, in which edition, and what is coming.
import 'server-only'
import { ruleSets } from '#db/reads/rules'
import { publicActor } from '#domain/case'
import { type EditableSet, editableSets } from '#domain/catalogue/catalogue-vocabulary'
import { shippedEdition } from '#domain/catalogue/content'
import { type CatalogueState, inForce } from '#domain/catalogue/in-force'
import names from '../domain/catalogue/set-names.json'

type Edition = { version: string; effectiveOn: string; content: Readonly<Record<string, unknown>> }
const isSet = (name: string): name is EditableSet => (editableSets as readonly string[]).includes(name)

const editionsOf = (states: readonly CatalogueState[], set: EditableSet): readonly Edition[] => {
  const held = states.find((state) => state.set === set)?.versions ?? []
  return held.length > 0 ? held : [shippedEdition(set)]
}
/** Before its first edition a set is read as first shipped, as everywhere (domain/catalogue/in-force). */
const editionOn = (editions: readonly Edition[], on: string): Edition => inForce(editions, on) ?? (editions[0] as Edition)

/** One line a set: edition, from when, how many items, the next edition that is already enacted. */
export const rulesInForce = async (asOf: string) => {
  const states = await ruleSets(publicActor)
  return {
    asOf,
    sets: editableSets.map((set) => {
      const editions = editionsOf(states, set)
      const { version, effectiveOn, content } = editionOn(editions, asOf)
      const next = editions.find((edition) => edition.effectiveOn > asOf && edition.version !== version)
      return {
        set,
        name: names[set],
        version,
        effectiveOn,
        items: Array.isArray(content.items) ? content.items.length : null,
        next: next ? { version: next.version, effectiveOn: next.effectiveOn } : null,
        href: `/api/v1/rules/${set}`,
      }
    }),
  }
}

/** One set as in force on a day, with source and confidence on every item, and all its editions. Null for a set that there is not. */
export const ruleSetOn = async (name: string, asOf: string) => {
  if (!isSet(name)) return null
  const editions = editionsOf(await ruleSets(publicActor), name)
  const { version, effectiveOn, content } = editionOn(editions, asOf)
  return {
    ...content,
    set: name,
    name: names[name],
    version,
    effectiveOn,
    asOf,
    editions: editions.map((edition) => ({ version: edition.version, effectiveOn: edition.effectiveOn })),
  }
}
