// The door for change: load, judge, append and write in one transaction. No other code path writes an event or a case.
import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { hashesIn, referencesIn } from '#domain/attachment/reference'
import {
  type Actor,
  type CaseState,
  fold,
  judge,
  type Kind,
  type Needs,
  type Recorded,
  type Refusal,
  stamped,
  stampOf,
  systemActor,
  type Typed,
} from '#domain/case'
import type { Catalogue } from '#domain/catalogue/shipped'
import { consequences } from '#domain/consequences'
import { kinds } from '#domain/kinds'
import { canonicalJson, commitTo, type Json, MAX_ENTRY_BYTES, printEntry } from '#domain/log/entry'
import { noticesOf } from '#domain/notices'
import { audienceOf } from '#domain/permission'
import { attachmentLink, caseQuotaFault, referencesFault } from './attachment.ts'
import { catalogueIn } from './catalogue.ts'
import { newBytes, newId } from './chance.ts'
import { type Db, insertRows, placeholders, prepared, sql, write } from './client.ts'
import { appendToLog, frontierNow } from './log.ts'
import { type CaseRow, caseRow, tally, writeRow } from './rows.ts'
import { cases, commands, events, links, outbox, readings, serials } from './schema.ts'

export type Asked = {
  kind: Kind
  /** null opens a new case. */
  id: string | null
  /** The version that the person was looking at; null only for a new case and for the system. */
  seen: number | null
  command: Typed
  actor: Actor
  at: string
  /** Idempotency: the same key of the same person with the same fingerprint is answered again; another fingerprint is refused. */
  key?: string
  fingerprint?: string
}
export type Answer =
  | { ok: true; id: string; version: number; status: string; positions: readonly number[]; again: boolean }
  | { ok: false; refusal: Refusal; version?: number }

/** A refusal on the way: thrown inside the transaction so that nothing of it stays, caught at the door. */
class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly version?: number,
  ) {
    super(refusal.code)
  }
}

/** An actor's name in the public log: the same person always the same, nobody else's to find out (ids are random). */
export const pseudonymOf = (personId: string): string => createHash('sha256').update(`actor:${personId}`).digest('hex').slice(0, 16)

/** The public entry of an event: who (by pseudonym), what, when, with which files; the body only as a salted commitment (quality.md 5.3). */
export const entryOf = (kind: Kind, state: CaseState, version: number, event: Recorded<Typed>, body: string, salt: Buffer): string => {
  const files = hashesIn(event)
  return printEntry({
    v: 1,
    kind: kind.name,
    id: state.id,
    version,
    type: event.type,
    at: event.at,
    actor: pseudonymOf(event.by),
    role: event.role,
    authority: event.authorityId,
    organisation: kind.place(state).organisationId,
    commitment: commitTo(body, salt).toString('base64'),
    ...(files.length > 0 ? { attachments: files } : {}),
    ...(kind.publicFacts ? { public: kind.publicFacts(event, state) as Json } : {}),
  }).toString()
}

type Pending = { kind: Kind; state: CaseState; version: number; event: Recorded<Typed>; body: string; position: number }
type Open = { row: CaseRow | null; state: CaseState; version: number; before: CaseState | null; firstPosition: number | null }

/** One change under way: the cases it has touched, the events it will write, the numbers it has used. */
type Work = {
  tx: Db
  at: string
  catalogue: Catalogue
  open: Map<string, Open>
  pending: Pending[]
  base: number
  serials: Map<string, number>
}

const openCase = async (work: Work, kind: Kind, id: string): Promise<Open> => {
  const key = `${kind.name}/${id}`
  const already = work.open.get(key)
  if (already) return already
  const row = await caseRow(work.tx, kind.name, id)
  const state = row ? (JSON.parse(row.state) as CaseState) : { ...kind.initial, id }
  const opened: Open = { row, state, version: row?.version ?? 0, before: row ? state : null, firstPosition: null }
  work.open.set(key, opened)
  return opened
}

const serialOf = prepared('store.serial', (db) =>
  db
    .select({ n: serials.n })
    .from(serials)
    .where(eq(serials.scope, sql.placeholder('scope'))),
)
const tiedTo = prepared('store.tied', (db) =>
  db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.toId, sql.placeholder('to')), eq(links.link, sql.placeholder('link')), eq(links.kind, sql.placeholder('kind')))),
)

