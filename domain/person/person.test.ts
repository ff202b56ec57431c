// Persons: appointed by another hand, to a post that fits its place, and without a right from the moment it ends.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, type Kind, movesOpenTo, type Post, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { organisation } from '../organisation/organisation.ts'
import { adminRoles, roles } from '../permission.ts'
import { world } from '../world.ts'
import { actorOf, type Person, person, postsInForce } from './person.ts'
import { appointableRoles, type PersonCommand, personCommands } from './vocabulary.ts'

const at = '2026-11-02T10:00:00+08:00'
const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const actor = (personId: string, ...posts: Post[]): Actor => ({ personId, name: { zh: personId, en: personId }, posts })
const admin = actor('ada', post('system_admin'))

type Appoint = Extract<PersonCommand, { type: 'appoint' }>
const appoint = (role: Appoint['role'], more: Partial<Appoint> = {}): Appoint => ({
  type: 'appoint',
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  fromOn: null,
  toOn: null,
  reason: 'order 12',
  ...more,
})
const atOffice = (role: Appoint['role'], more: Partial<Appoint> = {}) =>
  appoint(role, { authorityId: 'cac-110000', region: '110000', sectors: ['*'], ...more })

const start = () => {
  const kinds = new Map<string, Kind>([
    ['person', person],
    ['organisation', organisation],
  ])
  const here = world(kinds, () => [], shippedCatalogue)
  const ask = (who: Actor, id: string | null, command: PersonCommand, when = at) => here.ask(who, 'person', id, command, when)
  const made = (organisationId: string | null = null, by = admin) =>
    ask(by, null, { type: 'create', names: { zh: 'Zhang', en: null }, organisationId }).id
  const house = (kind: string, creditCode: string) => {
    const command = {
      type: 'create',
      kind,
      names: { zh: kind, en: null },
      creditCode,
      region: '110000',
      address: null,
      representative: null,
      securityOfficer: null,
      contacts: [],
      commitment: null,
    }
    return here.ask(systemActor, 'organisation', null, command, at).id
  }
  return {
    ...here,
    ask,
    made,
    person: (id: string) => here.state<Person>(id)!,
    company: house('company', '91990000MA00TE5T24'),
    other: house('company', '91990000MA00AGN1X1'),
    lab: house('lab', '91990000MA00LAB17G'),
  }
}

test('an administrator appoints an officer, whose post is in force at once', () => {
  const { ask, made, person: of } = start()
  const id = made()
  expect(ask(admin, id, atOffice('reviewer')).refusal).toBeNull()
  expect(postsInForce(of(id), at)).toEqual([
    { role: 'reviewer', authorityId: 'cac-110000', sectors: ['*'], region: '110000', organisationId: null },
  ])
  expect(actorOf(of(id), at)).toMatchObject({ personId: id, name: { zh: 'Zhang', en: 'Zhang' } })
})

test('nobody appoints or reinstates themselves', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, appoint('system_admin'))
  const self = actorOf(of(id), at)
  expect(ask(self, id, appoint('security_admin')).refusal?.code).toBe('person.otherAppointerNeeded')
  ask(admin, id, { type: 'dismiss', reason: 'left' })
  expect(ask(self, id, { type: 'reinstate', reason: 'back' }).refusal?.code).toBe('person.otherAppointerNeeded')
})

test('no administrator holds a case role and no case role holder becomes an administrator, in whatever order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...adminRoles),
      fc.constantFrom('intake', 'approver', 'auditor', 'recall_signatory'),
      fc.boolean(),
      (adminRole, caseRole, isAdminFirst) => {
        const { ask, made } = start()
        const id = made()
        const commands = [appoint(adminRole), atOffice(caseRole as Appoint['role'])]
        const [first, second] = isAdminFirst ? commands : commands.reverse()
        expect(ask(admin, id, first!).refusal).toBeNull()
        expect(ask(admin, id, second!).refusal?.code).toBe('person.administratorHasNoCaseRights')
      },
    ),
  )
})

test('a former case officer may become an administrator once the post has ended', () => {
  const { ask, made } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer'))
  ask(admin, id, { type: 'endPost', postId: '1', lastOn: null, reason: 'moved' })
  expect(ask(admin, id, appoint('system_admin')).refusal).toBeNull()
})

test('a planned administrator post that begins after the case post has run out is no conflict; one that overlaps by a day is', () => {
  const { ask, made } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer', { toOn: '2026-12-31' }))
  expect(ask(admin, id, appoint('audit_admin', { fromOn: '2026-12-31' })).refusal?.code).toBe('person.administratorHasNoCaseRights')
  expect(ask(admin, id, appoint('audit_admin', { fromOn: '2027-01-01' })).refusal).toBeNull()
})

