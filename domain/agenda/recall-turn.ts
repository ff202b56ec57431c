// What a recall waits for: analysis, notice, objection, the checks, the evaluation, the end.
import type { Recall } from '../recall/state.ts'
import { type Turn, turn } from './turn.ts'

const stepOf = (recall: Recall): Turn[] => {
  const { status, draft, orderPreparedAt, notices, responses } = recall
  const notice = notices.findLast((one) => one.droppedAt === null) ?? null
  const signs = { isOwners: false } as const
  switch (status) {
    case 'suspected':
      return [turn('askAnalysis', 'recall.suspected')]
    case 'company_analysis':
      return []
    case 'no_defect':
      return [turn('openInvestigation', 'recall.noDefectClaimed'), turn('closeNoDefect', 'recall.noDefectClaimed', signs)]
    case 'authority_investigation':
      return draft
        ? [turn('issueNotice', 'recall.noticeDrafted', { ...signs, facts: { version: draft.version } })]
        : [turn('draftNotice', 'recall.investigation')]
    case 'recall_notice':
      return orderPreparedAt ? [turn('order', 'recall.orderPrepared', signs)] : []
    case 'objection':
      return [turn('conveneReview', 'recall.objection')]
    case 'expert_review':
      return notice?.review?.opinion
        ? [turn('order', 'recall.opinionIn', { ...signs, facts: { finding: notice.review.opinion.finding } })]
        : [turn('recordOpinion', 'recall.review')]
    case 'in_progress': {
      const answers = Object.values(responses)
      return [
        turn('recordCheck', 'recall.inProgress', {
          facts: {
            declared: answers.filter((one) => one.declared).length,
            proved: answers.filter((one) => one.proved?.outcome === 'stopHolds').length,
          },
        }),
      ]
    }
    case 'completed':
      return [turn('evaluate', 'recall.completed')]
    case 'effect_evaluation':
      return [turn('terminate', 'recall.evaluated', { ...signs, facts: { outcome: recall.evaluation?.outcome ?? '' } })]
    default:
      return []
  }
}

export const recallTurns = (recall: Recall): Turn[] => [
  ...(recall.emergencyProposal ? [turn('orderEmergency', 'recall.emergencyProposed', { isOwners: false })] : []),
  ...(recall.classProposal
    ? [turn('validateClass', 'recall.classProposed', { facts: { class: recall.classProposal.class }, isOwners: false })]
    : []),
  ...stepOf(recall),
]
