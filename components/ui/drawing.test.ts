// What the drawn parts compute: where labels stand, how a number is split, how a code is drawn.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitNumber } from './number.tsx'
import { qrPath } from './qr.tsx'
import { spreadLabels } from './recall-curve.tsx'
import { fillOf } from './scenario-matrix.tsx'
import { hrefWith } from './switches.tsx'

test('labels at the end of the bands stand where the drawing has them', () => {
  expect(spreadLabels([133.9, 53.9, 37.9, 30.3, 25.4])).toEqual([133.9, 61, 44, 27, 10])
})

test('no label hides another, none leaves the drawing at the top', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 24, max: 202, noNaN: true }), { maxLength: 5 }), (middles) => {
      const places = spreadLabels([...middles].sort((one, other) => other - one))
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(10)
        if (index > 0) expect((places[index - 1] ?? 0) - place).toBeGreaterThanOrEqual(16.999)
      }
    }),
  )
})

test('people say the serial: of a recall with its class, of a filing with its check character', () => {
  expect(splitNumber('AGF-110000-26-2026-000417C')).toEqual(['AGF-110000-26-2026-', '000417C'])
  expect(splitNumber('AGR-2026-0042-I')).toEqual(['AGR-2026-', '0042-I'])
  expect(splitNumber('X7')).toEqual(['', 'X7'])
})

test('a code is drawn module by module, dark ones and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }), (modules) => {
      const drawn = modules.map((line) => line.map(() => false))
      for (const [, x, y, length] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
        for (let at = 0; at < Number(length); at++) {
          const line = drawn[Number(y)]
          if (line) line[Number(x) + at] = true
        }
      }
      expect(drawn).toEqual(modules)
    }),
  )
})

test('a fuller cell has never a lighter fill', () => {
  expect([1, 4, 5, 9, 10, 24, 25, 49, 50, 9000].map(fillOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
})

test('a switch changes its own parameter and keeps the rest of the address', () => {
  expect(hrefWith('?q=a%26b&lang=zh', 'lang', 'en')).toBe('?q=a%26b&lang=en')
  expect(hrefWith('', 'theme', 'dark')).toBe('?theme=dark')
})
