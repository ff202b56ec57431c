// The words of a credit record (clause 14): what is recorded, how long it is public, the body of each command, and its events.
import { z } from 'zod'
import { adverseFields, type Bilingual, basisSchema, bilingualSchema, type Remedies, remediesSchema, said } from '#domain/act/act'
import { line, sha256Hex } from '#domain/agent/text'

export const creditStatuses = [
  'proposed',
  'recorded',
  'repair_applied',
  'repair_assessed',
  'repaired',
  'ended',
  'quashed',
  'dismissed',
] as const
export type CreditStatus = (typeof creditStatuses)[number]

/** The four of clause 14, and two of the lower-risk lane. */
export const creditKinds = [
  'misuse',
  'induced_spending',
  'false_advertising',
  'hidden_defect',
  'false_self_test',
  'unverified_listing',
] as const
export type CreditKind = (typeof creditKinds)[number]

/** Which of the two publication periods holds (CRD-1, CRD-2). */
export const severities = ['light', 'ordinary'] as const
export type Severity = (typeof severities)[number]
export const periodRules = { light: 'CRD-1', ordinary: 'CRD-2' } as const satisfies Record<Severity, string>

/** The cases whose decision a record may rest on, and the statuses that are such a decision. */
export const sourceKinds = ['filing', 'deployment', 'recall', 'selftest'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const decisive: Record<SourceKind, readonly string[]> = {
  filing: ['not_filed', 'suspended', 'revoked'],
  deployment: ['refused', 'suspended', 'revoked'],
  recall: ['recall_ordered', 'plan_filed', 'in_progress', 'completed', 'effect_evaluation', 'further_measures', 'terminated'],
  selftest: ['escalated'],
}

export const repairOutcomes = ['granted', 'refused'] as const
export type RepairOutcome = (typeof repairOutcomes)[number]

const id = line(100).min(1)
const sourceSchema = z.strictObject({ kind: z.enum(sourceKinds), id })

export const creditCommands = {
  create: z.strictObject({
    organisationId: id,
    creditKind: z.enum(creditKinds),
    severity: z.enum(severities),
    source: sourceSchema,
    facts: said(4000),
    basis: basisSchema,
    reasons: said(4000),
    publicText: bilingualSchema,
  }),
  record: z.strictObject({ remedies: remediesSchema }),
  dismiss: z.strictObject({ reason: said(2000) }),
  applyRepair: z.strictObject({ statement: said(4000), evidenceHash: sha256Hex.nullable().default(null) }),
  assessRepair: z.strictObject({ outcome: z.enum(repairOutcomes), reasons: said(4000) }),
  decideRepair: z.strictObject({ outcome: z.enum(repairOutcomes), ...adverseFields, remedies: remediesSchema.nullable().default(null) }),
  /** The decision that it rests on was changed or quashed: the record goes, and says so (PEN-5). */
  quash: z.strictObject({ reason: said(2000) }),
  end: z.strictObject({}),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type CreditCommand = {
  [Name in keyof typeof creditCommands]: { type: Name } & Body<z.infer<(typeof creditCommands)[Name]>>
}[keyof typeof creditCommands]
export type CommandOf<Name extends CreditCommand['type']> = Extract<CreditCommand, { type: Name }>

export type Source = { kind: SourceKind; id: string; number: string | null }
export type CreditEvent =
  | {
      type: 'proposed'
      ofOrganisationId: string
      organisationName: string
      region: string
      sector: string | null
      creditKind: CreditKind
      severity: Severity
      source: Source
      facts: string
      basis: readonly string[]
      reasons: string
      publicText: Bilingual
    }
  | { type: 'recorded'; number: string; publicFrom: string; publicUntil: string; remedies: Remedies; forumId: string | null }
  | { type: 'dismissed'; reason: string }
  | { type: 'repairApplied'; statement: string; evidenceHash: string | null }
  | { type: 'repairAssessed'; outcome: RepairOutcome; reasons: string }
  | {
      type: 'repairDecided'
      outcome: RepairOutcome
      facts: string
      basis: readonly string[]
      reasons: string
      remedies: Remedies | null
      forumId: string | null
      on: string
    }
  | { type: 'quashed'; reason: string; on: string }
  | { type: 'ended'; on: string }
