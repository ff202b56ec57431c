// One invented filing of a scale seed: what happened to it and when, following from its number alone, as the rules would have let it happen.
import { createHash } from 'node:crypto'
import { specimenVersion } from '#domain/agent/specimen'
import type { AgentVersion } from '#domain/agent/version'
import type { Post, Typed } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { filingNumber, filingScope, receiptNumber, receiptScope } from '#domain/filing/clocks'
import type { Use } from '#domain/filing/command'
import type { FilingEvent } from '#domain/filing/event'
import { publishedOf } from '#domain/filing/published'
import { addressesOf } from '#domain/filing/revision'
import { currentRevision, type Filing } from '#domain/filing/state'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import { lanes } from '#domain/tier/vocabulary'
import words from './scale-words.json'

export type House = { id: string; zh: string; en: string; code: string; region: string; by: string }
/** Who acts on the side of the authority, and where cases lie: the most frequent first. */
export type Scene = {
  houses: readonly House[]
  reviewers: ReadonlyMap<string, string>
  approver: string
  fields: readonly { sector: string; scenarios: readonly ScenarioClause[] }[]
}
/** A step of a life: when (ms since 1970), by whom in which post, and the event, made from the state as it then is. `serial` takes the next number of a row. */
export type Step = { at: number; by: string; post: Post; make(state: Filing, serial: (scope: string) => number): FilingEvent & Typed }
export type Life = { steps: readonly Step[]; isOpen: boolean }

const hour = 3_600_000
const day = 24 * hour

/** A number in [0, 1) that follows from a case and a question about it, evenly spread. */
const chance = (no: number, question: string): number => createHash('sha256').update(`${question}:${no}`).digest().readUInt32BE(0) / 2 ** 32
/** One of a list, the early ones far more often: the share of each falls as the square of its place. */
const skewed = <T>(list: readonly T[], at: number): T => list[Math.floor(at ** 2 * list.length)] as T
const even = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T

export const nameOf = (no: number): { zh: string; en: string } => {
  const parts = [
    even(words.first, chance(no, 'first')),
    even(words.second, chance(no, 'second')),
    even(words.work, chance(no, 'work')),
    even(words.form, chance(no, 'form')),
  ]
  const [first = ['', ''], second = ['', ''], work = ['', ''], form = ['', '']] = parts
  return { zh: `${first[0]}${second[0]}${work[0]}${form[0]}`, en: `${first[1]}${second[1]} ${work[1]} ${form[1]}` }
}
export const houseNameOf = (no: number): { zh: string; en: string } => {
  const [first = ['', ''], second = ['', ''], house = ['', '']] = [
    even(words.first, chance(no, 'house1')),
    even(words.second, chance(no, 'house2')),
    even(words.house, chance(no, 'house3')),
  ]
  return { zh: `${first[0]}${second[0]}${no}${house[0]}`, en: `${first[1]}${second[1]} ${no} ${house[1]}` }
}

const use: Use = {
  registeredUsers: 20_000,
  monthlyUsers: 4_000,
  careOfPersons: false,
  systemPermission: false,
  machineAction: false,
  pesticide: false,
  opinionCapacity: false,
  decidesOnPersons: false,
  serviceStartedOn: null,
}
/** Short, so that a million fit on a disk: one model, one row of the matrix. */
const contentOf = (no: number): AgentVersion => ({
  ...specimenVersion,
  names: nameOf(no),
  version: `${1 + Math.floor(chance(no, 'major') * 4)}.${Math.floor(chance(no, 'minor') * 10)}.0`,
  purpose: words.purpose,
  tools: [],
  skills: [],
  endpoints: [],
  authorityMatrix: specimenVersion.authorityMatrix.slice(0, 1).map((row) => ({ ...row, tools: [] })),
  guardrails: [],
  identityCode: null,
})

