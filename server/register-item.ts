// One item of the register with all that the public may know of it: its standing, recalls that reach it, deployments, other versions.
import 'server-only'
import type { Deployment } from '#domain/deployment/deployment'
import type { Filing } from '#domain/filing/filing'
import { isSupersededBy, type Standing, standingOf } from '#domain/register/standing'
import type { PublicReader, Reaching, Shown } from './public-reader.ts'

export type Item = { filing: Shown<Filing>; standing: Standing; reaching: Reaching[]; siblings: Shown<Filing>[] }

const scenariosOf = ({ sector, scenarios = [] }: Partial<Filing>): string[] =>
  sector ? scenarios.map((scenario) => `${sector}:${scenario}`) : []

/** What decides whether a recall reaches this filing. */
export const reachedOf = ({ state }: Shown<Filing>) => ({
  agentId: state.agentId ?? null,
  versionHash: state.published?.versionHash ?? null,
  version: state.published?.version ?? '',
  scenarios: scenariosOf(state),
})

const superseding = ({ state, decidedAt, status }: Shown<Filing>) => ({
  versionHash: state.published?.versionHash ?? null,
  decidedAt,
  status,
})

/** A filing with its standing; `filing` has been read by the same reader. */
export const itemOf = async (reader: PublicReader, filing: Shown<Filing>): Promise<Item> => {
  const { state } = filing
  const [[reaching = []], family] = await Promise.all([
    reader.recallsReaching([reachedOf(filing)]),
    state.agentId ? reader.filingsOfAgent(state.agentId) : [],
  ])
  const siblings = family.filter((other) => other.id !== filing.id)
  const standing = standingOf({
    status: filing.status,
    isHistory: Boolean(state.history),
    conditions: state.published?.conditions.length ?? 0,
    reaches: reaching.map(({ by }) => by),
    isSuperseded: isSupersededBy(superseding(filing), siblings.map(superseding)),
  })
  return { filing, standing, reaching, siblings }
}

/** The item with this filing number, or with this id where an older register gave no number; null where the public knows none. */
export const itemByNumber = async (reader: PublicReader, number: string): Promise<Item | null> => {
  const id = (await reader.idByNumber('filing', number)) ?? (await reader.idByNumber('filing', number.toUpperCase())) ?? number
  const filing = await reader.one<Filing>('filing', id)
  return filing && itemOf(reader, filing)
}

const tombstoned = { suspended: 'suspended', halted: 'recalled', expired: 'ended', withdrawn: 'ended', revoked: 'revoked' } as const

/** The standing of an approved deployment on a day (Asia/Shanghai). */
export const deploymentStanding = ({ state }: Pick<Shown<Deployment>, 'state'>, today: string): Standing => {
  if (state.tombstone) return tombstoned[state.tombstone.what]
  if (state.published?.validUntil && state.published.validUntil < today) return 'ended'
  return (state.published?.conditions.length ?? 0) > 0 ? 'conditions' : 'valid'
}

/** The address of an item of the register: by its number where it has a lasting one, else by its id. */
export const itemHref = ({ id, number }: { id: string; number: string | null }): string =>
  `/register/agents/${encodeURIComponent(number?.startsWith('AGF-') ? number : id)}`
