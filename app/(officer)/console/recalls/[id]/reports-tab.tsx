// How a recall goes: the tally, the curve of what was proved and what was only said, its table, the company's own reports.
import { Empty } from '#components/ui/empty'
import { RecallCurve, RecallTwin, Tally } from '#components/ui/recall-curve'
import { SectionHead } from '#components/ui/section'
import { DataTable } from '#components/ui/table'
import { progress } from '#domain/recall/progress'
import type { Recall } from '#domain/recall/state'
import { reportBuckets } from '#domain/recall/vocabulary'
import { formatMomentFull, formatNumber } from '#messages/format'
import { bandWords, curveView } from '#server/recall-lines'
import { bandOf } from './affected-tab.tsx'
import type { TabProps } from './tab.ts'

const standings = ['proved', 'declared', 'silent', 'unreachable', 'refused'] as const

export async function ReportsTab({ seen, state, here, r }: TabProps) {
  const { say, locale } = r
  const w = (key: string, facts: Record<string, string | number> = {}) => say(`recallDesk.reports.${key}`, facts)
  const curve = curveView(await r.curveOf(seen.id), r)
  const sums =
    state.responses !== undefined && state.notices !== undefined ? progress(state as Recall) : (state.published?.progress ?? null)
  const number = (value: number) => formatNumber(locale, value)
  const words = bandWords(r)
  const reports = [
    ...(state.reports ?? []).map((report) => ({ ...report, key: String(report.no), name: String(report.no) })),
    ...(state.final ? [{ ...state.final, key: 'final', name: w('final'), narrative: state.final.summary }] : []),
  ]
  return (
    <>
      {sums ? (
        <Tally
          items={[
            {
              key: 'affected',
              figure: number(sums.affected),
              word: say('recallDesk.tally'),
              note: say('recallDesk.standingNote.affected', { count: number(sums.operators) }),
            },
            ...standings.map((standing) => ({
              key: standing,
              figure: number(sums.byStanding[standing]),
              word: say(`recallDesk.standing.${standing}`),
              note: say(`recallDesk.standingNote.${standing}`),
              band: bandOf[standing],
              stop: standing === 'refused' && sums.byStanding.refused > 0,
            })),
          ]}
        />
      ) : null}
      {curve ? (
        <>
          <RecallCurve
            id="curve"
            title={curve.title}
            note={w('note')}
            summary={curve.summary}
            total={curve.total}
            points={curve.points}
            words={words}
            days={curve.days}
          />
          <RecallTwin
            summary={w('twin')}
            points={curve.points}
            words={words}
            total={w('total')}
            csvHref={`${here}/csv?table=curve`}
            csv={w('csv')}
          />
        </>
      ) : (
        <Empty level={2} title={w('nothing')}>
          {w('nothingHint')}
        </Empty>
      )}
      <SectionHead title={w('stages')} gap end={w('declaredNote')} />
      {reports.length === 0 ? (
        <p className="t2 pt-2">{w('noStages')}</p>
      ) : (
        <DataTable
          label={w('stages')}
          edge
          columns={[
            { key: 'no', head: w('stage.no'), width: 72 },
            { key: 'at', head: w('stage.at'), width: 160 },
            { key: 'affected', head: w('stage.affected'), width: 74, number: true },
            ...reportBuckets.map((bucket) => ({ key: bucket, head: w(`stage.${bucket}`), width: locale === 'en' ? 96 : 74, number: true })),
            { key: 'narrative', head: w('stage.narrative'), flow: true },
          ]}
          rows={reports.map((report) => ({
            key: report.key,
            cells: [
              report.name,
              <span key="at">
                {formatMomentFull(report.at)}
                {report.isLate ? <b className="stop"> {w('late')}</b> : null}
              </span>,
              number(report.affected),
              ...reportBuckets.map((bucket) => number(report.buckets[bucket])),
              report.narrative,
            ],
          }))}
        />
      )}
      {(state.plans ?? []).length > 0 ? (
        <>
          <SectionHead title={w('plans')} gap />
          <ol>
            {(state.plans?.at(-1)?.steps ?? []).map((step) => (
              <li key={`${step.on}-${step.what}`}>{w('step', { on: step.on, what: step.what })}</li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}
