// The lower-risk lane in the random walk: what somebody would write, what leads on, and what must be true of every event of it.
import { createHash } from 'node:crypto'
import { shippedCatalogue } from './catalogue/shipped.ts'
import { shanghaiDateOf } from './clock/day.ts'
import { applicable } from './selftest/checklist.ts'
import type { Selftest } from './selftest/state.ts'
import { casesOf } from './walk-cast.ts'
import type { Context } from './walk-events.ts'
import { shanghaiDate } from './walk-naive.ts'

type Body = Record<string, unknown>
// The same shape as in walk-bodies, which imports this file.
type Ask = { stage: any; state: any; at: string; draw: (below: number) => number; actor: any }
type Written = (ask: Ask) => Body | null

const both = (text: string) => ({ zh: text, en: text })
const adverse = { facts: 'f', basis: ['b'], reasons: 'r', remedies: { reconsideration: both('reconsideration'), suit: both('suit') } }
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const one = <T>(draw: Ask['draw'], list: readonly T[]): T | undefined => list[draw(Math.max(1, list.length))]
const mostly = <T>(draw: Ask['draw'], usual: T, ...others: T[]): T => (draw(10) < 8 ? usual : (one(draw, others) ?? usual))
const day = (at: string, days = 0): string => shanghaiDateOf(new Date(Date.parse(at) + days * 86_400_000).toISOString())
const month = (at: string): string => day(at).slice(0, 7)
const houseOf = ({ actor, stage, draw }: Ask, role: RegExp): string | undefined =>
  actor.posts.find((post: any) => role.test(post.role) && post.organisationId)?.organisationId ?? one(draw, stage.companies)
const company = /^(filer|compliance_lead|representative)$/
const reason: Written = () => ({ reason: 'because' })
const empty: Written = () => ({})
const seedOf = (region: string, from: string): string => `a-seed-that-is-long-enough-${region}-${from}`

const selftest: Record<string, Written> = {
  create: (ask) => {
    const organisationId = houseOf(ask, company)
    const agent = one(
      ask.draw,
      casesOf(ask.stage.w, 'agent').filter((other) => other.organisationId === organisationId && other.status === 'active'),
    )
    if (!agent) return null
    return {
      organisationId,
      agentId: agent.id,
      sector: 'commerce',
      scenario: 24,
      version: `1.${ask.draw(30)}.0`,
      platformIds: ask.draw(2) ? [ask.stage.platform] : [],
      declared: { registeredUsers: 500, monthlyUsers: 100, flags: mostly(ask.draw, [], ['careOfPersons']), dataCategories: [] },
    }
  },
  describe: ({ state, at, draw }) => {
    const challenged = (state as Selftest).challenges?.at(-1)?.items.map((item) => item.itemId)
    const ids =
      state.status === 'challenged' && challenged ? challenged : applicable(state as Selftest, shippedCatalogue).map((item) => item.id)
    return {
      answers: ids.map((itemId) => ({
        itemId,
        answer: draw(60) === 0 ? 'not_met' : 'met',
        evidence: `tested ${draw(1000)} times`,
        performedOn: day(at, -draw(3)),
      })),
    }
  },
  sign: empty,
  withdraw: reason,
  confirm: () => ({ reasons: 'r' }),
  challenge: ({ state, draw }) => {
    const answers = (state as Selftest).revisions?.at(-1)?.answers ?? []
    return { items: [{ itemId: one(draw, answers)?.itemId ?? 'SC-01', finding: 'f' }], facts: 'f', basis: ['b'], reasons: 'r' }
  },
  correct: () => ({ statement: 'mended' }),
  escalate: ({ state, draw }) => ({
    ground: mostly(draw, state.status === 'corrected' ? 'correction_insufficient' : 'wrong_lane', 'not_corrected'),
    ...adverse,
    publicReason: both('the reason'),
  }),
  verifyListing: ({ stage, at, draw }) => ({ platformId: stage.platform, finding: mostly(draw, 'agrees', 'differs'), checkedOn: day(at) }),
  takeDown: ({ stage, at }) => ({ platformId: stage.platform, takenDownOn: day(at) }),
}

