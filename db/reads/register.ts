// Reads of the public register beyond lists: recalls that reach a version, deployments of a filing, openings, one item by number, code or credit code.
import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Agent } from '#domain/agent/agent'
import type { Actor, CaseState, Kind } from '#domain/case'
import type { Deployment } from '#domain/deployment/deployment'
import type { Filing } from '#domain/filing/filing'
import { kinds } from '#domain/kinds'
import type { Obligation } from '#domain/obligation/obligation'
import type { Organisation } from '#domain/organisation/state'
import { present } from '#domain/permission'
import { blockOf, type Recall } from '#domain/recall/recall'
import type { ReachKind } from '#domain/register/standing'
import type { Opening } from '#domain/scenario/opening'
import { read, sql } from '../client.ts'
import { cases, links } from '../schema.ts'
import { visible } from './visible.ts'

/** A public case with what anybody may see of its state. */
export type Shown<S> = {
  id: string
  number: string | null
  status: string
  mark: string
  decidedAt: string | null
  changedAt: string
  lastPosition: number
  state: Partial<S>
}

const kindOf = (name: string): Kind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  return kind
}
const columns = {
  id: cases.id,
  number: cases.number,
  status: cases.status,
  mark: cases.mark,
  decidedAt: cases.decidedAt,
  changedAt: cases.changedAt,
  lastPosition: cases.lastPosition,
  state: cases.state,
}
type Found = Omit<Shown<never>, 'state'> & { state: string }
/** A page of the register never needs more of one thing. */
const most = 500

const rowsOf = async (actor: Actor, kind: Kind, condition: SQL | undefined, limit = most): Promise<Found[]> =>
  read()
    .select(columns)
    .from(cases)
    .where(and(eq(cases.kind, kind.name), visible(actor, kind, cases, 'public'), condition))
    .orderBy(desc(cases.seq))
    .limit(limit)

const shown = <S extends CaseState>(kind: Kind, { state, ...row }: Found): Shown<S> => ({
  ...row,
  state: present(JSON.parse(state) as S, kind.fields, 'public'),
})

/** Cases tied by this link to one of these. */
const tied = (kind: string, link: string, to: readonly string[]) =>
  inArray(
    cases.id,
    read()
      .select({ id: links.id })
      .from(links)
      .where(and(inArray(links.toId, [...to]), eq(links.link, link), eq(links.kind, kind))),
  )

/** The id of the public case with this number, the newest where an older register used a number twice; null without any. */
export const idByNumber = async (actor: Actor, kindName: string, number: string): Promise<string | null> => {
  const [found] = await rowsOf(actor, kindOf(kindName), eq(cases.number, number), 1)
  return found?.id ?? null
}

/** One public case by its id, or null; nothing is recorded, because nothing but the public part is read. */
export const publicCase = async <S extends CaseState>(actor: Actor, kindName: string, id: string): Promise<Shown<S> | null> => {
  const kind = kindOf(kindName)
  const [found] = await rowsOf(actor, kind, eq(cases.id, id), 1)
  return found ? shown<S>(kind, found) : null
}

/** These of the public filings, in no order. */
export const filingsByIds = async (actor: Actor, ids: readonly string[]): Promise<Shown<Filing>[]> => {
  const kind = kindOf('filing')
  return ids.length === 0 ? [] : (await rowsOf(actor, kind, inArray(cases.id, [...ids]))).map((row) => shown<Filing>(kind, row))
}

/** Public filings of one agent, newest first: which versions are covered. */
export const filingsOfAgent = async (actor: Actor, agentId: string): Promise<Shown<Filing>[]> => {
  const kind = kindOf('filing')
  return (await rowsOf(actor, kind, tied('filing', 'agent', [agentId]))).map((row) => shown<Filing>(kind, row))
}

/** Public filings whose agent carries this identity code. */
export const filingsByIdentityCode = async (actor: Actor, code: string): Promise<Shown<Filing>[]> => {
  const db = read()
  const agents = db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.toId, code), eq(links.link, 'identityCode'), eq(links.kind, 'agent')))
  const kind = kindOf('filing')
  const rows = await rowsOf(
    actor,
    kind,
    inArray(
      cases.id,
      db
        .select({ id: links.id })
        .from(links)
        .where(and(inArray(links.toId, agents), eq(links.link, 'agent'), eq(links.kind, 'filing'))),
    ),
  )
  // The code of a version that was not published is nobody's business here.
  return rows.map((row) => shown<Filing>(kind, row)).filter(({ state }) => state.published?.identityCode === code)
}

/** The public organisation with this credit code, or null. */
export const organisationByCode = async (actor: Actor, code: string): Promise<Shown<Organisation> | null> => {
  const kind = kindOf('organisation')
  const [found] = await rowsOf(actor, kind, eq(cases.number, code), 1)
  return found ? shown<Organisation>(kind, found) : null
}