const answerNeeds = async (work: Work, needs: Needs): Promise<Record<string, unknown>> => {
  const facts: Record<string, unknown> = {}
  for (const [name, need] of Object.entries(needs)) {
    if ('serial' in need)
      facts[name] = (work.serials.get(need.serial) ?? (await serialOf(work.tx).execute({ scope: need.serial }))[0]?.n ?? 0) + 1
    else if ('one' in need) {
      const kind = kinds.get(need.one)
      const found = kind && need.id ? await openCase(work, kind, need.id) : null
      facts[name] = found && found.version > 0 ? found.state : null
    } else {
      const ids =
        need.to === null ? [] : (await tiedTo(work.tx).execute({ to: need.to, link: need.link, kind: need.many })).map((one) => one.id)
      const states: CaseState[] = []
      for (let from = 0; from < ids.length; from += 500) {
        const rows = await work.tx
          .select({ id: cases.id, state: cases.state })
          .from(cases)
          .where(and(eq(cases.kind, need.many), inArray(cases.id, ids.slice(from, from + 500))))
        for (const row of rows) states.push(work.open.get(`${need.many}/${row.id}`)?.state ?? (JSON.parse(row.state) as CaseState))
      }
      // Cases opened earlier in this same change are not in the tables yet.
      for (const [key, one] of work.open) {
        const [kindName = '', id = ''] = key.split('/')
        if (kindName !== need.many || one.version === 0 || ids.includes(id)) continue
        const value = kinds.get(kindName)?.links?.(one.state)[need.link]
        if (value === need.to || (Array.isArray(value) && need.to !== null && value.includes(need.to))) states.push(one.state)
      }
      facts[name] = states
    }
  }
  return facts
}

/** Judges one command on one case and its consequences; collects the events, writes nothing yet. */
const step = async (work: Work, kind: Kind, id: string, command: Typed, actor: Actor, depth: number): Promise<void> => {
  const opened = await openCase(work, kind, id)
  const needs = kind.needs?.(opened.state, command) ?? {}
  const facts = await answerNeeds(work, needs)
  const judgement = judge(kind, opened.state, command, { actor, at: work.at, catalogue: work.catalogue }, facts)
  if (!judgement.granted) throw new Refused(judgement.refusal, opened.version)
  if (judgement.events.length === 0) return
  for (const [name, need] of Object.entries(needs)) if ('serial' in need) work.serials.set(need.serial, facts[name] as number)
  const stamp = stampOf(judgement.post, actor, kind.moves[command.type]?.duty ?? null, work.at)
  const references = referencesIn(judgement.events)
  // What a consequence carries on was looked at when it was handed in.
  if (references.length > 0 && judgement.post.role !== 'system') {
    const { organisationId, authorityId } = judgement.post
    const fault = await referencesFault(work.tx, references, { organisationId, authorityId })
    if (fault) throw new Refused(fault, opened.version)
  }
  for (const event of judgement.events) {
    // Folded from exactly what is stored, so that folding it again gives the same bytes.
    const body = canonicalJson(stamped(event, stamp) as unknown as Json)
    const recorded: Recorded<Typed> = JSON.parse(body)
    opened.state = fold(kind, opened.state, recorded)
    opened.version += 1
    const position = work.base + work.pending.length
    opened.firstPosition ??= position
    work.pending.push({ kind, state: opened.state, version: opened.version, event: recorded, body, position })
    for (const next of consequences(kind.name, opened.state, recorded)) {
      const nextKind = kinds.get(next.kind)
      if (!nextKind || depth > 8)
        throw new Error(`consequence ${next.kind}.${next.command.type} of ${kind.name}.${event.type} leads nowhere`)
      await step(work, nextKind, next.id ?? newId(), next.command, systemActor, depth + 1)
    }
  }
  if (references.length > 0) {
    const tied = [kind.links?.(opened.state)[attachmentLink] ?? []].flat()
    // Without the tie a file could not be fetched and would be forgotten: a fault of the kind, not of whoever asks.
    if (references.some((one) => !tied.includes(one.attachmentId)))
      throw new Error(`${kind.name}.${command.type} refers to files that its links do not name`)
    const full = await caseQuotaFault(work.tx, tied)
    if (full) throw new Refused(full, opened.version)
  }
}

const insertEvent = prepared('store.event', (db) => db.insert(events).values(placeholders(events)))
const insertNotice = prepared('store.notice', (db) => {
  const { sentAt: _sentAt, lastError: _lastError, ...given } = placeholders(outbox)
  return db.insert(outbox).values(given)
})
const insertCommand = prepared('store.answer', (db) => db.insert(commands).values(placeholders(commands)))
const takeSerial = prepared('store.takeSerial', (db) =>
  db
    .insert(serials)
    .values(placeholders(serials))
    .onConflictDoUpdate({ target: serials.scope, set: { n: sql`excluded.n` } }),
)

