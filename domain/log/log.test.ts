// The tree against a slow twin written straight from RFC 6962 2.1, against published cases, and against spoiled proofs.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendLeaf, appendLeaves, emptyFrontier, frontierOf, parseFrontier, printFrontier, rootOfFrontier } from './frontier.ts'
import { nodesOfTile, parseTile, parseTilePath, printTile, tilePath, tilesBetween, tileWidthAt } from './tile.ts'
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  nodesForLeaf,
  type ReadNode,
  rootOf,
  sha256,
  sha256By,
  verifyConsistency,
  verifyInclusion,
} from './tree.ts'

// The slow twin: the definitions of RFC 6962 2.1, 2.1.1 and 2.1.2 over a whole list, nothing stored, its own hashing.
const slowHash = (...parts: Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const cut = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1)
type Slow = (from: number, to: number) => Buffer
function slowTree(entries: readonly Buffer[]): Slow {
  const known = new Map<string, Buffer>()
  const mth: Slow = (from, to) => {
    const key = `${from}-${to}`
    const middle = from + cut(to - from)
    const hash =
      known.get(key) ??
      (to === from
        ? slowHash()
        : to - from === 1
          ? slowHash(Buffer.of(0), entries[from] as Buffer)
          : slowHash(Buffer.of(1), mth(from, middle), mth(middle, to)))
    known.set(key, hash)
    return hash
  }
  return mth
}
function slowPath(mth: Slow, m: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return []
  const k = cut(to - from)
  return m < k ? [...slowPath(mth, m, from, from + k), mth(from + k, to)] : [...slowPath(mth, m - k, from + k, to), mth(from, from + k)]
}
function slowSubproof(mth: Slow, m: number, from: number, to: number, whole: boolean): Buffer[] {
  const n = to - from
  if (m === n) return whole ? [] : [mth(from, to)]
  const k = cut(n)
  return m <= k
    ? [...slowSubproof(mth, m, from, from + k, whole), mth(from + k, to)]
    : [...slowSubproof(mth, m - k, from + k, to, false), mth(from, from + k)]
}

