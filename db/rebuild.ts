// Folds every event again: verify() compares with what is stored and names each difference, rebuild() writes it anew, refresh() brings list columns up to the rules in force.
import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import { type FileReference, referencesIn } from '#domain/attachment/reference'
import { type CaseState, fold, type Kind, type Recorded, type Typed } from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { kinds } from '#domain/kinds'
import { appendLeaves, emptyFrontier, type Frontier, rootOfFrontier } from '#domain/log/frontier'
import { leafHash } from '#domain/log/tree'
import { attachmentLink } from './attachment.ts'
import { storedFault } from './attachment-files.ts'
import { catalogueIn } from './catalogue.ts'
import { type Db, read, sql, write } from './client.ts'
import { type CaseRow, columnsOf, countKey, dayOf, markCounts, writeRow } from './rows.ts'
import { attachments, cases, checkpoints, counts, events, links, nodes, tallies } from './schema.ts'
import { clearIndex } from './search.ts'
import { entryOf } from './store.ts'

type EventRow = typeof events.$inferSelect
export type Finding = { table: string; row: string; what: string }
type Folded = {
  kind: Kind
  state: CaseState
  version: number
  firstPosition: number
  lastPosition: number
  changedAt: string
  happened: { event: Recorded<Typed>; position: number }[]
}

const pageSize = 2000

/** Every case, folded from its events, one after the other; memory holds one page of events. */
async function* foldAll(db: Db, findings: Finding[]): AsyncGenerator<Folded> {
  let open: Folded | null = null
  let after: EventRow | null = null
  for (;;) {
    const page: EventRow[] = await db
      .select()
      .from(events)
      .where(
        after
          ? or(
              gt(events.kind, after.kind),
              and(
                eq(events.kind, after.kind),
                or(gt(events.caseId, after.caseId), and(eq(events.caseId, after.caseId), gt(events.version, after.version))),
              ),
            )
          : undefined,
      )
      .orderBy(asc(events.kind), asc(events.caseId), asc(events.version))
      .limit(pageSize)
    for (const row of page) {
      if (!open || open.kind.name !== row.kind || open.state.id !== row.caseId) {
        if (open) yield open
        const kind = kinds.get(row.kind)
        if (!kind) {
          findings.push({ table: 'events', row: String(row.position), what: `unknown kind ${row.kind}` })
          open = null
          continue
        }
        open = {
          kind,
          state: { ...kind.initial, id: row.caseId },
          version: 0,
          firstPosition: row.position,
          lastPosition: row.position,
          changedAt: row.at,
          happened: [],
        }
      }
      const event = JSON.parse(row.body) as Recorded<Typed>
      if (event.type !== row.type || event.at !== row.at || event.by !== row.by)
        findings.push({ table: 'events', row: String(row.position), what: 'columns and body differ' })
      if (row.version !== open.version + 1)
        findings.push({ table: 'events', row: String(row.position), what: `version ${row.version} follows ${open.version}` })
      open.state = fold(open.kind, open.state, event)
      open.version = row.version
      open.lastPosition = row.position
      open.changedAt = row.at
      open.happened.push({ event, position: row.position })
      if (entryOf(open.kind, open.state, row.version, event, row.body, Buffer.from(row.salt, 'base64')) !== row.entry)
        findings.push({ table: 'events', row: String(row.position), what: 'the public entry does not commit to this body' })
    }
    after = page.at(-1) ?? null
    if (page.length < pageSize) break
  }
  if (open) yield open
}

const add = (sums: Map<string, number>, key: unknown, n = 1) => {
  const at = JSON.stringify(key)
  sums.set(at, (sums.get(at) ?? 0) + n)
}

const compareSums = (table: string, wanted: Map<string, number>, found: Map<string, number>, findings: Finding[]) => {
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    if ((wanted.get(key) ?? 0) !== (found.get(key) ?? 0))
      findings.push({ table, row: key, what: `${found.get(key) ?? 0} stored, ${wanted.get(key) ?? 0} counted` })
  }
}

