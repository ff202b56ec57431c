// The words of a person: statuses, the body of each command, and the events that appointments are made of.
import { z } from 'zod'
import { line, prose } from '#domain/agent/text'
import { adminRoles, authorityRoles, companyRoles, labRoles, platformRoles } from '../permission.ts'

export const personStatuses = ['active', 'dismissed'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** Every role that a natural person can be appointed to; the clock and the public are nobody's post. */
export const appointableRoles = [...authorityRoles, ...companyRoles, ...labRoles, ...platformRoles, ...adminRoles] as const
export type AppointableRole = (typeof appointableRoles)[number]

/** What a company representative may appoint and end, within the own organisation. */
export const rolesOfRepresentative = ['filer', 'compliance_lead'] as const

/** Without an English name the Chinese one is shown. */
const names = z.strictObject({ zh: line(100).min(1), en: line(100).min(1).nullable() })
const id = line(100).min(1)
const reason = prose(1000).min(1)

export type PersonNames = { zh: string; en: string }

export const personCommands = {
  /** `organisationId` is the employer whose representative may appoint this person; null for officers and administrators. */
  create: z.strictObject({ names, organisationId: id.nullable() }),
  rename: z.strictObject({ names, reason }),
  /** A post from a day, to a day where it is limited; both days included, Asia/Shanghai. Without `fromOn` it begins today. */
  appoint: z.strictObject({
    role: z.enum(appointableRoles),
    authorityId: id.nullable().default(null),
    sectors: z.array(z.string().min(1).max(40)).max(30).default([]),
    region: z
      .string()
      .regex(/^\d{6}$/)
      .nullable()
      .default(null),
    organisationId: id.nullable().default(null),
    fromOn: z.iso.date().nullable().default(null),
    toOn: z.iso.date().nullable().default(null),
    reason,
  }),
  /** Without `lastOn` the post ends at this moment: the next request is refused. */
  endPost: z.strictObject({ postId: id, lastOn: z.iso.date().nullable().default(null), reason }),
  dismiss: z.strictObject({ reason }),
  reinstate: z.strictObject({ reason }),
}
export type PersonCommand = {
  [Name in keyof typeof personCommands]: { type: Name } & z.infer<(typeof personCommands)[Name]>
}[keyof typeof personCommands]

/** What an appointment says. Dates are whole days in Asia/Shanghai. */
export type Appointment = {
  id: string
  role: AppointableRole
  authorityId: string | null
  sectors: readonly string[]
  region: string | null
  organisationId: string | null
  fromOn: string
  toOn: string | null
  reason: string
}

export type PersonEvent =
  | { type: 'created'; names: PersonNames; employerId: string | null }
  | { type: 'renamed'; names: PersonNames; reason: string }
  | { type: 'appointed'; appointment: Appointment }
  | { type: 'postEnded'; postId: string; lastOn: string | null; reason: string }
  | { type: 'dismissed'; reason: string }
  | { type: 'reinstated'; reason: string }
