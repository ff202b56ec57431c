// The rules of a set of the catalogue: shipped, proposed by one person, enacted by another, every edition kept and dated.
import { type Decision, grant, type Kind, type Needs, type Occasion, type Post, type Recorded, refuse } from '../case.ts'
import { everySector, national, sideOf } from '../permission.ts'
import {
  type CatalogueCommand,
  type CatalogueEvent,
  catalogueCommands,
  catalogueStatuses,
  type EditableSet,
} from './catalogue-vocabulary.ts'
import { changesBetween, readContent, shippedEdition } from './content.ts'
import { dateFault, nextVersion, referenceFault } from './edition.ts'
import type { CatalogueState } from './in-force.ts'
import setNames from './set-names.json'

export { type CatalogueState, catalogueAt, inForce } from './in-force.ts'

/** The cases of all sets: what a change is checked against. */
export type CatalogueFacts = { sets?: readonly CatalogueState[] }

type Answer = Decision<CatalogueEvent>
type Of<Name extends CatalogueCommand['type']> = Extract<CatalogueCommand, { type: Name }>

const initial: CatalogueState = { id: '', status: 'none', did: {}, set: 'scenarios', versions: [], proposal: null }

/** Rules hold for the whole country and all sectors, so an office that reaches less does not make them. */
const isNationalOffice = (post: Post) =>
  sideOf(post.role) !== 'authority' || (post.region === national && post.sectors.includes(everySector))

const create = ({ set }: Of<'create'>, facts: CatalogueFacts): Answer =>
  (facts.sets ?? []).some((other) => other.set === set)
    ? refuse('catalogue.newSetNeeded', { set })
    : grant({ type: 'created', set, ...shippedEdition(set) })

const propose = (state: CatalogueState, command: Of<'propose'>, { post, at }: Occasion, facts: CatalogueFacts): Answer => {
  if (!isNationalOffice(post)) return refuse('catalogue.nationalOfficeNeeded')
  const { effectiveOn, reason, basis } = command
  const late = dateFault(state, effectiveOn, at)
  if (late) return refuse(late.code, late.facts)
  const version = nextVersion(state.versions, effectiveOn)
  const read = readContent(state.set, command.content, version, effectiveOn)
  if (!read.ok)
    return refuse('catalogue.validItemsNeeded', {
      problems: read.problems,
      items: [...new Set(read.problems.map((problem) => problem.item))].join(', '),
      count: read.problems.length,
    })
  const changes = changesBetween(state.versions.at(-1)?.content ?? {}, read.content)
  if (changes.added.length + changes.removed.length + changes.changed.length === 0) return refuse('catalogue.changeNeeded')
  const broken = referenceFault(state, { version, effectiveOn, content: read.content }, facts.sets ?? [], changes.removed)
  return broken
    ? refuse(broken.code, broken.facts)
    : grant({ type: 'proposed', set: state.set, version, effectiveOn, content: read.content, reason, basis, changes })
}

/**
 * The second signature: by another person (the judge sees to it by the duties), and by an office where an administrator proposed, since which
 * rules hold is the authorities' to say (policy.md 1.4 no. 5). Everything is checked again, as other sets may have changed in between.
 */
const enact = (state: CatalogueState, { post, at }: Occasion, facts: CatalogueFacts): Answer => {
  const { proposal } = state
  if (!proposal) return refuse('catalogue.proposalNeeded')
  if (!isNationalOffice(post)) return refuse('catalogue.nationalOfficeNeeded')
  if (sideOf(post.role) === 'admin' && proposal.proposedRole === post.role) return refuse('catalogue.officeNeeded')
  const { version, effectiveOn, reason, basis, changes, content } = proposal
  const late =
    dateFault(state, effectiveOn, at) ?? referenceFault(state, { version, effectiveOn, content }, facts.sets ?? [], changes.removed)
  return late ? refuse(late.code, late.facts) : grant({ type: 'enacted', set: state.set, version, effectiveOn, reason, basis, changes })
}

