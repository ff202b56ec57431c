// The choices that commands of a company are made from: provinces, platforms, versions of an agent, risk codes.
import 'server-only'
import { platforms } from '#db/reads/portal'
import type { FiledVersion } from '#domain/agent/agent'
import { provinceRegions } from '#domain/catalogue/vocabulary'
import type { DeploymentPlan } from '#domain/deployment/vocabulary'
import type { CompanyReader } from './company-reader.ts'
import type { Known, Option } from './form.ts'

export const regionOptions = (r: CompanyReader): Option[] => provinceRegions.map((code) => ({ value: code, label: r.words.region(code) }))
export const platformOptions = async (r: CompanyReader): Promise<Option[]> =>
  (await platforms(r.actor)).map(({ id, ...names }) => ({ value: id, label: r.book.name(names) }))
export const versionOptions = (versions: readonly FiledVersion[]): Option[] =>
  [...versions].reverse().map(({ hash, version }) => ({ value: hash, label: `${version} (${hash.slice(0, 12)})` }))
export const riskOptions = (r: CompanyReader): Option[] =>
  r.catalogue['risk-codes'].items.map((item) => ({ value: item.id, label: r.book.name(item), hint: item.id }))
/** `education:25` pairs of these sectors. */
export const pairOptions = (r: CompanyReader, sectors: readonly string[]): Option[] =>
  r.catalogue.sectors.items
    .filter((sector) => sectors.includes(sector.id))
    .flatMap((sector) =>
      sector.scenarios.map(({ clause }) => ({ value: `${sector.id}:${clause}`, label: r.words.pair(`${sector.id}:${clause}`) })),
    )

/** The plan of a deployment: its choices, and what stands in it now. */
export const planKnown = async (r: CompanyReader, plan: DeploymentPlan | null): Promise<Known> => ({
  options: { 'plan.regions': regionOptions(r), 'plan.platformIds': await platformOptions(r) },
  ...(plan ? { values: Object.fromEntries(Object.entries(plan).map(([name, value]) => [`plan.${name}`, value])) } : {}),
})
