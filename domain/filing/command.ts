// What may be asked of a filing: the strict body of each command, as the API and the forms read it.
import { z } from 'zod'
import { adverseFields as adverse, basisSchema, bilingualSchema, reasonsSchema, remediesSchema, said } from '#domain/act/act'
import { conditionsSchema } from '#domain/act/condition'
import { line, prose, sha256Hex } from '#domain/agent/text'
import { draftVersionSchema } from '#domain/agent/version'
import { attachmentLimits, documentSchema, evidenceFileSchema } from '#domain/attachment/vocabulary'
import { fieldPath } from '#domain/catalogue/request-kind'
import { overturningOutcomes } from '#domain/reconsideration/vocabulary'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { lanes } from '#domain/tier/vocabulary'
import {
  cancellationCauses,
  concurrenceVerdicts,
  deliveredActs,
  filingOutcomes,
  filingSections,
  hearingGrounds,
  historySources,
  providerRelations,
  recordedStatuses,
  revocationGrounds,
  testOutcomes,
  testVerdicts,
} from './vocabulary.ts'

const id = z.string().min(1).max(80)
const sectorId = z.string().min(1).max(40)
const path = z.string().min(1).max(300)
const date = z.iso.date()
/** The documents as they shall stand, the whole list. */
const documents = z.array(documentSchema).max(attachmentLimits.caseFiles)
const scenarios = z.array(z.literal(scenarioClauses)).min(1).max(scenarioClauses.length)

/** How much the agent is to be used and for what: what the tier rules ask beyond the description. Users are counts of persons. */
export const useSchema = z.strictObject({
  registeredUsers: z.int().min(0).max(2_000_000_000),
  monthlyUsers: z.int().min(0).max(2_000_000_000),
  careOfPersons: z.boolean(),
  systemPermission: z.boolean(),
  machineAction: z.boolean(),
  pesticide: z.boolean(),
  opinionCapacity: z.boolean(),
  decidesOnPersons: z.boolean(),
  /** The day on which the service began, where it has; FIL-1 is counted from it. */
  serviceStartedOn: date.nullable(),
})
export type Use = z.infer<typeof useSchema>