/** How a life ends or where it stands: the share of each among open and among closed ones. */
const openEnds = [
  ['draft', 0.06],
  ['submitted', 0.2],
  ['correction', 0.14],
  ['accepted', 0.14],
  ['review', 0.22],
  ['placed', 0.12],
  ['testing', 0.06],
  ['concurrence', 0.06],
] as const
const closedEnds = [
  ['filed', 0.4],
  ['changing', 0.03],
  ['refused', 0.05],
  ['withdrawn', 0.05],
  ['history', 0.45],
  ['gone', 0.02],
] as const
type End = (typeof openEnds)[number][0] | (typeof closedEnds)[number][0]
const pick = (ends: readonly (readonly [End, number])[], at: number): End => {
  let sum = 0
  for (const [end, share] of ends) {
    sum += share
    if (at < sum) return end
  }
  return ends[0]?.[0] ?? 'draft'
}
/** How long a case stands where a lapsed period would move it on; a little less than the shortest period of working days. */
const longestWait: Partial<Record<End, number>> = { submitted: 4 * day, correction: 14 * day }
/** An older case has long been accepted or taken up again: else the first beat of the clock would have thousands to move. */
const standing = (end: End, age: number): End => (age < (longestWait[end] ?? age + 1) ? end : end === 'submitted' ? 'accepted' : 'review')
const order: readonly End[] = ['draft', 'submitted', 'accepted', 'review', 'placed']

const recorded = (no: number, house: House, sector: string, scenario: ScenarioClause, status: 'filed' | 'cancelled'): FilingEvent => ({
  type: 'recorded',
  status,
  title: { ...nameOf(no) },
  organisationName: house.zh,
  region: house.region,
  sector,
  scenario,
  history: { source: 'other', row: `scale/${no}`, filingNo: null, filedOn: null, purpose: words.purpose, remark: '' },
})

