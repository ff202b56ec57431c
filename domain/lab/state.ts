// What is known of a laboratory, and whether its accreditation covers a test item on a day.
import type { CaseState, Recorded } from '../case.ts'
import { dateOf, dayOf } from '../clock/day.ts'
import type { AccreditationScope, Interest, LabEvent, LabNames, LabStatus } from './vocabulary.ts'

/** Days, both included; `to` is the day before the one on which it was lifted, null while it lasts. */
export type Suspension = { from: string; to: string | null; reason: string }
/** An accreditation that was ended early has its last good day in `to`. */
export type Accreditation = AccreditationScope & { suspensions: readonly Suspension[]; endedOn: string | null; endReason: string | null }

export type Lab = CaseState & {
  status: LabStatus | 'none'
  organisationId: string
  names: LabNames
  region: string
  accreditations: readonly Accreditation[]
  impartiality: { at: string; by: string; name: string; statement: string; interests: readonly Interest[] } | null
  createdAt: string | null
  closedOn: string | null
}

export const labInitial: Lab = {
  id: '',
  status: 'none',
  did: {},
  organisationId: '',
  names: { zh: '', en: null },
  region: '',
  accreditations: [],
  impartiality: null,
  createdAt: null,
  closedOn: null,
}

const lies = (on: string, span: { from: string; to: string | null }): boolean => span.from <= on && (span.to === null || on <= span.to)

export const isSuspendedOn = (accreditation: Accreditation, on: string): boolean => accreditation.suspensions.some((span) => lies(on, span))

/** Whether this accreditation counts on a day (YYYY-MM-DD). On the day on which it is ended or suspended it no longer does. */
export const isGoodOn = (accreditation: Accreditation, on: string): boolean => lies(on, accreditation) && !isSuspendedOn(accreditation, on)

/**
 * Whether the laboratory may test this item on this day (YYYY-MM-DD, Asia/Shanghai): some accreditation in force covers it.
 * A report of a laboratory that is not covered cannot be accepted (policy.md 5.4 no. 15).
 */
export const coversOn = (lab: Lab, testItemId: string, on: string): boolean =>
  lab.accreditations.some((accreditation) => accreditation.testItemIds.includes(testItemId) && isGoodOn(accreditation, on))

const endOf = (one: Accreditation, on: string, endReason: string): Accreditation => {
  const last = dayBefore(on)
  return { ...one, to: one.to < last ? one.to : last, endedOn: on, endReason }
}
const dayBefore = (on: string): string => dateOf(dayOf(on) - 1)

export const evolveLab = (state: Lab, event: Recorded<LabEvent>): Lab => {
  const change = (id: string, next: (accreditation: Accreditation) => Partial<Accreditation>): Lab => ({
    ...state,
    accreditations: state.accreditations.map((one) => (one.id === id ? { ...one, ...next(one) } : one)),
  })
  switch (event.type) {
    case 'created':
      return {
        ...state,
        status: 'active',
        organisationId: event.ofOrganisationId,
        names: event.names,
        region: event.region,
        createdAt: event.at,
      }
    case 'accredited': {
      const accreditation = { ...event.scope, suspensions: [], endedOn: null, endReason: null }
      return { ...state, accreditations: [...state.accreditations, accreditation] }
    }
    case 'accreditationSuspended': {
      const span = { from: event.onDate, to: null, reason: event.reason }
      return change(event.accreditationId, (one) => ({ suspensions: [...one.suspensions, span] }))
    }
    case 'suspensionLifted':
      return change(event.accreditationId, (one) => ({
        suspensions: one.suspensions.map((span) => (span.to === null ? { ...span, to: dayBefore(event.onDate) } : span)),
      }))
    case 'accreditationEnded':
      return change(event.accreditationId, (one) => endOf(one, event.onDate, event.reason))
    case 'impartialityDeclared': {
      const { at, by, name, statement, interests } = event
      return { ...state, impartiality: { at, by, name, statement, interests } }
    }
    case 'closed':
      return {
        ...state,
        status: 'closed',
        closedOn: event.onDate,
        accreditations: state.accreditations.map((one) => (one.endedOn === null ? endOf(one, event.onDate, event.reason) : one)),
      }
  }
}
