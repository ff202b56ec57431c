// Reads of recalls beyond lists: a page with progress, the dry run of a scope, the affected list with its operators, and how a recall has gone over time.
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Agent } from '#domain/agent/agent'
import { type Actor, type CaseState, fold, type Recorded, type Typed } from '#domain/case'
import type { Deployment } from '#domain/deployment/state'
import type { Organisation } from '#domain/organisation/state'
import { covers } from '#domain/permission'
import { affectedNow, type Progress, progress, type Standing, standingOf } from '#domain/recall/progress'
import { affected, type Excluded, type Included, type Scope, versionsInScope } from '#domain/recall/scope'
import type { Recall, Response } from '#domain/recall/state'
import type { InclusionReason } from '#domain/recall/vocabulary'
import { read } from '../client.ts'
import { caseRow } from '../rows.ts'
import { cases, events, links } from '../schema.ts'
import { one } from './case.ts'
import { list, type Page } from './list.ts'
import type { Item } from './page.ts'
import type { ListQuery } from './query.ts'
import { kindNamed, type Presented, presented, seen, statesById } from './shown.ts'

export type RecallLine = { item: Item; shown: Presented<Recall>; progress: Progress | null }
export type RecallPage = Omit<Page, 'items'> & { lines: RecallLine[] }

/** Progress as the person may know it: from the state where that may be read, else what was published. */
const progressOf = (state: Partial<Recall>): Progress | null =>
  state.responses !== undefined && state.notices !== undefined ? progress(state as Recall) : (state.published?.progress ?? null)

/** A page of recalls with the progress of each. */
export const recallPage = async (actor: Actor, query: ListQuery, at: string): Promise<RecallPage> => {
  const { items, ...page } = await list(actor, kindNamed('recall'), query, at)
  const states = await statesById<Recall>(
    actor,
    'recall',
    items.map(({ id }) => id),
  )
  return {
    ...page,
    lines: items.flatMap((item) => {
      const shown = states.get(item.id)
      return shown ? [{ item, shown, progress: progressOf(shown.state) }] : []
    }),
  }
}

/** Only what a recall needs of an operator: the name, and whether anybody there can be reached. */
export type Operator = { organisationId: string; name: string; hasContact: boolean }
const hasContact = ({ contacts, securityOfficer, representative }: Organisation): boolean =>
  contacts.length > 0 || securityOfficer !== null || representative !== null

/** The operators of these deployments. Their names are public, whether they can be reached is told to authorities only, as a yes or no. */
const operatorsOf = async (ids: readonly string[]): Promise<Map<string, Operator>> => {
  const found = new Map<string, Operator>()
  const wanted = [...new Set(ids)]
  for (let from = 0; from < wanted.length; from += 400) {
    const rows = await read()
      .select({ id: cases.id, state: cases.state })
      .from(cases)
      .where(and(eq(cases.kind, 'organisation'), inArray(cases.id, wanted.slice(from, from + 400))))
    for (const row of rows) {
      const organisation = JSON.parse(row.state) as Organisation
      found.set(row.id, { organisationId: row.id, name: organisation.names.zh, hasContact: hasContact(organisation) })
    }
  }
  return found
}

export type ReachedDeployment = (Included | Excluded) & {
  operator: string | null
  scenario: string | null
  regions: readonly string[]
  users: number
}
export type Reach = {
  agent: { id: string; name: { zh: string; en: string } }
  versions: { hash: string; version: string; because: InclusionReason | null; at: string }[]
  included: ReachedDeployment[]
  excluded: ReachedDeployment[]
  operators: number
  withoutContact: string[]
  users: number
  /** In scope, but outside the jurisdiction of whoever asks: counted, not named. */
  unnamed: number
}

/** Whom the same officers may ask about at all. */
const isRecallStaff = (actor: Actor): boolean =>
  actor.posts.some(({ role }) =>
    ['recall_officer', 'recall_signatory', 'auditor', 'reviewer', 'approver', 'registry_officer'].includes(role),
  )