/** The life of case `no` of `of`, within the span given. About a quarter is open, most of them begun late in the span; a third is history. */
export const lifeOf = (no: number, of: number, span: { from: number; until: number }, scene: Scene): Life => {
  const house = skewed(scene.houses, chance(no, 'house'))
  const { sector, scenarios } = skewed(scene.fields, chance(no, 'field'))
  const scenario = even(scenarios, chance(no, 'scenario'))
  const isOpen = chance(no, 'open') < (no > of * 0.76 ? 0.9 : 0.03)
  const start = span.from + ((span.until - span.from) * (no + 1)) / (of + 2)
  const end = standing(isOpen ? pick(openEnds, chance(no, 'end')) : pick(closedEnds, chance(no, 'end')), span.until - start)
  const reviewer = scene.reviewers.get(house.region) ?? scene.approver
  const mine: Post = { role: 'representative', authorityId: null, sectors: [], region: null, organisationId: house.id }
  const office = (role: Post['role']): Post => ({
    role,
    authorityId: `cac-${house.region}`,
    sectors: ['*'],
    region: house.region,
    organisationId: null,
  })
  const system: Post = { role: 'system', authorityId: null, sectors: ['*'], region: '000000', organisationId: null }
  const steps: Step[] = []
  const add = (by: string, post: Post, make: Step['make']) => {
    // Never later than the span, and each later than the one before.
    steps.push({ at: Math.min(start + steps.length * 5 * hour, span.until - hour + steps.length * 60_000), by, post, make })
  }
  const isBeyond = (step: End) =>
    !isOpen ||
    end === 'testing' ||
    end === 'concurrence' ||
    order.indexOf(end) >= order.indexOf(step) ||
    (end === 'correction' && step === 'submitted')

  if (end === 'history' || end === 'gone') {
    add('system', system, () => recorded(no, house, sector, scenario, end === 'gone' ? 'cancelled' : 'filed'))
    return { steps, isOpen: false }
  }
  const content = contentOf(no)
  add(house.by, mine, () => ({
    type: 'created',
    ofOrganisationId: house.id,
    organisationName: { zh: house.zh, en: house.en },
    region: house.region,
    agentId: null,
    sector,
    scenarios: [scenario],
    followsFilingId: null,
    content,
  }))
  if (!isBeyond('submitted')) return { steps, isOpen }
  add(house.by, mine, () => ({ type: 'described', sector, scenarios: [scenario], use, content, claims: [], changed: ['use'] }))
  add(house.by, mine, (_, serial) => ({
    type: 'submitted',
    receiptNo: receiptNumber('AGF', house.region, serial(receiptScope('AGF', house.region))),
    isLate: false,
    ...addressesOf({ sector, scenarios: [scenario], use, content, documents: [] }),
    organisationName: { zh: house.zh, en: house.en },
    creditCode: house.code,
    region: house.region,
  }))
  if (end === 'withdrawn') add(house.by, mine, () => ({ type: 'withdrawn', reason: words.reason }))
  if (end === 'correction') {
    add(reviewer, office('intake'), (state) => ({
      type: 'correctionRequested',
      items: [{ section: 'basics', path: null, what: words.reason, basis: words.reason }],
      revisionHash: state.revisionHash ?? '',
    }))
  }
  if (end === 'withdrawn' || end === 'correction' || !isBeyond('accepted')) return { steps, isOpen }
  add(scene.approver, office('intake'), (state) => ({
    type: 'accepted',
    isDeemed: false,
    from: state.receipt?.at ?? '',
    reviewRule: 'FIL-4',
  }))
  if (!isBeyond('review')) return { steps, isOpen }
  add(reviewer, office('reviewer'), () => ({ type: 'reviewStarted' }))
  if (!isBeyond('placed')) return { steps, isOpen }
  const place = Math.floor(chance(no, 'lane') ** 2 * 3)
  add(reviewer, office('reviewer'), (state) => {
    const lane = lanes[place] ?? 'low'
    const tier = (place + 1) as 1 | 2 | 3
    return {
      type: 'placedInTier',
      revisionHash: state.revisionHash ?? '',
      tiers: [{ scenario, lane, tier, ruleLane: lane, ruleTier: tier, rulesVersion: '2026.1', firedRules: [], departure: null }],
    }
  })
  if (end === 'testing') {
    add(reviewer, office('reviewer'), (state) => ({
      type: 'testRequested',
      testItemIds: ['TI-01'],
      labHint: null,
      basis: '',
      revisionHash: state.revisionHash ?? '',
      versionHash: state.versionHash ?? '',
    }))
  }
  if (end === 'concurrence')
    add(reviewer, office('reviewer'), (state) => ({ type: 'concurrenceAsked', question: '', revisionHash: state.revisionHash ?? '' }))
  if (isOpen) return { steps, isOpen }
  const outcome = end === 'refused' ? 'refuse' : 'file'
  const reasons = [{ rule: words.reason, evidence: words.reason, finding: words.reason }]
  add(reviewer, office('reviewer'), (state) => ({
    type: 'recommended',
    outcome,
    conditions: [],
    reasons,
    revisionHash: state.revisionHash ?? '',
  }))
  add(scene.approver, office('approver'), (state, serial) => {
    const revision = currentRevision(state)
    const scope = outcome === 'file' ? filingScope(state) : null
    const number = scope ? filingNumber(state, serial(scope)) : null
    return {
      type: 'decided',
      outcome,
      number,
      conditions: [],
      reasons,
      remedies: null,
      forumId: null,
      revisionHash: state.revisionHash ?? '',
      versionHash: state.versionHash ?? '',
      sector: null,
      published:
        number && revision
          ? publishedOf(state, revision, number, [], new Date(Math.min(start + 45 * hour, span.until)).toISOString())
          : null,
    }
  })
  if (end === 'changing')
    add(house.by, { ...mine, role: 'compliance_lead' }, (state) => {
      const revision = currentRevision(state)
      if (!revision || !state.decision) throw new Error('what is changed was decided')
      const { hash: revisionHash, versionHash, scenarios: filed } = revision
      const changed = { ...revision.content, version: `${revision.content.version}.1`, buildHash: '5'.repeat(64) }
      return {
        type: 'changeProposed',
        no: 1,
        changedOn: shanghaiDateOf(state.decision.at),
        reason: words.reason,
        content: { ...changed, changeClass: 'minor', basedOnHash: versionHash },
        use: revision.use,
        scenarios: filed,
        from: { revisionHash, versionHash },
        class: 'notify',
        because: [{ path: '/buildHash', class: 'notify', rule: 'CHG-07' }],
        tests: [],
        rulesVersion: '2026.1',
      }
    })
  return { steps, isOpen }
}
export { day }
