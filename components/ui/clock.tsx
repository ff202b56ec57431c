// The clock that explains itself: closed, it says the day and what it means; open, one tick a working day and every step.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type ClockTick = 'counted' | 'stopped' | 'over' | 'left'
export type ClockStep = {
  /** Date or span as printed: `09-23`, `10-20 → 10-27`. */
  on: string
  what: ReactNode
  /** How it counted: `day 7`, `6 wd stopped`. */
  counted?: ReactNode
  /** `skip` was not counted, `end` is the due date or after it. */
  kind?: 'skip' | 'end'
}

const tickClass = { counted: undefined, stopped: 'p', over: 'o', left: 'l' } as const

/**
 * `says` is the chip; `title` and `length` head the open layer; `ticks` one per working day, in order; `source` names
 * rule and calendar. `state` chooses glyph and colour. A `<details>`: works without JavaScript.
 */
export function ClockChip({
  says,
  title,
  length,
  ticks,
  steps,
  source,
  state = 'running',
  open,
}: {
  says: ReactNode
  title: ReactNode
  length?: ReactNode
  ticks: readonly ClockTick[]
  steps: readonly ClockStep[]
  source?: ReactNode
  state?: 'running' | 'late' | 'stopped' | 'done'
  open?: boolean
}) {
  const glyph: IconName = state === 'stopped' ? 's-waiting' : state === 'done' ? 'i-tick' : 's-overdue'
  return (
    <details className={state === 'late' ? 'clock late' : state === 'stopped' ? 'clock held' : 'clock'} open={open} data-layer="">
      <summary>
        <Icon name={glyph} />
        {says}
        <Icon name="i-down" />
      </summary>
      <div className="pop">
        <div className="row">
          <h2 className="grow">{title}</h2>
          {length === undefined ? null : <small className="t3">{length}</small>}
        </div>
        <Ruler ticks={ticks} />
        <ClockSteps steps={steps} />
        {source === undefined ? null : <footer>{source}</footer>}
      </div>
    </details>
  )
}

/** One tick a working day: solid counted, hatched stopped, red over, pale still to come. */
export function Ruler({ ticks }: { ticks: readonly ClockTick[] }) {
  return (
    <div className="ruler" aria-hidden="true">
      {ticks.map((tick, index) => (
        <i key={index} className={tickClass[tick]} />
      ))}
    </div>
  )
}

/** The steps alone, for a page that explains a date. */
export function ClockSteps({ steps }: { steps: readonly ClockStep[] }) {
  return (
    <ol className="steps">
      {steps.map(({ on, what, counted, kind }, index) => (
        <li key={index} className={kind}>
          <time>{on}</time>
          <span className="pip" />
          <span>{what}</span>
          <span className="n">{counted}</span>
        </li>
      ))}
    </ol>
  )
}
