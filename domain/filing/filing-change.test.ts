// A change of a filed filing from proposal to record: each class its own way, FIL-2 counted over a holiday, and what goes on to hold meanwhile.
import { expect, test } from 'vitest'
import { specimenVersion } from '#domain/agent/specimen'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import type { Obligation } from '#domain/obligation/state'
import { filedVersions, isHeldBack, openChange } from './change-state.ts'
import { isPastChanging } from './clocks.ts'
import { filing } from './filing.ts'
import { adverse, approver, day, officer, story } from './story.ts'

type Story = ReturnType<typeof story>
const [model] = specimenVersion.models
const newBuild = { version: '9.1.0', buildHash: 'a'.repeat(64) }
const newModel = { version: '9.1.0', models: [{ ...(model as NonNullable<typeof model>), hash: 'c'.repeat(64) }] }
const newPurpose = { version: '9.1.0', purpose: 'another purpose' }
const retag = {
  version: '9.0.1',
  skills: specimenVersion.skills.map((skill) => ({ ...skill, tags: [...skill.tags, 'new tag'] })),
}

const propose = (s: Story, id: string, content: object, at = day(13), more: object = {}) =>
  s.step(s.lead, id, { type: 'proposeChange', content, ...more }, at)
const sign = (s: Story, id: string, at = day(16)) => s.step(s.representative, id, { type: 'confirmChange' }, at)
const obligations = (s: Story, id: string) => (s.all('obligation') as Obligation[]).filter((one) => one.filingId === id)

test.each([
  ['cosmetic', retag],
  ['notify', newBuild],
] as const)('A %s change is recorded at once: new revision, new version, the same number, the old version in public.', (name, content) => {
  const s = story()
  const id = s.filed()
  const before = s.of(id)
  propose(s, id, content)
  expect(s.of(id)).toMatchObject({ status: 'change_pending', revisionHash: before.revisionHash, published: before.published })
  expect(openChange(s.of(id))).toMatchObject({ no: 1, class: name, stage: 'proposed', content: { basedOnHash: before.versionHash } })
  sign(s, id)
  const after = s.of(id)
  expect(after).toMatchObject({
    status: 'filed',
    agentName: specimenVersion.names,
    changes: [{ stage: 'recorded', signed: { isLate: false } }],
  })
  expect(after.revisions).toHaveLength(2)
  expect(after.published).toMatchObject({
    number: before.published?.number,
    version: content.version,
    versionHash: after.versionHash,
    versions: [
      { version: specimenVersion.version, versionHash: before.versionHash, on: '2026-11-11', class: null },
      { version: content.version, versionHash: after.versionHash, on: '2026-11-16', class: name },
    ],
  })
  expect(after.tiers.filter((tier) => tier.revisionHash === after.revisionHash)).toHaveLength(1)
  expect(filedVersions(after).map((one) => one.versionHash)).toEqual([before.versionHash, after.versionHash])
  const versions = (s.state(after.agentId ?? '') as unknown as { versions: { hash: string }[] }).versions
  expect(versions.map((one) => one.hash)).toEqual([before.versionHash, after.versionHash])
})

test('The form starts from what is filed: only what changes is written, and written again it goes on from there.', () => {
  const s = story()
  const id = s.filed()
  propose(s, id, { version: '9.1.0', buildHash: 'a'.repeat(64) }, day(13), { changedOn: '2026-11-12', reason: 'a repair' })
  propose(s, id, { names: { zh: 'renamed', en: 'renamed' } }, day(16))
  expect(openChange(s.of(id))).toMatchObject({
    no: 1,
    changedOn: '2026-11-12',
    reason: 'a repair',
    content: { version: '9.1.0', buildHash: 'a'.repeat(64), names: { zh: 'renamed' }, purpose: specimenVersion.purpose },
  })
  expect(s.of(id).changes).toHaveLength(1)
})

