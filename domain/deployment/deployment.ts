// The rules of a deployment application: one version of a filed agent, in one opened scenario, for one company (policy.md 5.3).
import { attachmentIdsOf } from '#domain/attachment/reference'
import {
  type Decision,
  grant,
  type Kind,
  type Needs,
  type Occasion,
  type Recorded,
  refuse,
  type StateMark,
  type Summary,
} from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { shanghaiDateOf } from '#domain/clock/day'
import { dueInstant } from '#domain/clock/deadline'
import { deploymentReceiptScope, deploymentScope, dueOf, lapseOf, runningReview } from './clocks.ts'
import { accept, changeVersion, concur, create, type DeploymentFacts, decideApplication, deem, opine, recommend, submit } from './decide.ts'
import {
  activate,
  expire,
  halt,
  lastDayOf,
  meetCondition,
  noteClosing,
  reopen,
  resume,
  revoke,
  standing,
  suspend,
} from './decide-running.ts'
import { evolve } from './evolve.ts'
import { type Deployment, deploymentFields, noDeployment } from './state.ts'
import {
  type DeploymentCommand,
  type DeploymentEvent,
  type DeploymentStatus,
  deploymentCommands,
  deploymentStatuses,
} from './vocabulary.ts'

export type { Deployment } from './state.ts'
export type { DeploymentCommand, DeploymentEvent } from './vocabulary.ts'

const decide = (state: Deployment, command: DeploymentCommand, occasion: Occasion, facts: DeploymentFacts): Decision<DeploymentEvent> => {
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'describe':
      return grant({ type: 'described', plan: command.plan })
    case 'submit':
      return submit(state, occasion, facts)
    case 'accept':
      return accept(state, occasion, facts)
    case 'deem':
      return deem(state, occasion, facts)
    case 'startAssessment':
      return grant({ type: 'assessmentStarted' })
    case 'opine':
      return opine(state, command, occasion)
    case 'concur':
      return concur(state, command, occasion)
    case 'recommend':
      return recommend(state, command, occasion)
    case 'returnToReviewer':
      return state.recommendation ? grant({ type: 'returned', reason: command.reason }) : refuse('deployment.recommendationMissing')
    case 'decide':
      return decideApplication(state, command, occasion, facts)
    case 'meetCondition':
      return meetCondition(state, command, occasion)
    case 'activate':
      return activate(state, command, occasion, facts)
    case 'changeVersion':
      return changeVersion(state, command, occasion, facts)
    case 'suspend':
      return suspend(command, occasion)
    case 'resume':
      return resume(state, command, occasion, facts)
    case 'halt':
      return halt(state, command, occasion)
    case 'withdraw':
      return grant({ type: 'withdrawn', reason: command.reason, on: shanghaiDateOf(occasion.at) })
    case 'revoke':
      return revoke(command, occasion)
    case 'noteClosing':
      return noteClosing(state, command)
    case 'reopen':
      return reopen(state, command, occasion)
    case 'expire':
      return expire(state, occasion)
  }
}

/** What the guard looks at; `filingId` is the filing that the version to be run belongs to. */
const guarded = (state: Deployment, filingId: string | null): Needs => ({
  filing: { one: 'filing', id: filingId },
  agent: { one: 'agent', id: state.agentId },
  openings: { many: 'opening', link: 'scenario', to: state.scenario },
  obligations: { many: 'obligation', link: 'filing', to: filingId },
  recalls: { many: 'recall', link: 'agent', to: state.agentId },
  selftests: { many: 'selftest', link: 'agent', to: state.agentId },
})

