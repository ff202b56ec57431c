// Laboratories: listed for a verified organisation, and covering a test item only on the days on which its accreditation is good.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, judge, type Kind, movesOpenTo, type Post } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { dateOf, dayOf } from '../clock/day.ts'
import { organisation } from '../organisation/organisation.ts'
import type { OrganisationCommand } from '../organisation/vocabulary.ts'
import { present } from '../permission.ts'
import { world } from '../world.ts'
import { coversOn, type Lab, lab } from './lab.ts'
import type { LabCommand } from './vocabulary.ts'

const at = '2026-11-02T10:00:00+08:00'
const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
const officer = (personId: string, role: Post['role'], region = '110000'): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, { authorityId: `cac-${region}`, region, sectors: ['*'] })],
})
const coordinator = officer('chen', 'testing_coordinator')
const [itemA, itemB] = [shippedCatalogue['test-items'].items[0]!, shippedCatalogue['test-items'].items[1]!]

type Accredit = Extract<LabCommand, { type: 'accredit' }>
const accredit = (more: Partial<Accredit> = {}): Accredit => ({
  type: 'accredit',
  certificateNo: 'L0001',
  basis: 'cnas',
  testItemIds: [itemA.id],
  areas: [],
  from: '2026-01-01',
  to: '2027-12-31',
  ...more,
})
const verify: Extract<OrganisationCommand, { type: 'verify' }> = { type: 'verify', evidence: 'e' }
const names = { zh: 'Lab One', en: null }

const start = () => {
  const here = world(
    new Map<string, Kind>([
      ['lab', lab],
      ['organisation', organisation],
    ]),
    () => [],
    shippedCatalogue,
  )
  const house = (kind: string, creditCode: string, isVerified: boolean) => {
    const command = {
      type: 'create',
      kind,
      names,
      creditCode,
      region: '110000',
      address: 'a',
      representative: { name: 'W', personId: null },
      securityOfficer: { name: 'W', phone: '1234567', email: 'w@example.cn' },
      contacts: [],
      commitment: { signedBy: 'W', signedOn: '2026-10-01' },
    }
    const { id } = here.ask(officer('ying', 'intake'), 'organisation', null, command, at)
    if (isVerified) here.ask(officer('ying', 'intake'), 'organisation', id, verify, at)
    return id
  }
  const organisationId = house('lab', '91990000MA00LAB17G', true)
  const ask = (who: Actor, id: string | null, command: LabCommand, when = at) => here.ask(who, 'lab', id, command, when)
  const listed = () => ask(coordinator, null, { type: 'create', organisationId, names }).id
  const signatory: Actor = { personId: 'sig', name: { zh: 'sig', en: 'sig' }, posts: [post('lab_signatory', { organisationId })] }
  return { ...here, ask, house, organisationId, listed, signatory, lab: (id: string) => here.state<Lab>(id)! }
}

test('a coordinator of the region lists a verified laboratory, once', () => {
  const { ask, organisationId, listed, lab: of } = start()
  expect(of(listed())).toMatchObject({ status: 'active', organisationId, region: '110000' })
  expect(ask(coordinator, null, { type: 'create', organisationId, names }).refusal?.code).toBe('lab.unlistedOrganisationNeeded')
})

test('no laboratory is listed for a company, an unverified organisation or one of another region', () => {
  const { ask, house, organisationId } = start()
  const company = house('company', '91990000MA00TE5T24', true)
  const unverified = house('lab', '91990000MA00AGN1X1', false)
  const code = (id: string, who = coordinator) => ask(who, null, { type: 'create', organisationId: id, names }).refusal?.code
  expect(code(company)).toBe('lab.organisationOfKindNeeded')
  expect(code(unverified)).toBe('lab.verifiedOrganisationNeeded')
  expect(code('organisation-99')).toBe('lab.verifiedOrganisationNeeded')
  expect(code(organisationId, officer('lin', 'testing_coordinator', '310000'))).toBe('case.notYours')
})

