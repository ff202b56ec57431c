// Watches a world while people act in it: folds every event a second time, counts every number, and holds what may never happen (policy.md 5.4, quality.md 3.1).
import { type Actor, type CaseState, fold, type Kind, type Post, type Recorded, type Typed } from './case.ts'
import { shippedCatalogue } from './catalogue/shipped.ts'
import { canonicalJson, type Json } from './log/entry.ts'
import { appendLeaves, emptyFrontier, rootOfFrontier } from './log/frontier.ts'
import { leafHash, nodeHash } from './log/tree.ts'
import { postsInForce } from './person/person.ts'
import type { World } from './walk-cast.ts'
import { type Context, must, pendingVersions, promises, recalledOf, type Seen } from './walk-events.ts'
import { lowLanePromises, lowLanePublishing, lowLaneTerminal } from './walk-low-lane.ts'
import { endOfWorkingDay, isPublished, neverBoth, reaches, shanghaiDate } from './walk-naive.ts'

const terminal: Record<string, readonly string[]> = {
  filing: ['not_accepted', 'lapsed', 'not_filed', 'withdrawn', 'revoked', 'cancelled'],
  opening: ['refused', 'closed'],
  deployment: ['refused', 'expired', 'withdrawn', 'revoked'],
  obligation: ['accepted', 'failed', 'waived', 'cancelled'],
  recall: ['closed_no_defect', 'terminated'],
  organisation: ['closed'],
  lab: ['closed'],
  agent: ['retired'],
  letter: ['delivered'],
  ...lowLaneTerminal,
  reconsideration: ['decided', 'not_accepted', 'withdrawn', 'abandoned'],
}
/** 7: without one of these in its record nothing is public. */
const publishing: Record<string, readonly string[]> = {
  filing: ['decided', 'recorded'],
  opening: ['opened'],
  deployment: ['decided'],
  reconsideration: ['decided'],
  recall: ['noticeIssued', 'voluntarilyDeclared', 'emergencyOrdered'],
  obligation: ['waived'],
  organisation: ['verified', 'recorded'],
  lab: ['created'],
  catalogue: ['created'],
  ...lowLanePublishing,
}
const workingDayRules = new Set(
  shippedCatalogue.limits.items.filter((limit) => limit.unit === 'workingDays').map((limit) => limit.code as string),
)

/** The root of the leaves by the definition (RFC 6962 2.1). */
const rootByTheBook = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 1) return leaves[0] as Buffer
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return nodeHash(rootByTheBook(leaves.slice(0, split)), rootByTheBook(leaves.slice(split)))
}

