// The rules from plan to end: what the company files, tells and reports, what the authority checks, and who may close.
import { forumOf } from '../act/act.ts'
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { dueOf, isPast, planDue, publicationDue, reportDue, startOf } from './clocks.ts'
import type { Buckets, CommandOf } from './command.ts'
import type { RecallEvent } from './event.ts'
import { panelFault, type RecallFacts, softTextFault } from './fault.ts'
import { affectedNow, progress } from './progress.ts'
import { versionsInScope } from './scope.ts'
import { bindingNotice, currentPlan, type Recall, standingEmergency } from './state.ts'
import { reportBuckets } from './vocabulary.ts'

type Answer = Decision<RecallEvent>

/** A filed plan binds; whoever changes it files it again (Defective Auto Recall Regulations 16). Only the first plan after each act has a last day. */
export const filePlan = (recall: Recall, command: CommandOf<'filePlan'>, { at, catalogue }: Occasion): Answer => {
  const { type: _, ...content } = command
  const isFirst = recall.status !== 'plan_filed' && recall.status !== 'in_progress'
  const due = isFirst ? planDue(recall, catalogue) : null
  return grant({ type: 'planFiled', no: recall.plans.length + 1, isLate: due !== null && isPast(due, at), ...content })
}

/** Sellers and platforms are told on the day on which the plan is filed (clocks.md); who was told later is named. */
export const publishPlan = (recall: Recall, command: CommandOf<'publishPlan'>, { at, catalogue }: Occasion): Answer => {
  const plan = currentPlan(recall)
  if (!plan) return refuse('recall.planNeeded')
  const { type: _, softeningReason, ...publication } = command
  const missing = plan.channels.map((channel) => channel.name).filter((name) => !publication.told.some((one) => one.name === name))
  if (missing.length > 0) return refuse('recall.toldChannelsNeeded', { channels: missing })
  const today = shanghaiDateOf(at)
  if (publication.told.some((one) => one.on > today)) return refuse('recall.pastDayNeeded', { today })
  const filedOn = shanghaiDateOf(plan.at)
  const toldLate = publication.told.filter((one) => one.on > filedOn).map((one) => one.name)
  const due = publicationDue(recall, catalogue)
  return (
    softTextFault({ text: publication.text }, softeningReason) ??
    grant({ type: 'planPublished', planNo: plan.no, isLate: due !== null && isPast(due, at), toldLate, ...publication })
  )
}

const notReached = (recall: Recall, deploymentId: string): Answer | null =>
  affectedNow(recall).some((one) => one.deploymentId === deploymentId) ? null : refuse('recall.affectedDeploymentNeeded', { deploymentId })

/** The company's word for one deployment: it counts as declared, never as proved. */
export const acknowledge = (recall: Recall, { deploymentId, statement, note }: CommandOf<'acknowledge'>): Answer =>
  notReached(recall, deploymentId) ?? grant({ type: 'acknowledged', deploymentId, statement, note })

/** What the authority found itself; that a stop holds is proof only with its evidence. */
export const recordCheck = (recall: Recall, { deploymentId, outcome, method, evidenceHash, note }: CommandOf<'recordCheck'>): Answer => {
  if (outcome === 'stopHolds' && (evidenceHash === null || method === 'phone')) return refuse('recall.proofNeeded', { method })
  return notReached(recall, deploymentId) ?? grant({ type: 'checked', deploymentId, outcome, method, evidenceHash, note })
}

/** The buckets are the affected number, no more and no less (features.md C7). */
const bucketFault = (buckets: Buckets, affected: number): Answer | null => {
  const sum = reportBuckets.reduce((total, bucket) => total + buckets[bucket], 0)
  return sum === affected ? null : refuse('recall.matchingBucketsNeeded', { sum, affected })
}

export const reportStage = (
  recall: Recall,
  { buckets, narrative, next }: CommandOf<'reportStage'>,
  { at, catalogue }: Occasion,
): Answer => {
  if (recall.binding === null) return refuse('recall.bindingNeeded')
  const affected = recall.binding.affected.length
  const due = reportDue(recall, catalogue)
  return (
    bucketFault(buckets, affected) ??
    grant({
      type: 'stageReported',
      no: recall.reports.length + 1,
      noticeVersion: recall.binding.noticeVersion,
      affected,
      buckets,
      narrative,
      next,
      isLate: due !== null && isPast(due, at),
    })
  )
}

