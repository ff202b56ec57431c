// A recall as the company meets it: what to do now and by when, the notice, the deployments to answer for, plan, reports, letters and history.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { Overturned } from '#components/case/overturned'
import { AcknowledgeList } from '#components/portal/acknowledge-list'
import { BucketsForm } from '#components/portal/buckets-form'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { ChallengeLink } from '#components/portal/challenge-link'
import { RecallPaper } from '#components/portal/recall-paper'
import { Alert, Banner } from '#components/ui/alert'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { affectedNow } from '#domain/recall/progress'
import { recall as recallKind } from '#domain/recall/recall'
import { currentNotice, currentPlan, type Recall, standingEmergency } from '#domain/recall/state'
import { reportBuckets, responseStatements } from '#domain/recall/vocabulary'
import { formatMoment } from '#messages/format'
import { companyReader } from '#server/company-reader'
import { dueOfItem, dueWords } from '#server/due'
import { faultFormWords, formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'
import { bucketWords, firstBuckets, recallForms } from '#server/portal-recall'
import { challengeLink, challengeOfCase } from '#server/reconsideration-view'

type Params = { params: Promise<{ id: string }> }

const recallOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Recall>('recall', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, recall: found.state as Recall }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, recall } = await recallOf((await params).id)
  return { title: `${recall.number ?? r.say('recall.name')} · ${r.book.name(recall.agentName)}` }
}

