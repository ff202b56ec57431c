// One test that the company owes: what, by whom, by when, and what the laboratory found.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportView } from '#components/lab/report-view'
import { CaseHistory } from '#components/portal/case-foot'
import { DefinitionList } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import type { Obligation } from '#domain/obligation/state'
import { companyReader } from '#server/company-reader'
import { orderEntries, reportLines, reportWords } from '#server/lab-words'
import { timelineOf } from '#server/portal-case'

type Params = { params: Promise<{ id: string }> }

const obligationOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Obligation>('obligation', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, order: found.state as Obligation }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { found } = await obligationOf((await params).id)
  return { title: found.number ?? found.titleZh }
}

export default async function ObligationPage({ params }: Params) {
  const { id } = await params
  const { r, found, order } = await obligationOf(id)
  const { say, book } = r
  const lines = await timelineOf(r, 'obligation', id)
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={found.mark as MarkName}
        lead={
          <>
            <CaseNumber number={found.number ?? ''} />
            <Mark state={found.mark as MarkName} fill>
              {say(`obligation.status.${order.status}`)}
            </Mark>
          </>
        }
        title={book.name({ zh: found.titleZh, en: found.titleEn })}
        meta={[r.words.pair(found.scenario), ...(order.dueOn ? [say('ui.due.shouldOn', { date: order.dueOn })] : [])]}
      />
      <section aria-labelledby="order" style={{ paddingTop: 20 }}>
        <SectionHead id="order" title={say('labPage.order')} />
        <DefinitionList entries={orderEntries(order, r)} />
        {order.waiver ? <p style={{ paddingTop: 8 }}>{say('portal.obligations.waived', { reason: order.waiver.reason })}</p> : null}
        {order.filingId ? (
          <p style={{ paddingTop: 8 }}>
            <a href={`/portal/filings/${order.filingId}`}>{say('filing.name')}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="reports" style={{ paddingTop: 28 }}>
        <SectionHead id="reports" title={say('labPage.reports')} count={order.reports.length > 0 ? order.reports.length : undefined} />
        {order.reports.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('portal.obligations.noReport')}
          </p>
        ) : (
          reportLines(order, r).map((report) => <ReportView key={report.no} report={report} words={reportWords(r)} />)
        )}
      </section>
      <CaseHistory
        title={say('portal.case.history')}
        lines={lines}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
