// The numbers of the reports page, each defined once: from the counters and tallies, or from a bounded number of the newest cases. Definitions in words: reports.definition.<code>.
import { and, desc, eq, gte, inArray, lte, ne } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import { limitsIn } from '#domain/catalogue/limit-set'
import type { Catalogue } from '#domain/catalogue/shipped'
import { type Clock, standingOf as clockStanding } from '#domain/clock/clock'
import { dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import { workingDaysBetween } from '#domain/clock/working-days'
import type { Filing } from '#domain/filing/state'
import { progress } from '#domain/recall/progress'
import type { Recall } from '#domain/recall/state'
import { recallClasses } from '#domain/recall/vocabulary'
import { read, sql } from '../client.ts'
import { cases, counts, tallies } from '../schema.ts'
import { kindNamed } from './shown.ts'
import { visible } from './visible.ts'

/** What the page shows, in its order. */
export const measureCodes = [
  'throughput',
  'stageDays',
  'backlogAge',
  'outcomes',
  'correctionRate',
  'obligationsByWeek',
  'recallCoverage',
  'autonomyMix',
  'offices',
] as const
export type MeasureCode = (typeof measureCodes)[number]

/** A measure as a table: named columns, one key a row, numbers or null where there is none. `basis` is how many cases or events stand behind it. */
export type Measure = {
  code: MeasureCode
  columns: readonly string[]
  rows: readonly { key: string; values: Record<string, number | null> }[]
  basis: number
}
export type Asked = { actor: Actor; at: string; catalogue: Catalogue; months: number }

/** The newest cases that a measure looks into; the definitions say so. */
export const sampleSize = 400
const count = sql<number>`count(*)`.mapWith(Number)
const total = sql<number>`sum(${counts.n})`.mapWith(Number)

const monthsBack = (at: string, months: number): string[] => {
  const [year = 0, month = 1] = shanghaiDateOf(at).split('-').map(Number)
  return Array.from({ length: months }, (_, back) => {
    const place = year * 12 + month - 1 - (months - 1 - back)
    return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`
  })
}

/** Events of these types of a kind by month, within the places that the person's posts reach. Private drafts leave no such events. */
const eventsByMonth = async ({ actor, at, months }: Asked, name: string, types: readonly string[]): Promise<Map<string, number>> => {
  const columns = { region: tallies.region, sector: tallies.sector, isPrivate: sql`(1 = 0)`, isPublic: sql`(1 = 0)` }
  const month = sql<string>`substr(${tallies.day}, 1, 7)`
  const rows = await read()
    .select({ type: tallies.type, month, n: sql<number>`sum(${tallies.n})`.mapWith(Number) })
    .from(tallies)
    .where(
      and(
        eq(tallies.kind, name),
        inArray(tallies.type, [...types]),
        gte(tallies.day, `${monthsBack(at, months)[0]}-01`),
        visible(actor, kindNamed(name), columns, 'posts'),
      ),
    )
    .groupBy(tallies.type, month)
  return new Map(rows.map((row) => [`${row.type} ${row.month}`, row.n]))
}

const throughput = async (asked: Asked): Promise<Measure> => {
  const found = await eventsByMonth(asked, 'filing', ['submitted', 'decided'])
  const rows = monthsBack(asked.at, asked.months).map((key) => ({
    key,
    values: { received: found.get(`submitted ${key}`) ?? 0, decided: found.get(`decided ${key}`) ?? 0 },
  }))
  return {
    code: 'throughput',
    columns: ['received', 'decided'],
    rows,
    basis: rows.reduce((sum, { values }) => sum + values.received + values.decided, 0),
  }
}

const correctionRate = async (asked: Asked): Promise<Measure> => {
  const found = await eventsByMonth(asked, 'filing', ['submitted', 'correctionRequested'])
  const rows = monthsBack(asked.at, asked.months).map((key) => {
    const received = found.get(`submitted ${key}`) ?? 0
    const corrections = found.get(`correctionRequested ${key}`) ?? 0
    return { key, values: { received, corrections, share: received === 0 ? null : corrections / received } }
  })
  return {
    code: 'correctionRate',
    columns: ['received', 'corrections', 'share'],
    rows,
    basis: rows.reduce((sum, { values }) => sum + values.received, 0),
  }
}

/** The value below which this share of a sorted list lies (nearest rank); null of nothing. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/** The newest filings in these statuses, as states; index by kind and status, newest first. */
const newestFilings = async (actor: Actor, statuses: readonly string[]): Promise<Filing[]> => {
  const kind = kindNamed('filing')
  const perStatus = await Promise.all(
    statuses.map((status) =>
      read()
        .select({ seq: cases.seq, state: cases.state })
        .from(cases)
        .where(and(eq(cases.kind, 'filing'), eq(cases.status, status), visible(actor, kind, cases, 'posts')))
        .orderBy(desc(cases.seq))
        .limit(sampleSize),
    ),
  )
  return perStatus
    .flat()
    .sort((a, b) => b.seq - a.seq)
    .slice(0, sampleSize)
    .map(({ state }) => JSON.parse(state) as Filing)
}

/** Counted days of an ended clock, stops taken out; null where the calendar does not say, or it is no clock of working days. */
const daysOf = (clock: Clock | undefined, catalogue: Catalogue): number | null => {
  if (!clock?.endedAt) return null
  const { dayNo, unit } = clockStanding(clock, limitsIn(catalogue), catalogue.calendar, clock.endedAt)
  return unit === 'workingDays' ? dayNo : null
}

/** Each stage has the rule whose clock measures it; a review runs under one of two. */
const stages = { intake: ['LIC-1'], correction: ['FIL-5'], review: ['FIL-4'], jointReview: ['LIC-4'] } as const

const stageDays = async ({ actor, catalogue }: Asked): Promise<Measure> => {
  const filings = await newestFilings(actor, ['filed', 'change_pending', 'not_filed', 'not_accepted'])
  const limits = limitsIn(catalogue)
  const rows = Object.entries(stages).map(([key, rules]) => {
    const days = filings.flatMap((filing) => rules.flatMap((rule) => daysOf(filing.clocks?.[rule], catalogue) ?? []))
    const limit = limits[rules[0]].length
    return {
      key,
      values: {
        median: quantile(days, 0.5),
        p90: quantile(days, 0.9),
        limit,
        cases: days.length,
        inTime: days.length === 0 ? null : days.filter((day) => day <= limit).length / days.length,
      },
    }
  })
  return { code: 'stageDays', columns: ['median', 'p90', 'limit', 'inTime', 'cases'], rows, basis: filings.length }
}

/** Upper ends of the age bands in working days; what is older than the last is one more band. */
export const ageBands = [5, 10, 20, 30, 60] as const

const backlogAge = async ({ actor, at, catalogue }: Asked): Promise<Measure> => {
  const kind = kindNamed('filing')
  const today = shanghaiDateOf(at)
  const hour = sql<string | null>`substr(${cases.openedAt}, 1, 13)`
  const rows = await read()
    .select({ hour, isLate: sql<number>`case when ${cases.dueSort} < ${today} then 1 else 0 end`.mapWith(Number), n: count })
    .from(cases)
    .where(and(eq(cases.kind, 'filing'), sql`${cases.isOpen}`, visible(actor, kind, cases, 'posts'), ne(cases.status, 'draft')))
    .groupBy(hour, sql`case when ${cases.dueSort} < ${today} then 1 else 0 end`)
  const bands = [...ageBands.map(String), 'older'].map((key) => ({ key, values: { inTime: 0, late: 0 } }))
  for (const row of rows) {
    if (row.hour === null) continue
    const opened = shanghaiDateOf(`${row.hour}:00:00Z`)
    const age = workingDaysBetween(catalogue.calendar, opened, today) ?? dayOf(today) - dayOf(opened)
    const place = ageBands.findIndex((end) => age <= end)
    const band = bands[place < 0 ? ageBands.length : place]
    if (band) band.values[row.isLate === 1 ? 'late' : 'inTime'] += row.n
  }
  return { code: 'backlogAge', columns: ['inTime', 'late'], rows: bands, basis: rows.reduce((sum, { n }) => sum + n, 0) }
}

const outcomeStatuses = ['filed', 'not_filed', 'not_accepted', 'withdrawn', 'lapsed', 'suspended', 'revoked', 'cancelled'] as const

const outcomes = async ({ actor }: Asked): Promise<Measure> => {
  const kind = kindNamed('filing')
  const rows = await read()
    .select({ status: counts.status, mark: counts.mark, n: total })
    .from(counts)
    .where(
      and(eq(counts.kind, 'filing'), inArray(counts.status, [...outcomeStatuses, 'change_pending']), visible(actor, kind, counts, 'posts')),
    )
    .groupBy(counts.status, counts.mark)
  const of = (status: string, mark?: string) =>
    rows
      .filter(
        (row) =>
          (row.status === 'change_pending' ? 'filed' : row.status) === status &&
          (mark === undefined || (row.mark === 'conditions') === (mark === 'conditions')),
      )
      .reduce((sum, { n }) => sum + n, 0)
  const keyed = [
    { key: 'filed', values: { cases: of('filed', 'approved') } },
    { key: 'filedWithConditions', values: { cases: of('filed', 'conditions') } },
    ...outcomeStatuses.slice(1).map((status) => ({ key: status as string, values: { cases: of(status) } })),
  ]
  return { code: 'outcomes', columns: ['cases'], rows: keyed, basis: keyed.reduce((sum, { values }) => sum + values.cases, 0) }
}

/** How many weeks ahead obligations are shown. */
const weeksAhead = 12

const obligationsByWeek = async ({ actor, at }: Asked): Promise<Measure> => {
  const kind = kindNamed('obligation')
  const today = shanghaiDateOf(at)
  const monday = dayOf(today) - ((dayOf(today) + 3) % 7)
  const last = dateOf(monday + weeksAhead * 7 - 1)
  const rows = await read()
    .select({ dueOn: cases.dueSort, n: count })
    .from(cases)
    .where(and(eq(cases.kind, 'obligation'), sql`${cases.isOpen}`, visible(actor, kind, cases, 'posts'), lte(cases.dueSort, last)))
    .groupBy(cases.dueSort)
  const late = rows.filter((row) => row.dueOn < today).reduce((sum, { n }) => sum + n, 0)
  const weeks = Array.from({ length: weeksAhead }, (_, week) => {
    const [from, to] = [dateOf(monday + week * 7), dateOf(monday + week * 7 + 6)]
    const due = rows.filter((row) => row.dueOn >= today && row.dueOn >= from && row.dueOn <= to).reduce((sum, { n }) => sum + n, 0)
    return { key: from, values: { due, late: week === 0 ? late : 0 } }
  })
  return { code: 'obligationsByWeek', columns: ['due', 'late'], rows: weeks, basis: rows.reduce((sum, { n }) => sum + n, 0) }
}

const recallCoverage = async ({ actor }: Asked): Promise<Measure> => {
  const kind = kindNamed('recall')
  const found = await read()
    .select({ state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'recall'), visible(actor, kind, cases, 'posts')))
    .orderBy(desc(cases.seq))
    .limit(sampleSize)
  const recalls = found.map(({ state }) => JSON.parse(state) as Recall).filter((one) => one.class !== null && one.binding !== null)
  const rows = recallClasses.map((key) => {
    const of = recalls.filter((one) => one.class === key)
    const sums = of.map(progress).reduce(
      (sum, one) => ({
        affected: sum.affected + one.affected,
        acknowledged: sum.acknowledged + one.acknowledged,
        proved: sum.proved + one.byStanding.proved,
      }),
      { affected: 0, acknowledged: 0, proved: 0 },
    )
    const voluntary = of.filter((one) => one.binding?.how === 'voluntary').length
    return { key, values: { recalls: of.length, voluntary, ...sums, coverage: sums.affected === 0 ? null : sums.proved / sums.affected } }
  })
  return {
    code: 'recallCoverage',
    columns: ['recalls', 'voluntary', 'affected', 'acknowledged', 'proved', 'coverage'],
    rows,
    basis: recalls.length,
  }
}

const autonomyMix = async ({ actor }: Asked): Promise<Measure> => {
  const filings = (await newestFilings(actor, ['filed', 'change_pending'])).flatMap(({ published }) => published ?? [])
  const lanes = ['sensitive', 'key', 'low'].map((key) => {
    const labels = filings.filter((one) => one.lane === key).map((one) => one.label)
    const sum = (column: 'alone' | 'asks' | 'yours') => labels.reduce((all, label) => all + label[column].length, 0)
    const [alone, asks, yours] = [sum('alone'), sum('asks'), sum('yours')]
    const actions = alone + asks + yours
    return { key, values: { alone, asks, yours, agents: labels.length, aloneShare: actions === 0 ? null : alone / actions } }
  })
  return { code: 'autonomyMix', columns: ['alone', 'asks', 'yours', 'aloneShare', 'agents'], rows: lanes, basis: filings.length }
}

/** One row for each filing office, by its region: agents on the register, and filings in hand. What is filed is public, what is in hand only where the officer's posts reach. */
const offices = async ({ actor, catalogue }: Asked): Promise<Measure> => {
  const kind = kindNamed('filing')
  const base = eq(counts.kind, 'filing')
  const [filed, open] = await Promise.all([
    read()
      .select({ region: counts.region, n: total })
      .from(counts)
      .where(and(base, inArray(counts.status, ['filed', 'change_pending']), visible(actor, kind, counts, 'public')))
      .groupBy(counts.region),
    read()
      .select({ region: counts.region, n: total })
      .from(counts)
      .where(and(base, sql`${counts.isOpen}`, sql`not ${counts.isPrivate}`, visible(actor, kind, counts, 'posts')))
      .groupBy(counts.region),
  ])
  const of = (rows: typeof filed, region: string) => rows.find((row) => row.region === region)?.n ?? 0
  const rows = catalogue.authorities.items
    .filter((authority) => authority.tile !== null)
    .map(({ id, region }) => ({ key: id, values: { filed: of(filed, region), open: of(open, region) } }))
  return { code: 'offices', columns: ['filed', 'open'], rows, basis: rows.reduce((sum, { values }) => sum + values.filed, 0) }
}

const measures: Record<MeasureCode, (asked: Asked) => Promise<Measure>> = {
  throughput,
  stageDays,
  backlogAge,
  outcomes,
  correctionRate,
  obligationsByWeek,
  recallCoverage,
  autonomyMix,
  offices,
}

/** One measure, for this person, at this moment. */
export const measure = (actor: Actor, code: MeasureCode, at: string, catalogue: Catalogue, months: number): Promise<Measure> =>
  measures[code]({ actor, at, catalogue, months })
