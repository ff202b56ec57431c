// The pre-check: answers to placements, and the code that carries the answers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedCatalogue } from '#domain/catalogue/shipped'
import { scenarioClauses } from '#domain/scenario/vocabulary'
import { Facts } from './facts.ts'
import { answersOfCode, codeOfAnswers, factsOfAnswers, precheck } from './precheck.ts'
import { PrecheckAnswers, precheckOptions, precheckQuestions } from './precheck-questions.ts'
import { lanes } from './vocabulary.ts'

const { sectors } = shippedCatalogue
const modest: PrecheckAnswers = {
  sector: 'industry',
  scenarios: [16],
  audience: 'closed',
  scale: 'below_10k_monthly',
  people: [],
  reach: [],
  autonomy: 'always_asks',
  irreversible: 'never_alone',
  traits: [],
}
const answerOf = (change: Partial<PrecheckAnswers>) => {
  const result = precheck(shippedCatalogue, PrecheckAnswers.parse({ ...modest, ...change }))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.answer
}
const anyAnswers: fc.Arbitrary<PrecheckAnswers> = fc
  .record({
    sector: fc.constantFrom(...sectors.items.map((sector) => sector.id)),
    scenarios: fc.subarray([...scenarioClauses], { minLength: 1 }),
    audience: fc.constantFrom(...precheckOptions.audience),
    scale: fc.constantFrom(...precheckOptions.scale),
    people: fc.subarray([...precheckOptions.people]),
    reach: fc.subarray([...precheckOptions.reach]),
    autonomy: fc.constantFrom(...precheckOptions.autonomy),
    irreversible: fc.constantFrom(...precheckOptions.irreversible),
    traits: fc.subarray([...precheckOptions.traits]),
  })
  .filter((answers) => PrecheckAnswers.safeParse(answers).success)

test('there are nine questions, and every option of each is accepted', () => {
  const questions = precheckQuestions(shippedCatalogue)
  expect(questions.map((question) => question.id)).toEqual(Object.keys(PrecheckAnswers.shape))
  expect(questions).toHaveLength(9)
  for (const { id, choose, options } of questions) {
    for (const option of options) {
      const value = id === 'scenarios' ? [Number(option)] : choose === 'several' ? [option] : option
      expect(
        PrecheckAnswers.safeParse({
          ...modest,
          autonomy: 'mostly_alone',
          [id]: value,
          ...(id === 'autonomy' ? { irreversible: 'never_alone' } : {}),
        }).success,
      ).toBe(true)
    }
  }
})
test('a modest office agent is low: it tests itself and reports', () => {
  const answer = answerOf({})
  expect(answer).toMatchObject({ lane: 'low', tier: 1, filings: ['information_report'], typicalDays: 0 })
  expect(answer.tests.every((owed) => owed.by === 'self')).toBe(true)
})
test('the answer is the highest lane in all and one placement a scenario', () => {
  const answer = answerOf({ sector: 'education', scenarios: [25, 16], people: ['minors'] })
  expect(answer).toMatchObject({ lane: 'sensitive', tier: 4, typicalDays: 80 })
  expect(answer.scenarios.map((one) => [one.scenario, one.lane])).toEqual([
    [16, 'low'],
    [25, 'sensitive'],
  ])
  expect(answer.scenarios[0]?.rules.find((rule) => rule.id === 'L-25')?.fired).toBe(false)
  expect(answer.rules.find((rule) => rule.id === 'L-25a')).toMatchObject({
    fired: true,
    version: '2026.1',
    because: [
      { field: 'scenario', found: 25 },
      { field: 'minors', found: true },
    ],
  })
})
test('commercial services without care are low, with care key; education without minors is key', () => {
  expect(answerOf({ sector: 'commerce', scenarios: [24] }).lane).toBe('low')
  expect(answerOf({ sector: 'commerce', scenarios: [24], people: ['persons_in_care'] }).lane).toBe('key')
  expect(answerOf({ sector: 'education', scenarios: [25] }).lane).toBe('key')
})
test('a pair that stands in no sector is answered and marked as not listed', () => {
  expect(answerOf({ sector: 'justice', scenarios: [20] }).scenarios[0]?.isListed).toBe(false)
  expect(answerOf({ sector: 'agriculture', scenarios: [20] }).scenarios[0]?.isListed).toBe(true)
})
test('an unknown sector and an inactive scenario are faults with their place', () => {
  expect(precheck(shippedCatalogue, { ...modest, sector: 'space' })).toEqual({
    ok: false,
    faults: [{ pointer: '/sector', code: 'precheck.sectorUnknown' }],
  })
  const closed = structuredClone(shippedCatalogue)
  for (const scenario of closed.scenarios.items) scenario.active = scenario.clause !== 16
  expect(precheck(closed, modest)).toEqual({ ok: false, faults: [{ pointer: '/scenarios/0', code: 'precheck.scenarioInactive' }] })
})
test.each([
  ['an unknown field', { colour: 'red' }],
  ['no scenario', { scenarios: [] }],
  ['a scenario twice', { scenarios: [16, 16] }],
  ['a clause that is no scenario', { scenarios: [14] }],
  ['a trait twice', { traits: ['anthropomorphic', 'anthropomorphic'] }],
  ['always asking and yet acting alone', { irreversible: 'often_alone' }],
])('%s is no answer', (_, change) => expect(PrecheckAnswers.safeParse({ ...modest, ...change }).success).toBe(false))