const needs = (state: Deployment, command: DeploymentCommand): Needs => {
  switch (command.type) {
    case 'create':
      return {
        filing: { one: 'filing', id: command.filingId },
        agent: { one: 'agent', id: command.agentId },
        openings: { many: 'opening', link: 'scenario', to: `${command.sector}:${command.scenario}` },
        selftests: { many: 'selftest', link: 'agent', to: command.agentId },
      }
    case 'submit':
      return { ...guarded(state, state.filingId), serial: { serial: deploymentReceiptScope(state) } }
    case 'accept':
    case 'deem':
      return { openings: { many: 'opening', link: 'scenario', to: state.scenario } }
    case 'decide': {
      // Decided anew, a deployment keeps its number; a refusal takes none.
      const scope = command.outcome === 'refuse' || state.number !== null ? null : deploymentScope(state)
      return { ...guarded(state, state.filingId), ...(scope === null ? {} : { serial: { serial: scope } }) }
    }
    case 'activate':
    case 'resume':
      return guarded(state, state.filingId)
    case 'changeVersion':
      return guarded(state, command.filingId ?? state.filingId)
    default:
      return {}
  }
}

const markOf: Record<DeploymentStatus | 'none', StateMark> = {
  none: 'draft',
  draft: 'draft',
  submitted: 'submitted',
  accepted: 'review',
  assessing: 'review',
  pilot_approved: 'conditions',
  approved: 'approved',
  approved_with_conditions: 'conditions',
  refused: 'refused',
  active: 'approved',
  suspended: 'suspended',
  re_assessment: 'review',
  expired: 'ended',
  withdrawn: 'ended',
  revoked: 'refused',
}

/** The next date: of the procedure while it runs, then of the next condition that is not met, then the end of the approval. */
const nextDate = (state: Deployment, catalogue: Catalogue): Pick<Summary, 'dueOn' | 'dueRule'> => {
  const dated = (dueOn: string | null, dueRule: string) => ({ dueOn, dueRule: dueOn === null ? null : dueRule })
  if (state.status === 'submitted') return dated(dueOf(state, 'LIC-1', catalogue), 'LIC-1')
  if (state.status === 'accepted' || state.status === 'assessing' || state.status === 're_assessment')
    return dated(dueOf(state, runningReview(state), catalogue), runningReview(state))
  if (!standing.includes(state.status)) return { dueOn: null, dueRule: null }
  const open = state.conditions.flatMap((one) => (one.met === null && one.dueOn !== null ? [one.dueOn] : [])).sort()
  return open[0] !== undefined ? { dueOn: open[0], dueRule: 'condition' } : dated(lastDayOf(state), 'validUntil')
}

const lapseIn = (state: Deployment, catalogue: Catalogue): Summary['lapse'] => {
  if (state.status === 'submitted') return lapseOf(state, 'LIC-1', 'deem', catalogue)
  const until = lastDayOf(state)
  return standing.includes(state.status) && until ? { at: dueInstant(until), command: 'expire' } : null
}

const summary = (state: Deployment, catalogue: Catalogue): Summary => ({
  title: { zh: state.agentName.zh || state.agentName.en, en: state.agentName.en || state.agentName.zh },
  number: state.number ?? state.receipt?.number ?? null,
  mark:
    state.status === 'suspended' && state.halt?.cause.startsWith('recall_')
      ? 'recalled'
      : state.status === 'active' && state.conditions.length > 0
        ? 'conditions'
        : markOf[state.status],
  organisationName: state.organisationName?.zh ?? null,
  scenario: state.scenario,
  lane: state.lane,
  tier: null,
  ownerId: state.ownerId,
  ...nextDate(state, catalogue),
  lapse: lapseIn(state, catalogue),
  openedAt: state.receipt?.at ?? state.createdAt,
  decidedAt: state.decision?.at ?? null,
  isPublic: state.published !== null,
  words: [
    ...new Set([
      state.agentName.en,
      state.organisationName?.en ?? '',
      state.number ?? '',
      state.receipt?.number ?? '',
      state.filingNumber ?? '',
    ]),
  ].filter((word) => word !== ''),
})

const publicFacts = (event: Recorded<DeploymentEvent>, { number, scenario }: Deployment): Record<string, unknown> => {
  if (event.type === 'decided')
    return event.number === null ? {} : { number: event.number, outcome: event.outcome, scenario, validUntil: event.validUntil }
  if (number === null) return {}
  switch (event.type) {
    case 'activated':
      return { number, startedOn: event.startedOn }
    case 'suspended':
    case 'revoked':
      return { number, on: event.on, reason: event.publicReason }
    case 'halted':
      return { number, on: event.on, cause: event.cause }
    case 'withdrawn':
    case 'expired':
      return { number, on: event.on }
    case 'resumed':
      return { number }
    default:
      return {}
  }
}

