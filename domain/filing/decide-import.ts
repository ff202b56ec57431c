// How a form is filled from somewhere else: a description file with its signature, an earlier filing, a row of a spreadsheet; and who its provider is.
import { readDescription } from '#domain/agent/import/card'
import { mergeDraft } from '#domain/agent/import/merge'
import { isSameName } from '#domain/agent/import/parts'
import { type CardSignature, judgeCard } from '#domain/agent/import/signature'
import type { DraftVersion } from '#domain/agent/version'
import { type Decision, grant, refuse } from '#domain/case'
import { changesOf } from './change-state.ts'
import { movedClaims } from './claim.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { carriedOver, claimsFor, type IdentityAsked, type ImportedFile, placeInSheet } from './provenance.ts'
import { type Claim, currentRevision, type Filing } from './state.ts'

type Answer = Decision<FilingEvent>
type Question = ImportedFile['questions'][number]

/** What the signatures leave to be asked, in place of the reader's own question, which knew no keys. */
const signatureQuestion = ({ verdict, keyId, reason }: CardSignature): Question[] => {
  switch (verdict) {
    case 'verified':
    case 'unsigned':
      return []
    case 'unknownKey':
      return reason === 'signature.keyRetired'
        ? [{ code: 'import.signatureKeyRetired', facts: { keyId: keyId ?? '' } }]
        : [{ code: 'import.signatureUnknownKey', facts: { keyId: keyId ?? '\u2013' } }]
    case 'wrong':
      return [{ code: 'import.signatureWrong', facts: { keyId: keyId ?? '\u2013' } }]
    case 'unsupported':
      return [{ code: 'import.signatureUnsupported', facts: {} }]
  }
}

/** The content and the claims after something is laid over the form; what was claimed before holds where it still stands. */
const laidOver = (
  state: Filing,
  draft: DraftVersion,
  claims: readonly { path: string; value: unknown; from: string }[],
  source: string,
): { content: DraftVersion; claims: Claim[] } => {
  const merged = mergeDraft(
    state.content,
    draft,
    claims.map((claim) => ({ ...claim, confidence: 'stated' as const })),
  )
  const fresh = merged.claims.map(({ path, value, from }) => ({ path, value, from, confirmedBy: null, source }))
  const kept = movedClaims(state.claims, state.content, merged.content).filter((claim) => !fresh.some((other) => other.path === claim.path))
  return { content: merged.content, claims: [...kept, ...fresh] }
}

/**
 * Reads a card, manifest, bill of materials or description file. What it claims replaces what was written before at the same places, and waits to be
 * confirmed. A card's signatures are judged by the keys that the filer's organisation has registered, and by no other.
 */
export const importDescription = (state: Filing, command: CommandOf<'importDescription'>, { organisation }: FilingFacts): Answer => {
  const known = [state.organisationName, organisation?.names].flatMap((names) => [names?.zh ?? '', names?.en ?? ''])
  const read = readDescription(command.text, { names: [...new Set(known.filter((name) => name !== ''))] })
  if ('refusal' in read)
    return refuse('filing.importRefused', { because: read.refusal.code, pointer: read.refusal.pointer ?? '', ...read.refusal.facts })
  const { format, sourceHash, ignored } = read
  const keys = (organisation?.signingKeys ?? []).map(({ keyId, jwk, retired }) => ({ keyId, jwk, isRetired: retired !== null }))
  const signature = format === 'a2a_card' ? judgeCard(command.text, keys) : null
  const questions: readonly Question[] = signature
    ? [...signatureQuestion(signature), ...read.questions.filter(({ code }) => code !== 'import.signatureUnverified')]
    : read.questions
  const stranger = read.questions.find(({ code }) => code === 'import.providerDiffers')
  const identity: IdentityAsked | null = stranger
    ? {
        provider: String(stranger.facts.provider),
        providerUrl: read.provider?.url ?? null,
        filer: String(stranger.facts.filer),
        sourceHash,
      }
    : null
  return grant({
    type: 'descriptionImported',
    imported: { fileName: command.fileName, format, sourceHash, questions, ignored, ...(signature ? { signature } : {}) },
    ...laidOver(state, read.draft, read.claims, sourceHash),
    ...(identity ? { identity } : {}),
  })
}

