// What of each event of a recall anyone may read in the public log: what the public page shows at that step, never a person or a reason kept inside.
import type { RecordedRecall } from './event.ts'
import type { Recall } from './state.ts'

/** Empty for what happens before anything is public, and for what stays between the parties. `state` is the one after the event. */
export const publicFactsOf = (event: RecordedRecall, state: Recall): Record<string, unknown> => {
  const { published } = state
  if (published === null) return {}
  const { number, agentId, agentName, organisationName } = published
  const head = { number, class: published.class, agentId, agentName, organisationName }
  switch (event.type) {
    case 'noticeIssued':
    case 'voluntarilyDeclared':
    case 'ordered':
      return { ...head, how: published.how, notice: published.notice, affected: event.affected.length }
    case 'planPublished':
      return { ...head, text: event.text, address: event.address }
    case 'stageReported':
    case 'finished':
      return { ...head, affected: event.affected, buckets: event.buckets }
    case 'emergencyOrdered':
      return { ...head, emergency: published.emergency, affected: event.affected.length }
    case 'emergencyProlonged':
      return { ...head, reviewOn: event.reviewOn }
    case 'classRaised':
    case 'classValidated':
      return head
    case 'versionCleared':
      return { ...head, versionHash: event.versionHash }
    case 'overturned':
    case 'emergencyLifted':
    case 'closedNoDefect':
    case 'expansionDropped':
    case 'terminated':
      return { ...head, reason: event.publicReason }
    default:
      return {}
  }
}
