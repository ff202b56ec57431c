// What an opening says, what may be asked of it, and what may have happened to it. An opening is a joint act: one signature is none.
import { z } from 'zod'
import { basisSchema, bilingualSchema, said } from '#domain/act/act'
import { conditionsSchema } from '#domain/act/condition'
import { authorityModes } from '#domain/agent/vocabulary'
import { filingTriggers, type ScenarioClause, scenarioClauses } from './vocabulary.ts'

export const openingSides = ['cyberspace', 'sector'] as const
export type OpeningSide = (typeof openingSides)[number]

export const motionKinds = ['reopen', 'close'] as const
export type MotionKind = (typeof motionKinds)[number]

const yuan = z.number().min(0).max(1e12)

/** The limits of every deployment in the scenario; null where there is none. */
export const limitsSchema = z.strictObject({
  amountPerActYuan: yuan.nullable(),
  amountPerDayYuan: yuan.nullable(),
  users: z.int().min(1).max(2_000_000_000).nullable(),
})
export type OpeningLimits = z.infer<typeof limitsSchema>

/** One version of an opening decision (policy.md 5.2 ScenarioOpening). `exitPeriodDays` are calendar days left to running deployments after closing. */
export const openingContentSchema = z.strictObject({
  conditions: conditionsSchema,
  excludedUses: z.array(bilingualSchema).max(40).default([]),
  requiredTests: z.array(z.string().min(1).max(40)).max(40).default([]),
  autonomyCeiling: z.enum(authorityModes),
  limits: limitsSchema,
  filingTrigger: z.enum(filingTriggers),
  legalBasis: basisSchema,
  effectiveOn: z.iso.date(),
  jointHandling: z.boolean(),
  exitPeriodDays: z.int().min(0).max(1100),
})
export type OpeningContent = z.infer<typeof openingContentSchema>

export const openingCommands = {
  create: z.strictObject({
    sector: z.string().min(1).max(40),
    scenario: z.literal(scenarioClauses),
    content: openingContentSchema,
    reason: said(4000),
    /** Kept as a draft until `propose` lays it before both authorities. */
    asDraft: z.boolean().default(false),
  }),
  /** Another text in place of the one proposed; signatures given so far were given for something else. */
  revise: z.strictObject({ content: openingContentSchema, reason: said(4000) }),
  propose: z.strictObject({}),
  amend: z.strictObject({ content: openingContentSchema, reason: said(4000) }),
  concur: z.strictObject({ reasons: said(4000) }),
  sign: z.strictObject({ reasons: said(4000) }),
  refuse: z.strictObject({ reasons: said(4000), basis: basisSchema, publicReason: bilingualSchema }),
  suspend: z.strictObject({ reasons: said(4000), basis: basisSchema, publicReason: bilingualSchema }),
  reopen: z.strictObject({ reasons: said(4000), publicReason: bilingualSchema }),
  noteDeployment: z.strictObject({ deploymentId: z.string().min(1).max(80) }),
  close: z.strictObject({ reasons: said(4000), publicReason: bilingualSchema }),
}
export type OpeningCommand = {
  [Name in keyof typeof openingCommands]: { type: Name } & z.infer<(typeof openingCommands)[Name]>
}[keyof typeof openingCommands]

export type Bilingual = z.infer<typeof bilingualSchema>
type Proposed = { content: OpeningContent; hash: string; reason: string }

export type OpeningEvent =
  | ({ type: 'created'; sector: string; scenario: ScenarioClause; asDraft: boolean } & Proposed)
  | ({ type: 'revised' } & Proposed)
  | { type: 'proposed'; hash: string }
  | ({ type: 'amendmentProposed' } & Proposed)
  | { type: 'concurred'; hash: string; reasons: string }
  | { type: 'signed'; hash: string; reasons: string }
  /** Both authorities have signed: the version is in force from `inForceOn`, never before the second signature. */
  | { type: 'opened'; no: number; hash: string; inForceOn: string; isConditional: boolean }
  | { type: 'refused'; side: OpeningSide; reasons: string; basis: readonly string[]; publicReason: Bilingual }
  | { type: 'suspended'; side: OpeningSide; reasons: string; basis: readonly string[]; publicReason: Bilingual; on: string }
  | { type: 'moved'; motion: MotionKind; side: OpeningSide; reasons: string; publicReason: Bilingual }
  | { type: 'reopened'; on: string; isConditional: boolean; publicReason: Bilingual }
  | { type: 'deploymentNoted'; deploymentId: string }
  | { type: 'closed'; on: string; exitUntil: string; publicReason: Bilingual }
