// The scenario matrix as CSV, from the same reads as the page.
import 'server-only'
import { catalogueIn } from '#db/catalogue'
import { read } from '#db/client'
import { openingsShown, usesByPair } from '#db/reads/scenario'
import type { Actor } from '#domain/case'
import { shanghaiDateOf } from '#domain/clock/day'
import { sideOf } from '#domain/permission'
import { csvFile } from './csv-file.ts'
import { comingOf, inForceOn, scenarioBoard } from './scenario-board.ts'
import { wordBook } from './word-book.ts'

/** The file, or null for who is no officer. */
export const scenarioCsv = async (actor: Actor, at: string): Promise<Response | null> => {
  if (!actor.posts.some((post) => sideOf(post.role) === 'authority')) return null
  const [catalogue, book, openings, uses] = await Promise.all([
    catalogueIn(read(), at),
    wordBook(),
    openingsShown(actor),
    usesByPair(actor),
  ])
  const today = shanghaiDateOf(at)
  const { cells } = scenarioBoard({ catalogue, openings, uses, book, today, isProposed: false })
  const rows = cells.map(({ sector, clause, state, status, use, differs, opening }) => {
    const now = opening ? inForceOn(opening.state, today) : null
    const coming = opening ? comingOf(opening.state, today) : null
    return [
      sector,
      clause,
      state,
      status,
      now?.no ?? null,
      now?.inForceOn ?? null,
      now?.content.autonomyCeiling ?? null,
      now?.content.conditions.length ?? null,
      now?.content.requiredTests.join(' ') ?? null,
      differs ? 'yes' : 'no',
      coming?.effectiveOn ?? null,
      use.filed,
      use.deployed,
      use.pending,
    ]
  })
  const heads = [
    'sector',
    'scenario',
    'state',
    'status',
    'version',
    'inForceOn',
    'autonomyCeiling',
    'conditions',
    'requiredTests',
    'differs',
    'comingOn',
    'filed',
    'deployed',
    'pending',
  ]
  return csvFile('scenarios', heads, rows)
}
