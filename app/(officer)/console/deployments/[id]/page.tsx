// One application to deploy an agent in a scenario: identity with its clock, acts, and tabs for plan, conditions, reviewers, letters, timeline.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Acts } from '#components/case/acts'
import { FileLinks } from '#components/case/file-links'
import { withConditions } from '#components/case/form-shape'
import { Overturned } from '#components/case/overturned'
import { Neighbours } from '#components/console/neighbours'
import { Alert, Banner } from '#components/ui/alert'
import { LinkButton } from '#components/ui/button'
import { ClockChip } from '#components/ui/clock'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { IdentityBar } from '#components/ui/identity-bar'
import { Mark, type MarkName } from '#components/ui/mark'
import { CaseNumber } from '#components/ui/number'
import { Tabs } from '#components/ui/tabs'
import { formatMoment, formatNumber } from '#messages/format'
import { conditionsOffer } from '#server/case-acts'
import { clockView, mainClock } from '#server/clock'
import { caseHref } from '#server/day'
import { type DeploymentCase, deploymentActs, deploymentCase, deploymentEyes } from '#server/deployment-case'
import { formWords } from '#server/form-words'
import { overturnedLines } from '#server/overturned-lines'
import { wordBook } from '#server/word-book'
import { History } from '../../_case/history.tsx'
import { Letters } from '../../_case/letters.tsx'
import { CaseTable, Conditions, Eyes, Part, Reasons } from '../../_case/parts.tsx'

const tabs = ['overview', 'reviewers', 'conditions', 'letters', 'timeline'] as const
type Tab = (typeof tabs)[number]
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const addressOf = (id: string) => `/console/deployments/${encodeURIComponent(id)}`
const one = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const [found, book] = await Promise.all([deploymentCase(decodeURIComponent(id), addressOf(id)), wordBook()])
  return {
    title: found
      ? `${book.name(found.deployment.agentName)} · ${found.r.words.pair(found.deployment.scenario)}`
      : book.say('case.notFound.title'),
  }
}

