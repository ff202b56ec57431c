// A change of what is filed, from the proposal of the company to its place in the filing: what it holds, which version it makes, what it waits for.
import type { AgentVersion } from '#domain/agent/version'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import type { Because } from './change.ts'
import type { Use } from './command.ts'
import type { Filing, OrderedTest } from './state.ts'
import type { ChangeClass, ChangeStage } from './vocabulary.ts'

/** `from` are the addresses of what it changes. `signed` is null until the representative has signed; `isLate` says whether FIL-2 was over by then. */
export type FilingChange = {
  no: number
  stage: ChangeStage
  changedOn: string
  reason: string
  content: AgentVersion
  use: Use
  scenarios: readonly ScenarioClause[]
  from: { revisionHash: string; versionHash: string }
  class: ChangeClass
  because: readonly Because[]
  tests: readonly string[]
  rulesVersion: string
  proposedAt: string
  proposedBy: string
  signed: { at: string; by: string; hash: string; versionHash: string; isLate: boolean } | null
  /** What a retest waits for. */
  ordered: readonly OrderedTest[]
  /** When it left the filing's hands, and the reason that the company gave where it took the change back. */
  endedAt: string | null
  endReason: string
}

/** The stages in which a change still waits for somebody. */
const openStages: readonly ChangeStage[] = ['proposed', 'testing']

/** All changes of a filing; a state that was stored before there were any has none. */
export const changesOf = ({ changes }: Pick<Filing, 'changes'>): readonly FilingChange[] => changes ?? []

/** The change that is pending. There is never more than one. */
export const openChange = (filing: Pick<Filing, 'changes'>): FilingChange | null =>
  changesOf(filing).find((change) => openStages.includes(change.stage)) ?? null

/** The addresses of every version that was filed here: as decided, and as changed since. The last one is in force. */
export const filedVersions = (filing: Pick<Filing, 'changes' | 'decision'>): readonly { revisionHash: string; versionHash: string }[] =>
  filing.decision
    ? [
        { revisionHash: filing.decision.revisionHash, versionHash: filing.decision.versionHash },
        ...changesOf(filing).flatMap(({ stage, signed }) =>
          stage === 'recorded' && signed ? [{ revisionHash: signed.hash, versionHash: signed.versionHash }] : [],
        ),
      ]
    : []

/** Whether a version was signed in a change that was not taken into the filing: until it is, it may not run. */
export const isHeldBack = (filing: Pick<Filing, 'changes' | 'decision'>, versionHash: string): boolean =>
  changesOf(filing).some(({ stage, signed }) => stage !== 'recorded' && signed?.versionHash === versionHash) &&
  !filedVersions(filing).some((one) => one.versionHash === versionHash)

/** The versions that a test of this filing may be of: the one in force, and the one of a signed change that waits for its tests. */
export const versionsUnderTest = ({
  versionHash,
  changes,
}: Pick<Filing, 'versionHash'> & { changes?: Filing['changes'] }): readonly string[] =>
  [versionHash, ...(changes ?? []).flatMap(({ stage, signed }) => (stage === 'testing' && signed ? [signed.versionHash] : []))].filter(
    (hash): hash is string => hash !== null,
  )
