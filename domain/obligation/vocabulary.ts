// The words of a testing obligation: its statuses, what a laboratory hands in, the body of each command, and its events.
import { z } from 'zod'
import { line, prose, sha256Hex } from '#domain/agent/text'
import { type EvidenceFile, evidenceFileSchema } from '#domain/attachment/vocabulary'
import { type TestMethod, testMethods } from '#domain/catalogue/vocabulary'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { lanes } from '#domain/tier/vocabulary'

/** policy.md 5.3, with `cancelled` for an obligation whose filing has ended. Overdue is a question, never a status. */
export const obligationStatuses = [
  'planned',
  'assigned',
  'in_progress',
  'report_submitted',
  'returned',
  'accepted',
  'failed',
  'waived',
  'cancelled',
] as const
export type ObligationStatus = (typeof obligationStatuses)[number]

/** Still owed: what can be late. */
export const openStatuses = [
  'planned',
  'assigned',
  'in_progress',
  'report_submitted',
  'returned',
] as const satisfies readonly ObligationStatus[]

export const verdicts = ['pass', 'partial', 'fail'] as const
export type Verdict = (typeof verdicts)[number]

/** Who drew the samples and who pays: shown to officers as a sign of independence (features.md E3). */
export const parties = ['authority', 'company', 'laboratory'] as const
export type Party = (typeof parties)[number]

/** Why a laboratory sends an order back. */
export const declineGrounds = ['conflict_of_interest', 'no_capacity', 'out_of_scope', 'materials_missing', 'other'] as const
export type DeclineGround = (typeof declineGrounds)[number]

/** Why a test is owed no more. */
export const releaseCauses = [
  'filing_withdrawn',
  'filing_lapsed',
  'filing_not_accepted',
  'filing_refused',
  'filing_revoked',
  'filing_cancelled',
  'version_replaced',
  'change_ended',
] as const
export type ReleaseCause = (typeof releaseCauses)[number]

const text = z.strictObject({ zh: line(200).min(1), en: line(200).min(1) })
const id = line(100).min(1)
const reason = prose(2000).min(1)
const testItemId = line(40).min(1)
const count = z.int().min(0).max(10_000_000)

/** One item as counted by the laboratory. `seconds` is the slowest trial, for items that measure a time. */
export const itemSchema = z
  .strictObject({
    testItemId,
    passed: count,
    total: count.min(1),
    seconds: z.number().min(0).max(1e9).nullable().default(null),
    note: prose(2000).default(''),
  })
  .refine(({ passed, total }) => passed <= total, { error: 'obligation.morePassedThanTried', path: ['passed'] })

/** The limits that a test is due by. */
export type TestRule = 'TST-1' | 'TST-2' | 'TST-3'