export default async function DeploymentPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const c = await deploymentCase(decodeURIComponent(id), addressOf(id))
  if (!c) notFound()
  const { r, one: row, deployment, who } = c
  const { say, book } = r
  const tab: Tab = tabs.find((name) => name === one(search.tab)) ?? 'overview'
  const [{ forms, turn }, words] = await Promise.all([deploymentActs(c), formWords()])
  const panel = deploymentEyes(c)
  const clock = mainClock(deployment.clocks, row.dueRule)
  const base = addressOf(row.id)
  const decision = deployment.decision && deployment.status !== 're_assessment' ? null : `${base}/decision`
  const recall = c.recalls.items.find((item) => item.isOpen)
  const counts: Partial<Record<Tab, string>> = {
    reviewers: say('case.four.progress', { done: panel.done, all: panel.eyes.length }),
    conditions:
      deployment.conditions.length > 0
        ? `${deployment.conditions.filter((condition) => condition.met).length}/${deployment.conditions.length}`
        : undefined,
    letters: c.letters.total > 0 ? String(c.letters.total) : undefined,
  }
  return (
    <main id="main" className="flush">
      <IdentityBar
        state={row.mark as MarkName}
        lead={
          <>
            {row.number ? <CaseNumber number={row.number} /> : null}
            {deployment.lane ? <span className="t2">{say(`tier.lane.${deployment.lane}`)}</span> : null}
            <Mark state={row.mark as MarkName} fill>
              {say(`deployment.status.${deployment.status}`)}
            </Mark>
            <Neighbours href={base} words={{ previous: say('case.neighbours.previous'), next: say('case.neighbours.next') }} />
          </>
        }
        title={
          <>
            {book.name(deployment.agentName)} {deployment.version ?? ''}
          </>
        }
        company={
          deployment.organisationId ? (
            <a href={`/console/companies/${deployment.organisationId}`}>{book.name(deployment.organisationName)}</a>
          ) : null
        }
        acts={
          <>
            {decision && panel.mayDecide ? (
              <LinkButton tone="go" href={decision}>
                {say('case.decidePage')}
              </LinkButton>
            ) : null}
            {forms.length > 0 ? (
              <Acts
                plural="deployments"
                id={row.id}
                version={row.version}
                forms={forms.map((form) => withConditions(form, conditionsOffer(r)))}
                words={words}
                first={decision && panel.mayDecide ? 1 : 2}
                plain={turn === null || (decision !== null && panel.mayDecide)}
              />
            ) : null}
          </>
        }
        meta={[
          deployment.ownerId ? say('case.owner', { name: who(deployment.ownerId) }) : say('case.noOwner'),
          r.words.pair(deployment.scenario),
          r.words.region(deployment.region),
        ]}
        end={clock ? <ClockChip {...clockView(clock, r.catalogue, r.at, book)} /> : undefined}
      />
      {recall ? (
        <div className="px-6 pb-3">
          <Alert
            word={say('state.recalled')}
            title={`${recall.number ?? ''} ${book.name({ zh: recall.titleZh, en: recall.titleEn })}`}
            href={caseHref('recall', recall.id)}
            link={say('case.tests.open')}
          >
            {say(`recall.status.${recall.status}`)}
          </Alert>
        </div>
      ) : null}
      <div className="px-6">
        <Overturned lines={overturnedLines(deployment.overturned, '/console/reconsiderations', 'deployment_refused', book)} />
      </div>
      <Tabs
        label={say('case.label')}
        tabs={tabs.map((name) => ({
          href: name === 'overview' ? base : `${base}?tab=${name}`,
          text: say(`case.tabs.${name}`),
          count: counts[name],
          current: name === tab,
        }))}
      />
      {tab === 'overview' ? <Overview c={c} turn={turn} panel={panel} decision={decision} /> : null}
      {tab === 'reviewers' ? <Reviewers c={c} panel={panel} decision={decision} /> : null}
      {tab === 'conditions' ? (
        <div className="px-6 pb-8">
          <Part title={say('case.tabs.conditions')}>
            <Conditions
              r={r}
              conditions={deployment.conditions.map((condition) => ({
                ...condition,
                note: (
                  <p className={condition.met ? 't2' : 'care'}>
                    {condition.met
                      ? say('case.conditions.met', { at: formatMoment(condition.met.at, r.today), evidence: condition.met.evidence })
                      : say('case.conditions.notMet')}
                    <FileLinks files={condition.met?.files} download={say('attachment.field.download')} />
                  </p>
                ),
              }))}
            />
          </Part>
        </div>
      ) : null}
      {tab === 'letters' ? (
        <Letters r={r} items={c.letters.items} chosen={one(search.letter)} language={one(search.in)} base={base} />
      ) : null}
      {tab === 'timeline' ? <History r={r} kind="deployment" id={row.id} /> : null}
    </main>
  )
}

type Panel = ReturnType<typeof deploymentEyes>

