// The words of an agent as a case: its statuses, the body of each command, and its events.
import { z } from 'zod'
import { identityCodeSchema } from './identity-code.ts'
import { line, prose, sha256Hex } from './text.ts'
import { type AgentVersion, agentVersionSchema } from './version.ts'
import { type AgentForm, agentForms } from './vocabulary.ts'

export const agentStatuses = ['active', 'retired'] as const
export type AgentStatus = (typeof agentStatuses)[number]

const id = z.string().min(1).max(80)

export const agentCommands = {
  /** By the company, or by the system for a filing that was handed in before its agent was entered (`filingId`). */
  create: z.strictObject({
    organisationId: id,
    names: z.strictObject({ zh: line(120).min(1), en: line(120) }),
    form: z.enum(agentForms),
    purpose: prose(4000).default(''),
    identityCode: identityCodeSchema.nullable().default(null),
    filingId: id.nullable().default(null),
  }),
  /** Only by the system, from a filing that a representative signed. `hash` is what was signed; it must be the address of the content. */
  addVersion: z.strictObject({
    filingId: id,
    sector: z.string().min(1).max(40),
    hash: sha256Hex,
    signedBy: id,
    content: agentVersionSchema,
  }),
  retire: z.strictObject({ reason: prose(2000).min(1) }),
}
export type AgentCommand = {
  [Name in keyof typeof agentCommands]: { type: Name } & z.infer<(typeof agentCommands)[Name]>
}[keyof typeof agentCommands]

type AgentNames = AgentVersion['names']

export type AgentEvent =
  | {
      type: 'created'
      /** Not `organisationId`: that is the stamp's, of whoever acted. */
      ofOrganisationId: string
      region: string
      names: AgentNames
      form: AgentForm
      purpose: string
      identityCode: string | null
      filingId: string | null
    }
  /** Entries written before versions knew their sector have none. */
  | { type: 'versionAdded'; hash: string; filingId: string; sector?: string; signedBy: string; content: AgentVersion }
  /** The same content was filed in another sector too. */
  | { type: 'versionFiledAgain'; hash: string; filingId: string; sector: string }
  | { type: 'retired'; reason: string }