/** Recomputes the tree from the entries in order and compares every stored node and checkpoint. */
const verifyTree = async (db: Db, findings: Finding[]): Promise<{ size: number; root: Buffer }> => {
  const signed = new Map((await db.select().from(checkpoints)).map((one) => [one.size, one.root]))
  let frontier: Frontier = emptyFrontier
  for (let from = 0; ; from += pageSize) {
    const page = await db
      .select({ position: events.position, entry: events.entry })
      .from(events)
      .where(sql`${events.position} >= ${from} and ${events.position} < ${from + pageSize}`)
      .orderBy(asc(events.position))
    if (page.length === 0) break
    for (const [i, row] of page.entries())
      if (row.position !== from + i) {
        findings.push({ table: 'events', row: String(from + i), what: 'missing' })
        return { size: frontier.size, root: rootOfFrontier(frontier) }
      }
    const stored = new Map(
      (
        await db
          .select()
          .from(nodes)
          .where(
            or(
              ...Array.from({ length: 34 }, (_, level) =>
                and(
                  eq(nodes.level, level),
                  sql`${nodes.at} >= ${Math.floor(from / 2 ** level)} and ${nodes.at} <= ${Math.floor((from + page.length) / 2 ** level)}`,
                ),
              ),
            ),
          )
      ).map((one) => [`${one.level}/${one.at}`, one.hash]),
    )
    for (const row of page) {
      const appended = appendLeaves(frontier, [leafHash(Buffer.from(row.entry))])
      for (const node of appended.nodes) {
        if (stored.get(`${node.level}/${node.index}`) !== node.hash.toString('base64'))
          findings.push({ table: 'nodes', row: `${node.level}/${node.index}`, what: 'differs from the entries' })
      }
      frontier = appended.frontier
      const root = signed.get(frontier.size)
      if (root !== undefined && root !== rootOfFrontier(frontier).toString('base64'))
        findings.push({ table: 'checkpoints', row: String(frontier.size), what: 'the signed root is not the root of these entries' })
    }
    if (page.length < pageSize) break
  }
  for (const size of signed.keys())
    if (size > frontier.size)
      findings.push({ table: 'checkpoints', row: String(size), what: `signed beyond the log's ${frontier.size} entries` })
  return { size: frontier.size, root: rootOfFrontier(frontier) }
}

/** Every kept file against its bytes, and every file that a case holds against what is kept. `held` says which case refers to what. */
const verifyAttachments = async (db: Db, held: ReadonlyMap<string, { reference: FileReference; by: string }>, findings: Finding[]) => {
  const left = new Map(held)
  for (let after = ''; ; ) {
    const page = await db.select().from(attachments).where(gt(attachments.id, after)).orderBy(asc(attachments.id)).limit(pageSize)
    for (const row of page) {
      const fault = await storedFault(row.sha256, row.size)
      if (fault) findings.push({ table: 'attachments', row: row.id, what: `${row.name}: ${fault}` })
      const own = held.get(row.id)
      if (own && (own.reference.sha256 !== row.sha256 || own.reference.size !== row.size))
        findings.push({ table: 'attachments', row: row.id, what: `its hash or size is not the one that ${own.by} refers to` })
      left.delete(row.id)
    }
    if (page.length < pageSize) break
    after = page.at(-1)?.id ?? ''
  }
  for (const [id, { by }] of left) findings.push({ table: 'attachments', row: id, what: `missing; ${by} refers to it` })
}

/** Every difference between what is stored and what the events say, by table and row. Empty when all is well. */
export const verify = async (at: string): Promise<{ findings: Finding[]; cases: number; events: number; root: string }> => {
  const db = read()
  const findings: Finding[] = []
  const catalogue = await catalogueIn(db, at)
  const wantedCounts = new Map<string, number>()
  const wantedTallies = new Map<string, number>()
  const wantedLinks = new Set<string>()
  const seen = new Set<string>()
  const held = new Map<string, { reference: FileReference; by: string }>()
  let batch: Folded[] = []
  const checkBatch = async () => {
    const rows = new Map<string, CaseRow>()
    for (const name of new Set(batch.map((one) => one.kind.name))) {
      for (const row of await db
        .select()
        .from(cases)
        .where(
          and(
            eq(cases.kind, name),
            inArray(
              cases.id,
              batch.filter((one) => one.kind.name === name).map((one) => one.state.id),
            ),
          ),
        ))
        rows.set(`${name}/${row.id}`, row)
    }
    for (const one of batch) {
      const name = `${one.kind.name}/${one.state.id}`
      seen.add(name)
      const row = rows.get(name)
      if (!row) {
        findings.push({ table: 'cases', row: name, what: 'missing' })
        continue
      }
      const columns = columnsOf(one.kind, one.state, catalogue)
      const wanted: Record<string, unknown> = {
        ...columns,
        version: one.version,
        seq: one.firstPosition,
        lastPosition: one.lastPosition,
        state: JSON.stringify(one.state),
      }
      for (const [column, value] of Object.entries(wanted)) {
        if ((row as Record<string, unknown>)[column] !== value)
          findings.push({ table: 'cases', row: name, what: `${column} differs from the events` })
      }
      add(wantedCounts, countKey(one.kind.name, columns))
      for (const { event } of one.happened) add(wantedTallies, [one.kind.name, event.type, dayOf(event.at)])
      const ties = one.kind.links?.(one.state) ?? {}
      if (attachmentLink in ties) for (const reference of referencesIn(one.state)) held.set(reference.attachmentId, { reference, by: name })
      for (const [link, to] of Object.entries(ties))
        for (const toId of to === null ? [] : [to].flat()) wantedLinks.add(JSON.stringify([one.kind.name, one.state.id, link, toId]))
    }
    batch = []
  }
  for await (const one of foldAll(db, findings)) {
    batch.push(one)
    if (batch.length >= 400) await checkBatch()
  }
  await checkBatch()
  for (const row of await db.select({ kind: cases.kind, id: cases.id }).from(cases))
    if (!seen.has(`${row.kind}/${row.id}`)) findings.push({ table: 'cases', row: `${row.kind}/${row.id}`, what: 'no event made it' })
  const storedCounts = new Map<string, number>()
  for (const { n, ...key } of await db.select().from(counts))
    if (n !== 0)
      add(
        storedCounts,
        {
          kind: key.kind,
          status: key.status,
          mark: key.mark,
          lane: key.lane,
          sector: key.sector,
          scenario: key.scenario,
          region: key.region,
          isPublic: key.isPublic,
          isPrivate: key.isPrivate,
          isOpen: key.isOpen,
        },
        n,
      )
  compareSums('counts', wantedCounts, storedCounts, findings)
  const storedTallies = new Map<string, number>()
  for (const row of await db.select().from(tallies)) add(storedTallies, [row.kind, row.type, row.day], row.n)
  compareSums('tallies', wantedTallies, storedTallies, findings)
  for (const row of await db.select().from(links)) {
    const key = JSON.stringify([row.kind, row.id, row.link, row.toId])
    if (!wantedLinks.delete(key)) findings.push({ table: 'links', row: key, what: 'no case has this tie' })
  }
  for (const key of wantedLinks) findings.push({ table: 'links', row: key, what: 'missing' })
  await verifyAttachments(db, held, findings)
  const tree = await verifyTree(db, findings)
  return { findings, cases: seen.size, events: tree.size, root: tree.root.toString('base64') }
}

