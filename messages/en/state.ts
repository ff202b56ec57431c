// The words of the twelve state marks, in English.
import type { Same } from '../shape.ts'
import type { state as source } from '../zh/state.ts'

export const state: Same<typeof source> = {
  draft: 'Draft',
  submitted: 'Submitted',
  review: 'In review',
  waiting: 'Waiting for company',
  testing: 'Testing',
  approved: 'Filed',
  conditions: 'Approved with conditions',
  refused: 'Refused',
  suspended: 'Suspended',
  recalled: 'Recalled',
  ended: 'De-registered',
  overdue: 'Overdue',
}
