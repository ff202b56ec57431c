// The nine questions of the public pre-check: their ids, their option codes, and the schema of the answers. Words are in the messages.
import { z } from 'zod'
import type { Catalogue } from '#domain/catalogue/shipped'
import { scenarioClauses } from '#domain/scenario/vocabulary'

/** Options are in a fixed order because codes store their place: add at the end, never remove. */
export const precheckOptions = {
  audience: ['closed', 'public'],
  scale: ['below_10k_monthly', 'from_10k_monthly', 'from_100k_monthly', 'from_1m_registered'],
  people: ['minors', 'elderly', 'persons_in_care'],
  reach: ['embodied', 'system_permission', 'machine_action', 'pesticide'],
  autonomy: ['always_asks', 'some_alone', 'mostly_alone'],
  irreversible: ['never_alone', 'seldom_alone', 'often_alone'],
  traits: ['anthropomorphic', 'opinion_capacity', 'decides_on_persons', 'sensitive_personal_data', 'important_data', 'government_data'],
} as const

const several = <const Option extends string>(options: readonly [Option, ...Option[]]) =>
  z
    .array(z.enum(options))
    .max(options.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'precheck.chosenTwice' })

/** Body of `POST /api/v1/precheck`. Lists are sets: their order says nothing, an empty one says "none of them". */
export const PrecheckAnswers = z
  .strictObject({
    sector: z.string().min(1).max(40),
    scenarios: z
      .array(z.literal(scenarioClauses))
      .min(1)
      .max(scenarioClauses.length)
      .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'precheck.chosenTwice' }),
    audience: z.enum(precheckOptions.audience),
    scale: z.enum(precheckOptions.scale),
    people: several(precheckOptions.people),
    reach: several(precheckOptions.reach),
    autonomy: z.enum(precheckOptions.autonomy),
    irreversible: z.enum(precheckOptions.irreversible),
    traits: several(precheckOptions.traits),
  })
  .refine((answers) => answers.autonomy !== 'always_asks' || answers.irreversible === 'never_alone', {
    error: 'precheck.asksButActsAlone',
    path: ['irreversible'],
  })
export type PrecheckAnswers = z.infer<typeof PrecheckAnswers>

export type PrecheckQuestion = { id: keyof PrecheckAnswers; choose: 'one' | 'several'; options: readonly string[] }

/** The questions in their order. Sectors and scenarios are those in force; scenarios are named by clause number. */
export const precheckQuestions = (catalogue: Pick<Catalogue, 'sectors' | 'scenarios'>): readonly PrecheckQuestion[] => [
  { id: 'sector', choose: 'one', options: catalogue.sectors.items.map((sector) => sector.id) },
  {
    id: 'scenarios',
    choose: 'several',
    options: catalogue.scenarios.items.filter((scenario) => scenario.active).map((scenario) => String(scenario.clause)),
  },
  { id: 'audience', choose: 'one', options: precheckOptions.audience },
  { id: 'scale', choose: 'one', options: precheckOptions.scale },
  { id: 'people', choose: 'several', options: precheckOptions.people },
  { id: 'reach', choose: 'several', options: precheckOptions.reach },
  { id: 'autonomy', choose: 'one', options: precheckOptions.autonomy },
  { id: 'irreversible', choose: 'one', options: precheckOptions.irreversible },
  { id: 'traits', choose: 'several', options: precheckOptions.traits },
]
