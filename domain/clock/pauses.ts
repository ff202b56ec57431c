// The days that pauses take off: pauses that stop this limit become spans of whole days, joined so that no day is taken off twice.
import { millisecondsOf, shanghaiDayOf } from './day.ts'
import type { Limit } from './limits.ts'
import type { IdlePause, PauseReason } from './vocabulary.ts'

/** A stop from one instant to another; `to` null while it lasts. Without a reason it is taken as one that the rule knows. */
export type Pause = { readonly from: string; readonly to: string | null; readonly reason?: PauseReason | null }

/** Days taken off, from the first up to, without, `to`; Infinity while the stop lasts. */
export type Span = { from: number; to: number; reasons: readonly PauseReason[] }
export type Idle = { pause: Pause; because: IdlePause }

/**
 * The joined spans that stop this limit, in order, and the pauses without effect with the reason why (clocks.md no. 5).
 * `startDay` is the day on which the clock starts. Throws RangeError on instants without an offset and on a pause that ends before it begins.
 */
export const spansOf = (limit: Limit, startDay: number, pauses: readonly Pause[]): { spans: readonly Span[]; idle: readonly Idle[] } => {
  if (pauses.length === 0) return none
  const idle: Idle[] = []
  const spans: Span[] = []
  for (const pause of pauses) {
    const from = shanghaiDayOf(pause.from)
    const to = pause.to === null ? Number.POSITIVE_INFINITY : shanghaiDayOf(pause.to)
    if (pause.to !== null && millisecondsOf(pause.to) < millisecondsOf(pause.from))
      throw new RangeError(`a pause ends before it begins: ${pause.from}/${pause.to}`)
    const because = whyIdle(limit, startDay, from, to, pause.reason ?? null)
    if (because) idle.push({ pause, because })
    else spans.push({ from, to, reasons: pause.reason ? [pause.reason] : [] })
  }
  return { spans: join(spans), idle }
}
const none = { spans: [], idle: [] } as const

const whyIdle = (limit: Limit, startDay: number, from: number, to: number, reason: PauseReason | null): IdlePause | null => {
  if (!limit.stops) return 'ruleDoesNotStop'
  if (reason !== null && !limit.stopsFor.includes(reason)) return 'reasonDoesNotStop'
  // The starting day is not counted, so a pause that covers no day after it takes nothing off.
  if (to <= startDay + 1) return 'beforeStart'
  return from === to ? 'withinOneDay' : null
}

const join = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (!last || last.to < span.from) joined.push({ ...span })
    else {
      last.to = Math.max(last.to, span.to)
      last.reasons = [...new Set([...last.reasons, ...span.reasons])]
    }
  }
  return joined
}
