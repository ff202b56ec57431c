// The words around requests to the filer and hearings, in English.
import type { Same } from '../shape.ts'
import type { filingRequest as source } from '../zh/filing-request.ts'

export const filingRequest: Same<typeof source> = {
  title: 'Requests',
  hearings: 'Hearing',
  none: 'Nothing has been asked for.',
  noHearing: 'No hearing.',
  asked: 'Asked {at}',
  status: { open: 'Open', overdue: 'Late, reminded', answered: 'Answered', withdrawn: 'Taken back', silent: 'Not answered in time' },
  answerBy: 'Answer by {on}',
  afterDelivery: 'Answer within {days} {kind, select, working {working days} other {calendar days}} of delivery',
  beyondCalendar: 'The day lies beyond the published calendar',
  stops: 'The time until the answer is not counted',
  runs: 'The time of the review goes on',
  silence: {
    lapse: 'Without an answer the case ends',
    decideOnFile: 'Without an answer it is decided on what is there',
    remind: 'Without an answer you are reminded',
  },
  fields: 'Open to change: ',
  changed: 'Changed: {fields}',
  answer: 'Answer: ',
  withdrawn: 'Taken back because: {reason}',
  hearing: {
    on: '{on} at {time}, {venue}',
    open: 'In public',
    closed: 'Not in public: {reason}',
    chair: 'Chair {name}',
    challenged: 'The company challenges the chair: {reason}',
    waiting: 'not replaced yet',
    called: 'Called',
    held: 'Held',
    dropped: 'Dropped: {reason}',
    signedBy: 'Minutes signed by {names}',
    hash: 'Fingerprint of the minutes',
    ground: {
      authority: 'Called by the authority itself',
      applicant: 'Asked for by the applicant',
      interested: 'Asked for by an interested party',
    },
  },
  download: 'Download',
}
