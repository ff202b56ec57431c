// The right edge of the tree, enough to append leaves and know the root without reading a stored node.
import { parseBase64, parseDecimal } from './line.ts'
import { HASH_BYTES, nodeHash, peaksOf, type ReadNode, rootOfPeaks, type TreeNode } from './tree.ts'

/** `size` leaves, and the hashes of the complete subtrees that they fall into, the largest (left-most) first. */
export type Frontier = { size: number; peaks: readonly Buffer[] }

/** What an append leaves behind: the new edge, the nodes to store (per leaf, lowest first), the root over all leaves. */
export type Appended = { frontier: Frontier; nodes: TreeNode[]; root: Buffer }

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/** The frontier of the first `size` leaves, from stored nodes; at most log2(size) + 1 reads. */
export const frontierOf = (size: number, readNode: ReadNode): Frontier => ({ size, peaks: peaksOf(size, readNode) })

/** Root of the tree behind a frontier (RFC 6962 2.1): one hash per peak but the last. */
export const rootOfFrontier = (frontier: Frontier): Buffer => rootOfPeaks(frontier.peaks)

/** Appends one leaf; see `appendLeaves`. */
export const appendLeaf = (frontier: Frontier, hash: Buffer): Appended => appendLeaves(frontier, [hash])

/**
 * Appends leaves in order. The frontier given is not changed. Each leaf costs two hashes on average (its own apart); the root is
 * computed once, so a group of commits is better appended together. Throws RangeError on a frontier whose peaks do not fit its size.
 */
export function appendLeaves(frontier: Frontier, hashes: readonly Buffer[]): Appended {
  if (!isSound(frontier)) throw new RangeError('the frontier has not the peaks of its size')
  const peaks = [...frontier.peaks]
  const nodes: TreeNode[] = []
  let size = frontier.size
  for (const leaf of hashes) {
    if (leaf.length !== HASH_BYTES) throw new RangeError('a tree hash has 32 bytes')
    let node: TreeNode = { level: 0, index: size, hash: leaf }
    nodes.push(node)
    while (node.index % 2 === 1) {
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(peaks.pop() as Buffer, node.hash) }
      nodes.push(node)
    }
    peaks.push(node.hash)
    size += 1
  }
  return { frontier: { size, peaks }, nodes, root: rootOfPeaks(peaks) }
}

/** The frontier as text: the size, then one peak a line in base64. */
export const printFrontier = ({ size, peaks }: Frontier): string =>
  [String(size), ...peaks.map((peak) => peak.toString('base64'))].map((line) => `${line}\n`).join('')

/** Reads what `printFrontier` wrote; null when it is anything else. */
export function parseFrontier(text: string): Frontier | null {
  const [first, ...rest] = text.split('\n')
  const size = parseDecimal(first ?? '')
  if (size === null || rest.pop() !== '') return null
  const peaks = rest.map(parseBase64).filter((peak) => peak !== null)
  const frontier = { size, peaks }
  return peaks.length === rest.length && isSound(frontier) ? frontier : null
}

function isSound({ size, peaks }: Frontier): boolean {
  if (!Number.isSafeInteger(size) || size < 0) return false
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return peaks.length === ones && peaks.every((peak) => peak.length === HASH_BYTES)
}
