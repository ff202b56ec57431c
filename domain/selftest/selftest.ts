// The rules of a self-test: the lower-risk lane of clause 11, signed by the company with evidence and checked by sample (policy.md 2.1, 5.3).
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse, type StateMark } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { dueInstant } from '#domain/clock/deadline'
import { dueOf } from '#domain/filing/clocks'
import { correct, create, describe, type SelftestFacts, selftestScope, sign, takeDown, verifyListing } from './decide.ts'
import { challenge, confirm, escalate, expire, noteDelivery } from './decide-officer.ts'
import { poolsOf } from './pool.ts'
import { evolve, noSelftest, type Selftest, selftestFields, wasSigned } from './state.ts'
import { type SelftestCommand, type SelftestEvent, selftestCommands, selftestStatuses } from './vocabulary.ts'

export type { Selftest } from './state.ts'
export type { SelftestCommand, SelftestEvent } from './vocabulary.ts'

const decide = (state: Selftest, command: SelftestCommand, occasion: Occasion, facts: SelftestFacts): Decision<SelftestEvent> => {
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'describe':
      return describe(state, command, occasion, facts)
    case 'sign':
      return sign(state, occasion, facts)
    case 'withdraw':
      return grant({ type: 'withdrawn', reason: command.reason, on: shanghaiDateOf(occasion.at) })
    case 'sample':
      return state.samplingIds.includes(command.samplingId)
        ? refuse('selftest.alreadySampled')
        : grant({ type: 'sampled', samplingId: command.samplingId })
    case 'confirm':
      return confirm(command)
    case 'challenge':
      return challenge(state, command)
    case 'noteDelivery':
      return noteDelivery(state, command)
    case 'correct':
      return correct(state, command, occasion, facts)
    case 'escalate':
      return escalate(state, command, occasion)
    case 'expire':
      return expire(state, occasion)
    case 'verifyListing':
      return verifyListing(state, command, occasion)
    case 'takeDown':
      return takeDown(state, command, occasion)
  }
}

const platformsOf = (ids: readonly string[]): Needs =>
  Object.fromEntries(ids.map((id, index) => [`platform${index}`, { one: 'organisation', id }]))
const parties = (state: Selftest): Needs => ({
  organisation: { one: 'organisation', id: state.organisationId },
  agent: { one: 'agent', id: state.agentId },
  others: { many: 'selftest', link: 'agent', to: state.agentId },
  filings: { many: 'filing', link: 'agent', to: state.agentId },
})

const needs = (state: Selftest, command: SelftestCommand): Needs => {
  switch (command.type) {
    case 'create':
      return {
        organisation: { one: 'organisation', id: command.organisationId },
        agent: { one: 'agent', id: command.agentId },
        ...platformsOf(command.platformIds),
      }
    case 'describe':
      return platformsOf(command.platformIds ?? [])
    case 'sign': {
      const scope = selftestScope(state)
      return { ...parties(state), ...(scope === null ? {} : { serial: { serial: scope } }) }
    }
    case 'correct':
      return parties(state)
    default:
      return {}
  }
}

const markOf: Record<Selftest['status'], StateMark> = {
  none: 'draft',
  draft: 'draft',
  signed: 'submitted',
  sampled: 'review',
  confirmed: 'approved',
  challenged: 'waiting',
  corrected: 'review',
  escalated: 'refused',
  expired: 'ended',
  withdrawn: 'ended',
}

const signedFrom = ['signed', 'sampled', 'confirmed', 'challenged', 'corrected', 'escalated', 'expired', 'withdrawn'] as const

