// One order: what is asked, the report to hand in, the signature of a second person, and every report with its verdicts.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { CommandForm } from '#components/case/command-form'
import { ReportForm } from '#components/lab/report-form'
import { ReportView } from '#components/lab/report-view'
import { CaseHistory } from '#components/portal/case-foot'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Crumbs, SectionHead } from '#components/ui/section'
import { testMethods } from '#domain/catalogue/vocabulary'
import { obligation as obligationKind } from '#domain/obligation/obligation'
import { latestReport, type Obligation } from '#domain/obligation/state'
import { verdicts } from '#domain/obligation/vocabulary'
import { labReader } from '#server/company-reader'
import { dueOfItem, dueWords } from '#server/due'
import { formOf } from '#server/form'
import { faultFormWords, formWords } from '#server/form-words'
import { formItems, orderEntries, reportLines, reportWords } from '#server/lab-words'
import { formsOf, timelineOf } from '#server/portal-case'

type Params = { params: Promise<{ id: string }> }

const orderOf = async (id: string) => {
  const r = await labReader()
  const found = await r.one<Obligation>('obligation', id)
  if (found?.audience !== 'lab') return notFound()
  return { r, found, order: found.state as Obligation }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { found } = await orderOf((await params).id)
  return { title: found.number ?? found.titleZh }
}

export default async function OrderPage({ params }: Params) {
  const { id } = await params
  const { r, found, order } = await orderOf(id)
  const { say, book } = r
  const report = latestReport(order)
  const mayHandIn = found.moves.includes('handIn')
  const maySign = found.moves.includes('sign') && report !== null && report.signed === null
  const [forms, signForm, words, lines, due] = await Promise.all([
    formsOf(obligationKind, found.moves, ['start', 'decline']),
    maySign ? formOf(obligationKind, 'sign', { hide: ['reportNo'] }) : null,
    formWords(),
    timelineOf(r, 'obligation', id),
    dueWords(book.locale, r.today),
  ])
  const meaning = due(dueOfItem(found, r.catalogue, r.today), true)
  const word = (key: string) =>
    say(`labPage.form.${key}`, Object.fromEntries(['count', 'items', 'lower', 'upper', 'size'].map((name) => [name, `{${name}}`])))
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <div style={{ paddingBottom: 12 }}>
        <Crumbs label={say('portal.crumbs')} items={[{ href: '/lab', text: say('shell.lab.orders') }, { text: found.number ?? '' }]} />
      </div>
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
        acts={<Acts plural="obligations" id={id} version={found.version} forms={forms} words={words} first={2} />}
        meta={[
          r.words.pair(found.scenario),
          ...(found.dueOn
            ? [
                <span key="due" className={meaning.late ? 'stop' : undefined}>
                  {meaning.day} {meaning.meaning}
                </span>,
              ]
            : []),
        ]}
      />
      <section aria-labelledby="order" style={{ paddingTop: 20 }}>
        <SectionHead id="order" title={say('labPage.order')} end={say('labPage.onlyOrder')} />
        <DefinitionList entries={orderEntries(order, r)} />
      </section>
      {signForm && report ? (
        <section className="acts" aria-labelledby="sign" style={{ paddingTop: 28 }}>
          <SectionHead id="sign" title={say('labPage.sign', { number: report.number })} end={say('labPage.signHint')} />
          <div className="narrow" style={{ paddingTop: 12 }}>
            <CommandForm
              plural="obligations"
              id={id}
              version={found.version}
              form={signForm}
              words={words}
              fixed={{ reportNo: report.no }}
            />
          </div>
        </section>
      ) : null}
      {mayHandIn ? (
        <section className="acts" aria-labelledby="hand-in" style={{ paddingTop: 28 }}>
          <SectionHead id="hand-in" title={say(report ? 'labPage.correct' : 'labPage.handIn')} />
          {report?.outcome?.kind === 'returned' ? (
            <Banner tone="care" title={say('labPage.returned')}>
              {report.outcome.reason}
            </Banner>
          ) : null}
          <div style={{ paddingTop: 12 }}>
            <ReportForm
              key={order.reports.length}
              id={id}
              version={found.version}
              versionHash={order.versionHash ?? ''}
              items={formItems(order, r)}
              isCorrection={report !== null}
              today={r.today}
              methods={testMethods.map((method) => ({ value: method, text: say(`obligation.option.testMethods.${method}`) }))}
              words={{
                upload: word('upload'),
                uploadHint: word('uploadHint'),
                read: word('read'),
                notReport: word('notReport'),
                unknown: word('unknown'),
                missingItems: word('missingItems'),
                wrongItems: word('wrongItems'),
                otherVersion: word('otherVersion'),
                method: say('labPage.method'),
                procedure: say('labPage.procedure'),
                sampleCount: word('sampleCount'),
                performedOn: say('labPage.performedOn'),
                passed: word('passed'),
                total: word('total'),
                seconds: word('seconds'),
                note: word('note'),
                optional: words.optional,
                choose: words.choose,
                raw: word('raw'),
                rawHint: word('rawHint'),
                rawHash: say('labPage.rawHash'),
                rawKept: word('rawKept'),
                rawOnlyHash: word('rawOnlyHash'),
                file: words.file,
                correction: say('labPage.correction'),
                correctionHint: word('correctionHint'),
                verdict: say('labPage.verdict'),
                verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, say(`obligation.option.verdicts.${verdict}`)])),
                fewTrials: word('fewTrials'),
                interval: word('interval'),
                tooMany: word('tooMany'),
                whole: word('whole'),
                submit: say('labPage.handIn'),
                sending: words.sending,
                missing: words.missing,
                notYet: word('notYet'),
                ...faultFormWords(r, words),
              }}
            />
          </div>
        </section>
      ) : null}
      <section aria-labelledby="reports" style={{ paddingTop: 28 }}>
        <SectionHead id="reports" title={say('labPage.reports')} count={order.reports.length > 0 ? order.reports.length : undefined} />
        {order.reports.length === 0 ? (
          <p className="t2" style={{ paddingTop: 8 }}>
            {say('labPage.noReports')}
          </p>
        ) : (
          reportLines(order, r).map((one) => <ReportView key={one.no} report={one} words={reportWords(r)} />)
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
