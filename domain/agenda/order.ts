// In which order a day's work is shown: overdue, due today, sent back, another authority's word, reports, then by date.
import type { TurnOccasion } from './turn.ts'

export const agendaGroups = ['overdue', 'today', 'returned', 'concurrence', 'report', 'week', 'later'] as const
export type AgendaGroup = (typeof agendaGroups)[number]

/** Dates are YYYY-MM-DD in Shanghai; `weekEnd` is the last day that still counts as this week. */
export const groupOf = (line: { dueOn: string | null; occasion: TurnOccasion }, today: string, weekEnd: string): AgendaGroup => {
  if (line.dueOn !== null && line.dueOn < today) return 'overdue'
  if (line.dueOn === today) return 'today'
  if (line.occasion !== 'work') return line.occasion
  return line.dueOn !== null && line.dueOn <= weekEnd ? 'week' : 'later'
}

/** Group by group; within one the earlier date first, what has no date last, the older case first among equals. */
export const inOrder = <L extends { group: AgendaGroup; dueOn: string | null; openedAt: string | null }>(lines: readonly L[]): L[] => {
  const rank = ({ group }: L) => agendaGroups.indexOf(group)
  const text = (one: string | null, other: string | null) =>
    (one ?? '9999') < (other ?? '9999') ? -1 : (one ?? '9999') > (other ?? '9999') ? 1 : 0
  return [...lines].sort((a, b) => rank(a) - rank(b) || text(a.dueOn, b.dueOn) || text(a.openedAt, b.openedAt))
}
