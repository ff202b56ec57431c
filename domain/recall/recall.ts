// The rules of a recall: the whole road of policy.md 5.3, from a suspicion to its end, and the interim stop beside it.
import { type Decision, grant, type Kind, type Move, type Needs, type Occasion, refuse, type StateMark, type Summary } from '../case.ts'
import type { Catalogue } from '../catalogue/shipped.ts'
import { isOwnOrganisation } from '../permission.ts'
import { nextDue, objectionDue } from './clocks.ts'
import { type RecallCommand, recallCommands } from './command.ts'
import { liftEmergency, orderEmergency, prolongEmergency, proposeEmergency } from './decide-emergency.ts'
import { closeNoDefect, conveneReview, draftNotice, issueNotice, noteDelivery, object, recordOpinion } from './decide-notice.ts'
import { declareVoluntary, order, prepareOrder, reopen } from './decide-order.ts'
import {
  acknowledge,
  clearVersion,
  evaluate,
  filePlan,
  finish,
  furtherMeasures,
  publishPlan,
  recordCheck,
  reportStage,
  terminate,
} from './decide-remedy.ts'
import { answerAnalysis, changeClass, create, openInvestigation, validateClass } from './decide-suspicion.ts'
import type { RecallEvent } from './event.ts'
import { evolveRecall } from './evolve.ts'
import type { RecallFacts } from './fault.ts'
import { affectedNow } from './progress.ts'
import { publicFactsOf } from './public-facts.ts'
import { serialScope } from './recall-number.ts'
import { currentNotice, type Recall, recallFields, recallInitial, standingEmergency } from './state.ts'
import { type OpenStatus, openStatuses, type RecallStatus, recallStatuses } from './vocabulary.ts'

export { type Block, blockOf, blocks } from './blocks.ts'
export type { Recall } from './state.ts'

const decide = (recall: Recall, command: RecallCommand, occasion: Occasion, facts: RecallFacts): Decision<RecallEvent> => {
  // While the company does not know of the case its place names no company: the conflict of interest is asked here all the same.
  const { actor, post } = occasion
  const organisationId = command.type === 'create' ? command.organisationId : recall.organisationId
  if (post.authorityId !== null && isOwnOrganisation(actor, { organisationId, sector: null, region: null }))
    return refuse('case.ownOrganisation')
  switch (command.type) {
    case 'create':
      return create(command, occasion, facts)
    case 'askAnalysis':
      return grant({ type: 'analysisAsked', questions: command.questions, basis: command.basis })
    case 'answerAnalysis':
      return answerAnalysis(recall, command, occasion)
    case 'openInvestigation':
      return openInvestigation(recall, command, occasion)
    case 'changeClass':
      return changeClass(recall, command)
    case 'validateClass':
      return validateClass(recall, command, occasion)
    case 'draftNotice':
    case 'expand':
      return draftNotice(recall, command, occasion)
    case 'issueNotice':
      return issueNotice(recall, command, occasion, facts)
    case 'noteDelivery':
      return noteDelivery(recall, command)
    case 'object':
      return object(recall, command, occasion)
    case 'conveneReview':
      return conveneReview(recall, command)
    case 'recordOpinion':
      return recordOpinion(recall, command)
    case 'closeNoDefect':
      return closeNoDefect(recall, command)
    case 'declareVoluntary':
      return declareVoluntary(recall, command, occasion, facts)
    case 'prepareOrder':
      return prepareOrder(recall, occasion)
    case 'order':
      return order(recall, command, occasion, facts)
    case 'filePlan':
      return filePlan(recall, command, occasion)
    case 'publishPlan':
      return publishPlan(recall, command, occasion)
    case 'acknowledge':
      return acknowledge(recall, command)
    case 'recordCheck':
      return recordCheck(recall, command)
    case 'reportStage':
      return reportStage(recall, command, occasion)
    case 'finish':
      return finish(recall, command, occasion)
    case 'evaluate':
      return evaluate(recall, command, occasion)
    case 'terminate':
      return terminate(recall, command, occasion)
    case 'furtherMeasures':
      return furtherMeasures(recall, command, occasion)
    case 'clearVersion':
      return clearVersion(recall, command, facts)
    case 'proposeEmergency':
      return proposeEmergency(recall, command, occasion)
    case 'orderEmergency':
      return orderEmergency(recall, command, occasion, facts)
    case 'prolongEmergency':
      return prolongEmergency(recall, command, occasion)
    case 'liftEmergency':
      return liftEmergency(recall, command)
    case 'reopen':
      return reopen(recall, command, occasion)
  }
}

