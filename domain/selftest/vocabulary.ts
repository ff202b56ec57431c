// The words of a self-test: its statuses, what a company declares and answers, the body of each command, and its events.
import { z } from 'zod'
import { adverseFields, type Bilingual, basisSchema, bilingualSchema, said } from '#domain/act/act'
import { line, prose, sha256Hex } from '#domain/agent/text'
import { dataCategories } from '#domain/agent/vocabulary'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { tierFlags } from '#domain/tier/vocabulary'

/** policy.md 5.3, with the two ends that need no authority: its validity is over, or the company gives it up. */
export const selftestStatuses = [
  'draft',
  'signed',
  'sampled',
  'confirmed',
  'challenged',
  'corrected',
  'escalated',
  'expired',
  'withdrawn',
] as const
export type SelftestStatus = (typeof selftestStatuses)[number]

/** The self-test carries the lower-risk lane: it was signed, and nothing has ended it. A challenge that is open takes nothing away yet. */
export const holdingStatuses = ['signed', 'sampled', 'confirmed', 'challenged', 'corrected'] as const satisfies readonly SelftestStatus[]

/** What a company answers to an item. Only the first and the last can be signed. */
export const selftestAnswers = ['met', 'not_met', 'not_applicable'] as const
export type SelftestAnswer = (typeof selftestAnswers)[number]

/** Why the lower-risk lane no longer holds. */
export const escalationGrounds = ['wrong_lane', 'not_corrected', 'correction_insufficient'] as const
export type EscalationGround = (typeof escalationGrounds)[number]

/** What a platform finds when it holds what it lists against the self-test. */
export const listingFindings = ['agrees', 'differs', 'not_listed'] as const
export type ListingFinding = (typeof listingFindings)[number]

const id = line(100).min(1)
const count = z.int().min(0).max(10_000_000_000)
const none = z.strictObject({})

/** What the rules place by, as the company declares it; it signs for it with the answers. Users are counts of persons. */
export const declaredSchema = z.strictObject({
  registeredUsers: count,
  monthlyUsers: count,
  flags: z.array(z.enum(tierFlags)).max(tierFlags.length),
  dataCategories: z.array(z.enum(dataCategories)).max(dataCategories.length),
})
export type Declared = z.infer<typeof declaredSchema>

/** One item answered: on what evidence, whether a file stands behind it, and when the test was carried out (not when it was typed). */
export const answerSchema = z.strictObject({
  itemId: line(20).min(1),
  answer: z.enum(selftestAnswers),
  evidence: said(4000),
  fileHash: sha256Hex.nullable().default(null),
  performedOn: z.iso.date(),
})
export type Answered = z.infer<typeof answerSchema>

const findingSchema = z.strictObject({ itemId: line(20).min(1), finding: said(2000) })
export type ItemFinding = z.infer<typeof findingSchema>

export const selftestCommands = {
  create: z.strictObject({
    organisationId: id,
    agentId: id,
    sector: line(40).min(1),
    scenario: z.literal(scenarioClauses),
    version: line(64).min(1),
    buildHash: sha256Hex.nullable().default(null),
    platformIds: z.array(id).max(40).default([]),
    declared: declaredSchema,
  }),
  /** What is given replaces what was there; answers are replaced item by item. */
  describe: z.strictObject({
    version: line(64).min(1).optional(),
    buildHash: sha256Hex.nullable().optional(),
    platformIds: z.array(id).max(40).optional(),
    declared: declaredSchema.optional(),
    answers: z.array(answerSchema).max(100).optional(),
  }),
  sign: none,
  withdraw: z.strictObject({ reason: said(2000) }),
  sample: z.strictObject({ samplingId: id }),
  confirm: z.strictObject({ reasons: said(4000) }),
  challenge: z.strictObject({ items: z.array(findingSchema).min(1).max(60), facts: said(4000), basis: basisSchema, reasons: said(4000) }),
  noteDelivery: z.strictObject({ deliveredAt: z.iso.datetime({ offset: true }) }),
  correct: z.strictObject({ statement: said(4000) }),
  escalate: z.strictObject({ ground: z.enum(escalationGrounds), ...adverseFields, publicReason: bilingualSchema }),
  expire: none,
  verifyListing: z.strictObject({
    platformId: id,
    finding: z.enum(listingFindings),
    checkedOn: z.iso.date(),
    note: prose(1000).default(''),
  }),
  takeDown: z.strictObject({ platformId: id, takenDownOn: z.iso.date(), note: prose(1000).default('') }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type SelftestCommand = {
  [Name in keyof typeof selftestCommands]: { type: Name } & Body<z.infer<(typeof selftestCommands)[Name]>>
}[keyof typeof selftestCommands]
export type CommandOf<Name extends SelftestCommand['type']> = Extract<SelftestCommand, { type: Name }>

/** What a signature covers. */
export type Signed = {
  version: string
  buildHash: string | null
  platformIds: readonly string[]
  declared: Declared
  checklistVersion: string
  rulesVersion: string
  answers: readonly Answered[]
}

export type SelftestEvent =
  | {
      type: 'created'
      ofOrganisationId: string
      organisationName: string
      region: string
      agentId: string
      agentName: { zh: string; en: string }
      sector: string
      scenario: number
      version: string
      buildHash: string | null
      platformIds: readonly string[]
      declared: Declared
    }
  | ({ type: 'described' } & Omit<CommandOf<'describe'>, 'type'>)
  | { type: 'signed'; number: string; hash: string; signed: Signed; signedOn: string; validUntil: string }
  | { type: 'withdrawn'; reason: string; on: string }
  | { type: 'sampled'; samplingId: string }
  | { type: 'confirmed'; reasons: string }
  | { type: 'challenged'; items: readonly ItemFinding[]; facts: string; basis: readonly string[]; reasons: string; revisionHash: string }
  | { type: 'deliveryNoted'; deliveredAt: string }
  | { type: 'corrected'; hash: string; signed: Signed; statement: string; isLate: boolean }
  | {
      type: 'escalated'
      ground: EscalationGround
      facts: string
      basis: readonly string[]
      reasons: string
      remedies: { reconsideration: Bilingual; suit: Bilingual }
      publicReason: Bilingual
      forumId: string | null
      on: string
    }
  | { type: 'expired'; on: string }
  | { type: 'listingVerified'; platformId: string; finding: ListingFinding; checkedOn: string; note: string }
  | { type: 'takenDown'; platformId: string; takenDownOn: string; note: string }
