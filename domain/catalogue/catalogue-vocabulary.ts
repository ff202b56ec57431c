// The words of a case of the catalogue: which sets can be edited, its statuses, the body of each command, its events and versions.
import { z } from 'zod'
import { line, prose } from '#domain/agent/text'
import { catalogueSets } from './vocabulary.ts'

/** One case per set, and its id is the name of the set. */
export const editableSets = [...catalogueSets, 'calendar'] as const
export type EditableSet = (typeof editableSets)[number]

export const catalogueStatuses = ['in_force', 'proposed'] as const
export type CatalogueStatus = (typeof catalogueStatuses)[number]

/** A set without its frame (name, edition, date): what an authority edits. */
export type Content = { readonly [part: string]: unknown }

const reason = prose(4000).min(1)

export const catalogueCommands = {
  /** Enters the shipped edition; afterwards only authorities change it. */
  create: z.strictObject({ set: z.enum(editableSets) }),
  /** The whole set as it shall be from that day on (Asia/Shanghai). It is checked against its schema and against the other sets. */
  propose: z.strictObject({ content: z.record(line(40), z.unknown()), effectiveOn: z.iso.date(), reason, basis: line(400).min(1) }),
  enact: z.strictObject({}),
  withdrawProposal: z.strictObject({ reason }),
}
/** A command without a body has its type alone. */
type Body<Schema extends z.ZodType> = z.infer<Schema> extends Record<string, never> ? {} : z.infer<Schema>
export type CatalogueCommand = {
  [Name in keyof typeof catalogueCommands]: { type: Name } & Body<(typeof catalogueCommands)[Name]>
}[keyof typeof catalogueCommands]

/** Items by their ids, as a reader compares two editions. */
export type Changes = { added: readonly string[]; removed: readonly string[]; changed: readonly string[] }

/** A proposal carries what it would change and on which legal basis. */
export type Proposal = {
  version: string
  effectiveOn: string
  content: Content
  reason: string
  basis: string
  changes: Changes
  proposedBy: string
  proposedRole: string
  proposedAt: string
}

/** An edition that is or was the rule, or will be from its date. `proposedBy` is null for the shipped one. */
export type CatalogueVersion = {
  version: string
  effectiveOn: string
  content: Content
  reason: string | null
  basis: string | null
  proposedBy: string | null
  enactedBy: string
  enactedAt: string
}

export type CatalogueEvent =
  | { type: 'created'; set: EditableSet; version: string; effectiveOn: string; content: Content }
  | {
      type: 'proposed'
      set: EditableSet
      version: string
      effectiveOn: string
      content: Content
      reason: string
      basis: string
      changes: Changes
    }
  | { type: 'enacted'; set: EditableSet; version: string; effectiveOn: string; reason: string; basis: string; changes: Changes }
  | { type: 'proposalWithdrawn'; set: EditableSet; version: string; reason: string }
