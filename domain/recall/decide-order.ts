// The rules of what binds: the company's own declaration, or the authority's order once the period has passed or experts have confirmed the defect.
import { forumOf } from '../act/act.ts'
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { isPast, objectionDue } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { RecallEvent } from './event.ts'
import { noticeFault, type RecallFacts, reachOf } from './fault.ts'
import { numberOf } from './recall-number.ts'
import { currentNotice, type Notice, type Recall } from './state.ts'

type Answer = Decision<RecallEvent>

/** The notice that does not bind yet; null where there is none, so nothing to order. */
export const pendingNotice = (recall: Recall): Notice | null => {
  const notice = currentNotice(recall)
  return notice && notice.version > (recall.binding?.noticeVersion ?? 0) ? notice : null
}

/** With the notice of the authority, or, before there is one, with the company's own in the same form and under the same wording check. */
export const declareVoluntary = (
  recall: Recall,
  { statement, notice: own }: CommandOf<'declareVoluntary'>,
  { catalogue }: Occasion,
  facts: RecallFacts,
): Answer => {
  const notice = pendingNotice(recall)
  if (notice && own) return refuse('recall.issuedNoticeNeeded', { version: notice.version })
  const content = own ?? notice?.content
  if (!content) return refuse('recall.noticeContentNeeded')
  const fault = own && noticeFault(catalogue, own)
  if (fault) return fault
  const reach = reachOf(content.scope, facts)
  if ('granted' in reach) return reach
  const name = recall.class ?? recall.classProposal?.class ?? 'I'
  return grant({
    ...{
      type: 'voluntarilyDeclared',
      number: numberOf(recall, facts, name),
      version: notice?.version ?? recall.notices.length + 1,
      statement,
    },
    ...{ notice: own && { content: own, class: name }, affected: reach.included, excluded: reach.excluded },
  })
}

/**
 * Whether a recall may be ordered now, and why (Defective Auto Recall Regulations 15; policy.md 5.4 no. 8): after an objection only when experts
 * confirmed the defect, without one only when the fifteen working days since delivery are over. An interim stop opens no shorter way (clocks.md).
 */
export const orderGround = (
  recall: Recall,
  { at, catalogue }: Pick<Occasion, 'at' | 'catalogue'>,
): { ground: 'noObjection' | 'expertsConfirmed'; notice: Notice } | Decision<never> => {
  const notice = pendingNotice(recall)
  if (!notice) return refuse('recall.noticeNeeded')
  if (notice.objection)
    return notice.review?.opinion?.finding === 'defect'
      ? { ground: 'expertsConfirmed', notice }
      : refuse('recall.expertsNeeded', { finding: notice.review?.opinion?.finding ?? null })
  const due = objectionDue(notice, catalogue)
  if (due === null) return refuse('recall.deliveryNeeded', { issuedAt: notice.issuedAt })
  if (due.on === null) return refuse('recall.publishedCalendarNeeded')
  return isPast(due, at) ? { ground: 'noObjection', notice } : refuse('recall.noticePeriodNeeded', { dueOn: due.on })
}

/** The system tells the signatory that the period has passed; it orders nothing. */
export const prepareOrder = (recall: Recall, occasion: Occasion): Answer => {
  const ground = orderGround(recall, occasion)
  if ('granted' in ground) return ground
  return recall.orderPreparedAt === null ? grant({ type: 'orderPrepared', noticeVersion: ground.notice.version }) : grant()
}

export const order = (recall: Recall, { reasons, basis }: CommandOf<'order'>, occasion: Occasion, facts: RecallFacts): Answer => {
  const { post, catalogue } = occasion
  const ground = orderGround(recall, occasion)
  if ('granted' in ground) return ground
  const reach = reachOf(ground.notice.content.scope, facts)
  if ('granted' in reach) return reach
  return grant({
    type: 'ordered',
    noticeVersion: ground.notice.version,
    ground: ground.ground,
    affected: reach.included,
    excluded: reach.excluded,
    reasons,
    basis,
    forumId: forumOf(catalogue, post),
  })
}

/** A reconsideration took the order away. Where none stands there is nothing to open: a consequence never fails. What was stopped stays stopped until it is decided. */
export const reopen = (recall: Recall, command: CommandOf<'reopen'>, { at }: Occasion): Answer => {
  const { reconsiderationId, number: reconsiderationNumber, outcome, reason: publicReason } = command
  if (recall.binding?.how !== 'ordered' || recall.closure !== null) return grant()
  return grant({ type: 'overturned', reconsiderationId, reconsiderationNumber, outcome, publicReason, on: shanghaiDateOf(at) })
}
