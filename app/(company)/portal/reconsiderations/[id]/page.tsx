// One reconsideration of the company: where it stands, its clock, what was asked and answered, the decision and the way to court.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { CaseClock } from '#components/portal/case-clock'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { Banner } from '#components/ui/alert'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { dueOf } from '#domain/reconsideration/clocks'
import type { Reconsideration } from '#domain/reconsideration/state'
import { isOverturning } from '#domain/reconsideration/vocabulary'
import { formatMoment } from '#messages/format'
import { clockView, mainClock } from '#server/clock'
import { companyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { lettersAbout, timelineOf } from '#server/portal-case'
import { portalHref } from '#server/portal-day'
import { applicantForms } from '#server/reconsideration-view'

type Params = { params: Promise<{ id: string }> }

const reconsiderationOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Reconsideration>('reconsideration', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, state: found.state as Reconsideration }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, state } = await reconsiderationOf((await params).id)
  return { title: `${r.book.name(state.agentName)} · ${r.say('reconsideration.name')}` }
}

type Line = [key: string, term: string, value: Entry['value'] | null | undefined]
const entries = (lines: readonly Line[]): Entry[] =>
  lines.flatMap(([key, term, value]) => (value === null || value === undefined || value === '' ? [] : [{ key, term, value }]))

export default async function ReconsiderationPage({ params }: Params) {
  const { id } = await params
  const { r, found, state } = await reconsiderationOf(id)
  const { say, book, words, today } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const field = (key: string) => say(`reconsideration.field.${key}`)
  const [forms, allWords, letters, lines] = await Promise.all([
    applicantForms(found.moves),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'reconsideration', id),
  ])
  const { challenged, application, correction, answer, decision, acceptance, notAccepted } = state
  const clock = found.isOpen ? mainClock(state.clocks, found.dueRule) : null
  const view = clock ? clockView(clock, r.catalogue, r.at, book) : null
  const mark = found.mark as MarkName
  const moment = (at: string) => formatMoment(at, today)
  const pause = state.pauses.at(-1)
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={mark}
        lead={
          <>
            {state.number ? <CaseNumber number={state.number} /> : null}
            <Mark state={mark} fill>
              {say(`reconsideration.status.${state.status}`)}
            </Mark>
          </>
        }
        title={book.name(state.agentName)}
        company={challenged ? say(`reconsideration.option.challengedActs.${challenged.what}`) : ''}
        acts={<Acts plural="reconsiderations" id={id} version={found.version} forms={forms} words={allWords} first={2} />}
        meta={[words.forum(state.forumId), ...(found.dueOn ? [say('ui.due.shouldOn', { date: found.dueOn })] : [])]}
        end={view ? <CaseClock view={view} /> : undefined}
      />
      <p className="t2" style={{ padding: '12px 0' }}>
        {word(`now.${state.status}`)}
      </p>
      {correction && state.status === 'correction' ? (
        <Banner tone="care" title={word('part.correction')}>
          {correction.items.join(say('portal.join'))}
        </Banner>
      ) : null}
      {state.actSuspension ? (
        <Banner
          tone="plain"
          title={word('suspended', { ground: say(`reconsideration.option.suspensionGrounds.${state.actSuspension.ground}`) })}
        >
          {state.actSuspension.reason}
        </Banner>
      ) : null}
      {pause && pause.resumedAt === null ? (
        <Banner tone="plain" title={word('paused', { ground: say(`reconsideration.option.pauseGrounds.${pause.ground}`) })}>
          {pause.reason}
        </Banner>
      ) : null}
      {state.hearing && !state.heard ? (
        <Banner tone="care" title={word('hearingOn', { on: state.hearing.heldOn, place: state.hearing.place })} />
      ) : null}
      {decision ? (
        <section aria-labelledby="decision" style={{ paddingTop: 12 }}>
          <SectionHead
            id="decision"
            title={`${word('part.decision')}: ${say(`reconsideration.option.reconsiderationOutcomes.${decision.outcome}`)}`}
            end={moment(decision.at)}
          />
          <DefinitionList
            entries={entries([
              ['facts', field('facts'), decision.facts],
              ['basis', field('basis'), decision.basis.join(say('portal.join'))],
              ['reasons', field('reasons'), decision.reasons],
              ['public', field('publicReason'), book.name(decision.publicReason)],
              [
                'conditions',
                field('conditions'),
                decision.conditions && decision.conditions.length > 0
                  ? decision.conditions.map((one) => book.name(one)).join(say('portal.join'))
                  : null,
              ],
              ['suit', word('field.suitBy'), decision.deliveredAt ? dueOf(state, 'SUE-1a', r.catalogue) : word('notDelivered')],
            ])}
          />
          {isOverturning(decision.outcome) && challenged ? (
            <p style={{ paddingTop: 8 }}>
              <a href={portalHref(challenged.kind, challenged.id)}>{word('overturned')}</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {notAccepted ? (
        <section aria-labelledby="refused" style={{ paddingTop: 12 }}>
          <SectionHead id="refused" title={word('part.notAccepted')} end={moment(notAccepted.at)} />
          <p style={{ paddingTop: 8 }}>{notAccepted.reasons}</p>
          {notAccepted.goTo ? <p>{book.name(notAccepted.goTo)}</p> : null}
        </section>
      ) : null}
      {challenged ? (
        <section aria-labelledby="challenged" style={{ paddingTop: 28 }}>
          <SectionHead id="challenged" title={word('part.challenged')} />
          <DefinitionList
            entries={entries([
              [
                'case',
                word('field.case'),
                <a key="a" href={portalHref(challenged.kind, challenged.id)}>
                  {challenged.number ?? say(`${challenged.kind}.name`)}
                </a>,
              ],
              ['act', word('field.act'), say(`reconsideration.option.challengedActs.${challenged.what}`)],
              ['respondent', word('field.respondent'), words.authority(challenged.authorityId)],
              ['on', word('field.decidedOn'), challenged.decidedOn],
              ['delivered', word('field.deliveredAt'), challenged.deliveredAt ? moment(challenged.deliveredAt) : word('notDelivered')],
              ['accepted', word('field.acceptedOn'), acceptance?.from.slice(0, 10)],
              ['procedure', word('field.procedure'), acceptance ? say(`reconsideration.option.procedures.${acceptance.procedure}`) : null],
            ])}
          />
        </section>
      ) : null}
      {application ? (
        <section aria-labelledby="application" style={{ paddingTop: 28 }}>
          <SectionHead id="application" title={word('part.application')} end={moment(application.at)} />
          <DefinitionList
            entries={entries([
              ['requests', field('requests'), application.requests],
              ['grounds', field('grounds'), application.grounds],
              ['evidence', field('evidence'), application.evidence],
              ['suspension', field('asksSuspension'), application.asksSuspension ? word('yes') : word('no')],
              ['hearing', field('asksHearing'), application.asksHearing ? word('yes') : word('no')],
              ['late', word('field.late'), state.late?.reason],
              ['correction', word('part.correction'), correction?.answer?.statement],
            ])}
          />
        </section>
      ) : null}
      {answer ? (
        <section aria-labelledby="answer" style={{ paddingTop: 28 }}>
          <SectionHead id="answer" title={word('part.answer')} end={moment(answer.at)} />
          <p style={{ paddingTop: 8 }}>{answer.statement}</p>
          <p className="t2">{answer.evidence}</p>
        </section>
      ) : null}
      <CaseLetters title={say('portal.nav.letters')} none={say('portal.case.noLetters')} letters={letters} />
      <CaseHistory
        title={say('portal.case.history')}
        lines={lines}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