const entriesUpTo = (size: number) => Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}`))

/** Stored nodes of a tree that grew leaf by leaf; `reads` counts what was asked. */
function grow(entries: readonly Buffer[]) {
  const nodes = new Map<string, Buffer>()
  let reads = 0
  const readNode: ReadNode = (level, index) => {
    reads += 1
    const hash = nodes.get(`${level}/${index}`)
    if (!hash) throw new Error(`no node ${level}/${index}`)
    return hash
  }
  for (const [at, entry] of entries.entries())
    for (const { level, index, hash } of nodesForLeaf(at, leafHash(entry), readNode)) nodes.set(`${level}/${index}`, hash)
  const readsOf = (work: () => unknown) => {
    reads = 0
    work()
    return reads
  }
  return { nodes, readNode, readsOf }
}

/** Hashes as text: comparing strings is a hundred times faster than comparing buffers deeply. */
const hexOf = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex')).join(' ')

const big = entriesUpTo(2_100)
const bigTree = grow(big)
const bigSlow = slowTree(big)
const hex = (hash: string) => Buffer.from(hash, 'hex')
const base64 = (hash: string) => Buffer.from(hash, 'base64')
const flip = (bytes: Buffer, bit: number) => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
  return copy
}

/** Every way to spoil a list of hashes: a bit of each, one less, one more (known, foreign, empty, short), two swapped. */
function spoils(proof: readonly Buffer[], others: readonly Buffer[]): Buffer[][] {
  const spoilt: Buffer[][] = []
  for (const [at, hash] of proof.entries()) {
    for (let bit = 0; bit < 256; bit += 17) spoilt.push(proof.with(at, flip(hash, bit)))
    spoilt.push(proof.toSpliced(at, 1), proof.with(at, hash.subarray(0, 31)), proof.with(at, Buffer.concat([hash, Buffer.of(0)])))
    for (let other = at + 1; other < proof.length; other += 1) spoilt.push(proof.with(at, proof[other] as Buffer).with(other, hash))
  }
  for (let at = 0; at <= proof.length; at += 1)
    for (const more of [...others, Buffer.alloc(0), Buffer.alloc(32)]) spoilt.push(proof.toSpliced(at, 0, more))
  return spoilt
}

describe('published cases', () => {
  // The leaves and roots of the reference implementation of Certificate Transparency.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex)
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ].map(hex)
  const { readNode } = grow(leaves)
  const root = (size: number) => roots[size] as Buffer

  test('the roots of 0 to 8 leaves are the published ones', () => {
    expect(roots.map((_, size) => rootOf(size, readNode))).toEqual(roots)
    expect(emptyRoot()).toEqual(root(0))
    expect(roots.slice(1).map((_, at) => appendLeaves(emptyFrontier, leaves.slice(0, at + 1).map(leafHash)).root)).toEqual(roots.slice(1))
  })

  // Happy paths of transparency-dev/merkle, testdata/inclusion and testdata/consistency.
  test.each([
    [
      0,
      8,
      [
        'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
      ],
    ],
    [
      5,
      8,
      [
        'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
        'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
        '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      ],
    ],
    [2, 3, ['+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=']],
    [
      1,
      5,
      [
        'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      ],
    ],
  ])('the inclusion proof of leaf %i in %i is the published one', (index, size, encoded) => {
    const proof = encoded.map(base64)
    expect(inclusionProof(index, size, readNode)).toEqual(proof)
    expect(verifyInclusion(index, size, leafHash(leaves[index] as Buffer), proof, root(size))).toBe(true)
  })

  test.each([
    [
      1,
      8,
      [
        'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
      ],
    ],
    [
      6,
      8,
      [
        'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
        'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
        '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      ],
    ],
    [2, 5, ['Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=', 'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=']],
  ])('the consistency proof from %i to %i is the published one', (oldSize, newSize, encoded) => {
    const proof = encoded.map(base64)
    expect(consistencyProof(oldSize, newSize, readNode)).toEqual(proof)
    expect(verifyConsistency(oldSize, newSize, root(oldSize), root(newSize), proof)).toBe(true)
  })
})

describe('the tree and its slow twin', { timeout: 60_000 }, () => {
  test('every stored node is the twin\u2019s hash of its leaves, and no other node is stored', () => {
    for (let size = 0; size <= 300; size += 1) {
      const { nodes } = grow(big.slice(0, size))
      let complete = 0
      for (let leaves = 1; leaves <= size; leaves *= 2) complete += Math.floor(size / leaves)
      expect(nodes.size).toBe(complete)
    }
    for (const [name, hash] of bigTree.nodes) {
      const [level, index] = name.split('/').map(Number) as [number, number]
      expect(hash.equals(bigSlow(index * 2 ** level, (index + 1) * 2 ** level))).toBe(true)
    }
  })

  test('a new leaf reads one node per level that it climbs', () => {
    for (let position = 0; position < 300; position += 1) {
      let nodes = 0
      const reads = bigTree.readsOf(() => {
        nodes = nodesForLeaf(position, leafHash(big[position] as Buffer), bigTree.readNode).length
      })
      expect(reads).toBe(nodes - 1)
      expect(reads).toBeLessThanOrEqual(Math.log2(position + 1))
    }
  })

  test('roots, proofs and their verification agree for every index and size up to 70', () => {
    for (let size = 0; size <= 70; size += 1) {
      const root = rootOf(size, bigTree.readNode)
      expect(root).toEqual(bigSlow(0, size))
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, bigTree.readNode)
        expect(hexOf(proof)).toBe(hexOf(slowPath(bigSlow, index, 0, size)))
        expect(verifyInclusion(index, size, bigSlow(index, index + 1), proof, root)).toBe(true)
      }
    }
  })

  test('consistency proofs agree and verify for all m <= n <= 70', () => {
    for (let newSize = 0; newSize <= 70; newSize += 1)
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(oldSize, newSize, bigTree.readNode)
        expect(hexOf(proof)).toBe(hexOf(oldSize === 0 ? [] : slowSubproof(bigSlow, oldSize, 0, newSize, true)))
        expect(verifyConsistency(oldSize, newSize, bigSlow(0, oldSize), bigSlow(0, newSize), proof)).toBe(true)
      }
  })

  test('random sizes up to 2100: the same, with at most two reads a level', () => {
    const sizes = fc.integer({ min: 1, max: big.length })
    fc.assert(
      fc.property(sizes, fc.nat(), sizes, (size, draw, other) => {
        const index = draw % size
        const [oldSize, newSize] = [Math.min(size, other), Math.max(size, other)]
        const mostReads = 2 * Math.ceil(Math.log2(newSize)) + 1
        const root = rootOf(size, bigTree.readNode)
        const path = inclusionProof(index, size, bigTree.readNode)
        const bridge = consistencyProof(oldSize, newSize, bigTree.readNode)
        expect(root).toEqual(bigSlow(0, size))
        expect(hexOf(path)).toBe(hexOf(slowPath(bigSlow, index, 0, size)))
        expect(hexOf(bridge)).toBe(hexOf(slowSubproof(bigSlow, oldSize, 0, newSize, true)))
        expect(verifyInclusion(index, size, bigSlow(index, index + 1), path, root)).toBe(true)
        expect(verifyConsistency(oldSize, newSize, bigSlow(0, oldSize), bigSlow(0, newSize), bridge)).toBe(true)
        expect(bigTree.readsOf(() => inclusionProof(index, size, bigTree.readNode))).toBeLessThanOrEqual(mostReads)
        expect(bigTree.readsOf(() => consistencyProof(oldSize, newSize, bigTree.readNode))).toBeLessThanOrEqual(mostReads)
      }),
    )
  })

  test('sizes beyond 32 bits work: a tree of equal leaves, up to 2^52 of them', () => {
    const same = [leafHash(Buffer.from('same'))]
    for (let level = 1; level <= 52; level += 1) same.push(nodeHash(same[level - 1] as Buffer, same[level - 1] as Buffer))
    const readNode: ReadNode = (level) => same[level] as Buffer
    const known = new Map<number, Buffer>([[1, same[0] as Buffer]])
    const slowOfSize = (size: number): Buffer => {
      let left = 1
      while (left * 2 < size) left *= 2
      const hash = known.get(size) ?? slowHash(Buffer.of(1), slowOfSize(left), slowOfSize(size - left))
      known.set(size, hash)
      return hash
    }
    const sizes = fc.oneof(
      fc.maxSafeNat().map((n) => 1 + (n % 2 ** 52)),
      fc.tuple(fc.nat(51), fc.integer({ min: -2, max: 2 })).map(([power, by]) => Math.max(1, 2 ** power + by)),
    )
    fc.assert(
      fc.property(sizes, fc.maxSafeNat(), sizes, (size, draw, other) => {
        const [oldSize, newSize] = [Math.min(size, other), Math.max(size, other)]
        const [oldRoot, newRoot] = [rootOf(oldSize, readNode), rootOf(newSize, readNode)]
        expect(newRoot).toEqual(slowOfSize(newSize))
        const path = inclusionProof(draw % size, size, readNode)
        expect(verifyInclusion(draw % size, size, same[0] as Buffer, path, rootOf(size, readNode))).toBe(true)
        expect(verifyConsistency(oldSize, newSize, oldRoot, newRoot, consistencyProof(oldSize, newSize, readNode))).toBe(true)
      }),
    )
  })

  test('asking for what cannot be is an error, and a damaged store is noticed', () => {
    const { readNode } = bigTree
    for (const [index, size] of [
      [0, 0],
      [5, 5],
      [-1, 5],
      [0.5, 5],
      [0, -1],
      [0, Number.NaN],
    ] as const)
      expect(() => inclusionProof(index, size, readNode)).toThrow(RangeError)
    expect(() => consistencyProof(6, 5, readNode)).toThrow(RangeError)
    expect(() => rootOf(-1, readNode)).toThrow(RangeError)
    expect(() => nodesForLeaf(1.5, Buffer.alloc(32), readNode)).toThrow(RangeError)
    expect(() => rootOf(4, () => Buffer.alloc(31))).toThrow('absent or damaged')
    expect(() => nodeHash(Buffer.alloc(32), Buffer.alloc(33))).toThrow(RangeError)
  })

  test('the one-shot hash and the fallback agree', () => {
    const fallback = sha256By(undefined)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fallback(bytes)).toEqual(sha256(bytes))
        expect(sha256(bytes)).toEqual(slowHash(bytes))
      }),
    )
  })
})

describe('the frontier', { timeout: 60_000 }, () => {
  test('it completes the same nodes and reaches the same root as the stored tree, leaf by leaf and in groups', () => {
    let frontier = emptyFrontier
    const nodes = new Map<string, Buffer>()
    for (let size = 1; size <= 300; size += 1) {
      const appended = appendLeaf(frontier, leafHash(big[size - 1] as Buffer))
      frontier = appended.frontier
      for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash)
      expect(hexOf([appended.root])).toBe(hexOf([rootOf(size, bigTree.readNode)]))
      expect(printFrontier(frontier)).toBe(printFrontier(frontierOf(size, bigTree.readNode)))
    }
    expect(nodes).toEqual(grow(big.slice(0, 300)).nodes)
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const before = frontierOf(start, bigTree.readNode)
        const group = appendLeaves(before, big.slice(start, end).map(leafHash))
        expect(printFrontier(before)).toBe(printFrontier(frontierOf(start, bigTree.readNode)))
        expect(printFrontier(group.frontier)).toBe(printFrontier(frontierOf(end, bigTree.readNode)))
        expect(group.root).toEqual(bigSlow(0, end))
        expect(rootOfFrontier(group.frontier)).toEqual(group.root)
        const stored = group.nodes.map(({ level, index }) => bigTree.nodes.get(`${level}/${index}`) as Buffer)
        expect(hexOf(group.nodes.map(({ hash }) => hash))).toBe(hexOf(stored))
      }),
    )
  })

  test('it reads back from its text, and altered text is refused', () => {
    for (const size of [0, 1, 2, 3, 255, 256, 257, 300]) {
      const frontier = frontierOf(size, bigTree.readNode)
      expect(parseFrontier(printFrontier(frontier))).toEqual(frontier)
      for (const text of ['', 'x\n', `${printFrontier(frontier)}\n`, printFrontier(frontier).slice(0, -1), `0${printFrontier(frontier)}`])
        expect(parseFrontier(text)).toBeNull()
      expect(parseFrontier(printFrontier({ ...frontier, size: size * 2 + 1 }))).toBeNull()
    }
    expect(() => appendLeaf({ size: 3, peaks: [Buffer.alloc(32)] }, Buffer.alloc(32))).toThrow(RangeError)
    expect(() => appendLeaf(emptyFrontier, Buffer.alloc(31))).toThrow(RangeError)
  })
})

describe('spoiled proofs', { timeout: 60_000 }, () => {
  const root = (size: number) => bigSlow(0, size)
  const leaf = (index: number) => bigSlow(index, index + 1)

  test('no spoiled inclusion proof is accepted', () => {
    let refused = 0
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 64, 70])
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, bigTree.readNode)
        const isAccepted = [
          ...spoils(proof, [leaf(index), root(size)]).map((spoilt) => verifyInclusion(index, size, leaf(index), spoilt, root(size))),
          ...Array.from(
            { length: size + 2 },
            (_, other) => other !== index && verifyInclusion(other, size, leaf(index), proof, root(size)),
          ),
          ...Array.from({ length: 80 }, (_, other) => other !== size && verifyInclusion(index, other, leaf(index), proof, root(other))),
          ...[size * 2, Math.floor(size / 2), 0].map((other) => verifyInclusion(index, other, leaf(index), proof, root(size))),
          ...[-1, 0.5, Number.NaN, 2 ** 53].map((other) => verifyInclusion(other, size, leaf(index), proof, root(size))),
          verifyInclusion(index, size, leaf(index + 1), proof, root(size)),
          verifyInclusion(index, size, flip(leaf(index), 9), proof, root(size)),
          verifyInclusion(index, size, leaf(index), proof, flip(root(size), 200)),
          verifyInclusion(index, size, leaf(index), proof, Buffer.alloc(0)),
          verifyInclusion(index, size, Buffer.alloc(0), proof, root(size)),
        ]
        expect(isAccepted.some(Boolean), `leaf ${index} of ${size}`).toBe(false)
        refused += isAccepted.length
      }
    expect(refused).toBeGreaterThan(20_000)
  })

  test('no spoiled consistency proof is accepted', () => {
    let refused = 0
    for (const newSize of [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 64, 70])
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(oldSize, newSize, bigTree.readNode)
        const [before, after] = [root(oldSize), root(newSize)]
        const isAccepted = [
          ...spoils(proof, [before, after]).map((spoilt) => verifyConsistency(oldSize, newSize, before, after, spoilt)),
          ...Array.from({ length: 80 }, (_, other) => other !== oldSize && verifyConsistency(other, newSize, before, after, proof)),
          ...Array.from({ length: 80 }, (_, other) => other !== newSize && verifyConsistency(oldSize, other, before, root(other), proof)),
          verifyConsistency(oldSize, newSize, flip(before, 3), after, proof),
          verifyConsistency(oldSize, newSize, before, flip(after, 3), proof),
          ...(oldSize < newSize
            ? [verifyConsistency(newSize, oldSize, after, before, proof), verifyConsistency(oldSize, newSize, after, after, proof)]
            : []),
        ]
        expect(isAccepted.some(Boolean), `${oldSize} to ${newSize}`).toBe(false)
        refused += isAccepted.length
      }
    expect(refused).toBeGreaterThan(20_000)
  })

  test('a proof longer than its tree is high is refused, even where the hashes would lead to the root', () => {
    const more = Buffer.alloc(32, 9)
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [4, 5],
      [6, 7],
      [7, 8],
    ] as const) {
      const proof = [...inclusionProof(index, size, bigTree.readNode), more]
      expect(verifyInclusion(index, size, leaf(index), proof, nodeHash(more, root(size)))).toBe(false)
      expect(verifyInclusion(index, size, leaf(index), proof, nodeHash(root(size), more))).toBe(false)
    }
    for (const [oldSize, newSize] of [
      [1, 2],
      [3, 4],
      [4, 7],
      [6, 8],
    ] as const) {
      const proof = [...consistencyProof(oldSize, newSize, bigTree.readNode), more]
      expect(verifyConsistency(oldSize, newSize, nodeHash(more, root(oldSize)), nodeHash(more, root(newSize)), proof)).toBe(false)
    }
  })

  test('from an empty tree, and between equal trees, only the empty proof and the right roots pass', () => {
    expect(verifyConsistency(0, 0, emptyRoot(), emptyRoot(), [])).toBe(true)
    expect(verifyConsistency(0, 7, emptyRoot(), root(7), [])).toBe(true)
    expect(verifyConsistency(0, 7, root(1), root(7), [])).toBe(false)
    expect(verifyConsistency(0, 7, emptyRoot(), root(7), [root(7)])).toBe(false)
    expect(verifyConsistency(0, 0, emptyRoot(), root(1), [])).toBe(false)
    expect(verifyConsistency(7, 7, root(7), root(7), [])).toBe(true)
    expect(verifyConsistency(7, 7, root(7), root(7), [root(7)])).toBe(false)
    expect(verifyConsistency(7, 7, root(7), root(6), [])).toBe(false)
    expect(verifyInclusion(0, 0, leaf(0), [], emptyRoot())).toBe(false)
    expect(verifyInclusion(0, 1, leaf(0), [], root(1))).toBe(true)
  })

  test('a log that rewrote, dropped or re-ordered one old entry cannot prove consistency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.integer({ min: 1, max: 40 }), (oldSize, draw, more) => {
        const at = draw % oldSize
        const entries = big.slice(0, oldSize + more)
        const next = (at + 1) % oldSize
        for (const rewritten of [
          entries.with(at, Buffer.from('rewritten')),
          entries.toSpliced(at, 1),
          entries.toSpliced(at, 0, Buffer.from('inserted')),
          entries.map((entry, position) => (position === at ? big[next] : position === next ? big[at] : entry) as Buffer),
        ]) {
          const { readNode } = grow(rewritten)
          const newSize = rewritten.length
          const proof = consistencyProof(oldSize, newSize, readNode)
          expect(verifyConsistency(oldSize, newSize, root(oldSize), rootOf(newSize, readNode), proof)).toBe(false)
        }
      }),
    )
  })
})

describe('tiles of the tree', { timeout: 60_000 }, () => {
  test('a node of the tree is found by hashing up from the tiles, and roots from tiles alone are the roots of the tree', () => {
    for (const size of [1, 2, 255, 256, 257, 300, 511, 512, 513, 2_100]) {
      const files = new Map<string, Buffer>()
      for (const tile of tilesBetween(0, size)) {
        if (tile.level === 'entries') continue
        const { level, from, count } = nodesOfTile(tile)
        files.set(tilePath(tile), printTile(Array.from({ length: count }, (_, at) => bigTree.readNode(level, from + at))))
      }
      // A reader that has nothing but the files: it hashes the levels that no tile holds.
      const readNode: ReadNode = (level, index) => {
        if (level % 8 !== 0) return nodeHash(readNode(level - 1, index * 2), readNode(level - 1, index * 2 + 1))
        const [tileLevel, tileIndex] = [level / 8, Math.floor(index / 256)]
        const width = tileWidthAt(tileLevel, tileIndex, size)
        const hashes = parseTile(files.get(tilePath({ level: tileLevel, index: tileIndex, width })) ?? Buffer.alloc(0), width)
        return hashes?.[index % 256] as Buffer
      }
      expect(rootOf(size, readNode)).toEqual(bigSlow(0, size))
      expect(inclusionProof(size - 1, size, readNode)).toEqual(slowPath(bigSlow, size - 1, 0, size))
      for (const path of files.keys()) expect(tilePath(parseTilePath(path) ?? { level: 9, index: 9, width: 9 })).toBe(path)
    }
  })
})