test('the three administrators are three persons', () => {
  const { ask, made } = start()
  const id = made()
  ask(admin, id, appoint('system_admin'))
  expect(ask(admin, id, appoint('audit_admin')).refusal?.code).toBe('person.separateAdministratorNeeded')
})

test('a person may hold several case roles, but not the same post twice', () => {
  const { ask, made, person: of } = start()
  const id = made()
  for (const role of ['reviewer', 'approver', 'recall_officer'] as const) expect(ask(admin, id, atOffice(role)).refusal).toBeNull()
  expect(postsInForce(of(id), at).map(({ role }) => role)).toEqual(['reviewer', 'approver', 'recall_officer'])
  expect(ask(admin, id, atOffice('approver')).refusal?.code).toBe('person.newPostNeeded')
})

test('a dismissed officer has no post from the moment of the dismissal', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer'))
  ask(admin, id, { type: 'dismiss', reason: 'left' }, '2026-11-02T10:00:01+08:00')
  expect(postsInForce(of(id), '2026-11-02T10:00:01+08:00')).toEqual([])
  expect(of(id)).toMatchObject({ status: 'dismissed', active: false, dismissal: { by: 'ada', reason: 'left' } })
})

test('a post that is ended stops at that instant; the others go on', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer'))
  ask(admin, id, atOffice('recall_officer'))
  ask(admin, id, { type: 'endPost', postId: '1', lastOn: null, reason: 'moved' }, '2026-11-02T11:00:00+08:00')
  expect(postsInForce(of(id), '2026-11-02T10:59:59+08:00').map(({ role }) => role)).toEqual(['reviewer', 'recall_officer'])
  expect(postsInForce(of(id), '2026-11-02T03:00:00Z').map(({ role }) => role)).toEqual(['recall_officer'])
})

test('a reinstated person starts without posts', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer'))
  ask(admin, id, { type: 'dismiss', reason: 'left' })
  ask(admin, id, { type: 'reinstate', reason: 'returned' })
  expect(of(id).active).toBe(true)
  expect(postsInForce(of(id), '2027-01-01T00:00:00Z')).toEqual([])
})

test('the first and the last day of a post count, in Shanghai', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer', { fromOn: '2026-11-10', toOn: '2026-11-20' }))
  const count = (when: string) => postsInForce(of(id), when).length
  expect([
    count('2026-11-09T23:59:59+08:00'),
    count('2026-11-09T16:00:00Z'),
    count('2026-11-20T23:59:59+08:00'),
    count('2026-11-20T16:00:00Z'),
  ]).toEqual([0, 1, 1, 0])
})

test('a post is shortened to a later last day, never prolonged', () => {
  const { ask, made, person: of } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer', { toOn: '2026-12-31' }))
  const end = (lastOn: string) => ask(admin, id, { type: 'endPost', postId: '1', lastOn, reason: 'r' }).refusal?.code ?? null
  expect([end('2027-01-01'), end('2026-11-01'), end('2026-11-30')]).toEqual(['person.earlierEndNeeded', 'person.earlierEndNeeded', null])
  expect(of(id).posts[0]).toMatchObject({ toOn: '2026-11-30', endReason: 'r' })
})

test('nobody is appointed for days gone by, or to end before the beginning', () => {
  const { ask, made } = start()
  const id = made()
  expect(ask(admin, id, atOffice('reviewer', { fromOn: '2026-11-01' })).refusal?.code).toBe('person.presentDateNeeded')
  expect(ask(admin, id, atOffice('reviewer', { fromOn: '2026-11-05', toOn: '2026-11-04' })).refusal?.code).toBe('person.laterEndNeeded')
})

test('an officer sits in an authority that exists, in its region and sectors, on its own side of the joint act', () => {
  const { ask, made, company } = start()
  const id = made()
  const code = (command: Appoint) => ask(admin, id, command).refusal?.code ?? null
  expect(code(atOffice('reviewer', { authorityId: 'nobody' }))).toBe('person.authorityNeeded')
  expect(code(atOffice('reviewer', { organisationId: company }))).toBe('person.authorityNeeded')
  expect(code(atOffice('reviewer', { region: '310000' }))).toBe('person.regionOfAuthorityNeeded')
  expect(code(atOffice('reviewer', { sectors: [] }))).toBe('person.sectorNeeded')
  expect(code(atOffice('reviewer', { sectors: ['nowhere'] }))).toBe('person.sectorOfAuthorityNeeded')
  expect(code(appoint('approver', { authorityId: 'nhc', region: '000000', sectors: ['health'] }))).toBe('person.cyberspaceAuthorityNeeded')
  expect(code(appoint('sector_approver', { authorityId: 'nhc', region: '000000', sectors: ['*'] }))).toBe('person.sectorOfAuthorityNeeded')
  expect(code(appoint('sector_approver', { authorityId: 'nhc', region: '000000', sectors: ['finance'] }))).toBe(
    'person.sectorOfAuthorityNeeded',
  )
  expect(code(appoint('sector_approver', { authorityId: 'cac-110000', region: '110000', sectors: ['health'] }))).toBe(
    'person.sectorOfAuthorityNeeded',
  )
  expect(code(appoint('sector_approver', { authorityId: 'nhc', region: '110000', sectors: ['health'] }))).toBeNull()
})

