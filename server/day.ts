// One officer's day: what waits, in its order, with words; the week, the stopped clocks, the team.
import 'server-only'
import { loadOf, statesOf, unassigned, type WaitingCase, waitingFor } from '#db/reads/home'
import { type AgendaGroup, groupOf, inOrder } from '#domain/agenda/order'
import { limitsIn } from '#domain/catalogue/limit-set'
import { isWorkingDay } from '#domain/clock/calendar'
import { type Clock, standingOf } from '#domain/clock/clock'
import { dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import { workingDaysBetween } from '#domain/clock/working-days'
import { withCompanies } from './company-names.ts'
import { dueOfItem } from './due.ts'
import type { OfficerReader } from './officer-reader.ts'

export type DayLine = { group: AgendaGroup; dueOn: string | null; openedAt: string | null; case: WaitingCase }

const addresses: Record<string, string> = {
  filing: 'filings',
  deployment: 'deployments',
  obligation: 'obligations',
  recall: 'recalls',
  opening: 'scenarios',
  organisation: 'companies',
  selftest: 'self-tests',
  sampling: 'samplings',
  report: 'information-reports',
  credit: 'credit-records',
  reconsideration: 'reconsiderations',
}
/** Where a case of a kind is opened in the console; an opening is a cell of the matrix. */
export const caseHref = (kind: string, id: string, scenario: string | null = null): string =>
  kind === 'opening' ? `/console/scenarios/${(scenario ?? id).replace(':', '/')}` : `/console/${addresses[kind] ?? kind}/${id}`

/** The next days on which the office works, today among them where it does; all days where the calendar does not say. */
const workWeek = (r: OfficerReader, count: number): string[] => {
  const days: string[] = []
  for (let day = dayOf(r.today); days.length < count; day += 1)
    if (isWorkingDay(r.catalogue.calendar, dateOf(day)) !== 'rest') days.push(dateOf(day))
  return days
}

/** How many of my cases have used half, and four fifths, of the limit of their running clock. */
const consumption = async (r: OfficerReader): Promise<{ half: number; most: number }> => {
  const states = (await Promise.all(['filing', 'deployment'].map((name) => statesOf(r.actor, name, r.actor.personId)))).flat() as {
    clocks?: Record<string, Clock>
  }[]
  const used = states.flatMap(({ clocks = {} }) =>
    Object.values(clocks)
      .filter((clock) => clock.endedAt === null)
      .map((clock) => {
        const { dayNo, of } = standingOf(clock, limitsIn(r.catalogue), r.catalogue.calendar, r.at)
        return dayNo === null ? 0 : dayNo / of
      }),
  )
  return { half: used.filter((share) => share > 0.5).length, most: used.filter((share) => share > 0.8).length }
}

/** Everything that the home page shows, from rows that this officer may see. */
export const dayOfOfficer = async (r: OfficerReader) => {
  const week = workWeek(r, 5)
  const weekEnd = week.at(-1) ?? r.today
  const [waiting, loads, free, share, stopped] = await Promise.all([
    waitingFor(r.actor, r.today).then((found) => withCompanies(r, found)),
    loadOf(
      r.actor,
      r.colleagues.map((one) => one.id),
      weekEnd,
    ),
    unassigned(r.actor),
    consumption(r),
    r.list('filing', { isOpen: true, limit: 1 }),
  ])
  const lines = inOrder(
    waiting.map((one): DayLine => {
      const dueOn = one.item.dueOn ?? one.turn.dueOn
      return { group: groupOf({ dueOn, occasion: one.turn.occasion }, r.today, weekEnd), dueOn, openedAt: one.item.openedAt, case: one }
    }),
  )
  const countOf = (status: string) => stopped.facets.status.find((facet) => facet.value === status)?.n ?? 0
  const yearEnd = `${r.today.slice(0, 4)}-12-31`
  const today = isWorkingDay(r.catalogue.calendar, r.today) === 'work' ? 1 : 0
  const rest = workingDaysBetween(r.catalogue.calendar, r.today, yearEnd)
  return {
    lines,
    week,
    weekEnd,
    share,
    daysLeftInYear: rest === null ? null : rest + today,
    dueOn: (day: string) =>
      lines.filter((line) => line.dueOn === day || (day === week[0] && line.dueOn !== null && line.dueOn < day)).length,
    stopped: { company: countOf('correction_required'), laboratory: countOf('testing'), concurrence: countOf('sector_concurrence') },
    load: r.colleagues
      .flatMap((officer) => {
        const load = loads.find((one) => one.ownerId === officer.id)
        return load ? [{ officer, open: load.open, due: load.due }] : []
      })
      .sort((a, b) => b.open - a.open),
    unassigned: {
      count: free.count,
      days: free.oldestAt === null ? null : workingDaysBetween(r.catalogue.calendar, shanghaiDateOf(free.oldestAt), r.today),
    },
  }
}
export type OfficerDay = Awaited<ReturnType<typeof dayOfOfficer>>

/** The tuples of a noun's options that a fact of this name may stand in. */
const optionTuples: Record<string, string[]> = {
  outcome: ['filingOutcomes', 'deploymentOutcomes', 'effectOutcomes', 'reconsiderationOutcomes'],
  verdict: ['concurrenceVerdicts', 'deploymentVerdicts'],
  finding: ['opinionFindings', 'analysisFindings'],
  side: ['openingSides'],
}

/** The words of one line: its time, why it is here, the verb. */
export const lineWords = (r: OfficerReader, { case: { item, turn }, group, dueOn }: DayLine) => {
  const { say, book } = r
  const due = r.due(dueOfItem({ ...item, dueOn }, r.catalogue, r.today), true)
  const facts = Object.fromEntries(
    Object.entries(turn.facts).map(([name, value]) => [
      name,
      typeof value === 'string' && optionTuples[name]
        ? say(
            optionTuples[name].map((tuple) => `${item.kind}.option.${tuple}.${value}`),
            {},
            value,
          )
        : value,
    ]),
  )
  const occasion = say(`console.when.${turn.occasion}`)
  const isDated = group === 'overdue' || group === 'today' || ((group === 'week' || group === 'later') && dueOn !== null)
  return {
    key: `${item.kind}-${item.id}`,
    late: due.late,
    when: isDated ? (group === 'week' || group === 'later' ? undefined : due.meaning) : occasion,
    dueOn,
    at:
      due.day === null
        ? say('console.when.noDate')
        : group === 'overdue'
          ? say('ui.due.shouldOn', { date: due.day })
          : group === 'today'
            ? turn.occasion === 'work'
              ? undefined
              : occasion
            : due.meaning,
    number: item.number ?? undefined,
    label: item.kind === 'opening' ? r.words.pair(item.scenario) : say(`${item.kind}.name`),
    href: caseHref(item.kind, item.id, item.scenario),
    name: book.name({ zh: item.titleZh, en: item.titleEn }),
    tier: item.tier,
    whom: item.organisationName ?? undefined,
    why: say(`console.why.${turn.why}`, facts).trim(),
    act: say([`console.act.${item.kind}.${turn.command}`, `${item.kind}.command.${turn.command}.label`]),
  }
}
