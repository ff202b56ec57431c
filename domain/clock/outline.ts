// The steps as a screen shows them: ordinary weeks left out, the first day told, neighbouring holidays joined.
import type { CalendarName } from './calendar.ts'
import { dayOf } from './day.ts'
import type { Step } from './steps.ts'

/** Holidays less than a week apart are one line: `off` days not counted, `within` days counted between them. */
export type HolidayGroup = {
  what: 'holidays'
  on: string
  until: string
  names: readonly CalendarName[]
  off: number
  within: number
  counted: number
}
export type OutlineStep =
  | Exclude<Step, { what: 'weekend' | 'holiday' | 'counted' }>
  | HolidayGroup
  | { what: 'firstDay'; on: string; counted: 1 }

const isShown = (step: Step): step is Exclude<Step, { what: 'weekend' | 'holiday' | 'counted' }> =>
  step.what !== 'weekend' && step.what !== 'holiday' && step.what !== 'counted'

/** The outline of the steps of `explainDeadline`; the facts are theirs, only joined. */
export const outline = (steps: readonly Step[]): OutlineStep[] => {
  const shown: OutlineStep[] = []
  let group: HolidayGroup | null = null
  for (const step of steps) {
    if (step.what === 'counted' && step.counted === step.days) shown.push({ what: 'firstDay', on: step.on, counted: 1 })
    if (step.what === 'holiday') {
      const before = steps[steps.indexOf(step) - 1]?.counted ?? 0
      if (group && dayOf(step.on) - dayOf(group.until) <= 7) {
        group.within += before - group.counted
        group.off = dayOf(step.until) - dayOf(group.on) + 1 - group.within
        Object.assign(group, { until: step.until, counted: step.counted, names: [...group.names, step.name] })
      } else {
        group = { what: 'holidays', on: step.on, until: step.until, names: [step.name], off: step.days, within: 0, counted: step.counted }
        shown.push(group)
      }
    } else if (isShown(step)) {
      group = null
      shown.push(step)
    }
  }
  return shown
}
