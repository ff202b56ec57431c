// The sectors of a scale seed in the order of how many filings lie in them, each with its scenarios from the shipped catalogue.
import { shippedCatalogue } from '#domain/catalogue/shipped'

const busiest = ['cyberspace', 'commerce', 'education', 'finance', 'health', 'transport', 'culture', 'industry', 'government']
const place = (id: string) => {
  const at = busiest.indexOf(id)
  return at < 0 ? busiest.length : at
}

export const sectors = shippedCatalogue.sectors.items
  .toSorted((a, b) => place(a.id) - place(b.id))
  .map((sector) => ({ sector: sector.id, scenarios: sector.scenarios.map((one) => one.clause) }))
