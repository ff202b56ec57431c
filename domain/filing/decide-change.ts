// How a change of what is filed is proposed, signed and taken back (Order 9 art 24(2)), and what a test of it does.
import { difference } from '#domain/agent/difference'
import type { AgentVersion } from '#domain/agent/version'
import { type Decision, grant, type Occasion, refuse } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { type Classified, classifyChange, placementsRaised } from './change.ts'
import { changesOf, type FilingChange, openChange } from './change-state.ts'
import { isPastChanging } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { inOrder, sign } from './decide-draft.ts'
import type { FilingEvent } from './event.ts'
import type { FilingFacts } from './needs.ts'
import { notOffered } from './offer.ts'
import { publishedAfter } from './published.ts'
import { currentRevision, type Filing, isAwaited, type OrderedTest, type Revision } from './state.ts'

type Answer = Decision<FilingEvent>
type Written = Pick<FilingChange, 'content' | 'use' | 'scenarios'>

/** Fields that say what a version is called and where it comes from: alone they make no change. */
const labels = ['/version', '/changeClass', '/basedOnHash']

/** The class of a change of this revision by the rules in force, or null where nothing changed. */
const classified = ({ catalogue }: Pick<Occasion, 'catalogue'>, revision: Revision, written: Written): Classified | null => {
  const after = { sector: revision.sector, documents: [], ...written }
  return classifyChange(revision, written, catalogue.changes.items, placementsRaised(catalogue, revision, after))
}

/** What is filed with the proposal laid over it. A changed description is a version of its own, made from the filed one. */
const laidOver = (state: Filing, revision: Revision, command: CommandOf<'proposeChange'>): Written => {
  const base = openChange(state) ?? revision
  const content: AgentVersion = { ...base.content, ...command.content }
  const isTouched = difference(revision.content, content).some(({ path }) => !labels.includes(path))
  const changeClass = command.content?.changeClass ?? openChange(state)?.content.changeClass ?? 'minor'
  return {
    content: isTouched ? { ...content, changeClass, basedOnHash: revision.versionHash } : revision.content,
    use: { ...base.use, ...command.use },
    scenarios: command.scenarios ? inOrder(command.scenarios) : base.scenarios,
  }
}

/** Writes the change, from what is filed or from what was proposed so far; the answer is its class. One change at a time, and none behind a signature. */
export const proposeChange = (state: Filing, command: CommandOf<'proposeChange'>, occasion: Occasion): Answer => {
  const revision = currentRevision(state)
  const open = openChange(state)
  if (!revision) return refuse('filing.revisionMissing')
  if (open && open.stage !== 'proposed') return refuse('filing.changeSigned', { no: open.no })
  const changedOn = command.changedOn ?? open?.changedOn ?? shanghaiDateOf(occasion.at)
  const filedOn = shanghaiDateOf(state.decision?.at ?? occasion.at)
  if (changedOn < filedOn) return refuse('filing.changeBeforeFiling', { changedOn, filedOn })
  if (changedOn > shanghaiDateOf(occasion.at)) return refuse('filing.pastDateNeeded', { changedOn })
  const written = laidOver(state, revision, command)
  const fault = command.scenarios ? notOffered(occasion.catalogue, revision.sector, written.scenarios) : null
  if (fault) return fault
  const result = classified(occasion, revision, written)
  if (!result) return refuse(open ? 'filing.changeEmpty' : 'filing.nothingChanged')
  return grant({
    type: 'changeProposed',
    no: open?.no ?? changesOf(state).length + 1,
    changedOn,
    reason: command.reason ?? open?.reason ?? '',
    ...written,
    from: { revisionHash: revision.hash, versionHash: revision.versionHash },
    class: result.class,
    because: result.because,
    tests: testsFor(result.tests, state, occasion),
    rulesVersion: occasion.catalogue.changes.version,
  })
}

