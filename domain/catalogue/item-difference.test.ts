// Two editions differ in what was added, removed and changed, and in nothing else.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './content.ts'
import { itemDifferences } from './item-difference.ts'

const item = (id: string, more: object = {}) => ({ id, zh: id, en: id, ...more })

test('an item is known by its id, whatever its place', () => {
  expect(itemDifferences({ items: [item('a'), item('b')] }, { items: [item('b'), item('a')] })).toEqual([])
})

test('a changed item names each place that differs, with before and after', () => {
  const [found] = itemDifferences(
    { items: [item('a', { threshold: { value: 1, op: 'gte' } })] },
    { items: [item('a', { threshold: { op: 'gte', value: 2 } })] },
  )
  expect(found).toEqual({ part: 'items', key: 'a', kind: 'changed', fields: [{ path: 'threshold.value', before: 1, after: 2 }] })
})

test('what is only in one edition was added or removed', () => {
  const found = itemDifferences({ items: [item('a')], publishedUntil: '2026-12-31' }, { items: [item('b')], publishedUntil: '2027-12-31' })
  expect(found.map(({ part, key, kind }) => [part, key, kind])).toEqual([
    ['items', 'b', 'added'],
    ['publishedUntil', 'publishedUntil', 'changed'],
    ['items', 'a', 'removed'],
  ])
})

test('the order of the keys of an item is no difference, and nothing differs from itself', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), n: fc.integer(), list: fc.array(fc.integer(), { maxLength: 3 }) }),
        { maxLength: 8 },
      ),
      (items) => {
        const turned = items.map(({ id, n, list }) => ({ list, n, id }))
        expect(itemDifferences({ items }, { items: turned })).toEqual([])
      },
    ),
  )
})

test('it finds the same items as the rule that a proposal is judged by', () => {
  const content = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), n: fc.integer({ min: 0, max: 2 }) }), {
    selector: (one) => one.id,
  })
  fc.assert(
    fc.property(content, content, (before, after) => {
      const found = itemDifferences({ items: before }, { items: after })
      const of = (kind: string) =>
        found
          .filter((one) => one.kind === kind)
          .map((one) => one.key)
          .sort()
      const { added, removed, changed } = changesBetween({ items: before }, { items: after })
      expect([of('added'), of('removed'), of('changed')]).toEqual([[...added].sort(), [...removed].sort(), [...changed].sort()])
    }),
  )
})
