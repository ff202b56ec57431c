// The rules of a filing, from the first line that a company writes to the last word of the register (policy.md 5.3, Order 9 arts 23–33).
import { attachmentIdsOf } from '#domain/attachment/reference'
import { type Decision, grant, type Kind, type Occasion, refuse } from '#domain/case'
import { changesOf } from './change-state.ts'
import { type FilingCommand, filingCommands } from './command.ts'
import { answerRevocation, cancel, dropRevocation, proposeRevocation, revoke, suspend } from './decide-after.ts'
import { confirmChange, proposeChange, withdrawChange } from './decide-change.ts'
import { decide as decideFiling, extend, returnToReviewer } from './decide-decision.ts'
import { confirm, create, describe, resubmit, submit } from './decide-draft.ts'
import { callHearing, challengeChair, dropHearing, holdHearing, replaceChair } from './decide-hearing.ts'
import { answerIdentity, importDescription, importFiling } from './decide-import.ts'
import { accept, assign, deem, lapse, noteDelivery, rejectIntake, requestCorrection } from './decide-intake.ts'
import { answer, ask, noteSilence, withdrawRequest } from './decide-request.ts'
import {
  askConcurrence,
  concur,
  noteObligation,
  noteTest,
  opine,
  placeInTier,
  recommend,
  requestTest,
  ruleOnConfidentiality,
} from './decide-review.ts'
import { withPublicDocuments } from './documents.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import { evolve } from './evolve.ts'
import { record, registerKey } from './history.ts'
import { type FilingFacts, needs } from './needs.ts'
import { reopen } from './reopen.ts'
import { openRequests } from './request.ts'
import { type Filing, filingFields, noFiling } from './state.ts'
import { summary } from './summary.ts'
import { filingStatuses, inForceStatuses, recordedStatuses, requestableStatuses } from './vocabulary.ts'

export type { FilingCommand } from './command.ts'
export type { FilingEvent } from './event.ts'
export type { Filing } from './state.ts'

const decide = (state: Filing, command: FilingCommand, occasion: Occasion, facts: FilingFacts): Decision<FilingEvent> => {
  // A row of an older register is shown as it stood there: nobody decides it anew.
  if (state.history && command.type !== 'record') return refuse('filing.historyOnly', { source: state.history.source })
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'importDescription':
      return importDescription(state, command, facts)
    case 'importFiling':
      return importFiling(state, command, facts)
    case 'answerIdentity':
      return answerIdentity(state, command)
    case 'describe':
      return describe(state, command, occasion)
    case 'confirm':
      return confirm(state, command)
    case 'assign':
      return assign(state, command, occasion, facts)
    case 'submit':
      return submit(state, occasion, facts)
    case 'resubmit':
      return resubmit(state, command, occasion, facts)
    case 'withdraw':
      return grant({ type: 'withdrawn', reason: command.reason })
    case 'requestCorrection':
      return requestCorrection(state, command, occasion)
    case 'accept':
      return accept(state, occasion, facts)
    case 'rejectIntake':
      return rejectIntake(state, command, occasion)
    case 'deem':
      return deem(state, occasion, facts)
    case 'lapse':
      return lapse(state, occasion)
    case 'startReview':
      return grant({ type: 'reviewStarted' })
    case 'placeInTier':
      return placeInTier(state, command, occasion, facts)
    case 'ruleOnConfidentiality':
      return ruleOnConfidentiality(state, command)
    case 'requestTest':
      return requestTest(state, command, occasion)
    case 'noteTest':
      return noteTest(state, command, occasion)
    case 'noteObligation':
      return noteObligation(state, command)
    case 'noteDelivery':
      return noteDelivery(state, command)
    case 'noteAgent':
      return state.agentId === null ? grant({ type: 'agentNoted', agentId: command.agentId }) : grant()
    case 'noteDeployment':
      return state.deploymentIds.includes(command.deploymentId)
        ? grant()
        : grant({ type: 'deploymentNoted', deploymentId: command.deploymentId })
    case 'ask':
      return ask(state, command, occasion)
    case 'answer':
      return answer(state, command, occasion, facts)
    case 'withdrawRequest':
      return withdrawRequest(state, command)
    case 'noteSilence':
      return noteSilence(state, occasion)
    case 'callHearing':
      return callHearing(state, command, occasion, facts)
    case 'challengeChair':
      return challengeChair(state, command)
    case 'replaceChair':
      return replaceChair(state, command, occasion, facts)
    case 'holdHearing':
      return holdHearing(state, command, occasion)
    case 'dropHearing':
      return dropHearing(state, command)
    case 'askConcurrence':
      return askConcurrence(state, command)
    case 'opine':
      return opine(state, command, occasion)
    case 'concur':
      return concur(state, command, occasion)
    case 'recommend':
      return recommend(state, command, occasion)
    case 'decide':
      return decideFiling(state, command, occasion, facts)
    case 'returnToReviewer':
      return returnToReviewer(state, command)
    case 'extend':
      return extend(state, command, occasion)
    case 'suspend':
      return suspend(command, occasion)
    case 'resumeFiling':
      return grant({ type: 'resumed', reason: command.reason })
    case 'proposeRevocation':
      return proposeRevocation(state, command)
    case 'answerRevocation':
      return answerRevocation(state, command, occasion)
    case 'dropRevocation':
      return dropRevocation(state, command)
    case 'revoke':
      return revoke(state, command, occasion)
    case 'cancel':
      return cancel(state, command, occasion)
    case 'proposeChange':
      return proposeChange(state, command, occasion)
    case 'confirmChange':
      return confirmChange(state, occasion, facts)
    case 'withdrawChange':
      return withdrawChange(state, command)
    case 'reopen':
      return reopen(state, command, occasion)
    case 'record':
      return record(state, command)
  }
}

