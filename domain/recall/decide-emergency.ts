// The rules of the interim stop: proposed by an officer, ordered by a signatory, with reasons and a day of review. It is no recall and opens no way to one.
import { forumOf } from '../act/act.ts'
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { addMonths, dateOf, shanghaiDateOf, shanghaiDayOf } from '../clock/day.ts'
import type { CommandOf } from './command.ts'
import type { RecallEvent } from './event.ts'
import { type RecallFacts, reachOf, softTextFault, unclearScope } from './fault.ts'
import { numberOf } from './recall-number.ts'
import { type Recall, standingEmergency } from './state.ts'

type Answer = Decision<RecallEvent>

/** An interim stop is looked at again within a month at the latest: our default, no law sets one. */
const reviewFault = (reviewOn: string, at: string): Answer | null => {
  const [today, latest] = [shanghaiDateOf(at), dateOf(addMonths(shanghaiDayOf(at), 1))]
  return reviewOn > today && reviewOn <= latest ? null : refuse('recall.reviewDayNeeded', { after: today, latest })
}

export const proposeEmergency = (recall: Recall, command: CommandOf<'proposeEmergency'>, { at }: Occasion): Answer => {
  if (standingEmergency(recall)) return refuse('recall.liftedStopNeeded')
  const { type: _, softeningReason, ...proposal } = command
  const { facts, whatUsersMustDo } = proposal
  return (
    unclearScope(proposal.scope) ??
    reviewFault(proposal.reviewOn, at) ??
    softTextFault({ facts, whatUsersMustDo }, softeningReason) ??
    grant({ type: 'emergencyProposed', ...proposal })
  )
}

export const orderEmergency = (
  recall: Recall,
  { reasons, reviewOn }: CommandOf<'orderEmergency'>,
  { at, actor, post, catalogue }: Occasion,
  facts: RecallFacts,
): Answer => {
  const proposal = recall.emergencyProposal
  if (proposal === null) return refuse('recall.proposalNeeded')
  // Two people, by the duties of the case and by the proposal itself.
  if (proposal.by === actor.personId) return refuse('recall.secondPersonNeeded')
  const fault = reviewFault(reviewOn, at)
  if (fault) return fault
  const reach = reachOf(proposal.scope, facts)
  if ('granted' in reach) return reach
  const number = numberOf(recall, facts, recall.class ?? recall.classProposal?.class ?? 'I')
  const { by, at: _, ...content } = proposal
  return grant({
    type: 'emergencyOrdered',
    number,
    ...content,
    proposedBy: by,
    reviewOn,
    orderReasons: reasons,
    forumId: forumOf(catalogue, post),
    affected: reach.included,
    excluded: reach.excluded,
  })
}

export const prolongEmergency = (
  recall: Recall,
  { reasons, reviewOn }: CommandOf<'prolongEmergency'>,
  { at, post, catalogue }: Occasion,
): Answer => {
  if (!standingEmergency(recall)) return refuse('recall.standingStopNeeded')
  return reviewFault(reviewOn, at) ?? grant({ type: 'emergencyProlonged', reasons, reviewOn, forumId: forumOf(catalogue, post) })
}

export const liftEmergency = (recall: Recall, { reasons, publicReason }: CommandOf<'liftEmergency'>): Answer =>
  standingEmergency(recall) ? grant({ type: 'emergencyLifted', reasons, publicReason }) : refuse('recall.standingStopNeeded')
