// The words of the scenario noun: the nineteen clauses, their five areas and the states of an opening.

/** The application clauses 15–33 of the Implementation Opinions; a scenario is known by its clause number. */
export const scenarioClauses = [15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33] as const
export type ScenarioClause = (typeof scenarioClauses)[number]

/** The five areas under which the Opinions list their scenarios. */
export const scenarioAreas = ['research', 'industry', 'consumption', 'livelihood', 'governance'] as const
export type ScenarioArea = (typeof scenarioAreas)[number]

/** States of a scenario opening; closing and refusing are final, a suspension may be lifted. */
export const openingStatuses = ['draft', 'under_concurrence', 'open', 'open_conditional', 'refused', 'suspended', 'closed'] as const
export type OpeningStatus = (typeof openingStatuses)[number]

/** When the filing of an agent is due: before it is deployed, or within FIL-1 after its service starts (Order 9 art 24). */
export const filingTriggers = ['before_deployment', 'after_start'] as const
export type FilingTrigger = (typeof filingTriggers)[number]
