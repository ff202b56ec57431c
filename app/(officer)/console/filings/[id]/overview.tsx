// The overview of a filing: what comes next, the tier with the rules that fired, points of risk, summary, procedure.
import { Banner } from '#components/ui/alert'
import { Meter } from '#components/ui/authority-matrix'
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { Tag, type Tier, TierMark } from '#components/ui/mark'
import { authorityMix } from '#domain/agent/matrix'
import { dataGradeOf } from '#domain/agent/vocabulary'
import type { Finding } from '#domain/tier/condition'
import type { Placement } from '#domain/tier/tier'
import { formatMoment, formatNumber } from '#messages/format'
import { sourceInWords } from '#messages/source-words'
import { contentWords } from '#server/content-words'
import { owedTests, placementsOf } from '#server/filing-acts'
import type { FilingCase } from '#server/filing-case'
import type { filingEyes } from '#server/filing-eyes'
import { CaseTable, Conditions, Eyes, Part, Reasons } from '../../_case/parts.tsx'

type Panel = ReturnType<typeof filingEyes>
type Turn = { command: string; why: string; facts: Record<string, string | number> } | null

export function Overview({ c, turn, panel, decision }: { c: FilingCase; turn: Turn; panel: Panel; decision: string | null }) {
  const { r, filing } = c
  const { say } = r
  return (
    <div className="review two-panes">
      <section className="px-6">
        <Next c={c} turn={turn} />
        {filing.history ? (
          <Banner tone="care" title={say('case.overview.history')}>
            {say('case.overview.historyNote', { source: say(`filing.option.historySources.${filing.history.source}`) })}
          </Banner>
        ) : (
          <TierPart c={c} />
        )}
        {filing.decision ? (
          <Part title={say('case.overview.decision')} end={formatMoment(filing.decision.at, r.today)}>
            <p className="below">
              <b>{say(`filing.option.filingOutcomes.${filing.decision.outcome}`)}</b> · {c.who(filing.decision.by)} ·{' '}
              {r.words.authorityShort(filing.decision.authorityId)}
            </p>
            <h3>{say('case.overview.conditions')}</h3>
            <Conditions r={r} conditions={filing.decision.conditions} />
            <h3 className="below">{say('case.overview.reasons')}</h3>
            <Reasons r={r} reasons={filing.decision.reasons} />
          </Part>
        ) : null}
        <Part title={say('case.overview.summary')}>
          <DefinitionList entries={summaryOf(c)} />
        </Part>
        <Part title={say('case.overview.procedure')}>
          <DefinitionList entries={procedureOf(c)} />
        </Part>
        {c.deployments.items.length > 0 ? (
          <Part title={say('case.overview.deployments')}>
            <CaseTable
              r={r}
              label={say('case.overview.deployments')}
              items={c.deployments.items}
              about={(item) => r.words.pair(item.scenario)}
            />
          </Part>
        ) : null}
      </section>
      <aside className="side">
        <Risk c={c} />
        <Eyes r={r} eyes={panel.eyes} why={panel.why} href={decision} />
      </aside>
    </div>
  )
}

/** The edition is named by its three sets; where all are of one edition, that is enough. */
const editionOf = (version: string): string => {
  const editions = [...new Set(version.split('+').map((part) => part.replace(/^[a-z-]+-/, '')))]
  return editions.length === 1 ? (editions[0] ?? version) : version
}

function Next({ c, turn }: { c: FilingCase; turn: Turn }) {
  const { r, filing } = c
  const { say } = r
  const options: Record<string, string> = { outcome: 'filingOutcomes', verdict: 'concurrenceVerdicts' }
  const waits =
    filing.status === 'correction_required'
      ? 'company'
      : filing.status === 'testing'
        ? 'laboratory'
        : filing.status === 'sector_concurrence'
          ? 'sector'
          : filing.status === 'draft'
            ? 'draft'
            : c.one.isOpen
              ? null
              : 'decided'
  const facts = Object.fromEntries(
    Object.entries(turn?.facts ?? {}).map(([name, value]) => [
      name,
      options[name] ? say(`filing.option.${options[name]}.${value}`) : value,
    ]),
  )
  const text = turn
    ? say(`console.why.${turn.why}`, facts)
    : waits
      ? say(`case.overview.waiting.${waits}`)
      : say('case.overview.nobodysTurn')
  return (
    <Banner
      tone={waits === 'decided' && !turn ? 'done' : !turn && (waits === 'company' || waits === 'laboratory') ? 'care' : 'plain'}
      title={turn ? `${say('case.overview.turn')}: ${say(`filing.command.${turn.command}.label`)}` : say('case.overview.turn')}
    >
      {text}
    </Banner>
  )
}

