// What two authorities may make of a scenario together, and what one of them alone cannot.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { conditionFault } from '#domain/act/condition'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { dateOf, dayOf, shanghaiDateOf } from '#domain/clock/day'
import type { Opening } from './opening-state.ts'
import type { Bilingual, MotionKind, OpeningCommand, OpeningContent, OpeningEvent, OpeningSide } from './opening-vocabulary.ts'

export type OpeningFacts = { others?: readonly Opening[] }
type Answer = Decision<OpeningEvent>

const hashOf = (content: OpeningContent): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '', 'utf8')
    .digest('hex')

const sideIn = ({ post }: Occasion): OpeningSide => (post.role === 'sector_approver' ? 'sector' : 'cyberspace')

const contentFault = (content: OpeningContent, { catalogue, at }: Occasion): Decision<never> | null => {
  const unknown = content.requiredTests.filter((id) => !catalogue['test-items'].items.some((item) => item.id === id))
  if (unknown.length > 0) return refuse('opening.testItemUnknown', { testItemIds: unknown })
  if (content.effectiveOn < shanghaiDateOf(at)) return refuse('opening.laterDateNeeded', { effectiveOn: content.effectiveOn })
  return conditionFault(catalogue, content.conditions)
}

const create = (
  state: Opening,
  command: Extract<OpeningCommand, { type: 'create' }>,
  occasion: Occasion,
  { others = [] }: OpeningFacts,
): Answer => {
  const { sector, scenario, content, reason, asDraft } = command
  const pair = occasion.catalogue.sectors.items.find((item) => item.id === sector)?.scenarios.some((one) => one.clause === scenario)
  if (!pair) return refuse('opening.scenarioNotInSector', { sector, scenario })
  // One opening for one pair: two with different limits would leave nobody knowing which holds.
  const standing = others.find((other) => other.id !== state.id && other.status !== 'refused' && other.status !== 'closed')
  if (standing) return refuse('opening.openingExists', { openingId: standing.id })
  return contentFault(content, occasion) ?? grant({ type: 'created', sector, scenario, content, hash: hashOf(content), reason, asDraft })
}

/** With the second signature the proposal becomes a version; with one it stays what it was. */
const signed = (state: Opening, side: OpeningSide, reasons: string, { at }: Occasion): Answer => {
  const { proposal } = state
  if (!proposal?.isOffered) return refuse('opening.proposalMissing')
  if (proposal[side]) return refuse('opening.alreadySigned', { side })
  const act: OpeningEvent = { type: side === 'sector' ? 'concurred' : 'signed', hash: proposal.hash, reasons }
  if (!proposal[side === 'sector' ? 'cyberspace' : 'sector']) return grant(act)
  const today = shanghaiDateOf(at)
  const inForceOn = proposal.content.effectiveOn > today ? proposal.content.effectiveOn : today
  return grant(act, {
    type: 'opened',
    no: state.versions.length + 1,
    hash: proposal.hash,
    inForceOn,
    isConditional: proposal.content.conditions.length > 0,
  })
}

/** Reopening and closing are joint too: the first authority moves, the other one makes it so. */
const move = (
  state: Opening,
  kind: MotionKind,
  { reasons, publicReason }: { reasons: string; publicReason: Bilingual },
  occasion: Occasion,
): Answer => {
  const side = sideIn(occasion)
  const { motion } = state
  if (motion?.kind !== kind || motion.side === side) return grant({ type: 'moved', motion: kind, side, reasons, publicReason })
  if (motion.by === occasion.actor.personId) return refuse('opening.secondOfficerNeeded')
  const on = shanghaiDateOf(occasion.at)
  const latest = state.versions.at(-1)
  return kind === 'reopen'
    ? grant({ type: 'reopened', on, isConditional: (latest?.content.conditions.length ?? 0) > 0, publicReason })
    : grant({ type: 'closed', on, exitUntil: dateOf(dayOf(on) + (latest?.content.exitPeriodDays ?? 0)), publicReason })
}

/** Nobody speaks for both authorities, nor decides on what he drafted (clocks.md, decisions). */
const isTorn = (state: Opening, occasion: Occasion): boolean => {
  const { personId } = occasion.actor
  const other = sideIn(occasion) === 'sector' ? 'approve' : 'sector_approve'
  return Boolean(state.did[other]?.includes(personId) || state.did.review?.includes(personId))
}

export const decideOpening = (state: Opening, command: OpeningCommand, occasion: Occasion, facts: OpeningFacts): Answer => {
  const side = sideIn(occasion)
  switch (command.type) {
    case 'create':
      return create(state, command, occasion, facts)
    case 'revise': {
      if (!state.proposal) return refuse('opening.proposalMissing')
      const hash = hashOf(command.content)
      if (hash === state.proposal.hash) return refuse('opening.nothingChanged')
      return contentFault(command.content, occasion) ?? grant({ type: 'revised', content: command.content, hash, reason: command.reason })
    }
    case 'propose':
      return state.proposal && !state.proposal.isOffered
        ? grant({ type: 'proposed', hash: state.proposal.hash })
        : refuse('opening.proposalMissing')
    case 'amend': {
      if (state.proposal) return refuse('opening.proposalPending')
      const hash = hashOf(command.content)
      if (hash === state.versions.at(-1)?.hash) return refuse('opening.nothingChanged')
      return (
        contentFault(command.content, occasion) ??
        grant({ type: 'amendmentProposed', content: command.content, hash, reason: command.reason })
      )
    }
    case 'concur':
      return signed(state, 'sector', command.reasons, occasion)
    case 'sign':
      return signed(state, 'cyberspace', command.reasons, occasion)
    case 'refuse': {
      if (!state.proposal?.isOffered) return refuse('opening.proposalMissing')
      const { reasons, basis, publicReason } = command
      return isTorn(state, occasion)
        ? refuse('opening.secondOfficerNeeded')
        : grant({ type: 'refused', side, reasons, basis, publicReason })
    }
    case 'suspend': {
      const { reasons, basis, publicReason } = command
      return isTorn(state, occasion)
        ? refuse('opening.secondOfficerNeeded')
        : grant({ type: 'suspended', side, reasons, basis, publicReason, on: shanghaiDateOf(occasion.at) })
    }
    case 'noteDeployment':
      return state.deploymentIds.includes(command.deploymentId)
        ? grant()
        : grant({ type: 'deploymentNoted', deploymentId: command.deploymentId })
    case 'reopen':
    case 'close':
      return isTorn(state, occasion) ? refuse('opening.secondOfficerNeeded') : move(state, command.type, command, occasion)
  }
}
