// The wording check: what makes a risk look smaller is found in both languages, whole words only, and the list is clean.
import { expect, test } from 'vitest'
import phrases from './softening.json'
import { softeningIn, softeningKinds, softens } from './softening.ts'

const found = (text: string) => softens(text).map((one) => one.phrase)

test('the words that the rule on recall notices names are found', () => {
  expect(found('This voluntary, precautionary recall concerns rare situations.')).toEqual(['precautionary', 'voluntary'])
  expect(found('In rare situations it pays twice; there were no reported accidents.')).toEqual([
    'no reported accidents',
    'in rare situations',
  ])
  expect(found('此次召回系自愿召回，属预防性措施，仅在极少数情况下发生。')).toEqual(['极少数情况', '预防性', '自愿'])
})

test('a plain statement of the hazard passes', () => {
  expect(found('PayPilot 2.3.0 to 2.4.1 may pay without asking. Stop using payment.')).toEqual([])
  expect(found('智能付 2.3.0 至 2.4.1 会未经同意付款，请立即停用付款功能。')).toEqual([])
})

test('whole words only, whatever their case, spaces or width', () => {
  expect(found('An involuntary stop.')).toEqual([])
  expect(found('VOLUNTARY   stop')).toEqual(['voluntary'])
  expect(found('as  a\nprecaution')).toEqual(['as a precaution'])
  expect(found('ｖｏｌｕｎｔａｒｙ')).toEqual(['voluntary'])
  expect(found('自 愿')).toEqual(['自愿'])
})

test('of two phrases, one in the other, the longer is named', () => {
  expect(found('a small glitch')).toEqual(['small glitch'])
})

test('each finding says in which text of the notice it stands', () => {
  const plain = { zh: '立即停用', en: 'Stop using it' }
  const notice = {
    facts: plain,
    hazard: { zh: '轻微风险', en: 'A minor issue' },
    harm: plain,
    whatUsersMustDo: plain,
    whatCompanyWillDo: plain,
  }
  expect(softeningIn(notice).map(({ field, phrase }) => [field, phrase])).toEqual([
    ['hazard.zh', '轻微'],
    ['hazard.en', 'minor issue'],
  ])
})

test('the list has no phrase twice, all lower case, each of a known kind', () => {
  expect(new Set(phrases.map((one) => one.phrase)).size).toBe(phrases.length)
  for (const { phrase, why } of phrases) {
    expect(phrase).toBe(phrase.normalize('NFKC').toLowerCase().trim())
    expect(softeningKinds).toContain(why)
  }
})
