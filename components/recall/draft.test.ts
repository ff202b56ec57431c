// The builder of a recall sends only what the API reads, in an order that the rules allow, and never with a field missing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recallCommands } from '#domain/recall/command'
import { classFault } from '#domain/recall/fault'
import { classCriterionNames, recallMeasures } from '#domain/recall/vocabulary'
import { blankDraft, classAsked, commandsOf, type Draft, missingIn, scopeOf } from './draft.ts'

const both = (text: string) => ({ zh: text, en: text })
const subject = { agentId: 'a1', organisationId: 'o1', region: '110000' }
const hash = 'ab'.repeat(32)
const full = (more: Partial<Draft> = {}): Draft => ({
  ...blankDraft('2026-11-25', 'finance', '21'),
  howFound: 'seventeen complaints',
  questions: 'How is consent asked?',
  reason: 'people lose money',
  reviewOn: '2026-12-10',
  riskCodes: ['AIA01'],
  range: '>=2.3.0 <2.4.2',
  class: 'I',
  criteria: ['mass_property_loss'],
  texts: {
    facts: both('f'),
    hazard: both('h'),
    harm: both('d'),
    whatUsersMustDo: both('u'),
    whatCompanyWillDo: both('c'),
    costs: both('k'),
  },
  contact: { name: 'desk', phone: '12345', address: '' },
  legalBasis: 'Opinions, clause 13\n\n Order 9 \n',
  ...more,
})
const parses = ({ command, body }: { command: string; body: object }) =>
  recallCommands[command as keyof typeof recallCommands].safeParse(body)

test('every command of every way is what the API reads', () => {
  for (const path of ['ask', 'investigate', 'emergency'] as const) {
    const draft = full({ path })
    expect(missingIn(draft, 'new', 'check')).toEqual([])
    const planned = commandsOf(draft, 'new', subject)
    expect(planned[0]?.command).toBe('create')
    for (const one of planned) expect(parses(one).success, `${path} ${one.command}`).toBe(true)
  }
  for (const mode of ['draft', 'expand'] as const) {
    expect(missingIn(full(), mode, 'check')).toEqual([])
    for (const one of commandsOf(full(), mode, subject)) expect(parses(one).success, one.command).toBe(true)
  }
})

test('what the steps call missing is refused by the schema, so nobody is sent on with it', () => {
  const gaps: Partial<Draft>[] = [
    { howFound: ' ' },
    { questions: '' },
    { riskCodes: [] },
    { criteria: [] },
    { class: '' },
    { legalBasis: '\n' },
    { texts: { ...full().texts, hazard: { zh: 'h', en: ' ' } } },
  ]
  for (const gap of gaps) {
    const draft = full(gap)
    expect(missingIn(draft, 'new', 'check').length, JSON.stringify(gap)).toBe(1)
    expect(commandsOf(draft, 'new', subject).every((one) => parses(one).success)).toBe(false)
  }
})

test('a scope needs a range, a version or the component at fault', () => {
  expect(missingIn(full({ range: '' }), 'new', 'scope')).toEqual(['range'])
  expect(missingIn(full({ range: '', versionHashes: [hash] }), 'new', 'scope')).toEqual([])
  const cause = { kind: 'tool', name: 'pay.transfer', version: '', hash: '' }
  expect(missingIn(full({ range: '', cause, byComponent: true }), 'new', 'scope')).toEqual([])
  expect(scopeOf(full({ cause, byComponent: false })).component).toBeNull()
})

test('an exempt version without its reason is asked for, and never sent', () => {
  const draft = full({ exempt: [{ versionHash: hash, reason: '' }] })
  expect(missingIn(draft, 'new', 'scope')).toEqual(['exempt'])
  expect(scopeOf(draft).exempt).toEqual([])
})

test('the class that the criteria ask for is never one that the rule refuses', () => {
  fc.assert(
    fc.property(fc.subarray([...classCriterionNames], { minLength: 1 }), (criteria) => {
      const asked = classAsked(criteria)
      expect(asked).not.toBeNull()
      if (asked) expect(classFault({ class: asked, criteria: criteria as [(typeof criteria)[number], ...typeof criteria] })).toBeNull()
    }),
  )
})

test('a target date goes with a chosen measure only', () => {
  fc.assert(
    fc.property(fc.subarray([...recallMeasures], { minLength: 1 }), fc.subarray([...recallMeasures]), (measures, dated) => {
      const draft = full({ path: 'investigate', measures, targets: Object.fromEntries(dated.map((measure) => [measure, '2026-12-31'])) })
      const notice = commandsOf(draft, 'new', subject).at(-1)?.body as { targetDates: { measure: string }[] }
      expect(notice.targetDates.every(({ measure }) => (measures as string[]).includes(measure))).toBe(true)
    }),
  )
})
