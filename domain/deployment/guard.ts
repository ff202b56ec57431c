// What must hold whenever a version is to run in a scenario: opened, filed, placed, tested, within the limits, and under no recall (policy.md 5.3).

import type { Agent, FiledVersion } from '#domain/agent/agent'
import { difference } from '#domain/agent/difference'
import { authorityModes } from '#domain/agent/vocabulary'
import { type Decision, refuse } from '#domain/case'
import { filedVersions, isHeldBack } from '#domain/filing/change-state'
import type { Filing } from '#domain/filing/state'
import { isInForce } from '#domain/filing/vocabulary'
import type { Obligation } from '#domain/obligation/state'
import { blockOf } from '#domain/recall/blocks'
import type { Recall } from '#domain/recall/state'
import { type Opening, type OpeningVersion, openVersionOn } from '#domain/scenario/opening-state'
import type { ScenarioClause } from '#domain/scenario/vocabulary'
import type { Selftest } from '#domain/selftest/state'

export type GuardFacts = {
  filing?: Filing | null
  agent?: Agent | null
  openings?: readonly Opening[]
  obligations?: readonly Obligation[]
  recalls?: readonly Recall[]
  selftests?: readonly Selftest[]
}
/** What is to run, where, from which day (Asia/Shanghai). `users` counts persons; `regions` empty is nationwide. */
export type Running = { sector: string; clause: ScenarioClause; versionHash: string; users: number; regions: readonly string[]; on: string }
type No = Decision<never>

/** The opening that holds on that day for the pair, with its version. */
export const openingFor = (openings: readonly Opening[], on: string): { opening: Opening; version: OpeningVersion } | null => {
  for (const opening of openings) {
    const version = openVersionOn(opening, on)
    if (version) return { opening, version }
  }
  return null
}

/**
 * Whether a version is the filed one or comes from it, step by step, through versions that were never major and never loosened anything:
 * what a company calls minor is believed only where the difference says the same.
 */
export const isMinorOf = (agent: Agent, filedHash: string, hash: string): boolean => {
  const byHash = new Map(agent.versions.map((version) => [version.hash, version]))
  const seen = new Set<string>()
  for (let at: FiledVersion | undefined = byHash.get(hash); at !== undefined; ) {
    if (at.hash === filedHash) return true
    const base: FiledVersion | undefined = at.basedOnHash === null ? undefined : byHash.get(at.basedOnHash)
    if (base === undefined || at.changeClass === 'major' || seen.has(at.hash)) return false
    seen.add(at.hash)
    if (difference(base.content, at.content).some((change) => change.loosens)) return false
    at = base
  }
  return false
}

/** Whether a version is one that was filed here, or comes from one without having loosened anything. */
export const isFiledVersion = (filing: Filing, agent: Agent | null | undefined, versionHash: string): boolean =>
  filedVersions(filing).some(
    (filed) => filed.versionHash === versionHash || (agent ? isMinorOf(agent, filed.versionHash, versionHash) : false),
  )

const filingFault = ({ filing, agent, selftests = [] }: GuardFacts, { clause, sector, versionHash }: Running): No | null => {
  if (!filing || !isInForce(filing.status) || filing.history || !filing.decision)
    return refuse('deployment.filingNotFiled', { status: filing?.status ?? null })
  if (filing.sector !== sector || !filing.scenarios.includes(clause))
    return refuse('deployment.scenarioNotFiled', { scenario: `${sector}:${clause}` })
  const { versionHash: filedHash, revisionHash } = filing.decision
  if (isHeldBack(filing, versionHash) || !isFiledVersion(filing, agent, versionHash))
    return refuse('deployment.versionNotFiled', { versionHash, filedHash })
  // A placement is of one revision and one scenario; a new major version has none (policy.md 5.4 no. 14).
  const placed = filing.tiers.find((tier) => tier.scenario === clause && tier.revisionHash === revisionHash)
  if (!placed) return refuse('deployment.tierMissing', { scenario: `${sector}:${clause}` })
  // The low lane of this agent here was ended by an authority: only a filing in another lane carries a deployment.
  const lost = selftests.find((one) => one.status === 'escalated' && one.sector === sector && one.scenario === clause)
  return placed.lane === 'low' && lost ? refuse('deployment.lowLaneLost', { selfTest: lost.number, scenario: `${sector}:${clause}` }) : null
}

