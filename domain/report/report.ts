// The rules of an information report: the lower-risk lane's duty to inform, by company or platform, for a period, in numbers (policy.md 2.1).
import {
  type CaseState,
  type Decision,
  grant,
  type Kind,
  type Needs,
  type Occasion,
  type Recorded,
  refuse,
  type StateMark,
} from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import type { Organisation } from '#domain/organisation/organisation'
import type { Selftest } from '#domain/selftest/state'
import {
  type CommandOf,
  type Figures,
  figuresOf,
  type ListingSaid,
  type ReportCommand,
  type ReportEvent,
  type Reporter,
  type ReportStatus,
  reportCommands,
  reportStatuses,
  type TakeDownSaid,
} from './vocabulary.ts'

export type { ReportCommand, ReportEvent } from './vocabulary.ts'

export type Report = CaseState & {
  status: ReportStatus | 'none'
  reporter: Reporter
  organisationId: string | null
  organisationName: string | null
  region: string | null
  sector: string | null
  scenario: number | null
  selftestId: string | null
  agentId: string | null
  /** The agent reported on, or the platform. */
  about: { zh: string; en: string }
  periodFrom: string
  periodTo: string
  figures: Figures
  listings: readonly ListingSaid[]
  takeDowns: readonly TakeDownSaid[]
  narrative: string
  createdAt: string | null
  submissions: readonly { by: string; at: string }[]
  noted: { by: string; at: string; remark: string } | null
  returned: { reason: string; at: string } | null
}

export type ReportFacts = {
  organisation?: Organisation | null
  selftest?: Selftest | null
  listed?: readonly Selftest[]
  others?: readonly Report[]
}
type Answer = Decision<ReportEvent>

/** By what two reports on the same thing find each other. */
const subjectOf = ({ reporter, selftestId, organisationId }: Pick<Report, 'reporter' | 'selftestId' | 'organisationId'>): string | null =>
  reporter === 'company' ? selftestId : organisationId

const create = (state: Report, command: CommandOf<'create'>, { at, post }: Occasion, facts: ReportFacts): Answer => {
  const { reporter, organisationId, selftestId, periodFrom, periodTo } = command
  const { organisation, selftest, others = [] } = facts
  if (organisation?.id !== organisationId || organisation.status !== 'verified')
    return refuse('report.verifiedOrganisationNeeded', { status: organisation?.status ?? null })
  if ((reporter === 'platform') !== (organisation.kind === 'platform')) return refuse('report.reporterNeeded', { kind: organisation.kind })
  if ((reporter === 'platform') !== (post.role === 'platform_operator')) return refuse('report.reporterNeeded', { kind: organisation.kind })
  if (reporter === 'company' && (selftest?.organisationId !== organisationId || selftest.revisions.length === 0))
    return refuse('report.signedSelftestNeeded', { selftestId })
  if (periodTo < periodFrom || periodTo > shanghaiDateOf(at)) return refuse('report.pastPeriodNeeded', { periodFrom, periodTo })
  const twin = others.find(
    (one) => one.id !== state.id && one.status !== 'withdrawn' && one.periodFrom <= periodTo && periodFrom <= one.periodTo,
  )
  if (twin) return refuse('report.newPeriodNeeded', { periodFrom: twin.periodFrom, periodTo: twin.periodTo })
  const name = { zh: organisation.names.zh, en: organisation.names.en ?? organisation.names.zh }
  const about = reporter === 'company' && selftest ? selftest : null
  return grant({
    type: 'created',
    reporter,
    ofOrganisationId: organisationId,
    organisationName: organisation.names.zh,
    region: organisation.region,
    sector: about?.sector ?? null,
    scenario: about?.scenario ?? null,
    selftestId: about?.id ?? null,
    agentId: about?.agentId ?? null,
    about: about?.agentName ?? name,
    periodFrom,
    periodTo,
  })
}

const twice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length

const describe = (state: Report, { type: _, ...change }: CommandOf<'describe'>): Answer => {
  const isPlatforms = change.listings !== undefined || change.takeDowns !== undefined
  if (isPlatforms && state.reporter !== 'platform') return refuse('report.platformNeeded')
  if ([change.listings, change.takeDowns].some((list) => list && twice(list.map((one) => one.selftestId))))
    return refuse('report.listingTwice')
  return grant({ type: 'described', ...change })
}

