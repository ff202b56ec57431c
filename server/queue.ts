// Reads the address of a queue: which queue, which filters, which order; and builds the addresses that lead on from it.
import 'server-only'
import { type ListQuery, nobody } from '#db/reads/query'
import { arrivals, type SavedView, viewsOf } from '#db/reads/queue'
import { endOfDays } from '#db/rows'
import { isWorkingDay } from '#domain/clock/calendar'
import { dateOf, dayOf } from '#domain/clock/day'
import { addWorkingDays } from '#domain/clock/working-days'
import { companyNames } from './company-names.ts'
import { listQueryIn } from './list-query.ts'
import type { OfficerReader } from './officer-reader.ts'

export const queueTabs = ['mine', 'team', 'unassigned', 'all'] as const
export type QueueTab = (typeof queueTabs)[number]
export const queueKinds = ['filing', 'deployment'] as const
export type QueueKind = (typeof queueKinds)[number]
export const dueChoices = ['over', 'week', 'stopped'] as const
export type DueChoice = (typeof dueChoices)[number]
export const facetNames = ['status', 'lane', 'sector', 'scenario', 'region'] as const

const address = '/console/queue'
/** Parameters of the page itself, beside those of the list. */
const ofPage = ['tab', 'kind', 'when', 'view', 'more', 'lang', 'theme', 'elder'] as const
const among = <T extends string>(list: readonly T[], value: string | null): T | null =>
  (list as readonly (string | null)[]).includes(value) ? (value as T) : null

const yesterday = (today: string) => dateOf(dayOf(today) - 1)
const periodOf = (choice: DueChoice, r: OfficerReader): Pick<ListQuery, 'dueFrom' | 'dueTo'> => {
  if (choice === 'over') return { dueTo: yesterday(r.today) }
  if (choice === 'stopped') return { dueFrom: endOfDays }
  const end = addWorkingDays(r.catalogue.calendar, r.today, 5)
  return { dueFrom: r.today, dueTo: end.on ?? dateOf(dayOf(r.today) + 7) }
}
const ofTab = (tab: QueueTab, r: OfficerReader): ListQuery =>
  tab === 'mine'
    ? { ownerId: r.actor.personId, isOpen: true }
    : tab === 'unassigned'
      ? { ownerId: nobody, isOpen: true }
      : tab === 'team'
        ? { isOpen: true }
        : {}

/** The list query as the API reads it. */
const asParams = (query: ListQuery): URLSearchParams => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    if (name === 'link') params.set('tie', `${(value as { name: string }).name}:${(value as { to: string }).to}`)
    else if (Array.isArray(value)) params.set(name, value.join(','))
    else params.set(name, String(value))
  }
  return params
}

export type Asked = {
  tab: QueueTab
  kind: QueueKind
  when: DueChoice | null
  viewId: string | null
  own: ListQuery
  query: ListQuery
  hasFault: boolean
  params: URLSearchParams
}

/** What the address asks for. Without a tab: one's own cases. What it does not know is left out and said. */
export const askedIn = (params: URLSearchParams, r: OfficerReader): Asked => {
  const tab = among(queueTabs, params.get('tab')) ?? 'mine'
  const kind = among(queueKinds, params.get('kind')) ?? 'filing'
  const when = among(dueChoices, params.get('when'))
  const { query: own, errors } = listQueryIn(params, ofPage)
  const query: ListQuery = { sort: 'dueOn', ...own, ...(when ? periodOf(when, r) : {}), ...ofTab(tab, r), limit: 50 }
  return { tab, kind, when, viewId: params.get('view'), own, query, hasFault: errors.length > 0, params }
}

/** An address of the queue with some parameters changed; null takes one away. The page begins anew. */
export const queueHref = (params: URLSearchParams, change: Record<string, string | readonly string[] | null>): string => {
  const next = new URLSearchParams(params)
  for (const name of ['cursor', 'limit', 'view', 'more', 'lang', 'theme', 'elder']) if (!(name in change)) next.delete(name)
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value) next.append(name, one)
  }
  const text = next.toString()
  return text ? `${address}?${text}` : address
}

/** How many working days of arrivals the head shows. */
const arrivalDays = 14
const lastWorkingDays = (r: OfficerReader, count: number): string[] => {
  const days: string[] = []
  for (let day = dayOf(r.today); days.length < count && day > dayOf(r.today) - 60; day -= 1)
    if (isWorkingDay(r.catalogue.calendar, dateOf(day)) !== 'rest') days.unshift(dateOf(day))
  return days
}

/** Everything that the queue page shows: the page of rows, and counts of tabs, facets, periods and views under the same conditions. */
export const queueFor = async (r: OfficerReader, asked: Asked) => {
  const { kind, query, tab } = asked
  const total = async (wanted: ListQuery) => {
    const { total: count, totalIsCapped } = await r.count(kind, wanted)
    return { count, totalIsCapped }
  }
  const { cursor: _cursor, limit: _limit, dueFrom: _from, dueTo: _to, ...filters } = query
  const [page, views, arrived, tabCounts, dueCounts] = await Promise.all([
    r.list(kind, query),
    viewsOf(r.actor, kind),
    arrivals(r.actor, kind, lastWorkingDays(r, arrivalDays)),
    Promise.all(queueTabs.map((one) => total(ofTab(one, r)))),
    Promise.all(dueChoices.map((choice) => total({ ...filters, ...periodOf(choice, r) }))),
  ])
  const viewCounts = await Promise.all(
    views.map(async (view: SavedView) => (await total(askedIn(new URLSearchParams(view.query), r).query)).count),
  )
  const unfiltered = page.total === 0 ? (await total(ofTab(tab, r))).count : page.total
  const known = new Map(r.colleagues.map((one) => [one.id, one.names]))
  const strangers = page.items.flatMap((item) => (item.ownerId !== null && !known.has(item.ownerId) ? [item.ownerId] : []))
  for (const [id, names] of await r.namesOf(strangers)) known.set(id, names)
  const companies = await companyNames(r, page.items)
  return {
    page,
    companies,
    views: views.map((view, place) => ({ ...view, count: viewCounts[place] ?? 0 })),
    arrived,
    unfiltered,
    owners: known,
    tabs: queueTabs.map((one, place) => ({ tab: one, count: tabCounts[place]?.count ?? 0 })),
    dues: dueChoices.map((choice, place) => ({ choice, count: dueCounts[place]?.count ?? 0 })),
    api: `/api/v1/${kind}s?${asParams(query)}`,
  }
}

/** The days of rest around today that the browser needs to count working days. */
export const workdaysAround = (r: OfficerReader) => {
  const { calendar } = r.catalogue
  const from = dateOf(Math.max(dayOf(calendar.from), dayOf(r.today) - 250))
  const until = dateOf(Math.min(dayOf(calendar.publishedUntil), dayOf(r.today) + 400))
  const rest: string[] = []
  for (let day = dayOf(from); day <= dayOf(until); day += 1) if (isWorkingDay(calendar, dateOf(day)) === 'rest') rest.push(dateOf(day))
  return { from, until, rest }
}
