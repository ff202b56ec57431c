// The rules of a person: created, appointed to posts, posts ended, dismissed and reinstated, each with a reason and by another hand.
import { type Decision, grant, type Kind, type Needs, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { appoint, isWithinHand, type PersonFacts } from './appoint.ts'
import { evolvePerson, type Person, personInitial, standingPosts } from './state.ts'
import { type PersonCommand, type PersonEvent, personCommands, personStatuses } from './vocabulary.ts'

export type { PersonFacts } from './appoint.ts'
export { actorOf, type HeldPost, type Person, type Person as PersonState, postsInForce } from './state.ts'

type Answer = Decision<PersonEvent>
type Of<Name extends PersonCommand['type']> = Extract<PersonCommand, { type: Name }>

const full = ({ zh, en }: { zh: string; en: string | null }) => ({ zh, en: en ?? zh })

const endPost = (state: Person, { postId, lastOn, reason }: Of<'endPost'>, occasion: Occasion): Answer => {
  const today = shanghaiDateOf(occasion.at)
  const held = standingPosts(state, today).find((post) => post.id === postId)
  if (!held) return refuse('person.standingPostNeeded', { postId })
  if (!isWithinHand(occasion, held)) return refuse('person.administratorNeeded', { role: held.role })
  if (lastOn === null) return grant({ type: 'postEnded', postId, lastOn, reason })
  // Never later than before: a post is prolonged by appointing again, which asks all questions anew.
  if (lastOn < today || lastOn < held.fromOn || (held.toOn !== null && lastOn > held.toOn))
    return refuse('person.earlierEndNeeded', { lastOn, toOn: held.toOn ?? '', today })
  return grant({ type: 'postEnded', postId, lastOn, reason })
}

const decide = (state: Person, command: PersonCommand, occasion: Occasion, facts: PersonFacts): Answer => {
  switch (command.type) {
    case 'create':
      return grant({ type: 'created', names: full(command.names), employerId: command.organisationId })
    case 'rename':
      return grant({ type: 'renamed', names: full(command.names), reason: command.reason })
    case 'appoint':
      return appoint(state, command, occasion, facts)
    case 'endPost':
      return endPost(state, command, occasion)
    case 'dismiss': {
      const beyond = standingPosts(state, shanghaiDateOf(occasion.at)).find((post) => !isWithinHand(occasion, post))
      return beyond ? refuse('person.administratorNeeded', { role: beyond.role }) : grant({ type: 'dismissed', reason: command.reason })
    }
    case 'reinstate':
      return occasion.actor.personId === state.id
        ? refuse('person.otherAppointerNeeded')
        : grant({ type: 'reinstated', reason: command.reason })
  }
}

export const person: Kind<Person, PersonCommand, PersonEvent, PersonFacts> = {
  name: 'person',
  plural: 'persons',
  statuses: personStatuses,
  commands: personCommands,
  moves: {
    create: { by: ['system_admin', 'representative', 'system'], from: ['none'] },
    rename: { by: ['system_admin', 'representative', 'system'], from: ['active'] },
    appoint: { by: ['system_admin', 'representative', 'system'], from: ['active'] },
    endPost: { by: ['system_admin', 'representative', 'system'], from: ['active'] },
    dismiss: { by: ['system_admin', 'representative', 'system'], from: ['active'] },
    reinstate: { by: ['system_admin', 'representative', 'system'], from: ['dismissed'] },
  },
  initial: personInitial,
  place: ({ organisationId }) => ({
    organisationId,
    sector: null,
    region: null,
    labId: organisationId,
    platformIds: organisationId === null ? [] : [organisationId],
  }),
  needs: (_, command): Needs => (command.type === 'appoint' ? { organisation: { one: 'organisation', id: command.organisationId } } : {}),
  decide,
  evolve: evolvePerson,
  summary: (state) => ({
    title: state.names,
    number: null,
    mark: state.active ? 'approved' : 'ended',
    organisationName: null,
    scenario: null,
    lane: null,
    tier: null,
    ownerId: null,
    dueOn: null,
    dueRule: null,
    lapse: null,
    openedAt: state.createdAt,
    decidedAt: state.dismissal?.at ?? null,
    isPublic: false,
    words: [state.names.zh, state.names.en],
  }),
  /** `open` to those who may see the case at all: colleagues, authorities and administrators; never the public. */
  fields: {
    id: 'open',
    status: 'open',
    names: 'open',
    organisationId: 'open',
    posts: 'open',
    active: 'open',
    createdAt: 'open',
    dismissal: 'open',
    did: 'office',
  },
  links: (state) => ({ organisation: state.organisationId }),
  publicFacts: () => ({}),
  isAdministrative: true,
}