export const deployment: Kind<Deployment, DeploymentCommand, DeploymentEvent, DeploymentFacts> = {
  name: 'deployment',
  plural: 'deployments',
  statuses: deploymentStatuses,
  commands: deploymentCommands,
  moves: {
    create: { by: ['filer', 'compliance_lead'], from: ['none'] },
    describe: { by: ['filer', 'compliance_lead'], from: ['draft'] },
    submit: { by: ['representative'], from: ['draft'] },
    accept: { by: ['intake'], from: ['submitted'], duty: 'intake' },
    deem: { by: ['system'], from: ['submitted'], quiet: true },
    startAssessment: { by: ['reviewer'], from: ['accepted'], duty: 'review' },
    opine: { by: ['sector_reviewer'], from: ['assessing', 're_assessment'], duty: 'sector_review' },
    concur: { by: ['sector_approver'], from: ['assessing', 're_assessment'], duty: 'sector_approve', stepUp: true },
    recommend: { by: ['reviewer'], from: ['assessing', 're_assessment'], duty: 'review' },
    returnToReviewer: { by: ['approver'], from: ['assessing', 're_assessment'], duty: 'approve' },
    decide: { by: ['approver'], from: ['assessing', 're_assessment'], duty: 'approve', stepUp: true },
    meetCondition: {
      by: ['compliance_lead', 'representative'],
      from: ['pilot_approved', 'approved', 'approved_with_conditions', 'active', 'suspended', 're_assessment'],
    },
    activate: { by: ['compliance_lead', 'representative'], from: ['pilot_approved', 'approved', 'approved_with_conditions'] },
    changeVersion: {
      by: ['compliance_lead', 'representative'],
      from: ['pilot_approved', 'approved', 'approved_with_conditions', 'active', 'suspended', 're_assessment'],
    },
    suspend: {
      by: ['approver', 'sector_approver'],
      from: ['pilot_approved', 'approved', 'approved_with_conditions', 'active', 're_assessment'],
      alone: 'protective',
      stepUp: true,
    },
    resume: { by: ['approver'], from: ['suspended'], duty: 'approve', stepUp: true },
    // A consequence must never fail: from any status, and where nothing runs there is nothing to stop.
    halt: { by: ['system'], from: deploymentStatuses, quiet: true },
    withdraw: {
      by: ['compliance_lead', 'representative'],
      from: [
        'draft',
        'submitted',
        'accepted',
        'assessing',
        'pilot_approved',
        'approved',
        'approved_with_conditions',
        'active',
        'suspended',
        're_assessment',
      ],
    },
    revoke: {
      by: ['approver'],
      from: ['pilot_approved', 'approved', 'approved_with_conditions', 'active', 'suspended', 're_assessment'],
      duty: 'approve',
      stepUp: true,
    },
    noteClosing: { by: ['system'], from: deploymentStatuses, quiet: true },
    reopen: { by: ['system'], from: deploymentStatuses, quiet: true },
    expire: {
      by: ['system'],
      from: ['pilot_approved', 'approved', 'approved_with_conditions', 'active', 'suspended', 're_assessment'],
      quiet: true,
    },
  },
  initial: noDeployment,
  place: ({ organisationId, sector, region, plan, status }) => ({
    organisationId,
    sector,
    region,
    isPrivate: status === 'draft',
    platformIds: plan?.platformIds ?? [],
  }),
  needs,
  decide,
  evolve,
  summary,
  fields: deploymentFields,
  links: ({ filingId, agentId, organisationId, openingId, conditions }) => ({
    filing: filingId,
    agent: agentId,
    organisation: organisationId,
    opening: openingId,
    attachment: attachmentIdsOf(conditions.map((condition) => condition.met?.files)),
  }),
  publicFacts,
}
