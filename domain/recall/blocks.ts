// Whether a recall keeps a version from being put into use anew (policy.md 5.4 no. 9). Pure; a deployment asks it before it is approved.
import { type Scope, type VersionSeen, versionsInScope } from './scope.ts'
import { bindingNotice, isEnded, type Recall, standingEmergency } from './state.ts'
import type { InclusionReason } from './vocabulary.ts'

/** Where the version is to be used (`scenario` as `sector:clause`), and the other versions of the agent, by which its descent is known. All may be left out: then in doubt it is blocked. */
export type Use = { versions?: readonly VersionSeen[]; scenario?: string | null; region?: string | null }
export type Block = { by: 'interimStop' | 'voluntary' | 'ordered'; because: InclusionReason; number: string | null; recallId: string }

const inUse = (scope: Scope, { scenario = null, region = null }: Use): boolean =>
  (scope.scenarios.length === 0 || scenario === null || scope.scenarios.includes(scenario)) &&
  (scope.regions.length === 0 ||
    region === null ||
    region === '000000' ||
    scope.regions.includes('000000') ||
    scope.regions.includes(region))

const within = (recall: Recall, scope: Scope, version: VersionSeen, use: Use): InclusionReason | null => {
  if (recall.cleared.some((one) => one.versionHash === version.hash) || !inUse(scope, use)) return null
  const cleared = recall.cleared.map(({ versionHash, reason }) => ({ versionHash, reason }))
  const versions = [...(use.versions ?? []).filter((one) => one.hash !== version.hash), version]
  return versionsInScope({ ...scope, exempt: [...scope.exempt, ...cleared] }, versions).get(version.hash) ?? null
}

/**
 * An interim stop, a voluntary recall and an order block the versions in their scope and the builds derived from them; a notice alone does not
 * (clocks.md, decisions), nor does a recall that was terminated or closed. Null when nothing blocks.
 */
export const blockOf = (recall: Recall, version: VersionSeen, use: Use = {}): Block | null => {
  if (isEnded(recall)) return null
  const stop = standingEmergency(recall)
  const stopped = stop && within(recall, stop.scope, version, use)
  if (stopped) return { by: 'interimStop', because: stopped, number: recall.number, recallId: recall.id }
  const notice = bindingNotice(recall)
  const bound = notice && within(recall, notice.content.scope, version, use)
  return bound && recall.binding ? { by: recall.binding.how, because: bound, number: recall.number, recallId: recall.id } : null
}

export const blocks = (recall: Recall, version: VersionSeen, use: Use = {}): boolean => blockOf(recall, version, use) !== null
