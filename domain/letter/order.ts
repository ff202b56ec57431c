// How a follow-on orders a letter: everything that a letter has, with what this one does not need left empty.

import type { ClockCode } from '../clock/limits.ts'
import type { FollowOn } from '../world.ts'
import type { LetterTemplate, RemedyPath } from './template.ts'
import type { LetterCommand, LetterContent } from './vocabulary.ts'

export type OrderedRemedy = { path: RemedyPath; periodRule: ClockCode; forumId?: string | null; text?: { zh: string; en: string } | null }
export type OrderedLetter = {
  template: LetterTemplate
  about: { kind: string; id: string; version?: number | null; number?: string | null }
  organisationId: string
  organisationName: string
  sector: string | null
  region: string
  authorityId?: string | null
  facts: LetterContent['facts']
  found?: string | null
  basis?: readonly string[]
  reasons?: readonly string[]
  remedies?: readonly OrderedRemedy[]
}

export const orderLetter = ({
  about,
  authorityId = null,
  found = null,
  basis = [],
  reasons = [],
  remedies = [],
  ...rest
}: OrderedLetter): FollowOn => {
  const command: LetterCommand = {
    type: 'create',
    ...rest,
    about: { version: null, number: null, ...about },
    ...{ authorityId, found, basis: [...basis], reasons: [...reasons] },
    remedies: remedies.map((remedy) => ({ forumId: null, text: null, ...remedy })),
  }
  return { kind: 'letter', id: null, command }
}