export const obligationCommands = {
  /** Opened by the system for each test that a filing was asked for, or by the coordinator for a repeat. */
  create: z.strictObject({
    filingId: id,
    filingNumber: line(60).min(1).nullable(),
    agentId: id,
    agentName: text,
    organisationId: id,
    organisationName: line(200).min(1),
    sector: line(40).min(1),
    region: z.string().regex(/^\d{6}$/),
    scenario: z.literal(scenarioClauses).nullable(),
    lane: z.enum(lanes).nullable(),
    /** Content hash of the agent version that is to be tested. */
    versionHash: sha256Hex,
    version: line(64).min(1),
    testItemIds: z
      .array(testItemId)
      .min(1)
      .max(40)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'obligation.itemTwice' }),
    basis: prose(1000).min(1),
    /** Without a date of its own it is due by the limit in force: TST-1 for an ordered test, TST-2 or TST-3 for one of the cycle. */
    dueOn: z.iso.date().nullable(),
    /** The day of the test before it, for one that the cycle of the lane asks for. */
    cycleFrom: z.iso.date().nullable().default(null),
  }),
  assign: z.strictObject({
    labId: id,
    sampledBy: z.enum(parties),
    paidBy: z.enum(parties),
    dueOn: z.iso.date().nullable().default(null),
    reason: reason.nullable().default(null),
  }),
  decline: z.strictObject({ ground: z.enum(declineGrounds), reason }),
  start: z.strictObject({}),
  handIn: z.strictObject({
    method: z.enum(testMethods),
    procedure: prose(4000).min(1),
    sampleCount: count.min(1),
    items: z.array(itemSchema).min(1).max(40),
    /** SHA-256 of the raw report; the file itself is an attachment of the same hash, or stays with the laboratory. */
    rawHash: sha256Hex,
    rawFile: evidenceFileSchema.nullable().default(null),
    performedOn: z.iso.date(),
    versionHash: sha256Hex,
    /** Why an earlier report is replaced; asked for from the second report on. */
    correction: reason.nullable().default(null),
  }),
  sign: z.strictObject({ reportNo: z.int().min(1), statement: prose(1000).default('') }),
  accept: z.strictObject({ reportNo: z.int().min(1), reason: reason.nullable().default(null) }),
  returnReport: z.strictObject({ reportNo: z.int().min(1), reason }),
  fail: z.strictObject({ reportNo: z.int().min(1), reason }),
  /** The reason is published. */
  waive: z.strictObject({ reason: prose(2000).min(10) }),
  extendDue: z.strictObject({ dueOn: z.iso.date(), reason }),
  cancel: z.strictObject({ reason }),
  /** Its filing has ended, or is about another version now. */
  release: z.strictObject({ cause: z.enum(releaseCauses), versionHash: sha256Hex.nullable() }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type ObligationCommand = {
  [Name in keyof typeof obligationCommands]: { type: Name } & Body<z.infer<(typeof obligationCommands)[Name]>>
}[keyof typeof obligationCommands]
export type Ordered = z.infer<(typeof obligationCommands)['create']>
/** A test item as it was called when it was ordered. */
export type NamedItem = { id: string; zh: string; en: string }
export type HandedIn = z.infer<(typeof obligationCommands)['handIn']>

/** An item with what the rule made of it. `lower` and `upper` are Wilson's 95 % interval of the share that passed. */
export type ItemResult = z.infer<typeof itemSchema> & {
  threshold: { measure: 'pass_rate' | 'failures' | 'seconds'; op: 'gte' | 'lte'; value: number }
  sampleSize: number
  lower: number
  upper: number
  verdict: Verdict
}

/** A report never changes: a correction is the next one, which says which it supersedes. `performedOn` and `receivedAt` are both kept. */
export type Report = {
  no: number
  number: string
  supersedes: number | null
  correction: string | null
  method: TestMethod
  procedure: string
  sampleCount: number
  items: readonly ItemResult[]
  verdict: Verdict
  rawHash: string
  /** Absent in reports from before files could be handed in. */
  rawFile?: EvidenceFile | null
  performedOn: string
  receivedAt: string
  versionHash: string
  labId: string
  handedInBy: string
  signed: { by: string; at: string; statement: string } | null
  outcome: { kind: 'accepted' | 'returned' | 'failed'; by: string; at: string; reason: string | null } | null
}
type NewReport = Omit<Report, 'receivedAt' | 'handedInBy' | 'signed' | 'outcome'>

export type ObligationEvent =
  /** Nested, because the stamp of an event has an organisation of its own: that of whoever acted. */
  | {
      type: 'planned'
      number: string
      /** Entries written before tests had cycles and limits have neither `cycleFrom` nor `dueRule`. */
      order: Omit<Ordered, 'cycleFrom'> & { cycleFrom?: string | null }
      dueRule?: TestRule | null
      items: readonly NamedItem[]
    }
  | {
      type: 'assigned'
      labId: string
      labOrganisationId: string
      labName: string
      sampledBy: Party
      paidBy: Party
      dueOn: string | null
      reason: string | null
    }
  | { type: 'declined'; labId: string; ground: DeclineGround; reason: string }
  | { type: 'started' }
  | { type: 'reportHandedIn'; report: NewReport }
  | { type: 'reportSigned'; reportNo: number; statement: string }
  | {
      type: 'accepted'
      reportNo: number
      number: string
      verdict: Verdict
      reason: string | null
      filingId: string
      testItemIds: readonly string[]
    }
  | { type: 'reportReturned'; reportNo: number; reason: string }
  | { type: 'failed'; reportNo: number; number: string; reason: string; filingId: string; testItemIds: readonly string[] }
  | { type: 'waived'; reason: string; filingId: string; testItemIds: readonly string[] }
  | { type: 'dueExtended'; from: string | null; dueOn: string; reason: string }
  | { type: 'cancelled'; reason: string }
  | { type: 'released'; cause: ReleaseCause }
