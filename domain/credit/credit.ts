// The rules of a credit record: it rests on a decision, two officers make it, it is public for its period only, and it can be repaired (clause 14).
import { forumOf } from '#domain/act/act'
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse, type StateMark } from '#domain/case'
import { limitIn } from '#domain/catalogue/limit-set'
import { addMonths, dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import { dueInstant } from '#domain/clock/deadline'
import { formatNumber } from '#domain/number'
import type { Organisation } from '#domain/organisation/organisation'
import { type Credit, creditFields, evolve, isPublished, noCredit } from './state.ts'
import {
  type CommandOf,
  type CreditCommand,
  type CreditEvent,
  creditCommands,
  creditStatuses,
  decisive,
  periodRules,
} from './vocabulary.ts'

export type { Credit } from './state.ts'
export type { CreditCommand, CreditEvent } from './vocabulary.ts'

type SourceSeen = { id: string; status: string; organisationId: string | null; sector: string | null; number?: string | null }
export type CreditFacts = { organisation?: Organisation | null; source?: SourceSeen | null; ofSource?: readonly Credit[]; serial?: number }
type Answer = Decision<CreditEvent>

const yearOf = (at: string): number => Number(shanghaiDateOf(at).slice(0, 4))
const scopeOf = ({ region, createdAt }: Credit): string | null => (createdAt === null ? null : `AGC-${region}-${yearOf(createdAt)}`)

const create = (state: Credit, command: CommandOf<'create'>, _occasion: Occasion, facts: CreditFacts): Answer => {
  const { organisation, source, ofSource = [] } = facts
  const { organisationId, creditKind, severity, publicText, basis, reasons } = command
  if (organisation?.id !== organisationId) return refuse('credit.organisationMissing', { organisationId })
  if (!source || source.organisationId !== organisationId) return refuse('credit.sourceMissing', { source: command.source.id })
  if (!decisive[command.source.kind].includes(source.status)) return refuse('credit.decisionNeeded', { status: source.status })
  // One decision gives one record of a kind: nobody is marked twice for the same thing.
  const twin = ofSource.find((one) => one.id !== state.id && one.creditKind === creditKind && one.status !== 'dismissed')
  if (twin) return refuse('credit.alreadyRecorded', { number: twin.number })
  return grant({
    type: 'proposed',
    ofOrganisationId: organisationId,
    organisationName: organisation.names.zh,
    region: organisation.region,
    sector: source.sector,
    creditKind,
    severity,
    source: { ...command.source, number: source.number ?? null },
    facts: command.facts,
    basis,
    reasons,
    publicText,
  })
}

/** From the day of the record for the period of its severity (CRD-1, CRD-2), counted in months and not moved off days of rest. */
const record = (state: Credit, { remedies }: CommandOf<'record'>, { at, catalogue, post }: Occasion, { serial }: CreditFacts): Answer => {
  const publicFrom = shanghaiDateOf(at)
  const months = limitIn(catalogue, periodRules[state.severity]).length
  return grant({
    type: 'recorded',
    number: formatNumber({
      kind: 'credit',
      region: state.region ?? '',
      scenario: 0,
      year: yearOf(state.createdAt ?? at),
      sequence: serial ?? 0,
    }),
    publicFrom,
    publicUntil: dateOf(addMonths(dayOf(publicFrom), months)),
    remedies,
    forumId: forumOf(catalogue, post),
  })
}

/** A refusal says how it may be challenged; what is granted burdens nobody. */
const decideRepair = (command: CommandOf<'decideRepair'>, { at, catalogue, post }: Occasion): Answer => {
  const { outcome, facts, basis, reasons, remedies } = command
  if (outcome === 'refused' && remedies === null) return refuse('credit.remediesMissing')
  return grant({
    type: 'repairDecided',
    outcome,
    facts,
    basis,
    reasons,
    remedies: outcome === 'refused' ? remedies : null,
    forumId: forumOf(catalogue, post),
    on: shanghaiDateOf(at),
  })
}

const end = ({ publicUntil }: Credit, { at }: Occasion): Answer =>
  publicUntil !== null && shanghaiDateOf(at) > publicUntil
    ? grant({ type: 'ended', on: publicUntil })
    : refuse('credit.stillPublic', { publicUntil })

const markOf: Record<Credit['status'], StateMark> = {
  none: 'draft',
  proposed: 'review',
  recorded: 'refused',
  repair_applied: 'submitted',
  repair_assessed: 'review',
  repaired: 'ended',
  ended: 'ended',
  quashed: 'ended',
  dismissed: 'ended',
}

export const credit: Kind<Credit, CreditCommand, CreditEvent, CreditFacts> = {
  name: 'credit',
  isSingle: true,
  plural: 'credit-records',
  statuses: creditStatuses,
  commands: creditCommands,
  moves: {
    create: { by: ['reviewer', 'recall_officer', 'registry_officer'], from: ['none'], duty: 'propose' },
    record: { by: ['approver'], from: ['proposed'], duty: 'enact', stepUp: true },
    dismiss: { by: ['approver'], from: ['proposed'], duty: 'enact' },
    applyRepair: { by: ['compliance_lead', 'representative'], from: ['recorded'] },
    assessRepair: { by: ['reviewer', 'registry_officer'], from: ['repair_applied'], duty: 'review' },
    decideRepair: { by: ['approver'], from: ['repair_assessed'], duty: 'approve', stepUp: true },
    quash: { by: ['approver'], from: ['recorded', 'repair_applied', 'repair_assessed'], duty: 'approve', stepUp: true },
    end: { by: ['system'], from: ['recorded', 'repair_applied', 'repair_assessed'], quiet: true },
  },
  initial: noCredit,
  // The company sees a proposal as soon as it is made; the public sees what was recorded, and only that.
  place: ({ organisationId, sector, region }) => ({ organisationId, sector, region }),
  needs: (state, command): Needs => {
    switch (command.type) {
      case 'create':
        return {
          organisation: { one: 'organisation', id: command.organisationId },
          source: { one: command.source.kind, id: command.source.id },
          ofSource: { many: 'credit', link: 'source', to: command.source.id },
        }
      case 'record': {
        const scope = scopeOf(state)
        return scope === null ? {} : { serial: { serial: scope } }
      }
      default:
        return {}
    }
  },
  decide: (state, command, occasion, facts) => {
    switch (command.type) {
      case 'create':
        return create(state, command, occasion, facts)
      case 'record':
        return record(state, command, occasion, facts)
      case 'dismiss':
        return grant({ type: 'dismissed', reason: command.reason })
      case 'applyRepair':
        return grant({ type: 'repairApplied', statement: command.statement, evidenceHash: command.evidenceHash })
      case 'assessRepair':
        return grant({ type: 'repairAssessed', outcome: command.outcome, reasons: command.reasons })
      case 'decideRepair':
        return decideRepair(command, occasion)
      case 'quash':
        return grant({ type: 'quashed', reason: command.reason, on: shanghaiDateOf(occasion.at) })
      case 'end':
        return end(state, occasion)
    }
  },
  evolve,
  summary: (state) => {
    // Once it has left public view the row names nobody: number and end are the tombstone.
    const title = state.number ?? state.organisationName ?? ''
    return {
      title: { zh: title, en: title },
      number: state.number,
      mark: markOf[state.status],
      organisationName: state.tombstone ? null : state.organisationName,
      scenario: null,
      lane: null,
      tier: null,
      ownerId: null,
      dueOn: isPublished(state) ? state.publicUntil : null,
      dueRule: isPublished(state) ? periodRules[state.severity] : null,
      lapse: isPublished(state) && state.publicUntil !== null ? { at: dueInstant(state.publicUntil), command: 'end' } : null,
      openedAt: state.createdAt,
      decidedAt: state.recordedAt,
      isPublic: state.recordedAt !== null,
      words: [],
    }
  },
  fields: creditFields,
  links: (state) => ({
    organisation: state.tombstone ? null : state.organisationId,
    source: state.source?.id ?? null,
  }),
  // The log is for ever and the record is not: the log names no company.
  publicFacts: (event, { number }) => {
    switch (event.type) {
      case 'recorded':
        return { number, publicFrom: event.publicFrom, publicUntil: event.publicUntil }
      case 'repairDecided':
        return event.outcome === 'granted' ? { number, on: event.on, because: 'repaired' } : {}
      case 'quashed':
        return { number, on: event.on, because: 'quashed' }
      case 'ended':
        return { number, on: event.on, because: 'ended' }
      default:
        return {}
    }
  },
}
