// The rules of the notice: drafted by one, signed by another, objected to, reviewed by experts without interest, and dropped when there is no defect.
import { forumOf } from '../act/act.ts'
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { isPast, objectionDue } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { RecallEvent } from './event.ts'
import { noticeFault, panelFault, type RecallFacts, reachOf } from './fault.ts'
import { numberOf } from './recall-number.ts'
import { currentNotice, type Notice, type Recall, standingEmergency } from './state.ts'

type Answer = Decision<RecallEvent>

/** A draft may be written again as often as needed; the version that it would become is fixed when it is signed. */
export const draftNotice = (recall: Recall, command: CommandOf<'draftNotice'> | CommandOf<'expand'>, { catalogue }: Occasion): Answer => {
  const reason = command.type === 'expand' ? command.reason : null
  const { type: _, ...body } = command
  const content = 'reason' in body ? (({ reason: __, ...rest }) => rest)(body) : body
  return noticeFault(catalogue, content) ?? grant({ type: 'noticeDrafted', content, version: recall.notices.length + 1, reason })
}

/** The signatory's act: the list of whom it reaches is made in the same moment, and every deployment left out says why. */
export const issueNotice = (
  recall: Recall,
  { reasons }: CommandOf<'issueNotice'>,
  { post, catalogue }: Occasion,
  facts: RecallFacts,
): Answer => {
  const { draft } = recall
  if (draft === null) return refuse('recall.draftNeeded')
  if (recall.class === null) return refuse('recall.validatedClassNeeded')
  const reach = reachOf(draft.content.scope, facts)
  if ('granted' in reach) return reach
  return grant({
    ...{
      type: 'noticeIssued',
      number: numberOf(recall, facts, recall.class),
      version: draft.version,
      content: draft.content,
      changeReason: draft.reason,
    },
    ...{ draftedBy: draft.by, class: recall.class, affected: reach.included, excluded: reach.excluded },
    ...{ reasons, basis: draft.content.legalBasis, forumId: forumOf(catalogue, post) },
  })
}

/** A letter was received: never refused, so that nobody is kept from reading one. What it changes nothing about leaves no trace. */
export const noteDelivery = (recall: Recall, { act, noticeVersion, deliveredAt }: CommandOf<'noteDelivery'>): Answer => {
  const waits =
    act === 'analysis'
      ? recall.analysis !== null && recall.analysis.deliveredAt === null
      : act === 'order'
        ? recall.binding !== null &&
          recall.binding.how === 'ordered' &&
          recall.binding.deliveredAt === null &&
          (noticeVersion === null || noticeVersion === recall.binding.noticeVersion)
        : recall.notices.some((notice) => notice.version === noticeVersion && notice.deliveredAt === null)
  return waits ? grant({ type: 'deliveryNoted', act, noticeVersion, deliveredAt }) : grant()
}

/** Within fifteen working days of delivery, with evidence (Defective Auto Recall Regulations 15(2)); before delivery, and where the last day is not published yet, it is in time. */
export const object = (
  recall: Recall,
  { grounds, evidenceHash, asksTesting }: CommandOf<'object'>,
  { at, catalogue }: Occasion,
): Answer => {
  const notice = currentNotice(recall)
  if (!notice) return refuse('recall.noticeNeeded')
  const due = objectionDue(notice, catalogue)
  if (due && isPast(due, at)) return refuse('recall.timelyObjectionNeeded', { dueOn: due.on })
  return grant({ type: 'objected', noticeVersion: notice.version, grounds, evidenceHash, asksTesting })
}

export const conveneReview = (recall: Recall, { panel, testing }: CommandOf<'conveneReview'>): Answer => {
  const notice = currentNotice(recall)
  if (!notice?.objection) return refuse('recall.objectionNeeded')
  if (notice.objection.asksTesting && !testing) return refuse('recall.testingNeeded')
  return panelFault(panel, recall.organisationName) ?? grant({ type: 'reviewConvened', noticeVersion: notice.version, panel, testing })
}

export const recordOpinion = (recall: Recall, { finding, summary, reportHash, dissent }: CommandOf<'recordOpinion'>): Answer => {
  const notice = currentNotice(recall)
  if (!notice?.review) return refuse('recall.reviewNeeded')
  if (notice.review.opinion) return refuse('recall.openReviewNeeded', { finding: notice.review.opinion.finding })
  return grant({ type: 'opinionRecorded', noticeVersion: notice.version, finding, summary, reportHash, dissent })
}

const opinionFault = (recall: Recall, notice: Notice | null): Answer | null => {
  if (recall.status !== 'expert_review') return null
  if (!notice?.review?.opinion) return refuse('recall.opinionNeeded')
  return notice.review.opinion.finding === 'defect' ? refuse('recall.defectFollowNeeded') : null
}

/** Ends the case, or, where a narrower notice binds already, only the wider one. What was public is withdrawn with a reason for the public. */
export const closeNoDefect = (recall: Recall, { reasons, publicReason }: CommandOf<'closeNoDefect'>): Answer => {
  const notice = currentNotice(recall)
  const fault = opinionFault(recall, notice)
  if (fault) return fault
  if (recall.published !== null && publicReason === null) return refuse('recall.publicReasonNeeded')
  if (recall.binding !== null && notice) return grant({ type: 'expansionDropped', noticeVersion: notice.version, reasons, publicReason })
  return grant({ type: 'closedNoDefect', reasons, publicReason, isEmergencyLifted: standingEmergency(recall) !== null })
}
