// One deployment: its plan and version, the decision with its conditions, what is due, and what may be done now.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { FileLinks } from '#components/case/file-links'
import { Overturned } from '#components/case/overturned'
import { CaseClock } from '#components/portal/case-clock'
import { CaseHistory, CaseLetters } from '#components/portal/case-foot'
import { ChallengeLink } from '#components/portal/challenge-link'
import { Conditions, Reasons } from '#components/portal/reasons'
import { Banner } from '#components/ui/alert'
import { DefinitionList } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { SectionHead } from '#components/ui/section'
import type { Agent } from '#domain/agent/agent'
import { deployment as deploymentKind } from '#domain/deployment/deployment'
import type { Deployment } from '#domain/deployment/state'
import { formatMoment, formatNumber } from '#messages/format'
import { clockView, mainClock } from '#server/clock'
import { companyReader } from '#server/company-reader'
import { formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { formsOf, lettersAbout, timelineOf } from '#server/portal-case'
import { planKnown, versionOptions } from '#server/portal-options'
import { challengeLink, challengeOfCase } from '#server/reconsideration-view'

type Params = { params: Promise<{ id: string }> }

const deploymentOf = async (id: string) => {
  const r = await companyReader()
  const found = await r.one<Deployment>('deployment', id)
  if (found?.audience !== 'company') return notFound()
  return { r, found, deployment: found.state as Deployment }
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { r, deployment } = await deploymentOf((await params).id)
  return { title: `${r.book.name(deployment.agentName)} · ${r.say('deployment.name')}` }
}

export default async function DeploymentPage({ params }: Params) {
  const { id } = await params
  const { r, found, deployment } = await deploymentOf(id)
  const { say, book, words, today } = r
  const { plan, decision, agentId } = deployment
  const [agent, filings, known] = await Promise.all([
    agentId ? r.one<Agent>('agent', agentId) : null,
    agentId
      ? r.list('filing', {
          organisationId: r.organisationId,
          status: ['filed', 'change_pending'],
          link: { name: 'agent', to: agentId },
          limit: 50,
        })
      : null,
    planKnown(r, plan),
  ])
  const open = deployment.conditions.filter((condition) => condition.met === null)
  const moves = found.moves.filter((move) => move !== 'meetCondition' || open.length > 0)
  const [forms, allWords, letters, lines] = await Promise.all([
    formsOf(deploymentKind, moves, ['submit', 'describe', 'activate', 'meetCondition', 'changeVersion', 'withdraw'], {
      describe: known,
      activate: { values: { startedOn: today } },
      meetCondition: {
        options: { no: open.map((condition) => ({ value: String(condition.no), label: `${condition.no}. ${book.name(condition.text)}` })) },
      },
      changeVersion: {
        options: {
          versionHash: versionOptions((agent?.state as Agent | undefined)?.versions ?? []),
          filingId: (filings?.items ?? []).map((item) => ({ value: item.id, label: item.number ?? item.id })),
        },
      },
    }),
    formWords(),
    lettersAbout(r, id),
    timelineOf(r, 'deployment', id),
  ])
  const challenge = await challengeOfCase(r, 'deployment', deployment)
  const clock = ['submitted', 'accepted', 'assessing', 're_assessment'].includes(deployment.status) ? mainClock(deployment.clocks) : null
  const view = clock ? clockView(clock, r.catalogue, r.at, book) : null
  const mark = found.mark as MarkName
  const regions = plan?.regions ?? deployment.regions
  return (
    <main id="main" className="wrap" style={{ paddingBlock: '20px 40px' }}>
      <IdentityBar
        state={mark}
        lead={
          <>
            {found.number ? <CaseNumber number={found.number} /> : null}
            <Mark state={mark} fill>
              {say(`deployment.status.${deployment.status}`)}
            </Mark>
          </>
        }
        title={`${book.name(deployment.agentName)} ${deployment.version ?? ''}`}
        company={book.name(deployment.organisationName)}
        acts={<Acts plural="deployments" id={id} version={found.version} forms={forms} words={allWords} first={2} />}
        meta={[words.pair(deployment.scenario), ...(found.dueOn ? [say('ui.due.shouldOn', { date: found.dueOn })] : [])]}
        end={view ? <CaseClock view={view} /> : undefined}
      />
      {deployment.halt && deployment.status === 'suspended' ? (
        <Banner
          tone="stop"
          title={say('portal.deployments.halted', { cause: say(`deployment.option.haltCauses.${deployment.halt.cause}`) })}
        >
          {deployment.halt.reason}{' '}
          {deployment.halt.cause.startsWith('recall_') ? (
            <a href={`/portal/recalls/${deployment.halt.byId}`}>{say('recall.name')}</a>
          ) : null}
        </Banner>
      ) : null}
      {deployment.exitUntil ? <Banner tone="care" title={say('portal.deployments.exitUntil', { date: deployment.exitUntil })} /> : null}
      <p className="t2" style={{ padding: '12px 0' }}>
        {say([`portal.deployments.now.${deployment.status}`, `deployment.status.${deployment.status}`])}
      </p>
      {plan ? (
        <section aria-labelledby="plan">
          <SectionHead
            id="plan"
            title={say('deployment.field.plan')}
            end={
              deployment.filingId ? (
                <a href={`/portal/filings/${deployment.filingId}`}>{deployment.filingNumber ?? say('filing.name')}</a>
              ) : undefined
            }
            quiet={false}
          />
          <DefinitionList
            entries={[
              { key: 'place', term: say('deployment.field.place'), value: plan.place },
              {
                key: 'regions',
                term: say('deployment.field.regions'),
                value:
                  regions.length === 0
                    ? say('portal.deployments.nationwide')
                    : regions.map((region) => words.region(region)).join(say('portal.join')),
              },
              { key: 'users', term: say('deployment.field.users'), value: formatNumber(book.locale, plan.users) },
              { key: 'start', term: say('deployment.field.startOn'), value: plan.startOn },
              { key: 'takeover', term: say('deployment.field.humanTakeover'), value: plan.humanTakeover },
              ...(plan.insurance ? [{ key: 'insurance', term: say('deployment.field.insurance'), value: plan.insurance }] : []),
              ...(plan.pilot
                ? [
                    {
                      key: 'pilot',
                      term: say('deployment.field.pilot'),
                      value: say('portal.deployments.pilot', {
                        users: plan.pilot.users,
                        until: plan.pilot.untilOn,
                        measures: plan.pilot.measures,
                      }),
                    },
                  ]
                : []),
              ...(deployment.versionHash
                ? [
                    {
                      key: 'hash',
                      term: say('portal.col.hash'),
                      value: <span style={{ overflowWrap: 'anywhere' }}>{deployment.versionHash}</span>,
                      mono: true,
                    },
                  ]
                : []),
            ]}
          />
        </section>
      ) : null}
      {decision ? (
        <section aria-labelledby="decision" style={{ paddingTop: 28 }}>
          <SectionHead
            id="decision"
            title={say('portal.case.decision', { outcome: say(`deployment.option.deploymentOutcomes.${decision.outcome}`) })}
            end={[
              formatMoment(decision.at, today),
              decision.validUntil ? say('portal.deployments.validUntil', { date: decision.validUntil }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          {decision.outcome === 'refuse' ? null : (
            <>
              <h3 style={{ paddingTop: 12 }}>{say('portal.case.conditions')}</h3>
              <Conditions
                none={say('portal.case.noConditions')}
                items={deployment.conditions.map((condition) => ({
                  key: String(condition.no),
                  text: book.name(condition.text),
                  ...(condition.dueOn ? { due: say('ui.due.shouldOn', { date: condition.dueOn }) } : {}),
                  ...(condition.met
                    ? {
                        met: (
                          <>
                            {say('portal.deployments.met', { at: formatMoment(condition.met.at, today) })}
                            <FileLinks files={condition.met.files} download={say('attachment.field.download')} />
                          </>
                        ),
                      }
                    : {}),
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
      {challenge ? <ChallengeLink {...challengeLink(r, challenge)} /> : null}
      <Overturned lines={overturnedLines(deployment.overturned, '/portal/reconsiderations', 'deployment_refused', book)} />
      <CaseLetters title={say('portal.nav.letters')} none={say('portal.case.noLetters')} letters={letters} />
      <CaseHistory
        title={say('portal.case.history')}
        lines={lines}
        words={{ before: say('ui.conflict.base'), after: say('ui.conflict.theirs') }}
      />
    </main>
  )
}
