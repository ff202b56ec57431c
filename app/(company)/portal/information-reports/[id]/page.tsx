// One information report of the company: its period, its figures, and how it was received.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { Figures } from '#components/selftest/report-parts'
import { Banner } from '#components/ui/alert'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { report as kind, type Report } from '#domain/report/report'
import { companyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'
import { figureLines, reportKnown } from '#server/report-view'

type Params = { params: Promise<{ id: string }> }

const reportOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Report>('report', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, state: found.state as Report }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await reportOf((await params).id)
  return { title: `${r.book.name(state.about)} · ${r.say('report.name')}` }
}

export default async function ReportPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await reportOf(id)
  const { say, book } = r
  const [forms, words, letters, history] = await Promise.all([
    formsOf(kind, found.moves, ['submit', 'describe', 'withdraw'], { describe: reportKnown(state) }),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'report', id),
  ])
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <Mark state={found.mark as MarkName} fill>
            {say(`report.status.${state.status}`)}
          </Mark>
        }
        title={book.name(state.about)}
        meta={[say('lowLane.report.period', { from: state.periodFrom, to: state.periodTo })]}
        acts={<Acts plural="information-reports" id={id} version={found.version} forms={forms} words={words} first={2} />}
      />
      {state.returned ? (
        <Banner tone="care" title={say('lowLane.report.returned')}>
          {state.returned.reason}
        </Banner>
      ) : null}
      <Figures
        title={say('lowLane.report.figures')}
        heads={[say('lowLane.column.figure'), say('lowLane.column.value')]}
        lines={figureLines(state, book)}
      />
      {state.narrative ? <p style={{ paddingTop: 12 }}>{state.narrative}</p> : null}
      {state.selftestId ? (
        <p style={{ paddingTop: 12 }}>
          <a href={`/portal/self-tests/${state.selftestId}`}>{say('selftest.name')}</a>
        </p>
      ) : null}
      <CaseLetters title={say('lowLane.letters')} none={say('lowLane.noLetters')} letters={letters} />
      <CaseHistory
        title={say('lowLane.history')}
        lines={history}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
