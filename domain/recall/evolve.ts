// How the events of a recall make its state.
import type { Bilingual } from '../act/act.ts'
import type { RecallEvent, RecordedRecall } from './event.ts'
import { publish } from './published.ts'
import type { Notice, Plan, Recall } from './state.ts'

const changeNotice = (recall: Recall, version: number, change: Partial<Notice>): Recall['notices'] =>
  recall.notices.map((notice) => (notice.version === version ? { ...notice, ...change } : notice))
const changePlan = (recall: Recall, no: number, change: Partial<Plan>): Recall['plans'] =>
  recall.plans.map((plan) => (plan.no === no ? { ...plan, ...change } : plan))

/** The fields of the command, without what every event has. */
const bodyOf = <E extends RecordedRecall>(event: E) => {
  const { type: _, by: __, role: ___, authorityId: ____, organisationId: _____, duty: ______, at: _______, ...body } = event
  return body
}

const validated = (recall: Recall, event: Extract<RecordedRecall, { type: 'classValidated' | 'classRaised' }>): Partial<Recall> => {
  const { class: to, criteria, reason, by, at } = event
  const proposedBy = event.type === 'classRaised' ? by : (recall.classProposal?.by ?? by)
  return { class: to, classProposal: null, classHistory: [...recall.classHistory, { class: to, criteria, proposedBy, by, at, reason }] }
}

const delivered = (
  recall: Recall,
  { act, noticeVersion, deliveredAt }: Extract<RecallEvent, { type: 'deliveryNoted' }>,
): Partial<Recall> => {
  if (act === 'analysis') return { analysis: recall.analysis && { ...recall.analysis, deliveredAt } }
  if (act === 'order') return { binding: recall.binding && { ...recall.binding, deliveredAt } }
  return { notices: changeNotice(recall, noticeVersion ?? 0, { deliveredAt }) }
}

const issued = (recall: Recall, event: Extract<RecordedRecall, { type: 'noticeIssued' }>): Partial<Recall> => {
  const { version, content, changeReason, draftedBy, reasons, basis, affected, excluded, by, at, authorityId } = event
  const notice: Notice = {
    version,
    content,
    changeReason,
    class: event.class,
    draftedBy,
    issuedBy: by,
    issuedAt: at,
    authorityId,
    reasons,
    basis,
    affected,
    excluded,
    deliveredAt: null,
    objection: null,
    review: null,
    droppedAt: null,
  }
  return {
    ...{
      number: event.number,
      notices: [...recall.notices, notice],
      draft: null,
      isTold: true,
      orderPreparedAt: null,
      status: 'recall_notice',
    },
    // A wider notice that comes while one is still open keeps the place to which the case returns.
    statusBefore: recall.binding === null ? null : (recall.statusBefore ?? (recall.status === 'none' ? null : recall.status)),
  }
}

const declared = (recall: Recall, event: Extract<RecordedRecall, { type: 'voluntarilyDeclared' }>): Partial<Recall> => {
  const { version, statement, notice, affected, excluded, by, at } = event
  const own: Notice[] = notice
    ? [
        {
          ...notice,
          version,
          changeReason: null,
          draftedBy: null,
          issuedBy: by,
          issuedAt: at,
          authorityId: null,
          reasons: statement,
          basis: notice.content.legalBasis,
          affected,
          excluded,
          deliveredAt: at,
          objection: null,
          review: null,
          droppedAt: null,
        },
      ]
    : []
  const binding = {
    noticeVersion: version,
    how: 'voluntary',
    ground: null,
    reasons: statement,
    basis: [],
    deliveredAt: at,
    affected,
    excluded,
    by,
    at,
  } as const
  return {
    number: event.number,
    notices: [...recall.notices, ...own],
    binding,
    status: 'voluntary_recall',
    statusBefore: null,
    draft: null,
    isTold: true,
    final: null,
    evaluation: null,
  }
}

const lifted = (recall: Recall, isLifted: boolean, at: string, liftReason: Bilingual | null): Partial<Recall> =>
  isLifted && recall.emergency ? { emergency: { ...recall.emergency, liftedAt: at, liftReason } } : {}

