// Merkle tree of RFC 6962 / RFC 9162 over stored complete nodes: hashing, what a new leaf completes, roots, proofs and their verification.
import crypto from 'node:crypto'

/** Bytes in every hash of the tree. */
export const HASH_BYTES = 32

/**
 * A complete node: at `level` L, the node `index` I is the Merkle Tree Hash of the 2^L leaves from I·2^L on.
 * Complete nodes never change once written; the arrangement is that of Go's sumdb/tlog.
 */
export type TreeNode = { level: number; index: number; hash: Buffer }

/** Reads one stored complete node. It throws where the node is absent: asking for one that was never completed is a bug. */
export type ReadNode = (level: number, index: number) => Buffer

/**
 * SHA-256 by Node's one-shot call where there is one, else by createHash. One-shot with a 'binary' string took well
 * under half the time of createHash for the 65 bytes of an inner node.
 */
export const sha256By = (oneShot: typeof crypto.hash | undefined) =>
  oneShot
    ? (bytes: Uint8Array): Buffer => Buffer.from(oneShot('sha256', bytes, 'binary'), 'binary')
    : (bytes: Uint8Array): Buffer => crypto.createHash('sha256').update(bytes).digest()

export const sha256 = sha256By(crypto.hash)

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962 2.1). */
export const emptyRoot = (): Buffer => sha256(Buffer.alloc(0))

/** Hash of a leaf: SHA-256(0x00 ‖ entry) (RFC 6962 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(entry.length + 1)
  bytes[0] = 0
  bytes.set(entry, 1)
  return sha256(bytes)
}

// Reused between calls: everything here is synchronous, and the bytes are gone into the digest before the next call.
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1)

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 2.1). Throws on children that are not 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a tree hash has 32 bytes')
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

/**
 * The nodes to store for the leaf at `position` (0-based): the leaf itself and each inner node that it completes, lowest
 * first. Reads one node per level climbed, so at most log2(position) of them.
 */
export function nodesForLeaf(position: number, hash: Buffer, readNode: ReadNode): TreeNode[] {
  checkCount(position)
  const nodes: TreeNode[] = [{ level: 0, index: position, hash }]
  let node = nodes[0] as TreeNode
  while (node.index % 2 === 1) {
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(readNode(node.level, node.index - 1), node.hash) }
    nodes.push(node)
  }
  return nodes
}

/** Root of the tree of the first `size` leaves (RFC 6962 2.1); at most log2(size) + 1 reads. */
export function rootOf(size: number, readNode: ReadNode): Buffer {
  checkCount(size)
  return size === 0 ? emptyRoot() : hashOfRange(0, size, readNode)
}

/**
 * Merkle audit path of leaf `index` in the tree of `size` leaves, from the leaf's sibling up (RFC 6962 2.1.1).
 * About 2·log2(size) reads at most. Throws RangeError unless 0 ≤ index < size.
 */
export function inclusionProof(index: number, size: number, readNode: ReadNode): Buffer[] {
  checkCount(size)
  if (!isCount(index) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const proof: Buffer[] = []
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + leftSize(to - from)
    proof.push(index < middle ? hashOfRange(middle, to, readNode) : hashOfRange(from, middle, readNode))
    if (index < middle) to = middle
    else from = middle
  }
  return proof.reverse()
}

/**
 * Proof that the first `oldSize` leaves of the tree of `newSize` leaves are the old tree (RFC 6962 2.1.2). Empty when
 * the old tree is empty or both are the same. About 2·log2(newSize) reads at most. Throws RangeError if oldSize > newSize.
 */
