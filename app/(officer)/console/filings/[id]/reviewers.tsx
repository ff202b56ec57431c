// Who has done what in a filing, who is missing, what each side said, and why the decision is or is not open.
import { formatMoment } from '#messages/format'
import type { FilingCase } from '#server/filing-case'
import type { filingEyes } from '#server/filing-eyes'
import { Conditions, Eyes, Part, Reasons } from '../../_case/parts.tsx'

type Given = {
  verdict?: string
  outcome?: string
  conditions: readonly { text: { zh: string; en: string }; dueOn: string | null; libraryId: string | null }[]
  reasons: readonly { rule: string; evidence: string; finding: string }[]
  at: string
  by: string
  authorityId?: string | null
}

export function Reviewers({ c, panel, decision }: { c: FilingCase; panel: ReturnType<typeof filingEyes>; decision: string | null }) {
  const { r, filing, who } = c
  const { say } = r
  const said: { key: string; title: string; given: Given; word: string }[] = [
    ...(filing.recommendation
      ? [
          {
            key: 'review',
            title: say('case.four.review'),
            given: filing.recommendation,
            word: say(`filing.option.filingOutcomes.${filing.recommendation.outcome}`),
          },
        ]
      : []),
    ...(filing.opinion
      ? [
          {
            key: 'opinion',
            title: say('case.four.sectorReview'),
            given: filing.opinion,
            word: say(`filing.option.concurrenceVerdicts.${filing.opinion.verdict}`),
          },
        ]
      : []),
    ...(filing.concurrence
      ? [
          {
            key: 'concurrence',
            title: say('case.four.sectorApprove'),
            given: filing.concurrence,
            word: say(`filing.option.concurrenceVerdicts.${filing.concurrence.verdict}`),
          },
        ]
      : []),
    ...(filing.decision
      ? [
          {
            key: 'decision',
            title: say('case.four.approve'),
            given: filing.decision,
            word: say(`filing.option.filingOutcomes.${filing.decision.outcome}`),
          },
        ]
      : []),
  ]
  const returned = filing.rounds.filter((round) => round.returned !== '')
  return (
    <div className="review two-panes">
      <section className="px-6">
        {filing.concurrenceAsked?.question ? (
          <Part title={say('case.four.question')} end={formatMoment(filing.concurrenceAsked.at, r.today)}>
            <p className="below">{filing.concurrenceAsked.question}</p>
          </Part>
        ) : null}
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
        {returned.length > 0 ? (
          <Part title={say('case.four.rounds')}>
            {returned.map((round) => (
              <article key={round.at} className="below">
                <h3>{say('case.four.returnedBy', { name: who(round.by), reason: round.returned })}</h3>
                <p className="cap t2">
                  {formatMoment(round.at, r.today)} · {say(`filing.option.filingOutcomes.${round.recommendation.outcome}`)}
                </p>
                <Conditions r={r} conditions={round.recommendation.conditions} />
                <Reasons r={r} reasons={round.recommendation.reasons} />
              </article>
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