const limitFault = ({ content }: OpeningVersion, { agent }: GuardFacts, { users, versionHash }: Running): No | null => {
  const { limits, autonomyCeiling } = content
  if (limits.users !== null && users > limits.users) return refuse('deployment.usersAboveLimit', { users, limit: limits.users })
  const rows = agent?.versions.find((version) => version.hash === versionHash)?.content.authorityMatrix ?? []
  const tooFree = rows.filter((row) => authorityModes.indexOf(row.mode) > authorityModes.indexOf(autonomyCeiling))
  if (tooFree.length > 0)
    return refuse('deployment.autonomyAboveCeiling', { actions: tooFree.map((row) => row.action), ceiling: autonomyCeiling })
  const perAct = limits.amountPerActYuan
  const perDay = limits.amountPerDayYuan
  const tooMuch = rows.filter(
    ({ cap }) =>
      cap?.unit === 'yuan' &&
      ((cap.per === 'action' && perAct !== null && cap.amount > perAct) || (cap.per === 'day' && perDay !== null && cap.amount > perDay)),
  )
  return tooMuch.length > 0 ? refuse('deployment.amountAboveLimit', { actions: tooMuch.map((row) => row.action), perAct, perDay }) : null
}

const doneStatuses: readonly string[] = ['accepted', 'waived']
const closedStatuses: readonly string[] = [...doneStatuses, 'cancelled']

/** The next test of a cycle stands in nobody's way before its day has passed. */
const isYetToCome = ({ status, cycleFrom, dueOn }: Obligation, on: string): boolean =>
  status !== 'failed' && cycleFrom !== null && (dueOn === null || dueOn >= on)

/** Tests ordered for the version must be over and passed or waived, and so must those that the opening asks for. */
const testFault = ({ content }: OpeningVersion, { obligations = [], filing }: GuardFacts, { versionHash, on }: Running): No | null => {
  const hashes = [versionHash, filing?.decision?.versionHash]
  const owed = obligations.filter((one) => hashes.includes(one.versionHash ?? ''))
  const done = owed.filter((one) => doneStatuses.includes(one.status))
  const passed = new Set(done.flatMap((one) => one.testItemIds))
  // A failed test no longer stands in the way once the same items were passed in a later one.
  const isMended = (failed: Obligation): boolean =>
    failed.testItemIds.every((item) => done.some((one) => one.testItemIds.includes(item) && (one.endedAt ?? '') >= (failed.endedAt ?? '')))
  const open = owed.filter(
    (one) => !closedStatuses.includes(one.status) && !isYetToCome(one, on) && !(one.status === 'failed' && isMended(one)),
  )
  if (open.length > 0)
    return refuse('deployment.obligationsOpen', { obligations: open.map((one) => one.number ?? one.id), count: open.length })
  const missing = content.requiredTests.filter((item) => !passed.has(item))
  return missing.length > 0 ? refuse('deployment.testsMissing', { testItemIds: missing, count: missing.length }) : null
}

/** An interim stop, a voluntary recall or an order blocks; a notice alone does not (policy.md 5.4 no. 9; clocks.md). Nationwide is in every region. */
const recallFault = ({ recalls = [], agent }: GuardFacts, { sector, clause, versionHash, regions }: Running): No | null => {
  const version = agent?.versions.find((one) => one.hash === versionHash)
  if (!agent || !version) return null
  const places = regions.length === 0 ? [null] : regions
  for (const recall of recalls) {
    for (const region of places) {
      const block = blockOf(recall, version, { versions: agent.versions, scenario: `${sector}:${clause}`, region })
      if (block)
        return refuse('deployment.versionRecalled', {
          recallId: block.recallId,
          number: block.number,
          by: block.by,
          because: block.because,
        })
    }
  }
  return null
}

/**
 * The first thing that stands in the way of running, or null. Refusals: openingNotOpen, filingNotFiled, scenarioNotFiled, versionNotFiled,
 * tierMissing, lowLaneLost, usersAboveLimit, autonomyAboveCeiling, amountAboveLimit, obligationsOpen, testsMissing, versionRecalled.
 */
export const obstacle = (facts: GuardFacts, running: Running): No | null => {
  const fault = filingFault(facts, running)
  if (fault) return fault
  const found = openingFor(facts.openings ?? [], running.on)
  if (!found) return refuse('deployment.openingNotOpen', { scenario: `${running.sector}:${running.clause}`, on: running.on })
  return limitFault(found.version, facts, running) ?? testFault(found.version, facts, running) ?? recallFault(facts, running)
}
