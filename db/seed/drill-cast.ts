// Who takes part in a drill: two persons of every role in two regions and two sectors, the national office, and people who hold what one person may not use twice.
import cast from './cast.ts'
import type { Cast } from './people.ts'

/** The two sides of a drill. A company of an odd number lies on the first, of an even one on the second. */
export const sides = [
  { region: '110000', sector: 'health', ministry: 'nhc', agents: ['qingzhen', 'huizhen'], scenario: 26 },
  { region: '310000', sector: 'commerce', ministry: 'mofcom', agents: ['peihu', 'guanjia'], scenario: 24 },
] as const
export type Side = (typeof sides)[number]
export const sideOfCompany = (no: number): Side => sides[(no - 1) % 2] ?? sides[0]
export const companyKey = (no: number): string => `company-${no}`

const office = [
  'intake',
  'reviewer',
  'approver',
  'testing_coordinator',
  'recall_officer',
  'recall_signatory',
  'hearing_chair',
  'reconsideration_officer',
  'registry_officer',
  'auditor',
] as const
const ministry = ['sector_reviewer', 'sector_approver'] as const

type Person = Cast['people'][number]
type Post = Person['posts'][number]
const named = (key: string, ...posts: Post[]): Person => ({ key, zh: key, en: key, posts })
const inOffice = (role: string, { region, sector }: Side): Post => ({ role, authorityId: `cac-${region}`, sectors: [sector], region })
const inMinistry = (role: string, side: Side, region: string = side.region): Post => ({
  role,
  authorityId: side.ministry,
  sectors: [side.sector],
  region,
})
const national = (role: string): Post => ({ role, authorityId: 'cac', sectors: ['*'], region: '000000' })
const of = (role: string, organisation: string): Post => ({ role, organisation })

const officers = (): Person[] =>
  sides.flatMap((side, i) => [
    ...office.map((role) => named(`${role}.${i + 1}`, inOffice(role, side))),
    ...ministry.map((role) => named(`${role}.${i + 1}`, inMinistry(role, side))),
    // Where the law asks for a second person of the same role.
    ...(['approver', 'recall_officer'] as const).map((role) => named(`second.${role}.${i + 1}`, inOffice(role, side))),
    named(`national.sector_approver.${i + 1}`, inMinistry('sector_approver', side, '000000')),
    // The body that reconsiders what the office of the region decided.
    ...(['reconsideration_officer', 'reconsideration_officer', 'hearing_chair'] as const).map((role, no) =>
      named(`forum.${no + 1}.${i + 1}`, { role, authorityId: `gov-${side.region}`, sectors: [side.sector], region: side.region }),
    ),
  ])

/** One natural person each, whatever the number of roles or accounts; `accounts` in drill.ts says who signs in how often. */
export const torn = {
  twoAccounts: 'two-accounts',
  reviewsAndApproves: 'two-roles.review',
  recallsAndSigns: 'two-roles.recall',
  ownCompany: 'own-company',
} as const
const tornPeople = (): Person[] => [
  named(torn.twoAccounts, inOffice('reviewer', sides[0]), inOffice('approver', sides[0])),
  named(torn.reviewsAndApproves, inOffice('reviewer', sides[0]), inOffice('approver', sides[0])),
  named(torn.recallsAndSigns, inOffice('recall_officer', sides[0]), inOffice('recall_signatory', sides[0])),
  named(torn.ownCompany, inOffice('reviewer', sides[0]), of('filer', companyKey(1))),
]

/** The cast for so many companies (two at least), one laboratory and one platform. Names of companies are invented ones of the demonstration, numbered. */
export const drillCast = (companies: number): Cast => {
  const pool = cast.organisations.filter((one) => one.kind === 'company')
  const numbers = Array.from({ length: companies }, (_, i) => i + 1)
  const [laboratory, platform] = ['lab', 'platform'].map((kind) => cast.organisations.find((one) => one.kind === kind))
  return {
    organisations: [
      ...numbers.map((no) => {
        const like = pool[(no - 1) % pool.length]
        return {
          key: companyKey(no),
          kind: 'company',
          zh: `${like?.zh ?? 'company'} ${no}`,
          en: `${like?.en ?? 'Company'} ${no}`,
          code: `91990000MB${String(no).padStart(6, '0')}`,
          region: sideOfCompany(no).region,
        }
      }),
      {
        key: 'lab-1',
        kind: 'lab',
        zh: laboratory?.zh ?? 'lab',
        en: laboratory?.en ?? 'Lab',
        code: '91990000MC000001',
        region: sides[0].region,
      },
      {
        key: 'platform-1',
        kind: 'platform',
        zh: platform?.zh ?? 'platform',
        en: platform?.en ?? 'Platform',
        code: '91990000MC000002',
        region: sides[0].region,
      },
    ],
    people: [
      ...officers(),
      ...['reviewer', 'approver', 'registry_officer'].map((role) => named(`national.${role}`, national(role))),
      ...numbers.flatMap((no) =>
        ['filer', 'compliance_lead', 'representative'].map((role) => named(`${role}.${no}`, of(role, companyKey(no)))),
      ),
      ...[1, 2].flatMap((no) => [
        ...['tester', 'lab_signatory'].map((role) => named(`${role}.${no}`, of(role, 'lab-1'))),
        named(`platform_operator.${no}`, of('platform_operator', 'platform-1')),
        ...['system_admin', 'security_admin', 'audit_admin'].map((role) => named(`${role}.${no}`, { role })),
      ]),
      ...tornPeople(),
    ],
  }
}
