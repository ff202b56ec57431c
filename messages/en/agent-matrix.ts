// The words of the decision-authority matrix, in English.
import type { Same } from '../shape.ts'
import type { label as labelSource, matrix as matrixSource } from '../zh/agent-matrix.ts'

export const matrix: Same<typeof matrixSource> = {
  refusal: {
    rowMissing: 'Write at least one action.',
    consentMissing: '"{action}" asks the user first: say how the user agrees.',
    consentTooWide: '"{action}" cannot be undone: one consent for good is not enough. Ask each time, or set a limit.',
    noticeMissing: 'Say how the user learns of "{action}".',
    capOrVetoMissing: '"{action}" cannot be undone and is decided alone: it needs a limit, or a way to hold it before it acts.',
    vetoMissing: '"{action}" is decided alone: it needs a limit or a way to stop it.',
    paymentCapMissing: '"{action}" pays: it needs a limit.',
    undoContradicts: '"{action}" is said to be irreversible and to have an undo: correct one of them.',
    evidenceMissing: '"{action}" is decided alone: give the evidence.',
    toolUnknown: '"{action}" uses tool "{tool}", which is not in the list of tools.',
    rowRepeated: 'The id of "{action}" occurs twice.',
    ceilingExceeded: '"{action}" lies above the ceiling of scenario {scenario} (opening decision, version {version}).',
  },
}

export const label: Same<typeof labelSource> = {
  onlyIf: 'Only if: {condition}',
  upTo: 'At most {amount} {unit, select, yuan {yuan} times {times} items {items} recipients {recipients} minutes {minutes} other {MB}} {per, select, action {each action} session {each session} hour {an hour} day {a day} week {a week} month {a month} other {in all}}',
  agreeing:
    '{consent, select, standing {You agree once} per_session {You agree each session} per_action {You agree each time} other {Two persons agree}}',
  told: '{notice, select, record_open {You can see the record} periodic_summary {You get a summary} after_action {You are told after} other {You are told before}}',
  stoppedBy:
    '{veto, select, appeal {You can appeal} undo_window {You can undo it for a time} stop_control {You can stop it} other {You can hold it before it acts}}',
  cannotBeUndone: 'Cannot be undone',
}