function Overview({
  c,
  turn,
  panel,
  decision,
}: {
  c: DeploymentCase
  turn: { command: string; why: string; facts: Record<string, string | number> } | null
  panel: Panel
  decision: string | null
}) {
  const { r, deployment, who } = c
  const { say } = r
  const options: Record<string, string> = { outcome: 'deploymentOutcomes', verdict: 'deploymentVerdicts' }
  const facts = Object.fromEntries(
    Object.entries(turn?.facts ?? {}).map(([name, value]) => [
      name,
      options[name] ? say(`deployment.option.${options[name]}.${value}`) : value,
    ]),
  )
  return (
    <div className="review two-panes">
      <section className="px-6">
        <Banner
          tone={turn ? 'plain' : 'care'}
          title={turn ? `${say('case.overview.turn')}: ${say(`deployment.command.${turn.command}.label`)}` : say('case.overview.turn')}
        >
          {turn ? say(`console.why.${turn.why}`, facts) : say(c.one.isOpen ? 'case.overview.nobodysTurn' : 'case.overview.waiting.decided')}
        </Banner>
        {deployment.halt ? (
          <Banner tone="stop" title={say('case.deployment.halt', { cause: say(`deployment.option.haltCauses.${deployment.halt.cause}`) })}>
            {formatMoment(deployment.halt.at, r.today)} {deployment.halt.reason}
          </Banner>
        ) : null}
        <Part title={say('case.deployment.plan')}>
          <DefinitionList entries={planOf(c)} />
        </Part>
        {deployment.decision ? (
          <Part title={say('case.overview.decision')} end={formatMoment(deployment.decision.at, r.today)}>
            <p className="below">
              <b>{say(`deployment.option.deploymentOutcomes.${deployment.decision.outcome}`)}</b> · {who(deployment.decision.by)} ·{' '}
              {r.words.authorityShort(deployment.decision.authorityId)}
              {deployment.decision.validUntil ? ` · ${say('case.deployment.validUntil')} ${deployment.decision.validUntil}` : ''}
            </p>
            <Reasons r={r} reasons={deployment.decision.reasons} />
          </Part>
        ) : null}
        {c.obligations ? (
          <Part title={say('case.tests.obligations')}>
            <CaseTable r={r} label={say('case.tests.obligations')} items={c.obligations.items} />
          </Part>
        ) : null}
        {c.recalls.items.length > 0 ? (
          <Part title={say('console.dossier.recalls')}>
            <CaseTable r={r} label={say('console.dossier.recalls')} items={c.recalls.items} />
          </Part>
        ) : null}
      </section>
      <aside className="side">
        <Eyes r={r} eyes={panel.eyes} why={panel.why} href={decision} />
      </aside>
    </div>
  )
}

const planOf = ({ r, deployment, one: row }: DeploymentCase): Entry[] => {
  const { say, locale } = r
  const { plan } = deployment
  const word = (key: string) => say(`case.deployment.${key}`)
  const none = say('case.application.empty')
  return [
    {
      key: 'filing',
      term: word('filing'),
      value: deployment.filingId ? (
        <a href={`/console/filings/${deployment.filingId}`}>{deployment.filingNumber ?? say('case.tests.open')}</a>
      ) : (
        none
      ),
    },
    {
      key: 'opening',
      term: word('opening'),
      value: (
        <a href={caseHref('opening', deployment.openingId ?? '', deployment.scenario)}>
          {r.words.pair(deployment.scenario)}
          {deployment.openingNo === null ? '' : ` · ${say('case.deployment.openingNo', { no: deployment.openingNo })}`}
        </a>
      ),
    },
    {
      key: 'version',
      term: word('version'),
      value: (
        <>
          {deployment.version} <span className="mono t3">{deployment.versionHash?.slice(0, 12)}…</span>
        </>
      ),
    },
    ...(deployment.decidedVersionHash && deployment.decidedVersionHash !== deployment.versionHash
      ? [{ key: 'decided', term: word('decidedOn'), value: deployment.decidedVersionHash, mono: true }]
      : []),
    { key: 'place', term: word('place'), value: plan?.place ?? none },
    {
      key: 'regions',
      term: word('regions'),
      value: plan && plan.regions.length > 0 ? plan.regions.map(r.words.region).join(locale === 'en' ? ', ' : '、') : word('everywhere'),
    },
    { key: 'users', term: word('users'), value: plan ? formatNumber(locale, plan.users) : none },
    { key: 'start', term: word('startOn'), value: plan?.startOn ?? none },
    {
      key: 'pilot',
      term: word('pilot'),
      value: plan?.pilot
        ? say('case.deployment.pilotValue', {
            users: formatNumber(locale, plan.pilot.users),
            until: plan.pilot.untilOn,
            measures: plan.pilot.measures,
          })
        : word('noPilot'),
    },
    { key: 'takeover', term: word('humanTakeover'), value: plan?.humanTakeover ?? none },
    { key: 'insurance', term: word('insurance'), value: plan?.insurance || none },
    ...(deployment.activation ? [{ key: 'active', term: word('activation'), value: deployment.activation.startedOn }] : []),
    ...(deployment.exitUntil
      ? [
          {
            key: 'exit',
            term: word('opening'),
            value: <span className="care">{say('case.deployment.exitUntil', { on: deployment.exitUntil })}</span>,
          },
        ]
      : []),
    ...(deployment.receipt
      ? [
          {
            key: 'receipt',
            term: say('case.overview.receipt'),
            value: say('case.overview.receiptValue', {
              number: deployment.receipt.number,
              at: formatMoment(deployment.receipt.at, r.today),
            }),
          },
        ]
      : []),
    ...(deployment.agentId
      ? [
          {
            key: 'agent',
            term: say('agent.name'),
            value: <a href={`/console/agents/${deployment.agentId}`}>{r.book.name(deployment.agentName)}</a>,
          },
        ]
      : []),
    ...(row.isPublic && deployment.filingNumber
      ? [
          {
            key: 'public',
            term: say('case.overview.published'),
            value: <a href={`/register/agents/${deployment.filingNumber}`}>{deployment.filingNumber}</a>,
          },
        ]
      : []),
  ]
}

