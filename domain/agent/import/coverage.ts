// How much of a description a document fills: counted field by field of the form, so that "importing helps" is a number and not a hope.
import { agentVersionSchema, type DraftVersion } from '../version.ts'
import type { Imported } from './card.ts'

export type VersionField = keyof DraftVersion
/** Every field of the description that a filer must otherwise write. */
export const versionFields = Object.keys(agentVersionSchema.shape) as VersionField[]
/** The fields of the wizard's third group, "the agent" (ux.md 4.10): the ones that cards and manifests are about. */
export const agentFields: readonly VersionField[] = [
  'version',
  'names',
  'purpose',
  'capability',
  'models',
  'tools',
  'skills',
  'endpoints',
  'inputModes',
  'outputModes',
  'identityCode',
  'buildHash',
]

const says = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' ? Object.values(value).some(says) : true
}

/** The fields that a draft says something in. */
export const filledFields = (draft: DraftVersion): VersionField[] => versionFields.filter((field) => says(draft[field]))

export type Coverage = {
  documents: number
  refused: number
  /** Of `versionFields` and of `agentFields`: least, median and most over the documents that were read. */
  fields: Spread
  agent: Spread
  claims: Spread
  questions: Spread
  /** In how many documents each field was filled. */
  byField: Partial<Record<VersionField, number>>
}
export type Spread = { least: number; median: number; most: number }

const spreadOf = (counts: readonly number[]): Spread => {
  const sorted = [...counts].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { least: sorted[0] ?? 0, median: median ?? 0, most: sorted.at(-1) ?? 0 }
}

/** The count over many documents of one kind; null stands for a document that was refused. */
export const coverageOf = (read: readonly (Imported | null)[]): Coverage => {
  const imported = read.flatMap((one) => (one ? [one] : []))
  const filled = imported.map((one) => filledFields(one.draft))
  const byField: Coverage['byField'] = {}
  for (const field of filled.flat()) byField[field] = (byField[field] ?? 0) + 1
  return {
    documents: read.length,
    refused: read.length - imported.length,
    fields: spreadOf(filled.map((fields) => fields.length)),
    agent: spreadOf(filled.map((fields) => fields.filter((field) => agentFields.includes(field)).length)),
    claims: spreadOf(imported.map((one) => one.claims.length)),
    questions: spreadOf(imported.map((one) => one.questions.length)),
    byField,
  }
}
