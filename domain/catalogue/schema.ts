// The shape of every shipped set: scenarios, sectors, authorities, forums, lanes, risk codes, conditions, test items and the checklist.
import { z } from 'zod'
import { changeClasses } from '#domain/filing/vocabulary'
import { everySector } from '#domain/permission'
import { filingTriggers, scenarioAreas, scenarioClauses } from '#domain/scenario/vocabulary'
import { factFlags, lanes, tierFlags } from '#domain/tier/vocabulary'
import { authorityKinds, authorityLevels, confidences, parameterKinds, testMethods, thresholdMeasures } from './vocabulary.ts'
import { setOf, slug, sourced, Text } from './words.ts'

const name = { zh: z.string().min(1).max(120), en: z.string().min(1).max(200) }
const Clause = z.literal(scenarioClauses)
const Confidence = z.enum(confidences)

/** Clauses 15–33 of the Implementation Opinions. `covers` is null where no source says what the clause covers. */
export const Scenario = z.strictObject({
  clause: Clause,
  area: z.enum(scenarioAreas),
  ...name,
  covers: Text.nullable(),
  nameConfidence: Confidence,
  groupConfidence: Confidence,
  active: z.boolean(),
  ...sourced,
})
export type Scenario = z.infer<typeof Scenario>

/**
 * A row of the sector × scenario matrix. `no` is its number in pre-check codes and never used again. `home` marks the one sector whose
 * lead authority leads the scenario; `also` names further authorities of that pair.
 */
export const Sector = z.strictObject({
  id: slug,
  no: z.int().min(1).max(127),
  ...name,
  lead: z.array(slug).min(1),
  also: z.array(slug),
  filingTrigger: z.enum(filingTriggers),
  scenarios: z.array(z.strictObject({ clause: Clause, home: z.boolean(), also: z.array(slug) })).min(1),
  ...sourced,
})
export type Sector = z.infer<typeof Sector>

/** An authority. A cyberspace authority has every sector (clause 11: joint competence). `forum` is where its acts are reconsidered (Reconsideration Law 24, 25); null where that law does not reach it. `tile` places a filing office on the province grid. */
export const Authority = z.strictObject({
  id: slug,
  ...name,
  short: Text,
  level: z.enum(authorityLevels),
  kind: z.enum(authorityKinds),
  region: z.string().regex(/^\d{6}$/),
  sectors: z.array(z.union([slug, z.literal(everySector)])).min(1),
  forum: slug.nullable(),
  tile: z.strictObject({ col: z.int().min(0).max(30), row: z.int().min(0).max(30) }).nullable(),
  ...sourced,
})
export type Authority = z.infer<typeof Authority>

/** A body that reconsiders acts without being an authority of this product itself: the provincial governments and the corps. */
export const Forum = z.strictObject({ id: slug, ...name, region: z.string().regex(/^\d{6}$/), ...sourced })
export type Forum = z.infer<typeof Forum>

/** The default lane of a scenario, and the flags that move it up, each with its reason (policy 5.6). */
export const LaneDefault = z.strictObject({
  clause: Clause,
  lane: z.enum(lanes),
  reason: Text,
  escalations: z.array(z.strictObject({ anyOf: z.array(z.enum(factFlags)).min(1), lane: z.enum(lanes), reason: Text })).max(20),
  ...sourced,
})
export type LaneDefault = z.infer<typeof LaneDefault>

/** A risk code of a published taxonomy; the title is in our own words. */
export const RiskCode = z.strictObject({
  id: z.string().regex(/^(AIA|ASI)\d{2}$/),
  taxonomy: z.string().min(1).max(80),
  taxonomyVersion: z.string().min(1).max(40),
  ...name,
  ...sourced,
})
export type RiskCode = z.infer<typeof RiskCode>