const flush = async (work: Work): Promise<void> => {
  const { tx } = work
  const rows: (typeof events.$inferInsert)[] = []
  for (const one of work.pending) {
    const salt = newBytes(16)
    let entry: string
    try {
      entry = entryOf(one.kind, one.state, one.version, one.event, one.body, salt)
    } catch (error) {
      // What is made public at once has a limit: the entry bundles of the log give its length in 16 bits.
      if (error instanceof RangeError) throw new Refused({ code: 'request.tooLong', facts: { bytes: MAX_ENTRY_BYTES } })
      throw error
    }
    rows.push({
      position: one.position,
      kind: one.kind.name,
      caseId: one.state.id,
      version: one.version,
      type: one.event.type,
      body: one.body,
      salt: salt.toString('base64'),
      entry,
      at: one.event.at,
      by: one.event.by,
    })
  }
  await insertRows(tx, events, insertEvent, rows)
  await appendToLog(
    tx,
    await frontierNow(tx),
    rows.map((one) => one.entry),
  )
  const written = new Map<string, CaseRow>()
  for (const [key, one] of work.open) {
    if (one.firstPosition === null) continue
    const kind = kinds.get(key.slice(0, key.indexOf('/'))) as Kind
    const lastPosition = work.pending.findLast((p) => p.kind === kind && p.state.id === one.state.id)?.position ?? one.firstPosition
    const before = one.row && one.before ? { row: one.row, state: one.before } : null
    written.set(
      key,
      await writeRow(
        tx,
        kind,
        before,
        one.state,
        { version: one.version, position: lastPosition, firstPosition: one.firstPosition, changedAt: work.at },
        work.catalogue,
      ),
    )
  }
  for (const one of work.pending) {
    const row = written.get(`${one.kind.name}/${one.state.id}`)
    if (row) await tally(tx, one.kind.name, one.event, row)
    const notices = noticesOf(one.kind.name, one.state, one.event, row?.isPublic ?? false)
    const lines = notices.map((notice, n) => ({
      position: one.position,
      n,
      topic: notice.topic,
      recipient: notice.recipient,
      payload: JSON.stringify(notice.payload),
      at: work.at,
      attempts: 0,
    }))
    await insertRows(tx, outbox, insertNotice, lines)
  }
  for (const [scope, n] of work.serials) await takeSerial(tx).execute({ scope, n })
}

const commandOf = prepared('store.command', (db) =>
  db
    .select()
    .from(commands)
    .where(and(eq(commands.personId, sql.placeholder('personId')), eq(commands.key, sql.placeholder('key')))),
)

const changeIn = async (tx: Db, asked: Asked): Promise<Answer> => {
  const { kind, actor, at, key, fingerprint = '' } = asked
  if (key) {
    const [known] = await commandOf(tx).execute({ personId: actor.personId, key })
    if (known) {
      if (known.fingerprint !== fingerprint) throw new Refused({ code: 'command.keyUsed', facts: {} })
      return { ...(JSON.parse(known.answer) as Extract<Answer, { ok: true }>), again: true }
    }
  }
  const work: Work = {
    tx,
    at,
    catalogue: await catalogueIn(tx, at),
    open: new Map(),
    pending: [],
    base: (await frontierNow(tx)).size,
    serials: new Map(),
  }
  const id = asked.id ?? newId()
  const opened = await openCase(work, kind, id)
  if (asked.id !== null && opened.version === 0) throw new Refused({ code: 'case.absent', facts: {} })
  if (
    opened.row &&
    audienceOf(actor, kind.place(opened.state), { isPublic: opened.row.isPublic, admin: kind.isAdministrative ?? false }) === null
  ) {
    throw new Refused({ code: 'case.absent', facts: {} })
  }
  // What the clock owes comes first: a command that arrives after a lapse meets the case as the law left it.
  const lapsed =
    opened.row?.lapseAt && opened.row.lapseCommand && opened.row.lapseAt <= at && asked.command.type !== opened.row.lapseCommand
      ? opened.row.lapseCommand
      : null
  if (lapsed) await step(work, kind, id, { type: lapsed }, systemActor, 0)
  if (asked.id !== null && asked.seen !== null && asked.seen !== opened.version) {
    if (lapsed) {
      await flush(work)
      return { ok: false, refusal: { code: 'case.stale', facts: { seen: asked.seen } }, version: opened.version }
    }
    throw new Refused({ code: 'case.stale', facts: { seen: asked.seen } }, opened.version)
  }
  const first = work.pending.length
  await step(work, kind, id, asked.command, actor, 0)
  if (work.pending.length > 0) await flush(work)
  const answer: Extract<Answer, { ok: true }> = {
    ok: true,
    id,
    version: opened.version,
    status: opened.state.status,
    positions: work.pending.slice(first).map((one) => one.position),
    again: false,
  }
  if (key) await insertCommand(tx).execute({ personId: actor.personId, key, fingerprint, status: 200, answer: JSON.stringify(answer), at })
  return answer
}

/** Every refusal for want of a right is on record before it is answered (quality.md P16). */
const isDenial = (code: string) =>
  code === 'case.absent' || code === 'case.notYours' || code === 'case.ownOrganisation' || code === 'case.dutyExcluded'

/**
 * Changes a case, or refuses. In one transaction: idempotency, load, stale check, lapsed clock, judge, consequences, events, log leaves, rows, ties,
 * counts, full text, outbox, numbers. Refusals are values; nothing of a refused command stays except the record of a denied one.
 */
export const change = async (asked: Asked): Promise<Answer> => {
  try {
    return await write((tx) => changeIn(tx, asked))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (isDenial(error.refusal.code)) {
      await write((tx) =>
        tx.insert(readings).values({
          id: newId(),
          at: asked.at,
          personId: asked.actor.personId,
          what: 'refused',
          kind: asked.kind.name,
          caseId: asked.id,
          code: error.refusal.code,
          purpose: asked.command.type,
        }),
      )
    }
    return { ok: false, refusal: error.refusal, ...(error.version === undefined ? {} : { version: error.version }) }
  }
}