const step = (recall: Recall, event: RecordedRecall): Partial<Recall> => {
  const { by, at } = event
  switch (event.type) {
    case 'suspected': {
      const { origin, subject, suspicion, incidentId, proposal } = event
      const isOwn = origin === 'company'
      return {
        ...{ ...subject, origin, incidentId, openedAt: at, ownerId: origin === 'authority' ? by : null },
        ...{
          suspicion: { ...suspicion, by, at },
          disclosed: isOwn ? suspicion : null,
          isTold: isOwn,
          classProposal: { ...proposal, reason: null, by, at },
        },
        // A company that reports itself must analyse at once, as if asked (Defective Auto Recall Regulations 12).
        status: isOwn ? 'company_analysis' : 'suspected',
        analysis: isOwn ? { askedAt: at, deliveredAt: at, questions: '', basis: [], answer: null } : null,
      }
    }
    case 'analysisAsked':
      return {
        ...{
          status: 'company_analysis',
          isTold: true,
          ownerId: by,
          analysis: { askedAt: at, deliveredAt: null, questions: event.questions, basis: event.basis, answer: null },
        },
        disclosed: recall.suspicion && {
          scope: recall.suspicion.scope,
          hazard: recall.suspicion.hazard,
          riskCodes: recall.suspicion.riskCodes,
          cause: recall.suspicion.cause,
          howFound: recall.suspicion.howFound,
          harm: recall.suspicion.harm,
        },
      }
    case 'analysisAnswered': {
      const { finding, explanation, evidenceHash, isLate } = event
      return {
        analysis: recall.analysis && { ...recall.analysis, answer: { finding, explanation, evidenceHash, isLate, by, at } },
        status: finding === 'noDefect' ? 'no_defect' : 'company_analysis',
      }
    }
    case 'investigationOpened':
      return { status: 'authority_investigation', ownerId: by, investigation: { ground: event.ground, reason: event.reason, by, at } }
    case 'noticeDrafted':
      return { draft: { content: event.content, version: event.version, reason: event.reason, by, at } }
    case 'classProposed':
      return { classProposal: { class: event.class, criteria: event.criteria, reason: event.reason, by, at } }
    case 'classRaised':
    case 'classValidated':
      return validated(recall, event)
    case 'classRejected':
      return { classProposal: null }
    case 'noticeIssued':
      return issued(recall, event)
    case 'deliveryNoted':
      return delivered(recall, event)
    case 'objected': {
      const { noticeVersion, grounds, evidenceHash, asksTesting } = event
      return {
        status: 'objection',
        notices: changeNotice(recall, noticeVersion, { objection: { grounds, evidenceHash, asksTesting, by, at } }),
      }
    }
    case 'reviewConvened':
      return {
        status: 'expert_review',
        notices: changeNotice(recall, event.noticeVersion, {
          review: { panel: event.panel, testing: event.testing, opinion: null, by, at },
        }),
      }
    case 'opinionRecorded': {
      const { noticeVersion, finding, summary, reportHash, dissent } = event
      const review = recall.notices.find((notice) => notice.version === noticeVersion)?.review ?? null
      return {
        notices: changeNotice(recall, noticeVersion, {
          review: review && { ...review, opinion: { finding, summary, reportHash, dissent, by, at } },
        }),
      }
    }
    case 'closedNoDefect':
      return {
        status: 'closed_no_defect',
        closure: { how: 'noDefect', reasons: event.reasons, publicReason: event.publicReason, openReason: null, by, at },
        ...lifted(recall, event.isEmergencyLifted, at, event.publicReason),
      }
    case 'expansionDropped':
      return {
        status: recall.statusBefore ?? recall.status,
        statusBefore: null,
        draft: null,
        notices: changeNotice(recall, event.noticeVersion, { droppedAt: at }),
      }
    case 'voluntarilyDeclared':
      return declared(recall, event)
    case 'orderPrepared':
      return { orderPreparedAt: at }
    case 'ordered': {
      const { noticeVersion, ground, reasons, basis, affected, excluded } = event
      return {
        status: 'recall_ordered',
        statusBefore: null,
        final: null,
        evaluation: null,
        binding: { noticeVersion, how: 'ordered', ground, reasons, basis, deliveredAt: null, affected, excluded, by, at },
      }
    }
    case 'planFiled':
      return { status: 'plan_filed', plans: [...recall.plans, { ...bodyOf(event), published: null, by, at }] }
    case 'planPublished': {
      const { planNo, isLate, toldLate, text, address, told } = event
      return { status: 'in_progress', plans: changePlan(recall, planNo, { published: { text, address, told, isLate, toldLate, by, at } }) }
    }
    case 'acknowledged':
      return {
        responses: {
          ...recall.responses,
          [event.deploymentId]: {
            proved: null,
            ...recall.responses[event.deploymentId],
            declared: { statement: event.statement, note: event.note, by, at },
          },
        },
      }
    case 'checked': {
      const { deploymentId, outcome, method, evidenceHash, note } = event
      return {
        responses: {
          ...recall.responses,
          [deploymentId]: { declared: null, ...recall.responses[deploymentId], proved: { outcome, method, evidenceHash, note, by, at } },
        },
      }
    }
    case 'stageReported': {
      const { no, noticeVersion, affected, buckets, narrative, next, isLate } = event
      return { reports: [...recall.reports, { no, noticeVersion, affected, buckets, narrative, next, isLate, by, at }] }
    }
    case 'finished': {
      const { noticeVersion, affected, buckets, finishedOn, summary, evidenceHash, isLate } = event
      return { status: 'completed', final: { noticeVersion, affected, buckets, finishedOn, summary, evidenceHash, isLate, by, at } }
    }
    case 'evaluated':
      return {
        status: 'effect_evaluation',
        evaluation: { panel: event.panel, outcome: event.outcome, opinion: event.opinion, reportHash: event.reportHash, by, at },
      }
    case 'terminated':
      return {
        status: 'terminated',
        closure: { how: 'terminated', reasons: event.reasons, publicReason: event.publicReason, openReason: event.openReason, by, at },
        ...lifted(recall, event.isEmergencyLifted, at, event.publicReason),
      }
    case 'furtherMeasuresOrdered':
      return {
        status: 'further_measures',
        final: null,
        further: { measures: event.measures, reasons: event.reasons, basis: event.basis, dueOn: event.dueOn, by, at },
      }
    case 'versionCleared':
      return {
        cleared: [...recall.cleared, { versionHash: event.versionHash, reason: event.reason, evidenceHash: event.evidenceHash, by, at }],
      }
    case 'emergencyProposed':
      return { emergencyProposal: { ...bodyOf(event), by, at } }
    case 'emergencyOrdered': {
      const { number, ...body } = bodyOf(event)
      return {
        number,
        isTold: true,
        emergencyProposal: null,
        emergency: { ...body, liftedAt: null, liftReason: null, prolonged: [], by, at },
      }
    }
    case 'emergencyProlonged':
      return {
        emergency: recall.emergency && {
          ...recall.emergency,
          reviewOn: event.reviewOn,
          prolonged: [...recall.emergency.prolonged, { reasons: event.reasons, reviewOn: event.reviewOn, by, at }],
        },
      }
    case 'overturned': {
      const { reconsiderationId, reconsiderationNumber, outcome, publicReason, on } = event
      return {
        status: 'authority_investigation',
        statusBefore: null,
        binding: null,
        // The notice that the order rested on binds nobody; it stays readable as dropped.
        notices: recall.binding ? changeNotice(recall, recall.binding.noticeVersion, { droppedAt: at }) : recall.notices,
        ...{ final: null, evaluation: null, further: null, draft: null },
        overturned: [...(recall.overturned ?? []), { reconsiderationId, reconsiderationNumber, outcome, publicReason, on }],
      }
    }
    case 'emergencyLifted':
      return lifted(recall, true, at, event.publicReason)
  }
}

export const evolveRecall = (recall: Recall, event: RecordedRecall): Recall => {
  const next: Recall = { ...recall, ...step(recall, event) }
  return { ...next, published: publish(next) }
}