export function consistencyProof(oldSize: number, newSize: number, readNode: ReadNode): Buffer[] {
  checkCount(oldSize)
  checkCount(newSize)
  if (oldSize > newSize) throw new RangeError(`a tree of ${newSize} cannot continue one of ${oldSize}`)
  if (oldSize === 0 || oldSize === newSize) return []
  const proof: Buffer[] = []
  let from = 0
  let to = newSize
  while (to !== oldSize) {
    const middle = from + leftSize(to - from)
    proof.push(oldSize <= middle ? hashOfRange(middle, to, readNode) : hashOfRange(from, middle, readNode))
    if (oldSize <= middle) to = middle
    else from = middle
  }
  // The part shared by both trees is left out only where it is the whole old tree, whose root the verifier holds.
  if (from > 0) proof.push(hashOfRange(from, to, readNode))
  return proof.reverse()
}

/** Whether `proof` shows that the leaf with this hash is number `index` of the tree of `size` leaves with `root` (RFC 9162 2.1.3.2). */
export function verifyInclusion(index: number, size: number, leaf: Uint8Array, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      for (; at % 2 === 0 && at !== 0; at /= 2) last = half(last)
    } else hash = nodeHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && isSame(hash, root)
}

/**
 * Whether `proof` shows that the tree (`newSize`, `newRoot`) only appended to the tree (`oldSize`, `oldRoot`) (RFC 9162
 * 2.1.4.2). From an empty tree, and between equal sizes, the one acceptable proof is the empty one, and the roots must be
 * the empty root or equal.
 */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize || ![oldRoot, newRoot, ...proof].every(isHash)) return false
  if (oldSize === newSize && !isSame(oldRoot, newRoot)) return false
  if (oldSize === 0) return proof.length === 0 && isSame(oldRoot, emptyRoot())
  if (oldSize === newSize) return proof.length === 0
  if (proof.length === 0) return false
  let at = oldSize - 1
  let last = newSize - 1
  for (; at % 2 === 1; at = half(at)) last = half(last)
  // An old tree of 2^k leaves is a node of the new tree: the proof starts above it. at is 0 exactly then.
  const [start, ...rest] = at === 0 ? [oldRoot, ...proof] : proof
  let [oldHash, newHash] = [start as Uint8Array, start as Uint8Array]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash)
      newHash = nodeHash(sibling, newHash)
      for (; at % 2 === 0 && at !== 0; at /= 2) last = half(last)
    } else newHash = nodeHash(newHash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && isSame(oldHash, oldRoot) && isSame(newHash, newRoot)
}

/** The complete nodes whose leaves make up the first `size` leaves, left to right: the peaks of the tree's right edge. */
export function peaksOf(size: number, readNode: ReadNode): Buffer[] {
  checkCount(size)
  return completeNodes(0, size, readNode)
}

/** Root above the given peaks: the right-most two are joined first (RFC 6962 2.1 splits off the largest power of two). */
export function rootOfPeaks(peaks: readonly Buffer[]): Buffer {
  if (peaks.length === 0) return emptyRoot()
  return peaks.reduceRight((right, left) => nodeHash(left, right))
}

function hashOfRange(from: number, to: number, readNode: ReadNode): Buffer {
  return rootOfPeaks(completeNodes(from, to, readNode))
}

// `from` is always a multiple of the largest power of two that fits, because ranges come from splitting the tree.
function completeNodes(from: number, to: number, readNode: ReadNode): Buffer[] {
  const nodes: Buffer[] = []
  let start = from
  while (start < to) {
    let level = 0
    let leaves = 1
    for (; leaves * 2 <= to - start; leaves *= 2) level += 1
    const hash = readNode(level, start / leaves)
    if (hash?.length !== HASH_BYTES) throw new Error(`log node ${level}/${start / leaves} is absent or damaged`)
    nodes.push(hash)
    start += leaves
  }
  return nodes
}

// The largest power of two below `size`: the leaves of the left child (RFC 6962 2.1). Plain numbers, as bit operators stop at 2^31.
function leftSize(size: number): number {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

const half = (count: number) => Math.floor(count / 2)
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
const isHash = (bytes: Uint8Array) => bytes.length === HASH_BYTES
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

function checkCount(value: number): void {
  if (!isCount(value)) throw new RangeError(`not a count of leaves: ${value}`)
}