const report: Record<string, Written> = {
  create: (ask) => {
    const isPlatform = ask.actor.posts.some((post: any) => post.role === 'platform_operator')
    const organisationId = isPlatform ? ask.stage.platform : houseOf(ask, company)
    const about = one(
      ask.draw,
      casesOf(ask.stage.w, 'selftest').filter((other) => other.organisationId === organisationId && other.number !== null),
    )
    if (!isPlatform && !about) return null
    const back = ask.draw(300)
    return {
      reporter: isPlatform ? 'platform' : 'company',
      organisationId,
      selftestId: about?.id ?? null,
      periodFrom: day(ask.at, -back - 9),
      periodTo: day(ask.at, -back),
    }
  },
  describe: ({ stage, state, at, draw }) => ({
    figures: Object.fromEntries(
      ['registeredUsers', 'monthlyUsers', 'calls', 'complaints', 'incidents', 'takeovers', 'refusedActs', 'listedAgents', 'installations']
        .map((name) => [name, 5 + draw(100)] as [string, number])
        .concat([['complaintsSettled', draw(8)]]),
    ),
    ...(state.reporter === 'platform' && {
      listings: listedAt(stage, state.organisationId)
        .filter((other) => other.tombstone === null)
        .map((other) => ({ selftestId: other.id, finding: 'agrees', checkedOn: day(at) })),
      takeDowns: listedAt(stage, state.organisationId)
        .filter((other) => other.tombstone !== null)
        .map((other) => ({ selftestId: other.id, takenDownOn: day(at) })),
    }),
  }),
  submit: empty,
  note: empty,
  returnReport: reason,
  withdraw: reason,
}
const listedAt = (stage: any, platformId: string): Selftest[] =>
  casesOf<Selftest>(stage.w, 'selftest').filter((other) => other.revisions.length > 0 && other.platformIds.includes(platformId))

const sampling: Record<string, Written> = {
  create: ({ actor, at, draw }) => {
    const region = actor.posts.find((post: any) => post.region)?.region ?? '110000'
    const from = month(at)
    return { region, fromMonth: from, toMonth: from, size: 1 + draw(3), seedHash: sha256(seedOf(region, from)), reason: 'r' }
  },
  draw: ({ state, draw }) => ({ seed: seedOf(draw(15) === 0 ? 'another' : (state.region ?? ''), state.fromMonth ?? '') }),
  abandon: reason,
}

const decided: [string, RegExp][] = [
  ['selftest', /^escalated$/],
  ['filing', /^(not_filed|suspended|revoked)$/],
  ['deployment', /^(suspended|revoked|refused)$/],
  ['recall', /^(recall_ordered|plan_filed|in_progress|completed|terminated)$/],
]
const credit: Record<string, Written> = {
  create: ({ stage, draw }) => {
    const sources = decided.flatMap(([kind, at]) =>
      casesOf(stage.w, kind)
        .filter((other) => at.test(other.status))
        .map((other) => ({ kind, other })),
    )
    const source = one(draw, sources)
    if (!source) return null
    return {
      organisationId: source.other.organisationId,
      creditKind: one(draw, ['misuse', 'hidden_defect', 'false_self_test']),
      severity: mostly(draw, 'light', 'ordinary'),
      source: { kind: source.kind, id: source.other.id },
      facts: 'f',
      basis: ['b'],
      reasons: 'r',
      publicText: both('what happened'),
    }
  },
  record: () => ({ remedies: adverse.remedies }),
  dismiss: reason,
  applyRepair: () => ({ statement: 's' }),
  assessRepair: ({ draw }) => ({ outcome: mostly(draw, 'refused', 'granted'), reasons: 'r' }),
  decideRepair: ({ draw }) => ({ ...adverse, outcome: mostly(draw, 'refused', 'granted') }),
  quash: reason,
}
export const lowLaneBodies: Record<string, Record<string, Written>> = { selftest, report, sampling, credit }

export const lowLaneOnward: Record<string, Record<string, readonly string[]>> = {
  selftest: {
    draft: ['describe', 'sign'],
    signed: ['challenge', 'verifyListing'],
    sampled: ['confirm', 'challenge'],
    confirmed: ['challenge', 'verifyListing'],
    challenged: ['correct', 'describe', 'escalate', 'correct'],
    corrected: ['confirm', 'escalate', 'challenge'],
    escalated: ['takeDown'],
  },
  report: { draft: ['describe', 'submit'], submitted: ['note', 'returnReport'], returned: ['describe', 'submit'] },
  sampling: { committed: ['draw'] },
  credit: {
    proposed: ['record'],
    recorded: ['applyRepair'],
    repair_applied: ['assessRepair'],
    repair_assessed: ['decideRepair'],
  },
}
/** The one step that is due next. */
export const lowLaneNext: Record<string, (state: any) => string> = {
  selftest: (state) =>
    state.status === 'draft' ? (state.answers.length === 0 ? 'describe' : 'sign') : (lowLaneOnward.selftest?.[state.status]?.[0] ?? ''),
  report: (state) =>
    state.status === 'draft' && state.figures.complaints === undefined
      ? 'describe'
      : (({ draft: 'submit', submitted: 'note', returned: 'submit' } as Record<string, string>)[state.status] ?? ''),
}

