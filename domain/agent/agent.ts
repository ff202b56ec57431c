// The rules of an agent: whose it is, which versions of it were ever filed, and when it leaves service. Versions are immutable and known by their hash.
import { type CaseState, type Decision, grant, type Kind, type Needs, type Recorded, refuse } from '#domain/case'
import type { Organisation } from '#domain/organisation/organisation'
import { everySector } from '#domain/permission'
import { type AgentCommand, type AgentEvent, type AgentStatus, agentCommands, agentStatuses } from './commands.ts'
import { type AgentVersion, contentHash } from './version.ts'
import type { AgentForm, ChangeClass } from './vocabulary.ts'

export type { AgentCommand, AgentEvent } from './commands.ts'

/** One version as signed. `basedOnHash` says what it was made from, as its own content does. */
export type FiledVersion = {
  hash: string
  version: string
  changeClass: ChangeClass
  basedOnHash: string | null
  buildHash: string | null
  at: string
  by: string
  filingId: string
  /** Those that it was filed in; empty where the entry is older than this knowledge. */
  sectors: readonly string[]
  content: AgentVersion
}

export type Agent = CaseState & {
  status: AgentStatus | 'none'
  organisationId: string | null
  region: string | null
  names: AgentVersion['names']
  form: AgentForm
  purpose: string
  identityCode: string | null
  /** The filing that it was entered for, where the system entered it. */
  filingId: string | null
  versions: readonly FiledVersion[]
  createdAt: string | null
  retirement: { reason: string; at: string; by: string } | null
}

export type AgentFacts = {
  organisation?: Organisation | null
  sameCode?: readonly Agent[]
  filings?: readonly { id: string; status: string }[]
  deployments?: readonly { id: string; status: string }[]
}

type Of<Name extends AgentCommand['type']> = Extract<AgentCommand, { type: Name }>

const endedFilings = ['not_accepted', 'lapsed', 'not_filed', 'withdrawn', 'revoked', 'cancelled']
const runningDeployments = [
  'submitted',
  'accepted',
  'assessing',
  'pilot_approved',
  'approved',
  'approved_with_conditions',
  'active',
  'suspended',
  're_assessment',
]

const create = (
  state: Agent,
  { type: _, organisationId, ...body }: Of<'create'>,
  { organisation, sameCode }: AgentFacts,
): Decision<AgentEvent> => {
  if (!organisation || organisation.status === 'closed') return refuse('agent.organisationMissing', { organisationId })
  // One code names one agent (GB/Z 185.2): a second holder would make every look-up by code a guess.
  const holder = sameCode?.find((other) => other.id !== state.id && other.status !== 'retired')
  if (body.identityCode !== null && holder) return refuse('agent.identityCodeTaken', { identityCode: body.identityCode })
  return grant({ type: 'created', ofOrganisationId: organisationId, ...body, region: organisation.region })
}

/** The same content twice is the same version: nothing is written for it, unless another sector learns of it. */
const addVersion = (state: Agent, { filingId, sector, hash, signedBy, content }: Of<'addVersion'>): Decision<AgentEvent> => {
  const address = contentHash(content)
  if (address !== hash) return refuse('agent.hashDiffers', { hash, address })
  const known = state.versions.find((version) => version.hash === hash)
  if (!known) return grant({ type: 'versionAdded', hash, filingId, sector, signedBy, content })
  return known.sectors.includes(sector) ? grant() : grant({ type: 'versionFiledAgain', hash, filingId, sector })
}

/**
 * The sector of the filings that brought the versions, none while there is no version. Where they lie in several, or in one that was not written
 * down, only who has every sector reaches the agent: an authority of one sector reads what was filed there in the filing itself (policy.md 5.1, 5.8).
 */
export const sectorOf = ({ versions }: Pick<Agent, 'versions'>): string | null => {
  const [sector, ...others] = new Set(versions.flatMap(({ sectors = [] }) => (sectors.length === 0 ? [everySector] : sectors)))
  return others.length > 0 ? everySector : (sector ?? null)
}

/** An agent in use, or under examination, is not retired: its filings are cancelled or withdrawn first. */
const retire = ({ reason }: Of<'retire'>, { filings = [], deployments = [] }: AgentFacts): Decision<AgentEvent> => {
  const open = filings.filter((one) => !endedFilings.includes(one.status)).map((one) => one.id)
  if (open.length > 0) return refuse('agent.filingsRemain', { filings: open, count: open.length })
  const running = deployments.filter((one) => runningDeployments.includes(one.status)).map((one) => one.id)
  return running.length > 0
    ? refuse('agent.deploymentsRemain', { deployments: running, count: running.length })
    : grant({ type: 'retired', reason })
}

