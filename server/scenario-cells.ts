// The scenario matrix as the public sees it: every listed pair of sector and scenario, its opening, and how many deployments stand in it.
import 'server-only'
import type { Catalogue } from '#domain/catalogue/shipped'
import { scenarioAreas } from '#domain/scenario/vocabulary'
import type { PublicReader } from './public-reader.ts'

type PublishedOpening = Awaited<ReturnType<PublicReader['openings']>>[number]
/** `study`: the pair is listed and nothing is decided yet; `suspended` is told apart from closed in words, not in the glyph. */
export const cellStates = ['open', 'conditional', 'suspended', 'closed', 'study'] as const
export type CellState = (typeof cellStates)[number]
export type ScenarioCell = {
  sector: string
  clause: number
  key: string
  state: CellState
  deployments: number
  opening: PublishedOpening | null
}

const stateOf = (opening: PublishedOpening | undefined): CellState => {
  switch (opening?.status) {
    case 'open':
      return 'open'
    case 'open_conditional':
      return 'conditional'
    case 'suspended':
      return 'suspended'
    case 'closed':
      return 'closed'
    default:
      return 'study'
  }
}

const inUse = ['pilot_approved', 'approved', 'approved_with_conditions', 'active'] as const

/** The version in force on a day, or the next where none is yet. */
export const openingInForce = (opening: PublishedOpening | null, today: string) => {
  const published = opening?.state.published ?? []
  return published.findLast((version) => version.inForceOn <= today) ?? published[0] ?? null
}

/** Active scenarios in the order of their areas, and a cell for every pair that the catalogue lists. */
export const scenarioMatrix = async (reader: PublicReader) => {
  const [catalogue, openings, deployments]: [Catalogue, PublishedOpening[], { facets: { scenario: { value: string; n: number }[] } }] =
    await Promise.all([reader.catalogue(), reader.openings(), reader.list('deployment', { status: inUse, limit: 1 })])
  // Where a pair was opened, closed and opened again, the newest opening counts; they come newest first.
  const byPair = new Map(openings.toReversed().map((opening) => [`${opening.state.sector}:${opening.state.scenario}`, opening]))
  const counts = new Map(deployments.facets.scenario.map(({ value, n }) => [value, n]))
  const scenarios = catalogue.scenarios.items
    .filter((item) => item.active)
    .sort((a, b) => scenarioAreas.indexOf(a.area) - scenarioAreas.indexOf(b.area) || a.clause - b.clause)
  const rows = catalogue.sectors.items.map((sector) => ({
    sector,
    cells: scenarios.map((scenario): ScenarioCell | null => {
      const key = `${sector.id}:${scenario.clause}`
      const opening = byPair.get(key)
      if (!opening && !sector.scenarios.some((pair) => pair.clause === scenario.clause)) return null
      return {
        sector: sector.id,
        clause: scenario.clause,
        key,
        state: stateOf(opening),
        deployments: counts.get(key) ?? 0,
        opening: opening ?? null,
      }
    }),
  }))
  return { catalogue, scenarios, rows }
}
