// What follows in other cases from an event of a filing: the agent keeps what was signed, tests are ordered, deployments stop with their filing.
import type { Recorded } from '#domain/case'
import type { FollowOn } from '#domain/world'
import type { FilingEvent } from './event.ts'
import { laneOf } from './placement.ts'
import { currentRevision, type Filing, type Revision } from './state.ts'

const bothNames = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh || en, en: en || zh })

const addVersion = (filing: Filing, agentId: string, { versionHash, by, content }: Revision): FollowOn => ({
  kind: 'agent',
  id: agentId,
  command: { type: 'addVersion', filingId: filing.id, hash: versionHash, signedBy: by, content } as FollowOn['command'],
})

/** A filing that was handed in before its agent was entered enters it; the agent answers with `noteAgent`, and only then gets its version. */
const enterAgent = (filing: Filing, { content }: Revision): FollowOn => ({
  kind: 'agent',
  id: null,
  command: {
    type: 'create',
    organisationId: filing.organisationId,
    names: bothNames(content.names),
    form: content.form,
    purpose: content.purpose,
    identityCode: null,
    filingId: filing.id,
  } as FollowOn['command'],
})

/** One order for each item, so that each may go to the laboratory that can do it. */
const orderTest = (filing: Filing, revision: Revision, testItemId: string, basis: string): FollowOn => ({
  kind: 'obligation',
  id: null,
  command: {
    type: 'create',
    filingId: filing.id,
    filingNumber: null,
    agentId: filing.agentId,
    agentName: bothNames(filing.agentName),
    organisationId: filing.organisationId,
    organisationName: filing.organisationName?.zh ?? '',
    sector: revision.sector,
    region: filing.region,
    scenario: revision.scenarios[0] ?? null,
    lane: laneOf(filing),
    versionHash: revision.versionHash,
    version: revision.content.version,
    testItemIds: [testItemId],
    basis: basis || 'Licensing Law 45',
    dueOn: null,
  } as FollowOn['command'],
})

const haltAll = (filing: Filing, cause: 'filing_suspended' | 'filing_revoked' | 'filing_cancelled'): FollowOn[] =>
  filing.deploymentIds.map((id) => ({
    kind: 'deployment',
    id,
    command: { type: 'halt', cause, byId: filing.id, reason: '' } as FollowOn['command'],
  }))

/** The follow-ons beside letters, for the state after the event. */
export const filingFollowOns = (filing: Filing, event: Recorded<FilingEvent>): FollowOn[] => {
  const revision = currentRevision(filing)
  switch (event.type) {
    case 'submitted':
    case 'resubmitted':
      if (!revision) return []
      return [filing.agentId === null ? enterAgent(filing, revision) : addVersion(filing, filing.agentId, revision)]
    case 'agentNoted':
      return revision ? [addVersion(filing, event.agentId, revision)] : []
    case 'testRequested':
      return revision ? event.testItemIds.map((testItemId) => orderTest(filing, revision, testItemId, event.basis)) : []
    case 'suspended':
      return haltAll(filing, 'filing_suspended')
    case 'revoked':
      return haltAll(filing, 'filing_revoked')
    case 'cancelled':
      return haltAll(filing, 'filing_cancelled')
    case 'overturned':
      // The decision that deployments rested on is gone: they stop until it is taken anew.
      return event.act === 'conditions' && event.to === 'under_review' ? haltAll(filing, 'filing_suspended') : []
    default:
      return []
  }
}
