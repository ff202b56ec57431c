// One testing obligation in words: the order, the laboratories in scope today, each report item by item, what it was extended or waived for.
import 'server-only'
import { createElement } from 'react'
import { coversOn, type Lab } from '#domain/lab/state'
import { obligation as kind } from '#domain/obligation/obligation'
import type { Obligation } from '#domain/obligation/state'
import type { ItemResult, Report } from '#domain/obligation/vocabulary'
import { formatMomentFull, formatPercent } from '#messages/format'
import { sourceInWords } from '#messages/source-words'
import { companyNames } from './company-names.ts'
import type { DeskReader, LabChoice } from './desk-reader.ts'
import { formOf, type Known } from './form.ts'
import { verdictMark } from './obligation-lines.ts'

type Seen = { id: string; status: string; moves: string[]; state: Partial<Obligation> }
type Names = Map<string, { zh: string; en: string }>

const thresholdWords = ({ threshold }: Pick<ItemResult, 'threshold'>, r: DeskReader): string => {
  const value = threshold.measure === 'pass_rate' ? formatPercent(threshold.value, 1).replace('.0', '') : String(threshold.value)
  return r.say(`obligationDesk.case.threshold.${threshold.measure}`, { op: r.say(`obligationDesk.case.op.${threshold.op}`), value })
}

const itemView = (item: ItemResult, r: DeskReader) => {
  const { say } = r
  const percent = (value: number) => formatPercent(value, 1)
  const isShare = item.threshold.measure === 'pass_rate'
  const [lower, upper] = [percent(item.lower), percent(item.upper)]
  return {
    key: item.testItemId,
    name: `${item.testItemId} ${r.words.testItem(item.testItemId)}`,
    counted: `${item.passed} / ${item.total}`,
    share: percent(item.passed / item.total),
    interval: `${lower}–${upper}`,
    bar: {
      share: item.passed / item.total,
      lower: item.lower,
      upper: item.upper,
      threshold: isShare ? item.threshold.value : null,
      label: say('obligationDesk.case.interval', { lower, upper, threshold: thresholdWords(item, r) }),
    },
    threshold: thresholdWords(item, r),
    verdict: { state: verdictMark[item.verdict], word: say(`obligation.option.verdicts.${item.verdict}`) },
    notes: [
      ...(item.seconds === null ? [] : [say('obligationDesk.case.seconds', { value: item.seconds })]),
      ...(item.total < item.sampleSize ? [say('obligationDesk.case.fewTrials', { size: item.sampleSize })] : []),
      ...(item.note === '' ? [] : [item.note]),
    ],
  }
}

