// The list columns of a filing: its mark, its next date, and what the system must do by itself when that date has passed.
import type { StateMark, Summary } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { millisecondsOf } from '#domain/clock/day'
import type { ClockCode } from '#domain/clock/limits'
import { openChange } from './change-state.ts'
import { dueOf, lapseOf, runningReview } from './clocks.ts'
import { laneOf, tierOf } from './placement.ts'
import { answerOverAt, awaitedRequests } from './request.ts'
import type { Filing } from './state.ts'
import { type FilingStatus, isInForce } from './vocabulary.ts'

/** A recall is no state of a filing (policy.md 5.3): the register works its standing out from both (register/standing.ts), so that neither can lag. */
const markOf: Record<Exclude<FilingStatus, 'filed' | 'change_pending'> | 'none', StateMark> = {
  none: 'draft',
  draft: 'draft',
  submitted: 'submitted',
  correction_required: 'waiting',
  accepted: 'review',
  under_review: 'review',
  testing: 'testing',
  sector_concurrence: 'review',
  suspended: 'suspended',
  not_accepted: 'refused',
  lapsed: 'ended',
  not_filed: 'refused',
  withdrawn: 'ended',
  revoked: 'refused',
  cancelled: 'ended',
}

/** Shown in the register from the decision on; what ended stays as a tombstone. A row of an older register is public only when filed or cancelled. */
export const isPublicFiling = ({ status, history, published, tombstone }: Filing): boolean =>
  history
    ? status === 'filed' || status === 'cancelled'
    : published !== null &&
      (isInForce(status) || ['suspended', 'revoked', 'cancelled'].includes(status) || tombstone?.what === 'overturned')

const runningRule = (filing: Filing): ClockCode | null => {
  const { status, clocks, revocationProposal } = filing
  if (status === 'submitted') return 'LIC-1'
  if (status === 'correction_required') return 'FIL-5'
  if (status === 'accepted' || status === 'under_review' || status === 'sector_concurrence' || status === 'testing')
    return runningReview({ clocks })
  if (revocationProposal && !revocationProposal.answer && (isInForce(status) || status === 'suspended')) return 'PEN-2a'
  return status === 'change_pending' && openChange(filing)?.stage === 'proposed' ? 'FIL-2' : null
}

/** The next date: of the clock that runs, or the day by which what it was suspended for must be put right. */
const nextDate = (filing: Filing, catalogue: Catalogue): Pick<Summary, 'dueOn' | 'dueRule'> => {
  const rule = filing.history ? null : runningRule(filing)
  const counted = rule ? dueOf(filing, rule, catalogue) : null
  const set = filing.status === 'suspended' ? (filing.suspension?.rectifyBy ?? null) : null
  return set !== null && (counted === null || set < counted)
    ? { dueOn: set, dueRule: null }
    : { dueOn: counted, dueRule: counted === null ? null : rule }
}

/** The first answer that may stay out, among those whose day can be told. */
const silenceIn = (filing: Filing, { calendar }: Catalogue): Summary['lapse'] => {
  const ends = awaitedRequests(filing).flatMap((request) => answerOverAt(request, calendar) ?? [])
  const [at] = ends.sort((one, other) => millisecondsOf(one) - millisecondsOf(other))
  return at === undefined ? null : { at, command: 'noteSilence' }
}

const lapseIn = (filing: Filing, catalogue: Catalogue): Summary['lapse'] => {
  // Silence accepts only where the company was told of nothing to correct (policy.md 5.4 no. 1).
  if (filing.status === 'submitted' && filing.corrections.length === 0) return lapseOf(filing, 'LIC-1', 'deem', catalogue)
  return filing.status === 'correction_required' && filing.corrections.at(-1)?.deliveredAt
    ? lapseOf(filing, 'FIL-5', 'lapse', catalogue)
    : silenceIn(filing, catalogue)
}

export const summary = (filing: Filing, catalogue: Catalogue): Summary => {
  const { agentName, organisationName, creditCode, published, history, decision, receipt, content, scenarios, sector } = filing
  const { dueOn, dueRule } = nextDate(filing, catalogue)
  const number = history?.filingNo ?? decision?.number ?? published?.number ?? receipt?.number ?? null
  const words = [
    agentName.en,
    organisationName?.en,
    creditCode,
    number,
    receipt?.number,
    content.identityCode,
    published?.version,
    history?.row,
  ]
  return {
    title: { zh: agentName.zh || agentName.en, en: agentName.en || agentName.zh },
    number,
    mark:
      filing.status === 'filed' || filing.status === 'change_pending'
        ? decision?.outcome === 'fileWithConditions'
          ? 'conditions'
          : 'approved'
        : markOf[filing.status],
    organisationName: organisationName?.zh ?? null,
    scenario: sector !== null && scenarios[0] !== undefined ? `${sector}:${scenarios[0]}` : null,
    lane: published?.lane ?? laneOf(filing),
    tier: published?.tier ?? tierOf(filing),
    ownerId: filing.ownerId,
    dueOn,
    dueRule,
    lapse: history ? null : lapseIn(filing, catalogue),
    openedAt: receipt?.at ?? filing.createdAt,
    decidedAt: decision?.at ?? (history?.filedOn ? `${history.filedOn}T00:00:00+08:00` : null),
    isPublic: isPublicFiling(filing),
    words: [...new Set(words.filter((word): word is string => typeof word === 'string' && word !== ''))],
  }
}