export const lowLaneTerminal: Record<string, readonly string[]> = {
  selftest: ['escalated', 'expired', 'withdrawn'],
  report: ['noted', 'withdrawn'],
  sampling: ['drawn', 'abandoned'],
  credit: ['repaired', 'ended', 'quashed', 'dismissed'],
}
export const lowLanePublishing: Record<string, readonly string[]> = { selftest: ['signed'], sampling: ['committed'], credit: ['recorded'] }

const must = (is: unknown, promise: string, about: unknown = ''): void => {
  if (!is) throw new Error(`promise broken: ${promise} ${JSON.stringify(about).slice(0, 600)}`)
}
const last = ({ past }: Context, ...types: string[]): any => past.findLast((seen) => types.includes(seen.type))?.event ?? null

export const lowLanePromises: Record<string, (context: Context) => void> = {
  'selftest.signed': (context) => {
    const { event, before, state, all } = context
    must(state<any>(before.organisationId)?.status === 'verified', '13: only a verified organisation signs')
    must(
      event.signed.answers.every((answer: any) => answer.answer !== 'not_met' && answer.performedOn <= shanghaiDate(event.at)),
      '2.1: a self-test is signed with every item met, on tests that took place',
    )
    must(
      shippedCatalogue.checklist.items.every(
        (item) => item.flags.length > 0 || event.signed.answers.some((answer: any) => answer.itemId === item.id),
      ),
      '2.1: a self-test answers every item',
    )
    must(
      !all('selftest').some(
        (other) =>
          other.id !== before.id && other.agentId === before.agentId && other.scenario === before.scenario && other.status === 'escalated',
      ),
      '5.3: the low lane does not come back by another self-test',
    )
  },
  'selftest.escalated': (context) => {
    const { event } = context
    must(last(context, 'challenged')?.by !== event.by, '5.1: the low lane is ended by another than the challenger')
    must(event.facts && event.basis.length && event.reasons && event.remedies.suit.zh && event.publicReason.zh, '12: it says all')
  },
  'sampling.drawn': ({ event, before, after, all, state }) => {
    must(sha256(event.seed) === before.seedHash, 'the seed is the one that was committed to')
    must(
      before.committedAt.slice(0, 7) <= before.toMonth && shanghaiDate(event.at).slice(0, 7) > before.toMonth,
      'sealed before, opened after',
    )
    // Drawn the slow way: of what is left, the one with the least hash, again and again.
    const left = new Set<string>(event.eligible)
    const drawn: string[] = []
    while (left.size > 0 && drawn.length < before.size) {
      let least = ''
      for (const id of left) if (least === '' || sha256(event.seed + id) < sha256(event.seed + least)) least = id
      left.delete(least)
      drawn.push(least)
    }
    must(
      JSON.stringify(drawn) === JSON.stringify(event.drawn.map((each: any) => each.selftestId)),
      'the draw is what anyone computes',
      drawn,
    )
    must(
      event.eligible.every((id: string) => state<any>(id)?.signedOn?.slice(0, 7) >= before.fromMonth),
      'drawn from what was signed in the period',
    )
    const twice = all('sampling').filter(
      (other) => other.id !== after.id && other.status === 'drawn' && other.region === after.region && other.fromMonth === after.fromMonth,
    )
    must(twice.length === 0, 'a period is drawn once')
  },
  'credit.recorded': (context) => must(last(context, 'proposed')?.by !== context.event.by, '5.1: a record has two persons'),
  'credit.repairDecided': (context) => {
    must(last(context, 'repairAssessed')?.by !== context.event.by, '5.1: a repair is decided by a second person')
    must(context.event.outcome === 'granted' || context.event.remedies?.suit.zh, '12: a refusal names its remedies')
  },
  'credit.ended': ({ event, before }) => must(shanghaiDate(event.at) > before.publicUntil, 'a record is public to its last day'),
}