const reportView = (report: Report, state: Partial<Obligation>, lab: Lab | null, names: Names, r: DeskReader) => {
  const { say, book } = r
  const who = (id: string) => book.name(names.get(id)) || say('case.nobody')
  const c = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.case.${key}`, facts)
  const later = (state.reports ?? []).find((other) => other.supersedes === report.no)
  const isOpen = report.outcome === null && report.signed !== null && later === undefined
  const lapsed = isOpen && lab ? (state.testItemIds ?? []).filter((item) => !coversOn(lab, item, r.today)) : []
  return {
    no: report.no,
    title: c('report', { no: report.no }),
    verdict: { state: verdictMark[report.verdict], word: say(`obligation.option.verdicts.${report.verdict}`) },
    outcome: report.outcome
      ? c('outcomeBy', {
          outcome: c(`outcome.${report.outcome.kind}`),
          who: who(report.outcome.by),
          at: formatMomentFull(report.outcome.at),
        })
      : later
        ? c('superseded', { no: later.no })
        : null,
    isCurrent: later === undefined,
    cares: [
      ...(report.outcome?.reason ? [report.outcome.reason] : []),
      ...(isOpen && report.versionHash !== state.versionHash ? [c('otherVersion')] : []),
      ...(lapsed.length > 0 ? [c('lapsed', { items: lapsed.map((item) => r.words.testItem(item)).join(', ') })] : []),
    ],
    items: report.items.map((item) => itemView(item, r)),
    facts: [
      { key: 'number', term: c('reportNumber'), value: report.number, mono: true },
      { key: 'performed', term: c('performedOn'), value: report.performedOn },
      { key: 'received', term: c('receivedAt'), value: formatMomentFull(report.receivedAt) },
      { key: 'method', term: c('method'), value: say(`obligation.option.testMethods.${report.method}`) },
      { key: 'samples', term: c('samples'), value: String(report.sampleCount) },
      { key: 'procedure', term: c('procedure'), value: report.procedure },
      {
        key: 'signed',
        term: c('signed'),
        value: report.signed ? c('signedBy', { who: who(report.signed.by), at: formatMomentFull(report.signed.at) }) : c('notSigned'),
      },
      ...(report.supersedes === null
        ? []
        : [
            {
              key: 'supersedes',
              term: say('obligation.field.supersedes'),
              value: c('supersedes', { no: report.supersedes, reason: report.correction ?? '' }),
            },
          ]),
      ...(report.rawFile
        ? [
            {
              key: 'file',
              term: say('obligation.field.rawFile'),
              value: createElement('a', { href: `/api/v1/attachments/${report.rawFile.attachmentId}` }, report.rawFile.name),
            },
          ]
        : []),
      { key: 'hash', term: c('rawHash'), value: report.rawHash, mono: true },
    ],
  }
}

const labChoice = (one: LabChoice, r: DeskReader) => ({
  value: one.id,
  label: `${r.book.name(one.names)} · ${r.words.region(one.region)} · ${r.say('obligationDesk.case.labOpen', { count: one.open })}`,
})

/** Forms of the acts open to this officer; the report named is always the last, and only laboratories in scope today are offered. */
const actForms = async (seen: Seen, labs: readonly LabChoice[], r: DeskReader) => {
  const last = seen.state.reports?.at(-1)?.no
  const known: Known = {
    options: { labId: labs.filter((one) => one.missing.length === 0).map((one) => labChoice(one, r)) },
    hide: ['reportNo'],
  }
  return {
    forms: await Promise.all(seen.moves.map((move) => formOf(kind, move, known))),
    fixed: last === undefined ? {} : Object.fromEntries(['accept', 'returnReport', 'fail'].map((move) => [move, { reportNo: last }])),
  }
}

/** The whole page of one obligation. */
export const obligationView = async (seen: Seen, r: DeskReader) => {
  const { state } = seen
  const { say, book, words } = r
  const c = (key: string, facts: Record<string, string | number> = {}) => say(`obligationDesk.case.${key}`, facts)
  const isToOrder = seen.moves.includes('assign')
  const known = (state.declined ?? []).length > 0 ? await r.labs() : []
  const labName = (id: string) => book.name(known.find((one) => one.id === id)?.state.names) || id
  const [companies, labs, labCase, names] = await Promise.all([
    companyNames(r, [{ organisationId: state.organisationId ?? null, organisationName: null }]),
    isToOrder ? r.labChoices(state.testItemIds ?? [], state.organisationId ?? null) : [],
    state.labId ? r.one<Lab>('lab', state.labId) : null,
    r.namesOf([
      ...(state.reports ?? []).flatMap((report) =>
        [report.handedInBy, report.signed?.by, report.outcome?.by].filter((id) => id !== undefined),
      ),
      ...(state.extensions ?? []).map((one) => one.by),
      ...(state.waiver ? [state.waiver.by] : []),
    ]),
  ])
  const lab = labCase ? ({ accreditations: [], ...labCase.state } as unknown as Lab) : null
  const who = (id: string) => book.name(names.get(id)) || say('case.nobody')
  const isIndependent = state.sampledBy === 'authority' && state.paidBy === 'authority'
  return {
    ...(await actForms(seen, labs, r)),
    labs: isToOrder
      ? {
          inScope: labs.filter((one) => one.missing.length === 0).map((one) => labChoice(one, r)),
          out: labs
            .filter((one) => one.missing.length > 0)
            .map((one) => ({
              key: one.id,
              name: book.name(one.names),
              lacks: c('labOut', { items: one.missing.map((id) => words.testItem(id)).join(', ') }),
            })),
        }
      : null,
    company: companies.get(state.organisationId ?? '') ?? state.organisationName ?? '',
    order: [
      {
        key: 'agent',
        term: c('agent'),
        value: book.name(state.agentName),
        href: state.agentId ? `/console/agents/${state.agentId}` : null,
      },
      { key: 'version', term: c('version'), value: state.version ?? '' },
      { key: 'hash', term: c('versionHash'), value: state.versionHash ?? '', mono: true },
      {
        key: 'filing',
        term: c('filing'),
        value: state.filingNumber ?? (state.filingId ? c('filingInHand') : ''),
        href: state.filingId ? `/console/filings/${state.filingId}` : null,
      },
      { key: 'basis', term: c('basis'), value: state.basis ? sourceInWords(r.locale, state.basis) : say('ui.form.none') },
      {
        key: 'lab',
        term: c('lab'),
        value: state.labName ?? say('obligationDesk.noLab'),
        href: state.labId ? `/console/labs/${state.labId}` : null,
      },
      ...(state.sampledBy && state.paidBy
        ? [
            {
              key: 'independence',
              term: c('independence'),
              value: isIndependent
                ? c('independent')
                : c('dependent', {
                    sampled: say(`obligation.option.parties.${state.sampledBy}`),
                    paid: say(`obligation.option.parties.${state.paidBy}`),
                  }),
            },
          ]
        : []),
    ] as { key: string; term: string; value: string; mono?: boolean; href?: string | null }[],
    items: (state.testItemIds ?? []).map((id) => {
      const item = r.catalogue['test-items'].items.find((one) => one.id === id)
      return {
        key: id,
        name: `${id} ${words.testItem(id)}`,
        procedure: item ? book.name(item.procedure) : '',
        method: item ? say(`obligation.option.testMethods.${item.method}`) : '',
        threshold: item ? thresholdWords(item, r) : '',
        sample: item?.sampleSize ?? 0,
        risks: (item?.riskCodes ?? []).join(' '),
      }
    }),
    reports: [...(state.reports ?? [])].reverse().map((report) => reportView(report, state, lab, names, r)),
    remarks: [
      ...(state.extensions ?? []).map((one, at) => ({
        key: `x${at}`,
        title: c('extensions'),
        text: c('extension', { from: one.from ?? c('noDue'), to: one.dueOn, reason: one.reason, who: who(one.by) }),
      })),
      ...(state.declined ?? []).map((one, at) => ({
        key: `d${at}`,
        title: c('declined'),
        text: c('decline', {
          at: formatMomentFull(one.at),
          lab: labName(one.labId),
          ground: say(`obligation.option.declineGrounds.${one.ground}`),
          reason: one.reason,
        }),
      })),
      ...(state.waiver
        ? [
            {
              key: 'waiver',
              title: c('waiver'),
              text: c('waived', { who: who(state.waiver.by), at: formatMomentFull(state.waiver.at), reason: state.waiver.reason }),
            },
          ]
        : []),
      ...(state.cancellation
        ? [
            {
              key: 'cancelled',
              title: say('obligation.status.cancelled'),
              text: c('cancelled', {
                at: formatMomentFull(state.cancellation.at),
                reason: state.cancellation.cause
                  ? say(`obligation.option.releaseCauses.${state.cancellation.cause}`)
                  : state.cancellation.reason,
              }),
            },
          ]
        : []),
    ],
  }
}