function TierPart({ c }: { c: FilingCase }) {
  const { r, filing } = c
  const { say } = r
  const placements = placementsOf(c)
  const owed = owedTests(c)
  return (
    <Part
      title={say('case.overview.tier')}
      end={placements[0] ? say('case.overview.rules', { version: editionOf(placements[0].rulesVersion) }) : undefined}
    >
      {placements.length === 0 ? <p className="t2 below">{say('case.overview.tierOpen')}</p> : null}
      {placements.map((placement) => {
        const given = filing.tiers.find((tier) => tier.scenario === placement.scenario && tier.revisionHash === filing.revisionHash)
        const shown = given ?? { lane: placement.lane, tier: placement.tier }
        const tier = shown.tier as Tier
        return (
          <div key={placement.scenario} className="below">
            <p className="row">
              <b>{r.words.scenario(placement.scenario)}</b>
              <TierMark tier={tier} word={say(`tier.${['I', 'II', 'III', 'IV'][tier - 1]}`)} />
              <span>
                {say(given ? 'case.overview.tierDecided' : 'case.overview.tierByRules', {
                  lane: say(`tier.lane.${shown.lane}`),
                  tier: ['I', 'II', 'III', 'IV'][tier - 1] ?? '',
                })}
              </span>
              {given && given.lane !== given.ruleLane ? (
                <Tag tone="care">{say('case.overview.departed', { lane: say(`tier.lane.${given.ruleLane}`) })}</Tag>
              ) : null}
            </p>
            {given?.departure ? (
              <p className="t2">
                {say('case.overview.departure')}: {given.departure}
              </p>
            ) : null}
            <Fired c={c} placement={placement} />
          </div>
        )
      })}
      {owed.length > 0 ? (
        <p className="t2 below">
          {say('case.overview.owes', { tests: owed.map((test) => r.words.testItem(test.id)).join(r.locale === 'en' ? ', ' : '、') })}
        </p>
      ) : null}
    </Part>
  )
}

