// Organisations: one registration for one valid code, verified by intake of the region, and no unverified identity in public.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, judge, movesOpenTo, type Post, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { audienceOf, present } from '../permission.ts'
import { world } from '../world.ts'
import { type Organisation, organisation } from './organisation.ts'
import { type OrganisationCommand, organisationCommands } from './vocabulary.ts'

const at = '2026-11-02T10:00:00+08:00'
const [codeA, codeB] = ['91990000MA00TE5T24', '91990000MA00AGN1X1']

const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const officer = (personId: string, role: Post['role'], region: string, ...more: Post[]): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, { authorityId: `cac-${region}`, region, sectors: ['*'] }), ...more],
})
const member = (personId: string, role: Post['role'], organisationId: string): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, { organisationId })],
})

const intake = officer('ying', 'intake', '110000')
const elsewhere = officer('lin', 'intake', '310000')
const approver = officer('hao', 'approver', '110000')
const registrar = officer('ru', 'registry_officer', '110000')
const admin: Actor = { personId: 'ada', name: { zh: 'ada', en: 'ada' }, posts: [post('system_admin')] }

const person = { name: 'Li Wei', phone: '010-5550 1234', email: 'li@example.cn' }
const whole = {
  type: 'create' as const,
  kind: 'company' as const,
  names: { zh: 'Company A', en: null },
  creditCode: codeA,
  region: '110000',
  address: 'Street 1',
  representative: { name: 'Wang Fang', personId: null },
  securityOfficer: person,
  contacts: [],
  commitment: { signedBy: 'Wang Fang', signedOn: '2026-11-01' },
} satisfies OrganisationCommand
const bare = { ...whole, address: null, representative: null, securityOfficer: null, commitment: null }

const start = () => {
  const here = world(new Map([['organisation', organisation]]), () => [], shippedCatalogue)
  const ask = (actor: Actor, id: string | null, command: OrganisationCommand) => here.ask(actor, 'organisation', id, command, at)
  const verified = () => {
    const { id } = ask(intake, null, whole)
    expect(ask(intake, id, { type: 'verify', evidence: 'licence seen' }).refusal).toBeNull()
    return id
  }
  return { ...here, ask, verified, organisation: (id: string) => here.state<Organisation>(id)! }
}

test('intake registers an organisation of its region and verifies it', () => {
  const { verified, organisation: of } = start()
  const state = of(verified())
  expect(state.status).toBe('verified')
  expect(state.verification).toEqual({ at, by: 'ying', evidence: 'licence seen' })
})

test('intake of another region neither registers nor verifies it', () => {
  const { ask } = start()
  expect(ask(elsewhere, null, whole).refusal?.code).toBe('case.notYours')
  const { id } = ask(intake, null, whole)
  expect(ask(elsewhere, id, { type: 'verify', evidence: 'x' }).refusal?.code).toBe('case.notYours')
})

test('nobody verifies the organisation that they belong to', () => {
  const { ask } = start()
  const { id } = ask(intake, null, whole)
  const both = officer('both', 'intake', '110000', post('filer', { organisationId: id }))
  expect(ask(both, id, { type: 'verify', evidence: 'x' }).refusal?.code).toBe('case.ownOrganisation')
})

test('a code with any one character changed is refused', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(
    fc.property(fc.constantFrom(codeA, codeB), fc.nat(17), fc.constantFrom(...alphabet), (code, place, letter) => {
      fc.pre(code[place] !== letter)
      const { ask, all } = start()
      expect(ask(intake, null, { ...whole, creditCode: code.slice(0, place) + letter + code.slice(place + 1) }).refusal?.code).toBe(
        'organisation.validCreditCodeNeeded',
      )
      expect(all()).toEqual([])
    }),
  )
})

test('a code that somebody already holds is refused, also when it is taken over by an amendment', () => {
  const { ask } = start()
  ask(intake, null, whole)
  expect(ask(registrar, null, whole).refusal).toEqual({
    code: 'organisation.ownCreditCodeNeeded',
    facts: { creditCode: codeA, name: 'Company A' },
  })
  const { id } = ask(intake, null, { ...whole, creditCode: codeB })
  expect(ask(member('rep', 'representative', id), id, { type: 'amend', creditCode: codeA }).refusal?.code).toBe(
    'organisation.ownCreditCodeNeeded',
  )
})

test('a refused registration does not keep the true holder from the code', () => {
  const { ask } = start()
  const squatter = ask(intake, null, whole)
  ask(intake, squatter.id, { type: 'refuseVerification', reasons: [{ ground: 'identity_not_confirmed', explanation: 'no licence' }] })
  expect(ask(intake, null, whole).refusal).toBeNull()
  // And once the true holder is there, the refused one cannot be verified any more.
  ask(member('rep', 'representative', squatter.id), squatter.id, { type: 'amend', address: 'Street 2' })
  expect(ask(intake, squatter.id, { type: 'verify', evidence: 'x' }).refusal?.code).toBe('organisation.ownCreditCodeNeeded')
})

