// A test order and its reports in words: what is to be tested, against which threshold, and what was found.
import 'server-only'
import type { TestItem } from '#domain/catalogue/schema'
import type { Catalogue } from '#domain/catalogue/shipped'
import { testItemIn } from '#domain/obligation/item'
import type { Obligation } from '#domain/obligation/state'
import type { Verdict } from '#domain/obligation/vocabulary'
import { formatMoment, formatNumber, formatPercent } from '#messages/format'
import { sourceInWords } from '#messages/source-words'
import type { CatalogueWords } from './catalogue-words.ts'
import type { WordBook } from './word-book.ts'

type Speaker = { book: WordBook; say: WordBook['say']; words: CatalogueWords; catalogue: Catalogue; today: string }
type Threshold = TestItem['threshold']

/** `at least 98 %`, `at most 0 failures`, `at most 5 seconds`. */
export const thresholdWords = ({ measure, op, value }: Threshold, { say, book }: Speaker): string =>
  say(`labPage.threshold.${measure}`, {
    op,
    value: measure === 'pass_rate' ? formatPercent(value, (value * 100) % 1 === 0 ? 0 : 1) : formatNumber(book.locale, value),
  })

/** What the order says. */
export const orderEntries = (order: Obligation, r: Speaker) => {
  const { say, words } = r
  const line = (key: string, term: string, value: string | null, mono = false) =>
    value ? [{ key, term, value, ...(mono ? { mono } : {}) }] : []
  return [
    ...line('agent', say('agent.name'), r.book.name(order.agentName)),
    ...line('company', say('obligation.field.organisationName'), order.organisationName),
    ...line('version', say('agent.field.version'), order.version, true),
    ...line('hash', say('labPage.versionHash'), order.versionHash, true),
    ...line('items', say('labPage.items'), order.testItemIds.map((id) => `${words.testItem(id)} (${id})`).join(say('portal.join'))),
    ...line('basis', say('obligation.field.basis'), order.basis ? sourceInWords(r.book.locale, order.basis) : null),
    ...line('lab', say('lab.name'), order.labName),
    ...line('sampled', say('labPage.sampledBy'), order.sampledBy ? say(`obligation.option.parties.${order.sampledBy}`) : null),
    ...line('paid', say('labPage.paidBy'), order.paidBy ? say(`obligation.option.parties.${order.paidBy}`) : null),
    ...line('due', say('portal.col.due'), order.dueOn),
  ]
}

export type ReportItem = {
  id: string
  name: string
  counted: string
  threshold: string
  interval: string
  verdict: Verdict
  verdictWord: string
  note: string
}
export type ReportLine = {
  no: number
  number: string
  verdict: Verdict
  verdictWord: string
  method: string
  procedure: string
  performedOn: string
  receivedAt: string
  hash: string
  file: { id: string; name: string } | null
  correction: string | null
  superseded: string | null
  signed: string | null
  outcome: string | null
  items: ReportItem[]
}

/** Reports newest first: a correction stands above the one that it supersedes. */
export const reportLines = (order: Obligation, r: Speaker): ReportLine[] => {
  const { say, words, today } = r
  return [...order.reports].reverse().map((report) => {
    const later = order.reports.find((one) => one.supersedes === report.no)
    return {
      no: report.no,
      number: report.number,
      verdict: report.verdict,
      verdictWord: say(`obligation.option.verdicts.${report.verdict}`),
      method: say(`obligation.option.testMethods.${report.method}`),
      procedure: report.procedure,
      performedOn: report.performedOn,
      receivedAt: formatMoment(report.receivedAt, today),
      hash: report.rawHash,
      file: report.rawFile ? { id: report.rawFile.attachmentId, name: report.rawFile.name } : null,
      correction: report.correction,
      superseded: later ? say('obligation.term.superseded', { no: later.no }) : null,
      signed: report.signed ? say('labPage.signedAt', { at: formatMoment(report.signed.at, today) }) : null,
      outcome: report.outcome
        ? say('labPage.outcome', {
            kind: report.outcome.kind,
            at: formatMoment(report.outcome.at, today),
            reason: report.outcome.reason ?? '',
          })
        : null,
      items: report.items.map((item) => ({
        id: item.testItemId,
        name: words.testItem(item.testItemId),
        threshold: thresholdWords(item.threshold, r),
        note: item.note,
        counted:
          item.seconds === null
            ? say('obligation.term.counted', { passed: item.passed, total: item.total })
            : say('labPage.countedSeconds', { passed: item.passed, total: item.total, seconds: item.seconds }),
        interval: say('obligation.term.interval', { lower: formatPercent(item.lower, 1), upper: formatPercent(item.upper, 1) }),
        verdict: item.verdict,
        verdictWord: say(`obligation.option.verdicts.${item.verdict}`),
      })),
    }
  })
}

export const reportWords = ({ say }: Pick<Speaker, 'say'>) => ({
  item: say('portal.col.test'),
  counted: say('labPage.counted'),
  threshold: say('labPage.threshold.name'),
  interval: say('labPage.interval'),
  verdict: say('labPage.verdict'),
  method: say('labPage.method'),
  procedure: say('labPage.procedure'),
  performedOn: say('labPage.performedOn'),
  receivedAt: say('labPage.receivedAt'),
  hash: say('labPage.rawHash'),
  file: say('obligation.field.rawFile'),
  correction: say('labPage.correction'),
  caption: say('labPage.results'),
})

/** What the report form must know of each ordered item. */
export const formItems = (order: Obligation, r: Speaker) =>
  order.testItemIds.flatMap((id) => {
    const item = testItemIn(r.catalogue, id)
    return item
      ? [
          {
            id,
            name: r.book.name(item),
            procedure: r.book.name(item.procedure),
            method: item.method,
            threshold: item.threshold,
            thresholdText: thresholdWords(item.threshold, r),
            sampleSize: item.sampleSize,
          },
        ]
      : []
  })
