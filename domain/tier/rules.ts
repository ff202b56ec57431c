// The tier rules as data: their schema, a reader that says what is wrong with a bad file, and the full set compiled from rules, lanes and tests.
import { z } from 'zod'
import type { LaneSet, TestItemSet } from '#domain/catalogue/schema'
import type { Confidence } from '#domain/catalogue/vocabulary'
import { edition, sourced, Text, unique } from '#domain/catalogue/words'
import { Condition } from './condition.ts'
import {
  type Lane,
  lanes,
  type OwedDocument,
  type OwedFiling,
  owedDocuments,
  owedFilings,
  scoreCriteria,
  type Tier,
  type TierFlag,
  testers,
  tiers,
} from './vocabulary.ts'

const Filings = z.array(z.enum(owedFilings)).max(owedFilings.length)
const Documents = z.array(z.enum(owedDocuments)).max(owedDocuments.length)

/** What stands behind a tier: its lane, what it owes, who tests, and how many working days an authority typically takes (0 = none). */
export const TierTerms = z.strictObject({
  tier: z.literal(tiers),
  lane: z.enum(lanes),
  filings: Filings,
  testedBy: z.enum(testers),
  documents: Documents,
  typicalDays: z.int().nonnegative(),
  ...sourced,
})
export type TierTerms = z.infer<typeof TierTerms>

/** Gives a criterion of Order 9 art 23 a score while the condition holds; the highest score that holds counts, else 1. */
export const ScoreRule = z.strictObject({
  id: z.string().regex(/^S-\d{2}$/),
  criterion: z.enum(scoreCriteria),
  score: z.int().min(2).max(5),
  when: Condition,
  ...sourced,
})
export type ScoreRule = z.infer<typeof ScoreRule>

/** One rule: when it holds, the least lane and the least tier inside that lane, and what it adds to be filed and handed in. */
export const TierRule = z.strictObject({
  id: z.string().regex(/^T-\d{2}$/),
  when: Condition,
  lane: z.enum(lanes).optional(),
  tier: z.literal(tiers).optional(),
  filings: Filings.optional(),
  documents: Documents.optional(),
  because: Text,
  ...sourced,
})
export type TierRule = z.infer<typeof TierRule>

/** The set `tier-rules`. Each tier stands once; within and across lanes a higher tier never belongs to a lower lane. */
export const TierRuleSet = z
  .strictObject({
    set: z.literal('tier-rules'),
    ...edition,
    tiers: z.array(TierTerms).length(tiers.length),
    scores: z
      .array(ScoreRule)
      .max(200)
      .superRefine(unique((rule) => rule.id)),
    rules: z
      .array(TierRule)
      .max(500)
      .superRefine(unique((rule) => rule.id)),
  })
  .superRefine((set, ctx) => {
    set.tiers.forEach((terms, at) => {
      const before = set.tiers[at - 1]
      if (terms.tier !== tiers[at]) ctx.addIssue({ code: 'custom', path: ['tiers', at, 'tier'], message: 'tierRules.tierOutOfOrder' })
      if (before && lanes.indexOf(before.lane) > lanes.indexOf(terms.lane)) {
        ctx.addIssue({ code: 'custom', path: ['tiers', at, 'lane'], message: 'tierRules.laneOutOfOrder' })
      }
    })
    for (const lane of lanes) {
      if (!set.tiers.some((terms) => terms.lane === lane))
        ctx.addIssue({ code: 'custom', path: ['tiers'], message: 'tierRules.laneWithoutTier' })
    }
  })
export type TierRuleSet = z.infer<typeof TierRuleSet>

/** One fault of a rule file: where (JSON pointer), a code, and for unknown fields their names. */
export type RuleFault = { pointer: string; code: string; fields?: readonly string[] }

/** Reads a rule file. Faults are values: unknown fields are `unknownField` and named; codes with a dot are our own checks, others zod's. */
export const readTierRules = (value: unknown): { ok: true; rules: TierRuleSet } | { ok: false; faults: readonly RuleFault[] } => {
  const read = TierRuleSet.safeParse(value)
  if (read.success) return { ok: true, rules: read.data }
  return {
    ok: false,
    faults: read.error.issues.map((issue) => ({
      pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      code: issue.code === 'unrecognized_keys' ? 'unknownField' : issue.code === 'custom' ? issue.message : issue.code,
      ...(issue.code === 'unrecognized_keys' ? { fields: issue.keys } : {}),
    })),
  }
}

/** A rule ready to run, with the edition of the set it came from. */
export type CompiledRule = {
  id: string
  version: string
  when: Condition
  lane: Lane | null
  tier: Tier | null
  filings: readonly OwedFiling[]
  documents: readonly OwedDocument[]
  text: Text
  source: string
  confidence: Confidence
}
export type CompiledRules = {
  /** Names the edition of each set that went in, so that a decision says exactly on what it was taken. */
  version: string
  terms: readonly TierTerms[]
  scores: readonly ScoreRule[]
  rules: readonly CompiledRule[]
  tests: readonly { id: string; lanes: readonly Lane[]; flags: readonly TierFlag[] }[]
}
export type RuleSources = { 'tier-rules': TierRuleSet; lanes: z.infer<typeof LaneSet>; 'test-items': z.infer<typeof TestItemSet> }

/**
 * Puts the three sets together: the default lane of each scenario becomes rule `L-<clause>`, its escalations `L-<clause>a`, `b` …, then come
 * the rules of the tier set. So a lane stands in one place only, the lanes set.
 */
export const compileTierRules = (sets: RuleSources): CompiledRules => ({
  version: `rules-${sets['tier-rules'].version}+lanes-${sets.lanes.version}+tests-${sets['test-items'].version}`,
  terms: sets['tier-rules'].tiers,
  scores: sets['tier-rules'].scores,
  rules: [
    ...sets.lanes.items.flatMap((item): CompiledRule[] => {
      const here: Condition = { field: 'scenario', op: 'eq', value: item.clause }
      const made = { version: sets.lanes.version, tier: null, filings: [], documents: [], source: item.source, confidence: item.confidence }
      return [
        { ...made, id: `L-${item.clause}`, when: here, lane: item.lane, text: item.reason },
        ...item.escalations.map((step, at) => ({
          ...made,
          id: `L-${item.clause}${String.fromCharCode(97 + at)}`,
          when: { all: [here, { any: step.anyOf.map((flag): Condition => ({ field: flag, op: 'eq', value: true })) }] },
          lane: step.lane,
          text: step.reason,
        })),
      ]
    }),
    ...sets['tier-rules'].rules.map(
      (rule): CompiledRule => ({
        id: rule.id,
        version: sets['tier-rules'].version,
        when: rule.when,
        lane: rule.lane ?? null,
        tier: rule.tier ?? null,
        filings: rule.filings ?? [],
        documents: rule.documents ?? [],
        text: rule.because,
        source: rule.source,
        confidence: rule.confidence,
      }),
    ),
  ],
  tests: sets['test-items'].items.map(({ id, lanes: inLanes, flags }) => ({ id, lanes: inLanes, flags })),
})