test('all that is missing for verification is named at once', () => {
  const { ask } = start()
  const { id } = ask(intake, null, bare)
  const refusal = ask(intake, id, { type: 'verify', evidence: 'x' }).refusal
  expect(refusal).toEqual({
    code: 'organisation.particularsNeeded',
    facts: { missing: ['address', 'representative', 'securityOfficer', 'commitment'] },
  })
})

test('a commitment is signed once by the representative, with name and day; a filer cannot', () => {
  const { ask, organisation: of } = start()
  const { id } = ask(intake, null, { ...whole, commitment: null })
  expect(ask(member('f', 'filer', id), id, { type: 'signCommitment' }).refusal?.code).toBe('case.notYours')
  const rep = member('rep', 'representative', id)
  expect(ask(rep, id, { type: 'signCommitment' }).refusal).toBeNull()
  expect(of(id).commitment).toEqual({ signedBy: 'rep', signedOn: '2026-11-02', personId: 'rep' })
  expect(ask(rep, id, { type: 'signCommitment' }).refusal?.code).toBe('organisation.unsignedCommitmentNeeded')
})

test('a commitment is not signed in the future', () => {
  const { ask } = start()
  expect(ask(intake, null, { ...whole, commitment: { signedBy: 'Wang', signedOn: '2026-11-03' } }).refusal?.code).toBe(
    'organisation.pastSigningDateNeeded',
  )
})

test('a refusal gives its reasons, and an amendment brings the registration back to intake', () => {
  const { ask, organisation: of } = start()
  const { id } = ask(intake, null, bare)
  const reasons = [{ ground: 'documents_contradict' as const, explanation: 'two addresses' }]
  ask(intake, id, { type: 'refuseVerification', reasons })
  expect(of(id).refusal?.reasons).toEqual(reasons)
  ask(member('rep', 'representative', id), id, { type: 'amend', address: 'Street 2' })
  expect(of(id)).toMatchObject({ status: 'registered', refusal: null, address: 'Street 2' })
})

test('a verified organisation is shown under its verified name until intake has verified the new one', () => {
  const { ask, verified, organisation: of } = start()
  const id = verified()
  const rep = member('rep', 'representative', id)
  expect(ask(rep, id, { type: 'amend', names: { zh: 'Famous Bank', en: null }, address: 'Street 9' }).refusal).toBeNull()
  expect(of(id)).toMatchObject({
    status: 'verified',
    names: { zh: 'Company A' },
    address: 'Street 9',
    pending: { names: { zh: 'Famous Bank' } },
    commitment: null,
  })
  expect(organisation.summary(of(id), shippedCatalogue).title.zh).toBe('Company A')
  expect(ask(intake, id, { type: 'verify', evidence: 'x' }).refusal?.facts).toEqual({ missing: ['commitment'] })
  ask(rep, id, { type: 'signCommitment' })
  expect(ask(intake, id, { type: 'verify', evidence: 'new licence' }).refusal).toBeNull()
  expect(of(id)).toMatchObject({ names: { zh: 'Famous Bank' }, pending: null })
})

test('a refused change of identity leaves the verified identity in force', () => {
  const { ask, verified, organisation: of } = start()
  const id = verified()
  ask(member('rep', 'representative', id), id, { type: 'amend', creditCode: codeB })
  ask(intake, id, { type: 'refuseVerification', reasons: [{ ground: 'false_statement', explanation: 'not theirs' }] })
  expect(of(id)).toMatchObject({ status: 'verified', creditCode: codeA, pending: null })
})

test('with nothing to verify intake neither verifies again nor refuses', () => {
  const { ask, verified } = start()
  const id = verified()
  expect(ask(intake, id, { type: 'verify', evidence: 'x' }).refusal?.code).toBe('organisation.pendingChangeNeeded')
  expect(ask(intake, id, { type: 'refuseVerification', reasons: [{ ground: 'other', explanation: 'x' }] }).refusal?.code).toBe(
    'organisation.pendingChangeNeeded',
  )
})

test('an amendment that changes nothing is refused', () => {
  const { ask, verified } = start()
  const id = verified()
  expect(ask(member('rep', 'representative', id), id, { type: 'amend', address: 'Street 1', contacts: [] }).refusal?.code).toBe(
    'organisation.changeNeeded',
  )
})

test('a compliance lead keeps contacts up to date but does not name the representative', () => {
  const { ask, verified } = start()
  const id = verified()
  const lead = member('lead', 'compliance_lead', id)
  expect(ask(lead, id, { type: 'amend', contacts: [{ purpose: 'recall', ...person }] }).refusal).toBeNull()
  expect(ask(lead, id, { type: 'amend', representative: { name: 'Lead', personId: 'lead' } }).refusal?.code).toBe(
    'organisation.representativeOrOfficeNeeded',
  )
})

