// Who may be appointed to what: the place of a post, dates, administrators kept apart from cases, and nobody by their own hand.
import { type Decision, grant, type Occasion, type Refusal, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { adminRoles, everySector, national, sideOf } from '../permission.ts'
import { type HeldPost, type Person, standingPosts } from './state.ts'
import { type Appointment, type PersonCommand, type PersonEvent, rolesOfRepresentative } from './vocabulary.ts'

export type PersonFacts = { organisation?: { id: string; status: string; kind: string } | null }
type Appoint = Extract<PersonCommand, { type: 'appoint' }>

const fault = (code: string, facts: Record<string, unknown> = {}): Refusal => ({ code, facts })
const isAdmin = (role: string) => (adminRoles as readonly string[]).includes(role)

/** Formality and decision lie with the cyberspace side, concurrence with the sector's: one person never signs for both (policy.md 2.1). */
const cyberspaceRoles: readonly string[] = ['intake', 'reviewer', 'approver']
const sectorRoles: readonly string[] = ['sector_reviewer', 'sector_approver']

/** A government that reconsiders acts is no authority of the register: it has people for that alone, in its own region. */
const forumRoles: readonly string[] = ['reconsideration_officer', 'hearing_chair']
const forumFault = (command: Appoint, forum: { zh: string; region: string }): Refusal | null => {
  const { role, sectors, region, organisationId } = command
  if (organisationId !== null) return fault('person.authorityNeeded', { role })
  if (region !== forum.region) return fault('person.regionOfAuthorityNeeded', { authority: forum.zh, region: forum.region })
  return sectors.length === 0 ? fault('person.sectorNeeded', { role }) : null
}

const authorityFault = (command: Appoint, { catalogue }: Occasion): Refusal | null => {
  const { role, authorityId, sectors, region } = command
  const forum = forumRoles.includes(role) ? catalogue.forums.items.find((one) => one.id === authorityId) : undefined
  if (forum) return forumFault(command, forum)
  const authority = catalogue.authorities.items.find((one) => one.id === authorityId)
  if (!authority || command.organisationId !== null) return fault('person.authorityNeeded', { role })
  if (region === null || (authority.region !== national && authority.region !== region))
    return fault('person.regionOfAuthorityNeeded', { authority: authority.zh, region: authority.region })
  if (sectors.length === 0) return fault('person.sectorNeeded', { role })
  if (cyberspaceRoles.includes(role) && authority.kind !== 'cyberspace')
    return fault('person.cyberspaceAuthorityNeeded', { role, authority: authority.zh })
  const known = catalogue.sectors.items.map((sector) => sector.id)
  const isConfined = authority.kind === 'sector' || sectorRoles.includes(role)
  const reach = isConfined ? authority.sectors : [everySector, ...known]
  const outside = sectors.filter((sector) => !reach.includes(sector))
  return outside.length > 0 ? fault('person.sectorOfAuthorityNeeded', { sectors: outside, authority: authority.zh }) : null
}

const kindsOfSide: Record<'company' | 'lab' | 'platform', readonly string[]> = {
  company: ['company', 'lab', 'platform', 'certifier'],
  lab: ['lab', 'certifier'],
  platform: ['platform'],
}

const organisationFault = (command: Appoint, side: 'company' | 'lab' | 'platform', facts: PersonFacts): Refusal | null => {
  const { role, organisationId, authorityId, sectors, region } = command
  if (organisationId === null || authorityId !== null || sectors.length > 0 || region !== null)
    return fault('person.organisationNeeded', { role })
  const found = facts.organisation
  if (!found || found.id !== organisationId || found.status === 'closed' || found.status === 'refused')
    return fault('person.standingOrganisationNeeded', { role })
  return kindsOfSide[side].includes(found.kind) ? null : fault('person.organisationOfKindNeeded', { role, kind: found.kind })
}

const placeFault = (command: Appoint, occasion: Occasion, facts: PersonFacts): Refusal | null => {
  const side = sideOf(command.role)
  if (side === 'authority') return authorityFault(command, occasion)
  if (side === 'company' || side === 'lab' || side === 'platform') return organisationFault(command, side, facts)
  const { role, authorityId, sectors, region, organisationId } = command
  return authorityId !== null || organisationId !== null || sectors.length > 0 || region !== null
    ? fault('person.administratorWithoutPlaceNeeded', { role })
    : null
}

const meets = (a: Pick<Appointment, 'fromOn' | 'toOn'>, b: Pick<Appointment, 'fromOn' | 'toOn'>) =>
  (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn)

const isSamePost = (a: Appointment, b: HeldPost) =>
  a.role === b.role &&
  a.authorityId === b.authorityId &&
  a.region === b.region &&
  a.organisationId === b.organisationId &&
  a.sectors.every((sector) => b.sectors.includes(sector))

/** Administrators have no right over cases, and the three kinds of administrator are three persons (quality.md 1.2). */
const pairFault = (next: Appointment, standing: readonly HeldPost[]): Refusal | null => {
  const beside = standing.filter((post) => meets(next, post))
  const mixed = beside.find((post) => isAdmin(post.role) !== isAdmin(next.role))
  if (mixed) return fault('person.administratorHasNoCaseRights', { role: next.role, held: mixed.role })
  const other = beside.find((post) => isAdmin(next.role) && post.role !== next.role)
  if (other) return fault('person.separateAdministratorNeeded', { role: next.role, held: other.role })
  return beside.some((post) => isSamePost(next, post)) ? fault('person.newPostNeeded', { role: next.role }) : null
}

/** A representative speaks for the own organisation's filers and leads, an administrator for every post. */
export const isWithinHand = ({ post }: Occasion, held: Pick<Appointment, 'role' | 'organisationId'>): boolean =>
  post.role !== 'representative' ||
  ((rolesOfRepresentative as readonly string[]).includes(held.role) && held.organisationId === post.organisationId)

/**
 * Appoints. Refusals: another hand, an administrator, a place that fits the role, dates that make sense, and what one person may not be at once.
 */
export const appoint = (state: Person, command: Appoint, occasion: Occasion, facts: PersonFacts): Decision<PersonEvent> => {
  if (occasion.actor.personId === state.id) return refuse('person.otherAppointerNeeded')
  if (!isWithinHand(occasion, command)) return refuse('person.administratorNeeded', { role: command.role, roles: rolesOfRepresentative })
  const misplaced = placeFault(command, occasion, facts)
  if (misplaced) return refuse(misplaced.code, misplaced.facts)
  const today = shanghaiDateOf(occasion.at)
  const { type: _, ...body } = command
  const appointment: Appointment = { ...body, id: String(state.posts.length + 1), fromOn: command.fromOn ?? today }
  if (appointment.fromOn < today) return refuse('person.presentDateNeeded', { fromOn: appointment.fromOn, today })
  if (appointment.toOn !== null && appointment.toOn < appointment.fromOn)
    return refuse('person.laterEndNeeded', { fromOn: appointment.fromOn, toOn: appointment.toOn })
  const excluded = pairFault(appointment, standingPosts(state, today))
  return excluded ? refuse(excluded.code, excluded.facts) : grant({ type: 'appointed', appointment })
}
