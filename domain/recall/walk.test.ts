// A random walk: anybody asks for anything at any time, and the law of the recall holds after every step.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, fold, systemActor } from '../case.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { type Duty, excludedBy } from '../permission.ts'
import { dueOf } from './clocks.ts'
import type { RecallCommand } from './command.ts'
import type { RecordedRecall } from './event.ts'
import { affectedNow, progress } from './progress.ts'
import { type Recall, recall } from './recall.ts'
import { isEnded } from './state.ts'
import {
  both,
  buckets,
  content,
  create,
  du,
  evaluate,
  filer,
  finish,
  hash,
  he,
  lead,
  lin,
  mei,
  object,
  on,
  order,
  panel,
  plan,
  publish,
  raw,
  reasons,
  scope,
  stop,
  story,
  stranger,
  terminate,
  text,
} from './story.ts'

const people: readonly Actor[] = [lin, mei, he, du, both, lead, filer, stranger, systemActor]
const opinion = (finding: 'defect' | 'noDefect'): RecallCommand => ({
  type: 'recordOpinion',
  finding,
  summary: 'seen',
  reportHash: raw,
  dissent: '',
})
const note = (act: 'notice' | 'order' | 'analysis', noticeVersion: number | null): RecallCommand => ({
  type: 'noteDelivery',
  act,
  noticeVersion,
  deliveredAt: on('10-12'),
})
const ask: RecallCommand = { type: 'askAnalysis', questions: 'x', basis: ['art 13'] }
const deny = { type: 'answerAnalysis' as const, finding: 'noDefect' as const, explanation: 'no', evidenceHash: raw }
const declare: RecallCommand = { type: 'declareVoluntary', statement: 'we do', notice: null }
const widen: RecallCommand = { type: 'expand', ...content, scope: scope({ versionRange: '<3' }), reason: 'wider' }
const review: RecallCommand = { type: 'conveneReview', panel, testing: true }
const further: RecallCommand = { type: 'furtherMeasures', measures: ['retest'], reasons, basis: ['art 21'], dueOn: '2026-12-31' }
const clear: RecallCommand = { type: 'clearVersion', versionHash: hash(4), reason: 'retested', evidenceHash: raw }
const overturn: RecallCommand = {
  type: 'reopen',
  reconsiderationId: 'r1',
  number: 'AGX-110000-25-2026-000001X',
  act: 'recall_ordered',
  outcome: 'revoked',
  reason: text('The order was not proved'),
}
const commands: readonly RecallCommand[] = [
  ...[create, object, order, plan, evaluate, terminate, finish(), finish({ buckets: { ...buckets(1), refused: 2 } })],
  ...[ask, deny, { ...deny, finding: 'defect' as const }],
  ...(['graveRisk', 'noAnswer', 'disagree'] as const).map(
    (ground): RecallCommand => ({ type: 'openInvestigation', ground, reason: 'because' }),
  ),
  { type: 'draftNotice', ...content },
  widen,
  { type: 'changeClass', class: 'III', criteria: ['misleading_output'], reason: 'lighter' },
  { type: 'changeClass', class: 'I', criteria: ['death_or_injury'], reason: 'graver' },
  { type: 'validateClass', agrees: true, reason: 'yes' },
  { type: 'validateClass', agrees: false, reason: 'no' },
  { type: 'issueNotice', reasons },
  ...[note('notice', 1), note('notice', 2), note('order', 1), note('order', null), note('analysis', null)],
  review,
  ...[opinion('defect'), opinion('noDefect')],
  { type: 'closeNoDefect', reasons, publicReason: text('There is no defect') },
  declare,
  { type: 'declareVoluntary', statement: 'we do', notice: content },
  { type: 'prepareOrder' },
  publish('2026-10-09'),
  ...(['d1', 'd2', 'old'] as const).flatMap((deploymentId): RecallCommand[] => [
    { type: 'acknowledge', deploymentId, statement: 'stopped', note: '' },
    { type: 'recordCheck', deploymentId, outcome: 'stopHolds', method: 'probe', evidenceHash: raw, note: '' },
  ]),
  ...[buckets(3), buckets(1, 2), buckets(9)].map(
    (given): RecallCommand => ({ type: 'reportStage', buckets: given, narrative: 'x', next: 'y' }),
  ),
  further,
  clear,
  stop,
  { type: 'orderEmergency', reasons, reviewOn: '2026-11-05' },
  { type: 'prolongEmergency', reasons, reviewOn: '2026-11-20' },
  { type: 'liftEmergency', reasons, publicReason: text('repaired') },
]

