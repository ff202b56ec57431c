// Two wordings of one value as pieces.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, type TextPiece } from './text-pieces.ts'

const textOf = (pieces: readonly TextPiece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : Object.values(piece)[0])).join('')

test('the pieces of a side are its whole text, whatever the other side says', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), fc.boolean(), (before, after, loosens) => {
      const pieces = piecesOf(before, after, loosens)
      expect(textOf(pieces.before)).toBe(before)
      expect(textOf(pieces.after)).toBe(after)
    }),
  )
})

test('what both sides share is marked on neither', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(piecesOf(text, text, true).after.every((piece) => typeof piece === 'string')).toBe(true)
    }),
  )
})

test('only what changed is marked: by characters in Han, by words in Latin', () => {
  expect(piecesOf('急症提示拨打 120', '急症须中断对话并拨打 120', false).after).toEqual(['急症', { ins: '须中断对话并' }, '拨打 120'])
  expect(piecesOf('asks the user first', 'asks the patient first', true)).toEqual({
    before: ['asks the ', { del: 'user' }, ' first'],
    after: ['asks the ', { up: 'patient' }, ' first'],
  })
})

test('two values that share almost nothing are shown whole', () => {
  expect(piecesOf('先问再做', '自行决定', true)).toEqual({ before: [{ del: '先问再做' }], after: [{ up: '自行决定' }] })
  expect(piecesOf('', 'new', false)).toEqual({ before: [], after: [{ ins: 'new' }] })
})