/** What the public log says of an event; everything else is only committed to. */
const publicFacts = (event: RecordedFiling, state: Filing): Record<string, unknown> => {
  switch (event.type) {
    case 'decided':
      return event.number === null
        ? {}
        : {
            number: event.number,
            outcome: event.outcome,
            revisionHash: event.revisionHash,
            versionHash: event.versionHash,
            sector: state.sector,
            scenarios: state.scenarios,
          }
    case 'retestNoted':
      return event.outcome === 'cancelled'
        ? {}
        : { number: state.decision?.number ?? null, testItemIds: event.testItemIds, outcome: event.outcome, verdict: event.verdict }
    case 'changeRecorded': {
      const change = changesOf(state).find((one) => one.no === event.no)
      return {
        number: state.decision?.number ?? null,
        class: event.class,
        revisionHash: event.revisionHash,
        versionHash: event.versionHash,
        version: event.published?.version ?? null,
        changedOn: change?.changedOn ?? null,
        isLate: change?.signed?.isLate ?? null,
      }
    }
    case 'suspended':
      return { number: state.decision?.number ?? null, on: event.on, reason: event.publicReason }
    case 'resumed':
      return { number: state.decision?.number ?? null }
    case 'revoked':
      return { number: state.decision?.number ?? null, on: event.on, ground: event.ground, reason: event.publicReason }
    case 'cancelled':
      return { number: state.decision?.number ?? null, on: event.on, cause: event.cause, reason: event.publicReason }
    case 'overturned':
      return state.published
        ? { number: state.published.number, on: event.on, act: event.act, outcome: event.outcome, reason: event.reason }
        : {}
    case 'recorded':
      return event.status === 'filed' || event.status === 'cancelled'
        ? { number: event.history.filingNo, source: event.history.source, row: event.history.row }
        : {}
    default:
      return {}
  }
}

