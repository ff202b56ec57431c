// The tabs of a reconsideration: the act and the state of the procedure, what the parties said, the hearing, the proposal and the decision.
import { DefinitionList, type Entry } from '#components/ui/definition-list'
import { formatMoment } from '#messages/format'
import { caseHref } from '#server/day'
import type { ReconsiderationCase } from '#server/reconsideration-view'
import { Part } from '../../_case/parts.tsx'

type Props = { c: ReconsiderationCase }
type Line = [key: string, term: string, value: Entry['value'] | null | undefined | false]

/** Only what there is: a line without a value is left out. */
const entries = (lines: readonly Line[]): Entry[] =>
  lines.flatMap(([key, term, value]) =>
    value === null || value === undefined || value === false || value === '' ? [] : [{ key, term, value }],
  )

const paragraphs = (text: string) =>
  text.split('\n').map((line, place) => (
    <p key={place} className="below">
      {line}
    </p>
  ))

export function Overview({ c }: Props) {
  const { r, state, who } = c
  const { say } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const { challenged, acceptance, late, actSuspension, notAccepted } = state
  const moment = (at: string) => formatMoment(at, r.today)
  const pause = state.pauses.at(-1)
  return (
    <div className="px-6 pb-8">
      {challenged ? (
        <Part title={word('part.challenged')}>
          <DefinitionList
            entries={entries([
              ['act', word('field.act'), say(`reconsideration.option.challengedActs.${challenged.what}`)],
              [
                'case',
                word('field.case'),
                <a key="a" href={caseHref(challenged.kind, challenged.id)}>
                  {challenged.number ?? say(`${challenged.kind}.name`)}
                </a>,
              ],
              ['respondent', word('field.respondent'), r.words.authority(challenged.authorityId)],
              ['forum', word('field.forum'), r.words.forum(state.forumId)],
              ['on', word('field.decidedOn'), challenged.decidedOn],
              ['delivered', word('field.deliveredAt'), challenged.deliveredAt ? moment(challenged.deliveredAt) : word('notDelivered')],
              [
                'hash',
                word('field.hash'),
                <span key="h" className="mono t3">
                  {challenged.hash.slice(0, 16)}…
                </span>,
              ],
            ])}
          />
        </Part>
      ) : null}
      <Part title={word('part.clocks')}>
        <DefinitionList
          entries={entries([
            ['applied', word('field.appliedAt'), state.application ? moment(state.application.at) : null],
            ['late', word('field.late'), late?.reason],
            ['admitted', word('field.admitted'), late?.admitted ? `${late.admitted.reason} (${who(late.admitted.by)})` : null],
            [
              'accepted',
              word('field.acceptedOn'),
              acceptance ? `${acceptance.from.slice(0, 10)}${acceptance.isDeemed ? ` · ${word('deemed')}` : ''}` : null,
            ],
            ['procedure', word('field.procedure'), acceptance ? say(`reconsideration.option.procedures.${acceptance.procedure}`) : null],
            ['due', word('field.due'), c.one.dueOn],
            ['extended', word('field.extended'), state.extension ? `${state.extension.reason} (${who(state.extension.by)})` : null],
          ])}
        />
      </Part>
      {actSuspension || pause ? (
        <Part title={word('part.stays')}>
          {actSuspension ? (
            <p className="below care">
              {word('suspended', { ground: say(`reconsideration.option.suspensionGrounds.${actSuspension.ground}`) })}{' '}
              {actSuspension.reason}
            </p>
          ) : null}
          {state.pauses.map((one) => (
            <p key={one.at} className="below">
              {one.resumedAt
                ? word('pausedUntil', {
                    from: moment(one.at),
                    to: moment(one.resumedAt),
                    ground: say(`reconsideration.option.pauseGrounds.${one.ground}`),
                  })
                : word('paused', { ground: say(`reconsideration.option.pauseGrounds.${one.ground}`) })}{' '}
              <span className="t2">{one.reason}</span>
            </p>
          ))}
        </Part>
      ) : null}
      {notAccepted ? (
        <Part title={word('part.notAccepted')} end={word('by', { name: who(notAccepted.by), at: moment(notAccepted.at) })}>
          {paragraphs(notAccepted.reasons)}
          {notAccepted.goTo ? <p className="below">{r.book.name(notAccepted.goTo)}</p> : null}
        </Part>
      ) : null}
      <Decision c={c} />
    </div>
  )
}