test('A change that is to be tested waits for its tests; what was filed holds until the last one is accepted.', () => {
  const s = story()
  const id = s.filed()
  const before = s.of(id)
  propose(s, id, newModel)
  sign(s, id)
  const pending = s.of(id)
  const change = openChange(pending)
  expect(pending).toMatchObject({ status: 'change_pending', versionHash: before.versionHash, published: before.published })
  expect(change).toMatchObject({ stage: 'testing', class: 'retest' })
  const ordered = obligations(s, id)
  expect(ordered.map((one) => one.testItemIds[0])).toEqual(change?.tests)
  expect(ordered.every((one) => one.versionHash === change?.signed?.versionHash)).toBe(true)
  expect(change?.ordered.map((one) => one.obligationId)).toEqual(ordered.map((one) => one.id))
  expect(isHeldBack(pending, change?.signed?.versionHash ?? '')).toBe(true)
  for (const [index, one] of ordered.entries()) {
    s.must(approver, 'obligation', one.id, { type: 'waive', reason: 'a reason that is long enough' }, day(17))
    expect(s.of(id).status).toBe(index === ordered.length - 1 ? 'filed' : 'change_pending')
  }
  const after = s.of(id)
  expect(after).toMatchObject({ versionHash: change?.signed?.versionHash, changes: [{ stage: 'recorded' }] })
  expect(isHeldBack(after, after.versionHash ?? '')).toBe(false)
  expect(after.published?.tests?.map((one) => one.testItemId)).toEqual(expect.arrayContaining([...(change?.tests ?? [])]))
  expect(s.refusal(s.representative, 'filing', id, { type: 'confirmChange' }, day(18))?.code).toBe('case.wrongStatus')
})

test('Taken back, a change leaves everything as it was, and what was to be tested is owed no more.', () => {
  const s = story()
  const id = s.filed()
  const before = s.of(id)
  propose(s, id, newModel)
  sign(s, id)
  s.step(s.lead, id, { type: 'withdrawChange', reason: 'not now' }, day(17))
  const after = s.of(id)
  expect(after).toMatchObject({ status: 'filed', versionHash: before.versionHash, published: before.published })
  expect(after.changes).toMatchObject([{ stage: 'withdrawn', endReason: 'not now' }])
  expect(obligations(s, id).map((one) => one.status)).toEqual(after.changes[0]?.tests.map(() => 'cancelled'))
  expect(isHeldBack(after, after.changes[0]?.signed?.versionHash ?? '')).toBe(true)
})

test('A test that is cancelled ends the change: the version that was not tested does not hold.', () => {
  const s = story()
  const id = s.filed()
  const before = s.of(id)
  propose(s, id, newModel)
  sign(s, id)
  s.must(officer('qian', 'testing_coordinator'), 'obligation', obligations(s, id)[0]?.id ?? '', { type: 'cancel', reason: 'r' }, day(17))
  expect(s.of(id)).toMatchObject({ status: 'filed', versionHash: before.versionHash, changes: [{ stage: 'failed' }] })
  expect(obligations(s, id).every((one) => one.status === 'cancelled')).toBe(true)
})

test('What must be approved anew goes to a new filing, which starts from the signed change with nothing to confirm; the old one holds.', () => {
  const s = story()
  const id = s.filed()
  const before = s.of(id)
  propose(s, id, newPurpose)
  sign(s, id)
  expect(s.of(id)).toMatchObject({ status: 'filed', versionHash: before.versionHash, changes: [{ stage: 'referred', class: 'reapprove' }] })
  const body = {
    type: 'create',
    organisationId: s.company,
    agentId: before.agentId,
    agentName: specimenVersion.names,
    sector: 'education',
    scenarios: [25],
    followsFilingId: id,
  }
  expect(s.ask(s.filer, null, { ...body, followsChange: 2 }, day(17))?.code).toBe('filing.changeMissing')
  const next = s.step(s.filer, null, { ...body, followsChange: 1 }, day(17))
  expect(s.of(next)).toMatchObject({
    status: 'draft',
    followsFilingId: id,
    followsChange: 1,
    claims: [],
    content: { ...newPurpose, basedOnHash: before.versionHash },
    use: before.use,
  })
  s.step(s.representative, next, { type: 'submit' }, day(17))
  expect(s.of(next).versionHash).toBe(s.of(id).changes[0]?.signed?.versionHash)
})

