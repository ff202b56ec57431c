// Tiles and entry bundles (C2SP tlog-tiles): the log as static files, their paths, what each holds, how it is written.
import { MAX_ENTRY_BYTES } from './entry.ts'
import { parseDecimal } from './line.ts'
import { HASH_BYTES } from './tree.ts'

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256
/** Tree levels from one tile level to the next. */
export const TILE_HEIGHT = 8

/** Tile `index` of `level` (0–63), or the bundle of `entries` with that index; `width` hashes or entries, 256 when full. */
export type Tile = { level: number | 'entries'; index: number; width: number }

/** Path of a tile below the log's prefix: `tile/<L>/<N>[.p/<W>]` with N in groups of three, all but the last marked x. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** Reads a path; null unless it is the one path that the spec gives to some tile. */
export function parseTilePath(path: string): Tile | null {
  const [, level, name, partial] = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const number = level === 'entries' ? level : parseDecimal(level ?? '')
  if (!name || number === null || (number !== 'entries' && number > 63)) return null
  const tile: Tile = {
    level: number,
    index: Number(name.replace(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  }
  if (!Number.isSafeInteger(tile.index) || tile.width < 1 || tile.width > TILE_WIDTH) return null
  return tilePath(tile) === path ? tile : null
}

/** How many hashes (or entries) a tile has in the tree of `size` leaves, 0–256. A tile may be served if its width is no more. */
export function tileWidthAt(level: Tile['level'], index: number, size: number): number {
  return Math.min(TILE_WIDTH, Math.max(0, Math.floor(size / leavesPerHash(level)) - index * TILE_WIDTH))
}

/** The stored nodes in a tile, or the leaves in a bundle (then `level` is 0): `count` of them at tree level `level`, from index `from`. */
export const nodesOfTile = ({ level, index, width }: Tile): { level: number; from: number; count: number } => ({
  level: level === 'entries' ? 0 : level * TILE_HEIGHT,
  from: index * TILE_WIDTH,
  count: width,
})

/** Tiles and bundles that are new or wider in the tree of `newSize` than in that of `oldSize`; from 0, all that there are. */
export function tilesBetween(oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = []
  for (const level of ['entries', 0, 1, 2, 3, 4, 5, 6] as const) {
    const [before, after] = [oldSize, newSize].map((size) => Math.floor(size / leavesPerHash(level))) as [number, number]
    if (before >= after) continue
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index += 1)
      tiles.push({ level, index, width: tileWidthAt(level, index, newSize) })
  }
  return tiles
}

/** Content of a tile: its hashes one after the other. Throws RangeError unless there are 1–256 hashes of 32 bytes. */
export function printTile(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length < 1 || hashes.length > TILE_WIDTH || hashes.some((hash) => hash.length !== HASH_BYTES))
    throw new RangeError('a tile has 1 to 256 hashes of 32 bytes')
  return Buffer.concat(hashes)
}

/** The hashes of a tile that should have `width` of them; null on any other length. */
export function parseTile(bytes: Uint8Array, width: number): Buffer[] | null {
  if (bytes.length !== width * HASH_BYTES || width < 1 || width > TILE_WIDTH) return null
  return Array.from({ length: width }, (_, at) => Buffer.from(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)))
}

/** Content of an entry bundle: each entry after its length in two bytes, big-endian. Throws RangeError on a longer entry or no 1–256 of them. */
export function printBundle(entries: readonly Uint8Array[]): Buffer {
  if (entries.length < 1 || entries.length > TILE_WIDTH || entries.some((entry) => entry.length > MAX_ENTRY_BYTES))
    throw new RangeError('a bundle has 1 to 256 entries of at most 65535 bytes')
  return Buffer.concat(entries.flatMap((entry) => [Buffer.of(entry.length >> 8, entry.length & 0xff), entry]))
}

/** The entries of a bundle that should have `width` of them; null when bytes are missing or left over. */
export function parseBundle(bytes: Uint8Array, width: number): Buffer[] | null {
  const bundle = Buffer.from(bytes)
  const entries: Buffer[] = []
  let at = 0
  while (at + 2 <= bundle.length && entries.length < width) {
    const end = at + 2 + bundle.readUInt16BE(at)
    if (end > bundle.length) return null
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return at === bundle.length && entries.length === width && width >= 1 && width <= TILE_WIDTH ? entries : null
}

const leavesPerHash = (level: Tile['level']) => (level === 'entries' ? 1 : TILE_WIDTH ** level)
