// The public pre-check: from nine answers to lane, tier and everything owed, per scenario and in all, with a code that holds the answers.
import type { DataCategory } from '#domain/agent/vocabulary'
import type { Catalogue } from '#domain/catalogue/shipped'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import type { Facts } from './facts.ts'
import { type CodeField, decodeFields, encodeFields } from './precheck-code.ts'
import { PrecheckAnswers, precheckOptions } from './precheck-questions.ts'
import { type CompiledRules, compileTierRules } from './rules.ts'
import { type Owed, type Placement, placeTogether, type RuleVerdict } from './tier.ts'

/** What an answer stands for in the rules: the least number of persons of the band, and a share in the middle of what the words say. */
const usersOf: Record<PrecheckAnswers['scale'], { registeredUsers: number; monthlyUsers: number }> = {
  below_10k_monthly: { registeredUsers: 0, monthlyUsers: 0 },
  from_10k_monthly: { registeredUsers: 10_000, monthlyUsers: 10_000 },
  from_100k_monthly: { registeredUsers: 100_000, monthlyUsers: 100_000 },
  from_1m_registered: { registeredUsers: 1_000_000, monthlyUsers: 100_000 },
}
const aloneOf: Record<PrecheckAnswers['autonomy'], number> = { always_asks: 0, some_alone: 0.25, mostly_alone: 0.75 }
const irreversibleOf: Record<PrecheckAnswers['irreversible'], number> = { never_alone: 0, seldom_alone: 0.1, often_alone: 0.25 }
const dataOf: Partial<Record<PrecheckAnswers['traits'][number], DataCategory>> = {
  sensitive_personal_data: 'sensitive_personal_information',
  important_data: 'important_data',
  government_data: 'government_data',
}

/** The facts that the answers state, one set for each scenario chosen, in clause order. */
export const factsOfAnswers = (answers: PrecheckAnswers): [Facts, ...Facts[]] => {
  const { people, reach, traits } = answers
  const shared = {
    sector: answers.sector,
    publicFacing: answers.audience === 'public',
    ...usersOf[answers.scale],
    minors: people.includes('minors'),
    elderly: people.includes('elderly'),
    careOfPersons: people.includes('persons_in_care'),
    embodied: reach.includes('embodied'),
    systemPermission: reach.includes('system_permission'),
    machineAction: reach.includes('machine_action'),
    pesticide: reach.includes('pesticide'),
    anthropomorphic: traits.includes('anthropomorphic'),
    opinionCapacity: traits.includes('opinion_capacity'),
    decidesOnPersons: traits.includes('decides_on_persons'),
    dataCategories: precheckOptions.traits.flatMap((trait) => (traits.includes(trait) ? (dataOf[trait] ?? []) : [])),
    autonomousShare: aloneOf[answers.autonomy],
    irreversibleAutonomousShare: irreversibleOf[answers.irreversible],
  }
  const [first, ...rest] = scenarioClauses
    .filter((clause) => answers.scenarios.includes(clause))
    .map((scenario): Facts => ({ scenario, ...shared }))
  if (!first) throw new Error('answers without a scenario, which their schema refuses')
  return [first, ...rest]
}

/** Layout of the code; a new layout takes the next format number and leaves this one readable. */
const fields: readonly CodeField[] = [
  { name: 'format', bits: 3 },
  { name: 'sector', bits: 7 },
  { name: 'scenarios', bits: scenarioClauses.length },
  { name: 'audience', bits: 1 },
  { name: 'scale', bits: 2 },
  { name: 'people', bits: 5 },
  { name: 'reach', bits: 6 },
  { name: 'autonomy', bits: 2 },
  { name: 'irreversible', bits: 2 },
  { name: 'traits', bits: 8 },
]
const format = 1
const toBits = <T>(options: readonly T[], chosen: readonly T[]): number =>
  options.reduce((sum, option, at) => sum + (chosen.includes(option) ? 2 ** at : 0), 0)
const fromBits = <T>(options: readonly T[], bits: number): T[] => options.filter((_, at) => (bits >> at) & 1)

/** The code of these answers; null when the sector is none of the catalogue's. The same answers always give the same code. */
export const codeOfAnswers = (sectors: Catalogue['sectors'], answers: PrecheckAnswers): string | null => {
  const sector = sectors.items.find((item) => item.id === answers.sector)
  if (!sector) return null
  return encodeFields(fields, {
    format,
    sector: sector.no,
    scenarios: toBits(scenarioClauses, answers.scenarios),
    audience: precheckOptions.audience.indexOf(answers.audience),
    scale: precheckOptions.scale.indexOf(answers.scale),
    people: toBits(precheckOptions.people, answers.people),
    reach: toBits(precheckOptions.reach, answers.reach),
    autonomy: precheckOptions.autonomy.indexOf(answers.autonomy),
    irreversible: precheckOptions.irreversible.indexOf(answers.irreversible),
    traits: toBits(precheckOptions.traits, answers.traits),
  })
}