export const selftest: Kind<Selftest, SelftestCommand, SelftestEvent, SelftestFacts> = {
  name: 'selftest',
  plural: 'self-tests',
  statuses: selftestStatuses,
  commands: selftestCommands,
  moves: {
    create: { by: ['filer', 'compliance_lead'], from: ['none'] },
    describe: { by: ['filer', 'compliance_lead'], from: ['draft', 'challenged'] },
    sign: { by: ['compliance_lead', 'representative'], from: ['draft'], alone: 'ownSignature', stepUp: true },
    // What is drawn or challenged is not withdrawn from under the officer's eyes.
    withdraw: { by: ['compliance_lead', 'representative'], from: ['draft', 'signed', 'confirmed', 'corrected'] },
    sample: { by: ['system'], from: ['signed'], quiet: true },
    confirm: { by: ['reviewer'], from: ['sampled', 'corrected'], duty: 'review' },
    challenge: { by: ['reviewer'], from: ['signed', 'sampled', 'confirmed', 'corrected'], duty: 'review' },
    // A consequence must never fail: from any status, and where nothing waits for it nothing is written.
    noteDelivery: { by: ['system'], from: selftestStatuses, quiet: true },
    correct: { by: ['compliance_lead', 'representative'], from: ['challenged'], alone: 'ownSignature', stepUp: true },
    escalate: { by: ['approver'], from: ['challenged', 'corrected'], duty: 'approve', stepUp: true },
    expire: { by: ['system'], from: ['signed', 'sampled', 'confirmed', 'corrected'], quiet: true },
    verifyListing: { by: ['platform_operator', 'system'], from: signedFrom },
    takeDown: { by: ['platform_operator', 'system'], from: signedFrom },
  },
  initial: noSelftest,
  // What was never signed is the company's own, given up or not.
  place: (state) => ({
    organisationId: state.organisationId,
    sector: state.sector,
    region: state.region,
    platformIds: wasSigned(state) ? state.platformIds : [],
    isPrivate: !wasSigned(state),
  }),
  needs,
  decide,
  evolve,
  summary: (state, catalogue) => ({
    title: { zh: state.agentName.zh || state.agentName.en, en: state.agentName.en || state.agentName.zh },
    number: state.number,
    mark: markOf[state.status],
    organisationName: state.organisationName,
    scenario: state.sector !== null && state.scenario !== null ? `${state.sector}:${state.scenario}` : null,
    lane: state.lane,
    tier: state.lane === null ? null : 1,
    ownerId: null,
    ...(state.status === 'challenged'
      ? { dueOn: dueOf(state, 'SFT-1', catalogue), dueRule: 'SFT-1' }
      : ['signed', 'sampled', 'confirmed', 'corrected'].includes(state.status)
        ? { dueOn: state.validUntil, dueRule: 'validUntil' }
        : { dueOn: null, dueRule: null }),
    lapse:
      state.validUntil !== null && ['signed', 'sampled', 'confirmed', 'corrected'].includes(state.status)
        ? { at: dueInstant(state.validUntil), command: 'expire' }
        : null,
    openedAt: state.revisions[0]?.signedAt ?? state.createdAt,
    decidedAt: state.confirmation?.at ?? state.escalation?.at ?? null,
    isPublic: wasSigned(state),
    words: [...new Set([state.agentName.en, state.version])].filter((word) => word !== ''),
  }),
  fields: selftestFields,
  links: (state) => ({
    agent: state.agentId,
    organisation: state.organisationId,
    platform: wasSigned(state) ? state.platformIds : [],
    pool: poolsOf(state),
    sampling: state.samplingIds,
  }),
  publicFacts: (event, { number, sector, scenario }) => {
    switch (event.type) {
      case 'signed':
        return { number, scenario: `${sector}:${scenario}`, validUntil: event.validUntil, hash: event.hash }
      case 'corrected':
        return { number, hash: event.hash }
      case 'sampled':
        return { number, samplingId: event.samplingId }
      case 'escalated':
        return { number, on: event.on, ground: event.ground, reason: event.publicReason }
      case 'expired':
        return { number, on: event.on }
      case 'withdrawn':
        return number === null ? {} : { number, on: event.on }
      case 'takenDown':
        return { number, platformId: event.platformId, on: event.takenDownOn }
      default:
        return {}
    }
  },
}