const officer = ['recall_officer'] as const
const signatory = ['recall_signatory'] as const
/** Acts of will of the company are not the filer's. */
const company = ['compliance_lead', 'representative'] as const
const anyoneThere = ['filer', 'compliance_lead', 'representative'] as const

/** Something binds the company, or did until a wider notice came. */
const carriedOut = [
  'voluntary_recall',
  'recall_ordered',
  'plan_filed',
  'in_progress',
  'completed',
  'effect_evaluation',
  'further_measures',
] as const satisfies readonly OpenStatus[]
const pending = ['recall_notice', 'objection', 'expert_review'] as const satisfies readonly OpenStatus[]
const sign = { by: signatory, duty: 'sign_notice', stepUp: true } as const

const moves: Record<RecallCommand['type'], Move<RecallStatus>> = {
  create: { by: [...officer, ...company, 'system'], from: ['none'] },
  askAnalysis: { by: officer, from: ['suspected'] },
  answerAnalysis: { by: company, from: ['company_analysis'] },
  openInvestigation: { by: officer, from: ['suspected', 'company_analysis', 'no_defect'] },
  changeClass: { by: officer, from: openStatuses },
  validateClass: { by: [...officer, ...signatory], from: openStatuses, duty: 'validate_class' },
  draftNotice: { by: officer, from: ['authority_investigation'], duty: 'draft_notice' },
  expand: { by: officer, from: ['recall_notice', ...carriedOut], duty: 'draft_notice' },
  issueNotice: { ...sign, from: ['authority_investigation', 'recall_notice', ...carriedOut] },
  noteDelivery: { by: ['system'], from: recallStatuses, quiet: true },
  object: { by: company, from: ['recall_notice'] },
  conveneReview: { by: officer, from: ['objection'] },
  recordOpinion: { by: officer, from: ['expert_review'] },
  closeNoDefect: { ...sign, from: ['suspected', 'no_defect', 'authority_investigation', ...pending] },
  declareVoluntary: { by: company, from: ['company_analysis', 'authority_investigation', ...pending] },
  prepareOrder: { by: ['system'], from: ['recall_notice'], quiet: true },
  order: { ...sign, from: ['recall_notice', 'expert_review'] },
  filePlan: { by: company, from: ['voluntary_recall', 'recall_ordered', 'further_measures', 'plan_filed', 'in_progress'] },
  publishPlan: { by: company, from: ['plan_filed'] },
  acknowledge: { by: anyoneThere, from: openStatuses },
  recordCheck: { by: officer, from: openStatuses },
  reportStage: { by: anyoneThere, from: ['in_progress', ...pending] },
  finish: { by: company, from: ['in_progress'] },
  evaluate: { by: officer, from: ['completed'], duty: 'evaluate' },
  terminate: { ...sign, from: ['effect_evaluation'] },
  furtherMeasures: { ...sign, from: ['effect_evaluation'] },
  clearVersion: { ...sign, from: openStatuses },
  proposeEmergency: { by: officer, from: openStatuses, duty: 'draft_notice' },
  orderEmergency: { ...sign, from: openStatuses },
  prolongEmergency: { ...sign, from: openStatuses },
  liftEmergency: { ...sign, from: openStatuses },
  reopen: { by: ['system'], from: recallStatuses, quiet: true },
}

