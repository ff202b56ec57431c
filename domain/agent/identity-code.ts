// The agent identity code (AIC, GB/Z 185.2 as described in policy.md 3.7): anyone may check its structure, only the registry its checksum.
import { z } from 'zod'
import type { Refusal } from '#domain/case'

/** The parts between the fixed object identifier and the checksum, with the most Base36 characters that each may have. */
const variableParts = [
  ['registry', 1, 6],
  ['vendor', 1, 6],
  ['ontology', 1, 9],
  ['instance', 1, 9],
  ['version', 1, 1],
  ['checksum', 4, 4],
] as const

export const identityCodePrefix = '1.2.156.3088'

export type IdentityCode = {
  /** Upper-cased, as stored and indexed. */
  code: string
  prefix: string
  registry: string
  vendor: string
  ontology: string
  instance: string
  version: string
  /** Unverified here: it depends on a secret of the registry. */
  checksum: string
  /** The instance part is all zero: the code names the kind of agent, not one running agent. */
  isType: boolean
}

// ASCII only: full upper-casing would turn other letters into valid ones.
const upperCased = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

/**
 * The parts of an identity code, or why it is none. Lower case is upper-cased. The checksum is only checked for its shape.
 * Refusals: identityCode.partMissing { parts, expected }, identityCode.prefixUnknown { prefix }, identityCode.partMalformed { part, value }.
 */
export const readIdentityCode = (text: string): IdentityCode | { refusal: Refusal } => {
  const code = upperCased(text.trim())
  const parts = code.split('.')
  if (parts.length !== 10) return { refusal: { code: 'identityCode.partMissing', facts: { parts: parts.length, expected: 10 } } }
  const prefix = parts.slice(0, 4).join('.')
  if (prefix !== identityCodePrefix) return { refusal: { code: 'identityCode.prefixUnknown', facts: { prefix } } }
  const read: Record<string, string> = {}
  for (const [index, [part, least, most]] of variableParts.entries()) {
    const value = parts[4 + index] ?? ''
    if (value.length < least || value.length > most || !/^[0-9A-Z]+$/.test(value)) {
      return { refusal: { code: 'identityCode.partMalformed', facts: { part, value: value.slice(0, 32) } } }
    }
    read[part] = value
  }
  const { registry = '', vendor = '', ontology = '', instance = '', version = '', checksum = '' } = read
  return { code, prefix, registry, vendor, ontology, instance, version, checksum, isType: /^0+$/.test(instance) }
}

export const isIdentityCode = (text: string): boolean => !('refusal' in readIdentityCode(text))

/** A stored identity code: well formed and already in upper case. */
export const identityCodeSchema = z
  .string()
  .max(64)
  .refine(
    (text) => {
      const identity = readIdentityCode(text)
      return !('refusal' in identity) && identity.code === text
    },
    { error: 'identityCode.malformed' },
  )

/** The parts to show, in order, each with the name that messages translate. */
export const identityCodeParts = (identity: IdentityCode): { part: string; value: string }[] => [
  { part: 'prefix', value: identity.prefix },
  ...variableParts.map(([part]) => ({ part, value: identity[part] })),
]

/**
 * The checksum that a registry holding `salt` gives to the nine parts before it: CRC-16/CCITT-FALSE over their upper-case text followed by the
 * salt, in four Base36 digits. Only a registry can call this: without its salt a checksum proves nothing.
 */
export const identityCodeChecksum = (nineParts: string, salt: Uint8Array): string => {
  let crc = 0xffff
  for (const byte of [...new TextEncoder().encode(upperCased(nineParts)), ...salt]) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(36).toUpperCase().padStart(4, '0')
}
