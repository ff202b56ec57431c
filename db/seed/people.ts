// Fills in the people, offices and organisations of a seed through the door: catalogue, organisations, persons and their posts, laboratories.
import type { Actor } from '#domain/case'
import { systemActor } from '#domain/case'
import { editableSets } from '#domain/catalogue/catalogue-vocabulary'
import { makeCreditCode } from '#domain/organisation/credit-code'
import { actorOf, type Person } from '#domain/person/person'
import { must, stateOf } from './door.ts'

type Post = { role: string; authorityId?: string | null; sectors?: string[]; region?: string | null; organisation?: string }
export type Cast = {
  people: { key: string; zh: string; en: string; posts: Post[] }[]
  organisations: { key: string; kind: string; zh: string; en: string; code: string; region: string }[]
}
/** The people by key, as actors with the posts in force; organisations and laboratories by key. */
export type Company = { people: Record<string, Actor>; organisations: Record<string, string>; labs: Record<string, string> }

/** Enters the shipped edition of every set of rules. */
export const enterRules = async (at: string): Promise<void> => {
  for (const set of editableSets) await must(systemActor, 'catalogue', null, 'create', { set }, at)
}

const reason = 'seed'
const person = (key: string, name: string) => ({ name, phone: '+86 10 5550 0100', email: `${key}@invented.example` })

/** Enters everybody as of an instant: organisations with their papers, persons with their posts, then verification by the intake of the region, and the laboratories. */
export const enterCast = async (cast: Cast, at: string, dayBefore: string): Promise<Company> => {
  const organisations: Record<string, string> = {}
  const isRepresentative = (key: string) =>
    cast.people.find((one) => one.posts.some((post) => post.organisation === key && post.role === 'representative'))
  for (const one of cast.organisations) {
    const signs = isRepresentative(one.key)?.zh ?? one.zh
    organisations[one.key] = await must(
      systemActor,
      'organisation',
      null,
      'create',
      {
        kind: one.kind,
        names: { zh: one.zh, en: one.en },
        creditCode: makeCreditCode(one.code),
        region: one.region,
        address: one.zh,
        representative: { name: signs, personId: null },
        securityOfficer: person(one.key, signs),
        contacts: [{ purpose: 'recall', ...person(`recall.${one.key}`, one.zh) }],
        commitment: { signedBy: signs, signedOn: dayBefore },
      },
      at,
    )
  }
  const people: Record<string, Actor> = {}
  for (const one of cast.people) {
    const employer = one.posts.find((post) => post.organisation)?.organisation
    const id = await must(
      systemActor,
      'person',
      null,
      'create',
      { names: { zh: one.zh, en: one.en }, organisationId: employer ? organisations[employer] : null },
      at,
    )
    for (const post of one.posts) {
      await must(
        systemActor,
        'person',
        id,
        'appoint',
        {
          role: post.role,
          authorityId: post.authorityId ?? null,
          sectors: post.sectors ?? [],
          region: post.region ?? null,
          organisationId: post.organisation ? organisations[post.organisation] : null,
          reason,
        },
        at,
      )
    }
    people[one.key] = actorOf(await stateOf<Person>('person', id), at)
  }
  const intakeOf = (region: string) =>
    Object.values(people).find((one) => one.posts.some((post) => post.role === 'intake' && post.region === region)) ??
    Object.values(people)[0]!
  for (const one of cast.organisations)
    await must(intakeOf(one.region), 'organisation', organisations[one.key] ?? '', 'verify', { evidence: reason }, at)
  return { people, organisations, labs: {} }
}

/** A laboratory on the books: accredited for every item of the catalogue's methods given, its impartiality declared by its signatory. */
export const enterLab = async (
  company: Company,
  key: string,
  by: Actor,
  signatory: Actor,
  names: { zh: string; en: string },
  areas: readonly string[],
  span: { from: string; to: string },
  at: string,
): Promise<string> => {
  const id = await must(by, 'lab', null, 'create', { organisationId: company.organisations[key], names }, at)
  await must(by, 'lab', id, 'accredit', { certificateNo: `INV-${key.toUpperCase()}-01`, basis: 'cnas', areas, ...span }, at)
  await must(signatory, 'lab', id, 'declareImpartiality', { statement: names.zh }, at)
  company.labs[key] = id
  return id
}
