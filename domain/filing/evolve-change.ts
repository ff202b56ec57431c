// How the events of a change make the next state of a filing: what was filed before goes on to hold until the change is taken in.
import { changesOf, type FilingChange, openChange } from './change-state.ts'
import { started, stopped } from './clocks.ts'
import type { FilingEvent, RecordedFiling } from './event.ts'
import { currentTiers, type Filing, isAwaited, type Revision } from './state.ts'

type Of<Name extends FilingEvent['type']> = Extract<RecordedFiling, { type: Name }>
export type ChangeEvent = Of<'changeProposed' | 'changeConfirmed' | 'changeTestNoted' | 'changeRecorded' | 'changeWithdrawn'>

const changed = (state: Filing, no: number, change: (one: FilingChange) => FilingChange): readonly FilingChange[] =>
  changesOf(state).map((one) => (one.no === no ? change(one) : one))

/** A filing that was suspended or ended meanwhile stays so. */
const settled = (status: Filing['status']): Filing['status'] => (status === 'change_pending' ? 'filed' : status)

const proposed = (state: Filing, event: Of<'changeProposed'>): Filing => {
  const { type: _, no, changedOn, reason, content, use, scenarios, from, because, tests, rulesVersion, at, by } = event
  const change: FilingChange = {
    no,
    stage: 'proposed',
    changedOn,
    reason,
    content,
    use,
    scenarios,
    from,
    class: event.class,
    because,
    tests,
    rulesVersion,
    proposedAt: at,
    proposedBy: by,
    signed: null,
    ordered: [],
    endedAt: null,
    endReason: '',
  }
  return {
    ...state,
    status: 'change_pending',
    changes: [...changesOf(state).filter((one) => one.no !== no), change],
    // The day of the change counts from its beginning: FIL-2 is a limit of days.
    clocks: started(state.clocks, 'FIL-2', `${changedOn}T00:00:00+08:00`),
  }
}

const confirmed = (state: Filing, event: Of<'changeConfirmed'>): Filing => {
  const { no, hash, versionHash, isLate, testItemIds, at, by } = event
  const ordered = testItemIds.map((testItemId) => ({
    testItemId,
    labHint: null,
    orderedAt: at,
    orderedBy: by,
    revisionHash: hash,
    obligationId: null,
    outcome: null,
    number: null,
    verdict: null,
    notedAt: null,
  }))
  const isReferred = event.class === 'reapprove'
  const changes = changed(state, no, (one) => ({
    ...one,
    stage: isReferred ? 'referred' : 'testing',
    signed: { at, by, hash, versionHash, isLate },
    ordered,
    endedAt: isReferred ? at : null,
  }))
  return {
    ...state,
    changes,
    status: isReferred ? settled(state.status) : state.status,
    clocks: stopped(state.clocks, 'FIL-2', at),
  }
}

const taken = (state: Filing, event: Of<'changeRecorded'>): Filing => {
  const { no, revisionHash, versionHash, published, at } = event
  const change = changesOf(state).find((one) => one.no === no)
  const last = state.revisions.at(-1)
  if (!change || !last) return state
  const revision: Revision = {
    ...last,
    no: last.no + 1,
    hash: revisionHash,
    versionHash,
    at: change.signed?.at ?? at,
    by: change.signed?.by ?? event.by,
    scenarios: change.scenarios,
    use: change.use,
    content: change.content,
    answer: change.reason,
  }
  // A change that is not approved anew keeps the placement of what it changes (policy.md 5.4 no. 14 asks for one for each version).
  const carried = currentTiers(state).map((tier) => ({ ...tier, revisionHash }))
  const tests = change.ordered.filter((test) => test.outcome !== null)
  return {
    ...state,
    status: settled(state.status),
    agentName: change.content.names,
    content: change.content,
    use: change.use,
    scenarios: change.scenarios,
    draftScenarios: change.scenarios,
    revisions: [...state.revisions, revision],
    revisionHash,
    versionHash,
    tiers: [...state.tiers, ...carried.filter((tier) => tier.revisionHash !== state.revisionHash)],
    tests: [...state.tests, ...tests],
    published: published ?? state.published,
    changes: changed(state, no, (one) => ({ ...one, stage: 'recorded', endedAt: at })),
  }
}

export const evolveChange = (state: Filing, event: ChangeEvent): Filing => {
  switch (event.type) {
    case 'changeProposed':
      return proposed(state, event)
    case 'changeConfirmed':
      return confirmed(state, event)
    case 'changeTestNoted': {
      const { no, outcome, number, verdict, isEnd, at } = event
      const changes = changed(state, no, (one) => ({
        ...one,
        ordered: one.ordered.map((test) =>
          isAwaited(test, event) ? { ...test, obligationId: event.obligationId, outcome, number, verdict, notedAt: at } : test,
        ),
        ...(isEnd ? { stage: 'failed', endedAt: at } : {}),
      }))
      return { ...state, changes, status: isEnd ? settled(state.status) : state.status }
    }
    case 'changeRecorded':
      return taken(state, event)
    case 'changeWithdrawn':
      return {
        ...state,
        status: settled(state.status),
        changes: changed(state, event.no, (one) => ({ ...one, stage: 'withdrawn', endedAt: event.at, endReason: event.reason })),
        clocks: stopped(state.clocks, 'FIL-2', event.at),
      }
  }
}

/** A planned test of the pending change learns its obligation. */
export const withChangeObligation = (state: Filing, obligationId: string, testItemIds: readonly string[]): Filing => {
  const open = openChange(state)
  if (!open) return state
  const changes = changed(state, open.no, (one) => ({
    ...one,
    ordered: one.ordered.map((test) =>
      test.outcome === null && test.obligationId === null && testItemIds.includes(test.testItemId) ? { ...test, obligationId } : test,
    ),
  }))
  return { ...state, changes }
}

/** A change that was pending when the filing itself ended, or was taken up for review again, is over. */
export const withoutOpenChange = (state: Filing, at: string): Filing => {
  const open = openChange(state)
  if (!open) return state
  const changes = changed(state, open.no, (one) => ({ ...one, stage: 'withdrawn', endedAt: at }))
  return { ...state, changes, clocks: stopped(state.clocks, 'FIL-2', at) }
}
