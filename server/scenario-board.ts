// The officers' scenario matrix: areas over scenarios, a row a sector, and for each listed pair its opening, as in force or as proposed, with counts.
import 'server-only'
import type { Catalogue } from '#domain/catalogue/shipped'
import type { Opening } from '#domain/scenario/opening-state'
import { scenarioAreas } from '#domain/scenario/vocabulary'
import type { PairUse, Presented } from './desk-reader.ts'
import type { WordBook } from './word-book.ts'

export type BoardState = 'open' | 'conditional' | 'closed' | 'study' | 'none'
export type BoardCell = {
  key: string
  sector: string
  clause: number
  state: BoardState
  status: string | null
  use: PairUse
  /** Something proposed, or already signed for a later day, differs from what is in force today. */
  differs: boolean
  opening: Presented<Opening> | null
}
export type BoardRow = { sector: string; name: string; code: string; cells: (BoardCell | null)[] }
export type BoardArea = { key: string; name: string; columns: { clause: number; name: string }[] }

const ended = ['refused', 'closed']
const noUse: PairUse = { filed: 0, deployed: 0, pending: 0 }

/** The opening that counts for a pair: the newest that has not ended, else the newest. They come newest first. */
export const openingOf = (openings: readonly Presented<Opening>[], sector: string, clause: number): Presented<Opening> | null => {
  const ofPair = openings.filter(({ state }) => state.sector === sector && state.scenario === clause)
  return ofPair.find(({ state }) => !ended.includes(state.status ?? '')) ?? ofPair[0] ?? null
}

/** The versions as this person may read them: with the signatures for the offices, without for anybody else. */
export const versionsOf = (state: Partial<Opening>) => state.versions ?? state.published ?? []
/** The version in force on a day, or null before the first. */
export const inForceOn = (state: Partial<Opening>, today: string) =>
  versionsOf(state).findLast((version) => version.inForceOn <= today) ?? null
/** What is to come: the text proposed, else a version signed for a later day. */
export const comingOf = (state: Partial<Opening>, today: string) =>
  state.proposal?.content ?? versionsOf(state).find((version) => version.inForceOn > today)?.content ?? null

const stateInForce = (status: string | undefined): BoardState => {
  switch (status) {
    case 'open':
      return 'open'
    case 'open_conditional':
      return 'conditional'
    case 'draft':
    case 'under_concurrence':
      return 'study'
    case undefined:
      return 'none'
    default:
      return 'closed'
  }
}

const cellOf = (
  opening: Presented<Opening> | null,
  sector: string,
  clause: number,
  use: PairUse,
  today: string,
  isProposed: boolean,
): BoardCell => {
  const key = `${sector}:${clause}`
  const status = opening?.state.status ?? null
  const coming = opening ? comingOf(opening.state, today) : null
  const differs = coming !== null && opening !== null && inForceOn(opening.state, today) !== null
  const state = isProposed && coming ? (coming.conditions.length > 0 ? 'conditional' : 'open') : stateInForce(opening?.state.status)
  return { key, sector, clause, state, status, use, differs, opening }
}

type Asked = {
  catalogue: Catalogue
  openings: readonly Presented<Opening>[]
  uses: ReadonlyMap<string, PairUse>
  book: WordBook
  today: string
  isProposed: boolean
}

/** The matrix in the words of the reader. Null cells are pairs that the catalogue does not list and nothing was ever decided on. */
export const scenarioBoard = ({
  catalogue,
  openings,
  uses,
  book,
  today,
  isProposed,
}: Asked): { areas: BoardArea[]; rows: BoardRow[]; cells: BoardCell[] } => {
  const scenarios = catalogue.scenarios.items
    .filter((item) => item.active)
    .sort((a, b) => scenarioAreas.indexOf(a.area) - scenarioAreas.indexOf(b.area) || a.clause - b.clause)
  const areas = scenarioAreas
    .map((key) => ({
      key,
      name: book.say(`scenarioDesk.area.${key}`),
      columns: scenarios.filter((item) => item.area === key).map((item) => ({ clause: item.clause, name: book.name(item) })),
    }))
    .filter((area) => area.columns.length > 0)
  const rows = catalogue.sectors.items.map(
    (sector): BoardRow => ({
      sector: sector.id,
      // Row heads stand in one line: where the sector's name is long, the short form that offices use.
      name: book.say(`scenarioDesk.short.${sector.id}`, {}, book.name(sector)),
      // The two first leads by their international short names, as they are known on plans and in tables of either language.
      code: sector.lead
        .slice(0, 2)
        .map((id) => catalogue.authorities.items.find((item) => item.id === id)?.short.en ?? id)
        .join(' · '),
      cells: scenarios.map(({ clause }) => {
        const opening = openingOf(openings, sector.id, clause)
        if (!opening && !sector.scenarios.some((pair) => pair.clause === clause)) return null
        return cellOf(opening, sector.id, clause, uses.get(`${sector.id}:${clause}`) ?? noUse, today, isProposed)
      }),
    }),
  )
  return { areas, rows, cells: rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? [])) }
}
