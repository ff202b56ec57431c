// What somebody would write in the commands of requests and hearings: for the random walk (domain/walk-bodies).
import { specimenVersion } from '#domain/agent/specimen'
import type { Actor } from '#domain/case'
import { isWorkingDay, shippedCalendar } from '#domain/clock/calendar'
import { shanghaiDateOf } from '#domain/clock/day'
import { lastNoticeOn } from '#domain/clock/working-days'
import type { Person } from '#domain/person/state'
import type { Draw, Stage } from '#domain/walk-cast'
import { hearingNoticeDays } from './hearing.ts'
import { openRequests } from './request.ts'
import type { Filing } from './state.ts'

type Ask = { stage: Stage; state: any; at: string; draw: Draw; actor: Actor }
type Body = Record<string, unknown> | null

const later = (at: string, days: number): string => shanghaiDateOf(new Date(Date.parse(at) + days * 86_400_000).toISOString())
/** The first working day for which notice is still in time; where no calendar says so, any day. */
const inTime = (at: string): string => {
  const today = shanghaiDateOf(at)
  for (let days = 9; days < 40; days += 1) {
    const on = later(at, days)
    const last = lastNoticeOn(shippedCalendar, on, hearingNoticeDays)
    if (!last.flagged && last.on >= today && isWorkingDay(shippedCalendar, on) === 'work') return on
  }
  return later(at, 12)
}
const openNo = (state: Filing, draw: Draw): number => openRequests(state)[draw(Math.max(1, openRequests(state).length))]?.no ?? 1
/** Anybody who holds that post somewhere; whether it reaches the case is the rule's affair. */
const chairIn = (stage: Stage, draw: Draw): string | undefined => {
  const chairs = stage.persons.filter((id) => stage.w.state<Person>(id)?.posts.some((post) => post.role === 'hearing_chair'))
  return chairs[draw(Math.max(1, chairs.length))]
}

export const filingRequestBodies: Record<string, (ask: Ask) => Body> = {
  ask: ({ draw }) => ({ kindId: ['RK-01', 'RK-04', 'RK-05', 'RK-08', 'RK-07', 'RK-09'][draw(6)], request: 'r' }),
  answer: ({ state, draw }) => {
    const no = openNo(state, draw)
    const isOpened = openRequests(state).some((one) => one.no === no && one.fields.includes('/memory'))
    return isOpened && draw(2) === 0
      ? { no, reply: 'mended', content: { memory: { ...specimenVersion.memory, retentionDays: 1 + draw(300) } } }
      : { no, reply: 'said' }
  },
  withdrawRequest: ({ state, draw }) => ({ no: openNo(state, draw), reason: 'r' }),
  noteSilence: () => ({}),
  callHearing: ({ stage, at, draw }) => ({
    calledFor: 'authority',
    why: 'w',
    heldOn: draw(4) === 0 ? later(at, 8 + draw(9)) : inTime(at),
    startsAt: '09:30',
    venue: 'v',
    chairId: chairIn(stage, draw) ?? 'nobody',
  }),
  challengeChair: () => ({ reason: 'r' }),
  replaceChair: ({ stage, draw }) => ({ chairId: chairIn(stage, draw) ?? 'nobody' }),
  holdHearing: ({ at, draw }) => ({
    minutes: {
      attachmentId: `minutes-${draw(9)}`,
      sha256: 'b'.repeat(64),
      name: 'minutes.pdf',
      size: 9,
      type: 'pdf',
      performedOn: later(at, 0),
    },
    signedBy: ['a', 'b'],
    findings: 'f',
  }),
  dropHearing: () => ({ reason: 'r' }),
}
