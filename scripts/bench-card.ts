// The scorecard: one line a measure, with what was measured, what the goal is, and whether it is met.
export type Line = { no: number; measure: string; ratio: number; goal: number; atLeast?: boolean; note?: string }

const shown = (value: number) => (Number.isNaN(value) ? 'no figure' : value >= 100 ? value.toFixed(0) : value.toFixed(2))
export const isMet = ({ ratio, goal, atLeast }: Line): boolean => (atLeast ? ratio >= goal : ratio <= goal)

/** The middle of the rounds. */
export const median = (values: readonly number[]): number => {
  const ordered = values.toSorted((a, b) => a - b)
  const half = Math.floor(ordered.length / 2)
  return ordered.length % 2 === 1 ? (ordered[half] ?? Number.NaN) : ((ordered[half - 1] ?? Number.NaN) + (ordered[half] ?? Number.NaN)) / 2
}

export const printed = (line: Line): string =>
  `${String(line.no).padStart(2)}  ${line.measure.padEnd(66)} ${shown(line.ratio).padStart(9)}  ${line.atLeast ? '>=' : '<='} ${String(line.goal).padEnd(5)} ${isMet(line) ? 'met' : 'NOT MET'}${line.note ? `  (${line.note})` : ''}`
