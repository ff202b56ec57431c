// How requests to the filer and hearings change a filing, and when they stop and free the clock of its review.

import { isStopping } from '#domain/catalogue/request-kind'
import type { PauseReason } from '#domain/clock/vocabulary'
import { paused, resumed } from './clocks.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import { calledHearing, type Hearing, hearingsOf } from './hearing.ts'
import { awaitedRequests, type FilerRequest, requestsOf } from './request.ts'
import type { Filing } from './state.ts'

type Of<Name extends FilingEvent['type']> = Extract<RecordedFiling, { type: Name }>
export const requestEvents = [
  'requestMade',
  'requestDelivered',
  'requestAnswered',
  'requestWithdrawn',
  'requestReminded',
  'requestSilent',
] as const
export const hearingEvents = ['hearingCalled', 'chairChallenged', 'chairReplaced', 'hearingHeld', 'hearingDropped'] as const

/** Whether something still stands for which the law takes the time out (Licensing Law 45). */
const isHeld = (state: Filing, reason: PauseReason): boolean =>
  (reason === 'testing' && state.status === 'testing') ||
  (reason === 'hearing' && calledHearing(state) !== null) ||
  awaitedRequests(state).some(({ kind }) => kind.stopsClock && kind.procedure === reason)

/** The clock of the review running again, unless something else stops it for the same reason. */
export const freed = (state: Filing, at: string, reason: PauseReason): Filing =>
  isHeld(state, reason) ? state : { ...state, clocks: resumed(state.clocks, at, reason) }

const withRequest = (state: Filing, no: number, change: Partial<FilerRequest>): Filing => ({
  ...state,
  requests: requestsOf(state).map((one) => (one.no === no ? { ...one, ...change } : one)),
})
/** A request that waits no longer frees the clock that it stopped. */
const ended = (state: Filing, no: number, at: string, change: Partial<FilerRequest>): Filing => {
  const next = withRequest(state, no, change)
  const procedure = requestsOf(state).find((one) => one.no === no)?.kind.procedure ?? 'information'
  return isStopping(procedure) ? freed(next, at, procedure) : next
}

export const requested = (state: Filing, event: Of<(typeof requestEvents)[number]>): Filing => {
  const { no, at, by } = event
  switch (event.type) {
    case 'requestMade': {
      const { kindId, kind, question, fields, revisionHash } = event
      const made: FilerRequest = {
        ...{ no, kindId, kind, question, fields, at, by, revisionHash },
        ...{ deliveredAt: null, status: 'open', remindedAt: null, answer: null, withdrawn: null, silentAt: null },
      }
      const clocks = kind.stopsClock && isStopping(kind.procedure) ? paused(state.clocks, at, kind.procedure) : state.clocks
      return { ...state, requests: [...requestsOf(state), made], clocks }
    }
    case 'requestDelivered':
      return withRequest(state, no, { deliveredAt: event.deliveredAt })
    case 'requestAnswered': {
      const { text, files, changed, revisionHash } = event
      return ended(state, no, at, { status: 'answered', answer: { text, files, changed, revisionHash, at, by } })
    }
    case 'requestWithdrawn':
      return ended(state, no, at, { status: 'withdrawn', withdrawn: { reason: event.reason, at, by } })
    case 'requestReminded':
      return ended(state, no, at, { remindedAt: at })
    case 'requestSilent':
      return ended(state, no, at, { status: 'silent', silentAt: at })
  }
}

const withHearing = (state: Filing, no: number, change: (hearing: Hearing) => Hearing): Filing => ({
  ...state,
  hearings: hearingsOf(state).map((one) => (one.no === no ? change(one) : one)),
})

export const heard = (state: Filing, event: Of<(typeof hearingEvents)[number]>): Filing => {
  const { no, at, by } = event
  switch (event.type) {
    case 'hearingCalled': {
      const { ground, why, toldOn, askedOn, heldOn, startsAt, venue, isOpen, closedReason, chairId, chairName } = event
      const called: Hearing = {
        ...{ no, ground, why, toldOn, askedOn, heldOn, startsAt, venue, isOpen, closedReason, at, by },
        chairs: [{ personId: chairId, name: chairName, at }],
        ...{ challenge: null, held: null, dropped: null },
      }
      return { ...state, hearings: [...hearingsOf(state), called], clocks: paused(state.clocks, at, 'hearing') }
    }
    case 'chairChallenged':
      return withHearing(state, no, (one) => ({ ...one, challenge: { reason: event.reason, at, by, replacedAt: null } }))
    case 'chairReplaced': {
      const chair = { personId: event.chairId, name: event.chairName, at }
      return withHearing(state, no, (one) => ({
        ...one,
        chairs: [...one.chairs, chair],
        challenge: one.challenge && { ...one.challenge, replacedAt: one.challenge.replacedAt ?? at },
      }))
    }
    case 'hearingHeld': {
      const { minutes, signedBy, findings, heldOn } = event
      const next = withHearing(state, no, (one) => ({ ...one, held: { minutes, signedBy, findings, at, by } }))
      // The decision rests on the minutes: what was recommended before there were any is a round that is over.
      const rounds = state.recommendation ? [...state.rounds, { recommendation: state.recommendation, returned: '', at, by }] : state.rounds
      // The time of the hearing ends with its day, however late its minutes are handed in.
      return freed({ ...next, recommendation: null, rounds }, `${heldOn}T00:00:00+08:00`, 'hearing')
    }
    case 'hearingDropped':
      return freed(
        withHearing(state, no, (one) => ({ ...one, dropped: { reason: event.reason, at, by } })),
        at,
        'hearing',
      )
  }
}
