// Tests of the plain-language label: every action in one column, with the conditions that bind the agent.
import { expect, test } from 'vitest'
import { publicLabel } from './label.ts'
import { authorityMix, modesUnder } from './matrix.ts'
import { specimenVersion as specimen } from './specimen.ts'

test('every action stands in exactly one column, in the order of the matrix', () => {
  const label = publicLabel(specimen.authorityMatrix)
  expect(label.alone.map((line) => line.id)).toEqual(['read-scan', 'draft-mark'])
  expect(label.asks.map((line) => line.id)).toEqual(['submit-mark'])
  expect(label.yours.map((line) => line.id)).toEqual(['publish-marks', 'contact-pupil'])
})

test('conditions are codes with facts: what binds the agent, in reading order', () => {
  const [asked] = publicLabel(specimen.authorityMatrix).asks
  expect(asked?.conditions).toEqual([
    { code: 'label.onlyIf', facts: { condition: specimen.authorityMatrix[2]?.condition } },
    { code: 'label.upTo', facts: { amount: 200, unit: 'times', per: 'day' } },
    { code: 'label.agreeing', facts: { consent: 'per_action' } },
    { code: 'label.told', facts: { notice: 'before_action' } },
    { code: 'label.stoppedBy', facts: { veto: 'hold_before_action' } },
  ])
})

test('what only the user decides carries no limit of the agent', () => {
  const [, , , kept] = specimen.authorityMatrix
  if (!kept) throw new Error('the specimen has such a row')
  const label = publicLabel([{ ...kept, condition: null, cap: { amount: 1, unit: 'yuan', per: 'day' }, notice: 'after_action' }])
  expect(label.yours).toEqual([{ id: kept.id, action: kept.action, category: kept.category, conditions: [] }])
})

test('what cannot be undone says so', () => {
  const [row] = specimen.authorityMatrix
  if (!row) throw new Error('the specimen has rows')
  const [line] = publicLabel([{ ...row, reversibility: 'irreversible' }]).alone
  expect(line?.conditions.at(-1)).toEqual({ code: 'label.cannotBeUndone', facts: {} })
})

test('the mix counts each mode and what is irreversible; a ceiling leaves open the modes up to it', () => {
  expect(authorityMix(specimen.authorityMatrix)).toEqual({
    user_only: 2,
    user_authorised: 1,
    autonomous: 2,
    irreversible: 2,
    irreversibleAlone: 0,
  })
  expect(modesUnder('user_authorised')).toEqual(['user_only', 'user_authorised'])
})