const needs = (recall: Recall, command: RecallCommand): Needs => {
  const agent: Needs = { agent: { one: 'agent', id: command.type === 'create' ? command.agentId : recall.agentId } }
  switch (command.type) {
    case 'create':
      return { ...agent, organisation: { one: 'organisation', id: command.organisationId } }
    case 'clearVersion':
      return agent
    case 'issueNotice':
    case 'declareVoluntary':
    case 'order':
    case 'orderEmergency':
      return {
        ...agent,
        deployments: { many: 'deployment', link: 'agent', to: recall.agentId },
        ...(recall.number === null ? { serial: { serial: serialScope(recall) } } : {}),
      }
    default:
      return {}
  }
}

const marks: Record<Recall['status'], StateMark> = {
  none: 'draft',
  suspected: 'review',
  company_analysis: 'waiting',
  no_defect: 'review',
  authority_investigation: 'review',
  recall_notice: 'submitted',
  objection: 'review',
  expert_review: 'review',
  closed_no_defect: 'ended',
  voluntary_recall: 'recalled',
  recall_ordered: 'recalled',
  plan_filed: 'recalled',
  in_progress: 'recalled',
  completed: 'recalled',
  effect_evaluation: 'recalled',
  further_measures: 'recalled',
  terminated: 'ended',
}

/** What binds or stops stays the mark while a wider notice is on its way. */
const markOf = (recall: Recall): StateMark => {
  if (marks[recall.status] === 'ended') return 'ended'
  if (recall.binding !== null) return 'recalled'
  return standingEmergency(recall) ? 'suspended' : marks[recall.status]
}

const summary = (recall: Recall, catalogue: Catalogue): Summary => {
  const next = nextDue(recall, catalogue)
  const reviewOn = standingEmergency(recall)?.reviewOn ?? null
  const isReview = reviewOn !== null && (next?.due.on == null || reviewOn < next.due.on)
  const notice = recall.status === 'recall_notice' && recall.orderPreparedAt === null ? currentNotice(recall) : null
  const lapseAt = notice ? (objectionDue(notice, catalogue)?.at ?? null) : null
  return {
    title: recall.agentName,
    number: recall.number,
    mark: markOf(recall),
    organisationName: recall.organisationName,
    scenario: recall.sector !== null && recall.scenario !== null ? `${recall.sector}:${recall.scenario}` : null,
    lane: null,
    tier: null,
    ownerId: recall.ownerId,
    dueOn: isReview ? reviewOn : (next?.due.on ?? null),
    dueRule: isReview || next?.due.on == null ? null : next.rule,
    lapse: lapseAt === null ? null : { at: lapseAt, command: 'prepareOrder' },
    openedAt: recall.openedAt,
    decidedAt: recall.binding?.at ?? recall.closure?.at ?? null,
    isPublic: recall.published !== null,
    words: [recall.agentName.en, ...(recall.published?.notice?.riskCodes ?? []), ...(recall.class ? [`class-${recall.class}`] : [])].filter(
      (word) => word !== '',
    ),
  }
}

export const recall: Kind<Recall, RecallCommand, RecallEvent, RecallFacts> = {
  name: 'recall',
  plural: 'recalls',
  isSingle: true,
  statuses: recallStatuses,
  commands: recallCommands,
  moves,
  initial: recallInitial,
  /** A suspicion that the company was not told of does not exist for it. */
  place: ({ isTold, organisationId, sector, region }) => ({ organisationId: isTold ? organisationId : null, sector, region }),
  needs,
  decide,
  evolve: evolveRecall,
  summary,
  fields: recallFields,
  links: (state) => {
    const reached = affectedNow(state)
    return {
      agent: state.agentId,
      organisation: state.organisationId,
      filing: [...new Set(reached.map((one) => one.filingId).filter((id) => id !== null))],
      deployment: reached.map((one) => one.deploymentId),
    }
  },
  publicFacts: publicFactsOf,
}
