// One information report of the platform: figures, what it verified, what it took down.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { Figures, SaidOfListings } from '#components/selftest/report-parts'
import { Banner } from '#components/ui/alert'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { Crumbs } from '#components/ui/section'
import { report as kind, type Report } from '#domain/report/report'
import { formWords } from '#server/form-words'
import { platformReader } from '#server/platform-reader'
import { formsOf } from '#server/portal-case'
import { figureLines, listingsSaid, reportKnown, takeDownsSaid } from '#server/report-view'

type Params = { params: Promise<{ id: string }> }

const reportOf = async (id: string) => {
  const r = await platformReader()
  const found = await r.one<Report>('report', id)
  const state = found?.state as Partial<Report> | undefined
  if (!found || state?.organisationId !== r.organisationId) return notFound()
  return { r, found, state: state as Partial<Report> }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await reportOf((await params).id)
  return { title: `${r.say('report.name')} ${state.periodFrom ?? ''}` }
}

export default async function PlatformReportPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await reportOf(id)
  const { say, book } = r
  const listed = await r.listed()
  const names = new Map(
    listed.map((one) => [one.id, `${one.state.number ?? ''} ${book.name(one.state.agentName)} ${one.state.version ?? ''}`]),
  )
  const options = [...names].map(([value, label]) => ({ value, label }))
  // A new report begins with everything that the platform lists, so that nothing is forgotten.
  const holding = listed.filter((one) => one.state.tombstone === null)
  const gone = listed.filter(
    (one) =>
      one.state.tombstone !== null &&
      !one.state.listings?.some((said) => said.platformId === r.organisationId && said.takenDownOn !== null),
  )
  const begun: Partial<Report> = {
    ...state,
    listings: state.listings?.length
      ? state.listings
      : holding.map((one) => ({ selftestId: one.id, finding: 'agrees', checkedOn: r.today, note: '' })),
    takeDowns: state.takeDowns?.length ? state.takeDowns : gone.map((one) => ({ selftestId: one.id, takenDownOn: r.today, note: '' })),
  }
  const [forms, words] = await Promise.all([
    formsOf(kind, found.moves, ['describe', 'submit', 'withdraw'], { describe: reportKnown(begun, options) }),
    formWords(),
  ])
  const column = (key: string) => say(`lowLane.column.${key}`)
  const heads = [say('lowLane.tab.selftest'), column('finding'), column('due'), say('report.field.note')]
  return (
    <main id="main" className="tight">
      <Crumbs
        label={say('lowLane.platform.reports')}
        items={[
          { href: '/platform/information-reports', text: say('lowLane.platform.reports') },
          { text: say('lowLane.report.period', { from: state.periodFrom ?? '', to: state.periodTo ?? '' }) },
        ]}
      />
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <Mark state={found.mark as MarkName} fill>
            {say(`report.status.${found.status}`)}
          </Mark>
        }
        title={say('lowLane.report.period', { from: state.periodFrom ?? '', to: state.periodTo ?? '' })}
        meta={[book.name(state.about)]}
        acts={<Acts plural="information-reports" id={id} version={found.version} forms={forms} words={words} first={2} />}
      />
      {state.returned ? (
        <Banner tone="care" title={say('lowLane.report.returned')}>
          {state.returned.reason}
        </Banner>
      ) : null}
      <Figures title={say('lowLane.report.figures')} heads={[column('figure'), column('value')]} lines={figureLines(state, book)} />
      <SaidOfListings title={say('lowLane.report.listings')} heads={heads} lines={listingsSaid(state, names, book)} />
      <SaidOfListings title={say('lowLane.report.takeDowns')} heads={heads} lines={takeDownsSaid(state, names)} />
      {state.narrative ? <p className="pt-2">{state.narrative}</p> : null}
    </main>
  )
}
