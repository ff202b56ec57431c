// How each event makes the next state of a deployment application.
import { adverseOf } from '#domain/act/act'
import type { Recorded } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { runningReview, started, stopped } from './clocks.ts'
import type { Deployment, DeploymentOpinion } from './state.ts'
import type { DeploymentEvent, DeploymentOutcome, DeploymentStatus } from './vocabulary.ts'

type Event = Recorded<DeploymentEvent>
type Of<Name extends DeploymentEvent['type']> = Extract<Event, { type: Name }>

const statusOf: Record<DeploymentOutcome, DeploymentStatus> = {
  approve: 'approved',
  approveWithConditions: 'approved_with_conditions',
  approvePilot: 'pilot_approved',
  refuse: 'refused',
}

const created = (state: Deployment, event: Of<'created'>): Deployment => {
  const {
    filingId,
    filingNumber,
    agentId,
    agentName,
    ofOrganisationId,
    organisationName,
    sector,
    region,
    scenario,
    lane,
    versionHash,
    version,
    plan,
    openingId,
    at,
  } = event
  const applied = {
    filingId,
    filingNumber,
    agentId,
    agentName,
    organisationId: ofOrganisationId,
    organisationName,
    sector,
    region,
    lane,
    versionHash,
    version,
    plan,
    openingId,
  }
  return {
    ...state,
    ...applied,
    status: 'draft',
    clause: scenario,
    scenario: `${sector}:${scenario}`,
    regions: plan.regions,
    createdAt: at,
  }
}

const decided = (state: Deployment, event: Of<'decided'>): Deployment => {
  const { outcome, number, conditions, reasons, remedies, forumId, validUntil, applicationHash, published, authorityId, at, by } = event
  const isRefused = outcome === 'refuse'
  return {
    ...state,
    status: statusOf[outcome],
    decision: { outcome, number, reasons, remedies, forumId, validUntil, applicationHash, authorityId, at, by },
    number: number ?? state.number,
    conditions: isRefused ? state.conditions : conditions.map((condition, index) => ({ ...condition, no: index + 1, met: null })),
    decidedVersionHash: isRefused ? state.decidedVersionHash : state.versionHash,
    // Refused after a change of version: what was public before ends, and stays readable as ended.
    published: published ?? state.published,
    tombstone: isRefused && state.published ? { what: 'revoked', on: shanghaiDateOf(at), reason: null } : null,
    clocks: stopped(stopped(state.clocks, 'LIC-3', at), 'LIC-4', at),
  }
}

const opinionOf = ({
  verdict,
  conditions,
  reasons,
  at,
  by,
  authorityId,
  applicationHash,
}: Of<'opined' | 'concurred'>): DeploymentOpinion => ({ verdict, conditions, reasons, at, by, authorityId, applicationHash })

const versionChanged = (state: Deployment, event: Of<'versionChanged'>): Deployment => {
  const { versionHash, version, filingId, filingNumber, applicationHash, isDerived } = event
  const next = {
    ...state,
    versionHash,
    version,
    filingId,
    filingNumber,
    published: state.published && { ...state.published, version, filingNumber: filingNumber ?? state.published.filingNumber },
  }
  if (isDerived) return next
  // Everything said so far was said of another version.
  return {
    ...next,
    status: 're_assessment',
    applicationHash,
    clocks: started(state.clocks, runningReview(state), event.at),
    opinion: null,
    concurrence: null,
    recommendation: null,
    activation: null,
  }
}

/** Stopped: what it was is kept, unless it was stopped already. */
const stoppedAs = (state: Deployment): Pick<Deployment, 'status' | 'statusBefore'> => ({
  status: 'suspended',
  statusBefore: state.status === 'suspended' ? state.statusBefore : (state.status as DeploymentStatus),
})

export const evolve = (state: Deployment, event: Event): Deployment => {
  const { at, by } = event
  switch (event.type) {
    case 'created':
      return created(state, event)
    case 'described':
      return { ...state, plan: event.plan, regions: event.plan.regions }
    case 'submitted': {
      const { receiptNo, applicationHash, openingId, openingNo } = event
      return {
        ...state,
        status: 'submitted',
        receipt: { number: receiptNo, at },
        applicationHash,
        openingId,
        openingNo,
        clocks: started(state.clocks, 'LIC-1', at),
      }
    }
    case 'accepted': {
      const { from, isDeemed, rule } = event
      return {
        ...state,
        status: 'accepted',
        acceptance: { at, from, isDeemed },
        clocks: started(stopped(state.clocks, 'LIC-1', at), rule, from),
      }
    }
    case 'assessmentStarted':
      return { ...state, status: 'assessing', ownerId: by }
    case 'opined':
      return { ...state, opinion: opinionOf(event) }
    case 'concurred':
      return { ...state, concurrence: opinionOf(event) }
    case 'recommended': {
      const { outcome, conditions, reasons, validUntil, applicationHash } = event
      return { ...state, recommendation: { outcome, conditions, reasons, validUntil, at, by, applicationHash } }
    }
    case 'returned':
      return {
        ...state,
        recommendation: null,
        rounds: state.recommendation
          ? [...state.rounds, { recommendation: state.recommendation, returned: event.reason, at, by }]
          : state.rounds,
      }
    case 'decided':
      return decided(state, event)
    case 'overturned': {
      const { reconsiderationId, reconsiderationNumber, outcome, reason, on } = event
      return {
        ...state,
        status: state.number === null ? 'assessing' : 're_assessment',
        decision: null,
        ...{ recommendation: null, opinion: null, concurrence: null },
        rounds: state.recommendation ? [...state.rounds, { recommendation: state.recommendation, returned: '', at, by }] : state.rounds,
        overturned: [...(state.overturned ?? []), { reconsiderationId, reconsiderationNumber, outcome, reason, on }],
        clocks: started(state.clocks, runningReview(state), at),
      }
    }
    case 'conditionMet': {
      const met = { at, by, evidence: event.evidence, evidenceHash: event.evidenceHash, ...(event.files ? { files: event.files } : {}) }
      return { ...state, conditions: state.conditions.map((one) => (one.no === event.no ? { ...one, met } : one)) }
    }
    case 'activated':
      return { ...state, status: 'active', activation: { startedOn: event.startedOn, at, by } }
    case 'versionChanged':
      return versionChanged(state, event)
    case 'suspended':
      return {
        ...state,
        ...stoppedAs(state),
        suspension: { ...adverseOf(event), at, by },
        tombstone: { what: 'suspended', on: event.on, reason: event.publicReason },
      }
    case 'halted': {
      const { cause, byId, reason, on } = event
      return { ...state, ...stoppedAs(state), halt: { cause, byId, reason, at }, tombstone: { what: 'halted', on, reason: null } }
    }
    case 'resumed':
      return { ...state, status: event.to, statusBefore: null, suspension: null, halt: null, tombstone: null }
    case 'withdrawn':
      return {
        ...state,
        status: 'withdrawn',
        withdrawal: { reason: event.reason, at, by },
        tombstone: state.published && { what: 'withdrawn', on: event.on, reason: null },
      }
    case 'revoked':
      return {
        ...state,
        status: 'revoked',
        revocation: { ...adverseOf(event), at, by },
        tombstone: { what: 'revoked', on: event.on, reason: event.publicReason },
      }
    case 'closingNoted':
      return { ...state, exitUntil: event.until }
    case 'expired':
      return { ...state, status: 'expired', tombstone: { what: 'expired', on: event.on, reason: null } }
  }
}
