// The clock of a case for the company: what it says closed, and open every step that explains its date.
import { ClockChip, type ClockTick } from '#components/ui/clock'

export type ClockShown = { says: string; title: string; length: string; ticks: readonly ('counted' | 'stopped' | 'over' | 'left')[]; steps: readonly { on: string; what: string; counted?: string; kind?: 'skip' | 'end' }[]; source: string; state: 'running' | 'late' | 'stopped' | 'done' }

export function CaseClock({ view, open }: { view: ClockShown; open?: boolean }) {
  // The ruler shows what has passed; days to come are said in words.
  return <ClockChip {...view} ticks={view.ticks.filter((tick): tick is ClockTick => tick !== 'left')} open={open} />
}
