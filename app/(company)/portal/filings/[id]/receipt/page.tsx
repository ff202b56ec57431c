// The receipt of a filing: number, what was signed, when, what happens next and by when, and the proof that the public log holds it.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClockStory } from '#components/portal/case-clock'
import { PrintButton } from '#components/portal/print-button'
import { DefinitionList } from '#components/ui/definition-list'
import { Notice } from '#components/ui/notice'
import { CaseNumber } from '#components/ui/number'
import { currentRevision } from '#domain/filing/state'
import { dateOf, formatDateSolemn, timeOf } from '#messages/format'
import { clockView, mainClock } from '#server/clock'
import { companyReader } from '#server/company-reader'
import { filingOf } from '#server/wizard-view'

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await companyReader()
  return { title: say('portal.receipt.title') }
}

export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const r = await companyReader()
  const { say, book, words } = r
  const { filing } = await filingOf(r, id)
  const revision = currentRevision(filing)
  if (!filing.receipt || !revision) return notFound()
  const history = await r.history('filing', id)
  const signed = history?.findLast((one) => one.type === 'submitted' || one.type === 'resubmitted')
  const clock = mainClock(filing.clocks)
  const view = clock ? clockView(clock, r.catalogue, r.at, book) : null
  return (
    <main id="main" className="form">
      <Notice
        level={1}
        title={say('portal.receipt.title')}
        sub={<CaseNumber number={filing.receipt.number} />}
        foot={<span className="cap t2">{say('shell.nonEndorsement')}</span>}
      >
        <p>
          {say('portal.receipt.says', {
            company: book.name(filing.organisationName),
            agent: book.name(filing.agentName),
            date: formatDateSolemn(book.locale, dateOf(revision.at)),
            time: timeOf(revision.at, true),
          })}
        </p>
        <DefinitionList
          entries={[
            { key: 'number', term: say('portal.receipt.number'), value: filing.receipt.number, mono: true },
            {
              key: 'scenario',
              term: say('portal.col.scenario'),
              value: `${words.sector(revision.sector)} × ${revision.scenarios.map((clause) => words.scenario(clause)).join(say('portal.join'))}`,
            },
            { key: 'version', term: say('agent.field.version'), value: revision.content.version, mono: true },
            { key: 'revision', term: say('portal.receipt.revision'), value: String(revision.no) },
            {
              key: 'hash',
              term: say('portal.receipt.hash'),
              value: <span style={{ overflowWrap: 'anywhere' }}>{revision.hash}</span>,
              mono: true,
            },
            ...(signed
              ? [
                  {
                    key: 'proof',
                    term: say('portal.receipt.proof'),
                    value: <a href={`/log/proof/${signed.position}`}>{say('portal.receipt.entry', { position: signed.position })}</a>,
                  },
                ]
              : []),
          ]}
        />
        {filing.receipt.isLate ? <p className="care">{say('portal.receipt.late')}</p> : null}
      </Notice>
      <section aria-labelledby="next" style={{ paddingTop: 24 }}>
        <h2 id="next">{say('portal.receipt.next')}</h2>
        <p className="t2">{say([`portal.next.${filing.status}`, 'portal.next.other'])}</p>
        {view ? <ClockStory view={view} /> : null}
      </section>
      <p className="row wide acts" style={{ paddingTop: 24 }}>
        <PrintButton word={say('ui.act.print')} />
        <a className="btn" href={`/portal/filings/${id}`}>
          {say('portal.receipt.toCase')}
        </a>
        <a href="/portal">{say('portal.receipt.home')}</a>
      </p>
    </main>
  )
}
