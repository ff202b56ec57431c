// The story of a recall in sections, each only where something is known: suspicion, class, analysis, notice, objection, binding, plan, end, interim stop.
import 'server-only'
import { objectionDue } from '#domain/recall/clocks'
import type { Recall } from '#domain/recall/state'
import { formatMomentFull } from '#messages/format'
import type { DeskReader } from './desk-reader.ts'
import { scopeWords } from './recall-lines.ts'

export type Section = { key: string; title: string; lines: { key: string; term: string; value: string; care?: boolean }[] }
type Names = ReadonlyMap<string, { zh: string; en: string }>

/** Everybody named in the state, for one look-up. */
export const personsIn = (state: Partial<Recall>): string[] => {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (['by', 'draftedBy', 'issuedBy', 'proposedBy'].includes(key) && typeof inner === 'string') found.add(inner)
      else walk(inner)
    }
  }
  walk({ ...state, published: null })
  return [...found]
}

export const overviewSections = (state: Partial<Recall>, names: Names, r: DeskReader): Section[] => {
  const { say, book } = r
  const o = (key: string, facts: Record<string, string | number> = {}) => say(`recallDesk.overview.${key}`, facts)
  const who = (id: string | null | undefined) => (id ? book.name(names.get(id)) || say('case.nobody') : '')
  const at = formatMomentFull
  const join = r.locale === 'en' ? ', ' : say('recallDesk.notice.join')
  const criteria = (list: readonly string[]) => list.map((one) => say(`recall.option.classCriteria.${one}`)).join(join)
  const late = (isLate: boolean) => (isLate ? o('late') : '')
  const section = (key: string, title: string, lines: Section['lines']): Section[] =>
    lines.length === 0 ? [] : [{ key, title: o(title), lines }]
  const line = (key: string, term: string, value: string | null | undefined, care = false) =>
    value ? [{ key, term: o(term), value, care }] : []
  const suspicion = state.suspicion ?? state.disclosed ?? null
  const plan = state.plans?.at(-1) ?? null
  return [
    ...section(
      'suspicion',
      'suspicion',
      suspicion
        ? [
            ...line('hazard', 'hazard', book.name(suspicion.hazard)),
            ...line('scope', 'scope', scopeWords(suspicion.scope, r)),
            ...line(
              'risks',
              'risks',
              suspicion.riskCodes
                .map((code) => {
                  const item = r.catalogue['risk-codes'].items.find((one) => one.id === code)
                  return item ? `${code} ${book.name(item)}` : code
                })
                .join(join),
            ),
            ...line(
              'cause',
              'cause',
              suspicion.cause
                ? `${say(`recall.option.causeKinds.${suspicion.cause.kind}`)} ${suspicion.cause.name} ${suspicion.cause.version ?? ''}`
                : null,
            ),
            ...line('howFound', 'howFound', suspicion.howFound),
            ...line('harm', 'harm', suspicion.harm),
          ]
        : [],
    ),
    ...section('class', 'class', [
      ...(state.classHistory?.at(-1) && state.class
        ? line(
            'class',
            'class',
            o('classSet', { class: state.class, who: who(state.classHistory.at(-1)?.by), at: at(state.classHistory.at(-1)?.at ?? '') }),
          )
        : line('class', 'class', state.class ?? o('classNone'), !state.class)),
      ...(state.classProposal
        ? [
            {
              key: 'proposal',
              term: say('recall.field.classProposal'),
              value: o('classProposal', {
                who: who(state.classProposal.by),
                class: state.classProposal.class,
                criteria: criteria(state.classProposal.criteria),
              }),
              care: true,
            },
          ]
        : []),
    ]),
    ...section('emergency', 'emergency', [
      ...(state.emergencyProposal
        ? [
            {
              key: 'proposed',
              term: say('recall.field.emergencyProposal'),
              value: o('emergencyProposed', {
                who: who(state.emergencyProposal.by),
                at: at(state.emergencyProposal.at),
                on: state.emergencyProposal.reviewOn,
              }),
              care: true,
            },
          ]
        : []),
      ...(state.emergency
        ? [
            {
              key: 'stands',
              term: o('emergency'),
              value: state.emergency.liftedAt
                ? o('emergencyLifted', { at: at(state.emergency.liftedAt), reason: book.name(state.emergency.liftReason) })
                : o('emergencyStands', {
                    at: at(state.emergency.at),
                    on: state.emergency.reviewOn,
                    count: state.emergency.affected.length,
                  }),
              care: !state.emergency.liftedAt,
            },
          ]
        : []),
      ...(state.emergencyProposal || state.emergency ? [{ key: 'hint', term: '', value: o('emergencyHint') }] : []),
    ]),
    ...section(
      'analysis',
      'analysis',
      state.analysis
        ? [
            {
              key: 'asked',
              term: o('analysis'),
              value: o('asked', { at: at(state.analysis.askedAt), questions: state.analysis.questions }),
            },
            {
              key: 'delivered',
              term: say('recall.field.deliveredAt'),
              value: state.analysis.deliveredAt ? o('delivered', { at: at(state.analysis.deliveredAt) }) : o('notDelivered'),
            },
            {
              key: 'answer',
              term: say('recall.field.finding'),
              value: state.analysis.answer
                ? o('answered', {
                    at: at(state.analysis.answer.at),
                    finding: say(`recall.option.analysisFindings.${state.analysis.answer.finding}`),
                    explanation: state.analysis.answer.explanation,
                  }) + late(state.analysis.answer.isLate)
                : o('notAnswered'),
            },
          ]
        : [],
    ),
    ...section(
      'investigation',
      'investigation',
      state.investigation
        ? [
            {
              key: 'i',
              term: o('investigation'),
              value: o('investigated', {
                at: at(state.investigation.at),
                who: who(state.investigation.by),
                ground: say(`recall.option.investigationGrounds.${state.investigation.ground}`),
                reason: state.investigation.reason,
              }),
            },
          ]
        : [],
    ),
    ...section(
      'draft',
      'draft',
      state.draft
        ? [
            {
              key: 'd',
              term: o('draft'),
              value: o('draftBy', { version: state.draft.version, who: who(state.draft.by), at: at(state.draft.at) }),
            },
          ]
        : [],
    ),
    ...[...(state.notices ?? [])].reverse().map((notice): Section => {
      const due = objectionDue(notice, r.catalogue)
      return {
        key: `notice-${notice.version}`,
        title: o('notice', { version: notice.version }),
        lines: [
          {
            key: 'issued',
            term: say('recall.command.issueNotice.label'),
            value: o('issued', { who: who(notice.issuedBy), at: at(notice.issuedAt) }),
          },
          {
            key: 'delivered',
            term: say('recall.field.deliveredAt'),
            value: notice.deliveredAt
              ? `${o('delivered', { at: at(notice.deliveredAt) })}${due?.on ? ` · ${o('objectionDue', { on: due.on })}` : ''}`
              : o('notDelivered'),
          },
          { key: 'scope', term: o('scope'), value: scopeWords(notice.content.scope, r) },
          ...(notice.objection
            ? [
                {
                  key: 'objection',
                  term: o('objection'),
                  value: o('objected', { at: at(notice.objection.at), grounds: notice.objection.grounds }),
                  care: true,
                },
              ]
            : []),
          ...(notice.review
            ? [
                {
                  key: 'review',
                  term: o('review'),
                  value: notice.review.panel.map((one) => o('panel', { name: one.name, affiliation: one.affiliation })).join(join),
                },
              ]
            : []),
          ...(notice.review?.opinion
            ? [
                {
                  key: 'opinion',
                  term: say('recall.field.finding'),
                  value: o('opinion', {
                    at: at(notice.review.opinion.at),
                    finding: say(`recall.option.analysisFindings.${notice.review.opinion.finding}`),
                    summary: notice.review.opinion.summary,
                  }),
                },
              ]
            : []),
        ],
      }
    }),
    ...section(
      'binding',
      'binding',
      state.binding
        ? [
            {
              key: 'bound',
              term: o('binding'),
              value: o(`bound.${state.binding.how}`, {
                at: at(state.binding.at),
                ground: state.binding.ground ? o(`ground.${state.binding.ground}`) : '',
              }),
            },
            { key: 'reasons', term: say('recall.field.reasons'), value: state.binding.reasons },
          ]
        : [],
    ),
    ...section(
      'plan',
      'plan',
      plan
        ? [
            { key: 'filed', term: o('plan'), value: o('planFiled', { no: plan.no, at: at(plan.at), late: late(plan.isLate) }) },
            { key: 'remedy', term: say('recall.field.remedy'), value: book.name(plan.remedy) },
            {
              key: 'published',
              term: say('recall.command.publishPlan.label'),
              value: plan.published
                ? o('planPublished', { at: at(plan.published.at), late: late(plan.published.isLate) })
                : o('planNotPublished'),
            },
          ]
        : [],
    ),
    ...section(
      'evaluation',
      'evaluation',
      state.evaluation
        ? [
            {
              key: 'e',
              term: o('evaluation'),
              value: o('evaluated', {
                at: at(state.evaluation.at),
                outcome: say(`recall.option.effectOutcomes.${state.evaluation.outcome}`),
                opinion: state.evaluation.opinion,
              }),
            },
          ]
        : [],
    ),
    ...section(
      'cleared',
      'cleared',
      (state.cleared ?? []).map((one) => ({ key: one.versionHash, term: one.versionHash.slice(0, 12), value: one.reason })),
    ),
    ...section(
      'closure',
      'closure',
      state.closure
        ? [
            {
              key: 'c',
              term: o('closure'),
              value: o('closed', { at: at(state.closure.at), who: who(state.closure.by), reasons: state.closure.reasons }),
            },
          ]
        : [],
    ),
  ]
}

/** Who has done what that another must do as well. */
export const fourEyes = (state: Partial<Recall>, names: Names, r: DeskReader) => {
  const { say, book } = r
  const f = (key: string, facts: Record<string, string> = {}) => say(`recallDesk.four.${key}`, facts)
  const notice = state.notices?.at(-1) ?? null
  const eye = (key: string, id: string | null | undefined) => ({
    key,
    who: id ? f('by', { name: book.name(names.get(id)) || say('case.nobody'), duty: f(key) }) : f(key),
    state: id ? ('done' as const) : ('open' as const),
    says: f(id ? 'done' : 'waiting'),
  })
  return [
    eye('class', state.class ? state.classHistory?.at(-1)?.by : null),
    eye('draft', state.draft?.by ?? notice?.draftedBy),
    eye('sign', state.draft ? null : notice?.issuedBy),
    ...(state.evaluation || state.status === 'completed' ? [eye('evaluate', state.evaluation?.by)] : []),
  ]
}
