// What leads a case on from where it stands, as somebody who wants it to end well would ask: a random walk of even draws would seldom leave the form.
import { calledHearing } from './filing/hearing.ts'
import { laneOf, unplaced } from './filing/placement.ts'
import { identityOpen } from './filing/provenance.ts'
import { awaitedRequests } from './filing/request.ts'
import type { Filing } from './filing/state.ts'
import { reconsiderationNext, reconsiderationOnward } from './reconsideration/walk-body.ts'
import { lowLaneNext, lowLaneOnward } from './walk-low-lane.ts'

/** Everything that may sensibly be asked for in a status. */
export const onward: Record<string, Record<string, readonly string[]>> = {
  filing: {
    draft: ['describe', 'submit', 'importDescription', 'importFiling', 'answerIdentity', 'confirm'],
    submitted: ['accept', 'requestCorrection'],
    correction_required: ['describe', 'resubmit'],
    accepted: ['startReview', 'describe', 'extend'],
    under_review: [
      'placeInTier',
      'requestTest',
      'requestTest',
      'requestTest',
      'requestTest',
      'requestTest',
      'requestTest',
      'ask',
      'ask',
      'callHearing',
      'callHearing',
      'callHearing',
      'dropHearing',
      'extend',
      'returnToReviewer',
      'describe',
      'resubmit',
      'recommend',
    ],
    sector_concurrence: ['ask', 'dropHearing', 'opine', 'concur', 'recommend', 'returnToReviewer', 'extend'],
    filed: ['suspend', 'proposeRevocation', 'answerRevocation', 'revoke', 'proposeChange', 'proposeChange', 'proposeChange'],
    change_pending: ['confirmChange', 'confirmChange', 'confirmChange', 'proposeChange', 'withdrawChange', 'suspend', 'proposeRevocation'],
    suspended: ['resumeFiling', 'proposeRevocation', 'revoke', 'dropRevocation'],
    testing: ['extend', 'answer', 'challengeChair'],
  },
  opening: {
    draft: ['propose'],
    under_concurrence: ['revise', 'concur', 'sign'],
    suspended: ['reopen'],
    open: ['amend', 'concur', 'sign', 'suspend', 'close'],
    open_conditional: ['amend', 'concur', 'sign', 'suspend', 'close'],
  },
  deployment: {
    draft: ['describe', 'submit'],
    submitted: ['accept'],
    accepted: ['startAssessment'],
    assessing: ['opine', 'concur', 'recommend', 'returnToReviewer'],
    approved: ['activate', 'changeVersion'],
    approved_with_conditions: ['meetCondition', 'activate'],
    pilot_approved: ['activate'],
    active: ['changeVersion', 'changeVersion', 'suspend', 'meetCondition'],
    suspended: ['resume', 'changeVersion'],
    re_assessment: ['opine', 'concur', 'recommend', 'decide'],
  },
  obligation: {
    planned: ['assign', 'waive', 'extendDue'],
    assigned: ['start', 'decline'],
    in_progress: ['handIn', 'sign'],
    report_submitted: ['accept', 'returnReport', 'fail', 'handIn'],
    returned: ['handIn', 'assign'],
  },
  recall: {
    suspected: ['openInvestigation', 'askAnalysis', 'validateClass', 'changeClass', 'closeNoDefect'],
    company_analysis: ['answerAnalysis', 'openInvestigation', 'declareVoluntary'],
    no_defect: ['openInvestigation', 'closeNoDefect'],
    authority_investigation: ['draftNotice', 'validateClass', 'proposeEmergency', 'orderEmergency', 'declareVoluntary', 'changeClass'],
    recall_notice: ['object', 'declareVoluntary', 'order', 'expand', 'orderEmergency'],
    objection: ['conveneReview', 'declareVoluntary'],
    expert_review: ['recordOpinion', 'order', 'closeNoDefect'],
    voluntary_recall: ['filePlan', 'acknowledge', 'expand', 'clearVersion'],
    recall_ordered: ['filePlan', 'recordCheck', 'expand', 'proposeEmergency'],
    plan_filed: ['publishPlan'],
    in_progress: ['reportStage', 'acknowledge', 'recordCheck', 'finish', 'expand'],
    completed: ['evaluate', 'recordCheck'],
    effect_evaluation: ['terminate', 'furtherMeasures'],
    further_measures: ['filePlan'],
  },
  reconsideration: reconsiderationOnward,
  letter: { issued: ['receive', 'recordDelivery'] },
  lab: { active: ['suspendAccreditation', 'liftSuspension', 'accredit', 'declareImpartiality'] },
  catalogue: { in_force: ['propose'], proposed: ['enact', 'withdrawProposal'] },
  organisation: {
    suspended: ['liftSuspension'],
    registered: ['verify'],
    verified: ['amend', 'signCommitment', 'verify', 'suspend', 'registerKey', 'retireKey'],
  },
  person: { active: ['rename', 'appoint'], dismissed: ['reinstate'] },
  agent: { active: ['retire'] },
  ...lowLaneOnward,
}

