// The hearing: called in time and with notice, its chair challenged at most once, held or dropped (Licensing Law 46–48; policy.md 3.5 LIC-10).
import { filesFault } from '#domain/attachment/reference'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { isWorkingDay } from '#domain/clock/calendar'
import { dueOf, hasLapsed, startClock } from '#domain/clock/clock'
import { shanghaiDateOf } from '#domain/clock/day'
import { lastNoticeOn } from '#domain/clock/working-days'
import { covers } from '#domain/permission'
import { type Person, postsInForce } from '#domain/person/state'
import { limitsOf } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import { calledHearing, chairOf, hearingNoticeDays, hearingsOf } from './hearing.ts'
import type { FilingFacts } from './needs.ts'
import type { Filing } from './state.ts'

type Answer = Decision<FilingEvent>
type No = Decision<never>

const startOf = (date: string): string => `${date}T00:00:00+08:00`

/** Who leads a hearing holds that post for the case, and has neither reviewed it nor decided anything in it (Licensing Law 48(3)). */
const chairFault = (state: Filing, chairId: string, chair: Person | null | undefined, at: string): No | null => {
  const place = { organisationId: state.organisationId, sector: state.sector, region: state.region }
  const holds = chair && postsInForce(chair, at).some((post) => post.role === 'hearing_chair' && covers(post, place))
  if (!holds) return refuse('filing.chairNeeded', { chairId })
  const { did } = state
  const has = (['intake', 'review', 'approve', 'sector_review', 'sector_approve'] as const).some((duty) => did[duty]?.includes(chairId))
  return has ? refuse('filing.otherChairNeeded', { chairId }) : null
}

/** Asked for within LIC-10a of being told, held within LIC-10b of the asking; a hearing that the authority holds of itself knows neither. */
const askingFault = ({ calledFor, toldOn, askedOn, heldOn }: CommandOf<'callHearing'>, { catalogue, at }: Occasion): No | null => {
  if (calledFor === 'authority') return null
  if (toldOn === null || askedOn === null || askedOn < toldOn || askedOn > shanghaiDateOf(at)) return refuse('filing.hearingDatesMissing')
  const limits = limitsOf(catalogue)
  if (hasLapsed(startClock('LIC-10a', startOf(toldOn)), limits, catalogue.calendar, startOf(askedOn)))
    return refuse('filing.hearingAskedLate', { toldOn, askedOn })
  const due = dueOf(startClock('LIC-10b', startOf(askedOn)), limits, catalogue.calendar)
  if (!('dueOn' in due) || due.dueOn === null) return refuse('filing.calendarMissing', { heldOn })
  return heldOn > due.dueOn ? refuse('filing.hearingTooLate', { dueOn: due.dueOn }) : null
}

/**
 * Calls a hearing, at least seven working days ahead, on a working day that a calendar has published. Refusals: hearingCalled, closedReasonMissing,
 * calendarMissing, workingDayNeeded, noticeTooShort, hearingDatesMissing, hearingAskedLate, hearingTooLate, chairNeeded, otherChairNeeded.
 */
export const callHearing = (state: Filing, command: CommandOf<'callHearing'>, occasion: Occasion, { chair }: FilingFacts): Answer => {
  const { calendar } = occasion.catalogue
  const { type: _, chairId, heldOn, calledFor: ground, ...rest } = command
  if (calledHearing(state)) return refuse('filing.hearingCalled')
  if (!rest.isOpen && rest.closedReason === '') return refuse('filing.closedReasonMissing')
  const kind = isWorkingDay(calendar, heldOn)
  const last = lastNoticeOn(calendar, heldOn, hearingNoticeDays)
  if (kind === 'unknown' || last.flagged) return refuse('filing.calendarMissing', { heldOn })
  if (kind === 'rest') return refuse('filing.workingDayNeeded', { heldOn })
  if (shanghaiDateOf(occasion.at) > last.on) return refuse('filing.noticeTooShort', { heldOn, days: hearingNoticeDays, last: last.on })
  const fault = askingFault(command, occasion) ?? chairFault(state, chairId, chair, occasion.at)
  if (fault) return fault
  return grant({ type: 'hearingCalled', no: hearingsOf(state).length + 1, heldOn, ground, ...rest, chairId, chairName: nameOf(chair) })
}

const nameOf = (person: Person | null | undefined): Filing['agentName'] => ({
  zh: person?.names.zh ?? '',
  en: person?.names.en || person?.names.zh || '',
})

/** The company asks once for another chair, before the hearing (Licensing Law 48(3)). */
export const challengeChair = (state: Filing, { reason }: CommandOf<'challengeChair'>): Answer => {
  const hearing = calledHearing(state)
  if (!hearing) return refuse('filing.hearingNotCalled')
  return hearing.challenge ? refuse('filing.chairChallengedBefore') : grant({ type: 'chairChallenged', no: hearing.no, reason })
}

export const replaceChair = (state: Filing, { chairId }: CommandOf<'replaceChair'>, { at }: Occasion, { chair }: FilingFacts): Answer => {
  const hearing = calledHearing(state)
  if (!hearing) return refuse('filing.hearingNotCalled')
  if (hearing.chairs.some(({ personId }) => personId === chairId)) return refuse('filing.otherChairNeeded', { chairId })
  return chairFault(state, chairId, chair, at) ?? grant({ type: 'chairReplaced', no: hearing.no, chairId, chairName: nameOf(chair) })
}

/**
 * Held by its chair on the day that was told; the minutes are signed by those who took part (Licensing Law 48(5)). Refusals: hearingNotCalled,
 * chairNotYou, chairChallenged, hearingNotYet.
 */
export const holdHearing = (state: Filing, command: CommandOf<'holdHearing'>, { actor, at }: Occasion): Answer => {
  const hearing = calledHearing(state)
  if (!hearing) return refuse('filing.hearingNotCalled')
  if (chairOf(hearing)?.personId !== actor.personId) return refuse('filing.chairNotYou')
  if (hearing.challenge && hearing.challenge.replacedAt === null) return refuse('filing.chairChallenged')
  const today = shanghaiDateOf(at)
  if (today < hearing.heldOn) return refuse('filing.hearingNotYet', { heldOn: hearing.heldOn })
  const { minutes, signedBy, findings } = command
  const fault = filesFault([minutes], today)
  if (fault) return refuse(fault.code, fault.facts)
  return grant({ type: 'hearingHeld', no: hearing.no, heldOn: hearing.heldOn, minutes, signedBy, findings })
}

/** A hearing that will not take place, or not on that day: another may be called. */
export const dropHearing = (state: Filing, { reason }: CommandOf<'dropHearing'>): Answer => {
  const hearing = calledHearing(state)
  return hearing ? grant({ type: 'hearingDropped', no: hearing.no, reason }) : refuse('filing.hearingNotCalled')
}
