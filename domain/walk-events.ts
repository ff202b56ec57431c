// What must be true of an event, given the record before it (policy.md 5.4): one check each, worked out from the record alone. Throws with the number of the promise.
import type { CaseState, Recorded } from './case.ts'
import { reconsiderationPromises } from './reconsideration/walk-body.ts'
import { endOfWorkingDay, hashesIn, isCreditCode, isPublished, isWorked, shanghaiDate, workedBetween } from './walk-naive.ts'

export type Seen = { type: string; version: number; event: Recorded<any> }
export type Context = {
  event: Recorded<any>
  before: any
  after: any
  /** The events of this case before this one, oldest first. */
  past: readonly Seen[]
  state: <S extends CaseState = any>(id: string | null | undefined) => S | null
  all: (kind: string) => any[]
  dueOn: (state: any) => string | null
}

export const must = (is: unknown, promise: string, about: unknown = ''): void => {
  if (!is) throw new Error(`promise broken: ${promise} ${typeof about === 'string' ? about : JSON.stringify(about).slice(0, 600)}`)
}
const last = (past: readonly Seen[], ...types: string[]): any => past.findLast((one) => types.includes(one.type))?.event ?? null
const distinct = (...people: (string | null | undefined)[]): boolean => new Set(people).size === people.length && people.every(Boolean)
const saysAll = (act: any): boolean =>
  Boolean(act.facts && act.basis?.length && act.reasons?.length && act.remedies?.reconsideration?.zh && act.remedies?.suit?.zh)

/** 9: what binds or stops now, as hashes of the agent's versions. */
export const recalledOf = (recall: any, versions: readonly any[]): ReadonlySet<string> => {
  if (['closed_no_defect', 'terminated', 'none'].includes(recall.status)) return new Set()
  const bound = recall.binding ? recall.notices.find((notice: any) => notice.version === recall.binding.noticeVersion)?.content.scope : null
  const stopped = recall.emergency && recall.emergency.liftedAt === null ? recall.emergency.scope : null
  const found = new Set([bound, stopped].flatMap((scope) => (scope ? [...hashesIn(scope, versions)] : [])))
  for (const one of recall.cleared ?? []) found.delete(one.versionHash)
  return found
}
/** The version of a signed change that waits for its tests. */
export const pendingVersions = (filing: any): readonly string[] =>
  (filing?.changes ?? []).flatMap((one: any) => (one.stage === 'testing' ? [one.signed.versionHash] : []))
const isRecalled = ({ all, state }: Context, agentId: string, versionHash: string): boolean =>
  all('recall')
    .filter((recall) => recall.agentId === agentId)
    .some((recall) => recalledOf(recall, state(agentId)?.versions ?? []).has(versionHash))

const runs: (context: Context) => void = (context) => {
  const { after, state, event } = context
  const filing = state(after.filingId)
  must(['filed', 'change_pending'].includes(filing?.status), '5.3: a deployment runs on a filing that stands', filing?.status)
  must(!isRecalled(context, after.agentId, event.versionHash ?? after.versionHash), '9: a recalled version is not put into use', {
    deployment: after.id,
    type: event.type,
  })
  must(
    context
      .all('opening')
      .some(
        (opening) =>
          opening.sector === after.sector && opening.scenario === after.clause && ['open', 'open_conditional'].includes(opening.status),
      ),
    '5.3: a deployment runs in an open scenario',
  )
}