export const filingCommands = {
  create: z.strictObject({
    organisationId: id,
    agentId: id.nullable().default(null),
    agentName: z.strictObject({ zh: line(120), en: line(120) }),
    sector: sectorId,
    scenarios,
    purpose: prose(4000).default(''),
    followsFilingId: id.nullable().default(null),
    /** The change of that filing which is to be approved anew: the form starts from it. */
    followsChange: z.int().min(1).max(10_000).optional(),
    content: draftVersionSchema.optional(),
    use: useSchema.partial().optional(),
    /** Where it comes from a row of a spreadsheet: what it says is claimed from there, and the same row makes no second draft. */
    sheetRow: z.strictObject({ fileName: line(200), sourceHash: sha256Hex, row: z.int().min(1).max(100_000), key: sha256Hex }).optional(),
  }),
  importDescription: z.strictObject({ text: z.string().min(1).max(900_000), fileName: line(200).nullable().default(null) }),
  importFiling: z.strictObject({ filingId: id }),
  answerIdentity: z.strictObject({ provider: line(200).min(1), relation: z.enum(providerRelations), explanation: said(1000) }),
  describe: z.strictObject({
    sector: sectorId.optional(),
    scenarios: scenarios.optional(),
    use: useSchema.partial().optional(),
    content: draftVersionSchema.optional(),
    documents: documents.optional(),
  }),
  confirm: z.strictObject({ paths: z.array(path).min(1).max(2000) }),
  assign: z.strictObject({ ownerId: id }),
  submit: z.strictObject({}),
  /** What answers a correction may bring documents of its own: they are added to those of the form. */
  resubmit: z.strictObject({ answer: prose(4000).default(''), documents: documents.default([]) }),
  withdraw: z.strictObject({ reason: said(2000) }),
  requestCorrection: z.strictObject({
    items: z
      .array(z.strictObject({ section: z.enum(filingSections), path: path.nullable(), what: said(1000), basis: said(300) }))
      .min(1)
      .max(60),
  }),
  accept: z.strictObject({}),
  rejectIntake: z.strictObject({ ...adverse, goTo: bilingualSchema }),
  deem: z.strictObject({}),
  lapse: z.strictObject({}),
  startReview: z.strictObject({}),
  placeInTier: z.strictObject({
    placements: z
      .array(z.strictObject({ scenario: z.literal(scenarioClauses), lane: z.enum(lanes), reason: said(2000).nullable() }))
      .min(1)
      .max(19),
  }),
  /** The authority's word on whether a document stays confidential: it may refuse what was asked for, or protect what nobody asked for. */
  ruleOnConfidentiality: z.strictObject({ attachmentId: id, isConfidential: z.boolean(), reason: said(1000) }),
  requestTest: z.strictObject({
    testItemIds: z.array(z.string().min(1).max(40)).min(1).max(40),
    labHint: id.nullable().default(null),
    basis: line(300).default(''),
  }),
  noteTest: z.strictObject({
    obligationId: id,
    testItemIds: z.array(z.string().min(1).max(40)).min(1).max(40),
    outcome: z.enum(testOutcomes),
    /** Number of the report and its verdict; null where there is none. */
    number: line(80).nullable().default(null),
    verdict: z.enum(testVerdicts).nullable().default(null),
  }),
  noteObligation: z.strictObject({ obligationId: id, testItemIds: z.array(z.string().min(1).max(40)).min(1).max(40) }),
  /** `no` is the number of the request, where it is one that was delivered. */
  noteDelivery: z.strictObject({
    act: z.enum(deliveredActs),
    deliveredAt: z.iso.datetime({ offset: true }),
    no: z.int().min(1).nullable().default(null),
  }),
  /** A request of a kind of the catalogue; `fields` may be fewer than the kind opens, none named is all of them. */
  ask: z.strictObject({ kindId: z.string().regex(/^RK-\d{2}$/), request: said(2000), fields: z.array(fieldPath).max(40).default([]) }),
  /** In words, by files, or in the fields that the request opened, whose change is signed with the answer. */
  answer: z.strictObject({
    no: z.int().min(1).max(999),
    reply: prose(4000).default(''),
    files: z.array(evidenceFileSchema).max(20).default([]),
    content: draftVersionSchema.optional(),
    use: useSchema.partial().optional(),
  }),
  withdrawRequest: z.strictObject({ no: z.int().min(1).max(999), reason: said(2000) }),
  noteSilence: z.strictObject({}),
  callHearing: z.strictObject({
    calledFor: z.enum(hearingGrounds),
    why: said(2000),
    toldOn: date.nullable().default(null),
    askedOn: date.nullable().default(null),
    heldOn: date,
    startsAt: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    venue: said(500),
    isOpen: z.boolean().default(true),
    closedReason: prose(1000).default(''),
    chairId: id,
  }),
  challengeChair: z.strictObject({ reason: said(2000) }),
  replaceChair: z.strictObject({ chairId: id }),
  holdHearing: z.strictObject({
    minutes: evidenceFileSchema,
    signedBy: z.array(line(120).min(1)).min(1).max(40),
    findings: said(8000),
  }),
  dropHearing: z.strictObject({ reason: said(2000) }),
  noteAgent: z.strictObject({ agentId: id }),
  noteDeployment: z.strictObject({ deploymentId: id }),
  askConcurrence: z.strictObject({ question: prose(2000).default('') }),
  opine: z.strictObject({ verdict: z.enum(concurrenceVerdicts), conditions: conditionsSchema, reasons: reasonsSchema }),
  concur: z.strictObject({ verdict: z.enum(concurrenceVerdicts), conditions: conditionsSchema, reasons: reasonsSchema }),
  recommend: z.strictObject({ outcome: z.enum(filingOutcomes), conditions: conditionsSchema, reasons: reasonsSchema }),
  decide: z.strictObject({
    outcome: z.enum(filingOutcomes),
    conditions: conditionsSchema,
    reasons: reasonsSchema,
    remedies: remediesSchema.nullable().default(null),
  }),
  returnToReviewer: z.strictObject({ reason: said(2000) }),
  extend: z.strictObject({ reason: said(2000) }),
  suspend: z.strictObject({ ...adverse, publicReason: bilingualSchema, rectifyBy: date.nullable().default(null) }),
  resumeFiling: z.strictObject({ reason: said(2000) }),
  proposeRevocation: z.strictObject({ ground: z.enum(revocationGrounds), facts: said(4000), basis: basisSchema, reasons: said(4000) }),
  answerRevocation: z.strictObject({ statement: prose(4000).default(''), hearing: z.boolean() }),
  dropRevocation: z.strictObject({ reason: said(2000) }),
  revoke: z.strictObject({ ...adverse, publicReason: bilingualSchema, hearingHeldOn: date.nullable().default(null) }),
  /** The change as it shall be, as far as it differs from what is filed or was proposed so far. */
  proposeChange: z.strictObject({
    changedOn: date.optional(),
    reason: prose(2000).optional(),
    content: draftVersionSchema.optional(),
    use: useSchema.partial().optional(),
    scenarios: scenarios.optional(),
  }),
  confirmChange: z.strictObject({}),
  withdrawChange: z.strictObject({ reason: said(2000) }),
  cancel: z.strictObject({ cause: z.enum(cancellationCauses), endedOn: date, arrangements: said(2000), publicReason: bilingualSchema }),
  /** Asked for by a reconsideration that took an act away (domain/reconsideration). */
  reopen: z.strictObject({
    reconsiderationId: id,
    number: z.string().min(1).max(80),
    act: z.enum(['not_accepted', 'not_filed', 'conditions', 'suspended', 'revoked']),
    outcome: z.enum(overturningOutcomes),
    reason: bilingualSchema,
    conditions: z.array(bilingualSchema).max(60).nullable().default(null),
  }),
  record: z.strictObject({
    source: z.enum(historySources),
    row: z.string().min(1).max(120),
    title: z.strictObject({ zh: z.string().max(400), en: z.string().max(400) }),
    organisationName: z.string().min(1).max(200),
    filingNo: z.string().max(120).nullable(),
    status: z.enum(recordedStatuses),
    region: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    sector: sectorId.nullable().default(null),
    scenario: z.literal(scenarioClauses).nullable().default(null),
    filedOn: date.nullable(),
    purpose: z.string().max(4000).default(''),
    remark: z.string().max(1000).default(''),
  }),
}

export type FilingCommand = {
  [Name in keyof typeof filingCommands]: { type: Name } & z.infer<(typeof filingCommands)[Name]>
}[keyof typeof filingCommands]
export type CommandOf<Name extends FilingCommand['type']> = Extract<FilingCommand, { type: Name }>