/** Writes every derived table again from the events, in one transaction. Events and checkpoints stay as they are. */
export const rebuild = (at: string): Promise<number> =>
  write(async (tx) => {
    await tx.delete(links)
    await tx.delete(counts)
    await tx.delete(tallies)
    await tx.delete(nodes)
    await clearIndex(tx)
    await tx.delete(cases)
    // Processes keep what they read of the counts, also of a kind that turns out to have no case.
    for (const name of kinds.keys()) await markCounts(tx, name)
    const findings: Finding[] = []
    // The rules in force are themselves cases: fold them first, so that every other row is summarised by them.
    const folded: Folded[] = []
    for await (const one of foldAll(tx, findings)) folded.push(one)
    folded.sort((a, b) => Number(b.kind.name === 'catalogue') - Number(a.kind.name === 'catalogue'))
    let catalogue: Catalogue | null = null
    for (const one of folded) {
      if (one.kind.name !== 'catalogue') catalogue ??= await catalogueIn(tx, at)
      const row = await writeRow(
        tx,
        one.kind,
        null,
        one.state,
        { version: one.version, position: one.lastPosition, firstPosition: one.firstPosition, changedAt: one.changedAt },
        catalogue ?? (await catalogueIn(tx, at)),
      )
      for (const { event } of one.happened) {
        await tx
          .insert(tallies)
          .values({ kind: one.kind.name, type: event.type, day: dayOf(event.at), sector: row.sector, region: row.region, n: 1 })
          .onConflictDoUpdate({
            target: [tallies.kind, tallies.type, tallies.day, tallies.sector, tallies.region],
            set: { n: sql`${tallies.n} + 1` },
          })
      }
    }
    let frontier: Frontier = emptyFrontier
    for (let from = 0; ; from += pageSize) {
      const page = await tx
        .select({ entry: events.entry })
        .from(events)
        .where(sql`${events.position} >= ${from} and ${events.position} < ${from + pageSize}`)
        .orderBy(asc(events.position))
      if (page.length === 0) break
      const appended = appendLeaves(
        frontier,
        page.map((row) => leafHash(Buffer.from(row.entry))),
      )
      frontier = appended.frontier
      for (let at = 0; at < appended.nodes.length; at += 500)
        await tx
          .insert(nodes)
          .values(appended.nodes.slice(at, at + 500).map((one) => ({ level: one.level, at: one.index, hash: one.hash.toString('base64') })))
    }
    return folded.length
  })

/** Brings the list columns of open cases up to the rules in force, in chunks, so that officers are not kept waiting. Returns how many changed. */
export const refresh = async (at: string): Promise<number> => {
  let changed = 0
  for (let after = -1; ; ) {
    const next: number | null = await write(async (tx) => {
      const catalogue = await catalogueIn(tx, at)
      const page: CaseRow[] = await tx.select().from(cases).where(gt(cases.seq, after)).orderBy(asc(cases.seq)).limit(200)
      for (const row of page) {
        const kind = kinds.get(row.kind)
        if (!kind) continue
        const state = JSON.parse(row.state) as CaseState
        const columns = columnsOf(kind, state, catalogue)
        if (Object.entries(columns).every(([column, value]) => (row as Record<string, unknown>)[column] === value)) continue
        await writeRow(
          tx,
          kind,
          { row, state },
          state,
          { version: row.version, position: row.lastPosition, firstPosition: row.seq, changedAt: row.changedAt },
          catalogue,
        )
        changed += 1
      }
      return page.length < 200 ? null : (page.at(-1)?.seq ?? null)
    })
    if (next === null) return changed
    after = next
  }
}
