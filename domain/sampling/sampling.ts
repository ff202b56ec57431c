// The rules of a spot check: a seed is committed to before the period ends, a second person draws with it afterwards, once, and anyone can check.
import { type CaseState, type Decision, grant, type Kind, type Needs, type Occasion, type Recorded, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { national } from '#domain/permission'
import { poolOf, type Selftest } from '#domain/selftest/pool'
import { commitmentOf, drawFrom, listOf, monthsOf } from './draw.ts'
import {
  type CommandOf,
  type Drawn,
  type SamplingCommand,
  type SamplingEvent,
  type SamplingStatus,
  samplingCommands,
  samplingStatuses,
} from './vocabulary.ts'

export type { SamplingCommand, SamplingEvent } from './vocabulary.ts'

export type Sampling = CaseState & {
  status: SamplingStatus | 'none'
  region: string | null
  fromMonth: string
  toMonth: string
  size: number
  reason: string
  seedHash: string
  committedAt: string | null
  /** Null until it is drawn. */
  seed: string | null
  /** The list that was drawn from, in order; N is its length. */
  eligible: readonly string[]
  drawn: readonly Drawn[]
  drawnAt: string | null
  abandonment: { reason: string; at: string } | null
}

const mostMonths = 12
const namesOf = (prefix: string, months: readonly string[], need: (month: string) => Needs[string]): Needs =>
  Object.fromEntries(months.slice(0, mostMonths).map((month, at) => [`${prefix}${at}`, need(month)]))

export type SamplingFacts = { [selftests: `pool${number}`]: readonly Selftest[] } & { [samplings: `period${number}`]: readonly Sampling[] }
const gathered = <T>(facts: object, prefix: string): T[] =>
  Object.entries(facts).flatMap(([name, found]) => (name.startsWith(prefix) ? (found as readonly T[]) : []))

const create = (
  state: Sampling,
  { type: _, ...body }: CommandOf<'create'>,
  { at }: Occasion,
  facts: SamplingFacts,
): Decision<SamplingEvent> => {
  const months = monthsOf(body.fromMonth, body.toMonth)
  if (months.length === 0 || months.length > mostMonths)
    return refuse('sampling.periodNeeded', { fromMonth: body.fromMonth, toMonth: body.toMonth, most: mostMonths })
  // A seed chosen when the list is known could be chosen for whom it draws.
  if (shanghaiDateOf(at).slice(0, 7) > body.toMonth) return refuse('sampling.openPeriodNeeded', { toMonth: body.toMonth })
  const other = gathered<Sampling>(facts, 'period').find((one) => one.id !== state.id && one.status !== 'abandoned')
  if (other) return refuse('sampling.newPeriodNeeded', { fromMonth: other.fromMonth, toMonth: other.toMonth })
  return grant({ type: 'committed', ...body })
}

const draw = (state: Sampling, { seed }: CommandOf<'draw'>, { at }: Occasion, facts: SamplingFacts): Decision<SamplingEvent> => {
  if (shanghaiDateOf(at).slice(0, 7) <= state.toMonth) return refuse('sampling.pastPeriodNeeded', { toMonth: state.toMonth })
  if (commitmentOf(seed) !== state.seedHash) return refuse('sampling.committedSeedNeeded', { seedHash: state.seedHash })
  const eligible = listOf(
    gathered<Selftest>(facts, 'pool')
      .filter((one) => one.status === 'signed')
      .map((one) => one.id),
  )
  return eligible.length === 0
    ? refuse('sampling.eligibleNeeded')
    : grant({ type: 'drawn', seed, eligible, drawn: drawFrom(seed, eligible, state.size) })
}

/** Given up only while the period runs: afterwards whoever knows the seed knows whom it draws. */
const abandon = (state: Sampling, { reason }: CommandOf<'abandon'>, { at }: Occasion): Decision<SamplingEvent> =>
  shanghaiDateOf(at).slice(0, 7) > state.toMonth
    ? refuse('sampling.openPeriodNeeded', { toMonth: state.toMonth })
    : grant({ type: 'abandoned', reason })

const evolve = (state: Sampling, event: Recorded<SamplingEvent>): Sampling => {
  switch (event.type) {
    case 'committed': {
      const { region, fromMonth, toMonth, size, seedHash, reason, at } = event
      return { ...state, status: 'committed', region, fromMonth, toMonth, size, seedHash, reason, committedAt: at }
    }
    case 'drawn':
      return { ...state, status: 'drawn', seed: event.seed, eligible: event.eligible, drawn: event.drawn, drawnAt: event.at }
    case 'abandoned':
      return { ...state, status: 'abandoned', abandonment: { reason: event.reason, at: event.at } }
  }
}

/** The tie by which two draws of one month find each other. */
const periodTie = (region: string, month: string): string => `${region}:${month}`

export const sampling: Kind<Sampling, SamplingCommand, SamplingEvent, SamplingFacts> = {
  name: 'sampling',
  plural: 'samplings',
  statuses: samplingStatuses,
  commands: samplingCommands,
  moves: {
    create: { by: ['reviewer', 'registry_officer'], from: ['none'], duty: 'propose' },
    draw: { by: ['reviewer', 'registry_officer'], from: ['committed'], duty: 'enact' },
    abandon: { by: ['reviewer', 'registry_officer', 'approver'], from: ['committed'], duty: 'enact' },
  },
  initial: {
    id: '',
    status: 'none',
    did: {},
    region: null,
    fromMonth: '',
    toMonth: '',
    size: 0,
    reason: '',
    seedHash: '',
    committedAt: null,
    seed: null,
    eligible: [],
    drawn: [],
    drawnAt: null,
    abandonment: null,
  },
  place: ({ region }) => ({ organisationId: null, sector: null, region }),
  needs: (state, command): Needs => {
    switch (command.type) {
      case 'create':
        return namesOf('period', monthsOf(command.fromMonth, command.toMonth), (month) => ({
          many: 'sampling',
          link: 'period',
          to: periodTie(command.region, month),
        }))
      case 'draw':
        return namesOf('pool', monthsOf(state.fromMonth, state.toMonth), (month) => ({
          many: 'selftest',
          link: 'pool',
          to: poolOf(state.region ?? national, month),
        }))
      default:
        return {}
    }
  },
  decide: (state, command, occasion, facts) => {
    switch (command.type) {
      case 'create':
        return create(state, command, occasion, facts)
      case 'draw':
        return draw(state, command, occasion, facts)
      case 'abandon':
        return abandon(state, command, occasion)
    }
  },
  evolve,
  summary: (state) => {
    const period = state.fromMonth === state.toMonth ? state.fromMonth : `${state.fromMonth} – ${state.toMonth}`
    return {
      title: { zh: period, en: period },
      number: null,
      mark: state.status === 'drawn' ? 'approved' : state.status === 'abandoned' ? 'ended' : 'waiting',
      organisationName: null,
      scenario: null,
      lane: 'low',
      tier: null,
      ownerId: null,
      dueOn: null,
      dueRule: null,
      lapse: null,
      openedAt: state.committedAt,
      decidedAt: state.drawnAt ?? state.abandonment?.at ?? null,
      isPublic: state.status !== 'none',
      words: state.fromMonth === '' ? [] : [state.fromMonth, state.toMonth],
    }
  },
  fields: {
    id: 'open',
    status: 'open',
    did: 'office',
    region: 'open',
    fromMonth: 'open',
    toMonth: 'open',
    size: 'open',
    reason: 'open',
    seedHash: 'open',
    committedAt: 'open',
    seed: 'open',
    eligible: 'open',
    drawn: 'open',
    drawnAt: 'open',
    abandonment: 'open',
  },
  links: ({ region, fromMonth, toMonth, status }) => ({
    period: region === null || status === 'abandoned' ? [] : monthsOf(fromMonth, toMonth).map((month) => periodTie(region, month)),
  }),
  publicFacts: (event) => {
    switch (event.type) {
      case 'committed':
        return { region: event.region, fromMonth: event.fromMonth, toMonth: event.toMonth, size: event.size, seedHash: event.seedHash }
      case 'drawn':
        return { seed: event.seed, eligible: event.eligible.length, drawn: event.drawn.map((one) => one.selftestId) }
      case 'abandoned':
        return { reason: event.reason }
    }
  },
}