test('every set of answers makes facts that the rules accept, and every rule is reported once in all', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const facts of factsOfAnswers(answers)) expect(Facts.safeParse(facts).success).toBe(true)
      const answer = answerOf(answers)
      expect(new Set(answer.rules.map((rule) => rule.id)).size).toBe(answer.rules.length)
      expect(answer.rules.length).toBe(answer.scenarios[0]?.rules.length)
      expect(lanes.indexOf(answer.lane)).toBe(Math.max(...answer.scenarios.map((one) => lanes.indexOf(one.lane))))
    }),
    { numRuns: 100 },
  )
})
test('a code gives back the answers, however it is typed, and the answers give the same code again', () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), (answers, isRough) => {
      const code = codeOfAnswers(sectors, answers) ?? ''
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = isRough ? ` ${code.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase()} ` : code
      expect(answersOfCode(sectors, typed)).toEqual(answers)
      expect(codeOfAnswers(sectors, answersOfCode(sectors, code) ?? modest)).toBe(code)
    }),
  )
})
test('the order in which options were ticked does not change the code', () => {
  const code = codeOfAnswers(sectors, { ...modest, scenarios: [16, 22], people: ['minors', 'elderly'] })
  expect(codeOfAnswers(sectors, { ...modest, scenarios: [22, 16], people: ['elderly', 'minors'] })).toBe(code)
})
test('one mistyped character and two exchanged ones are always noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(anyAnswers, fc.nat(11), fc.nat(11), fc.nat(31), (answers, at, other, letter) => {
      const code = [...(codeOfAnswers(sectors, answers) ?? '').replaceAll('-', '')]
      const mistyped = code.with(at, alphabet[letter] ?? '')
      if (mistyped.join() !== code.join()) expect(answersOfCode(sectors, mistyped.join(''))).toBeNull()
      const exchanged = code.with(at, code[other] ?? '').with(other, code[at] ?? '')
      if (exchanged.join() !== code.join()) expect(answersOfCode(sectors, exchanged.join(''))).toBeNull()
    }),
  )
})
test('what is no code is none', () => {
  for (const text of ['', '-', 'AAAA', 'AAAA-AAAA-AAAA', '0000-0000-0000', '0000-0000-00000', '????-????-????'])
    expect(answersOfCode(sectors, text)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (text) => {
      answersOfCode(sectors, text)
    }),
  )
})