export const deploymentsOf = async (actor: Actor, filingId: string): Promise<Shown<Deployment>[]> => {
  const kind = kindOf('deployment')
  return (await rowsOf(actor, kind, tied('deployment', 'filing', [filingId]))).map((row) => shown<Deployment>(kind, row))
}

/** Tests that were waived for a filing, with the public reason. */
export const waivedTestsOf = async (actor: Actor, filingId: string): Promise<Shown<Obligation>[]> => {
  const kind = kindOf('obligation')
  return (await rowsOf(actor, kind, tied('obligation', 'filing', [filingId]))).map((row) => shown<Obligation>(kind, row))
}

/** Every public opening: at most one for each sector and scenario. */
export const openings = async (actor: Actor): Promise<Shown<Opening>[]> => {
  const kind = kindOf('opening')
  return (await rowsOf(actor, kind, undefined, 2000)).map((row) => shown<Opening>(kind, row))
}

/** Public recalls of these agents, newest first. */
export const recallsOfAgents = async (actor: Actor, agentIds: readonly string[]): Promise<Shown<Recall>[]> => {
  if (agentIds.length === 0) return []
  const kind = kindOf('recall')
  return (await rowsOf(actor, kind, tied('recall', 'agent', agentIds))).map((row) => shown<Recall>(kind, row))
}

/** Public recalls of an organisation, newest first. */
export const recallsOfOrganisation = async (actor: Actor, organisationId: string): Promise<Shown<Recall>[]> => {
  const kind = kindOf('recall')
  return (await rowsOf(actor, kind, tied('recall', 'organisation', [organisationId]))).map((row) => shown<Recall>(kind, row))
}

/** Public recalls for feeds and the front page, newest first; `onlyOpen` leaves out what has ended. */
export const recalls = async (actor: Actor, limit: number, onlyOpen: boolean): Promise<Shown<Recall>[]> => {
  const kind = kindOf('recall')
  return (await rowsOf(actor, kind, onlyOpen ? sql`${cases.isOpen}` : undefined, limit)).map((row) => shown<Recall>(kind, row))
}

/** A recall that reaches a filing's version, and how: what its public page says, never more. */
export type Reaching = { by: ReachKind; recall: Shown<Recall> }
/** What of a filing decides whether a recall reaches it. */
export type Reached = { agentId: string | null; versionHash: string | null; version: string; scenarios: readonly string[] }

/**
 * For each of these versions the recalls that reach it. Judged by the recall's own rule on everything that is known (scope, exempt versions,
 * descent), which the public does not see; what comes out is only that it reaches. A notice counts where it would bind once it is ordered.
 */
export const recallsReaching = async (actor: Actor, items: readonly Reached[]): Promise<Reaching[][]> => {
  const agentIds = [...new Set(items.flatMap(({ agentId }) => agentId ?? []))]
  const none = items.map((): Reaching[] => [])
  if (agentIds.length === 0) return none
  const kind = kindOf('recall')
  const rows = await rowsOf(actor, kind, tied('recall', 'agent', agentIds))
  if (rows.length === 0) return none
  const concerned = [...new Set(rows.map(({ state }) => (JSON.parse(state) as Recall).agentId).filter((id) => id !== null))]
  const agents = await read()
    .select({ id: cases.id, state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'agent'), inArray(cases.id, concerned)))
    .orderBy(asc(cases.seq))
  const versionsOf = new Map(agents.map(({ id, state }) => [id, (JSON.parse(state) as Agent).versions]))
  return items.map(({ agentId, versionHash, version, scenarios }) =>
    rows.flatMap((row): Reaching[] => {
      const recall = JSON.parse(row.state) as Recall
      if (recall.agentId !== agentId) return []
      const versions = versionsOf.get(recall.agentId ?? '') ?? []
      const seen = versions.find((one) => one.hash === versionHash) ?? { hash: versionHash ?? '', version, content: null }
      const uses = scenarios.length === 0 ? [null] : scenarios
      const how = (state: Recall) => uses.map((scenario) => blockOf(state, seen, { versions, scenario })).find((block) => block !== null)
      const block = how(recall)
      if (block) return [{ by: block.by, recall: shown<Recall>(kind, row) }]
      const notice = recall.notices.findLast((one) => one.droppedAt === null)
      if (!notice) return []
      const asIfBound: Recall = {
        ...recall,
        binding: {
          noticeVersion: notice.version,
          how: 'ordered',
          ground: null,
          reasons: '',
          basis: [],
          deliveredAt: null,
          affected: [],
          excluded: [],
          by: '',
          at: notice.issuedAt,
        },
      }
      return how(asIfBound) ? [{ by: 'notice', recall: shown<Recall>(kind, row) }] : []
    }),
  )
}
