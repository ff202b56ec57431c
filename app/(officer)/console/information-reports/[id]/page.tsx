// One information report before an officer: the figures, and what a platform verified and took down.
import type { Metadata } from 'next'
import { Figures, SaidOfListings } from '#components/selftest/report-parts'
import type { Report } from '#domain/report/report'
import { figureLines, listingsSaid, takeDownsSaid } from '#server/report-view'
import { LaneCase, laneCase } from '../../_case/lane-case.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, found } = await laneCase<Report>('report', (await params).id)
  return { title: `${r.book.name({ zh: found.titleZh, en: found.titleEn })} · ${r.say('report.name')}` }
}

export default async function ReportPage({ params }: Params) {
  const { r, found, state } = await laneCase<Report>('report', (await params).id)
  const { say, book } = r
  const tests = await r.list('selftest', { link: { name: 'platform', to: state.organisationId ?? '' }, limit: 200 })
  const names = new Map(tests.items.map((item) => [item.id, `${item.number ?? ''} ${book.name({ zh: item.titleZh, en: item.titleEn })}`]))
  const column = (key: string) => say(`lowLane.column.${key}`)
  const heads = [say('lowLane.tab.selftest'), column('finding'), column('due'), say('report.field.note')]
  return (
    <LaneCase
      r={r}
      kind="report"
      found={found}
      title={book.name(state.about)}
      meta={[
        say(`report.option.reporters.${state.reporter}`),
        say('lowLane.report.period', { from: state.periodFrom ?? '', to: state.periodTo ?? '' }),
        state.organisationName ?? '',
      ]}
    >
      <Figures title={say('lowLane.report.figures')} heads={[column('figure'), column('value')]} lines={figureLines(state, book)} />
      <SaidOfListings title={say('lowLane.report.listings')} heads={heads} lines={listingsSaid(state, names, book)} />
      <SaidOfListings title={say('lowLane.report.takeDowns')} heads={heads} lines={takeDownsSaid(state, names)} />
      {state.narrative ? <p className="pt-2">{state.narrative}</p> : null}
      {state.selftestId ? (
        <p className="pt-2">
          <a href={`/console/self-tests/${state.selftestId}`}>{say('selftest.name')}</a>
        </p>
      ) : null}
    </LaneCase>
  )
}
