// The list of kinds. API, OpenAPI, rebuild and the who-may matrix walk it; a kind that is not here does not exist.
import { agent } from './agent/agent.ts'
import type { Kind } from './case.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { credit } from './credit/credit.ts'
import { deployment } from './deployment/deployment.ts'
import { filing } from './filing/filing.ts'
import { lab } from './lab/lab.ts'
import { letter } from './letter/letter.ts'
import { obligation } from './obligation/obligation.ts'
import { organisation } from './organisation/organisation.ts'
import { person } from './person/person.ts'
import { recall } from './recall/recall.ts'
import { reconsideration } from './reconsideration/reconsideration.ts'
import { report } from './report/report.ts'
import { sampling } from './sampling/sampling.ts'
import { opening } from './scenario/opening.ts'
import { selftest } from './selftest/selftest.ts'

const all: readonly Kind[] = [
  organisation,
  person,
  agent,
  filing,
  opening,
  deployment,
  obligation,
  lab,
  recall,
  reconsideration,
  letter,
  catalogue,
  selftest,
  report,
  sampling,
  credit,
]
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))
const byPlural: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.plural, kind]))

/** The kind behind an address: /api/v1/<plural>. */
export const kindAt = (plural: string): Kind | undefined => byPlural.get(plural)