/** The answers in a code, lists in question order; null when the code is mistyped, of another format, or says what no answer can. */
export const answersOfCode = (sectors: Catalogue['sectors'], code: string): PrecheckAnswers | null => {
  const values = decodeFields(fields, code)
  if (!values || values.format !== format) return null
  const bits = (name: string) => values[name] ?? 0
  const masked = (name: 'people' | 'reach' | 'traits') => bits(name) < 2 ** precheckOptions[name].length
  if (!masked('people') || !masked('reach') || !masked('traits')) return null
  const read = PrecheckAnswers.safeParse({
    sector: sectors.items.find((item) => item.no === bits('sector'))?.id,
    scenarios: fromBits(scenarioClauses, bits('scenarios')),
    audience: precheckOptions.audience[bits('audience')],
    scale: precheckOptions.scale[bits('scale')],
    people: fromBits(precheckOptions.people, bits('people')),
    reach: fromBits(precheckOptions.reach, bits('reach')),
    autonomy: precheckOptions.autonomy[bits('autonomy')],
    irreversible: precheckOptions.irreversible[bits('irreversible')],
    traits: fromBits(precheckOptions.traits, bits('traits')),
  })
  return read.success ? read.data : null
}

/** A rule as the pre-check reports it: every rule, fired or not. */
export type PrecheckRule = RuleVerdict & { fired: boolean }
/**
 * One scenario of the answer; the words of its rules stand once, in the whole answer. `isListed`: the sector × scenario pair stands in the
 * matrix; where not, no opening can be applied for yet.
 */
export type PrecheckScenario = Omit<Placement, 'fired' | 'notFired'> & {
  isListed: boolean
  rules: readonly Pick<PrecheckRule, 'id' | 'fired' | 'because'>[]
}
export type PrecheckAnswer = Owed & {
  rules: readonly PrecheckRule[]
  code: string
  answers: PrecheckAnswers
  scenarios: readonly PrecheckScenario[]
}

const verdictsOf = (rules: CompiledRules, placement: Placement): PrecheckRule[] => {
  const fired = new Map(placement.fired.map((rule) => [rule.id, rule]))
  const notFired = new Map(placement.notFired.map((rule) => [rule.id, rule]))
  return rules.rules.flatMap(({ id }): PrecheckRule[] => {
    const yes = fired.get(id)
    const no = notFired.get(id)
    return yes ? [{ ...yes, fired: true }] : no ? [{ ...no, fired: false }] : []
  })
}

/**
 * Answers the pre-check: in all the highest lane with everything owed, and each scenario by itself. In `rules` a rule has fired if it fired in
 * any scenario. Faults: `precheck.sectorUnknown`, `precheck.scenarioInactive` with the pointer of the answer.
 */
export const precheck = (
  catalogue: Catalogue,
  answers: PrecheckAnswers,
): { ok: true; answer: PrecheckAnswer } | { ok: false; faults: readonly { pointer: string; code: string }[] } => {
  const sector = catalogue.sectors.items.find((item) => item.id === answers.sector)
  const code = codeOfAnswers(catalogue.sectors, answers)
  if (!sector || code === null) return { ok: false, faults: [{ pointer: '/sector', code: 'precheck.sectorUnknown' }] }
  const active = new Set(catalogue.scenarios.items.filter((item) => item.active).map((item) => item.clause))
  const inactive = answers.scenarios.flatMap((clause, at) =>
    active.has(clause) ? [] : [{ pointer: `/scenarios/${at}`, code: 'precheck.scenarioInactive' }],
  )
  if (inactive.length > 0) return { ok: false, faults: inactive }

  const rules = compileTierRules(catalogue)
  const { scenarios, ...owed } = placeTogether(rules, factsOfAnswers(answers))
  const listed = new Set(sector.scenarios.map((pair) => pair.clause))
  const said = scenarios.map((placement) => verdictsOf(rules, placement))
  // Every scenario reports all rules in the same order.
  const inAll = rules.rules.flatMap((_, at): PrecheckRule[] => {
    const verdicts = said.flatMap((one) => one[at] ?? [])
    return verdicts
      .filter((verdict) => verdict.fired)
      .concat(verdicts)
      .slice(0, 1)
  })
  const perScenario = scenarios.map(({ fired: _fired, notFired: _notFired, ...rest }, at): PrecheckScenario => {
    const short = (said[at] ?? []).map(({ id, fired, because }) => ({ id, fired, because }))
    return { ...rest, isListed: listed.has(rest.scenario), rules: short }
  })
  const normal = answersOfCode(catalogue.sectors, code) ?? answers
  return { ok: true, answer: { ...owed, rules: inAll, code, answers: normal, scenarios: perScenario } }
}
