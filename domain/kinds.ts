// The list of kinds. API, OpenAPI, rebuild and the who-may matrix walk it; a kind that is not here does not exist.
import type { Kind } from './case.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { lab } from './lab/lab.ts'
import { organisation } from './organisation/organisation.ts'
import { person } from './person/person.ts'

const all: readonly Kind[] = [organisation, person, lab, catalogue]
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))
const byPlural: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.plural, kind]))

/** The kind behind an address: /api/v1/<plural>. */
export const kindAt = (plural: string): Kind | undefined => byPlural.get(plural)