test('an accreditation covers its items from its first to its last day', () => {
  const { ask, listed, lab: of } = start()
  const id = listed()
  ask(coordinator, id, accredit())
  const days = ['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map((on) => coversOn(of(id), itemA.id, on))
  expect(days).toEqual([false, true, true, false])
  expect(coversOn(of(id), itemB.id, '2026-06-01')).toBe(false)
})

test('an area stands for the items of that method that are in force', () => {
  const { ask, listed, lab: of } = start()
  const id = listed()
  ask(coordinator, id, accredit({ testItemIds: [], areas: ['replay'] }))
  const expected = shippedCatalogue['test-items'].items.filter((item) => item.method === 'replay').map((item) => item.id)
  expect(expected.length).toBeGreaterThan(0)
  expect(of(id).accreditations[0]?.testItemIds).toEqual(expected)
})

test('an accreditation names items that exist, at least one, and days in their order', () => {
  const { ask, listed } = start()
  const id = listed()
  const refusal = (command: Accredit) => ask(coordinator, id, command).refusal
  expect(refusal(accredit({ testItemIds: ['TI-99'], areas: ['astrology'] }))).toEqual({
    code: 'lab.knownTestItemNeeded',
    facts: { unknown: ['TI-99', 'astrology'] },
  })
  expect(refusal(accredit({ testItemIds: [] }))?.code).toBe('lab.testItemNeeded')
  expect(refusal(accredit({ from: '2027-01-01', to: '2026-12-31' }))?.code).toBe('lab.laterEndNeeded')
})

test('a suspended accreditation covers nothing from that day until the day on which it is lifted', () => {
  const { ask, listed, lab: of } = start()
  const id = listed()
  ask(coordinator, id, accredit())
  ask(coordinator, id, { type: 'suspendAccreditation', accreditationId: '1', reason: 'audit' }, '2026-11-10T09:00:00+08:00')
  expect(
    ask(coordinator, id, { type: 'suspendAccreditation', accreditationId: '1', reason: 'audit' }, '2026-11-11T09:00:00+08:00').refusal
      ?.code,
  ).toBe('lab.unsuspendedAccreditationNeeded')
  expect(lab.summary(of(id), shippedCatalogue).mark).toBe('suspended')
  ask(coordinator, id, { type: 'liftSuspension', accreditationId: '1', reason: 'mended' }, '2026-11-20T09:00:00+08:00')
  expect(['2026-11-09', '2026-11-10', '2026-11-19', '2026-11-20'].map((on) => coversOn(of(id), itemA.id, on))).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(
    ask(coordinator, id, { type: 'liftSuspension', accreditationId: '1', reason: 'r' }, '2026-11-21T09:00:00+08:00').refusal?.code,
  ).toBe('lab.suspendedAccreditationNeeded')
})

test('an accreditation that was ended covers nothing from that day, keeps its past, and cannot be changed', () => {
  const { ask, listed, lab: of } = start()
  const id = listed()
  ask(coordinator, id, accredit())
  ask(coordinator, id, { type: 'endAccreditation', accreditationId: '1', reason: 'withdrawn' }, '2026-11-10T09:00:00+08:00')
  expect(['2026-11-09', '2026-11-10', '2027-01-01'].map((on) => coversOn(of(id), itemA.id, on))).toEqual([true, false, false])
  for (const type of ['suspendAccreditation', 'liftSuspension', 'endAccreditation'] as const) {
    expect(ask(coordinator, id, { type, accreditationId: '1', reason: 'r' }).refusal?.code).toBe('lab.standingAccreditationNeeded')
  }
})

test('coverage is what a plain calendar of good days says, whatever was suspended, lifted and ended', () => {
  const day = (offset: number) => dateOf(dayOf('2026-11-01') + offset)
  const step = fc.record({
    type: fc.constantFrom('suspendAccreditation', 'liftSuspension', 'endAccreditation'),
    id: fc.constantFrom('1', '2'),
    gap: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { ask, listed, lab: of } = start()
      const id = listed()
      ask(coordinator, id, accredit({ from: day(2), to: day(25) }))
      ask(coordinator, id, accredit({ certificateNo: 'L0002', from: day(10), to: day(30) }))
      // A plain model: for every day, whether each accreditation counts, painted over as things happen.
      const good = new Map(
        ['1', '2'].map((one) => [
          one,
          Array.from({ length: 40 }, (_, offset) => (one === '1' ? offset >= 2 && offset <= 25 : offset >= 10 && offset <= 30)),
        ]),
      )
      const kept = new Map([...good].map(([one, days]) => [one, [...days]]))
      let now = 0
      for (const { type, id: accreditationId, gap } of steps) {
        now = Math.min(now + gap, 39)
        const granted = ask(coordinator, id, { type, accreditationId, reason: 'r' }, `${day(now)}T09:00:00+08:00`).refusal === null
        const days = good.get(accreditationId)!
        const whole = kept.get(accreditationId)!
        if (granted) for (let offset = now; offset < 40; offset++) days[offset] = type === 'liftSuspension' ? whole[offset]! : false
      }
      for (let offset = 0; offset < 40; offset++) {
        const expected = good.get('1')![offset]! || good.get('2')![offset]!
        expect([offset, coversOn(of(id), itemA.id, day(offset))]).toEqual([offset, expected])
      }
    }),
    { numRuns: 60 },
  )
})

test('only the signatory of this laboratory declares its impartiality, and the public does not read it', () => {
  const { ask, listed, signatory, lab: of, organisationId } = start()
  const id = listed()
  const declaration = {
    type: 'declareImpartiality' as const,
    statement: 'independent',
    interests: [{ party: 'Company A', nature: 'shareholder' }],
  }
  const tester: Actor = { ...signatory, posts: [post('tester', { organisationId })] }
  const stranger: Actor = { ...signatory, posts: [post('lab_signatory', { organisationId: 'organisation-77' })] }
  for (const who of [tester, stranger, coordinator]) expect(ask(who, id, declaration).refusal?.code).toBe('case.notYours')
  expect(ask(signatory, id, declaration).refusal).toBeNull()
  expect(of(id).impartiality).toMatchObject({ by: 'sig', at, interests: declaration.interests })
  expect(present(of(id), lab.fields, 'public')).not.toHaveProperty('impartiality')
})

test('a laboratory neither accredits itself nor ends a suspension of its own', () => {
  const { listed, signatory, state } = start()
  expect(movesOpenTo(lab, state(listed())!, signatory)).toEqual(['declareImpartiality'])
})

test('a laboratory with a test under way is not closed; a closed one covers nothing', () => {
  const { ask, listed, lab: of } = start()
  const id = listed()
  ask(coordinator, id, accredit())
  const registrar = officer('ru', 'registry_officer')
  const judged = judge(
    lab,
    of(id),
    { type: 'close', reason: 'r' },
    { actor: registrar, at, catalogue: shippedCatalogue },
    {
      obligations: [
        { id: 'o1', status: 'in_progress' },
        { id: 'o2', status: 'waived' },
      ],
    },
  )
  expect(judged).toEqual({ granted: false, refusal: { code: 'lab.endedObligationsNeeded', facts: { obligations: ['o1'], count: 1 } } })
  expect(ask(registrar, id, { type: 'close', reason: 'dissolved' }).refusal).toBeNull()
  expect([of(id).status, coversOn(of(id), itemA.id, '2026-11-01'), coversOn(of(id), itemA.id, '2026-11-02')]).toEqual([
    'closed',
    true,
    false,
  ])
})
