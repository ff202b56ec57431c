// One filing as its officer reads it: the case, the people in it by name, and what is counted on its tabs.
import 'server-only'
import { cache } from 'react'
import type { One } from '#db/reads/case'
import type { Filing, Revision } from '#domain/filing/state'
import { changeGroups, type Side } from './change-groups.ts'
import { type OfficerReader, officerReader } from './officer-reader.ts'

export type FilingCase = Awaited<ReturnType<typeof filingCase>> & {}

/** Everybody who did something in a case, by the ids that its state holds. */
const personsIn = (state: object): string[] => {
  const ids = new Set<string>()
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 6) return
    for (const [key, inner] of Object.entries(value)) {
      if (['by', 'orderedBy', 'confirmedBy', 'ownerId'].includes(key) && typeof inner === 'string') ids.add(inner)
      else if (key === 'did') for (const list of Object.values(inner as Record<string, string[]>)) for (const id of list) ids.add(id)
      else if (key !== 'content') look(inner, depth + 1)
    }
  }
  look(state, 0)
  return [...ids]
}

/** The name of a person by id; the system by its word. */
export const whoIn = async (r: OfficerReader, state: object): Promise<(id: string | null) => string> => {
  const names = await r.namesOf(personsIn(state))
  return (id) =>
    id === null ? '' : id === 'system' ? r.say('role.system') : names.has(id) ? r.book.name(names.get(id)) : r.say('case.nobody')
}

export const sideOfRevision = ({ sector, scenarios, use, content }: Revision): Side => ({ sector, scenarios, use, content })
/** The company's unsigned text, where it is further than what it signed. */
export const draftSide = ({ sector, draftScenarios, use, content }: Filing): Side => ({ sector, scenarios: draftScenarios, use, content })

/** The filing behind an id or a number, or null when for this officer it does not exist. Read once a request. */
export const filingCase = cache(async (id: string, from: string) => {
  const r = await officerReader(from)
  const one: One<Filing> | null = (await r.one('filing', id)) ?? (/^AG/i.test(id) ? await r.byNumber('filing', id) : null)
  if (!one) return null
  const filing = one.state as Filing
  const [who, obligations, letters, deployments, recalls] = await Promise.all([
    whoIn(r, filing),
    r.list('obligation', { link: { name: 'filing', to: one.id }, limit: 100 }),
    r.list('letter', { link: { name: 'about', to: one.id }, limit: 100 }),
    r.list('deployment', { link: { name: 'filing', to: one.id }, limit: 50 }),
    filing.agentId ? r.list('recall', { link: { name: 'agent', to: filing.agentId }, isOpen: true, limit: 10 }) : null,
  ])
  const revision = filing.revisions.at(-1) ?? null
  const before = filing.revisions.at(-2) ?? null
  const groups = revision && before ? changeGroups(sideOfRevision(before), sideOfRevision(revision), r.book, r.words) : []
  return {
    r,
    one,
    filing,
    who,
    obligations,
    letters,
    deployments,
    recalls,
    revision,
    groups,
    changes: groups.reduce((sum, group) => sum + group.lines.length, 0),
  }
})