/** The final report: nothing is left to do, and RCL-6 since the measures were finished. */
export const finish = (
  recall: Recall,
  { buckets, finishedOn, summary, evidenceHash }: CommandOf<'finish'>,
  { at, catalogue }: Occasion,
): Answer => {
  if (recall.binding === null) return refuse('recall.bindingNeeded')
  if (finishedOn > shanghaiDateOf(at)) return refuse('recall.pastDayNeeded', { today: shanghaiDateOf(at) })
  const affected = recall.binding.affected.length
  const fault = bucketFault(buckets, affected)
  if (fault) return fault
  if (buckets.notYet + buckets.notified > 0) return refuse('recall.finishedMeasuresNeeded', { open: buckets.notYet + buckets.notified })
  return grant({
    type: 'finished',
    noticeVersion: recall.binding.noticeVersion,
    affected,
    buckets,
    finishedOn,
    summary,
    evidenceHash,
    isLate: isPast(dueOf(catalogue, 'RCL-6', startOf(finishedOn)), at),
  })
}

/** By somebody who signed nothing in the case, with a panel without interest (Defective Auto Recall Regulations 21). */
export const evaluate = (recall: Recall, { panel, outcome, opinion, reportHash }: CommandOf<'evaluate'>, { actor }: Occasion): Answer => {
  if (recall.did.sign_notice?.includes(actor.personId)) return refuse('recall.disinterestedOfficerNeeded')
  return panelFault(panel, recall.organisationName) ?? grant({ type: 'evaluated', panel, outcome, opinion, reportHash })
}

/** The signatory is not the evaluator. What is not remedied, or was found running, is closed only with a written reason (features.md C14). */
export const terminate = (recall: Recall, { reasons, publicReason, openReason }: CommandOf<'terminate'>, { actor }: Occasion): Answer => {
  if (recall.did.evaluate?.includes(actor.personId)) return refuse('recall.otherSignatoryNeeded')
  const { buckets } = recall.final ?? { buckets: null }
  const unsettled = (buckets?.unreachable ?? 0) + (buckets?.refused ?? 0)
  const { foundRunning } = progress(recall)
  if (openReason === null && (unsettled > 0 || foundRunning > 0 || recall.evaluation?.outcome !== 'effective')) {
    return refuse('recall.openReasonNeeded', { unsettled, foundRunning, outcome: recall.evaluation?.outcome ?? null })
  }
  return grant({ type: 'terminated', reasons, publicReason, openReason, isEmergencyLifted: standingEmergency(recall) !== null })
}

export const furtherMeasures = (
  recall: Recall,
  { measures, reasons, basis, dueOn }: CommandOf<'furtherMeasures'>,
  { at, actor, post, catalogue }: Occasion,
): Answer => {
  if (recall.did.evaluate?.includes(actor.personId)) return refuse('recall.otherSignatoryNeeded')
  if (dueOn <= shanghaiDateOf(at)) return refuse('recall.laterDayNeeded', { today: shanghaiDateOf(at) })
  return grant({ type: 'furtherMeasuresOrdered', measures, reasons, basis, dueOn, forumId: forumOf(catalogue, post) })
}

/** A build made from a recalled one stays blocked until it is shown to be free of the defect; what the notice names itself can only be left out by a new notice. */
export const clearVersion = (
  recall: Recall,
  { versionHash, reason, evidenceHash }: CommandOf<'clearVersion'>,
  { agent }: RecallFacts,
): Answer => {
  const scope = (bindingNotice(recall) ?? recall.notices.at(-1))?.content.scope ?? recall.emergency?.scope
  const because = scope && agent ? (versionsInScope(scope, agent.versions).get(versionHash) ?? null) : null
  if (because !== 'derived' && because !== 'component') return refuse('recall.derivedVersionNeeded', { because })
  if (recall.cleared.some((one) => one.versionHash === versionHash)) return refuse('recall.blockedVersionNeeded', { versionHash })
  return grant({ type: 'versionCleared', versionHash, reason, evidenceHash })
}