export const filing: Kind<Filing, FilingCommand, FilingEvent, FilingFacts> = {
  name: 'filing',
  plural: 'filings',
  statuses: filingStatuses,
  commands: filingCommands,
  moves: {
    create: { by: ['filer', 'compliance_lead'], from: ['none'] },
    importDescription: { by: ['filer', 'compliance_lead'], from: ['draft'] },
    importFiling: { by: ['filer', 'compliance_lead'], from: ['draft'] },
    answerIdentity: { by: ['filer', 'compliance_lead', 'representative'], from: ['draft', 'correction_required'] },
    describe: {
      by: ['filer', 'compliance_lead'],
      from: ['draft', 'correction_required', 'accepted', 'under_review', 'sector_concurrence'],
    },
    confirm: { by: ['compliance_lead', 'representative'], from: ['draft'] },
    submit: { by: ['representative'], from: ['draft'] },
    resubmit: { by: ['representative'], from: ['correction_required', 'accepted', 'under_review', 'sector_concurrence'] },
    withdraw: {
      by: ['compliance_lead', 'representative'],
      from: ['draft', 'submitted', 'correction_required', 'accepted', 'under_review', 'testing', 'sector_concurrence'],
    },
    assign: {
      by: ['intake', 'reviewer', 'approver'],
      from: ['submitted', 'correction_required', 'accepted', 'under_review', 'testing', 'sector_concurrence'],
    },
    requestCorrection: { by: ['intake'], from: ['submitted'], duty: 'intake' },
    accept: { by: ['intake'], from: ['submitted'], duty: 'intake' },
    rejectIntake: { by: ['intake'], from: ['submitted'], duty: 'intake' },
    deem: { by: ['system'], from: ['submitted'], quiet: true },
    lapse: { by: ['system'], from: ['correction_required'], quiet: true },
    startReview: { by: ['reviewer'], from: ['accepted'], duty: 'review' },
    placeInTier: { by: ['reviewer'], from: ['under_review'], duty: 'review' },
    requestTest: { by: ['reviewer'], from: ['under_review'], duty: 'review' },
    // A result may arrive after the case has moved on; the rule then has nothing to note.
    noteTest: { by: ['system'], from: filingStatuses, quiet: true },
    noteObligation: { by: ['system'], from: filingStatuses, quiet: true },
    noteDelivery: { by: ['system'], from: filingStatuses, quiet: true },
    noteAgent: { by: ['system'], from: filingStatuses, quiet: true },
    noteDeployment: { by: ['system'], from: filingStatuses, quiet: true },
    ask: { by: ['reviewer'], from: requestableStatuses, duty: 'review' },
    answer: { by: ['compliance_lead', 'representative'], from: requestableStatuses },
    withdrawRequest: { by: ['reviewer'], from: requestableStatuses, duty: 'review' },
    noteSilence: { by: ['system'], from: requestableStatuses, quiet: true },
    callHearing: { by: ['reviewer'], from: ['under_review', 'sector_concurrence'], duty: 'review' },
    challengeChair: { by: ['compliance_lead', 'representative'], from: requestableStatuses },
    replaceChair: { by: ['approver'], from: requestableStatuses, duty: 'approve' },
    holdHearing: { by: ['hearing_chair'], from: requestableStatuses, duty: 'hear' },
    dropHearing: { by: ['reviewer'], from: requestableStatuses, duty: 'review' },
    askConcurrence: { by: ['reviewer'], from: ['under_review'], duty: 'review' },
    opine: { by: ['sector_reviewer'], from: ['sector_concurrence'], duty: 'sector_review' },
    concur: { by: ['sector_approver'], from: ['sector_concurrence'], duty: 'sector_approve', stepUp: true },
    recommend: { by: ['reviewer'], from: ['under_review', 'sector_concurrence'], duty: 'review' },
    decide: { by: ['approver'], from: ['under_review', 'sector_concurrence'], duty: 'approve', stepUp: true },
    returnToReviewer: { by: ['approver'], from: ['under_review', 'sector_concurrence'], duty: 'approve' },
    extend: { by: ['approver'], from: ['accepted', 'under_review', 'testing', 'sector_concurrence'], duty: 'approve' },
    suspend: { by: ['approver'], from: inForceStatuses, duty: 'approve', stepUp: true },
    resumeFiling: { by: ['approver'], from: ['suspended'], duty: 'approve' },
    proposeRevocation: { by: ['reviewer'], from: [...inForceStatuses, 'suspended'], duty: 'review' },
    answerRevocation: { by: ['compliance_lead', 'representative'], from: [...inForceStatuses, 'suspended'] },
    dropRevocation: { by: ['reviewer', 'approver'], from: [...inForceStatuses, 'suspended'] },
    revoke: { by: ['approver'], from: [...inForceStatuses, 'suspended'], duty: 'approve', stepUp: true },
    cancel: { by: ['representative', 'approver'], from: [...inForceStatuses, 'suspended'] },
    proposeChange: { by: ['filer', 'compliance_lead'], from: inForceStatuses },
    confirmChange: { by: ['representative'], from: ['change_pending'] },
    withdrawChange: { by: ['compliance_lead', 'representative'], from: ['change_pending'] },
    // A consequence must never fail: from any status, and where the act stands no more there is nothing to open.
    reopen: { by: ['system'], from: filingStatuses, quiet: true },
    // A later edition of an older register may say otherwise of a row that was taken over; only such a row.
    record: { by: ['system'], from: ['none', ...recordedStatuses], quiet: true },
    ruleOnConfidentiality: {
      by: ['reviewer'],
      from: ['accepted', 'under_review', 'testing', 'sector_concurrence', ...inForceStatuses, 'suspended'],
      duty: 'review',
    },
  },
  initial: noFiling,
  place: ({ organisationId, sector, region, status }) => ({ organisationId, sector, region, isPrivate: status === 'draft' }),
  isFrozen: ({ history }) => history !== null,
  needs,
  decide,
  evolve: (state, event) => withPublicDocuments(evolve(state, event)),
  summary,
  fields: filingFields,
  links: (state) => ({
    agent: state.agentId,
    organisation: state.organisationId,
    follows: state.followsFilingId,
    register: state.history && registerKey(state.history),
    sheetRow: state.sheetRow,
    // By this the company finds what it is asked for, without reading every case.
    asked: openRequests(state).length > 0 ? state.organisationId : null,
    attachment: attachmentIdsOf(state.documents, ...state.revisions.map(({ documents }) => documents), state.requests, state.hearings),
  }),
  publicFacts,
}
