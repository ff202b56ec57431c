// The rules of a letter: it says all that it must, and its effect runs from a delivery that can be proved (policy.md 5.4 no. 12, 5.7).
import { type CaseState, type Decision, grant, type Kind, type Occasion, type Recorded, refuse } from '../case.ts'
import { limitIn } from '../catalogue/limit-set.ts'
import type { Catalogue } from '../catalogue/shipped.ts'
import { dueDate } from '../clock/deadline.ts'
import { demands, type LetterTemplate } from './template.ts'
import {
  type DatedRemedy,
  type DeliveryChannel,
  type Fact,
  type LetterCommand,
  type LetterContent,
  type LetterEvent,
  type LetterStatus,
  letterCommands,
  letterStatuses,
  type Remedy,
} from './vocabulary.ts'

export type Letter = CaseState & {
  status: LetterStatus | 'none'
  template: LetterTemplate | null
  about: LetterContent['about'] | null
  organisationId: string | null
  organisationName: string | null
  sector: string | null
  region: string | null
  authorityId: string | null
  facts: Readonly<Record<string, Fact>>
  found: string | null
  basis: readonly string[]
  reasons: readonly string[]
  remedies: readonly DatedRemedy[]
  issuedAt: string | null
  delivery: { channel: DeliveryChannel; at: string; by: string; notedAt: string; evidenceHash: string | null; note: string } | null
}

type Answer = Decision<LetterEvent>
type Of<Name extends LetterCommand['type']> = Extract<LetterCommand, { type: Name }>

/** A letter without a fact that its words use, or an adverse one without facts, basis, reasons and every way to challenge it, is not sent. */
const create = ({ type: _, ...content }: Of<'create'>): Answer => {
  const { facts, isAdverse, remedies } = demands[content.template]
  const missing = facts.filter((name) => !Object.hasOwn(content.facts, name))
  if (missing.length > 0) return refuse('letter.factsNeeded', { template: content.template, missing })
  const unsaid = isAdverse
    ? [
        ...(content.found ? [] : ['found']),
        ...(content.basis.length > 0 ? [] : ['basis']),
        ...(content.reasons.length > 0 ? [] : ['reasons']),
      ]
    : []
  const unnamed = remedies.filter((path) => !content.remedies.some((remedy) => remedy.path === path))
  if (unsaid.length + unnamed.length > 0)
    return refuse('letter.groundsNeeded', { template: content.template, missing: [...unsaid, ...unnamed] })
  return grant({ type: 'issued', content })
}

/** By the limit in force on the day of the act: what the company is told is what then holds. */
const dated = (remedy: Remedy, deliveredAt: string, catalogue: Catalogue): DatedRemedy => {
  const due = dueDate({ limit: limitIn(catalogue, remedy.periodRule), calendar: catalogue.calendar, startAt: deliveredAt })
  return { ...remedy, dueOn: 'dueOn' in due ? due.dueOn : null, notBefore: due.notBefore }
}

const deliver = (
  state: Letter,
  way: { channel: DeliveryChannel; deliveredAt: string; evidenceHash: string | null; note: string },
  { catalogue }: Occasion,
): Answer =>
  state.template === null || state.about === null
    ? refuse('letter.issuedLetterNeeded')
    : grant({
        type: 'delivered',
        ...way,
        remedies: state.remedies.map((remedy) => dated(remedy, way.deliveredAt, catalogue)),
        template: state.template,
        about: state.about,
      })

/** Another way than the product: by an officer, with proof, not before it was written and not in the future. */
const recordDelivery = (state: Letter, { channel, deliveredAt, evidenceHash, note }: Of<'recordDelivery'>, occasion: Occasion): Answer => {
  const { at } = occasion
  const issuedAt = state.issuedAt ?? at
  if (Date.parse(deliveredAt) < Date.parse(issuedAt) || Date.parse(deliveredAt) > Date.parse(at))
    return refuse('letter.deliveryTimeNeeded', { from: issuedAt, to: at })
  return deliver(state, { channel, deliveredAt, evidenceHash, note }, occasion)
}

const decide = (state: Letter, command: LetterCommand, occasion: Occasion): Answer => {
  switch (command.type) {
    case 'create':
      return create(command)
    case 'receive':
      return deliver(state, { channel: 'product', deliveredAt: occasion.at, evidenceHash: null, note: '' }, occasion)
    case 'recordDelivery':
      return recordDelivery(state, command, occasion)
  }
}

const evolve = (state: Letter, event: Recorded<LetterEvent>): Letter => {
  switch (event.type) {
    case 'issued': {
      const remedies = event.content.remedies.map((remedy) => ({ ...remedy, dueOn: null, notBefore: null }))
      return { ...state, ...event.content, remedies, status: 'issued', issuedAt: event.at }
    }
    case 'delivered': {
      const { channel, deliveredAt, evidenceHash, note, remedies, by, at } = event
      return { ...state, status: 'delivered', remedies, delivery: { channel, at: deliveredAt, by, notedAt: at, evidenceHash, note } }
    }
  }
}

const titleOf = ({ facts, about }: Letter): { zh: string; en: string } => {
  const name = facts.agentName
  if (typeof name === 'object' && !Array.isArray(name)) return name
  const text = typeof name === 'string' ? name : (about?.number ?? '')
  return { zh: text, en: text }
}

const members = ['filer', 'compliance_lead', 'representative'] as const
const officers = [
  'intake',
  'reviewer',
  'approver',
  'testing_coordinator',
  'recall_officer',
  'registry_officer',
  'reconsideration_officer',
] as const

export const letter: Kind<Letter, LetterCommand, LetterEvent> = {
  name: 'letter',
  plural: 'letters',
  statuses: letterStatuses,
  commands: letterCommands,
  initial: {
    id: '',
    status: 'none',
    did: {},
    template: null,
    about: null,
    organisationId: null,
    organisationName: null,
    sector: null,
    region: null,
    authorityId: null,
    facts: {},
    found: null,
    basis: [],
    reasons: [],
    remedies: [],
    issuedAt: null,
    delivery: null,
  },
  moves: {
    create: { by: ['system'], from: ['none'], quiet: true },
    /** Opening it is the proof: who of the organisation, and when. */
    receive: { by: members, from: ['issued'] },
    recordDelivery: { by: officers, from: ['issued'] },
  },
  place: ({ organisationId, sector, region }) => ({ organisationId, sector, region }),
  decide,
  evolve,
  summary: (state) => ({
    title: titleOf(state),
    number: state.about?.number ?? null,
    mark: state.status === 'delivered' ? 'ended' : 'waiting',
    organisationName: state.organisationName,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    /** The first day on which a way to challenge it closes. */
    dueOn:
      state.remedies
        .map((remedy) => remedy.dueOn)
        .filter((on) => on !== null)
        .sort()[0] ?? null,
    dueRule: null,
    lapse: null,
    openedAt: state.issuedAt,
    decidedAt: state.delivery?.at ?? null,
    isPublic: false,
    words: state.template === null ? [] : [state.template],
  }),
  fields: {
    id: 'party',
    status: 'party',
    did: 'office',
    template: 'party',
    about: 'party',
    organisationId: 'party',
    organisationName: 'party',
    sector: 'party',
    region: 'party',
    authorityId: 'party',
    facts: 'party',
    found: 'party',
    basis: 'party',
    reasons: 'party',
    remedies: 'party',
    issuedAt: 'party',
    delivery: 'party',
  },
  links: ({ about, organisationId }) => ({ about: about?.id ?? null, organisation: organisationId }),
}