const signed = (context: Context) => {
  const organisation = context.state(context.after.organisationId)
  must(organisation?.status === 'verified', '13: only a verified organisation hands in', organisation?.status)
  must(
    context.before.claims.every((claim: { confirmedBy: string | null }) => claim.confirmedBy !== null),
    'what a file claims is signed by nobody before somebody has confirmed it',
  )
  must(
    context.before.identities.every((one: { answer: object | null }) => one.answer !== null),
    'a provider that is not the filer is explained before the form is signed',
  )
  must(isCreditCode(organisation?.creditCode ?? ''), '13: a credit code with a right check digit', organisation?.creditCode)
}
const prepared = ({ event, past }: Context, hash: 'revisionHash' | 'applicationHash', lane: string | null) => {
  const recommended = last(past, 'recommended')
  must(
    recommended && recommended[hash] === event[hash] && recommended.outcome === event.outcome,
    '4: a decision follows a recommendation on the same revision',
    event.outcome,
  )
  must(distinct(recommended.by, event.by), '3: a decision has two persons', [recommended.by, event.by])
  if (lane === 'low') return
  const [opined, concurred] = [last(past, 'opined'), last(past, 'concurred')]
  must(opined?.[hash] === event[hash] && concurred?.[hash] === event[hash], '6: the sector has opined and signed on this very revision')
  must(distinct(opined.by, concurred.by, event.by, recommended.by), '6: four persons of two authorities', [
    opined.by,
    concurred.by,
    event.by,
    recommended.by,
  ])
  must(event.number === null || concurred.verdict !== 'object', '6: an objection of the sector is not overruled')
}
const bySide = ({ event, past }: Context, kind: string) => {
  const moved = last(past, 'moved')
  must(
    moved?.motion === kind && distinct(moved.by, event.by) && moved.role !== event.role,
    '6: reopening and closing are of both authorities',
    [moved, event.role],
  )
}