function Fired({ c, placement }: { c: FilingCase; placement: Placement }) {
  const { r } = c
  const { say, book } = r
  const words = contentWords(book)
  const value = (finding: Finding, what: Finding['found']): string => {
    if (Array.isArray(what)) return what.map((one) => words.option('dataCategories', one)).join(words.join) || say('case.changes.absent')
    if (typeof what === 'boolean') return say(what ? 'case.changes.yes' : 'case.changes.no')
    if (typeof what === 'number')
      return finding.field === 'scenario'
        ? r.words.scenario(what)
        : /Share$/.test(finding.field)
          ? `${Math.round(what * 100)} %`
          : formatNumber(r.locale, what)
    return finding.field === 'sector' ? r.words.sector(String(what)) : words.option('dataCategories', String(what))
  }
  const line = (finding: Finding) =>
    say('case.finding.line', {
      field: say(`case.finding.field.${finding.field}`),
      found: value(finding, finding.found),
      op: say(`case.finding.op.${finding.op}`),
      expected: value(finding, finding.expected),
    })
  return (
    <>
      {placement.fired.length === 0 ? (
        <p className="t2">{say('case.overview.noRules')}</p>
      ) : (
        <ul aria-label={say('case.overview.fired')} className="fired">
          {placement.fired.map((rule) => (
            <li key={rule.id} className="below">
              <span className="mono t3">{rule.id}</span> {book.name(rule.text)}
              {rule.lane ? (
                <>
                  {' '}
                  <Tag tone={rule.lane === 'sensitive' ? 'care' : undefined}>{say(`tier.lane.${rule.lane}`)}</Tag>
                </>
              ) : null}
              <small className="t2 block">
                {rule.because
                  .filter((finding) => finding.met)
                  .slice(0, 4)
                  .map(line)
                  .join(r.locale === 'en' ? '. ' : '；')}{' '}
                <span className="t3">
                  {sourceInWords(r.locale, rule.source)} · {say(`case.clock.confidence.${rule.confidence}`)}
                </span>
              </small>
            </li>
          ))}
        </ul>
      )}
      <p className="cap t2">
        {say('case.overview.scores')}
        {r.locale === 'en' ? ': ' : '：'}
        {placement.scores
          .map((score) => say('case.overview.score', { criterion: say(`case.finding.criterion.${score.criterion}`), score: score.score }))
          .join(r.locale === 'en' ? ', ' : '、')}
      </p>
      {placement.notFired.length > 0 ? (
        <details className="cap t2">
          <summary>{say('case.overview.notFired', { count: placement.notFired.length })}</summary>
          <ul>
            {placement.notFired.map((rule) => (
              <li key={rule.id}>
                <span className="mono t3">{rule.id}</span> {book.name(rule.text)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Risk({ c }: { c: FilingCase }) {
  const { r, filing, revision, groups } = c
  const { say } = r
  const content = revision?.content ?? filing.content
  const words = contentWords(r.book)
  const mix = authorityMix(content.authorityMatrix ?? [])
  const grave = (content.dataCategories ?? []).filter((category) =>
    ['sensitive_personal', 'important', 'core'].includes(dataGradeOf[category]),
  )
  const effects = (content.tools ?? []).filter((tool) => tool.permissions.some((permission) => permission !== 'read')).length
  const loosening = groups.reduce((sum, group) => sum + group.loosening, 0)
  const lines: { key: string; text: string; isGrave?: boolean }[] = [
    ...(mix.irreversibleAlone > 0
      ? [{ key: 'alone', text: say('case.overview.irreversibleAlone', { count: mix.irreversibleAlone }), isGrave: true }]
      : []),
    ...(grave.length > 0
      ? [
          {
            key: 'data',
            text: say('case.overview.sensitive', { categories: grave.map((one) => words.option('dataCategories', one)).join(words.join) }),
          },
        ]
      : []),
    ...(effects > 0 ? [{ key: 'tools', text: say('case.overview.effectTools', { count: effects }) }] : []),
    ...(content.minorsPossible ? [{ key: 'minors', text: say('case.overview.minors') }] : []),
    filing.revisions.length < 2
      ? { key: 'change', text: say('case.overview.firstRevision') }
      : {
          key: 'change',
          text: loosening > 0 ? say('case.overview.loosened', { count: loosening }) : say('case.overview.tightened'),
          isGrave: loosening > 0,
        },
  ]
  return (
    <Part title={say('case.overview.risk')}>
      <div className="below">
        <Meter
          counts={[mix.autonomous, mix.user_authorised, mix.user_only]}
          width={300}
          says={<small>{say('case.overview.mix', { alone: mix.autonomous, ask: mix.user_authorised, user: mix.user_only })}</small>}
        />
      </div>
      <ul>
        {lines.map(({ key, text, isGrave }) => (
          <li key={key} className={isGrave ? 'below care' : 'below'}>
            {text}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const summaryOf = (c: FilingCase): Entry[] => {
  const { r, filing, revision } = c
  const { say } = r
  const content = revision?.content ?? filing.content
  const words = contentWords(r.book)
  const list = (items: readonly string[] | undefined) =>
    items && items.length > 0 ? (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ) : (
      say('case.application.empty')
    )
  return [
    {
      key: 'purpose',
      term: say('agent.field.purpose'),
      value: content.purpose || filing.history?.purpose || say('case.application.empty'),
    },
    { key: 'can', term: say('agent.field.capability_can'), value: list(content.capability?.can) },
    { key: 'cannot', term: say('agent.field.capability_cannot'), value: list(content.capability?.cannot) },
    {
      key: 'form',
      term: say('agent.field.form'),
      value: content.form ? words.option('agentForms', content.form) : say('case.application.empty'),
    },
    {
      key: 'level',
      term: say('agent.field.autonomyLevel'),
      value: content.autonomyLevel ? words.option('autonomyLevels', content.autonomyLevel) : say('case.application.empty'),
    },
    ...(filing.agentId
      ? [
          {
            key: 'agent',
            term: say('agent.name'),
            value: <a href={`/console/agents/${filing.agentId}`}>{r.book.name(filing.agentName)}</a>,
          },
        ]
      : []),
    ...(filing.followsFilingId
      ? [
          {
            key: 'follows',
            term: say('filing.field.followsFilingId'),
            value: <a href={`/console/filings/${filing.followsFilingId}`}>{say('case.tests.open')}</a>,
          },
        ]
      : []),
    ...(filing.published && c.one.isPublic
      ? [
          {
            key: 'public',
            term: say('case.overview.published'),
            value: (
              <a href={`/register/agents/${filing.published.number}`}>
                {say('case.overview.certificate', { on: filing.published.filedOn })}
              </a>
            ),
          },
        ]
      : []),
  ]
}

const procedureOf = (c: FilingCase): Entry[] => {
  const { r, filing } = c
  const { say, today } = r
  const moment = (at: string) => formatMoment(at, today)
  const adverse = (
    key: string,
    term: string,
    act: { facts: string; reasons: string; basis: readonly string[]; at: string } | null,
  ): Entry[] =>
    act
      ? [
          {
            key,
            term,
            value: (
              <>
                {moment(act.at)} · {act.facts}{' '}
                <span className="t2">
                  {act.reasons} ({act.basis.join('; ')})
                </span>
              </>
            ),
          },
        ]
      : []
  const entries: Entry[] = [
    ...(filing.receipt
      ? [
          {
            key: 'receipt',
            term: say('case.overview.receipt'),
            value: (
              <>
                {say('case.overview.receiptValue', { number: filing.receipt.number, at: moment(filing.receipt.at) })}
                {filing.receipt.isLate ? <span className="care">{say('case.overview.late')}</span> : null}
              </>
            ),
          },
        ]
      : []),
    ...(filing.acceptance
      ? [
          {
            key: 'acceptance',
            term: say('case.overview.acceptance'),
            value: say(filing.acceptance.isDeemed ? 'case.overview.deemed' : 'case.overview.acceptanceValue', {
              at: moment(filing.acceptance.from),
            }),
          },
        ]
      : []),
    ...filing.corrections.map(
      (correction, place): Entry => ({
        key: `correction-${place}`,
        term: say('case.overview.corrections'),
        value: (
          <>
            {say('case.overview.correctionAsked', { at: moment(correction.at), count: correction.items.length })}
            {correction.answeredAt ? say('case.overview.correctionAnswered', { at: moment(correction.answeredAt) }) : null}
            <ul className="t2">
              {correction.items.map((item) => (
                <li key={`${item.section}-${item.what}`}>
                  {say(`case.application.section.${item.section}`)}: {item.what} ({item.basis})
                </li>
              ))}
            </ul>
          </>
        ),
      }),
    ),
    ...(filing.extension
      ? [{ key: 'extension', term: say('case.overview.extension'), value: `${moment(filing.extension.at)} · ${filing.extension.reason}` }]
      : []),
    ...adverse('notAccepted', say('case.overview.notAccepted'), filing.notAccepted),
    ...adverse('suspension', say('case.overview.suspension'), filing.suspension),
    ...adverse('revocation', say('case.overview.revocation'), filing.revocation),
    ...(filing.revocationProposal
      ? [
          {
            key: 'proposal',
            term: say('case.overview.revocationProposed'),
            value: (
              <>
                {moment(filing.revocationProposal.at)} · {say(`filing.option.revocationGrounds.${filing.revocationProposal.ground}`)}{' '}
                <span className="t2">{filing.revocationProposal.facts}</span>
                {filing.revocationProposal.answer ? <p>{filing.revocationProposal.answer.statement}</p> : null}
              </>
            ),
          },
        ]
      : []),
    ...(filing.withdrawal
      ? [
          {
            key: 'withdrawal',
            term: say('case.overview.withdrawal'),
            value: `${moment(filing.withdrawal.at)} · ${filing.withdrawal.reason}`,
          },
        ]
      : []),
    ...(filing.cancellation
      ? [
          {
            key: 'cancellation',
            term: say('case.overview.cancellation'),
            value: `${filing.cancellation.endedOn} · ${say(`filing.option.cancellationCauses.${filing.cancellation.cause}`)} · ${filing.cancellation.arrangements}`,
          },
        ]
      : []),
  ]
  return entries.length > 0 ? entries : [{ key: 'none', term: say('case.overview.receipt'), value: say('case.application.notSigned') }]
}
