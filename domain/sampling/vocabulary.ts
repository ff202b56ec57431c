// The words of a spot check: its statuses, the body of each command, and its events.
import { z } from 'zod'
import { said } from '#domain/act/act'
import { sha256Hex } from '#domain/agent/text'

export const samplingStatuses = ['committed', 'drawn', 'abandoned'] as const
export type SamplingStatus = (typeof samplingStatuses)[number]

/** A month YYYY-MM of the calendar in Shanghai. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Printable ASCII, so that anyone can type it and hash the same bytes; long enough that nobody finds it by trying. */
export const seedSchema = z.string().regex(/^[!-~]{24,200}$/)

export const samplingCommands = {
  /** Commits to a seed before the period is over: only its hash is told. */
  create: z.strictObject({
    region: z.string().regex(/^\d{6}$/),
    fromMonth: monthSchema,
    toMonth: monthSchema,
    size: z.int().min(1).max(1000),
    seedHash: sha256Hex,
    reason: said(1000),
  }),
  /** Opens the seed after the period, and takes the first in the order that it makes. */
  draw: z.strictObject({ seed: seedSchema }),
  abandon: z.strictObject({ reason: said(1000) }),
}
/** An empty body adds nothing; as a type it would forbid `type`. */
type Body<B> = B extends Record<string, never> ? {} : B
export type SamplingCommand = {
  [Name in keyof typeof samplingCommands]: { type: Name } & Body<z.infer<(typeof samplingCommands)[Name]>>
}[keyof typeof samplingCommands]
export type CommandOf<Name extends SamplingCommand['type']> = Extract<SamplingCommand, { type: Name }>

/** One that was drawn: its place in the order, and the hash that put it there. */
export type Drawn = { selftestId: string; hash: string }

export type SamplingEvent =
  | ({ type: 'committed' } & Omit<CommandOf<'create'>, 'type'>)
  | { type: 'drawn'; seed: string; eligible: readonly string[]; drawn: readonly Drawn[] }
  | { type: 'abandoned'; reason: string }