export const promises: Record<string, (context: Context) => void> = {
  ...reconsiderationPromises(must),
  'filing.submitted': signed,
  'filing.resubmitted': signed,
  'filing.correctionRequested': ({ past }) => must(!last(past, 'correctionRequested'), '2: one correction notice only'),
  'filing.accepted': ({ event, past }) => {
    const receipt = last(past, 'submitted')
    const end = endOfWorkingDay(shanghaiDate(receipt.at), 5)
    if (!event.isDeemed) return
    must(end !== null && Date.parse(event.at) >= end, '1: silence accepts at the end of the fifth working day, not before', [
      receipt.at,
      event.at,
    ])
    must(!last(past, 'correctionRequested'), '1: no silent acceptance after a correction notice')
    must(event.from === receipt.at, '1: accepted by silence as of the day of receipt')
  },
  'filing.extended': ({ event, past, before, after, dueOn }) => {
    // A round that a reconsideration opened has a clock of its own.
    must(!last(past.slice(past.findLastIndex((one) => one.type === 'overturned') + 1), 'extended'), '3: extended once')
    must(event.reason && event.role === 'approver', '3: with approver and reason')
    const [was, is] = [dueOn(before), dueOn(after)]
    if (was && is && isPublished(is))
      must(
        is > was && workedBetween(was, is) <= (event.rule === 'LIC-4' ? 15 : 10),
        '3: by ten working days at most, fifteen where authorities act jointly (Licensing Law 42)',
        [was, is, event.rule],
      )
  },
  'filing.requestMade': ({ event, past }) => {
    const corrected = last(past, 'correctionRequested')?.items.map((item: any) => item.section) ?? []
    if (event.fields.some((field: string) => /^\/(memory|dataCategories)/.test(field)))
      must(!corrected.includes('data'), '2: what the correction notice asked for is not asked for again')
    must(event.kind.stopsClock === (event.kind.procedure !== 'information'), '4: only testing, hearing and expert review stop the clock')
  },
  'filing.requestSilent': ({ event, before }) => {
    const request = before.requests.find((one: any) => one.no === event.no)
    must(request.status === 'open' && request.deliveredAt !== null, '5.7: nobody is silent who was not asked', request)
  },
  'filing.hearingCalled': ({ event }) => {
    const today = shanghaiDate(event.at)
    const days = workedBetween(today, event.heldOn) - 1 + (isWorked(today) ? 1 : 0)
    must(days >= 7, 'LIC-10: seven working days of notice', [today, event.heldOn])
  },
  'filing.hearingHeld': ({ event, before }) => {
    const hearing = before.hearings.find((one: any) => one.no === event.no)
    must(hearing.chairs.at(-1).personId === event.by && event.role === 'hearing_chair', 'LIC-10: held by its chair')
    must(event.minutes.sha256 && event.signedBy.length > 0, 'LIC-10: minutes are signed')
    must(shanghaiDate(event.at) >= hearing.heldOn, 'LIC-10: not before its day')
  },
  'filing.testNoted': ({ event, past, before, after, dueOn }) => {
    const ordered = last(past, 'testRequested')
    const [from, to] = [shanghaiDate(ordered.at), shanghaiDate(event.at)]
    const was = dueOn(before)
    // A date that had passed before the test was ordered stays passed; every other one stands still.
    if (before.status === 'testing') must(was === null || was < from, '4: no date runs while it is tested', [was, from])
    if (!event.isResumed || was !== null) return
    const is = dueOn(after)
    // Without the test it would have been due so many working days after acceptance: the days of the test come on top.
    const accepted = shanghaiDate(last(past, 'accepted').from)
    const length = after.clocks['LIC-4'] ? 45 : 30
    const plain = endOfWorkingDay(accepted, length)
    if (is && plain !== null && isPublished(to) && workedBetween(from, to) > 1)
      must(Date.parse(`${is}T00:00:00+08:00`) + 86_400_000 > plain, '4: time in testing is not counted', [is, from, to])
  },
  'filing.decided': (context) => {
    const { event, before, past } = context
    const revision = last(past, 'submitted', 'resubmitted', 'changeRecorded')
    must((revision.revisionHash ?? revision.hash) === event.revisionHash, '3.1: decided on the last revision that was signed')
    must(
      before.hearings.every((one: any) => one.held || one.dropped),
      'LIC-10: not decided over a hearing that was called',
    )
    const heard = last(past, 'hearingHeld')
    must((heard?.minutes.sha256 ?? null) === (event.minutes?.sha256 ?? null), 'LIC-10: the decision rests on the minutes')
    const tiers = before.tiers.filter((tier: any) => tier.revisionHash === event.revisionHash)
    must(
      before.scenarios.every((scenario: number) => tiers.some((tier: any) => tier.scenario === scenario)),
      '14: every scenario of this very revision is placed',
    )
    const lane = tiers.some((tier: any) => tier.lane === 'sensitive')
      ? 'sensitive'
      : tiers.some((tier: any) => tier.lane === 'key')
        ? 'key'
        : 'low'
    prepared(context, 'revisionHash', lane)
    must((event.number === null) === (event.outcome === 'refuse'), '7: a number with an entry, none without')
    must(event.outcome === 'file' || event.remedies?.suit?.zh, '12: remedies where it burdens')
    must(event.reasons.length > 0, '12: reasons')
  },
  'filing.changeConfirmed': ({ event, before, state, past }) => {
    const proposed = last(past, 'changeProposed')
    must(proposed.no === event.no && proposed.class === event.class, 'D10: a change is signed under the class that it was shown with')
    must(state(before.organisationId)?.status === 'verified', '13: only a verified organisation signs a change')
    must(event.role === 'representative', '5.3: a change is signed by the representative')
    const end = endOfWorkingDay(proposed.changedOn, 10)
    if (end !== null)
      must(event.isLate === Date.parse(event.at) >= end, 'FIL-2: late after ten working days', [proposed.changedOn, event.at])
  },
  'filing.changeRecorded': ({ event, before, after }) => {
    must(event.class !== 'reapprove', 'D10: what must be approved anew is recorded by nobody but a decision')
    const change = before.changes.find((one: any) => one.no === event.no)
    const ordered = after.changes.find((one: any) => one.no === event.no)?.ordered ?? []
    if (event.class === 'retest')
      must(
        ordered.length > 0 && ordered.every((test: any) => ['accepted', 'waived'].includes(test.outcome)),
        'D10: a change is in force only after every test of it',
        change?.ordered,
      )
    must(after.published?.number === before.published?.number, 'D10: a change keeps the number')
  },
  'filing.intakeRejected': ({ event }) => must(saysAll(event) && event.goTo?.zh, '12: a refusal says all'),
  'filing.suspended': ({ event }) => must(saysAll(event) && event.publicReason?.zh, '12: a suspension says all'),
  'filing.revoked': ({ event, past }) => {
    const proposed = last(past, 'revocationProposed')
    must(proposed && distinct(proposed.by, event.by), '3: revoked by another than the proposer', [proposed?.by, event.by])
    must(saysAll(event) && event.publicReason?.zh, '12: a revocation says all')
    const answered = past.findLast((one) => one.type === 'revocationAnswered' || one.type === 'revocationProposed')
    if (answered?.type === 'revocationProposed') {
      const end = endOfWorkingDay(shanghaiDate(proposed.at), 5)
      must(end !== null && Date.parse(event.at) >= end, '5.3: the time to ask for a hearing has passed', [proposed.at, event.at])
    }
  },
  'opening.opened': ({ event, past }) => {
    const offered = past.findLast((one) => ['created', 'revised', 'amendmentProposed'].includes(one.type))
    const since = past.filter((one) => one.version > (offered?.version ?? 0))
    const [sector, cyberspace] = [last(since, 'concurred'), last(since, 'signed')]
    must(
      sector?.hash === event.hash && cyberspace?.hash === event.hash && offered?.event.hash === event.hash,
      '6: both signed the text that is now in force',
    )
    must(distinct(sector.by, cyberspace.by, offered?.event.by), '6: two persons, neither its author', [
      sector.by,
      cyberspace.by,
      offered?.event.by,
    ])
    must(sector.role === 'sector_approver' && cyberspace.role === 'approver', '6: one of each authority')
    must(event.inForceOn >= shanghaiDate(event.at), '6: in force no earlier than the second signature')
  },
  'opening.closed': (context) => bySide(context, 'close'),
  'opening.reopened': (context) => bySide(context, 'reopen'),
  'deployment.submitted': runs,
  'deployment.activated': runs,
  'deployment.versionChanged': runs,
  'deployment.resumed': (context) => {
    if (context.event.to !== 're_assessment') runs(context)
  },
  'deployment.decided': (context) => {
    prepared(context, 'applicationHash', context.before.lane)
    if (context.event.number !== null) runs(context)
    must(context.event.outcome === 'approve' || context.event.remedies?.suit?.zh, '12: remedies where it burdens')
  },
  'deployment.suspended': ({ event }) => must(saysAll(event) && event.publicReason?.zh, '12: a suspension says all'),
  'deployment.revoked': ({ event }) => must(saysAll(event) && event.publicReason?.zh, '12: a revocation says all'),
  'obligation.accepted': ({ event, before, state }) => {
    const report = before.reports.at(-1)
    must(
      report?.no === event.reportNo && report.signed && distinct(report.handedInBy, report.signed.by),
      '5: a report has a tester and another signatory',
    )
    const lab = state(before.labId)
    for (const on of [shanghaiDate(event.at), report.performedOn])
      for (const item of before.testItemIds) {
        must(
          lab?.accreditations.some(
            (one: any) =>
              one.testItemIds.includes(item) &&
              one.from <= on &&
              on <= one.to &&
              !(one.endedOn !== null && one.endedOn <= on) &&
              !one.suspensions.some((span: any) => span.from <= on && (span.to === null || on <= span.to)),
          ),
          '15: no report of a laboratory without accreditation',
          [item, on],
        )
      }
    const filing = state(before.filingId)
    must(
      [filing?.versionHash, ...pendingVersions(filing)].includes(report.versionHash),
      '14: a test is of the version that is filed, or of a change of it that waits for the test',
    )
  },
  'recall.noticeIssued': ({ event, past }) => {
    const drafted = last(past, 'noticeDrafted')
    must(drafted && distinct(drafted.by, event.by), '5: a notice is not signed by its drafter')
    const validated = past.filter((one) => ['classValidated', 'classRaised'].includes(one.type))
    must(validated.length > 0, '5.1: the class was validated by a second person')
  },
  'recall.classValidated': ({ event, before }) =>
    must(distinct(before.classProposal?.by, event.by), '5: a class is not validated by its proposer'),
  'recall.ordered': ({ event, past }) => {
    const notice = past.find((one) => one.type === 'noticeIssued' && one.event.version === event.noticeVersion)?.event
    must(notice, '8: no order before a notice')
    must(
      distinct(
        last(
          past.filter((one) => one.version < event.version || true),
          'noticeDrafted',
        )?.by,
        event.by,
      ),
      '5: an order is not signed by the drafter',
    )
    const objected = past.some((one) => one.type === 'objected' && one.event.noticeVersion === event.noticeVersion)
    if (objected)
      return must(
        past.findLast((one) => one.type === 'opinionRecorded' && one.event.noticeVersion === event.noticeVersion)?.event.finding ===
          'defect',
        '8: after an objection only experts open the way',
      )
    const delivered = past.find(
      (one) => one.type === 'deliveryNoted' && one.event.act === 'notice' && one.event.noticeVersion === event.noticeVersion,
    )?.event
    const end = delivered ? endOfWorkingDay(shanghaiDate(delivered.deliveredAt), 15) : null
    must(end !== null && Date.parse(event.at) >= end, '8: fifteen working days after delivery', [delivered?.deliveredAt, event.at])
  },
  'recall.emergencyOrdered': ({ event, past }) => {
    must(distinct(last(past, 'emergencyProposed')?.by, event.by), '5: an interim stop has two persons')
    must(event.reasons && event.basis?.length && event.orderReasons, '12: an interim stop says all')
  },
  'recall.evaluated': ({ event, past }) =>
    must(
      !past.some((one) => one.event.by === event.by && ['noticeDrafted', 'noticeIssued', 'ordered'].includes(one.type)),
      '5: an evaluator signed and drafted nothing',
    ),
  'recall.terminated': ({ event, past }) => must(distinct(last(past, 'evaluated')?.by, event.by), '5: ended by another than the evaluator'),
  'letter.issued': ({ event: { content } }) => {
    const burdens =
      /^(nonAcceptance|refusal|suspension|revocation|revocationProposed|deployment(Refusal|Suspension|Revocation)|recall(Notice|Order|FurtherMeasures)|emergencyMeasure|emergencyProlonged|penalty|reconsideration(NonAcceptance|Decision))$/
    if (burdens.test(content.template))
      must(
        content.found && content.basis.length > 0 && content.reasons.length > 0 && content.remedies.length > 0,
        '12: an adverse letter carries facts, basis, reasons and remedies',
        content,
      )
  },
  'letter.delivered': ({ event }) =>
    must(
      event.remedies.every((one: any) => one.dueOn !== null || one.notBefore !== null || one.periodRule),
      '12: every remedy has its date or the earliest one',
      event.remedies,
    ),
  'catalogue.enacted': ({ event, past }) =>
    must(distinct(last(past, 'proposed')?.by, event.by), '5: a rule is not enacted by its proposer'),
  'person.appointed': ({ event, after }) => {
    must(event.by !== after.id, '5.1: nobody appoints himself')
    const on = shanghaiDate(event.at)
    const roles = after.posts
      .filter((post: any) => post.endedAt === null && post.fromOn <= on && (post.toOn === null || on <= post.toOn))
      .map((post: any) => post.role as string)
    must(
      roles.every((role: string) => role.endsWith('_admin')) || roles.every((role: string) => !role.endsWith('_admin')),
      '5.1: an administrator has no right over cases',
      roles,
    )
  },
}
