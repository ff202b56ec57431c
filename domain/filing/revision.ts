// A revision is what the representative signs: the description with the place and the use it is meant for, addressed by its content.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Missing, wellFormed } from '#domain/agent/complete'
import { type AgentVersion, agentVersionSchema, contentHash, type DraftVersion } from '#domain/agent/version'
import { documentSchema, type FiledDocument } from '#domain/attachment/vocabulary'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { type Use, useSchema } from './command.ts'
import { type IdentityAnswer, identityAnswers } from './provenance.ts'
import type { Filing } from './state.ts'
import type { FilingSection } from './vocabulary.ts'

export type Signable = {
  sector: string
  scenarios: readonly ScenarioClause[]
  use: Use
  content: AgentVersion
  documents: readonly FiledDocument[]
  identity?: readonly IdentityAnswer[]
}

/**
 * SHA-256, in lower-case hex, of the RFC 8785 canonical JSON of what is signed. The order in which scenarios were ticked is no content. Documents are
 * part of it by their own hashes, and so is what is said of a provider that is not the filer; without any, the address is what it was before there
 * could be some.
 */
export const revisionHash = ({ sector, scenarios, use, content, documents, identity = [] }: Signable): string => {
  const signed = { sector, scenarios: [...scenarios].sort((a, b) => a - b), use, content }
  const canonical = canonicalize({
    ...signed,
    ...(documents.length === 0 ? {} : { documents }),
    ...(identity.length === 0 ? {} : { identity }),
  })
  if (canonical === undefined) throw new Error('a revision is always an object')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** One thing that keeps the form from being signed, with the part of the form that mends it. */
export type Lack = { section: FilingSection; code: string; facts: Missing['facts'] }

/** Fields that may stay unanswered in a form: silence has one meaning there, and it is the one that the signature then covers. */
const unanswered: Partial<AgentVersion> = {
  protection: null,
  identityCode: null,
  buildHash: null,
  basedOnHash: null,
  endpoints: [],
  inputModes: [],
  outputModes: [],
}

const completed = (content: DraftVersion): DraftVersion => ({ ...unanswered, ...content })

/** Everything that the form still lacks, in its own order; empty when it can be signed. */
export const lacking = (filing: Pick<Filing, 'use' | 'content'>): Lack[] => {
  const answered = useSchema.safeParse({ serviceStartedOn: null, ...filing.use })
  const lacks: Lack[] = answered.success
    ? []
    : [...new Set(answered.error.issues.map((issue) => String(issue.path[0])))].map((field) => ({
        section: 'use',
        code: 'filing.useAnswerMissing',
        facts: { field },
      }))
  const content = completed(filing.content)
  lacks.push(...wellFormed(content))
  const whole = agentVersionSchema.safeParse(content)
  // wellFormed speaks the language of the form; a field that it does not speak of must not slip through all the same.
  if (whole.success || lacks.some((lack) => lack.section !== 'use')) return lacks
  return [
    ...lacks,
    ...whole.error.issues.map(
      (issue): Lack => ({ section: 'basics', code: 'filing.fieldMissing', facts: { field: issue.path.join('.') } }),
    ),
  ]
}

/** What would be signed now. Throws when `lacking` is not empty: ask that first. */
export const signable = (
  filing: Pick<Filing, 'sector' | 'draftScenarios' | 'use' | 'content' | 'documents'> & Partial<Pick<Filing, 'identities'>>,
): Signable => ({
  sector: filing.sector ?? '',
  scenarios: [...filing.draftScenarios].sort((a, b) => a - b),
  use: useSchema.parse({ serviceStartedOn: null, ...filing.use }),
  content: agentVersionSchema.parse(completed(filing.content)),
  documents: filing.documents.map(({ receivedAt: _, ...document }) => documentSchema.parse(document)),
  ...(identityAnswers(filing).length > 0 ? { identity: identityAnswers(filing) } : {}),
})

/** Both addresses of what would be signed now. */
export const addressesOf = (what: Signable): { hash: string; versionHash: string } => ({
  hash: revisionHash(what),
  versionHash: contentHash(what.content),
})
