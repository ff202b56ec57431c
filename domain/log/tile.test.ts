// Tiles: the examples of C2SP tlog-tiles, paths that have one spelling, bundles that read back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBundle, parseTile, parseTilePath, printBundle, printTile, type Tile, tilePath, tilesBetween, tileWidthAt } from './tile.ts'

test('paths are those of the specification', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
  expect(tilePath({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17')
  expect(tilePath({ level: 'entries', index: 999, width: 1 })).toBe('tile/entries/999.p/1')
  expect(tilePath({ level: 'entries', index: 1_000, width: 256 })).toBe('tile/entries/x001/000')
})

test('a tree of 70,000 has the tiles that the specification counts', () => {
  const tiles = tilesBetween(0, 70_000)
  const at = (level: Tile['level']) => tiles.filter((tile) => tile.level === level)
  expect(at(0).filter(({ width }) => width === 256)).toHaveLength(273)
  expect(at(0).at(-1)).toEqual({ level: 0, index: 273, width: 112 })
  expect(at(1)).toEqual([
    { level: 1, index: 0, width: 256 },
    { level: 1, index: 1, width: 17 },
  ])
  expect(at(2)).toEqual([{ level: 2, index: 0, width: 1 }])
  expect(at('entries')).toEqual(at(0).map((tile) => ({ ...tile, level: 'entries' })))
  expect(tiles).toHaveLength(274 * 2 + 3)
  expect(tilesBetween(0, 256)).toEqual([
    { level: 'entries', index: 0, width: 256 },
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ])
  expect(tilesBetween(0, 0)).toEqual([])
})

test('what changed between two sizes, laid over the old tiles, is what the new tree has', () => {
  const sizes = fc.nat(200_000)
  fc.assert(
    fc.property(sizes, sizes, (a, b) => {
      const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)]
      const key = ({ level, index }: Tile) => `${level}/${index}`
      const laid = new Map([...tilesBetween(0, oldSize), ...tilesBetween(oldSize, newSize)].map((tile) => [key(tile), tile.width]))
      expect(laid).toEqual(new Map(tilesBetween(0, newSize).map((tile) => [key(tile), tile.width])))
      for (const tile of tilesBetween(oldSize, newSize)) expect(tile.width).toBeGreaterThan(tileWidthAt(tile.level, tile.index, oldSize))
    }),
    { numRuns: 50 },
  )
})

test('every tile has one path, and reads back from it', () => {
  const tiles = fc.record({
    level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
    index: fc.oneof(fc.nat(2_000), fc.maxSafeNat()),
    width: fc.integer({ min: 1, max: 256 }),
  })
  fc.assert(
    fc.property(tiles, (tile) => {
      expect(parseTilePath(tilePath(tile))).toEqual(tile)
    }),
  )
})

test.each([
  '',
  'tile',
  'tile/0',
  'tile/0/',
  '/tile/0/000',
  'tile/0/000/',
  'tile/0/00',
  'tile/0/0000',
  'tile/00/000',
  'tile/64/000',
  'tile/-1/000',
  'tile/x/000',
  'tile/0/x000/000',
  'tile/0/001/000',
  'tile/0/x001',
  'tile/0/X001/000',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/01',
  'tile/0/000.p/',
  'tile/0/000.p/257',
  'tile/0/000.p/1/',
  'tile/0/000.P/1',
  'tile/entry/000',
  'tile/0/000?',
  'tile/0/../000',
  'tile/0/000\n',
  'tile/0/x999/x999/x999/x999/x999/999',
  'tile/0/x001/x000/x000/x000/x000/x000/000',
  'tile/0/\u0661\u0661\u0661',
])('the path %j is refused', (path) => {
  expect(parseTilePath(path)).toBeNull()
})

test('a tile is as wide as the tree makes it', () => {
  expect([0, 1, 255, 256, 257].map((size) => tileWidthAt(0, 0, size))).toEqual([0, 1, 255, 256, 256])
  expect([255, 256, 65_535, 65_536].map((size) => tileWidthAt(1, 0, size))).toEqual([0, 1, 255, 256])
  expect(tileWidthAt(0, 1, 256)).toBe(0)
  expect(tileWidthAt('entries', 1, 300)).toBe(44)
  expect(tileWidthAt(63, 0, 2 ** 52)).toBe(0)
})

test('tiles and bundles read back, and with bytes missing or left over they are refused', () => {
  const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 256 })
  const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(hashes, entries, (tile, bundle) => {
      const [hashBytes, entryBytes] = [printTile(tile), printBundle(bundle)]
      expect(parseTile(hashBytes, tile.length)).toEqual(tile.map((hash) => Buffer.from(hash)))
      expect(parseBundle(entryBytes, bundle.length)).toEqual(bundle.map((entry) => Buffer.from(entry)))
      for (const spoil of [(bytes: Buffer) => bytes.subarray(0, -1), (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])]) {
        expect(parseTile(spoil(hashBytes), tile.length)).toBeNull()
        expect(parseBundle(spoil(entryBytes), bundle.length)).toBeNull()
      }
      expect(parseTile(hashBytes, tile.length + 1)).toBeNull()
      expect(parseBundle(entryBytes, bundle.length + 1)).toBeNull()
      expect(parseBundle(entryBytes, bundle.length - 1)).toBeNull()
    }),
  )
})

test('a bundle holds entries of up to 65535 bytes, its length prefix big-endian', () => {
  expect(printBundle([Buffer.from('ab'), Buffer.alloc(0), Buffer.alloc(258, 7)]).subarray(0, 8)).toEqual(
    Buffer.of(0, 2, 97, 98, 0, 0, 1, 2),
  )
  const longest = Buffer.alloc(65_535, 1)
  expect(parseBundle(printBundle([longest, longest]), 2)).toEqual([longest, longest])
  expect(() => printBundle([Buffer.alloc(65_536)])).toThrow(RangeError)
  expect(() => printBundle([])).toThrow(RangeError)
  expect(() => printTile([])).toThrow(RangeError)
  expect(() => printTile([Buffer.alloc(31)])).toThrow(RangeError)
  expect(() => printTile(Array.from({ length: 257 }, () => Buffer.alloc(32)))).toThrow(RangeError)
})
