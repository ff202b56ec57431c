// What may be asked of a recall: the strict body of each command, as the API and the forms read it.
import { z } from 'zod'
import { basisSchema as basis, bilingualSchema, said } from '../act/act.ts'
import { line, prose, sha256Hex } from '../agent/text.ts'
import { overturningOutcomes } from '../reconsideration/vocabulary.ts'
import { scenarioClauses } from '../scenario/vocabulary.ts'
import { componentSchema, scopeSchema } from './scope.ts'
import {
  analysisFindings,
  checkLevels,
  checkMethods,
  checkOutcomes,
  classCriterionNames,
  effectOutcomes,
  investigationGrounds,
  opinionFindings,
  recallClasses,
  recallDepths,
  recallMeasures,
  responseStatements,
} from './vocabulary.ts'

const id = line(100).min(1)
const date = z.iso.date()

const riskCodes = z
  .array(z.string().regex(/^(AIA|ASI)\d{2}$/))
  .min(1)
  .max(30)
const classProposal = {
  class: z.enum(recallClasses),
  criteria: z.array(z.enum(classCriterionNames)).min(1).max(classCriterionNames.length),
}
const count = z.int().min(0).max(100_000_000)

/** What is feared, before anything is proved. */
const suspicion = {
  scope: scopeSchema,
  hazard: bilingualSchema,
  riskCodes,
  cause: componentSchema.nullable().default(null),
  howFound: said(4000),
  harm: prose(4000).default(''),
}
const suspicionSchema = z.strictObject(suspicion)

/** The content of a notice (policy.md 3.4, union of the recall forms). `softeningReason` justifies words that the wording check would refuse. */
export const noticeContentSchema = z.strictObject({
  facts: bilingualSchema,
  hazard: bilingualSchema,
  harm: bilingualSchema,
  riskCodes,
  cause: componentSchema.nullable().default(null),
  scope: scopeSchema,
  measures: z.array(z.enum(recallMeasures)).min(1).max(recallMeasures.length),
  whatUsersMustDo: bilingualSchema,
  whatCompanyWillDo: bilingualSchema,
  startOn: date,
  targetDates: z.array(z.strictObject({ measure: z.enum(recallMeasures), on: date })).max(20),
  contact: z.strictObject({ name: line(200).min(1), phone: line(60).min(1), address: line(300).default('') }),
  costs: bilingualSchema,
  legalBasis: basis,
  depth: z.enum(recallDepths),
  checkLevel: z.enum(checkLevels),
  softeningReason: said(1000).nullable().default(null),
})

const panelist = z.strictObject({
  name: line(100).min(1),
  affiliation: line(200).min(1),
  hasInterest: z.boolean(),
  declaration: said(1000),
})
const panel = z.array(panelist).max(30)
const buckets = z.strictObject({ remedied: count, notified: count, unreachable: count, refused: count, notYet: count })