/** A condition of approval from the library. The text names its parameters in braces. */
export const ConditionTemplate = z.strictObject({
  id: z.string().regex(/^CND-\d{2}$/),
  ...name,
  text: Text,
  parameters: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z][A-Za-z]*$/),
      kind: z.enum(parameterKinds),
      min: z.number().nullable(),
      max: z.number().nullable(),
      usual: z.union([z.number(), z.string()]).nullable(),
    }),
  ),
  ...sourced,
})
export type ConditionTemplate = z.infer<typeof ConditionTemplate>

/** An item of the test catalogue. It applies in the lanes named, and where `flags` is not empty only if one of them holds. `sampleSize` counts trials. */
export const TestItem = z.strictObject({
  id: z.string().regex(/^TI-\d{2}$/),
  ...name,
  method: z.enum(testMethods),
  procedure: Text,
  threshold: z.strictObject({ measure: z.enum(thresholdMeasures), op: z.enum(['gte', 'lte']), value: z.number().nonnegative() }),
  sampleSize: z.int().min(1).max(100000),
  riskCodes: z.array(z.string()).min(1),
  lanes: z.array(z.enum(lanes)).min(1),
  flags: z.array(z.enum(tierFlags)),
  ...sourced,
})
export type TestItem = z.infer<typeof TestItem>

/** A question of the self-test of the lower-risk lane. Where `flags` is not empty it is asked only if one of them holds. */
export const ChecklistItem = z.strictObject({
  id: z.string().regex(/^SC-\d{2}$/),
  ...name,
  question: Text,
  flags: z.array(z.enum(tierFlags)),
  ...sourced,
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/**
 * What a change of a filed agent asks for (Order 9 art 24(2)). `paths` are JSON pointers into what is filed, with `*` for one step; `/**` speaks of
 * every path. `tests` names what a retest covers.
 */
export const ChangeRule = z
  .strictObject({
    id: z.string().regex(/^CHG-\d{2}$/),
    paths: z
      .array(
        z
          .string()
          .regex(/^(\/(\*\*|\*|[A-Za-z]+))+$/)
          .max(200),
      )
      .min(1)
      .max(60),
    when: z.enum(['any', 'added', 'removed', 'changed', 'order', 'loosens']),
    class: z.enum(changeClasses),
    tests: z.array(z.string().regex(/^TI-\d{2}$/)).max(40),
    reason: Text,
    ...sourced,
  })
  .refine((rule) => (rule.class === 'retest') === rule.tests.length > 0, { path: ['tests'], message: 'catalogue.testsOfRetest' })
  .refine((rule) => !rule.paths.some((path) => path.includes('**')) || (rule.paths.length === 1 && rule.paths[0] === '/**'), {
    path: ['paths'],
    message: 'catalogue.everyPathAlone',
  })
export type ChangeRule = z.infer<typeof ChangeRule>

export const ScenarioSet = setOf('scenarios', Scenario, (item) => item.clause)
export const SectorSet = setOf('sectors', Sector, (item) => item.id)
export const AuthoritySet = setOf('authorities', Authority, (item) => item.id)
export const ForumSet = setOf('forums', Forum, (item) => item.id)
export const LaneSet = setOf('lanes', LaneDefault, (item) => item.clause)
export const RiskCodeSet = setOf('risk-codes', RiskCode, (item) => item.id)
export const ConditionSet = setOf('conditions', ConditionTemplate, (item) => item.id)
export const TestItemSet = setOf('test-items', TestItem, (item) => item.id)
export const ChecklistSet = setOf('checklist', ChecklistItem, (item) => item.id)
/** Whatever loosens is at least tested again: a set that forgot to say so is no set. */
export const ChangeSet = setOf('changes', ChangeRule, (item) => item.id).refine(
  ({ items }) =>
    items.some(
      ({ paths, when, class: asked }) => paths.includes('/**') && when === 'loosens' && asked !== 'cosmetic' && asked !== 'notify',
    ),
  { path: ['items'], message: 'catalogue.looseningFloorMissing' },
)