const decide = (state: CatalogueState, command: CatalogueCommand, occasion: Occasion, facts: CatalogueFacts): Answer => {
  switch (command.type) {
    case 'create':
      return create(command, facts)
    case 'propose':
      return propose(state, command, occasion, facts)
    case 'enact':
      return enact(state, occasion, facts)
    case 'withdrawProposal':
      if (!isNationalOffice(occasion.post)) return refuse('catalogue.nationalOfficeNeeded')
      return grant({ type: 'proposalWithdrawn', set: state.set, version: state.proposal?.version ?? '', reason: command.reason })
  }
}

const evolve = (state: CatalogueState, event: Recorded<CatalogueEvent>): CatalogueState => {
  switch (event.type) {
    case 'created': {
      const { set, version, effectiveOn, content } = event
      const shipped = {
        version,
        effectiveOn,
        content,
        reason: null,
        basis: null,
        proposedBy: null,
        enactedBy: event.by,
        enactedAt: event.at,
      }
      return { ...state, status: 'in_force', set, versions: [shipped] }
    }
    case 'proposed': {
      const { version, effectiveOn, content, reason, basis, changes } = event
      const proposal = {
        version,
        effectiveOn,
        content,
        reason,
        basis,
        changes,
        proposedBy: event.by,
        proposedRole: event.role,
        proposedAt: event.at,
      }
      // Each proposal is a matter of its own: whoever enacted an earlier one is free for this one, in either part but not both.
      return { ...state, status: 'proposed', proposal, did: {} }
    }
    case 'enacted': {
      const { version, effectiveOn, reason, basis } = event
      const enacted = {
        version,
        effectiveOn,
        content: state.proposal?.content ?? {},
        reason,
        basis,
        proposedBy: state.proposal?.proposedBy ?? null,
        enactedBy: event.by,
        enactedAt: event.at,
      }
      return { ...state, status: 'in_force', proposal: null, versions: [...state.versions, enacted] }
    }
    case 'proposalWithdrawn':
      return { ...state, status: 'in_force', proposal: null }
  }
}

const nameOf = (set: EditableSet): { zh: string; en: string } => setNames[set]

export const catalogue: Kind<CatalogueState, CatalogueCommand, CatalogueEvent, CatalogueFacts> = {
  name: 'catalogue',
  plural: 'catalogues',
  statuses: catalogueStatuses,
  commands: catalogueCommands,
  moves: {
    create: { by: ['system'], from: ['none'], quiet: true },
    propose: { by: ['system_admin', 'reviewer', 'registry_officer'], from: ['in_force'], duty: 'propose' },
    enact: { by: ['system_admin', 'approver', 'registry_officer'], from: ['proposed'], duty: 'enact', stepUp: true },
    withdrawProposal: { by: ['system_admin', 'reviewer', 'approver', 'registry_officer'], from: ['proposed'] },
  },
  initial,
  place: () => ({ organisationId: null, sector: null, region: null }),
  needs: (_, command): Needs => (command.type === 'withdrawProposal' ? {} : { sets: { many: 'catalogue', link: 'book', to: 'catalogue' } }),
  decide,
  evolve,
  summary: (state) => ({
    title: nameOf(state.set),
    number: state.versions.at(-1)?.version ?? null,
    mark: state.status === 'proposed' ? 'review' : 'approved',
    organisationName: null,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    dueOn: null,
    dueRule: null,
    lapse: null,
    openedAt: state.versions[0]?.enactedAt ?? null,
    decidedAt: state.versions.at(-1)?.enactedAt ?? null,
    isPublic: state.status !== 'none',
    words: [state.set],
  }),
  /** The rules are public, and so is a proposed change with its reason: whoever it will bind may read it before. */
  fields: { id: 'open', status: 'open', set: 'open', versions: 'open', proposal: 'open', did: 'office' },
  links: (state) => ({ set: state.set, book: 'catalogue' }),
  publicFacts: (event) => {
    const { set, version } = event
    if (event.type === 'proposalWithdrawn') return { set, version, reason: event.reason }
    if (event.type === 'created') return { set, version, effectiveOn: event.effectiveOn }
    return { set, version, effectiveOn: event.effectiveOn, reason: event.reason, basis: event.basis, changes: event.changes }
  },
  isAdministrative: true,
}
