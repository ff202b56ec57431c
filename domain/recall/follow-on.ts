// What follows from a recall in other cases: a letter to the company for every step that concerns it, and the halt of what may not run on.
import { type OrderedLetter, orderLetter } from '../letter/order.ts'
import { challenge, objection } from '../letter/remedy.ts'
import type { FollowOn } from '../world.ts'
import type { EventOf, RecordedRecall } from './event.ts'
import type { Included, Scope } from './scope.ts'
import type { Recall } from './state.ts'

type Content = Pick<OrderedLetter, 'template' | 'facts'> & Partial<Pick<OrderedLetter, 'found' | 'basis' | 'reasons' | 'remedies'>>

const letterOf = (
  recall: Recall,
  { authorityId }: RecordedRecall,
  { facts, ...rest }: Content,
  version: number | null = null,
): FollowOn => {
  const { id, number, agentName, organisationId, organisationName, sector, region } = recall
  return orderLetter({
    ...{
      about: { kind: 'recall', id, version, number },
      organisationId: organisationId ?? '',
      organisationName: organisationName ?? '',
      sector,
      region: region ?? '000000',
      authorityId,
    },
    ...{ ...rest, facts: { agentName, ...(number === null ? {} : { recallNumber: number }), ...facts } },
  })
}

/** The scope as lines: what a letter pins, in the words of the record. */
const scopeLines = ({ versionRange, versionHashes, buildHashes, component, scenarios, regions }: Scope): string[] => [
  ...(versionRange === null ? [] : [versionRange]),
  ...versionHashes,
  ...buildHashes,
  ...(component === null
    ? []
    : [[component.kind, component.name, component.version, component.hash].filter((part) => part !== null).join(' ')]),
  ...scenarios,
  ...regions,
]

/** A notice alone stops nothing; a declaration, an order and an interim stop do (clocks.md, decisions). */
const halts = (
  recall: Recall,
  cause: 'recall_voluntary' | 'recall_ordered' | 'recall_emergency',
  affected: readonly Included[],
): FollowOn[] =>
  affected.map(({ deploymentId }) => ({
    kind: 'deployment',
    id: deploymentId,
    command: { type: 'halt', cause, byId: recall.id, reason: recall.number ?? '' } as FollowOn['command'],
  }))

const noticeLetter = (recall: Recall, event: RecordedRecall & EventOf<'noticeIssued'>): FollowOn => {
  const { content, version, affected, reasons, basis, forumId } = event
  const { hazard, whatUsersMustDo, whatCompanyWillDo } = content
  const facts = {
    recallClass: event.class,
    noticeVersion: version,
    scope: scopeLines(content.scope),
    hazard,
    whatUsersMustDo,
    whatCompanyWillDo,
    affected: affected.length,
  }
  return letterOf(
    recall,
    event,
    { template: 'recallNotice', facts, found: content.facts.zh, basis, reasons: [reasons], remedies: [objection, ...challenge(forumId)] },
    version,
  )
}

const orderedLetter = (recall: Recall, event: RecordedRecall & EventOf<'ordered'>): FollowOn => {
  const { noticeVersion, ground, affected, reasons, basis, forumId } = event
  const content = recall.notices.find((notice) => notice.version === noticeVersion)?.content
  const facts = {
    recallClass: recall.class ?? '',
    noticeVersion,
    scope: content ? scopeLines(content.scope) : [],
    ground,
    affected: affected.length,
  }
  return letterOf(
    recall,
    event,
    { template: 'recallOrder', facts, found: content?.facts.zh ?? null, basis, reasons: [reasons], remedies: challenge(forumId) },
    noticeVersion,
  )
}

const stopLetter = (recall: Recall, event: RecordedRecall & EventOf<'emergencyOrdered'>): FollowOn => {
  const { scope, whatUsersMustDo, reviewOn, affected, orderReasons, reasons, basis, forumId } = event
  const facts = { scope: scopeLines(scope), whatUsersMustDo, reviewOn, affected: affected.length }
  return letterOf(recall, event, {
    template: 'emergencyMeasure',
    facts,
    found: event.facts.zh,
    basis,
    reasons: [reasons, orderReasons],
    remedies: challenge(forumId),
  })
}

/** `recall` is the state after the event. Nothing is started again when a recall ends: that needs its own decision. */
export const recallFollowOns = (recall: Recall, event: RecordedRecall): readonly FollowOn[] => {
  switch (event.type) {
    case 'analysisAsked':
      return [
        letterOf(recall, event, {
          template: 'recallAnalysis',
          facts: { hazard: recall.disclosed?.hazard ?? { zh: '', en: '' }, questions: event.questions },
          basis: event.basis,
        }),
      ]
    case 'noticeIssued':
      return [noticeLetter(recall, event)]
    case 'reviewConvened':
      return [
        letterOf(
          recall,
          event,
          { template: 'recallReview', facts: { panel: event.panel.map((one) => `${one.name}, ${one.affiliation}`) } },
          event.noticeVersion,
        ),
      ]
    case 'voluntarilyDeclared':
      return [
        letterOf(recall, event, { template: 'recallVoluntary', facts: { affected: event.affected.length } }, event.version),
        ...halts(recall, 'recall_voluntary', event.affected),
      ]
    case 'ordered':
      return [orderedLetter(recall, event), ...halts(recall, 'recall_ordered', event.affected)]
    case 'emergencyOrdered':
      return [stopLetter(recall, event), ...halts(recall, 'recall_emergency', event.affected)]
    case 'emergencyProlonged': {
      const { reasons, reviewOn, forumId } = event
      return [
        letterOf(recall, event, {
          template: 'emergencyProlonged',
          facts: { reviewOn },
          found: recall.emergency?.facts.zh ?? null,
          basis: recall.emergency?.basis ?? [],
          reasons: [reasons],
          remedies: challenge(forumId),
        }),
      ]
    }
    case 'emergencyLifted':
      return [letterOf(recall, event, { template: 'emergencyLifted', facts: { reason: event.publicReason } })]
    case 'furtherMeasuresOrdered': {
      const { dueOn, reasons, basis, forumId } = event
      return [
        letterOf(recall, event, {
          template: 'recallFurtherMeasures',
          facts: { dueOn, measures: [...event.measures] },
          found: recall.evaluation?.opinion ?? null,
          basis,
          reasons: [reasons],
          remedies: challenge(forumId),
        }),
      ]
    }
    case 'overturned': {
      const { reconsiderationNumber, outcome, publicReason: reason } = event
      return [letterOf(recall, event, { template: 'overturned', facts: { reconsiderationNumber, act: 'recall_ordered', outcome, reason } })]
    }
    case 'terminated':
      return [letterOf(recall, event, { template: 'recallTermination', facts: { reason: event.publicReason } })]
    case 'closedNoDefect':
    case 'expansionDropped':
      return recall.isTold
        ? [letterOf(recall, event, { template: 'recallClosed', facts: { reason: event.publicReason ?? event.reasons } })]
        : []
    default:
      return []
  }
}