/** The roads of policy.md 5.3; between their steps anybody does anything. Days are how long after the step before. */
type Step = { who: Actor | null; command: RecallCommand; days: number }
type Road = readonly (readonly [Actor, RecallCommand, number])[]
const agree: RecallCommand = { type: 'validateClass', agrees: true, reason: 'yes' }
const opened: Road = [
  [lin, create, 0],
  [mei, agree, 0],
  [lin, { type: 'openInvestigation', ground: 'graveRisk', reason: 'grave' }, 0],
]
const noticed: Road = [
  ...opened,
  [lin, { type: 'draftNotice', ...content }, 1],
  [he, { type: 'issueNotice', reasons }, 1],
  [systemActor, note('notice', 1), 0],
]
const carriedOut = (evaluator: Actor): Road => [
  [lead, plan, 2],
  [lead, publish('2026-10-09'), 0],
  [lead, finish({ finishedOn: '2026-10-09' }), 7],
  [evaluator, evaluate, 7],
  [du, terminate, 1],
]
const roads: readonly Road[] = [
  [...noticed, [systemActor, { type: 'prepareOrder' }, 22], [he, order, 0], [systemActor, note('order', 1), 0], ...carriedOut(both)],
  // A reconsideration takes the order away: the case goes back to the investigation, and may end or begin anew.
  [
    ...noticed,
    [systemActor, { type: 'prepareOrder' }, 22],
    [he, order, 0],
    [systemActor, note('order', 1), 0],
    [systemActor, overturn, 1],
    [lin, { type: 'draftNotice', ...content }, 1],
    [he, { type: 'issueNotice', reasons }, 1],
  ],
  [...noticed, [lead, object, 3], [lin, review, 1], [lin, opinion('defect'), 3], [du, order, 1], ...carriedOut(mei)],
  [
    ...noticed,
    [lead, declare, 3],
    [lin, widen, 1],
    [he, { type: 'issueNotice', reasons }, 1],
    [lead, object, 1],
    [lin, review, 1],
    [lin, opinion('noDefect'), 3],
    ...carriedOut(mei),
  ],
  [...noticed, [lead, declare, 3], ...carriedOut(mei).slice(0, 4), [du, further, 1], [lead, plan, 1]],
  [
    [lin, create, 0],
    [lin, ask, 0],
    [systemActor, note('analysis', null), 0],
    [lead, deny, 2],
    [lin, { type: 'openInvestigation', ground: 'disagree', reason: 'no' }, 1],
    [mei, agree, 0],
  ],
  [
    ...opened,
    [lin, stop, 0],
    [he, { type: 'orderEmergency', reasons, reviewOn: '2026-10-30' }, 0],
    [he, clear, 0],
    [he, { type: 'prolongEmergency', reasons, reviewOn: '2026-11-05' }, 1],
    [du, { type: 'liftEmergency', reasons, publicReason: text('repaired') }, 3],
  ],
]
const usual = (command: RecallCommand): Actor =>
  people.find((one) => one.posts.some((post) => recall.moves[command.type].by.includes(post.role))) ?? lin
/** The acts that the law guards most closely are tried most often, by whoever may sign at all. */
const signed = commands.filter(({ type }) => ['order', 'issueNotice', 'terminate', 'orderEmergency'].includes(type))
const noise = fc.array(
  fc.record({
    who: fc.constantFrom(null, null, he, du, both, ...people),
    command: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...commands) }, { weight: 2, arbitrary: fc.constantFrom(...signed) }),
    days: fc.constantFrom(0, 0, 0, 1, 5),
  }),
  { maxLength: 2 },
)
/** Before the step of the road somebody else who holds the role tries it too: often the one person who may not. */
const rivals = (command: RecallCommand) =>
  fc.option(fc.constantFrom(...people.filter((one) => one.posts.some((post) => recall.moves[command.type].by.includes(post.role)))), {
    freq: 2,
  })
const walk = fc
  .constantFrom(...roads)
  .chain((road) =>
    fc.tuple(
      ...road.map(([who, command, days]) =>
        fc
          .tuple(noise, rivals(command))
          .map(([steps, rival]): Step[] => [
            ...steps,
            ...(rival ? [{ who: rival, command, days }] : []),
            { who, command, days: rival ? 0 : days },
          ]),
      ),
    ),
  )
  .map((parts) => parts.flat())