test('a member belongs to an organisation that stands, a tester to a laboratory, a platform operator to a platform', () => {
  const { ask, made, company, lab } = start()
  const id = made()
  const code = (command: Appoint) => ask(admin, id, command).refusal?.code ?? null
  expect(code(appoint('filer'))).toBe('person.organisationNeeded')
  expect(code(appoint('filer', { organisationId: 'organisation-99' }))).toBe('person.standingOrganisationNeeded')
  expect(code(appoint('tester', { organisationId: company }))).toBe('person.organisationOfKindNeeded')
  expect(code(appoint('platform_operator', { organisationId: lab }))).toBe('person.organisationOfKindNeeded')
  expect(code(appoint('tester', { organisationId: lab }))).toBeNull()
  expect(code(appoint('filer', { organisationId: company, region: '110000' }))).toBe('person.organisationNeeded')
})

test('an administrator has no office, sector, region or organisation', () => {
  const { ask, made } = start()
  expect(ask(admin, made(), appoint('system_admin', { region: '110000' })).refusal?.code).toBe('person.administratorWithoutPlaceNeeded')
})

test('a representative appoints filers and leads of the own organisation, and nobody else', () => {
  const { ask, made, person: of, company, other } = start()
  const rep = actor('rep', post('representative', { organisationId: company }))
  const id = made(company, rep)
  const code = (command: PersonCommand, who = rep) => ask(who, id, command).refusal?.code ?? null
  expect(code(appoint('filer', { organisationId: company }))).toBeNull()
  expect(code(appoint('compliance_lead', { organisationId: company }))).toBeNull()
  expect(code(appoint('filer', { organisationId: other }))).toBe('person.administratorNeeded')
  expect(code(appoint('representative', { organisationId: company }))).toBe('person.administratorNeeded')
  expect(code(atOffice('approver'))).toBe('person.administratorNeeded')
  expect(code(appoint('system_admin'))).toBe('person.administratorNeeded')
  expect(code(appoint('filer', { organisationId: other }), actor('rival', post('representative', { organisationId: other })))).toBe(
    'case.notYours',
  )
  expect(postsInForce(of(id), at)).toHaveLength(2)
})

test('a representative creates persons of the own organisation only', () => {
  const { ask, company, other } = start()
  const rep = actor('rep', post('representative', { organisationId: company }))
  const create = (organisationId: string | null) =>
    ask(rep, null, { type: 'create', names: { zh: 'Q', en: null }, organisationId }).refusal?.code ?? null
  expect([create(company), create(other), create(null)]).toEqual([null, 'case.notYours', 'case.notYours'])
})

test('a representative cannot end or dismiss what an administrator gave beyond filers and leads', () => {
  const { ask, made, company } = start()
  const rep = actor('rep', post('representative', { organisationId: company }))
  const id = made(company)
  ask(admin, id, appoint('representative', { organisationId: company }))
  expect(ask(rep, id, { type: 'endPost', postId: '1', lastOn: null, reason: 'r' }).refusal?.code).toBe('person.administratorNeeded')
  expect(ask(rep, id, { type: 'dismiss', reason: 'r' }).refusal?.code).toBe('person.administratorNeeded')
})

test('neither officers nor filers nor the other administrators may change a person', () => {
  const { made, state, company } = start()
  const id = made(company)
  const others = [
    actor('o', post('approver', { authorityId: 'cac', region: '000000', sectors: ['*'] })),
    actor('f', post('filer', { organisationId: company })),
    actor('s', post('security_admin')),
  ]
  for (const other of others) expect(movesOpenTo(person, state(id)!, other)).toEqual([])
})

test('nobody is appointed as the clock or as the public', () => {
  expect(roles.filter((role) => !(appointableRoles as readonly string[]).includes(role))).toEqual(['system', 'public'])
  expect(personCommands.appoint.safeParse({ role: 'system', reason: 'r' }).success).toBe(false)
})

test('a person is never public, whatever happens to the record', () => {
  const { ask, made, person: of, log } = start()
  const id = made()
  ask(admin, id, atOffice('reviewer'))
  expect(person.summary(of(id), shippedCatalogue).isPublic).toBe(false)
  for (const { event } of log().filter((entry) => entry.kind === 'person')) expect(person.publicFacts?.(event, of(id))).toEqual({})
})