test('Only the representative signs, once, a version with a number of its own; one change at a time.', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(s.lead, id, { type: 'proposeChange', content: { version: '9.9.9' } }, day(13))?.code).toBe('filing.nothingChanged')
  propose(s, id, { buildHash: 'a'.repeat(64) })
  expect(s.ask(s.lead, id, { type: 'confirmChange' }, day(13))?.code).toBe('case.notYours')
  expect(s.ask(s.representative, id, { type: 'confirmChange' }, day(13))?.code).toBe('filing.newVersionNeeded')
  propose(s, id, newModel)
  sign(s, id)
  expect(s.ask(s.lead, id, { type: 'proposeChange', content: newBuild }, day(17))?.code).toBe('filing.changeSigned')
  expect(s.ask(s.representative, id, { type: 'confirmChange' }, day(17))?.code).toBe('filing.changeSigned')
})

test('The day of a change is not before the filing and not after today.', () => {
  const s = story()
  const id = s.filed()
  expect(s.ask(s.lead, id, { type: 'proposeChange', content: newBuild, changedOn: '2026-11-10' }, day(13))?.code).toBe(
    'filing.changeBeforeFiling',
  )
  const ahead = { type: 'proposeChange', content: newBuild, changedOn: '2026-11-14' }
  expect(s.ask(s.lead, id, ahead, day(13))?.code).toBe('filing.pastDateNeeded')
})

test('A pending change hinders no suspension and survives it; a revocation or a cancellation ends it.', () => {
  const s = story()
  const id = s.filed()
  propose(s, id, newBuild)
  s.step(approver, id, { type: 'suspend', ...adverse }, day(16))
  expect(s.of(id).status).toBe('suspended')
  s.step(approver, id, { type: 'resumeFiling', reason: 'mended' }, day(17))
  expect(s.of(id).status).toBe('change_pending')
  s.step(
    s.representative,
    id,
    { type: 'cancel', cause: 'service_ended', endedOn: '2026-11-17', arrangements: 'a', publicReason: adverse.publicReason },
    day(17),
  )
  expect(openChange(s.of(id))).toBeNull()
  expect(s.of(id)).toMatchObject({ status: 'cancelled', changes: [{ stage: 'withdrawn' }] })
})

test('FIL-2 by hand, over the holidays of October 2026: late from the eleventh working day, recorded all the same.', () => {
  const isLate = (changedOn: string, on: string) =>
    isPastChanging(changedOn, { at: `${on}T10:00:00+08:00`, catalogue: shippedCatalogue } as never)
  // Changed on Friday 25 September, the first day of the mid-autumn holiday. Working days after it: 28, 29, 30 September, then after
  // the National Day 8, 9, 10 (a Saturday worked), 12, 13, 14 and 15 October.
  expect(isLate('2026-09-25', '2026-10-14')).toBe(false)
  expect(isLate('2026-09-25', '2026-10-15')).toBe(false)
  expect(isLate('2026-09-25', '2026-10-16')).toBe(true)
})

test('Signed late, it says so and is recorded; the clock stops at the signature.', () => {
  const s = story()
  const id = s.filed()
  propose(s, id, newBuild, day(13), { changedOn: '2026-11-11' })
  expect(filing.summary(s.of(id), shippedCatalogue)).toMatchObject({
    dueOn: '2026-11-25',
    dueRule: 'FIL-2',
    mark: 'approved',
    isPublic: true,
  })
  // Ten working days after Wednesday 11 November: 12, 13, 16 to 20, 23, 24, 25.
  sign(s, id, day(26))
  expect(s.of(id)).toMatchObject({ status: 'filed', changes: [{ stage: 'recorded', signed: { isLate: true } }] })
  expect(s.of(id).clocks['FIL-2']?.endedAt).toBe(day(26))
})
