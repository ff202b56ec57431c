// The short code that carries pre-check answers from the public page into the wizard: nothing is stored, the code is the answers.

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or copied by hand stays the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A field of the code: how many bits, in the order in which they are written. */
export type CodeField = { name: string; bits: number }

/** Twice a number in GF(32) with x^5 + x^2 + 1; repeated, it runs through all 31 non-zero elements. */
const twice = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)

/** Weighted sum over GF(32), each place with its own weight: any one wrong character and any two exchanged ones are found (up to 30 places). */
const checkOf = (digits: readonly number[]): number => digits.reduceRight((sum, digit) => twice(sum) ^ digit, 0)

const lengthOf = (fields: readonly CodeField[]): number => Math.ceil(fields.reduce((sum, field) => sum + field.bits, 0) / 5)

/** Writes the fields as base 32 with a check character in front, in groups of four. Throws RangeError on a value that does not fit its bits. */
export const encodeFields = (fields: readonly CodeField[], values: Readonly<Record<string, number>>): string => {
  let all = 0n
  for (const { name, bits } of fields) {
    const value = values[name] ?? 0
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) throw new RangeError(`${name} does not fit ${bits} bits`)
    all = (all << BigInt(bits)) | BigInt(value)
  }
  const digits = Array.from({ length: lengthOf(fields) }, (_, at) => Number((all >> BigInt(5 * at)) & 31n)).reverse()
  return [twice(checkOf(digits)), ...digits]
    .map((digit) => alphabet[digit])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

/** Reads a code back; null when a character, the length or the check is wrong. Case, spaces, hyphens, and O for 0, I or L for 1 do not matter. */
export const decodeFields = (fields: readonly CodeField[], code: string): Record<string, number> | null => {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const [check, ...digits] = [...plain].map((character) => alphabet.indexOf(character))
  if (check === undefined || digits.length !== lengthOf(fields) || digits.includes(-1) || check !== twice(checkOf(digits))) return null
  let all = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  const values: Record<string, number> = {}
  for (const { name, bits } of fields.toReversed()) {
    values[name] = Number(all & ((1n << BigInt(bits)) - 1n))
    all >>= BigInt(bits)
  }
  return all === 0n ? values : null
}