const ended: readonly string[] = ['escalated', 'expired', 'withdrawn']

/** Clause 13: a platform verifies whatever it lists, and takes down what holds no longer. Nothing of it may be left out of a report. */
const platformFault = (state: Report, today: string, listed: readonly Selftest[]): Decision<never> | null => {
  const known = new Set(listed.map((one) => one.id))
  const strange = [...state.listings, ...state.takeDowns].map((one) => one.selftestId).filter((id) => !known.has(id))
  if (strange.length > 0) return refuse('report.listedNeeded', { selftests: strange })
  const future = [...state.listings.map((one) => one.checkedOn), ...state.takeDowns.map((one) => one.takenDownOn)].filter(
    (on) => on > today,
  )
  if (future.length > 0) return refuse('report.pastDayNeeded', { on: future[0] })
  const numbers = (list: readonly Selftest[]) => list.map((one) => one.number ?? one.id)
  const verified = new Set(state.listings.map((one) => one.selftestId))
  const unverified = listed.filter((one) => !ended.includes(one.status) && !verified.has(one.id))
  if (unverified.length > 0) return refuse('report.listingsMissing', { numbers: numbers(unverified), count: unverified.length })
  const downNow = new Set(state.takeDowns.map((one) => one.selftestId))
  const standing = listed.filter(
    (one) =>
      ended.includes(one.status) &&
      !downNow.has(one.id) &&
      !one.listings.some((listing) => listing.platformId === state.organisationId && listing.takenDownOn !== null),
  )
  return standing.length > 0 ? refuse('report.takeDownsMissing', { numbers: numbers(standing), count: standing.length }) : null
}

const submit = (state: Report, { at }: Occasion, { listed = [] }: ReportFacts): Answer => {
  const missing = figuresOf[state.reporter].filter((figure) => typeof state.figures[figure] !== 'number')
  if (missing.length > 0) return refuse('report.figuresMissing', { figures: missing, count: missing.length })
  if ((state.figures.complaintsSettled ?? 0) > (state.figures.complaints ?? 0)) return refuse('report.settledAboveComplaints')
  const fault = state.reporter === 'platform' ? platformFault(state, shanghaiDateOf(at), listed) : null
  if (fault) return fault
  const { figures, listings, takeDowns, narrative } = state
  return grant({ type: 'submitted', figures, listings, takeDowns, narrative })
}

const evolve = (state: Report, event: Recorded<ReportEvent>): Report => {
  const { by, at } = event
  switch (event.type) {
    case 'created': {
      const { reporter, ofOrganisationId, organisationName, region, sector, scenario, selftestId, agentId, about, periodFrom, periodTo } =
        event
      const whose = { reporter, organisationId: ofOrganisationId, organisationName, region, sector, scenario, selftestId, agentId, about }
      return { ...state, ...whose, periodFrom, periodTo, status: 'draft', createdAt: at }
    }
    case 'described': {
      const { figures, listings, takeDowns, narrative } = event
      return {
        ...state,
        ...(figures && { figures: { ...state.figures, ...figures } }),
        ...(listings && { listings }),
        ...(takeDowns && { takeDowns }),
        ...(narrative !== undefined && { narrative }),
      }
    }
    case 'submitted':
      return { ...state, status: 'submitted', submissions: [...state.submissions, { by, at }], returned: null }
    case 'noted':
      return { ...state, status: 'noted', noted: { by, at, remark: event.remark } }
    case 'returned':
      return { ...state, status: 'returned', returned: { reason: event.reason, at } }
    case 'withdrawn':
      return { ...state, status: 'withdrawn' }
  }
}

const markOf: Record<Report['status'], StateMark> = {
  none: 'draft',
  draft: 'draft',
  submitted: 'submitted',
  returned: 'waiting',
  noted: 'approved',
  withdrawn: 'ended',
}
const isSubmitted = ({ submissions }: Report): boolean => submissions.length > 0

