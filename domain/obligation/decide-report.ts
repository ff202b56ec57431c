// The rules of a test report: handed in by a tester, signed by another person, accepted, returned or failed by the coordinator.
import { filesFault } from '../attachment/reference.ts'
import { type Decision, grant, type Occasion, refuse } from '../case.ts'
import { shanghaiDateOf } from '../clock/day.ts'
import { versionsUnderTest } from '../filing/change-state.ts'
import { coversOn, type Lab } from '../lab/state.ts'
import { testItemIn } from './item.ts'
import { latestReport, type Obligation } from './state.ts'
import { verdictOf, verdictOfAll, wilson } from './verdict.ts'
import type { ItemResult, ObligationCommand, ObligationEvent, Report } from './vocabulary.ts'

type Answer = Decision<ObligationEvent>
/** The items that the laboratory was not accredited for on that day (features.md E1). */
export const outOfScope = (lab: Lab, testItemIds: readonly string[], on: string): readonly string[] =>
  testItemIds.filter((item) => !coversOn(lab, item, on))

type Of<Name extends ObligationCommand['type']> = Extract<ObligationCommand, { type: Name }>

/** The items asked for, each once; nothing that was not ordered. */
const itemsFault = (state: Obligation, command: Of<'handIn'>): Answer | null => {
  const given = command.items.map((item) => item.testItemId)
  const missing = state.testItemIds.filter((id) => !given.includes(id))
  const extra = given.filter((id, place) => !state.testItemIds.includes(id) || given.indexOf(id) !== place)
  return missing.length > 0 || extra.length > 0 ? refuse('obligation.orderedItemsNeeded', { missing, extra }) : null
}

/** What a laboratory found, with the verdict of the rule; the laboratory counts, it does not judge. */
export const handIn = (state: Obligation, command: Of<'handIn'>, { at, catalogue }: Occasion, lab: Lab | null): Answer => {
  const today = shanghaiDateOf(at)
  if (command.performedOn > today) return refuse('obligation.pastTestDayNeeded', { performedOn: command.performedOn })
  // A report on another build says nothing about the one that is filed.
  if (command.versionHash !== state.versionHash)
    return refuse('obligation.filedVersionNeeded', { tested: command.versionHash, filed: state.versionHash })
  const wrong = command.rawFile && filesFault([command.rawFile], today)
  if (wrong) return refuse(wrong.code, wrong.facts)
  if (command.rawFile && command.rawFile.sha256 !== command.rawHash)
    return refuse('obligation.rawFileMismatch', { name: command.rawFile.name })
  const fault = itemsFault(state, command)
  if (fault) return fault
  const outside = lab ? outOfScope(lab, state.testItemIds, command.performedOn) : state.testItemIds
  if (!lab || outside.length > 0) return refuse('obligation.scopeOnTestDayNeeded', { items: outside, performedOn: command.performedOn })
  const earlier = latestReport(state)
  if (earlier && command.correction === null) return refuse('obligation.correctionReasonNeeded', { supersedes: earlier.no })
  const items: ItemResult[] = []
  for (const item of command.items) {
    const known = testItemIn(catalogue, item.testItemId)
    if (!known) return refuse('obligation.knownItemsNeeded', { items: [item.testItemId] })
    if (known.threshold.measure === 'seconds' && item.seconds === null) return refuse('obligation.secondsNeeded', { item: item.testItemId })
    items.push({
      ...item,
      threshold: known.threshold,
      sampleSize: known.sampleSize,
      ...wilson(item.passed, item.total),
      verdict: verdictOf(item, known.threshold, known.sampleSize),
    })
  }
  const { type: _, items: __, correction, ...rest } = command
  const no = state.reports.length + 1
  const verdict = verdictOfAll(items.map((item) => item.verdict))
  return grant({
    type: 'reportHandedIn',
    report: {
      ...rest,
      items,
      verdict,
      no,
      number: `${state.number}-R${no}`,
      supersedes: earlier?.no ?? null,
      correction: earlier ? correction : null,
      labId: lab.id,
    },
  })
}