test('the approver of the region suspends and lifts; the identity of a suspended organisation stays as it is', () => {
  const { ask, verified, organisation: of } = start()
  const id = verified()
  expect(ask(intake, id, { type: 'suspend', reason: 'r', basis: 'b' }).refusal?.code).toBe('case.notYours')
  expect(ask(approver, id, { type: 'suspend', reason: 'r', basis: 'b' }).refusal).toBeNull()
  expect(ask(member('rep', 'representative', id), id, { type: 'amend', names: { zh: 'B', en: null } }).refusal?.code).toBe(
    'organisation.liftedSuspensionNeeded',
  )
  expect(ask(approver, id, { type: 'liftSuspension', reason: 'mended' }).refusal).toBeNull()
  expect(of(id)).toMatchObject({ status: 'verified', suspension: null })
})

test('an organisation with a running filing or recall is not closed; a closed one never reopens', () => {
  const { ask, verified, state } = start()
  const id = verified()
  const rep = member('rep', 'representative', id)
  const close = (facts: object) =>
    judge(organisation, state<Organisation>(id)!, { type: 'close', reason: 'r' }, { actor: rep, at, catalogue: shippedCatalogue }, facts)
  expect(
    close({
      filings: [
        { id: 'f1', status: 'filed' },
        { id: 'f2', status: 'cancelled' },
      ],
      recalls: [{ id: 'r1', status: 'in_progress' }],
    }),
  ).toEqual({
    granted: false,
    refusal: { code: 'organisation.endedCasesNeeded', facts: { filings: ['f1'], recalls: ['r1'], count: 2 } },
  })
  expect(close({ filings: [{ id: 'f2', status: 'revoked' }], recalls: [{ id: 'r1', status: 'terminated' }] }).granted).toBe(true)
  ask(rep, id, { type: 'close', reason: 'dissolved' })
  expect(movesOpenTo(organisation, state(id)!, rep)).toEqual([])
})

test('an organisation of an old list is recorded without a code, and verified like any other', () => {
  const { ask, organisation: of } = start()
  const old = {
    type: 'record' as const,
    kind: 'company' as const,
    names: { zh: 'Old', en: null },
    creditCode: null,
    region: '110000',
    source: 'list of 2023-06',
  }
  expect(ask(intake, null, old).refusal?.code).toBe('case.notYours')
  const { id } = ask(systemActor, null, old)
  expect(of(id)).toMatchObject({ status: 'recorded', recordedFrom: 'list of 2023-06' })
  expect(ask(intake, id, { type: 'verify', evidence: 'x' }).refusal?.facts).toEqual({
    missing: ['creditCode', 'address', 'representative', 'securityOfficer', 'commitment'],
  })
  ask(registrar, id, {
    type: 'amend',
    creditCode: codeA,
    address: 'Street 3',
    representative: { name: 'Wang', personId: 'rep' },
    securityOfficer: person,
  })
  expect(of(id)).toMatchObject({ creditCode: null, pending: { creditCode: codeA } })
  ask(member('rep', 'representative', id), id, { type: 'signCommitment' })
  expect(ask(intake, id, { type: 'verify', evidence: 'licence' }).refusal).toBeNull()
  expect(of(id)).toMatchObject({ status: 'verified', creditCode: codeA })
})

test('a system administrator registers an organisation and may do nothing else to it', () => {
  const { ask, state } = start()
  const { id, refusal } = ask(admin, null, whole)
  expect(refusal).toBeNull()
  expect(movesOpenTo(organisation, state(id)!, admin)).toEqual([])
})

test('the public sees name, code, region and kind of a verified organisation, never a person or an address', () => {
  const { verified, organisation: of, log } = start()
  const state = of(verified())
  const nobody: Actor = { personId: 'public', name: { zh: '', en: '' }, posts: [] }
  const audience = audienceOf(nobody, organisation.place(state), { isPublic: organisation.summary(state, shippedCatalogue).isPublic })
  expect(audience).toBe('public')
  const seen = JSON.stringify([
    present(state, organisation.fields, 'public'),
    organisation.summary(state, shippedCatalogue),
    log().map(({ event }) => organisation.publicFacts?.(event, state)),
  ])
  expect(seen).toContain(codeA)
  for (const secret of ['Li Wei', 'Wang Fang', '5550', 'example.cn', 'Street 1', 'licence seen', 'ying']) expect(seen).not.toContain(secret)
})

test('an organisation that was never verified is not public', () => {
  const { ask } = start()
  expect(organisation.summary(ask(intake, null, whole).state as Organisation, shippedCatalogue).isPublic).toBe(false)
})

test('a code in lower case is accepted and stored in upper case', () => {
  const { type: _, ...body } = whole
  expect(organisationCommands.create.parse({ ...body, creditCode: codeA.toLowerCase() }).creditCode).toBe(codeA)
})

test('a region below province level, a stray field and an address that is none are refused as input', () => {
  const { type: _, ...body } = whole
  const isGood = (change: object) => organisationCommands.create.safeParse({ ...body, ...change }).success
  expect(isGood({})).toBe(true)
  expect([
    isGood({ region: '110108' }),
    isGood({ region: '000000' }),
    isGood({ verified: true }),
    isGood({ securityOfficer: { ...person, email: 'x' } }),
  ]).toEqual([false, false, false, false])
})
