// A scenario is open when two authorities have signed the same text: one signature is neither effective nor public.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicActor } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import {
  adverse,
  both,
  condition,
  day,
  nationalApprover,
  nationalReviewer,
  officer,
  sectorApprover,
  sectorReviewer,
  story,
} from '#domain/filing/story'
import { audienceOf, present } from '#domain/permission'
import { type Opening, opening } from './opening.ts'
import { openVersionOn } from './opening-state.ts'

const content = {
  conditions: [] as object[],
  autonomyCeiling: 'user_authorised',
  limits: { amountPerActYuan: 5000, amountPerDayYuan: null, users: null },
  filingTrigger: 'before_deployment',
  legalBasis: ['Opinions, clause 11'],
  effectiveOn: '2026-11-02',
  jointHandling: false,
  exitPeriodDays: 90,
}
const create = { type: 'create', sector: 'education', scenario: 25, content, reason: 'schools asked' }
const concur = { type: 'concur', reasons: 'agreed' }
const sign = { type: 'sign', reasons: 'agreed' }
const { facts: _facts, remedies: _remedies, ...stop } = adverse
const move = { reasons: 'needed', publicReason: both('as needed') }

const start = () => {
  const s = story()
  const ask = (actor: Parameters<typeof s.refusal>[0], id: string | null, command: Parameters<typeof s.refusal>[3], at = day(2)) =>
    s.refusal(actor, 'opening', id, command, at)
  const step = (actor: Parameters<typeof s.refusal>[0], id: string | null, command: Parameters<typeof s.refusal>[3], at = day(2)) =>
    s.must(actor, 'opening', id, command, at)
  const of = (id: string): Opening => s.state<Opening>(id) ?? opening.initial
  const isPublic = (id: string) => opening.summary(of(id), shippedCatalogue).isPublic
  const open = (more: object = {}): string => {
    const id = step(nationalReviewer, null, { ...create, content: { ...content, ...more } })
    step(sectorApprover, id, concur)
    step(nationalApprover, id, sign)
    return id
  }
  return { ...s, ask, step, of, isPublic, open }
}

test('a joint act with one signature is neither effective nor public, whichever comes first', () => {
  for (const [first, second] of [
    [
      [sectorApprover, concur],
      [nationalApprover, sign],
    ],
    [
      [nationalApprover, sign],
      [sectorApprover, concur],
    ],
  ] as const) {
    const s = start()
    const id = s.step(nationalReviewer, null, create)
    s.step(first[0], id, first[1])
    expect(s.of(id)).toMatchObject({ status: 'under_concurrence', versions: [], published: [] })
    expect(s.isPublic(id)).toBe(false)
    expect(openVersionOn(s.of(id), '2026-11-30')).toBeNull()
    expect(s.ask(first[0], id, first[1])).toMatchObject({ code: 'opening.alreadySigned' })
    s.step(second[0], id, second[1])
    expect(s.of(id)).toMatchObject({
      status: 'open',
      versions: [{ no: 1, inForceOn: '2026-11-02', sector: { by: 'sun' }, cyberspace: { by: 'he' } }],
      proposal: null,
    })
    expect(s.isPublic(id)).toBe(true)
  }
})

test('nobody signs what he drafted, nor for both authorities', () => {
  const s = start()
  const id = s.step(nationalReviewer, null, create)
  expect(s.ask({ ...nationalApprover, personId: 'guo' }, id, sign)).toMatchObject({ code: 'case.dutyExcluded', facts: { did: 'review' } })
  expect(s.ask({ ...sectorApprover, personId: 'guo' }, id, concur)).toMatchObject({ code: 'case.dutyExcluded' })
  s.step(sectorApprover, id, concur)
  expect(s.ask({ ...nationalApprover, personId: 'sun' }, id, sign)).toMatchObject({
    code: 'case.dutyExcluded',
    facts: { did: 'sector_approve' },
  })
})

test('openings are a national matter of the sector concerned', () => {
  const s = start()
  expect(s.ask(officer('p', 'reviewer', '110000'), null, create)).toMatchObject({ code: 'case.notYours' })
  const id = s.step(nationalReviewer, null, create)
  expect(s.ask(officer('p', 'approver', '110000'), id, sign)).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(officer('q', 'sector_approver', '000000', ['health']), id, concur)).toMatchObject({ code: 'case.notYours' })
  expect(s.ask(sectorReviewer, id, concur)).toMatchObject({ code: 'case.notYours' })
})

