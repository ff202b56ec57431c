// What the tier rules look at: the facts of one agent version in one scenario, and how they follow from the version.
import { z } from 'zod'
import { type AgentForm, type AuthorityMode, type DataCategory, dataCategories, type Reversibility } from '#domain/agent/vocabulary'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { type ScoreCriterion, scoreCriteria, type TierFlag } from './vocabulary.ts'

const Score = z.int().min(1).max(5)
const Share = z.number().min(0).max(1)

/** The scores of Order 9 art 23 that an officer has set by hand; what is absent is derived by the rules. */
export const OfficerScores = z.strictObject(
  Object.fromEntries(scoreCriteria.map((criterion) => [criterion, Score.optional()])) as Record<
    ScoreCriterion,
    z.ZodOptional<typeof Score>
  >,
)

/**
 * The facts of one agent version × scenario (policy 5.2, TierDecision). Users are counts of persons; shares run from 0 to 1 over the rows of
 * the declared decision-authority matrix.
 */
export const Facts = z.strictObject({
  scenario: z.literal(scenarioClauses),
  sector: z.string().min(1).max(40),
  publicFacing: z.boolean(),
  registeredUsers: z.int().nonnegative(),
  monthlyUsers: z.int().nonnegative(),
  minors: z.boolean(),
  elderly: z.boolean(),
  careOfPersons: z.boolean(),
  embodied: z.boolean(),
  systemPermission: z.boolean(),
  machineAction: z.boolean(),
  pesticide: z.boolean(),
  anthropomorphic: z.boolean(),
  opinionCapacity: z.boolean(),
  decidesOnPersons: z.boolean(),
  dataCategories: z.array(z.enum(dataCategories)).max(dataCategories.length),
  autonomousShare: Share,
  irreversibleAutonomousShare: Share,
  scores: OfficerScores.optional(),
})
export type Facts = z.infer<typeof Facts>

/** Everything a condition may name, with the kind of value that it holds. Scores and their sum are worked out before the rules run. */
export const factFields = {
  scenario: 'number',
  sector: 'text',
  publicFacing: 'boolean',
  registeredUsers: 'number',
  monthlyUsers: 'number',
  minors: 'boolean',
  elderly: 'boolean',
  careOfPersons: 'boolean',
  embodied: 'boolean',
  systemPermission: 'boolean',
  machineAction: 'boolean',
  pesticide: 'boolean',
  anthropomorphic: 'boolean',
  opinionCapacity: 'boolean',
  decidesOnPersons: 'boolean',
  dataCategories: 'list',
  autonomousShare: 'number',
  irreversibleAutonomousShare: 'number',
  opinionScore: 'number',
  contentScore: 'number',
  scaleScore: 'number',
  dataScore: 'number',
  interventionScore: 'number',
  scoreTotal: 'number',
} as const satisfies Record<
  Exclude<keyof Facts, 'scores'> | `${ScoreCriterion}Score` | 'scoreTotal',
  'boolean' | 'number' | 'text' | 'list'
>
export type FactField = keyof typeof factFields
export type FactValue = boolean | number | string | readonly string[]

/** What of an agent version the rules look at; the full version fits. */
export type TierVersion = Readonly<{
  form: AgentForm
  publicFacing: boolean
  anthropomorphic: boolean
  minorsPossible: boolean
  elderlyPossible: boolean
  dataCategories: readonly DataCategory[]
  authorityMatrix: readonly { mode: AuthorityMode; reversibility: Reversibility }[]
}>
/** How much and for what the version is to be used, as a filing states it. Users are counts of persons. */
export type TierUse = Readonly<
  { registeredUsers: number; monthlyUsers: number } & Record<
    'careOfPersons' | 'systemPermission' | 'machineAction' | 'pesticide' | 'opinionCapacity' | 'decidesOnPersons',
    boolean
  >
>

/**
 * The facts of a version in a scenario and sector, under the stated use. A version that declares no action at all counts as acting alone in
 * everything: what is not declared was not limited (clause 6; deny by default of the safety framework).
 */
export const tierFactsOf = (version: TierVersion, scenario: Facts['scenario'], sector: string, use: TierUse): Facts => {
  const rows = version.authorityMatrix
  const shareOf = (counted: (row: (typeof rows)[number]) => boolean) => rows.filter(counted).length / rows.length
  return {
    scenario,
    sector,
    publicFacing: version.publicFacing,
    registeredUsers: use.registeredUsers,
    monthlyUsers: use.monthlyUsers,
    minors: version.minorsPossible,
    elderly: version.elderlyPossible,
    careOfPersons: use.careOfPersons,
    embodied: version.form === 'embodied',
    systemPermission: use.systemPermission,
    machineAction: use.machineAction,
    pesticide: use.pesticide,
    anthropomorphic: version.anthropomorphic,
    opinionCapacity: use.opinionCapacity,
    decidesOnPersons: use.decidesOnPersons,
    dataCategories: dataCategories.filter((category) => version.dataCategories.includes(category)),
    autonomousShare: rows.length === 0 ? 1 : shareOf((row) => row.mode === 'autonomous'),
    irreversibleAutonomousShare:
      rows.length === 0 ? 0 : shareOf((row) => row.mode === 'autonomous' && row.reversibility === 'irreversible'),
  }
}

/** Does this flag hold, the two derived ones included? */
export const flagHolds = (facts: Facts, flag: TierFlag): boolean =>
  flag === 'actsAlone' ? facts.autonomousShare > 0 : flag === 'irreversibleAlone' ? facts.irreversibleAutonomousShare > 0 : facts[flag]
