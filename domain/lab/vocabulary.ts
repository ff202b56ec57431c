// The words of a laboratory: statuses, the body of each command, and its events.
import { z } from 'zod'
import { line, prose } from '#domain/agent/text'

export const labStatuses = ['active', 'closed'] as const
export type LabStatus = (typeof labStatuses)[number]

/** What the accreditation rests on: the two national schemes, a ministry's own designation, or recognition of a foreign body. */
export const accreditationBases = ['cnas', 'cma', 'ministry_designation', 'recognition'] as const
export type AccreditationBasis = (typeof accreditationBases)[number]

const names = z.strictObject({ zh: line(200).min(1), en: line(200).min(1).nullable() })
const id = line(100).min(1)
const reason = prose(2000).min(1)
const interest = z.strictObject({ party: line(200).min(1), nature: prose(1000).min(1) })

export type LabNames = z.infer<typeof names>
export type Interest = z.infer<typeof interest>

export const labCommands = {
  create: z.strictObject({ organisationId: id, names }),
  /** `areas` are methods of the test catalogue and stand for its items of that method in force today; `from` and `to` are days, both included. */
  accredit: z.strictObject({
    certificateNo: line(100).min(1),
    basis: z.enum(accreditationBases),
    testItemIds: z.array(z.string().min(1).max(40)).max(500).default([]),
    areas: z.array(z.string().min(1).max(40)).max(50).default([]),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  suspendAccreditation: z.strictObject({ accreditationId: id, reason }),
  liftSuspension: z.strictObject({ accreditationId: id, reason }),
  endAccreditation: z.strictObject({ accreditationId: id, reason }),
  /** The signatory states the independence of the laboratory and every interest that bears on it. */
  declareImpartiality: z.strictObject({ statement: prose(4000).min(1), interests: z.array(interest).max(100).default([]) }),
  close: z.strictObject({ reason }),
}
export type LabCommand = {
  [Name in keyof typeof labCommands]: { type: Name } & z.infer<(typeof labCommands)[Name]>
}[keyof typeof labCommands]

/** What an accreditation says when it is entered. Days are Asia/Shanghai, both included. */
export type AccreditationScope = {
  id: string
  certificateNo: string
  basis: AccreditationBasis
  testItemIds: readonly string[]
  areas: readonly string[]
  from: string
  to: string
}

export type LabEvent =
  | { type: 'created'; ofOrganisationId: string; names: LabNames; region: string }
  | { type: 'accredited'; scope: AccreditationScope }
  | { type: 'accreditationSuspended'; accreditationId: string; onDate: string; reason: string }
  | { type: 'suspensionLifted'; accreditationId: string; onDate: string; reason: string }
  | { type: 'accreditationEnded'; accreditationId: string; onDate: string; reason: string }
  | { type: 'impartialityDeclared'; statement: string; interests: readonly Interest[]; name: string }
  | { type: 'closed'; onDate: string; reason: string }
