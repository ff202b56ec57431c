// The letter that a decision would send, made by the same rule that will send it, for the preview beside the form.
import 'server-only'
import type { Recorded } from '#domain/case'
import { deploymentLetters } from '#domain/deployment/letters'
import type { Deployment } from '#domain/deployment/state'
import type { DeploymentEvent } from '#domain/deployment/vocabulary'
import type { FilingEvent } from '#domain/filing/event'
import { filingLetters } from '#domain/filing/letters'
import type { Filing } from '#domain/filing/state'
import type { LetterContent } from '#domain/letter/vocabulary'
import type { FollowOn } from '#domain/world'
import type { Written } from './letter-text.ts'
import type { OfficerReader } from './officer-reader.ts'

const stampFor = (r: OfficerReader) => ({
  by: r.actor.personId,
  role: 'approver' as const,
  authorityId: r.authorityId,
  organisationId: null,
  duty: 'approve' as const,
  at: r.at,
})
const writtenOf = (letters: readonly FollowOn[], at: string): Written | null => {
  const content = letters.find((one) => one.kind === 'letter')?.command as unknown as LetterContent | undefined
  return content
    ? { ...content, issuedAt: at, remedies: content.remedies.map((remedy) => ({ ...remedy, dueOn: null, notBefore: null })) }
    : null
}

/** Null while there is no recommendation. `placeholder` stands where the number will be. */
export const filingDecisionLetter = (
  filing: Filing,
  r: OfficerReader,
  placeholder: string,
  remedies: { reconsideration: { zh: string; en: string }; suit: { zh: string; en: string } },
): Written | null => {
  const { recommendation } = filing
  if (!recommendation) return null
  const { outcome, conditions, reasons, revisionHash } = recommendation
  const own = r.catalogue.authorities.items.find((one) => one.id === r.authorityId)
  const event = {
    type: 'decided',
    outcome,
    number: outcome === 'refuse' ? null : placeholder,
    conditions,
    reasons,
    remedies: outcome === 'file' ? null : remedies,
    forumId: own?.forum ?? null,
    revisionHash,
    versionHash: filing.versionHash ?? '',
    sector: null,
    published: null,
    ...stampFor(r),
  } as Recorded<FilingEvent>
  return writtenOf(filingLetters(filing, event), r.at)
}

export const deploymentDecisionLetter = (
  deployment: Deployment,
  r: OfficerReader,
  placeholder: string,
  remedies: { reconsideration: { zh: string; en: string }; suit: { zh: string; en: string } },
): Written | null => {
  const { recommendation } = deployment
  if (!recommendation) return null
  const { outcome, conditions, reasons, validUntil, applicationHash } = recommendation
  const own = r.catalogue.authorities.items.find((one) => one.id === r.authorityId)
  const event = {
    type: 'decided',
    outcome,
    number: outcome === 'refuse' ? null : placeholder,
    conditions,
    reasons,
    remedies: outcome === 'approve' ? null : remedies,
    forumId: own?.forum ?? null,
    validUntil,
    applicationHash,
    published: null,
    ...stampFor(r),
  } as Recorded<DeploymentEvent>
  return writtenOf(deploymentLetters(deployment, event), r.at)
}