/**
 * The dry run of a scope: the same rule that the notice is issued by, over every deployment of the agent, and nothing stored. Deployments that are
 * neither public nor in the jurisdiction of the officer are counted without a name. Null where the agent does not exist for this person.
 */
export const reachOfScope = async (actor: Actor, agentId: string, scope: Scope): Promise<Reach | null> => {
  const kind = kindNamed('agent')
  const db = read()
  const row = await caseRow(db, 'agent', agentId)
  const shown = row && isRecallStaff(actor) ? presented<Agent>(actor, kind, row) : null
  if (!row || !shown || shown.audience === 'public') return null
  const agent = JSON.parse(row.state) as Agent
  const tied = db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.toId, agentId), eq(links.link, 'agent'), eq(links.kind, 'deployment')))
  const rows = await db
    .select({ state: cases.state, isPublic: cases.isPublic })
    .from(cases)
    .where(and(eq(cases.kind, 'deployment'), inArray(cases.id, tied)))
    .orderBy(asc(cases.seq))
  const found = rows.map((one) => ({ deployment: JSON.parse(one.state) as Deployment, isPublic: one.isPublic }))
  const deployments = found.map((one) => one.deployment)
  const deploymentKind = kindNamed('deployment')
  const nameable = new Set(
    found
      .filter(({ deployment, isPublic }) => isPublic || actor.posts.some((post) => covers(post, deploymentKind.place(deployment))))
      .map(({ deployment }) => deployment.id),
  )
  const byId = new Map(deployments.map((one) => [one.id, one]))
  const { included, excluded } = affected(scope, agent, deployments)
  const inScope = versionsInScope(scope, agent.versions)
  const operators = await operatorsOf(included.flatMap(({ organisationId }) => organisationId ?? []))
  const told = (one: Included | Excluded): ReachedDeployment => {
    const deployment = byId.get(one.deploymentId)
    return {
      ...one,
      operator:
        (deployment?.organisationId ? operators.get(deployment.organisationId)?.name : null) ?? deployment?.organisationName?.zh ?? null,
      scenario: deployment?.scenario ?? null,
      regions: deployment?.regions ?? [],
      users: deployment?.plan?.users ?? 0,
    }
  }
  const named = (all: readonly (Included | Excluded)[]) => all.filter((one) => nameable.has(one.deploymentId)).map(told)
  return {
    agent: { id: agent.id, name: agent.names },
    versions: agent.versions.map(({ hash, version, at }) => ({ hash, version, at, because: inScope.get(hash) ?? null })),
    included: named(included),
    excluded: named(excluded),
    operators: new Set(included.map((one) => one.organisationId)).size,
    withoutContact: [...operators.values()].filter((one) => !one.hasContact).map((one) => one.name),
    users: included.reduce((sum, one) => sum + (byId.get(one.deploymentId)?.plan?.users ?? 0), 0),
    unnamed: included.filter((one) => !nameable.has(one.deploymentId)).length,
  }
}

export type AffectedLine = Included & { operator: Operator | null; standing: Standing; response: Response | null }

/** Every deployment that the recall reaches now, with its operator and the strongest thing known of it; the silent and refusing ones are what to look for first. */
export const affectedLines = async (state: Partial<Recall>): Promise<AffectedLine[]> => {
  if (state.responses === undefined || state.notices === undefined) return []
  const recall = state as Recall
  const reached = affectedNow(recall)
  const operators = await operatorsOf(reached.flatMap(({ organisationId }) => organisationId ?? []))
  return reached.map((one) => {
    const response = recall.responses[one.deploymentId]
    return { ...one, operator: operators.get(one.organisationId ?? '') ?? null, standing: standingOf(response), response: response ?? null }
  })
}

