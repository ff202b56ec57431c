// The people and houses of the random walk: every role, two regions, two sectors, two companies, a laboratory, a platform, and people who hold what one person may not use twice.
import { type Actor, type CaseState, systemActor, type Typed } from './case.ts'
import { makeCreditCode } from './organisation/credit-code.ts'
import { actorOf, type Person } from './person/person.ts'
import type { world } from './world.ts'

export type World = ReturnType<typeof world>
export type Draw = (below: number) => number
/** Draws from a number, so that a walk can be walked again. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

export type Stage = {
  w: World
  persons: readonly string[]
  companies: readonly string[]
  laboratory: string
  lab: string
  platform: string
}

type Post = { role: string; authorityId?: string; sectors?: string[]; region?: string; organisationId?: string }
const must = (w: World, actor: Actor, kind: string, id: string | null, command: Typed & Record<string, unknown>, at: string): string => {
  const answer = w.ask(actor, kind, id, command, at)
  if (answer.refusal) throw new Error(`${kind}.${command.type}: ${JSON.stringify(answer.refusal)}`)
  return answer.id
}

const cac = (region: string) => ({ authorityId: `cac-${region}`, sectors: ['*'], region })
const national = { authorityId: 'cac', sectors: ['*'], region: '000000' }
const ministries = [
  { authorityId: 'nhc', sectors: ['health'], region: '000000' },
  { authorityId: 'mofcom', sectors: ['commerce'], region: '000000' },
]
const names = (zh: string) => ({ zh, en: zh })
const contact = { name: 'contact', phone: '+86 10 5550 0100', email: 'contact@invented.example' }

/** Enters everybody through the door, as of an instant. */
export const enterStage = (w: World, at: string): Stage => {
  const organisation = (kind: string, code: string, region: string) =>
    must(
      w,
      systemActor,
      'organisation',
      null,
      {
        type: 'create',
        kind,
        names: names(`${kind} ${code}`),
        creditCode: makeCreditCode(`91990000MA${code}`),
        region,
        address: 'street 1',
        representative: { name: 'r', personId: null },
        securityOfficer: contact,
        contacts: [],
        commitment: { signedBy: 'r', signedOn: '2026-01-05' },
      },
      at,
    )
  const companies = [organisation('company', '000001', '110000'), organisation('company', '000002', '310000')]
  const laboratory = organisation('lab', '000003', '110000')
  const platform = organisation('platform', '000004', '110000')
  // Two that wait to be verified, so that verifying is part of the walk.
  for (const code of ['000005', '000006']) organisation('company', code, '110000')
  const persons: string[] = []
  const enter = (employer: string | null, ...posts: Post[]) => {
    const id = must(w, systemActor, 'person', null, { type: 'create', names: names(`p${persons.length}`), organisationId: employer }, at)
    for (const { role, authorityId = null, sectors = [], region = null, organisationId = null } of posts) {
      must(
        w,
        systemActor,
        'person',
        id,
        { type: 'appoint', role, authorityId, sectors, region, organisationId, fromOn: null, toOn: null, reason: 'walk' },
        at,
      )
    }
    persons.push(id)
    return id
  }
  for (const region of ['110000', '310000']) {
    for (const role of ['intake', 'reviewer', 'approver', 'recall_officer', 'recall_signatory', 'testing_coordinator'])
      enter(null, { role, ...cac(region) })
    for (const role of ['approver', 'recall_officer', 'recall_signatory']) enter(null, { role, ...cac(region) })
    // Whoever holds every role of an office may use none of them twice in a case.
    enter(null, ...['intake', 'reviewer', 'approver', 'recall_officer', 'recall_signatory'].map((role) => ({ role, ...cac(region) })))
  }
  // The body that reconsiders what the office of a region decided; one of its people is of that office too, and may not meet the own act again.
  for (const region of ['110000', '310000']) {
    const forum = { authorityId: `gov-${region}`, sectors: ['*'], region }
    for (const role of ['reconsideration_officer', 'reconsideration_officer', 'hearing_chair']) enter(null, { role, ...forum })
    enter(null, { role: 'reconsideration_officer', ...forum }, { role: 'reviewer', ...cac(region) }, { role: 'approver', ...cac(region) })
  }
  for (const [i, ministry] of ministries.entries()) {
    for (const role of ['sector_reviewer', 'sector_approver']) enter(null, { role, ...ministry })
    enter(
      null,
      { role: 'sector_reviewer', ...ministry },
      { role: 'sector_approver', ...ministry },
      ...(i === 0 ? [{ role: 'recall_officer', ...national, sectors: ['health'] }] : []),
    )
  }
  for (const role of ['reviewer', 'approver', 'registry_officer', 'auditor', 'hearing_chair', 'reconsideration_officer'])
    enter(null, { role, ...national })
  for (const organisationId of companies)
    for (const role of ['filer', 'compliance_lead', 'representative']) enter(organisationId, { role, organisationId })
  enter(
    companies[0] ?? null,
    { role: 'compliance_lead', organisationId: companies[0] ?? '' },
    { role: 'representative', organisationId: companies[0] ?? '' },
    { role: 'approver', ...cac('110000') },
    { role: 'reviewer', ...cac('110000') },
  )
  for (const role of ['tester', 'lab_signatory']) enter(laboratory, { role, organisationId: laboratory })
  enter(laboratory, { role: 'tester', organisationId: laboratory }, { role: 'lab_signatory', organisationId: laboratory })
  enter(platform, { role: 'platform_operator', organisationId: platform })
  for (const role of ['system_admin', 'system_admin', 'security_admin', 'audit_admin']) enter(null, { role })
  const holding = (role: string, region: string): Actor => {
    const found = persons
      .map((id) => actorNow(w, id, at))
      .find((one) => one.posts.some((post) => post.role === role && post.region === region))
    if (!found) throw new Error(`nobody is ${role} in ${region}`)
    return found
  }
  for (const [id, region] of [
    ...companies.map((id, i) => [id, i === 0 ? '110000' : '310000'] as const),
    [laboratory, '110000'] as const,
    [platform, '110000'] as const,
  ]) {
    must(w, holding('intake', region), 'organisation', id, { type: 'verify', evidence: 'seen' }, at)
  }
  const lab = must(
    w,
    holding('testing_coordinator', '110000'),
    'lab',
    null,
    { type: 'create', organisationId: laboratory, names: names('lab') },
    at,
  )
  must(
    w,
    holding('testing_coordinator', '110000'),
    'lab',
    lab,
    {
      type: 'accredit',
      certificateNo: 'W-1',
      basis: 'cnas',
      testItemIds: [],
      areas: ['red_team', 'replay', 'inspection', 'drill', 'sampling', 'fault_injection'],
      from: '2026-01-01',
      to: '2027-06-30',
    },
    at,
  )
  must(w, systemActor, 'catalogue', null, { type: 'create', set: 'forums' }, at)
  return { w, persons, companies, laboratory, lab, platform }
}

/** A person as the door would see them at this instant: the posts in force, and no others. */
export const actorNow = (w: World, id: string, at: string): Actor => {
  const state = w.state<Person>(id)
  if (!state) throw new Error(`no person ${id}`)
  return actorOf(state, at)
}
export const everybody = ({ w, persons }: Stage, at: string): Actor[] => [...persons.map((id) => actorNow(w, id, at)), systemActor]
export const casesOf = <S extends CaseState = any>(w: World, kind: string): S[] => w.all(kind) as S[]