/** Only the last report can be signed or decided on: an earlier one is superseded. */
const reportNamed = (state: Obligation, no: number, isSigned: boolean): { report: Report } | { refusal: Answer } => {
  const report = latestReport(state)
  if (!report || report.no !== no) return { refusal: refuse('obligation.latestReportNeeded', { latest: report?.no ?? null, named: no }) }
  if (report.outcome) return { refusal: refuse('obligation.undecidedReportNeeded', { outcome: report.outcome.kind }) }
  if (isSigned !== (report.signed !== null))
    return { refusal: refuse(isSigned ? 'obligation.signatureNeeded' : 'obligation.unsignedReportNeeded', { report: no }) }
  return { report }
}

export const sign = (state: Obligation, command: Of<'sign'>): Answer => {
  const named = reportNamed(state, command.reportNo, false)
  if ('refusal' in named) return named.refusal
  // After a change of laboratory nobody signs for the one before.
  if (named.report.labId !== state.labId) return refuse('obligation.ownReportNeeded', { report: command.reportNo })
  return grant({ type: 'reportSigned', reportNo: command.reportNo, statement: command.statement })
}

type FilingSeen = Parameters<typeof versionsUnderTest>[0] | null

/**
 * A report can be accepted only while the laboratory is accredited for every item, today and on the day of the test (policy.md 5.4 no. 15), only for
 * the version that is filed now, and never against its own verdict. What the trials do not quite show needs a reason.
 */
export const accept = (state: Obligation, command: Of<'accept'>, at: string, lab: Lab | null, filing: FilingSeen): Answer => {
  const named = reportNamed(state, command.reportNo, true)
  if ('refusal' in named) return named.refusal
  const { report } = named
  const today = shanghaiDateOf(at)
  for (const on of [today, report.performedOn]) {
    const lapsed = lab && lab.id === report.labId ? outOfScope(lab, state.testItemIds, on) : state.testItemIds
    if (lapsed.length > 0) return refuse('obligation.accreditationNeeded', { items: lapsed, on })
  }
  if (!filing || !versionsUnderTest(filing).includes(report.versionHash))
    return refuse('obligation.filedVersionNeeded', { tested: report.versionHash, filed: filing?.versionHash ?? null })
  if (report.verdict === 'fail') return refuse('obligation.passNeeded', { verdict: report.verdict })
  if (report.verdict === 'partial' && command.reason === null)
    return refuse('obligation.partialReasonNeeded', {
      items: report.items.filter((item) => item.verdict === 'partial').map((item) => item.testItemId),
    })
  const { reportNo, reason } = command
  return grant({
    type: 'accepted',
    reportNo,
    number: report.number,
    verdict: report.verdict,
    reason,
    filingId: state.filingId ?? '',
    testItemIds: state.testItemIds,
  })
}

/** A doubtful report goes back with a reason; it stays as it was, and the correction is the next one. */
export const returnReport = (state: Obligation, command: Of<'returnReport'>): Answer => {
  const named = reportNamed(state, command.reportNo, true)
  return 'refusal' in named ? named.refusal : grant({ type: 'reportReturned', reportNo: command.reportNo, reason: command.reason })
}

/** The agent has failed only where the report says so, or does not show that it passed. */
export const fail = (state: Obligation, command: Of<'fail'>): Answer => {
  const named = reportNamed(state, command.reportNo, true)
  if ('refusal' in named) return named.refusal
  if (named.report.verdict === 'pass') return refuse('obligation.failingVerdictNeeded', { verdict: named.report.verdict })
  const { reportNo, reason } = command
  return grant({
    type: 'failed',
    reportNo,
    number: named.report.number,
    reason,
    filingId: state.filingId ?? '',
    testItemIds: state.testItemIds,
  })
}