/** policy.md 5.4 no. 8, written a second time from the law and not from the rule. */
const orderWasLawful = (before: Recall, at: string): boolean => {
  const notice = before.notices.findLast((one) => one.droppedAt === null)
  if (!notice) return false
  if (notice.objection) return notice.review?.opinion?.finding === 'defect'
  const last = notice.deliveredAt === null ? null : dueOf(shippedCatalogue, 'RCL-2', notice.deliveredAt).on
  return last !== null && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) > last
}

const drafts: readonly string[] = ['noticeDrafted', 'emergencyProposed']
const signatures: readonly string[] = [
  'noticeIssued',
  'ordered',
  'emergencyOrdered',
  'emergencyProlonged',
  'emergencyLifted',
  'closedNoDefect',
  'expansionDropped',
  'furtherMeasuresOrdered',
  'versionCleared',
  'terminated',
]
const sum = (numbers: Record<string, number>): number => Object.values(numbers).reduce((total, one) => total + one, 0)

/** Everything that is broken by the step from `before` to `after`; the names say the rule. Written from the law and the record, not from the rules. */
const broken = (before: Recall, after: Recall, events: readonly RecordedRecall[], known: number, at: string): string[] => {
  const who = (types: readonly string[]) => new Set(events.filter((event) => types.includes(event.type)).map((event) => event.by))
  const [drafters, signers, validators] = [who(drafts), who(signatures), who(['classValidated', 'classRejected'])]
  const acted = after.notices.length > 0 || after.emergency !== null
  const holds: Record<string, boolean> = {
    orderLawful: events.slice(known).every((event) => event.type !== 'ordered' || orderWasLawful(before, at)),
    drafterNeverSigns: [...drafters].every((one) => !signers.has(one)),
    drafterNeverValidates: [...drafters].every((one) => !validators.has(one)),
    dutiesApart: (Object.entries(after.did) as [Duty, readonly string[]][]).every(([duty, persons]) =>
      excludedBy(duty).every((other) => !persons.some((one) => after.did[other]?.includes(one))),
    ),
    evaluatorNeverTerminates: after.closure?.how !== 'terminated' || after.closure.by !== after.evaluation?.by,
    publicFromTheFirstActOn: (after.published !== null) === acted,
    neverTakenBack: before.published === null || after.published !== null,
    numberGivenWithTheFirstAct: !acted || /^AGR-2026-0042-(I|II|III)$/.test(after.number ?? ''),
    numberNeverChanges: before.number === null || after.number === before.number,
    issuedStands: before.notices.every(
      (one, place) =>
        after.notices[place]?.version === place + 1 &&
        after.notices[place].content === one.content &&
        after.notices[place].affected === one.affected,
    ),
    endIsFinal: !isEnded(before) || after.status === before.status,
    bindingStays: before.binding === null || after.binding !== null || events.slice(known).some((event) => event.type === 'overturned'),
    bucketsAddUp: after.reports.every((report) => sum(report.buckets) === report.affected),
    standingsAddUp: sum(progress(after).byStanding) === affectedNow(after).length,
  }
  return Object.keys(holds).filter((name) => !holds[name])
}

test('5.4 nos 5, 7, 8 and the rest hold in every walk', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(walk, (steps) => {
      const here = story()
      let now = Date.parse(on('10-09'))
      for (const { who, command, days } of steps) {
        now += days * 86_400_000 + 60_000
        const at = new Date(now).toISOString()
        const before = here.state()
        const known = here.events.length
        const answer = here.ask(who ?? usual(command), command.type === 'noteDelivery' ? { ...command, deliveredAt: at } : command, at)
        seen.add(`${command.type}:${answer === 'granted'}`)
        if (answer !== 'granted') expect(here.state()).toBe(before)
        else if (here.events.length > known) expect(broken(before, here.state(), here.events, known, at)).toEqual([])
      }
      expect(here.events.reduce((state, event) => fold(recall, state, event), { ...recall.initial, id: 'recall-1' })).toEqual(here.state())
    }),
    { numRuns: 200, seed: 20261125 },
  )
  // The walk must have come everywhere, or it has shown nothing.
  for (const type of Object.keys(recall.moves)) expect(seen, `${type} granted`).toContain(`${type}:true`)
  for (const type of ['order', 'issueNotice', 'terminate', 'object']) expect(seen, `${type} refused`).toContain(`${type}:false`)
})
