// A hearing in the review of a filing: called with notice, led by a chair who did not review, held with signed minutes on which the decision rests (Licensing Law 46–48).
import type { EvidenceFile } from '#domain/attachment/vocabulary'
import type { Filing, Names } from './state.ts'
import { type HearingGround, requestableStatuses } from './vocabulary.ts'

export type Chair = { personId: string; name: Names; at: string }
/** `toldOn` and `askedOn` are dates of the applicant or the interested party, where one asked for it; `startsAt` is the hour in Shanghai. */
export type Hearing = {
  no: number
  ground: HearingGround
  why: string
  toldOn: string | null
  askedOn: string | null
  heldOn: string
  startsAt: string
  venue: string
  isOpen: boolean
  closedReason: string
  at: string
  by: string
  /** The one who leads it now is the last. */
  chairs: readonly Chair[]
  /** Once: a second chair is not challenged. `replacedAt` null while nobody has put another in the place. */
  challenge: { reason: string; at: string; by: string; replacedAt: string | null } | null
  held: { minutes: EvidenceFile; signedBy: readonly string[]; findings: string; at: string; by: string } | null
  dropped: { reason: string; at: string; by: string } | null
}

/** Working days between the notice and the hearing (Licensing Law 48(1), 82). */
export const hearingNoticeDays = 7

/** A state that was stored before there were hearings lacks them until the next rebuild. */
export const hearingsOf = ({ hearings }: { hearings?: readonly Hearing[] }): readonly Hearing[] => hearings ?? []
export const chairOf = ({ chairs }: Hearing): Chair | null => chairs.at(-1) ?? null

/** The hearing that was called and is neither held nor dropped; none once the case has left the review. */
export const calledHearing = (filing: Filing): Hearing | null =>
  (requestableStatuses as readonly string[]).includes(filing.status)
    ? (hearingsOf(filing).findLast(({ held, dropped }) => held === null && dropped === null) ?? null)
    : null

/** The minutes that the decision rests on: of the last hearing that was held. */
export const minutesOf = (filing: Filing): { no: number; heldOn: string; sha256: string } | null => {
  const last = hearingsOf(filing).findLast(({ held }) => held !== null)
  return last?.held ? { no: last.no, heldOn: last.heldOn, sha256: last.held.minutes.sha256 } : null
}
