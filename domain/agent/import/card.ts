// Reads a description of an agent or a tool that someone hands in, whatever known form it has, into a draft whose every field is a claim to confirm.
import type { Refusal } from '#domain/case'
import type { DraftVersion } from '../version.ts'
import { isA2aCard, readA2aCard } from './a2a.ts'
import { isAcs, readAcs } from './acs.ts'
import { type Claim, type Claims, claimsOf, type Place, type Provider, type Question, type Reading } from './claim.ts'
import { isCycloneDx, readCycloneDx } from './cyclonedx.ts'
import { type JsonObject, readDocument, sourceHashOf } from './document.ts'
import { mcpServerIn, readMcpServer } from './mcp.ts'
import { isSameName } from './parts.ts'

/** The forms of files that are read, then the sources that are no files of one agent: a row of a spreadsheet, an earlier filing. */
export const importFormats = ['a2a_card', 'mcp_server', 'acs', 'cyclonedx', 'spreadsheet', 'earlier_filing'] as const
export type ImportFormat = (typeof importFormats)[number]

export type Imported = {
  format: ImportFormat
  /** The protocol version as stated (for server.json the date of its schema); null when the document does not say. */
  protocol: string | null
  provider: Provider | null
  draft: DraftVersion
  claims: Claim[]
  /** JSON pointers of everything in the source that nothing was made of. */
  ignored: string[]
  questions: Question[]
  /** SHA-256 of the text as handed in. */
  sourceHash: string
}
export type Refused = { refusal: Refusal & { pointer?: string } }

/** What is known of the person who hands the document in. */
export type Filer = { names: readonly string[] }

const schemaDate = (document: JsonObject, server: Place): string | null => {
  const { $schema } = (server.value ?? document) as JsonObject
  return typeof $schema === 'string' ? (/\d{4}-\d{2}-\d{2}/.exec($schema)?.[0] ?? null) : null
}

const readAs = (claims: Claims, document: JsonObject): { format: ImportFormat; reading: Reading | Refused } | null => {
  const root: Place = { value: document, pointer: '' }
  // It says what it is; a bill may well hold names that other forms use.
  if (isCycloneDx(document)) return { format: 'cyclonedx', reading: readCycloneDx(claims, root) }
  const isCard = isA2aCard(document)
  // A card may carry an identity code of its own; only a description without a card's addresses is an ACS.
  if (isAcs(document) && !isCard) return { format: 'acs', reading: readAcs(claims, root) }
  if (isCard) return { format: 'a2a_card', reading: readA2aCard(claims, root) }
  const server = mcpServerIn(document)
  if (server === null) return null
  claims.use(claims.at(server, '$schema'))
  return { format: 'mcp_server', reading: readMcpServer(claims, server, schemaDate(document, server)) }
}

/**
 * Reads a JSON text of at most 1 MiB, 32 levels and 5,000 values; the form is told by its shape. Nothing is ever fetched, no secret value is kept,
 * unseen characters are dropped. Given the filer's names, a description that names another provider raises the question of identity.
 * Refusals: import.notJson, tooLarge, tooDeep, tooManyValues, keyTooLong, keyForbidden, keyRepeated, notAnObject, unknownFormat, nameMissing, modelMissing.
 */
export const readDescription = (text: string, filer?: Filer): Imported | Refused => {
  const read = readDocument(text)
  if ('refusal' in read) return read
  const claims = claimsOf(read.document)
  const found = readAs(claims, read.document)
  if (found === null)
    return {
      refusal: {
        code: 'import.unknownFormat',
        facts: {
          keys: Object.keys(read.document)
            .slice(0, 10)
            .map((key) => key.slice(0, 40)),
        },
      },
    }
  if ('refusal' in found.reading) return found.reading
  const { protocol, provider, draft } = found.reading
  const named = provider?.name ?? null
  if (named !== null && filer !== undefined && !filer.names.some((name) => isSameName(name, named))) {
    claims.ask('import.providerDiffers', { provider: named, filer: filer.names[0] ?? '' })
  }
  return {
    format: found.format,
    protocol,
    provider,
    draft,
    claims: claims.claims,
    ignored: claims.ignored(),
    questions: claims.questions,
    sourceHash: sourceHashOf(text),
  }
}