const filingNext = (filing: Filing): string => {
  switch (filing.status) {
    case 'draft':
      if (Object.keys(filing.content).length < 8) return 'describe'
      if (identityOpen(filing).length > 0) return 'answerIdentity'
      return filing.claims.some((claim) => claim.confirmedBy === null) ? 'confirm' : 'submit'
    case 'submitted':
      return 'accept'
    case 'correction_required':
      return 'resubmit'
    case 'accepted':
      return 'startReview'
    case 'suspended':
      return 'resumeFiling'
    case 'under_review':
    case 'sector_concurrence': {
      const hearing = calledHearing(filing)
      if (hearing) return hearing.challenge && hearing.challenge.replacedAt === null ? 'replaceChair' : 'holdHearing'
      if (awaitedRequests(filing).length > 0) return 'answer'
      if (unplaced(filing).length > 0) return 'placeInTier'
      const isJoint = laneOf(filing) !== 'low'
      if (isJoint && filing.status === 'under_review' && !filing.concurrence) return 'askConcurrence'
      if (isJoint && filing.opinion?.revisionHash !== filing.revisionHash) return 'opine'
      if (isJoint && filing.concurrence?.revisionHash !== filing.revisionHash) return 'concur'
      return filing.recommendation?.revisionHash === filing.revisionHash ? 'decide' : 'recommend'
    }
    default:
      return ''
  }
}
const deploymentNext = (state: any): string => {
  if (state.status === 'assessing' || state.status === 're_assessment') {
    if (state.lane !== 'low' && state.opinion?.applicationHash !== state.applicationHash) return 'opine'
    if (state.lane !== 'low' && state.concurrence?.applicationHash !== state.applicationHash) return 'concur'
    return state.recommendation?.applicationHash === state.applicationHash ? 'decide' : 'recommend'
  }
  return (
    (
      {
        draft: 'submit',
        submitted: 'accept',
        accepted: 'startAssessment',
        approved: 'activate',
        approved_with_conditions: 'activate',
        pilot_approved: 'activate',
        suspended: 'resume',
      } as Record<string, string>
    )[state.status] ?? ''
  )
}
const recallNext = (state: any): string => {
  if (state.status === 'authority_investigation')
    return state.emergencyProposal && !state.emergency
      ? 'orderEmergency'
      : !state.draft
        ? 'draftNotice'
        : state.class === null
          ? 'validateClass'
          : 'issueNotice'
  if (state.status === 'expert_review')
    return state.notices.at(-1)?.review?.opinion
      ? state.notices.at(-1).review.opinion.finding === 'defect'
        ? 'order'
        : 'closeNoDefect'
      : 'recordOpinion'
  const steps: Record<string, string> = {
    suspected: 'openInvestigation',
    company_analysis: 'answerAnalysis',
    no_defect: 'openInvestigation',
    recall_notice: 'order',
    objection: 'conveneReview',
    voluntary_recall: 'filePlan',
    recall_ordered: 'filePlan',
    plan_filed: 'publishPlan',
    in_progress: 'finish',
    completed: 'evaluate',
    effect_evaluation: 'terminate',
    further_measures: 'filePlan',
  }
  return steps[state.status] ?? ''
}
const openingNext = (state: any): string => {
  const { proposal, motion } = state
  if (state.status === 'draft') return 'propose'
  if (proposal?.isOffered) return proposal.sector ? 'sign' : 'concur'
  return motion ? motion.kind : state.status === 'suspended' ? 'reopen' : ''
}
const obligationNext = (state: any): string =>
  (
    ({
      planned: 'assign',
      assigned: 'start',
      in_progress: state.reports?.at(-1) && !state.reports.at(-1).signed ? 'sign' : 'handIn',
      report_submitted: state.reports?.at(-1)?.verdict === 'fail' ? 'fail' : 'accept',
      returned: 'handIn',
    }) as Record<string, string>
  )[state.status] ?? ''

/** The one step that is due next, or '' where nothing is. */
export const nextStep = (kind: string, state: any): string =>
  (
    ({
      reconsideration: reconsiderationNext,
      filing: filingNext,
      deployment: deploymentNext,
      recall: recallNext,
      opening: openingNext,
      obligation: obligationNext,
      ...lowLaneNext,
    }) as Record<string, (state: any) => string>
  )[kind]?.(state) ??
  onward[kind]?.[state.status]?.[0] ??
  ''
