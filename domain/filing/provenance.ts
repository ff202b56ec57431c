// Where the content of a form was taken from: files, earlier filings, rows of a spreadsheet; who provided them, and what the filer says of a provider that is somebody else.
import type { ImportFormat } from '#domain/agent/import/card'
import { isSameName } from '#domain/agent/import/parts'
import type { CardSignature } from '#domain/agent/import/signature'
import type { DraftVersion } from '#domain/agent/version'
import { sheetColumnAt } from './sheet-column.ts'
import type { Claim, Filing } from './state.ts'
import type { ProviderRelation } from './vocabulary.ts'

/**
 * A file or case that was read into the form, with what a person must still look at. `signature` is absent where the form knows none. `sourceHash`
 * is the SHA-256 of what was read: of the text, of the file of rows, or the address of the earlier revision.
 */
export type ImportedFile = {
  fileName: string | null
  format: ImportFormat
  sourceHash: string
  questions: readonly { code: string; facts: Record<string, unknown> }[]
  ignored: readonly string[]
  signature?: CardSignature
  at: string
  by: string
}

/** The name that an import gives for the provider where it is not the filer's: who is that to the filer? Asked once for a name. */
export type IdentityAsked = { provider: string; providerUrl: string | null; filer: string; sourceHash: string }
export type IdentityQuestion = IdentityAsked & {
  askedAt: string
  answer: { relation: ProviderRelation; explanation: string; at: string; by: string } | null
}
/** The answer as it is signed: without times and persons, which the record has. */
export type IdentityAnswer = { provider: string; relation: ProviderRelation; explanation: string }

/** The questions that nobody has answered. A row written before there were any has none. */
export const identityOpen = (filing: Pick<Filing, 'identities'>): readonly IdentityQuestion[] =>
  (filing.identities ?? []).filter((one) => one.answer === null)
export const identityAnswers = (filing: Partial<Pick<Filing, 'identities'>>): IdentityAnswer[] =>
  (filing.identities ?? []).flatMap(({ provider, answer }) =>
    answer ? [{ provider, relation: answer.relation, explanation: answer.explanation }] : [],
  )

/** The questions with this one among them; a name that was asked about before keeps its answer. */
export const withIdentity = (identities: readonly IdentityQuestion[], asked: IdentityAsked, at: string): readonly IdentityQuestion[] =>
  identities.some((one) => isSameName(one.provider, asked.provider)) ? identities : [...identities, { ...asked, askedAt: at, answer: null }]

const leavesOf = (value: unknown, path: string): { path: string; value: unknown }[] => {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [{ path, value }]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`))
}

/** A claim for everything that the content says, each with its place in the source. */
export const claimsFor = (content: DraftVersion, source: string, from: (path: string) => string): Claim[] =>
  leavesOf(content, '').map(({ path, value }) => ({ path, value, from: from(path), confirmedBy: null, source }))

/** What belongs to the version that was signed, and must be said anew of the next one. */
const ownToVersion: readonly (keyof DraftVersion)[] = ['changeClass', 'basedOnHash', 'buildHash']

/** What a later filing may start from. */
export const carriedOver = (content: DraftVersion): DraftVersion =>
  Object.fromEntries(Object.entries(content).filter(([field]) => !(ownToVersion as readonly string[]).includes(field)))

/** Where a value stands in the row of a spreadsheet: `/12/purpose`, row and column. */
export const placeInSheet =
  (row: number) =>
  (path: string): string =>
    `/${row}/${sheetColumnAt(path)}`
