// Places an agent version × scenario in a lane and a tier, and says which rules fired, which did not, why, and what is owed.
import type { Confidence } from '#domain/catalogue/vocabulary'
import type { Text } from '#domain/catalogue/words'
import { type Finding, weigh } from './condition.ts'
import { type FactField, type Facts, type FactValue, flagHolds } from './facts.ts'
import type { CompiledRules, TierTerms } from './rules.ts'
import {
  type Lane,
  lanes,
  type OwedDocument,
  type OwedFiling,
  owedDocuments,
  owedFilings,
  type ScoreCriterion,
  scoreCriteria,
  type Tester,
  type Tier,
} from './vocabulary.ts'

/** What one rule said about the facts. */
export type RuleVerdict = {
  id: string
  version: string
  lane: Lane | null
  tier: Tier | null
  text: Text
  because: readonly Finding[]
  source: string
  confidence: Confidence
}
/** A score of Order 9 art 23, by the rule named or set by an officer. */
export type ScoreVerdict = { criterion: ScoreCriterion; score: number; by: 'default' | 'officer' | { rule: string } }
export type OwedTest = { id: string; by: Tester }
export type Owed = {
  lane: Lane
  tier: Tier
  rulesVersion: string
  filings: readonly OwedFiling[]
  tests: readonly OwedTest[]
  documents: readonly OwedDocument[]
  /** Working days an authority typically takes; stopped time is not in it. */
  typicalDays: number
}
export type Placement = Owed & {
  scenario: Facts['scenario']
  scores: readonly ScoreVerdict[]
  fired: readonly RuleVerdict[]
  notFired: readonly RuleVerdict[]
}
/** A filing over several scenarios: the highest lane and all that is owed; each scenario keeps its own placement. */
export type JointPlacement = Owed & { scenarios: readonly Placement[] }

const rank = (lane: Lane) => lanes.indexOf(lane)
const higher = (a: Lane, b: Lane): Lane => (rank(b) > rank(a) ? b : a)

const scoresOf = ({ scores }: CompiledRules, facts: Facts): readonly ScoreVerdict[] => {
  // Score rules look at plain facts only; the scores are not there yet.
  const plain = {
    ...facts,
    opinionScore: 1,
    contentScore: 1,
    scaleScore: 1,
    dataScore: 1,
    interventionScore: 1,
    scoreTotal: scoreCriteria.length,
  }
  return scoreCriteria.map((criterion) => {
    const set = facts.scores?.[criterion]
    if (set !== undefined) return { criterion, score: set, by: 'officer' }
    let best: ScoreVerdict = { criterion, score: 1, by: 'default' }
    for (const rule of scores) {
      if (rule.criterion === criterion && rule.score > best.score && weigh(rule.when, plain).met)
        best = { criterion, score: rule.score, by: { rule: rule.id } }
    }
    return best
  })
}

const measured = (facts: Facts, scores: readonly ScoreVerdict[]): Record<FactField, FactValue> => {
  const { scores: _set, ...plain } = facts
  const score = (criterion: ScoreCriterion) => scores.find((one) => one.criterion === criterion)?.score ?? 1
  return {
    ...plain,
    opinionScore: score('opinion'),
    contentScore: score('content'),
    scaleScore: score('scale'),
    dataScore: score('data'),
    interventionScore: score('intervention'),
    scoreTotal: scores.reduce((sum, one) => sum + one.score, 0),
  }
}

/** The tier of a lane: its lowest, or a higher one of the same lane if a rule asks for it. */
const termsOf = (rules: CompiledRules, lane: Lane, floor: Tier): TierTerms => {
  const within = rules.terms.filter((terms) => terms.lane === lane)
  const found = within.filter((terms) => terms.tier <= floor).at(-1) ?? within[0]
  if (!found) throw new Error(`tier rules ${rules.version} have no tier for lane ${lane}`)
  return found
}

type Examined = {
  facts: Facts
  scores: readonly ScoreVerdict[]
  fired: readonly RuleVerdict[]
  notFired: readonly RuleVerdict[]
  lane: Lane
}

const examine = (rules: CompiledRules, facts: Facts): Examined => {
  const scores = scoresOf(rules, facts)
  const values = measured(facts, scores)
  const fired: RuleVerdict[] = []
  const notFired: RuleVerdict[] = []
  for (const { id, version, lane, tier, text, source, confidence, when } of rules.rules) {
    const { met, because } = weigh(when, values)
    const verdict = { id, version, lane, tier, text, because, source, confidence }
    if (met) fired.push(verdict)
    else notFired.push(verdict)
  }
  return { facts, scores, fired, notFired, lane: fired.map((rule) => rule.lane ?? 'low').reduce(higher, 'low') }
}

const owedBy = (rules: CompiledRules, examined: readonly Examined[]): Owed => {
  const lane = examined.map((one) => one.lane).reduce(higher)
  const fired = new Set(examined.flatMap((one) => one.fired.map((rule) => rule.id)))
  const extra = rules.rules.filter((rule) => fired.has(rule.id))
  const terms = termsOf(rules, lane, Math.max(1, ...extra.map((rule) => rule.tier ?? 1)) as Tier)
  const filings = new Set([...terms.filings, ...extra.flatMap((rule) => rule.filings)])
  const documents = new Set([...terms.documents, ...extra.flatMap((rule) => rule.documents)])
  return {
    lane,
    tier: terms.tier,
    rulesVersion: rules.version,
    filings: owedFilings.filter((filing) => filings.has(filing)),
    tests: rules.tests
      .filter(
        (test) =>
          test.lanes.includes(lane) &&
          (test.flags.length === 0 || examined.some(({ facts }) => test.flags.some((flag) => flagHolds(facts, flag)))),
      )
      .map((test) => ({ id: test.id, by: terms.testedBy })),
    documents: owedDocuments.filter((document) => documents.has(document)),
    typicalDays: terms.typicalDays,
  }
}

const placementOf = (rules: CompiledRules, examined: Examined): Placement => {
  const { facts, scores, fired, notFired } = examined
  return { scenario: facts.scenario, ...owedBy(rules, [examined]), scores, fired, notFired }
}

/**
 * Places one agent version in one scenario (clause 11; policy 5.6). The highest lane of the rules that fired wins; every rule is reported,
 * fired or not, with the comparisons that decided. The same rules and facts always give the same answer.
 */
export const placeInTier = (rules: CompiledRules, facts: Facts): Placement => placementOf(rules, examine(rules, facts))

/** Places a filing over several scenarios: in all the highest lane, and each scenario with its own decision (clocks, decisions on open points). */
export const placeTogether = (rules: CompiledRules, facts: readonly [Facts, ...Facts[]]): JointPlacement => {
  const examined = facts.map((one) => examine(rules, one))
  return { ...owedBy(rules, examined), scenarios: examined.map((one) => placementOf(rules, one)) }
}
