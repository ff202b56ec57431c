// Reads of scenario openings beyond lists: every opening that a person may see with its state, and how many agents use each pair of sector and scenario.
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#domain/case'
import type { Opening } from '#domain/scenario/opening-state'
import { read } from '../client.ts'
import { cases, counts } from '../schema.ts'
import { kindNamed, type Presented, presented, seen } from './shown.ts'
import { visible } from './visible.ts'

/** Seventeen sectors by nineteen scenarios, with room for what was refused and closed before. */
const mostOpenings = 2000

/** Every opening that the person's posts reach or the public sees, newest first. A provincial officer sees the public ones, as anybody. */
export const openingsShown = async (actor: Actor): Promise<Presented<Opening>[]> => {
  const kind = kindNamed('opening')
  const rows = await read()
    .select({ id: cases.id, version: cases.version, isPublic: cases.isPublic, state: cases.state })
    .from(cases)
    .where(and(eq(cases.kind, 'opening'), seen(actor, kind)))
    .orderBy(desc(cases.seq))
    .limit(mostOpenings)
  return rows.flatMap((row) => presented<Opening>(actor, kind, row) ?? [])
}

/** `filed`: agents on the register; `deployed`: approved deployments; `pending`: applications of either kind in hand that this person reaches. */
export type PairUse = { filed: number; deployed: number; pending: number }
/** In use, or allowed to be at any moment. */
const approvedStatuses = ['pilot_approved', 'approved', 'approved_with_conditions', 'active']

/**
 * How each pair (`sector:clause`) is used, from the counters alone. What is filed and approved is counted for the whole country, because it is public;
 * a filing that names several scenarios counts in the first.
 */
export const usesByPair = async (actor: Actor): Promise<Map<string, PairUse>> => {
  const uses = new Map<string, PairUse>()
  const add = (pair: string, what: keyof PairUse, n: number) => {
    const before = uses.get(pair) ?? { filed: 0, deployed: 0, pending: 0 }
    uses.set(pair, { ...before, [what]: before[what] + n })
  }
  const sum = sql<number>`sum(${counts.n})`.mapWith(Number)
  for (const name of ['filing', 'deployment'] as const) {
    const kind = kindNamed(name)
    const named = and(eq(counts.kind, name), sql`${counts.scenario} <> ''`)
    const approved = await read()
      .select({ pair: counts.scenario, n: sum })
      .from(counts)
      .where(
        and(
          named,
          visible(actor, kind, counts, 'public'),
          inArray(counts.status, name === 'filing' ? ['filed', 'change_pending'] : approvedStatuses),
        ),
      )
      .groupBy(counts.scenario)
    for (const { pair, n } of approved) add(pair, name === 'filing' ? 'filed' : 'deployed', n)
    const open = await read()
      .select({ pair: counts.scenario, n: sum })
      .from(counts)
      .where(and(named, visible(actor, kind, counts, 'posts'), sql`${counts.isOpen}`, sql`not ${counts.isPrivate}`))
      .groupBy(counts.scenario)
    for (const { pair, n } of open) add(pair, 'pending', n)
  }
  return uses
}