function Decision({ c: { r, state, who } }: Props) {
  const { say } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const { decision } = state
  if (!decision) return null
  return (
    <Part
      title={`${word('part.decision')}: ${say(`reconsideration.option.reconsiderationOutcomes.${decision.outcome}`)}`}
      end={formatMoment(decision.at, r.today)}
    >
      <DefinitionList
        entries={entries([
          ['facts', say('reconsideration.field.facts'), decision.facts],
          ['basis', say('reconsideration.field.basis'), decision.basis.join('; ')],
          ['reasons', say('reconsideration.field.reasons'), decision.reasons],
          ['public', say('reconsideration.field.publicReason'), r.book.name(decision.publicReason)],
          [
            'conditions',
            say('reconsideration.field.conditions'),
            decision.conditions && decision.conditions.length > 0 ? decision.conditions.map((one) => r.book.name(one)).join('; ') : null,
          ],
          ['proposed', word('field.proposedBy'), who(decision.proposedBy)],
          ['decided', word('field.decidedBy'), who(decision.by)],
          ['stands', word('field.actStands'), decision.actStands ? word('yes') : word('no')],
          [
            'delivered',
            word('field.deliveredAt'),
            decision.deliveredAt ? formatMoment(decision.deliveredAt, r.today) : word('notDelivered'),
          ],
        ])}
      />
    </Part>
  )
}

export function Parties({ c: { r, state, who } }: Props) {
  const { say } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const { application, correction, answer, copySent } = state
  const signed = ({ by, at }: { by: string; at: string }) => word('by', { name: who(by), at: formatMoment(at, r.today) })
  return (
    <div className="px-6 pb-8">
      {application ? (
        <Part title={word('part.application')} end={signed(application)}>
          <DefinitionList
            entries={entries([
              ['requests', say('reconsideration.field.requests'), application.requests],
              ['grounds', say('reconsideration.field.grounds'), application.grounds],
              ['evidence', say('reconsideration.field.evidence'), application.evidence],
              ['suspension', say('reconsideration.field.asksSuspension'), application.asksSuspension ? word('yes') : word('no')],
              ['hearing', say('reconsideration.field.asksHearing'), application.asksHearing ? word('yes') : word('no')],
            ])}
          />
        </Part>
      ) : null}
      {correction ? (
        <Part title={word('part.correction')} end={signed(correction)}>
          <ul className="reading">
            {correction.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="below t2">{correction.deliveredAt ? formatMoment(correction.deliveredAt, r.today) : word('notDelivered')}</p>
          {correction.answer ? paragraphs(correction.answer.statement) : null}
        </Part>
      ) : null}
      <Part title={word('part.answer')} end={answer ? signed(answer) : copySent ? formatMoment(copySent.at, r.today) : undefined}>
        {answer ? (
          <>
            {answer.isLate ? <p className="below care">{word('late')}</p> : null}
            {paragraphs(answer.statement)}
            {answer.evidence ? paragraphs(answer.evidence) : null}
          </>
        ) : (
          <p className="below t2">{word('noAnswer')}</p>
        )}
      </Part>
    </div>
  )
}

export function Review({ c }: Props) {
  const { r, state, who } = c
  const { say } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`reconsiderationDesk.${key}`, facts)
  const { hearing, heard, proposal, rounds } = state
  const signed = ({ by, at }: { by: string; at: string }) => word('by', { name: who(by), at: formatMoment(at, r.today) })
  return (
    <div className="px-6 pb-8">
      <Part title={word('part.hearing')} end={heard ? signed(heard) : undefined}>
        {hearing ? <p className="below">{word('hearingOn', { on: hearing.heldOn, place: hearing.place })}</p> : null}
        {heard ? (
          <>
            <p className="below">
              <b>{say(`reconsideration.option.hearingForms.${heard.form}`)}</b> {heard.heldOn}
            </p>
            {paragraphs(heard.record)}
          </>
        ) : hearing ? null : (
          <p className="below t2">{word('noHearing')}</p>
        )}
      </Part>
      {state.decision ? null : (
        <Part title={word('part.proposal')} end={proposal ? signed(proposal) : undefined}>
          {proposal ? (
            <DefinitionList
              entries={entries([
                [
                  'outcome',
                  say('reconsideration.field.outcome'),
                  say(`reconsideration.option.reconsiderationOutcomes.${proposal.outcome}`),
                ],
                ['facts', say('reconsideration.field.facts'), proposal.facts],
                ['basis', say('reconsideration.field.basis'), proposal.basis.join('; ')],
                ['reasons', say('reconsideration.field.reasons'), proposal.reasons],
                ['public', say('reconsideration.field.publicReason'), r.book.name(proposal.publicReason)],
              ])}
            />
          ) : (
            <p className="below t2">{word('noProposal')}</p>
          )}
        </Part>
      )}
      {rounds.length > 0 ? (
        <Part title={word('part.rounds')}>
          {rounds.map((round) => (
            <p key={round.at} className="below">
              {say('case.four.returnedBy', { name: who(round.by), reason: round.returned })}{' '}
              <span className="t2">{formatMoment(round.at, r.today)}</span>
            </p>
          ))}
        </Part>
      ) : null}
      <Decision c={c} />
    </div>
  )
}
