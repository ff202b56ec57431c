// A filing in the hands of the authorities, as its company sees it: where it is, what is asked of the company, what was decided, and what happened.
import { Acts } from '#components/case/acts'
import { FileList } from '#components/case/file-list'
import { Overturned } from '#components/case/overturned'
import { Requests } from '#components/case/requests'
import { CaseClock } from '#components/portal/case-clock'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { ChallengeLink } from '#components/portal/challenge-link'
import { Conditions, Reasons } from '#components/portal/reasons'
import { StepsLine } from '#components/portal/steps-line'
import { Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName, type Tier, TierMark } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import { PlainTable } from '#components/ui/table'
import { changesOf, openChange } from '#domain/filing/change-state'
import { filing as filingKind } from '#domain/filing/filing'
import { calledHearing } from '#domain/filing/hearing'
import { openRequests, requestNumber, sectionOfField } from '#domain/filing/request'
import { currentRevision, currentTiers, type Filing } from '#domain/filing/state'
import { isInForce } from '#domain/filing/vocabulary'
import { formatMoment } from '#messages/format'
import { clockView, mainClock } from '#server/clock'
import type { CompanyReader } from '#server/company-reader'
import { fileLines, fileListWords } from '#server/file-words'
import { roadOf } from '#server/filing-road'
import { taskOfPlace } from '#server/filing-tasks'
import { formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'
import { challengeLink, challengeOfCase } from '#server/reconsideration-view'
import { askedWordsOf, hearingLines, requestLines } from '#server/request-lines'
import { isChangedSinceSigned, placeWords } from '#server/wizard-view'

type Found = {
  id: string
  version: number
  status: string
  mark: string
  tier: number | null
  number: string | null
  dueOn: string | null
  moves: string[]
}
/** Nothing runs, and nothing was decided in time or out of it: a clock would say what nobody asks. */
const withoutClock = ['lapsed', 'withdrawn', 'cancelled', 'revoked']

export async function CaseView({ r, found, filing }: { r: CompanyReader; found: Found; filing: Filing }) {
  const { say, book, words, today } = r
  const { id } = filing
  const base = `/portal/filings/${id}`
  const [forms, allWords, letters, lines, obligations] = await Promise.all([
    formsOf(
      filingKind,
      filing.revocationProposal && !filing.revocationProposal.answer
        ? found.moves
        : found.moves.filter((move) => move !== 'answerRevocation'),
      ['answerRevocation', 'cancel', 'withdraw'],
    ),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'filing', id),
    r.list('obligation', { organisationId: r.organisationId, link: { name: 'filing', to: id }, limit: 50 }),
  ])
  const open = openRequests(filing)
  const requests = requestLines(
    filing,
    r,
    (field) =>
      `${base}/${field === 'documents' ? 'evidence' : taskOfPlace(field.startsWith('/') ? field : null, sectionOfField(field) ?? 'basics')}`,
  )
  const hearings = hearingLines(filing, r)
  const askedWords = askedWordsOf(r)
  const hearing = calledHearing(filing)
  const answering = await formsOf(
    filingKind,
    [...(open.length > 0 ? ['answer'] : []), ...(hearing && !hearing.challenge ? ['challengeChair'] : [])].filter((move) =>
      found.moves.includes(move),
    ),
    ['answer', 'challengeChair'],
    {
      answer: {
        hide: ['content', 'use'],
        options: { no: open.map(({ no, kind }) => ({ value: String(no), label: `${requestNumber(no)} ${book.name(kind)}` })) },
        values: { no: open[0]?.no },
      },
    },
  )
  const challenge = await challengeOfCase(r, 'filing', filing)
  const revision = currentRevision(filing)
  const [files, listWords] = await Promise.all([fileLines(revision?.documents ?? [], today, filing), fileListWords()])
  const clock = withoutClock.includes(filing.status) ? null : mainClock(filing.clocks)
  const view = clock ? clockView(clock, r.catalogue, r.at, book) : null
  const isAsked = filing.status === 'correction_required'
  const correction = isAsked || filing.status === 'lapsed' ? filing.corrections.at(-1) : undefined
  const mayWrite = found.moves.includes('describe')
  const changed = isChangedSinceSigned(filing)
  const { decision, revocationProposal: proposal } = filing
  const adverse = filing.notAccepted ?? filing.revocation ?? filing.suspension
  const mark = found.mark as MarkName
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={mark}
        lead={
          <>
            {found.number ? <CaseNumber number={found.number} /> : null}
            {found.tier ? <TierMark tier={found.tier as Tier} word={say(`tier.${['I', 'II', 'III', 'IV'][found.tier - 1]}`)} /> : null}
            <Mark state={mark} fill>
              {say(`filing.status.${filing.status}`)}
            </Mark>
          </>
        }
        title={`${book.name(filing.agentName)} ${filing.content.version ?? ''}`}
        company={book.name(filing.organisationName)}
        code={filing.creditCode}
        acts={
          <>
            <Acts
              plural="filings"
              id={id}
              version={found.version}
              forms={forms}
              words={allWords}
              first={forms[0]?.command === 'answerRevocation' ? 1 : 0}
            />
            {filing.receipt ? <LinkButton href={`${base}/receipt`}>{say('portal.receipt.title')}</LinkButton> : null}
          </>
        }
        meta={[
          `${words.sector(filing.sector)} × ${filing.scenarios.map((clause) => words.scenario(clause)).join(say('portal.join'))}`,
          ...(filing.receipt ? [say('portal.case.receivedAt', { at: formatMoment(filing.receipt.at, today) })] : []),
        ]}
        end={view ? <CaseClock view={view} /> : undefined}
      />
      <StepsLine
        label={say('portal.case.road')}
        now={say('portal.case.now')}
        steps={roadOf(filing).map(({ key, state }) => ({ key, state, text: say(`portal.road.${key}`) }))}
      />
      <p className="t2">{say([`portal.next.${filing.status}`, 'portal.next.other'])}</p>
      <Overturned lines={overturnedLines(filing.overturned, '/portal/reconsiderations', 'not_filed', book)} />
      {correction ? (
        <section aria-labelledby="asked" style={{ paddingTop: 20 }}>
          <SectionHead
            id="asked"
            title={say('portal.case.corrections', { count: correction.items.length })}
            end={isAsked && found.dueOn ? say('portal.case.correctBy', { on: found.dueOn }) : formatMoment(correction.at, today)}
          />
          <ol style={{ paddingTop: 8 }}>
            {correction.items.map((item) => {
              const task = taskOfPlace(item.path, item.section)
              const place = placeWords(r, item.path)
              return (
                <li key={`${item.section}${item.path}${item.what}`} style={{ padding: '8px 0', borderBottom: 'var(--line-hair)' }}>
                  {isAsked ? <a href={`${base}/${task}`}>{say(`wizard.task.${task}`)}</a> : <b>{say(`wizard.task.${task}`)}</b>}
                  {place ? <span className="t2"> {place}</span> : null}
                  <p>
                    {item.what} <span className="t3">{item.basis}</span>
                  </p>
                </li>
              )
            })}
          </ol>
          {isAsked ? (
            <p className="row wide acts" style={{ paddingTop: 16 }}>
              <LinkButton tone="go" href={`${base}/tasks`}>
                {say('portal.case.answer')}
              </LinkButton>
              <LinkButton href={`${base}/check`}>{say('portal.case.resubmit')}</LinkButton>
            </p>
          ) : null}
        </section>
      ) : mayWrite ? (
        <p className="row wide" style={{ paddingTop: 12 }}>
          <a href={`${base}/tasks`}>{say('portal.case.change')}</a>
          {changed ? (
            <>
              <span className="care">{say('portal.case.changed')}</span>
              <a href={`${base}/check`}>{say('portal.case.resubmit')}</a>
            </>
          ) : null}
        </p>
      ) : null}
      <Requests lines={requests} hearings={hearings} words={askedWords}>
        {answering.length > 0 ? (
          <Acts plural="filings" id={id} version={found.version} forms={answering} words={allWords} first={2} />
        ) : null}
      </Requests>
      {proposal ? (
        <section aria-labelledby="proposal" style={{ paddingTop: 20 }}>
          <Banner
            tone="stop"
            title={
              <span id="proposal">
                {say('portal.case.proposal', { ground: say(`filing.option.revocationGrounds.${proposal.ground}`) })}
              </span>
            }
          >
            {proposal.facts} {proposal.reasons}
          </Banner>
          <p className="t2">{proposal.basis.join(say('portal.join'))}</p>
          {proposal.answer ? (
            <p>
              {say('portal.case.answered', { at: formatMoment(proposal.answer.at, today) })} {proposal.answer.statement}
            </p>
          ) : found.moves.includes('answerRevocation') ? (
            <p className="care">{say('portal.case.mayAnswer')}</p>
          ) : (
            <p className="t2">{say('portal.case.notAnswered')}</p>
          )}
        </section>
      ) : null}
      {adverse ? (
        <section aria-labelledby="adverse" style={{ paddingTop: 20 }}>
          <SectionHead id="adverse" title={say(`filing.status.${filing.status}`)} end={formatMoment(adverse.at, today)} />
          <p style={{ paddingTop: 8 }}>{adverse.facts}</p>
          <p>{adverse.reasons}</p>
          <p className="t2">{adverse.basis.join(say('portal.join'))}</p>
          {filing.notAccepted ? <p>{say('portal.case.goTo', { where: book.name(filing.notAccepted.goTo) })}</p> : null}
          <h3 style={{ paddingTop: 12 }}>{say('portal.case.remedies')}</h3>
          <p>{book.name(adverse.remedies.reconsideration)}</p>
          <p>{book.name(adverse.remedies.suit)}</p>
        </section>
      ) : null}
      {challenge ? <ChallengeLink {...challengeLink(r, challenge)} /> : null}
      {decision ? (
        <section aria-labelledby="decision" style={{ paddingTop: 20 }}>
          <SectionHead
            id="decision"
            title={say('portal.case.decision', { outcome: say(`filing.option.filingOutcomes.${decision.outcome}`) })}
            end={formatMoment(decision.at, today)}
          />
          {decision.outcome === 'refuse' ? null : (
            <>
              <h3 style={{ paddingTop: 12 }}>{say('portal.case.conditions')}</h3>
              <Conditions
                none={say('portal.case.noConditions')}
                items={decision.conditions.map((condition, index) => ({
                  key: String(index),
                  text: book.name(condition.text),
                  ...(condition.dueOn ? { due: say('ui.due.shouldOn', { date: condition.dueOn }) } : {}),
                }))}
              />
            </>
          )}
          <h3 style={{ paddingTop: 12 }}>{say('portal.case.reasons')}</h3>
          <Reasons
            caption={say('portal.case.reasons')}
            heads={[say('act.field.rule'), say('act.field.evidence'), say('act.field.finding')]}
            reasons={decision.reasons}
          />
          {decision.remedies ? (
            <>
              <h3 style={{ paddingTop: 12 }}>{say('portal.case.remedies')}</h3>
              <p>{book.name(decision.remedies.reconsideration)}</p>
              <p>{book.name(decision.remedies.suit)}</p>
            </>
          ) : null}
        </section>
      ) : null}
      {currentTiers(filing).length > 0 ? (
        <section aria-labelledby="tiers" style={{ paddingTop: 28 }}>
          <SectionHead id="tiers" title={say('portal.case.tiers')} />
          <PlainTable
            caption={say('portal.case.tiers')}
            heads={[say('portal.col.scenario'), say('tier.lane.name'), say('portal.case.why')]}
            rows={currentTiers(filing).map((tier) => [
              words.scenario(tier.scenario),
              say('wizard.lane.short', { lane: say(`tier.lane.${tier.lane}`), tier: tier.tier }),
              tier.departure ?? say('portal.case.byRules', { rules: tier.firedRules.join(say('portal.join')) || '–' }),
            ])}
          />
        </section>
      ) : null}
      {obligations.items.length > 0 ? (
        <section aria-labelledby="tests" style={{ paddingTop: 28 }}>
          <SectionHead id="tests" title={say('portal.nav.obligations')} />
          <PlainTable
            caption={say('portal.nav.obligations')}
            heads={[say('portal.col.number'), say('portal.col.test'), say('portal.col.state'), say('portal.col.due')]}
            rows={obligations.items.map((item) => [
              <a key="n" href={`/portal/obligations/${item.id}`}>
                {item.number}
              </a>,
              book.name({ zh: item.titleZh, en: item.titleEn }),
              <Mark key="m" state={item.mark as MarkName}>
                {say(`obligation.status.${item.status}`)}
              </Mark>,
              item.dueOn ?? '–',
            ])}
          />
        </section>
      ) : null}
      <p className="row wide acts" style={{ paddingTop: 28 }}>
        <a href={`${base}/check`}>{say('portal.case.read')}</a>
        {filing.agentId ? <a href={`/portal/agents/${filing.agentId}`}>{say('agent.name')}</a> : null}
        {isInForce(filing.status) && r.has('filer', 'compliance_lead') ? (
          <a href={`/portal/deployments/new?filing=${id}`}>{say('portal.case.deploy')}</a>
        ) : null}
        {isInForce(filing.status) || changesOf(filing).length > 0 ? (
          <a href={`${base}/change`}>{say(openChange(filing) ? 'filingChange.goOn' : 'filingChange.open')}</a>
        ) : null}
        {['filed', 'change_pending', 'not_filed', 'withdrawn', 'lapsed', 'revoked', 'cancelled'].includes(filing.status) ? (
          <a href={`/portal/filings/new?follows=${id}${filing.agentId ? `&agent=${filing.agentId}` : ''}`}>{say('portal.case.follow')}</a>
        ) : null}
      </p>
      {revision && revision.documents.length > 0 ? (
        <section aria-labelledby="documents" style={{ paddingTop: 28 }}>
          <SectionHead id="documents" title={say('attachment.plural')} count={revision.documents.length} />
          <FileList files={files} words={listWords} />
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