export default async function RecallPage({ params }: Params) {
  const { id } = await params
  const { r, found, recall } = await recallOf(id)
  const { say, book, today } = r
  const [notice, plan, emergency] = [currentNotice(recall), currentPlan(recall), standingEmergency(recall)]
  const reached = affectedNow(recall)
  const [forms, words, letters, lines, due] = await Promise.all([
    recallForms(r, recall, found.moves).then((known) =>
      formsOf(
        recallKind,
        found.moves.filter((move) => move !== 'answerAnalysis' || !recall.analysis?.answer),
        ['declareVoluntary', 'answerAnalysis', 'object', 'filePlan', 'publishPlan'],
        known,
      ),
    ),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'recall', id),
    dueWords(book.locale, today),
  ])
  const challenge = await challengeOfCase(r, 'recall', recall)
  const meaning = due(dueOfItem(found, r.catalogue, today), true)
  const mark = found.mark as MarkName
  // A date that the office has to keep is no task of the company.
  const isOurs = book.has(`portal.why.recall.${recall.status}`)
  const isBinding = recall.binding !== null
  const word = (key: string) => say(`portal.recalls.ack.${key}`, { count: '{count}', taken: '{taken}', number: '{number}' })
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      {isBinding && mark === 'recalled' ? (
        <Alert word={say('state.recalled')} title={say('portal.recalls.inForce', { agent: book.name(recall.agentName) })}>
          {notice ? book.name(notice.content.whatUsersMustDo) : null}
        </Alert>
      ) : null}
      <IdentityBar
        state={mark}
        lead={
          <>
            {recall.number ? <CaseNumber number={recall.number} /> : null}
            <Mark state={mark} fill>
              {say(`recall.status.${recall.status}`)}
            </Mark>
            {recall.class ? <span className="t2">{say(`recall.option.recallClasses.${recall.class}`)}</span> : null}
          </>
        }
        title={book.name(recall.agentName)}
        acts={
          <Acts
            plural="recalls"
            id={id}
            version={found.version}
            forms={forms}
            words={words}
            first={2}
            plain={recall.status === 'in_progress'}
          />
        }
        meta={
          found.dueOn && isOurs
            ? [
                <span key="due" className={meaning.late ? 'stop' : undefined}>
                  {meaning.day} {meaning.meaning}
                </span>,
              ]
            : []
        }
      />
      <section aria-labelledby="now" style={{ paddingTop: 20 }}>
        <SectionHead
          id="now"
          title={say('portal.recalls.now')}
          end={found.dueOn && isOurs ? say('ui.due.shouldOn', { date: found.dueOn }) : undefined}
        />
        <p style={{ paddingTop: 8 }}>{say([`portal.recalls.do.${recall.status}`, 'portal.recalls.do.other'])}</p>
        {emergency ? (
          <Banner tone="stop" title={say('portal.recalls.emergency', { on: emergency.reviewOn })}>
            {book.name(emergency.facts)} {book.name(emergency.whatUsersMustDo)}
          </Banner>
        ) : null}
        {recall.status === 'company_analysis' && recall.analysis?.questions && !recall.analysis.answer ? (
          <Banner tone="care" title={say('portal.recalls.questions')}>
            {recall.analysis.questions}
          </Banner>
        ) : null}
        {recall.further ? (
          <Banner tone="stop" title={say('portal.recalls.further', { on: recall.further.dueOn })}>
            {recall.further.reasons}{' '}
            {recall.further.measures.map((measure) => say(`recall.option.recallMeasures.${measure}`)).join(say('portal.join'))}
          </Banner>
        ) : null}
        {plan && !plan.published ? <Banner tone="care" title={say('portal.recalls.toPublish')} /> : null}
      </section>
      {reached.length > 0 ? (
        <section aria-labelledby="reached" style={{ paddingTop: 28 }}>
          <SectionHead
            id="reached"
            title={say('portal.recalls.reached', { count: reached.length })}
            end={say('portal.recalls.declaredNotProved')}
          />
          <AcknowledgeList
            id={id}
            version={found.version}
            may={found.moves.includes('acknowledge')}
            statements={responseStatements.map((value) => ({ value, text: say(`recall.option.responseStatements.${value}`) }))}
            reached={reached.map((one) => {
              const response = recall.responses[one.deploymentId]
              return {
                id: one.deploymentId,
                number: one.number ?? one.deploymentId,
                version: one.version ?? '',
                because: say(`recall.option.inclusionReasons.${one.because}`),
                declared: response?.declared
                  ? `${say(`recall.option.responseStatements.${response.declared.statement}`)} · ${formatMoment(response.declared.at, today)}`
                  : null,
                proved: response?.proved
                  ? `${say(`recall.option.checkOutcomes.${response.proved.outcome}`)} · ${formatMoment(response.proved.at, today)}`
                  : null,
              }
            })}
            words={{
              caption: word('caption'),
              all: word('all'),
              number: say('portal.col.number'),
              version: say('agent.field.version'),
              because: word('because'),
              declared: word('declared'),
              proved: word('proved'),
              notAnswered: word('notAnswered'),
              notChecked: word('notChecked'),
              statement: word('statement'),
              note: word('note'),
              submit: word('submit'),
              sending: words.sending,
              none: word('none'),
              done: word('done'),
              notAll: word('notAll'),
              missing: words.missing,
              ...faultFormWords(r, words),
              choose: words.choose,
              row: word('row'),
            }}
          />
        </section>
      ) : null}
      {isBinding
        ? (['reportStage', 'finish'] as const)
            .filter((kind) => found.moves.includes(kind))
            .map((kind) => (
              <section key={kind} aria-labelledby={kind} style={{ paddingTop: 28 }}>
                <details className="acts" open={kind === 'reportStage' || undefined}>
                  <summary>
                    <h2 id={kind} style={{ display: 'inline' }}>
                      {say(`recall.command.${kind}.label`)}
                    </h2>
                  </summary>
                  <p className="t2" style={{ padding: '8px 0' }}>
                    {say(`recall.command.${kind}.explain`)}
                  </p>
                  <BucketsForm
                    id={id}
                    version={found.version}
                    kind={kind}
                    affected={recall.binding?.affected.length ?? 0}
                    first={firstBuckets(recall)}
                    today={today}
                    words={bucketWords(r, words, kind)}
                  />
                </details>
              </section>
            ))
        : null}
      {recall.reports.length > 0 ? (
        <section aria-labelledby="reports" style={{ paddingTop: 28 }}>
          <SectionHead id="reports" title={say('portal.recalls.reports')} />
          <PlainTable
            caption={say('portal.recalls.reports')}
            heads={[
              say('portal.recalls.when'),
              ...reportBuckets.map((bucket) => say(`recall.option.reportBuckets.${bucket}`)),
              say('portal.recalls.affected'),
            ]}
            numbers={[1, 2, 3, 4, 5, 6]}
            rows={[...recall.reports].reverse().map((report) => [
              <span key="w">
                {formatMoment(report.at, today)} {report.isLate ? <span className="stop">{say('state.overdue')}</span> : null}
              </span>,
              ...reportBuckets.map((bucket) => report.buckets[bucket]),
              report.affected,
            ])}
          />
        </section>
      ) : null}
      {plan ? (
        <section aria-labelledby="plan" style={{ paddingTop: 28 }}>
          <SectionHead
            id="plan"
            title={say('portal.recalls.plan', { no: plan.no })}
            end={[formatMoment(plan.at, today), plan.isLate ? say('state.overdue') : ''].filter(Boolean).join(' · ')}
          />
          <p style={{ paddingTop: 8 }}>{book.name(plan.remedy)}</p>
          <PlainTable
            caption={say('recall.field.steps')}
            heads={[say('recall.field.what'), say('recall.field.on')]}
            rows={plan.steps.map((step) => [step.what, step.on])}
          />
          <p className="t2">
            {plan.published
              ? say('portal.recalls.published', { at: formatMoment(plan.published.at, today) })
              : say('portal.recalls.notPublished')}
          </p>
        </section>
      ) : null}
      {notice ? (
        <section aria-labelledby="notice" style={{ paddingTop: 28 }}>
          <SectionHead
            id="notice"
            title={say('portal.recalls.notice', { version: notice.version })}
            end={formatMoment(notice.issuedAt, today)}
          />
          <RecallPaper
            title={`${say('recall.name')} ${recall.number ?? ''}`}
            sub={say(`recall.option.recallClasses.${notice.class}`)}
            must={book.name(notice.content.whatUsersMustDo)}
            parts={[
              { title: say('recall.field.facts'), text: book.name(notice.content.facts) },
              { title: say('recall.field.hazard'), text: book.name(notice.content.hazard) },
              { title: say('recall.field.harm'), text: book.name(notice.content.harm) },
              { title: say('recall.field.whatCompanyWillDo'), text: book.name(notice.content.whatCompanyWillDo) },
              {
                title: say('recall.field.measures'),
                text: notice.content.measures.map((measure) => say(`recall.option.recallMeasures.${measure}`)).join(say('portal.join')),
              },
              { title: say('recall.field.costs'), text: book.name(notice.content.costs) },
              { title: say('recall.field.legalBasis'), text: notice.content.legalBasis.join(say('portal.join')) },
            ]}
            foot={recall.published ? <a href={`/recalls/${recall.number}`}>{say('portal.recalls.publicPage')}</a> : null}
          />
        </section>
      ) : recall.disclosed ? (
        <section aria-labelledby="told" style={{ paddingTop: 28 }}>
          <SectionHead id="told" title={say('portal.recalls.told')} />
          <p style={{ paddingTop: 8 }}>{book.name(recall.disclosed.hazard)}</p>
          <p className="t2">
            {[recall.disclosed.scope.versionRange, ...recall.disclosed.scope.versionHashes].filter(Boolean).join(say('portal.join'))}
          </p>
        </section>
      ) : null}
      {challenge ? <ChallengeLink {...challengeLink(r, challenge)} /> : null}
      <Overturned lines={overturnedLines(recall.overturned, '/portal/reconsiderations', 'recall_ordered', book)} />
      <CaseLetters title={say('portal.nav.letters')} none={say('portal.case.noLetters')} letters={letters} />
      <CaseHistory
        title={say('portal.case.history')}
        lines={lines}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