test('a scenario is opened in a sector that has it, once, with tests and conditions of the catalogue, and not back-dated', () => {
  const s = start()
  expect(s.ask(nationalReviewer, null, { ...create, scenario: 18 })).toMatchObject({ code: 'opening.scenarioNotInSector' })
  expect(s.ask(nationalReviewer, null, { ...create, content: { ...content, requiredTests: ['TI-99'] } })).toMatchObject({
    code: 'opening.testItemUnknown',
  })
  expect(s.ask(nationalReviewer, null, { ...create, content: { ...content, effectiveOn: '2026-11-01' } })).toMatchObject({
    code: 'opening.laterDateNeeded',
  })
  expect(
    s.ask(nationalReviewer, null, { ...create, content: { ...content, conditions: [{ ...condition, libraryId: 'CND-99' }] } }),
  ).toMatchObject({ code: 'act.conditionUnknown' })
  const id = s.step(nationalReviewer, null, create)
  expect(s.ask(nationalReviewer, null, create)).toMatchObject({ code: 'opening.openingExists', facts: { openingId: id } })
})

test('with conditions it is conditionally open; before its day it is not open at all', () => {
  const s = start()
  const id = s.open({ conditions: [condition], effectiveOn: '2026-12-01' })
  expect(s.of(id).status).toBe('open_conditional')
  expect(openVersionOn(s.of(id), '2026-11-30')).toBeNull()
  expect(openVersionOn(s.of(id), '2026-12-01')?.no).toBe(1)
})

test('a late second signature does not back-date the opening', () => {
  const s = start()
  const id = s.step(nationalReviewer, null, create)
  s.step(sectorApprover, id, concur)
  s.step(nationalApprover, id, sign, day(16))
  expect(s.of(id).versions[0]?.inForceOn).toBe('2026-11-16')
})

test('a revised text loses the signatures that were given for another', () => {
  const s = start()
  const id = s.step(nationalReviewer, null, create)
  s.step(sectorApprover, id, concur)
  expect(s.ask(nationalReviewer, id, { type: 'revise', content, reason: 'r' })).toMatchObject({ code: 'opening.nothingChanged' })
  s.step(nationalReviewer, id, { type: 'revise', content: { ...content, jointHandling: true }, reason: 'joint' })
  expect(s.of(id).proposal).toMatchObject({ sector: null, cyberspace: null })
  s.step(nationalApprover, id, sign)
  expect(s.of(id).status).toBe('under_concurrence')
})

test('a draft is before nobody until it is proposed', () => {
  const s = start()
  const id = s.step(nationalReviewer, null, { ...create, asDraft: true })
  expect(s.ask(sectorApprover, id, concur)).toMatchObject({ code: 'case.wrongStatus' })
  s.step(nationalReviewer, id, { type: 'propose' })
  expect(s.ask(sectorApprover, id, concur)).toBeNull()
})

test('an amendment changes nothing until both have signed it, and earlier versions are kept', () => {
  const s = start()
  const id = s.open()
  expect(s.ask(nationalReviewer, id, { type: 'amend', content, reason: 'r' })).toMatchObject({ code: 'opening.nothingChanged' })
  s.step(
    nationalReviewer,
    id,
    { type: 'amend', content: { ...content, conditions: [condition], effectiveOn: '2026-11-20' }, reason: 'a stop in time' },
    day(3),
  )
  expect(
    s.ask(
      nationalReviewer,
      id,
      { type: 'amend', content: { ...content, jointHandling: true, effectiveOn: '2026-11-20' }, reason: 'r' },
      day(3),
    ),
  ).toMatchObject({ code: 'opening.proposalPending' })
  s.step(sectorApprover, id, concur, day(3))
  expect(s.of(id)).toMatchObject({ status: 'open', versions: [{ no: 1 }] })
  s.step(nationalApprover, id, sign, day(4))
  expect(s.of(id)).toMatchObject({ status: 'open_conditional', published: [{ no: 1 }, { no: 2 }] })
  expect([openVersionOn(s.of(id), '2026-11-19')?.no, openVersionOn(s.of(id), '2026-11-20')?.no]).toEqual([1, 2])
})