export const report: Kind<Report, ReportCommand, ReportEvent, ReportFacts> = {
  name: 'report',
  plural: 'information-reports',
  statuses: reportStatuses,
  commands: reportCommands,
  moves: {
    create: { by: ['filer', 'compliance_lead', 'platform_operator'], from: ['none'] },
    describe: { by: ['filer', 'compliance_lead', 'platform_operator'], from: ['draft', 'returned'] },
    submit: { by: ['compliance_lead', 'representative', 'platform_operator'], from: ['draft', 'returned'] },
    note: { by: ['reviewer'], from: ['submitted'], duty: 'review' },
    returnReport: { by: ['reviewer'], from: ['submitted'], duty: 'review' },
    withdraw: { by: ['compliance_lead', 'representative', 'platform_operator'], from: ['draft', 'returned'] },
  },
  initial: {
    id: '',
    status: 'none',
    did: {},
    reporter: 'company',
    organisationId: null,
    organisationName: null,
    region: null,
    sector: null,
    scenario: null,
    selftestId: null,
    agentId: null,
    about: { zh: '', en: '' },
    periodFrom: '',
    periodTo: '',
    figures: {},
    listings: [],
    takeDowns: [],
    narrative: '',
    createdAt: null,
    submissions: [],
    noted: null,
    returned: null,
  },
  place: (state) => ({
    organisationId: state.organisationId,
    sector: state.sector,
    region: state.region,
    // A platform is no company: its operator reaches what is its own by this tie.
    platformIds: state.reporter === 'platform' && state.organisationId !== null ? [state.organisationId] : [],
    isPrivate: !isSubmitted(state),
  }),
  needs: (state, command): Needs => {
    switch (command.type) {
      case 'create':
        return {
          organisation: { one: 'organisation', id: command.organisationId },
          selftest: { one: 'selftest', id: command.selftestId },
          others: { many: 'report', link: 'subject', to: subjectOf(command) },
        }
      case 'submit':
        return state.reporter === 'platform' ? { listed: { many: 'selftest', link: 'platform', to: state.organisationId } } : {}
      default:
        return {}
    }
  },
  decide: (state, command, occasion, facts) => {
    switch (command.type) {
      case 'create':
        return create(state, command, occasion, facts)
      case 'describe':
        return describe(state, command)
      case 'submit':
        return submit(state, occasion, facts)
      case 'note':
        return grant({ type: 'noted', remark: command.remark })
      case 'returnReport':
        return grant({ type: 'returned', reason: command.reason })
      case 'withdraw':
        return grant({ type: 'withdrawn', reason: command.reason })
    }
  },
  evolve,
  summary: (state) => ({
    title: {
      zh: `${state.about.zh} ${state.periodFrom} – ${state.periodTo}`,
      en: `${state.about.en} ${state.periodFrom} – ${state.periodTo}`,
    },
    number: null,
    mark: markOf[state.status],
    organisationName: state.organisationName,
    scenario: state.sector !== null && state.scenario !== null ? `${state.sector}:${state.scenario}` : null,
    lane: 'low',
    tier: null,
    ownerId: null,
    dueOn: null,
    dueRule: null,
    lapse: null,
    openedAt: state.submissions[0]?.at ?? state.createdAt,
    decidedAt: state.noted?.at ?? null,
    isPublic: false,
    words: [],
  }),
  fields: {
    id: 'open',
    status: 'open',
    did: 'office',
    reporter: 'open',
    organisationId: 'open',
    organisationName: 'open',
    region: 'open',
    sector: 'open',
    scenario: 'open',
    selftestId: 'open',
    agentId: 'open',
    about: 'open',
    periodFrom: 'open',
    periodTo: 'open',
    // A report is never public, so `open` is open to its reporter, a platform too, and to the authorities.
    figures: 'open',
    listings: 'open',
    takeDowns: 'open',
    narrative: 'open',
    createdAt: 'open',
    submissions: 'open',
    noted: 'open',
    returned: 'open',
  },
  links: (state) => ({
    organisation: state.organisationId,
    agent: state.agentId,
    selftest: state.selftestId,
    subject: state.status === 'withdrawn' ? null : subjectOf(state),
    platform: state.reporter === 'platform' ? state.organisationId : null,
  }),
}
