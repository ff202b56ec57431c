// The words of an information report: who reports, its statuses and figures, the body of each command, and its events.
import { z } from 'zod'
import { said } from '#domain/act/act'
import { line, prose } from '#domain/agent/text'
import { listingFindings } from '#domain/selftest/vocabulary'

export const reportStatuses = ['draft', 'submitted', 'returned', 'noted', 'withdrawn'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** Clause 11: the company, or the platform that distributes (policy.md 2.1). */
export const reporters = ['company', 'platform'] as const
export type Reporter = (typeof reporters)[number]

/** Counts of the period: of persons, calls, complaints, incidents, takeovers by a human, acts that were refused, agents listed, installations. */
export const reportFigures = [
  'registeredUsers',
  'monthlyUsers',
  'calls',
  'complaints',
  'complaintsSettled',
  'incidents',
  'takeovers',
  'refusedActs',
  'listedAgents',
  'installations',
] as const
export type ReportFigure = (typeof reportFigures)[number]
/** What each reporter must count; the rest stays empty. */
export const figuresOf: Record<Reporter, readonly ReportFigure[]> = {
  company: ['registeredUsers', 'monthlyUsers', 'calls', 'complaints', 'complaintsSettled', 'incidents', 'takeovers', 'refusedActs'],
  platform: ['complaints', 'complaintsSettled', 'listedAgents', 'installations'],
}

const id = line(100).min(1)
const on = z.iso.date()
const count = z.int().min(0).max(1_000_000_000_000).nullable().optional()
export const figuresSchema = z.strictObject(
  Object.fromEntries(reportFigures.map((figure) => [figure, count])) as Record<ReportFigure, typeof count>,
)
export type Figures = { readonly [Figure in ReportFigure]?: number | null | undefined }

export const listingSchema = z.strictObject({
  selftestId: id,
  finding: z.enum(listingFindings),
  checkedOn: on,
  note: prose(1000).default(''),
})
export const takeDownSchema = z.strictObject({ selftestId: id, takenDownOn: on, note: prose(1000).default('') })
export type ListingSaid = z.infer<typeof listingSchema>
export type TakeDownSaid = z.infer<typeof takeDownSchema>

export const reportCommands = {
  /** A company reports on an agent that it has self-tested; a platform on all that it lists. */
  create: z.strictObject({
    reporter: z.enum(reporters),
    organisationId: id,
    selftestId: id.nullable().default(null),
    periodFrom: on,
    periodTo: on,
  }),
  describe: z.strictObject({
    figures: figuresSchema.optional(),
    listings: z.array(listingSchema).max(1000).optional(),
    takeDowns: z.array(takeDownSchema).max(1000).optional(),
    narrative: prose(8000).optional(),
  }),
  submit: z.strictObject({}),
  note: z.strictObject({ remark: prose(2000).default('') }),
  returnReport: z.strictObject({ reason: said(4000) }),
  withdraw: z.strictObject({ reason: said(2000) }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type ReportCommand = {
  [Name in keyof typeof reportCommands]: { type: Name } & Body<z.infer<(typeof reportCommands)[Name]>>
}[keyof typeof reportCommands]
export type CommandOf<Name extends ReportCommand['type']> = Extract<ReportCommand, { type: Name }>

export type ReportEvent =
  | {
      type: 'created'
      reporter: Reporter
      ofOrganisationId: string
      organisationName: string
      region: string
      sector: string | null
      scenario: number | null
      selftestId: string | null
      agentId: string | null
      about: { zh: string; en: string }
      periodFrom: string
      periodTo: string
    }
  | ({ type: 'described' } & Omit<CommandOf<'describe'>, 'type'>)
  /** What was handed in stands in the event: a later one after a return replaces it in the state, never here. */
  | {
      type: 'submitted'
      figures: Figures
      listings: readonly ListingSaid[]
      takeDowns: readonly TakeDownSaid[]
      narrative: string
    }
  | { type: 'noted'; remark: string }
  | { type: 'returned'; reason: string }
  | { type: 'withdrawn'; reason: string }
