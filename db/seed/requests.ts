// Requests to a filer and hearings in the seeds: one that waits, one that was answered in its field, a hearing that is called and one that was held.
import { specimenVersion } from '#domain/agent/specimen'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { isWorkingDay } from '#domain/clock/calendar'
import { shanghaiDateOf } from '#domain/clock/day'
import { lastNoticeOn } from '#domain/clock/working-days'
import { hearingNoticeDays } from '#domain/filing/hearing'
import type { Filing } from '#domain/filing/state'
import type agents from './agents.json'
import { minutesFor } from './documents.ts'
import { must, stateOf } from './door.ts'
import { one, partiesOf, type Stage, who } from './lives.ts'
import type { Life } from './schedule.ts'
import texts from './texts.json'
import { lettersAbout, tierProposal } from './tier.ts'

export type RequestPlan = {
  agent: keyof typeof agents
  filing: () => string | null
  /** Days from today on which the reviewer asks, or calls the hearing. */
  from: number
  what: 'open' | 'answered' | 'inField' | 'called' | 'held'
}

/** The first working day for which notice is in time, or null where no calendar says so. */
const hearingDay = (at: string): string | null => {
  const today = shanghaiDateOf(at)
  for (let days = 8; days < 40; days += 1) {
    const on = shanghaiDateOf(new Date(Date.parse(at) + days * 86_400_000).toISOString())
    const last = lastNoticeOn(shippedCatalogue.calendar, on, hearingNoticeDays)
    if (!last.flagged && last.on >= today && isWorkingDay(shippedCatalogue.calendar, on) === 'work') return on
  }
  return null
}

export async function* requestLife(stage: Stage, plan: RequestPlan): Life {
  const { lead, representative, reviewer } = partiesOf(stage, plan.agent)
  const { from, what } = plan
  const at = stage.when(from, '14:10')
  yield at
  const id = plan.filing()
  if (!id) return
  if (what === 'called' || what === 'held') {
    const heldOn = hearingDay(at)
    if (heldOn === null) return
    const chair = who(stage, 'duan.ning')
    await must(
      reviewer,
      'filing',
      id,
      'callHearing',
      { calledFor: 'authority', why: one.hearingWhy, heldOn, startsAt: '09:30', venue: one.hearingVenue, chairId: chair.personId },
      at,
    )
    if (what === 'called') return
    const afterwards = new Date(`${heldOn}T16:30:00+08:00`).toISOString()
    yield afterwards
    const minutes = await minutesFor(chair, afterwards, heldOn)
    const signedBy = [chair.name.zh, reviewer.name.zh, lead.name.zh]
    await must(chair, 'filing', id, 'holdHearing', { minutes, signedBy, findings: one.hearingFindings }, afterwards)
    return
  }
  const kindId = what === 'open' ? 'RK-02' : what === 'inField' ? 'RK-04' : 'RK-01'
  await must(reviewer, 'filing', id, 'ask', { kindId, request: texts.requests[kindId], fields: what === 'inField' ? ['/memory'] : [] }, at)
  yield stage.when(from + 1, '09:20')
  for (const letter of await lettersAbout(id)) await must(lead, 'letter', letter, 'receive', {}, stage.when(from + 1, '09:20'))
  if (what === 'open') return
  const answeredAt = stage.when(from + 2, '11:20')
  yield answeredAt
  if (what === 'answered') {
    await must(lead, 'filing', id, 'answer', { no: 1, reply: one.requestReply }, answeredAt)
    return
  }
  const { content } = await stateOf<Filing>('filing', id)
  const memory = { ...specimenVersion.memory, ...content.memory, retentionDays: 7 }
  await must(representative, 'filing', id, 'answer', { no: 1, reply: one.requestReply, content: { memory } }, answeredAt)
  // The new revision has no placement yet.
  const placedAt = stage.when(from + 3, '15:00')
  yield placedAt
  await must(reviewer, 'filing', id, 'placeInTier', { placements: await tierProposal(id, placedAt) }, placedAt)
}
