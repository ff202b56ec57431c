// Rows of registers that were kept before this one: taken over as they stand there, brought up to a later edition, decided by nobody here.
import canonicalize from 'canonicalize'
import { type Decision, grant, refuse } from '#domain/case'
import type { CommandOf } from './command.ts'
import type { FilingEvent } from './event.ts'
import type { Filing, History } from './state.ts'

/** What a row is known by in whatever edition or list it appears again: its number where it has one, else its place in its source. */
export const registerKey = ({ source, row, filingNo }: Pick<History, 'source' | 'row' | 'filingNo'>): string =>
  filingNo === null ? `${source}:${row}` : `no:${filingNo}`

const ended: readonly Filing['status'][] = ['cancelled', 'revoked', 'withdrawn']

/**
 * A row is shown as it stood there and counted by nobody's clock. Taken over again it changes nothing unless a later edition says otherwise;
 * what ended there does not stand again because an older list still shows it. Only a row may be recorded again: `case.wrongStatus`.
 */
export const record = (state: Filing, command: CommandOf<'record'>): Decision<FilingEvent> => {
  if (state.status !== 'none' && !state.history) return refuse('case.wrongStatus', { status: state.status, from: ['none'] })
  const { status, title, organisationName, region, sector, scenario, source, row, filingNo, filedOn, purpose, remark } = command
  const history: History = { source, row, filingNo, filedOn, purpose, remark }
  if (state.history) {
    const then = [state.status, state.agentName, state.organisationName?.zh, state.region, state.sector, state.scenarios, state.history]
    const now = [status, title, organisationName, region, sector, scenario === null ? [] : [scenario], history]
    if (canonicalize(then) === canonicalize(now) || (ended.includes(state.status) && !ended.includes(status))) return grant()
  }
  return grant({ type: 'recorded', status, title, organisationName, region, sector, scenario, history })
}
