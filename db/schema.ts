// The tables: what happened (events), what is (cases and what is kept with them), and what the shell needs. Instants are ISO text in UTC, so that both databases order them alike.
import { sql } from 'drizzle-orm'
import { bool, index, int, primaryKey, table, text, uniqueIndex } from './columns.ts'

/** The truth. One row is one leaf of the log; `position` is dense and in commit order, never from a sequence. Bodies are canonical text, because they are hashed. */
export const events = table(
  'events',
  {
    position: int().primaryKey(),
    kind: text().notNull(),
    caseId: text().notNull(),
    version: int().notNull(),
    type: text().notNull(),
    body: text().notNull(),
    salt: text().notNull(),
    entry: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
  },
  (t) => [uniqueIndex('events_case_version').on(t.kind, t.caseId, t.version), index('events_by_at').on(t.by, t.at)],
)

/** The present state of every case of every kind, with the columns that lists filter, sort and count by. Folded from events; `rebuild` makes it again. */
export const cases = table(
  'cases',
  {
    kind: text().notNull(),
    id: text().notNull(),
    /** Position of the case's first event: unique, dense enough, the tie-break of every order and the row id of full text. */
    seq: int().notNull(),
    version: int().notNull(),
    lastPosition: int().notNull(),
    status: text().notNull(),
    state: text().notNull(),
    mark: text().notNull(),
    number: text(),
    titleZh: text().notNull(),
    titleEn: text().notNull(),
    organisationId: text(),
    organisationName: text(),
    labId: text(),
    /** '' where the case lies in no sector or region: every authority then reaches it. */
    sector: text().notNull(),
    scenario: text(),
    region: text().notNull(),
    lane: text(),
    tier: int(),
    ownerId: text(),
    dueOn: text(),
    /** dueOn, or the end of days where there is none, so that one index serves the order "next due first". */
    dueSort: text().notNull(),
    dueRule: text(),
    lapseAt: text(),
    lapseCommand: text(),
    openedAt: text(),
    decidedAt: text(),
    changedAt: text().notNull(),
    isPublic: bool().notNull(),
    /** A draft that only its organisation sees. */
    isPrivate: bool().notNull(),
    /** Somebody still has to act. */
    isOpen: bool().notNull(),
    words: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.id] }),
    uniqueIndex('cases_seq').on(t.seq),
    index('cases_kind_seq').on(t.kind, t.seq),
    // The queues in their order; and with the rest in it the numbers beside them are counted without reading a row. SQLite does not see that what
    // an index is partial by is true of its rows: the two booleans stand in it too.
    index('cases_open_due')
      .on(t.kind, t.dueSort, t.seq, t.region, t.sector, t.ownerId, t.isOpen, t.isPrivate)
      .where(sql`is_open and not is_private`),
    index('cases_open_place_due')
      .on(t.kind, t.region, t.sector, t.dueSort, t.seq, t.ownerId, t.isOpen, t.isPrivate)
      .where(sql`is_open and not is_private`),
    index('cases_open_owner')
      .on(t.kind, t.ownerId, t.dueSort, t.seq, t.region, t.sector, t.isOpen, t.isPrivate)
      .where(sql`is_open and not is_private`),
    index('cases_kind_due').on(t.kind, t.dueSort, t.seq),
    index('cases_place_seq').on(t.kind, t.region, t.sector, t.seq),
    index('cases_kind_status_due').on(t.kind, t.status, t.dueSort, t.seq),
    index('cases_kind_status_seq').on(t.kind, t.status, t.seq),
    index('cases_owner').on(t.ownerId, t.kind, t.dueSort, t.seq),
    index('cases_organisation').on(t.organisationId, t.kind, t.seq),
    index('cases_lab').on(t.labId, t.kind, t.seq),
    index('cases_number').on(t.number, t.kind),
    index('cases_kind_changed').on(t.kind, t.changedAt, t.seq),
    index('cases_kind_decided').on(t.kind, sql`(coalesce(decided_at, ''))`, t.seq),
    index('cases_kind_scenario').on(t.kind, t.scenario, t.seq),
    index('cases_kind_sector').on(t.kind, t.sector, t.seq),
    index('cases_public').on(t.kind, t.isPublic, t.seq),
    index('cases_lapse').on(t.lapseAt).where(sql`lapse_at is not null`),
  ],
)

/** Ties between cases, by name; what rules ask for with `needs.many`. */
export const links = table(
  'links',
  { kind: text().notNull(), id: text().notNull(), link: text().notNull(), toId: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.kind, t.id, t.link, t.toId] }),
    // With the id in it nothing else needs reading: without it SQLite prefers the primary key and reads every tie of the kind.
    index('links_to').on(t.toId, t.link, t.kind, t.id),
  ],
)

