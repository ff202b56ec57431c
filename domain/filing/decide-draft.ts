// How a filing is written and signed by the company: opened, filled, imported, confirmed, handed in, handed in again, withdrawn.

import { sectionOfPath } from '#domain/agent/difference'
import { documentsFault, received } from '#domain/attachment/reference'
import type { FiledDocument } from '#domain/attachment/vocabulary'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { checkCreditCode } from '#domain/organisation/credit-code'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { changesOf } from './change-state.ts'
import { canonicalOf, movedClaims } from './claim.ts'
import { hasLapsed, isPastFilingTime, receiptNumber } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { openingContent } from './decide-import.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { notOffered } from './offer.ts'
import { identityOpen } from './provenance.ts'
import { addressesOf, lacking, signable } from './revision.ts'
import type { Filing } from './state.ts'
import type { FilingSection } from './vocabulary.ts'

type Answer = Decision<FilingEvent>

export const inOrder = (scenarios: readonly ScenarioClause[]): ScenarioClause[] => [...new Set(scenarios)].sort((a, b) => a - b)

export const create = (command: CommandOf<'create'>, { catalogue }: Occasion, facts: FilingFacts): Answer => {
  const { organisation, agent, earlier, sameRow = [] } = facts
  if (!organisation || organisation.status === 'closed')
    return refuse('filing.organisationMissing', { organisationId: command.organisationId })
  if (command.agentId !== null && (!agent || agent.organisationId !== command.organisationId))
    return refuse('filing.agentMissing', { agentId: command.agentId })
  if (agent?.status === 'retired') return refuse('filing.agentRetired', { agentId: command.agentId })
  if (command.followsFilingId !== null && (!earlier || earlier.organisationId !== command.organisationId)) {
    return refuse('filing.earlierFilingMissing', { followsFilingId: command.followsFilingId })
  }
  const referred = earlier && changesOf(earlier).some(({ no, stage }) => no === command.followsChange && stage === 'referred')
  if (command.followsChange !== undefined && !referred) return refuse('filing.changeMissing', { no: command.followsChange })
  // A draft that was withdrawn leaves its row free again.
  const taken = sameRow.find((other) => other.status !== 'withdrawn')
  if (command.sheetRow && taken) return refuse('filing.rowTaken', { filingId: taken.id, row: command.sheetRow.row })
  const scenarios = inOrder(command.scenarios)
  const fault = notOffered(catalogue, command.sector, scenarios)
  if (fault) return fault
  return grant({
    type: 'created',
    ofOrganisationId: command.organisationId,
    organisationName: { zh: organisation.names.zh, en: organisation.names.en ?? '' },
    region: organisation.region,
    agentId: command.agentId,
    sector: command.sector,
    scenarios,
    followsFilingId: command.followsFilingId,
    // A filing that follows another starts from what was signed there, so that only the difference must be written.
    ...openingContent(command, facts),
  })
}

const sectionsOf = (changed: readonly string[]): FilingSection[] => [
  ...new Set(
    changed.map(
      (field): FilingSection => (field.startsWith('/') ? (sectionOfPath(field) ?? 'basics') : field.startsWith('use.') ? 'use' : 'basics'),
    ),
  ),
]

/** What is wrong with these documents in this case, or null. A later revision may name any file that the case has had. */
const documentsRefused = (state: Filing, documents: readonly FiledDocument[], at: string): Answer | null => {
  const had = [...state.documents, ...state.revisions.flatMap((revision) => revision.documents)]
  // What a document replaced before may have left the draft since: it was here when that was said.
  const known = had.flatMap(({ attachmentId, replaces }) => (replaces === null ? [attachmentId] : [attachmentId, replaces]))
  const fault = documentsFault(documents, known, shanghaiDateOf(at))
  return fault ? refuse(fault.code, fault.facts) : null
}

/** Writes parts of the form. Once the office has asked for corrections, only the parts that it asked about are open. */
export const describe = (state: Filing, command: CommandOf<'describe'>, { catalogue, at }: Occasion): Answer => {
  const sector = command.sector ?? state.sector ?? ''
  const scenarios = command.scenarios ? inOrder(command.scenarios) : state.draftScenarios
  // The sector decides which authority has the case: another sector is another filing.
  if (state.revisions.length > 0 && sector !== state.sector) return refuse('filing.sectorFixed', { sector: state.sector })
  if (command.sector !== undefined || command.scenarios !== undefined) {
    const fault = notOffered(catalogue, sector, scenarios)
    if (fault) return fault
  }
  const content = { ...state.content, ...command.content }
  const use = { ...state.use, ...command.use }
  const documents = command.documents ? received(state.documents, command.documents, at) : state.documents
  const refused = documentsRefused(state, documents, at)
  if (command.documents && refused) return refused
  const changed = [
    ...(sector === state.sector ? [] : ['sector']),
    ...(canonicalOf(scenarios) === canonicalOf(state.draftScenarios) ? [] : ['scenarios']),
    ...Object.keys(command.use ?? {})
      .filter((key) => canonicalOf(use[key as keyof typeof use]) !== canonicalOf(state.use[key as keyof typeof use]))
      .map((key) => `use.${key}`),
    ...Object.keys(command.content ?? {})
      .filter((key) => canonicalOf(content[key as keyof typeof content]) !== canonicalOf(state.content[key as keyof typeof content]))
      .map((key) => `/${key}`),
    ...(canonicalOf(documents) === canonicalOf(state.documents) ? [] : ['documents']),
  ]
  if (changed.length === 0) return refuse('filing.nothingChanged')
  if (state.status === 'correction_required') {
    const asked = new Set((state.corrections.at(-1)?.items ?? []).map((item) => item.section))
    // Documents go with whatever was asked: an answer may need one that nobody named.
    const closed = sectionsOf(changed.filter((field) => field !== 'documents')).filter((section) => !asked.has(section))
    if (closed.length > 0) return refuse('filing.sectionNotAsked', { sections: closed })
  }
  return grant({
    type: 'described',
    sector,
    scenarios,
    use,
    content,
    claims: movedClaims(state.claims, state.content, content),
    ...(command.documents ? { documents: command.documents } : {}),
    changed,
  })
}