test('one authority refuses for both; of an amendment only the amendment is refused', () => {
  const s = start()
  const refused = s.step(nationalReviewer, null, create)
  expect(s.ask({ ...nationalApprover, personId: 'guo' }, refused, { type: 'refuse', ...stop })).toMatchObject({
    code: 'opening.secondOfficerNeeded',
  })
  s.step(sectorApprover, refused, { type: 'refuse', ...stop })
  expect(s.of(refused)).toMatchObject({
    status: 'refused',
    refusals: [{ side: 'sector', by: 'sun', reasons: stop.reasons, basis: stop.basis }],
  })
  expect(s.isPublic(refused)).toBe(false)
  const id = s.open()
  expect(s.ask(nationalApprover, id, { type: 'refuse', ...stop })).toMatchObject({ code: 'opening.proposalMissing' })
  s.step(nationalReviewer, id, { type: 'amend', content: { ...content, jointHandling: true }, reason: 'r' })
  s.step(sectorApprover, id, { type: 'refuse', ...stop })
  expect(s.of(id)).toMatchObject({ status: 'open', proposal: null })
})

test('either authority suspends at once; reopening and closing need both, in two persons', () => {
  const s = start()
  const id = s.open()
  s.step(sectorApprover, id, { type: 'suspend', ...stop })
  expect(s.of(id)).toMatchObject({ status: 'suspended', notice: { what: 'suspended', reason: stop.publicReason } })
  expect(openVersionOn(s.of(id), '2026-11-30')).toBeNull()
  s.step(sectorApprover, id, { type: 'reopen', ...move })
  s.step(officer('wu', 'sector_approver', '000000', ['education']), id, { type: 'reopen', ...move })
  expect(s.of(id).status).toBe('suspended')
  s.step(nationalApprover, id, { type: 'reopen', ...move })
  expect(s.of(id).status).toBe('open')
  s.step(nationalApprover, id, { type: 'close', ...move })
  expect(s.of(id).status).toBe('open')
  expect(s.ask({ ...sectorApprover, personId: 'he' }, id, { type: 'close', ...move })).toMatchObject({
    code: 'opening.secondOfficerNeeded',
  })
  s.step(sectorApprover, id, { type: 'close', ...move }, day(3))
  expect(s.of(id)).toMatchObject({ status: 'closed', closure: { on: '2026-11-03', exitUntil: '2027-02-01' } })
  expect(s.isPublic(id)).toBe(true)
})

test('the public reads what is in force, not who signed it nor what is proposed', () => {
  const s = start()
  const id = s.open()
  s.step(nationalReviewer, id, { type: 'amend', content: { ...content, jointHandling: true }, reason: 'secret plan' })
  const audience = audienceOf(publicActor, opening.place(s.of(id)), { isPublic: true })
  const seen = present(s.of(id), opening.fields, audience ?? 'public')
  expect(seen).toMatchObject({
    status: 'open',
    published: [{ no: 1, content: { autonomyCeiling: 'user_authorised' }, sectorAuthorityId: 'moe', cyberspaceAuthorityId: 'cac' }],
  })
  for (const secret of ['secret plan', '"sun"', '"he"', '"guo"']) expect(JSON.stringify(seen)).not.toContain(secret)
})

test('however officers act, what is open was signed by two persons, one of each authority, neither of them its author', () => {
  const acts = fc.record({
    who: fc.constantFrom(
      nationalReviewer,
      nationalApprover,
      sectorApprover,
      { ...nationalApprover, personId: 'guo' },
      { ...sectorApprover, personId: 'he' },
      { ...nationalApprover, personId: 'sun' },
    ),
    command: fc.constantFrom(
      concur,
      sign,
      { type: 'revise', content: { ...content, jointHandling: true }, reason: 'r' },
      { type: 'amend', content: { ...content, exitPeriodDays: 10 }, reason: 'r' },
      { type: 'refuse', ...stop },
      { type: 'suspend', ...stop },
      { type: 'reopen', ...move },
      { type: 'close', ...move },
    ),
  })
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 25 }), (walk) => {
      const s = start()
      const id = s.step(nationalReviewer, null, create)
      for (const { who, command } of walk) s.ask(who, id, command)
      const state = s.of(id)
      for (const version of state.versions) {
        expect(version.sector.by).not.toBe(version.cyberspace.by)
        expect([version.sector.by, version.cyberspace.by]).not.toContain('guo')
      }
      expect(s.isPublic(id)).toBe(state.versions.length > 0)
      expect(
        s
          .log()
          .filter((entry) => entry.id === id)
          .map((entry) => entry.version),
      ).toEqual(
        s
          .log()
          .filter((entry) => entry.id === id)
          .map((_, index) => index + 1),
      )
    }),
    { numRuns: 100 },
  )
})
