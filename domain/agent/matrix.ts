// What must hold of a decision-authority matrix (clause 6): the user keeps the right to know and the final say, and nothing final happens unchecked.
import type { AuthorityRow, Cap } from './version.ts'
import { type AuthorityMode, authorityModes, type CapSpan, vetoPathsBefore } from './vocabulary.ts'

export type MatrixProblem = { row: string; code: string; facts: Record<string, string | number | boolean> }

/** How many actions each mode has, for the meter and the tier rules. `irreversibleAlone` counts irreversible actions decided alone. */
export type AuthorityMix = Record<AuthorityMode, number> & { irreversible: number; irreversibleAlone: number }

export const authorityMix = (rows: readonly AuthorityRow[]): AuthorityMix => {
  const mix: AuthorityMix = { user_only: 0, user_authorised: 0, autonomous: 0, irreversible: 0, irreversibleAlone: 0 }
  for (const row of rows) {
    mix[row.mode] += 1
    if (row.reversibility !== 'irreversible') continue
    mix.irreversible += 1
    if (row.mode === 'autonomous') mix.irreversibleAlone += 1
  }
  return mix
}

/** The modes that a scenario with this ceiling leaves open; the others are hatched on the form. */
export const modesUnder = (ceiling: AuthorityMode): readonly AuthorityMode[] => authorityModes.slice(0, authorityModes.indexOf(ceiling) + 1)

const rowProblems = (row: AuthorityRow): string[] => {
  // What the agent never does needs neither consent nor a limit.
  if (row.mode === 'user_only') return []
  const codes: string[] = []
  if (row.mode === 'user_authorised' && row.consent === 'none') codes.push('matrix.consentMissing')
  // One agreement for all time cannot carry an act that cannot be undone: the user would have lost the final say.
  if (row.mode === 'user_authorised' && row.reversibility === 'irreversible' && row.consent === 'standing' && row.cap === null) {
    codes.push('matrix.consentTooWide')
  }
  if (row.notice === 'none') codes.push('matrix.noticeMissing')
  if (row.mode === 'autonomous' && row.reversibility === 'irreversible' && row.cap === null && !vetoPathsBefore.includes(row.veto)) {
    codes.push('matrix.capOrVetoMissing')
  }
  if (row.mode === 'autonomous' && row.reversibility === 'compensable' && row.cap === null && row.veto === 'none')
    codes.push('matrix.vetoMissing')
  if (row.mode === 'autonomous' && row.category === 'payment' && row.cap === null) codes.push('matrix.paymentCapMissing')
  // An undo window promises what "irreversible" denies.
  if (row.reversibility === 'irreversible' && row.veto === 'undo_window') codes.push('matrix.undoContradicts')
  if (row.mode === 'autonomous' && (row.evidence === null || row.evidence === '')) codes.push('matrix.evidenceMissing')
  return codes
}

/**
 * What is wrong with the rows, in their order. `toolNames` are the tools of the same version: a row may only name those.
 * Codes: matrix.consentMissing, consentTooWide, noticeMissing, capOrVetoMissing, vetoMissing, paymentCapMissing, undoContradicts, evidenceMissing
 * { action }, toolUnknown { action, tool }, rowRepeated { key }.
 */
export const matrixProblems = (rows: readonly AuthorityRow[], toolNames: readonly string[]): MatrixProblem[] => {
  const known = new Set(toolNames)
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const problems: MatrixProblem[] = rowProblems(row).map((code) => ({ row: row.id, code, facts: { row: row.id, action: row.action } }))
    for (const tool of row.tools) {
      if (!known.has(tool)) problems.push({ row: row.id, code: 'matrix.toolUnknown', facts: { row: row.id, action: row.action, tool } })
    }
    if (seen.has(row.id)) problems.push({ row: row.id, code: 'matrix.rowRepeated', facts: { row: row.id, action: row.action } })
    seen.add(row.id)
    return problems
  })
}

// Length of a span in hours; an action is shorter and a total longer than any of them, a session is of unknown length between the two.
const hoursOf: Partial<Record<CapSpan, number>> = { action: 0, hour: 1, day: 24, week: 168, month: 720, total: Number.POSITIVE_INFINITY }

/**
 * Whether everything that `next` allows was already allowed under `past`; a missing cap allows everything. A cap is read as holding in every
 * window of its span, so ten an hour is not within ten a day, and a hundred a day is not within ten an hour. In doubt the answer is no: other units
 * cannot be compared, and a session may last any time.
 */
export const isWithinCap = (next: Cap | null, past: Cap | null): boolean => {
  if (past === null) return true
  if (next === null || next.unit !== past.unit) return false
  if (next.amount === 0) return true
  if (next.per === past.per) return next.amount <= past.amount
  const nextHours = hoursOf[next.per]
  const pastHours = hoursOf[past.per]
  if (nextHours === undefined) return past.per === 'action' && next.amount <= past.amount
  if (pastHours === undefined) return next.per === 'total' && next.amount <= past.amount
  if (nextHours >= pastHours) return next.amount <= past.amount
  // A shorter window: as many of them as are needed to fill the old one, each used to the full.
  if (nextHours === 0 || pastHours === Number.POSITIVE_INFINITY) return false
  return next.amount * Math.ceil(pastHours / nextHours) <= past.amount
}
