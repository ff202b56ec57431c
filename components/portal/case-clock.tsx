// The clock of a case for the company: what it says closed, and open every step that explains its date.
import { ClockChip, ClockSteps, type ClockTick, Ruler } from '#components/ui/clock'

export type ClockShown = {
  says: string
  title: string
  length: string
  ticks: readonly ('counted' | 'stopped' | 'over' | 'left')[]
  steps: readonly { on: string; what: string; counted?: string; kind?: 'skip' | 'end' }[]
  source: string
  state: 'running' | 'late' | 'stopped' | 'done'
}

const passed = (view: ClockShown): ClockTick[] => view.ticks.filter((tick): tick is ClockTick => tick !== 'left')

/** The same laid open on a page that is about the date. */
export function ClockStory({ view }: { view: ClockShown }) {
  return (
    <div style={{ paddingTop: 12, maxWidth: 520 }}>
      <p className="row wide">
        <b className={view.state === 'late' ? 'stop' : undefined}>{view.title}</b>
        <span className="t2">{view.says}</span>
      </p>
      <Ruler ticks={passed(view)} />
      <ClockSteps steps={view.steps} />
      <p className="cap t2">{view.source}</p>
    </div>
  )
}

export function CaseClock({ view, open }: { view: ClockShown; open?: boolean }) {
  // The ruler shows what has passed; days to come are said in words.
  return <ClockChip {...view} ticks={passed(view)} open={open} />
}
