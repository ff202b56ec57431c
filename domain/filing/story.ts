// The story that tests of filing, opening and deployment begin with: invented people, one company, and a filing brought to any stage. For tests only.
import { specimenVersion } from '#domain/agent/specimen'
import type { AgentVersion } from '#domain/agent/version'
import type { Actor, Post, Typed } from '#domain/case'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { consequences } from '#domain/consequences'
import { kinds } from '#domain/kinds'
import type { Letter } from '#domain/letter/letter'
import { openingFollowOns } from '#domain/scenario/opening-follow-on'
import { type Consequences, world } from '#domain/world'
import type { FilingCommand } from './command.ts'
import type { Filing } from './state.ts'

type Asked = Typed & Record<string, unknown>

const post = (role: Post['role'], more: Partial<Post> = {}): Post => ({
  role,
  authorityId: null,
  sectors: [],
  region: null,
  organisationId: null,
  ...more,
})
/** An officer of the cyberspace office of a region, or of a sector's authority. */
export const officer = (personId: string, role: Post['role'], region = '110000', sectors: readonly string[] = ['*']): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, { authorityId: sectors[0] === '*' ? 'cac' : 'moe', region, sectors })],
})
export const member = (personId: string, role: Post['role'], organisationId: string): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: [post(role, { organisationId })],
})
/** The same person with the posts of all given actors. */
export const asOne = (personId: string, ...actors: readonly Actor[]): Actor => ({
  personId,
  name: { zh: personId, en: personId },
  posts: actors.flatMap((actor) => actor.posts),
})

export const intake = officer('ying', 'intake')
export const reviewer = officer('li', 'reviewer')
export const approver = officer('zhao', 'approver')
export const sectorReviewer = officer('chen', 'sector_reviewer', '000000', ['education'])
export const sectorApprover = officer('sun', 'sector_approver', '000000', ['education'])
export const coordinator = officer('qian', 'testing_coordinator')
export const nationalReviewer = officer('guo', 'reviewer', '000000')
export const nationalApprover = officer('he', 'approver', '000000')
export const registrar = officer('ru', 'registry_officer')

/** As in the product, letters included. */
const followed: Consequences = (kind, state, event) =>
  kind === 'opening' ? openingFollowOns(state, event) : consequences(kind, state, event)

export const use = {
  registeredUsers: 12_000,
  monthlyUsers: 4000,
  careOfPersons: false,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  opinionCapacity: false,
  decidesOnPersons: false,
  serviceStartedOn: null,
}
export const both = (text: string) => ({ zh: text, en: text })
export const reasons = [{ rule: 'Order 9 art 25', evidence: 'revision 1', finding: 'complete' }]
export const remedies = { reconsideration: both('within 60 days'), suit: both('within six months') }
export const adverse = {
  facts: 'what was found',
  basis: ['Order 9 art 33'],
  reasons: 'why it weighs',
  remedies,
  publicReason: both('the register says so'),
}
export const condition = { libraryId: 'CND-05', text: both('stops within 60 seconds'), params: { seconds: 60 }, dueOn: null }

/** Working days of November 2026 at ten in the morning; 2 November is a Monday and 20 to 22 lie after every short clock. */
export const day = (on: number): string => `2026-11-${String(on).padStart(2, '0')}T10:00:00+08:00`

