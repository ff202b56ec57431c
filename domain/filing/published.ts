// What the register shows of a filing (policy.md 5.8), worked out once at the decision from the revision that it was taken on.
import type { Condition } from '#domain/act/condition'
import { publicLabel } from '#domain/agent/label'
import { shanghaiDateOf } from '#domain/clock/day'
import type { FilingChange } from './change-state.ts'
import { laneOf, tierOf } from './placement.ts'
import { currentTiers, type Filing, type PublishedFiling, type PublishedTest, type Revision } from './state.ts'

/** The last result of every item on this very version; a test of another one says nothing about it. */
const testsOf = (state: Filing, { versionHash }: Revision): PublishedTest[] => {
  const signed = new Set(state.revisions.filter((one) => one.versionHash === versionHash).map((one) => one.hash))
  const last = new Map<string, PublishedTest>()
  for (const { testItemId, outcome, verdict, number, notedAt, revisionHash } of state.tests)
    if (signed.has(revisionHash) && outcome !== null && outcome !== 'cancelled' && notedAt !== null)
      last.set(testItemId, { testItemId, outcome, verdict, number, on: shanghaiDateOf(notedAt) })
  return [...last.values()]
}

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
    placements: currentTiers(state).map(({ scenario, lane, tier, ruleLane, ruleTier, rulesVersion, firedRules }) => ({
      scenario,
      lane,
      tier,
      ruleLane,
      ruleTier,
      rulesVersion,
      firedRules,
    })),
    tests: testsOf(state, revision),
  }
}

/** What the register shows once a change is taken in: the new version under the same number, and every version before it by name. */
export const publishedAfter = (
  { published }: Pick<Filing, 'published'>,
  { content, scenarios, ordered, class: made }: Pick<FilingChange, 'content' | 'scenarios' | 'ordered' | 'class'>,
  signed: { hash: string; versionHash: string },
  at: string,
): PublishedFiling | null => {
  if (!published) return null
  const results = ordered.flatMap(({ testItemId, outcome, verdict, number, notedAt }): PublishedTest[] =>
    outcome === null || outcome === 'cancelled' ? [] : [{ testItemId, outcome, verdict, number, on: shanghaiDateOf(notedAt ?? at) }],
  )
  // What was tested before and not again still holds: the class of the change says that it need not be.
  const kept = (published.tests ?? []).filter((test) => !results.some((one) => one.testItemId === test.testItemId))
  const before = published.versions ?? [
    { version: published.version, versionHash: published.versionHash, on: published.filedOn, class: null },
  ]
  const isNew = signed.versionHash !== published.versionHash
  return {
    ...published,
    agentName: content.names,
    version: content.version,
    purpose: content.purpose,
    form: content.form,
    can: content.capability.can,
    cannot: content.capability.cannot,
    label: publicLabel(content.authorityMatrix),
    scenarios,
    models: content.models.map(({ name, provider, filingNo }) => ({ name, provider, filingNo })),
    identityCode: content.identityCode,
    revisionHash: signed.hash,
    versionHash: signed.versionHash,
    tests: [...kept, ...results],
    ...(isNew
      ? { versions: [...before, { version: content.version, versionHash: signed.versionHash, on: shanghaiDateOf(at), class: made }] }
      : {}),
  }
}
