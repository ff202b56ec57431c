// A clock as a screen shows it: what it says closed, and every step that explains its date, in words.
import 'server-only'
import { limitsIn } from '#domain/catalogue/limit-set'
import type { Catalogue } from '#domain/catalogue/shipped'
import { type Clock, explainClock, standingOf } from '#domain/clock/clock'
import { dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import { type OutlineStep, outline } from '#domain/clock/outline'
import type { Standing } from '#domain/clock/standing'
import type { Unit } from '#domain/clock/vocabulary'
import { formatDay, formatMoment, formatNumber, formatWeekday } from '#messages/format'
import type { WordBook } from './word-book.ts'

export type ClockLine = { on: string; what: string; counted?: string; kind?: 'skip' | 'end' }
export type ClockTickWord = 'counted' | 'stopped' | 'over' | 'left'
export type ClockView = {
  says: string
  title: string
  length: string
  ticks: ClockTickWord[]
  steps: ClockLine[]
  source: string
  state: 'running' | 'late' | 'stopped' | 'done'
}

/** A ruler of more ticks than this cannot be read, so longer periods are drawn to scale. */
const mostTicks = 60

/** The clock that a screen is about: the one that runs or stands, else the one that ended last. */
export const mainClock = (clocks: Readonly<Record<string, Clock>> | undefined, rule?: string | null): Clock | null => {
  const all = Object.values(clocks ?? {})
  return (
    all.find((clock) => clock.rule === rule) ??
    all.find((clock) => clock.endedAt === null) ??
    all.sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))[0] ??
    null
  )
}

const ticksOf = ({ ruler }: Standing): ClockTickWord[] => {
  const runs = ruler.map(({ what, ticks }) => ({ what: what === 'rolled' ? ('stopped' as const) : what, ticks }))
  const total = runs.reduce((sum, run) => sum + run.ticks, 0)
  const scale = total > mostTicks ? mostTicks / total : 1
  return runs.flatMap(({ what, ticks }) => Array.from({ length: Math.max(1, Math.round(ticks * scale)) }, () => what))
}

