// What an authority does with a self-test: takes it into a spot check, confirms it, challenges it, or ends the low lane.
import { adverseOf, forumOf } from '#domain/act/act'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { hasLapsed } from '#domain/filing/clocks'
import { currentChallenge, currentRevision, type Selftest } from './state.ts'
import type { CommandOf, SelftestEvent } from './vocabulary.ts'

type Answer = Decision<SelftestEvent>

/** Whoever challenged a self-test may be satisfied by its correction; who draws is not asked again. */
export const confirm = ({ reasons }: CommandOf<'confirm'>): Answer => grant({ type: 'confirmed', reasons })

/** A challenge names items that were answered in the signature that stands: it is about evidence, not about the company. */
export const challenge = (state: Selftest, { type: _, ...said }: CommandOf<'challenge'>): Answer => {
  const revision = currentRevision(state)
  if (!revision) return refuse('selftest.signatureMissing')
  const strange = said.items.map((item) => item.itemId).filter((id) => !revision.answers.some((answer) => answer.itemId === id))
  if (strange.length > 0) return refuse('selftest.answeredItemNeeded', { items: strange })
  if (new Set(said.items.map((item) => item.itemId)).size < said.items.length) return refuse('selftest.itemTwice')
  return grant({ type: 'challenged', ...said, revisionHash: revision.hash })
}

/** The time to correct runs from proven delivery of the challenge (clocks.md no. 2); a second delivery moves nothing. */
export const noteDelivery = (state: Selftest, { deliveredAt }: CommandOf<'noteDelivery'>): Answer => {
  const open = currentChallenge(state)
  if (state.status !== 'challenged' || !open || open.deliveredAt !== null) return grant()
  return grant({ type: 'deliveryNoted', deliveredAt })
}

/**
 * The low lane ends by a second person, with everything that an adverse act says: where the risk was declared wrongly, where the time to correct
 * is over (SFT-1), or where the correction does not answer the challenge.
 */
export const escalate = (state: Selftest, command: CommandOf<'escalate'>, occasion: Occasion): Answer => {
  const { ground } = command
  if (ground === 'not_corrected') {
    if (state.status !== 'challenged') return refuse('selftest.uncorrectedNeeded', { status: state.status })
    if (!hasLapsed(state, 'SFT-1', occasion)) return refuse('selftest.clockStillRunning', { rule: 'SFT-1' })
  }
  if (ground === 'correction_insufficient' && state.status !== 'corrected')
    return refuse('selftest.correctionNeeded', { status: state.status })
  return grant({
    type: 'escalated',
    ground,
    ...adverseOf(command),
    publicReason: command.publicReason,
    forumId: forumOf(occasion.catalogue, occasion.post),
    on: shanghaiDateOf(occasion.at),
  })
}

/** At the end of its last day, and never while a challenge is open: that is settled first. */
export const expire = (state: Selftest, { at }: Occasion): Answer =>
  state.validUntil !== null && shanghaiDateOf(at) > state.validUntil
    ? grant({ type: 'expired', on: state.validUntil })
    : refuse('selftest.stillValid', { validUntil: state.validUntil })