export type CurvePoint = { at: string; hours: number; byStanding: Record<Standing, number>; affected: number }
/** Hours after the start that a person thinks in; the last point is always the present. */
const marks = [0, 6, 12, 24, 36, 48, 72, 120, 168, 336, 720, 1440, 2160, 4320]
const mostPoints = 8
const hour = 3_600_000

/**
 * How the recall stood at marks after it first reached anybody, folded from its own events: what was known then, not what is known now.
 * Empty while it has reached nobody, or for who may not read its answers.
 */
export const curveOf = async (actor: Actor, id: string, at: string): Promise<CurvePoint[]> => {
  const kind = kindNamed('recall')
  const db = read()
  const row = await caseRow(db, 'recall', id)
  const shown = row ? presented<Recall>(actor, kind, row) : null
  if (!shown || shown.state.responses === undefined) return []
  const rows = await db
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.kind, 'recall'), eq(events.caseId, id)))
    .orderBy(asc(events.version))
  const recorded = rows.map(({ body }) => JSON.parse(body) as Recorded<Typed>)
  const reaching = ['noticeIssued', 'voluntarilyDeclared', 'emergencyOrdered']
  const start = recorded.find(({ type }) => reaching.includes(type))?.at
  if (start === undefined) return []
  const startMs = Date.parse(start)
  const elapsed = Math.max(0, (Date.parse(at) - startMs) / hour)
  const passed = marks.filter((mark) => mark < elapsed)
  const chosen = passed.length < mostPoints ? passed : [0, ...passed.slice(-(mostPoints - 2))]
  const points: CurvePoint[] = []
  let state: CaseState = { ...kind.initial, id }
  let next = 0
  for (const hours of [...chosen, elapsed]) {
    const until = startMs + hours * hour
    for (let event = recorded[next]; event && Date.parse(event.at) <= until; event = recorded[next]) {
      state = fold(kind, state, event)
      next += 1
    }
    const { byStanding, affected: count } = progress(state as Recall)
    points.push({ at: new Date(until).toISOString(), hours, byStanding, affected: count })
  }
  return points
}

export type AgentChoice = {
  id: string
  organisationId: string
  name: { zh: string; en: string }
  organisationName: string | null
  region: string
  identityCode: string | null
  versions: { hash: string; version: string; at: string; models: string[]; tools: string[] }[]
  sector: string | null
  scenario: number | null
}

/** An agent as the builder of a recall needs it: its versions with what they are made of, and the sector of its newest filing. Null where it does not exist for this person. */
export const agentForRecall = async (actor: Actor, id: string, at: string): Promise<AgentChoice | null> => {
  // The versions are restricted: the reading is recorded, as on the page of the agent itself.
  const shown = await one<Agent>(actor, kindNamed('agent'), id, at, 'recall')
  const state = shown?.state
  if (!shown || shown.audience === 'public' || !state?.organisationId || !state.names) return null
  const filingKind = kindNamed('filing')
  const db = read()
  const tied = db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.toId, id), eq(links.link, 'agent'), eq(links.kind, 'filing')))
  const [newest] = await db
    .select({ sector: cases.sector, scenario: cases.scenario })
    .from(cases)
    .where(and(eq(cases.kind, 'filing'), inArray(cases.id, tied), seen(actor, filingKind)))
    .orderBy(asc(cases.isOpen), desc(cases.seq))
    .limit(1)
  const organisation = await caseRow(db, 'organisation', state.organisationId)
  return {
    id,
    organisationId: state.organisationId,
    name: state.names,
    organisationName: organisation?.titleZh ?? null,
    region: state.region ?? '',
    identityCode: state.identityCode ?? null,
    versions: (state.versions ?? []).map(({ hash, version, at, content }) => ({
      hash,
      version,
      at,
      models: content.models.map((model) => model.name),
      tools: content.tools.map((tool) => tool.name),
    })),
    sector: newest?.sector || null,
    scenario: newest?.scenario ? Number(newest.scenario.split(':')[1]) : null,
  }
}
