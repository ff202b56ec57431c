// The agenda: whose turn a case is, and in which order a day's work is shown.
import { expect, test } from 'vitest'
import { type Filing, noFiling } from '../filing/state.ts'
import { obligationInitial } from '../obligation/state.ts'
import { recallInitial } from '../recall/state.ts'
import { turnFor } from './agenda.ts'
import { groupOf, inOrder } from './order.ts'

const filing = (more: Partial<Filing>): Filing => ({ ...noFiling, id: 'f', revisionHash: 'h2', ...more })
const me = (moves: string[], ownerId: string | null = null) => ({ personId: 'me', moves, ownerId })
const recommendation = { outcome: 'file', conditions: [], reasons: [], at: '', by: 'x', revisionHash: 'h2' } as const
const tier = {
  scenario: 29,
  lane: 'key',
  tier: 2,
  ruleLane: 'key',
  ruleTier: 2,
  rulesVersion: '1',
  firedRules: [],
  departure: null,
  at: '',
  by: 'x',
  revisionHash: 'h2',
} as const

test('a filing that was received waits for intake, and silence about the person in charge means anybody of intake', () => {
  const state = filing({ status: 'submitted' })
  expect(turnFor('filing', state, me(['accept']))?.why).toBe('filing.received')
  expect(turnFor('filing', state, me(['accept'], 'somebody'))).toBeNull()
  expect(turnFor('filing', state, me([]))).toBeNull()
})

test('a recommendation waits for any approver, whoever is in charge', () => {
  const state = filing({ status: 'under_review', tiers: [tier], recommendation })
  expect(turnFor('filing', state, me(['decide', 'returnToReviewer'], 'somebody'))).toMatchObject({
    command: 'decide',
    facts: { outcome: 'file' },
  })
})

test('what an approver sent back is named as sent back, but not when a new revision voided it', () => {
  const rounds = [{ recommendation, returned: 'condition 3 is unclear', at: '', by: 'y' }]
  expect(turnFor('filing', filing({ status: 'under_review', tiers: [tier], rounds }), me(['recommend'], 'me'))).toMatchObject({
    occasion: 'returned',
    facts: { reason: 'condition 3 is unclear' },
  })
  const old = [{ ...rounds[0]!, recommendation: { ...recommendation, revisionHash: 'h1' } }]
  expect(
    turnFor('filing', filing({ status: 'under_review', tiers: [tier], rounds: old }), me(['recommend', 'askConcurrence'], 'me'))?.why,
  ).toBe('filing.concurrenceToAsk')
})

test('in concurrence the sector officer is asked first, then the sector approver', () => {
  const asked = filing({ status: 'sector_concurrence', tiers: [tier] })
  expect(turnFor('filing', asked, me(['opine']))?.occasion).toBe('concurrence')
  const opinion = { verdict: 'concur', conditions: [], reasons: [], at: '', by: 's', authorityId: 'nhc', revisionHash: 'h2' } as const
  expect(turnFor('filing', { ...asked, opinion }, me(['opine']))).toBeNull()
  expect(turnFor('filing', { ...asked, opinion }, me(['concur']))).toMatchObject({ command: 'concur', facts: { verdict: 'concur' } })
})

test('a row of an older register waits for nobody', () => {
  const history = { source: 'other', row: '1', filingNo: null, filedOn: null, purpose: '', remark: '' } as const
  expect(turnFor('filing', filing({ status: 'submitted', history }), me(['accept']))).toBeNull()
})

test('an interim stop that was proposed comes before the step of the recall', () => {
  const recall = { ...recallInitial, status: 'suspected' as const, emergencyProposal: {} as never }
  expect(turnFor('recall', recall, me(['askAnalysis', 'orderEmergency']))?.command).toBe('orderEmergency')
})

test('overdue comes before today, today before what was sent back, and the week last', () => {
  const group = (dueOn: string | null, occasion: 'work' | 'returned' | 'report') => groupOf({ dueOn, occasion }, '2026-11-23', '2026-11-27')
  expect([
    group('2026-11-20', 'returned'),
    group('2026-11-23', 'report'),
    group('2026-11-25', 'returned'),
    group('2026-11-27', 'work'),
    group('2026-11-28', 'work'),
    group(null, 'work'),
  ]).toEqual(['overdue', 'today', 'returned', 'week', 'later', 'later'])
  const line = (group: ReturnType<typeof groupOf>, dueOn: string | null, openedAt: string | null) => ({ group, dueOn, openedAt })
  expect(
    inOrder([line('week', null, '2'), line('week', '2026-11-24', '9'), line('overdue', '2026-11-01', '1'), line('week', null, '1')]),
  ).toEqual([line('overdue', '2026-11-01', '1'), line('week', '2026-11-24', '9'), line('week', null, '1'), line('week', null, '2')])
})

test('a test of the cycle waits for nobody until the month before its day', () => {
  const planned = { ...obligationInitial, status: 'planned', testItemIds: ['TI-01'], cycleFrom: '2026-06-01', dueOn: '2026-12-01' } as const
  const on = (today: string) => turnFor('obligation', planned, { ...me(['assign']), today })
  expect(on('2026-10-31')).toBeNull()
  expect(on('2026-11-01')).toMatchObject({ why: 'obligation.retest', facts: { items: 1, last: '2026-06-01' } })
  expect(turnFor('obligation', { ...planned, cycleFrom: null }, { ...me(['assign']), today: '2026-10-31' })?.why).toBe('obligation.planned')
})
