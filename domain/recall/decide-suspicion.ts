// The rules up to the notice: a suspicion, the company's analysis, the authority's investigation, and the hazard class.
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { sideOf } from '../permission.ts'
import { analysisDue, isPast } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { RecallEvent } from './event.ts'
import { classFault, gravityOf, type RecallFacts, riskCodeFault, unclearScope } from './fault.ts'
import type { Recall } from './state.ts'
import type { RecallOrigin } from './vocabulary.ts'

type Answer = Decision<RecallEvent>

const originOf = (role: Occasion['post']['role']): RecallOrigin =>
  sideOf(role) === 'company' ? 'company' : role === 'system' ? 'incident' : 'authority'

export const create = (command: CommandOf<'create'>, { post, catalogue }: Occasion, { agent, organisation }: RecallFacts): Answer => {
  if (!agent || agent.organisationId !== command.organisationId || !organisation)
    return refuse('recall.agentNeeded', { agentId: command.agentId })
  if (!catalogue.sectors.items.some((sector) => sector.id === command.sector))
    return refuse('recall.sectorNeeded', { sector: command.sector })
  const origin = originOf(post.role)
  // A company does not choose its authority: it reports where it is registered.
  if (origin === 'company' && command.region !== organisation.region)
    return refuse('recall.homeRegionNeeded', { region: organisation.region })
  const {
    class: proposed,
    criteria,
    agentId,
    organisationId,
    sector,
    region,
    scenario,
    incidentId,
    scope,
    hazard,
    riskCodes,
    cause,
    howFound,
    harm,
  } = command
  const fault = unclearScope(command.scope) ?? riskCodeFault(catalogue, command.riskCodes) ?? classFault({ class: proposed, criteria })
  if (fault) return fault
  const agentName = { zh: agent.names.zh || agent.names.en, en: agent.names.en || agent.names.zh }
  return grant({
    ...{ type: 'suspected', origin, incidentId, proposal: { class: proposed, criteria } },
    subject: { agentId, agentName, organisationId, organisationName: organisation.names.zh, sector, region, scenario },
    suspicion: { scope, hazard, riskCodes, cause, howFound, harm },
  })
}

/** A denial needs its evidence; late answers are taken and stay visible as late. */
export const answerAnalysis = (
  recall: Recall,
  { finding, explanation, evidenceHash }: CommandOf<'answerAnalysis'>,
  { at, catalogue }: Occasion,
): Answer => {
  if (recall.analysis?.answer) return refuse('recall.openQuestionNeeded', { finding: recall.analysis.answer.finding })
  if (finding === 'noDefect' && evidenceHash === null) return refuse('recall.evidenceNeeded')
  const due = analysisDue(recall, catalogue)
  return grant({ type: 'analysisAnswered', finding, explanation, evidenceHash, isLate: due !== null && isPast(due, at) })
}

/** The authority takes over where the risk is grave, no answer came in time, or it does not believe the answer (Defective Auto Recall Regulations 13). */
export const openInvestigation = (
  recall: Recall,
  { ground, reason }: CommandOf<'openInvestigation'>,
  { at, catalogue }: Occasion,
): Answer => {
  const answer = recall.analysis?.answer ?? null
  if (ground === 'disagree' && answer === null) return refuse('recall.answerNeeded')
  if (ground === 'noAnswer') {
    const due = analysisDue(recall, catalogue)
    if (answer !== null || due === null || !isPast(due, at)) return refuse('recall.lapsedAnalysisNeeded', { dueOn: due?.on ?? null })
  }
  return grant({ type: 'investigationOpened', ground, reason })
}

/** A graver class holds at once; a lighter one only when a second person has agreed (policy.md 5.3). */
export const changeClass = (recall: Recall, { class: to, criteria, reason }: CommandOf<'changeClass'>): Answer => {
  const fault = classFault({ class: to, criteria })
  if (fault) return fault
  if (to === recall.class) return refuse('recall.otherClassNeeded', { class: to })
  const isDowngrade = recall.class !== null && gravityOf(to) > gravityOf(recall.class)
  if (recall.class !== null && !isDowngrade) return grant({ type: 'classRaised', class: to, criteria, reason })
  return grant({ type: 'classProposed', class: to, criteria, reason, isDowngrade })
}

/** Who proposed a class never confirms it; the same holds for who drafted the notice, by the duties of the case. */
export const validateClass = (recall: Recall, { agrees, reason }: CommandOf<'validateClass'>, { actor }: Occasion): Answer => {
  const proposal = recall.classProposal
  if (proposal === null) return refuse('recall.classProposalNeeded')
  if (proposal.by === actor.personId) return refuse('recall.secondPersonNeeded')
  return agrees
    ? grant({ type: 'classValidated', class: proposal.class, criteria: proposal.criteria, reason })
    : grant({ type: 'classRejected', reason })
}
