// What is wrong with a scope, a class, a text or a panel: checks that several commands of a recall share.
import type { Bilingual } from '../act/act.ts'
import { type Decision, refuse } from '../case.ts'
import type { Catalogue } from '../catalogue/shipped.ts'
import type { ClassProposal, NoticeContent, Panelist } from './command.ts'
import { type AgentSeen, affected, type DeploymentSeen, type Reach, type Scope, scopeFault } from './scope.ts'
import { type FoundSoftening, softeningIn, softens } from './softening.ts'
import { classCriteria, type RecallClass, recallClasses } from './vocabulary.ts'

/** Other cases that a rule looks at. */
export type RecallFacts = {
  agent?: (AgentSeen & { status: string; organisationId: string | null; names: { zh: string; en: string } }) | null
  organisation?: { status: string; region: string; names: { zh: string; en: string | null } } | null
  deployments?: readonly DeploymentSeen[]
  serial?: number
}

/** 0 is the gravest. */
export const gravityOf = (name: RecallClass): number => recallClasses.indexOf(name)

/** The class that the gravest criterion asks for is the least grave that may be proposed (features.md C3). */
export const classFault = ({ class: proposed, criteria }: ClassProposal): Decision<never> | null => {
  const asked = criteria.map((criterion) => classCriteria[criterion]).sort((a, b) => gravityOf(a) - gravityOf(b))[0] ?? 'III'
  return gravityOf(proposed) > gravityOf(asked) ? refuse('recall.graverClassNeeded', { class: proposed, asked }) : null
}

export const riskCodeFault = (catalogue: Catalogue, riskCodes: readonly string[]): Decision<never> | null => {
  const unknown = riskCodes.filter((code) => !catalogue['risk-codes'].items.some((item) => item.id === code))
  return unknown.length > 0 ? refuse('recall.knownRiskCodesNeeded', { codes: unknown }) : null
}

export const unclearScope = (scope: Scope): Decision<never> | null => {
  const fault = scopeFault(scope)
  return fault ? { granted: false, refusal: fault } : null
}

/** The phrases for people, the places for the form. */
const softWords = (found: readonly FoundSoftening[]): Decision<never> =>
  refuse('recall.plainWordsNeeded', { phrases: [...new Set(found.map((one) => one.phrase))], found })

/** A notice must not make the risk look smaller; an officer who means the words says why (features.md C5). */
export const noticeFault = (catalogue: Catalogue, content: NoticeContent): Decision<never> | null => {
  const found = content.softeningReason === null ? softeningIn(content) : []
  const outside = content.targetDates
    .filter((target) => !content.measures.includes(target.measure) || target.on < content.startOn)
    .map((target) => target.measure)
  return (
    unclearScope(content.scope) ??
    riskCodeFault(catalogue, content.riskCodes) ??
    (outside.length > 0 ? refuse('recall.fittingTargetsNeeded', { measures: outside }) : null) ??
    (found.length > 0 ? softWords(found) : null)
  )
}

export const softTextFault = (texts: Record<string, Bilingual>, reason: string | null): Decision<never> | null => {
  if (reason !== null) return null
  const found = Object.entries(texts).flatMap(([name, text]) =>
    (['zh', 'en'] as const).flatMap((language) => softens(text[language]).map((one) => ({ ...one, field: `${name}.${language}` }))),
  )
  return found.length > 0 ? softWords(found) : null
}

const leastPanel = 3

/** Experts without interest in the company (Defective Auto Recall Regulations 15, 21): each declares, and who has one, or works there, does not sit. */
export const panelFault = (panel: readonly Panelist[], organisationName: string | null): Decision<never> | null => {
  const interested = panel.filter((one) => one.hasInterest || one.affiliation === organisationName).map((one) => one.name)
  if (interested.length > 0) return refuse('recall.disinterestedPanelNeeded', { interested })
  const distinct = new Set(panel.map((one) => `${one.name}\n${one.affiliation}`)).size
  return distinct < Math.max(leastPanel, panel.length) ? refuse('recall.fullPanelNeeded', { least: leastPanel, given: distinct }) : null
}

/** Whom a scope reaches now. Refusal: recall.agentNeeded. */
export const reachOf = (scope: Scope, { agent, deployments }: RecallFacts): Reach | Decision<never> =>
  agent ? affected(scope, agent, deployments ?? []) : refuse('recall.agentNeeded')