export const confirm = (state: Filing, command: CommandOf<'confirm'>): Answer => {
  const paths = command.paths.filter((path) => state.claims.some((claim) => claim.path === path && claim.confirmedBy === null))
  return paths.length === 0 ? refuse('filing.claimMissing', { paths: command.paths }) : grant({ type: 'claimsConfirmed', paths })
}

type Signed =
  | {
      ok: true
      signed: {
        hash: string
        versionHash: string
        organisationName: Filing['agentName']
        creditCode: string
        region: string
        documents?: readonly FiledDocument[]
      }
    }
  | { ok: false; answer: Answer }

/** Everything that must hold before a representative can sign (policy.md 5.4 no. 13 among it). */
export const sign = (state: Filing, { catalogue }: Occasion, { organisation, agent, sameCode = [] }: FilingFacts): Signed => {
  const no = (answer: Answer): Signed => ({ ok: false, answer })
  if (organisation?.status !== 'verified') return no(refuse('filing.verifiedOrganisationNeeded', { status: organisation?.status ?? null }))
  const check = checkCreditCode(organisation.creditCode ?? '')
  if (!check.ok) return no(refuse('filing.creditCodeInvalid', { creditCode: organisation.creditCode, fault: check.fault }))
  if (agent?.status === 'retired') return no(refuse('filing.agentRetired', { agentId: state.agentId }))
  const open = state.claims.filter((claim) => claim.confirmedBy === null)
  if (open.length > 0) return no(refuse('filing.claimsUnconfirmed', { paths: open.map((claim) => claim.path), count: open.length }))
  const [unanswered, ...others] = identityOpen(state)
  if (unanswered) return no(refuse('filing.identityAnswerNeeded', { provider: unanswered.provider, count: others.length + 1 }))
  const lacks = lacking(state)
  if (lacks.length > 0) return no(refuse('filing.incomplete', { missing: lacks, count: lacks.length }))
  const fault = notOffered(catalogue, state.sector ?? '', state.draftScenarios)
  if (fault) return no(fault)
  // One code names one agent: what the register would show under it must be this agent.
  if (sameCode.some((other) => other.id !== state.agentId && other.status !== 'retired'))
    return no(refuse('filing.identityCodeTaken', { identityCode: state.content.identityCode }))
  const organisationName = { zh: organisation.names.zh, en: organisation.names.en ?? '' }
  const whole = signable(state)
  return {
    ok: true,
    signed: {
      ...addressesOf(whole),
      organisationName,
      creditCode: organisation.creditCode ?? '',
      region: organisation.region,
      ...(whole.documents.length > 0 ? { documents: whole.documents } : {}),
    },
  }
}

export const submit = (state: Filing, occasion: Occasion, facts: FilingFacts): Answer => {
  const result = sign(state, occasion, facts)
  if (!result.ok) return result.answer
  return grant({
    type: 'submitted',
    ...result.signed,
    receiptNo: receiptNumber('AGF', state.region ?? '', facts.serial ?? 0),
    isLate: isPastFilingTime(state, occasion),
  })
}

/** A new revision in place of the last. It voids placements, opinions and recommendation: they were given on what is now replaced. */
export const resubmit = (state: Filing, command: CommandOf<'resubmit'>, occasion: Occasion, facts: FilingFacts): Answer => {
  if (state.status === 'correction_required' && state.corrections.at(-1)?.deliveredAt && hasLapsed(state, 'FIL-5', occasion))
    return refuse('filing.correctionTimePassed', { rule: 'FIL-5' })
  const documents = [...state.documents, ...received(state.documents, command.documents, occasion.at)]
  const refused = documentsRefused(state, documents, occasion.at)
  if (refused) return refused
  const result = sign({ ...state, documents }, occasion, facts)
  if (!result.ok) return result.answer
  if (result.signed.hash === state.revisionHash) return refuse('filing.nothingChanged')
  // The file stays where it was received: a company that moves while it is examined does not change its authority.
  return grant({ type: 'resubmitted', answer: command.answer, ...result.signed, region: state.region ?? result.signed.region })
}