export const recallCommands = {
  /** Opens a suspicion: by a recall officer, by the company about itself, or by the system out of an incident. */
  create: z.strictObject({
    agentId: id,
    organisationId: id,
    sector: line(40).min(1),
    region: z.string().regex(/^\d{6}$/),
    scenario: z.literal(scenarioClauses).nullable().default(null),
    incidentId: id.nullable().default(null),
    ...suspicion,
    ...classProposal,
  }),
  askAnalysis: z.strictObject({ questions: said(4000), basis }),
  answerAnalysis: z.strictObject({
    finding: z.enum(analysisFindings),
    explanation: said(8000),
    evidenceHash: sha256Hex.nullable().default(null),
  }),
  openInvestigation: z.strictObject({ ground: z.enum(investigationGrounds), reason: said(2000) }),
  draftNotice: z.strictObject({ ...noticeContentSchema.shape }),
  /** A wider or corrected notice: the next version, never an edit of the last. */
  expand: z.strictObject({ ...noticeContentSchema.shape, reason: said(2000) }),
  changeClass: z.strictObject({ ...classProposal, reason: said(2000) }),
  validateClass: z.strictObject({ agrees: z.boolean(), reason: said(2000) }),
  issueNotice: z.strictObject({ reasons: said(4000) }),
  noteDelivery: z.strictObject({
    act: z.enum(['notice', 'order', 'analysis']),
    noticeVersion: z.int().min(1).nullable(),
    deliveredAt: z.iso.datetime({ offset: true }),
  }),
  object: z.strictObject({ grounds: said(8000), evidenceHash: sha256Hex, asksTesting: z.boolean().default(false) }),
  conveneReview: z.strictObject({ panel, testing: z.boolean().default(false) }),
  recordOpinion: z.strictObject({
    finding: z.enum(opinionFindings),
    summary: said(8000),
    reportHash: sha256Hex,
    dissent: prose(4000).default(''),
  }),
  closeNoDefect: z.strictObject({ reasons: said(4000), publicReason: bilingualSchema.nullable().default(null) }),
  declareVoluntary: z.strictObject({ statement: said(4000), notice: noticeContentSchema.nullable().default(null) }),
  prepareOrder: z.strictObject({}),
  order: z.strictObject({ reasons: said(4000), basis }),
  filePlan: z.strictObject({
    responsible: z.strictObject({ unit: line(200).min(1), person: line(100).min(1), phone: line(60).min(1) }),
    remedy: bilingualSchema,
    steps: z
      .array(z.strictObject({ what: said(500), on: date }))
      .min(1)
      .max(60),
    channels: z.array(z.strictObject({ organisationId: id.nullable().default(null), name: line(200).min(1) })).max(200),
    operators: count,
    users: count,
    /** The remedy as a package: its hash, how it was assessed, and when it may go out at the earliest. */
    package: z
      .strictObject({ versionHash: sha256Hex.nullable(), hash: sha256Hex, assessment: said(4000), earliestReleaseOn: date })
      .nullable()
      .default(null),
    costs: bilingualSchema,
  }),
  publishPlan: z.strictObject({
    text: bilingualSchema,
    address: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    told: z.array(z.strictObject({ name: line(200).min(1), on: date })).max(200),
    softeningReason: said(1000).nullable().default(null),
  }),
  acknowledge: z.strictObject({ deploymentId: id, statement: z.enum(responseStatements), note: prose(2000).default('') }),
  recordCheck: z.strictObject({
    deploymentId: id,
    outcome: z.enum(checkOutcomes),
    method: z.enum(checkMethods),
    evidenceHash: sha256Hex.nullable().default(null),
    note: prose(2000).default(''),
  }),
  reportStage: z.strictObject({ buckets, narrative: said(8000), next: said(4000) }),
  finish: z.strictObject({ buckets, finishedOn: date, summary: said(8000), evidenceHash: sha256Hex }),
  evaluate: z.strictObject({ panel, outcome: z.enum(effectOutcomes), opinion: said(8000), reportHash: sha256Hex }),
  terminate: z.strictObject({ reasons: said(4000), publicReason: bilingualSchema, openReason: said(2000).nullable().default(null) }),
  furtherMeasures: z.strictObject({ measures: z.array(z.enum(recallMeasures)).min(1), reasons: said(4000), basis, dueOn: date }),
  clearVersion: z.strictObject({ versionHash: sha256Hex, reason: said(2000), evidenceHash: sha256Hex }),
  proposeEmergency: z.strictObject({
    scope: scopeSchema,
    facts: bilingualSchema,
    whatUsersMustDo: bilingualSchema,
    reasons: said(4000),
    basis,
    reviewOn: date,
    softeningReason: said(1000).nullable().default(null),
  }),
  orderEmergency: z.strictObject({ reasons: said(4000), reviewOn: date }),
  prolongEmergency: z.strictObject({ reasons: said(4000), reviewOn: date }),
  liftEmergency: z.strictObject({ reasons: said(4000), publicReason: bilingualSchema }),
  /** Asked for by a reconsideration that took an act away (domain/reconsideration). */
  reopen: z.strictObject({
    reconsiderationId: id,
    number: z.string().min(1).max(80),
    act: z.enum(['recall_ordered']),
    outcome: z.enum(overturningOutcomes),
    reason: bilingualSchema,
  }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type RecallCommand = {
  [Name in keyof typeof recallCommands]: { type: Name } & Body<z.infer<(typeof recallCommands)[Name]>>
}[keyof typeof recallCommands]
export type CommandOf<Name extends RecallCommand['type']> = Extract<RecallCommand, { type: Name }>

export type Suspicion = z.infer<typeof suspicionSchema>
export type NoticeContent = z.infer<typeof noticeContentSchema>
export type Panelist = z.infer<typeof panelist>
export type Buckets = z.infer<typeof buckets>
type BodyOf<Name extends RecallCommand['type']> = z.infer<(typeof recallCommands)[Name]>
export type PlanContent = BodyOf<'filePlan'>
export type PlanPublication = Omit<BodyOf<'publishPlan'>, 'softeningReason'>
export type EmergencyProposal = Omit<BodyOf<'proposeEmergency'>, 'softeningReason'>
export type ClassProposal = { class: (typeof recallClasses)[number]; criteria: BodyOf<'changeClass'>['criteria'] }
