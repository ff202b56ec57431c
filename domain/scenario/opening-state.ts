// What is known of a scenario opening, how its events make it, and which version is in force on a day.
import type { CaseState, Recorded } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import type { Bilingual, MotionKind, OpeningContent, OpeningEvent, OpeningSide } from './opening-vocabulary.ts'
import type { OpeningStatus, ScenarioClause } from './vocabulary.ts'

export type OpeningSignature = { by: string; authorityId: string | null; at: string; reasons: string }
/** One version in force from `inForceOn`; kept for ever, because deployments were decided on it. */
export type OpeningVersion = {
  no: number
  hash: string
  content: OpeningContent
  inForceOn: string
  sector: OpeningSignature
  cyberspace: OpeningSignature
}
export type PublishedOpening = {
  no: number
  hash: string
  content: OpeningContent
  inForceOn: string
  sectorAuthorityId: string | null
  cyberspaceAuthorityId: string | null
}
/** What lies before the two authorities. One signature makes nothing of it. */
export type OpeningProposal = {
  content: OpeningContent
  hash: string
  reason: string
  by: string
  at: string
  isOffered: boolean
  sector: OpeningSignature | null
  cyberspace: OpeningSignature | null
}
export type OpeningMotion = { kind: MotionKind; side: OpeningSide; by: string; at: string; reasons: string; publicReason: Bilingual }

export type Opening = CaseState & {
  status: OpeningStatus | 'none'
  sector: string | null
  scenario: ScenarioClause | null
  versions: readonly OpeningVersion[]
  /** What anyone may read: the same versions without the persons who signed. */
  published: readonly PublishedOpening[]
  proposal: OpeningProposal | null
  motion: OpeningMotion | null
  refusals: readonly { side: OpeningSide; by: string; at: string; reasons: string; basis: readonly string[]; hash: string }[]
  /** Why it does not stand as it did: what was refused, suspended or closed, in the words for the public. */
  notice: { what: 'refused' | 'suspended' | 'closed' | 'reopened'; on: string; reason: Bilingual } | null
  closure: { on: string; exitUntil: string } | null
  /** The deployments approved in it: to them closing leaves an exit period. */
  deploymentIds: readonly string[]
  createdAt: string | null
}

export const noOpening: Opening = {
  id: '',
  status: 'none',
  did: {},
  sector: null,
  scenario: null,
  versions: [],
  published: [],
  proposal: null,
  motion: null,
  refusals: [],
  notice: null,
  closure: null,
  deploymentIds: [],
  createdAt: null,
}

/** The version in force on a date (Asia/Shanghai), if the opening stands open then; what deployments are judged by. */
export const openVersionOn = (opening: Opening, on: string): OpeningVersion | null =>
  opening.status === 'open' || opening.status === 'open_conditional'
    ? (opening.versions.findLast((version) => version.inForceOn <= on) ?? null)
    : null

const signatureOf = ({
  by,
  authorityId,
  at,
  reasons,
}: Extract<Recorded<OpeningEvent>, { type: 'concurred' | 'signed' }>): OpeningSignature => ({ by, authorityId, at, reasons })

const publishedOf = ({ no, hash, content, inForceOn, sector, cyberspace }: OpeningVersion): PublishedOpening => ({
  no,
  hash,
  content,
  inForceOn,
  sectorAuthorityId: sector.authorityId,
  cyberspaceAuthorityId: cyberspace.authorityId,
})

export const evolveOpening = (state: Opening, event: Recorded<OpeningEvent>): Opening => {
  const { at, by } = event
  const offered = (isOffered: boolean) =>
    event.type === 'created' || event.type === 'revised' || event.type === 'amendmentProposed'
      ? { content: event.content, hash: event.hash, reason: event.reason, by, at, isOffered, sector: null, cyberspace: null }
      : null
  switch (event.type) {
    case 'created':
      return {
        ...state,
        status: event.asDraft ? 'draft' : 'under_concurrence',
        sector: event.sector,
        scenario: event.scenario,
        proposal: offered(!event.asDraft),
        createdAt: at,
      }
    case 'revised':
      return { ...state, proposal: offered(state.proposal?.isOffered ?? false) }
    case 'proposed':
      return { ...state, status: 'under_concurrence', proposal: state.proposal && { ...state.proposal, isOffered: true } }
    case 'amendmentProposed':
      return { ...state, proposal: offered(true) }
    case 'concurred':
      return { ...state, proposal: state.proposal && { ...state.proposal, sector: signatureOf(event) } }
    case 'signed':
      return { ...state, proposal: state.proposal && { ...state.proposal, cyberspace: signatureOf(event) } }
    case 'opened': {
      const { proposal } = state
      if (!proposal?.sector || !proposal.cyberspace) throw new Error('an opening with one signature is none')
      const version = {
        no: event.no,
        hash: event.hash,
        content: proposal.content,
        inForceOn: event.inForceOn,
        sector: proposal.sector,
        cyberspace: proposal.cyberspace,
      }
      // A suspended scenario may get a new text; it stays suspended until both reopen it.
      const status = state.status === 'suspended' ? 'suspended' : event.isConditional ? 'open_conditional' : 'open'
      return {
        ...state,
        status,
        versions: [...state.versions, version],
        published: [...state.published, publishedOf(version)],
        proposal: null,
        notice: status === 'suspended' ? state.notice : null,
      }
    }
    case 'refused': {
      const { side, reasons, basis, publicReason } = event
      const refusals = [...state.refusals, { side, by, at, reasons, basis, hash: state.proposal?.hash ?? '' }]
      const isFirst = state.versions.length === 0
      return {
        ...state,
        status: isFirst ? 'refused' : state.status,
        proposal: null,
        refusals,
        notice: isFirst ? { what: 'refused', on: shanghaiDateOf(at), reason: publicReason } : state.notice,
      }
    }
    case 'suspended':
      return { ...state, status: 'suspended', motion: null, notice: { what: 'suspended', on: event.on, reason: event.publicReason } }
    case 'moved':
      return {
        ...state,
        motion: { kind: event.motion, side: event.side, by, at, reasons: event.reasons, publicReason: event.publicReason },
      }
    case 'reopened':
      return {
        ...state,
        status: event.isConditional ? 'open_conditional' : 'open',
        motion: null,
        notice: { what: 'reopened', on: event.on, reason: event.publicReason },
      }
    case 'deploymentNoted':
      return { ...state, deploymentIds: [...state.deploymentIds, event.deploymentId] }
    case 'closed':
      return {
        ...state,
        status: 'closed',
        motion: null,
        proposal: null,
        closure: { on: event.on, exitUntil: event.exitUntil },
        notice: { what: 'closed', on: event.on, reason: event.publicReason },
      }
  }
}
