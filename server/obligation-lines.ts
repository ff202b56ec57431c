// Testing obligations in words: the line of a list, the card of a board, the days of a calendar.
import 'server-only'
import { describeDay } from '#domain/clock/calendar'
import { dateOf, dayOf, weekdayOf } from '#domain/clock/day'
import { latestReport, type Obligation } from '#domain/obligation/state'
import type { DeskReader, ObligationLine } from './desk-reader.ts'
import { dueOfItem } from './due.ts'

export type ObligationWords = {
  id: string
  number: string
  href: string
  mark: string
  status: string
  word: string
  agent: string
  items: string
  lab: string
  due: { day: string | null; meaning: string; late: boolean }
  dueOn: string | null
  verdict: { state: 'approved' | 'conditions' | 'refused'; word: string } | null
  filing: string | null
  organisation: string
  moves: readonly string[]
}

export const verdictMark = { pass: 'approved', partial: 'conditions', fail: 'refused' } as const

const reportsOf = (state: Partial<Obligation>) => (state.reports ? latestReport({ reports: state.reports } as Obligation) : null)

/** One obligation for a list; an act of the laboratory is not offered to officers. */
export const obligationWords = ({ item, shown }: ObligationLine, r: DeskReader): ObligationWords => {
  const { say, book, words } = r
  const { state } = shown
  const names = (state.items ?? []).map((one) => book.name(one))
  const report = reportsOf(state)
  return {
    id: item.id,
    number: item.number ?? item.id,
    href: `/console/obligations/${item.id}`,
    mark: item.mark,
    status: item.status,
    word: say(`obligation.status.${item.status}`),
    agent: book.name(state.agentName) || book.name({ zh: item.titleZh, en: item.titleEn }),
    items:
      names.length > 1
        ? say('obligationDesk.moreItems', { item: names[0] ?? '', count: names.length })
        : (names[0] ?? (state.testItemIds ?? []).map(words.testItem).join(', ')),
    lab: state.labName ?? say('obligationDesk.noLab'),
    due: r.due(dueOfItem(item, r.catalogue, r.today)),
    dueOn: item.dueOn,
    verdict: report ? { state: verdictMark[report.verdict], word: say(`obligation.option.verdicts.${report.verdict}`) } : null,
    filing: state.filingNumber ?? null,
    organisation: item.organisationName ?? '',
    moves: shown.moves,
  }
}

/** Which column a card comes to rest in when an act is done. */
export const columnAfter: Record<string, string> = {
  assign: 'assigned',
  accept: 'accepted',
  returnReport: 'returned',
  cancel: 'cancelled',
  waive: 'waived',
  fail: 'failed',
}

export type CalendarDay = {
  on: string
  day: number
  isThisMonth: boolean
  isToday: boolean
  kind: string
  note: string | null
  noteLong: string | null
  lines: ObligationWords[]
}

const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** The month that an address asks for, else that of today, with its neighbours and the Monday-to-Sunday span that shows it. */
export const monthAsked = (asked: string | null, today: string) => {
  const month = isMonth(asked) ? asked : today.slice(0, 7)
  const [year = 0, place = 1] = month.split('-').map(Number)
  const shifted = (by: number) => {
    const at = year * 12 + place - 1 + by
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  }
  const first = dayOf(`${month}-01`)
  const last = dayOf(`${shifted(1)}-01`) - 1
  return {
    month,
    year,
    place,
    previous: shifted(-1),
    next: shifted(1),
    from: dateOf(first - (weekdayOf(first) - 1)),
    to: dateOf(last + (7 - weekdayOf(last))),
  }
}

/** Weeks of seven days from Monday, each day with what kind it is and what falls due. */
export const calendarWeeks = (span: ReturnType<typeof monthAsked>, lines: readonly ObligationWords[], r: DeskReader): CalendarDay[][] => {
  const days: CalendarDay[] = []
  for (let day = dayOf(span.from); day <= dayOf(span.to); day += 1) {
    const on = dateOf(day)
    const { kind, name } = describeDay(r.catalogue.calendar, on)
    const named = name ? r.book.name(name) : null
    const note =
      kind === 'makeUpDay'
        ? r.say('obligationDesk.calendar.makeUp')
        : kind === 'holiday'
          ? (named ?? r.say('obligationDesk.calendar.rest'))
          : kind === 'unknown'
            ? r.say('obligationDesk.calendar.unknown')
            : null
    days.push({
      on,
      day: Number(on.slice(8)),
      isThisMonth: on.startsWith(span.month),
      isToday: on === r.today,
      kind,
      note,
      noteLong: kind === 'makeUpDay' ? r.say('obligationDesk.calendar.makeUpLong') : note,
      lines: lines.filter((line) => line.dueOn === on),
    })
  }
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