const decide = (state: Agent, command: AgentCommand, _occasion: unknown, facts: AgentFacts): Decision<AgentEvent> => {
  switch (command.type) {
    case 'create':
      return create(state, command, facts)
    case 'addVersion':
      return addVersion(state, command)
    case 'retire':
      return retire(command, facts)
  }
}

const needs = (state: Agent, command: AgentCommand): Needs => {
  switch (command.type) {
    case 'create':
      return {
        organisation: { one: 'organisation', id: command.organisationId },
        sameCode: { many: 'agent', link: 'identityCode', to: command.identityCode ?? null },
      }
    case 'retire':
      return { filings: { many: 'filing', link: 'agent', to: state.id }, deployments: { many: 'deployment', link: 'agent', to: state.id } }
    default:
      return {}
  }
}

const evolve = (state: Agent, event: Recorded<AgentEvent>): Agent => {
  switch (event.type) {
    case 'created': {
      const { ofOrganisationId, region, names, form, purpose, identityCode, filingId, at } = event
      return {
        ...state,
        status: 'active',
        organisationId: ofOrganisationId,
        region,
        names,
        form,
        purpose,
        identityCode,
        filingId,
        createdAt: at,
      }
    }
    case 'versionAdded': {
      const { hash, filingId, sector, signedBy, content, at } = event
      const { version, changeClass, basedOnHash, buildHash, names, form, purpose } = content
      const sectors = sector === undefined ? [] : [sector]
      const filed: FiledVersion = { hash, version, changeClass, basedOnHash, buildHash, at, by: signedBy, filingId, sectors, content }
      return {
        ...state,
        names,
        form,
        purpose,
        identityCode: content.identityCode ?? state.identityCode,
        versions: [...state.versions, filed],
      }
    }
    case 'versionFiledAgain': {
      const versions = state.versions.map((one) => (one.hash === event.hash ? { ...one, sectors: [...one.sectors, event.sector] } : one))
      return { ...state, versions }
    }
    case 'retired':
      return { ...state, status: 'retired', retirement: { reason: event.reason, at: event.at, by: event.by } }
  }
}

export const agent: Kind<Agent, AgentCommand, AgentEvent, AgentFacts> = {
  name: 'agent',
  plural: 'agents',
  statuses: agentStatuses,
  commands: agentCommands,
  moves: {
    create: { by: ['filer', 'compliance_lead', 'system'], from: ['none'] },
    addVersion: { by: ['system'], from: ['active', 'retired'], quiet: true },
    retire: { by: ['compliance_lead', 'representative'], from: ['active'] },
  },
  initial: {
    id: '',
    status: 'none',
    did: {},
    organisationId: null,
    region: null,
    names: { zh: '', en: '' },
    form: 'software',
    purpose: '',
    identityCode: null,
    filingId: null,
    versions: [],
    createdAt: null,
    retirement: null,
  },
  place: (state) => ({ organisationId: state.organisationId, sector: sectorOf(state), region: state.region }),
  needs,
  decide,
  evolve,
  summary: (state) => ({
    title: { zh: state.names.zh || state.names.en, en: state.names.en || state.names.zh },
    number: state.identityCode,
    mark: state.status === 'retired' ? 'ended' : state.versions.length === 0 ? 'draft' : 'submitted',
    organisationName: null,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    dueOn: null,
    dueRule: null,
    lapse: null,
    openedAt: state.createdAt,
    decidedAt: null,
    isPublic: false,
    words: [...new Set([state.names.en, state.identityCode ?? '', ...state.versions.map(({ version }) => version)])].filter(
      (word) => word !== '',
    ),
  }),
  fields: {
    id: 'open',
    status: 'open',
    did: 'office',
    organisationId: 'open',
    region: 'open',
    names: 'open',
    form: 'open',
    purpose: 'open',
    identityCode: 'open',
    filingId: 'party',
    versions: 'restricted',
    createdAt: 'open',
    retirement: 'party',
  },
  links: ({ organisationId, identityCode }) => ({ organisation: organisationId, identityCode }),
}
