// What follows in other cases from an event of a filing: the agent keeps what was signed, tests are ordered, deployments stop with their filing.
import type { Recorded } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import type { ReleaseCause } from '#domain/obligation/vocabulary'
import type { FollowOn } from '#domain/world'
import { changesOf } from './change-state.ts'
import type { FilingEvent } from './event.ts'
import { laneOf } from './placement.ts'
import { currentRevision, type Filing, type Revision } from './state.ts'

const bothNames = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh || en, en: en || zh })

const addVersion = (filing: Filing, agentId: string, { versionHash, sector, by, content }: Revision): FollowOn => ({
  kind: 'agent',
  id: agentId,
  command: { type: 'addVersion', filingId: filing.id, sector, hash: versionHash, signedBy: by, content } as FollowOn['command'],
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

/** One order for each item, so that each may go to the laboratory that can do it. `cycleFrom` is the day of the last test, where the lane asks for the next. */
const orderTest = (filing: Filing, revision: Revision, testItemId: string, basis: string, cycleFrom: string | null = null): FollowOn => ({
  kind: 'obligation',
  id: null,
  command: {
    type: 'create',
    filingId: filing.id,
    filingNumber: filing.decision?.number ?? null,
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
    basis: basis || (cycleFrom === null ? 'Licensing Law 45' : 'Implementation Opinions 11'),
    dueOn: null,
    cycleFrom,
  } as FollowOn['command'],
})

const haltAll = (filing: Filing, cause: 'filing_suspended' | 'filing_revoked' | 'filing_cancelled'): FollowOn[] =>
  filing.deploymentIds.map((id) => ({
    kind: 'deployment',
    id,
    command: { type: 'halt', cause, byId: filing.id, reason: '' } as FollowOn['command'],
  }))

/** Items are tested again in every lane but the low one, where the company tests itself (clause 11). Counted from the day of the last test. */
const retestAll = (filing: Filing, tested: readonly { testItemId: string; outcome: string; on: string }[]): FollowOn[] => {
  const revision = currentRevision(filing)
  if (!revision || filing.agentId === null || filing.organisationId === null || laneOf(filing) === 'low') return []
  return tested
    .filter(({ outcome }) => outcome === 'accepted' || outcome === 'waived')
    .map(({ testItemId, on }) => orderTest(filing, revision, testItemId, '', on))
}

/** What was owed for the version before is owed for the new one, in the same cycle; a test that was failed is owed at once. */
const retestVersion = (filing: Filing, no: number): FollowOn[] => {
  const change = changesOf(filing).find((one) => one.no === no)
  const revision = currentRevision(filing)
  if (!change || !revision || change.from.versionHash === revision.versionHash) return []
  const tests = filing.published?.tests ?? []
  const failed = tests.filter(({ outcome }) => outcome === 'failed').map(({ testItemId }) => orderTest(filing, revision, testItemId, ''))
  return [...releaseAll(filing, 'version_replaced'), ...retestAll(filing, tests), ...failed]
}

/** What was owed for a filing that has ended, or for a version that it no longer is about, is owed no more. */
const releaseAll = (filing: Filing, cause: ReleaseCause): FollowOn[] =>
  filing.obligationIds.map((id) => ({
    kind: 'obligation',
    id,
    command: { type: 'release', cause, versionHash: filing.versionHash } as FollowOn['command'],
  }))

/** The follow-ons beside letters, for the state after the event. */
export const filingFollowOns = (filing: Filing, event: Recorded<FilingEvent>): FollowOn[] => {
  const revision = currentRevision(filing)
  switch (event.type) {
    case 'submitted':
    case 'resubmitted': {
      if (!revision) return []
      const entered = filing.agentId === null ? enterAgent(filing, revision) : addVersion(filing, filing.agentId, revision)
      return [entered, ...(event.type === 'resubmitted' ? releaseAll(filing, 'version_replaced') : [])]
    }
    case 'agentNoted':
      return revision ? [addVersion(filing, event.agentId, revision)] : []
    case 'testRequested':
      return revision ? event.testItemIds.map((testItemId) => orderTest(filing, revision, testItemId, event.basis)) : []
    case 'changeConfirmed': {
      const change = changesOf(filing).find((one) => one.no === event.no)
      if (!change || !revision || event.class === 'reapprove') return []
      const { content, scenarios } = change
      const next: Revision = { ...revision, versionHash: event.versionHash, by: event.by, content, scenarios }
      return [
        ...(filing.agentId === null || event.versionHash === revision.versionHash ? [] : [addVersion(filing, filing.agentId, next)]),
        ...event.testItemIds.map((testItemId) => orderTest(filing, next, testItemId, '')),
      ]
    }
    case 'changeRecorded':
      return retestVersion(filing, event.no)
    case 'changeTestNoted':
      return event.isEnd ? releaseAll(filing, 'change_ended') : []
    case 'changeWithdrawn':
      return releaseAll(filing, 'change_ended')
    case 'suspended':
      return haltAll(filing, 'filing_suspended')
    case 'decided':
      return event.number === null ? releaseAll(filing, 'filing_refused') : retestAll(filing, filing.published?.tests ?? [])
    case 'retestNoted': {
      const { testItemIds, outcome } = event
      const on = shanghaiDateOf(event.at)
      return retestAll(
        filing,
        testItemIds.map((testItemId) => ({ testItemId, outcome, on })),
      )
    }
    case 'withdrawn':
      return releaseAll(filing, 'filing_withdrawn')
    case 'lapsed':
      return releaseAll(filing, 'filing_lapsed')
    case 'intakeRejected':
      return releaseAll(filing, 'filing_not_accepted')
    case 'revoked':
      return [...haltAll(filing, 'filing_revoked'), ...releaseAll(filing, 'filing_revoked')]
    case 'cancelled':
      return [...haltAll(filing, 'filing_cancelled'), ...releaseAll(filing, 'filing_cancelled')]
    case 'overturned':
      // The decision that deployments rested on is gone: they stop until it is taken anew.
      return event.act === 'conditions' && event.to === 'under_review'
        ? [...haltAll(filing, 'filing_suspended'), ...releaseAll(filing, 'change_ended')]
        : []
    default:
      return []
  }
}
