// What the pages of scenarios, tests, recalls, laboratories, reports and administration read by: the visitor's reads with words and catalogue.
import 'server-only'
import { cache } from 'react'
import { type EventQuery, eventsPage, jobs, type ReadingQuery, readingCounts, readingsPage, sightOf } from '#db/reads/audit'
import { board, labChoices, labsShown, obligationPage, openOrders } from '#db/reads/obligation'
import type { Item } from '#db/reads/page'
import { organisationNames, peoplePage } from '#db/reads/person'
import type { ListQuery } from '#db/reads/query'
import { affectedLines, agentForRecall, curveOf, recallPage } from '#db/reads/recall'
import { openingsShown, usesByPair } from '#db/reads/scenario'
import { type MeasureCode, measure } from '#db/reads/statistics'
import type { Recall } from '#domain/recall/state'
import { catalogueWords } from './catalogue-words.ts'
import { withCompanies } from './company-names.ts'
import { officerReader } from './officer-reader.ts'
import { type Reader, reader, readerFor } from './reader.ts'
import { wordBook } from './word-book.ts'

export type { LoggedEvent, Reading } from '#db/reads/audit'
export type { BoardColumn, LabChoice, ObligationLine } from '#db/reads/obligation'
export type { Item } from '#db/reads/page'
export type { AffectedLine, AgentChoice, CurvePoint, RecallLine } from '#db/reads/recall'
export type { PairUse } from '#db/reads/scenario'
export type { Presented } from '#db/reads/shown'
export type { Measure, MeasureCode } from '#db/reads/statistics'

const withWords = async <R extends Reader>(r: R) => {
  const [book, catalogue] = await Promise.all([wordBook(), r.catalogue()])
  return { ...r, book, say: book.say, locale: book.locale, catalogue, words: catalogueWords(catalogue, book) }
}

/** The reads of an officer, with those of the nouns. Whoever is no officer is sent to sign in, and comes back to `from`. */
export const deskReader = cache(async (from: string) => {
  const r = await officerReader(from)
  const { actor, at } = r
  const named = async <T extends { item: Item }, P extends { lines: T[] }>(page: P & { lines: T[] }): Promise<P> => ({
    ...page,
    lines: await withCompanies(r, page.lines),
  })
  return {
    ...r,
    openings: () => openingsShown(actor),
    usesByPair: () => usesByPair(actor),
    obligationPage: async (query: ListQuery) => named(await obligationPage(actor, query, at)),
    board: (statuses: readonly string[], query: ListQuery, limit: number) => board(actor, statuses, query, limit, at),
    labChoices: (items: readonly string[], companyId: string | null) => labChoices(actor, items, r.today, companyId),
    labs: () => labsShown(actor),
    openOrders: () => openOrders(actor),
    recallPage: async (query: ListQuery) => named(await recallPage(actor, query, at)),
    affectedLines: (state: Partial<Recall>) => affectedLines(state),
    curveOf: (id: string) => curveOf(actor, id, at),
    agentForRecall: (id: string) => agentForRecall(actor, id, at),
    measure: (code: MeasureCode, months: number) => measure(actor, code, at, r.catalogue, months),
  }
})
export type DeskReader = Awaited<ReturnType<typeof deskReader>>

/** The reads of an administrator. */
export const adminReader = cache(async (from: string) => {
  const r = await withWords(await readerFor('admin', from))
  return {
    ...r,
    jobs: () => jobs(r.actor, r.at),
    peoplePage: (query: ListQuery) => peoplePage(r.actor, query, r.at),
    organisationNames: (ids: readonly string[]) => organisationNames(r.actor, ids),
  }
})
export type AdminReader = Awaited<ReturnType<typeof adminReader>>

/** The reads of the rules: administrators and officers alike, because both propose and enact; for others the sign-in page. */
export const rulesReader = cache(async (from: string) => {
  const open = await reader()
  return withWords(open.actor.posts.some(({ role }) => role.endsWith('_admin')) ? open : await readerFor('authority', from))
})
export type RulesReader = Awaited<ReturnType<typeof rulesReader>>

/** The reads of the audit: audit administrators and auditors; `sight` none means that the page explains who may. */
export const auditReader = cache(async (from: string) => {
  const r = await rulesReader(from)
  return {
    ...r,
    sight: sightOf(r.actor),
    readingsPage: (query: ReadingQuery) => readingsPage(r.actor, query),
    eventsPage: (query: EventQuery) => eventsPage(r.actor, query),
    readingCounts: (since: string) => readingCounts(r.actor, since),
  }
})
export type AuditReader = Awaited<ReturnType<typeof auditReader>>