/** A world with one verified company (`company`), its three members, and steps that bring a filing onward. */
export const story = () => {
  const here = world(kinds, followed, shippedCatalogue)
  const must = (actor: Actor, kind: string, id: string | null, command: Asked, at: string): string => {
    const answer = here.ask(actor, kind, id, kinds.get(kind) ? ({ type: command.type, ...parsed(kind, command) } as Typed) : command, at)
    if (answer.refusal) throw new Error(`${kind}.${command.type} refused: ${JSON.stringify(answer.refusal)}`)
    return answer.id
  }
  /** As the API does: the body goes through the schema of the command. */
  const parsed = (kind: string, { type, ...body }: Asked): object => kinds.get(kind)?.commands[type]?.parse(body) as object
  const refusal = (actor: Actor, kind: string, id: string | null, command: Asked, at: string) =>
    here.ask(actor, kind, id, { type: command.type, ...parsed(kind, command) } as Typed, at).refusal

  const register = (creditCode: string, name: string, kind: 'company' | 'lab' = 'company', region = '110000') => {
    const clerk = officer('clerk', 'intake', region)
    const id = must(
      clerk,
      'organisation',
      null,
      {
        type: 'create',
        kind,
        names: { zh: name, en: name },
        creditCode,
        region,
        address: 'Street 1',
        representative: { name: 'Wang Fang', personId: null },
        securityOfficer: { name: 'Li Wei', phone: '010-5550 1234', email: 'li@example.cn' },
        commitment: { signedBy: 'Wang Fang', signedOn: '2026-10-01' },
      },
      day(2),
    )
    must(clerk, 'organisation', id, { type: 'verify', evidence: 'licence seen' }, day(2))
    return id
  }
  const company = register('91990000MA00TE5T24', 'Invented Schools')
  const filer = member('fei', 'filer', company)
  const lead = member('lin', 'compliance_lead', company)
  const representative = member('wang', 'representative', company)

  const ask = (actor: Actor, id: string | null, command: FilingCommand | Asked, at: string) =>
    refusal(actor, 'filing', id, command as Asked, at)
  const step = (actor: Actor, id: string | null, command: Asked, at: string) => must(actor, 'filing', id, command, at)
  const of = (id: string): Filing => {
    const state = here.state<Filing>(id)
    if (!state) throw new Error(`no filing ${id}`)
    return state
  }

  /** The company opens the letter of this template about a case. */
  const open = (id: string, template: string, at: string) => {
    const found = (here.all('letter') as Letter[]).findLast((one) => one.template === template && one.about?.id === id)
    must(lead, 'letter', found?.id ?? '', { type: 'receive' }, at)
  }

  const draft = (content: Partial<AgentVersion> = {}, more: Record<string, unknown> = {}): string => {
    const id = step(
      filer,
      null,
      { type: 'create', organisationId: company, agentName: specimenVersion.names, sector: 'education', scenarios: [25], ...more },
      day(2),
    )
    step(filer, id, { type: 'describe', content: { ...specimenVersion, identityCode: null, ...content }, use }, day(2))
    return id
  }
  const submitted = (content?: Partial<AgentVersion>, more?: Record<string, unknown>): string => {
    const id = draft(content, more)
    step(representative, id, { type: 'submit' }, day(2))
    return id
  }
  const accepted = (content?: Partial<AgentVersion>, more?: Record<string, unknown>): string => {
    const id = submitted(content, more)
    step(intake, id, { type: 'accept' }, day(3))
    return id
  }
  const placed = (content?: Partial<AgentVersion>, more?: Record<string, unknown>): string => {
    const id = accepted(content, more)
    step(reviewer, id, { type: 'startReview' }, day(4))
    step(
      reviewer,
      id,
      { type: 'placeInTier', placements: of(id).scenarios.map((scenario) => ({ scenario, lane: 'sensitive', reason: 'minors' })) },
      day(4),
    )
    return id
  }
  const concurred = (id: string, verdict = 'concur', conditions: readonly object[] = []): string => {
    step(reviewer, id, { type: 'askConcurrence' }, day(5))
    step(sectorReviewer, id, { type: 'opine', verdict, conditions, reasons }, day(6))
    step(sectorApprover, id, { type: 'concur', verdict, conditions, reasons }, day(9))
    return id
  }
  const recommended = (outcome = 'file', conditions: readonly object[] = []): string => {
    const id = concurred(placed())
    step(reviewer, id, { type: 'recommend', outcome, conditions, reasons }, day(10))
    return id
  }
  const filed = (content?: Partial<AgentVersion>, more?: Record<string, unknown>): string => {
    const id = concurred(placed(content, more))
    step(reviewer, id, { type: 'recommend', outcome: 'file', reasons }, day(10))
    step(approver, id, { type: 'decide', outcome: 'file', reasons }, day(11))
    return id
  }
  return {
    ...here,
    must,
    refusal,
    register,
    company,
    filer,
    lead,
    representative,
    ask,
    step,
    of,
    open,
    draft,
    submitted,
    accepted,
    placed,
    concurred,
    recommended,
    filed,
  }
}
