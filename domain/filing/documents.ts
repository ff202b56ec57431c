// The documents of a filing: which are confidential, and which of them anybody may fetch once the filing is published.
import type { HeldDocument, PublicDocument } from '#domain/attachment/vocabulary'
import type { ConfidentialityRuling, Filing } from './state.ts'

/** The last ruling on a document, or null while nobody has ruled. */
export const rulingOn = ({ rulings }: Pick<Filing, 'rulings'>, attachmentId: string): ConfidentialityRuling | null =>
  rulings.findLast((ruling) => ruling.attachmentId === attachmentId) ?? null

/** Confidential as ruled; before that, as the company asked. */
export const isConfidential = (filing: Pick<Filing, 'rulings'>, document: HeldDocument): boolean =>
  rulingOn(filing, document.attachmentId)?.isConfidential ?? !document.isPublic

/** What the register shows of the documents: those of the published revision that are not confidential, without what was said for confidentiality. */
export const publicDocumentsOf = (filing: Filing): PublicDocument[] => {
  const { published, revisions } = filing
  const revision = published && revisions.find((one) => one.hash === published.revisionHash)
  return (revision?.documents ?? [])
    .filter((document) => !isConfidential(filing, document))
    .map(({ attachmentId, sha256, name, size, type, performedOn, receivedAt }) => ({
      attachmentId,
      sha256,
      name,
      size,
      type,
      performedOn,
      receivedAt,
    }))
}

/** The state with its public documents as they follow from everything else in it. */
export const withPublicDocuments = (filing: Filing): Filing =>
  filing.published === null || filing.revisions.every((revision) => revision.documents.length === 0)
    ? filing
    : { ...filing, publicDocuments: publicDocumentsOf(filing) }