/** Takes what was signed in an earlier filing of the same organisation; it waits to be confirmed like any other import. */
export const importFiling = (state: Filing, { filingId }: CommandOf<'importFiling'>, { earlier }: FilingFacts): Answer => {
  const revision = earlier && earlier.organisationId === state.organisationId ? currentRevision(earlier) : null
  if (!earlier || !revision || earlier.id === state.id) return refuse('filing.earlierFilingMissing', { followsFilingId: filingId })
  // The form keeps its own name: an earlier filing may have been of another agent.
  const { names: _names, ...rest } = carriedOver(revision.content)
  const draft = state.content.names ? rest : { names: revision.content.names, ...rest }
  return grant({
    type: 'descriptionImported',
    imported: earlierFile(earlier, revision.hash),
    ...laidOver(
      state,
      draft,
      claimsFor(draft, revision.hash, (path) => `/content${path}`),
      revision.hash,
    ),
  })
}

const earlierFile = (earlier: Filing, sourceHash: string): Omit<ImportedFile, 'at' | 'by'> => ({
  fileName: earlier.decision?.number ?? earlier.receipt?.number ?? null,
  format: 'earlier_filing',
  sourceHash,
  questions: [],
  ignored: [],
})

/** What a new form starts with: what was signed in the filing that it follows, then what is given with it; claimed where it was not typed here. */
export const openingContent = (
  command: CommandOf<'create'>,
  { earlier }: FilingFacts,
): Pick<Extract<FilingEvent, { type: 'created' }>, 'content' | 'use' | 'claims' | 'imported' | 'sheetRow' | 'followsChange'> => {
  // What a representative has signed as a change needs no second confirmation, field by field.
  const change = earlier && changesOf(earlier).find((one) => one.no === command.followsChange)
  if (change)
    return { content: { ...change.content, ...command.content }, use: { ...change.use, ...command.use }, followsChange: change.no }
  const revision = earlier ? currentRevision(earlier) : null
  const before = revision ? carriedOver(revision.content) : {}
  const { sheetRow } = command
  const content: DraftVersion = {
    ...before,
    ...command.content,
    names: command.agentName,
    purpose: command.purpose || before.purpose || '',
  }
  if (sheetRow) {
    const { fileName, sourceHash, row, key } = sheetRow
    return {
      content,
      use: command.use ?? {},
      claims: claimsFor(content, sourceHash, placeInSheet(row)),
      imported: { fileName, format: 'spreadsheet', sourceHash, questions: [], ignored: [] },
      sheetRow: `${command.organisationId}:${key}`,
    }
  }
  const use = command.use ? { use: command.use } : {}
  if (!revision || !earlier) return { content, ...use }
  const typed = [...Object.keys(command.content ?? {}), 'names', ...(command.purpose ? ['purpose'] : [])]
  return {
    content,
    ...use,
    claims: claimsFor(
      Object.fromEntries(Object.entries(content).filter(([field]) => !typed.includes(field))),
      revision.hash,
      (path) => `/content${path}`,
    ),
    imported: earlierFile(earlier, revision.hash),
  }
}

/** Says who the provider of an imported description is to the filer. It may be said anew until the form is signed. */
export const answerIdentity = (state: Filing, { provider, relation, explanation }: CommandOf<'answerIdentity'>): Answer => {
  const asked = (state.identities ?? []).find((one) => isSameName(one.provider, provider))
  if (!asked) return refuse('filing.identityQuestionMissing', { provider })
  if (asked.answer?.relation === relation && asked.answer.explanation === explanation) return refuse('filing.nothingChanged')
  const isAsked = (state.corrections.at(-1)?.items ?? []).some((item) => item.section === 'basics')
  if (state.status === 'correction_required' && !isAsked) return refuse('filing.sectionNotAsked', { sections: ['basics'] })
  return grant({ type: 'identityAnswered', provider: asked.provider, relation, explanation })
}