/** The items of a retest, without those that the catalogue does not apply in the lane of the filing; the others where none is left. */
const testsFor = (ids: readonly string[], state: Filing, { catalogue }: Occasion): string[] => {
  const lane = state.published?.lane
  const fitting = ids.filter((id) => catalogue['test-items'].items.some((item) => item.id === id && (!lane || item.lanes.includes(lane))))
  return fitting.length > 0 ? fitting : [...ids]
}

/** What follows from taking the change into the filing. */
const recorded = (state: Filing, change: FilingChange, signed: NonNullable<FilingChange['signed']>, at: string): FilingEvent => ({
  type: 'changeRecorded',
  no: change.no,
  class: change.class,
  revisionHash: signed.hash,
  versionHash: signed.versionHash,
  published: publishedAfter(state, change, signed, at),
})

/**
 * The representative signs. Cosmetic and notified changes stand at once; one to be tested waits for its tests; one to be approved anew goes to a new
 * filing. Late is late: it is recorded all the same and shown (FIL-2). Refusals: as for handing in, and changeMissing, changeSigned, rulesChanged,
 * newVersionNeeded.
 */
export const confirmChange = (state: Filing, occasion: Occasion, facts: FilingFacts): Answer => {
  const { at, actor } = occasion
  const change = openChange(state)
  const revision = currentRevision(state)
  if (!change || !revision) return refuse('filing.changeMissing')
  if (change.stage !== 'proposed') return refuse('filing.changeSigned', { no: change.no })
  const now = classified(occasion, revision, change)
  // Nobody signs a class that the rules have since taken away.
  if (now?.class !== change.class) return refuse('filing.rulesChanged', { was: change.class, is: now?.class ?? '' })
  const isOther = difference(revision.content, change.content).some(({ path }) => !labels.includes(path))
  if (isOther && change.content.version === revision.content.version)
    return refuse('filing.newVersionNeeded', { version: revision.content.version })
  const result = sign({ ...state, content: change.content, use: change.use, draftScenarios: change.scenarios, claims: [] }, occasion, facts)
  if (!result.ok) return result.answer
  const { hash, versionHash } = result.signed
  const isLate = isPastChanging(change.changedOn, occasion)
  const signed: FilingEvent = {
    type: 'changeConfirmed',
    no: change.no,
    class: change.class,
    hash,
    versionHash,
    isLate,
    testItemIds: change.class === 'retest' ? change.tests : [],
  }
  return change.class === 'cosmetic' || change.class === 'notify'
    ? grant(signed, recorded(state, change, { at, by: actor.personId, hash, versionHash, isLate }, at))
    : grant(signed)
}

export const withdrawChange = (state: Filing, { reason }: CommandOf<'withdrawChange'>): Answer => {
  const change = openChange(state)
  return change ? grant({ type: 'changeWithdrawn', no: change.no, reason }) : refuse('filing.changeMissing')
}

/** Which ordered tests of the pending change this result answers. */
const awaitedBy = (change: FilingChange, result: { obligationId: string; testItemIds: readonly string[] }): readonly OrderedTest[] =>
  change.ordered.filter((test) => isAwaited(test, result))

/** A result for the pending change, or null where the change does not wait for it. The last good one takes the change in; one that is not good ends it. */
export const noteChangeTest = (state: Filing, { type: _, ...result }: CommandOf<'noteTest'>, { at }: Occasion): Answer | null => {
  const change = openChange(state)
  if (!change?.signed || awaitedBy(change, result).length === 0) return null
  const isGood = result.outcome === 'accepted' || result.outcome === 'waived'
  const isLast = change.ordered.every((test) => test.outcome !== null || isAwaited(test, result))
  const { obligationId, outcome, number, verdict } = result
  const testItemIds = awaitedBy(change, result).map((test) => test.testItemId)
  const noted: FilingEvent = { type: 'changeTestNoted', no: change.no, obligationId, testItemIds, outcome, number, verdict, isEnd: !isGood }
  if (!isGood || !isLast) return grant(noted)
  const ordered = change.ordered.map((test) => (isAwaited(test, result) ? { ...test, outcome, number, verdict, notedAt: at } : test))
  return grant(noted, recorded(state, { ...change, ordered }, change.signed, at))
}
