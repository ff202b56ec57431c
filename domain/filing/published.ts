// What the register shows of a filing (policy.md 5.8), worked out once at the decision from the revision that it was taken on.
import type { Condition } from '#domain/act/condition'
import { publicLabel } from '#domain/agent/label'
import { shanghaiDateOf } from '#domain/clock/day'
import { laneOf, tierOf } from './placement.ts'
import type { Filing, PublishedFiling, Revision } from './state.ts'

/** The public part, and nothing else: no matrix rows beyond the label, no tools, no guardrails, no persons. */
export const publishedOf = (
  state: Filing,
  revision: Revision,
  number: string,
  conditions: readonly Condition[],
  at: string,
): PublishedFiling => {
  const { content, sector, scenarios } = revision
  return {
    number,
    agentName: content.names,
    version: content.version,
    purpose: content.purpose,
    form: content.form,
    can: content.capability.can,
    cannot: content.capability.cannot,
    label: publicLabel(content.authorityMatrix),
    sector,
    scenarios,
    lane: laneOf(state) ?? 'low',
    tier: tierOf(state) ?? 1,
    conditions: conditions.map(({ text }) => text),
    filedOn: shanghaiDateOf(at),
    models: content.models.map(({ name, provider, filingNo }) => ({ name, provider, filingNo })),
    identityCode: content.identityCode,
    revisionHash: revision.hash,
    versionHash: revision.versionHash,
  }
}
