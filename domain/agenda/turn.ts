// One turn: an act that a case waits for, and why. A code and facts; the sentence is in the messages.

/** Why it comes to somebody: plain work, sent back, another authority's word asked for, or a laboratory's report. */
export const occasions = ['work', 'returned', 'concurrence', 'report'] as const
export type TurnOccasion = (typeof occasions)[number]

/**
 * `command` is a move of the kind; `why` a message code, with `facts` for its words. `isOwners`: only the person in charge is meant, or
 * anybody of the role while nobody is; otherwise everybody who may. `dueOn` where the act itself has a day that the case's own date does not say.
 */
export type Turn = {
  command: string
  why: string
  facts: Record<string, string | number>
  occasion: TurnOccasion
  isOwners: boolean
  dueOn: string | null
}

export const turn = (command: string, why: string, more: Partial<Omit<Turn, 'command' | 'why'>> = {}): Turn => ({
  command,
  why,
  facts: {},
  occasion: 'work',
  isOwners: true,
  dueOn: null,
  ...more,
})