/** How many cases of a kind stand where: kept by the same transaction, recounted by `verify`. '' stands for null. */
export const counts = table(
  'counts',
  {
    kind: text().notNull(),
    status: text().notNull(),
    mark: text().notNull(),
    lane: text().notNull(),
    sector: text().notNull(),
    scenario: text().notNull(),
    region: text().notNull(),
    isPublic: bool().notNull(),
    isPrivate: bool().notNull(),
    isOpen: bool().notNull(),
    n: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.status, t.mark, t.lane, t.sector, t.scenario, t.region, t.isPublic, t.isPrivate, t.isOpen] })],
)

/** How many events of a type happened to a kind on a day (Asia/Shanghai): the trend charts read this. */
export const tallies = table(
  'tallies',
  {
    kind: text().notNull(),
    type: text().notNull(),
    day: text().notNull(),
    sector: text().notNull(),
    region: text().notNull(),
    n: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.type, t.day, t.sector, t.region] })],
)

/** Hashes of the Merkle tree, leaves at level 0, base64. */
export const nodes = table('nodes', { level: int().notNull(), at: int().notNull(), hash: text().notNull() }, (t) => [
  primaryKey({ columns: [t.level, t.at] }),
])
/** Signed tree heads, one a size. */
export const checkpoints = table('checkpoints', {
  size: int().primaryKey(),
  root: text().notNull(),
  note: text().notNull(),
  at: text().notNull(),
})

/** Gap-free numbers: consumed in the transaction that uses them. */
export const serials = table('serials', { scope: text().primaryKey(), n: int().notNull() })

/** Commands already answered, for a day: the same key and body get the same answer, written with the effect. */
export const commands = table(
  'commands',
  {
    personId: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: int().notNull(),
    answer: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('commands_at').on(t.at)],
)

/** What must leave the process after the commit. */
export const outbox = table(
  'outbox',
  {
    position: int().notNull(),
    n: int().notNull(),
    topic: text().notNull(),
    recipient: text().notNull(),
    payload: text().notNull(),
    at: text().notNull(),
    sentAt: text(),
    attempts: int().notNull(),
    lastError: text(),
  },
  (t) => [primaryKey({ columns: [t.position, t.n] }), index('outbox_waiting').on(t.position).where(sql`sent_at is null`)],
)

/** Sign-in: an account belongs to one person; two accounts of a person are one person to every rule. */
export const accounts = table(
  'accounts',
  {
    login: text().primaryKey(),
    personId: text().notNull(),
    passwordHash: text().notNull(),
    totpSecret: text(),
    lastTotpStep: int(),
    failures: int().notNull(),
    lockedUntil: text(),
    disabledAt: text(),
    createdAt: text().notNull(),
  },
  (t) => [index('accounts_person').on(t.personId)],
)
/** A row is the session; the cookie holds random bytes of which this keeps the SHA-256. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    login: text().notNull(),
    personId: text().notNull(),
    createdAt: text().notNull(),
    lastSeenAt: text().notNull(),
    steppedUpAt: text(),
    revokedAt: text(),
    address: text(),
  },
  (t) => [index('sessions_person').on(t.personId)],
)
/** Tokens for machines: scoped, expiring, revocable, with the rights of their owner at most. */
export const tokens = table(
  'tokens',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    name: text().notNull(),
    scopes: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    lastUsedAt: text(),
    revokedAt: text(),
  },
  (t) => [index('tokens_person').on(t.personId)],
)

/** Every reading of a restricted section by an officer, and every refusal (quality.md P16): if it cannot be written, it does not happen. */
export const readings = table(
  'readings',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    personId: text().notNull(),
    what: text().notNull(),
    kind: text().notNull(),
    caseId: text(),
    organisationId: text(),
    code: text(),
    purpose: text(),
  },
  (t) => [
    index('readings_person').on(t.personId, t.at),
    index('readings_case').on(t.caseId, t.at),
    index('readings_organisation').on(t.organisationId, t.at),
  ],
)

/** Saved views of a queue: a name for an address. */
export const views = table(
  'views',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    authorityId: text(),
    kind: text().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [index('views_person').on(t.personId, t.kind), index('views_office').on(t.authorityId, t.kind)],
)

/**
 * What is known of a file that was handed in; its bytes lie in DATA_DIR/attachments under their SHA-256. Which cases it belongs to is a tie of theirs
 * (link `attachment`); without one it is visible to whoever sent it, and forgotten after a week.
 */
export const attachments = table(
  'attachments',
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    /** The hash of what was sent, where something was taken out of it. */
    givenSha256: text().notNull(),
    size: int().notNull(),
    type: text().notNull(),
    name: text().notNull(),
    /** The organisation, or the office, whose quota it counts in. */
    organisationId: text(),
    authorityId: text(),
    uploadedBy: text().notNull(),
    receivedAt: text().notNull(),
    /** not_scanned | clean | infected: no scanner is part of this program. */
    scan: text().notNull(),
  },
  (t) => [
    index('attachments_sha256').on(t.sha256),
    index('attachments_organisation').on(t.organisationId, t.size),
    index('attachments_uploader').on(t.uploadedBy, t.receivedAt),
    index('attachments_received').on(t.receivedAt),
  ],
)