function Reviewers({ c, panel, decision }: { c: DeploymentCase; panel: Panel; decision: string | null }) {
  const { r, deployment, who } = c
  const { say } = r
  const verdict = (value: string) => say(`deployment.option.deploymentVerdicts.${value}`)
  const said = [
    ...(deployment.recommendation
      ? [
          {
            key: 'review',
            title: say('case.four.review'),
            given: { ...deployment.recommendation, authorityId: null as string | null },
            word: say(`deployment.option.deploymentOutcomes.${deployment.recommendation.outcome}`),
          },
        ]
      : []),
    ...(deployment.opinion
      ? [{ key: 'opinion', title: say('case.four.sectorReview'), given: deployment.opinion, word: verdict(deployment.opinion.verdict) }]
      : []),
    ...(deployment.concurrence
      ? [
          {
            key: 'concurrence',
            title: say('case.four.sectorApprove'),
            given: deployment.concurrence,
            word: verdict(deployment.concurrence.verdict),
          },
        ]
      : []),
  ]
  return (
    <div className="review two-panes">
      <section className="px-6">
        <Part title={say('case.four.opinions')}>
          {said.length === 0 ? (
            <p className="t2 below">{say('case.four.noOpinions')}</p>
          ) : (
            said.map(({ key, title, given, word }) => (
              <article key={key} className="below">
                <h3>
                  {title} · {word}
                </h3>
                <p className="cap t2">
                  {who(given.by)}
                  {given.authorityId ? ` · ${r.words.authorityShort(given.authorityId)}` : ''} · {formatMoment(given.at, r.today)}
                </p>
                {given.conditions.length > 0 ? <Conditions r={r} conditions={given.conditions} /> : null}
                <Reasons r={r} reasons={given.reasons} />
              </article>
            ))
          )}
        </Part>
        {deployment.rounds.some((round) => round.returned !== '') ? (
          <Part title={say('case.four.rounds')}>
            {deployment.rounds
              .filter((round) => round.returned !== '')
              .map((round) => (
                <p key={round.at} className="below">
                  {say('case.four.returnedBy', { name: who(round.by), reason: round.returned })}{' '}
                  <span className="t2">{formatMoment(round.at, r.today)}</span>
                </p>
              ))}
          </Part>
        ) : null}
      </section>
      <aside className="side">
        <Eyes r={r} eyes={panel.eyes} why={panel.why} href={decision} />
      </aside>
    </div>
  )
}
