// The letters that a filing sends: one for every act that the company must know of, with what it must state (policy.md 5.7, 5.4 no. 12).
import type { Recorded } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import { challenge, hearing } from '../letter/remedy.ts'
import type { FollowOn } from '../world.ts'
import type { FilingEvent } from './event.ts'
import { chairOf, hearingsOf } from './hearing.ts'
import { type FilerRequest, requestNumber, requestsOf } from './request.ts'
import type { Filing, FilingDecision } from './state.ts'

/** `version` is the number of what it is about within the case, where that is no revision. */
type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<OrderedLetter> & { version?: number }
const both = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh || en, en: en || zh })
const reasonLines = (reasons: readonly { rule: string; evidence: string; finding: string }[]) =>
  reasons.map(({ rule, evidence, finding }) => `${rule}: ${finding} (${evidence})`)

const requestFacts = ({ no, kind, question, fields }: Pick<FilerRequest, 'no' | 'kind' | 'question' | 'fields'>) => ({
  requestNumber: requestNumber(no),
  kind: both(kind),
  question,
  fields: fields.length,
  days: kind.answerDays,
  dayKind: kind.dayKind,
  silence: kind.silence,
  stops: kind.stopsClock ? 'yes' : 'no',
})

/** The minutes that a decision rests on; letters of before there were hearings say nothing of them. */
const minutesFacts = (minutes: FilingDecision['minutes']) => ({
  heard: minutes ? 'yes' : 'no',
  heardOn: minutes?.heldOn ?? '',
  minutes: minutes?.sha256 ?? '',
})

const contentOf = (filing: Filing, event: Recorded<FilingEvent>): Content | null => {
  const number = filing.decision?.number ?? filing.receipt?.number ?? ''
  switch (event.type) {
    case 'submitted':
      return { template: 'receipt', facts: { receiptNumber: event.receiptNo } }
    case 'correctionRequested':
      return {
        template: 'correction',
        facts: { items: event.items.map((item) => `${item.what} (${item.basis})`) },
        basis: ['Licensing Law 32(4)'],
      }
    case 'accepted':
      return { template: event.isDeemed ? 'deemedAcceptance' : 'acceptance', facts: { acceptedOn: shanghaiDateOf(event.from) } }
    case 'intakeRejected':
      return {
        template: 'nonAcceptance',
        facts: { goTo: event.goTo },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(null, event.remedies),
      }
    case 'requestMade':
      return {
        template: 'request',
        facts: requestFacts(event),
        version: event.no,
        basis: event.kind.stopsClock ? ['Licensing Law 45'] : [],
      }
    case 'requestReminded': {
      const made = requestsOf(filing).find(({ no }) => no === event.no)
      return made ? { template: 'requestReminder', facts: requestFacts(made), version: event.no } : null
    }
    case 'hearingCalled':
    case 'chairReplaced': {
      const called = hearingsOf(filing).find(({ no }) => no === event.no)
      const chair = called && chairOf(called)
      if (!called || !chair) return null
      const { heldOn, startsAt, venue, isOpen, why } = called
      return {
        template: 'hearingNotice',
        facts: { heldOn, startsAt, venue, isOpen: isOpen ? 'yes' : 'no', why, chair: both(chair.name) },
        version: event.no,
        basis: ['Licensing Law 45, 46, 47, 48'],
      }
    }
    case 'extended':
      return { template: 'extension', facts: { reason: event.reason }, basis: [event.rule] }
    case 'decided':
      return event.number === null
        ? {
            template: 'refusal',
            facts: minutesFacts(event.minutes),
            found: reasonLines(event.reasons).join('\n'),
            basis: event.reasons.map((reason) => reason.rule),
            reasons: event.reasons.map((reason) => reason.finding),
            remedies: challenge(event.forumId, event.remedies),
          }
        : {
            template: 'decision',
            facts: {
              filingNumber: event.number,
              conditions: event.conditions.map((condition) => condition.text),
              ...minutesFacts(event.minutes),
            },
            reasons: event.reasons.map((reason) => reason.finding),
          }
    case 'suspended':
      return {
        template: 'suspension',
        facts: { filingNumber: number },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(null, event.remedies),
      }
    case 'resumed':
      return { template: 'resumption', facts: { filingNumber: number, reason: event.reason } }
    case 'revocationProposed':
      return {
        template: 'revocationProposed',
        facts: { filingNumber: number },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: [hearing],
      }
    case 'revoked':
      return {
        template: 'revocation',
        facts: { filingNumber: number },
        found: event.facts,
        basis: event.basis,
        reasons: [event.reasons],
        remedies: challenge(null, event.remedies),
      }
    case 'cancelled':
      return { template: 'cancellation', facts: { filingNumber: number, endedOn: event.endedOn } }
    case 'overturned':
      return {
        template: 'overturned',
        facts: { reconsiderationNumber: event.reconsiderationNumber, act: event.act, outcome: event.outcome, reason: event.reason },
      }
    default:
      return null
  }
}

/** The letter that follows this event, for the state after it. A row of an older register sends none. */
export const filingLetters = (filing: Filing, event: Recorded<FilingEvent>): FollowOn[] => {
  const found = filing.history || filing.organisationId === null ? null : contentOf(filing, event)
  if (!found) return []
  const { version, ...content } = found
  return [
    orderLetter({
      about: {
        kind: 'filing',
        id: filing.id,
        version: version ?? (filing.revisions.length || null),
        number: filing.decision?.number ?? filing.receipt?.number ?? null,
      },
      organisationId: filing.organisationId ?? '',
      organisationName: filing.organisationName?.zh ?? '',
      sector: filing.sector,
      region: filing.region ?? '000000',
      authorityId: event.authorityId,
      ...content,
      facts: { agentName: both(filing.agentName), on: shanghaiDateOf(event.at), ...content.facts },
    }),
  ]
}
