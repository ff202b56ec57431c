// Who has looked at a case, who is missing, and what still stands between it and a decision: what the judge would say, said beforehand.
import 'server-only'
import type { Duty, Role } from '#domain/permission'
import { excludedBy } from '#domain/permission'
import { formatMoment } from '#messages/format'
import type { OfficerReader } from './officer-reader.ts'

export type EyeLine = { key: string; who: string; state: 'done' | 'query' | 'open'; says: string; note?: string }
type Given = { at: string; by: string } | null
type Verdict = (Given & { verdict: string; conditions: readonly unknown[]; authorityId: string | null; isCurrent: boolean }) | null

export type EyesQuestion = {
  noun: 'filing' | 'deployment'
  did: Partial<Record<Duty, readonly string[]>>
  acceptance: { at: string; isDeemed: boolean } | null
  recommendation: (Given & { outcome: string; isCurrent: boolean }) | null
  rounds: number
  isSectorNeeded: boolean
  isSectorAsked: boolean
  opinion: Verdict
  concurrence: Verdict
  decision: (Given & { outcome: string }) | null
  /** What keeps the case from a decision, in order; empty when it is ready. */
  missing: string[]
  isAtDecision: boolean
  decide: { mayNow: boolean; by: readonly Role[] }
}

const outcomeTuple = { filing: 'filingOutcomes', deployment: 'deploymentOutcomes' } as const
const verdictTuple = { filing: 'concurrenceVerdicts', deployment: 'deploymentVerdicts' } as const

/** The lines of the panel, how many of them are done, and why the button is off for this person; null when it is on. */
export const eyesOf = (question: EyesQuestion, r: OfficerReader, who: (id: string | null) => string) => {
  const { noun, did, acceptance, recommendation, isSectorNeeded, opinion, concurrence, decision } = question
  const { say, today } = r
  const word = (key: string, facts: Record<string, string | number> = {}) => say(`case.four.${key}`, facts)
  const by = (duty: string, id: string | null, office?: string | null) =>
    word('by', { name: office ? `${who(id)} (${r.words.authorityShort(office)})` : who(id), duty: word(duty) })
  const outcome = (value: string) => say(`${noun}.option.${outcomeTuple[noun]}.${value}`)
  const verdict = (value: string) => say(`${noun}.option.${verdictTuple[noun]}.${value}`)
  const given = (duty: string, value: Verdict): EyeLine =>
    value
      ? {
          key: duty,
          who: by(duty, value.by, value.authorityId),
          state: !value.isCurrent || value.verdict === 'object' ? 'query' : 'done',
          says: verdict(value.verdict),
          note: [
            formatMoment(value.at, today),
            value.conditions.length > 0 ? say('case.verdict.conditions', { count: value.conditions.length }) : '',
            value.isCurrent ? '' : word('voided'),
          ]
            .filter(Boolean)
            .join(' · '),
        }
      : {
          key: duty,
          who: word('pending', { duty: word(duty) }),
          state: 'open',
          says: isSectorNeeded
            ? question.isSectorAsked || duty === 'sectorApprove'
              ? word('notYet')
              : word('notAsked')
            : word('notNeeded'),
        }
  const reviewer = recommendation?.by ?? did.review?.at(-1) ?? null
  const intake = did.intake?.at(-1) ?? null
  const eyes: EyeLine[] = [
    acceptance
      ? {
          key: 'intake',
          who: acceptance.isDeemed || !intake ? word('pending', { duty: word('intake') }) : by('intake', intake),
          state: 'done',
          says: acceptance.isDeemed ? word('deemed') : word('done'),
          note: formatMoment(acceptance.at, today),
        }
      : {
          key: 'intake',
          who: intake ? by('intake', intake) : word('pending', { duty: word('intake') }),
          state: intake ? 'query' : 'open',
          says: word('notYet'),
        },
    recommendation
      ? {
          key: 'review',
          who: by('review', recommendation.by),
          state: recommendation.isCurrent ? 'done' : 'query',
          says: outcome(recommendation.outcome),
          note: [
            formatMoment(recommendation.at, today),
            recommendation.isCurrent ? '' : word('voided'),
            question.rounds > 0 ? word('returned', { count: question.rounds }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }
      : {
          key: 'review',
          who: reviewer ? by('review', reviewer) : word('pending', { duty: word('review') }),
          state: question.rounds > 0 ? 'query' : 'open',
          says: question.rounds > 0 ? word('returned', { count: question.rounds }) : word('notYet'),
        },
    ...(isSectorNeeded ? [given('sectorReview', opinion), given('sectorApprove', concurrence)] : []),
    decision
      ? {
          key: 'approve',
          who: by('approve', decision.by),
          state: 'done',
          says: outcome(decision.outcome),
          note: formatMoment(decision.at, today),
        }
      : { key: 'approve', who: word('pending', { duty: word('approve') }), state: 'open', says: word('notYet') },
  ]
  const mine = excludedBy('approve').find((duty) => did[duty]?.includes(r.actor.personId))
  const isRole = r.posts.some((post) => question.decide.by.includes(post.role))
  const join = r.locale === 'en' ? ', ' : '、'
  const why = decision
    ? null
    : question.missing.length > 0 && question.isAtDecision
      ? word('blocked', { count: question.missing.length, what: question.missing.map((one) => word(`missing.${one}`)).join(join) })
      : !question.isAtDecision
        ? word('wrongStatus')
        : mine && isRole
          ? word('you', { duty: say(`case.duty.${mine}`) })
          : !question.decide.mayNow
            ? word('mayNot', { by: question.decide.by.map((role) => say(`role.${role}`)).join(join) })
            : null
  return { eyes, done: eyes.filter((eye) => eye.state === 'done').length, why, mayDecide: !decision && why === null }
}
