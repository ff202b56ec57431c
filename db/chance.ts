// Where ids and salts come from: the system's generator, or a seed for a drill that must come out the same every time.
import { createHash, randomBytes, randomUUID } from 'node:crypto'

let source: (() => Buffer) | null = null

/** From now on every id, salt and secret of this process follows from the seed. For seeding an empty drill folder only. */
export const followSeed = (seed: string): void => {
  let n = 0
  source = () => createHash('sha256').update(`${seed}:${n++}`).digest()
}

export const newBytes = (length: number): Buffer => (source ? source().subarray(0, length) : randomBytes(length))

/** A random UUID, version 4. */
export const newId = (): string => {
  if (!source) return randomUUID()
  const bytes = Buffer.from(source().subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