/** Writes one clock in the language of the book, as it stands at an instant. */
export const clockView = (clock: Clock, catalogue: Catalogue, at: string, book: WordBook): ClockView => {
  const { say, locale } = book
  const limits = limitsIn(catalogue)
  const limit = limits[clock.rule]
  const answer = explainClock(clock, limits, catalogue.calendar)
  const stands = standingOf(clock, limits, catalogue.calendar, at)
  const today = shanghaiDateOf(clock.endedAt ?? at)
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`case.clock.${key}`, facts)
  const amount = (count: number, unit: Unit) => word(`amount.${unit}`, { count: formatNumber(locale, count), n: count })
  const day = (on: string) => formatDay(on, today)
  const span = (on: string, until: string) => (on === until ? day(on) : `${day(on)} → ${day(until)}`)
  const reasons = (list: readonly string[]) =>
    list.length > 0 ? list.map((reason) => word(`reason.${reason}`)).join(word('join')) : word('reason.unknown')

  const lineOf = (step: OutlineStep): ClockLine => {
    switch (step.what) {
      case 'started':
        return { on: day(step.arrivedOn), what: word('started', { event: word(`event.${step.event}`) }), kind: 'skip' }
      case 'firstDay':
        return { on: day(step.on), what: word('firstDay'), counted: word('dayNo', { day: 1 }) }
      case 'holidays': {
        const names = [...new Set(step.names.map((name) => book.name(name)))].join(word('join'))
        return {
          on: span(step.on, step.until),
          what: word('holidays', { names }),
          counted: word(step.within > 0 ? 'offWithin' : 'off', { off: step.off, within: step.within }),
          kind: 'skip',
        }
      }
      case 'holiday':
      case 'makeUpDay':
        return {
          on: span(step.on, step.until),
          what: word('makeUpDay', { weekday: formatWeekday(locale, step.on, 'long') }),
          counted: word('countedAs', { day: step.counted }),
        }
      case 'paused':
        return {
          on: span(step.on, step.until),
          what: word('paused', { reason: reasons(step.reasons) }),
          ...(step.stopped === null ? {} : { counted: word('stoppedFor', { days: amount(step.stopped, limit.unit) }) }),
          kind: 'skip',
        }
      case 'pauseWithoutEffect':
        return { on: day(step.on), what: word('pauseWithoutEffect', { because: word(`idle.${step.because}`) }), kind: 'skip' }
      case 'extended':
        return {
          on: day(step.on),
          what: word('extended', { by: amount(step.by, step.unit) }),
          counted: word('inAll', { total: amount(step.total, step.unit) }),
        }
      case 'extensionWithoutEffect':
        return { on: day(step.on), what: word('extensionWithoutEffect'), kind: 'skip' }
      case 'stopped':
        return {
          on: day(step.on),
          what: word('stopped', { reason: reasons(step.reasons) }),
          counted: word('missing', { days: amount(step.missing, limit.unit) }),
          kind: 'skip',
        }
      case 'rolledOver':
        return {
          on: day(step.on),
          what: word('rolledOver', { because: step.name ? book.name(step.name) : word(`rest.${step.because}`), to: day(step.to) }),
          kind: 'skip',
        }
      case 'beyondCalendar':
        return {
          on: day(step.on),
          what: word('beyondCalendar', { until: step.publishedUntil }),
          counted: word('missing', { days: amount(step.missing, limit.unit) }),
          kind: 'skip',
        }
      case 'due':
        return {
          on: limit.unit === 'minutes' ? formatMoment(step.at, today) : day(step.on),
          what: word('due', { total: amount(stands.of, stands.unit) }),
          counted: word('rule', { rule: clock.rule }),
          ...(stands.overdue ? { kind: 'end' as const } : {}),
        }
    }
  }

  const isDone = clock.endedAt !== null
  const isLate = !isDone && (stands.overdue ?? 0) > 0
  const isStopped = !isDone && stands.stoppedSince !== null
  const reasonNow = clock.pauses.findLast((pause) => pause.to === null)?.reason
  const dayWord = stands.dayNo === null ? word('dayUnknown', { of: stands.of }) : say('ui.due.dayOf', { day: stands.dayNo, of: stands.of })
  const meaning = isDone
    ? word('done')
    : isStopped
      ? word('standsStill', { reason: reasonNow ? word(`reason.${reasonNow}`) : word('reason.unknown') })
      : isLate
        ? word('overBy', { days: amount(stands.overdue ?? 0, stands.unit) })
        : answer.flagged
          ? word('uncertain')
          : stands.left === 0
            ? say('ui.due.todayLong')
            : word('leftNow', { days: amount(stands.left ?? 0, stands.unit) })
  const dueOn = 'dueAt' in answer ? shanghaiDateOf(answer.dueAt) : answer.dueOn
  const steps = outline(answer.steps).map(lineOf)
  if (!isDone && dueOn !== null && limit.unit !== 'minutes') {
    const now = {
      on: day(today),
      what: isLate
        ? word('todayOver', { days: amount(stands.overdue ?? 0, stands.unit) })
        : word('todayLeft', { days: amount(stands.left ?? 0, stands.unit) }),
      ...(isLate ? { kind: 'end' as const } : {}),
    }
    if (isLate) steps.push(now)
    else if (dayOf(today) > dayOf(shanghaiDateOf(clock.startAt)) && today < dueOn) steps.splice(-1, 0, now)
  }
  const basis = limit.basis
    .map(({ law, articles }) => `${word(`law.${law}`)}${articles ? word('articles', { articles }) : ''}`)
    .join(word('join'))
  return {
    says: word('chip', { day: dayWord, meaning }),
    title:
      dueOn !== null
        ? say('ui.due.dueOn', { date: dueOn })
        : answer.flagged
          ? word('notBefore', { date: answer.notBefore ?? dateOf(dayOf(today)) })
          : word('noDateWhileStopped'),
    length: amount(stands.of, stands.unit),
    ticks: ticksOf(stands),
    steps,
    source: word('source', {
      rule: clock.rule,
      basis,
      until: catalogue.calendar.publishedUntil,
      confidence: word(`confidence.${limit.confidence}`),
    }),
    state: isDone ? 'done' : isLate ? 'late' : isStopped ? 'stopped' : 'running',
  }
}
