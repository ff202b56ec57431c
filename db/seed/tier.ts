// What a seed looks up on the way: where the rules place a filing, which obligations it has, which letters wait.
import { and, eq } from 'drizzle-orm'
import type { Filing } from '#domain/filing/filing'
import { type Facts, tierFactsOf } from '#domain/tier/facts'
import { compileTierRules } from '#domain/tier/rules'
import { placeInTier } from '#domain/tier/tier'
import { catalogueIn } from '../catalogue.ts'
import { read } from '../client.ts'
import { cases, links } from '../schema.ts'
import { stateOf } from './door.ts'

/** The placements that the rules in force give to the present revision of a filing. */
export const tierProposal = async (
  filingId: string,
  at: string,
): Promise<{ scenario: number; lane: 'low' | 'key' | 'sensitive'; reason: null }[]> => {
  const filing = await stateOf<Filing>('filing', filingId)
  const revision = filing.revisions.at(-1)
  if (!revision) throw new Error(`filing ${filingId} has no revision`)
  const rules = compileTierRules(await catalogueIn(read(), at))
  return revision.scenarios.map((scenario) => {
    const facts: Facts = tierFactsOf(revision.content, scenario, revision.sector, revision.use)
    return { scenario, lane: placeInTier(rules, facts).lane, reason: null }
  })
}

/** The obligations tied to a filing, by id. */
export const obligationsOf = async (filingId: string): Promise<string[]> =>
  (
    await read()
      .select({ id: links.id })
      .from(links)
      .innerJoin(cases, and(eq(cases.kind, links.kind), eq(cases.id, links.id)))
      .where(and(eq(links.kind, 'obligation'), eq(links.link, 'filing'), eq(links.toId, filingId)))
      .orderBy(cases.seq)
  ).map((row) => row.id)

/** Letters about a case that nobody has opened yet. */
export const lettersAbout = async (caseId: string): Promise<string[]> =>
  (
    await read()
      .select({ id: cases.id })
      .from(links)
      .innerJoin(cases, and(eq(cases.kind, links.kind), eq(cases.id, links.id)))
      .where(and(eq(links.kind, 'letter'), eq(links.link, 'about'), eq(links.toId, caseId), eq(cases.status, 'issued')))
  ).map((row) => row.id)
