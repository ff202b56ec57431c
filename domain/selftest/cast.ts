// The people and houses by whom the rules of the lower-risk lane are tested: a company, a platform, officers who may, and a world to act in.
import { type Actor, systemActor, type Typed } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { consequences } from '#domain/consequences'
import { kinds } from '#domain/kinds'
import { makeCreditCode } from '#domain/organisation/credit-code'
import type { Role } from '#domain/permission'
import { world } from '#domain/world'
import { applicable } from './checklist.ts'
import type { Selftest } from './state.ts'

const name = (text: string) => ({ zh: text, en: text })
export const officer = (personId: string, ...roles: Role[]): Actor => ({
  personId,
  name: name(personId),
  posts: roles.map((role) => ({ role, authorityId: 'cac-110000', sectors: ['*'], region: '110000', organisationId: null })),
})
export const member = (personId: string, organisationId: string, ...roles: Role[]): Actor => ({
  personId,
  name: name(personId),
  posts: roles.map((role) => ({ role, authorityId: null, sectors: [], region: null, organisationId })),
})
export const remedies = { reconsideration: name('reconsideration'), suit: name('suit') }
export const adverse = { facts: 'found', basis: ['basis'], reasons: 'reasons', remedies }

/** A world with a verified company, an agent of it and a verified platform; `ask` returns the refusal code, or null where it was granted. */
export const stage = () => {
  const w = world(kinds, consequences, shippedCatalogue)
  const start = '2026-03-02T09:00:00+08:00'
  const organisation = (kind: string, code: string) =>
    w.ask(
      systemActor,
      'organisation',
      null,
      {
        type: 'create',
        kind,
        names: name(`${kind} ${code}`),
        creditCode: makeCreditCode(`91990000MA${code}`),
        region: '110000',
        address: 'street 1',
        representative: { name: 'r', personId: null },
        securityOfficer: { name: 's', phone: '1', email: 's@invented.example' },
        contacts: [],
        commitment: { signedBy: 'r', signedOn: '2026-01-05' },
      } as Typed,
      start,
    ).id
  const company = organisation('company', '000001')
  const platform = organisation('platform', '000002')
  for (const id of [company, platform])
    w.ask(officer('intake', 'intake'), 'organisation', id, { type: 'verify', evidence: 'seen' } as Typed, start)
  const filer = member('filer', company, 'filer')
  const lead = member('lead', company, 'compliance_lead')
  const operator = member('operator', platform, 'platform_operator')
  const agent = w.ask(
    filer,
    'agent',
    null,
    {
      type: 'create',
      organisationId: company,
      names: name('office helper'),
      form: 'software',
      purpose: 'p',
      identityCode: null,
      filingId: null,
    } as Typed,
    start,
  ).id
  const ask = (actor: Actor, kind: string, id: string | null, command: Typed & Record<string, unknown>, at = start) => {
    const parsed = kinds
      .get(kind)
      ?.commands[command.type]?.parse(Object.fromEntries(Object.entries(command).filter(([key]) => key !== 'type')))
    return w.ask(actor, kind, id, { ...(parsed as object), type: command.type } as Typed, at)
  }
  const code = (...args: Parameters<typeof ask>) => ask(...args).refusal?.code ?? null
  const declared = { registeredUsers: 500, monthlyUsers: 100, flags: [] as string[], dataCategories: [] as string[] }
  /** A draft of the low lane, answered. */
  const drafted = (at = start, change: Record<string, unknown> = {}) => {
    const made = ask(
      filer,
      'selftest',
      null,
      {
        type: 'create',
        organisationId: company,
        agentId: agent,
        sector: 'commerce',
        scenario: 24,
        version: '1.0.0',
        platformIds: [platform],
        declared,
        ...change,
      },
      at,
    )
    if (made.refusal) throw new Error(JSON.stringify(made.refusal))
    const state = w.state<Selftest>(made.id) as Selftest
    const answers = applicable(state, shippedCatalogue).map((item) => ({
      itemId: item.id,
      answer: 'met',
      evidence: 'tested 20 times',
      performedOn: at.slice(0, 10),
    }))
    ask(filer, 'selftest', made.id, { type: 'describe', answers }, at)
    return made.id
  }
  const signed = (at = start, change: Record<string, unknown> = {}) => {
    const id = drafted(at, change)
    const refusal = ask(lead, 'selftest', id, { type: 'sign' }, at).refusal
    if (refusal) throw new Error(JSON.stringify(refusal))
    return id
  }
  return { w, company, platform, agent, filer, lead, operator, ask, code, drafted, signed, declared, start }
}