export const watch = (w: World, kinds: ReadonlyMap<string, Kind>) => {
  const twins = new Map<string, { kind: Kind; state: CaseState; past: Seen[]; did: Map<string, Set<string>>; wasPublic: boolean }>()
  const serials = new Map<string, number>()
  const lines: string[] = []
  let frontier = emptyFrontier
  const state = <S extends CaseState = any>(id: string | null | undefined): S | null =>
    (twins.get(id ?? '')?.state as S | undefined) ?? null
  const all = (kind: string): any[] => [...twins.values()].filter((one) => one.kind.name === kind).map((one) => one.state)

  /** Numbers of one row follow without a gap. */
  const count = (scope: string, n: number) => {
    must(n === (serials.get(scope) ?? 0) + 1, 'numbers follow without a gap', [scope, serials.get(scope) ?? 0, n])
    serials.set(scope, n)
  }
  const countNumber = (kind: string, event: Recorded<any>, before: any) => {
    if (event.receiptNo) count(`${kind} receipt ${event.receiptNo.split('-')[1]}`, Number(event.receiptNo.split('-')[2]))
    const number: unknown = event.number
    if (typeof number !== 'string' || number === before.number || (kind === 'obligation' && event.type !== 'planned')) return
    // What a filing notes of a test is the number of the report, not one of its own.
    if (kind === 'filing' && event.type !== 'decided') return
    const recall = /^AGR-(\d{4})-(\d{4})-I{1,3}$/.exec(number)
    if (recall) return count(`recall ${recall[1]}`, Number(recall[2]))
    const [, prefix, region, , year, sequence] = /^(AG[FDTXSC])-(\d{6})-(\d{2})-(\d{4})-(\d{6})[0-9A-Z]$/.exec(number) ?? []
    must(prefix, 'a number has its form', number)
    count(prefix === 'AGT' ? 'test' : `${prefix} ${region} ${year}`, Number(sequence))
  }

  const postsOf = (personId: string, at: string): readonly Post[] => {
    const person = state<any>(personId)
    return person ? postsInForce(person, at) : []
  }
  /** 4: whoever acted held the role, at that moment, in that place, and was not of the house. */
  const checkRight = (kind: Kind, event: Recorded<Typed>, before: CaseState, after: CaseState) => {
    if (event.by === 'system') return must(event.role === 'system', 'the system acts as the system')
    const posts = postsOf(event.by, event.at)
    const place = kind.place(before.status === 'none' ? after : before)
    must(reaches(posts, event.role, place, kind.isAdministrative ?? false), '4: jurisdiction at that moment', [
      kind.name,
      event.type,
      event.role,
      place,
    ])
    const organisationId = (after as any).organisationId ?? place.organisationId
    if (event.authorityId !== null)
      must(
        !posts.some(
          (post) =>
            post.authorityId === null &&
            post.organisationId !== null &&
            ['filer', 'compliance_lead', 'representative'].includes(post.role) &&
            post.organisationId === organisationId,
        ),
        'P4: nobody is officer in the own house',
        [kind.name, event.type],
      )
  }

  const take = (position: number) => {
    const { kind: name, id, version, event, position: at } = w.log()[position] as ReturnType<World['log']>[number]
    const kind = kinds.get(name) as Kind
    const twin = twins.get(id) ?? { kind, state: { ...kind.initial, id } as CaseState, past: [], did: new Map(), wasPublic: false }
    must(at === position && version === twin.past.length + 1, '5: positions are dense and versions rise by one', [name, version])
    const body = canonicalJson(event as unknown as Json)
    const stored: Recorded<any> = JSON.parse(body)
    must(canonicalJson(stored) === body, '11: an entry read back is the same bytes')
    const before = twin.state
    const after = fold(kind, before, stored)
    checkRight(kind, stored, before, after)
    if (name === 'catalogue' && stored.type === 'proposed') twin.did.clear()
    if (stored.duty) twin.did.set(stored.duty, new Set([...(twin.did.get(stored.duty) ?? []), stored.by]))
    for (const [one, other] of neverBoth)
      for (const person of twin.did.get(one) ?? [])
        must(person === 'system' || !twin.did.get(other)?.has(person), '5: nobody twice in what excludes itself', [name, one, other])
    countNumber(name, stored, before)
    const dueOn = (of: any) => kind.summary(of, shippedCatalogue).dueOn
    const context: Context = { event: stored, before, after, past: twin.past, state, all, dueOn }
    // What a reconsideration took away is the one thing that opens an ended case again; its own promise holds it.
    if ((terminal[name] ?? []).includes(before.status) && stored.type !== 'overturned')
      must(after.status === before.status, '5.3: what has ended does not begin again', [name, before.status, stored.type])
    promises[`${name}.${stored.type}`]?.(context)
    lowLanePromises[`${name}.${stored.type}`]?.(context)
    twin.state = after
    twin.past = [...twin.past, { type: stored.type, version, event: stored }]
    twins.set(id, twin)
    const { isPublic } = kind.summary(after, shippedCatalogue)
    const said = kind.publicFacts?.(stored, after) ?? {}
    canonicalJson(said as Json)
    if (isPublic)
      must(
        twin.past.some((one) => publishing[name]?.includes(one.type)),
        '7: nothing is public without a decision',
        [name, after.status],
      )
    else
      must(
        name === 'person' ||
          name === 'agent' ||
          name === 'letter' ||
          Object.values(said).every((value) => value === null || value === undefined),
        '6: the log tells nothing of what is not public',
        [name, stored.type, said],
      )
    if (twin.wasPublic) must(isPublic, '7: what was public stays as a tombstone', [name, stored.type])
    twin.wasPublic = isPublic
    const line = `${position} ${name} ${id} ${version} ${body}`
    lines.push(line)
    frontier = appendLeaves(frontier, [leafHash(Buffer.from(line))]).frontier
    return id
  }

  const checkCase = (id: string) => {
    const twin = twins.get(id)
    if (!twin) return
    const { kind } = twin
    must(
      canonicalJson(twin.state as unknown as Json) === canonicalJson(w.state(id) as unknown as Json),
      '1: the state is the fold of what is stored',
      [kind.name, id],
    )
    must(kind.statuses.includes(twin.state.status), 'a status that exists', [kind.name, twin.state.status])
    const summary = kind.summary(twin.state, shippedCatalogue)
    must(twin.past.length === w.version(id), '2: one version an event')
    if (summary.dueOn && summary.dueRule && workingDayRules.has(summary.dueRule))
      must(isPublished(summary.dueOn), '10: no date beyond the published calendar', [kind.name, summary.dueOn, summary.dueRule])
    const filing = twin.state as any
    if (kind.name === 'filing' && ['suspended', 'revoked', 'cancelled'].includes(filing.status))
      must(filing.tombstone?.reason?.zh, '7: a withdrawn entry keeps its reason')
    if (kind.name === 'opening') must(filing.versions.length > 0 || !summary.isPublic, '6: with one signature it is not public')
  }
  const checkRecalled = () => {
    for (const deployment of all('deployment')) {
      if (!['active', 'approved', 'approved_with_conditions', 'pilot_approved'].includes(deployment.status)) continue
      for (const recall of all('recall'))
        if (recall.agentId === deployment.agentId)
          must(
            !recalledOf(recall, state<any>(deployment.agentId)?.versions ?? []).has(deployment.versionHash),
            '6, 9: nothing recalled goes on running',
            [deployment.status, recall.status],
          )
    }
  }

  /** A test is owed for what is still about: a filing that has not ended, and the version that it is about. */
  const checkOwed = () => {
    const owed = all('obligation').filter((one) =>
      ['planned', 'assigned', 'in_progress', 'report_submitted', 'returned'].includes(one.status),
    )
    for (const one of owed) {
      const filing = state<any>(one.filingId)
      must(filing && !(terminal.filing ?? []).includes(filing.status), 'E9: nothing is owed for a filing that has ended', [
        one.status,
        filing?.status,
      ])
      must(
        [filing.versionHash, ...pendingVersions(filing)].includes(one.versionHash),
        '14: a test is owed for the version that is filed, or for a change of it',
        one.status,
      )
      must(filing.obligationIds.includes(one.id), 'E9: a filing knows every test that was planned for it')
    }
    for (const filing of all('filing'))
      if (filing.status === 'testing')
        must(
          filing.tests.some((test: any) => test.outcome === null && owed.some((one) => one.id === test.obligationId)),
          '4: a filing waits only for a test that is owed',
        )
  }
  /** The versions of an agent lie where its filings do. */
  const checkSectors = () => {
    for (const agent of all('agent')) {
      const { sector } = kinds.get('agent')?.place(agent) ?? { sector: null }
      const filings = all('filing').filter((filing) => filing.agentId === agent.id && filing.revisions.length > 0)
      must(
        sector === '*' || filings.every((filing) => filing.sector === sector),
        '5.8: no sector reads the versions that were filed in another',
        [sector, filings.map((filing) => filing.sector)],
      )
    }
  }

  let taken = 0
  return {
    /** Everything that happened since the last look. */
    look() {
      const touched = new Set<string>()
      const log = w.log()
      for (; taken < log.length; taken += 1) touched.add(take(taken))
      for (const id of touched) checkCase(id)
      if (touched.size > 0) {
        checkRecalled()
        checkOwed()
        checkSectors()
      }
      return touched
    },
    /** What was refused left no trace. `before` is the log as it was. */
    unchanged(before: number, id: string | null, was: CaseState | null) {
      must(w.log().length === before, '2, 12: a refused command writes nothing')
      must(id === null || w.state(id) === was, '2, 12: a refused command changes no state')
    },
    /** After the clock has been asked, nothing waits that silence had settled. */
    settled(at: string) {
      for (const filing of all('filing')) {
        if (filing.status !== 'submitted' || filing.corrections.length > 0 || !filing.receipt) continue
        const end = endOfWorkingDay(shanghaiDate(filing.receipt.at), 5)
        must(end === null || Date.parse(at) < end, '1: silence has accepted by now', [filing.receipt.at, at])
      }
    },
    finish() {
      const leaves = lines.map((line) => leafHash(Buffer.from(line)))
      must(rootByTheBook(leaves).equals(rootOfFrontier(frontier)), '9: the root is that of a fresh tree')
      const again = appendLeaves(
        emptyFrontier,
        w
          .log()
          .map((entry) =>
            leafHash(
              Buffer.from(
                `${entry.position} ${entry.kind} ${entry.id} ${entry.version} ${canonicalJson(JSON.parse(canonicalJson(entry.event as unknown as Json)))}`,
              ),
            ),
          ),
      ).frontier
      must(rootOfFrontier(again).equals(rootOfFrontier(frontier)), '10: written out and read in it is the same log')
      for (const id of twins.keys()) checkCase(id)
      must(twins.size === w.all().length, '8: nothing is deleted')
    },
    twins,
    posts: (actor: Actor) => actor.posts,
  }
}
