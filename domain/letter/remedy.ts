// The ways to challenge an act, with their periods, as every letter names them.
import type { OrderedRemedy } from './order.ts'

type Words = { reconsideration: { zh: string; en: string }; suit: { zh: string; en: string } }

/**
 * Reconsideration within 60 days of knowing of the act, before the forum of the authority that acted, and suit within six months (Reconsideration
 * Law 20, 24, 25; Administrative Litigation Law 46). `words` are those of the signatory, where the act carried its own.
 */
export const challenge = (forumId: string | null, words: Words | null = null): readonly OrderedRemedy[] => [
  { path: 'reconsideration', forumId, periodRule: 'REC-1', text: words?.reconsideration ?? null },
  { path: 'suit', forumId: null, periodRule: 'SUE-1b', text: words?.suit ?? null },
]

/** Against a recall notice: fifteen working days, with evidence (Defective Auto Recall Regulations 15(2)). */
export const objection: OrderedRemedy = { path: 'objection', periodRule: 'RCL-2' }

/** A hearing before a licence-like right is taken (Penalty Law 64(1), by analogy). */
export const hearing: OrderedRemedy = { path: 'hearing', periodRule: 'PEN-2a' }
